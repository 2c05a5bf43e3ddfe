// A sheet under construction, cell by cell as a place's people type it, and the meaning of every amount put
// there. Knows nothing of how the product reads.
import type { Cell, Grid, Rect } from '../../../src/facts/grid.ts';
import { digitsOf } from '../department/page.ts';
import type { Random } from '../department/random.ts';

export type Blank = 'empty' | 'zero' | 'dash';
export type Typing = 'number' | 'text' | 'grouped' | 'mixed';

/** How amounts are typed in one workbook. */
export interface Hand {
  readonly unit: '元' | '万元';
  readonly blank: Blank;
  readonly typing: Typing;
  /** Merged areas are lost, as conversions from PDF lose them. */
  readonly unmerged: boolean;
}

/** 金额格: where an amount stands and what it means. */
export interface Placed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly digits: string;
}

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?=[^.]*\.)/g, ',');

export class Sheet {
  readonly cells: (Cell | undefined)[][] = [];
  readonly merges: Rect[] = [];
  readonly placed: Omit<Placed, 'sheet'>[] = [];
  constructor(
    readonly name: string,
    readonly hand: Hand,
  ) {}

  get rows(): number {
    return this.cells.length;
  }
  get columns(): number {
    return this.cells.reduce((most, line) => Math.max(most, line?.length ?? 0), 0);
  }

  put(row: number, column: number, value: string | number, rows = 1, columns = 1): void {
    if (value !== '') {
      this.cells[row] ??= [];
      this.cells[row]![column] = { value };
    }
    if (rows > 1 || columns > 1) this.merges.push({ row, column, rows, columns });
  }

  /** An amount in 分 with its meaning; nothing is typed as this hand types it. */
  money(row: number, column: number, key: string, fen: number): void {
    this.cells[row] ??= [];
    const line = this.cells[row]!;
    const { blank, typing, unit } = this.hand;
    if (fen === 0) {
      if (blank === 'zero') line[column] = { value: 0, format: '0.00' };
      else line[column] = blank === 'dash' ? { value: '-' } : undefined;
      return;
    }
    const digits = `${fen < 0 ? '-' : ''}${digitsOf(Math.abs(fen), unit)}`;
    const how =
      typing === 'mixed' ? (['number', 'text', 'grouped'] as const)[(row + column) % 3] : typing;
    const text = how === 'grouped' ? grouped(digits) : digits;
    line[column] =
      how === 'number' ? { value: Number(digits), format: '#,##0.00' } : { value: text };
    this.placed.push({ row, column, key, digits });
  }

  grid(): Grid {
    const { name, rows, columns } = this;
    const cells = Array.from({ length: rows }, (_, i) => this.cells[i] ?? []);
    const merges = this.hand.unmerged ? [] : this.merges;
    return { name, hidden: false, protected: false, rows, columns, cells, merges };
  }
}

/** A word with a line break inside, as narrow columns have it. */
export const broken = (r: Random, word: string): string =>
  word.length > 5 && r.chance(0.3) ? `${word.slice(0, 4)}\n${word.slice(4)}` : word;
