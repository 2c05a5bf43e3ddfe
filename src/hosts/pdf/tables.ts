// Tables of a file: what stands over and under each, in order with the lines of the text. Knows how tables are printed;
// knows no form.
import { continuedBy, type PagesTable } from './continued.ts';
import {
  HAS_NONE,
  HEADING,
  isNote,
  isOfTable,
  isUntitled,
  NOTE,
  OPEN_TITLE,
  rowText,
  SENTENCE,
} from './furniture.ts';
import { orderOf } from './gutter.ts';
import type { Layout } from './layout.ts';
import type { Line } from './lines.ts';
import type { PdfPage } from './page.ts';
import type { RuledFrame } from './ruled.ts';

/** 内容: what a page holds outside of tables, and its tables, in order. */
export type PageItem =
  | { readonly kind: 'line'; readonly line: Line; readonly layout: Layout }
  | { readonly kind: 'table'; readonly table: PagesTable };

const MOST_ABOVE = 7;

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
    if (isNote(line) || (HAS_NONE.test(text) && !isOfTable(line))) break;
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
    const begins = isSmall || NOTE.test(text) || HAS_NONE.test(text);
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
  HAS_NONE.test(rowText(first)) &&
  ![first, ...others].some(isNote);

/** A heading over the tables of a part: numbered, or in larger print than the title under it. */
const isHeading = (line: Line, above: readonly Line[]): boolean =>
  HEADING.test(rowText(line)) ||
  above.some((l) => l.base > line.base && /表/.test(l.text) && l.size * 1.1 < line.size);

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
function printedOn({ tables, lines }: Layout, body: number | undefined): PagesTable[] {
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
    return { parts: [framed], above: aboves[i]!, below };
  });
}

/** The table with the lines it left at the foot of the page before; they are items no more. */
function withLeft(items: PageItem[], table: PagesTable): PagesTable {
  const lines = leftBehind(items, table.parts[0]!.page);
  const taken = items.splice(items.length - lines.length, lines.length);
  items.push(...taken.filter((t) => t.kind === 'line' && isHeading(t.line, lines)));
  const [first] = taken;
  return first?.kind === 'line' ? { ...table, left: { page: first.layout.page, lines } } : table;
}

/** Tables that nothing stands under but another one with its title, and where they stand among all. */
function lastTables(items: readonly PageItem[]): { at: number; table: PagesTable }[] {
  const last: { at: number; table: PagesTable }[] = [];
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]!;
    if (item.kind === 'table') last.unshift({ at, table: item.table });
    else if (!last[0]?.table.above.includes(item.line)) break;
  }
  return last;
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
    const last = isFirst ? lastTables(items) : [];
    const whole = continuedBy(
      last.map((l) => l.table),
      table,
    );
    if (whole) {
      items[last[whole.at]!.at] = { kind: 'table', table: whole.table };
      return;
    }
    const begun = isFirst && isUntitled(above) ? withLeft(items, table) : table;
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
