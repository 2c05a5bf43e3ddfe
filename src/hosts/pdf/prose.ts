// Lines of the pages as a text of paragraphs, each character with its place. Knows margins, indents and
// marks at the head of a line; knows no sentence.
import type { PagePlace, TextRun } from '../../facts/booklet.ts';
import { HEADING } from './furniture.ts';
import type { Layout } from './layout.ts';
import type { Line } from './lines.ts';
import type { Glyph, PdfPage } from './page.ts';
import type { PageItem } from './tables.ts';

/** 正文 of all pages, with where it stands on them. */
export interface Prose {
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** Of each table among the items, the offset before which it stands. */
  readonly tables: readonly number[];
}

/** 栏宽: how far lines reach on pages of one kind. */
interface Column {
  readonly left: number;
  readonly right: number;
  /** The same for words; a mark may hang over it. */
  readonly edge: number;
}

/** Lines end this near to the side they keep to. */
const SIDE = 4;
/** Text is at least this wide on its page: short lines alone do not say where it ends. */
const WIDE = 0.7;

/** A mark at the end of a line may hang over the side that its words keep to. */
const HANGING = /^[，。、；：,.;:]$/;
const edgeOf = ({ glyphs, right }: Line): number =>
  glyphs.length > 1 && HANGING.test(glyphs.at(-1)!.text) ? glyphs.at(-2)!.right : right;

/** Where lines begin, and where full ones end: the outermost that more than one line reaches. */
function columnOf(lines: readonly Line[], { wide }: PdfPage): Column {
  const least = lines[0]?.column ? 0 : wide * WIDE;
  const lefts = lines.map((l) => l.left).sort((a, b) => a - b);
  const reached = (all: readonly number[]): number => {
    const rights = [...all].sort((a, b) => b - a);
    const right = rights.find((r, i) => r - (rights[i + 1] ?? 0) < SIDE) ?? rights[0] ?? 0;
    return Math.max(right, least);
  };
  return {
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right: reached(lines.map((l) => l.right)),
    edge: reached(lines.map(edgeOf)),
  };
}

