// --out: the folder a run writes into. Nothing is written before it is known that no input, and no file
// that the program did not make, would be replaced.
import { lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { FoundFile } from '../files.ts';
import { OVERVIEW, type OverviewRow, overviewFile } from '../overview.ts';
import { type WriteTrouble, writeWhole } from './file.ts';
import { lock } from './lock.ts';
import { type Finished, noted, RECORD, remembered, sameState, stateOf } from './record.ts';

const SUFFIX = '.体检报告.xlsx';

/** Which file a path leads to, through links of either kind; undefined where nothing stands. */
async function identity(path: string): Promise<string | undefined> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info && `${info.dev}:${info.ino}`;
}

/** 输出文件夹 of a run: reports, the record of what is done, and at the end the overview. */
export class OutFolder {
  readonly #folder: string;
  readonly #settings: string;
  readonly #taken = new Set<string>();
  #finished: ReadonlyMap<string, Finished> = new Map();
  #release: (() => Promise<void>) | undefined;

  constructor(folder: string, settings: unknown) {
    this.#folder = folder;
    this.#settings = JSON.stringify(settings);
  }

  /**
   * Begins anew, or with what an earlier run left. What stands in the way comes back as a sentence, and
   * nothing has been written then.
   * @param files what will be checked, each of which gets a report
   * @param inputs whatever else the run reads
   */
  async open(
    resume: boolean,
    files: readonly FoundFile[],
    inputs: readonly string[],
  ): Promise<string | undefined> {
    const standing = await stat(this.#folder).catch(() => undefined);
    if (standing && !standing.isDirectory())
      return `“${this.#folder}”是文件，不是文件夹。请用 --out 另写一个文件夹。`;
    const targets = [...files.map((f) => this.reportOf(f)), join(this.#folder, OVERVIEW)];
    this.#taken.clear();
    const known = await remembered(this.#folder);
    if (!known) return this.#foreign(join(this.#folder, RECORD));
    const read = [...files.map((f) => f.path), ...inputs];
    const inTheWay = await this.#inTheWay(
      [...targets, join(this.#folder, RECORD)],
      read,
      known.own,
    );
    if (inTheWay) return inTheWay;
    try {
      await mkdir(this.#folder, { recursive: true });
      const held = await lock(this.#folder);
      if (typeof held === 'string') return held;
      this.#release = held;
      await this.#begin(resume, targets, known.finished);
      return undefined;
    } catch {
      return `文件夹“${this.#folder}”不能写入，请检查权限和磁盘空间。`;
    }
  }

  #foreign(path: string): string {
    return `文件夹里已有“${path}”，不是勾稽写出的（或写出后改动过），没有覆盖。请换一个 --out 文件夹，或先移走它。`;
  }

  async #inTheWay(
    targets: readonly string[],
    inputs: readonly string[],
    own: ReadonlyMap<string, { size: number; time: number } | undefined>,
  ): Promise<string | undefined> {
    const read = new Map<string, string>();
    for (const path of inputs) {
      const id = await identity(path);
      if (id) read.set(id, path);
    }
    for (const target of targets) {
      const info = await lstat(target).catch(() => undefined);
      if (!info) continue;
      const input = read.get((await identity(target)) ?? '');
      if (input !== undefined)
        return `“${target}”是要核对的文件，不能又写到这里。请用 --out 另写一个文件夹。`;
      if (target.endsWith(RECORD)) continue;
      const name = relative(this.#folder, target);
      const made = own.get(name);
      const state = { size: info.size, time: info.mtimeMs };
      const ours = own.has(name) && info.isFile() && (!made || sameState(made, state));
      if (!ours) return this.#foreign(target);
    }
    return undefined;
  }

  async #begin(
    resume: boolean,
    targets: readonly string[],
    finished: ReadonlyMap<string, Finished>,
  ): Promise<void> {
    if (resume)
      this.#finished = new Map([...finished].filter(([, f]) => f.settings === this.#settings));
    else await writeFile(join(this.#folder, RECORD), '');
    // A run that is killed between writing a report and saying so must know it again.
    await noted(this.#folder, { planned: targets.map((t) => relative(this.#folder, t)) });
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
  async known(path: string): Promise<Finished | undefined> {
    const finished = this.#finished.get(path);
    const state = finished && (await stateOf(path));
    return finished && state && sameState(state, finished) ? finished : undefined;
  }

  /** Notes a file as done, with the report as it was written. */
  async record(path: string, status: number, row: OverviewRow): Promise<WriteTrouble> {
    const state = await stateOf(path);
    if (!state) return undefined;
    return this.#noting(async () => {
      await this.#made(row.report);
      await noted(this.#folder, { file: path, ...state, settings: this.#settings, status, row });
    });
  }

  async #made(path: string): Promise<void> {
    const state = path === '' ? undefined : await stateOf(path);
    if (state) await noted(this.#folder, { made: relative(this.#folder, path), ...state });
  }

  async #noting(what: () => Promise<void>): Promise<WriteTrouble> {
    try {
      await what();
      return undefined;
    } catch {
      return `进度没有记入“${join(this.#folder, RECORD)}”，请检查磁盘空间；--resume 时会重做这一个。`;
    }
  }

  /** Writes the overview of all and lets go of the folder. */
  async close(rows: readonly OverviewRow[]): Promise<WriteTrouble> {
    const path = join(this.#folder, OVERVIEW);
    const trouble =
      (await writeWhole(path, await overviewFile(rows), true)) ??
      (await this.#noting(() => this.#made(path)));
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
