// 正在核对: one run at a time writes into a folder. A run that was killed leaves its lock behind; the next
// one sees that its process is gone.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const LOCK = '.体检进行中';

interface Holder {
  readonly process: number;
  readonly host: string;
}

function alive(holder: Holder | undefined): boolean {
  if (!holder) return false;
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function holderIn(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/**
 * Takes the folder for this run; gives how to let go of it, or a sentence when another run has it. A folder
 * that cannot be written to throws the error of the file system.
 */
export async function lock(folder: string): Promise<(() => Promise<void>) | string> {
  const path = join(folder, LOCK);
  const own = JSON.stringify({ process: process.pid, host: hostname() } satisfies Holder);
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await writeFile(path, own, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderIn(path);
    if (alive(holder))
      return `文件夹“${folder}”正由另一次核对写入（${holder!.host}）。请等它做完，或换一个文件夹；确已中断的，删去里面的“${LOCK}”再做。`;
    await rm(path, { force: true });
  }
  return `文件夹“${folder}”正由另一次核对写入。请等它做完，或换一个文件夹。`;
}
