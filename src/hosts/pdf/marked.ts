// A PDF with notes laid over its pages: highlights that say what was found there. What stood in the file
// stays byte for byte; the notes follow behind it. Knows pages and boxes; knows no finding.
import type { PDFDict, PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { Verdict } from '../../assertions/finding.ts';
import type { Box, PagePlace } from '../../facts/booklet.ts';
import { AUTHOR } from '../own-copy.ts';

/** 批注: one place, how it is marked, and what is said of it. */
export interface PdfMark {
  readonly place: PagePlace;
  readonly verdict: Exclude<Verdict, 'exact'>;
  readonly note: string;
}

/** 带批注的副本; what stands in the way comes back as a value. */
export type MarkedPdf =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

type Library = typeof import('@cantoo/pdf-lib');
type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** Red, amber and grey, as in workbooks. */
const COLOURS: Readonly<Record<PdfMark['verdict'], readonly [number, number, number]>> = {
  broken: [1, 0.55, 0.55],
  rounding: [1, 0.87, 0.5],
  unknown: [0.8, 0.8, 0.8],
};

/** Without pauses: nobody waits for a screen to be drawn. */
const SAVING = { useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY };

const LOCKED = '这个 PDF 限制了修改，不能加批注，请用没有限制的原文件；原文件未改动。';
const FAILED = '这个 PDF 不能加批注，请重新导出一份再试；原文件未改动。';

/** A box of the page as shown, in the page's own space: shown pages may be turned and cut. */
function rectangleOn(page: PDFPage, { left, top, width, height }: Box): Rectangle {
  const crop = page.getCropBox();
  const [x0, y0] = [crop.x, crop.y];
  const [x1, y1] = [crop.x + crop.width, crop.y + crop.height];
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const point = (x: number, y: number): readonly [number, number] => {
    if (turn === 90) return [x0 + y, y0 + x];
    if (turn === 180) return [x1 - x, y0 + y];
    return turn === 270 ? [x1 - y, y1 - x] : [x0 + x, y1 - y];
  };
  const [a, b] = [point(left, top), point(left + width, top + height)];
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

/** What a viewer paints: the colour laid over the words like a pen's. */
function appearance(
  document: PDFDocument,
  rectangle: Rectangle,
  colour: readonly number[],
): PDFRef {
  const { context } = document;
  const [left, bottom, right, top] = rectangle;
  const paint = `/M gs ${colour.join(' ')} rg ${left} ${bottom} ${right - left} ${top - bottom} re f`;
  const stream = context.stream(paint, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...rectangle],
    Resources: { ExtGState: { M: { Type: 'ExtGState', BM: 'Multiply' } } },
    Group: { Type: 'Group', S: 'Transparency' },
  });
  return context.register(stream);
}

function annotation(
  { PDFHexString }: Library,
  document: PDFDocument,
  page: PDFPage,
  { place, verdict, note }: PdfMark,
): PDFDict {
  const rectangle = rectangleOn(page, place.box);
  const [left, bottom, right, top] = rectangle;
  const colour = COLOURS[verdict];
  return document.context.obj({
    Type: 'Annot',
    Subtype: 'Highlight',
    Rect: [...rectangle],
    QuadPoints: [left, top, right, top, left, bottom, right, bottom],
    C: [...colour],
    F: 4,
    P: page.ref,
    T: PDFHexString.fromText(AUTHOR),
    Contents: PDFHexString.fromText(note),
    AP: { N: appearance(document, rectangle, colour) },
  });
}

/** Marks of one place as one, with all that is said of it. */
function gathered(marks: readonly PdfMark[]): PdfMark[] {
  const order: readonly PdfMark['verdict'][] = ['broken', 'rounding', 'unknown'];
  const byPlace = new Map<string, PdfMark>();
  for (const mark of marks) {
    const { page, box } = mark.place;
    const key = [page, box.left, box.top, box.width, box.height].join();
    const known = byPlace.get(key);
    if (!known) byPlace.set(key, mark);
    else {
      const verdict = order.find((v) => v === known.verdict || v === mark.verdict)!;
      const said = known.note.split('\n').includes(mark.note);
      byPlace.set(key, {
        ...known,
        verdict,
        note: said ? known.note : `${known.note}\n${mark.note}`,
      });
    }
  }
  return [...byPlace.values()];
}

/**
 * 带批注的副本 of a PDF that could be read: the same bytes with annotations added behind them. Never throws:
 * `encrypted` or `damaged` comes back as the error, with a sentence.
 */
export async function markedPdf(bytes: Uint8Array, marks: readonly PdfMark[]): Promise<MarkedPdf> {
  const library = await import('@cantoo/pdf-lib');
  const { PDFDocument } = library;
  try {
    const document = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      forIncrementalUpdate: true,
      parseSpeed: library.ParseSpeeds.Fastest,
    });
    if (document.isEncrypted) return { ok: false, error: { code: 'encrypted', message: LOCKED } };
    const { context } = document;
    const { snapshot } = context;
    if (!snapshot) throw new Error('no snapshot');
    // It would look through the whole file for every object that is made; we know what we change.
    Reflect.deleteProperty(context, 'snapshot');
    const pages = document.getPages();
    const own = new Map<PDFPage, PDFRef[]>();
    for (const mark of gathered(marks)) {
      const page = pages[mark.place.page - 1];
      if (!page) continue;
      const ref = context.register(annotation(library, document, page, mark));
      own.set(page, [...(own.get(page) ?? []), ref]);
    }
    for (const [page, refs] of own) {
      const before = page.node.Annots()?.asArray() ?? [];
      page.node.set(library.PDFName.of('Annots'), context.obj([...before, ...refs]));
      snapshot.markRefForSave(page.ref);
    }
    const added = await document.saveIncremental(snapshot, SAVING);
    const whole = new Uint8Array(bytes.length + added.length);
    whole.set(bytes);
    whole.set(added, bytes.length);
    return { ok: true, bytes: whole };
  } catch {
    return { ok: false, error: { code: 'damaged', message: FAILED } };
  }
}
