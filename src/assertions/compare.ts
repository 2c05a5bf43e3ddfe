// The one judge. Somewhere a number is printed, something says what it ought to be: here is what that comes
// to, by one of a few named manners of comparing. Knows intervals; knows no place, no table and no words.
import { distance } from '../formula/relate.ts';
import type { Relational } from '../formula/tree.ts';
import {
  abs,
  compare,
  decimalsOf,
  type Exact,
  equal,
  exact,
  isZero,
  minus,
  plus,
  round,
  ZERO,
} from '../measure/exact.ts';
import {
  contains,
  type Interval,
  multiply,
  overlaps,
  point,
  reachOf,
} from '../measure/interval.ts';
import type { Cause } from './cause.ts';
import type { Verdict } from './finding.ts';

/**
 * 判断: a verdict with the numbers it rests on, in the unit that both sides are in; the gap is stated −
 * expected.
 */
export interface Judgement {
  readonly verdict: 'exact' | 'rounding' | 'broken';
  readonly stated: Exact;
  readonly expected: Exact;
  readonly gap: Exact;
  /** So much of the gap is rounding. */
  readonly bound: Exact;
}

/**
 * 比法. Rounding is never a tolerance: it is what the printed digits of both sides leave open.
 *
 * - `stored` 按所存的数: a relation between what cells hold; `hidden` widens it by what conditions leave open.
 * - `shown` 按所印的位数: the expected number rounded to the printed digits; `held` are the digits of its
 *   kind where one writer prints fewer.
 * - `quoted` 照抄: a figure copied, at its own digits; nothing else is allowed for.
 * - `rounded`, `cut` 四舍五入, 截尾 to `decimals` digits, from anything the computation leaves open.
 * - `either` 舍入或截尾: both are usual, and rounding to one digit less.
 * - `whole` 整数: counts stand for themselves.
 */
export type Manner =
  | {
      readonly by: 'stored';
      readonly rel: Relational;
      readonly exact?: boolean;
      readonly hidden?: Exact;
    }
  | { readonly by: 'shown'; readonly decimals: number; readonly held?: number }
  | { readonly by: 'quoted'; readonly decimals: number }
  | { readonly by: 'rounded' | 'cut' | 'either'; readonly decimals: number }
  | { readonly by: 'whole' };

/** Whether a gap is more than rounding allows for, both in one unit; by ≤ and ≥ only in the one direction. */
export function exceeds(rel: Relational, gap: Exact, bound: Exact): boolean {
  if (compare(abs(gap), bound) <= 0) return false;
  if (rel === '≤') return compare(gap, ZERO) > 0;
  return rel === '≥' ? compare(gap, ZERO) < 0 : true;
}

function byStored(
  stated: Interval,
  expected: Interval,
  manner: Manner & { by: 'stored' },
): Judgement {
  const { over, slack } = distance(manner.rel, stated, expected);
  const bound = manner.exact ? ZERO : plus(slack, manner.hidden ?? ZERO);
  return {
    verdict: isZero(over) ? 'exact' : compare(over, bound) <= 0 ? 'rounding' : 'broken',
    stated: stated.value,
    expected: expected.value,
    gap: minus(stated.value, expected.value),
    bound,
  };
}

/** 截尾 behind `decimals` digits, downwards: a negative number moves away from zero. */
export function cut(x: Exact, decimals: number): Exact {
  const nearest = round(x, decimals);
  return compare(nearest, x) > 0 ? minus(nearest, exact(1, decimals)) : nearest;
}

const within = (x: Exact, low: Exact, high: Exact): boolean =>
  compare(low, x) <= 0 && compare(x, high) <= 0;

/** Whether a number can come from an interval by rounding, cutting, or either. */
function comesFrom(x: Exact, { low, high }: Interval, by: 'rounded' | 'cut' | 'either', d: number) {
  if (by === 'rounded') return within(x, round(low, d), round(high, d));
  if (by === 'cut') return within(x, cut(low, d), cut(high, d));
  if (within(x, cut(low, d), round(high, d)) || within(x, low, high)) return true;
  // 19.04 to one digit is 19.0, and is printed 19.
  return decimalsOf(x) < d && within(x, round(low, d - 1), round(high, d - 1));
}

