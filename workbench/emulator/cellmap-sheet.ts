// A sheet as a map of cells. Knows what the seam asks of a sheet; calculation is the book's.
import { type Cell, type Grid, parseAddress, type Rect } from '../../src/facts/grid.ts';
import { shownText } from '../../src/facts/shown.ts';
import { intersection, LAST_COLUMN } from './address.ts';
import {
  type BookChart,
  type BookSheet,
  type BookValue,
  type CellContent,
  type ChangeKind,
  type Clearing,
  type FormatKey,
  NO_LINE,
  type Rule,
  type Visibility,
} from './book.ts';

type Style = Partial<Record<FormatKey, unknown>>;
interface StoredCell {
  value: BookValue;
  formula?: string;
  numberFormat?: string;
  /** Shown text where the workbook said it; gone with the first write. */
  text?: string;
  style?: Style;
}
/** 保存的工作表 as plain data. */
export interface SavedSheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  protected: boolean;
  readonly cells: [key: number, cell: StoredCell][];
  merges: Rect[];
  rules: Rule[];
  readonly charts: BookChart[];
  readonly widths: [column: number, width: number][];
  readonly heights: [row: number, height: number][];
}
const DEFAULTS: Readonly<Record<FormatKey, unknown>> = {
  fill: '#FFFFFF',
  color: '#000000',
  bold: false,
  italic: false,
  font: '宋体',
  size: 11,
  wrap: false,
  align: 'General',
  valign: 'Bottom',
  columnWidth: 48,
  rowHeight: 15,
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
};
const keyOf = (row: number, column: number): number => row * LAST_COLUMN + column;
const isSame = (a: Rect, b: Rect): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** What a sheet needs of its book. */
export interface SheetNews {
  changed(id: string, area: Rect, kind: ChangeKind): void;
  activate(id: string): void;
  select(id: string, area: Rect): void;
}

export function savedSheet(id: string, grid: Grid): SavedSheet {
  const cells: SavedSheet['cells'] = [];
  for (const [row, line] of grid.cells.entries()) {
    for (const [column, cell] of line?.entries() ?? []) {
      if (cell) cells.push([keyOf(row, column), storedCell(cell)]);
    }
  }
  return {
    id,
    name: grid.name,
    visibility: grid.hidden ? 'Hidden' : 'Visible',
    protected: grid.protected,
    cells,
    merges: [...grid.merges],
    rules: [],
    charts: [],
    widths: [],
    heights: [],
  };
}
const storedCell = (cell: Cell): StoredCell => ({
  value: cell.error ?? cell.value ?? '',
  ...(cell.formula !== undefined && { formula: cell.formula }),
  ...(cell.format !== undefined && { numberFormat: cell.format }),
  ...(cell.text !== undefined && { text: cell.text }),
});

