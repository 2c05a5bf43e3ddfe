// 看错: what no slip of the hand explains and what lies far off was hardly miswritten; rather another number is meant
// than the one that was read. Knows equations; knows no word.
import { abs, compare, exact, greatest, isZero, times } from '../../measure/exact.ts';
import type { Figure } from '../text/figure.ts';
import { isExplained, LIKELY, shownOf, type Telling } from './explained.ts';
import type { Equation, Ratio, SumEquation, Term, Topic } from './relation.ts';
import { isKept, sumOfTerms, weigh } from './weigh.ts';

/** A number of fewer digits any slip would lead anywhere. */
const FIRM: Telling = { slip: 2, copy: 3, part: 2 };
/** Of the larger of two sums: farther apart they are hardly the same. */
const APART = exact(4, 1);
/** So many times as large or as small a rate is hardly that of the two. */
const TIMES = exact(4);

const sideOf = (form: readonly Term[], s: 1 | -1) =>
  abs(sumOfTerms(form.filter(([, own]) => own === s)).value);

/** So many times as large as what it is said to be a part of. */
const isPartFar = ({ form }: SumEquation): boolean =>
  compare(sideOf(form, 1), times(sideOf(form, -1), TIMES)) > 0;

function isSumFar({ form }: SumEquation): boolean {
  // Nothing is nothing: no other number is meant.
  if (form.length < 2 || form.some(([f]) => isZero(f.value))) return false;
  const gap = abs(sumOfTerms(form).value);
  return compare(gap, times(greatest(sideOf(form, 1), sideOf(form, -1)), APART)) > 0;
}

const isQuotientFar = ({ top, base, rate, per }: Ratio): boolean => {
  const part = abs(times(sumOfTerms(top).value, per ?? exact(100)));
  const told = abs(times(rate.value, sumOfTerms(base).value));
  if (isZero(part) || isZero(told)) return false;
  return compare(part, times(told, TIMES)) > 0 || compare(told, times(part, TIMES)) > 0;
};

const isOfWrongBase = (e: Equation): boolean =>
  e.kind === 'ratio' && e.mistaken !== undefined && isKept(weigh({ ...e, base: e.mistaken }));

/** What is hardly ever said in so many words: which two are meant is inferred from where they stand. */
const INFERRED: ReadonlySet<Topic> = new Set(['difference']);

/** 2家占5家的60.2%: a rate told of more digits than both that it would be of. */
const isOfFew = (equation: Equation): boolean =>
  equation.kind === 'ratio' &&
  equation.top.length + equation.base.length === 2 &&
  [...equation.top, ...equation.base].every(([f]) => shownOf(f) < 2) &&
  shownOf(equation.rate) > 2;

/** 不像笔误: no mistake of a common kind leads from what ought to be to what is printed, and it is far off or inferred. */
export function isImplausible(
  equation: Equation,
  topic: Topic,
  /** What stands beside its numbers, of which one may be a copy. */
  near: readonly Figure[],
): boolean {
  if (equation.kind === 'most') return isPartFar(equation) && !isExplained(equation, LIKELY);
  const far =
    equation.kind === 'ratio'
      ? isQuotientFar(equation)
      : equation.kind === 'sum' && isSumFar(equation);
  if (!far && !INFERRED.has(topic) && !isOfFew(equation)) return false;
  return !isOfWrongBase(equation) && !isExplained(equation, FIRM, near);
}
