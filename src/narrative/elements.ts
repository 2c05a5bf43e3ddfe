// 公开要素: whether each thing a disclosure must give is there. Knows how a sentence says something, says that
// there is nothing, or leaves it open; which elements there are is data.
import type { Declaration } from '../assertions/declaration.ts';
import type { Table } from '../facts/fact.ts';
import type { SpanLocation } from '../facts/grid.ts';
import { checkedOf, type Standings } from '../facts/standing.ts';
import type { PlainText } from './text/plain.ts';
import { spanOf } from './text/plain.ts';

/** 公开要素: what to look for. Of the kinds one applies. */
export interface Element extends Declaration {
  /** A table by its form. */
  readonly table?: string;
  /** Every table without figures says why. */
  readonly emptyTables?: boolean;
  /** 目录: a list of what follows. */
  readonly contents?: boolean;
  /** A sentence that holds one of these words … */
  readonly words?: readonly string[];
  /** … in a section or a paragraph after one of these. */
  readonly after?: readonly string[];
  /** What it must give: an amount, a number of things, or a heading alone. */
  readonly gives?: 'amount' | 'count' | 'heading' | 'words';
  /** Where there is none of that element, there is none of this one either. */
  readonly of?: string;
  /** Units of a count. */
  readonly units?: readonly string[];
}

/** 公开情况: 写明, 未发生, 缺, 看不清. */
export type ElementStatus = 'written' | 'none' | 'missing' | 'unclear';

/** 要素所在: a sheet, or a span of the text. */
export type ElementPlace = { readonly sheet: string; readonly address: string } | SpanLocation;

/** 要素清单的一项: an element, whether it is there, and where. */
export interface ElementResult {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly status: ElementStatus;
  readonly places: readonly ElementPlace[];
}

/** 看过的: what there is to look at. Pages that could not be read hide whatever is not found. */
export interface Looked {
  readonly standings: Standings;
  /** Titles that were seen over tables nobody could read. */
  readonly unreadable: readonly string[];
  /** Tables stand in the text as lines of words and figures: a table that was not read may be one of them. */
  readonly typed: boolean;
  readonly text: PlainText | undefined;
  /** Some page was not read. */
  readonly hidden: boolean;
  readonly rangeOf: (table: Table) => string;
}

const NOTHING =
  /没有|未发生|未安排|未使用|未购置|未开展|无(?!法)|不涉及|不存在|为零|(?:为|支出|共|计)0(?:\.0+)?(?=[万元个批人辆台次，。；]|$)|^0/;
