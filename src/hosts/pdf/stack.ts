// Pieces of one table, from page to page, put under and beside each other as if they had been printed on one page.
// Knows frames and their columns; knows no form.
import type { PagesTable } from './continued.ts';
import type { Framed } from './layout.ts';
import type { Glyph } from './page.ts';
import { type Lattice, latticeOf } from './ruled.ts';

/** Where a piece of a table lies once all are put one under the other. */
interface Laid {
  readonly framed: Framed;
  readonly dx: number;
  readonly dy: number;
}

/** 叠放: pieces of one table as one, with its cells and letters. */
export interface Stack {
  readonly laid: readonly Laid[];
  /** So many of them stand under each other; the others stand beside them. */
  readonly upright: number;
  readonly lattice: Lattice;
  readonly glyphs: readonly Glyph[];
}

const moved = (lines: Framed['frame']['across'], at: number, along: number) =>
  lines.map((l) => ({ at: l.at + at, from: l.from + along, to: l.to + along }));

/**
 * A piece whose columns were seen by place stands under the first as if it had the same: words of a page more or less
 * move what parts them by a hair.
 */
function asFirst(framed: Framed, first: Framed): Framed {
  const [own, given] = [framed.lattice.xs, first.lattice.xs];
  if (!framed.inferred || !first.inferred || own.length !== given.length) return framed;
  const by = framed.frame.left - first.frame.left;
  const to = (x: number): number => {
    const at = own.findIndex((o) => Math.abs(o - x) < 1);
    return at < 0 ? x : given[at]! + by;
  };
  const { across, down } = framed.frame;
  const frame = {
    ...framed.frame,
    across: across.map((r) => ({ ...r, from: to(r.from), to: to(r.to) })),
    down: down.map((r) => ({ ...r, at: to(r.at) })),
  };
  return { ...framed, frame };
}

/** 各页的表叠成一张: under each other, as if the page had been longer; undefined where they make no cells. */
export function stacked({ parts, beside = [] }: PagesTable, mostCells: number): Stack | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const laid: Laid[] = [];
  let bottom = first.frame.top;
  for (const framed of parts.map((part) => asFirst(part, first))) {
    laid.push({ framed, dx: first.frame.left - framed.frame.left, dy: bottom - framed.frame.top });
    bottom += framed.frame.bottom - framed.frame.top;
  }
  const upright = laid.length;
  beside.forEach((framed, i) => {
    const { framed: own, dx, dy } = laid[i]!;
    laid.push({
      framed,
      dx: own.frame.right + dx - framed.frame.left,
      dy: own.frame.top + dy - framed.frame.top,
    });
  });
  if (laid.length === 1) return { laid, upright, lattice: first.lattice, glyphs: first.glyphs };
  const across = laid.flatMap(({ framed, dx, dy }) => moved(framed.frame.across, dy, dx));
  const down = laid.flatMap(({ framed, dx, dy }) => moved(framed.frame.down, dx, dy));
  const right = Math.max(...laid.map(({ framed, dx }) => framed.frame.right + dx));
  const lattice = latticeOf({ ...first.frame, right, bottom, across, down }, mostCells);
  if (!lattice) return undefined;
  let pieces = 0;
  const glyphs = laid.flatMap(({ framed, dx, dy }) => {
    const from = pieces;
    return framed.glyphs.map((g) => {
      pieces = Math.max(pieces, from + g.piece + 1);
      const { left, right, base } = g;
      return { ...g, left: left + dx, right: right + dx, base: base + dy, piece: from + g.piece };
    });
  });
  return { laid, upright, lattice, glyphs };
}

/** 所在的一页: the piece a place of the stack belongs to. */
export const laidAt = (laid: readonly Laid[], x: number, y: number): Laid =>
  laid.findLast(
    ({ framed: { frame }, dx, dy }) =>
      y >= frame.top + dy - 1 && y < frame.bottom + dy - 1 && x >= frame.left + dx - 1,
  ) ?? laid[0]!;
