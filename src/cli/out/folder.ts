// --out: the folder a run writes into. Nothing is written before it is known that no input, and no file
// that the program did not make, would be replaced.
import { lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { FoundFile } from '../files.ts';
import { inShort, morning } from '../overview/morning.ts';
import { overviewPage } from '../overview/page.ts';
import type { OverviewRow } from '../overview/row.ts';
import { overviewWorkbook } from '../overview/workbook.ts';
import { type WriteTrouble, writeWhole } from './file.ts';
import { lock } from './lock.ts';
import {
  digestOf,
  type Finished,
  noted,
  RECORD,
  remembered,
  sameState,
  stateOf,
} from './record.ts';
import { addResult, gatherResults, RESULTS } from './results.ts';

const OVERVIEW = '体检总览.xlsx';
const PAGE = '体检总览.html';
const SUFFIX = '.体检报告.xlsx';

/** Which file a path leads to, through links of either kind; undefined where nothing stands. */
async function identity(path: string): Promise<string | undefined> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info && `${info.dev}:${info.ino}`;
}

const foreign = (path: string): string =>
  `文件夹里已有“${path}”，不是勾稽写出的（或写出后改动过），没有覆盖。请换一个 --out 文件夹，或先移走它。`;

/** 本次核对 as the record keeps it: what it was asked for, and which share of how many files. */
export interface RunHead {
  readonly settings: unknown;
  readonly files: number;
  readonly part?: string;
}

/** 已办 of one file, as it is recorded. */
interface Entry {
  readonly path: string;
  /** Its place among all files of the run. */
  readonly index: number;
  readonly status: number;
  readonly row: OverviewRow;
  /** Its line of JSON; empty where it gives none. */
  readonly line: string;
  /** Not done for good. */
  readonly again: boolean;
  /** None of the overview. */
  readonly aside: boolean;
}

/** Names of the reports of files, inside the folder; the folders of the input are kept. */
export function reportNames(files: readonly FoundFile[]): string[] {
  const taken = new Set<string>();
  return files.map(({ path, root }) => {
    const inside = root === undefined ? basename(path) : relative(root, path);
    const plain = inside
      .split(sep)
      .filter((s) => s !== '..' && s !== '.')
      .join(sep);
    let name = `${plain}${SUFFIX}`;
    for (let n = 2; taken.has(name); n += 1) name = `${plain}（${n}）${SUFFIX}`;
    taken.add(name);
    return name;
  });
}

/** 输出文件夹 of a run: reports, results, the record of what is done, and at the end the overview. */
export class OutFolder {
  readonly folder: string;
  readonly #head: RunHead;
  readonly #settings: string;
  #finished: ReadonlyMap<string, Finished> = new Map();
  #release: (() => Promise<void>) | undefined;

  constructor(folder: string, head: RunHead) {
    this.folder = folder;
    this.#head = head;
    this.#settings = JSON.stringify(head.settings);
  }

  /** Path of a file in the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /**
   * Begins anew, or with what an earlier run left. What stands in the way comes back as a sentence, and
   * nothing has been written then.
   * @param reports names of what will be written beside the overview
   * @param inputs whatever the run reads
   */
  async open(
    resume: boolean,
    reports: readonly string[],
    inputs: readonly string[],
  ): Promise<string | undefined> {
    const standing = await stat(this.folder).catch(() => undefined);
    if (standing && !standing.isDirectory())
      return `“${this.folder}”是文件，不是文件夹。请用 --out 另写一个文件夹。`;
    const names = [...reports, OVERVIEW, PAGE, RESULTS];
    const known = await remembered(this.folder);
    if (!known) return foreign(this.path(RECORD));
    const inTheWay = await this.#inTheWay([...names, RECORD], inputs, known.own);
    if (inTheWay) return inTheWay;
    try {
      await mkdir(this.folder, { recursive: true });
      const held = await lock(this.folder);
      if (typeof held === 'string') return held;
      this.#release = held;
      await this.#begin(resume, names, known.finished);
      return undefined;
    } catch {
      return `文件夹“${this.folder}”不能写入，请检查权限和磁盘空间。`;
    }
  }

