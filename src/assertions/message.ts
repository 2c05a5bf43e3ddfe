// How a finding speaks: where · what it says · what it should be · by how much · by which rule.
// Knows words; decides nothing.
import type { Fact, Item } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { linear } from '../formula/evaluate.ts';
import { printPath, printRelation } from '../formula/print.ts';
import type { Node, Relation } from '../formula/tree.ts';
import {
  abs,
  compare,
  type Exact,
  isOnGrid,
  minus,
  plus,
  round,
  sign,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { decimalsOfUnit, type Unit, valueOf } from '../measure/quantity.ts';
import { type Assertion, factsIn } from './assertion.ts';
import type { Comparison } from './comparison.ts';
import type { Finding, FindingCell } from './finding.ts';

const nameOf = (item: Item): string => item.names[0] ?? item.printed;

/** What a cell is called: its row, and its column where the table has several. */
export function labelOf(fact: Fact): string {
  const side = fact.row.side && fact.row.names.includes('总计') ? `${fact.row.side}` : '';
  const of = fact.row.of && fact.row.members.资金 ? `${fact.row.of}·` : '';
  const code = fact.row.code ? `${fact.row.code} ` : '';
  const row = `${of}${code}${side}${nameOf(fact.row)}`;
  const single = fact.table.columns.length < 2 || (fact.column.whole && fact.row.side);
  return single ? row : `${row}·${nameOf(fact.column)}`;
}

/**
 * An amount in plain digits: at least the decimals of its unit, two for %, more where it has more; a quotient
 * without end to four.
 */
export function digits(value: Exact, unit: Unit): string {
  const wanted = unit === '%' ? 2 : decimalsOfUnit(unit);
  return toText(shortened(value), wanted);
}

/** A quotient without end is told to this many places. */
const PLACES = 4;
const shortened = (value: Exact): Exact => (isOnGrid(value) ? value : round(value, PLACES));

/** What a cell holds: a plain number in its own unit, nothing for a blank or a dash, else its words. */
export function figureText({ quantity, state, stored }: Fact): string {
  if (quantity) return digits(valueOf(quantity), quantity.unit);
  return state === 'blank' ? '' : String(stored ?? '');
}

interface TermCell {
  readonly fact: Fact;
  readonly sign: 1 | -1;
}

function termsOf({ targets }: Assertion, node: Node): TermCell[] {
  const terms: TermCell[] = [];
  for (const { reference, sign: own } of linear(node) ?? [])
    for (const fact of targets.get(reference)?.facts ?? []) terms.push({ fact, sign: own });
  return terms;
}

/** 两边: an assertion with the cells of its two sides, found once for all that is said of it. */
interface Sides {
  readonly assertion: Assertion;
  readonly lefts: readonly TermCell[];
  readonly rights: readonly TermCell[];
}

const sidesOf = (assertion: Assertion): Sides => ({
  assertion,
  lefts: termsOf(assertion, assertion.relation.left),
  rights: termsOf(assertion, assertion.relation.right),
});

/** Title, and which other workbook it stands in. */
const titleIn = ({ title, source }: Fact['table']): string =>
  source?.file ? `${title}（${source.file}）` : `${source?.period ?? ''}${title}`;

function cell(fact: Fact, role: FindingCell['role'], signed?: 1 | -1): FindingCell {
  const { location, table } = fact;
  const own: { -readonly [K in keyof FindingCell]: FindingCell[K] } = {
    sheet: location.sheet,
    address: addressOf(location),
    value: figureText(fact),
    role,
    label: `${titleIn(table)} ${labelOf(fact)}`,
  };
  if (signed) own.sign = signed;
  return table.source ? { ...own, ...table.source } : own;
}

function cellsOf({ assertion, lefts, rights }: Sides): FindingCell[] {
  if (lefts.length === 0 && rights.length === 0) {
    const facts = [...assertion.targets.values()].flatMap((t) => t.facts);
    return facts.map((f, i) => cell(f, i === 0 ? 'stated' : 'part'));
  }
  const copy = rights.length === 1 && lefts.length === 1;
  const cells: FindingCell[] = [];
  for (const t of lefts) cells.push(cell(t.fact, 'stated', lefts.length > 1 ? t.sign : undefined));
  for (const t of rights) cells.push(cell(t.fact, copy ? 'copy' : 'part', t.sign));
  const { left, right } = assertion.relation;
  if (linear(left) && linear(right)) return cells;
  // Factors and divisors have no sign of their own.
  const signed = new Set([...lefts, ...rights].map((t) => t.fact));
  for (const fact of new Set(factsIn(assertion)))
    if (!signed.has(fact)) cells.push(cell(fact, 'part'));
  return cells;
}

/** The cell that a finding names first; undefined where the relation means no cell at all. */
export function statedCell(assertion: Assertion): Fact | undefined {
  for (const side of [assertion.relation.left, assertion.relation.right])
    for (const { reference } of linear(side) ?? []) {
      const fact = assertion.targets.get(reference)?.facts[0];
      if (fact) return fact;
    }
  return factsIn(assertion)[0];
}

function sumText(terms: readonly TermCell[]): string {
  const printed = terms.filter((t) => t.fact.quantity);
  if (printed.length === 0) return '0';
  return printed
    .map(
      ({ fact, sign }, i) =>
        `${i === 0 ? (sign < 0 ? '-' : '') : sign < 0 ? ' - ' : ' + '}${figureText(fact)}`,
    )
    .join('');
}

/** Cells hold more digits than they show: said when only the hidden ones make the sum foot. */
function hiddenDigits(
  { assertion, lefts, rights }: Sides,
  comparison: Comparison,
): string | undefined {
  if (comparison.verdict !== 'exact' || assertion.relation.rel !== '=') return undefined;
  let gap: Exact = ZERO;
  for (const [terms, side] of [
    [lefts, 1],
    [rights, -1],
  ] as const) {
    for (const { fact, sign: s } of terms) {
      if (!fact.quantity || fact.quantity.unit !== comparison.unit || !fact.rounded)
        return undefined;
      const shown = fact.rounded;
      gap = side * s > 0 ? plus(gap, shown) : minus(gap, shown);
    }
  }
  if (sign(gap) === 0) return undefined;
  return `按显示的数字相加差 ${digits(abs(gap), comparison.unit)}，因单元格里有未显示的小数；按实际存储的数相符。`;
}

const inPrint = new WeakMap<Relation, string>();
function relationInPrint(relation: Relation): string {
  const known = inPrint.get(relation) ?? printRelation(relation);
  inPrint.set(relation, known);
  return known;
}

function stepsOf(sides: Sides, comparison: Comparison): string[] {
  const { assertion, lefts, rights } = sides;
  const steps = [relationInPrint(assertion.relation)];
  if (rights.length > 0) steps.push(`= ${sumText(rights)}`);
  if (lefts.length > 1) steps.push(`等号前各数：${sumText(lefts)}`);
  const hidden = hiddenDigits(sides, comparison);
  return hidden ? [...steps, hidden] : steps;
}

const OUGHT = { '=': '应为', '≤': '应不大于', '≥': '应不小于', '∈': '应在区间内' } as const;

function place({ assertion, lefts }: Sides): { where: string; fact: Fact | undefined } {
  const { left } = assertion.relation;
  const absent = left.kind === 'path' && lefts.length === 0 && assertion.targets.get(left)?.table;
  if (absent) {
    const fact = [...assertion.targets.values()].flatMap((t) => t.facts)[0];
    const name = fact && [fact.row.code, nameOf(fact.row)].filter(Boolean).join(' ');
    const column = fact && absent.columns.find((c) => c.names.includes(nameOf(fact.column)));
    const where = `${absent.title}没有“${name ?? printPath(left)}”这一行，`;
    return { where: `${where}${column ? `“${nameOf(column)}”` : ''}按零计，`, fact };
  }
  const fact = lefts[0]?.fact ?? [...assertion.targets.values()].flatMap((t) => t.facts)[0];
  if (!fact) return { where: '', fact };
  const name = () =>
    lefts.length > 1 ? lefts.map((t) => labelOf(t.fact)).join('、') : labelOf(fact);
  const short = lefts.length > 3 ? `${labelOf(fact)}等 ${lefts.length} 项之和` : name();
  return { where: `${fact.table.title}“${short}”（${addressOf(fact.location)}）`, fact };
}

function sentence({ assertion }: Sides, where: string, c: Comparison): string {
  if (c.verdict === 'unknown') return `${where}无法核对：${c.why}。`;
  const { stated = ZERO, expected = ZERO, gap = ZERO, bound = ZERO } = c;
  const [said, ought] = [digits(stated, c.unit), digits(expected, c.unit)];
  if (c.verdict === 'exact') return `${where}为 ${said} ${c.unit}，相符。`;
  const more = compare(gap, ZERO) > 0 ? '多' : '少';
  const by = `${more} ${digits(abs(gap), c.unit)} ${c.unit}`;
  const head = `${where}为 ${said} ${c.unit}，${OUGHT[assertion.relation.rel]} ${ought} ${c.unit}，${by}`;
  if (c.verdict === 'rounding')
    return `${head}，在四舍五入允许的 ${toText(shortened(bound))} 以内，属尾差。`;
  return `${head}。`;
}

/** Puts a comparison into a finding. */
export function report(assertion: Assertion, c: Comparison): Finding {
  const { declaration } = assertion;
  const sides = sidesOf(assertion);
  const { where, fact } = place(sides);
  const amount = (x: Exact | undefined): string | undefined => x && digits(x, c.unit);
  return {
    rule: declaration.id,
    ...(assertion.part !== undefined && { part: assertion.part }),
    verdict: c.verdict,
    severity: c.verdict === 'broken' ? declaration.severity : 'note',
    cause: c.cause,
    title: declaration.title,
    says: assertion.says,
    basis: declaration.basis,
    message: sentence(sides, where, c),
    explained: false,
    ...(c.stated && {
      stated: amount(c.stated)!,
      expected: amount(c.expected)!,
      gap: amount(c.gap)!,
      bound: toText(shortened(c.bound ?? ZERO)),
      rel: assertion.relation.rel,
    }),
    unit: c.unit,
    ...(fact && { sheet: fact.location.sheet, table: fact.table.title }),
    cells: cellsOf(sides),
    steps: stepsOf(sides, c),
  };
}
