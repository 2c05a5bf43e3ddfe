// Letters in lines, and lines as text. Knows widths and gaps; knows no word.
import type { Glyph } from './page.ts';

/** 行: letters that stand on one line, from left to right. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly text: string;
  /** Of each glyph, where it begins in the text. */
  readonly at: readonly number[];
  /** As far as the column reaches that it stands in, where a page has several. */
  readonly column?: { readonly left: number; readonly right: number };
}

/** As wide as half a Chinese character: figures, letters and their signs. */
const HALF = /^[\u0021-\u024f]/;
const isHalf = (glyph: Glyph): boolean => HALF.test(glyph.text);

/** Whether a blank stands between two letters of a line: between figures sooner than elsewhere. */
function parted(a: Glyph, b: Glyph): boolean {
  const gap = b.left - a.right;
  const size = Math.min(a.size, b.size);
  return gap > size * (isHalf(a) && isHalf(b) ? 0.35 : 0.9);
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const at: number[] = [];
  let text = '';
  sorted.forEach((glyph, i) => {
    if (i > 0 && parted(sorted[i - 1]!, glyph)) text += ' ';
    at.push(text.length);
    text += glyph.text;
  });
  const sizes = sorted.map((g) => g.size).sort((a, b) => a - b);
  const bases = sorted.map((g) => g.base).sort((a, b) => a - b);
  return {
    glyphs: sorted,
    left: sorted[0]!.left,
    right: Math.max(...sorted.map((g) => g.right)),
    base: bases[bases.length >> 1]!,
    size: sizes[sizes.length >> 1]!,
    text,
    at,
  };
}

/** 行 of letters, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const groups: Glyph[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base)) {
    if (groups.length > 0 && glyph.base - base < Math.max(2, glyph.size * 0.45))
      groups.at(-1)!.push(glyph);
    else {
      groups.push([glyph]);
      base = glyph.base;
    }
  }
  return groups.map(lineOf);
}

/** Lines of one cell as one text: Chinese runs on, words of letters do not. */
export function joinedText(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines) {
    const words = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text);
    text += words ? ` ${line.text}` : line.text;
  }
  return text;
}
