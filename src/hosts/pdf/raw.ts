// What pdf.js draws on a page, cut down to what reading needs: letters, paths, pictures. Runs beside
// pdf.js, in a worker of Node or in a browser, and gives plain data only.
import type { PDFPageProxy } from 'pdfjs-dist';

type Pdfjs = Pick<typeof import('pdfjs-dist'), 'OPS' | 'getDocument'>;

/** 绘图指令: the number of an operator of pdf.js, then what it works on. */
export type RawOperator = readonly [operator: number, ...rest: unknown[]];

/** 字形: what it reads as, its advance, its vertical metrics, whether it is a blank; a number moves on. */
export type RawGlyph =
  | number
  | readonly [text: string, width: number, vertical: readonly number[] | null, blank: boolean];

/** 字体 as far as letters are placed by it. */
export interface RawFont {
  /** Glyph space to text space. */
  readonly scale: number;
  /** Written from top to bottom, with the metrics of a glyph that has none of its own. */
  readonly down: readonly number[] | null;
}

/** 一页的原始内容: pages are counted from 1, sizes in points. */
export interface RawPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the space of the page to the page as it is shown, from its upper left corner. */
  readonly transform: readonly number[];
  readonly operators: readonly RawOperator[];
  readonly fonts: Readonly<Record<string, RawFont>>;
  readonly pictures: boolean;
}

/** 读取上限 of one file. */
export interface RawLimits {
  readonly pages: number;
  readonly operators: number;
  readonly letters: number;
}

/** Where pdf.js finds its own data, and how much is read. */
export interface RawTask {
  readonly bytes: Uint8Array;
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  readonly limits: RawLimits;
}

/** What came of it: pages one by one, then the end, or why there is none. */
export type RawReply =
  | { readonly kind: 'page'; readonly page: RawPage }
  | { readonly kind: 'end' }
  | { readonly kind: 'too-large' }
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly message: string;
      /** The reader is done with the file; nothing more of it will come. */
      readonly ended?: boolean;
    };

/** What pdf.js knows of a font once it is loaded. */
interface LoadedFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly toUnicode?: { readonly _map?: readonly unknown[]; readonly firstChar?: number };
}

/** What pdf.js hands over to be shown. */
interface ShownGlyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly number[] | null;
  readonly isSpace: boolean;
}

/**
 * Glyphs with what they read as; U+FFFD where the file does not say, and the code of a glyph would be
 * taken for a letter.
 */
export function glyphsOf(
  shown: readonly (ShownGlyph | number | null)[],
  font: LoadedFont | undefined,
): RawGlyph[] {
  const map = font?.composite ? font.toUnicode : undefined;
  const glyphs: RawGlyph[] = [];
  for (const glyph of shown) {
    if (typeof glyph === 'number') glyphs.push(glyph);
    else if (glyph) {
      const told = !map || map._map?.[glyph.originalCharCode] !== undefined;
      const text = told ? glyph.unicode : '\ufffd';
      glyphs.push([text, glyph.width, glyph.vmetric ?? null, glyph.isSpace]);
    }
  }
  return glyphs;
}

/** A page of pdf.js as plain data. */
export async function pageOf(
  { OPS }: Pdfjs,
  page: PDFPageProxy,
  glyphs: typeof glyphsOf,
): Promise<RawPage> {
  const kept = new Set([
    ...[OPS.save, OPS.restore, OPS.transform, OPS.constructPath, OPS.clip, OPS.eoClip],
    ...[OPS.beginText, OPS.setFont],
    ...[OPS.paintFormXObjectBegin, OPS.paintFormXObjectEnd, OPS.setCharSpacing, OPS.setHScale],
    ...[OPS.setWordSpacing, OPS.setLeading, OPS.setTextRise, OPS.setTextRenderingMode],
    ...[OPS.moveText, OPS.setLeadingMoveText, OPS.setTextMatrix, OPS.nextLine, OPS.showText],
  ]);
  const list = await page.getOperatorList({ annotationMode: 0 });
  const fonts: Record<string, RawFont> = {};
  const operators: RawOperator[] = [];
  const around: (LoadedFont | undefined)[] = [];
  let font: LoadedFont | undefined;
  list.fnArray.forEach((operator: number, i: number) => {
    if (!kept.has(operator)) return;
    const rest = (list.argsArray[i] ?? []) as unknown[];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) around.push(font);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) font = around.pop();
    if (operator === OPS.setFont) {
      const name = String(rest[0]);
      font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont) : undefined;
      const down = font?.vertical ? (font.defaultVMetrics ?? [-1000, 500, 880]) : null;
      fonts[name] = { scale: font?.fontMatrix?.[0] ?? 0.001, down };
    }
    if (operator !== OPS.showText) operators.push([operator, ...rest]);
    else operators.push([operator, glyphs((rest[0] ?? []) as ShownGlyph[], font)]);
  });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const number = page.pageNumber;
  page.cleanup();
  return { number, width, height, transform, operators, fonts, pictures: false };
}

/**
 * Reads a file page by page. Pictures are left out, unless a page holds no text. These three functions
 * go to a worker as their source text: they must mean nothing that stands outside of them but what
 * they are given. Throws what pdf.js throws of a file or a page; the file is closed all the same.
 */
export async function readRaw(
  pdfjs: Pdfjs,
  task: RawTask,
  parts: { readonly glyphsOf: typeof glyphsOf; readonly pageOf: typeof pageOf },
  post: (reply: RawReply) => void,
): Promise<void> {
  const { OPS } = pdfjs;
  const { bytes, limits, ...urls } = task;
  const open = async (maxImageSize: number) => {
    const own = { cMapPacked: true, fontExtraProperties: true, isEvalSupported: false };
    const data = bytes.slice();
    const opening = pdfjs.getDocument({ ...urls, ...own, data, verbosity: 0, maxImageSize });
    try {
      return await opening.promise;
    } catch (error) {
      await opening.destroy();
      throw error;
    }
  };
  const file = await open(0);
  let whole: typeof file | undefined;
  let scanned = 0;
  /** Many pages without text that are pictures: the next one will be no other. */
  const hasPictures = async (number: number) => {
    if (scanned > 2) return true;
    whole ??= await open(-1);
    const { fnArray } = await (await whole.getPage(number)).getOperatorList();
    const seen = fnArray.some((f: number) => f >= OPS.paintImageMaskXObject && f <= 90);
    if (seen) scanned += 1;
    return seen;
  };
  let operators = 0;
  let letters = 0;
  try {
    if (file.numPages > limits.pages) return post({ kind: 'too-large' });
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await parts.pageOf(pdfjs, await file.getPage(number), parts.glyphsOf);
      const texts = page.operators.filter(([f]) => f === OPS.showText);
      operators += page.operators.length;
      letters += texts.reduce((sum, [, glyphs]) => sum + (glyphs as RawGlyph[]).length, 0);
      if (operators > limits.operators || letters > limits.letters)
        return post({ kind: 'too-large' });
      const pictures = texts.length === 0 && (await hasPictures(number));
      post({ kind: 'page', page: { ...page, pictures } });
    }
  } finally {
    await file.loadingTask.destroy();
    await whole?.loadingTask.destroy();
  }
  post({ kind: 'end' });
}
