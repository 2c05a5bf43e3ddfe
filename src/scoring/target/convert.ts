// One unit in another: by powers of ten, by hours and minutes, and what a month's share comes to in a year. Knows
// units; reads no cell.
import { divide, type Exact, exact, shift, times } from '../../measure/exact.ts';
import type { TargetVocabulary } from './words.ts';

/** A value of one unit in another; undefined where they are of different kinds. */
export function inUnit(
  value: Exact,
  from: string,
  to: string,
  words: TargetVocabulary,
): Exact | undefined {
  const scale = words.scaleBetween(from, to);
  if (scale !== undefined) return shift(value, scale);
  const ratio = words.ratioBetween(from, to);
  return ratio && divide(times(value, exact(ratio[0])), exact(ratio[1]));
}

const IN_A_YEAR: readonly (readonly [RegExp, number])[] = [
  [/每(?:个)?(?:半年|学期)|(?:半年|学期)(?=[一1]次)/, 2],
  [/每(?:个)?季度?/, 4],
  [/每(?:两|2)个?月/, 6],
  [/每(?:个|一|1个)?月/, 12],
  [/每(?:个)?周|每星期/, 52],
];
/** So many of the periods that a text counts by make a year; undefined where it counts by none, or by days. */
export const periodsInYear = (text: string): number | undefined =>
  IN_A_YEAR.find(([pattern]) => pattern.test(text))?.[1];
