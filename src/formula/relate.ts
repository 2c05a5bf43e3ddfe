// How two intervals stand to each other by 等于, 不大于, 不小于 and 在区间内. Knows intervals and signs of
// relation; says nothing about what follows.
import { compare, type Exact, isZero, minus, negate, plus, sign, ZERO } from '../measure/exact.ts';
import type { Interval } from '../measure/interval.ts';
import type { Relational } from './tree.ts';

/**
 * 相差: by how much a relation is missed, and how much of that rounding allows for on both sides, in the unit
 * of both.
 */
export interface Distance {
  readonly over: Exact;
  readonly slack: Exact;
}

/** Room below the left value and above the right one, or the other way about. */
const slackBetween = (left: Interval, right: Interval, leftIsMore: boolean): Exact =>
  leftIsMore
    ? plus(minus(left.value, left.low), minus(right.high, right.value))
    : plus(minus(left.high, left.value), minus(right.value, right.low));

/**
 * By how much `left rel right` is missed, both in one unit; `over` is zero where it holds as printed, and
 * never negative.
 */
export function distance(rel: Relational, left: Interval, right: Interval): Distance {
  if (rel === '∈') {
    const [below, above] = [minus(right.low, left.value), minus(left.value, right.high)];
    if (sign(below) > 0) return { over: below, slack: minus(left.high, left.value) };
    return { over: sign(above) > 0 ? above : ZERO, slack: minus(left.value, left.low) };
  }
  const gap = minus(left.value, right.value);
  const slack = slackBetween(left, right, sign(gap) > 0);
  if (rel === '=') return { over: sign(gap) < 0 ? negate(gap) : gap, slack };
  const missed = rel === '≤' ? gap : negate(gap);
  return { over: sign(missed) > 0 ? missed : ZERO, slack };
}

/** 比较结果: how a comparison by interval comes out; `close` when only rounding saves it. */
export type Fit = 'holds' | 'close' | 'fails';

/** Compares two intervals in one unit: values first, then whether the intervals admit the relation. */
export function fitOf(rel: Relational, left: Interval, right: Interval): Fit {
  const { over, slack } = distance(rel, left, right);
  return isZero(over) ? 'holds' : compare(over, slack) <= 0 ? 'close' : 'fails';
}
