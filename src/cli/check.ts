// gouji check: each workbook read, reviewed and reported, in input order.
import { CATALOGUE, type Catalogue } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import { type Review, type ReviewOptions, review } from '../review.ts';
import { type FileError, type FoundFile, findFiles, openFile } from './files.ts';
import { errorText, reportText } from './report.ts';
import { EXIT, regionOption, type Verb, yearOption } from './verb.ts';

export interface CheckOptions extends ReviewOptions {
  readonly json: boolean;
  readonly all: boolean;
}

type Outcome =
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

function statusOf(outcome: Outcome, found: FoundFile): number {
  if ('error' in outcome) return EXIT.unread;
  if (outcome.review.tables.length === 0) return found.named ? EXIT.unread : EXIT.fine;
  const wrong = outcome.review.findings.some(
    (f) => f.verdict === 'broken' && f.severity === 'error' && !f.explained,
  );
  return wrong ? EXIT.broken : EXIT.fine;
}

async function checkFile(
  path: string,
  catalogue: Catalogue,
  options: CheckOptions,
): Promise<Outcome> {
  const opened = await openFile(path);
  if ('code' in opened) return { file: path, error: opened };
  try {
    return { file: path, review: review(opened, catalogue, options) };
  } catch (error) {
    // One workbook must not stop a thousand others.
    process.stderr.write(`${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return {
      file: path,
      error: {
        code: 'internal',
        message: '核对时出错，原文件未改动。请把这个文件交给勾稽的维护人员。',
      },
    };
  }
}

/** Checks files and folders; returns the exit status. */
export async function checkAll(
  inputs: readonly string[],
  catalogue: Catalogue,
  options: CheckOptions,
): Promise<number> {
  const files = await findFiles(inputs);
  let status: number = EXIT.fine;
  const showProgress = process.stderr.isTTY && files.length > 1;
  for (const [i, found] of files.entries()) {
    if (showProgress) process.stderr.write(`\r${i + 1}/${files.length} `);
    const outcome = await checkFile(found.path, catalogue, options);
    status = Math.max(status, statusOf(outcome, found));
    const text = options.json
      ? JSON.stringify(checkObject(outcome, options.all))
      : 'error' in outcome
        ? errorText(found.path, outcome.error)
        : reportText(found.path, outcome.review, options.all);
    process.stdout.write(`${text}\n`);
    if ('error' in outcome && options.json)
      process.stderr.write(`${found.path}：${outcome.error.message}\n`);
  }
  if (showProgress) process.stderr.write('\r');
  if (files.length === 0) process.stderr.write('没有找到工作簿（.xlsx、.xlsm、.xls、.ods）。\n');
  return status;
}

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly year?: number;
  readonly region?: Region;
}

export const check: Verb = (gouji, exit) => {
  gouji
    .command('check')
    .description('核对工作簿：表内、表间的勾稽关系')
    .argument('<文件或文件夹...>')
    .option('--json', '每个工作簿一行 JSON')
    .option('--all', '相符的也列出')
    .option('--year <年度>', '按这一年度的规程核对', yearOption)
    .option('--region <地区>', '按这一地区的规程核对', regionOption)
    .action(async (inputs: string[], { json = false, all = false, ...options }: Options) => {
      exit(await checkAll(inputs, CATALOGUE, { ...options, json, all }));
    });
};
