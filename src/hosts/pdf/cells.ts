// What stands in the cells of a ruled table: letters given to the cell they were written into, and
// amounts read as numbers. Knows how programs print cells; knows no form.
import type { Cell } from '../../facts/grid.ts';
import { joinedText, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import type { GridSlot, Lattice } from './ruled.ts';
import { isAmountWord } from './words.ts';

const AMOUNT = /^[-+]?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)?(\.\d+)?$/;
const PERCENT = /^([-+]?\d+(?:\.\d+)?)%$/;

/** Numbers as a workbook would hold them: the value, and a format that prints it as it was printed. */
export function cellFrom(text: string): Cell {
  const plain = text
    .replace(/\s+/g, '')
    .normalize('NFKC')
    .replace(/^[−–](?=\d)/, '-');
  const bare = plain.replace(/^[(](.+)[)]$/, '-$1');
  const digits = /\d/.test(bare) ? AMOUNT.exec(bare) : null;
  if (digits && bare.length < 25) {
    const decimals = (digits[1] ?? '.').length - 1;
    const value = Number(bare.replaceAll(',', ''));
    const grouped = bare.includes(',');
    const format = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
    return { value, text, ...((grouped || decimals > 0) && { format }) };
  }
  const percent = PERCENT.exec(plain);
  if (percent) {
    const decimals = percent[1]!.split('.')[1]?.length ?? 0;
    const format = decimals > 0 ? `0.${'0'.repeat(decimals)}%` : '0%';
    return { value: Number(`${percent[1]}e-2`), text, format };
  }
  return { value: text };
}

const middle = (glyph: Glyph) => ({
  x: (glyph.left + glyph.right) / 2,
  y: glyph.base - glyph.size * 0.35,
});

/** The last place that is not behind a number. */
function indexIn(places: readonly number[], at: number): number {
  let index = 0;
  while (index < places.length - 2 && at > places[index + 1]!) index += 1;
  return index;
}

const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;
/** Letters this near to the side of their cell begin or end there. */
const EDGE = 4;

/**
 * Words that were too long for their cell and run over its side stay in one piece: in the cell at
 * whose side they begin or end, else in that of their middle.
 */
function ownerOf(lattice: Lattice, glyphs: readonly Glyph[]): GridSlot | undefined {
  const { xs, ys, owner } = lattice;
  const slotAt = (x: number, y: number) => owner[indexIn(ys, y)]![indexIn(xs, x)]!;
  const slots = new Set(
    glyphs.map((g) => {
      const { x, y } = middle(g);
      return slotAt(x, y);
    }),
  );
  if (slots.size === 1) return [...slots][0];
  const line = [...glyphs].sort((a, b) => a.left - b.left);
  const [first, last] = [line[0]!, line.at(-1)!];
  const flat = line.every((g) => Math.abs(g.base - first.base) < g.size / 2);
  const close = line.every((g, i) => i === 0 || g.left - line[i - 1]!.right < g.size * 1.2);
  // A number is one, whatever the columns beside it; several in one piece are not.
  const isNumber = isAmountWord(line.map((g) => g.text).join(''));
  if (!flat || !close || !(isNumber || line.some((g) => CJK.test(g.text)))) return undefined;
  const y = middle(first).y;
  const [begin, end] = [slotAt(middle(first).x, y), slotAt(middle(last).x, y)];
  if (first.left - xs[begin.column]! < EDGE) return begin;
  if (xs[end.lastColumn + 1]! - last.right < EDGE) return end;
  return slotAt((first.left + last.right) / 2, y);
}

const OF_FIGURE = /^[\d.,%-]$/;
/** Signs of one number, written one by one, are this near to each other, in parts of their size. */
const TOUCHING = 0.08;

/** Letters as they were written together; a number that was written sign by sign is one piece. */
function piecesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  const known = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const last = pieces.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      OF_FIGURE.test(glyph.text) &&
      OF_FIGURE.test(last.text) &&
      Math.abs(glyph.base - last.base) < 0.1 &&
      Math.abs(glyph.left - last.right) < glyph.size * TOUCHING;
    const piece = known.get(glyph.piece) ?? (goesOn ? pieces.at(-1)! : []);
    if (piece.length === 0) pieces.push(piece);
    piece.push(glyph);
    known.set(glyph.piece, piece);
  }
  return pieces;
}

/** Letters of a table, cell by cell. */
export function filled(lattice: Lattice, glyphs: readonly Glyph[]): Map<GridSlot, Glyph[]> {
  const pieces = piecesOf(glyphs);
  const result = new Map<GridSlot, Glyph[]>();
  const put = (slot: GridSlot, glyph: Glyph) => {
    const own = result.get(slot);
    if (own) own.push(glyph);
    else result.set(slot, [glyph]);
  };
  for (const piece of pieces) {
    const whole = ownerOf(lattice, piece);
    for (const glyph of piece) {
      const { x, y } = middle(glyph);
      put(whole ?? lattice.owner[indexIn(lattice.ys, y)]![indexIn(lattice.xs, x)]!, glyph);
    }
  }
  return result;
}

/** 格中文字: the lines of a cell from top to bottom as one text. */
export const textIn = (glyphs: readonly Glyph[]): string => joinedText(linesOf(glyphs));
