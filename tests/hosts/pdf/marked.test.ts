// Notes laid over a PDF: the file stays as it is and the notes follow behind it, at the right place even
// on pages that are shown turned.
import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { placesOfSpan } from '../../../src/facts/booklet.ts';
import { markedPdf, type PdfMark } from '../../../src/hosts/pdf/marked.ts';
import { openPdf } from '../../../src/hosts/pdf/open.ts';
import { Drawing } from '../../support/pdf/drawing.ts';

const WORDS = '本年支出合计12.50万元。';

async function opened(bytes: Uint8Array) {
  const result = await openPdf(bytes, '决算.pdf');
  if (!result.ok) throw new Error(result.error.message);
  return result.booklet;
}

/** The number of the text, marked wherever it stands. */
async function marksFor(bytes: Uint8Array): Promise<PdfMark[]> {
  const booklet = await opened(bytes);
  const start = booklet.text.indexOf('12.50');
  const places = placesOfSpan(booklet, { start, end: start + 5 });
  return places.map((place) => ({ place, verdict: 'broken', note: '应为 12.60 万元' }));
}

async function notesIn(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map((page) =>
    (page.node.Annots()?.asArray() ?? []).map((ref) => {
      const note = document.context.lookup(ref, PDFDict);
      const contents = note.lookup(PDFName.of('Contents'), PDFHexString).decodeText();
      const rectangle = note.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
      return { contents, ...rectangle };
    }),
  );
}

it('批注在数的位置，原文件的字节不变', async () => {
  const drawing = await Drawing.begin();
  drawing.page().text(60, 100, 12, WORDS);
  drawing.page().text(60, 100, 12, '第二页。');
  const bytes = await drawing.bytes();
  const before = bytes.slice();
  const marks = await marksFor(bytes);
  const marked = await markedPdf(bytes, [...marks, { ...marks[0]!, note: '另一条' }]);
  if (!marked.ok) throw new Error(marked.error.message);
  expect(bytes).toEqual(before);
  expect(marked.bytes.subarray(0, bytes.length)).toEqual(before);
  expect(await notesIn(marked.bytes)).toEqual([
    [expect.objectContaining({ contents: '应为 12.60 万元\n另一条', x: 60 + 6 * 12, width: 30 })],
    [],
  ]);
  // What is laid over is no part of what is read.
  expect((await opened(marked.bytes)).text).toBe((await opened(bytes)).text);
});

it.each([90, 180, 270])('页面转了 %i 度，批注仍在那个数上', async (angle) => {
  const drawing = await Drawing.begin();
  const { page } = drawing.page().text(60, 100, 12, WORDS);
  page.setRotation(degrees(angle));
  const bytes = await drawing.bytes();
  const marked = await markedPdf(bytes, await marksFor(bytes));
  if (!marked.ok) throw new Error(marked.error.message);
  const note = (await notesIn(marked.bytes))[0]?.[0];
  expect(note!.x).toBeCloseTo(60 + 6 * 12, 1);
  expect(note!.y).toBeCloseTo(842 - 100 - 12 * 0.14, 1);
  expect(note!.width).toBeCloseTo(30, 1);
});

it('不能读的文件说明原因', async () => {
  const marked = await markedPdf(new TextEncoder().encode('%PDF-1.7\n没有内容'), []);
  expect(marked).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
