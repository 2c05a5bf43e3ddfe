// Sheets and a text printed as programs print them: every one draws its borders and its words in its own
// way. Knows paper; the reader under test must get back what was put in.
import type { Cell, Grid } from '../../../src/facts/grid.ts';
import { shownText } from '../../../src/facts/shown.ts';
import { borders, type Producer, type Sparse } from './borders.ts';
import { Drawing, type Sheet, widthOf } from './drawing.ts';

/** 印法. */
export interface Print {
  readonly producer: Producer | Sparse;
  readonly landscape: boolean;
  readonly size: number;
  /** Head rows printed again on every page of a table. */
  readonly repeated: boolean;
  readonly header?: string;
  readonly numbered: boolean;
}

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const MARGIN = { x: 50, top: 60, bottom: 60 };
const UPRIGHT = 595 - 2 * MARGIN.x;
const textOf = (cell: Cell | undefined): string =>
  cell === undefined || cell.value === null ? '' : shownText(cell);
/** What stands over and under a table is not ruled. */
const isLoose = (texts: readonly string[]): boolean => {
  const own = texts.filter((t) => t !== '');
  if (own.some((t) => /^[合总]\s*计$/.test(t))) return false;
  return (
    own.length < 2 || own.some((t) => /单位[:：]|公开\d+表|部门[:：]|负责人|年\s*月\s*日/.test(t))
  );
};

/** First and last ruled row. */
function ruled({ cells, columns, merges }: Grid): readonly [number, number] {
  const rows = Array.from(cells, (line) =>
    isLoose(Array.from({ length: columns }, (_, c) => textOf(line?.[c]))),
  );
  let last = rows.lastIndexOf(false);
  // A row whose amounts are left blank is ruled like the others; a note is a sentence, or as wide as all.
  const isName = (row: number): boolean => {
    const own = (cells[row] ?? []).map(textOf).filter((t) => t !== '');
    const wide = merges.some((m) => m.row === row && m.columns > 1);
    return own.length === 1 && !wide && !/[。；：:]|注/.test(own[0]!);
  };
  while (isName(last + 1)) last += 1;
  return [rows.indexOf(false), last];
}

/** Words cut where the cell ends, as programs wrap Chinese. */
export function wrapped(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const part of words.split('\n')) {
    let line = '';
    // A number or a word of letters is never cut.
    for (const token of part.match(/[!-~]+|[^!-~]/g) ?? ['']) {
      if (line !== '' && widthOf(line + token, size) > width) {
        lines.push(line);
        line = '';
      }
      line += token;
    }
    lines.push(line);
  }
  return lines;
}

/** Widths of columns: as words ask, narrowed to the paper. */
function widthsOf(grid: Grid, size: number, room: number): number[] {
  const wanted = Array.from({ length: grid.columns }, (_, c) => {
    const texts = grid.cells.map((line) => textOf(line?.[c]));
    const spanned = (row: number) =>
      grid.merges.some((m) => m.row === row && m.column === c && m.columns > 1);
    const [first, last] = ruled(grid);
    const own = texts.filter((_, r) => r >= first && r <= last && !spanned(r));
    const numbers = own.filter((t) => /^[-\d.,０-９]+$/.test(t.trim()));
    const least = Math.max(0, ...numbers.map((t) => widthOf(t.trim(), size))) + 6;
    const longest = Math.max(size * 2, ...own.map((t) => widthOf(t, size))) + 6;
    return { least, width: Math.max(least, Math.min(longest, size * 14)) };
  });
  const sum = wanted.reduce((n, w) => n + w.width, 0);
  return wanted.map((w) => Math.max(w.least, (w.width * room) / Math.max(sum, room)));
}

class Printer {
  #page!: Sheet;
  #y = 0;
  #count = 0;

  constructor(
    readonly drawing: Drawing,
    readonly print: Print,
  ) {}

