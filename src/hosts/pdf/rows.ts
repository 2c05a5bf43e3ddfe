// Rows of a table that draws no line between them: amounts and codes stand on the line of their row, and the
// words of a name around it. Knows how cells wrap; knows no form.
import { type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';

/** Amounts, and what stands for one. */
export const AMOUNT = /^[-－—–]?[(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)）]?%?$/;
/** What is printed where there is no amount: —, /, *. */
export const FILLER = /^[-－—–/／*＊]{1,3}$/;
/** An amount, a code, or what stands for one. */
export const looksLikeFigure = ({ text }: { readonly text: string }): boolean => {
  const plain = text.replace(/\s/g, '');
  return AMOUNT.test(plain) || FILLER.test(plain);
};
/** Words that begin a row, whatever stands beside them. */
const BEGINS =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、]|(?:\d{3}|\d{5}|\d{7})\s*(?!年)[\u4e00-\u9fff]|其中|[合总小]\s*计|本年)/;
/** Lines of one cell are nowhere further apart than the closest ones and this much. */
const LOOSE = 1.1;

interface Row {
  base: number;
  top: number;
  bottom: number;
}

/** Heights that differ by less are one line. */
const level = (a: number, b: number, size: number): boolean => Math.abs(a - b) < size * 0.45;

/** A figure that was too wide for its cell: 5,905,799.7 over 9. */
const OPENED = /\d[.,]\d?$/;
const REST = /^\d{1,2}$/;
/** Lines of one cell are no further apart, in parts of their size. */
const FOLDED = 1.45;

/** Figures of a column, each with whether it is the rest of the one over it. */
const figuresOf = (column: readonly Line[]): { line: Line; isRest: boolean }[] =>
  column.flatMap((line, i) => {
    const over = column[i - 1];
    const isRest =
      over !== undefined &&
      line.base - over.base < line.size * FOLDED &&
      REST.test(line.text.trim()) &&
      OPENED.test(over.text.trim());
    return looksLikeFigure(line) ? [{ line, isRest }] : [];
  });

/** 行 that a figure or a code marks. */
function anchored(columns: readonly (readonly Line[])[]): Row[] {
  const rows: (Row & { isRest: boolean })[] = [];
  const figures = columns.flatMap(figuresOf).sort((a, b) => a.line.base - b.line.base);
  for (const { line, isRest } of figures) {
    const { base, size } = line;
    const last = rows.at(-1);
    if (last && level(last.base, base, size)) {
      last.bottom = Math.max(last.bottom, base);
      last.isRest &&= isRest;
    } else rows.push({ base, top: base - size * 0.85, bottom: base, isRest });
  }
  // What is left of figures alone is no row.
  const own: Row[] = [];
  for (const { isRest, ...row } of rows) {
    const over = own.at(-1);
    if (isRest && over) over.bottom = row.bottom;
    else own.push(row);
  }
  return own;
}

const closest = (lines: readonly Line[]): number =>
  Math.min(...lines.slice(1).map((l, i) => l.base - lines[i]!.base));

/** Lines of one column, those that stand as near as lines of one cell together. */
function clusters(lines: readonly Line[], rows: readonly Row[]): Line[][] {
  const pitch = closest(lines) * LOOSE;
  const result: Line[][] = [];
  const isRow = (l: Line) => rows.some((r) => level(r.base, l.base, l.size));
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const own = result.at(-1);
    const apart = !before || line.base - before.base > pitch || BEGINS.test(line.text);
    // Two lines with a figure beside each are two rows, however close.
    if (own && !apart && !(isRow(line) && own.some(isRow))) own.push(line);
    else result.push([line]);
  });
  return result;
}

function widen(row: Row, lines: readonly Line[]): void {
  row.top = Math.min(row.top, ...lines.map((l) => l.base - l.size * 0.85));
  row.bottom = Math.max(row.bottom, ...lines.map((l) => l.base));
}

const nearest = (rows: readonly Row[], at: number): Row | undefined =>
  [...rows].sort((a, b) => Math.abs(a.base - at) - Math.abs(b.base - at))[0];

/** Gives each cell of words to the row it stands around; one that stands alone is a row. */
function spread(rows: Row[], column: readonly Line[]): void {
  for (const cell of clusters(column, rows)) {
    const [first, last] = [cell[0]!, cell.at(-1)!];
    const top = first.base - first.size * 0.85;
    const within = rows.filter((r) => r.base > top && r.base < last.base + last.size * 0.5);
    const middle = (first.base + last.base) / 2;
    const row = nearest(within, middle);
    if (!row) rows.push({ base: middle, top, bottom: last.base });
    else if (within.length === 1) widen(row, cell);
    // Cells with no room between them: every line to the figures it is nearest to.
    else for (const line of cell) widen(nearest(within, line.base)!, [line]);
  }
}

/** 行间: heights between the rows of columns of letters. */
export function rowBreaks(columns: readonly (readonly Glyph[])[]): number[] {
  const lines = columns.map((glyphs) => linesOf(glyphs));
  const rows = anchored(lines);
  for (const column of lines) {
    const words = column.filter((l) => !looksLikeFigure(l));
    if (words.length > 0) spread(rows, words);
  }
  const sorted = rows.sort((a, b) => a.base - b.base);
  return sorted.slice(1).map((row, i) => (sorted[i]!.bottom + row.top) / 2);
}
