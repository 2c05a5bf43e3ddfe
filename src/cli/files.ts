// Workbooks named on the command line, and those found in folders. Knows the file system only.
import { readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Booklet } from '../facts/booklet.ts';
import type { Snapshot } from '../facts/grid.ts';
import { PDF_LIMITS } from '../hosts/pdf/limits.ts';
import { LIMITS } from '../hosts/xlsx/limits.ts';
import { capped } from './capped.ts';
import { harmless } from './terminal.ts';

const READABLE = /\.(?:xlsx|xlsm|xls|et|ods|pdf|docx|html?)$/i;

/** 待查文件: a path, and whether the user named it or a folder held it. */
export interface FoundFile {
  readonly path: string;
  readonly named: boolean;
  /** The folder of the command line it was found in. */
  readonly root?: string;
}

/** Whether two paths, from the working folder, name one file; links are not followed. */
export const isSameFile = (a: string, b: string): boolean => resolve(a) === resolve(b);

const UNSUPPORTED = /\.(?:doc|wps|ofd|rtf|mht|mhtml|xlsb)$/i;

async function inFolder(
  folder: string,
  except: string | undefined,
  kinds = READABLE,
): Promise<string[]> {
  if (except !== undefined && resolve(folder) === except) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((e) => !e.name.startsWith('.') && !e.name.startsWith('~$'));
  const found = await Promise.all(
    names.map(async (e) => {
      const path = join(folder, e.name);
      if (e.isDirectory()) return inFolder(path, except, kinds);
      return kinds.test(e.name) ? [path] : [];
    }),
  );
  return found.flat().sort();
}

/**
 * Files to check in input order; a folder's are sorted by path. What we write ourselves (`except`) is
 * not looked at.
 */
export async function findFiles(inputs: readonly string[], except?: string): Promise<FoundFile[]> {
  const own = except === undefined ? undefined : resolve(except);
  const result: FoundFile[] = [];
  for (const input of inputs) {
    const info = await stat(input).catch(() => undefined);
    if (info?.isDirectory()) {
      const inside = await inFolder(input, own);
      result.push(...inside.map((path) => ({ path, named: false, root: input })));
    } else {
      result.push({ path: input, named: true });
    }
  }
  return result;
}

/** What is said where nothing at all was checked. */
export const NOTHING_FOUND =
  '没有找到可以核对的文件（.xlsx、.xlsm、.xls、.et、.ods、.docx、.pdf、.html），请检查文件夹。\n';

/** What is said where files were read and nothing in them could be compared. */
export const NOTHING_JUDGED =
  '读到的文件里没有一处核对得了：没有填数，或不是决算公开。请检查是不是这些文件。\n';

/** The first of some paths, and how many there are. */
const few = (paths: readonly string[]): string =>
  paths.slice(0, 3).join('、') + (paths.length > 3 ? ` 等 ${paths.length} 个` : '');

/** Files of kinds that cannot be read are told, never passed over in silence. */
function unsupportedSentence(paths: readonly string[]): string {
  const named = few(paths);
  return `文件夹里还有读不了的文件：${named}。请另存为 .docx、.xlsx 或 PDF 再核对。\n`;
}

/** What is said of files in folders whose kinds cannot be read; the empty text where there are none. */
export async function unsupportedIn(inputs: readonly string[], except?: string): Promise<string> {
  const own = except === undefined ? undefined : resolve(except);
  const found = await Promise.all(
    inputs.map(async (input) => {
      const info = await stat(input).catch(() => undefined);
      return info?.isDirectory() ? inFolder(input, own, UNSUPPORTED) : [];
    }),
  );
  const paths = found.flat();
  return paths.length > 0 ? unsupportedSentence(paths) : '';
}

/** 不列之故: a folder happens to hold a copy or a report that we wrote, or a text that is no accounts. */
export type PassedOver = 'copy' | 'report' | 'other';

