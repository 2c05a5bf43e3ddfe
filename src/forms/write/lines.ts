// Tables line by line: cells as a place prints them. Knows spans; knows no table.
import type { CellUse, Paper } from '../paper.ts';

/**
 * 版式: one line a row, cells divided by `|`, each with its words and `*columns` `^rows`.
 * `<` sets words to the left; `_` is left for words, `@` is an empty heading, `#` an amount, `%` a rate, `分` a score.
 */
export interface Lines {
  readonly widths: readonly number[];
  readonly lines: readonly string[];
  readonly notes?: readonly string[];
}

interface Piece {
  readonly value: string | number | null;
  readonly kind: CellUse;
  readonly rows: number;
  readonly columns: number;
}

const PLACES: Readonly<Record<string, CellUse>> = {
  _: 'name',
  '@': 'head',
  '#': 'amount',
  '%': 'rate',
  分: 'score',
};

function pieceOf(source: string): Piece {
  const [, words = '', columns = '1', rows = '1'] = /^(.*?)(?:\*(\d+))?(?:\^(\d+))?$/.exec(source)!;
  const place = PLACES[words];
  const span = { rows: Number(rows), columns: Number(columns) };
  if (place) return { value: null, kind: place, ...span };
  if (/^\d+$/.test(words)) return { value: Number(words), kind: 'centre', ...span };
  if (words.startsWith('<')) return { value: words.slice(1), kind: 'name', ...span };
  return { value: words, kind: /□/.test(words) ? 'name' : 'head', ...span };
}

/** Room for words of the user's: a paragraph, a few words. */
const TALL = 40;
const ROOMY = 26;

/**
 * 排版: lines from a row down, as wide as the paper. A line that does not fill its row is a fault of the
 * catalogue and throws.
 */
export function layOut(paper: Paper, top: number, lines: readonly string[]): void {
  const { width } = paper;
  const open = Array.from({ length: width }, () => 0);
  lines.forEach((line, i) => {
    let column = 0;
    for (const piece of line.split('|').map((s) => pieceOf(s.trim()))) {
      while ((open[column] ?? 1) > 0 && column < width) column += 1;
      paper.put(top + i, column, piece.value, piece.kind, piece.rows, piece.columns);
      for (let c = column; c < column + piece.columns; c += 1) open[c] = piece.rows;
      column += piece.columns;
    }
    if (open.some((n) => n < 1)) throw new Error(`版式第 ${i + 1} 行没有排满：${line}`);
    open.forEach((n, c) => {
      open[c] = n - 1;
    });
    if (/_/.test(line)) paper.height(top + i, /_\*\d/.test(line) ? TALL : ROOMY);
  });
}
