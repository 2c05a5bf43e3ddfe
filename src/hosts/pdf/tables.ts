// Tables of a file: what stands over and under each, and which go on from page to page. Knows how
// tables are printed; knows no form.
import { orderOf } from './gutter.ts';
import type { Framed, Layout } from './layout.ts';
import { type Line, linesOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import type { RuledFrame } from './ruled.ts';

/** 表: the pieces of one table, page by page, with its lines above and below. */
export interface PagesTable {
  readonly parts: readonly Framed[];
  /** Further columns of the first parts, where a program printed them on pages of their own. */
  readonly beside?: readonly Framed[];
  /** Lines over it; they may have been left at the foot of the page before. */
  readonly above: readonly Line[];
  readonly abovePage: PdfPage;
  readonly below: readonly Line[];
}

/** 内容: what a page holds outside of tables, and its tables, in order. */
export type PageItem =
  | { readonly kind: 'line'; readonly line: Line; readonly layout: Layout }
  | { readonly kind: 'table'; readonly table: PagesTable };

/** A heading of the text, numbered: it is the text's own, wherever it stands. */
export const HEADING =
  /^(?:第[一二三四五六七八九十]+[部分章节篇]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])/;
const SENTENCE = /[。；;]|[，,].*[，,]|[：:]$/;
/** A title that was folded within the brackets behind it. */
const OPEN_TITLE = /表[（(][^）)]*$/;
/** 单位：万元, 编制单位：…, 公开01表 and the like. */
const FURNITURE =
  /单位[:：]|部门[:：]|(?:^|[（(])公开\s*\d+\s*表|^(?:金额)?单位|续表|^[（(]?20\d\d年度?[)）]?$|^附?[表件]\s*\d/;
const NOTE =
  /^[（(]?(?:[*＊※]?\s*(?:注|备注|说明|附注|表注|注释)\s*\d*\s*[:：.、]|[*＊※]|单位负责人|填表人|制表人)|[本此上]表(?!\d)|无数据|空表/;
/** What a department says it has not: a note of the table, and a sentence of the text if it is one. */
const NOTHING = /^[（(]?(?:本|我)(?:部门|单位|局|委|办)?.{0,30}(?:没有|未|无)/;
const MOST_ABOVE = 7;

const isNote = (line: Line): boolean => NOTE.test(rowText(line));
const rowText = (line: Line): string => line.text.replace(/\s/g, '');

/** Names a table, or is printed with a name. */
const isOfTable = (line: Line): boolean => {
  const text = rowText(line);
  if (isNote(line)) return false;
  return FURNITURE.test(text) || (/表(?:[（(].{1,12}[)）])?$/.test(text) && !HEADING.test(text));
};

/** Lines right over a table that name it: short ones, up to the first sentence. */
function linesAbove(frame: Pick<RuledFrame, 'top'>, lines: readonly Line[], limit: number): Line[] {
  const over = lines.filter((l) => l.base < frame.top + 2 && l.base > limit);
  const own: Line[] = [];
  let next = frame.top;
  for (const line of over.reverse()) {
    const text = rowText(line);
    const far = next - line.base > line.size * 6;
    const isSaid = SENTENCE.test(text) && !OPEN_TITLE.test(text);
    if (own.length >= MOST_ABOVE || text.length > 60 || isSaid || far) break;
    if (isNote(line) || (NOTHING.test(text) && !isOfTable(line))) break;
    own.unshift(line);
    next = line.base - line.size;
  }
  return own;
}

/** The size most of the text is set in, on pages without tables. */
function bodySize(layouts: readonly Layout[]): number | undefined {
  const widths = new Map<number, number>();
  for (const { tables, lines } of layouts)
    for (const { size, glyphs } of tables.length === 0 ? lines : []) {
      const key = Math.round(size * 2) / 2;
      widths.set(key, (widths.get(key) ?? 0) + glyphs.length);
    }
  return [...widths].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Notes under a table, to the next heading, table or wide gap; in smaller print than the text. */
function linesBelow(
  frame: RuledFrame,
  lines: readonly Line[],
  limit: number,
  body: number | undefined,
): Line[] {
  const under = lines.filter((l) => l.base > frame.bottom && l.base < limit);
  const own: Line[] = [];
  let last = frame.bottom;
  for (const line of under) {
    const text = rowText(line);
    const far = line.base - line.size - last > line.size * 2.5;
    const isSmall = body === undefined || line.size < body * 0.93;
    const begins = isSmall || NOTE.test(text) || NOTHING.test(text);
    if (far || (own.length === 0 && !begins) || HEADING.test(text)) break;
    // The next table begins, though it stands on the next page.
    if (isOfTable(line)) break;
    own.push(line);
    last = line.base;
  }
  return own;
}

/** What a department says it has not, in the print of the text: it is the text's as well. */
const isSentence = ([first, ...others]: readonly Line[], body: number | undefined): boolean =>
  first !== undefined &&
  body !== undefined &&
  first.size >= body * 0.93 &&
  NOTHING.test(rowText(first)) &&
  ![first, ...others].some(isNote);

/** A heading over the tables of a part: numbered, or in larger print than the title under it. */
const isHeading = (line: Line, above: readonly Line[]): boolean =>
  HEADING.test(rowText(line)) ||
  above.some((l) => l.base > line.base && /表/.test(l.text) && l.size * 1.1 < line.size);

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

/** A page goes on from the table before it: nothing stands between, and its columns are the same. */
function goesOn(before: PagesTable, next: Framed, above: readonly Line[]): boolean {
  const last = before.parts.at(-1)!;
  return (
    before.below.length === 0 &&
    next.page.number === last.page.number + 1 &&
    sameColumns(last, next) &&
    isRepeated(above, before.above) &&
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
  // A title begins a table of its own, whatever stands in it: 收入决算表（单位：万元）.
  const isFurniture = (text: string) => FURNITURE.test(text) && !/[^\d]表/.test(text);
  return sameRows && b.length > 3 && above.every((l) => isFurniture(rowText(l)));
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

/** 题头 left at the foot of the page before: the lines there, down to the last one, name a table. */
function leftBehind(items: readonly PageItem[], page: PdfPage): Line[] {
  const foot: Line[] = [];
  for (const item of [...items].reverse()) {
    if (item.kind !== 'line' || item.layout.page.number !== page.number - 1) break;
    foot.unshift(item.line);
  }
  const last = foot.at(-1);
  if (!last || !isOfTable(last)) return [];
  const top = last.base + last.size;
  const own = linesAbove({ top }, foot, Number.NEGATIVE_INFINITY);
  return own.slice(Math.max(0, own.findIndex(isOfTable)));
}

/** Whether a line stands in the column of a table, or across all of them. */
const isOver = ({ column }: Line, { left, right }: RuledFrame): boolean => {
  const middle = (left + right) / 2;
  return !column || (column.left < middle && column.right > middle);
};

/** Tables of a page, each with what stands over and under it. */
function printedOn({ page, tables, lines }: Layout, body: number | undefined): PagesTable[] {
  const used = new Set<Line>();
  const take = (own: Line[]): Line[] => {
    for (const line of own) used.add(line);
    return own;
  };
  const free = (frame: RuledFrame) => lines.filter((l) => !used.has(l) && isOver(l, frame));
  const aboves = tables.map(({ frame }, i) => {
    const over = tables.slice(0, i).filter((t) => t.frame.bottom <= frame.top);
    const from = Math.max(Number.NEGATIVE_INFINITY, ...over.map((t) => t.frame.bottom));
    return take(linesAbove(frame, free(frame), from));
  });
  return tables.map((framed, i) => {
    const { frame } = framed;
    const next = tables.slice(i + 1).find((t) => t.frame.top >= frame.bottom);
    const to = next?.frame.top ?? Number.POSITIVE_INFINITY;
    const below = take(linesBelow(frame, free(frame), to, body));
    return { parts: [framed], above: aboves[i]!, abovePage: page, below };
  });
}

/** The table with the lines it left at the foot of the page before; they are items no more. */
function withLeft(items: PageItem[], table: PagesTable): PagesTable {
  const left = leftBehind(items, table.abovePage);
  const taken = items.splice(items.length - left.length, left.length);
  items.push(...taken.filter((t) => t.kind === 'line' && isHeading(t.line, left)));
  const [first] = taken;
  return first?.kind === 'line' ? { ...table, above: left, abovePage: first.layout.page } : table;
}

/** 内容 of a page, after those of the pages before it. */
function putPage(items: PageItem[], layout: Layout, body: number | undefined): void {
  const { lines, bands } = layout;
  const own: { order: readonly [number, number, number]; item: PageItem }[] = [];
  const keep = (line: Line) =>
    own.push({
      order: orderOf(bands, { ...line, top: line.base }),
      item: { kind: 'line', line, layout },
    });
  const tables = printedOn(layout, body);
  const used = new Set(tables.flatMap(({ above, below }) => [...above, ...below]));
  tables.forEach((table, i) => {
    const { above, below, parts } = table;
    const { top } = parts[0]!.frame;
    const isFirst = i === 0 && lines.every((l) => above.includes(l) || l.base > top);
    const last = isFirst ? items.at(-1) : undefined;
    const whole = last?.kind === 'table' ? goneOn(last.table, table) : undefined;
    if (whole) {
      items[items.length - 1] = { kind: 'table', table: whole };
      return;
    }
    const begun = isFirst && above.length === 0 ? withLeft(items, table) : table;
    if (isSentence(below, body)) below.forEach(keep);
    for (const line of above) if (isHeading(line, above)) keep(line);
    own.push({ order: orderOf(bands, parts[0]!.frame), item: { kind: 'table', table: begun } });
  });
  for (const line of lines) if (!used.has(line)) keep(line);
  const before = (a: readonly number[], b: readonly number[]) =>
    a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;
  items.push(...own.sort((a, b) => before(a.order, b.order)).map((o) => o.item));
}

/** 内容 of a file in order: lines and tables, those of several pages in one. */
export function pageItems(layouts: readonly Layout[]): PageItem[] {
  const items: PageItem[] = [];
  const body = bodySize(layouts);
  for (const layout of layouts) putPage(items, layout, body);
  return items;
}

/**
 * The title among the lines over a table: the last one that names a table, else the last; undefined where
 * there is none.
 */
export function titleIn(above: readonly Line[]): string | undefined {
  const texts = above.map(rowText).filter((t) => !FURNITURE.test(t));
  return texts.filter((t) => /表/.test(t)).at(-1) ?? texts.at(-1);
}
