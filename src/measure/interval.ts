// Numbers known to within rounding, and their arithmetic: the only place where bounds are added, multiplied
// or compared. Knows exact numbers; knows no unit, no table and no rule.
import {
  abs,
  compare,
  divide,
  type Exact,
  greatest,
  isZero,
  least,
  minus,
  negate,
  plus,
  round,
  shift,
  sign,
  times,
  ZERO,
} from './exact.ts';

/**
 * 取值区间: what a number known to within rounding may be, both bounds included; `value` is what is printed. All
 * three are in one unit, which whoever has the interval knows.
 */
export interface Interval {
  readonly value: Exact;
  readonly low: Exact;
  readonly high: Exact;
}

/** 区间 of a value and the half-digit on either side of it, both in one unit. */
export const around = (value: Exact, half: Exact): Interval => ({
  value,
  low: minus(value, abs(half)),
  high: plus(value, abs(half)),
});
/** 区间 without width, in the unit of the number: it stands for itself. */
export const point = (value: Exact): Interval => ({ value, low: value, high: value });
/** 零: what a blank cell counts as. */
export const NOUGHT: Interval = point(ZERO);

/**
 * A function of one number at value and bounds, in whatever unit it gives; it must not fall where its
 * argument rises.
 */
export const rising = (i: Interval, f: (x: Exact) => Exact): Interval => ({
  value: f(i.value),
  low: f(i.low),
  high: f(i.high),
});
/** The same of several numbers in one unit at once: their sum, the least of them. */
export const risingAll = (
  all: readonly Interval[],
  f: (xs: readonly Exact[]) => Exact,
): Interval => ({
  value: f(all.map((i) => i.value)),
  low: f(all.map((i) => i.low)),
  high: f(all.map((i) => i.high)),
});

/** 和 of two in one unit: bounds are added too. */
export const add = (a: Interval, b: Interval): Interval => ({
  value: plus(a.value, b.value),
  low: plus(a.low, b.low),
  high: plus(a.high, b.high),
});
/** 差 of two in one unit: the bounds of what is taken off change places. */
export const subtract = (a: Interval, b: Interval): Interval => add(a, opposite(b));
/** 相反数, in the same unit: the bounds change places. */
export const opposite = (i: Interval): Interval => ({
  value: negate(i.value),
  low: negate(i.high),
  high: negate(i.low),
});
/** The same width somewhere else: `by`, in the same unit, is added to a number that stands for itself. */
export const moved = (i: Interval, by: Exact): Interval => rising(i, (x) => plus(x, by));
/**
 * 绝对值, in the same unit, by the sign of what is printed: a number that rounding lets fall below zero is not
 * turned over.
 */
export const upright = (i: Interval): Interval => (sign(i.value) < 0 ? opposite(i) : i);
/** 绝对值, in the same unit, of an interval that lies wholly below zero; any other as it is. */
export const magnitude = (i: Interval): Interval => (sign(i.high) < 0 ? opposite(i) : i);
/** 合计 of any number of intervals in one unit; 零 of none. */
export const sumOfAll = (all: Iterable<Interval>): Interval => [...all].reduce(add, NOUGHT);

/** Whatever the corners leave possible around a value, all in one unit; there is at least one corner. */
export const hull = (corners: readonly Exact[], value: Exact): Interval => ({
  value,
  low: corners.reduce(least),
  high: corners.reduce(greatest),
});

const CORNERS = [
  ['low', 'low'],
  ['low', 'high'],
  ['high', 'low'],
  ['high', 'high'],
] as const;

/** 积, in the unit of both together: a share as a fraction times 万元 is 万元. */
export const multiply = (a: Interval, b: Interval): Interval =>
  hull(
    CORNERS.map(([x, y]) => times(a[x], b[y])),
    times(a.value, b.value),
  );
/** 商: of two in one unit a fraction, not %; undefined where the divisor is zero, or may be. */
export const quotient = (a: Interval, b: Interval): Interval | undefined =>
  isZero(b.value) || sign(b.low) !== sign(b.high)
    ? undefined
    : hull(
        CORNERS.map(([x, y]) => divide(a[x], b[y])!),
        divide(a.value, b.value)!,
      );

/** × 10^`places`: a fraction in %, 元 in 万元. */
export const shifted = (i: Interval, places: number): Interval =>
  rising(i, (x) => shift(x, places));
/** 四舍五入 to `decimals` digits. */
export const roundedTo = (i: Interval, decimals: number): Interval =>
  rising(i, (x) => round(x, decimals));

/** Whether a number in the unit of the interval lies within; the bounds do. */
export const contains = ({ low, high }: Interval, x: Exact): boolean =>
  compare(low, x) <= 0 && compare(x, high) <= 0;
/** Whether two numbers in one unit may be the same; touching bounds are enough. */
export const overlaps = (a: Interval, b: Interval): boolean =>
  compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
/** Whether no digit is left open. */
export const isPoint = ({ low, high }: Interval): boolean => compare(low, high) === 0;
/** The farther bound's distance from the value, in the unit of the interval; never negative. */
export const reachOf = ({ value, low, high }: Interval): Exact =>
  greatest(minus(high, value), minus(value, low));
