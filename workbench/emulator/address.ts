// A1 addresses as Excel reads and writes them: sheets, whole rows, whole columns. Knows no workbook.
import { columnName, type Rect } from '../../src/facts/grid.ts';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export const wholeSheet: Rect = { row: 0, column: 0, rows: LAST_ROW, columns: LAST_COLUMN };

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
function between(row: number, column: number, toRow: number, toColumn: number): Rect | undefined {
  const rect = {
    row: Math.min(row, toRow),
    column: Math.min(column, toColumn),
    rows: Math.abs(toRow - row) + 1,
    columns: Math.abs(toColumn - column) + 1,
  };
  return isInside(rect) ? rect : undefined;
}
export const isInside = (a: Rect): boolean =>
  a.row >= 0 &&
  a.column >= 0 &&
  a.rows > 0 &&
  a.columns > 0 &&
  a.row + a.rows <= LAST_ROW &&
  a.column + a.columns <= LAST_COLUMN;

/** Splits `'My Sheet'!A1` into sheet and local part. */
export function splitSheet(address: string): { readonly sheet?: string; readonly local: string } {
  const m = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address.trim());
  if (!m) return { local: address.trim() };
  return { sheet: m[1]?.replace(/''/g, "'") ?? m[2]!, local: m[3]! };
}

export function parseArea(address: string): Rect | undefined {
  const plain = address.replace(/\$/g, '').trim();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(plain);
  if (cells) {
    const [, column, row, toColumn, toRow] = cells;
    return between(
      Number(row) - 1,
      columnIndex(column!),
      Number(toRow ?? row) - 1,
      columnIndex(toColumn ?? column!),
    );
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  if (columns) {
    return between(0, columnIndex(columns[1]!), LAST_ROW - 1, columnIndex(columns[2]!));
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, LAST_COLUMN - 1);
  return undefined;
}

export function areaAddress(a: Rect, fixed = ''): string {
  const lastColumn = columnName(a.column + a.columns - 1);
  const lastRow = a.row + a.rows;
  if (a.columns === LAST_COLUMN) return `${fixed}${a.row + 1}:${fixed}${lastRow}`;
  if (a.rows === LAST_ROW) return `${fixed}${columnName(a.column)}:${fixed}${lastColumn}`;
  const first = `${fixed}${columnName(a.column)}${fixed}${a.row + 1}`;
  return a.rows === 1 && a.columns === 1
    ? first
    : `${first}:${fixed}${lastColumn}${fixed}${lastRow}`;
}
export const quotedSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseArea(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;

export function intersection(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}