export class CellMapSheet implements BookSheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  protected: boolean;
  readonly charts: BookChart[];
  readonly #cells: Map<number, StoredCell>;
  readonly #widths: Map<number, number>;
  readonly #heights: Map<number, number>;
  #merges: Rect[];
  #rules: Rule[];

  constructor(
    saved: SavedSheet,
    readonly news: SheetNews,
  ) {
    this.id = saved.id;
    this.name = saved.name;
    this.visibility = saved.visibility;
    this.protected = saved.protected;
    this.charts = saved.charts;
    this.#cells = new Map(saved.cells);
    this.#widths = new Map(saved.widths);
    this.#heights = new Map(saved.heights);
    this.#merges = saved.merges;
    this.#rules = saved.rules;
  }
  saved(): SavedSheet {
    return {
      id: this.id,
      name: this.name,
      visibility: this.visibility,
      protected: this.protected,
      cells: [...this.#cells],
      merges: this.#merges,
      rules: this.#rules,
      charts: this.charts,
      widths: [...this.#widths],
      heights: [...this.#heights],
    };
  }

  #map<T>(area: Rect, make: (cell: StoredCell | undefined) => T): T[][] {
    return Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (__, j) =>
        make(this.#cells.get(keyOf(area.row + i, area.column + j))),
      ),
    );
  }
  #open(row: number, column: number): StoredCell {
    const key = keyOf(row, column);
    const cell = this.#cells.get(key) ?? { value: '' };
    this.#cells.set(key, cell);
    return cell;
  }
  /** Cells of the area that hold something, be it a format. */
  *#inside(area: Rect): Iterable<[number, StoredCell]> {
    for (const [key, cell] of this.#cells) {
      const row = Math.floor(key / LAST_COLUMN);
      const at = { row, column: key % LAST_COLUMN, rows: 1, columns: 1 };
      if (intersection(at, area)) yield [key, cell];
    }
  }
  *formulaCells(): Iterable<{ formula: string; value: BookValue; set(value: BookValue): void }> {
    for (const cell of this.#cells.values()) {
      const { formula, value } = cell;
      if (formula === undefined) continue;
      const set = (result: BookValue): void => {
        cell.value = result;
        delete cell.text;
      };
      yield { formula, value, set };
    }
  }

  values(area: Rect): BookValue[][] {
    return this.#map(area, (cell) => cell?.value ?? '');
  }
  formulas(area: Rect): BookValue[][] {
    return this.#map(area, (cell) => cell?.formula ?? cell?.value ?? '');
  }
  text(area: Rect): string[][] {
    return this.#map(area, (cell) => {
      if (!cell || cell.value === '') return '';
      return cell.text ?? shownText({ value: cell.value, format: cell.numberFormat ?? 'General' });
    });
  }
  numberFormats(area: Rect): string[][] {
    return this.#map(area, (cell) => cell?.numberFormat ?? 'General');
  }
  write(area: Rect, cells: readonly (readonly CellContent[])[]): void {
    for (const [i, line] of cells.entries()) {
      for (const [j, content] of line.entries()) {
        if (content === null) continue;
        const cell = this.#open(area.row + i, area.column + j);
        delete cell.formula;
        delete cell.text;
        if ('formula' in content) {
          cell.formula = content.formula;
          cell.value = '#NAME?';
        } else cell.value = content.value;
      }
    }
    this.news.changed(this.id, area, 'RangeEdited');
  }
  writeNumberFormats(area: Rect, formats: readonly (readonly (string | null)[])[]): void {
    for (const [i, line] of formats.entries()) {
      for (const [j, format] of line.entries()) {
        if (format === null) continue;
        const cell = this.#open(area.row + i, area.column + j);
        delete cell.text;
        if (format === 'General') delete cell.numberFormat;
        else cell.numberFormat = format;
      }
    }
  }
  format(area: Rect, key: FormatKey): unknown {
    if (key === 'columnWidth') return this.#widths.get(area.column) ?? DEFAULTS.columnWidth;
    if (key === 'rowHeight') return this.#heights.get(area.row) ?? DEFAULTS.rowHeight;
    const seen = new Set(this.#map(area, (cell) => cell?.style?.[key] ?? DEFAULTS[key]).flat());
    return seen.size === 1 ? [...seen][0] : null;
  }
  setFormat(areas: readonly Rect[], key: FormatKey, value: unknown): void {
    for (const { row, column, rows, columns } of areas) {
      for (let i = 0; i < (key === 'columnWidth' ? 1 : rows); i++)
        for (let j = 0; j < (key === 'rowHeight' ? 1 : columns); j++) {
          if (key === 'rowHeight') this.#heights.set(row + i, value as number);
          else if (key === 'columnWidth') this.#widths.set(column + j, value as number);
          else this.#style(row + i, column + j, key, value);
        }
    }
  }
  #style(row: number, column: number, key: FormatKey, value: unknown): void {
    const cell = this.#open(row, column);
    const { [key]: _, ...rest } = cell.style ?? {};
    cell.style = value === undefined ? rest : { ...rest, [key]: value };
  }
  clear(area: Rect, what: Clearing): void {
    for (const [key, cell] of [...this.#inside(area)]) {
      if (what !== 'Formats') {
        cell.value = '';
        delete cell.formula;
        delete cell.text;
      }
      if (what !== 'Contents') {
        delete cell.style;
        delete cell.numberFormat;
      }
      if (what === 'All') this.#cells.delete(key);
    }
    if (what !== 'Contents') this.unmerge(area);
    if (what !== 'Formats') this.news.changed(this.id, area, 'RangeEdited');
  }
  used(valuesOnly: boolean): Rect | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.#cells) {
      const blank = cell.value === '' && cell.formula === undefined;
      if (blank && (valuesOnly || (!cell.style && cell.numberFormat === undefined))) continue;
      const row = Math.floor(key / LAST_COLUMN);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, key % LAST_COLUMN);
      right = Math.max(right, key % LAST_COLUMN);
    }
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
  filled(formulas: boolean) {
    const wanted = (c: StoredCell) => (c.formula ? formulas : !formulas && c.value !== '');
    const own = [...this.#cells].filter(([, cell]) => wanted(cell));
    return own.map(([k]) => ({ row: Math.floor(k / LAST_COLUMN), column: k % LAST_COLUMN }));
  }
  merges(): readonly Rect[] {
    return this.#merges;
  }
  merge(area: Rect): void {
    this.unmerge(area);
    if (area.rows * area.columns > 1) this.#merges = [...this.#merges, area];
  }
  unmerge(area: Rect): void {
    this.#merges = this.#merges.filter((m) => !intersection(m, area) && !isSame(m, area));
  }
  rules(): readonly Rule[] {
    return this.#rules.map((rule) => structuredClone(rule));
  }
  addRule(rule: Rule): void {
    this.#rules = [structuredClone(rule), ...this.#rules];
  }
  changeRule(rule: Rule): void {
    this.#rules = this.#rules.map((r) => (r.id === rule.id ? structuredClone(rule) : r));
  }
  removeRule(id: string): void {
    this.#rules = this.#rules.filter((r) => r.id !== id);
  }
  rulesAt(address: string): readonly Rule[] {
    const at = { ...parseAddress(address)!, rows: 1, columns: 1 };
    return this.#rules.filter((r) => r.areas.some((a) => intersection(a, at) !== undefined));
  }
  activate(): void {
    this.news.activate(this.id);
  }
  select(area: Rect): void {
    this.news.select(this.id, area);
  }
}
