// Columns of a table that draws no line between them: what its rows write into, and the lowest cells of its head over
// that. Each of these has a column at least; what no row fills both of, and stands under one of them, is one column.
import type { HeadCell } from './heads.ts';
import type { Line } from './lines.ts';
import { isAmountWord, isFiller, type Word, wordsOfLine } from './words.ts';

/** A stretch along a line. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** 列, and of each of the lowest cells of the head the first and the last column it stands over. */
export interface Under {
  readonly columns: readonly Stretch[];
  readonly reach: readonly (readonly [from: number, to: number])[];
}

const HAIR = 2;
const overlap = (a: Stretch, b: Stretch): boolean => a.left < b.right && a.right > b.left;
const inner = ({ left, right }: Stretch): Stretch => ({ left: left + HAIR, right: right - HAIR });
const middleOf = ({ left, right }: Stretch): number => (left + right) / 2;

interface Span extends Stretch {
  /** Rows that write into it. */
  readonly rows: ReadonlySet<number>;
  /** Holds amounts: what stands at the right of its cell. */
  readonly isAmounts: boolean;
  /** Amounts and what stands for nothing, and hardly anything else; or names, and no figures. */
  readonly holds: 'figures' | 'names' | 'both';
}

function heldBy(words: readonly Word[]): Span['holds'] {
  const figures = words.filter((w) => isAmountWord(w.text)).length;
  const names = words.filter((w) => /[\u4e00-\u9fff]{2}/.test(w.text)).length;
  if (figures > words.length * 0.8) return 'figures';
  return names > words.length * 0.8 ? 'names' : 'both';
}

function spansOf(stretches: readonly Stretch[], rows: readonly Line[]): Span[] {
  const words = rows.map((line) => wordsOfLine(line));
  return stretches.map((stretch) => {
    const inside = (w: Word) => middleOf(w) >= stretch.left && middleOf(w) <= stretch.right;
    const own = words.map((line) => line.filter(inside));
    const all = own.flat();
    const amounts = all.filter((w) => isAmountWord(w.text) && !isFiller(w.text));
    return {
      ...stretch,
      rows: new Set(own.flatMap((line, i) => (line.length > 0 ? [i] : []))),
      isAmounts: amounts.length * 2 > all.length,
      holds: heldBy(all),
    };
  });
}

/** Spans as columns: one begins where a row writes into both. */
function columnsAmong(spans: readonly Span[]): Span[][] {
  const columns: Span[][] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    const both = last?.some((s) => [...span.rows].some((row) => s.rows.has(row))) ?? true;
    if (last && !both) last.push(span);
    else columns.push([span]);
  }
  return columns;
}

/** What it costs to say that a cell of the head stands over some spans. */
function costOf(cell: HeadCell, spans: readonly Span[], from: number, to: number): number {
  const beyond = spans.filter((s, i) => (i < from || i > to) && overlap(inner(cell), s)).length * 4;
  const own = spans.slice(from, to + 1);
  if (own.length === 0) return 1.2 + beyond;
  const columns = columnsAmong(own).length;
  const [first, last] = [own[0]!, own.at(-1)!];
  const [before, next] = [spans[from - 1], spans[to + 1]];
  const reach = {
    left: before ? (before.right + first.left) / 2 : first.left,
    right: next ? (next.left + last.right) / 2 : last.right,
  };
  const off = Math.min(
    Math.abs(middleOf(cell) - middleOf(reach)),
    Math.abs(middleOf(cell) - middleOf({ left: first.left, right: last.right })),
    Math.abs(cell.left - first.left) * 3 + cell.size / 2,
    Math.abs(cell.right - last.right) * 3 + cell.size / 2,
  );
  const wide = columns > 1 ? (columns - 1) * 2 + Math.min(4, (off / cell.size) * 0.3) : 0;
  const apart = own
    .filter((s) => !overlap(cell, s))
    .map((s) => {
      const gap = Math.max(s.left - cell.right, cell.left - s.right) / cell.size;
      // Amounts end at the right of their cell, words of its head before that.
      const wrong = s.isAmounts && s.right < cell.left ? 1 : 0;
      return 0.2 + wrong + (columns > 1 ? 0 : Math.min(1, gap * 0.1));
    });
  const holds = new Set(own.map((s) => s.holds));
  const mixed = holds.has('figures') && holds.has('names') ? 2.5 : 0;
  const none = apart.length === own.length ? 0.2 : 0;
  return beyond + wide + mixed + none + apart.reduce((a, b) => a + b, 0);
}

