// Laying a performance table on a page: cells with formats, and how a place words and merges them.
import type { Cell } from '../../../src/facts/grid.ts';
import { Page } from '../department/page.ts';
import { type Random, random } from '../department/random.ts';
import { printed } from './model.ts';

/** 版式: how a place types and merges. */
export interface Look {
  readonly merged: boolean;
  readonly wrapped: boolean;
  readonly rates: 'typed' | 'format' | 'fraction';
  readonly percents: 'text' | 'format';
  readonly points: 'number' | 'text' | 'two';
  readonly money: 'number' | 'text';
  readonly notes: boolean;
  readonly nothing: '' | '—' | '/' | '0';
  readonly titled: 'named' | 'plain' | 'year-below' | 'attachment';
  readonly wide: boolean;
}

export function lookOf(seed: number): Look {
  const r: Random = random(seed * 7 + 3);
  return {
    merged: r.chance(0.7),
    wrapped: r.chance(0.5),
    rates: r.pick(['typed', 'format', 'fraction']),
    percents: r.pick(['text', 'format']),
    points: r.pick(['number', 'text', 'two']),
    money: r.pick(['number', 'number', 'text']),
    notes: r.chance(0.5),
    nothing: r.pick(['', '—', '/', '0']),
    titled: r.pick(['named', 'plain', 'year-below', 'attachment']),
    wide: r.chance(0.3),
  };
}

export class Paper extends Page {
  constructor(readonly look: Look) {
    super({ unit: '万元', blank: 'empty', typing: 'number' });
  }

  cell(row: number, column: number, cell: Cell, rows = 1, columns = 1): void {
    this.put(row, column, '', rows, columns);
    this.cells[row]![column] = cell;
  }

  /** A heading or label; long ones may be wrapped, brackets of either width. */
  label(row: number, column: number, text: string, rows = 1, columns = 1): void {
    const half = this.look.wide ? text.replace(/（/g, '(').replace(/）/g, ')') : text;
    const at = Math.ceil(half.length / 2);
    const worded =
      this.look.wrapped && half.length > 4 ? `${half.slice(0, at)}\n${half.slice(at)}` : half;
    this.put(row, column, worded, rows, columns);
  }

  /** A name spread over rows: merged, or only in the first of them. */
  spread(row: number, column: number, text: string, rows: number): void {
    this.label(row, column, text, this.look.merged ? rows : 1);
  }

  money10k(row: number, column: number, hundredths: number, columns = 1): void {
    if (hundredths === 0 && this.look.nothing !== '0') {
      this.put(row, column, this.look.nothing, 1, columns);
      if (this.look.nothing === '') this.cells[row]![column] = { value: null };
      return;
    }
    const text = printed(hundredths);
    if (this.look.money === 'text') this.put(row, column, text, 1, columns);
    else this.cell(row, column, { value: Number(text) }, 1, columns);
  }

  /** Hundredths of a per cent. */
  rate(row: number, column: number, hundredths: number, columns = 1): void {
    const percent = printed(hundredths);
    const { rates } = this.look;
    if (rates === 'typed') this.put(row, column, `${percent}%`, 1, columns);
    else {
      const format = rates === 'format' ? { format: '0.00%' } : {};
      this.cell(
        row,
        column,
        { value: Number((hundredths / 10000).toFixed(4)), ...format },
        1,
        columns,
      );
    }
  }

  score(row: number, column: number, hundredths: number, columns = 1): void {
    const { points } = this.look;
    const text = printed(hundredths);
    if (points === 'text') this.put(row, column, text, 1, columns);
    else {
      const format = points === 'two' ? { format: '0.00' } : {};
      this.cell(row, column, { value: Number(text), ...format }, 1, columns);
    }
  }

  /** A target or an actual: a bare percentage may be a number with its format. */
  value(row: number, column: number, text: string, columns = 1): void {
    const m = /^(\d+)%$/.exec(text);
    if (m && this.look.percents === 'format') {
      this.cell(row, column, { value: Number(m[1]) / 100, format: '0%' }, 1, columns);
    } else if (/^\d+$/.test(text) && this.look.percents === 'format') {
      this.cell(row, column, { value: Number(text) }, 1, columns);
    } else this.put(row, column, text, 1, columns);
  }
}
