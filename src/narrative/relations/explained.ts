// How numbers that do not agree may have come about: a slip of the hand, the number beside copied, a part forgotten
// or counted twice. What explains a gap this way is no incomplete list and no chance. Knows digits; knows no word.
import { abs, equal, isZero, shift, sign, toText } from '../../measure/exact.ts';
import { type Figure, powerOf } from '../text/figure.ts';
import { type Equation, membersOf, type Ratio, type SumEquation } from './relation.ts';
import { isExchanged, mayBeSlip, shiftsOf, slipsOf } from './slips.ts';
import { isKept, mend, sumOfTerms, weigh } from './weigh.ts';

/** How many digits a number must show, so that what explains it is no chance. */
export interface Telling {
  /** Of a number mistyped. */
  readonly slip: number;
  /** Of a number copied, zeros at either end apart. */
  readonly copy: number;
  /** Of a part forgotten; none where no part may have been. */
  readonly part?: number;
}

/** 关系明确: the words leave no doubt what adds up. */
export const SURE: Telling = { slip: 1, copy: 3, part: 2 };
/** 关系可能: only what is said nearby suggests it. */
export const LIKELY: Telling = { slip: 4, copy: 3 };

const digits = (text: string): string => text.replace(/[-.]/g, '').replace(/^0+/, '');

/** 印出的位数: of its own unit, zeros behind counted. */
export function shownOf({ token, kind, unit, value }: Figure): number {
  const own = kind === 'money' ? shift(value, -powerOf(unit)) : value;
  return digits(toText(own, token?.decimals ?? 0)).length;
}

/** 有效数字: digits that a number shows, zeros at either end apart. */
export const digitsOf = ({ value }: Figure): number =>
  digits(toText(value)).replace(/0+$/, '').length;

/** Longer sums are only tried exactly. */
const MANY = 12;

function slipMends(equation: Equation, figure: Figure): boolean {
  const fits = (value: Parameters<typeof mayBeSlip>[1] | undefined): boolean =>
    value !== undefined && isKept(weigh(equation, { figure, value }));
  const ought = mend(equation, figure);
  if (ought && !isZero(ought) && mayBeSlip(figure, ought) && fits(ought)) return true;
  if (shiftsOf(figure).some((trial) => isKept(weigh(equation, trial)))) return true;
  return membersOf(equation).length <= MANY && [...slipsOf(figure)].some(fits);
}

/** So many numbers apart one may have been copied from the other. */
const BESIDE = 4;

/** 抄成邻数: another of the same worth stands beside it. */
export function isCopy(figure: Figure, others: readonly Figure[], least: number): boolean {
  if (digitsOf(figure) < least) return false;
  return others.some(
    (o) =>
      o !== figure &&
      o.token !== undefined &&
      o.unit === figure.unit &&
      Math.abs(o.index - figure.index) <= BESIDE &&
      equal(abs(o.value), abs(figure.value)),
  );
}

function copyMends(equation: Equation, figure: Figure, near: readonly Figure[], least: number) {
  if (!isCopy(figure, near, least)) return false;
  const ought = mend(equation, figure);
  return (
    ought !== undefined && sign(ought) > 0 && isKept(weigh(equation, { figure, value: ought }))
  );
}

/** 漏加、多加一项: the gap is the worth of one of the parts. */
function isForgotten({ form }: SumEquation, least: number): boolean {
  if (form.length < 4) return false;
  const gap = sumOfTerms(form).value;
  return form.slice(0, -1).some(([f]) => digitsOf(f) >= least && equal(abs(gap), abs(f.value)));
}

/** 两数颠倒、错位: what is rarely chance even in a number of few digits. */
const SURE_SLIP = 3;

/** 率本身笔误: the rate mistyped, whatever it is of; of few digits only two exchanged or the point moved. */
export function isMistyped(equation: Ratio): boolean {
  const { rate } = equation;
  const ought = mend(equation, rate);
  if (!ought || isZero(ought) || shownOf(rate) < SURE_SLIP) return false;
  if (shiftsOf(rate).some((trial) => isKept(weigh(equation, trial)))) return true;
  return shownOf(rate) > SURE_SLIP ? mayBeSlip(rate, ought) : isExchanged(rate, ought);
}

/** 可解释: one mistake of a common kind makes a relation hold. */
export function isExplained(
  equation: Equation,
  telling: Telling,
  near: readonly Figure[] = [],
): boolean {
  const members = membersOf(equation).filter((f) => f.token);
  if (members.some((f) => shownOf(f) >= telling.slip && slipMends(equation, f))) return true;
  const beside = [...members, ...near];
  if (members.some((f) => copyMends(equation, f, beside, telling.copy))) return true;
  return (
    equation.kind === 'sum' && telling.part !== undefined && isForgotten(equation, telling.part)
  );
}
