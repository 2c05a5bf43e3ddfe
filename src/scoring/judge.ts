// By which manner scores, sums of points and rates are compared, and what a relation makes of their numbers. Knows
// numbers and the notation; compares nothing itself.
import { type Judgement, judge, judgeAny } from '../assertions/compare.ts';
import { evaluate } from '../formula/evaluate.ts';
import { printFormula, printPath } from '../formula/print.ts';
import type { Node } from '../formula/tree.ts';
import { decimalsOf, divide, type Exact, exact, round, sign, ZERO } from '../measure/exact.ts';
import { type Interval, point, quotient, shifted } from '../measure/interval.ts';
import { intervalOf, type Quantity, valueOf } from '../measure/quantity.ts';
import { total } from '../measure/ratios.ts';
import { relationsIn, rightOf } from './names.ts';

/** 得分 against one or more equally right computations: rounded or cut at two digits, or rounded at one. */
export const judgeScore = (stated: Exact, expecteds: readonly Interval[]): Judgement =>
  judgeAny(point(stated), expecteds, { by: 'either', decimals: 2 });

/**
 * Points that ought to add up, in 分, by a relation of which one side is a Σ: exact, except for digits that
 * the cells hide. What is stated stands on the other side, whichever that is. A relation that cannot be
 * computed is a fault of the catalogue and throws.
 */
export function judgeSum(says: string, stated: Exact, parts: readonly Exact[]): Judgement {
  const { left, right, rel } = relationsIn(says)[0]!;
  const sum = total(parts);
  const valued = (node: Node): Interval => {
    const outcome = evaluate(node, (r) => {
      const value = r.kind === 'path' && printPath(r).startsWith('Σ') ? sum : stated;
      return { ok: true, value: point(value) };
    });
    if (!outcome.ok) throw new Error(`${says}: ${outcome.why}`);
    return outcome.value;
  };
  const hides = [stated, ...parts].some((p) => decimalsOf(p) > 2);
  const hidden = hides ? exact(5, 3) : ZERO;
  const [own, ought] = printFormula(left).startsWith('Σ') ? [right, left] : [left, right];
  const judgement = judge(valued(own), valued(ought), { by: 'stored', rel, hidden });
  return hides ? { ...judgement, expected: round(judgement.expected, 2) } : judgement;
}

/**
 * What a rate ought to be by the relation that says it, as a fraction; undefined where there is nothing to divide by.
 * A budget of mere rounding divides as printed.
 */
export function rateBy(
  says: string,
  amounts: Readonly<Record<string, Quantity>>,
): Interval | undefined {
  const by = (value: (q: Quantity) => Interval) =>
    rightOf(
      says,
      Object.fromEntries(Object.entries(amounts).map(([name, q]) => [name, { value: value(q) }])),
    );
  const [open, printed] = [by(intervalOf), by((q) => point(valueOf(q)))];
  return open.ok ? open.value : printed.ok ? printed.value : undefined;
}

/** 执行数 ÷ 预算数 as a fraction; undefined where there is no budget. */
export const quotientOf = (spent: Quantity, budget: Quantity): Interval | undefined =>
  sign(valueOf(budget)) <= 0
    ? undefined
    : (quotient(intervalOf(spent), intervalOf(budget)) ??
      point(divide(valueOf(spent), valueOf(budget))!));

/** A printed rate in % against a quotient; what it ought to be is told in two digits at least. */
export function judgeRate(rate: Quantity, quotient: Interval): Judgement {
  const percent = shifted(quotient, 2);
  const judgement = judge(intervalOf(rate), percent, { by: 'shown', decimals: rate.decimals });
  const expected = round(percent.value, Math.max(2, rate.decimals));
  return { ...judgement, expected, bound: round(judgement.bound, 6) };
}

/** A rate as a fraction, with what its last printed digit leaves open. */
export const rateInterval = (rate: Quantity): Interval => shifted(intervalOf(rate), -2);
