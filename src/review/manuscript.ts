// 印件: a text, or the whole booklet, put together from a workbook: parts in the order of the place.
// Knows what belongs in a booklet; knows no file format.
import type { Catalogue } from '../catalogue/index.ts';
import type { BookletPart } from '../catalogue/profile.ts';
import type { Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import { checkedOf } from '../facts/standing.ts';
import { type PrintedTable, printedTable } from '../forms/printed.ts';
import { extraNamed, isTitleOf } from '../identities/roster.ts';
import { chineseOrdinal } from '../measure/ordinal.ts';
import { type Chart, chartOf } from '../narrative/chart.ts';
import { type Document, type DocumentBlock, gapsOf, spansText } from '../narrative/document.ts';
import { type Book, openBook, type ReviewOptions } from './book.ts';
import {
  type Material,
  materialOf,
  type NarrativeOptions,
  narrativeTextOf,
  type Text,
} from './narrative.ts';

/** 印件部分: what a Word file holds, in order. */
export type ManuscriptPart =
  | { readonly kind: 'cover'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly document: Document }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  /** A table that is expected and not there. */
  | { readonly kind: 'missing'; readonly wanted: string };

/** 印件: the parts and their pictures, and whether gaps may stay open. */
export interface Manuscript {
  readonly title: string;
  readonly parts: readonly ManuscriptPart[];
  readonly charts: readonly Chart[];
  readonly final: boolean;
}

/** 印件要求: the text alone, or the booklet; a draft, or the final file. */
export interface PrintOptions extends NarrativeOptions {
  readonly booklet?: boolean;
  readonly final?: boolean;
}

/** What an empty table lacks, in words for people. */
export const explanationWanted = (table: PrintedTable): string =>
  `${table.title}没有数据的说明，例如“本部门没有…收入，也没有…支出”`;

/**
 * 待填 of a manuscript in words, in order: gaps of the text, pictures without figures, tables that are missing
 * or empty without a word.
 */
export function openGaps({ parts, charts }: Manuscript): string[] {
  return parts.flatMap((part): string[] => {
    if (part.kind === 'missing') return [part.wanted];
    if (part.kind === 'table') return part.table.unexplained ? [explanationWanted(part.table)] : [];
    if (part.kind !== 'text') return [];
    const pictures = part.document.blocks.flatMap((b) => {
      const chart = b.kind === 'chart' ? charts.find((c) => c.name === b.chart) : undefined;
      return b.kind === 'chart' && (!chart || chart.missing.length > 0) ? [b.caption] : [];
    });
    return [...gapsOf(part.document).map((g) => g.wanted), ...pictures];
  });
}

const PARTS: readonly BookletPart[] = ['概况', '决算表', '情况说明', '名词解释'];

/** Texts by their titles: the heading of a part says the title. */
function byTitle({ blocks }: Document): { title: string; document: Document }[] {
  const texts: { title: string; blocks: DocumentBlock[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'title') texts.push({ title: spansText(block.spans), blocks: [] });
    else texts.at(-1)?.blocks.push(block);
  }
  return texts.map((t) => ({ title: t.title, document: { blocks: t.blocks } }));
}

interface Around {
  readonly material: Material;
  readonly text: Text;
}

/** A table of the workbook for an extra one of the place; of two layouts of a form the one so titled. */
function extraTable(title: string, { material }: Around): Table | undefined {
  const { settled, catalogue } = material.book;
  const extra = extraNamed(title, catalogue.extras);
  return checkedOf(settled.standings).find(
    (t) => t.form === title || isTitleOf(t.printedTitle, extra),
  );
}

/** The official tables in the order of the place; one that is not there stays a gap, an extra one does not. */
function tableParts(around: Around): ManuscriptPart[] {
  const { snapshot, catalogue, settled, profile } = around.material.book;
  const { tables = [], extras: own = [], also = [], order, titles } = profile ?? {};
  const extras = [...own, ...also];
  const checked = checkedOf(settled.standings);
  const others = new Set(extras.map((title) => extraTable(title, around)));
  return [...(order ?? [...tables, ...own]), ...also].flatMap((name): ManuscriptPart[] => {
    const isExtra = extras.includes(name);
    const same = checked.filter((t) => t.form === name);
    const table = isExtra
      ? extraTable(name, around)
      : (same.find((t) => !others.has(t)) ?? same[0]);
    if (table) return [{ kind: 'table', table: printedTable(table, snapshot.sheets) }];
    const title = catalogue.forms.forms.find((f) => f.id === name)?.title ?? name;
    return isExtra ? [] : [{ kind: 'missing', wanted: titles?.[name] ?? title }];
  });
}

interface Chapter {
  readonly title: string;
  readonly parts: readonly ManuscriptPart[];
}

/** What a part of the booklet comes to; a place may print a section of the text as a part of its own. */
function chaptersOf(name: BookletPart, around: Around): Chapter[] {
  const { department = '', year } = around.material.source;
  const when = year === undefined ? '' : `${year}年度`;
  if (name === '决算表')
    return [{ title: `${department}${when}部门决算表`, parts: tableParts(around) }];
  const { overview, narrative, terms } = around.text;
  const texts = { 概况: overview, 情况说明: narrative, 名词解释: terms };
  return byTitle(texts[name]).map(
    ({ title, document }): Chapter => ({ title, parts: [{ kind: 'text', document }] }),
  );
}

function bookletParts(around: Around): ManuscriptPart[] {
  const { department = '', year } = around.material.source;
  const names = around.material.book.profile?.parts ?? PARTS;
  const cover = [department, `${year === undefined ? '' : `${year}年度`}部门决算公开`];
  const chapters = names.flatMap((name) => chaptersOf(name, around));
  const parts = chapters.flatMap(({ title, parts: own }, i): ManuscriptPart[] => [
    { kind: 'heading', text: `第${chineseOrdinal(i + 1)}部分  ${title}` },
    ...own,
  ]);
  return [{ kind: 'cover', lines: cover.filter(Boolean) }, ...parts];
}

const titleOf = (document: Document): string => {
  const title = document.blocks.find((b) => b.kind === 'title');
  return title?.kind === 'title' ? spansText(title.spans) : '';
};

/** 印件 of a text that has been written already. */
export function manuscriptOf(
  material: Material,
  text: Text,
  options: Pick<PrintOptions, 'booklet' | 'final'> = {},
): Manuscript {
  const around = { material, text };
  const parts: ManuscriptPart[] = options.booklet
    ? bookletParts(around)
    : [{ kind: 'text', document: text.narrative }];
  return {
    title: titleOf(text.narrative),
    parts,
    charts: material.book.catalogue.narrative.charts.map((rule) => chartOf(rule, material.source)),
    final: options.final ?? false,
  };
}

/** 印件 of a workbook that is open. */
export function manuscriptIn(
  book: Book,
  options: Omit<PrintOptions, keyof ReviewOptions>,
): Manuscript {
  const material = materialOf(book, options.slots);
  return manuscriptOf(material, narrativeTextOf(material), options);
}

/** 印件 of a workbook. */
export const manuscript = (
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: PrintOptions = {},
): Manuscript => manuscriptIn(openBook(snapshot, catalogue, options), options);
