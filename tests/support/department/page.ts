// A page of cells under construction: labels, merged areas, and amounts as a place's people type them.
import type { Cell, Grid, Rect } from '../../../src/facts/grid.ts';

export type Blank = 'empty' | 'zero' | 'dash' | 'slash' | 'mixed';
/** precise: more digits stored than shown; rescaled: 元 stored, 万元 shown. */
export type Typing =
  | 'number'
  | 'text'
  | 'grouped'
  | 'wide'
  | 'spaced'
  | 'mixed'
  | 'precise'
  | 'rescaled';
export type UnitWord = '元' | '千元' | '万元' | '亿元';
export interface Manner {
  readonly unit: UnitWord;
  readonly blank: Blank;
  readonly typing: Typing;
}
/** Where an amount was put, for tests that disturb one. */
export interface AmountCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the stored number counts in, and its digits after the point. */
  readonly unit: UnitWord;
  readonly decimals: number;
}

const POWER: Readonly<Record<UnitWord, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };
export const decimalsIn = (unit: UnitWord): number => (unit === '亿元' ? 4 : 2);

/** 分 in the unit, half-up at its decimals: as digits, so that nothing is lost on the way. */
export function digitsOf(fen: number, unit: UnitWord, decimals = decimalsIn(unit)): string {
  const step = 10 ** Math.max(0, POWER[unit] + 2 - decimals);
  const count = Math.floor((fen * 2 + step) / (step * 2));
  const text = String(count).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?=[^.]*\.)/g, ',');
const wide = (text: string) =>
  text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const NOTHING: Readonly<Record<string, Cell | undefined>> = {
  empty: undefined,
  zero: { value: 0, format: '0.00' },
  dash: { value: '—' },
  slash: { value: '/' },
};
const BLANKS = ['empty', 'zero', 'dash', 'empty'] as const;
const TYPINGS = ['number', 'text', 'grouped', 'number', 'spaced', 'wide'] as const;

export class Page {
  readonly cells: (Cell | undefined)[][] = [];
  readonly merges: Rect[] = [];
  readonly amounts: Omit<AmountCell, 'sheet'>[] = [];
  constructor(readonly manner: Manner) {}

  put(row: number, column: number, value: string | number, rows = 1, columns = 1): void {
    this.cells[row] ??= [];
    this.cells[row]![column] = { value };
    if (rows > 1 || columns > 1) this.merges.push({ row, column, rows, columns });
  }

  amount(row: number, column: number, fen: number): void {
    this.cells[row] ??= [];
    const { blank, typing, unit } = this.manner;
    const draw = row * 7 + column * 3;
    if (fen === 0) {
      this.cells[row]![column] = NOTHING[blank === 'mixed' ? BLANKS[draw % 4]! : blank];
      return;
    }
    const how = typing === 'mixed' ? TYPINGS[draw % 6]! : typing;
    if (how === 'rescaled' && unit === '万元') {
      const value = Number(digitsOf(fen, '元'));
      this.cells[row]![column] = { value, format: '0!.0000' };
      this.amounts.push({ row, column, unit: '元', decimals: 2 });
      return;
    }
    const decimals = how === 'precise' ? POWER[unit] + 2 : decimalsIn(unit);
    const digits = digitsOf(fen, unit, decimals);
    const texts: Partial<Record<Typing, string>> = {
      text: digits,
      grouped: grouped(digits),
      wide: wide(digits),
      spaced: ` ${grouped(digits)} `,
    };
    this.cells[row]![column] = {
      value: texts[how] ?? Number(digits),
      ...(texts[how] === undefined && { format: '#,##0.00' }),
    };
    this.amounts.push({ row, column, unit, decimals });
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
      ...page.amounts.map((a) => ({
        ...a,
        sheet: name,
        row: a.row + row,
        column: a.column + column,
      })),
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
