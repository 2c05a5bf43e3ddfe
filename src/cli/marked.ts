// check --marked DIR: the same files with what is wrong marked in place. Copies only: an input is never written, and
// nothing that stands in the folder is replaced.
import { lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { placeOfCell, placesOfSpan } from '../facts/booklet.ts';
import { parseAddress } from '../facts/grid.ts';
import { commentedDocx } from '../hosts/docx/comments.ts';
import { markCopy } from '../hosts/xlsx/marks.ts';
import { notedCopy } from '../hosts/xlsx/notes.ts';
import { Refusal } from '../hosts/xlsx/refusal.ts';
import { type Annotation, annotationsOf } from '../review/annotations.ts';
import type { FoundFile } from './files.ts';
import { writeNew } from './out/file.ts';
import type { Outcome, Read } from './outcome.ts';

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

/** What stands in the way of the copies, before anything is written. */
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

async function pdfCopy(
  bytes: Uint8Array,
  annotations: readonly Annotation[],
  { booklet }: Read,
): Promise<Uint8Array | string> {
  const { markedPdf } = await import('../hosts/pdf/marked.ts');
  const marks = annotations.flatMap(({ place, verdict, says: note }) => {
    if (!('sheet' in place))
      return placesOfSpan(booklet, place).map((p) => ({ place: p, verdict, note }));
    const at = parseAddress(place.address);
    const box = at && placeOfCell(booklet, { sheet: place.sheet, ...at });
    return box ? [{ place: box, verdict, note }] : [];
  });
  const marked = await markedPdf(bytes, marks);
  return marked.ok ? marked.bytes : marked.error.message;
}

function workbookCopy(bytes: Uint8Array, annotations: readonly Annotation[]): Uint8Array {
  const cells = annotations.flatMap(({ place, verdict, severity, says }) =>
    'sheet' in place ? [{ ...place, verdict, severity, says }] : [],
  );
  // Notes of the 提示 kind need no mending: they are written, not coloured.
  return notedCopy(
    markCopy(
      bytes,
      cells.filter((c) => c.severity !== 'note'),
    ),
    cells,
  );
}

const NO_COPY = '这种文件不能加批注，没有写出带批注的副本；请另存为 .xlsx 或 .docx 再做。';

/** The copy, or why there is none. */
async function copyOf(
  bytes: Uint8Array,
  outcome: Extract<Outcome, { readonly review: unknown }>,
): Promise<Uint8Array | string> {
  const { file, review, text, booklet } = outcome;
  const own = text && 'report' in text && text.text === file ? text.report : undefined;
  const annotations = annotationsOf(review, own);
  if (booklet?.booklet.kind === 'pdf') return pdfCopy(bytes, annotations, booklet);
  if (booklet?.booklet.kind === 'docx') return commentedDocx(bytes, annotations, new Date());
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return booklet || !zipped || /\.ods$/i.test(file) ? NO_COPY : workbookCopy(bytes, annotations);
}

/** Writes the copy of one file; what stands in the way comes back as a sentence. */
export async function writeMarked(target: string, outcome: Outcome): Promise<string | undefined> {
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
