// Workbooks named on the command line, and those found in folders. Knows the file system only.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Snapshot } from '../facts/grid.ts';
import { openWorkbook } from '../hosts/xlsx/open.ts';

const WORKBOOK = /\.(?:xlsx|xlsm|xls|ods)$/i;

/** 待查文件: a path, and whether the user named it or a folder held it. */
export interface FoundFile {
  readonly path: string;
  readonly named: boolean;
  /** The folder of the command line it was found in. */
  readonly root?: string;
}

async function inFolder(folder: string, except: string | undefined): Promise<string[]> {
  if (except !== undefined && resolve(folder) === except) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((e) => !e.name.startsWith('.') && !e.name.startsWith('~$'));
  const found = await Promise.all(
    names.map(async (e) => {
      const path = join(folder, e.name);
      if (e.isDirectory()) return inFolder(path, except);
      return WORKBOOK.test(e.name) ? [path] : [];
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

/** 读取失败: a code of the interface and a sentence for people. */
export interface FileError {
  readonly code: string;
  readonly message: string;
}

/** Opens one workbook; what stands in the way comes back as a value. */
export async function openFile(path: string): Promise<Snapshot | FileError> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing
      ? { code: 'not-found', message: '没有这个文件，请检查路径。' }
      : { code: 'internal', message: '文件不能打开，请检查是否有读取权限；文件未改动。' };
  }
  const opened = await openWorkbook(bytes, path);
  return opened.ok ? opened.snapshot : opened.error;
}

/** 上年决算 of --last; what stands in the way is told, and the rest is done without it. */
export async function openLast(path: string | undefined): Promise<Snapshot | undefined> {
  if (path === undefined) return undefined;
  const opened = await openFile(path);
  if (!('code' in opened)) return { ...opened, name: path };
  process.stderr.write(`上年决算“${path}”：${opened.message}\n`);
  return undefined;
}
