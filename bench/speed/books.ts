// Workbooks to measure by: departments of many layouts, each with codes and figures of its own, as files.
import { addressOf, type Grid, rangeAddress, type Snapshot } from '../../src/facts/grid.ts';
import { createWorkbook, type NewSheet } from '../../src/hosts/xlsx/create.ts';
import { Zip } from '../../src/hosts/xlsx/zip.ts';
import { arrangement, layOut } from '../../tests/support/department/layout.ts';
import { makeDepartment } from '../../tests/support/department/model.ts';

/** So many layouts; departments beyond them take them in turn. */
const LAYOUTS = 50;

/** A department that no other has, in one of many layouts. */
export const department = (seed: number): Snapshot =>
  layOut(makeDepartment(seed), arrangement(1 + (seed % LAYOUTS))).snapshot;

const sheetOf = (grid: Grid): NewSheet => ({
  name: grid.name,
  hidden: grid.hidden,
  cells: grid.cells.flatMap((line, row) =>
    (line ?? []).flatMap((cell, column) =>
      cell
        ? [
            {
              address: addressOf({ row, column }),
              value: cell.value,
              ...(cell.formula && { formula: cell.formula }),
              ...(cell.format && { format: cell.format }),
            },
          ]
        : [],
    ),
  ),
  merges: grid.merges.map(rangeAddress),
});

/** The file that Excel would keep of it, with further sheets. */
export const fileOf = ({ sheets }: Snapshot, more: readonly NewSheet[] = []): Promise<Uint8Array> =>
  createWorkbook([...sheets.map(sheetOf), ...more]);

/** 解压: what anybody who opens a workbook has to do at least; the number of bytes. */
export function inflated(bytes: Uint8Array): number {
  const zip = new Zip(bytes);
  return zip.entries.reduce((sum, { name }) => sum + (zip.part(name)?.length ?? 0), 0);
}

/** A copy that no memory of objects knows. */
export const copyOf = (snapshot: Snapshot): Snapshot => structuredClone(snapshot);

/** The workbook with a label on every sheet that nobody has seen. */
export const unseen = (snapshot: Snapshot, run: number): Snapshot => ({
  sheets: snapshot.sheets.map((sheet) => {
    let done = false;
    const cells = sheet.cells.map((line) =>
      line?.map((cell) => {
        const isLabel = typeof cell?.value === 'string' && /^其他[^表]*$/.test(cell.value);
        if (done || !cell || !isLabel) return cell;
        done = true;
        return { ...cell, value: `${cell.value}之${run}` };
      }),
    );
    return { ...sheet, cells };
  }),
});
