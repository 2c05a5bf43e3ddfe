// A sheet seen as a page of print: labels spread over their merged areas, amounts never.
import { type Cell, cellAt, type Grid, type Rect, type Scalar } from '../facts/grid.ts';
import { plain } from './names.ts';

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
  /** Whether anything stands in a cell. */
  filled(row: number, column: number): boolean;
  /** The same of the merged area a cell lies in. */
  labelled(row: number, column: number): boolean;
  isNumber(row: number, column: number): boolean;
  /** The merged area of a cell, or the cell itself. */
  area(row: number, column: number): Rect;
}

/** An amount typed as text: with a point or in groups, so that it is no code and no year. */
const TYPED = /^\s*[-+(（]?[¥￥]?[\d,]*\d(?:\.\d+[)）]?|,\d{3})\s*$/;

/** 金额: what is no word, whichever it is: a number, or digits that only amounts have. */
export const isAmount = (value: Scalar): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && value.length < 32 && mayBegin(value) && TYPED.test(value));

/** Most labels begin with a Chinese character, as no amount does. */
const mayBegin = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first < 0x3001 || first > 0xff00;
};

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

/** Texts of cells, each made comparable once. */
function textIn({ cells }: Grid): View['text'] {
  const texts: (string | undefined)[][] = [];
  return (row, column) => {
    const value = cells[row]?.[column]?.value;
    if (value === null || value === undefined) return '';
    let line = texts[row];
    if (!line) {
      line = [];
      texts[row] = line;
    }
    let known = line[column];
    if (known === undefined) {
      known = typeof value === 'string' ? plain(value) : String(value);
      line[column] = known;
    }
    return known;
  };
}

/**
 * 版面 of a sheet; rows and columns are those of the grid, zero-based. Merged areas of more than 20,000 cells
 * are taken for none.
 */
export function viewOf(grid: Grid): View {
  const anchor = anchorIn(grid);
  const text = textIn(grid);
  const valueAt = (row: number, column: number) => grid.cells[row]?.[column]?.value;
  /** The same of the merged area. */
  const ofArea =
    <T>(read: (row: number, column: number) => T) =>
    (row: number, column: number): T => {
      const at = anchor(row, column);
      return at ? read(at.row, at.column) : read(row, column);
    };
  const word = (row: number, column: number) => {
    const value = valueAt(row, column);
    return value === undefined || isAmount(value) ? '' : text(row, column);
  };
  const filled = (row: number, column: number) => {
    const value = valueAt(row, column);
    return value !== undefined && (isAmount(value) || text(row, column) !== '');
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
    filled,
    labelled: ofArea(filled),
    isNumber: (row, column) => typeof valueAt(row, column) === 'number',
  };
}