/** What is said of files that folders happened to hold, those of a kind together; our reports need no word. */
export function passedSentences({
  copy,
  other,
}: Readonly<Record<PassedOver, readonly string[]>>): string {
  const copies = `文件夹里有勾稽写的带批注或修订的副本，没有再核对：${few(copy)}。如果已在副本上改过，请写出它的文件名再核对。\n`;
  const others = `文件夹里有不是决算公开的文件，没有核对：${few(other)}。如果其实是，请写出它的文件名再核对。\n`;
  return `${copy.length > 0 ? copies : ''}${other.length > 0 ? others : ''}`;
}

/** 读取失败: a code of the interface and a sentence for people. */
export interface FileError {
  readonly code: string;
  readonly message: string;
}

/** 打开的文件: a workbook, or a booklet whose tables are its sheets. */
export interface OpenedInput {
  readonly snapshot: Snapshot;
  readonly booklet?: Booklet;
  readonly bytes: Uint8Array;
}

/** No file of any kind is read beyond this: refused before a byte of it is. */
export const MOST_BYTES = Math.max(LIMITS.fileBytes, PDF_LIMITS.fileBytes);

/** What is no file to read: pipes and devices never end, and what is too large is not begun. */
function outOfReach(path: string, limit: number): FileError | undefined {
  const info = statSync(path);
  if (info.isDirectory()) return undefined;
  if (!info.isFile())
    return { code: 'refused', message: '这不是普通文件（管道或设备），没有读取。请换用文件。' };
  const most = limit >> 20;
  const message = `文件有 ${Math.ceil(info.size / 2 ** 20)} MB，超过 ${most} MB，没有读取。请只保留决算公开的内容，另存一份再核对；原文件未改动。`;
  return info.size > limit ? { code: 'too-large', message } : undefined;
}

/**
 * The bytes of a file that is one and no larger than the limit; what stands in the way comes back as a value. A process
 * has one file at a time: read at once, it needs no other thread.
 */
export async function readWithin(path: string, limit: number): Promise<Uint8Array | FileError> {
  try {
    return outOfReach(path, limit) ?? readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing
      ? { code: 'not-found', message: '没有这个文件，请检查路径。' }
      : { code: 'internal', message: '文件不能打开，请检查是否有读取权限；文件未改动。' };
  }
}

/** 自己写的副本: found in a folder beside its original, it is not checked a second time. */
export const OWN_COPY: FileError = {
  code: 'own-copy',
  message: '这是勾稽写的带批注或修订的副本，没有再核对。',
};

/**
 * Opens a workbook or booklet; what stands in the way comes back as a value. One that nobody named is left alone where
 * it is a copy of ours.
 */
export async function openInput(
  path: string,
  named = true,
  milliseconds?: number,
): Promise<OpenedInput | FileError> {
  const bytes = await readWithin(path, MOST_BYTES);
  if ('code' in bytes) return bytes;
  if (!named) {
    const { isOwnCopy } = await import('../hosts/own-copy.ts');
    if (isOwnCopy(bytes)) return OWN_COPY;
  }
  const { openAny } = await import('../hosts/open.ts');
  // A workbook is read at once, before anything is waited for.
  const opening = capped(() => openAny(bytes, path), milliseconds);
  if ('code' in opening) return opening;
  const opened = await opening;
  if (!opened.ok) return opened.error;
  const { snapshot, booklet } = opened;
  return { snapshot, bytes, ...(booklet && { booklet }) };
}

/** The tables of a workbook or booklet. */
export async function openFile(path: string): Promise<Snapshot | FileError> {
  const opened = await openInput(path);
  return 'code' in opened ? opened : opened.snapshot;
}

/**
 * 上年决算 of --last; undefined where there is none. What stands in the way is told on stderr, and the rest is
 * done without it.
 */
export async function openLast(path: string | undefined): Promise<Snapshot | undefined> {
  if (path === undefined) return undefined;
  const opened = await openFile(path);
  if (!('code' in opened)) return { ...opened, name: path };
  process.stderr.write(harmless(`上年决算“${path}”：${opened.message}\n`));
  return undefined;
}
