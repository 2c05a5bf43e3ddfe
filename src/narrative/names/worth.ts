// What a formula of the dictionary is worth in the tables at hand, and from which cells. Knows paths and
// blanks; knows no sentence.
import { digits, labelOf } from '../../assertions/message.ts';
import { type Fact, type Table, unitOf } from '../../facts/fact.ts';
import { addressOf } from '../../facts/grid.ts';
import { evaluate, type Lookup, type Outcome } from '../../formula/evaluate.ts';
import { parseFormula } from '../../formula/parse.ts';
import type { Node } from '../../formula/tree.ts';
import { valueOfPath } from '../../formula/value.ts';
import type { Exact } from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import { valueOf } from '../../measure/quantity.ts';
import type { TieCell } from '../readings/report.ts';

/** 在手数据: the tables that a text is held against. */
export interface Holdings {
  readonly year: number | undefined;
  readonly department: string | undefined;
  /** The table of a form that counts; with 上年, last year's. */
  readonly table: (form: string, scope?: string) => Table | undefined;
}

/** 取值: an interval in 万元 (a count as it is), with its cells. */
export interface TableWorth {
  readonly value: Interval;
  /** As the sheet shows it, where that differs. */
  readonly shown?: Exact;
  readonly cells: readonly TieCell[];
}

/** Unit in which amounts of a text are held against the tables. */
export const TEXT_UNIT = '万元';

/** 依据单元格 of a cell, its value in the unit of its table. */
export const tieCellOf = (fact: Fact): TieCell => ({
  sheet: fact.location.sheet,
  address: addressOf(fact.location),
  value: fact.quantity ? digits(valueOf(fact.quantity), fact.table.unit) : '',
  label: `${fact.table.source?.period ?? ''}${fact.table.title} ${labelOf(fact)}`,
  ...(fact.table.source?.period && { period: fact.table.source.period }),
});

interface Seen {
  readonly facts: Fact[];
  readonly holdings: Holdings;
  readonly counted: boolean;
}

function lookupIn(seen: Seen): Lookup {
  return (reference): Outcome => {
    if (reference.kind !== 'path' || !reference.table) return { ok: false, why: '' };
    const table = seen.holdings.table(reference.table, reference.scope);
    const found = valueOfPath(reference, table, seen.counted ? unitOf : () => TEXT_UNIT);
    if (!found.ok) return found;
    if (table?.form === '补充资料' && found.facts[0]?.state !== 'figure')
      return { ok: false, why: '补充资料没有填' };
    seen.facts.push(...found.facts);
    return { ok: true, value: found.value, printed: found.facts.length > 0 };
  };
}

const formulas = new Map<string, Node>();
function formulaOf(text: string): Node {
  let node = formulas.get(text);
  if (!node) {
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new Error(`词典“${text}”：${parsed.problem.message}`);
    node = parsed.value;
    formulas.set(text, node);
  }
  return node;
}

/**
 * 取值 of a formula, in 万元, or with `counted` in the unit of each cell; undefined when the tables do not hold
 * it. A formula that cannot be read is a fault of the dictionary and throws.
 */
export function worthOfFormula(
  says: string,
  holdings: Holdings,
  counted = false,
): TableWorth | undefined {
  const seen: Seen = { facts: [], holdings, counted };
  const outcome = evaluate(formulaOf(says), lookupIn(seen));
  if (!outcome.ok) return undefined;
  const [only, ...more] = seen.facts;
  const inUnit = !counted && more.length === 0 && only?.quantity?.unit === TEXT_UNIT;
  const shown = inUnit ? only?.rounded : undefined;
  return { value: outcome.value, ...(shown && { shown }), cells: seen.facts.map(tieCellOf) };
}

/** The first of several formulas that is known, as above; undefined where none is. */
export function firstWorth(
  formulas: readonly string[] | undefined,
  holdings: Holdings,
  counted = false,
): TableWorth | undefined {
  for (const says of formulas ?? []) {
    const worth = worthOfFormula(says, holdings, counted);
    if (worth) return worth;
  }
  return undefined;
}
