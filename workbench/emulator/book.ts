// The seam of the emulated Excel: what it needs from a workbook, whatever holds the cells. Types
// and names only. A cell map stands behind it in tests, the browser's grid in the workbench.
import type { Rect } from '../../src/facts/grid.ts';

/** 单元格的值; an empty cell is the empty string, as Excel says it. */
export type BookValue = string | number | boolean;
/** 写入内容; null leaves the cell as it is, an empty value empties it. */
export type CellContent = { readonly value: BookValue } | { readonly formula: string } | null;

/** 单元格格式 as far as add-ins here touch it. */
export type FormatKey =
  | 'fill'
  | 'color'
  | 'bold'
  | 'italic'
  | 'font'
  | 'size'
  | 'wrap'
  | 'align'
  | 'valign'
  | 'columnWidth'
  | 'rowHeight'
  | Edge;
/** As keys of a cell's own format: its borders, each a `RuleBorder`. */
export type Edge = 'top' | 'bottom' | 'left' | 'right';
export const EDGES: Readonly<Record<string, Edge>> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
};
export const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'];
export const NO_LINE: RuleBorder = { style: 'None', color: '#000000' };
export interface RuleBorder {
  style: string;
  color: string;
}
export interface RuleStyle {
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  border?: Partial<Record<Edge, RuleBorder>>;
}
/** 条件格式. Kinds other than Custom are only listed and deleted; the book keeps what they say. */
export interface Rule {
  readonly id: string;
  readonly kind: string;
  readonly areas: readonly Rect[];
  /** With its leading `=`; empty for kinds other than Custom. */
  formula: string;
  style: RuleStyle;
  stopIfTrue: boolean;
}
export type ChangeKind =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted';
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';
export type Clearing = 'All' | 'Contents' | 'Formats';

/** 图表, as far as it is described and not painted; a book without charts leaves them out. */
export interface BookChart {
  readonly id: string;
  name: string;
  kind: string;
  title: string;
  /** What its labels show, where they stand, whether it has a legend. */
  labels: Record<string, unknown>;
  legend: boolean;
  titleFont: string;
  /** Fill of each point that was given one. */
  readonly colors: Record<number, string>;
  source: Rect;
  top: number;
  left: number;
  width: number;
  height: number;
}

/** 工作表. Rectangles may reach beyond what the book holds: cells there are empty. */
export interface BookSheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  readonly protected: boolean;
  values(area: Rect): BookValue[][];
  /** A formula with its leading `=`, otherwise the value. */
  formulas(area: Rect): BookValue[][];
  text(area: Rect): string[][];
  numberFormats(area: Rect): string[][];
  write(area: Rect, cells: readonly (readonly CellContent[])[]): void;
  /** null leaves the cell's number format. */
  writeNumberFormats(area: Rect, formats: readonly (readonly (string | null)[])[]): void;
  /** The cells' own format, never what a conditional format paints over it; null: they differ. */
  format(area: Rect, key: FormatKey): unknown;
  /** undefined: back to the default. */
  /** One format for several areas, in one step. */
  setFormat(areas: readonly Rect[], key: FormatKey, value: unknown): void;
  clear(area: Rect, what: Clearing): void;
  used(valuesOnly: boolean): Rect | undefined;
  /** Places that hold a formula, or a constant; a book that cannot say leaves it out. */
  filled?(formulas: boolean): readonly { readonly row: number; readonly column: number }[];
  merges(): readonly Rect[];
  merge(area: Rect): void;
  unmerge(area: Rect): void;
  /** Highest priority first. */
  rules(): readonly Rule[];
  addRule(rule: Rule): void;
  changeRule(rule: Rule): void;
  removeRule(id: string): void;
  activate(): void;
  select(area: Rect): void;
  readonly charts?: BookChart[];
}

/** 随工作簿保存的小件: a book that keeps them in plain memory does right. */
export interface BookPart {
  readonly id: string;
  xml: string;
}
export interface BookName {
  readonly name: string;
  readonly formula: string;
  comment: string;
}

/** 工作簿. */
export interface Book {
  readonly name: string;
  readonly parts: BookPart[];
  readonly settings: Map<string, unknown>;
  readonly names: BookName[];
  sheets(): readonly BookSheet[];
  active(): BookSheet;
  /** At the end, without activating it. */
  add(name: string): BookSheet;
  remove(id: string): void;
  selection(): { readonly sheet: BookSheet; readonly area: Rect };
  /** undefined when nothing waits for the formula engine. */
  settle(): Promise<void> | undefined;
  onChange(listener: (sheetId: string, area: Rect, kind: ChangeKind) => void): void;
  onSelect(listener: (sheetId: string, area: Rect) => void): void;
  onActivate(listener: (sheetId: string) => void): void;
}
