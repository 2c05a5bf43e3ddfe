// check --marked DIR: the same files with what is wrong marked in place. Copies only: an input is never written, and
// nothing that stands in the folder is replaced.
import { lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { Refusal } from '../hosts/xlsx/refusal.ts';
import { type FoundFile, MOST_BYTES } from './files.ts';
import { writeNew } from './out/file.ts';
import type { FileOutcome } from './outcome.ts';

/** Names of the copies inside the folder; the folders of the input are kept. */
export function markedNames(files: readonly FoundFile[]): string[] {
  const taken = new Set<string>();
  return files.map(({ path, root }) => {
    const inside = root === undefined ? basename(path) : relative(root, path);
    const plain = inside
      .split(sep)
      .filter((s) => s !== '..' && s !== '.')
      .join(sep);
    const kind = extname(plain);
    const stem = plain.slice(0, plain.length - kind.length);
    let name = `${stem}（批注）${kind}`;
    for (let n = 2; taken.has(name); n += 1) name = `${stem}（批注${n}）${kind}`;
    taken.add(name);
    return name;
  });
}

/**
 * What stands in the way of the copies, as a sentence, before anything is written; undefined where nothing
 * does.
 */
export async function inTheWayOf(
  folder: string,
  names: readonly string[],
): Promise<string | undefined> {
  const standing = await stat(folder).catch(() => undefined);
  if (standing && !standing.isDirectory())
    return `“${folder}”是文件，不是文件夹。请用 --marked 另写一个文件夹。`;
  for (const name of names) {
    const path = join(folder, name);
    if (await lstat(path).catch(() => undefined))
      return `已有文件“${path}”，没有覆盖。请用 --marked 另写一个文件夹，或先移走它。`;
  }
  return undefined;
}

/** Copies of an earlier run are none of the files to check. */
export const isInside = (folder: string | undefined, path: string): boolean =>
  folder !== undefined && `${resolve(path)}`.startsWith(resolve(folder) + sep);

const COPY = /（批注\d*）(\.[^.]+)$/;

/** Whether two files hold the same bytes. */
async function isSame(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(a), stat(b)]);
  if (one.size !== other.size || one.size > MOST_BYTES) return false;
  const [bytes, others] = await Promise.all([readFile(a), readFile(b)]);
  return bytes.equals(others);
}

/** A copy in which there was nothing to mark bears no sign of ours: it is its original, byte for byte, found twice. */
export async function withoutTwins(files: readonly FoundFile[]): Promise<FoundFile[]> {
  const kept: FoundFile[] = [];
  for (const file of files) {
    const name = basename(file.path);
    const original = name.replace(COPY, '$1');
    const others = original === name ? [] : files.filter((f) => basename(f.path) === original);
    const same = await Promise.all(others.map((o) => isSame(file.path, o.path).catch(() => false)));
    if (file.named || !same.includes(true)) kept.push(file);
  }
  return kept;
}

/** The copy, or why there is none. */
async function copyOf(
  bytes: Uint8Array,
  { file, review, text, booklet }: Extract<FileOutcome, { readonly review: unknown }>,
): Promise<Uint8Array | string> {
  const own = text && 'report' in text && text.text === file ? text.report : undefined;
  const opened = { name: file, bytes, ...(booklet && { booklet: booklet.booklet }) };
  const [{ copyWithNotes }, { annotationsOf }] = await Promise.all([
    import('../hosts/marked.ts'),
    import('../review/annotations.ts'),
  ]);
  return copyWithNotes(opened, annotationsOf(review, own));
}

/**
 * Writes the copy of one file; what stands in the way comes back as a sentence, undefined where nothing does.
 * A file that could not be read has no copy.
 */
export async function writeMarked(
  target: string,
  outcome: FileOutcome,
): Promise<string | undefined> {
  if (!('review' in outcome)) return undefined;
  try {
    const made = await copyOf(await readFile(outcome.file), outcome);
    if (typeof made === 'string') return made;
    await mkdir(dirname(target), { recursive: true });
    return await writeNew(target, made);
  } catch (error) {
    return error instanceof Refusal ? error.message : '没有写出带批注的副本，原文件未改动。';
  }
}
