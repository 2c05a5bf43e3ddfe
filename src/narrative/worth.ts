// What a sentence's formulas are worth here: tables of this year and last year, 补充资料, the quantities
// of the catalogue, and the user's own entries. Knows paths and blanks; knows no sentence.
import { labelOf } from '../assertions/message.ts';
import { type Fact, unitOf } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { figureNamed } from '../facts/named.ts';
import {
  conditionHolds,
  evaluate,
  type Lookup,
  type Outcome,
  type Reference,
} from '../formula/evaluate.ts';
import { printPath } from '../formula/print.ts';
import type { Node, Path, Relation } from '../formula/tree.ts';
import { valueOfCells, valueOfPath } from '../formula/value.ts';
import { type Exact, exact } from '../measure/exact.ts';
import { point } from '../measure/interval.ts';
import { isMoney, type Unit } from '../measure/quantity.ts';
import { budgetOfParts } from './budget.ts';
import type { NumberCell } from './document.ts';
import { digitsAt, formatNamed } from './formats.ts';
import { formulaOf, kept } from './kept.ts';
import type { Source, Worth, WritingScope } from './source.ts';
import { itemName } from './words.ts';

const TEXT_UNIT = '万元';
const SUPPLEMENT = '补充资料';

const cellOf = (fact: Fact): NumberCell => ({
  location: fact.location,
  address: addressOf(fact.location),
  label: `${fact.table.source?.period ?? ''}${fact.table.title} ${labelOf(fact)}`,
  ...(fact.table.source?.period && { period: fact.table.source.period }),
});

const lacking = (key: string, wanted: string): Worth => ({
  cells: [],
  missing: { key, wanted },
  printed: false,
});

/** Name of a row of 补充资料 for people: 上年收入支出总计, 教育支出的年初预算. */
function spoken(key: string, source: Source): string {
  const parts = key.split('·');
  const code = /^\d{3,}$/.test(parts.at(-1)!) ? parts.at(-1)! : undefined;
  if (!code) return parts.join('');
  const rows = source.table('表5')?.rows ?? [];
  const named = (own: string) => {
    const row = rows.find((r) => r.code === own);
    return row ? itemName(row) : '';
  };
  // 行政运行 stands under every 款: the 款 tells which.
  const name = (code.length > 5 ? named(code.slice(0, 5)) : '') + named(code);
  return `${name || code}的${parts[0]}`;
}

/** Amounts in 万元; what is counted as it is counted. */
const inText = (fact: Fact): Unit => (isMoney(unitOf(fact)) ? TEXT_UNIT : unitOf(fact));

const substituted = (path: Path, scope: WritingScope, source: Source): string =>
  path.parts
    .map((p) => (p.quoted ? p.name : (scope.axes[p.name] ?? source.axes[p.name] ?? p.name)))
    .join('·');

/** A figure typed in place of a gap: 万元 or a count unless it says another unit of money. */
function typedFigure(text: string | undefined): Exact | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/g, '');
  return formatNamed('万元')!.read(plain, 0)?.value ?? digitsAt(plain, 0)?.value;
}

/** A number and a unit at most: what stands behind them would be lost without a word. */
const TYPED = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:万元|亿元|元|%|[^\d\s万亿千百]{1,3})?$/;

/** 填的不是数: what is wrong with a figure typed in place of a gap; undefined where nothing is. */
export function typedProblem(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain === '' || (TYPED.test(plain) && typedFigure(plain) !== undefined)) return undefined;
  return '请写数字，例如 758.69；金额按万元，也可以写明“元”。';
}

/** A row of 补充资料, or the figure typed in place of its gap. */
function rowOrTyped(key: string, source: Source): Worth | undefined {
  const fact = figureNamed(source.table(SUPPLEMENT), key);
  const outcome = fact?.quantity && valueOfCells([fact], inText);
  if (fact && outcome?.ok) return { value: outcome.value, cells: [cellOf(fact)], printed: true };
  const own = typedFigure(source.slots[key]);
  return own && { value: point(own), cells: [], printed: true };
}

function inSupplement(path: Path, scope: WritingScope, source: Source): Worth {
  const key = substituted(path, scope, source);
  const own = (row: string) => rowOrTyped(row, source);
  return own(key) ?? budgetOfParts(key, source, own) ?? lacking(key, spoken(key, source));
}

const looked = new WeakMap<Source, WeakMap<Path, Map<string, Worth>>>();

