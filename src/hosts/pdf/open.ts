// Opens a PDF. In Node pdf.js runs in a worker under caps of time and memory, since hostile files can
// stall it; only plain data comes back. Never throws: what stands in the way comes back as a value.
import type { Booklet, OpenedBooklet } from '../../facts/booklet.ts';
import { bookletOf } from './booklet.ts';
import { drawnOn } from './drawn.ts';
import { PDF_LIMITS, type PdfLimits } from './limits.ts';
import { type Page, pageFrom } from './page.ts';
import { glyphsOf, pageOf, type RawReply, readRaw } from './raw.ts';

type NodeModule = typeof import('node:module');
type NodeWorkers = typeof import('node:worker_threads');
type NodeUrl = typeof import('node:url');
type Builtin = (name: string) => unknown;

type ErrorCode = 'encrypted' | 'damaged' | 'too-large' | 'refused' | 'scanned' | 'unreadable-font';

const SENTENCES: Readonly<Record<ErrorCode, string>> = {
  encrypted: '这个 PDF 有打开密码，请先取消密码另存一份，或用 Word 原稿；原文件未改动。',
  damaged: '这个 PDF 已损坏，无法读取，请重新导出一份，或用 Word 原稿；原文件未改动。',
  'too-large': '这个 PDF 过大，请只保留决算公开的部分，另存一份再试；原文件未改动。',
  refused: '这个 PDF 结构异常，为安全起见没有读取，请用 Word 或 WPS 重新导出一份；原文件未改动。',
  scanned:
    '这个 PDF 是扫描的图片，里面没有文字，无法核对，请用 Word 原稿或文字版 PDF；原文件未改动。',
  'unreadable-font':
    '这个 PDF 的字体没有带上文字编码，读不出文字，请用 Word 或 WPS 重新导出，或用 Word 原稿；原文件未改动。',
};

class Stopped extends Error {
  constructor(readonly code: ErrorCode) {
    super(SENTENCES[code]);
  }
}

/** Why pdf.js would not read a file, by the name of what it threw. */
const codeOf = (name: string): ErrorCode =>
  name === 'PasswordException'
    ? 'encrypted'
    : name === 'InvalidPDFException'
      ? 'damaged'
      : 'refused';

/** Takes pages as they come and keeps of each only what is read. */
class Taker {
  readonly pages: Page[] = [];

  /** True once there is nothing more to come. */
  take(reply: RawReply): boolean {
    switch (reply.kind) {
      case 'page':
        this.pages.push(pageFrom(reply.page, drawnOn(reply.page)));
        return false;
      case 'end':
        return true;
      case 'too-large':
        throw new Stopped('too-large');
      case 'failed':
        throw new Stopped(codeOf(reply.name));
    }
  }
}

/** Runs apart; what it reads with comes as source text. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { url, task, sources } = workerData;
const [glyphsOf, pageOf, readRaw] = sources.map((source) => (0, eval)('(' + source + ')'));
const failed = (error) => parentPort.postMessage({
  kind: 'failed', name: String(error && error.name), message: String(error && error.message) });
process.on('unhandledRejection', failed);
import(url)
  .then((pdfjs) => readRaw(pdfjs, task, { glyphsOf, pageOf }, (r) => parentPort.postMessage(r)))
  .catch(failed);
`;

/** How often the memory of the worker is looked at. */
const LOOK = 100;

function readApart(builtin: Builtin, bytes: Uint8Array, limits: PdfLimits): Promise<Page[]> {
  const { createRequire } = builtin('node:module') as NodeModule;
  const { Worker } = builtin('node:worker_threads') as NodeWorkers;
  const { pathToFileURL } = builtin('node:url') as NodeUrl;
  const path = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const root = path.slice(0, path.lastIndexOf('legacy'));
  const task = {
    bytes,
    cMapUrl: `${root}cmaps/`,
    standardFontDataUrl: `${root}standard_fonts/`,
    limits,
  };
  const sources = [glyphsOf, pageOf, readRaw].map(String);
  const before = process.memoryUsage().rss;
  return new Promise((resolve, reject) => {
    const taker = new Taker();
    const worker = new Worker(WORKER, {
      eval: true,
      workerData: { url: pathToFileURL(path).href, task, sources },
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      stdout: true,
      stderr: true,
    });
    const settle = (act: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      void worker.terminate();
      act();
    };
    const capped = () => settle(() => reject(new Stopped('refused')));
    const timer = setTimeout(capped, limits.milliseconds);
    // Streams that swell are kept outside of the heap, where no limit of a worker holds.
    const watch = setInterval(() => {
      if (process.memoryUsage().rss - before > limits.megabytes * 2 ** 20) capped();
    }, LOOK);
    worker.on('message', (reply: RawReply) => {
      try {
        if (taker.take(reply)) settle(() => resolve(taker.pages));
      } catch (error) {
        settle(() => reject(error));
      }
    });
    worker.on('error', capped);
    worker.on('exit', capped);
  });
}

/** A header within the first kilobyte, as readers allow. */
export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const OBJ = [0x20, 0x6f, 0x62, 0x6a];
function countObjects(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(0x6f); i > 0; i = bytes.indexOf(0x6f, i + 1))
    if (OBJ.every((b, k) => bytes[i - 1 + k] === b)) count += 1;
  return count;
}

/** What reads the pages: a worker of Node, or a browser's own pdf.js. */
export type PageReader = (bytes: Uint8Array, limits: PdfLimits) => Promise<readonly Page[]>;

async function readPages(bytes: Uint8Array, limits: PdfLimits): Promise<readonly Page[]> {
  const builtin = (globalThis as { process?: { getBuiltinModule?: Builtin } }).process
    ?.getBuiltinModule;
  if (!builtin) throw new Stopped('refused');
  return readApart(builtin, bytes, limits);
}

/** The whole file says nothing, and why. */
function silent({ text, snapshot, troubles }: Booklet): ErrorCode | undefined {
  if (text.trim() !== '' || snapshot.sheets.length > 0) return undefined;
  return troubles[0]?.code ?? 'damaged';
}

/** 打开 PDF. */
export async function openPdf(
  bytes: Uint8Array,
  name: string,
  options: { readonly limits?: Partial<PdfLimits>; readonly read?: PageReader } = {},
): Promise<OpenedBooklet> {
  const limits = { ...PDF_LIMITS, ...options.limits };
  const failed = (code: string, message: string): OpenedBooklet => ({
    ok: false,
    error: { code, message },
  });
  try {
    if (bytes.length > limits.fileBytes) throw new Stopped('too-large');
    if (!isPdf(bytes)) throw new Stopped('damaged');
    if (countObjects(bytes) > limits.objects) throw new Stopped('refused');
    const pages = await (options.read ?? readPages)(bytes, limits);
    const booklet = bookletOf(pages, name, limits);
    const code = silent(booklet);
    return code ? failed(code, SENTENCES[code]) : { ok: true, booklet };
  } catch (error) {
    if (error instanceof Stopped) return failed(error.code, error.message);
    return failed(
      'internal',
      '读取 PDF 时出现意外，请重新导出一份，或用 Word 原稿；原文件未改动。',
    );
  }
}
