// Columns of a table that draws no line between them: room that no row writes into, and the words of the head
// over them. Knows widths and gaps; knows no word.
import type { Line } from './lines.ts';
import { isAmountWord, isFiller, type Word, wordsOfLine } from './words.ts';

/** A stretch along a line. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Words of the head, and the first and last column they stand over. */
export interface HeadWords extends Stretch {
  readonly base: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/** Narrower room is no room; a table made to fit its page has less of it. */
const LEAST = 2;
const leastOf = (lines: readonly Line[]): number =>
  Math.min(LEAST, ...lines.map((line) => line.size * 0.25));

const overlap = (a: Stretch, b: Stretch): boolean => a.left < b.right && a.right > b.left;
/** A stretch without the hair at its ends that may reach into its neighbours. */
const inner = ({ left, right }: Stretch): Stretch => ({ left: left + LEAST, right: right - LEAST });

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

/** A head that stands beside two others, one over the other, is half a line lower than the upper one. */
const LEVEL = 1.15;
/** Whether words stand over others: all words of a column beside them stand lower. */
function isOver(
  run: Stretch & { base: number; size: number },
  at: number,
  heads: readonly HeadWords[],
) {
  const own = heads.filter((h) => h.from <= at && h.to >= at && h.base > run.base - run.size / 2);
  return own.length > 0 && own.every((h) => h.base > run.base + run.size * LEVEL);
}

/** 表头 words, each with its columns. */
export function headingsOf(columns: readonly Stretch[], head: readonly Line[]): HeadWords[] {
  const all = head.flatMap((line) =>
    wordsOfLine(line).map(({ left, right }) => {
      const over = columns.flatMap((c, i) =>
        overlap({ left: left + LEAST, right: right - LEAST }, c) ? [i] : [],
      );
      const before = columns.findLastIndex((c) => c.right <= left);
      const from = over[0] ?? Math.max(0, before);
      const to = over.at(-1) ?? Math.min(columns.length - 1, before + 1);
      return { left, right, base: line.base, size: line.size, from, to };
    }),
  );
  const beside = (a: HeadWords, b: HeadWords) =>
    a !== b && Math.abs(a.base - b.base) < a.size * 0.5;
  // From left to right, each with what the ones before it left.
  const result = [...all];
  result.forEach((own, i) => {
    const taken = (at: number) => result.some((h) => beside(own, h) && h.from <= at && h.to >= at);
    const free = (at: number) => columns[at] !== undefined && !taken(at) && isOver(own, at, result);
    result[i] = { ...own, ...reachOf(own, columns, free) };
  });
  return result;
}

/** Columns around those that words stand in the middle of. */
function reachOf(own: HeadWords, columns: readonly Stretch[], free: (at: number) => boolean) {
  let [first, last] = [own.from, own.to];
  while (free(first - 1)) first -= 1;
  while (free(last + 1)) last += 1;
  const middle = (own.left + own.right) / 2;
  // Cells end somewhere between the words of two columns.
  const side = (at: number) =>
    at < 1 || at >= columns.length
      ? (columns[at]?.left ?? columns.at(-1)!.right)
      : (columns[at - 1]!.right + columns[at]!.left) / 2;
  const off = ({ from, to }: { from: number; to: number }) =>
    Math.abs((side(from) + side(to + 1)) / 2 - middle);
  const all: { from: number; to: number }[] = [];
  for (let from = first; from <= own.from; from += 1)
    for (let to = own.to; to <= last; to += 1) all.push({ from, to });
  // Words that stand over the middle one of three stand over all of them.
  const nearest = Math.min(...all.map(off)) + own.size;
  const fitting = all.filter((a) => off(a) <= nearest);
  return fitting.sort((a, b) => b.to - b.from - (a.to - a.from) || off(a) - off(b))[0]!;
}

/** Words between two columns stand over the one that has no words of its own. */
function withHeads(columns: readonly Stretch[], head: readonly Line[]): Stretch[] {
  const runs = head.flatMap((line) => wordsOfLine(line));
  const result = columns.map((c) => ({ ...c }));
  // As many words as columns: one for each, in order.
  const full = head.map((line) => wordsOfLine(line)).filter((own) => own.length === columns.length);
  for (const own of full)
    own.forEach((run, i) => {
      // Words that were cut off at the side of their cell touch the ones in the next.
      const others = result.some((c, n) => n !== i && overlap(c, inner(run)));
      if (others) return;
      result[i]!.left = Math.min(result[i]!.left, run.left);
      result[i]!.right = Math.max(result[i]!.right, run.right);
    });
  // Words over several columns are the name of none of them.
  const own = runs.filter((r) => result.filter((c) => overlap(r, c)).length < 2);
  const bare = (at: number) => result[at] && !own.some((r) => overlap(r, result[at]!));
  for (const run of runs) {
    if (result.some((c) => overlap(run, c))) continue;
    const before = result.findLastIndex((c) => c.right <= run.left);
    if (bare(before + 1)) result[before + 1]!.left = run.left;
    else if (bare(before)) result[before]!.right = run.right;
  }
  return result;
}

/** 列 of a table without a row: words of the head that no other stands under. */
export function headedColumns(head: readonly Line[]): Stretch[] {
  const words = head.map((line) => wordsOfLine(line));
  const lowest = words.flatMap((own, i) =>
    own.filter((w) => !words.slice(i + 1).some((under) => under.some((u) => overlap(inner(w), u)))),
  );
  return lowest.map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left);
}

/** 列 of the rows, as wide as their rows and heads are, and those that only the head writes into. */
export function columnsSeen({ body, rows, head }: Parts): Stretch[] {
  const seen = withoutHalves(cutApart(written(body), { body, rows, head }), rows, head);
  const own = withHeads(seen, head);
  const wide = own.map((column, i) => {
    const free = {
      left: own[i - 1]?.right ?? Number.NEGATIVE_INFINITY,
      right: own[i + 1]?.left ?? Number.POSITIVE_INFINITY,
    };
    const over = head
      .flatMap((line) => wordsOfLine(line))
      .filter((r) => overlap(r, column) && r.left > free.left && r.right < free.right);
    return {
      left: Math.min(column.left, ...over.map((r) => r.left)),
      right: Math.max(column.right, ...over.map((r) => r.right)),
    };
  });
  const headings = headingsOf(own, head);
  const alone = headings.filter(
    (h) =>
      own.every((c) => !overlap(h, c)) &&
      !(isOver(h, h.from, headings) && isOver(h, h.to, headings)),
  );
  const added: { left: number; right: number }[] = [];
  for (const { left, right } of alone.sort((a, b) => a.left - b.left)) {
    const last = added.at(-1);
    if (wide.some((c) => overlap(c, { left, right }))) continue;
    if (last && left < last.right + LEAST) last.right = Math.max(last.right, right);
    else added.push({ left, right });
  }
  return [...wide, ...added].sort((a, b) => a.left - b.left);
}
