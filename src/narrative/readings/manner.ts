// Whether a rate one unit of its last place beside the quotient is a slip or the manner of the house: some cut what
// others round, and some move a share so that all make a hundred. Knows quotients; knows no word.
import {
  abs,
  divide,
  type Exact,
  equal,
  exact,
  minus,
  plus,
  round,
  times,
  ZERO,
} from '../../measure/exact.ts';
import type { Ratio } from '../relations/relation.ts';
import { sumOfTerms } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import type { Settled } from './settle.ts';

/** So many rates of the text must have been rounded where cutting gives another digit. */
const ENOUGH = 3;
const HUNDRED = exact(100);

/** Cut to so many places, of what is not below nothing. */
const cutTo = (value: Exact, decimals: number): Exact =>
  round(minus(value, exact(5, decimals + 1)), decimals);

function ratioOf({ reading: { equation } }: Settled): Ratio | undefined {
  return equation.kind === 'ratio' && equation.per === undefined && equation.rate.token
    ? equation
    : undefined;
}

function quotientOf({ top, base }: Ratio): Exact | undefined {
  const value = divide(times(sumOfTerms(top).value, HUNDRED), sumOfTerms(base).value);
  return value && abs(value);
}

/** Rounded and cut to the places of the rate, where the two differ. */
function bothWays(ratio: Ratio): { rounded: Exact; cut: Exact } | undefined {
  const value = quotientOf(ratio);
  if (!value) return undefined;
  const { decimals } = ratio.rate.token!;
  const [rounded, cut] = [round(value, decimals), cutTo(value, decimals)];
  return equal(rounded, cut) ? undefined : { rounded, cut };
}

/** How often the text rounds, and how often it cuts. */
function votes(all: readonly Settled[], ways: 'rounded' | 'cut'): number {
  const rates = new Set<Figure>();
  for (const settled of all) {
    const ratio = ratioOf(settled);
    const both = ratio && bothWays(ratio);
    if (ratio && both && equal(both[ways], ratio.rate.value)) rates.add(ratio.rate);
  }
  return rates.size;
}

/** Shares of one whole that make a hundred as printed. */
function makeHundred(own: Ratio, all: readonly Settled[]): boolean {
  const [base] = own.base;
  const rates = new Map<Figure, Exact>();
  for (const settled of all) {
    const ratio = ratioOf(settled);
    const same =
      ratio && ratio.base.length === 1 && base && equal(ratio.base[0]![0].value, base[0].value);
    if (same && settled.relation.topic === 'share') rates.set(ratio.rate, ratio.rate.value);
  }
  const sum = [...rates.values()].reduce((a, b) => plus(a, b), ZERO);
  return rates.size > 2 && equal(sum, HUNDRED);
}

/** 差一个末位而不是本文的习惯: told to be looked at, by rate. */
export function slipsOfLastPlace(
  nearly: readonly Settled[],
  held: readonly Settled[],
): ReadonlySet<Settled> {
  const isHouse = votes(held, 'rounded') >= ENOUGH && votes(nearly, 'cut') <= 1;
  if (!isHouse) return new Set();
  const all = [...held, ...nearly];
  return new Set(
    nearly.filter((s) => {
      const ratio = ratioOf(s);
      return ratio !== undefined && !(s.relation.topic === 'share' && makeHundred(ratio, all));
    }),
  );
}
