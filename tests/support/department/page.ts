// A page of cells under construction: labels, merged areas, and amounts as a place's people type them.
import type { Cell, Grid, Rect } from '../../../src/facts/grid.ts';

export type Blank = 'empty' | 'zero' | 'dash' | 'slash';
export type Typing = 'number' | 'text' | 'grouped' | 'wide';
export interface Manner {
  readonly unit: '元' | '千元' | '万元';
  readonly blank: Blank;
  readonly typing: Typing;
}
/** Where an amount was put, for tests that disturb one. */
export interface AmountCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const FEN: Readonly<Record<Manner['unit'], number>> = { 元: 1, 千元: 1000, 万元: 10000 };

/** 分 in the unit, half-up at two decimals: as digits, so that nothing is lost on the way. */
export function digitsOf(fen: number, unit: Manner['unit']): string {
  const hundredths = Math.floor((fen * 2 + FEN[unit]) / (FEN[unit] * 2));
  const text = String(hundredths).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?=[^.]*\.)/g, ',');
const wide = (text: string) =>
  text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export class Page {
  readonly cells: (Cell | undefined)[][] = [];
  readonly merges: Rect[] = [];
  readonly amounts: { row: number; column: number }[] = [];
  constructor(readonly manner: Manner) {}

  put(row: number, column: number, value: string | number, rows = 1, columns = 1): void {
    this.cells[row] ??= [];
    this.cells[row]![column] = { value };
    if (rows > 1 || columns > 1) this.merges.push({ row, column, rows, columns });
  }

  amount(row: number, column: number, fen: number): void {
    this.cells[row] ??= [];
    if (fen === 0) {
      const nothing = {
        empty: undefined,
        zero: { value: 0, format: '0.00' },
        dash: { value: '—' },
        slash: { value: '/' },
      };
      this.cells[row]![column] = nothing[this.manner.blank];
      return;
    }
    const digits = digitsOf(fen, this.manner.unit);
    const typed = {
      text: digits,
      grouped: grouped(digits),
      wide: wide(digits),
      number: Number(digits),
    };
    this.cells[row]![column] = {
      value: typed[this.manner.typing],
      ...(this.manner.typing === 'number' && { format: '#,##0.00' }),
    };
    this.amounts.push({ row, column });
  }

  get rows(): number {
    return this.cells.length;
  }
  get columns(): number {
    return Math.max(
      0,
      ...Array.from(this.cells, (l) => l?.length ?? 0),
      ...this.merges.map((m) => m.column + m.columns),
    );
  }
}

/** Pages laid on one sheet at offsets. */
export function sheetOf(
  name: string,
  parts: readonly { page: Page; row: number; column: number }[],
  hidden = false,
): { grid: Grid; amounts: AmountCell[] } {
  const cells: (Cell | undefined)[][] = [];
  const merges: Rect[] = [];
  const amounts: AmountCell[] = [];
  for (const { page, row, column } of parts) {
    page.cells.forEach((line, r) => {
      cells[row + r] ??= [];
      line?.forEach((cell, c) => {
        if (cell) cells[row + r]![column + c] = cell;
      });
    });
    merges.push(...page.merges.map((m) => ({ ...m, row: m.row + row, column: m.column + column })));
    amounts.push(
      ...page.amounts.map((a) => ({ sheet: name, row: a.row + row, column: a.column + column })),
    );
  }
  const columns = Math.max(
    0,
    ...Array.from(cells, (l) => l?.length ?? 0),
    ...merges.map((m) => m.column + m.columns),
  );
  return {
    grid: { name, hidden, protected: false, rows: cells.length, columns, cells, merges },
    amounts,
  };
}
