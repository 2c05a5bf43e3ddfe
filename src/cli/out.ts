// New files, written only where nothing stands yet. Knows the file system only.
import { stat, writeFile } from 'node:fs/promises';

/** A file of no bytes holds nothing that could be lost. */
const isEmptyFile = async (path: string): Promise<boolean> => {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true && info.size === 0;
};

/** Writes a file that is not there yet; what stands in the way comes back as a sentence. */
export async function writeNew(
  path: string,
  content: Uint8Array | string,
): Promise<string | undefined> {
  try {
    await writeFile(path, content, { flag: (await isEmptyFile(path)) ? 'w' : 'wx' });
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return `已有文件“${path}”，没有覆盖。请换一个文件名，或先移走它。`;
    if (code === 'ENOENT') return `没有“${path}”所在的文件夹，请先建立。`;
    return `文件“${path}”不能写入，请检查文件夹的权限。`;
  }
}
