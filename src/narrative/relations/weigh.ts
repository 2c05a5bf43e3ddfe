// An equation weighed by the figures as printed, each within its own rounding. Knows intervals; knows no word.
import {
  abs,
  compare,
  divide,
  type Exact,
  equal,
  exact,
  isZero,
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
import { type Figure, powerOf } from '../text/figure.ts';
import type { Equation, Products, Ratio, Term } from './relation.ts';

/** 相符, 尾差, 差一个末位, 不符; 'none' where there is nothing to divide by. */
export type Weight = 'exact' | 'rounding' | 'last' | 'broken' | 'none';

/** A figure tried with another value. */
export interface Trial {
  readonly figure: Figure;
  readonly value: Exact;
}

const HUNDRED = exact(100);

export const isKept = (w: Weight): boolean => w === 'exact' || w === 'rounding';

interface Linear {
  readonly mid: Exact;
  readonly slack: Exact;
}

interface Whole extends Linear {
  /** How often each figure is added; taken away counts as less than none. */
  readonly times: ReadonlyMap<Figure, number>;
}
const wholes = new WeakMap<readonly Term[], Whole>();

/** Sums of few terms are as fast added up anew. */
const FEW = 8;

/** A long sum is added up once; trying another value for one of its figures is one step more. */
function wholeOf(form: readonly Term[]): Whole {
  let whole = wholes.get(form);
  if (!whole) {
    const times = new Map<Figure, number>();
    for (const [figure, s] of form) times.set(figure, (times.get(figure) ?? 0) + s);
    whole = { ...added(form, undefined, (f) => f.half), times };
    wholes.set(form, whole);
  }
  return whole;
}

/** Middle and slack of a sum. */
export function linear(form: readonly Term[], trial?: Trial, half?: (f: Figure) => Exact): Linear {
  if (half || form.length <= FEW) return added(form, trial, half ?? ((f) => f.half));
  const whole = wholeOf(form);
  const often = trial && whole.times.get(trial.figure);
  if (!often) return whole;
  const more = times(exact(often), minus(trial.value, trial.figure.value));
  return { mid: plus(whole.mid, more), slack: whole.slack };
}

function added(
  form: readonly Term[],
  trial: Trial | undefined,
  half: (f: Figure) => Exact,
): Linear {
  let mid = ZERO;
  let slack = ZERO;
  for (const [figure, s] of form) {
    const value = trial?.figure === figure ? trial.value : figure.value;
    mid = s > 0 ? plus(mid, value) : minus(mid, value);
    slack = plus(slack, half(figure));
  }
  return { mid, slack };
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

const often = (base: Linear, n: Exact | undefined): Linear =>
  n ? { mid: times(base.mid, n), slack: times(base.slack, n) } : base;

/** Middle and slack of a sum of products. */
function produced({ products }: Products, trial?: Trial): Linear {
  let mid = ZERO;
  let slack = ZERO;
  for (const { of, by, times: n, sign: s } of products) {
    const worth = (f: Figure): Exact => (trial?.figure === f ? trial.value : f.value);
    const [a, b] = [worth(of), by ? worth(by) : ONE];
    const half = by ? plus(times(abs(a), by.half), times(abs(b), of.half)) : of.half;
    const whole = n ? times(times(a, b), n) : times(a, b);
    mid = s > 0 ? plus(mid, whole) : minus(mid, whole);
    slack = plus(slack, n ? times(half, n) : half);
  }
  return { mid, slack };
}

function weighRatio(e: Ratio, trial: Trial | undefined): Weight {
  const half = fineHalf(e);
  const top = linear(e.top, trial, half);
  const base = often(linear(e.base, trial, half), e.times);
  const rate = trial?.figure === e.rate ? trial.value : e.rate.value;
  if (sign(base.mid) <= 0) return 'none';
  const per = e.per ?? HUNDRED;
  const t = e.signed ? top.mid : abs(top.mid);
  const r = e.signed ? rate : abs(rate);
  const scaled = times(t, per);
  if (compare(abs(minus(scaled, times(r, base.mid))), times(e.rate.half, base.mid)) <= 0)
    return 'exact';
  const low = times(minus(t, top.slack), per);
  const high = times(plus(t, top.slack), per);
  const small = minus(base.mid, base.slack);
  const large = plus(base.mid, base.slack);
  const meets = (h: Exact): boolean => {
    const [least, most] = [minus(r, h), plus(r, h)];
    const from = times(least, sign(least) < 0 ? large : small);
    const to = times(most, sign(most) < 0 ? small : large);
    return compare(low, to) <= 0 && compare(from, high) <= 0;
  };
  if (meets(e.rate.half)) return 'rounding';
  return meets(plus(e.rate.half, e.rate.last)) ? 'last' : 'broken';
}

/** 衡量 of an equation. */
export function weigh(e: Equation, trial?: Trial): Weight {
  if (e.kind === 'never') return 'broken';
  if (e.kind === 'ratio') return weighRatio(e, trial);
  const { mid, slack } = e.kind === 'products' ? produced(e, trial) : linear(e.form, trial);
  if (isZero(mid) || (e.kind === 'most' && sign(mid) < 0)) return 'exact';
  return compare(e.kind === 'most' ? mid : abs(mid), slack) <= 0 ? 'rounding' : 'broken';
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
    const rest = produced(e, nothing).mid;
    const each = minus(produced(e, { figure, value: ONE }).mid, rest);
    const value = divide(negate(rest), each);
    return value && atPlace(value, figure);
  }
  const per = e.kind === 'ratio' ? (e.per ?? HUNDRED) : HUNDRED;
  if (e.kind !== 'ratio') {
    const own = e.form.filter(([f]) => f === figure);
    if (own.length !== 1) return undefined;
    const rest = linear(e.form, nothing).mid;
    return atPlace(own[0]![1] > 0 ? negate(rest) : rest, figure);
  }
  const base = often(linear(e.base), e.times).mid;
  if (figure === e.rate) {
    const value = sign(base) > 0 ? divide(times(linear(e.top).mid, per), base) : undefined;
    return value && atPlace(e.signed ? value : abs(value), figure);
  }
  const unit: Trial = { figure, value: ONE };
  const t0 = linear(e.top, nothing).mid;
  const b0 = often(linear(e.base, nothing), e.times).mid;
  const kt = minus(linear(e.top, unit).mid, t0);
  const kb = minus(often(linear(e.base, unit), e.times).mid, b0);
  const r = e.rate.value;
  const value = divide(minus(times(b0, r), times(t0, per)), minus(times(kt, per), times(kb, r)));
  return value && atPlace(value, figure);
}

export const same = (a: Exact, b: Exact): boolean => equal(a, b);
