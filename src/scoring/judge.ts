// By which manner scores, sums of points and rates are compared. Knows numbers only; compares nothing itself.
import { type Judgement, judge, judgeAny } from '../assertions/compare.ts';
import { decimalsOf, divide, type Exact, exact, round, sign, ZERO } from '../measure/exact.ts';
import { type Interval, point, quotient, shifted } from '../measure/interval.ts';
import { intervalOf, type Quantity, valueOf } from '../measure/quantity.ts';
import { total } from '../measure/ratios.ts';

/** 得分 against one or more equally right computations: rounded or cut at two digits, or rounded at one. */
export const judgeScore = (stated: Exact, expecteds: readonly Interval[]): Judgement =>
  judgeAny(point(stated), expecteds, { by: 'either', decimals: 2 });

/** Points that ought to add up: exact, except for digits that the cells hide. */
export function judgeSum(stated: Exact, parts: readonly Exact[]): Judgement {
  const hides = [stated, ...parts].some((p) => decimalsOf(p) > 2);
  const hidden = hides ? exact(5, 3) : ZERO;
  const judgement = judge(point(stated), point(total(parts)), { by: 'stored', rel: '=', hidden });
  return hides ? { ...judgement, expected: round(judgement.expected, 2) } : judgement;
}

/** 执行数 ÷ 预算数 as a fraction; undefined where there is no budget. A budget of mere rounding divides as printed. */
export function quotientOf(spent: Quantity, budget: Quantity): Interval | undefined {
  if (sign(valueOf(budget)) <= 0) return undefined;
  return (
    quotient(intervalOf(spent), intervalOf(budget)) ??
    point(divide(valueOf(spent), valueOf(budget))!)
  );
}

/** A printed rate in % against a quotient; what it ought to be is told in two digits at least. */
export function judgeRate(rate: Quantity, quotient: Interval): Judgement {
  const percent = shifted(quotient, 2);
  const judgement = judge(intervalOf(rate), percent, { by: 'shown', decimals: rate.decimals });
  const expected = round(percent.value, Math.max(2, rate.decimals));
  return { ...judgement, expected, bound: round(judgement.bound, 6) };
}

/** A rate as a fraction, with what its last printed digit leaves open. */
export const rateInterval = (rate: Quantity): Interval => shifted(intervalOf(rate), -2);
