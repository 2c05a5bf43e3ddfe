// A sheet under construction that remembers every figure put on it, how it is typed, and which of them have
// to agree. Knows cells and its own arithmetic in whole hundredths; knows nothing of the reader.
import type { Cell, Grid, Rect } from '../../../../src/facts/grid.ts';

export type Kind = '金额' | '执行率' | '分值' | '得分' | '总分';
/** How a figure stands in its cell. */
export type Typing = 'number' | 'two' | 'text' | 'grouped' | 'unit' | 'percent' | 'share';

/** A figure in hundredths: of its unit, of a point, of a per cent. */
export interface Figure {
  readonly kind: Kind;
  readonly value: number;
  readonly row: number;
  readonly column: number;
  readonly typing: Typing;
  /** The digits as people see them, with sign or unit. */
  readonly shown: string;
  /** Hundredths that its last digit stands for. */
  readonly step: number;
}
export type Values = (figure: Figure) => number;
/** Figures that have to agree. */
export interface Relation {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly holds: (values: Values) => boolean;
}

/** Hundredths as digits, trailing zeros kept or not. */
export function digits(hundredths: number, full: boolean): string {
  const text = String(Math.abs(hundredths)).padStart(3, '0');
  const all = `${hundredths < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
  return full ? all : all.replace(/\.?0+$/, '');
}
/** What a shown figure counts, in hundredths. */
export const hundredths = (shown: string): number =>
  Math.round(Number(shown.replace(/[,，%]|万元|分/g, '')) * 100);

const grouped = (text: string): string =>
  text.replace(/\B(?=(\d{3})+(?!\d))(?=[^.]*(?:\.|$))(?<!\.\d*)/g, ',');

/** The cell of a figure that shows `shown`. */
export function cellOf(figure: Pick<Figure, 'typing' | 'shown'>, shown = figure.shown): Cell {
  const bare = Number(shown.replace(/[,，%]|万元|分/g, ''));
  switch (figure.typing) {
    case 'number':
      return { value: bare };
    case 'two':
      return { value: bare, format: '0.00' };
    case 'share': {
      const decimals = shown.includes('.') ? shown.replace('%', '').split('.')[1]!.length : 0;
      const format = decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
      return { value: Number((bare / 100).toFixed(decimals + 2)), format };
    }
    default:
      return { value: shown };
  }
}

const SHOWN: Readonly<Record<Typing, (h: number, kind: Kind) => string>> = {
  number: (h) => digits(h, false),
  two: (h) => digits(h, true),
  text: (h) => digits(h, false),
  grouped: (h) => grouped(digits(h, true)),
  unit: (h, kind) => `${digits(h, false)}${kind === '金额' ? '万元' : '分'}`,
  percent: (h) => `${digits(h, false)}%`,
  share: (h) => `${digits(h, true)}%`,
};

export class Sheet {
  readonly cells: (Cell | undefined)[][] = [];
  readonly merges: Rect[] = [];
  readonly figures: Figure[] = [];
  readonly relations: Relation[] = [];
  constructor(readonly merged: boolean) {}

  /** A label or text over an area; where nothing is merged it stands in the first cell. */
  put(row: number, column: number, text: string, rows = 1, columns = 1): void {
    this.set(row, column, { value: text }, rows, columns);
  }

  set(row: number, column: number, cell: Cell | undefined, rows = 1, columns = 1): void {
    this.cells[row] ??= [];
    this.cells[row]![column] = cell;
    if (this.merged && (rows > 1 || columns > 1)) this.merges.push({ row, column, rows, columns });
  }

  figure(
    at: { row: number; column: number; rows?: number; columns?: number },
    kind: Kind,
    value: number,
    typing: Typing,
  ): Figure {
    const { row, column } = at;
    const shown = SHOWN[typing](value, kind);
    const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
    const figure = { kind, value, row, column, typing, shown, step: 100 / 10 ** decimals };
    this.figures.push(figure);
    this.set(row, column, cellOf(figure), at.rows, at.columns);
    return figure;
  }

  agree(name: string, figures: readonly Figure[], holds: (values: Values) => boolean): void {
    this.relations.push({ name, figures, holds });
  }
  /** Amounts are rounded each for itself: halves of the last digits are no break. */
  roundedSum(name: string, whole: Figure, parts: readonly Figure[]): void {
    const room = (parts.length + 1) / 2;
    this.agree(name, [whole, ...parts], (v) => {
      const gap = v(whole) - parts.reduce((a, p) => a + v(p), 0);
      return Math.abs(gap) <= room;
    });
  }
  sum(name: string, whole: Figure, parts: readonly Figure[]): void {
    this.agree(name, [whole, ...parts], (v) => v(whole) === parts.reduce((a, p) => a + v(p), 0));
  }

  grid(name: string): Grid {
    const columns = Math.max(
      1,
      ...Array.from(this.cells, (line) => line?.length ?? 0),
      ...this.merges.map((m) => m.column + m.columns),
    );
    const rows = Math.max(this.cells.length, ...this.merges.map((m) => m.row + m.rows));
    const { cells, merges } = this;
    return { name, hidden: false, protected: false, rows, columns, cells, merges };
  }
}
