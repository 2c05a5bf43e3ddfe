// PDF in the pane: pdf.js of the page itself reads a file and draws its pages. Nothing leaves the machine; what
// reads it comes only when a PDF is chosen.
import type { Booklet, OpenedBooklet } from '../src/facts/booklet.ts';
import { openPdf, type PageReader } from '../src/hosts/pdf/open.ts';
import { glyphsOf, pageOf, readRaw } from '../src/hosts/pdf/raw.ts';

/** 一份 PDF in hand: what it says, and the bytes its pages are drawn from. */
export interface PdfInHand {
  readonly booklet: Booklet;
  readonly bytes: Uint8Array;
}

/** Beside the page, as the build puts them there. */
const beside = (path: string): string => new URL(`pdf/${path}`, document.baseURI).href;
const dataUrls = () => ({
  cMapUrl: beside('cmaps/'),
  standardFontDataUrl: beside('standard_fonts/'),
});

/** Whether what reads a PDF came with this page: a page that is one file alone has no room for it. */
export const readsPdf = (): Promise<boolean> =>
  fetch(beside('pdf.worker.js'), { method: 'HEAD' }).then(
    (r) => r.ok,
    () => false,
  );

async function pdfjs() {
  const own = await import('pdfjs-dist/legacy/build/pdf.mjs');
  own.GlobalWorkerOptions.workerSrc = beside('pdf.worker.js');
  return own;
}

const read: PageReader = async (bytes, limits, take) =>
  readRaw(
    await pdfjs(),
    { bytes: bytes.slice(), limits, ...dataUrls() },
    { glyphsOf, pageOf },
    take,
  );

/** 打开 PDF. */
export const openPdfFile = (bytes: Uint8Array, name: string): Promise<OpenedBooklet> =>
  openPdf(bytes, name, { read });

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
