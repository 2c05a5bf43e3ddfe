// 表头 of a table that draws no line between its columns: which words are one cell, in which row of the head each
// stands, and which cells stand over which. Knows where words stand and in which order they were written; knows no word.
import type { Line } from './lines.ts';
import type { Glyph } from './page.ts';
import { type Lettered, wordsOfHead } from './words.ts';

/** 表头的一格: where its words stand, the rows of the head it reaches over, and what stands under it. */
export interface HeadCell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** Row of the head it begins in. */
  readonly row: number;
  /** Row of the head it ends in. */
  readonly lastRow: number;
  /** The first and the last of the lowest cells that it stands over, or is. */
  readonly from: number;
  readonly to: number;
}

/** 表头: its cells, the lowest of them from left to right, and how many rows it has. */
export interface PrintedHead {
  readonly cells: readonly HeadCell[];
  readonly lowest: readonly HeadCell[];
  readonly rows: number;
}

interface Part extends Lettered {
  readonly base: number;
  readonly size: number;
  readonly order: number;
}

interface Block {
  left: number;
  right: number;
  top: number;
  bottom: number;
  readonly size: number;
  row: number;
}

/** Lines of one cell are no further apart, in parts of their size: one after the other as written, or by place. */
const SPACING = { written: 2, placed: 1.55 };
/** A hair at the ends of words may reach into the next cell. */
const HAIR = 1.5;

/** Room between two cells. */
export type Gutters = readonly (readonly [from: number, to: number])[];
type Sides = readonly [left: number, right: number];

interface Reach {
  readonly left: number;
  readonly right: number;
}
const overlap = (a: Reach, b: Reach): boolean => a.left < b.right - HAIR && a.right > b.left + HAIR;
const middleOf = ({ left, right }: Reach): number => (left + right) / 2;

const firstOf = (glyphs: readonly Glyph[]): number => Math.min(...glyphs.map((g) => g.piece));

/** Words of the head, in the order they were written in. */
function partsOf(head: readonly Line[], gutters: Gutters): Part[] {
  return head
    .flatMap((line) =>
      wordsOfHead(line, gutters).map((word) => ({
        ...word,
        base: line.base,
        size: line.size,
        order: firstOf(word.glyphs),
      })),
    )
    .sort((a, b) => a.order - b.order || a.base - b.base || a.left - b.left);
}

/** Whether words were written cell by cell: what follows on a line follows in the file, and not line by line. */
function isWritten(parts: readonly Part[]): boolean {
  const later = parts.slice(1).filter((p, i) => {
    const before = parts[i]!;
    return Math.abs(p.base - before.base) < p.size * 0.4 && p.left < before.left;
  });
  const back = parts.slice(1).some((p, i) => p.base < parts[i]!.base - p.size * 0.4);
  return later.length * 5 <= parts.length && back;
}

const blockOf = ({ left, right, base, size }: Part): Block => ({
  left,
  right,
  top: base - size * 0.85,
  bottom: base + size * 0.15,
  size,
  row: 1,
});

function widen(block: Block, part: Part): void {
  block.left = Math.min(block.left, part.left);
  block.right = Math.max(block.right, part.right);
  block.top = Math.min(block.top, part.base - part.size * 0.85);
  block.bottom = Math.max(block.bottom, part.base + part.size * 0.15);
}

/** How far a word stands under the one written before it, in parts of its size; undefined where it is not under it. */
function stepOf(before: Part | undefined, part: Part): number | undefined {
  if (!before || !overlap(before, part)) return undefined;
  const step = (part.base - before.base) / part.size;
  return step > 0.6 && step < SPACING.written ? step : undefined;
}

