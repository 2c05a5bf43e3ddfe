// One workbook checked: what comes of it, its line, its status. Runs in the main thread or a worker.
import type { Verdict } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Booklet } from '../facts/booklet.ts';
import { type Book, openBook } from '../review/book.ts';
import type { BookletReview } from '../review/booklet.ts';
import { REPORT } from '../review/report.ts';
import { type Review, type ReviewOptions, reviewOf } from '../review.ts';
import { capped } from './capped.ts';
import { elementsText } from './elements.ts';
import { type FileError, type FoundFile, OWN_COPY, openInput, type PassedOver } from './files.ts';
import { withPlaces } from './places.ts';
import { errorText, reportText } from './report.ts';
import { harmless } from './terminal.ts';
import { isTied, type TieOutcome, tieObject, tieReportText, tieStatus } from './tied.ts';
import { EXIT } from './verb.ts';

/** 一册 as it was read. */
export interface Read extends Pick<BookletReview, 'kind' | 'elements'> {
  readonly booklet: Booklet;
}

/** 核对结果 of one workbook, or why it could not be read. */
export type FileOutcome =
  | {
      readonly file: string;
      readonly review: Review;
      readonly text?: TieOutcome;
      /** Of a booklet: what it is, and which elements it gives. */
      readonly booklet?: Read;
      /** 体检报告 or 总览 that we wrote ourselves. */
      readonly ownReport?: boolean;
    }
  | { readonly file: string; readonly error: FileError };

/** The object of one workbook, as the interface prints it. */
export function checkObject(outcome: FileOutcome, all: boolean): unknown {
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { file: outcome.file, status: 'unreadable', error: { code, message } };
  }
  const { review, text, booklet } = outcome;
  const { year, region, department, tables, missing, figures } = review;
  const { counts, attention, suspects, halted, strange, movements } = review;
  const read = { year, region, department, tables, missing, figures, counts, attention, suspects };
  const object = {
    file: outcome.file,
    status: 'read',
    ...read,
    ...(halted && { halted }),
    ...(strange && { kept: strange }),
    ...(movements && { movements }),
    findings: all ? review.findings : review.told,
  };
  const tied = text && { text: tieObject(text) };
  if (!booklet) return { ...object, ...tied };
  const { elements, booklet: from } = booklet;
  // Offsets of another text are none of this file.
  const own = text?.text === outcome.file;
  return withPlaces({ ...object, ...(own && tied), elements }, from, own ? undefined : tied);
}

/** Why a file that nobody named gives no line; undefined where it gives one. */
export function passedOver(outcome: FileOutcome): PassedOver | undefined {
  if ('error' in outcome) return outcome.error.code === OWN_COPY.code ? 'copy' : undefined;
  const { review, booklet } = outcome;
  if (booklet) return booklet.kind === 'accounts' ? undefined : 'other';
  return review.tables.length === 0 && outcome.ownReport ? 'report' : undefined;
}

/** Whether something must be mended: broken, 强制, without an explanation. */
export const mustMend = ({ told }: Review): boolean =>
  told.some((f) => f.verdict === 'broken' && f.severity === 'error' && !f.explained);

/**
 * 退出码 of one file: that of the worst it says. A file without any official table counts as unread where it was
 * named, and as nothing where a folder happens to hold it.
 */
export function statusOf(outcome: FileOutcome, named: boolean): number {
  if ('error' in outcome) return EXIT.unread;
  const text = outcome.text ? tieStatus(outcome.text) : EXIT.fine;
  const known = outcome.booklet
    ? outcome.booklet.kind === 'accounts'
    : outcome.review.tables.length > 0;
  if (!known) return named ? EXIT.unread : text;
  return Math.max(text, mustMend(outcome.review) ? EXIT.broken : EXIT.fine);
}

const anyJudged = (counts: Readonly<Record<Verdict, number>>): boolean =>
  counts.exact + counts.rounding + counts.broken > 0;

