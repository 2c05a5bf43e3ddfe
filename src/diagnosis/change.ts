// Which change of a cell is meant, where several would do: the one most relations ask for, or a slip of
// the hand. Knows equations; knows no table.
import { type Fact, mayBeNegative } from '../facts/fact.ts';
import {
  abs,
  compare,
  type Exact,
  isZero,
  least,
  minus,
  negate,
  plus,
  round,
  shift,
  sign,
  toText,
} from '../measure/exact.ts';
import { cellNumber, type ErrorEquation, type Index, type Range, remedy } from './equations.ts';
import { SLIP_ORDER, slipOf, slipsFrom } from './slip.ts';

/** 假设后的差额: changes already supposed, and the gaps they leave. */
export type Gaps = ReadonlyMap<ErrorEquation, Exact>;
/**
 * 差额 of an equation under what is supposed, in its own unit; as it stands where nothing supposed touches it.
 */
export const gapIn = (equation: ErrorEquation, gaps: Gaps): Exact =>
  gaps.get(equation) ?? equation.gap;

const within = (x: Exact, r: Range): boolean =>
  (!r.low || compare(x, r.low) >= 0) && (!r.high || compare(x, r.high) <= 0);

/**
 * Of the admissible changes, in the unit of the cell, the one that most broken equations ask for exactly.
 * Where residues make them ask for different ones equally often, the more human slip is meant. Undefined
 * where none is left within the range but no change at all.
 */
export function choose(
  fact: Fact,
  range: Range,
  broken: readonly ErrorEquation[],
  gaps: Gaps,
): Exact | undefined {
  const votes = new Map<string, { change: Exact; count: number }>();
  const places = placesOf(fact, broken);
  const equalities = broken.filter((e) => e.rel === '=');
  for (const equation of equalities.length > 0 ? equalities : broken) {
    const exact = remedy(equation, fact, gapIn(equation, gaps));
    const change = round(exact, places);
    if (!within(change, range)) continue;
    const key = toText(change);
    const known = votes.get(key);
    if (known) known.count += 1;
    else votes.set(key, { change, count: 1 });
  }
  const asked = [...votes.values()].sort(
    (a, b) => compare(abs(a.change), abs(b.change)) || compare(a.change, b.change),
  );
  const near = broken.every((e) => e.footed) ? [] : slipsWithin(fact, range, asked);
  const best = likeliest(fact, [...asked, ...near]);
  if (best) return isZero(best) ? undefined : best;
  const edge = range.low ?? range.high;
  const snapped = edge && round(edge, places);
  return snapped && within(snapped, range) && !isZero(snapped) ? snapped : undefined;
}

/**
 * Decimals of a cell. A blank has none of its own: it ought to have those of the figures in its relations.
 */
export function placesOf(fact: Fact, equations: readonly ErrorEquation[]): number {
  if (fact.quantity) return fact.quantity.decimals;
  const beside = equations.flatMap((e) => [...e.terms.keys()]);
  const own = beside.filter((f) => f.quantity && f.table.unit === fact.table.unit);
  return Math.max(0, ...own.map((f) => f.quantity!.decimals));
}

interface Vote {
  readonly change: Exact;
  readonly count: number;
}
/**
 * Where no two equations ask for one and the same change, residues hide which it was: a slip of the
 * hand within the admissible range is likelier than the value that happens to foot. Where all other sums
 * foot to the last digit there are no residues to hide it.
 */
function slipsWithin(fact: Fact, range: Range, asked: readonly Vote[]): Vote[] {
  const open = asked.length > 0 && asked.every((v) => v.count === 1);
  if (!open || !range.low || !range.high) return [];
  const value = cellNumber(fact);
  // A value that foots and is a slip of the hand too needs no other.
  const human = (v: Vote) => {
    const slip = slipOf(value, plus(value, v.change), { neighbours: [], addends: [] });
    return slip !== 'omitted' && slip !== 'other';
  };
  if (asked.some(human)) return [];
  const far = (change: Exact) => asked.map((v) => abs(minus(v.change, change))).reduce(least);
  return slipsFrom(value)
    .map((ought) => minus(ought, value))
    .filter((change) => within(change, range))
    .sort((a, b) => compare(far(a), far(b)))
    .map((change) => ({ change, count: 1 }));
}

function likeliest(fact: Fact, votes: readonly Vote[]): Exact | undefined {
  const most = Math.max(...votes.map((v) => v.count));
  const value = cellNumber(fact);
  const order = (change: Exact) =>
    SLIP_ORDER.indexOf(slipOf(value, plus(value, change), { neighbours: [], addends: [] }));
  return votes
    .filter((v) => v.count === most)
    .map((v) => v.change)
    .sort((a, b) => order(a) - order(b))[0];
}

/** 假设一处改动: the gaps that a change of one cell, in its own unit, would leave in the relations it stands in. */
export function applied(
  fact: Fact,
  change: Exact,
  index: Index,
  before: Gaps = new Map(),
): Map<ErrorEquation, Exact> {
  const gaps = new Map<ErrorEquation, Exact>();
  for (const equation of index.get(fact) ?? []) {
    const term = equation.terms.get(fact)!;
    const moved = shift(change, term.shift);
    gaps.set(equation, plus(gapIn(equation, before), term.sign > 0 ? moved : negate(moved)));
  }
  return gaps;
}

/** Amounts of accounts do not become negative by being put right; balances and changes may. */
export const isLeft = (fact: Fact, change: Exact): boolean =>
  mayBeNegative(fact) || sign(cellNumber(fact)) < 0 || sign(plus(cellNumber(fact), change)) >= 0;
