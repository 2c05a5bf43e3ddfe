// 自评文字成册: the 自评报告 of the whole and the 综述 of each project of a workbook as one file. Knows what
// is written of each table; knows no file format.
import { type Document, type DocumentBlock, spansText } from '../narrative/document.ts';
import type { Book } from './book.ts';
import { evaluationTexts } from './evaluation-text.ts';
import type { Manuscript, PrintOptions } from './manuscript.ts';
import { performanceOf } from './performance.ts';

const SUMMARIES = '项目绩效自评综述';

const titled = (title: string, documents: readonly Document[]): Document => ({
  blocks: [
    { kind: 'title', spans: [{ kind: 'text', text: title }] },
    ...documents.flatMap((d): readonly DocumentBlock[] => d.blocks),
  ],
});

/** 自评文字 of a workbook; undefined where no 自评表 stands in it. */
export function evaluationManuscript(
  book: Book,
  options: Pick<PrintOptions, 'slots' | 'final'> = {},
): Manuscript | undefined {
  const writings = evaluationTexts(performanceOf(book), options.slots);
  const of = (kind: string) => writings.filter((w) => w.kind === kind).map((w) => w.document);
  const [reports, summaries] = [of('自评报告'), of('综述')];
  const documents = [...reports, ...(summaries.length > 0 ? [titled(SUMMARIES, summaries)] : [])];
  const first = documents[0]?.blocks[0];
  if (!first) return undefined;
  return {
    title: first.kind === 'title' ? spansText(first.spans) : SUMMARIES,
    parts: documents.map((document) => ({ kind: 'text', document })),
    charts: [],
    final: options.final ?? false,
  };
}