/** A path under the same axes means the same cells: a text asks for most of them several times. */
function inTable(path: Path, scope: WritingScope, source: Source): Worth {
  const paths = looked.get(source) ?? new WeakMap<Path, Map<string, Worth>>();
  looked.set(source, paths);
  const known = paths.get(path) ?? new Map<string, Worth>();
  paths.set(path, known);
  const summed = path.parts.some((p) => p.sum) ? JSON.stringify(scope.axes) : '';
  const key = `${scope.axes[path.table!] ?? ''}${substituted(path, scope, source)}${summed}`;
  const worth = known.get(key) ?? found(path, scope, source);
  known.set(key, worth);
  return worth;
}

function found(path: Path, scope: WritingScope, source: Source): Worth {
  if (path.table === SUPPLEMENT) return inSupplement(path, scope, source);
  const bound = scope.axes[path.table!];
  const table = bound
    ? source.several(path.table!).find((t) => t.table.id === bound)?.table
    : source.table(path.table!, path.scope);
  const name = printPath(path);
  const called = `${path.scope ?? ''}${source.titles.get(path.table!) ?? path.table}“${substituted(path, scope, source)}”`;
  const found = valueOfPath(path, table, inText, { axes: { ...source.axes, ...scope.axes } });
  if (!found.ok) return lacking(name, found.at ? labelOf(found.at) : called);
  return { value: found.value, cells: found.facts.map(cellOf), printed: found.printed ?? false };
}

function named(path: Path, scope: WritingScope, source: Source): Worth {
  const name = path.parts.map((p) => p.name).join('·');
  const local = scope.locals.get(name);
  if (local) return local;
  const quantity = source.quantities.get(name);
  const several = quantity ? [] : source.several(name);
  if (several.length > 0) return { value: point(exact(several.length)), cells: [], printed: true };
  if (!quantity) return lacking(name, name);
  let last: Worth | undefined;
  for (const from of quantity.from) {
    const worth = worthIn(formulaOf(from), scope, source);
    if (worth.value) return worth;
    // A row of 补充资料 is what the user can fill in; a table that is not there he cannot.
    if (!last || worth.missing?.key.includes('·') || !last.missing) last = worth;
  }
  if (quantity.row) return lacking(quantity.row, spoken(quantity.row, source));
  return last ?? lacking(name, name);
}

function lookupIn(scope: WritingScope, source: Source, seen: Worth[]): Lookup {
  return (reference: Reference): Outcome => {
    if (reference.kind !== 'path') return { ok: false, why: '此处不用行次' };
    const worth = reference.table
      ? inTable(reference, scope, source)
      : named(reference, scope, source);
    seen.push(worth);
    if (!worth.value) return { ok: false, why: worth.missing?.wanted ?? '' };
    return { ok: true, value: worth.value, printed: worth.printed };
  };
}

const asPrinted =
  (lookup: Lookup): Lookup =>
  (reference) => {
    const outcome = lookup(reference);
    return outcome.ok ? { ...outcome, value: point(outcome.value.value) } : outcome;
  };

/** What a formula is worth, and from which cells. */
export const worthIn = (node: Node, scope: WritingScope, source: Source): Worth =>
  kept({ by: node, nodes: () => [node] }, scope, source, () => workedOut(node, scope, source));

function workedOut(node: Node, scope: WritingScope, source: Source): Worth {
  const seen: Worth[] = [];
  const lookup = lookupIn(scope, source, seen);
  const wide = evaluate(node, lookup);
  // A divisor that rounding might make zero still divides as it is printed.
  const outcome = wide.ok || seen.some((w) => w.missing) ? wide : evaluate(node, asPrinted(lookup));
  const cells = [...new Map(seen.flatMap((w) => w.cells).map((c) => [cellKey(c), c])).values()];
  const missing = seen.find((w) => w.missing)?.missing;
  if (!outcome.ok) {
    return { cells, missing: missing ?? { key: outcome.why, wanted: outcome.why }, printed: false };
  }
  return { value: outcome.value, cells, printed: seen.some((w) => w.printed) };
}

const cellKey = (c: NumberCell): string =>
  `${c.period ?? ''}${c.location.sheet}!${c.location.row},${c.location.column}`;

/** Whether a condition holds; undefined when a figure for it is missing. */
export const conditionIn = (
  relations: readonly Relation[],
  scope: WritingScope,
  source: Source,
): boolean | undefined =>
  kept(
    { by: relations, nodes: () => relations.flatMap((r) => [r.left, r.right]) },
    scope,
    source,
    () => held(relations, scope, source),
  );

function held(
  relations: readonly Relation[],
  scope: WritingScope,
  source: Source,
): boolean | undefined {
  const seen: Worth[] = [];
  const lookup = lookupIn(scope, source, seen);
  const asks = relations.some((r) => r.left.kind === 'call' && r.left.name === '有');
  const result = conditionHolds(relations, lookup);
  return !result && !asks && seen.some((w) => !w.value) ? undefined : result;
}
