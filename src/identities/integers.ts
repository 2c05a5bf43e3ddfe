// 整数核对: most relations foot to the last digit, which sums of integers show. Only what does is decided
// here; everything else goes to the one judge. Knows plans and figures; knows no bound.
import type { Fact, Table } from '../facts/fact.ts';
import { decimalsOfUnit } from '../measure/quantity.ts';
import type { Planned } from './plan.ts';

/** What stands in a cell, for a sum. */
const BLANK = 0;
const FIGURE = 1;
/** To be looked at by the judge: no number, another unit, too large for the grid. */
const OTHER = 2;

/** 整数阵列: the figures of a table as whole counts of one last digit, by row and column. */
interface Integers {
  readonly units: readonly Float64Array[];
  readonly states: readonly Uint8Array[];
  readonly decimals: number;
}

function stateOf({ state, quantity, table }: Fact): number {
  if (quantity) return quantity.unit === table.unit ? FIGURE : OTHER;
  return state === 'unread' || state === 'uncached' ? OTHER : BLANK;
}

const known = new WeakMap<Table, Integers>();

function integersOf(table: Table): Integers {
  let own = known.get(table);
  if (own) return own;
  let decimals = decimalsOfUnit(table.unit);
  for (const line of table.facts) {
    for (const fact of line) {
      if (fact?.quantity && fact.quantity.decimals > decimals) decimals = fact.quantity.decimals;
    }
  }
  const states = table.facts.map((line) => Uint8Array.from(line, (f) => (f ? stateOf(f) : BLANK)));
  const units = table.facts.map((line, row) =>
    Float64Array.from(line, (fact, column) => {
      if (!fact?.quantity || states[row]![column] !== FIGURE) return 0;
      const scaled = fact.quantity.units * 10 ** (decimals - fact.quantity.decimals);
      if (!Number.isSafeInteger(scaled)) states[row]![column] = OTHER;
      return scaled;
    }),
  );
  own = { units, states, decimals };
  known.set(table, own);
  return own;
}

/** A form without any figure counts as zero only when it is said to be empty. */
const isUnfilled = (table: Table): boolean => table.empty && !table.declaredEmpty;

/**
 * Whether a relation holds to the digit, or has nothing to compare; undefined where the judge has to say.
 */
export function footing({ plan, tables }: Planned): 'exact' | 'nothing' | undefined {
  if (!plan.linear || tables.some(isUnfilled)) return undefined;
  let [gap, figures] = [0, 0];
  let first: Table | undefined;
  for (const { cells, sign } of plan.targets) {
    for (let i = 0; i < cells.length; i += 3) {
      const table = tables[cells[i]!]!;
      const { units, states, decimals } = integersOf(table);
      const [row, column] = [cells[i + 1]!, cells[i + 2]!];
      const state = states[row]![column]!;
      if (state === OTHER) return undefined;
      if (state === BLANK) continue;
      first ??= table;
      if (table.unit !== first.unit || decimals !== integersOf(first).decimals) return undefined;
      figures += 1;
      gap += sign * units[row]![column]!;
    }
  }
  if (figures === 0) return 'nothing';
  if (!Number.isSafeInteger(gap)) return undefined;
  const { rel } = plan.relation;
  const isMet = gap === 0 || (rel === '≤' && gap < 0) || (rel === '≥' && gap > 0);
  return isMet ? 'exact' : undefined;
}
