// Where cells of a sheet stand on the screen: widths guessed from what the columns hold, rows of one height, merged
// areas as one box. Pure; knows no component.
import type { Grid, Rect } from '../src/facts/grid.ts';
import { shownText } from '../src/facts/shown.ts';

export const ROW = 26;
export const HEAD = 44;
const NARROW = 56;
const WIDE = 280;
/** So many rows say how wide a column ought to be. */
const LOOKED_AT = 300;
const HALF = 7.5;
const PADDING = 14;

const widthOf = (text: string): number => {
  let width = PADDING;
  for (const char of text) width += char.charCodeAt(0) > 0x2e80 ? 2 * HALF : HALF;
  return width;
};

/** 版面 of a sheet. */
export interface SheetLayout {
  readonly rows: number;
  readonly columns: number;
  /** Left edges of the columns, and the right edge of the last. */
  readonly lefts: readonly number[];
  /** Merged areas by the row and column of their first cell. */
  readonly merged: ReadonlyMap<string, Rect>;
  readonly areas: readonly Rect[];
}

const keyOf = (row: number, column: number): string => `${row},${column}`;

const within = (r: Rect, row: number, column: number): boolean =>
  row >= r.row && row < r.row + r.rows && column >= r.column && column < r.column + r.columns;

/** Lays a sheet out; a sheet of nothing still shows a few empty cells. */
export function layoutOf(grid: Grid): SheetLayout {
  const rows = Math.max(grid.rows, 20);
  const columns = Math.max(grid.columns, 8);
  const areas = grid.merges.filter((m) => m.rows * m.columns > 1);
  const widths = new Array<number>(columns).fill(NARROW);
  const wide = new Set(areas.filter((m) => m.columns > 1).map((m) => keyOf(m.row, m.column)));
  grid.cells.slice(0, LOOKED_AT).forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (!cell || column >= columns || wide.has(keyOf(row, column))) return;
      widths[column] = Math.max(widths[column]!, Math.min(WIDE, widthOf(shownText(cell))));
    });
  });
  const lefts = [HEAD];
  for (const width of widths) lefts.push(lefts[lefts.length - 1]! + width);
  return { rows, columns, lefts, areas, merged: new Map(areas.map((m) => [keyOf(m.row, m.column), m])) };
}

/** 窗口: what of the sheet is in sight. */
export interface Window {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** One box to draw. */
export interface Box extends Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const boxOf = ({ lefts, rows, columns }: SheetLayout, r: Rect): Box => {
  const last = Math.min(columns, r.column + r.columns);
  const bottom = Math.min(rows, r.row + r.rows);
  return {
    ...r,
    left: lefts[r.column]!,
    top: ROW + r.row * ROW,
    width: lefts[last]! - lefts[r.column]!,
    height: (bottom - r.row) * ROW,
  };
};

/** Column that stands at so many pixels from the left. */
function columnAt(lefts: readonly number[], x: number): number {
  let [low, high] = [0, lefts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lefts[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows and columns in sight, with a little more on every side. */
export function inSight(layout: SheetLayout, seen: Window): Rect {
  const first = Math.max(0, Math.floor(seen.top / ROW) - 6);
  const last = Math.min(layout.rows - 1, Math.ceil((seen.top + seen.height) / ROW) + 6);
  const from = Math.max(0, columnAt(layout.lefts, seen.left) - 1);
  const to = columnAt(layout.lefts, seen.left + seen.width);
  return { row: first, column: from, rows: last - first + 1, columns: to - from + 1 };
}

/** The boxes of one part of a sheet: single cells, and merged areas that reach into it. */
export function boxesIn(layout: SheetLayout, part: Rect): Box[] {
  const { row, column, rows, columns } = part;
  const areas = layout.areas.filter(
    (m) =>
      m.row < row + rows &&
      m.row + m.rows > row &&
      m.column < column + columns &&
      m.column + m.columns > column,
  );
  const boxes = areas.map((m) => boxOf(layout, m));
  for (let r = row; r < row + rows; r += 1) {
    const own = areas.filter((m) => m.row <= r && r < m.row + m.rows);
    for (let c = column; c < column + columns; c += 1) {
      if (own.some((m) => within(m, r, c))) continue;
      boxes.push(boxOf(layout, { row: r, column: c, rows: 1, columns: 1 }));
    }
  }
  return boxes;
}

/** The box a cell belongs to: its own, or that of the merged area around it. */
export function boxAt(layout: SheetLayout, row: number, column: number): Box {
  const area = layout.areas.find((m) => within(m, row, column));
  return boxOf(layout, area ?? { row, column, rows: 1, columns: 1 });
}
