// Columns of a table that draws no line between them: room that no row writes into, and the words of the head
// over them. Knows widths and gaps; knows no word.
import type { Gutters } from './heads.ts';
import type { Line } from './lines.ts';
import { isAmountWord, isFiller, type Word, wordsOfLine } from './words.ts';

/** A stretch along a line. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Narrower room is no room; a table made to fit its page has less of it. */
const LEAST = 2;
const leastOf = (lines: readonly Line[]): number =>
  Math.min(LEAST, ...lines.map((line) => line.size * 0.25));

const overlap = (a: Stretch, b: Stretch): boolean => a.left < b.right && a.right > b.left;

/** Stretches that lines write into. */
function written(lines: readonly Line[]): Stretch[] {
  const runs = lines.flatMap((line) => wordsOfLine(line)).sort((a, b) => a.left - b.left);
  const spans: { left: number; right: number }[] = [];
  const least = leastOf(lines);
  for (const { left, right } of runs) {
    const last = spans.at(-1);
    if (last && left - last.right < least) last.right = Math.max(last.right, right);
    else spans.push({ left, right });
  }
  return spans;
}

/** Lines of a table: all below its head, those of them that hold figures, its head. */
export interface Parts {
  readonly body: readonly Line[];
  readonly rows: readonly Line[];
  readonly head: readonly Line[];
}

/** 栏次: ordinals of the columns, each in its own cell. */
function isNumbered(words: readonly Word[]): boolean {
  const own = /^栏次$/.test(words[0]?.text ?? '') ? words.slice(1) : words;
  return own.length > 2 && own.every(({ text }) => /^\d{1,2}$/.test(text));
}

/** 201 beside 一般公共服务支出; 201, 03 and 01 before a name. */
const isCode = (words: readonly Word[], at: number): boolean =>
  /^[\u2e80-\u9fff]{2}/.test(words[at]!.text) &&
  at > 0 &&
  words.slice(0, at).every(({ text }) => /^\d{1,7}$/.test(text));

/** Room between two neighbours that are cells for certain: of amounts, of ordinals, of words of the head. */
function gapsOf({ body, rows, head }: Parts): Stretch[] {
  const between = (line: Line, sure: (words: readonly Word[], at: number) => boolean) => {
    const words = wordsOfLine(line);
    return words
      .slice(1)
      .flatMap((word, i) =>
        sure(words, i + 1) ? [{ left: words[i]!.right, right: word.left }] : [],
      );
  };
  // The second line of a name begins where its code does: code and name are one cell.
  const single = body.filter((line) => !rows.includes(line)).map((line) => line.left);
  const isParted = (words: readonly Word[], at: number) =>
    isCode(words, at) && !single.some((left) => left < words[at - 1]!.right);
  // 合 计, 科 目 名 称: letters set wide apart are one word.
  const isWhole = ({ text }: Word) => text.length > 1;
  return [
    ...body.flatMap((line) =>
      between(
        line,
        (w, at) =>
          isAmountWord(w[at - 1]!.text) ||
          isAmountWord(w[at]!.text) ||
          isParted(w, at) ||
          isNumbered(w),
      ),
    ),
    ...head.flatMap((line) => between(line, (w, at) => isWhole(w[at - 1]!) && isWhole(w[at]!))),
  ];
}

/** Room that parts cells of the rows for certain: each gap of a row holds the whole of one. */
export function guttersOf({ body, rows }: Parts): Gutters {
  const gaps = gapsOf({ body, rows, head: [] }).sort((a, b) => a.right - b.right);
  const gutters: [number, number][] = [];
  for (const { left, right } of gaps) {
    const last = gutters.at(-1);
    if (last && left < last[1]) last[0] = Math.max(last[0], left);
    else gutters.push([left, right]);
  }
  return gutters;
}

/** 界: the fewest lines that part what stands beside each other in some row. */
function cutsOf(parts: Parts): number[] {
  const { body, rows } = parts;
  const words = body.flatMap((line) => wordsOfLine(line));
  const crossed = (x: number) =>
    words
      .filter((w) => w.left < x - 0.1 && w.right > x + 0.1)
      .reduce((sum, w) => sum + (isAmountWord(w.text) ? words.length : 1), 0);
  const gaps = gapsOf(parts).sort((a, b) => a.right - b.right);
  const stands = (x: number) => (gap: Stretch) => x >= gap.left - 0.1 && x <= gap.right + 0.1;
  const cuts: number[] = [];
  for (const gap of gaps) {
    if (cuts.some((x) => stands(x)(gap))) continue;
    const wide = gap.right - gap.left;
    const tried = [0.5, 1, 0.9, 0.1, 0.7, 0.3].map((share) => {
      const x = gap.left + wide * share;
      return { x, crossed: crossed(x), serves: gaps.filter(stands(x)).length };
    });
    // Where no word stands, and as much room of other rows as may be.
    const best = tried.sort((a, b) => a.crossed - b.crossed || b.serves - a.serves)[0]!;
    if (best.crossed < Math.max(1, rows.length / 4)) cuts.push(best.x);
  }
  return cuts.sort((a, b) => a - b);
}

const within = (words: readonly Stretch[], { left, right }: Stretch) =>
  words.filter((w) => (w.left + w.right) / 2 > left && (w.left + w.right) / 2 < right);

/** Stretches parted where amounts of one row would stand in one of them. */
function cutApart(spans: readonly Stretch[], parts: Parts): Stretch[] {
  const words = parts.body.flatMap((line) => wordsOfLine(line));
  const cuts = cutsOf(parts);
  return spans.flatMap((span) => {
    const own = cuts.filter((x) => x > span.left && x < span.right);
    const bounds = [span.left, ...own, span.right];
    return bounds.slice(1).flatMap((to, i) => {
      const from = bounds[i]!;
      const inside = within(words, { left: from, right: to });
      if (inside.length === 0) return own.length === 0 ? [span] : [];
      const left = Math.max(from, Math.min(...inside.map((w) => w.left)));
      return [{ left, right: Math.min(to, Math.max(...inside.map((w) => w.right))) }];
    });
  });
}

/**
 * Two stretches that no row fills both are halves of one column: under one word of the head, or where one of them
 * holds nothing but what stands for nothing, which keeps to the left, or the second lines of names.
 */
function withoutHalves(
  spans: readonly Stretch[],
  rows: readonly Line[],
  head: readonly Line[],
): Stretch[] {
  const lines = rows.map((line) => wordsOfLine(line));
  const words = head.flatMap((line) => wordsOfLine(line));
  const own = (span: Stretch) => lines.flat().filter((w) => overlap(w, span));
  const both = (a: Stretch, b: Stretch) =>
    lines.some((line) => line.some((w) => overlap(w, a)) && line.some((w) => overlap(w, b)));
  const isHalf = (span: Stretch) => own(span).every((w) => isFiller(w.text));
  const headed = (a: Stretch, b: Stretch) =>
    words.some((w) => w.left < a.right && w.right > b.left);
  const result: Stretch[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const isOne = last && !both(last, span) && (headed(last, span) || isHalf(last) || isHalf(span));
    if (last && isOne) result[result.length - 1] = { left: last.left, right: span.right };
    else result.push(span);
  }
  return result;
}

/** What the rows write into, parted where two cells of one row would stand in one stretch. */
export const stretchesOf = (parts: Parts): Stretch[] => cutApart(written(parts.body), parts);

/** 列 of rows without a head: stretches, halves of one column as one. */
export const columnsSeen = (parts: Parts): Stretch[] =>
  withoutHalves(stretchesOf(parts), parts.rows, parts.head);
