// pdf.js in a worker of Node, under caps of time and memory: a hostile file can stall it, and then only
// the worker ends. A worker that has read a file well waits for the next one, since it starts slowly.
import type { Worker } from 'node:worker_threads';
import type { PdfLimits } from './limits.ts';
import { glyphsOf, pageOf, type RawReply, readRaw } from './raw.ts';

type NodeModule = typeof import('node:module');
type NodeWorkers = typeof import('node:worker_threads');
type NodeUrl = typeof import('node:url');
type Builtin = (name: string) => unknown;

/** 超限: the worker was stopped, or stopped by itself. */
export class Capped extends Error {}

/** Runs apart; what it reads with comes as source text. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { url, sources } = workerData;
const [glyphsOf, pageOf, readRaw] = sources.map((source) => (0, eval)('(' + source + ')'));
const post = (reply) => parentPort.postMessage(reply);
const failed = (error, ended) => post({
  kind: 'failed', name: String(error && error.name), message: String(error && error.message), ended });
process.on('unhandledRejection', (error) => failed(error, false));
const loaded = import(url);
parentPort.on('message', (task) => loaded
  .then((pdfjs) => readRaw(pdfjs, task, { glyphsOf, pageOf }, post))
  .catch((error) => failed(error, true)));
`;

/** The worker has closed the file and is as good as new. */
const isDone = (reply: RawReply): boolean =>
  reply.kind === 'end' || (reply.kind === 'failed' && reply.ended === true);

/** How often the memory of the process is looked at. */
const LOOK = 100;

interface Place {
  readonly worker: Worker;
  readonly megabytes: number;
  readonly urls: { readonly cMapUrl: string; readonly standardFontDataUrl: string };
}

/** The worker that waits, if there is one. */
let waiting: Place | undefined;

function started({ megabytes }: PdfLimits): Place {
  const builtin = (globalThis as { process?: { getBuiltinModule?: Builtin } }).process
    ?.getBuiltinModule;
  if (!builtin) throw new Capped('no worker here');
  const { createRequire } = builtin('node:module') as NodeModule;
  const { Worker } = builtin('node:worker_threads') as NodeWorkers;
  const { pathToFileURL } = builtin('node:url') as NodeUrl;
  const path = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const root = path.slice(0, path.lastIndexOf('legacy'));
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: {
      url: pathToFileURL(path).href,
      sources: [glyphsOf, pageOf, readRaw].map(String),
    },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  const urls = { cMapUrl: `${root}cmaps/`, standardFontDataUrl: `${root}standard_fonts/` };
  return { worker, megabytes, urls };
}

/** Takes the worker that waits, or starts one. */
function taken(limits: PdfLimits): Place {
  const place = waiting;
  waiting = undefined;
  if (place?.megabytes === limits.megabytes) {
    place.worker.ref();
    return place;
  }
  void place?.worker.terminate();
  return started(limits);
}

/** The worker has listeners of its own that must stay. */
function unheard({ worker }: Place): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Back to wait; it keeps no program from ending. */
function released(place: Place): void {
  unheard(place);
  if (waiting) void place.worker.terminate();
  else {
    waiting = place;
    place.worker.unref();
  }
}

/** Reads the pages of a file; what `take` throws ends the reading. */
export function readApart(
  bytes: Uint8Array,
  limits: PdfLimits,
  take: (reply: RawReply) => void,
): Promise<void> {
  const place = taken(limits);
  const { worker, urls } = place;
  const before = process.memoryUsage().rss;
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      act();
    };
    const ended = (error: unknown, kept = false) =>
      settle(() => {
        unheard(place);
        if (kept) released(place);
        else {
          worker.on('error', () => undefined);
          void worker.terminate();
        }
        reject(error);
      });
    const capped = () => ended(new Capped('capped'));
    const timer = setTimeout(capped, limits.milliseconds);
    // Streams that swell are kept outside of the heap, where no limit of a worker holds.
    const watch = setInterval(() => {
      if (process.memoryUsage().rss - before > limits.megabytes * 2 ** 20) capped();
    }, LOOK);
    worker.on('message', (reply: RawReply) => {
      try {
        take(reply);
      } catch (error) {
        ended(error, isDone(reply));
        return;
      }
      if (reply.kind === 'end')
        settle(() => {
          released(place);
          resolve();
        });
    });
    worker.on('error', capped);
    worker.on('exit', capped);
    worker.postMessage({ bytes, limits, ...urls });
  });
}
