// 分栏: running text in two columns or more, and tables side by side: what stands left of the room between them is read
// first. Knows where lines and frames stand; knows no word and no table.
import { type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import type { RuledFrame } from './ruled.ts';

/** 一栏: as far as its lines and frames reach. */
interface Reach {
  readonly left: number;
  readonly right: number;
}

/** 分栏的一段: a stretch of a page in which things stand beside each other. */
export interface Abreast {
  readonly top: number;
  readonly bottom: number;
  readonly sides: readonly Reach[];
}

/** A part of a line with room around it, or a frame. */
interface Block extends Reach {
  readonly top: number;
  readonly bottom: number;
  readonly glyphs?: readonly Glyph[];
}

/** Room between two parts of a line, in parts of the size of its letters. */
const ROOM = 1.05;
/** So many lines at least stand in the first column, and in the next one. */
const LINES = { first: 4, next: 2 };
/** Lines of running text are so long, in letters; so many of them are, and so many nearly fill their column. */
const LONG = 8;
const MANY = 0.5;
const FULL = { width: 0.8, share: 0.35 };
/** The room between two columns stands in this middle part of what they take up. */
const MIDDLE = [0.2, 0.8] as const;
const STEP = 2;

function blocksOf(lines: readonly Line[]): Block[] {
  return lines.flatMap(({ glyphs: own }) => {
    const parts: Glyph[][] = [];
    for (const glyph of own) {
      const last = parts.at(-1)?.at(-1);
      if (last && glyph.left - last.right < glyph.size * ROOM) parts.at(-1)!.push(glyph);
      else parts.push([glyph]);
    }
    return parts.map((part) => ({
      left: part[0]!.left,
      right: Math.max(...part.map((g) => g.right)),
      top: Math.min(...part.map((g) => g.base - g.size)),
      bottom: Math.max(...part.map((g) => g.base)),
      glyphs: part,
    }));
  });
}

const most = (blocks: readonly Block[], of: (b: Block) => number) => Math.max(...blocks.map(of));
const least = (blocks: readonly Block[], of: (b: Block) => number) => Math.min(...blocks.map(of));
const reach = (blocks: readonly Block[]): Reach => ({
  left: least(blocks, (b) => b.left),
  right: most(blocks, (b) => b.right),
});

const isText = ({ glyphs = [] }: Block): boolean =>
  glyphs.filter((g) => /[\u2e80-\uffef]/.test(g.text)).length * 3 > glyphs.length;

const longAmong = (lines: readonly Block[]) =>
  lines.filter((l) => l.glyphs!.length >= LONG && isText(l));

/** Whether lines are those of paragraphs: long, of words, enough of them as long as their column is wide. */
function isRunning(lines: readonly Block[]): boolean {
  const { left, right } = reach(lines);
  const long = longAmong(lines);
  const full = long.filter((l) => l.right - left > (right - left) * FULL.width);
  return long.length > lines.length * MANY && full.length > lines.length * FULL.share;
}

const apart = (a: Block, b: Block): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);

/** Tables of which one stands beside the other. */
const areBeside = (one: readonly Block[], other: readonly Block[]): boolean =>
  one.some((a) =>
    other.some((b) => apart(a, b) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2),
  );

/** Whether what stands left and right of a place stands in columns. */
function isParted(left: readonly Block[], right: readonly Block[]): boolean {
  const frames = (blocks: readonly Block[]) => blocks.filter((b) => !b.glyphs);
  if (areBeside(frames(left), frames(right))) return true;
  const [one, other] = [left, right].map((blocks) => blocks.filter((b) => b.glyphs));
  if (one!.length < LINES.first || other!.length < LINES.next) return false;
  const size = one![0]!.glyphs![0]!.size;
  if (reach(right).left - reach(left).right < size * 0.8) return false;
  return isRunning(one!) && longAmong(other!).length > other!.length * MANY;
}

