// A workbook, a Word file or a web page is opened in a worker under a cap of time: a hostile file stalls the worker, never
// the page, and is refused in plain words. PDF has a worker of its own.
import { type OpenedFile, openAny } from '../open.ts';
import { startWorker } from './start.ts';
import type { ApartReply, ApartTask } from './task.ts';

/** So long may a file take; no booklet comes near it. */
const MILLISECONDS = 60_000;
/** How often who waits is asked whether they still do. */
const LOOK = 200;

const refused = (message: string): OpenedFile => ({
  ok: false,
  error: { code: 'refused', message },
});
const TOO_LONG = '读取这个文件的时间太长，为安全起见已停止，请打开它另存一份再核对；原文件未改动。';
const FAILED = '读取这个文件时内存不够或出了意外，请打开它另存一份再核对；原文件未改动。';
const STOPPED = '已停止读取；原文件未改动。';

/** 读取选项: how long a file may take, who may stop it, and where the worker stands. */
interface ApartOptions {
  readonly milliseconds?: number;
  readonly stopped?: () => boolean;
  /** Address of the worker's script; beside the page unless said otherwise. */
  readonly script?: string;
}

/** What the worker says; undefined where it never began. */
function reply(
  worker: Worker,
  task: ApartTask,
  { milliseconds = MILLISECONDS, stopped = () => false }: ApartOptions,
): Promise<OpenedFile | undefined> {
  return new Promise((resolve) => {
    let began = false;
    const timer = setTimeout(() => settle(refused(TOO_LONG)), milliseconds);
    const watch = setInterval(() => {
      if (stopped()) settle(refused(STOPPED));
    }, LOOK);
    const settle = (opened: OpenedFile | undefined): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.terminate();
      resolve(opened);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<ApartReply>) => {
      if ('opened' in data) return settle(data.opened);
      began = true;
      worker.postMessage(task);
    });
    const failed = () => settle(began ? refused(FAILED) : undefined);
    worker.addEventListener('error', failed);
    worker.addEventListener('messageerror', failed);
  });
}

/** Opens a file apart from the page; in the page where no worker can be had. Never throws. */
export async function openApart(
  bytes: Uint8Array,
  name: string,
  options: ApartOptions = {},
): Promise<OpenedFile> {
  const worker = startWorker(options.script ?? 'reading.js');
  const opened = worker && (await reply(worker, { bytes, name }, options));
  return opened ?? openAny(bytes, name);
}
