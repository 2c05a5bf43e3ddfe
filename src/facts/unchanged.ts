// A workbook that is read again: sheets that are as they were become the same objects, so that what was made of
// them holds. Knows cells; knows no host and no table.
import type { Cell, Grid, Snapshot } from './grid.ts';

const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.value === b.value &&
    a.text === b.text &&
    a.format === b.format &&
    a.formula === b.formula &&
    a.uncached === b.uncached &&
    a.error === b.error);

function sameList<T>(
  a: readonly T[] = [],
  b: readonly T[] = [],
  same: (a: T, b: T) => boolean = Object.is,
): boolean {
  if (a.length !== b.length) return false;
  // Rows and cells are sparse: what is not there is compared as well.
  for (let i = 0; i < a.length; i += 1) if (!same(a[i]!, b[i]!)) return false;
  return true;
}

/** Whether two readings of a sheet say the same, cell by cell. */
const sameGrid = (a: Grid, b: Grid): boolean =>
  a.name === b.name &&
  a.hidden === b.hidden &&
  a.protected === b.protected &&
  a.rows === b.rows &&
  a.columns === b.columns &&
  a.printed === b.printed &&
  a.inferred === b.inferred &&
  a.skipped === b.skipped &&
  sameList(a.hiddenRows, b.hiddenRows) &&
  sameList(a.hiddenColumns, b.hiddenColumns) &&
  sameList(
    a.merges,
    b.merges,
    (m, n) =>
      m.row === n.row && m.column === n.column && m.rows === n.rows && m.columns === n.columns,
  ) &&
  sameList(a.cells, b.cells, (line, other) => sameList(line, other, sameCell));

/** 未改动的工作表 as the objects they were before. */
export function withUnchanged(now: Snapshot, before: Snapshot | undefined): Snapshot {
  if (!before) return now;
  const known = new Map(before.sheets.map((grid) => [grid.name, grid]));
  const sheets = now.sheets.map((grid) => {
    const former = known.get(grid.name);
    return former && sameGrid(former, grid) ? former : grid;
  });
  return { ...now, sheets };
}