/** Of each cell of the head the spans under it: all of them, in order, as fits best. */
function shared(cells: readonly HeadCell[], spans: readonly Span[]): (readonly [number, number])[] {
  type Best = { readonly cost: number; readonly from: number };
  const best: Best[][] = [];
  const at = (i: number, n: number): number =>
    i < 0 ? (n === 0 ? 0 : Number.POSITIVE_INFINITY) : best[i]![n]!.cost;
  cells.forEach((cell, i) => {
    best.push(
      Array.from({ length: spans.length + 1 }, (_, n) => {
        let found: Best = { cost: Number.POSITIVE_INFINITY, from: n };
        for (let from = n; from >= 0; from -= 1) {
          const before = at(i - 1, from);
          if (before === Number.POSITIVE_INFINITY) continue;
          const cost = before + costOf(cell, spans, from, n - 1);
          if (cost < found.cost) found = { cost, from };
        }
        return found;
      }),
    );
  });
  const result: (readonly [number, number])[] = [];
  let n = spans.length;
  for (let i = cells.length - 1; i >= 0; i -= 1) {
    const { from } = best[i]![n]!;
    result[i] = [from, n - 1];
    n = from;
  }
  return result;
}

const joined = (spans: readonly Stretch[]): Stretch => ({
  left: Math.min(...spans.map((s) => s.left)),
  right: Math.max(...spans.map((s) => s.right)),
});

/** Words that a place cuts in two; an amount is never cut. */
const crossedAt = (words: readonly Word[], x: number): number =>
  words
    .filter((w) => w.left < x - 0.1 && w.right > x + 0.1)
    .reduce((sum, w) => sum + (isAmountWord(w.text) ? words.length : 1), 0);

/** Spans cut between two cells of the head that stand over one, where the fewest words are cut. */
function cutUnder(cells: readonly HeadCell[], spans: readonly Stretch[], body: readonly Line[]) {
  const words = body.flatMap((line) => wordsOfLine(line));
  return spans.flatMap((span) => {
    const over = cells.filter((c) => overlap(inner(c), span));
    const inside = words.filter((w) => overlap(w, span));
    let rest: Stretch = span;
    const parts: Stretch[] = [];
    for (const [i, cell] of over.slice(1).entries()) {
      const [from, to] = [middleOf(over[i]!), middleOf(cell)];
      const tried = Array.from({ length: 21 }, (_, n) => from + ((to - from) * n) / 20)
        .filter((x) => x > rest.left && x < rest.right)
        .map((x) => ({
          x,
          crossed: crossedAt(inside, x),
        }));
      const least = Math.min(...tried.map((t) => t.crossed));
      const good = tried.filter((t) => t.crossed === least);
      const x = good[good.length >> 1]?.x;
      if (x === undefined || least * 4 > inside.length) continue;
      const [left, right] = [
        inside.filter((w) => middleOf(w) < x && middleOf(w) > rest.left),
        inside.filter((w) => middleOf(w) > x),
      ];
      if (left.length === 0 || right.length === 0) continue;
      parts.push({ left: rest.left, right: Math.min(x, joined(left).right) });
      rest = { left: Math.max(x, joined(right).left), right: rest.right };
    }
    return [...parts, rest];
  });
}

/** 列 under the lowest cells of a head. */
export function columnsUnder(
  cells: readonly HeadCell[],
  stretches: readonly Stretch[],
  body: readonly Line[],
  rows: readonly Line[],
): Under {
  const spans = spansOf(cutUnder(cells, stretches, body), rows);
  const columns: Stretch[] = [];
  const reach: (readonly [number, number])[] = [];
  const shares = shared(cells, spans);
  cells.forEach((cell, i) => {
    const [from, to] = shares[i]!;
    const own = columnsAmong(spans.slice(from, to + 1)).map(joined);
    const first = columns.length;
    if (own.length === 0) own.push({ left: cell.left, right: cell.right });
    else {
      const left = Math.max(cell.left, spans[from - 1]?.right ?? Number.NEGATIVE_INFINITY);
      const right = Math.min(cell.right, spans[to + 1]?.left ?? Number.POSITIVE_INFINITY);
      own[0] = { ...own[0]!, left: Math.min(own[0]!.left, left) };
      const last = own.length - 1;
      own[last] = { ...own[last]!, right: Math.max(own[last]!.right, right) };
    }
    columns.push(...own);
    reach.push([first, columns.length - 1]);
  });
  return { columns, reach };
}
