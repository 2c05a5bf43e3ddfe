// Lines of a performance table: the cells of a row with their merged areas, left to right. Knows the
// page; knows no label.
import type { CellLocation } from '../../facts/grid.ts';
import type { Region } from '../region.ts';
import type { View } from '../view.ts';
import { isFigure } from './words.ts';

/** 格: one cell of print, merged or not. */
export interface LineCell {
  readonly text: string;
  readonly raw: string;
  readonly at: CellLocation;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** 版区: the rows and columns of one performance table, and its lines. */
export interface TableBlock {
  readonly view: View;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Cells that cross a row, blank ones too. */
  line(row: number): readonly LineCell[];
  /** The cell of print that covers a place. */
  entry(row: number, column: number): LineCell;
}

/** 版区 of the rows `top` to `bottom`, both included and zero-based; each line is put together once. */
export function blockOf(region: Region, top: number, bottom: number): TableBlock {
  const { view, left, right } = region;
  const sheet = view.grid.name;
  const lines = new Map<number, readonly LineCell[]>();
  const entry = (row: number, column: number): LineCell => {
    const area = view.area(row, column);
    return {
      text: view.text(area.row, area.column),
      raw: view.raw(area.row, area.column),
      at: { sheet, row: area.row, column: area.column },
      left: area.column,
      right: area.column + area.columns - 1,
      top: area.row,
      bottom: area.row + area.rows - 1,
    };
  };
  const line = (row: number): readonly LineCell[] => {
    const known = lines.get(row);
    if (known) return known;
    const entries: LineCell[] = [];
    for (let column = left; column <= right; ) {
      const own = entry(row, column);
      entries.push(own);
      column = Math.max(own.right, column) + 1;
    }
    lines.set(row, entries);
    return entries;
  };
  return { view, top, bottom, left, right, line, entry };
}

/** The columns `left` to `right` of a block, both included, for what stands beside something else. */
export const columnsOf = (block: TableBlock, left: number, right: number): TableBlock => ({
  ...block,
  left,
  right,
  line: (row) => block.line(row).filter((e) => e.right >= left && e.left <= right),
});

/** Cells with words in them that begin in this row. */
export const wordsIn = (block: TableBlock, row: number): readonly LineCell[] =>
  block.line(row).filter((e) => e.text !== '' && e.top === row);

/** Whether a cell holds a number as such; one typed as text is none. */
export const isNumber = (block: TableBlock, { at }: LineCell): boolean =>
  typeof block.view.cell(at.row, at.column)?.value === 'number';

/** A number, typed as one or as text with its sign or unit. */
export const figured = (block: TableBlock, entry: LineCell | undefined): boolean =>
  entry !== undefined && (isNumber(block, entry) || isFigure(entry.text));

/** The cell to the right of another, in its first row; undefined at the edge of the table. */
export function cellRightOf(block: TableBlock, entry: LineCell): LineCell | undefined {
  return entry.right < block.right ? block.entry(entry.top, entry.right + 1) : undefined;
}

/** Numbers of a row that stand under none of the columns made out, right of `edge`. */
export const strays = (
  block: TableBlock,
  row: number,
  spans: readonly { readonly left: number; readonly right: number }[],
  edge: number,
): LineCell[] =>
  wordsIn(block, row).filter(
    (e) =>
      figured(block, e) &&
      e.left > edge &&
      !spans.some((s) => e.left <= s.right && e.right >= s.left),
  );
