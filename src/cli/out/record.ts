// 体检进度.jsonl: what a run means to write and what it has finished, a line each. By it an interrupted
// run is taken up again, and a file in the folder is known to be the program's own.
import { appendFile, lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OverviewRow } from '../overview.ts';

export const RECORD = '体检进度.jsonl';

/** A file as it was: another size or time means that somebody has written to it. */
export interface FileState {
  readonly size: number;
  readonly time: number;
}

/** 已核对: an input that is done, as it was, with what came of it. */
export interface Finished extends FileState {
  readonly file: string;
  readonly settings: string;
  readonly status: number;
  readonly row: OverviewRow;
}

/** 待写: names, inside the folder, of what did not stand there when a run began. */
interface Planned {
  readonly planned: readonly string[];
}

/** 已写: a file inside the folder as the program left it. */
interface Made extends FileState {
  readonly made: string;
}

/** What the record of a folder says. */
export interface Remembered {
  readonly finished: ReadonlyMap<string, Finished>;
  /** Our files by name; without a state where it is not known that they were finished. */
  readonly own: ReadonlyMap<string, FileState | undefined>;
}

export async function stateOf(path: string): Promise<FileState | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info && { size: info.size, time: info.mtimeMs };
}

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
  const own = new Map<string, FileState | undefined>();
  let known = 0;
  for (const one of text.split('\n').map(lineIn)) {
    if (typeof one !== 'object' || one === null) continue;
    if ('planned' in one) for (const name of (one as Planned).planned) own.set(name, undefined);
    else if ('made' in one) own.set((one as Made).made, one as Made);
    else if (isFinished(one)) finished.set(one.file, one);
    else continue;
    known += 1;
  }
  return text !== '' && known === 0 ? undefined : { finished, own };
}

/** Adds a line to the record. */
export const noted = (folder: string, line: Planned | Made | Finished): Promise<void> =>
  appendFile(join(folder, RECORD), `${JSON.stringify(line)}\n`);
