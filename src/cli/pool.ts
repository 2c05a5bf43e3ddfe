// Many files on several threads, results in the order of the files. No more than a few files per thread
// are ahead of the one to be printed, so that memory does not grow with their number.
import { Worker } from 'node:worker_threads';
import type { FileError } from './files.ts';
import { INTERNAL } from './outcome.ts';
import { type Done, failed, type Settings, type Task } from './task.ts';

const MEGABYTES = 1024;
const MILLISECONDS = 180_000;
const AHEAD = 4;

const TIMEOUT: FileError = {
  code: 'timeout',
  message: '这个文件核对的时间太长，已跳过；原文件未改动。请检查它是否异常。',
};
const TOO_LARGE: FileError = {
  code: 'too-large',
  message: '这个文件太大，内存不够，已跳过；原文件未改动。',
};

/** 线程: one worker, started when first needed and again after it failed. */
class Hand {
  #worker: Worker | undefined;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  #started(): Worker {
    this.#worker ??= new Worker(new URL('worker.js', import.meta.url), {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    return this.#worker;
  }

  do(task: Task): Promise<Done> {
    const worker = this.#started();
    return new Promise((resolve) => {
      const heard = {
        message: (done: Done) => settle(done),
        error: (error: NodeJS.ErrnoException) =>
          give(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : INTERNAL),
        exit: () => give(INTERNAL),
      };
      const settle = (done: Done | Promise<Done>) => {
        clearTimeout(timer);
        for (const [event, listener] of Object.entries(heard)) worker.off(event, listener);
        resolve(done);
      };
      const give = (error: FileError) => {
        this.#worker = undefined;
        settle(failed(task, error, this.#settings));
        // What a worker says while it goes down has been answered already.
        worker.on('error', () => {});
        void worker.terminate();
      };
      const timer = setTimeout(() => give(TIMEOUT), MILLISECONDS);
      for (const [event, listener] of Object.entries(heard)) worker.on(event, listener);
      worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** Works off tasks on several threads; gives results in the order of the tasks. */
export async function* inOrder(
  tasks: readonly Task[],
  settings: Settings,
  jobs: number,
): AsyncGenerator<Done> {
  const hands = Array.from({ length: Math.min(jobs, tasks.length) }, () => new Hand(settings));
  const free = [...hands];
  const waiting: ((hand: Hand) => void)[] = [];
  const handed = (): Promise<Hand> => {
    const hand = free.pop();
    return hand ? Promise.resolve(hand) : new Promise((resolve) => waiting.push(resolve));
  };
  const run = async (task: Task): Promise<Done> => {
    const hand = await handed();
    const done = await hand.do(task);
    const next = waiting.shift();
    if (next) next(hand);
    else free.push(hand);
    return done;
  };
  const pending: Promise<Done>[] = [];
  let next = 0;
  try {
    while (next < tasks.length || pending.length > 0) {
      while (next < tasks.length && pending.length < jobs * AHEAD)
        pending.push(run(tasks[next++]!));
      yield await pending.shift()!;
    }
  } finally {
    await Promise.all(hands.map((h) => h.end()));
  }
}
