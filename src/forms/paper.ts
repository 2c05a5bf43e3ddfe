// A form under construction: labels, merged headings, places for amounts. Knows how official tables
// look in print; knows no table.
import { addressOf, type Rect, rangeAddress, type Scalar } from '../facts/grid.ts';
import { heightOf, type Look, type Page, type PageCell } from '../facts/page.ts';

/** 行次与栏次 that the form prints for a cell. */
interface Numbers {
  readonly line?: number;
  readonly column?: number;
}
/** 金额单元格: where a figure goes. */
export interface AmountPlace extends Numbers {
  readonly row: number;
  readonly at: number;
}

/** 格的用途, from which its look follows. */
export type CellUse =
  | 'title'
  | 'left'
  | 'right'
  | 'head'
  | 'name'
  | 'code'
  | 'centre'
  | 'amount'
  | 'count'
  | 'rate'
  | 'score'
  | 'hint'
  | 'note';
const LOOKS: Readonly<Record<CellUse, Look & { format?: string }>> = {
  title: { size: 18, bold: true, horizontal: 'center' },
  left: { size: 10, horizontal: 'left' },
  right: { size: 10, horizontal: 'right' },
  head: { size: 10, horizontal: 'center', border: true, wrap: true },
  name: { size: 10, horizontal: 'left', border: true, wrap: true },
  centre: { size: 10, horizontal: 'center', border: true },
  amount: { size: 10, horizontal: 'right', border: true, format: '#,##0.00' },
  code: { size: 10, horizontal: 'left', border: true, format: '@' },
  count: { size: 10, horizontal: 'right', border: true, format: '#,##0' },
  rate: { size: 10, horizontal: 'right', border: true, format: '0.00%' },
  score: { size: 10, horizontal: 'right', border: true, format: '0.##' },
  hint: { size: 9, horizontal: 'left' },
  note: { size: 10, horizontal: 'left', wrap: true },
};
const ROW = 18;

/**
 * 印张草稿: cells are put at zero-based rows and columns, in any order; widths are in characters, heights in
 * points.
 */
export class Paper {
  readonly #cells = new Map<string, PageCell>();
  readonly #merges: string[] = [];
  readonly #heights: (number | undefined)[] = [];
  readonly #wrapped: (Rect & { readonly value: string })[] = [];
  readonly amounts: AmountPlace[] = [];
  widths: number[] = [];
  /** First row of the headings, and first row below them: they stand on every page. */
  head: readonly [number, number] = [0, 0];

  /** Puts a cell, merged over so many rows and columns; what was there before is written over. */
  put(row: number, column: number, value: Scalar, kind: CellUse, rows = 1, columns = 1): void {
    const look = LOOKS[kind];
    if (look.wrap && typeof value === 'string')
      this.#wrapped.push({ row, column, rows, columns, value });
    for (let r = row; r < row + rows; r += 1) {
      for (let c = column; c < column + columns; c += 1) {
        const address = addressOf({ row: r, column: c });
        const first = r === row && c === column;
        if (first || look.border) {
          this.#cells.set(address, { ...look, address, value: first ? value : null });
        }
      }
    }
    if (rows > 1 || columns > 1) this.#merges.push(rangeAddress({ row, column, rows, columns }));
  }

  /** A place for an amount, in row `row` and column `at`, with the 行次 and 栏次 it has. */
  amount(row: number, at: number, numbers: Numbers = {}): void {
    this.put(row, at, null, 'amount');
    this.amounts.push({ row, at, ...numbers });
  }

  /** A code is a word, also where the user types it in. */
  code(row: number, column: number, code: string): void {
    this.put(row, column, code || null, 'code');
  }

  /** A number of things, not of money. */
  count(row: number, at: number): void {
    this.put(row, at, null, 'count');
    this.amounts.push({ row, at });
  }

  /** A word of help beside the table, outside its lines. */
  hint(row: number, column: number, text: string): void {
    this.put(row, column, text, 'hint');
  }

  /** Amounts of a cell that is there already: a live total. */
  formula(address: string, formula: string): void {
    const cell = this.#cells.get(address);
    if (cell) this.#cells.set(address, { ...cell, value: '', formula });
  }

  /** Height of a row, no lower than its words need. */
  height(row: number, points: number): void {
    this.#heights[row] = points;
  }

  /** How many columns it has. */
  get width(): number {
    return this.widths.length;
  }
  /** How many rows it has so far. */
  get rows(): number {
    return Math.max(0, ...[...this.#cells.keys()].map((a) => Number(a.replace(/\D/g, ''))));
  }

  /** Lines under the table. */
  notes(texts: readonly string[]): void {
    for (const text of texts) this.put(this.rows, 0, text, 'note', 1, this.width);
  }

  /** Every row as high as its wrapped words need; programs do not see to merged cells. */
  #fit(): void {
    for (let row = this.head[0]; row < this.rows; row += 1) this.#heights[row] ??= ROW;
    for (const { row, column, rows, columns, value } of this.#wrapped) {
      const room = this.widths.slice(column, column + columns).reduce((a, b) => a + b, 0);
      const need = heightOf(value, room);
      const given = this.#heights.slice(row, row + rows).reduce((a, b) => a! + b!, 0)!;
      if (need > given) this.#heights[row + rows - 1]! += need - given;
    }
  }

  /**
   * Headings over columns: paths from the top down, equal beginnings merged, short ones stretched.
   * `span` columns stand under each path.
   */
  headings(
    row: number,
    at: number,
    paths: readonly (readonly string[])[],
    storeys: number,
    span = 1,
  ): void {
    let column = at;
    for (let i = 0; i < paths.length; ) {
      const top = paths[i]![0]!;
      let end = i + 1;
      while (end < paths.length && paths[i]!.length > 1 && paths[end]![0] === top) end += 1;
      const group = paths.slice(i, end);
      const deep = group.some((p) => p.length > 1);
      this.put(row, column, top, 'head', deep ? 1 : storeys, group.length * span);
      if (deep) {
        const below = group.map((p) => p.slice(1));
        this.headings(row + 1, column, below, storeys - 1, span);
      }
      column += group.length * span;
      i = end;
    }
  }

  /** The sheet as it will be printed. */
  page(name: string, landscape: boolean, onePage: boolean): Page {
    this.#fit();
    return {
      name,
      cells: [...this.#cells.values()],
      merges: this.#merges,
      widths: this.widths,
      heights: this.#heights,
      landscape,
      onePage,
      ...(this.head[1] > this.head[0] && { repeated: [this.head[0], this.head[1] - 1] as const }),
    };
  }
}
