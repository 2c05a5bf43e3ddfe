// gouji check: each workbook read, reviewed and reported, in input order.
import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import type { Catalogue } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import type { Snapshot } from '../facts/grid.ts';
import { checkDepartment, isSameFile } from './department.ts';
import { type FoundFile, findFiles, openLast } from './files.ts';
import { OutFolder } from './out/folder.ts';
import { checkFile, checkObject, printed } from './outcome.ts';
import type { OverviewRow } from './overview.ts';
import { presetNamed, rulesIn } from './own-rules.ts';
import { inOrder } from './pool.ts';
import { type Done, doneWith, perform, type Settings, type Task } from './task.ts';
import { wrongUsage } from './usage.ts';
import { EXIT, regionOption, type Verb, yearOption } from './verb.ts';

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly year?: number;
  readonly region?: Region;
  readonly last?: string;
  readonly text?: string;
  readonly rules?: string;
  readonly preset?: string;
  readonly jobs?: number;
  readonly resume?: boolean;
  readonly out?: string;
  readonly department?: string;
}

/** 批次: everything a run knows before it begins. */
interface Run {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly jobs: number;
  readonly last?: Snapshot;
  readonly out?: OutFolder;
}

function jobsOption(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('应为同时核对的文件数，例如 4。');
  return Number(text);
}