  page(landscape = this.print.landscape): void {
    this.#page = landscape ? this.drawing.page(842, 595) : this.drawing.page();
    this.#y = MARGIN.top;
    this.#count += 1;
    const { header, numbered } = this.print;
    const { width, height } = this.#page;
    if (header) this.#page.centred(0, width, 34, 9, header);
    if (numbered) this.#page.centred(0, width, height - 28, 9, `- ${this.#count} -`);
  }

  get #room(): number {
    return this.#page.width - 2 * MARGIN.x;
  }

  /** Words of a row that is not ruled: the title in the middle, others over their columns. */
  #loose(grid: Grid, row: number, xs: readonly number[]): void {
    const { size } = this.print;
    const texts = Array.from({ length: grid.columns }, (_, c) => textOf(grid.cells[row]?.[c]));
    const own = texts.flatMap((text, c) => (text.trim() === '' ? [] : [{ text, c }]));
    const title = own.length === 1 && /表/.test(own[0]!.text) && own[0]!.text.length < 50;
    const big = title ? size + 4 : size;
    const lines = title ? own[0]!.text.split('\n') : [''];
    this.#y += big * 1.6 * lines.length;
    if (title) {
      lines.forEach((line, i) => {
        const up = (lines.length - 1 - i) * big * 1.6;
        this.#page.centred(0, this.#page.width, this.#y - up, big, line);
      });
      return;
    }
    let free = MARGIN.x;
    for (const { text, c } of own) {
      const right = /单位[:：].{0,6}元/.test(text) && own.length > 1;
      const line = text.replace(/\n/g, '');
      const width = widthOf(line, size);
      const end = this.#page.width - MARGIN.x;
      const x = right ? end - width : Math.min(Math.max(xs[c]!, free), Math.max(end - width, free));
      for (const [i, piece] of wrapped(line, end - x, size).entries()) {
        if (i > 0) this.#y += size * 1.5;
        this.#page.text(x, this.#y, size, piece);
      }
      free = x + width + size * 3;
    }
  }

  #cell(x: number, y: number, width: number, height: number, words: string): void {
    const { size } = this.print;
    const lines = wrapped(words.trim(), width - 4, size);
    const top = y + (height - lines.length * size * 1.2) / 2;
    const isNumber = /^[-\d.,０-９．，]+$/.test(words.trim()) && !/^\d{3,7}$/.test(words.trim());
    lines.forEach((line, i) => {
      const base = top + (i + 0.85) * size * 1.2;
      if (isNumber) this.#page.right(x + width - 3, base, size, line);
      else if (line.length < 8) this.#page.centred(x, width, base, size, line);
      else this.#page.text(x + 3, base, size, line);
    });
  }

  /** Rows of a table that fit on one page, each cell in its borders. */
  #rows(grid: Grid, from: number, to: number, xs: readonly number[], ys: readonly number[]): void {
    const areas: Area[] = [];
    const taken = new Set<string>();
    for (let row = from; row < to; row += 1) {
      for (let column = 0; column < grid.columns; column += 1) {
        if (taken.has(`${row},${column}`)) continue;
        const merge = grid.merges.find((m) => m.row === row && m.column === column);
        const rows = Math.min(merge?.rows ?? 1, to - row);
        const area = { row, column, rows, columns: merge?.columns ?? 1 };
        areas.push(area);
        for (let r = row; r < row + area.rows; r += 1)
          for (let c = column; c < column + area.columns; c += 1) taken.add(`${r},${c}`);
      }
    }
    const boxes = areas.map(({ row, column, rows, columns }) => {
      const [x, y] = [xs[column]!, this.#y + ys[row - from]!];
      const width = xs[column + columns]! - x;
      return { x, y, width, height: this.#y + ys[row - from + rows]! - y };
    });
    const [first, last] = ruled(grid);
    const heads = Math.min(Math.max(headRows(grid, first, last) - from, 0), to - from);
    borders(this.#page, this.print.producer, boxes, this.#y + ys[heads]!);
    areas.forEach(({ row, column }, i) => {
      const { x, y, width, height } = boxes[i]!;
      const words = textOf(grid.cells[row]?.[column]);
      if (words !== '') this.#cell(x, y, width, height, words);
    });
    this.#y += ys[to - from]!;
  }

  #heights(grid: Grid, rows: readonly number[], xs: readonly number[]): number[] {
    const { size } = this.print;
    const ys = [0];
    for (const row of rows) {
      const lines = Array.from({ length: grid.columns }, (_, c) => {
        const merge = grid.merges.find((m) => m.row === row && m.column === c);
        const end = xs[c + (merge?.columns ?? 1)] ?? xs.at(-1)!;
        const count = wrapped(textOf(grid.cells[row]?.[c]), end - xs[c]! - 4, size).length;
        return Math.ceil(count / (merge?.rows ?? 1));
      });
      ys.push(ys.at(-1)! + Math.max(1, ...lines) * size * 1.2 + 5);
    }
    return ys;
  }

  /** A sheet from its title to its notes, over as many pages as it takes. */
  sheet(grid: Grid): void {
    const { size } = this.print;
    // What does not fit on an upright page is printed on one that lies.
    const fits = widthsOf(grid, size, UPRIGHT).reduce((a, b) => a + b, 0) <= UPRIGHT + 0.1;
    const landscape = this.print.landscape || !fits;
    this.page(landscape);
    const xs = [MARGIN.x];
    for (const width of widthsOf(grid, size, this.#room)) xs.push(xs.at(-1)! + width);
    const [first, last] = ruled(grid);
    for (let row = 0; row < first; row += 1) this.#loose(grid, row, xs);
    this.#y += 6;
    let row = first;
    const heads = headRows(grid, first, last);
    while (row <= last) {
      const rows = Array.from({ length: last + 1 - row }, (_, i) => row + i);
      const ys = this.#heights(grid, rows, xs);
      const bottom = this.#page.height - MARGIN.bottom;
      let count = ys.findIndex((y) => this.#y + y > bottom) - 1;
      if (count < 0) count = rows.length;
      while (count < rows.length && isInside(grid, row + count)) count -= 1;
      this.#rows(grid, row, row + count, xs, ys);
      row += count;
      if (row > last) break;
      this.page(landscape);
      if (this.print.repeated && heads > first) {
        const own = Array.from({ length: heads - first }, (_, i) => first + i);
        this.#rows(grid, first, heads, xs, this.#heights(grid, own, xs));
      }
    }
    for (let note = last + 1; note < grid.rows; note += 1) this.#loose(grid, note, xs);
  }

  /** 情况说明: paragraphs indented by two characters. */
  text(words: string, size = 14): void {
    this.page(false);
    for (const paragraph of words.split('\n')) {
      const lines = wrapped(`　　${paragraph.trim()}`, this.#room, size);
      for (const line of lines) {
        if (this.#y + size * 2 > this.#page.height - MARGIN.bottom) this.page(false);
        this.#y += size * 1.9;
        const indented = line.startsWith('　　');
        this.#page.text(MARGIN.x + (indented ? size * 2 : 0), this.#y, size, line.trim());
      }
    }
  }
}

/** Head rows end where the first amount or code stands. */
function headRows(grid: Grid, first: number, last: number): number {
  for (let row = first; row <= last; row += 1) {
    const texts = Array.from({ length: grid.columns }, (_, c) => textOf(grid.cells[row]?.[c]));
    if (texts.some((t) => /\d\.\d/.test(t))) return row;
  }
  return first;
}

/** A page does not end inside of a merged area. */
const isInside = (grid: Grid, row: number): boolean =>
  grid.merges.some((m) => m.row < row && m.row + m.rows > row);

/** 一册 in print: its text may stand before or behind the tables. */
export async function printBooklet(
  sheets: readonly Grid[],
  print: Print,
  texts: { readonly before?: string; readonly after?: string } = {},
): Promise<Uint8Array> {
  const drawing = await Drawing.begin();
  const printer = new Printer(drawing, print);
  if (texts.before) printer.text(texts.before);
  for (const grid of sheets) if (!grid.hidden && ruled(grid)[0] >= 0) printer.sheet(grid);
  if (texts.after) printer.text(texts.after);
  return drawing.bytes();
}
