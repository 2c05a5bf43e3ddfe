// What clerks do to a workbook: a row left out or copied twice, a figure put in the wrong place, a table not
// brought up to date. Snapshots in, snapshots out.
import type { Cell, Grid, Snapshot } from '../../../src/facts/grid.ts';

const linesOf = ({ cells }: Grid): Grid['cells'] =>
  Array.from({ length: cells.length }, (_, i) => cells[i] ?? []);

const edited = (book: Snapshot, sheet: string, edit: (grid: Grid) => Grid): Snapshot => ({
  ...book,
  sheets: book.sheets.map((s) => (s.name === sheet ? edit(s) : s)),
});

/** A row deleted, what stood below it moved up. */
export const withoutRow = (book: Snapshot, sheet: string, row: number): Snapshot =>
  edited(book, sheet, (grid) => ({
    ...grid,
    rows: grid.rows - 1,
    cells: linesOf(grid).filter((_, i) => i !== row),
    merges: grid.merges
      .filter((m) => m.row !== row || m.rows > 1)
      .map((m) =>
        m.row > row
          ? { ...m, row: m.row - 1 }
          : m.row + m.rows > row
            ? { ...m, rows: m.rows - 1 }
            : m,
      ),
  }));

/** A row copied and inserted once more below itself. */
export const withRowTwice = (book: Snapshot, sheet: string, row: number): Snapshot =>
  edited(book, sheet, (grid) => ({
    ...grid,
    rows: grid.rows + 1,
    cells: linesOf(grid).flatMap((line, i) => (i === row ? [line, line] : [line])),
    merges: grid.merges.map((m) => (m.row > row ? { ...m, row: m.row + 1 } : m)),
  }));

/** Cells of a sheet changed, each by its place. */
export const withCells = (
  book: Snapshot,
  sheet: string,
  change: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
): Snapshot =>
  edited(book, sheet, (grid) => ({
    ...grid,
    cells: linesOf(grid).map((line, row) =>
      Array.from({ length: Math.max(line?.length ?? 0, grid.columns) }, (_, column) =>
        change(line?.[column], row, column),
      ),
    ),
  }));

/** One sheet taken from another workbook: its department changed meanwhile, or its other tables did not. */
export const withSheetOf = (book: Snapshot, other: Snapshot, sheet: string): Snapshot => {
  const from = other.sheets.find((s) => s.name === sheet);
  return from ? edited(book, sheet, () => from) : book;
};
