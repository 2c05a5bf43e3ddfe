// 目录 in a text: which of its lines list what follows, and where their page numbers begin. Knows how contents are
// printed; knows no section.
import type { Paragraph } from './plain.ts';

/** A name, dots or room, a page. */
const ENTRY = /^(?=.*[一-龥]{2})([^。；，]{2,70}?)([.…·．\s_-]*)(\d{1,3})$/;
const LEADERS = /[.…·．_-]{3}/;
const HEADING = /^目\s*录[：:]?$/;
/** So many entries make a list. */
const LEAST = 3;
/** Lines that may stand between 目录 and its first entry, or break an entry in two. */
const LOOSE = 2;

interface Entry {
  readonly paragraph: number;
  readonly at: number;
  readonly page: number;
  readonly dotted: boolean;
}

const entryOf = ({ text }: Paragraph, paragraph: number): Entry | undefined => {
  const m = ENTRY.exec(text);
  if (!m) return undefined;
  const [, , leaders, page] = m;
  return {
    paragraph,
    at: text.length - page!.length,
    page: Number(page),
    dotted: LEADERS.test(leaders!),
  };
};

/** Entries that follow each other, on pages that do. */
function listsOf(paragraphs: readonly Paragraph[]): Entry[][] {
  const lists: Entry[][] = [];
  paragraphs.forEach((paragraph, i) => {
    const entry = entryOf(paragraph, i);
    if (!entry) return;
    const last = lists.at(-1)?.at(-1);
    if (last && i - last.paragraph <= LOOSE && entry.page >= last.page) lists.at(-1)!.push(entry);
    else lists.push([entry]);
  });
  return lists;
}

/** 目录的页码: of each entry, its paragraph and where in it the number begins. */
export function contentsPages(paragraphs: readonly Paragraph[]): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  for (const list of listsOf(paragraphs)) {
    const first = list[0]!.paragraph;
    const over = paragraphs.slice(Math.max(0, first - LOOSE), first);
    const isHeaded = over.some((p) => HEADING.test(p.text));
    const isDotted = list.filter((e) => e.dotted).length * 2 > list.length;
    if (list.length < LEAST || !(isHeaded || isDotted)) continue;
    for (const { paragraph, at } of list) pages.set(paragraph, at);
  }
  return pages;
}
