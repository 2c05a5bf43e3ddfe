// 近处: the part of a sheet whose cells stand together. A cell far away belongs to no table, and what lies between costs
// nothing. Knows cells; knows no table.
import type { Grid, Rect } from '../facts/grid.ts';

/** No table has so many empty rows or columns within it, nor does anybody put one so far from another. */
const FAR_ROWS = 2_000;
const FAR_COLUMNS = 500;

type Line = Grid['cells'][number];

/** One past the last marked place before the first gap wider than allowed, wherever the marks begin. */
function before(isMarked: (at: number) => boolean, end: number, allowed: number): number {
  let last = -1;
  for (let at = 0; at < end; at += 1) {
    if (isMarked(at)) last = at;
    else if (last >= 0 && at - last > allowed) return last + 1;
  }
  return end;
}

const isFilled = (line: Line, column: number): boolean => (line?.[column]?.value ?? null) !== null;

/** By column, whether anything stands in it. */
function columnsOf({ cells, columns }: Grid): Uint8Array {
  const used = new Uint8Array(columns);
  cells.forEach((line) => {
    for (let column = 0; column < (line?.length ?? 0); column += 1)
      if (isFilled(line, column)) used[column] = 1;
  });
  return used;
}

const isWithin = (m: Rect, rows: number, columns: number): boolean =>
  m.row < rows && m.column < columns;

/** 近处 of a sheet: itself, unless cells stand far from all others. */
export function nearOf(grid: Grid): Grid {
  if (grid.rows <= FAR_ROWS && grid.columns <= FAR_COLUMNS) return grid;
  const used = columnsOf(grid);
  const columns = before((at) => used[at] === 1, grid.columns, FAR_COLUMNS);
  const isUsed = (row: number): boolean => {
    const line = grid.cells[row];
    for (let column = 0; column < Math.min(columns, line?.length ?? 0); column += 1)
      if (isFilled(line, column)) return true;
    return false;
  };
  const rows = before(isUsed, grid.rows, FAR_ROWS);
  if (rows === grid.rows && columns === grid.columns) return grid;
  return {
    ...grid,
    rows,
    columns,
    cells: grid.cells
      .slice(0, rows)
      .map((line) => (line && line.length > columns ? line.slice(0, columns) : line)),
    merges: grid.merges.filter((m) => isWithin(m, rows, columns)),
  };
}
