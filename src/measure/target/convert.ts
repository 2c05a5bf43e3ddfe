// One unit in another: by powers of ten, by hours and minutes, and what a month's share comes to in a year. Knows
// units; reads no cell.
import { divide, type Exact, exact, shift, times } from '../exact.ts';
import { scaleBetween, unitByName } from './words.ts';

/** Units that are no power of ten apart, by how many of the least make one. */
const RATIOS: readonly Readonly<Record<string, number>>[] = [
  { 秒: 1, 分钟: 60, 小时: 3600, 日: 86_400, 周: 604_800 },
  { 月: 1, 个月: 1, 年: 12 },
  { 亩: 1, 公顷: 15 },
  { 斤: 1, 公斤: 2, 吨: 2000 },
];

/** A value of one unit in another; undefined where they are of different kinds. */
export function convert(value: Exact, from: string, to: string): Exact | undefined {
  const scale = scaleBetween(from, to);
  if (scale !== undefined) return shift(value, scale);
  const [a, b] = [unitByName(from), unitByName(to)];
  for (const ratios of RATIOS) {
    const [x, y] = [ratios[a], ratios[b]];
    if (x !== undefined && y !== undefined) return divide(times(value, exact(x)), exact(y));
  }
  return undefined;
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