async function write(text: string): Promise<void> {
  const flowing = process.stdout.write(`${text}\n`);
  if (!flowing) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** Kinds that libraries read: one alone may exhaust memory. */
const HEAVY = /\.(?:xls|et|ods|pdf)$/i;

/** One workbook is done here; several, and what may be too much for a process, in processes of their own. */
async function* doneInOrder(tasks: readonly Task[], run: Run): AsyncGenerator<Done> {
  const { settings, catalogue, jobs, last } = run;
  if (!last && (tasks.length > 1 || tasks.some((t) => HEAVY.test(t.found.path)))) {
    yield* inOrder(tasks, settings, jobs);
    return;
  }
  for (const task of tasks) {
    if (!last) yield await perform(task, catalogue, settings);
    else {
      const outcome = await checkFile(task.found, catalogue, { ...settings, last });
      yield await doneWith(task, outcome, settings);
    }
  }
}

interface Plan {
  readonly tasks: readonly Task[];
  /** By file, where an earlier run has been. */
  readonly known: ReadonlyMap<string, { readonly status: number; readonly row: OverviewRow }>;
}

async function planFor(files: readonly FoundFile[], out: OutFolder | undefined): Promise<Plan> {
  const tasks: Task[] = [];
  const known = new Map<string, { status: number; row: OverviewRow }>();
  for (const found of files) {
    const report = out?.reportOf(found);
    const finished = await out?.known(found.path);
    if (finished) known.set(found.path, finished);
    else tasks.push({ found, ...(report && { report }) });
  }
  return { tasks, known };
}

/** Checks files one by one or several at once; returns the highest exit status. */
async function checkEach(files: readonly FoundFile[], run: Run): Promise<number> {
  const { settings, out } = run;
  const { tasks, known } = await planFor(files, out);
  const rows = new Map([...known].map(([path, { row }]) => [path, row]));
  let status = Math.max(EXIT.fine, ...[...known.values()].map((k) => k.status));
  const showProgress = process.stderr.isTTY && files.length > 1;
  if (known.size > 0) process.stderr.write(`已核对过 ${known.size} 个，跳过。\n`);
  let count = known.size;
  for await (const done of doneInOrder(tasks, run)) {
    const { path } = tasks[count - known.size]!.found;
    count += 1;
    if (showProgress) process.stderr.write(`\r正在核对 ${count}/${files.length} `);
    status = Math.max(status, done.status);
    await write(done.text);
    if (done.trouble && settings.json) process.stderr.write(`${path}：${done.trouble}\n`);
    rows.set(path, done.row);
    const lost =
      done.unwritten ?? (done.again ? undefined : await out?.record(path, done.status, done.row));
    if (lost) process.stderr.write(`${path}：${lost}\n`);
  }
  if (showProgress) process.stderr.write('\r\x1b[K');
  const lost = await out?.close(files.flatMap(({ path }) => rows.get(path) ?? []));
  if (lost) process.stderr.write(`${lost}\n`);
  return lost ? Math.max(status, EXIT.unread) : status;
}

async function checkAll(inputs: readonly string[], options: Options): Promise<number> {
  const { json = false, all = false, year, region, department } = options;
  const [catalogue, rules] = await rulesIn(options.rules);
  const preset = presetNamed(options.preset, catalogue);
  const found = await findFiles(inputs, options.out);
  if (options.last !== undefined && found.length > 1)
    throw wrongUsage('用 --last 时只能核对一个工作簿。');
  if (options.text !== undefined && found.length > 1)
    throw wrongUsage('用 --text 时只能核对一个工作簿。');
  const apart = department !== undefined && !found.some((f) => isSameFile(f.path, department));
  const files = apart ? [...found, { path: department, named: true }] : found;
  const last = await openLast(options.last);
  const settings: Settings = {
    json,
    all,
    ...(year !== undefined && { year }),
    ...(region && { region }),
    ...(rules !== undefined && { rules }),
    ...(preset !== undefined && { preset }),
    ...(options.text !== undefined && { text: options.text }),
  };
  const out =
    options.out === undefined
      ? undefined
      : new OutFolder(options.out, { year, region: region?.name, rules, preset });
  const { last: former, text, rules: ruleFile } = options;
  const beside = [former, text, ruleFile, department].filter((p) => p !== undefined);
  const trouble = await out?.open(options.resume ?? false, files, beside);
  if (trouble) throw wrongUsage(trouble);
  const jobs = options.jobs ?? Math.min(availableParallelism(), 4);
  let status = await checkEach(files, {
    settings,
    catalogue,
    jobs,
    ...(last && { last }),
    ...(out && { out }),
  });
  if (options.last !== undefined && !last) status = EXIT.unread;
  if (department !== undefined) {
    const { outcome, status: own } = await checkDepartment(department, files, catalogue, settings);
    const heading = json ? '' : '汇总核对：';
    await write(
      json
        ? JSON.stringify({ aggregate: checkObject(outcome, all) })
        : `${heading}${printed(outcome, false, all)}`,
    );
    status = Math.max(status, own);
  }
  if (files.length === 0) process.stderr.write('没有找到工作簿（.xlsx、.xlsm、.xls、.ods）。\n');
  return status;
}

export const check: Verb = (gouji, exit) => {
  gouji
    .command('check')
    .description('核对工作簿：表内、表间、上下年、汇总的勾稽关系')
    .argument('<文件或文件夹...>')
    .option('--json', '每个工作簿一行 JSON')
    .option('--all', '相符的也列出')
    .option('--year <年度>', '按这一年度的规程核对', yearOption)
    .option('--region <地区>', '按这一地区的规程核对', regionOption)
    .option('--last <文件>', '上年决算，与上年相比')
    .option('--text <文稿>', '同时核对这篇文稿（.docx、.txt、.md）')
    .option('--rules <文件.json>', '自定规程')
    .option('--preset <名称>', '绩效自评表的计分预设，例如 全国、武汉，或自定规程里的')
    .option('--department <文件>', '部门汇总的工作簿，与其余各单位之和核对')
    .option('--jobs <个数>', '同时核对几个文件', jobsOption)
    .option('--out <文件夹>', '写出总览和每个工作簿的体检报告')
    .option('--resume', '接着上次没有做完的做（与 --out 同用）')
    .action(async (inputs: string[], options: Options) => {
      if (options.resume && options.out === undefined)
        throw wrongUsage('--resume 要与 --out 同用，写明上次的文件夹。');
      exit(await checkAll(inputs, options));
    });
};
