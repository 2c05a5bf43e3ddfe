// A visitor's file becomes a workbook of the grid: values from our own reader, looks from hucre.
import type { IWorkbookData } from '@univerjs/core';
import { readXlsx } from 'hucre';
import type { Cell, Grid, Snapshot } from '../../src/facts/grid.ts';
import { openApart } from '../../src/hosts/apart/open.ts';
import { columnsOf, rowsOf } from './sizes.ts';
import type { Loose } from './styles.ts';

const LINE: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};
const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  right: 3,
  justify: 4,
  distributed: 6,
  centerContinuous: 2,
};
const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3 };
const EDGES = [
  ['top', 't'],
  ['right', 'r'],
  ['bottom', 'b'],
  ['left', 'l'],
] as const;
const rgb = (c: Loose | undefined) => (c?.rgb ? { rgb: `#${String(c.rgb).slice(-6)}` } : undefined);

function fontStyle(f: Loose | undefined): Loose {
  if (!f) return {};
  return {
    ...(f.name && { ff: f.name }),
    ...(f.size && { fs: f.size }),
    ...(f.bold && { bl: 1 }),
    ...(f.italic && { it: 1 }),
    ...(f.underline && { ul: { s: 1 } }),
    ...(f.strikethrough && { st: { s: 1 } }),
    ...(rgb(f.color) && { cl: rgb(f.color) }),
  };
}

function styleOf(s: Loose | undefined, format: string | undefined): Loose | undefined {
  const result: Loose = fontStyle(s?.font);
  const { fill, alignment: a, border } = s ?? {};
  if (fill?.type === 'pattern' && fill.pattern === 'solid' && rgb(fill.fgColor))
    result.bg = rgb(fill.fgColor);
  if (a) {
    if (HORIZONTAL[a.horizontal]) result.ht = HORIZONTAL[a.horizontal];
    result.vt = VERTICAL[a.vertical] ?? 3;
    if (a.wrapText) result.tb = 3;
  }
  for (const [side, key] of EDGES) {
    if (border?.[side])
      result.bd = {
        ...result.bd,
        [key]: {
          s: LINE[border[side].style] ?? 1,
          cl: rgb(border[side].color) ?? { rgb: '#000000' },
        },
      };
  }
  if (format && format !== 'General') result.n = { pattern: format };
  return Object.keys(result).length > 0 ? result : undefined;
}

function contentOf(cell: Cell | undefined): Loose {
  if (!cell) return {};
  const formula = cell.formula ? { f: cell.formula } : {};
  if (typeof cell.value === 'number') return { v: cell.value, t: 2, ...formula };
  if (typeof cell.value === 'boolean') return { v: cell.value ? 1 : 0, t: 3, ...formula };
  if (cell.value === null) return cell.error ? { v: cell.error, t: 1, ...formula } : formula;
  return { v: cell.value, t: 1, ...formula };
}

class Styles {
  readonly all: Record<string, Loose> = {};
  readonly #known = new Map<string, string>();
  name(style: Loose): string {
    const text = JSON.stringify(style);
    const known = this.#known.get(text) ?? `s${this.#known.size}`;
    this.#known.set(text, known);
    this.all[known] = style;
    return known;
  }
}

function sheetData(grid: Grid, looks: Loose | undefined, id: string, styles: Styles): Loose {
  const cellData: Loose = {};
  const at = (row: number, column: number): Loose => {
    cellData[row] ??= {};
    cellData[row][column] ??= {};
    return cellData[row][column];
  };
  let columns = grid.columns;
  let rows = grid.rows;
  grid.cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (cell) Object.assign(at(row, column), contentOf(cell));
    });
  });
  for (const [key, c] of (looks?.cells ?? []) as Iterable<[string, Loose]>) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const cell = grid.cells[row]?.[column];
    const style = styleOf(c.style, cell?.format ?? c.style?.numFmt);
    // A number is never broken over lines, whatever its cell asks.
    if (style && typeof cell?.value === 'number') delete style.tb;
    if (style) at(row, column).s = styles.name(style);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  const columnData = columnsOf(grid, looks);
  const rowData = rowsOf(grid, looks, columnData);
  return {
    id,
    name: grid.name,
    hidden: grid.hidden ? 1 : 0,
    rowCount: Math.max(60, rows + 20),
    columnCount: Math.max(16, columns + 4),
    cellData,
    columnData,
    rowData,
    mergeData: grid.merges.map((m) => ({
      startRow: m.row,
      endRow: m.row + m.rows - 1,
      startColumn: m.column,
      endColumn: m.column + m.columns - 1,
    })),
  };
}

async function looksOf(bytes: Uint8Array): Promise<Loose[]> {
  try {
    return (await readXlsx(bytes, { readStyles: true })).sheets as unknown as Loose[];
  } catch {
    // Without its looks a workbook is plainer, and still right.
    return [];
  }
}

export type OpenedBook =
  | { readonly ok: true; readonly data: Partial<IWorkbookData>; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly message: string };

let count = 0;

/** Reads a file into workbook data of the grid, or says why not. */
export async function openBook(bytes: Uint8Array, name: string): Promise<OpenedBook> {
  // A Word file or a web page is opened as the tables it holds.
  const opened = await openApart(bytes, name, { script: '../addin/reading.js' });
  if (!opened.ok) return { ok: false, message: opened.error.message };
  const { snapshot } = opened;
  const looks = await looksOf(bytes);
  const styles = new Styles();
  const sheets: Loose = {};
  const sheetOrder = snapshot.sheets.map((grid, i) => {
    const id = `sheet${i + 1}`;
    sheets[id] = sheetData(
      grid,
      looks.find((l) => l.name === grid.name),
      id,
      styles,
    );
    return id;
  });
  count += 1;
  const data = {
    id: `book${count}`,
    name,
    appVersion: '1',
    locale: 'zhCN',
    styles: styles.all,
    sheetOrder,
    sheets,
  };
  return { ok: true, data: data as unknown as Partial<IWorkbookData>, snapshot };
}
