// A sheet of the emulated Excel over Univer's live model. Reads come from the raw cell matrix, writes
// go through commands, so that undo, recalculation and painting follow.
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Rect } from '../../src/facts/grid.ts';
import type {
  BookSheet,
  BookValue,
  CellContent,
  Clearing,
  FormatKey,
  Rule,
  Visibility,
} from '../emulator/book.ts';
import { boundsOf, build, content, put } from './cells.ts';
import { FORMATS, fromRuleStyle, type Loose, toRange, toRect, toRuleStyle } from './styles.ts';

/** Points of a pixel. */
const POINT = 0.75;
/** 工作簿, as its sheets know it. */
export interface SheetHolder {
  readonly styles: Loose;
  readonly protectedSheets: ReadonlySet<string>;
  touched(): void;
  command(id: string, params: Loose): void;
  activate(sheet: FWorksheet): void;
}

export class UniverSheet implements BookSheet {
  constructor(
    private readonly book: SheetHolder,
    private readonly sheet: FWorksheet,
  ) {}

  private get model(): Loose {
    return this.sheet.getSheet() as unknown as Loose;
  }
  private cell(row: number, column: number): Loose | undefined {
    return this.model.getCellMatrix().getValue(row, column);
  }
  private style(row: number, column: number): Loose | undefined {
    return this.book.styles.getStyleByCell(this.cell(row, column));
  }
  private range(r: Rect) {
    return this.sheet.getRange(r.row, r.column, r.rows, r.columns);
  }
  /** The grid is only as large as its row and column counts; Excel's sheets are not. */
  private inside(r: Rect): Rect {
    return {
      ...r,
      rows: Math.min(r.rows, Math.max(1, this.sheet.getMaxRows() - r.row)),
      columns: Math.min(r.columns, Math.max(1, this.sheet.getMaxColumns() - r.column)),
    };
  }
  private on(r: Rect): boolean {
    return r.row < this.sheet.getMaxRows() && r.column < this.sheet.getMaxColumns();
  }

  get id(): string {
    return this.sheet.getSheetId();
  }
  get name(): string {
    return this.sheet.getSheetName();
  }
  set name(name: string) {
    this.sheet.setName(name);
  }
  get visibility(): Visibility {
    return this.sheet.isSheetHidden() ? 'Hidden' : 'Visible';
  }
  set visibility(visibility: Visibility) {
    if (visibility === 'Visible') this.sheet.showSheet();
    else this.sheet.hideSheet();
  }
  get protected(): boolean {
    return this.book.protectedSheets.has(this.name);
  }

  private value(cell: Loose | undefined): BookValue {
    const rich = cell?.p?.body?.dataStream;
    if (rich) return String(rich).replace(/[\r\n]+$/, '');
    if (cell?.v === null || cell?.v === undefined) return '';
    return cell.t === 3 ? cell.v === 1 || cell.v === true || cell.v === 'TRUE' : cell.v;
  }
  values(r: Rect): BookValue[][] {
    return build(r, (row, column) => this.value(this.cell(row, column)));
  }
  formulas(r: Rect): BookValue[][] {
    const own = this.on(r) ? this.range(this.inside(r)).getFormulas() : [];
    return build(
      r,
      (row, column) => own[row - r.row]?.[column - r.column] || this.value(this.cell(row, column)),
    );
  }
  text(r: Rect): string[][] {
    const shown = this.on(r) ? this.range(this.inside(r)).getDisplayValues() : [];
    return build(r, (row, column) =>
      String(shown[row - r.row]?.[column - r.column] ?? '').replace(/[\r\n]+$/, ''),
    );
  }
  numberFormats(r: Rect): string[][] {
    return build(r, (row, column) => this.style(row, column)?.n?.pattern ?? 'General');
  }

  write(r: Rect, cells: readonly (readonly CellContent[])[]): void {
    if (r.row + r.rows > this.sheet.getMaxRows()) this.sheet.setRowCount(r.row + r.rows);
    if (r.column + r.columns > this.sheet.getMaxColumns())
      this.sheet.setColumnCount(r.column + r.columns);
    const value: Loose = {};
    cells.forEach((line, i) => {
      line.forEach((x, j) => {
        if (x === null) return;
        put(value, r.row + i, r.column + j, { ...content(x), si: null, p: null });
      });
    });
    this.set(r, value);
    this.book.touched();
  }
  /** Styles of several areas by one command: each costs the grid a step of its undo and a new picture. */
  private patch(
    areas: readonly Rect[],
    styleOf: (row: number, column: number) => Loose | null,
  ): void {
    const value: Loose = {};
    for (const b of areas.map((r) => this.inside(r))) {
      for (let row = b.row; row < b.row + b.rows; row += 1) {
        for (let column = b.column; column < b.column + b.columns; column += 1) {
          const s = styleOf(row, column);
          if (!s) continue;
          // A style alone would take a formula that shows a link away with it.
          const { f, v = null } = this.cell(row, column) ?? {};
          put(value, row, column, f ? { s, f, v } : { s });
        }
      }
    }
    this.set(boundsOf(areas.map((r) => this.inside(r))), value);
  }
  writeNumberFormats(r: Rect, formats: readonly (readonly (string | null)[])[]): void {
    this.patch([r], (row, column) => {
      const format = formats[row - r.row]?.[column - r.column];
      if (format === null || format === undefined) return null;
      return { n: format === 'General' ? null : { pattern: format } };
    });
  }

