// gouji tie: texts read against a workbook and against themselves, in input order.
import type { Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import { openAnyText } from '../hosts/text.ts';
import { simplified } from '../hosts/traditional.ts';
import type { ForeignText } from '../narrative/first-reading.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import { type Book, openBook, type ReviewOptions } from '../review/book.ts';
import { type TieLimits, within } from '../review/portions.ts';
import { tieAlone, tieIn } from '../review/tie.ts';
import { refuseCorrected, writeCorrected } from './corrected.ts';
import { type FileError, MOST_BYTES, openFile, openLast, readWithin } from './files.ts';
import { rulesIn } from './own-rules.ts';
import { harmless } from './terminal.ts';
import { isTied, type TieOutcome, tieObject, tieReportText, tieStatus } from './tied.ts';
import { EXIT } from './verb.ts';

/** One text may take so many milliseconds. */
const TIME = 60_000;

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

const NOTHING_TIED = '文稿里没有一个数核对得了。请确认文稿是不是这一份，或连同决算表一起核对。';

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
