// Lists of areas as Excel writes and takes them. Knows addresses; knows no sheet.
import { parseAddress, type Rect } from '../../facts/grid.ts';

/** Excel takes address strings of up to 8192 characters. */
const LONGEST = 8000;
const AREA =
  /(?:'(?:[^']|'')*'|[^'!,]+)!(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?/gi;

/** `'甲,乙'!A1:B2,'甲,乙'!C3` → areas. */
export function areasOf(address: string): Rect[] {
  return [...address.matchAll(AREA)].flatMap(([, first, last = first]) => {
    const from = parseAddress(first!);
    const to = parseAddress(last!);
    if (!from || !to) return [];
    const { row, column } = from;
    return [{ row, column, rows: to.row - row + 1, columns: to.column - column + 1 }];
  });
}

/** Joins addresses into lists short enough for one call. */
export function addressLists(addresses: readonly string[]): string[] {
  const lists: string[] = [];
  for (const address of new Set(addresses)) {
    const last = lists.at(-1);
    if (last === undefined || last.length + address.length >= LONGEST) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
}
