// Many files in processes of their own, results in the order of the files. A file that exhausts memory or
// never ends takes its process with it and nothing else. No more than a few files per process are ahead
// of the one to be printed, so that memory does not grow with their number.
import { type ChildProcess, fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { MILLISECONDS, TIMEOUT } from './capped.ts';
import type { FileError } from './files.ts';
import type { Done, Task, TaskSettings } from './task.ts';

/** Of one process: its heap in megabytes. */
const MEGABYTES = 1024;
const AHEAD = 4;

/**
 * As it comes, V8 compiles eagerly, collects in threads beside, and fills a large young heap before it does: over a
 * few hundred files the threads take as much of the processor as the files do, which the other processes lack. Only
 * what stays hot is worth compiling. A heap that grows by a quarter before it is cleared takes some 25 MB less over
 * two processes than one that doubles, and about a fourteenth more of the processor. Versions of Node that were not tried are left as they come.
 */
const TRIED = Number.parseInt(process.versions.node, 10) === 20;
const COMPILING = ['--interrupt-budget=1000000'];
const COLLECTING = ['--single-threaded-gc', '--max-semi-space-size=4', '--heap-growing-percent=25'];
const FLAGS = TRIED ? [...COMPILING, ...COLLECTING] : [];

/** 子进程: what runs in a process, and how long one file may take. */
export interface Program {
  readonly file: URL;
  readonly milliseconds: number;
}
const OWN: Program = { file: new URL('worker.js', import.meta.url), milliseconds: MILLISECONDS };

const REFUSED: FileError = {
  code: 'refused',
  message: '读这个文件时内存耗尽，已跳过；原文件未改动。请检查它是否异常，或另存后再核对。',
};

/** What came of one attempt. */
type Attempt = { readonly done: Done } | { readonly lost: 'ended' | 'timeout' };

/** 核对进程: one child, started when first needed and again after it ended. */
class Hand {
  #child: ChildProcess | undefined;
  #fresh = true;
  #said = '';
  readonly #settings: TaskSettings;
  readonly #program: Program;

  constructor(settings: TaskSettings, program: Program) {
    this.#settings = settings;
    this.#program = program;
  }

  #started(): ChildProcess {
    if (this.#child) return this.#child;
    const child = fork(this.#program.file, {
      execArgv: [`--max-old-space-size=${MEGABYTES}`, ...FLAGS],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text;
    });
    child.send(this.#settings);
    this.#child = child;
    this.#fresh = true;
    return child;
  }

  /** What the child wrote for people is passed on; the last words of one that crashed are not. */
  #passOn(): void {
    if (this.#said !== '') process.stderr.write(this.#said);
    this.#said = '';
  }

  #try(task: Task): Promise<Attempt> {
    const child = this.#started();
    return new Promise((resolve) => {
      const settle = (attempt: Attempt) => {
        clearTimeout(timer);
        child.off('message', heard).off('exit', ended).off('error', ended);
        if ('done' in attempt) this.#passOn();
        else this.#child = undefined;
        resolve(attempt);
      };
      const heard = (done: unknown) => settle({ done: done as Done });
      const ended = () => settle({ lost: 'ended' });
      const timer = setTimeout(() => {
        settle({ lost: 'timeout' });
        child.on('error', () => {});
        child.kill('SIGKILL');
      }, this.#program.milliseconds);
      child.on('message', heard).on('exit', ended).on('error', ended);
      child.send(task, (error) => error && ended());
    });
  }

  async do(task: Task): Promise<Done> {
    this.#started();
    const fresh = this.#fresh;
    this.#fresh = false;
    const first = await this.#try(task);
    if ('done' in first) return first.done;
    const { failed } = await import('./task.ts');
    if (first.lost === 'timeout') return failed(task, TIMEOUT, this.#settings);
    // A process that had read others before may have died of them: the file gets one to itself.
    const second = fresh ? first : await this.#try(task);
    if ('done' in second) return second.done;
    const error = second.lost === 'timeout' ? TIMEOUT : REFUSED;
    return failed(task, error, this.#settings);
  }

  end(): void {
    const child = this.#child;
    this.#child = undefined;
    if (child?.connected) child.disconnect();
  }
}

/** Works off tasks in several processes; gives results in the order of the tasks. */
export async function* inOrder(
  tasks: readonly Task[],
  settings: TaskSettings,
  jobs: number,
  program: Program = OWN,
): AsyncGenerator<Done> {
  const count = Math.min(jobs, tasks.length);
  const hands = Array.from({ length: count }, () => new Hand(settings, program));
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
    for (const hand of hands) hand.end();
  }
}

/** Kinds that libraries read, and booklets: one alone may exhaust memory or never end. */
const HEAVY = /\.(?:xls|et|ods|pdf|docx|html?)$/i;
/** A workbook of more bytes may hold more than this process can: inflated, a part is up to 250 times as large. */
const LARGE = 256 << 10;

const isHeavy = (path: string): boolean =>
  HEAVY.test(path) || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE;

/** One small workbook is done here, under the same cap of time; all else in processes of their own. */
export async function* doneInOrder(
  tasks: readonly Task[],
  settings: TaskSettings,
  jobs: number,
): AsyncGenerator<Done> {
  const paths = [...tasks.map((t) => t.found.path), settings.former ?? ''];
  if (tasks.length > 1 || paths.some(isHeavy)) {
    yield* inOrder(tasks, settings, jobs);
    return;
  }
  const { catalogueOf, perform } = await import('./task.ts');
  const catalogue = await catalogueOf(settings);
  for (const task of tasks) yield await perform(task, catalogue, settings);
}
