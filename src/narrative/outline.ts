// The order of a text: sections with their headings, sentences, charts; and a whole text written by it.
// Knows sections; knows no place by name.
import type { Declaration } from '../assertions/declaration.ts';
import type { ChartRule } from './chart.ts';
import type { Block, ChartName, Document, Span } from './document.ts';
import { spansText } from './document.ts';
import type { Sentence } from './sentence.ts';
import type { QuantityName, Source } from './source.ts';
import type { Term } from './terms.ts';
import { numeral } from './words.ts';
import { writeSentence } from './write.ts';

/** 段落安排: a sentence, a heading of the next level, or the place of a picture. */
export type Entry =
  | { readonly sentence: string }
  | { readonly heading: string }
  | { readonly chart: ChartName; readonly caption: string };

/** 说明分节: one section 一、…; its key is the chip in the pane. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** 说明体例: order, headings and manners of a place and years. */
export interface Outline extends Declaration {
  readonly sections: readonly Section[];
  /** Decimals of percentages. */
  readonly percent: number;
  readonly zeros: 'printed' | 'omitted';
  /** Which budget the final figures are held against. */
  readonly budget: '年初预算' | '全年预算';
}

/** 说明规程: everything declared about the text. */
export interface NarrativeRules {
  readonly sentences: readonly Sentence[];
  readonly outlines: readonly Outline[];
  readonly quantities: readonly QuantityName[];
  readonly terms: readonly Term[];
  /** Meanings of subjects that nearly every department uses, by name. */
  readonly meanings: Readonly<Record<string, string>>;
  /** What the pictures show. */
  readonly charts: readonly ChartRule[];
}

const text = (value: string): Span[] => [{ kind: 'text', text: value }];

interface Around {
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly source: Source;
  readonly charts: { count: number };
}

function entryBlocks(
  entry: Entry,
  section: string,
  { sentences, source, charts }: Around,
): Block[] {
  if ('chart' in entry) {
    charts.count += 1;
    const caption = `图${charts.count}：${entry.caption}`;
    return [{ kind: 'chart', section, chart: entry.chart, caption }];
  }
  const sentence = 'sentence' in entry ? sentences.get(entry.sentence) : undefined;
  if (!sentence) return [];
  return writeSentence(sentence, source)
    .filter((spans) => spansText(spans).trim() !== '')
    .map((spans) => ({ kind: 'paragraph', section, spans }));
}

/** A heading under which nothing is said is left out, and the next takes its number. */
function blocksOf(section: Section, number: number, around: Around): Block[] {
  const heading = text(`${numeral(number)}、${section.title}`);
  const blocks: Block[] = [{ kind: 'heading', level: 1, section: section.key, spans: heading }];
  let headings = 0;
  let waiting: string | undefined;
  for (const entry of section.entries) {
    if ('heading' in entry) {
      waiting = entry.heading;
      continue;
    }
    const own = entryBlocks(entry, section.key, around);
    if (waiting !== undefined && own.length > 0) {
      headings += 1;
      const spans = text(`（${numeral(headings)}）${waiting}`);
      blocks.push({ kind: 'heading', level: 2, section: section.key, spans });
      waiting = undefined;
    }
    blocks.push(...own);
  }
  return blocks;
}

/** 全文: the text of a department by the outline of its place. */
export function writeDocument(
  outline: Outline,
  sentences: ReadonlyMap<string, Sentence>,
  source: Source,
): Document {
  const year = source.year === undefined ? '' : `${source.year}年度`;
  const charts = { count: 0 };
  const title = text(`${source.department ?? ''}${year}部门决算情况说明`);
  const around = { sentences, source, charts };
  const sections = outline.sections.flatMap((s, i) => blocksOf(s, i + 1, around));
  return { blocks: [{ kind: 'title', spans: title }, ...sections] };
}
