// An equation weighed by the figures as printed, each within its own rounding: what it comes to is an interval,
// and the one judge says whether it holds. Knows equations; adds no bounds and knows no word.
import { type Judgement, judge, judgeQuotient } from '../../assertions/compare.ts';
import {
  abs,
  divide,
  type Exact,
  exact,
  least,
  minus,
  negate,
  ONE,
  plus,
  round,
  shift,
  sign,
  times,
  ZERO,
} from '../../measure/exact.ts';
import {
  add,
  around,
  type Interval,
  moved,
  multiply,
  NOUGHT,
  opposite,
  point,
  shifted,
  upright,
} from '../../measure/interval.ts';
import { type Figure, powerOf } from '../text/figure.ts';
import type { Equation, Products, Ratio, Term } from './relation.ts';

/** 相符, 尾差, 差一个末位, 不符; 'none' where there is nothing to divide by. */
export type Weight = Judgement['verdict'] | 'last' | 'none';

/** 试算: a figure tried with another value. */
export interface Trial {
  readonly figure: Figure;
  readonly value: Exact;
  /** Half of its last digit, where that is another: of the next larger unit. */
  readonly half?: Exact;
}

/** 成立: exactly, or within the rounding of what is printed. */
export const isKept = (w: Weight): boolean => w === 'exact' || w === 'rounding';

const HUNDRED = exact(100);
const HALF = exact(5, 1);
const ownHalf = (f: Figure): Exact => f.half;

/** A figure, or what is tried for it, within half of its last digit. */
const within = (f: Figure, trial: Trial | undefined, half = ownHalf): Interval =>
  trial?.figure === f ? around(trial.value, trial.half ?? half(f)) : around(f.value, half(f));

const signed = (i: Interval, s: 1 | -1): Interval => (s > 0 ? i : opposite(i));

const added = (
  form: readonly Term[],
  trial: Trial | undefined,
  half = nothingHalf(form),
): Interval => form.reduce((sum, [f, s]) => add(sum, signed(within(f, trial, half), s)), NOUGHT);

/** Sums of few terms are as fast added up anew. */
const FEW = 8;

interface Whole {
  readonly sum: Interval;
  /** How often each figure is added; taken away counts as less than none. */
  readonly times: ReadonlyMap<Figure, number>;
}
const wholes = new WeakMap<readonly Term[], Whole>();

/** A long sum is added up once; trying another value for one of its figures is one step more. */
function wholeOf(form: readonly Term[]): Whole {
  let whole = wholes.get(form);
  if (!whole) {
    const times = new Map<Figure, number>();
    for (const [figure, s] of form) times.set(figure, (times.get(figure) ?? 0) + s);
    whole = { sum: added(form, undefined), times };
    wholes.set(form, whole);
  }
  return whole;
}

/** 代数和 of figures with their signs, as wide as their last digits leave it. */
export function sumOfTerms(form: readonly Term[], trial?: Trial): Interval {
  if (form.length <= FEW) return added(form, trial);
  const whole = wholeOf(form);
  const often = trial && whole.times.get(trial.figure);
  if (!often) return whole.sum;
  return moved(whole.sum, times(exact(often), minus(trial.value, trial.figure.value)));
}

/** 0万元 beside 120.50万元 is nothing at all. */
function nothingHalf(form: readonly Term[]): (f: Figure) => Exact {
  const fine = form.some(([f]) => f.token && f.token.decimals > 0);
  return (f) => (fine && f.token?.decimals === 0 && sign(f.value) === 0 ? ZERO : ownHalf(f));
}

/** 2万元 beside 1.34万元 is 2.00: a house that prints two places drops zeros. */
function fineHalf({ top, base }: Ratio): (f: Figure) => Exact {
  const finest = new Map<string, Exact>();
  for (const [{ unit, half }] of [...top, ...base]) {
    const known = finest.get(unit);
    finest.set(unit, known ? least(known, half) : half);
  }
  return (f) => finest.get(f.unit) ?? f.half;
}

const often = (base: Interval, n: Exact | undefined): Interval =>
  n ? multiply(base, point(n)) : base;

/** Σ of products. */
const produced = ({ products }: Products, trial?: Trial): Interval =>
  products.reduce((sum, { of, by, over, times: n, sign: s }) => {
    const factors = [by, over].filter((f) => f !== undefined);
    const product = factors.reduce((all, f) => multiply(all, within(f, trial)), within(of, trial));
    return add(sum, signed(often(product, n), s));
  }, NOUGHT);

