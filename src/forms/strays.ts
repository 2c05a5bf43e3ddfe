// 未读的金额: amounts inside a table's range that no reader took for a figure or a heading. Nothing that was
// printed may be lost silently. Knows cells and what was read of them; knows no form.
import type { Stray } from '../facts/fact.ts';
import { amountIn } from './amount.ts';
import type { Draft } from './draft.ts';
import type { Region } from './region.ts';

/** 1, 2, 3 … across a row are 栏次. */
function isNumbered(region: Region, row: number): boolean {
  const { view, left, right } = region;
  let last: number | undefined;
  let run = 0;
  for (let column = left; column <= right; column += 1) {
    const text = view.text(row, column);
    if (text === '' || /^\D+$/.test(text)) continue;
    if (!/^\d{1,3}(?:=.*)?$/.test(text)) return false;
    const number = Number.parseInt(text, 10);
    if (last !== undefined && number !== last + 1) return false;
    last = number;
    run += 1;
  }
  return run > 0;
}

/** An amount as accounts print it; a whole number may be a code, an ordinal or a count. */
const isFraction = (text: string): boolean => /^[-+¥￥(]*[\d,]+\.\d+\)?$/.test(text);

/** 未读的金额 of one page, below its head. */
export function straysIn(region: Region, draft: Draft): Stray[] {
  const { view, right, bottom } = region;
  const taken = new Set<number>();
  const place = (row: number, column: number) => row * 16384 + column;
  const columns = new Set<number>();
  let first = draft.end;
  for (const at of draft.cells.flat()) {
    if (!at) continue;
    taken.add(place(at.row, at.column));
    columns.add(at.column);
    first = Math.min(first, at.row);
  }
  if (columns.size === 0) return [];
  const found: Stray[] = [];
  const from = Math.min(...columns);
  for (let row = first; row <= bottom; row += 1) {
    if (isNumbered(region, row)) continue;
    // What stands before the first amounts are names and codes.
    for (let column = from; column <= right; column += 1) {
      const cell = view.cell(row, column);
      if (!cell || taken.has(place(row, column)) || amountIn(cell).state !== 'figure') continue;
      const text = view.text(row, column);
      const isAmount = isFraction(text) || (columns.has(column) && row < draft.end);
      if (!isAmount || (row >= draft.end && !columns.has(column))) continue;
      found.push({ location: { sheet: view.grid.name, row, column }, shown: text });
    }
  }
  return found;
}