/** Stretches of a page that nothing crosses a place in. */
function runsBeside(blocks: readonly Block[], x: number): Block[][] {
  const runs: Block[][] = [[]];
  for (const block of blocks) {
    if (block.left < x && block.right > x) runs.push([]);
    else runs.at(-1)!.push(block);
  }
  return runs.filter((run) => run.length > 1);
}

/** Columns within one column. */
function sidesOf(blocks: readonly Block[]): Reach[] {
  const [band] = bandsAmong(blocks);
  return band && band.count * 2 > blocks.length ? [...band.sides] : [reach(blocks)];
}

interface Counted extends Abreast {
  readonly count: number;
}

function bandsAmong(blocks: readonly Block[]): Counted[] {
  if (blocks.length < 2) return [];
  const { left, right } = reach(blocks);
  const at = (share: number) => left + (right - left) * share;
  const beyond = blocks.filter((b) => b.left > at(MIDDLE[0]));
  // Most pages have nothing that begins in their middle.
  if (beyond.length < LINES.next && beyond.every((b) => b.glyphs)) return [];
  let best: { x: number; count: number; runs: Block[][] } | undefined;
  for (let x = at(MIDDLE[0]); x < at(MIDDLE[1]); x += STEP) {
    const runs = runsBeside(blocks, x).filter((run) => {
      const [one, other] = [run.filter((b) => b.right <= x), run.filter((b) => b.left >= x)];
      return one.length > 0 && other.length > 0 && isParted(one, other);
    });
    const count = runs.reduce((sum, run) => sum + run.length, 0);
    if (count > (best?.count ?? 0)) best = { x, count, runs };
  }
  if (!best) return [];
  const { x, runs } = best;
  return runs.map((run) => ({
    top: least(run, (b) => b.top),
    bottom: most(run, (b) => b.bottom),
    sides: [
      ...sidesOf(run.filter((b) => b.right <= x)),
      ...sidesOf(run.filter((b) => b.left >= x)),
    ],
    count: run.length,
  }));
}

/** 分栏 of a page: its lines outside of frames, and its frames. */
export function bandsOf(lines: readonly Line[], frames: readonly RuledFrame[]): Abreast[] {
  const blocks: Block[] = [...blocksOf(lines), ...frames].sort((a, b) => a.top - b.top);
  return bandsAmong(blocks).map(({ top, bottom, sides }) => ({ top, bottom, sides }));
}

/** Where something stands in the order of reading: the band or itself, which column of it, how far down. */
export function orderOf(
  bands: readonly Abreast[],
  own: Reach & { readonly top: number },
): readonly [number, number, number] {
  const band = bands.find((b) => own.top >= b.top - 1 && own.top <= b.bottom + 1);
  if (!band) return [own.top, 0, own.top];
  const middle = (own.left + own.right) / 2;
  const at = band.sides.findLastIndex((side, i) => {
    const before = band.sides[i - 1];
    return !before || middle > (before.right + side.left) / 2;
  });
  return [band.top, Math.max(0, at), own.top];
}

/** 行 of a page, from top to bottom: those of a column apart from those beside it. */
export function linesBeside(glyphs: readonly Glyph[], bands: readonly Abreast[]): Line[] {
  if (bands.length === 0) return linesOf(glyphs);
  const parts = new Map<string, { glyphs: Glyph[]; column?: Reach }>();
  for (const glyph of glyphs) {
    const { left, right, base, size } = glyph;
    const top = base - size * 0.5;
    const band = bands.find((b) => top >= b.top && top <= b.bottom);
    const [, at] = orderOf(bands, { left, right, top });
    const key = band ? `${band.top} ${at}` : '';
    const part = parts.get(key) ?? { glyphs: [], ...(band && { column: band.sides[at]! }) };
    part.glyphs.push(glyph);
    parts.set(key, part);
  }
  return [...parts.values()]
    .flatMap(({ glyphs: own, column }) =>
      linesOf(own).map((line) => (column ? { ...line, column } : line)),
    )
    .sort((a, b) => a.base - b.base);
}
