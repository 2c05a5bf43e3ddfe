// Columns of a table that draws no line between them: room that no row writes into, and the words of the head
// over them. Knows widths and gaps; knows no word.
import type { Line } from './lines.ts';

/** A stretch along a line. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Words of the head, and the first and last column they stand over. */
export interface Heading extends Span {
  readonly base: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/** Words of a line: letters with hardly any room between them. */
function runsOf({ glyphs }: Line, room = 0.3): Span[] {
  const runs: { left: number; right: number }[] = [];
  for (const { left, right, size } of glyphs) {
    const last = runs.at(-1);
    if (last && left - last.right < size * room) last.right = Math.max(last.right, right);
    else runs.push({ left, right });
  }
  return runs;
}

/** Narrower room is no room. */
const LEAST = 2;

const overlap = (a: Span, b: Span): boolean => a.left < b.right && a.right > b.left;

/** Stretches that lines write into. */
function written(lines: readonly Line[]): Span[] {
  const runs = lines.flatMap((line) => runsOf(line)).sort((a, b) => a.left - b.left);
  const spans: { left: number; right: number }[] = [];
  for (const { left, right } of runs) {
    const last = spans.at(-1);
    if (last && left - last.right < LEAST) last.right = Math.max(last.right, right);
    else spans.push({ left, right });
  }
  return spans;
}

/** Two stretches that no row fills both, under one word of the head: what stands for nothing keeps to the left. */
function withoutHalves(
  spans: readonly Span[],
  rows: readonly Line[],
  head: readonly Line[],
): Span[] {
  const runs = rows.map((line) => runsOf(line));
  const words = head.flatMap((line) => runsOf(line));
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const both = (own: readonly Span[]) =>
      own.some((r) => overlap(r, last!)) && own.some((r) => overlap(r, span));
    const isOne =
      last && words.some((w) => w.left < last.right && w.right > span.left) && !runs.some(both);
    if (last && isOne) result[result.length - 1] = { left: last.left, right: span.right };
    else result.push(span);
  }
  return result;
}

/** A head that stands beside two others, one over the other, is half a line lower than the upper one. */
const LEVEL = 1.15;
/** Whether words stand over others: all words of a column beside them stand lower. */
function isOver(run: Span & { base: number; size: number }, at: number, heads: readonly Heading[]) {
  const own = heads.filter((h) => h.from <= at && h.to >= at);
  return own.length > 0 && own.every((h) => h.base > run.base + run.size * LEVEL);
}

/** 表头 words, each with its columns. */
export function headingsOf(columns: readonly Span[], head: readonly Line[]): Heading[] {
  const all = head.flatMap((line) =>
    runsOf(line).map(({ left, right }) => {
      const over = columns.flatMap((c, i) =>
        overlap({ left: left + LEAST, right: right - LEAST }, c) ? [i] : [],
      );
      const before = columns.findLastIndex((c) => c.right <= left);
      const from = over[0] ?? Math.max(0, before);
      const to = over.at(-1) ?? Math.min(columns.length - 1, before + 1);
      return { left, right, base: line.base, size: line.size, from, to };
    }),
  );
  const beside = (a: Heading, b: Heading) => a !== b && Math.abs(a.base - b.base) < a.size * 0.5;
  return all.map((own) => {
    if (own.from < own.to) return own;
    const taken = (at: number) => all.some((h) => beside(own, h) && h.from <= at && h.to >= at);
    const free = (at: number) => columns[at] !== undefined && !taken(at) && isOver(own, at, all);
    return { ...own, ...reachOf(own, columns, free) };
  });
}

/** Columns around one that words stand in the middle of. */
function reachOf(own: Heading, columns: readonly Span[], free: (at: number) => boolean) {
  let [first, last] = [own.from, own.to];
  while (free(first - 1)) first -= 1;
  while (free(last + 1)) last += 1;
  const middle = (own.left + own.right) / 2;
  const off = ({ from, to }: { from: number; to: number }) =>
    Math.abs((columns[from]!.left + columns[to]!.right) / 2 - middle);
  const all: { from: number; to: number }[] = [];
  for (let from = first; from <= own.from; from += 1)
    for (let to = own.to; to <= last; to += 1) if (to > from) all.push({ from, to });
  return all.sort((a, b) => off(a) - off(b))[0] ?? { from: own.from, to: own.to };
}

/** Words between two columns stand over the one that has no words of its own. */
function withHeads(columns: readonly Span[], head: readonly Line[]): Span[] {
  const runs = head.flatMap((line) => runsOf(line));
  const result = columns.map((c) => ({ ...c }));
  // As many words as columns: one for each, in order.
  const full = head.map((line) => runsOf(line)).filter((own) => own.length === columns.length);
  for (const own of full)
    own.forEach((run, i) => {
      const others = result.some((c, n) => n !== i && overlap(c, run));
      if (others) return;
      result[i]!.left = Math.min(result[i]!.left, run.left);
      result[i]!.right = Math.max(result[i]!.right, run.right);
    });
  const bare = (at: number) => result[at] && !runs.some((r) => overlap(r, result[at]!));
  for (const run of runs) {
    if (result.some((c) => overlap(run, c))) continue;
    const before = result.findLastIndex((c) => c.right <= run.left);
    if (bare(before + 1)) result[before + 1]!.left = run.left;
    else if (bare(before)) result[before]!.right = run.right;
  }
  return result;
}

/** 列 of the rows, as wide as their rows and heads are, and those that only the head writes into. */
export function columnsOf(
  body: readonly Line[],
  rows: readonly Line[],
  head: readonly Line[],
): Span[] {
  const seen = withoutHalves(written(body), rows, head);
  const own = withHeads(seen, head);
  const wide = own.map((column, i) => {
    const free = {
      left: own[i - 1]?.right ?? Number.NEGATIVE_INFINITY,
      right: own[i + 1]?.left ?? Number.POSITIVE_INFINITY,
    };
    const over = head
      .flatMap((line) => runsOf(line))
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
