// gouji write: the text of a workbook, or the whole booklet, as Word, Markdown or plain text.
import { extname } from 'node:path';
import type { Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import type { Snapshot } from '../facts/grid.ts';
import { type Document, gapsOf, markdown, plainText } from '../narrative/document.ts';
import { type Book, openBook } from '../review/book.ts';
import { evaluationManuscript } from '../review/evaluation-manuscript.ts';
import {
  type Manuscript,
  manuscriptIn,
  openGaps,
  type PrintOptions,
} from '../review/manuscript.ts';
import { openFile } from './files.ts';
import { writeNew } from './out/file.ts';
import { presetNamed, rulesIn } from './own-rules.ts';
import { harmless } from './terminal.ts';
import { EXIT } from './verb.ts';

/** 选项 of gouji write, as the command line gives them. */
export interface WriteOptions {
  readonly last?: string;
  readonly out?: string;
  readonly final?: boolean;
  readonly booklet?: boolean;
  readonly evaluation?: boolean;
  readonly preset?: string;
  readonly year?: number;
  readonly region?: Division;
  readonly rules?: string;
}

const say = (line: string): void => {
  process.stderr.write(harmless(`${line}\n`));
};

const documentsIn = ({ parts }: Manuscript): Document[] =>
  parts.flatMap((p) => (p.kind === 'text' ? [p.document] : []));

/** The file in the form its name asks for; undefined for a name of another kind. */
async function contentOf(
  kind: string,
  given: Manuscript,
): Promise<Uint8Array | string | undefined> {
  const documents = documentsIn(given);
  if (kind === '.md') return documents.map(markdown).join('\n');
  if (kind === '.txt') return `${documents.map((d) => plainText(d).text).join('\n')}\n`;
  if (kind !== '.docx') return undefined;
  // The library comes with the first Word file.
  const { writeDocx } = await import('../hosts/docx/write.ts');
  const written = await writeDocx(given);
  return written.ok ? written.bytes : undefined;
}

async function opened(path: string): Promise<Snapshot | undefined> {
  const result = await openFile(path);
  if (!('code' in result)) return result;
  say(`${path}：${result.message}`);
  return undefined;
}

/** A name that no text can have, or a booklet in a form without tables; undefined when all is well. */
function wrongUsage({ out, booklet, evaluation, preset }: WriteOptions): string | undefined {
  const kind = out === undefined ? '.md' : extname(out).toLowerCase();
  if (!['.docx', '.md', '.txt'].includes(kind))
    return '说明写成 .docx、.md 或 .txt 文件，请改 --out 的文件名。';
  if (booklet && kind !== '.docx') return '整册含决算表，只能写成 Word，请把 --out 写成 “….docx”。';
  if (booklet && evaluation) return '--booklet 与 --evaluation 不能同时用，请分两次写。';
  if (preset !== undefined && !evaluation) return '--preset 要与 --evaluation 同用。';
  return undefined;
}

const holdsTables = ({ read }: Book): boolean => read.tables.some((t) => /^表\d$/.test(t.form));

const NO_TABLES = '没有找到决算公开表。勾稽按表名和表头识别，例如“收入支出决算总表”。';
const NO_EVALUATIONS =
  '没有找到绩效自评表。勾稽按表名和表头识别，例如“部门整体绩效自评表”“项目支出绩效自评表”。';

/** What is asked for, or why it cannot be written. */
function asked(
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: PrintOptions & Pick<WriteOptions, 'evaluation'>,
): Manuscript | string {
  const book = openBook(snapshot, catalogue, options);
  if (options.evaluation) return evaluationManuscript(book, options) ?? NO_EVALUATIONS;
  return holdsTables(book) ? manuscriptIn(book, options) : NO_TABLES;
}

const IN_SUPPLEMENT =
  '数值和原因请填在工作簿的“补充资料”表（gouji blank 写出的工作簿里有它的样子）。';
const WORDS_IN_SUPPLEMENT =
  '表里能填的（未完成原因、改进措施）请填在自评表里；其余写在“补充资料”表：项目栏写冒号前的名称，文字写在说明栏。也可以在窗格“绩效”里直接填。';

/** 待填 in words; of several 自评表 each gap with the row of 补充资料 that it is kept under. */
function listGaps(given: Manuscript, evaluation: boolean): void {
  const named = documentsIn(given).flatMap(gapsOf);
  const wanted = evaluation
    ? named.map((g) => `${g.key.replace(/·说明$/, '')}：${g.wanted}`)
    : openGaps(given);
  for (const line of wanted) say(`  ${line}`);
  say(evaluation ? WORDS_IN_SUPPLEMENT : IN_SUPPLEMENT);
}

/** Writes the text; returns the exit status. */
export async function writeText(workbook: string, options: WriteOptions): Promise<number> {
  const { out, final = false } = options;
  const wrong = wrongUsage(options);
  if (wrong) say(wrong);
  if (wrong) return EXIT.usage;
  const [catalogue] = await rulesIn(options.rules);
  presetNamed(options.preset, catalogue);
  const snapshot = await opened(workbook);
  const last = options.last === undefined ? undefined : await opened(options.last);
  if (!snapshot || (options.last !== undefined && !last)) return EXIT.unread;
  const given = asked(snapshot, catalogue, { ...options, final, last });
  if (typeof given === 'string') say(`${workbook}：${given}`);
  if (typeof given === 'string') return EXIT.unread;
  const gaps = openGaps(given);
  if (final && gaps.length > 0) {
    say(`还有 ${gaps.length} 处没有填写，不能写出定稿：`);
    listGaps(given, options.evaluation ?? false);
    return EXIT.broken;
  }
  const content = (await contentOf(out ? extname(out).toLowerCase() : '.md', given)) ?? '';
  if (out === undefined) process.stdout.write(content);
  const trouble = out === undefined ? undefined : await writeNew(out, content);
  if (trouble) say(trouble);
  if (trouble) return EXIT.usage;
  if (gaps.length > 0) say(`这是草稿，还有 ${gaps.length} 处【待填】。`);
  return EXIT.fine;
}