const OPEN = /[_＿]{2,}|[×xX]{2,}|\*{2,}|【待填|\[待填|（\s*）万元/;
const AMOUNT = /-?\d[\d,]*(?:\.\d+)?(?:万元|亿元|千元|元)/g;

type Found = { readonly status: ElementStatus; readonly start: number; readonly end: number };

const isZero = (figure: string): boolean => !/[1-9]/.test(figure);

/** Figures of a sentence in the units wanted. */
function figuresIn(sentence: string, { gives, units = [] }: Element): string[] {
  const pattern =
    gives === 'count' ? new RegExp(`\\d+(?:\\.\\d+)?(?:${units.join('|')})`, 'g') : AMOUNT;
  return [...sentence.matchAll(pattern)].map((m) => m[0]);
}

function statusIn(sentence: string, element: Element): ElementStatus | undefined {
  if (element.gives === 'heading') return 'written';
  if (element.gives === 'words') return OPEN.test(sentence) ? 'unclear' : 'written';
  const figures = figuresIn(sentence, element);
  if (figures.some((f) => !isZero(f))) return 'written';
  if (figures.length > 0 || NOTHING.test(sentence)) return 'none';
  return OPEN.test(sentence) ? 'unclear' : undefined;
}

const RANK: Readonly<Record<ElementStatus, number>> = {
  written: 3,
  none: 2,
  unclear: 1,
  missing: 0,
};

const TERMS = /名词解释|专业名词|名词说明/;

/** Where the text explains its words: what stands there is said of nobody. */
function endOfAccounts(text: PlainText): number {
  const headings = text.paragraphs.filter((p) => p.text.length <= 40 && TERMS.test(p.text));
  return headings.at(-1)?.start ?? text.text.length;
}

const LONGEST_ENTRY = 60;
/** So many headings may stand over the first sentence after a list of contents. */
const HEADINGS = 3;

/**
 * 目录 as far as it goes: to where its first lines are said again, or to the headings over the first sentence; undefined
 * where a text has none.
 */
export function contentsWithin({
  paragraphs,
}: PlainText): { start: number; end: number } | undefined {
  const at = paragraphs.findIndex((p) => /^目录$/.test(p.text));
  const { start } = paragraphs[at] ?? { start: 0 };
  const seen = new Set<string>();
  for (let i = at + 1; at >= 0 && i < paragraphs.length; i += 1) {
    const { text } = paragraphs[i]!;
    const entry = text.replace(/[.…·\d]+$/, '');
    if (seen.has(entry)) return { start, end: paragraphs[i]!.start };
    if (text.length > LONGEST_ENTRY || text.includes('。'))
      return { start, end: paragraphs[Math.max(at + 1, i - HEADINGS)]!.start };
    seen.add(entry);
  }
  return undefined;
}

/** A sentence, and where it begins in the plain text. */
function* sentencesIn(
  text: PlainText,
): Generator<{ words: string; start: number; around: string }> {
  let around = '';
  const end = endOfAccounts(text);
  // What the list of contents names is not said there.
  const contents = contentsWithin(text) ?? { start: 0, end: 0 };
  for (const paragraph of text.paragraphs) {
    if (paragraph.start > end) return;
    if (paragraph.start >= contents.start && paragraph.start < contents.end) continue;
    let at = paragraph.start;
    for (const words of paragraph.text.match(/[^。；]*[。；]|[^。；]+/g) ?? []) {
      yield { words, start: at, around: around + paragraph.text };
      at += words.length;
    }
    // A heading holds for what follows it.
    if (paragraph.text.length <= 60 && !/。/.test(paragraph.text)) around = paragraph.text;
  }
}

/** A sentence as far as it speaks of the element: up to where it names another one. */
function ownPart(words: string, others: readonly string[]): string {
  const ends = others.map((o) => words.indexOf(o)).filter((at) => at > 0);
  return words.slice(0, Math.min(words.length, ...ends));
}

/** Words of other amounts, which are not part of the element's own. */
function othersOf(element: Element, all: readonly Element[]): string[] {
  const own = element.words ?? [];
  return all
    .filter((e) => e !== element && e.gives === 'amount')
    .flatMap((e) => e.words ?? [])
    .filter((word) => !own.some((o) => o.includes(word) || word.includes(o)));
}

/** What the text says of an element; the clearest sentence counts. */
function saidIn(text: PlainText, element: Element, others: readonly string[]): Found | undefined {
  const { words = [], after = [] } = element;
  let best: Found | undefined;
  for (const { words: sentence, start, around } of sentencesIn(text)) {
    const named = words.find((w) => sentence.includes(w));
    if (named === undefined || (after.length > 0 && !after.some((w) => around.includes(w))))
      continue;
    // From the word on: what stands before it is said of something else.
    const from = sentence.indexOf(named);
    const own = element.gives === 'heading' ? sentence : ownPart(sentence.slice(from), others);
    const negated = /(?:没有|未发生|未安排|无)[^，。；]{0,12}$/.test(sentence.slice(0, from));
    const status = negated && element.gives !== 'heading' ? 'none' : statusIn(own, element);
    const found = {
      status: status ?? 'unclear',
      start: start + from,
      end: start + sentence.length,
    };
    if (!best || RANK[found.status] > RANK[best.status]) best = found;
    if (best.status === 'written') break;
  }
  return best;
}

const tableResult = (
  element: Element,
  looked: Looked,
): Pick<ElementResult, 'status' | 'places'> => {
  const tables = checkedOf(looked.standings).filter((t) => t.form === element.table);
  const places = tables.map((t) => ({ sheet: t.sheet, address: looked.rangeOf(t) }));
  if (tables.some((t) => !t.empty)) return { status: 'written', places };
  if (tables.length > 0)
    return { status: tables.some((t) => t.declaredEmpty) ? 'none' : 'unclear', places };
  const seen = looked.unreadable.some((title) => title.includes(element.title));
  const isOpen = seen || looked.typed || looked.hidden;
  return { status: isOpen ? 'unclear' : 'missing', places };
};

function emptyTablesResult(looked: Looked): Pick<ElementResult, 'status' | 'places'> {
  const official = checkedOf(looked.standings).filter((t) => /^表\d$/.test(t.form));
  const empty = official.filter((t) => t.empty);
  const silent = empty.filter((t) => !t.declaredEmpty);
  const places = (silent.length > 0 ? silent : empty).map((t) => ({
    sheet: t.sheet,
    address: looked.rangeOf(t),
  }));
  if (empty.length === 0) return { status: 'none', places };
  if (silent.length === 0) return { status: 'written', places };
  // Of a blank form nobody knows which tables will have no figures.
  return { status: empty.length === official.length ? 'unclear' : 'missing', places };
}

const PART = /^第[一二三四五六七八九十]+部分/;

/** A list of parts before the first of them begins. */
function contentsResult(text: PlainText): Found | undefined {
  const heading = text.paragraphs.find((p) => /^目录$/.test(p.text));
  if (heading) return { status: 'written', start: heading.start, end: heading.end };
  const parts = text.paragraphs.filter((p) => PART.test(p.text));
  const twice = parts.filter((p, i) =>
    parts.some((o, j) => j > i && o.text.slice(0, 5) === p.text.slice(0, 5)),
  );
  const [first] = twice;
  return twice.length > 1 && first
    ? { status: 'written', start: first.start, end: first.end }
    : undefined;
}

function textResult(
  element: Element,
  looked: Looked,
  all: readonly Element[],
): Pick<ElementResult, 'status' | 'places'> {
  const { text, hidden } = looked;
  if (!text) return { status: 'unclear', places: [] };
  const found = element.contents
    ? contentsResult(text)
    : saidIn(text, element, othersOf(element, all));
  if (!found) return { status: hidden ? 'unclear' : 'missing', places: [] };
  return { status: found.status, places: [spanOf(text, found.start, found.end)] };
}

/** 公开要素清单: every element in force with its status and place. */
export function elementsIn(elements: readonly Element[], looked: Looked): ElementResult[] {
  const results = elements.map((element): ElementResult => {
    const { id, title, basis } = element;
    const own = element.table
      ? tableResult(element, looked)
      : element.emptyTables
        ? emptyTablesResult(looked)
        : textResult(element, looked, elements);
    return { id, title, basis, ...own };
  });
  return elements.map((element, i) => nothingOf(element, results[i]!, results));
}

/** 无“三公”经费支出: then there is none of its items, though nobody names them. */
function nothingOf(
  { of }: Element,
  own: ElementResult,
  all: readonly ElementResult[],
): ElementResult {
  const whole = all.find((r) => r.id === of);
  const open = own.status === 'missing' || own.status === 'unclear';
  return open && whole?.status === 'none' ? { ...own, status: 'none', places: whole.places } : own;
}
