// Which lines of a table without lines between its columns are its head and which its rows, what only stands over or
// under it, and how far it reaches. Knows figures by their look and what is printed around a table.
import type { Line } from './lines.ts';
import { type Counted, isForeignLine, isOverTable, isRow, type LineRegion } from './regions.ts';
import type { Ruling } from './strokes.ts';
import { wordsOfLine } from './words.ts';

/** An amount with decimals: what no head holds. */
export const EXACT = /^[-－]?[\d,]*\d\.\d+$/;

/** What a row begins with and no head does: a code and a name, or an ordinal in words. */
const BEGINS = /^(?:(?:\d{3}|\d{5}|\d{7})\s*(?!年)[\u4e00-\u9fff]|[一二三四五六七八九十]{1,3}、)/;

/** Whether a line belongs to no head: a row, or an amount beside a name. */
export const isOfBody = (counted: Counted): boolean =>
  isRow(counted) ||
  BEGINS.test(counted.line.text) ||
  wordsOfLine(counted.line).some(({ text }) => EXACT.test(text));

/** Lines this far apart, in parts of their size, are none of one cell. */
const NEXT = 1.6;

/** A ruling that runs under most of a table, in one piece or several. */
function isLong(at: number, { lines, rules }: LineRegion): boolean {
  const left = Math.min(...lines.map((l) => l.line.left));
  const right = Math.max(...lines.map((l) => l.line.right));
  const own = rules.filter((r) => Math.abs(r.at - at) < 2);
  return own.reduce((sum, r) => sum + r.to - r.from, 0) > (right - left) * 0.6;
}

/** 表头的行: lines over the first row, all that stand there but the first half of its name. */
export function headLines(region: LineRegion): Line[] {
  const { lines, rules } = region;
  const first = lines.findIndex(isOfBody);
  if (first < 0) return lines.map((l) => l.line);
  const row = lines[first]!.line;
  const rule = rules.filter((r) => r.at < row.base - row.size * 0.5).at(-1)?.at;
  const head = lines.slice(0, first).map((l) => l.line);
  const isNear = (l: Line) => row.base - l.base < row.size * 1.2;
  // Names of the first row may take several lines, of a column or two; a head has words in more.
  const low = head.findLastIndex((l) => !isNear(l) && wordsOfLine(l).length > 2);
  if (rule !== undefined && rule > lines[0]!.line.base)
    return head.filter((l, i) => i <= low || l.base < rule || !(isNear(l) || isLong(rule, region)));
  const last = head.at(-1);
  return last && row.base - last.base < row.size ? head.slice(0, -1) : head;
}

/** 表 without the lines that stand over and under it, where they were ruled with it. */
export function withoutForeign(region: LineRegion): LineRegion {
  const { lines, rules } = region;
  const first = Math.max(0, lines.findIndex(isOfBody));
  const over = lines.slice(0, first).findLastIndex(isOverTable);
  const last = lines.findLastIndex((l) => isOfBody(l) && !isForeignLine(l));
  const foot = lines.findIndex((l, i) => i > last && isForeignLine(l));
  // A note may take several lines; what stands right under the last row is the rest of its name.
  const begins = lines.findIndex(
    ({ line }, i) =>
      i > Math.max(0, last) && line.base - lines[i - 1]!.line.base > line.size * NEXT,
  );
  const under = last >= 0 && foot >= 0 ? Math.min(foot, begins < 0 ? foot : begins) : lines.length;
  const own = lines.slice(over + 1, under);
  if (own.length === lines.length || own.length === 0) return region;
  const [top, bottom] = [lines[over]?.line.base, lines[under]?.line.base];
  const isWithin = ({ at }: Ruling) =>
    at > (top ?? Number.NEGATIVE_INFINITY) && at < (bottom ?? Number.POSITIVE_INFINITY);
  return { lines: own, rules: rules.filter(isWithin) };
}

/** How far a table reaches, and where its head ends. */
interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly under: number;
}

/**
 * 表的范围: its sides, and where its head ends.
 * @param reach as far as its rows on the page before reach, however short its own words are
 */
export function extentOf(
  { lines: counted, rules }: LineRegion,
  head: readonly Line[],
  reach: readonly number[],
): Extent {
  const lines = counted.map((l) => l.line);
  const body = lines.filter((l) => !head.includes(l));
  const ends = (pick: (r: Ruling) => number) => rules.map(pick);
  const left = Math.min(...reach, ...lines.map((l) => l.left - 2), ...ends((r) => r.from));
  const right = Math.max(...reach, ...lines.map((l) => l.right + 2), ...ends((r) => r.to));
  const top = Math.min(...lines.map((l) => l.base - l.size), ...ends((r) => r.at));
  const bottom = Math.max(...lines.map((l) => l.base + l.size * 0.3), ...ends((r) => r.at));
  const last = Math.max(...head.map((l) => l.base));
  const first = Math.min(...body.map((l) => l.base - l.size * 0.7));
  const rule = rules.find((r) => r.at > last && r.at < first + 2)?.at;
  const beneath = body.length > 0 ? (last + first) / 2 : bottom;
  return { left, right, top, bottom, under: head.length > 0 ? (rule ?? beneath) : top };
}