/** Whether anything at all was compared with anything: a run in which nothing was is no good news. */
export function isJudged(outcome: FileOutcome): boolean {
  if ('error' in outcome) return false;
  const { review, text } = outcome;
  return anyJudged(review.counts) || (text !== undefined && isTied(text));
}

const INTERNAL: FileError = {
  code: 'internal',
  message: '核对时出错，原文件未改动。请把这个文件交给勾稽的维护人员。',
};

const OWN_SHEETS: ReadonlySet<string> = new Set([REPORT, '总览']);

/** A text held against a book; what reads texts is loaded where there is one. */
async function tiedText(book: Book, path: string, text: string): Promise<TieOutcome> {
  const [{ tieFile }, { tieIn }] = await Promise.all([
    import('./tie.ts'),
    import('../review/tie.ts'),
  ]);
  return tieFile(path, text, (given, limits) => tieIn(book, given, limits));
}

/** Tables and text of one file; another text given with `--text` comes in place of its own. */
async function checkBooklet(
  path: string,
  booklet: Booklet,
  catalogue: Catalogue,
  options: ReviewOptions,
  other: string | undefined,
): Promise<FileOutcome> {
  const { reviewBooklet } = await import('../review/booklet.ts');
  const { kind, book, review, text, elements } = reviewBooklet(booklet, catalogue, options);
  const read = { file: path, review, booklet: { kind, booklet, elements } };
  if (other !== undefined) return { ...read, text: await tiedText(book, path, other) };
  return text ? { ...read, text: { workbook: path, text: path, report: text } } : read;
}

/** 选项 of one file: those of the review, its text, and how long reading and reviewing may take each. */
interface CheckFileOptions extends ReviewOptions {
  readonly text?: string;
  readonly milliseconds?: number;
}

/**
 * Reads and checks one file, and its text where one belongs to it. Never throws: what stands in the way comes
 * back as its error; `internal` is a fault of ours, told on stderr with its place.
 */
export async function checkFile(
  { path, named }: FoundFile,
  catalogue: Catalogue,
  { text, milliseconds, ...options }: CheckFileOptions,
): Promise<FileOutcome> {
  const opened = await openInput(path, named, milliseconds);
  if ('code' in opened) return { file: path, error: opened };
  try {
    if (opened.booklet) return await checkBooklet(path, opened.booklet, catalogue, options, text);
    const reviewed = capped(() => {
      const book = openBook(opened.snapshot, catalogue, options);
      return { book, found: reviewOf(book) };
    }, milliseconds);
    if ('code' in reviewed) return { file: path, error: reviewed };
    const { book, found } = reviewed;
    const own = opened.snapshot.sheets.some((s) => OWN_SHEETS.has(s.name));
    const outcome = { file: path, review: found, ...(own && { ownReport: true }) };
    if (text === undefined) return outcome;
    return { ...outcome, text: await tiedText(book, path, text) };
  } catch (error) {
    // One workbook must not stop a thousand others.
    process.stderr.write(
      harmless(`${path}: ${error instanceof Error ? error.stack : String(error)}\n`),
    );
    return { file: path, error: INTERNAL };
  }
}

/** What is said of a file that is no disclosure of final accounts. */
const LEFT_ALONE = {
  budget: '这是部门预算公开，不是决算公开，没有核对。',
  other: '没有找到决算公开表，也没有找到决算情况说明，没有核对。请确认是不是这个文件。',
} as const;

/** What standard output gets for a workbook. */
export const printed = (outcome: FileOutcome, json: boolean, all: boolean): string => {
  if (json) return JSON.stringify(checkObject(outcome, all));
  if ('error' in outcome) return errorText(outcome.file, outcome.error);
  const { booklet, text } = outcome;
  if (booklet && booklet.kind !== 'accounts')
    return `${outcome.file}\n  ${LEFT_ALONE[booklet.kind]}`;
  const parts = [reportText(outcome.file, outcome.review, all)];
  if (text) parts.push(tieReportText(text));
  if (booklet) parts.push(elementsText(booklet.elements));
  return parts.join('\n');
};
