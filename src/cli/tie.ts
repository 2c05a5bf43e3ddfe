// gouji tie: texts read against a workbook and against themselves, in input order.
import { VERDICT_NAMES } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import { openAnyText } from '../hosts/text.ts';
import { simplified } from '../hosts/traditional.ts';
import type { ForeignText } from '../narrative/first-reading.ts';
import { type OpenGroup, openGroups } from '../narrative/readings/open.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import { type Book, openBook, type ReviewOptions } from '../review/book.ts';
import { type TieLimits, within } from '../review/portions.ts';
import { tieAlone, tieIn } from '../review/tie.ts';
import { refuseCorrected, writeCorrected } from './corrected.ts';
import { type FileError, MOST_BYTES, openFile, openLast, readWithin } from './files.ts';
import { rulesIn } from './own-rules.ts';
import { harmless } from './terminal.ts';
import { EXIT } from './verb.ts';

/** One text may take so many milliseconds. */
const TIME = 60_000;

/** 文稿核对结果 of one text. */
export type TieOutcome =
  | { readonly workbook: string; readonly text: string; readonly report: TieReport }
  | { readonly workbook: string; readonly text: string; readonly error: FileError };

/** Reads one text and ties it out; what stands in the way comes back as a value. */
export async function tieFile(
  workbook: string,
  path: string,
  tied: (text: ForeignText, limits: TieLimits) => TieReport,
): Promise<TieOutcome> {
  const place = { workbook, text: path };
  const bytes = await readWithin(path, MOST_BYTES);
  if ('code' in bytes) {
    const missing = bytes.code === 'not-found' && { message: '没有这个文稿，请检查路径。' };
    return { ...place, error: { ...bytes, ...missing } };
  }
  const opened = await openAnyText(bytes, path);
  if (!opened.ok) return { ...place, error: opened.error };
  try {
    const reading = await simplified(opened.text);
    return { ...place, report: tied({ ...opened, ...(reading && { reading }) }, within(TIME)) };
  } catch (error) {
    process.stderr.write(
      harmless(`${path}: ${error instanceof Error ? error.stack : String(error)}\n`),
    );
    const message = '核对文稿时出错，原文件未改动。请把这个文件交给勾稽的维护人员。';
    return { ...place, error: { code: 'internal', message } };
  }
}

/** The object of one text, as the interface prints it. */
export function tieObject(outcome: TieOutcome): unknown {
  const { workbook, text } = outcome;
  if ('error' in outcome) return { workbook, text, status: 'unreadable', error: outcome.error };
  return { workbook, text, status: 'read', ...outcome.report };
}

/**
 * 退出码 of one text: broken where a number or a finding of the severity 强制 is 不符, unread where the text or its
 * numbers could not be read.
 */
export function tieStatus(outcome: TieOutcome): number {
  if ('error' in outcome || outcome.report.unread) return EXIT.unread;
  const all = [...outcome.report.numbers, ...outcome.report.findings];
  const wrong = all.some((n) => n.verdict === 'broken' && n.severity === 'error');
  return wrong ? EXIT.broken : EXIT.fine;
}

/** Whether any number of the text was held against anything, or anything was found in it. */
export function isTied(outcome: TieOutcome): boolean {
  if ('error' in outcome) return false;
  const { counts, findings } = outcome.report;
  return counts.exact + counts.rounding + counts.broken + findings.length > 0;
}

const NOTHING_TIED = '文稿里没有一个数核对得了。请确认文稿是不是这一份，或连同决算表一起核对。';

