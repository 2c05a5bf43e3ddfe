// The order of a text: sections with their headings, sentences, charts; and a whole text written by it.
// Knows sections; knows no place by name.
import type { Declaration } from '../assertions/declaration.ts';
import type { ChartRule } from './chart.ts';
import type { ChartName, Document, DocumentBlock, DocumentSpan } from './document.ts';
import { spansText } from './document.ts';
import type { Sentence } from './sentence.ts';
import type { QuantityName, Source } from './source.ts';
import type { ExplainedTerm } from './terms.ts';
import { numeral } from './words.ts';
import { writeSentence } from './write.ts';

/** 段落安排: a sentence, a heading of the next level, or the place of a picture. */
export type OutlineEntry =
  | { readonly sentence: string }
  | { readonly heading: string }
  | { readonly chart: ChartName; readonly caption: string };

/** 说明分节: one section 一、…; its key is the chip in the pane. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly OutlineEntry[];
  /** A part of its own after the text: its title stands alone and its headings are 一、二、. */
  readonly apart?: boolean;
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
  readonly terms: readonly ExplainedTerm[];
  /** Meanings of subjects that nearly every department uses, by name. */
  readonly meanings: Readonly<Record<string, string>>;
  /** What the pictures show. */
  readonly charts: readonly ChartRule[];
}

const text = (value: string): DocumentSpan[] => [{ kind: 'text', text: value }];

interface Around {
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly source: Source;
  readonly charts: { count: number };
}

function entryBlocks(
  entry: OutlineEntry,
  section: string,
  { sentences, source, charts }: Around,
): DocumentBlock[] {
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

/** The title of a section: 一、… in the text, alone before a part of its own. */
const titleBlock = ({ key, title, apart }: Section, number: number): DocumentBlock =>
  apart
    ? { kind: 'title', section: key, spans: text(title) }
    : {
        kind: 'heading',
        level: 1,
        section: key,
        spans: text(`${numeral(number)}、${title}`),
      };

/** Headings under which something is said, with what stands there; the first may have none. */
function grouped(
  section: Section,
  around: Around,
): { heading?: string; blocks: DocumentBlock[] }[] {
  const groups: { heading?: string; blocks: DocumentBlock[] }[] = [{ blocks: [] }];
  for (const entry of section.entries) {
    if ('heading' in entry) groups.push({ heading: entry.heading, blocks: [] });
    else groups.at(-1)!.blocks.push(...entryBlocks(entry, section.key, around));
  }
  return groups.filter((g) => g.blocks.length > 0);
}

/** A heading under which nothing is said is left out, and so is one that would stand alone. */
function blocksOf(section: Section, number: number, around: Around): DocumentBlock[] {
  const { key, apart } = section;
  const groups = grouped(section, around);
  const headed = groups.filter((g) => g.heading !== undefined);
  const blocks = groups.flatMap((group): DocumentBlock[] => {
    if (group.heading === undefined || headed.length < 2) return group.blocks;
    const n = numeral(headed.indexOf(group) + 1);
    const heading = apart
      ? `${n}、${group.heading.replace(/。$/, '')}`
      : `（${n}）${group.heading}`;
    const level = apart ? 1 : 2;
    return [{ kind: 'heading', level, section: key, spans: text(heading) }, ...group.blocks];
  });
  return [titleBlock(section, number), ...blocks];
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
