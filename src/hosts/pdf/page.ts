// A page turned so that its lines run from left to right, with its rulings tidied: pieces, dashes and
// double lines made one. Knows letters and lines; knows no table.
import type { Box } from '../../facts/booklet.ts';
import type { Drawn, Letter } from './drawn.ts';
import { plainLetter } from './letters.ts';
import type { RawPage } from './raw.ts';
import type { Ruling } from './strokes.ts';
import { turnedParts, turnOf } from './turned.ts';

/** 字 on the turned page: its box and the middle of its body. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly piece: number;
}

/** 页面: a page as it is read. */
export interface PdfPage {
  readonly number: number;
  /** As shown. */
  readonly width: number;
  readonly height: number;
  /** As read: a page may be shown lying on its side. */
  readonly wide: number;
  readonly tall: number;
  readonly glyphs: readonly Glyph[];
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
  /** Share of its letters that the file does not say what they are. */
  readonly unmapped: number;
  /** Nothing to be read, though something is to be seen. */
  readonly scanned: boolean;
  /** A part of the page before, which is read another way. */
  readonly part: boolean;
  /** A box of the page as read, on the page as shown. */
  shown(left: number, top: number, right: number, bottom: number): Box;
}

/** Rulings nearer than this are one: the two of a double line, the sides of neighbouring cells. */
export const NEAR = 2.5;
/** Gaps of a dashed line. */
const GAP = 4;
/** What is shorter once its pieces are put together is a dot or a stroke of a sign. */
const SHORT = 3;

type Turned = (x: number, y: number) => readonly [number, number];

/** A point of the page as shown, on the page as read, and back. */
function turning(turn: 0 | 1 | 2 | 3, width: number, height: number): { to: Turned; from: Turned } {
  switch (turn) {
    case 0:
      return { to: (x, y) => [x, y], from: (x, y) => [x, y] };
    case 1:
      return { to: (x, y) => [y, width - x], from: (x, y) => [width - y, x] };
    case 2:
      return { to: (x, y) => [width - x, height - y], from: (x, y) => [width - x, height - y] };
    case 3:
      return { to: (x, y) => [height - y, x], from: (x, y) => [y, height - x] };
  }
}

/** Rulings in one line become one, wherever they touch or nearly touch. */
export function tidied(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const bands: Ruling[][] = [];
  for (const ruling of sorted) {
    const band = bands.at(-1);
    if (band && ruling.at - band.at(-1)!.at < 0.8 && ruling.at - band[0]!.at < NEAR)
      band.push(ruling);
    else bands.push([ruling]);
  }
  return bands.flatMap((band) => {
    const at = band.reduce((sum, r) => sum + r.at, 0) / band.length;
    const result: { at: number; from: number; to: number }[] = [];
    for (const { from, to } of band.sort((a, b) => a.from - b.from)) {
      const last = result.at(-1);
      if (last && from - last.to < GAP) last.to = Math.max(last.to, to);
      else result.push({ at, from, to });
    }
    return result.filter((r) => r.to - r.from > SHORT);
  });
}

/** Bold made by printing twice: the second time is no letter. */
function once(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const key = `${glyph.text}${Math.round(glyph.base / 8)}`;
    const near = [-1, 0, 1].flatMap(
      (d) => seen.get(`${glyph.text}${Math.round(glyph.base / 8) + d}`) ?? [],
    );
    const reach = glyph.size * 0.15;
    const again = near.some(
      (o) => Math.abs(o.left - glyph.left) < reach && Math.abs(o.base - glyph.base) < reach,
    );
    if (!again) seen.set(key, [...(seen.get(key) ?? []), glyph]);
    return !again;
  });
}

/** Letters of a page; a figure that runs over its edge is known in full. */
function lettersOn({ width, height }: RawPage, drawn: Drawn): Letter[] {
  const onPage = ({ x, y }: Letter) => x > -2 && y > -2 && x < width + 2 && y < height + 2;
  const level = drawn.letters.filter((l) => l.turn !== undefined);
  const begun = new Set(level.flatMap((l) => (onPage(l) ? [l.piece] : [])));
  return level.filter((l) => begun.has(l.piece));
}

/** 一页 as it is read: once, or once more for each part that lies on its side. */
export const pagesFrom = (raw: RawPage, drawn: Drawn): PdfPage[] =>
  turnedParts(drawn).map((part, i) => pageFrom(raw, { ...drawn, ...part }, i > 0));

function pageFrom(raw: RawPage, drawn: Drawn, part: boolean): PdfPage {
  const { number, width, height } = raw;
  const turn = turnOf(drawn.letters);
  const { to, from } = turning(turn, width, height);
  const letters = lettersOn(raw, drawn);
  const glyphs = letters.map((l): Glyph => {
    const [x, y] = to(l.x, l.y);
    const [endX, endY] = to(l.endX, l.endY);
    // What stands across the lines is as wide as it is tall.
    const along = l.turn === turn;
    const left = along ? Math.min(x, endX) : x - l.size / 2;
    const right = along ? Math.max(x, endX) : x + l.size / 2;
    const base = along ? y : (y + endY) / 2 + l.size / 3;
    return { text: plainLetter(l.text), left, right, base, size: l.size, piece: l.piece };
  });
  const lines = (list: readonly Ruling[], across: boolean) =>
    list.map(({ at, from: a, to: b }) => {
      const [x0, y0] = across ? to(a, at) : to(at, a);
      const [x1, y1] = across ? to(b, at) : to(at, b);
      const flat = Math.abs(x1 - x0) > Math.abs(y1 - y0);
      const own = flat
        ? { at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
        : { at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) };
      return { flat, own };
    });
  const all = [...lines(drawn.across, true), ...lines(drawn.down, false)];
  const sideways = turn % 2 === 1;
  const unmapped = letters.filter((l) => l.text === '\ufffd').length;
  return {
    number,
    width,
    height,
    wide: sideways ? height : width,
    tall: sideways ? width : height,
    glyphs: once(glyphs),
    across: tidied(all.flatMap((l) => (l.flat ? [l.own] : []))),
    down: tidied(all.flatMap((l) => (l.flat ? [] : [l.own]))),
    unmapped: letters.length === 0 ? 0 : unmapped / letters.length,
    scanned: letters.length === 0 && (raw.pictures || drawn.unseen > 0),
    part,
    shown: (left, top, right, bottom) => {
      const [x0, y0] = from(left, top);
      const [x1, y1] = from(right, bottom);
      const [x, y] = [Math.min(x0, x1), Math.min(y0, y1)];
      return { left: x, top: y, width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
    },
  };
}
