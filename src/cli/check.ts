// gouji check: each workbook read, reviewed and reported, in input order. What checks is loaded where it is done: of
// several files that is in other processes.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Division } from '../catalogue/regions.ts';
import {
  type FoundFile,
  findFiles,
  isSameFile,
  NOTHING_FOUND,
  NOTHING_JUDGED,
  type PassedOver,
  passedSentences,
  unsupportedIn,
} from './files.ts';
import { inTheWayOf, isInside, markedNames, withoutTwins } from './marked.ts';
import { OutFolder, reportNames } from './out/folder.ts';
import { type Finished, rowsIn } from './out/record.ts';
import type { OverviewRow } from './overview/row.ts';
import { doneInOrder } from './pool.ts';
import { RunProgress } from './progress.ts';
import type { Done, Task, TaskSettings } from './task.ts';
import { harmless } from './terminal.ts';
import { wrongUsage } from './usage.ts';
import { EXIT } from './verb.ts';

/** 选项 of gouji check, as the command line gives them. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly year?: number;
  readonly region?: Division;
  readonly last?: string;
  readonly text?: string;
  readonly rules?: string;
  readonly preset?: string;
  readonly jobs?: number;
  readonly resume?: boolean;
  readonly out?: string;
  readonly department?: string;
  readonly part?: RunPart;
  readonly since?: string;
  readonly marked?: string;
  readonly same?: string;
}

/** 批次: everything a run knows before it begins. */
interface Run {
  readonly settings: TaskSettings;
  readonly jobs: number;
  readonly out?: OutFolder;
  /** Rows of the run to compare with. */
  readonly before?: readonly OverviewRow[];
}

/** 分片: one share of several, counted from 1. */
export interface RunPart {
  readonly number: number;
  readonly of: number;
}

