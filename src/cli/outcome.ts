// One workbook checked: what comes of it, its line, its status. Runs in the main thread or a worker.
import type { Catalogue } from '../catalogue/index.ts';
import { type Review, type ReviewOptions, review } from '../review.ts';
import { type FileError, type FoundFile, openFile } from './files.ts';
import { errorText, reportText } from './report.ts';
import { EXIT } from './verb.ts';

/** 核对结果 of one workbook, or why it could not be read. */
export type Outcome =
  | { readonly file: string; readonly review: Review }
  | { readonly file: string; readonly error: FileError };

/** The object of one workbook, as the interface prints it. */
export function checkObject(outcome: Outcome, all: boolean): unknown {
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { file: outcome.file, status: 'unreadable', error: { code, message } };
  }
  const { findings, ...rest } = outcome.review;
  const shown = findings.filter((f) => all || f.verdict !== 'exact');
  return { file: outcome.file, status: 'read', ...rest, findings: shown };
}

/** Whether something must be mended: broken, 强制, without an explanation. */
export const mustMend = ({ findings }: Review): boolean =>
  findings.some((f) => f.verdict === 'broken' && f.severity === 'error' && !f.explained);

export function statusOf(outcome: Outcome, named: boolean): number {
  if ('error' in outcome) return EXIT.unread;
  if (outcome.review.tables.length === 0) return named ? EXIT.unread : EXIT.fine;
  return mustMend(outcome.review) ? EXIT.broken : EXIT.fine;
}

export const INTERNAL: FileError = {
  code: 'internal',
  message: '核对时出错，原文件未改动。请把这个文件交给勾稽的维护人员。',
};

export async function checkFile(
  { path }: FoundFile,
  catalogue: Catalogue,
  options: ReviewOptions,
): Promise<Outcome> {
  const opened = await openFile(path);
  if ('code' in opened) return { file: path, error: opened };
  try {
    return { file: path, review: review(opened, catalogue, options) };
  } catch (error) {
    // One workbook must not stop a thousand others.
    process.stderr.write(`${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return { file: path, error: INTERNAL };
  }
}

/** What standard output gets for a workbook. */
export const printed = (outcome: Outcome, json: boolean, all: boolean): string => {
  if (json) return JSON.stringify(checkObject(outcome, all));
  return 'error' in outcome
    ? errorText(outcome.file, outcome.error)
    : reportText(outcome.file, outcome.review, all);
};
