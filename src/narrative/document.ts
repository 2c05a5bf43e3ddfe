// The written text as a model: blocks of spans, every number with its cells and its formula. Knows no
// table and no file format; what Word, Markdown and the pane show all comes from here.
import type { CellLocation } from '../facts/grid.ts';
import type { Exact } from '../measure/exact.ts';
import type { Unit } from '../measure/quantity.ts';

/** 文字: what the sentence says around its numbers. `strong` is a run-in heading (1. 教育支出（类）). */
export interface TextSpan {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: boolean;
}

/** 数字出处: a cell that a number of the text is computed from. */
export interface NumberCell {
  readonly location: CellLocation;
  /** A1 address, for people and for files. */
  readonly address: string;
  /** 表名 and 项目, for people. */
  readonly label: string;
  readonly period?: '上年';
}

/** 文中数字: a number with its unit, and where it comes from. */
export interface NumberSpan {
  readonly kind: 'number';
  /** The number and its unit, without the word of direction: `80.09万元`. */
  readonly text: string;
  /** The word of direction that belongs to the number (增加, 下降); shown before it. */
  readonly direction?: string;
  /** Unique in a document, and the same when the text is written again. */
  readonly id: string;
  readonly value: Exact;
  readonly unit: Unit;
  /** The formula in the officials' notation, for people. */
  readonly formula: string;
  readonly rule: string;
  readonly cells: readonly NumberCell[];
}

/** 待填: a visible gap; nothing is invented in its place. */
export interface GapSpan {
  readonly kind: 'gap';
  /** A row of 补充资料 for a number; for words the row with ·说明. Also the key of the user's slots. */
  readonly key: string;
  /** What is wanted, in a few words: 收、支总计变动的主要原因. */
  readonly wanted: string;
  /** A cause or other words, or a figure that no table holds. */
  readonly of: 'words' | 'number';
}

/** 用户文字: the user's own words, from 补充资料 or typed in place. */
export interface WordsSpan {
  readonly kind: 'words';
  readonly key: string;
  readonly text: string;
}

/** 片段 of a paragraph: fixed words, a number, a gap, or the user's own words. */
export type DocumentSpan = TextSpan | NumberSpan | GapSpan | WordsSpan;

/** 图名: the pictures that places ask for. */
export type ChartName = '收支总计变动' | '收入结构' | '支出结构' | '财政拨款总计变动';

/** 段落: a title, a heading of level 一、/（一）/1., a paragraph, or the place of a chart or table. */
export type DocumentBlock =
  /** With a section: of a part that stands apart from the text. */
  | { readonly kind: 'title'; readonly section?: string; readonly spans: readonly DocumentSpan[] }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly section: string;
      readonly spans: readonly DocumentSpan[];
    }
  | {
      readonly kind: 'paragraph';
      readonly section: string;
      readonly spans: readonly DocumentSpan[];
    }
  | {
      readonly kind: 'chart';
      readonly section: string;
      readonly chart: ChartName;
      /** 图1：收、支决算总计变动情况 */
      readonly caption: string;
    }
  | {
      readonly kind: 'table';
      readonly section: string;
      /** Form id: 表1 … */
      readonly form: string;
      readonly caption: string;
    };

/** 文稿: a written text; its blocks stand in the order of the place. */
export interface Document {
  readonly blocks: readonly DocumentBlock[];
}

/** 待填 as it stands in the text. */
export const gapText = (gap: Pick<GapSpan, 'wanted'>): string => `【待填：${gap.wanted}】`;

/** What a span says in plain text: a number with its word of direction. */
export function spanText(span: DocumentSpan): string {
  if (span.kind === 'gap') return gapText(span);
  return span.kind === 'number' ? (span.direction ?? '') + span.text : span.text;
}

/** What spans say in plain text, one after the other. */
export const spansText = (spans: readonly DocumentSpan[]): string => spans.map(spanText).join('');

/** What a block says in plain text: a chart or table is its caption. */
export function blockText(block: DocumentBlock): string {
  return 'caption' in block ? block.caption : spansText(block.spans);
}

/** Every span of a text in its order; charts and tables have none. */
export function* spansOf(document: Document): Generator<DocumentSpan> {
  for (const block of document.blocks) if ('spans' in block) yield* block.spans;
}

/** 待填清单: every gap once, in the order of the text. */
export function gapsOf(document: Document): GapSpan[] {
  const gaps = new Map<string, GapSpan>();
  for (const span of spansOf(document)) {
    if (span.kind === 'gap' && !gaps.has(`${span.key}|${span.wanted}`))
      gaps.set(`${span.key}|${span.wanted}`, span);
  }
  return [...gaps.values()];
}

/** 数字在文中的位置: UTF-16 offsets into the plain text; its direction word stands before. */
export interface PlacedNumber {
  readonly start: number;
  readonly end: number;
  readonly span: NumberSpan;
}

/** 纯文本: one line a block; and where each number stands in it. */
export function plainText(document: Document): { text: string; numbers: PlacedNumber[] } {
  let text = '';
  const numbers: PlacedNumber[] = [];
  document.blocks.forEach((block, i) => {
    if (i > 0) text += '\n';
    if ('caption' in block) text += block.caption;
    else {
      for (const span of block.spans) {
        text += spanText(span);
        if (span.kind !== 'number') continue;
        numbers.push({ start: text.length - span.text.length, end: text.length, span });
      }
    }
  });
  return { text, numbers };
}

const escapeMarkdown = (text: string): string => text.replace(/([\\`*_[\]<>#])/g, '\\$1');
/** A line that begins like a list would be renumbered. */
const guarded = (line: string): string => line.replace(/^(\d+)\./, '$1\\.');

function markdownOf(block: DocumentBlock): string {
  const spans = (list: readonly DocumentSpan[]) =>
    list
      .map((s) => {
        const text = escapeMarkdown(spanText(s));
        return s.kind === 'gap' || (s.kind === 'text' && s.strong) ? `**${text}**` : text;
      })
      .join('');
  if (block.kind === 'title') return `# ${spans(block.spans)}`;
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${spans(block.spans)}`;
  if (block.kind === 'paragraph') return guarded(spans(block.spans));
  return `*${escapeMarkdown(block.caption)}*`;
}

/** Markdown of a text, a blank line between blocks and a line break at its end; its own signs are escaped. */
export const markdown = (document: Document): string =>
  `${document.blocks.map(markdownOf).join('\n\n')}\n`;

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => HTML[c]!);

function htmlSpan(span: DocumentSpan): string {
  const text = escapeHtml(spanText(span));
  if (span.kind === 'gap') return `<mark>${text}</mark>`;
  return span.kind === 'text' && span.strong ? `<strong>${text}</strong>` : text;
}

function htmlBlock(block: DocumentBlock): string {
  if ('caption' in block) return `<p align="center">${escapeHtml(block.caption)}</p>`;
  const inner = block.spans.map(htmlSpan).join('');
  if (block.kind === 'title') return `<h1>${inner}</h1>`;
  if (block.kind === 'heading') return `<h${block.level + 1}>${inner}</h${block.level + 1}>`;
  return `<p>${inner}</p>`;
}

/** For the clipboard: what Word and web editors take over with headings. */
export const html = (document: Document): string => document.blocks.map(htmlBlock).join('\n');
