// A sheet to be written, as plain data: what hosts put into a workbook. Knows cells and their looks;
// knows no table and no program.
import { type Cell, type Grid, parseAddress, type Rect, type Scalar } from './grid.ts';

/** 单元格样式, as much as official forms need; `size` is in points. */
export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly border?: boolean;
  readonly wrap?: boolean;
  /** RRGGBB. */
  readonly fill?: string;
}

/** 印张单元格: an address without value is a styled blank. */
export interface PageCell extends Look {
  readonly address: string;
  readonly value: Scalar;
  readonly formula?: string;
  readonly format?: string;
  /** A file of ours it leads to, as a path beside the workbook. */
  readonly link?: string;
}

/**
 * 图表: drawn over some cells; its labels and amounts stand in two columns of the sheet (`source`, A1:B9),
 * under their heads.
 */
export interface PageChart {
  readonly kind: 'columns' | 'pie';
  readonly title: string;
  readonly source: string;
  /** First and last cell it covers. */
  readonly from: string;
  readonly to: string;
}

/** 印张: a sheet written as a whole, with what its print needs. */
export interface Page {
  readonly name: string;
  readonly cells: readonly PageCell[];
  readonly merges?: readonly string[];
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
  /** Heights of the rows in points; undefined leaves a row as it is. */
  readonly heights?: readonly (number | undefined)[];
  /** Print on A4 across; one page wide in any case. */
  readonly landscape?: boolean;
  /** All rows on one page too. */
  readonly onePage?: boolean;
  /** First and last row repeated on every page, zero-based. */
  readonly repeated?: readonly [number, number];
  readonly charts?: readonly PageChart[];
}

/** Width of a text in characters of a sheet's column: a Chinese character is as wide as two digits. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2000 ? 2 : 1), 0);

/** Points a line of 10 point text needs. */
const LINE = 13;
/**
 * Points that a row of text in 10 point needs, wrapped in a room of so many characters (`widthOf`), more than
 * one.
 */
export const heightOf = (text: string, room: number): number =>
  Math.ceil(widthOf(text) / (room - 1)) * LINE + 4;

/** A1:B2 as one rectangle, zero-based; none where it is no such range, also of a single address. */
export function rectOf(range: string): Rect[] {
  const [first, last] = range.split(':').map(parseAddress);
  if (!first || !last) return [];
  return [{ ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 }];
}

/** The sheet as a host would hand it over once it is written; a cell whose address is none is left out. */
export function gridOf(page: Page): Grid {
  const cells: (Cell | undefined)[][] = [];
  let columns = 0;
  for (const { address, value, formula, format } of page.cells) {
    const at = parseAddress(address);
    if (!at) continue;
    cells[at.row] ??= [];
    columns = Math.max(columns, at.column + 1);
    const given = { value, ...(formula && { formula }), ...(format && { format }) };
    if (value !== null || formula) cells[at.row]![at.column] = given;
  }
  const merges = (page.merges ?? []).flatMap(rectOf);
  const head = { name: page.name, hidden: false, protected: false };
  return { ...head, rows: cells.length, columns, cells, merges };
}
