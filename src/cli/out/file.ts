// Files written whole or not at all: beside their place first, then moved there. Knows the file system
// only; whether a file may be replaced is its caller's to say.
import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file could not be written, as a sentence; absent when it was. */
export type WriteTrouble = string | undefined;

/** A file of no bytes holds nothing that could be lost. */
const isEmptyFile = async (path: string): Promise<boolean> => {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true && info.size === 0;
};

/** The system's reason for a file that could not be written, in words. */
function writeSentence(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return `已有文件“${path}”，没有覆盖。请换一个文件名，或先移走它。`;
  if (code === 'ENOENT') return `没有“${path}”所在的文件夹，请先建立。`;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `磁盘已满，“${path}”没有写出。请腾出空间再做一次。`;
  if (code === 'ENAMETOOLONG') return `文件名太长，“${basename(path)}”没有写出。请缩短原文件名。`;
  if (code === 'EROFS') return `“${path}”所在的磁盘是只读的，没有写出。`;
  if (code === 'EISDIR') return `“${path}”是文件夹，请写明文件名。`;
  return `文件“${path}”不能写入，请检查文件夹的权限。`;
}

let count = 0;
/** A name beside the file that nobody else uses; hidden, so that no folder search meets it. */
const besideOf = (path: string): string => {
  count += 1;
  return join(dirname(path), `.gouji-${process.pid}-${Date.now()}-${count}.tmp`);
};

/** Moves a file to a name that must be free: a link fails where a rename would replace. */
async function moveToFree(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some shares and memory sticks know no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK')
      throw error;
    const COPYFILE_EXCL = 1;
    await copyFile(from, to, COPYFILE_EXCL);
  }
  await rm(from, { force: true });
}

/**
 * Writes a file whole: a reader never meets half of it, and a full disk leaves what stood there. A
 * link at the place is never followed.
 * @param replace the file that stands there is the program's own and may go
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  replace: boolean,
): Promise<WriteTrouble> {
  const beside = besideOf(path);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (replace) await rename(beside, path);
    else await moveToFree(beside, path);
    return undefined;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return writeSentence(path, error);
  }
}

/** Writes a file that is not there yet; what stands in the way comes back as a sentence. */
export async function writeNew(path: string, content: Uint8Array | string): Promise<WriteTrouble> {
  return writeWhole(path, content, await isEmptyFile(path));
}