/** 23951.90元 a head was divided: to the 分, but rounded. */
const roundedHalf = ({ rate, per }: Ratio): Exact =>
  per !== undefined && rate.kind === 'money' && sign(rate.half) === 0
    ? times(rate.last, HALF)
    : rate.half;
const isWhole = ({ token }: Figure): boolean => token?.decimals === 0;
/** A last place of so much of the whole number is no last place: 3 beside 4, 1.5 beside 1.6. */
const FAR = exact(1, 1);

/** The quotient is off by a tenth of itself; multiplied out, as nothing need be divided for it. */
function isFar({ rate }: Ratio, top: Interval, base: Interval): boolean {
  const own = abs(top.value);
  const gap = abs(minus(own, times(abs(rate.value), base.value)));
  return sign(minus(gap, times(own, FAR))) > 0;
}

function weighRatio(e: Ratio, trial: Trial | undefined): Weight {
  const half = fineHalf(e);
  const base = often(added(e.base, trial, half), e.times);
  if (sign(base.value) <= 0) return 'none';
  const sized = (i: Interval): Interval => (e.signed ? i : upright(i));
  const part = sized(added(e.top, trial, half));
  const top = e.per ? multiply(part, point(e.per)) : shifted(part, 2);
  const rateWithin = (room: Exact): Interval =>
    sized(around(trial?.figure === e.rate ? trial.value : e.rate.value, room));
  const own = (trial?.figure === e.rate ? trial.half : undefined) ?? roundedHalf(e);
  const { verdict } = judgeQuotient(rateWithin(own), top, base);
  if (verdict !== 'broken') return verdict;
  // 差一个末位: cut or moved by one; of a rate in whole numbers only cut, for 4 beside 5 is no last place.
  const whole = trial?.figure !== e.rate && isWhole(e.rate);
  const room = whole ? e.rate.last : plus(own, e.rate.last);
  const nearly = judgeQuotient(rateWithin(room), top, base);
  if (nearly.verdict === 'broken') return 'broken';
  return trial?.figure !== e.rate && isFar(e, top, base) ? 'broken' : 'last';
}

/** 衡量 of an equation. */
export function weigh(e: Equation, trial?: Trial): Weight {
  if (e.kind === 'never') return 'broken';
  if (e.kind === 'ratio') return weighRatio(e, trial);
  const left = e.kind === 'products' ? produced(e, trial) : sumOfTerms(e.form, trial);
  const rel = e.kind === 'most' ? '≤' : '=';
  return judge(left, NOUGHT, { by: 'stored', rel }).verdict;
}

/** A value at a figure's own last place. */
function atPlace(value: Exact, figure: Figure): Exact {
  const power = figure.kind === 'money' ? powerOf(figure.unit) : 0;
  return shift(round(shift(value, -power), figure.token?.decimals ?? 2), power);
}

/** The value of a figure that would mend an equation; undefined where there is none. */
export function mend(e: Equation, figure: Figure): Exact | undefined {
  if (e.kind === 'never') return undefined;
  const nothing: Trial = { figure, value: ZERO };
  if (e.kind === 'products') {
    const rest = produced(e, nothing).value;
    const each = minus(produced(e, { figure, value: ONE }).value, rest);
    const value = divide(negate(rest), each);
    return value && atPlace(value, figure);
  }
  const per = e.kind === 'ratio' ? (e.per ?? HUNDRED) : HUNDRED;
  if (e.kind !== 'ratio') {
    const own = e.form.filter(([f]) => f === figure);
    if (own.length !== 1) return undefined;
    const rest = sumOfTerms(e.form, nothing).value;
    return atPlace(own[0]![1] > 0 ? negate(rest) : rest, figure);
  }
  const base = often(sumOfTerms(e.base), e.times).value;
  if (figure === e.rate) {
    const value = sign(base) > 0 ? divide(times(sumOfTerms(e.top).value, per), base) : undefined;
    return value && atPlace(e.signed ? value : abs(value), figure);
  }
  const unit: Trial = { figure, value: ONE };
  const t0 = sumOfTerms(e.top, nothing).value;
  const b0 = often(sumOfTerms(e.base, nothing), e.times).value;
  const kt = minus(sumOfTerms(e.top, unit).value, t0);
  const kb = minus(often(sumOfTerms(e.base, unit), e.times).value, b0);
  const r = e.rate.value;
  const value = divide(minus(times(b0, r), times(t0, per)), minus(times(kt, per), times(kb, r)));
  return value && atPlace(value, figure);
}
