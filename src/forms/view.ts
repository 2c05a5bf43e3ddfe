// A sheet seen as a page of print: labels spread over their merged areas, amounts never.
import { type Cell, cellAt, type Grid, type Rect } from '../facts/grid.ts';
import { labelsIn } from './labels.ts';

/** 版面: one sheet with its merged areas indexed. */
export interface View {
  readonly grid: Grid;
  /** Text of a cell, width and blanks made one; the empty text where there is none. */
  text(row: number, column: number): string;
  /** Text of a cell as it stands. */
  raw(row: number, column: number): string;
  /** Text of the merged area a cell lies in. */
  label(row: number, column: number): string;
  cell(row: number, column: number): Cell | undefined;
  /** Text of a cell as a word: the empty text where there is none, or an amount. */
  word(row: number, column: number): string;
  /** The same of the merged area a cell lies in. */
  wordLabel(row: number, column: number): string;
  /** Whether a text may be the title of a table of ours, and whether it is one of any table. */
  mayBeTitle(row: number, column: number): boolean;
  isTitle(row: number, column: number): boolean;
  /** Whether a number stands in a cell, or digits that only amounts have. */
  isAmount(row: number, column: number): boolean;
  /** Whether anything stands in a cell. */
  filled(row: number, column: number): boolean;
  /** The same of the merged area a cell lies in. */
  labelled(row: number, column: number): boolean;
  isNumber(row: number, column: number): boolean;
  /** The merged area of a cell, or the cell itself. */
  area(row: number, column: number): Rect;
}

/** The first text of a row; the empty text where there is none. */
export function firstText(view: View, row: number, left: number, right: number): string {
  for (let column = left; column <= right; column += 1) {
    const text = view.text(row, column);
    if (text !== '') return text;
  }
  return '';
}

/** The merged area that covers a cell; undefined where none does. */
type Anchor = (row: number, column: number) => Rect | undefined;

const idOf = (row: number, column: number): number => row * 16384 + column;

function anchorIn({ merges }: Grid): Anchor {
  const merged = new Map<number, Rect>();
  for (const rect of merges) {
    if (rect.rows * rect.columns > 20000) continue;
    for (let r = 0; r < rect.rows; r += 1) {
      for (let c = 0; c < rect.columns; c += 1)
        merged.set(idOf(rect.row + r, rect.column + c), rect);
    }
  }
  return merged.size === 0 ? () => undefined : (row, column) => merged.get(idOf(row, column));
}

/**
 * 版面 of a sheet; rows and columns are those of the grid, zero-based. Merged areas of more than 20,000 cells
 * are taken for none.
 */
export function viewOf(grid: Grid): View {
  const anchor = anchorIn(grid);
  const labels = labelsIn(grid);
  const valueAt = (row: number, column: number) => grid.cells[row]?.[column]?.value;
  const text = (row: number, column: number): string => {
    const label = labels.line(row)[column];
    return label ? label.plain : String(valueAt(row, column) ?? '');
  };
  const isAmount = (row: number, column: number): boolean => {
    const label = labels.line(row)[column];
    return label ? label.isAmount : typeof valueAt(row, column) === 'number';
  };
  /** The same of the merged area. */
  const ofArea =
    <T>(read: (row: number, column: number) => T) =>
    (row: number, column: number): T => {
      const at = anchor(row, column);
      return at ? read(at.row, at.column) : read(row, column);
    };
  const word = (row: number, column: number): string => {
    const label = labels.line(row)[column];
    if (label) return label.isAmount ? '' : label.plain;
    const value = valueAt(row, column);
    return typeof value === 'boolean' ? String(value) : '';
  };
  const filled = (row: number, column: number): boolean => {
    const label = labels.line(row)[column];
    return label ? label.plain !== '' : (valueAt(row, column) ?? null) !== null;
  };
  return {
    grid,
    text,
    raw: (row, column) => String(valueAt(row, column) ?? ''),
    label: ofArea(text),
    cell: (row, column) => cellAt(grid, row, column),
    area: (row, column) => anchor(row, column) ?? { row, column, rows: 1, columns: 1 },
    word,
    wordLabel: ofArea(word),
    mayBeTitle: (row, column) => labels.line(row)[column]?.mayBeTitle === true,
    isTitle: (row, column) => labels.line(row)[column]?.isTitle === true,
    isAmount,
    filled,
    labelled: ofArea(filled),
    isNumber: (row, column) => typeof valueAt(row, column) === 'number',
  };
}