/** 文稿核对报告 as text. */
export function tieReportText(outcome: TieOutcome): string {
  if ('error' in outcome) return `${outcome.text}\n  ${outcome.error.message}`;
  const { counts, numbers, findings, unread } = outcome.report;
  const { exact, rounding, broken, unknown } = counts;
  const head = `  ${numbers.length} 个数字：相符 ${exact} · 尾差 ${rounding} · 不符 ${broken} · 未核对 ${unknown}`;
  const wrong = numbers
    .filter((n) => n.verdict === 'broken' || n.verdict === 'rounding')
    .map((n) => ({ start: n.start, line: `${VERDICT_NAMES[n.verdict]}  ${n.rule} ${n.message}` }));
  const others = findings.map((f) => ({
    start: f.start,
    line: `${VERDICT_NAMES[f.verdict]}  ${f.rule} ${f.message}`,
  }));
  const lines = [...wrong, ...others].sort((a, b) => a.start - b.start).map((x) => `  ${x.line}`);
  const open = openGroups(outcome.report).map(openLine);
  const rest = unread ? [`  ${unread.message}`] : [];
  return [outcome.text, head, ...rest, ...lines, ...open].join('\n');
}

/** So many numbers of a group are shown; the rest are counted. */
const SHOWN = 8;

/** 未核对  上年数没有写出（3）：5.6%、1次、58% */
function openLine({ words, numbers }: OpenGroup): string {
  const shown = numbers.slice(0, SHOWN).map((n) => n.text.replace(/\s+/g, ''));
  const more = numbers.length > SHOWN ? '…' : '';
  return `  未核对  ${words}（${numbers.length}）：${shown.join('、')}${more}`;
}

/** 选项 of gouji tie, as the command line gives them. */
export interface TieOptions {
  readonly json?: boolean;
  readonly year?: number;
  readonly region?: Division;
  readonly last?: string;
  readonly rules?: string;
  readonly corrected?: string;
}

/** The workbook that texts are held against; `-` means each against itself only. */
async function bookNamed(
  path: string,
  catalogue: Catalogue,
  options: ReviewOptions,
): Promise<Book | undefined | FileError> {
  if (path === '-') return undefined;
  const opened = await openFile(path);
  return 'code' in opened ? opened : openBook(opened, catalogue, options);
}

/** Says so where a workbook holds nothing that a text could be held against. */
function toldOfNoTables(path: string, { read }: Book): boolean {
  if (read.tables.length > 0) return false;
  process.stderr.write(harmless(`${path}：没有找到决算公开表，文稿只核对了前后是否一致。\n`));
  return true;
}

/** Ties texts out; returns the exit status. */
export async function tieAll(
  path: string,
  texts: readonly string[],
  { json, last, rules, corrected, ...chosen }: TieOptions,
): Promise<number> {
  if (corrected !== undefined) await refuseCorrected(corrected, texts);
  const [catalogue] = await rulesIn(rules);
  const former = await openLast(last);
  const options: ReviewOptions = { ...chosen, ...(former && { last: former }) };
  const book = await bookNamed(path, catalogue, options);
  let status: number = last !== undefined && !former ? EXIT.unread : EXIT.fine;
  if (book && 'code' in book) process.stderr.write(harmless(`${path}：${book.message}\n`));
  else if (book && toldOfNoTables(path, book)) status = EXIT.unread;
  const tied = (given: ForeignText, limits: TieLimits) =>
    book && !('code' in book)
      ? tieIn(book, given, limits)
      : tieAlone(given, catalogue, options, limits);
  for (const text of texts) {
    const outcome: TieOutcome =
      book && 'code' in book
        ? { workbook: path, text, error: book }
        : await tieFile(path, text, tied);
    status = Math.max(status, tieStatus(outcome));
    const idle = 'report' in outcome && !isTied(outcome);
    if (idle) process.stderr.write(harmless(`${text}：${NOTHING_TIED}\n`));
    if (idle) status = EXIT.unread;
    process.stdout.write(
      harmless(`${json ? JSON.stringify(tieObject(outcome)) : tieReportText(outcome)}\n`),
    );
    if (corrected !== undefined && 'report' in outcome)
      status = Math.max(status, await writeCorrected(corrected, text, outcome.report));
    if (json && 'error' in outcome && !(book && 'code' in book))
      process.stderr.write(harmless(`${text}：${outcome.error.message}\n`));
  }
  return status;
}
