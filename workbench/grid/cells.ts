// Cells of Univer's model and areas of them, as plain values. Knows no sheet.
import type { Rect } from '../../src/facts/grid.ts';
import type { CellContent } from '../emulator/book.ts';
import type { Loose } from './styles.ts';

export const build = <T>(r: Rect, f: (row: number, column: number) => T): T[][] =>
  Array.from({ length: r.rows }, (_, i) =>
    Array.from({ length: r.columns }, (_, j) => f(r.row + i, r.column + j)),
  );

export function content(x: Exclude<CellContent, null>): Loose {
  if ('formula' in x) return { f: x.formula, v: null };
  if (x.value === '') return { v: null, f: null };
  if (typeof x.value === 'boolean') return { v: x.value ? 1 : 0, t: 3, f: null };
  return { v: x.value, t: typeof x.value === 'number' ? 2 : 1, f: null };
}

export function put(value: Loose, row: number, column: number, cell: Loose): void {
  value[row] ??= {};
  value[row][column] = cell;
}

/** The area that holds all of them. */
export function boundsOf(areas: readonly Rect[]): Rect {
  const row = Math.min(...areas.map((r) => r.row));
  const column = Math.min(...areas.map((r) => r.column));
  const bottom = Math.max(...areas.map((r) => r.row + r.rows));
  const right = Math.max(...areas.map((r) => r.column + r.columns));
  return { row, column, rows: bottom - row, columns: right - column };
}
