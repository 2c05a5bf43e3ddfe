// A page as it is laid out: its tables, and the lines outside of them, from top to bottom. Knows where
// things stand; knows no word but those of page numbers and of what stands over a table.

import { type Abreast, bandsOf, linesBeside } from './gutter.ts';
import { type Line, linesOf } from './lines.ts';
import type { Glyph, PdfPage } from './page.ts';
import { framesOf, type Lattice, latticeOf, type RuledFrame } from './ruled.ts';
import { type Loose, looseFrames, rowsWithin } from './unruled.ts';

/** 框表: a ruled table on one page, with the letters inside. */
export interface Framed {
  readonly page: PdfPage;
  readonly frame: RuledFrame;
  readonly lattice: Lattice;
  readonly glyphs: readonly Glyph[];
  /** Its columns were seen by how words stand, not by lines. */
  readonly inferred: boolean;
}

/** 版面: tables and lines of one page. */
export interface Layout {
  readonly page: PdfPage;
  readonly tables: readonly Framed[];
  readonly lines: readonly Line[];
  /** Where things stand beside each other. */
  readonly bands: readonly Abreast[];
  /** What its last table was seen by, where that draws no line between its columns. */
  readonly loose?: Loose;
}

const inside = ({ left, right, top, bottom }: RuledFrame, glyph: Glyph): boolean => {
  const x = (glyph.left + glyph.right) / 2;
  const y = glyph.base - glyph.size * 0.35;
  // A note may be printed into the last line of its table: half of a small letter is soon beyond it.
  const near = Math.min(1, glyph.size * 0.1);
  return x > left - 1 && x < right + 1 && y > top - near && y < bottom + near;
};
const areaOf = (f: RuledFrame): number => (f.right - f.left) * (f.bottom - f.top);

/** Several cells, and words in more than one of them: else it is a frame around something. */
const isTable = ({ slots, xs, ys }: Lattice): boolean =>
  slots.length >= 3 && xs.length > 2 && ys.length > 1;

const isSide = (at: number, { left, right }: RuledFrame): boolean =>
  Math.abs(at - left) < 4 || Math.abs(at - right) < 4;

/** A frame with what stands in it; undefined where it is no table. */
function framedBy(
  page: PdfPage,
  frame: RuledFrame,
  free: readonly Glyph[],
  mostCells: number,
  inferred: boolean,
): Framed | undefined {
  const lattice = latticeOf(frame, mostCells);
  if (!lattice || !isTable(lattice)) return undefined;
  const glyphs = free.filter((g) => inside(frame, g));
  if (glyphs.length === 0) return undefined;
  const added = rowsWithin(frame, lattice, glyphs);
  if (added.length === 0) return { page, frame, lattice, glyphs, inferred };
  const finer = { ...frame, across: [...frame.across, ...added] };
  const grid = latticeOf(finer, mostCells) ?? lattice;
  return { page, frame: finer, lattice: grid, glyphs, inferred };
}

/** 版面 of a page, before anything is known of the others but what the one before ended with. */
export function pageLayout(page: PdfPage, mostCells: number, before?: Layout): Layout {
  const tables: Framed[] = [];
  let free = page.glyphs;
  const take = (frame: RuledFrame, inferred = false) => {
    const framed = framedBy(page, frame, free, mostCells, inferred);
    if (!framed) return;
    const taken = new Set(framed.glyphs);
    free = free.filter((g) => !taken.has(g));
    tables.push(framed);
  };
  const frames = framesOf(page.across, page.down);
  for (const frame of frames.sort((a, b) => areaOf(a) - areaOf(b))) take(frame);
  const boxes = frames.filter((frame) => frame.down.every((l) => isSide(l.at, frame)));
  const next = before?.page.number === page.number - 1 ? before.loose : undefined;
  const lines = linesOf(free);
  const bands = bandsOf(
    lines,
    tables.map((t) => t.frame),
  );
  // Text in columns looks like rows of a table where its lines stand beside each other.
  const within = ({ base }: Line) => bands.some((b) => base > b.top && base < b.bottom + 1);
  const rows = lines.filter((line) => !isPrinted(page, line) && !within(line));
  const loose = looseFrames(rows, page.across, boxes, next);
  for (const { frame } of loose) take(frame, true);
  tables.sort((a, b) => a.frame.top - b.frame.top || a.frame.left - b.frame.left);
  const last = tables.at(-1)?.frame.top;
  const own = loose.find(({ frame }) => frame.top === last);
  return { page, tables, bands, lines: linesBeside(free, bands), ...(own && { loose: own }) };
}

const PAGE_NUMBER =
  /^(?:[-—–―－·~\s]*\d{1,4}[-—–―－·~\s]*|第?\s*\d{1,4}\s*[/页]\s*(?:共?\s*\d{1,4}\s*页?)?|[ivxIVX]{1,6}|Page\s*\d+.*)$/;
/** What a browser prints around a page: where it is from, and when it was printed. */
const BROWSER =
  /(?:https?|file|about):\/{0,3}\S|\b\d{1,4}\s?[/.年-]\s?\d{1,2}\s?[/.月-]\s?\d{1,4}日?[,，]?\s*(?:上午|下午|[AP]M)?\s*\d{1,2}:\d{2}(?!\d)|^\d{1,4} of \d{1,4}\b/;
/** What repeats from page to page and yet belongs to its table. */
const OF_TABLE = /表(?:[（(]?续表?\d*[）)]?)?$|单位[:：]|部门[:：]|公开\d+表|续表/;
/** Share of the page at its head and foot where running lines stand. */
const BAND = 0.1;

/** Running lines by what they say, whatever number stands in them. */
const signature = (line: Line): string => line.text.replace(/\s/g, '').replace(/\d+/g, '0');

const isEdge = (page: PdfPage, line: Line): boolean =>
  line.base < page.tall * BAND || line.base > page.tall * (1 - BAND);

/** 浏览器打印的页眉页脚. */
const isPrinted = (page: PdfPage, line: Line): boolean =>
  isEdge(page, line) && BROWSER.test(line.text.trim());

/** The first half of a title that is printed on two lines: 2024年度一般公共预算财政拨款 over 支出决算表. */
function isHalfTitle(line: Line, next: Line | undefined): boolean {
  if (!next || !/(?:财政拨款|预算|年度)$/.test(line.text.trim())) return false;
  const size = Math.max(line.size, next.size);
  return (
    next.base - line.base < size * 2.2 && /[^\d]表(?:[（(].{1,12}[)）])?$/.test(next.text.trim())
  );
}

/** 版面 without 页眉, 页脚 and 页码. */
export function withoutRunning(layouts: readonly Layout[]): Layout[] {
  const counts = new Map<string, number>();
  for (const { page, lines } of layouts) {
    const own = lines.filter((line) => isEdge(page, line) && !OF_TABLE.test(line.text));
    for (const key of new Set(own.map(signature))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRunning = (page: PdfPage, line: Line): boolean => {
    if (!isEdge(page, line)) return false;
    if (PAGE_NUMBER.test(line.text.trim()) || isPrinted(page, line)) return true;
    if (OF_TABLE.test(line.text)) return false;
    return (counts.get(signature(line)) ?? 0) >= Math.max(3, layouts.length / 4);
  };
  return layouts.map(({ page, tables, bands, lines }) => {
    const kept = [...lines];
    while (kept.length > 0 && isRunning(page, kept[0]!) && !isHalfTitle(kept[0]!, kept[1]))
      kept.shift();
    while (kept.length > 0 && isRunning(page, kept.at(-1)!)) kept.pop();
    return { page, tables, bands, lines: kept };
  });
}
