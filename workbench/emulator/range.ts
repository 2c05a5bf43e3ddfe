// Ranges as the library names them, over the cells of a book's sheet. No cell is kept here.
import type { Rect } from '../../src/facts/grid.ts';
import { areaAddress, intersection, isInside, quotedSheet } from './address.ts';
import type { BookValue, CellContent, Clearing } from './book.ts';
import { RangeFormat } from './format.ts';
import type { SheetOwner } from './owners.ts';
import { WireError, WireObject } from './wire.ts';

/** Excel answers null for the cells of anything larger. */
const MOST_CELLS = 5_000_000;
/** Merged areas that Excel lists in one answer; with more it gives none. */
const MOST_MERGES = 512;
const NUMBER = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i;
const GROUPED = /^\s*[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/;
const ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|BUSY!)$/;

/** What Excel makes of a value written by code: the same as of a typed one, 15 digits of it. */
function content(value: unknown, format: string): CellContent {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  if (typeof value !== 'string') throw WireError.invalid('value');
  if (format === '@') return { value };
  if (value.startsWith('=') && value.length > 1) return { formula: value };
  if (value.startsWith("'")) return { value: value.slice(1) };
  const digits = GROUPED.test(value) ? value.replaceAll(',', '') : value;
  if (NUMBER.test(digits)) return { value: +(+digits).toPrecision(15) };
  if (/^(?:true|false)$/i.test(value)) return { value: /^true$/i.test(value) };
  return { value };
}

export function valueType(value: BookValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return ERROR.test(value) ? 'Error' : 'String';
}

