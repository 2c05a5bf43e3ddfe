// Tables that are ruled in part or not at all: rows and columns seen by how amounts stand under each
// other. Says little: what is not plainly a table stays text. Knows amounts by their look.
import { filled } from './cells.ts';
import { columnsSeen, guttersOf, type Parts, type Stretch, stretchesOf } from './columns.ts';
import { headIn, type PrintedHead } from './heads.ts';
import { type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import {
  barred,
  blocksOf,
  boxed,
  type Counted,
  counted,
  emptyBlocks,
  isForeignLine,
  isRow,
  type LineRegion,
} from './regions.ts';
import { FILLER, looksLikeFigure, rowBreaks } from './rows.ts';
import type { GridSlot, Lattice, RuledFrame } from './ruled.ts';
import { EXACT, extentOf, headLines, isOfBody, withoutForeign } from './split.ts';
import type { Ruling } from './strokes.ts';
import { columnsUnder, type Under } from './under.ts';
import { wordsOfLine } from './words.ts';

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

/** Whether amounts of a row stand under each other without a ruling between them. */
function isPiled(
  slots: readonly GridSlot[],
  own: ReadonlyMap<GridSlot, readonly Glyph[]>,
): boolean {
  const cells = slots.map((slot) => linesOf(own.get(slot) ?? []));
  const piled = cells.filter((lines) => lines.length > 1 && lines.every(looksLikeFigure));
  const amounts = piled.filter((lines) => lines.some((l) => EXACT.test(l.text)));
  const dashed = piled.filter((lines) => lines.some((l) => FILLER.test(l.text)));
  const pure = amounts.filter((lines) => lines.every((l) => EXACT.test(l.text)));
  return (
    pure.length > 1 ||
    pure.some((lines) => lines.length > 2) ||
    dashed.length > 1 ||
    amounts.some((lines) => lines.length > 3) ||
    (piled.length > 1 && amounts.some((lines) => lines.length > 2))
  );
}

/** Rulings that a table leaves out between its rows. */
export function rowsWithin(
  frame: RuledFrame,
  lattice: Lattice,
  glyphs: readonly Glyph[],
): Ruling[] {
  const own = filled(lattice, glyphs);
  const added: Ruling[] = [];
  for (let row = 0; row < lattice.ys.length - 1; row += 1) {
    const slots = lattice.slots.filter((s) => s.row === row && s.lastRow === row);
    if (!isPiled(slots, own)) continue;
    const places = rowBreaks(slots.map((slot) => own.get(slot) ?? []));
    added.push(...places.map((at) => ({ at, from: frame.left, to: frame.right })));
  }
  return added;
}

/** 框线 of a table without lines between its columns, and what they were seen by. */
export interface Loose {
  readonly frame: RuledFrame;
  readonly parts: Seen;
}

/** 表头 with the columns under each of its lowest cells. */
type Headed = PrintedHead & { readonly reach: Under['reach'] };

interface Seen extends Parts {
  readonly columns: readonly Stretch[];
  readonly cells: Headed | undefined;
}

/** Whether every word of some rows has a column of its own. */
function fits(columns: readonly Stretch[], rows: readonly Line[]): boolean {
  const nearest = (w: Stretch) =>
    columns.findLastIndex(
      (c, i) => i === 0 || (columns[i - 1]!.right + c.left) / 2 < (w.left + w.right) / 2,
    );
  return rows.every((line) => {
    const own = wordsOfLine(line).map(nearest);
    return new Set(own).size === own.length;
  });
}

/** 列 of a table, and which of them each of the lowest cells of its head stands over. */
function seenIn(parts: Parts, sides: readonly [number, number]): Pick<Seen, 'columns' | 'cells'> {
  const { body, rows, head } = parts;
  const stretches = stretchesOf(parts);
  const cells = headIn(head, guttersOf(parts), sides);
  if (cells.lowest.length === 0) return { columns: columnsSeen(parts), cells: undefined };
  const { columns, reach } = columnsUnder(cells.lowest, stretches, body, rows);
  return { columns, cells: { ...cells, reach } };
}

const plain = ({ text }: Line): string => text.replace(/\s/g, '');

/** Lines of a head that is printed again over the rest of its table; undefined where it is another's. */
function headAgain(own: readonly Line[], { head }: Seen): readonly Line[] | undefined {
  // Without a head these are further rows of the table on the page before.
  if (!own.some((l) => /项\s*目|科目|栏次/.test(l.text))) return [];
  const again = own.slice(-head.length);
  return again.length === head.length && again.every((l, i) => plain(l) === plain(head[i]!))
    ? again
    : undefined;
}

/** 表头 as it is printed again, lower or higher on its page. */
function movedBy(cells: Headed, by: number): Headed {
  const moved = cells.cells.map((c) => ({ ...c, top: c.top + by, bottom: c.bottom + by }));
  return { ...cells, cells: moved };
}

/** 框线 of a table as if its columns had been ruled. */
function frameOf(given: LineRegion, from?: Loose): Loose | undefined {
  const region = withoutForeign(given);
  const lines = region.lines.map((l) => l.line);
  const own = headLines(region);
  const again = from && headAgain(own, from.parts);
  const before = again && from.parts;
  const head = again ?? own;
  const body = lines.filter((l) => !head.includes(l));
  const rows = region.lines.filter(isOfBody).map((l) => l.line);
  const parts: Parts = before
    ? { body: [...before.body, ...body], rows: [...before.rows, ...rows], head: before.head }
    : { body, rows, head };
  const known = before && fits(before.columns, rows) ? before : undefined;
  const extent = extentOf(region, head, before ? [from.frame.left, from.frame.right] : []);
  const { left, right, top, bottom, under } = extent;
  const { columns, cells } = known ?? seenIn(parts, [left, right]);
  // Two columns are those of a table where it has a head and three lines; else they may be a text's.
  const isSure = given.rules.length > (head.length > 0 ? 2 : 3);
  if (columns.length < (isSure ? 2 : 3)) return undefined;
  const xs = [left, ...columns.slice(1).map((c, i) => (columns[i]!.right + c.left) / 2), right];
  const sides = [top, bottom, under].map((at) => ({ at, from: left, to: right }));
  const edges = [left, right].map((at) => ({ at, from: top, to: bottom }));
  const parted = xs.slice(1, -1).map((at) => ({ at, from: under, to: bottom }));
  const by = before && head[0] ? head[0].base - before.head[0]!.base : 0;
  const heads = cells && head.length > 0 ? headRulings(movedBy(cells, by), xs, [top, under]) : NONE;
  const between = openRows(region, body, xs, [left, right]);
  const ruled = region.rules.filter(
    (r) => head.length === 0 || r.at <= top + 1 || r.at > under + 3,
  );
  const across = [...sides, ...ruled, ...heads.across, ...between];
  const down = [...edges, ...parted, ...heads.down];
  return {
    frame: { left, right, top, bottom, across, down },
    parts: { ...parts, columns, cells },
  };
}

/** Rulings between rows that have none between them: in each stretch between two rulings. */
function openRows(
  { rules }: LineRegion,
  body: readonly Line[],
  xs: readonly number[],
  reach: readonly [number, number],
): Ruling[] {
  const bounds = [Number.NEGATIVE_INFINITY, ...rules.map((r) => r.at), Number.POSITIVE_INFINITY];
  return bounds.slice(1).flatMap((end, i) => {
    const own = body.filter((l) => l.base > bounds[i]! && l.base <= end);
    const figured = own.filter((l) => wordsOfLine(l).some(looksLikeFigure));
    return figured.length > 1 ? rowsAmong(own, xs, reach) : [];
  });
}

function rowsAmong(
  body: readonly Line[],
  xs: readonly number[],
  [from, to]: readonly [number, number],
): Ruling[] {
  const columns = xs.slice(1).map((right, i) =>
    body.flatMap((line) =>
      wordsOfLine(line).flatMap((w) => {
        const middle = (w.left + w.right) / 2;
        if (middle < xs[i]! || middle >= right) return [];
        return line.glyphs.filter((g) => g.left >= w.left - 0.01 && g.right <= w.right + 0.01);
      }),
    ),
  );
  return rowBreaks(columns).map((at) => ({ at, from, to }));
}

const NONE: { readonly across: Ruling[]; readonly down: Ruling[] } = { across: [], down: [] };

/** Rulings around the cells of a head. */
function headRulings(
  { cells, rows, reach }: Headed,
  xs: readonly number[],
  [top, under]: readonly [number, number],
): { across: Ruling[]; down: Ruling[] } {
  const ys = Array.from({ length: rows + 1 }, (_, row) => {
    if (row === 0) return top;
    if (row === rows) return under;
    const over = Math.max(...cells.filter((c) => c.lastRow === row).map((c) => c.bottom));
    const next = Math.min(...cells.filter((c) => c.row === row + 1).map((c) => c.top));
    return (over + next) / 2;
  });
  const across: Ruling[] = [];
  const down: Ruling[] = [];
  for (const { row, lastRow, from, to } of cells) {
    const [left, right] = [xs[reach[from]![0]]!, xs[reach[to]![1] + 1]!];
    const [begin, end] = [ys[row - 1]!, ys[lastRow]!];
    across.push({ at: begin, from: left, to: right }, { at: end, from: left, to: right });
    down.push({ at: left, from: begin, to: end }, { at: right, from: begin, to: end });
  }
  return { across, down };
}

/**
 * 框线 of tables that draw no line between their columns, as if they had been ruled.
 * @param boxes rulings around rows, with none between columns
 * @param before the table that the page before ended with
 */
export function looseFrames(
  lines: readonly Line[],
  across: readonly Ruling[],
  boxes: readonly RuledFrame[],
  before?: Loose,
): Loose[] {
  const all = lines.map(counted);
  const within = boxed(all, boxes);
  const taken = new Set(within.flatMap((r) => r.lines));
  const ruled = barred(
    all.filter((l) => !taken.has(l)),
    across.filter((r) => !within.some(({ rules }) => rules.includes(r))),
    (own) => before !== undefined && isHeaded(own, before),
  );
  for (const line of ruled.flatMap((r) => r.lines)) taken.add(line);
  const isRest = (own: readonly Counted[]) =>
    before !== undefined && isFirst({ lines: own, rules: [] }, all, before);
  const free = blocksOf(
    all.filter((l) => !taken.has(l)),
    isRest,
  );
  for (const line of free.flatMap((r) => r.lines)) taken.add(line);
  const empty = emptyBlocks(
    all.filter((l) => !taken.has(l)),
    all,
  );
  const regions = [...within, ...ruled, ...free, ...empty];
  const rest = before && regions.find((region) => isFirst(region, all, before));
  return regions.flatMap((region) => frameOf(region, region === rest ? before : undefined) ?? []);
}

/** Whether lines begin with the head of the table on the page before, printed again. */
const isHeaded = (own: readonly Counted[], { parts: { head } }: Loose): boolean =>
  head.length > 0 && head.every((l, i) => own[i] && plain(own[i].line) === plain(l));

/** A table that a page begins with, as wide as the one the page before ended with. */
function isFirst({ lines, rules }: LineRegion, all: readonly Counted[], before: Loose): boolean {
  const top = lines[0]?.line.base ?? 0;
  if (all.some((l) => l.line.base < top && isForeignLine(l))) return false;
  const { frame, parts } = before;
  const [rule] = rules;
  if (rule) return Math.abs(rule.from - frame.left) < 4 && Math.abs(rule.to - frame.right) < 4;
  const own = lines.map((l) => l.line);
  const isWithin = own.every((l) => l.left > frame.left - 4 && l.right < frame.right + 4);
  return (
    isWithin &&
    fits(
      parts.columns,
      lines.filter(isRow).map((l) => l.line),
    )
  );
}
