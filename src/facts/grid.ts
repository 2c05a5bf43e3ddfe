// Cells of sheets as plain data: what a host hands over. Knows addresses; knows no table.

/** 单元格内容 as stored: a number stays a number, a text a text. */
export type Scalar = string | number | boolean | null;

/** 单元格: stored value, and what the sheet makes of it. */
export interface Cell {
  readonly value: Scalar;
  /** Shown text, where the host knows it; otherwise number format and value must do. */
  readonly text?: string;
  /** Number format code; absent means General. */
  readonly format?: string;
  /** Formula with its leading `=`. */
  readonly formula?: string;
  /** A formula whose result was never saved: its value is not known. */
  readonly uncached?: boolean;
  /** `#REF!`, `#DIV/0!` … */
  readonly error?: string;
}

/** 区域: its first row and column, zero-based, and how many it has of both. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** 工作表: cells by absolute zero-based row and column (sparse). */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly protected: boolean;
  /** One past the last used row and column. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly merges: readonly Rect[];
  /** Rows and columns that are hidden, where the host says so. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Read from print: the digits shown are all there is, and what is shown is already rounded. */
  readonly printed?: boolean;
  /**
   * 列是按位置推断的: no line parts its columns. `doubtful`: some of its figures stand in line with no others.
   * `cut`: lines part them, but words end where their cells do, so that names are perhaps not whole.
   */
  readonly inferred?: 'plain' | 'doubtful' | 'cut';
  /** Too large to be one of ours: cells were not read. The count of its cells. */
  readonly skipped?: number;
}

/** 工作簿快照: everything the check may look at, taken at one moment. */
export interface Snapshot {
  readonly name?: string;
  readonly sheets: readonly Grid[];
  /** Formulas wait to be calculated: their values are of an earlier state. */
  readonly stale?: boolean;
  /** Custom XML parts of our namespace that travel in the workbook. */
  readonly parts?: readonly string[];
}

/** 位置: a cell, its row and column zero-based. */
export interface CellLocation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}
/** 位置: a span of a text by UTF-16 offsets, `end` behind its last. */
export interface SpanLocation {
  readonly start: number;
  readonly end: number;
}
/** 位置 of a number: in a cell, or in a text. */
export type Location = CellLocation | SpanLocation;

/** 栏的字母 of a zero-based column: A of 0, AA of 26. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}
/** 单元格地址 as A1 of a zero-based row and column. */
export const addressOf = (at: { row: number; column: number }): string =>
  `${columnName(at.column)}${at.row + 1}`;
/** 区域地址: `A1:B2`, or `A1` of a single cell. */
export function rangeAddress(r: Rect): string {
  const first = addressOf(r);
  const last = addressOf({ row: r.row + r.rows - 1, column: r.column + r.columns - 1 });
  return first === last ? first : `${first}:${last}`;
}
/**
 * A1, $A$1 or a1 as a place, zero-based; undefined for anything else, and for more than three letters or
 * seven digits. Row 0 comes back as −1. Read sign by sign: every cell has one.
 */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  const dollar = 36;
  let i = address.charCodeAt(0) === dollar ? 1 : 0;
  const letters = i;
  let column = 0;
  for (; i < address.length; i += 1) {
    const letter = (address.charCodeAt(i) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (i === letters || i - letters > 3) return undefined;
  if (address.charCodeAt(i) === dollar) i += 1;
  const digits = i;
  let row = 0;
  for (; i < address.length; i += 1) {
    const digit = address.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return i === digits || i - digits > 7 ? undefined : { row: row - 1, column: column - 1 };
}
/**
 * The cell at a zero-based row and column; undefined where nothing is stored. Of a merged area only the first
 * cell is.
 */
export const cellAt = (grid: Grid, row: number, column: number): Cell | undefined =>
  grid.cells[row]?.[column];
