// Rates told beside a number that come out if it is another: the more of them the less it is chance. Knows rates.
import { type Exact, toDouble } from '../../measure/exact.ts';
import type { Scene } from '../cues/told.ts';
import { shownOf } from '../relations/explained.ts';
import { ratio } from '../relations/growths.ts';
import type { Equation, Term } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Addend, addsUpAs } from './addends.ts';

/** So many numbers apart a rate is of it, and the other number it is of stands. */
const NEAR = 5;
const TELLING = 3;

/** Off by more than this of itself no rounding makes a quotient of it. */
const FAR = 0.2;
/** So many last places off, whatever else is rounded. */
const PLACES = 4;

/**
 * What a rate may be of two numbers, of which the first may be tried with another value: where it is not far off. No
 * verdict: what is near is weighed.
 */
function equationsOf(a: Figure, b: Figure, rate: Figure, tried: Exact = a.value): Equation[] {
  const [x, y] = [toDouble(tried), toDouble(b.value)];
  const want = Math.abs(toDouble(rate.value)) / 100;
  const room = FAR * want + (PLACES * toDouble(rate.last)) / 100;
  const isNear = (value: number): boolean => Math.abs(Math.abs(value) - want) <= room;
  const one = (f: Figure, s: 1 | -1): Term => [f, s];
  const all: readonly [value: number, top: readonly Term[], base: Figure][] = [
    [x / y, [one(a, 1)], b],
    [y / x, [one(b, 1)], a],
    [x / y - 1, [one(a, 1), one(b, -1)], b],
    [y / x - 1, [one(b, 1), one(a, -1)], a],
  ];
  return all.flatMap(([value, top, base]) =>
    isNear(value) ? [ratio(top, [one(base, 1)], rate)] : [],
  );
}

/** A rate comes out of two numbers as they are printed. */
const isRateOf = (rate: Figure, a: Figure, b: Figure): boolean =>
  equationsOf(a, b, rate).some((e) => isKept(weigh(e)));

/**
 * How likely chance makes the rates beside a number come out with another value of it; 1 where none does. What the
 * others make of a rate between themselves says nothing of it.
 */
export function chanceOfRates(
  { told }: Scene,
  { told: own, figure }: Addend,
  ought: Exact,
  others: readonly Figure[],
): number {
  const near = told.filter((t) => Math.abs(t.at - own.at) <= NEAR && t.figure !== figure);
  const unit = addsUpAs(own);
  const alike = near.filter((t) => addsUpAs(t) === unit).map((t) => t.figure);
  const known = (rate: Figure): boolean =>
    [...alike, ...others].some((a, i, all) =>
      all.slice(i + 1).some((b) => a !== b && isRateOf(rate, a, b)),
    );
  const comesOut = (rate: Figure): boolean =>
    alike.some((o) =>
      equationsOf(figure, o, rate, ought).some((e) => isKept(weigh(e, { figure, value: ought }))),
    );
  return near
    .flatMap(({ figure: f }) => (f.kind === 'percent' && shownOf(f) >= TELLING ? [f] : []))
    .filter((rate) => comesOut(rate) && !known(rate))
    .reduce((chance, f) => chance * Math.min(1, 4 * alike.length * 10 ** -shownOf(f)), 1);
}
