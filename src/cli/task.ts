// The work on one file of many, from its path to its line: what a worker is given and gives back. All
// of it is plain data.
import { CATALOGUE, type Catalogue } from '../catalogue/index.ts';
import type { Division } from '../catalogue/regions.ts';
import type { Review } from '../review.ts';
import { type FileError, type FoundFile, openLast, type PassedOver } from './files.ts';
import { writeMarked } from './marked.ts';
import { writeReport } from './out/folder.ts';
import { checkFile, type FileOutcome, passedOver, printed, statusOf } from './outcome.ts';
import { type OverviewRow, overviewRow, rowPassedOver } from './overview/row.ts';
import { EXIT } from './verb.ts';

/** 批次设定: the same for every file of a run. */
export interface TaskSettings {
  readonly json: boolean;
  readonly all: boolean;
  readonly year?: number;
  readonly region?: Division;
  /** Text of the user's own rules. */
  readonly rules?: string;
  /** 计分预设 for the performance tables. */
  readonly preset?: string;
  /** Path of last year's accounts, to be opened where the file is checked. */
  readonly former?: string;
  /** Path of the text that belongs to the one workbook. */
  readonly text?: string;
}

/** 待办: one file, and where its report goes. */
export interface Task {
  readonly found: FoundFile;
  readonly to?: { readonly name: string; readonly path: string };
  /** Where its copy with notes goes. */
  readonly marked?: string;
}

/** 已办: what is printed, the exit status, and the row of the overview. */
export interface Done {
  readonly text: string;
  readonly status: number;
  readonly trouble?: string;
  /** What failed may go well another time: not recorded as done, so that --resume tries again. */
  readonly again?: boolean;
  /** The report could not be written: told, and not recorded as done. */
  readonly unwritten?: string;
  /** A folder happens to hold it: it gives no line, and those of a kind are told once for all of them. */
  readonly passed?: PassedOver;
  /** Last year's accounts could not be read: told, and the file checked without them. */
  readonly withoutLast?: true;
  readonly row: OverviewRow;
  /** Its line of JSON, where results are kept. */
  readonly line?: string;
}

/** The catalogue of a run; the user's rules were found to be in order before it began. */
export async function catalogueOf({ rules }: Pick<TaskSettings, 'rules'>): Promise<Catalogue> {
  if (rules === undefined) return CATALOGUE;
  const { readOwnRules } = await import('../review/own-rules.ts');
  const own = readOwnRules(rules, CATALOGUE);
  return own.ok ? own.catalogue : CATALOGUE;
}

/** 体检报告 as a workbook. */
async function reportBook(review: Review): Promise<Uint8Array> {
  const [{ createWorkbook }, { reportSheets }] = await Promise.all([
    import('../hosts/xlsx/create.ts'),
    import('../review/report.ts'),
  ]);
  return createWorkbook(reportSheets(review, new Date()));
}

/** What people are told beside the JSON: the workbook or its text could not be read. */
function troubleIn(outcome: FileOutcome): Pick<Done, 'trouble'> {
  if ('error' in outcome) return { trouble: outcome.error.message };
  const { text } = outcome;
  return text && 'error' in text ? { trouble: `文稿“${text.text}”：${text.error.message}` } : {};
}

/** Reasons that pass: too slow this time, no right to read, gone for a moment. */
const PASSING: ReadonlySet<string> = new Set(['timeout', 'internal', 'not-found']);

async function doneWith(
  { found, to, marked }: Task,
  outcome: FileOutcome,
  settings: TaskSettings,
): Promise<Done> {
  const passed = found.named ? undefined : passedOver(outcome);
  if (passed) return { text: '', status: EXIT.fine, passed, row: rowPassedOver(found.path) };
  const content = to && 'review' in outcome ? await reportBook(outcome.review) : undefined;
  const lost = to && content && (await writeReport(to.path, content));
  const unmarked = marked && (await writeMarked(marked, outcome));
  const unwritten = lost || unmarked || undefined;
  const status = statusOf(outcome, found.named);
  return {
    text: printed(outcome, settings.json, settings.all),
    status: unwritten ? Math.max(status, EXIT.unread) : status,
    ...troubleIn(outcome),
    ...(unwritten && { unwritten }),
    ...('error' in outcome && PASSING.has(outcome.error.code) && { again: true }),
    row: overviewRow(outcome, content && !unwritten ? to?.name : ''),
    ...(to && { line: printed(outcome, true, settings.all) }),
  };
}

/** What is said of a file whose worker gave up. */
export const failed = (task: Task, error: FileError, settings: TaskSettings): Promise<Done> =>
  doneWith(task, { file: task.found.path, error }, settings);

/**
 * Checks one file and writes what was asked for. What stands in the way of the file, of 上年决算 or of its report
 * is told in what it gives.
 */
export async function perform(
  task: Task,
  catalogue: Catalogue,
  settings: TaskSettings,
): Promise<Done> {
  const { year, region, preset, text } = settings;
  const last = await openLast(settings.former);
  const outcome = await checkFile(task.found, catalogue, {
    ...(last && { last }),
    ...(year !== undefined && { year }),
    ...(region && { region }),
    ...(preset !== undefined && { preset }),
    ...(text !== undefined && { text }),
  });
  const done = await doneWith(task, outcome, settings);
  return settings.former !== undefined && !last ? { ...done, withoutLast: true } : done;
}
