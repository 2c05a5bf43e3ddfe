// Whether a table whose columns were seen by place alone was seen well: figures of a column stand in line, and no
// cell holds what belongs into two; or names end where their cells do. Knows edges and the looks of figures; no form.
import { textIn } from './cells.ts';
import { type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import type { GridSlot, Lattice } from './ruled.ts';
import { isAmountWord, isFiller, wordsOfLine } from './words.ts';

/** So many figures say where those of their column stand. */
const ENOUGH = 3;
/** Figures that are further apart, in parts of their size, do not stand in line. */
const OFF = 0.75;

/** Two figures in one cell, words run into a figure, or a code into words. */
const CROWDED =
  /\d\.\d+[^\d。；，：]*\d[\d,]*\.\d|[\u4e00-\u9fff）)][-\s]*\d[\d,]*\.\d\d$|[\u4e00-\u9fff]\d{5,7}[\u4e00-\u9fff]|\d\s+[-—–/]$|^[-—–/]\s+\d/;

interface Standing {
  readonly edges: readonly [left: number, middle: number, right: number];
  readonly size: number;
}

function standing(glyphs: readonly Glyph[]): Standing | undefined {
  const lines = linesOf(glyphs);
  const [line] = lines;
  const text = line?.text.replace(/\s/g, '') ?? '';
  if (!line || lines.length > 1 || !isAmountWord(text) || isFiller(text)) return undefined;
  return { edges: [line.left, (line.left + line.right) / 2, line.right], size: line.size };
}

/** So much room, in parts of their size, stands between words of two cells. */
const ROOM = 0.9;
/** Two words with room between them: 行次 and 预算数 belong into two cells; letters of one word may stand apart. */
const isOfTwo = (line: Line): boolean => {
  const words = wordsOfLine(line, ROOM);
  const isName = (text: string) => /^[\u4e00-\u9fff]{2,}/.test(text);
  return words.some((word, i) => {
    const before = words[i - 1];
    return (
      before !== undefined &&
      word.left - before.right > line.size * ROOM &&
      isName(word.text) &&
      isName(before.text)
    );
  });
};

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1]!;

/** Figures that keep to the left, to the middle or to the right of their column, all but a few. */
function standsInLine(column: readonly Standing[]): boolean {
  if (column.length < ENOUGH) return true;
  return ([0, 1, 2] as const).some((edge) => {
    const line = median(column.map((f) => f.edges[edge]));
    return column.every((f) => Math.abs(f.edges[edge] - line) < f.size * OFF);
  });
}

/** 读得可疑: figures out of line, or more than one thing in a cell. */
export function isDoubtful(cells: ReadonlyMap<GridSlot, readonly Glyph[]>): boolean {
  const columns = new Map<number, Standing[]>();
  for (const [slot, glyphs] of cells) {
    const own = slot.column === slot.lastColumn ? standing(glyphs) : undefined;
    if (slot.column === slot.lastColumn && linesOf(glyphs).some(isOfTwo)) return true;
    if (own) columns.set(slot.column, [...(columns.get(slot.column) ?? []), own]);
    else if (CROWDED.test(textIn(glyphs))) return true;
  }
  return [...columns.values()].some((column) => !standsInLine(column));
}

/** Words begin this near to the side of their cell. */
const SIDE = 4;
/** So many names of one column, and so many of all in it, end at the side of their cell. */
const CUT = { least: 3, share: 0.3 };

/**
 * 印不全的名称: words that keep to the left and leave no room for another letter, in one line, where a program prints
 * no more than the cell is wide. One may fill its cell by chance; many of a column do not.
 */
export function isCutOff({ xs }: Lattice, cells: ReadonlyMap<GridSlot, readonly Glyph[]>): boolean {
  const columns = new Map<number, { full: number; all: number }>();
  for (const [slot, glyphs] of cells) {
    const lines = linesOf(glyphs);
    const [line] = lines;
    if (!line || !/^[^\d]*[\u4e00-\u9fff]{3}/.test(line.text)) continue;
    const count = columns.get(slot.column) ?? { full: 0, all: 0 };
    columns.set(slot.column, count);
    count.all += 1;
    const [left, right] = [xs[slot.column]!, xs[slot.lastColumn + 1]!];
    const isFull = line.left - left < SIDE && right - line.right < line.size * 0.9;
    if (lines.length === 1 && slot.column === slot.lastColumn && isFull) count.full += 1;
  }
  return [...columns.values()].some(({ full, all }) => full >= CUT.least && full > all * CUT.share);
}
