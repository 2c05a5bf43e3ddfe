// A sheet seen as a page of print: labels spread over their merged areas, amounts never.
import { type Cell, cellAt, type Grid, type Rect, type Scalar } from '../facts/grid.ts';
import { type Label, labelsIn } from './labels.ts';

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

function anchorOver({ merges }: Grid): Anchor {
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

const anchors = new WeakMap<Grid, Anchor>();
function anchorIn(grid: Grid): Anchor {
  const known = anchors.get(grid) ?? anchorOver(grid);
  anchors.set(grid, known);
  return known;
}

/** 表区: the part of a sheet that a reader looks at. */
export interface Frame {
  readonly body: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Whether a merged area has cells in a frame. */
export const touches = ({ body, bottom, left, right }: Frame, m: Rect): boolean =>
  m.row <= bottom && m.row + m.rows > body && m.column <= right && m.column + m.columns > left;

/** 看法: what somebody who looks at a sheet is shown of it, and what is noted of that. */
export interface Watch {
  /** Nothing but these cells, and of the line of the department what stands before its name. */
  readonly frame?: Frame;
  /** Told of every amount that is read as if it were a word. */
  readonly note?: (row: number, column: number, value: Scalar) => void;
}

/** Cells as they are shown: labels by row, and what stands where no text does. */
interface Shown {
  readonly grid: Grid;
  line(row: number): readonly (Label | undefined)[];
  cell(row: number, column: number): Cell | undefined;
}

const whole = (grid: Grid): Shown => {
  const labels = labelsIn(grid);
  return {
    grid,
    line: (row) => labels.line(row),
    cell: (row, column) => cellAt(grid, row, column),
  };
};

const NO_LINE: readonly (Label | undefined)[] = [];

/** 表区本身: nothing but the cells of a frame, where they stand in their sheet. */
function framed(grid: Grid, frame: Frame): Shown {
  const { body, bottom, left, right } = frame;
  const labels = labelsIn(grid);
  const lines: (readonly (Label | undefined)[] | undefined)[] = [];
  const line = (row: number): readonly (Label | undefined)[] => {
    if (row < body || row > bottom) return NO_LINE;
    const known = lines[row];
    if (known) return known;
    const all = labels.line(row);
    const own: (Label | undefined)[] = [];
    const end = Math.min(right + 1, all.length);
    for (let column = 0; column < end; column += 1)
      own.push(column < left ? undefined : all[column]?.unnamed);
    lines[row] = own;
    return own;
  };
  const cell = (row: number, column: number): Cell | undefined => {
    if (row < body || row > bottom || column < left || column > right) return undefined;
    const found = cellAt(grid, row, column);
    const label = line(row)[column];
    return found && label && label.text !== found.value ? { ...found, value: label.text } : found;
  };
  const merges = grid.merges.filter((m) => touches(frame, m));
  return { grid: { ...grid, merges, cells: [] }, line, cell };
}

/** Texts as somebody reads them who may take an amount for a word. */
function texts({ line, cell }: Shown, note: Watch['note']): Pick<View, 'text' | 'raw'> {
  /** What stands where no text does, read as if it were one. */
  const untexted = (row: number, column: number): string => {
    const value = cell(row, column)?.value ?? null;
    if (note && typeof value === 'number') note(row, column, value);
    return value === null ? '' : String(value);
  };
  const noted = (label: Label, row: number, column: number): Label => {
    if (note && label.isAmount) note(row, column, label.text);
    return label;
  };
  return {
    text: (row, column) => {
      const label = line(row)[column];
      return label ? noted(label, row, column).plain : untexted(row, column);
    },
    raw: (row, column) => {
      const label = line(row)[column];
      return label ? noted(label, row, column).text : untexted(row, column);
    },
  };
}

/** Words and what cells are, whichever amount stands there. */
function words({
  line,
  cell,
}: Shown): Pick<View, 'word' | 'filled' | 'mayBeTitle' | 'isTitle' | 'isAmount' | 'isNumber'> {
  const valueAt = (row: number, column: number) => cell(row, column)?.value;
  return {
    word: (row, column) => {
      const label = line(row)[column];
      if (label) return label.isAmount ? '' : label.plain;
      const value = valueAt(row, column);
      return typeof value === 'boolean' ? String(value) : '';
    },
    filled: (row, column) => {
      const label = line(row)[column];
      return label ? label.plain !== '' : (valueAt(row, column) ?? null) !== null;
    },
    mayBeTitle: (row, column) => line(row)[column]?.mayBeTitle === true,
    isTitle: (row, column) => line(row)[column]?.isTitle === true,
    isAmount: (row, column) => {
      const label = line(row)[column];
      return label ? label.isAmount : typeof valueAt(row, column) === 'number';
    },
    isNumber: (row, column) => typeof valueAt(row, column) === 'number',
  };
}

/**
 * 版面 of a sheet; rows and columns are those of the grid, zero-based. Merged areas of more than 20,000 cells
 * are taken for none.
 */
export function viewOf(given: Grid, { frame, note }: Watch = {}): View {
  const anchor = anchorIn(given);
  const shown = frame ? framed(given, frame) : whole(given);
  const { text, raw } = texts(shown, note);
  const own = words(shown);
  /** The same of the merged area. */
  const ofArea =
    <T>(read: (row: number, column: number) => T) =>
    (row: number, column: number): T => {
      const at = anchor(row, column);
      return at ? read(at.row, at.column) : read(row, column);
    };
  return {
    ...own,
    grid: shown.grid,
    text,
    raw,
    label: ofArea(text),
    cell: (row, column) => {
      raw(row, column);
      return shown.cell(row, column);
    },
    area: (row, column) => anchor(row, column) ?? { row, column, rows: 1, columns: 1 },
    wordLabel: ofArea(own.word),
    labelled: ofArea(own.filled),
  };
}