const MARK =
  /^(?:\d{1,2}[、．](?!\d)|\d{1,2}\.(?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|图\s*\d|表\s*\d|附[件表]|注[：:]|[-*•●■◆]\s?)/;
/** Heads of a heading that no sentence runs into. */
const TITLED = /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、)/;
const isMarked = (text: string): boolean => HEADING.test(text) || MARK.test(text);
const ENDED = /[。！？!?；;：:]["”’）)]?$/;

/** What no paragraph ends with: more is to come, however much room is left for it. */
const OPEN = /(?:[，、（(《“]|[分均各]别?为|[总共合]计|占|达|约|增加|减少|完成)$/;

const OPENING = /^[（“‘《〈【(]/;
const CLOSING = /^[，。、；：！？）”’》〉】%％:;,.)]/;
/** Width of what cannot be broken at the head of a line: opening marks, a number, a word, closing marks. */
function headWidth({ glyphs }: Line): number {
  const is = (at: number, kind: RegExp) => at < glyphs.length && kind.test(glyphs[at]!.text);
  let end = 0;
  while (is(end, OPENING)) end += 1;
  if (is(end, /^[!-~]/)) while (is(end, /^[!-~]/)) end += 1;
  else end += 1;
  while (is(end, CLOSING)) end += 1;
  return glyphs[Math.min(end, glyphs.length) - 1]!.right - glyphs[0]!.left;
}

interface Placed {
  readonly line: Line;
  readonly page: PdfPage;
  readonly column: Column;
}

/** How far a line begins from where lines of its column do. */
const indentOf = ({ line, column }: Placed): number => line.left - column.left;
/** 首行缩进: two characters, or about. */
const isIndented = (own: Placed): boolean =>
  indentOf(own) >= own.line.size * 1.2 && indentOf(own) < own.line.size * 3.5;

/** Whether a line goes on with the paragraph of the line before it, which began with `first`. */
function runsOn(first: Placed, before: Placed, next: Placed): boolean {
  const { line, column: own } = before;
  const size = Math.max(line.size, next.line.size);
  const samePage = before.page === next.page;
  if (Math.abs(line.size - next.line.size) > size * 0.12) return false;
  if (samePage && next.line.base - line.base > size * 3) return false;
  const text = next.line.text.trimStart();
  if (TITLED.test(text)) return false;
  const ended = ENDED.test(line.text.trimEnd());
  if (isIndented(first)) {
    // It begins as this paragraph began; or it keeps to the side, as the lines of a paragraph begun so do.
    if (isIndented(next) && indentOf(next) > indentOf(first) - size * 0.5) return false;
    if (!ended && Math.abs(indentOf(next)) < size * 0.6 && !isMarked(text)) return true;
  }
  if (OPEN.test(line.text.trimEnd()) && !isMarked(text) && indentOf(next) < size * 0.6) return true;
  const side = ended ? own.right : own.edge;
  if (line.right + headWidth(next.line) <= side - size * 0.3) return false;
  if (!ended) return true;
  return !isMarked(text) && indentOf(next) < size * 1.2 && indentOf(before) > -size;
}

class Writer {
  text = '';
  readonly runs: TextRun[] = [];

  /** A line, each stretch of figures or of words with its own box. */
  line({ line, page }: Placed): void {
    const { glyphs, text, at } = line;
    const from = this.text.length;
    this.text += text;
    let start = 0;
    const isHalf = (i: number) => /^[!-~]/.test(glyphs[i]!.text);
    for (let i = 1; i <= glyphs.length; i += 1) {
      const end = at[i] ?? text.length;
      const broken = i < glyphs.length && at[i]! > at[i - 1]! + glyphs[i - 1]!.text.length;
      if (i < glyphs.length && !broken && isHalf(i) === isHalf(start)) continue;
      const place = placed(page, glyphs.slice(start, i));
      this.runs.push({
        start: from + at[start]!,
        end: from + (broken ? at[i - 1]! + glyphs[i - 1]!.text.length : end),
        place,
      });
      start = i;
    }
  }
}

function placed(page: PdfPage, glyphs: readonly Glyph[]): PagePlace {
  const [first] = glyphs;
  const right = Math.max(...glyphs.map((g) => g.right));
  const { base, size, left } = first!;
  const box = page.shown(left, base - size * 0.88, right, base + size * 0.14);
  return { page: page.number, box };
}

/** Figures at the end of one line and the head of the next are one number. */
const joins = (before: string, next: string): string =>
  /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(next) ? ' ' : '';

/** 正文 of a file. */
export function proseOf(items: readonly PageItem[]): Prose {
  // Lines of one column of many pages begin and end alike.
  const kindOf = ({ page }: Layout, { column }: Line) =>
    `${Math.round(page.wide)}×${Math.round(page.tall)} ${column ? Math.round(column.left / 20) : ''}`;
  const byKind = new Map<string, { lines: Line[]; page: PdfPage }>();
  for (const item of items)
    if (item.kind === 'line') {
      const kind = kindOf(item.layout, item.line);
      const own = byKind.get(kind) ?? { lines: [], page: item.layout.page };
      own.lines.push(item.line);
      byKind.set(kind, own);
    }
  const columns = new Map([...byKind].map(([kind, o]) => [kind, columnOf(o.lines, o.page)]));
  const writer = new Writer();
  const tables: number[] = [];
  let before: Placed | undefined;
  let first: Placed | undefined;
  for (const item of items) {
    if (item.kind === 'table') {
      tables.push(writer.text.length);
      before = undefined;
      continue;
    }
    const { line, layout } = item;
    const own = { line, page: layout.page, column: columns.get(kindOf(layout, line))! };
    if (before && first && runsOn(first, before, own))
      writer.text += joins(before.line.text, line.text);
    else {
      if (writer.text !== '') writer.text += '\n';
      first = own;
    }
    writer.line(own);
    before = own;
  }
  return { text: writer.text, runs: writer.runs, tables };
}
