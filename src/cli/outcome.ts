// One workbook checked: what comes of it, its line, its status. Runs in the main thread or a worker.
import type { Catalogue } from '../catalogue/index.ts';
import { openBook } from '../review/book.ts';
import { tieIn } from '../review/tie.ts';
import { type Review, type ReviewOptions, reviewOf } from '../review.ts';
import { type FileError, type FoundFile, openFile } from './files.ts';
import { errorText, reportText } from './report.ts';
import { type TieOutcome, tieFile, tieObject, tieReportText, tieStatus } from './tie.ts';
import { EXIT } from './verb.ts';

/** 核对结果 of one workbook, or why it could not be read. */
export type Outcome =
  | { readonly file: string; readonly review: Review; readonly text?: TieOutcome }
  | { readonly file: string; readonly error: FileError };

/** The object of one workbook, as the interface prints it. */
export function checkObject(outcome: Outcome, all: boolean): unknown {
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { file: outcome.file, status: 'unreadable', error: { code, message } };
  }
  const { review, text } = outcome;
  const { year, region, department, tables, missing, figures, counts, suspects, movements } =
    review;
  const read = { year, region, department, tables, missing, figures, counts, suspects };
  return {
    file: outcome.file,
    status: 'read',
    ...read,
    ...(movements && { movements }),
    findings: all ? review.findings : review.told,
    ...(text && { text: tieObject(text) }),
  };
}

/** Whether something must be mended: broken, 强制, without an explanation. */
export const mustMend = ({ told }: Review): boolean =>
  told.some((f) => f.verdict === 'broken' && f.severity === 'error' && !f.explained);

export function statusOf(outcome: Outcome, named: boolean): number {
  if ('error' in outcome) return EXIT.unread;
  const text = outcome.text ? tieStatus(outcome.text) : EXIT.fine;
  if (outcome.review.tables.length === 0) return named ? EXIT.unread : text;
  return Math.max(text, mustMend(outcome.review) ? EXIT.broken : EXIT.fine);
}

export const INTERNAL: FileError = {
  code: 'internal',
  message: '核对时出错，原文件未改动。请把这个文件交给勾稽的维护人员。',
};

export async function checkFile(
  { path }: FoundFile,
  catalogue: Catalogue,
  { text, ...options }: ReviewOptions & { readonly text?: string },
): Promise<Outcome> {
  const opened = await openFile(path);
  if ('code' in opened) return { file: path, error: opened };
  try {
    const book = openBook(opened, catalogue, options);
    const found = reviewOf(book);
    if (text === undefined) return { file: path, review: found };
    const tied = await tieFile(path, text, (given) => tieIn(book, given));
    return { file: path, review: found, text: tied };
  } catch (error) {
    // One workbook must not stop a thousand others.
    process.stderr.write(`${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return { file: path, error: INTERNAL };
  }
}

/** What standard output gets for a workbook. */
export const printed = (outcome: Outcome, json: boolean, all: boolean): string => {
  if (json) return JSON.stringify(checkObject(outcome, all));
  if ('error' in outcome) return errorText(outcome.file, outcome.error);
  const report = reportText(outcome.file, outcome.review, all);
  return outcome.text ? `${report}\n${tieReportText(outcome.text)}` : report;
};
