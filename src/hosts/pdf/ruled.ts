// Tables that are ruled: which lines of a page belong together, and the grid they make. Knows lines;
// knows no letter.
import type { Ruling } from './strokes.ts';

/** 框线: the lines of one table, outermost ones added where the table is open. */
export interface RuledFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
}

/** 格: rows and columns of the grid it covers, inclusive. */
export interface GridSlot {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** 网格: where its lines stand, and its cells. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly slots: readonly GridSlot[];
  /** By row, then column. */
  readonly owner: readonly (readonly GridSlot[])[];
}

/** Lines that end this near to each other meet. */
const MEETS = 3;
/** No row or column is narrower. */
const NARROW = 3.5;
/** More lines than a page of tables has: a drawing. */
const MOST_LINES = 4000;

const covers = (r: Ruling, at: number): boolean => r.from - MEETS <= at && at <= r.to + MEETS;

/** Lines that meet, as groups. */
function groupsOf(across: readonly Ruling[], down: readonly Ruling[]): Ruling[][][] {
  const parent = [...across, ...down].map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      if (covers(h, v.at) && covers(v, h.at)) parent[root(i)] = root(across.length + j);
    });
  });
  const groups = new Map<number, Ruling[][]>();
  [...across, ...down].forEach((ruling, i) => {
    const key = root(i);
    const group = groups.get(key) ?? [[], []];
    group[i < across.length ? 0 : 1]!.push(ruling);
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** Lines under words end where no other line stands: they are no part of the grid. `long` ones are, all the same. */
function withoutStubs(
  lines: readonly Ruling[],
  others: readonly Ruling[],
  [first, last]: readonly [number, number],
  long: number,
): Ruling[] {
  const ends = (at: number, line: Ruling): boolean =>
    at < first + MEETS * 2 ||
    at > last - MEETS * 2 ||
    others.some((o) => Math.abs(o.at - at) < MEETS * 1.5 && covers(o, line.at));
  return lines.filter(
    (line) => line.to - line.from > long || (ends(line.from, line) && ends(line.to, line)),
  );
}

/** Where a table is open at a side, its lines that run so far say where the side is. */
function closed(lines: Ruling[], at: number, from: number, to: number, reach: number): Ruling[] {
  if (lines.some((l) => Math.abs(l.at - at) < NARROW) || reach < 2) return lines;
  return [...lines, { at, from, to }];
}

/** Where lines reach to. */
function reachOf(across: readonly Ruling[], down: readonly Ruling[]) {
  return {
    left: Math.min(...across.map((r) => r.from), ...down.map((r) => r.at)),
    right: Math.max(...across.map((r) => r.to), ...down.map((r) => r.at)),
    top: Math.min(...down.map((r) => r.from), ...across.map((r) => r.at)),
    bottom: Math.max(...down.map((r) => r.to), ...across.map((r) => r.at)),
  };
}

function frameOf(across: readonly Ruling[], down: readonly Ruling[]): RuledFrame | undefined {
  if (across.length < 2 || down.length < 1) return undefined;
  const { left, right, top, bottom } = reachOf(across, down);
  const flat = withoutStubs(across, down, [left, right], Number.POSITIVE_INFINITY);
  // Words are underlined, never lined at their side: a tall line parts columns whose rows are not ruled.
  const steep = withoutStubs(down, across, [top, bottom], (bottom - top) / 4);
  const count = (lines: readonly Ruling[], side: (r: Ruling) => boolean) =>
    lines.filter(side).length;
  const starts = count(flat, (r) => r.from < left + MEETS);
  const ends = count(flat, (r) => r.to > right - MEETS);
  const rises = count(steep, (r) => r.from < top + MEETS);
  const falls = count(steep, (r) => r.to > bottom - MEETS);
  const ownDown = closed(closed(steep, left, top, bottom, starts), right, top, bottom, ends);
  const ownAcross = closed(closed(flat, top, left, right, rises), bottom, left, right, falls);
  return { left, right, top, bottom, across: ownAcross, down: ownDown };
}

/** Lines that part columns without touching another line belong to the table they stand in. */
function withLone(groups: readonly (readonly Ruling[][])[]): Ruling[][][] {
  const whole = groups.filter(([across, down]) => across!.length > 1 && down!.length > 0);
  const lone = groups.flatMap(([across, down]) => (across!.length === 0 ? down! : []));
  return whole.map(([across, down]) => {
    const { left, right, top, bottom } = reachOf(across!, down!);
    const inside = (r: Ruling) =>
      r.at > left && r.at < right && r.from > top - MEETS && r.to < bottom + MEETS;
    return [across!, [...down!, ...lone.filter(inside)]];
  });
}

/** 框线 of every table that is ruled on a page, from top to bottom. */
export function framesOf(across: readonly Ruling[], down: readonly Ruling[]): RuledFrame[] {
  if (across.length > MOST_LINES || down.length > MOST_LINES) return [];
  return withLone(groupsOf(across, down))
    .flatMap(([flat, steep]) => frameOf(flat!, steep!) ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Places of lines, near ones as one. */
export function places(lines: readonly Ruling[]): number[] {
  const result: number[] = [];
  for (const at of lines.map((l) => l.at).sort((a, b) => a - b))
    if (result.length === 0 || at - result.at(-1)! > NARROW) result.push(at);
  return result;
}

/** Whether a line stands at `at` along most of `from` … `to`. */
function isDrawn(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) > NARROW) continue;
    covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return covered > (to - from) * 0.6;
}

/** 网格 of a frame; undefined where its lines make no table. */
export function latticeOf({ across, down }: RuledFrame, mostCells: number): Lattice | undefined {
  const xs = places(down);
  const ys = places(across);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > mostCells) return undefined;
  const near = (lines: readonly Ruling[], list: readonly number[]) =>
    list.map((at) => lines.filter((l) => Math.abs(l.at - at) <= NARROW));
  const [steep, flat] = [near(down, xs), near(across, ys)];
  const left = ys
    .slice(0, -1)
    .map((y, r) => xs.map((x, c) => isDrawn(steep[c]!, x, y, ys[r + 1]!)));
  const top = ys.map((y, r) => xs.slice(0, -1).map((x, c) => isDrawn(flat[r]!, y, x, xs[c + 1]!)));
  const owner: (GridSlot | undefined)[][] = Array.from({ length: rows }, () => []);
  const slots: GridSlot[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (owner[row]![column]) continue;
      let lastColumn = column;
      const free = (c: number) => c < columns && !left[row]![c] && !owner[row]![c];
      while (free(lastColumn + 1)) lastColumn += 1;
      let lastRow = row;
      const open = (r: number): boolean => {
        for (let c = column; c <= lastColumn; c += 1)
          if (top[r]![c] || owner[r]![c] || (c > column && left[r]![c])) return false;
        return true;
      };
      while (lastRow + 1 < rows && open(lastRow + 1)) lastRow += 1;
      const slot = { row, column, lastRow, lastColumn };
      slots.push(slot);
      for (let r = row; r <= lastRow; r += 1)
        for (let c = column; c <= lastColumn; c += 1) owner[r]![c] = slot;
    }
  }
  return { xs, ys, slots, owner: owner as GridSlot[][] };
}