/** Cells, of words that follow each other from line to line. */
function writtenBlocks(parts: readonly Part[]): Block[] {
  const steps = parts.map((part, i) => stepOf(parts[i - 1], part));
  // The first cell of a row may stand under the last of the row above: then the next one stands beside it.
  const begins = parts.map((part, i) => {
    const next = parts[i + 1];
    const isLevel = next && Math.abs(next.base - part.base) < part.size * 0.3;
    return isLevel === true && next.left > part.right;
  });
  const sure = steps.filter((step, i) => step !== undefined && !begins[i]) as number[];
  const most = sure.length > 0 ? Math.min(...sure) * 1.12 : 0;
  const blocks: Block[] = [];
  parts.forEach((part, i) => {
    const step = steps[i];
    const goesOn = step !== undefined && (!begins[i] || step <= most);
    if (goesOn) widen(blocks.at(-1)!, part);
    else blocks.push(blockOf(part));
  });
  return blocks;
}

/** Cells by place alone: words under each other's middle, where most words of their line stand so. */
function placedBlocks(parts: readonly Part[]): Block[] {
  const lines = new Map<number, Part[]>();
  for (const part of parts) lines.set(part.base, [...(lines.get(part.base) ?? []), part]);
  const sorted = [...lines].sort(([a], [b]) => a - b).map(([, own]) => own);
  const blocks: Block[] = [];
  for (const own of sorted) {
    const over = own.map((part) =>
      blocks.find(
        (b) =>
          part.base - part.size * 0.85 - b.bottom < part.size * (SPACING.placed - 1) &&
          overlap(b, part) &&
          (Math.abs(middleOf(b) - middleOf(part)) < part.size * 0.6 ||
            Math.abs(b.left - part.left) < part.size * 0.2),
      ),
    );
    const isFold = over.filter((b) => b).length * 10 >= own.length * 7;
    own.forEach((part, i) => {
      if (isFold && over[i]) widen(over[i], part);
      else blocks.push(blockOf(part));
    });
  }
  return blocks;
}

/** Rows of the head: the next one begins where words go back to the left and stand lower. */
function numbered(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    const isLower = row?.some((b) => block.top > b.bottom + block.size * 0.1) ?? false;
    const isUnder = (b: Block) => overlap(b, block) && block.top > b.bottom;
    const isBack = row !== undefined && (block.left < row.at(-1)!.left || row.some(isUnder));
    if (!row || (isBack && isLower)) rows.push([block]);
    else row.push(block);
  }
  for (const [i, row] of rows.entries()) {
    for (const block of row) block.row = i + 1;
    row.sort((a, b) => a.left - b.left);
  }
  return rows;
}

/** Cells of one row with the row above, and where cells of the rows end. */
interface Rows {
  readonly above: readonly Block[];
  readonly row: readonly Block[];
  readonly ends: readonly number[];
}

/** As far as some cells of a row may reach: half way to what stands beside them, but for where cells end. */
function cellOf({ above, row, ends }: Rows, over: Block, from: number, to: number): Reach {
  const [first, last] = [row[from]!, row[to]!];
  const [before, next] = [above[above.indexOf(over) - 1], above[above.indexOf(over) + 1]];
  const leftmost = Math.max(
    row[from - 1]?.right ?? ends[0]!,
    Math.min(before?.right ?? ends[0]!, first.left),
  );
  const rightmost = Math.min(
    row[to + 1]?.left ?? ends.at(-1)!,
    Math.max(next?.left ?? ends.at(-1)!, last.right),
  );
  const left = ends.filter((x) => x > leftmost - HAIR && x < first.left + HAIR);
  const right = ends.filter((x) => x > last.right - HAIR && x < rightmost + HAIR);
  const between = (a: number, b: number) => (a + b) / 2;
  return {
    left: left.length > 0 ? between(left[0]!, left.at(-1)!) : between(leftmost, first.left),
    right: right.length > 0 ? between(right[0]!, right.at(-1)!) : between(rightmost, last.right),
  };
}