  format(r: Rect, key: FormatKey): unknown {
    const b = this.inside(r);
    if (key === 'columnWidth') return this.sheet.getColumnWidth(b.column) * POINT;
    if (key === 'rowHeight') return this.sheet.getRowHeight(b.row) * POINT;
    const found = new Map<string | undefined, unknown>();
    for (let row = b.row; row < b.row + b.rows; row += 1) {
      for (let column = b.column; column < b.column + b.columns; column += 1) {
        const value = FORMATS[key].get(this.style(row, column));
        found.set(JSON.stringify(value), value);
      }
    }
    return found.size === 1 ? [...found.values()][0] : null;
  }
  setFormat(areas: readonly Rect[], key: FormatKey, value: unknown): void {
    const pixels = Math.round(Number(value) / POINT);
    const ranges = areas.map(toRange);
    // Mutations rather than commands: those measure every row of the sheet anew for one column.
    if (key === 'columnWidth') {
      this.mutate('set-worksheet-col-width', { ranges, colWidth: pixels });
    } else if (key === 'rowHeight') {
      this.mutate('set-worksheet-row-height', { ranges, rowHeight: pixels });
      this.mutate('set-worksheet-row-is-auto-height', { ranges, autoHeightInfo: 0 });
    } else {
      const style = FORMATS[key].set(value);
      this.patch(areas, () => style);
    }
  }
  /** Not the facade's clear(): it also takes away the merges under the person's selection. */
  clear(r: Rect, what: Clearing): void {
    const b = this.inside(r);
    const gone = {
      ...(what !== 'Formats' && { v: null, f: null, si: null, p: null }),
      ...(what !== 'Contents' && { s: null }),
    };
    const value: Loose = {};
    this.model.getCellMatrix().forValue((row: number, column: number, cell: Loose | undefined) => {
      const within =
        row >= b.row && row < b.row + b.rows && column >= b.column && column < b.column + b.columns;
      if (cell && within) put(value, row, column, gone);
    });
    this.set(b, value);
    if (what === 'All') this.unmerge(b);
    if (what !== 'Formats') this.book.touched();
  }
  private mutate(what: string, params: Loose): void {
    this.book.command(`sheet.mutation.${what}`, { subUnitId: this.id, ...params });
  }
  private set(r: Rect, value: Loose): void {
    if (Object.keys(value).length === 0) return;
    this.book.command('sheet.command.set-range-values', {
      subUnitId: this.id,
      range: toRange(r),
      value,
    });
  }

  used(valuesOnly: boolean): Rect | undefined {
    let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
    this.model.getCellMatrix().forValue((row: number, column: number, cell: Loose | undefined) => {
      const holds =
        cell && (this.value(cell) !== '' || cell.f || cell.si || (!valuesOnly && cell.s));
      if (!holds) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
    return bottom < 0
      ? undefined
      : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
  merges(): Rect[] {
    return (this.model.getMergeData() as Loose[]).map(toRect);
  }
  merge(r: Rect): void {
    this.range(this.inside(r)).merge();
  }
  unmerge(r: Rect): void {
    const touched = this.merges().some(
      (m) =>
        m.row < r.row + r.rows &&
        m.row + m.rows > r.row &&
        m.column < r.column + r.columns &&
        m.column + m.columns > r.column,
    );
    if (touched) this.range(this.inside(r)).breakApart();
  }

  rules(): Rule[] {
    const all = this.sheet.getConditionalFormattingRules() as unknown as Loose[];
    return all.map((r): Rule => {
      const custom = r.rule.subType === 'formula';
      return {
        id: r.cfId,
        kind: custom ? 'Custom' : 'CellValue',
        areas: r.ranges.map(toRect),
        formula: custom ? r.rule.value : '',
        style: fromRuleStyle(r.rule.style),
        stopIfTrue: r.stopIfTrue,
      };
    });
  }
  /** Mutations rather than commands: a mark must be no step of the person's undo. */
  private ruleMutation(kind: string, params: Loose): void {
    this.mutate(`${kind}-conditional-rule`, params);
  }
  private rule(r: Rule): Loose {
    return {
      cfId: r.id,
      stopIfTrue: r.stopIfTrue,
      ranges: r.areas.map((a) => toRange(this.inside(a))),
      rule: {
        type: 'highlightCell',
        subType: 'formula',
        value: r.formula,
        style: toRuleStyle(r.style),
      },
    };
  }
  addRule(r: Rule): void {
    this.ruleMutation('add', { rule: this.rule(r) });
  }
  changeRule(r: Rule): void {
    this.ruleMutation('set', { cfId: r.id, rule: this.rule(r) });
  }
  removeRule(id: string): void {
    this.ruleMutation('delete', { cfId: id });
  }

  activate(): void {
    this.book.activate(this.sheet);
  }
  select(r: Rect): void {
    this.activate();
    this.range(this.inside(r)).activate();
    // A sheet just activated has no skeleton before the next frames, and activating does not scroll.
    requestAnimationFrame(() => requestAnimationFrame(() => this.scrollTo(r)));
  }
  private scrollTo(r: Rect): void {
    const seen = this.sheet.getVisibleRange() as Loose | null;
    const visible =
      seen &&
      r.row > seen.startRow &&
      r.row + r.rows <= seen.endRow &&
      r.column >= seen.startColumn &&
      r.column + r.columns <= seen.endColumn;
    if (!visible) this.sheet.scrollToCell(Math.max(0, r.row - 6), Math.max(0, r.column - 3));
  }
}
