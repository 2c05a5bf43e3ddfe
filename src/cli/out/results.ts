// 体检结果.jsonl: what was found of each file, a line of JSON each as the interface prints it, in the order
// of the input. Lines are copied as they stand, never held in memory together.
import { appendFile, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the file of results in a folder of results. */
export const RESULTS = '体检结果.jsonl';

/** Where a line stands in the file that holds it. */
interface Place {
  readonly folder: string;
  readonly at: number;
  readonly length: number;
}

const NEWLINE = 10;
const BLOCK = 1 << 20;

/** Every complete line with its place. */
async function* linesIn(path: string): AsyncGenerator<{ at: number; bytes: Buffer }> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return;
  try {
    let rest: Buffer = Buffer.alloc(0);
    let at = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(BLOCK), 0, BLOCK);
      if (bytesRead === 0) return;
      let block = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE)) {
        yield { at, bytes: block.subarray(0, end) };
        at += end + 1;
        block = block.subarray(end + 1);
      }
      rest = block;
    }
  } finally {
    await file.close();
  }
}

function fileOf(bytes: Buffer): string | undefined {
  try {
    const { file } = JSON.parse(bytes.toString('utf8')) as { file?: unknown };
    return typeof file === 'string' ? file : undefined;
  } catch {
    return undefined;
  }
}

/** By file, where its last line stands. */
async function placesIn(folder: string): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  for await (const { at, bytes } of linesIn(join(folder, RESULTS))) {
    const file = fileOf(bytes);
    if (file !== undefined) places.set(file, { folder, at, length: bytes.length });
  }
  return places;
}

/** Adds the line of a file that is done. */
export const addResult = (folder: string, line: string): Promise<void> =>
  appendFile(join(folder, RESULTS), `${line}\n`);

/**
 * Puts the lines of some folders into one, each file once and in this order; what a broken run left in halves
 * is dropped. Where a folder cannot be read or written to, the error of the file system is thrown and the old
 * results stay.
 */
export async function gatherResults(
  from: readonly string[],
  folder: string,
  order: readonly string[],
): Promise<void> {
  const places = new Map<string, Place>();
  for (const one of from) for (const [file, place] of await placesIn(one)) places.set(file, place);
  const beside = join(folder, `.gouji-${process.pid}-${RESULTS}.tmp`);
  const target = await open(beside, 'w');
  const sources = new Map<string, Awaited<ReturnType<typeof open>>>();
  try {
    for (const file of order) {
      const place = places.get(file);
      if (!place) continue;
      const source = sources.get(place.folder) ?? (await open(join(place.folder, RESULTS), 'r'));
      sources.set(place.folder, source);
      const line = Buffer.alloc(place.length + 1, NEWLINE);
      await source.read(line, 0, place.length, place.at);
      await target.write(line);
    }
    await target.sync();
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await target.close();
    for (const source of sources.values()) await source.close();
  }
  await rename(beside, join(folder, RESULTS));
}
