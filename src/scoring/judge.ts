// Scores and rates held against what they ought to be, by interval. Knows numbers only.
import {
  abs,
  compare,
  decimalsOf,
  divide,
  type Exact,
  exact,
  greatest,
  isZero,
  least,
  minus,
  plus,
  round,
  shift,
  sign,
  ZERO,
} from '../measure/exact.ts';
import { halfOf, type Interval, type Quantity, valueOf } from '../measure/quantity.ts';
import type { Judgement } from './finding.ts';

/** Cut off behind `decimals` digits. */
export function cut(x: Exact, decimals: number): Exact {
  const nearest = round(x, decimals);
  return compare(nearest, x) > 0 ? minus(nearest, exact(1, decimals)) : nearest;
}

const within = (x: Exact, low: Exact, high: Exact): boolean =>
  compare(low, x) <= 0 && compare(x, high) <= 0;

/** Whether a printed score can come from a value: rounded or cut at two digits, or rounded at one. */
function admits(stated: Exact, expected: Interval): boolean {
  if (within(stated, cut(expected.low, 2), round(expected.high, 2))) return true;
  if (decimalsOf(stated) !== 1) return within(stated, expected.low, expected.high);
  return within(stated, round(expected.low, 1), round(expected.high, 1));
}

/** A printed score against one or more equally right computations. */
export function judgeScore(stated: Exact, expecteds: readonly Interval[]): Judgement {
  const exactly = expecteds.find((e) => compare(round(e.value, 2), stated) === 0);
  const near = exactly ?? expecteds.find((e) => admits(stated, e));
  const chosen = near ?? expecteds.at(-1)!;
  const expected = round(chosen.value, 2);
  const verdict = exactly ? 'exact' : near ? 'rounding' : 'broken';
  const bound = greatest(
    exact(5, 3),
    greatest(minus(chosen.high, chosen.value), minus(chosen.value, chosen.low)),
  );
  return { verdict, stated, expected, bound };
}

/** Points that ought to add up: exact, except for digits that the cells hide. */
export function judgeSum(stated: Exact, parts: readonly Exact[]): Judgement {
  const expected = parts.reduce(plus, ZERO);
  const gap = minus(stated, expected);
  const hidden = [stated, ...parts].some((p) => decimalsOf(p) > 2);
  const bound = hidden ? exact(5, 3) : ZERO;
  const verdict = isZero(gap) ? 'exact' : compare(abs(gap), bound) <= 0 ? 'rounding' : 'broken';
  return { verdict, stated, expected: hidden ? round(expected, 2) : expected, bound };
}

const interval = (q: Quantity): Interval => {
  const [value, half] = [valueOf(q), halfOf(q)];
  return { value, low: minus(value, half), high: plus(value, half) };
};

/** 执行数 ÷ 预算数 as a fraction, with what rounding leaves open; undefined where there is no budget. */
export function quotientOf(spent: Quantity, budget: Quantity): Interval | undefined {
  const [b, a] = [interval(spent), interval(budget)];
  if (sign(a.low) <= 0) {
    const value = sign(a.value) > 0 ? divide(b.value, a.value) : undefined;
    return value && { value, low: value, high: value };
  }
  const corners = [a.low, a.high].flatMap((x) => [divide(b.low, x)!, divide(b.high, x)!]);
  return {
    value: divide(b.value, a.value)!,
    low: corners.reduce(least),
    high: corners.reduce(greatest),
  };
}

/** A printed rate in % against a quotient. */
export function judgeRate(rate: Quantity, quotient: Interval): Judgement {
  const stated = valueOf(rate);
  const half = exact(5, rate.decimals + 1);
  const percent = shift(quotient.value, 2);
  const expected = round(percent, Math.max(2, rate.decimals));
  const agrees = compare(round(percent, rate.decimals), stated) === 0;
  const meets =
    compare(minus(stated, half), shift(quotient.high, 2)) <= 0 &&
    compare(shift(quotient.low, 2), plus(stated, half)) <= 0;
  const width = greatest(
    minus(shift(quotient.high, 2), percent),
    minus(percent, shift(quotient.low, 2)),
  );
  const verdict = agrees ? 'exact' : meets ? 'rounding' : 'broken';
  return { verdict, stated, expected, bound: round(plus(half, width), 6) };
}

/** A rate as a fraction, with what its last printed digit leaves open. */
export function rateInterval(rate: Quantity): Interval {
  const half = exact(5, rate.decimals + 1);
  const value = valueOf(rate);
  return {
    value: shift(value, -2),
    low: shift(minus(value, half), -2),
    high: shift(plus(value, half), -2),
  };
}
