// PDF in the pane: pdf.js of the page itself reads a file and draws its pages. Nothing leaves the machine; what
// reads it comes only when a PDF is chosen.
import { Capped } from '../src/hosts/pdf/apart.ts';
import { limitsInBrowser } from '../src/hosts/pdf/limits.ts';
import type { PageReader } from '../src/hosts/pdf/open.ts';
import { glyphsOf, pageOf, readRaw } from '../src/hosts/pdf/raw.ts';

/** Beside the page, as the build puts them there. */
const beside = (path: string): string => new URL(`pdf/${path}`, document.baseURI).href;
const dataUrls = () => ({
  cMapUrl: beside('cmaps/'),
  standardFontDataUrl: beside('standard_fonts/'),
});

/** Whether what reads a PDF came with this page: a page that is one file alone has no room for it. */
export async function readsPdf(): Promise<boolean> {
  // A page opened from disk fetches nothing.
  if (location.protocol === 'file:') return false;
  return fetch(beside('pdf.worker.js'), { method: 'HEAD' }).then(
    (r) => r.ok,
    () => false,
  );
}

async function pdfjs() {
  // As it stands beside the page: a page that is one script has no room for it, and asks for it only here.
  const address = beside('pdf.js');
  const own = (await import(/* @vite-ignore */ address)) as typeof import('pdfjs-dist');
  own.GlobalWorkerOptions.workerSrc = beside('pdf.worker.js');
  return own;
}

/** Who reads hears of every page, and may stop. */
export interface Heed {
  readonly onPage: (page: number) => void;
  readonly stopped: () => boolean;
}

/** What reads the pages of a PDF in this page. */
export const pageReader =
  ({ onPage, stopped }: Heed): PageReader =>
  async (bytes, limits, take) => {
    const task = { bytes: bytes.slice(), limits: limitsInBrowser(limits), ...dataUrls() };
    const own = await pdfjs();
    const begun: { destroy(): Promise<void> }[] = [];
    const getDocument: typeof own.getDocument = (source) => {
      const opening = own.getDocument(source);
      begun.push(opening);
      return opening;
    };
    const read = readRaw({ OPS: own.OPS, getDocument }, task, { glyphsOf, pageOf }, (reply) => {
      if (stopped()) throw new Error('stopped');
      if (reply.kind === 'page') onPage(reply.page.number);
      take(reply);
    });
    await within(read, limits.milliseconds).finally(() => {
      // The worker of pdf.js ends with the file, however far it came.
      for (const opening of begun) void opening.destroy();
    });
  };

/** What takes longer is given up: a hostile file can stall the worker for good. */
async function within(read: Promise<void>, milliseconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Capped('capped')), milliseconds);
  });
  await Promise.race([read, late]).finally(() => clearTimeout(timer));
}

/** Draws pages of one file, one at a time. */
export async function pageDrawer(bytes: Uint8Array): Promise<{
  draw: (page: number, canvas: HTMLCanvasElement) => Promise<void>;
  close: () => void;
}> {
  const { getDocument } = await pdfjs();
  const task = getDocument({
    data: bytes.slice(),
    cMapPacked: true,
    isEvalSupported: false,
    ...dataUrls(),
  });
  const file = await task.promise;
  const draw = async (number: number, canvas: HTMLCanvasElement): Promise<void> => {
    const page = await file.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const wide = canvas.clientWidth * Math.min(2, window.devicePixelRatio);
    const viewport = page.getViewport({ scale: wide / plain.width });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport }).promise;
  };
  return { draw, close: () => void task.destroy() };
}