async function write(text: string): Promise<void> {
  const flowing = process.stdout.write(harmless(`${text}\n`));
  if (!flowing) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** 待查: a file with its place among all files of the run. */
interface Listed {
  readonly found: FoundFile;
  readonly index: number;
  readonly report: string;
  readonly marked?: string;
}

interface Plan {
  readonly tasks: readonly (Task & Listed)[];
  /** By file, where an earlier run has been. */
  readonly known: ReadonlyMap<string, Finished>;
}

async function planFor(files: readonly Listed[], out: OutFolder | undefined): Promise<Plan> {
  const tasks: Plan['tasks'][number][] = [];
  const known = new Map<string, Finished>();
  for (const file of files) {
    const finished = await out?.known(file.found.path);
    if (finished) known.set(file.found.path, finished);
    else if (out) tasks.push({ ...file, to: { name: file.report, path: out.path(file.report) } });
    else tasks.push(file);
  }
  return { tasks, known };
}

/** A file that we wrote ourselves. */
const isAside = ({ passed }: Done): boolean => passed === 'copy' || passed === 'report';

/** Notes what came of a file in the folder of the run; what could not be noted is told. */
async function keep(task: Listed, done: Done, out: OutFolder | undefined): Promise<void> {
  const { path } = task.found;
  if (done.unwritten) process.stderr.write(harmless(`${path}：${done.unwritten}\n`));
  const { index } = task;
  const { status, row, line = '' } = done;
  const again = done.again === true || done.unwritten !== undefined;
  const lost = await out?.record({ path, index, status, row, line, again, aside: isAside(done) });
  if (lost) process.stderr.write(harmless(`${path}：${lost}\n`));
}

/** Checks files one by one or several at once; returns the highest exit status. */
async function checkEach(files: readonly Listed[], run: Run): Promise<number> {
  const { settings, out } = run;
  const { tasks, known } = await planFor(files, out);
  const rows = new Map([...known].flatMap(([path, k]) => (k.aside ? [] : [[path, k.row]])));
  let status = Math.max(EXIT.fine, ...[...known.values()].map((k) => k.status));
  if (known.size > 0) process.stderr.write(`已核对过 ${known.size} 个，跳过。\n`);
  const progress = new RunProgress(tasks.length);
  const passed: Record<PassedOver, string[]> = { copy: [], report: [], other: [] };
  let count = 0;
  let [checked, judged] = [known.size, [...known.values()].filter((k) => !k.row.idle).length];
  for await (const done of doneInOrder(tasks, settings, run.jobs)) {
    const task = tasks[count]!;
    count += 1;
    progress.show(count);
    if (done.withoutLast) status = EXIT.unread;
    if (done.passed) passed[done.passed].push(task.found.path);
    else {
      checked += 1;
      if (!done.row.idle) judged += 1;
      status = Math.max(status, done.status);
      await write(done.text);
      if (done.trouble && settings.json)
        process.stderr.write(harmless(`${task.found.path}：${done.trouble}\n`));
    }
    if (!isAside(done)) rows.set(task.found.path, done.row);
    await keep(task, done, out);
  }
  progress.end();
  process.stderr.write(harmless(passedSentences(passed)));
  if (checked === 0) process.stderr.write(NOTHING_FOUND);
  // Of a file that could not be read at all its own line says why.
  else if (judged === 0 && [...rows.values()].some((row) => !row.error))
    process.stderr.write(NOTHING_JUDGED);
  if (judged === 0) status = EXIT.unread;
  const all = files.flatMap(({ found }) => rows.get(found.path) ?? []);
  const lost = await out?.close(all, run.before);
  if (lost) process.stderr.write(`${lost}\n`);
  return lost ? Math.max(status, EXIT.unread) : status;
}

/** The files of a run with their places, or the share that --part asks for. */
function listed(
  files: readonly FoundFile[],
  part: RunPart | undefined,
  marked: string | undefined,
): Listed[] {
  const names = reportNames(files);
  const copies = markedNames(files);
  const all = files.map((found, index) => ({
    found,
    index,
    report: names[index]!,
    ...(marked !== undefined && { marked: join(marked, copies[index]!) }),
  }));
  return part ? all.filter(({ index }) => index % part.of === part.number - 1) : all;
}

function refuseTogether(options: CheckOptions, count: number): void {
  const { last, text, part, department, since, out } = options;
  if (last !== undefined && count > 1) throw wrongUsage('用 --last 时只能核对一个工作簿。');
  if (options.same !== undefined && count !== 1)
    throw wrongUsage('用 --same 时只能核对一个文件，与它对照的写在 --same 后面。');
  if (text !== undefined && count > 1) throw wrongUsage('用 --text 时只能核对一个工作簿。');
  if (part && department !== undefined)
    throw wrongUsage('--part 与 --department 不能同时用：汇总要各单位都在。');
  if (since !== undefined && out === undefined)
    throw wrongUsage('--since 要与 --out 同用，变化写在总览里。');
}

async function rowsBefore(folder: string | undefined): Promise<OverviewRow[] | undefined> {
  if (folder === undefined) return undefined;
  const rows = await rowsIn(folder);
  if (!rows) throw wrongUsage(`“${folder}”里没有上次核对的记录，请写明上次 --out 的文件夹。`);
  return rows;
}

/** The folder of the run, ready to be written to; nothing without --out. */
async function openOut(
  options: CheckOptions,
  all: readonly FoundFile[],
  files: readonly Listed[],
  rules: string | undefined,
): Promise<OutFolder | undefined> {
  const { out: folder, year, region, preset, part, last, text, department } = options;
  if (folder === undefined) return undefined;
  const settings = { year, region: region?.name, rules, preset };
  const share = part && { part: `${part.number}/${part.of}` };
  const out = new OutFolder(folder, { settings, files: all.length, ...share });
  const others = [last, text, options.rules, department].filter((p) => p !== undefined);
  const inputs = [...all.map((f) => f.path), ...others];
  const trouble = await out.open(
    options.resume ?? false,
    files.map((f) => f.report),
    inputs,
  );
  if (trouble) throw wrongUsage(trouble);
  return out;
}

function settingsOf(
  { json = false, all = false, year, region, text, last }: CheckOptions,
  rules: string | undefined,
  preset: string | undefined,
): TaskSettings {
  return {
    json,
    all,
    ...(year !== undefined && { year }),
    ...(region && { region }),
    ...(rules !== undefined && { rules }),
    ...(preset !== undefined && { preset }),
    ...(text !== undefined && { text }),
    ...(last !== undefined && { former: last }),
  };
}

/** Text of the user's own rules and 计分预设, both found to be in order. */
async function chosen({
  rules,
  preset,
}: CheckOptions): Promise<{ rules?: string | undefined; preset?: string | undefined }> {
  if (rules === undefined && preset === undefined) return {};
  const { presetNamed, rulesIn } = await import('./own-rules.ts');
  const [catalogue, text] = await rulesIn(rules);
  return { rules: text, preset: presetNamed(preset, catalogue) };
}

/** The sum of the units, after each was checked itself; returns its status. */
async function checkSum(
  department: string,
  files: readonly FoundFile[],
  settings: TaskSettings,
): Promise<number> {
  const { json, all } = settings;
  const [{ checkDepartment }, { checkObject, printed }, { catalogueOf }] = await Promise.all([
    import('./department.ts'),
    import('./outcome.ts'),
    import('./task.ts'),
  ]);
  const catalogue = await catalogueOf(settings);
  const { outcome, status } = await checkDepartment(department, files, catalogue, settings);
  await write(
    json
      ? JSON.stringify({ aggregate: checkObject(outcome, all) })
      : `汇总核对：${printed(outcome, false, all)}`,
  );
  return status;
}

/**
 * gouji check: checks all inputs in their order and prints what comes of each; gives the exit status, the
 * worst of all. Wrong usage is thrown before anything is written.
 */
export async function checkAll(inputs: readonly string[], options: CheckOptions): Promise<number> {
  const { department } = options;
  const { rules, preset } = await chosen(options);
  const within = await findFiles(inputs, options.out);
  const outside = within.filter((f) => f.named || !isInside(options.marked, f.path));
  const found = await withoutTwins(outside);
  refuseTogether(options, found.length);
  const unread = await unsupportedIn(inputs, options.out);
  if (unread) process.stderr.write(harmless(unread));
  const apart = department !== undefined && !found.some((f) => isSameFile(f.path, department));
  const all = apart ? [...found, { path: department, named: true }] : found;
  const files = listed(all, options.part, options.marked);
  if (options.marked !== undefined) {
    const trouble = await inTheWayOf(options.marked, markedNames(all));
    if (trouble) throw wrongUsage(trouble);
  }
  const before = await rowsBefore(options.since);
  const settings = settingsOf(options, rules, preset);
  const out = await openOut(options, all, files, rules);
  const run = {
    settings,
    jobs: options.jobs ?? Math.min(availableParallelism(), 4),
    ...(out && { out }),
    ...(before && { before }),
  };
  let status = await checkEach(files, run);
  if (options.same !== undefined) {
    const { compareFiles, samePrinted, sameStatus } = await import('./same.ts');
    const { catalogueOf } = await import('./task.ts');
    const catalogue = await catalogueOf(settings);
    const outcome = await compareFiles(all[0]!.path, options.same, catalogue, settings);
    await write(samePrinted(outcome, settings.json));
    status = Math.max(status, sameStatus(outcome));
  }
  if (department !== undefined)
    status = Math.max(status, await checkSum(department, all, settings));
  return status;
}
