// 体检总览.xlsx: the lists of a run as sheets. Knows lists; knows no outcome.
import { columnName } from '../../facts/grid.ts';
import { heightOf } from '../../facts/page.ts';
import { createWorkbook, type NewSheet } from '../../hosts/xlsx/create.ts';
import type { List } from './morning.ts';

function sheetOf({ name, head, widths, lines, links }: List): NewSheet {
  const all = [head, ...lines];
  const last = head.length - 1;
  const cells = all.flatMap((line, row) =>
    line.map((value, column) => {
      const link = row > 0 && column === last ? links[row - 1] : undefined;
      return {
        address: `${columnName(column)}${row + 1}`,
        value,
        border: true,
        wrap: true,
        size: 10,
        ...(row === 0 && { bold: true, horizontal: 'center' as const }),
        ...(link && { link }),
      };
    }),
  );
  const heights = all.map((line) =>
    Math.max(18, ...line.map((value, column) => heightOf(String(value), widths[column]!))),
  );
  return { name, cells, heights, widths, landscape: true, repeated: [0, 0], frozen: 1 };
}

/** The same lists give the same bytes, whoever puts them together and when. */
const NO_DAY = new Date(Date.UTC(2000, 0, 1));

/** 体检总览 of a run as a workbook. */
export const overviewWorkbook = (lists: readonly List[]): Promise<Uint8Array> =>
  createWorkbook(lists.map(sheetOf), NO_DAY);
