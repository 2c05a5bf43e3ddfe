// The libraries for .xls and .ods in a worker of Node, under a cap of memory and time: a hostile file can stall them, and
// then only the worker ends. One that has answered waits for the next file, since it starts slowly.
import type { Worker } from 'node:worker_threads';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** 程序库: what reads a kind of old workbook. */
export type Library = '@e965/xlsx' | 'hucre/ods';
type NodeModule = typeof import('node:module');
type NodeWorkers = typeof import('node:worker_threads');
/** What gives the modules of Node, where there is Node. */
export type Builtin = (name: string) => unknown;

/**
 * Runs apart: loads its library and posts what that read. Rows and cells that hold nothing stay behind: a file of a
 * few bytes may claim millions of them.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { pathToFileURL } = require('node:url');
const loaded = import(pathToFileURL(workerData.path).href);
const filled = (book) => {
  for (const sheet of Object.values(book.Sheets ?? {})) {
    const rows = sheet['!data'];
    if (!rows) continue;
    sheet['!filled'] = Object.keys(rows).flatMap((r) => !rows[r] ? [] : [[Number(r),
      Object.keys(rows[r]).flatMap((c) => rows[r][c] ? [[Number(c), rows[r][c]]] : [])]]);
    delete sheet['!data'];
  }
  return book;
};
parentPort.on('message', ({ kind, bytes, options }) => loaded
  .then((m) => kind === 'hucre/ods' ? m.readOds(bytes) : filled((m.read ?? m.default.read)(bytes, options)))
  .then((value) => parentPort.postMessage({ value: JSON.parse(JSON.stringify(value, (k, v) =>
    v instanceof Map ? [...v] : v)) }))
  .catch((error) => parentPort.postMessage({ message: String(error && error.message) })));
`;

/** 要读的文件: which library reads it, and how. */
export interface LegacyTask {
  readonly kind: Library;
  readonly bytes: Uint8Array;
  readonly options: object;
}

interface Place {
  readonly worker: Worker;
  readonly kind: Library;
  readonly megabytes: number;
}

/** The worker that waits, if there is one. */
let waiting: Place | undefined;

function started(builtin: Builtin, kind: Library, megabytes: number): Place {
  const { createRequire } = builtin('node:module') as NodeModule;
  const { Worker } = builtin('node:worker_threads') as NodeWorkers;
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { path: createRequire(import.meta.url).resolve(kind) },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  return { worker, kind, megabytes };
}

/** Takes the worker that waits where it has the library, or starts one. */
function taken(builtin: Builtin, kind: Library, megabytes: number): Place {
  const place = waiting;
  waiting = undefined;
  if (place?.kind === kind && place.megabytes === megabytes) {
    place.worker.ref();
    return place;
  }
  void place?.worker.terminate();
  return started(builtin, kind, megabytes);
}

/** The worker has listeners of its own that must stay. */
function unheard({ worker }: Place): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Back to wait; it keeps no program from ending, and is forgotten should it end. */
function released(place: Place): void {
  unheard(place);
  if (waiting) {
    void place.worker.terminate();
    return;
  }
  waiting = place;
  place.worker.on('error', () => undefined);
  place.worker.on('exit', () => {
    if (waiting === place) waiting = undefined;
  });
  place.worker.unref();
}

/** What the library reads in a file; where it throws, its message is thrown, where it stalls or swells, a refusal. */
export function readByLibrary(
  builtin: Builtin,
  task: LegacyTask,
  limits: Limits,
): Promise<unknown> {
  const place = taken(builtin, task.kind, limits.legacyMegabytes);
  const { worker } = place;
  unheard(place);
  return new Promise((resolve, reject) => {
    const ended = (error: Error) => {
      clearTimeout(timer);
      unheard(place);
      worker.on('error', () => undefined);
      void worker.terminate();
      reject(error);
    };
    const capped = () => ended(new Refusal('refused'));
    const timer = setTimeout(capped, limits.legacyMilliseconds);
    worker.on('message', ({ value, message }: { value?: unknown; message?: string }) => {
      clearTimeout(timer);
      // What threw half-way leaves nothing behind: both libraries begin each file with all that they keep set anew.
      released(place);
      if (message) reject(new Error(message));
      else resolve(value);
    });
    worker.on('error', capped);
    worker.on('exit', capped);
    worker.postMessage(task);
  });
}
