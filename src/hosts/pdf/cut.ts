// Rows that the end of a page cut in two: what is left of a cell stands at the head of the next page as if it
// were a row. Knows how words fill their cell; knows no form.
import { linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import type { GridSlot, Lattice } from './ruled.ts';

/** Letters of a cell, and its words. */
interface Filling {
  readonly glyphs: ReadonlyMap<GridSlot, readonly Glyph[]>;
  readonly texts: ReadonlyMap<GridSlot, string>;
}

/** A number of its own, or the ordinal at the head of a row. */
const BEGINS =
  /^(?:[-\d.,%]+$|\d|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|其中|[合总小]计)/;

/** 1,203.5 over 5: a number that was cut, as it is none or its decimals are fewer than two. */
const isCutNumber = (before: string, after: string): boolean =>
  /^[-－]?[\d,]+(?:\.\d?)?$/.test(before) &&
  /^[\d,]*\.?\d+$/.test(after) &&
  /^[-－]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2,}$/.test(before + after) &&
  !(/^[\d,]*\d\.\d{2,}$/.test(after) && /^[-－]?(?:\d{1,3}(?:,\d{3})+|\d{1,3})$/.test(before));

/** Room at both sides of a cell, as Word leaves it. */
const SIDES = 11;

/** Whether the last line of a cell leaves no room for another character. */
function isFull(lattice: Lattice, slot: GridSlot, glyphs: readonly Glyph[]): boolean {
  const line = linesOf(glyphs).at(-1);
  if (!line) return false;
  const width = lattice.xs[slot.lastColumn + 1]! - lattice.xs[slot.column]!;
  // Cells keep some room at their sides, whatever the size of the letters.
  return line.right - line.left > width - Math.max(line.size * 1.9, line.size * 1.2 + SIDES);
}

/** One row high and one row's own. */
const isPlain = (slots: readonly GridSlot[]): boolean => slots.every((s) => s.row === s.lastRow);

/**
 * 跨页断开的行: whether row `next` is what a page break left of row `last`. Every cell stands in one of the two
 * only, but for words that filled their cell to its end and go on.
 */
export function isCutRow(
  lattice: Lattice,
  { glyphs, texts }: Filling,
  last: number,
  next: number,
): boolean {
  const [above, below] = [lattice.owner[last] ?? [], lattice.owner[next] ?? []];
  if (above.length === 0 || below.length !== above.length) return false;
  if (!isPlain(above) || !isPlain(below)) return false;
  let goesOn = 0;
  let [left, carried] = [0, 0];
  for (const slot of new Set(below)) {
    const over = above[slot.column]!;
    if (over.column !== slot.column || over.lastColumn !== slot.lastColumn) return false;
    const [before, after] = [texts.get(over) ?? '', texts.get(slot) ?? ''];
    if (before !== '' && after !== '') {
      if (isCutNumber(before, after)) {
        goesOn += 1;
        continue;
      }
      if (BEGINS.test(after) || !isFull(lattice, over, glyphs.get(over) ?? [])) return false;
      goesOn += 1;
    } else if (before !== '') left += 1;
    else if (after !== '') carried += 1;
  }
  return goesOn > 0 && left + carried > 0 && (left === 0 || carried === 0);
}
