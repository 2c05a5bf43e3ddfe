// 体检进度.jsonl: what a run means to write and what it has finished, a line each. By it an interrupted
// run is taken up again, and a file in the folder is known to be the program's own.
import { createHash } from 'node:crypto';
import { appendFile, lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OverviewRow } from '../overview/row.ts';

/** Name of the record in a folder of results. */
export const RECORD = '体检进度.jsonl';

/** A file as it was: another size or time means that somebody has written to it. */
export interface FileState {
  readonly size: number;
  readonly time: number;
}

/** 已核对: an input that is done, as it was, with what came of it. */
export interface Finished extends FileState {
  readonly file: string;
  /** Its place among all files of the run, of which this one may have done a share. */
  readonly index?: number;
  /** It failed for a reason that may pass: --resume does it again. */
  readonly again?: true;
  /** A copy or a report of ours: looked at, and none of the overview. */
  readonly aside?: true;
  readonly settings: string;
  readonly status: number;
  readonly row: OverviewRow;
}

/** 待写: names, inside the folder, of what did not stand there when a run began. */
interface Planned {
  readonly planned: readonly string[];
}

/** 已写: a file inside the folder as the program left it, by its content: times change when it is moved. */
interface Made {
  readonly made: string;
  readonly digest: string;
}

/** 本次核对: how many files there are in all, and which share of them is done here. */
export interface RunLine {
  readonly run: { readonly files: number; readonly part?: string };
}

/** What the record of a folder says. */
export interface Remembered {
  readonly run?: RunLine['run'];
  readonly finished: ReadonlyMap<string, Finished>;
  /** Digests of our files by name; none where it is not known that they were finished. */
  readonly own: ReadonlyMap<string, string | undefined>;
}

/** Size in bytes and time of change in milliseconds; undefined where there is no such file. */
export async function stateOf(path: string): Promise<FileState | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info && { size: info.size, time: info.mtimeMs };
}

/** Digest of what a file holds; undefined where it cannot be read. */
export async function digestOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** Whether nobody has written to a file in between. */
export const sameState = (a: FileState, b: FileState): boolean =>
  a.size === b.size && a.time === b.time;

/** A line that a run broken off in the middle of writing left is no line. */
function lineIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFinished = (x: object): x is Finished => 'file' in x && 'settings' in x && 'row' in x;

/**
 * Reads the record of a folder; undefined where a file of that name holds something else, which is
 * then not ours to write to.
 */
export async function remembered(folder: string): Promise<Remembered | undefined> {
  const path = join(folder, RECORD);
  const info = await lstat(path).catch(() => undefined);
  if (info && !info.isFile()) return undefined;
  const text = info ? await readFile(path, 'utf8').catch(() => '') : '';
  const finished = new Map<string, Finished>();
  const own = new Map<string, string | undefined>();
  let known = 0;
  let run: RunLine['run'] | undefined;
  for (const one of text.split('\n').map(lineIn)) {
    if (typeof one !== 'object' || one === null) continue;
    if ('planned' in one) for (const name of (one as Planned).planned) own.set(name, undefined);
    else if ('run' in one) run = (one as RunLine).run;
    else if ('made' in one) own.set((one as Made).made, (one as Made).digest);
    else if (isFinished(one)) finished.set(one.file, one);
    else continue;
    known += 1;
  }
  if (text !== '' && known === 0) return undefined;
  return { finished, own, ...(run && { run }) };
}

/** Adds a line to the record. */
export const noted = (folder: string, line: RunLine | Planned | Made | Finished): Promise<void> =>
  appendFile(join(folder, RECORD), `${JSON.stringify(line)}\n`);

/** Rows of an earlier run, in the order of its files; undefined where the folder holds no run of ours. */
export async function rowsIn(folder: string): Promise<OverviewRow[] | undefined> {
  const known = await remembered(folder);
  if (!known || known.finished.size === 0) return undefined;
  return [...known.finished.values()]
    .filter((f) => !f.aside)
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .map((f) => f.row);
}
