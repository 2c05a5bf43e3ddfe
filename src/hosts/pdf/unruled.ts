// Tables that are ruled in part or not at all: rows and columns seen by how amounts stand under each
// other. Says little: what is not plainly a table stays text. Knows amounts by their look.
import { filled } from './cells.ts';
import { type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import type { Frame, Lattice, Slot } from './ruled.ts';
import type { Ruling } from './strokes.ts';

const AMOUNT = /^[-－—(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)）]?$/;
const EXACT = /^[-－]?[\d,]*\d\.\d+$/;
const SENTENCE = /[。；！？]|[，：:].*[，：:]/;
/** Stands over a table and is none of its rows. */
const OVER = /单位[:：]|部门[:：]|公开\d+表|表$/;

/** Parts of a line with room between them: its cells. */
export function segmentsOf(line: Line, room = 0.9): Line[] {
  const groups: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const last = groups.at(-1)?.at(-1);
    if (last && glyph.left - last.right < glyph.size * room) groups.at(-1)!.push(glyph);
    else groups.push([glyph]);
  }
  return groups.map((g) => linesOf(g)[0]!);
}

const middles = (bases: readonly number[], sizes: readonly number[]): number[] =>
  bases.slice(1).map((base, i) => (bases[i]! + base) / 2 - sizes[i]! * 0.35);

/** Lines of a row whose amounts stand under each other without a ruling between them. */
function stacked(slots: readonly Slot[], own: ReadonlyMap<Slot, readonly Glyph[]>): Line[] {
  const cells = slots.map((slot) => linesOf(own.get(slot) ?? []));
  const piled = cells.filter((lines) => lines.length > 1 && lines.every((l) => EXACT.test(l.text)));
  const isPile = piled.length > 1 || piled.some((lines) => lines.length > 2);
  return isPile ? linesOf(slots.flatMap((slot) => own.get(slot) ?? [])) : [];
}

/** Rulings that a table leaves out between its rows. */
export function rowsWithin(frame: Frame, lattice: Lattice, glyphs: readonly Glyph[]): Ruling[] {
  const own = filled(lattice, glyphs);
  const added: Ruling[] = [];
  for (let row = 0; row < lattice.ys.length - 1; row += 1) {
    const slots = lattice.slots.filter((s) => s.row === row && s.lastRow === row);
    const lines = stacked(slots, own);
    const places = middles(
      lines.map((l) => l.base),
      lines.map((l) => l.size),
    );
    added.push(...places.map((at) => ({ at, from: frame.left, to: frame.right })));
  }
  return added;
}

interface Printed {
  readonly line: Line;
  readonly cells: readonly Line[];
  readonly amounts: number;
}

function printed(line: Line): Printed {
  const cells = segmentsOf(line);
  const amounts = cells.filter((c) => AMOUNT.test(c.text.replace(/\s/g, ''))).length;
  return { line, cells, amounts };
}

/** Runs of lines that look like rows, with the lines of their head. */
function blocksOf(lines: readonly Line[]): Printed[][] {
  const all = lines.map(printed);
  const isRow = (p: Printed) =>
    p.amounts >= 2 && p.cells.length >= 3 && !SENTENCE.test(p.line.text);
  const near = (a: Printed, b: Printed) => b.line.base - a.line.base < b.line.size * 3;
  const blocks: Printed[][] = [];
  for (let i = 0; i < all.length; i += 1) {
    if (!isRow(all[i]!)) continue;
    let [first, last] = [i, i];
    const isHead = (p: Printed) =>
      p.cells.length >= 2 && !SENTENCE.test(p.line.text) && !OVER.test(p.line.text);
    while (first > 0 && near(all[first - 1]!, all[first]!) && isHead(all[first - 1]!)) first -= 1;
    const goesOn = (at: number) =>
      all[at] !== undefined && near(all[at - 1]!, all[at]!) && !SENTENCE.test(all[at]!.line.text);
    while (goesOn(last + 1) && all[last + 1]!.cells.length >= 2) last += 1;
    blocks.push(all.slice(first, last + 1));
    i = last;
  }
  return blocks.filter((b) => b.filter(isRow).length >= 3);
}

/** Room between columns: where no row of amounts has a letter. */
function gapsOf(rows: readonly Printed[]): number[] {
  const spans = rows
    .flatMap((r) => r.cells.map((c) => ({ left: c.left, right: c.right })))
    .sort((a, b) => a.left - b.left);
  const gaps: number[] = [];
  let right = spans[0]!.right;
  for (const span of spans) {
    if (span.left - right > 4) gaps.push((span.left + right) / 2);
    right = Math.max(right, span.right);
  }
  return gaps;
}

/** 框线 of tables that have none, as if they had been ruled. */
export function alignedFrames(lines: readonly Line[]): Frame[] {
  return blocksOf(lines).flatMap((block): Frame[] => {
    const rows = block.filter((p) => p.amounts >= 2);
    const gaps = gapsOf(rows);
    if (gaps.length < 2) return [];
    const own = block.map((p) => p.line);
    const left = Math.min(...own.map((l) => l.left)) - 2;
    const right = Math.max(...own.map((l) => l.right)) + 2;
    const top = own[0]!.base - own[0]!.size;
    const bottom = own.at(-1)!.base + own.at(-1)!.size * 0.3;
    const between = middles(
      own.map((l) => l.base),
      own.map((l) => l.size),
    );
    const across = [top, ...between, bottom].map((at) => ({ at, from: left, to: right }));
    const down = [left, ...gaps, right].map((at) => ({ at, from: top, to: bottom }));
    return [{ left, right, top, bottom, across, down }];
  });
}
