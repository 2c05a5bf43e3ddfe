// Tables that go on: from page to page, and onto pages of their own for the columns that did not fit. Knows columns,
// rows and titles of pieces; knows no form.
import { isUntitled, rowText } from './furniture.ts';
import type { Framed } from './layout.ts';
import { type Line, linesOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import type { RuledFrame } from './ruled.ts';

/** 表: the pieces of one table, page by page, with its lines above and below. */
export interface PagesTable {
  readonly parts: readonly Framed[];
  /** Further columns of the first parts, where a program printed them on pages of their own. */
  readonly beside?: readonly Framed[];
  /** Lines over it that were left at the foot of the page before. */
  readonly left?: { readonly page: PdfPage; readonly lines: readonly Line[] };
  readonly above: readonly Line[];
  readonly below: readonly Line[];
}

const subset = (few: readonly number[], many: readonly number[]): boolean =>
  few.every((x) => many.some((o) => Math.abs(o - x) < 4));

/** So far apart the same column may be seen on two pages. */
const NEARLY = 15;
/** Whether the columns of two pieces are the same, as far as each shows them. */
function sameColumns(one: Framed, other: Framed): boolean {
  const widthOf = (f: RuledFrame) => f.right - f.left;
  if (Math.abs(widthOf(one.frame) - widthOf(other.frame)) > 5) return false;
  const from = (f: Framed) => f.lattice.xs.map((x) => x - f.lattice.xs[0]!);
  const [a, b] = [from(one), from(other)];
  // Columns seen by place stand where the words of their page say.
  const isNear = one.inferred && other.inferred && a.length === b.length;
  if (isNear) return a.every((x, i) => Math.abs(x - b[i]!) < NEARLY);
  return a.length >= b.length ? subset(b, a) : subset(a, b);
}

/** Titles that are printed again over each page of a table. */
function isRepeated(above: readonly Line[], first: readonly Line[]): boolean {
  const plain = (l: Line) => rowText(l).replace(/[（(]?续表?\d*[)）]?/g, '');
  const known = new Set(first.map(plain));
  return above.every((l) => plain(l) === '' || known.has(plain(l)));
}

/** So far down a title may stand that is ruled as the first rows of its table. */
const TITLE_ROWS = 150;
const OWN_TITLE = /决算[^。；，]{0,8}表(?:[（(].{1,12}[)）])?$/;

/** 表内的题名: the title among the first rows of a piece; undefined where none stands there. */
function titleWithin({ frame, glyphs }: Framed): string | undefined {
  const top = glyphs.filter((g) => g.base < frame.top + TITLE_ROWS);
  const texts = linesOf(top).map((l) => rowText(l).replace(/[（(]?续表?\d*[)）]?/g, ''));
  return texts.find((text) => OWN_TITLE.test(text));
}

/** A table of another name begins, whatever its columns are. */
function isNamedAnew({ parts: [first] }: PagesTable, next: Framed): boolean {
  const title = titleWithin(next);
  return title !== undefined && title !== titleWithin(first!);
}

/** 题头: lines over a table, wherever they were printed. */
const overOf = ({ left, above }: PagesTable): readonly Line[] => [...(left?.lines ?? []), ...above];

/** A page goes on from the table before it: nothing stands between, and its columns are the same. */
function goesOn(before: PagesTable, next: Framed, above: readonly Line[]): boolean {
  const last = before.parts.at(-1)!;
  return (
    before.below.length === 0 &&
    next.page.number === last.page.number + 1 &&
    sameColumns(last, next) &&
    isRepeated(above, overOf(before)) &&
    !isNamedAnew(before, next)
  );
}

const offsets = ({ frame, lattice }: Framed): number[] => lattice.ys.map((y) => y - frame.top);

/** Columns that did not fit on their page stand on the next one, in rows of the same heights. */
function goesBeside(before: PagesTable, next: Framed, above: readonly Line[]): boolean {
  const own = before.parts[before.beside?.length ?? 0];
  const last = (before.beside ?? before.parts).at(-1)!;
  if (!own || next.page.number !== last.page.number + 1 || sameColumns(own, next)) return false;
  const [a, b] = [offsets(own), offsets(next)];
  // The heads may have a line more, here or there.
  const has = (all: readonly number[], y: number) => all.some((o) => Math.abs(o - y) < 1.5);
  const met = b.filter((y) => has(a, y)).length;
  const sameRows = met > b.length * 0.8 && has(b, a.at(-1)!) && met > a.length / 2;
  return sameRows && b.length > 3 && isUntitled(above) && !isNamedAnew(before, next);
}

/** Whether a piece stands where the piece before it stood, on a page of several columns. */
const isUnder = (before: PagesTable, next: Framed): boolean =>
  Math.abs(before.parts.at(-1)!.frame.left - next.frame.left) < 5;

/**
 * 续表: which of the tables before a page goes on with a piece that stands first on it, and that table with the piece;
 * undefined where it is a table of its own.
 * @param last tables that nothing stands under, in order
 */
export function continuedBy(
  last: readonly PagesTable[],
  piece: PagesTable,
): { readonly at: number; readonly table: PagesTable } | undefined {
  const [next] = piece.parts;
  // On a page of several columns it goes on with the one above its place, whichever was printed last.
  const own = last.findLastIndex((before) => isUnder(before, next!));
  for (const at of [own, last.length - 1]) {
    const table = last[at] && goneOn(last[at], piece);
    if (table) return { at, table };
  }
  return undefined;
}

/** The table with a page that goes on with it; undefined where it is a table of its own. */
function goneOn(before: PagesTable, { parts, above, below }: PagesTable): PagesTable | undefined {
  const [next] = parts;
  if (goesOn(before, next!, above)) return { ...before, parts: [...before.parts, ...parts], below };
  if (!goesBeside(before, next!, above)) return undefined;
  return {
    ...before,
    beside: [...(before.beside ?? []), ...parts],
    above: [...before.above, ...above],
    below: [...before.below, ...below],
  };
}
