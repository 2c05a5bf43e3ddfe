// 自评表, blank: lines of cells as a place prints them. Knows spans; knows no indicator and no score.
import type { Declaration } from '../../assertions/declaration.ts';
import type { Page } from '../../facts/page.ts';
import { type Kind, Paper } from '../paper.ts';

/**
 * 自评表版式: one line a row, cells divided by `|`, each with its words and `*columns` `^rows`.
 * `_` is left for words, `@` is an empty heading, `#` an amount, `%` a rate, `分` a score.
 */
export interface EvaluationEdition extends Declaration {
  readonly form: string;
  /** Title behind the year. */
  readonly printed: string;
  readonly widths: readonly number[];
  readonly lines: readonly string[];
  readonly notes?: readonly string[];
}

interface Piece {
  readonly value: string | number | null;
  readonly kind: Kind;
  readonly rows: number;
  readonly columns: number;
}

const PLACES: Readonly<Record<string, Kind>> = {
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
  return { value: words, kind: /□/.test(words) ? 'name' : 'head', ...span };
}

/** First row below title and unit line. */
const TOP = 1;
/** Room for words of the user's: a paragraph, a few words. */
const TALL = 40;
const ROOMY = 26;

function layOut(paper: Paper, lines: readonly string[], width: number): void {
  const open = Array.from({ length: width }, () => 0);
  lines.forEach((line, i) => {
    let column = 0;
    for (const piece of line.split('|').map((s) => pieceOf(s.trim()))) {
      while ((open[column] ?? 1) > 0 && column < width) column += 1;
      paper.put(TOP + i, column, piece.value, piece.kind, piece.rows, piece.columns);
      for (let c = column; c < column + piece.columns; c += 1) open[c] = piece.rows;
      column += piece.columns;
    }
    if (open.some((n) => n < 1)) throw new Error(`自评表版式第 ${i + 1} 行没有排满：${line}`);
    open.forEach((n, c) => {
      open[c] = n - 1;
    });
    if (/_/.test(line)) paper.height(TOP + i, /_\*\d/.test(line) ? TALL : ROOMY);
  });
}

/** 写空白自评表. */
export function writeEvaluation(edition: EvaluationEdition, year: number, sheet: string): Page {
  const paper = new Paper();
  paper.widths = [...edition.widths];
  paper.put(0, 0, `${year}年度${edition.printed}`, 'title', 1, paper.width);
  paper.height(0, TALL);
  layOut(paper, edition.lines, paper.width);
  paper.head = [TOP, TOP];
  paper.notes(edition.notes ?? []);
  return paper.page(sheet, false, true);
}