  async #inTheWay(
    names: readonly string[],
    inputs: readonly string[],
    own: ReadonlyMap<string, string | undefined>,
  ): Promise<string | undefined> {
    const read = new Set<string>();
    for (const path of inputs) {
      const id = await identity(path);
      if (id) read.add(id);
    }
    for (const name of names) {
      const target = this.path(name);
      const info = await lstat(target).catch(() => undefined);
      if (!info) continue;
      if (read.has((await identity(target)) ?? ''))
        return `“${target}”是要核对的文件，不能又写到这里。请用 --out 另写一个文件夹。`;
      if (name === RECORD) continue;
      const made = own.get(name);
      const same = made === undefined || made === (await digestOf(target));
      if (!(own.has(name) && info.isFile() && same)) return foreign(target);
    }
    return undefined;
  }

  async #begin(
    resume: boolean,
    names: readonly string[],
    finished: ReadonlyMap<string, Finished>,
  ): Promise<void> {
    if (resume) {
      const done = [...finished].filter(([, f]) => f.settings === this.#settings && !f.again);
      this.#finished = new Map(done);
      // What was being written when the earlier run ended is dropped.
      await gatherResults([this.folder], this.folder, [...this.#finished.keys()]);
    } else {
      await writeFile(this.path(RECORD), '');
      await writeFile(this.path(RESULTS), '');
    }
    const { files, part } = this.#head;
    await noted(this.folder, { run: { files, ...(part !== undefined && { part }) } });
    // A run that is killed between writing a report and saying so must know it again.
    await noted(this.folder, { planned: names });
  }

  /** What an earlier run found of a file that is still the same; undefined when it must be done. */
  async known(path: string): Promise<Finished | undefined> {
    const finished = this.#finished.get(path);
    const state = finished && (await stateOf(path));
    return finished && state && sameState(state, finished) ? finished : undefined;
  }

  /** Notes a file as done, with its result and its report as it was written. */
  async record({ path, index, status, row, line, again, aside }: Entry): Promise<WriteTrouble> {
    const state = (await stateOf(path)) ?? { size: 0, time: 0 };
    return this.#noting(async () => {
      await this.made(row.report);
      if (line !== '') await addResult(this.folder, line);
      const settings = this.#settings;
      const finished = { file: path, index, ...state, settings, status, row };
      await noted(this.folder, { ...finished, ...(again && { again }), ...(aside && { aside }) });
    });
  }

  /** Notes a file of ours as it was left. */
  async made(name: string): Promise<void> {
    const digest = name === '' ? undefined : await digestOf(this.path(name));
    if (digest) await noted(this.folder, { made: name, digest });
  }

  /** Notes what another run has done as done here. */
  async adopt(done: Finished, index: number): Promise<void> {
    await noted(this.folder, { ...done, index, settings: this.#settings });
  }

  async #noting(what: () => Promise<void>): Promise<WriteTrouble> {
    try {
      await what();
      return undefined;
    } catch {
      return `进度没有记入“${this.path(RECORD)}”，请检查磁盘空间；--resume 时会重做这一个。`;
    }
  }

  /**
   * Writes the overview, puts the results in order and lets go of the folder.
   * @param rows of all files, in their order
   * @param before rows of an earlier run to compare with
   * @param from folders whose results go in; this one's own when absent
   */
  async close(
    rows: readonly OverviewRow[],
    before?: readonly OverviewRow[],
    from: readonly string[] = [this.folder],
  ): Promise<WriteTrouble> {
    const lists = morning(rows, before);
    const order = rows.map((r) => r.file);
    const trouble =
      (await writeWhole(this.path(OVERVIEW), await overviewWorkbook(lists), true)) ??
      (await writeWhole(this.path(PAGE), overviewPage(inShort(rows), lists), true)) ??
      (await this.#noting(async () => {
        await gatherResults(from, this.folder, order);
        for (const name of [OVERVIEW, PAGE, RESULTS]) await this.made(name);
      }));
    await this.#release?.().catch(() => undefined);
    return trouble;
  }
}

/** 体检报告 of one workbook as a file: written whole, into folders that are made for it. */
export async function writeReport(path: string, content: Uint8Array): Promise<WriteTrouble> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch {
    return `文件夹“${dirname(path)}”不能建立，请检查权限和磁盘空间。`;
  }
  return writeWhole(path, content, true);
}