/** Half of the last digit, or whatever more the computation leaves open. */
const roomIn = (expected: Interval, decimals: number): Exact => {
  const [half, width] = [exact(5, decimals + 1), reachOf(expected)];
  return compare(half, width) >= 0 ? half : width;
};

function byDigits(
  { value }: Interval,
  ought: Interval,
  { by, decimals }: Manner & { by: 'rounded' | 'cut' | 'either' },
): Judgement {
  const expected = by === 'cut' ? cut(ought.value, decimals) : round(ought.value, decimals);
  const exactly = equal(expected, value);
  return {
    verdict: exactly ? 'exact' : comesFrom(value, ought, by, decimals) ? 'rounding' : 'broken',
    stated: value,
    expected,
    gap: minus(value, expected),
    bound: roomIn(ought, decimals),
  };
}

function byShown(
  stated: Interval,
  ought: Interval,
  { decimals, held = decimals }: Manner & { by: 'shown' },
): Judgement {
  const { value } = stated;
  const expected = round(ought.value, held);
  const near = () => equal(round(ought.value, decimals), value) || overlaps(stated, ought);
  return {
    verdict: equal(expected, value) ? 'exact' : near() ? 'rounding' : 'broken',
    stated: value,
    expected,
    gap: minus(value, expected),
    bound: plus(reachOf(stated), reachOf(ought)),
  };
}

function byCopy({ value }: Interval, ought: Interval, decimals: number): Judgement {
  const exactly = equal(ought.value, value);
  const near = equal(round(ought.value, decimals), value);
  return {
    verdict: exactly ? 'exact' : near ? 'rounding' : 'broken',
    stated: value,
    expected: ought.value,
    gap: minus(value, ought.value),
    bound: ZERO,
  };
}

/** 判断: what is stated against what it ought to be, both in one unit. */
export function judge(stated: Interval, expected: Interval, manner: Manner): Judgement {
  switch (manner.by) {
    case 'stored':
      return byStored(stated, expected, manner);
    case 'shown':
      return byShown(stated, expected, manner);
    case 'quoted':
      return byCopy(stated, expected, manner.decimals);
    case 'whole':
      return byStored(stated, expected, { by: 'stored', rel: '=', exact: true });
    default:
      return byDigits(stated, expected, manner);
  }
}

/**
 * 比率的判断: a printed rate, as a fraction, against `top` ÷ `base`, both in one unit, without dividing: what the
 * rate makes of the base is held against the top, and so are the numbers of the judgement. `exact` where the
 * quotient of the printed figures rounds to the rate.
 */
export function judgeQuotient(rate: Interval, top: Interval, base: Interval): Judgement {
  const judgement = judge(top, multiply(rate, base), { by: 'stored', rel: '=' });
  const asPrinted = contains(multiply(rate, point(base.value)), top.value);
  return asPrinted ? { ...judgement, verdict: 'exact' } : judgement;
}

const MISSED: Readonly<Record<Relational, Cause>> = {
  '=': 'differs',
  '≤': 'too-much',
  '≥': 'too-little',
  '∈': 'outside',
};
/** 原因代码 of a verdict. */
export const causeOf = (verdict: Verdict, rel: Relational = '='): Cause =>
  verdict === 'exact'
    ? 'agrees'
    : verdict === 'broken'
      ? MISSED[rel]
      : verdict === 'rounding'
        ? 'rounding'
        : 'undecided';

/**
 * The same against several equally right computations, at least one: the first that it is, else that it may
 * be; broken against the last.
 */
export function judgeAny(
  stated: Interval,
  expecteds: readonly Interval[],
  manner: Manner,
): Judgement {
  const all = expecteds.map((e) => judge(stated, e, manner));
  const chosen =
    all.find((j) => j.verdict === 'exact') ?? all.find((j) => j.verdict === 'rounding');
  return chosen ?? all.at(-1)!;
}
