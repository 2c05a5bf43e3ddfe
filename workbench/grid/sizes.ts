// How wide the columns and how high the rows of a visitor's file are. Knows text and its room; knows
// no grid on the screen.
import type { Grid } from '../../src/facts/grid.ts';
import { shownText } from '../../src/facts/shown.ts';
import type { Loose } from './styles.ts';

const PIXELS = 4 / 3;
const LEADING = 1.35;
const [COLUMN, ROW] = [88, 20];
/** Chinese characters are twice as wide as digits. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.55), 0);

/** Columns as wide as the file says, or as their numbers need: Excel would show ####. */
export function columnsOf(grid: Grid, looks: Loose | undefined): Loose {
  const columnData: Loose = {};
  looks?.columns?.forEach((c: Loose | undefined, i: number) => {
    if (c?.width) columnData[i] = { w: Math.round(c.width * 7 + 5), hd: c.hidden ? 1 : 0 };
  });
  const merged = new Set(
    grid.merges.flatMap((m) => (m.columns > 1 ? [`${m.row},${m.column}`] : [])),
  );
  grid.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (typeof cell?.value !== 'number' || merged.has(`${row},${column}`)) return;
      const size = (looks?.cells?.get(`${row},${column}`)?.style?.font?.size ?? 11) * PIXELS;
      const need = Math.ceil(widthOf(shownText(cell)) * size) + 8;
      const known = columnData[column] ?? { w: COLUMN, hd: 0 };
      if (need > known.w) columnData[column] = { ...known, w: need };
    });
  });
  return columnData;
}

/** Rows as high as the file says, or as their text needs: some files crop their own titles. */
export function rowsOf(grid: Grid, looks: Loose | undefined, columns: Loose): Loose {
  const rowData: Loose = {};
  for (const [row, d] of (looks?.rowDefs ?? []) as Iterable<[number, Loose]>) {
    rowData[row] = { h: d.height ? Math.round(d.height * PIXELS) : ROW, hd: d.hidden ? 1 : 0 };
  }
  const tall = new Set(grid.merges.flatMap((m) => (m.rows > 1 ? [`${m.row},${m.column}`] : [])));
  const wide = new Map(grid.merges.map((m) => [`${m.row},${m.column}`, m.columns]));
  for (const [key, { style }] of (looks?.cells ?? []) as Iterable<[string, Loose]>) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const text = String(grid.cells[row]?.[column]?.value ?? '');
    if (text === '' || tall.has(key)) continue;
    const size = (style?.font?.size ?? 11) * PIXELS;
    let room = -4;
    for (let i = 0; i < (wide.get(key) ?? 1); i += 1) room += columns[column + i]?.w ?? COLUMN;
    const wraps = style?.alignment?.wrapText;
    const lines = text.split(/\r?\n/).map((l) => Math.ceil((widthOf(l) * size) / room));
    const count = wraps ? lines.reduce((sum, n) => sum + Math.max(1, n), 0) : 1;
    const need = Math.round(size * LEADING * count);
    const known = rowData[row] ?? { h: ROW, hd: 0 };
    rowData[row] = { ...known, h: Math.max(known.h, need), ia: 0 };
  }
  return rowData;
}
