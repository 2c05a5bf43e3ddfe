// 未读的金额: amounts inside a table's range that no reader took for a figure or a heading. Nothing that was
// printed may be lost silently. Knows cells and what was read of them; knows no form.
import type { Stray } from '../facts/fact.ts';
import { amountIn } from './amount.ts';
import { columnOfPlace, type Draft, rowOfPlace } from './draft.ts';
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

interface Taken {
  /** By row, then column. */
  readonly taken: readonly (readonly (true | undefined)[] | undefined)[];
  readonly columns: ReadonlySet<number>;
  readonly first: number;
}
/** Cells that became figures of a table: a draft is that of every sheet with the same labels. */
const known = new WeakMap<Draft, Taken>();

function takenBy(draft: Draft): Taken {
  const own = known.get(draft);
  if (own) return own;
  const taken: (true | undefined)[][] = [];
  const columns = new Set<number>();
  let first = draft.end;
  for (const line of draft.cells) {
    for (const at of line) {
      if (at === undefined) continue;
      const [row, column] = [rowOfPlace(at), columnOfPlace(at)];
      taken[row] ??= [];
      taken[row]![column] = true;
      columns.add(column);
      first = Math.min(first, row);
    }
  }
  const all = { taken, columns, first };
  known.set(draft, all);
  return all;
}

/** 未读的金额 of one page, below its head. */
export function straysIn(region: Region, draft: Draft): Stray[] {
  const { view, right, bottom } = region;
  const { taken, columns, first } = takenBy(draft);
  if (columns.size === 0) return [];
  const found: Stray[] = [];
  const from = Math.min(...columns);
  for (let row = first; row <= bottom; row += 1) {
    const line = view.grid.cells[row];
    const isTaken = taken[row];
    let numbered: boolean | undefined;
    // What stands before the first amounts are names and codes.
    for (let column = from; line && column <= right; column += 1) {
      const cell = line[column];
      if (!cell || isTaken?.[column] || amountIn(cell).state !== 'figure') continue;
      numbered ??= isNumbered(region, row);
      if (numbered) break;
      const text = view.text(row, column);
      const isAmount = isFraction(text) || (columns.has(column) && row < draft.end);
      if (!isAmount || (row >= draft.end && !columns.has(column))) continue;
      found.push({ location: { sheet: view.grid.name, row, column }, shown: text });
    }
  }
  return found;
}
