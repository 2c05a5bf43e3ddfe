// How one number was mistyped where an equation asks for another value of it, and how likely chance would explain it
// as well. Knows digits; knows no word.
import { isZero, sign, toDouble } from '../../measure/exact.ts';
import { type digitsOf, shownOf } from '../relations/explained.ts';
import { type Equation, membersOf } from '../relations/relation.ts';
import { isExchanged, mayBeSlip, shiftsOf, slipsOf } from '../relations/slips.ts';
import { isKept, mend, type Trial, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';

/** Ways to shift a point or take another unit. */
const SHIFTED = 6;
/** Two powers of ten: over so wide a range numbers that have nothing to do with each other spread. */
const SPREAD = 4.6;

/** In how many ways a number may be mistyped as it was, so that an equation holds; undefined where in none. */
export function waysToMend(equation: Equation, figure: Figure): number | undefined {
  const fits = (trial: Trial): boolean => isKept(weigh(equation, trial));
  const shown = shownOf(figure);
  const ought = mend(equation, figure);
  if (ought && sign(ought) <= 0) return undefined;
  if (shiftsOf(figure).some(fits)) return SHIFTED;
  const slips = [...slipsOf(figure)].filter(
    (value) => !isZero(value) && mayBeSlip(figure, value) && fits({ figure, value }),
  );
  const held = ought && mayBeSlip(figure, ought) && fits({ figure, value: ought });
  const all = held ? [ought, ...slips] : slips;
  if (all.length === 0) return undefined;
  if (all.some((value) => isExchanged(figure, value))) return Math.max(shown - 1, 1);
  return (isSameLength(figure, all) ? 9 : 20) * shown;
}

const isSameLength = (figure: Figure, values: readonly Parameters<typeof digitsOf>[0]['value'][]) =>
  values.some((value) => {
    const times = toDouble(value) / toDouble(figure.value);
    return times > 0.1 && times < 10;
  });

/** Half of the last place that a number of this unit is reckoned to. */
export type Fineness = (figure: Figure) => number;

/** How likely any other value of a figure would do: as wide as the others' last digits leave it. */
function chanceOfOne(equation: Equation, figure: Figure, halfOf: Fineness): number {
  const rate = equation.kind === 'ratio' ? equation.rate : undefined;
  const shareOf = (f: Figure): number => {
    const wide = f === figure || f === rate ? toDouble(f.last) : 0;
    return Math.max(wide, 2 * halfOf(f)) / Math.max(Math.abs(toDouble(f.value)), 1e-9);
  };
  const others = membersOf(equation).filter((f) => f !== figure);
  const wide = others.reduce((sum, f) => sum + shareOf(f), 0);
  return Math.max(wide, shareOf(figure)) / SPREAD;
}

const ownHalf: Fineness = (f) => toDouble(f.half);

/** How likely chance explains a slip of one of the figures as well: the least of them; 1 where none would mend it. */
export function chanceOfSlip(
  equation: Equation,
  suspects: readonly Figure[],
  halfOf: Fineness = ownHalf,
  most = Number.MAX_VALUE,
): number {
  const found = suspects.map((figure) => {
    const ways = waysToMend(equation, figure);
    if (ways === undefined || ways > most) return 1;
    return ways * chanceOfOne(equation, figure, halfOf) * suspects.length;
  });
  return Math.min(1, ...found);
}

/** 5.8万元 beside 23.75万元 is 5.80: a house that prints two places drops zeros. */
export function finenessOf(figures: readonly Figure[]): Fineness {
  const finest = new Map<string, number>();
  for (const { kind, unit, half } of figures) {
    if (kind !== 'money') continue;
    finest.set(unit, Math.min(finest.get(unit) ?? Number.MAX_VALUE, toDouble(half)));
  }
  return (f) =>
    f.kind === 'money' ? Math.min(finest.get(f.unit) ?? 1, toDouble(f.half)) : toDouble(f.half);
}