export class Range extends WireObject {
  constructor(
    readonly sheet: SheetOwner,
    readonly area: Rect,
  ) {
    super();
    if (!isInside(area)) throw WireError.invalid('range');
  }
  override get typeName(): string {
    return 'Range';
  }
  get #bounded(): boolean {
    return this.area.rows * this.area.columns <= MOST_CELLS;
  }
  #matrix(value: unknown): unknown[][] {
    const { rows, columns } = this.area;
    if (!this.#bounded) throw WireError.invalid('range is unbounded');
    if (!Array.isArray(value)) {
      return Array.from({ length: rows }, () => Array(columns).fill(value) as unknown[]);
    }
    const lines = value as unknown[];
    if (lines.length !== rows || lines.some((l) => !Array.isArray(l) || l.length !== columns)) {
      throw WireError.invalid("The input array doesn't match the dimensions of the range.");
    }
    return lines as unknown[][];
  }
  #write(value: unknown): void {
    this.sheet.allowed();
    const matrix = this.#matrix(value);
    const formats = this.sheet.book.numberFormats(this.area);
    this.sheet.book.write(
      this.area,
      matrix.map((line, i) => line.map((v, j) => content(v, formats[i]![j]!))),
    );
  }
  get Values(): unknown {
    return this.#bounded ? this.sheet.book.values(this.area) : null;
  }
  set Values(value: unknown) {
    this.#write(value);
  }
  get Formulas(): unknown {
    return this.#bounded ? this.sheet.book.formulas(this.area) : null;
  }
  set Formulas(value: unknown) {
    this.#write(value);
  }
  get Text(): unknown {
    return this.#bounded ? this.sheet.book.text(this.area) : null;
  }
  get ValueTypes(): unknown {
    if (!this.#bounded) return null;
    return this.sheet.book.values(this.area).map((line) => line.map(valueType));
  }
  get NumberFormat(): unknown {
    return this.#bounded ? this.sheet.book.numberFormats(this.area) : null;
  }
  set NumberFormat(value: unknown) {
    this.sheet.allowed();
    const formats = this.#matrix(value) as (string | null)[][];
    this.sheet.book.writeNumberFormats(this.area, formats);
  }
  get Address(): string {
    return `${quotedSheet(this.sheet.Name)}!${areaAddress(this.area)}`;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get Format(): WireObject {
    return new RangeFormat(this.sheet.book, [this.area], () => this.sheet.allowed());
  }
  get Worksheet(): SheetOwner {
    return this.sheet;
  }
  get ConditionalFormats(): WireObject {
    return this.sheet.conditionalFormats([this.area]);
  }
  #at(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.sheet, { row, column, rows, columns });
  }
  GetCell(row: number, column: number): Range {
    return this.#at(this.area.row + row, this.area.column + column, 1, 1);
  }
  GetRow(index: number): Range {
    return this.#at(this.area.row + index, this.area.column, 1, this.area.columns);
  }
  GetColumn(index: number): Range {
    return this.#at(this.area.row, this.area.column + index, this.area.rows, 1);
  }
  GetOffsetRange(rows: number, columns: number): Range {
    const { area } = this;
    return this.#at(area.row + rows, area.column + columns, area.rows, area.columns);
  }
  GetAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.#at(this.area.row, this.area.column, rows, columns);
  }
  GetLastCell(): Range {
    return this.GetCell(this.area.rows - 1, this.area.columns - 1);
  }
  GetBoundingRect(other: unknown): Range {
    const [a, b] = [
      this.area,
      other instanceof Range ? other.area : this.sheet.GetRange(other).area,
    ];
    const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
    const bottom = Math.max(a.row + a.rows, b.row + b.rows);
    const right = Math.max(a.column + a.columns, b.column + b.columns);
    return this.#at(row, column, bottom - row, right - column);
  }
  GetIntersectionOrNullObject(other: unknown): Range | null {
    const { area } = other instanceof Range ? other : this.sheet.GetRange(other);
    const common = intersection(this.area, area);
    return common ? new Range(this.sheet, common) : null;
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const used = this.sheet.book.used(valuesOnly === true);
    const area = used && intersection(used, this.area);
    return area ? new Range(this.sheet, area) : null;
  }
  GetSpecialCellsOrNullObject(kind: unknown): RangeAreas | null {
    const { book } = this.sheet;
    if (!book.filled) throw WireError.missing('special cells in this workbook');
    const own = book
      .filled(kind === 'Formulas')
      .map((at) => ({ ...at, rows: 1, columns: 1 }))
      .filter((at) => intersection(at, this.area));
    return own.length > 0 ? new RangeAreas(this.sheet, own) : null;
  }
  GetMergedAreasOrNullObject(): RangeAreas | null {
    // Only areas whose top left cell lies inside are seen, as in Excel.
    const merges = this.sheet.book.merges().filter((m) => {
      return intersection({ ...m, rows: 1, columns: 1 }, this.area) !== undefined;
    });
    if (merges.length > MOST_MERGES) {
      throw new WireError('GeneralException', 'There was an internal error.', 500);
    }
    return merges.length > 0 ? new RangeAreas(this.sheet, merges) : null;
  }
  Merge(): void {
    this.sheet.allowed();
    this.sheet.book.merge(this.area);
  }
  Unmerge(): void {
    this.sheet.allowed();
    this.sheet.book.unmerge(this.area);
  }
  Clear(what: Clearing = 'All'): void {
    this.sheet.allowed();
    this.sheet.book.clear(this.area, what);
  }
  Select(): void {
    if (this.sheet.book.visibility !== 'Visible') {
      throw new WireError('InvalidOperation', 'the worksheet is hidden');
    }
    this.sheet.book.select(this.area);
  }
  /** The client asks before it splits a large write into several smaller ones. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) {
      throw WireError.invalid('array size');
    }
  }
}

export class RangeAreas extends WireObject {
  constructor(
    readonly sheet: SheetOwner,
    readonly rects: readonly Rect[],
  ) {
    super();
  }
  override get typeName(): string {
    return 'RangeAreas';
  }
  get Address(): string {
    const sheet = quotedSheet(this.sheet.Name);
    return this.rects.map((r) => `${sheet}!${areaAddress(r)}`).join(',');
  }
  get AreaCount(): number {
    return this.rects.length;
  }
  get CellCount(): number {
    return this.rects.reduce((sum, r) => sum + r.rows * r.columns, 0);
  }
  get Areas(): WireObject {
    return new RangeCollection(this.rects.map((r) => new Range(this.sheet, r)));
  }
  get Format(): WireObject {
    return new RangeFormat(this.sheet.book, this.rects, () => this.sheet.allowed());
  }
  get Worksheet(): SheetOwner {
    return this.sheet;
  }
  get ConditionalFormats(): WireObject {
    return this.sheet.conditionalFormats(this.rects);
  }
}

class RangeCollection extends WireObject {
  constructor(readonly ranges: readonly Range[]) {
    super();
  }
  override get typeName(): string {
    return 'RangeCollection';
  }
  override items(): readonly Range[] {
    return this.ranges;
  }
  GetCount(): number {
    return this.ranges.length;
  }
  GetItemAt(index: number): Range {
    const found = this.ranges[index];
    if (!found) throw WireError.invalid('index');
    return found;
  }
}
