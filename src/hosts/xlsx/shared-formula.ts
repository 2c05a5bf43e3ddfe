// A shared formula written out for another cell: relative references move with it.
// Knows references; does not evaluate.
import { columnName } from '../../facts/grid.ts';
import { LAST_COLUMN, LAST_ROW } from './limits.ts';

const CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)(\d{1,7})$/;
/** Texts, quoted sheet names, bracketed parts, words, and anything else one at a time. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[$\w.\u0080-\uffff]+|[\s\S]/g;

function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}
function moveColumn(fixed: string, letters: string, by: number): string | undefined {
  if (fixed) return `$${letters}`;
  const column = columnNumber(letters) + by;
  return column >= 0 && column < LAST_COLUMN ? columnName(column) : undefined;
}
function moveRow(fixed: string, digits: string, by: number): string | undefined {
  if (fixed) return `$${digits}`;
  const row = Number.parseInt(digits, 10) + by;
  return row >= 1 && row <= LAST_ROW ? `${row}` : undefined;
}

function moveWord(word: string, spanning: boolean, rows: number, columns: number): string {
  const cell = CELL.exec(word);
  if (cell) {
    const column = moveColumn(cell[1]!, cell[2]!, columns);
    const row = moveRow(cell[3]!, cell[4]!, rows);
    return column && row ? column + row : '#REF!';
  }
  if (!spanning) return word;
  const column = COLUMN.exec(word);
  if (column) return moveColumn(column[1]!, column[2]!, columns) ?? '#REF!';
  const row = ROW.exec(word);
  return row ? (moveRow(row[1]!, row[2]!, rows) ?? '#REF!') : word;
}

/** No program writes a longer one; a longer one would only cost time. */
const LONGEST = 8192;

/** What stands as it is, or a word that may move. */
type Piece = string | { readonly word: string; readonly spanning: boolean };

function piecesOf(formula: string): Piece[] {
  const tokens = formula.match(TOKEN) ?? [];
  const pieces: Piece[] = [];
  let still = '';
  for (const [i, word] of tokens.entries()) {
    const next = tokens[i + 1];
    const spanning = next === ':' || tokens[i - 1] === ':';
    const isName = next === '(' || next === '!';
    const moves =
      !isName && (CELL.test(word) || (spanning && (COLUMN.test(word) || ROW.test(word))));
    if (!moves) still += word;
    else {
      pieces.push(still, { word, spanning });
      still = '';
    }
  }
  return [...pieces, still];
}

/** 共享公式: taken apart once, however many cells share it. */
export class SharedFormula {
  readonly length: number;
  readonly #pieces: readonly Piece[] | undefined;

  constructor(formula: string) {
    this.length = formula.length;
    this.#pieces = formula.length > LONGEST ? undefined : piecesOf(formula);
  }

  /**
   * The formula as it reads so many rows and columns from its first cell; … where it is too long to be
   * written out.
   */
  moved(rows: number, columns: number): string {
    if (!this.#pieces) return '…';
    // Joined at once: a text that grows piece by piece keeps every piece in memory.
    const written = this.#pieces.map((piece) =>
      typeof piece === 'string' ? piece : moveWord(piece.word, piece.spanning, rows, columns),
    );
    return written.join('');
  }
}