/** What it costs to say that some cells of the next row stand under one of those above. */
function costOf(rows: Rows, over: Block, from: number, to: number): number {
  const { above, row } = rows;
  const own = row.slice(from, to + 1);
  const cell = cellOf(rows, over, from, to);
  const [first, last] = [own[0]!, own.at(-1)!];
  const off = Math.min(
    Math.abs(middleOf(over) - middleOf(cell)),
    Math.abs(over.left - first.left) * 3 + over.size,
    Math.abs(over.right - last.right) * 3 + over.size,
  );
  const beside = own.filter((c) => c.top < over.bottom - c.size * 0.05).length * 6;
  const crossed = own.filter((c) => above.some((a) => a !== over && overlap(a, c))).length * 5;
  const apart = overlap(over, cell) ? 0 : 3;
  const alone = own.length === 1 ? 1.5 : 0;
  // What reaches over all rows of the head stands in their middle: lower than what stands over others.
  const level = (b: Block) => (b.top + b.bottom) / 2;
  const beginning = above.filter((a) => a.row === over.row).map(level);
  const low = level(over) > Math.min(...beginning) + over.size * 0.35 ? 2 : 0;
  return beside + crossed + apart + alone + low + Math.min(4, (off / over.size) * 0.3);
}

/** Of each cell of the next row the one above that it stands under: in order, as fits best. */
function parentsOf(rows: Rows): number[] {
  const { above, row } = rows;
  // best[i][j]: the first i above hold the first j of the row.
  const best = above.map(() => row.map(() => ({ cost: 0, from: 0 })));
  const at = (i: number, j: number): number =>
    j < 0 ? 0 : i < 0 ? Number.POSITIVE_INFINITY : best[i]![j]!.cost;
  above.forEach((over, i) => {
    row.forEach((_, j) => {
      let found = { cost: at(i - 1, j), from: j + 1 };
      for (let from = j; from >= 0; from -= 1) {
        const cost = at(i - 1, from - 1) + costOf(rows, over, from, j);
        if (cost < found.cost) found = { cost, from };
      }
      best[i]![j] = found;
    });
  });
  const parents: number[] = [];
  let j = row.length - 1;
  for (let i = above.length - 1; i >= 0 && j >= 0; i -= 1) {
    const { from } = best[i]![j]!;
    for (; j >= from; j -= 1) parents[j] = i;
  }
  return parents;
}

/**
 * 表头 of the lines over a table.
 * @param gutters room that parts cells of its rows for certain
 * @param sides how far the table reaches
 */
export function headIn(head: readonly Line[], gutters: Gutters, sides: Sides): PrintedHead {
  const parts = partsOf(head, gutters);
  const ends = [sides[0], ...gutters.map(([from, to]) => (from + to) / 2), sides[1]];
  const rows = numbered(isWritten(parts) ? writtenBlocks(parts) : placedBlocks(parts));
  let lowest: Block[] = rows[0] ?? [];
  const over = new Map<Block, Block>();
  for (const row of rows.slice(1)) {
    const parents = parentsOf({ above: lowest, row, ends });
    row.forEach((block, i) => {
      over.set(block, lowest[parents[i]!]!);
    });
    lowest = lowest.flatMap((cell, i) => {
      const own = row.filter((_, n) => parents[n] === i);
      return own.length > 0 ? own : [cell];
    });
  }
  return finished(rows, lowest, over);
}

function finished(
  rows: readonly (readonly Block[])[],
  lowest: readonly Block[],
  over: ReadonlyMap<Block, Block>,
): PrintedHead {
  const reach = new Map<Block, { from: number; to: number; lastRow: number }>();
  lowest.forEach((block, i) => {
    reach.set(block, { from: i, to: i, lastRow: rows.length });
    for (let child = block, own = over.get(block); own; child = own, own = over.get(own)) {
      const known = reach.get(own);
      const lastRow = child.row - 1;
      reach.set(own, { from: known?.from ?? i, to: i, lastRow });
    }
  });
  const begun = (block: Block): number => (reach.get(over.get(block)!)?.lastRow ?? 0) + 1;
  const cells = new Map(
    rows.flat().map((b): [Block, HeadCell] => [b, { ...b, ...reach.get(b)!, row: begun(b) }]),
  );
  return {
    cells: [...cells.values()],
    lowest: lowest.map((b) => cells.get(b)!),
    rows: rows.length,
  };
}
