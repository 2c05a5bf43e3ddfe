// 整数核对: most relations foot to the last digit, which sums of integers show. Only what does is decided
// here; everything else goes to the one judge. Knows plans and figures; knows no bound.
import type { Fact, Table } from '../facts/fact.ts';
import { decimalsOfUnit, isMoney, powerBetween } from '../measure/quantity.ts';
import { type Expansion, type Plan, startOf } from './plan.ts';

/** What stands in a cell, for a sum. */
const BLANK = 0;
const FIGURE = 1;
/** To be looked at by the judge: no number, another unit, too large for the grid. */
const OTHER = 2;

/** 整数阵列: the figures of a table as whole counts of one last digit, row after row. */
interface Integers {
  readonly width: number;
  readonly units: Float64Array;
  readonly states: Uint8Array;
  /** The power of ten of 元 that one of them stands for; of no money, of its own unit. */
  readonly power: number;
}

function stateOf({ state, quantity, table }: Fact): number {
  if (quantity) return quantity.unit === table.unit ? FIGURE : OTHER;
  return state === 'unread' || state === 'uncached' ? OTHER : BLANK;
}

const known = new WeakMap<Table, Integers>();

/** So many digits as the figure of a table with the most of them. */
function decimalsIn({ facts, unit }: Table): number {
  let decimals = decimalsOfUnit(unit);
  for (const line of facts)
    for (const fact of line) {
      const own = fact?.quantity?.decimals;
      if (own !== undefined && own > decimals) decimals = own;
    }
  return decimals;
}

function integersOf(table: Table): Integers {
  let own = known.get(table);
  if (own) return own;
  const decimals = decimalsIn(table);
  const width = table.columns.length;
  const states = new Uint8Array(table.facts.length * width);
  const units = new Float64Array(states.length);
  table.facts.forEach((line, row) => {
    for (let column = 0; column < width; column += 1) {
      const fact = line[column];
      if (!fact) continue;
      const at = row * width + column;
      const state = stateOf(fact);
      states[at] = state;
      if (state !== FIGURE) continue;
      const { quantity } = fact;
      const scaled = quantity!.units * 10 ** (decimals - quantity!.decimals);
      units[at] = scaled;
      if (!Number.isSafeInteger(scaled)) states[at] = OTHER;
    }
  });
  own = { width, units, states, power: powerBetween(table.unit, '元') - decimals };
  known.set(table, own);
  return own;
}

/** A form without any figure counts as zero only when it is said to be empty. */
const isUnfilled = (table: Table): boolean => table.empty && !table.declaredEmpty;

/** How a relation came out: not by integers, it has to be judged. */
export const JUDGE = 0;
/** There is nothing to compare. */
export const NOTHING = 1;
/** It holds to the last digit; whatever is more holds with a blank in it. */
export const HOLDS = 2;
const HOLDS_WITH_BLANKS = 3;

/** Tables of one unit, or of several units of money, in whole counts of the smallest last digit among them. */
interface Scaled {
  readonly integers: readonly Integers[];
  readonly factors: readonly number[];
}

function scaled(tables: readonly Table[]): Scaled | undefined {
  const unit = tables[0]?.unit;
  if (!tables.every((t) => t.unit === unit || (isMoney(t.unit) && isMoney(unit!))))
    return undefined;
  const integers = tables.map(integersOf);
  const least = Math.min(...integers.map((i) => i.power));
  return { integers, factors: integers.map((i) => 10 ** (i.power - least)) };
}

/** How one assertion of a plan comes out. */
function cameOut(plan: Plan, n: number, { integers, factors }: Scaled): number {
  const { signs, cells, ends, paths, whereLoose, loose, usual } = plan;
  let [gap, figures, blanks] = [0, 0, 0];
  let at = startOf(plan, n);
  for (let p = 0; p < paths.length; p += 1) {
    const end = ends[n * paths.length + p]!;
    for (; at < end; at += 3) {
      const table = cells[at]!;
      const { width, units, states } = integers[table]!;
      const place = cells[at + 1]! * width + cells[at + 2]!;
      const state = states[place];
      if (state === OTHER) return JUDGE;
      if (state === BLANK) {
        blanks += 1;
        continue;
      }
      const own = units[place]! * factors[table]!;
      figures += 1;
      gap += signs![p]! * own;
      if (!Number.isSafeInteger(own) || !Number.isSafeInteger(gap)) return JUDGE;
    }
  }
  if (figures === 0) return NOTHING;
  const { rel } = whereLoose.has(n) ? loose.relation : usual.relation;
  const isMet = gap === 0 || (rel === '≤' && gap < 0) || (rel === '≥' && gap > 0);
  return isMet ? (blanks > 0 ? HOLDS_WITH_BLANKS : HOLDS) : JUDGE;
}

/** 整数核对 of every assertion of a relation, in the order of its numbers. */
export function integerFooting({ plan, tables, numbers }: Expansion): number[] {
  const own = plan.signs && !tables.some(isUnfilled) ? scaled(tables) : undefined;
  const came = new Array<number>(numbers.length).fill(JUDGE);
  if (own) for (let i = 0; i < came.length; i += 1) came[i] = cameOut(plan, numbers[i]!, own);
  return came;
}
