// What --out writes: one report for each workbook, an overview of all, and a record by which an
// interrupted run can be taken up again.
import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { columnName } from '../facts/grid.ts';
import { heightOf } from '../facts/page.ts';
import { createWorkbook, type NewSheet } from '../hosts/xlsx/create.ts';
import { reportSheets } from '../review/report.ts';
import type { Review } from '../review.ts';
import type { FoundFile } from './files.ts';
import type { Outcome } from './outcome.ts';

/** 总览的一行: what the overview says of a workbook. */
export interface OverviewRow {
  readonly file: string;
  readonly department: string;
  readonly year: string;
  readonly region: string;
  readonly tables: number;
  readonly counts: readonly number[];
  readonly result: string;
  readonly report: string;
}

export function overviewRow(outcome: Outcome, report = ''): OverviewRow {
  const nothing = { department: '', year: '', region: '', tables: 0, counts: [], report: '' };
  if ('error' in outcome) return { ...nothing, file: outcome.file, result: outcome.error.message };
  const { department, year, region, tables, counts, findings } = outcome.review;
  const broken = findings.filter((f) => f.verdict === 'broken' && !f.explained);
  const must = broken.filter((f) => f.severity === 'error').length;
  const explain = broken.filter((f) => f.severity === 'warning').length;
  const checked = tables.filter((t) => t.checked).length;
  const wrong = must > 0 ? `须改正 ${must} 处` : explain > 0 ? `须核实 ${explain} 处` : '没有不符';
  return {
    file: outcome.file,
    department: department ?? '',
    year: String(year ?? ''),
    region: region ?? '',
    tables: checked,
    counts: [counts.exact, counts.rounding, must, explain, counts.unknown],
    result: checked === 0 ? '没有找到决算公开表' : wrong,
    report,
  };
}

/** 体检报告 of one workbook as a file. */
export async function writeReport(path: string, review: Review): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await createWorkbook(reportSheets(review, new Date())));
}

const HEAD = [
  '序号',
  '工作簿',
  '部门',
  '年度',
  '地区',
  '已核对的表',
  '相符',
  '尾差',
  '不符（强制）',
  '不符（核实）',
  '无法核对',
  '结论',
  '体检报告',
];

const WIDTHS = [6, 36, 28, 8, 16, 10, 8, 8, 10, 10, 10, 20, 36];

function overviewSheet(rows: readonly OverviewRow[]): NewSheet {
  const lines = rows.map((r, i) => [
    i + 1,
    r.file,
    r.department,
    r.year,
    r.region,
    r.tables,
    ...(r.counts.length > 0 ? r.counts : ['', '', '', '', '']),
    r.result,
    r.report,
  ]);
  const cells = [HEAD, ...lines].flatMap((line, row) =>
    line.map((value, column) => ({
      address: `${columnName(column)}${row + 1}`,
      value,
      border: true,
      wrap: true,
      size: 10,
      ...(row === 0 && { bold: true, horizontal: 'center' as const }),
    })),
  );
  const heights = [HEAD, ...lines].map((line) =>
    Math.max(18, ...line.map((value, column) => heightOf(String(value), WIDTHS[column]!))),
  );
  return {
    name: '总览',
    cells,
    heights,
    widths: WIDTHS,
    landscape: true,
    repeated: [0, 0],
    frozen: 1,
  };
}

const OVERVIEW = '体检总览.xlsx';
const RECORD = '体检进度.jsonl';
const SUFFIX = '.体检报告.xlsx';

/** 进度记录: a finished file as it was, with what came of it. */
interface Finished {
  readonly file: string;
  readonly size: number;
  readonly time: number;
  readonly settings: string;
  readonly status: number;
  readonly row: OverviewRow;
}

const stateOf = async (path: string): Promise<{ size: number; time: number } | undefined> => {
  const info = await stat(path).catch(() => undefined);
  return info && { size: info.size, time: info.mtimeMs };
};

/** 输出文件夹 of a run: reports, the record of what is done, and at the end the overview. */
export class OutFolder {
  readonly #folder: string;
  readonly #settings: string;
  readonly #taken = new Set<string>();
  #finished = new Map<string, Finished>();

  constructor(folder: string, settings: unknown) {
    this.#folder = folder;
    this.#settings = JSON.stringify(settings);
  }

  /** Begins anew, or with what an earlier run left; what stands in the way comes back as a sentence. */
  async open(resume: boolean): Promise<string | undefined> {
    try {
      await mkdir(this.#folder, { recursive: true });
      await this.#begin(resume);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'EEXIST' || code === 'ENOTDIR'
        ? `“${this.#folder}”是文件，不是文件夹。请用 --out 另写一个文件夹。`
        : `文件夹“${this.#folder}”不能写入，请检查权限。`;
    }
  }

  async #begin(resume: boolean): Promise<void> {
    const record = join(this.#folder, RECORD);
    const lines = resume ? await readFile(record, 'utf8').catch(() => '') : '';
    for (const line of lines.split('\n')) {
      const finished = finishedIn(line);
      if (finished?.settings === this.#settings) this.#finished.set(finished.file, finished);
    }
    if (!resume) await writeFile(record, '');
  }

  /** Where the report of a file goes; the folders of the input are kept. */
  reportOf({ path, root }: FoundFile): string {
    const inside = root === undefined ? basename(path) : relative(root, path);
    const plain = inside
      .split(sep)
      .filter((s) => s !== '..' && s !== '.')
      .join(sep);
    let target = join(this.#folder, `${plain}${SUFFIX}`);
    for (let n = 2; this.#taken.has(target); n += 1)
      target = join(this.#folder, `${plain}（${n}）${SUFFIX}`);
    this.#taken.add(target);
    return target;
  }

  /** What an earlier run found of a file that is still the same; undefined when it must be done. */
  async known(path: string): Promise<{ status: number; row: OverviewRow } | undefined> {
    const finished = this.#finished.get(path);
    const state = finished && (await stateOf(path));
    const same = state?.size === finished?.size && state?.time === finished?.time;
    return finished && state && same ? finished : undefined;
  }

  async record(path: string, status: number, row: OverviewRow): Promise<void> {
    const state = await stateOf(path);
    if (!state) return;
    const finished: Finished = { file: path, ...state, settings: this.#settings, status, row };
    await appendFile(join(this.#folder, RECORD), `${JSON.stringify(finished)}\n`);
  }

  async overview(rows: readonly OverviewRow[]): Promise<void> {
    await writeFile(join(this.#folder, OVERVIEW), await createWorkbook([overviewSheet(rows)]));
  }
}

/** A line that a run broken off in the middle of writing left is no line. */
function finishedIn(line: string): Finished | undefined {
  try {
    return JSON.parse(line) as Finished;
  } catch {
    return undefined;
  }
}
