// Tables that are ruled in part or not at all: rows and columns seen by how amounts stand under each
// other. Says little: what is not plainly a table stays text. Knows amounts by their look.
import { filled } from './cells.ts';
import {
  columnsSeen,
  type HeadWords,
  headedColumns,
  headingsOf,
  type Parts,
  type Stretch,
} from './columns.ts';
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
import type { Ruling } from './strokes.ts';
import { wordsOfLine } from './words.ts';

const EXACT = /^[-－]?[\d,]*\d\.\d+$/;
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

/** Lines over the first row: all that stand there but the first half of its name. */
function headOf({ lines, rules }: LineRegion): Line[] {
  const first = lines.findIndex(isRow);
  if (first < 0) return lines.map((l) => l.line);
  const row = lines[first]!.line;
  const rule = rules.filter((r) => r.at < row.base - row.size * 0.5).at(-1)?.at;
  const head = lines.slice(0, first).map((l) => l.line);
  if (rule !== undefined && rule > lines[0]!.line.base) return head.filter((l) => l.base < rule);
  const last = head.at(-1);
  return last && row.base - last.base < row.size ? head.slice(0, -1) : head;
}

/** 框线 of a table without lines between its columns, and what they were seen by. */
export interface Loose {
  readonly frame: RuledFrame;
  readonly parts: Seen;
}

type Seen = Parts & { readonly columns: readonly Stretch[] };

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

/** 列: as the rows show them, or as the head does where its words stand over no one column of these. */
function columnsIn(parts: Parts): readonly Stretch[] {
  const headed = headedColumns(parts.head);
  if (parts.body.length === 0) return headed;
  const seen = columnsSeen(parts);
  const straddled = headed.some((h) => seen.filter((c) => isWithin(c, h)).length > 1);
  return straddled && headed.length >= seen.length && fits(headed, parts.rows) ? headed : seen;
}

/** Whether words reach into a column by more than a hair. */
const isWithin = (column: Stretch, words: Stretch): boolean =>
  column.left < words.right - 2 && column.right > words.left + 2;

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

/** 框线 of a table as if its columns had been ruled. */
function frameOf(region: LineRegion, from?: Loose): Loose | undefined {
  const lines = region.lines.map((l) => l.line);
  const own = headOf(region);
  const again = from && headAgain(own, from.parts);
  const before = again && from.parts;
  const head = again ?? own;
  const body = lines.filter((l) => !head.includes(l));
  const rows = region.lines.filter(isRow).map((l) => l.line);
  const parts: Parts = before
    ? { body: [...before.body, ...body], rows: [...before.rows, ...rows], head: before.head }
    : { body, rows, head };
  const known = before && fits(before.columns, rows) ? before.columns : undefined;
  const columns = known ?? columnsIn(parts);
  // Two columns may stand on a page of their own, for want of room; fewer rulings are those of a text.
  if (columns.length < (region.rules.length > 3 ? 2 : 3)) return undefined;
  const ends = (pick: (r: Ruling) => number) => region.rules.map(pick);
  // The rest of a table reaches as far as its rows before, however short its own words are.
  const reach = before && [from.frame.left, from.frame.right];
  const left = Math.min(...(reach ?? []), ...lines.map((l) => l.left - 2), ...ends((r) => r.from));
  const right = Math.max(...(reach ?? []), ...lines.map((l) => l.right + 2), ...ends((r) => r.to));
  const top = Math.min(...lines.map((l) => l.base - l.size), ...ends((r) => r.at));
  const bottom = Math.max(...lines.map((l) => l.base + l.size * 0.3), ...ends((r) => r.at));
  const first = Math.min(...body.map((l) => l.base - l.size * 0.7));
  const beneath = body.length > 0 ? (head.at(-1)?.base ?? 0) + first : 2 * bottom;
  const under = head.length > 0 ? beneath / 2 : top;
  const xs = [left, ...columns.slice(1).map((c, i) => (columns[i]!.right + c.left) / 2), right];
  const sides = [top, bottom, under].map((at) => ({ at, from: left, to: right }));
  const edges = [left, right].map((at) => ({ at, from: top, to: bottom }));
  const parted = xs.slice(1, -1).map((at) => ({ at, from: under, to: bottom }));
  const heads = headRulings(head, headingsOf(columns, head), xs, [top, under]);
  const between = openRows(region, body, xs, [left, right]);
  const across = [...sides, ...region.rules, ...heads.across, ...between];
  const down = [...edges, ...parted, ...heads.down];
  return { frame: { left, right, top, bottom, across, down }, parts: { ...parts, columns } };
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

/** Rulings of the head: under words that stand over several columns, and between columns but there. */
function headRulings(
  head: readonly Line[],
  headings: readonly HeadWords[],
  xs: readonly number[],
  [top, under]: readonly [number, number],
): { across: Ruling[]; down: Ruling[] } {
  const bounds = [
    top,
    ...head.slice(1).map((l, i) => (head[i]!.base + l.base - l.size * 0.7) / 2),
    under,
  ];
  const groups = headings.filter((h) => h.to > h.from);
  const across = groups.flatMap((h): Ruling[] => {
    const line = head.findIndex((l) => Math.abs(l.base - h.base) < 0.01);
    const isLast = line < 0 || line === head.length - 1;
    return isLast ? [] : [{ at: bounds[line + 1]!, from: xs[h.from]!, to: xs[h.to + 1]! }];
  });
  const down = xs.slice(1, -1).flatMap((at, i) =>
    head.flatMap((line, n): Ruling[] => {
      const within = groups.some(
        (h) => Math.abs(h.base - line.base) < 0.01 && h.from <= i && h.to > i,
      );
      return within ? [] : [{ at, from: bounds[n]!, to: bounds[n + 1]! }];
    }),
  );
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
