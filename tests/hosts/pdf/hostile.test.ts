// Files that cannot or must not be read: each is told in plain words, and none brings the program down.
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limitsInBrowser, PDF_LIMITS, type PdfLimits } from '../../../src/hosts/pdf/limits.ts';
import { openPdf } from '../../../src/hosts/pdf/open.ts';
import { Drawing } from '../../support/pdf/drawing.ts';

async function open(bytes: Uint8Array, limits: Partial<PdfLimits> = {}) {
  const opened = await openPdf(bytes, '决算.pdf', { limits });
  return opened.ok ? opened.booklet : opened.error;
}
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

async function drawn(draw: (drawing: Drawing) => void): Promise<Uint8Array> {
  const drawing = await Drawing.begin();
  draw(drawing);
  return drawing.bytes();
}

/** A picture of one grey dot, as wide as the page. */
function withPicture(drawing: Drawing): void {
  const { context } = drawing.document;
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  });
  const picture = context.register(PDFRawStream.of(dict, new Uint8Array([128])));
  const sheet = drawing.page();
  sheet.page.node.setXObject(PDFName.of('P'), picture);
  sheet.raw('q 595 0 0 842 0 0 cm /P Do Q');
}

/** Runs a stream of its own choosing as the content of a page. */
async function withContent(data: Uint8Array, filters: readonly string[]): Promise<Uint8Array> {
  const drawing = await Drawing.begin();
  const { page } = drawing.page();
  const { context } = drawing.document;
  const dict = context.obj({ Filter: [...filters] });
  const content = context.register(PDFRawStream.of(dict, data));
  drawing.sheets.pop();
  page.node.set(PDFName.of('Contents'), content);
  return drawing.document.save();
}

describe('读不了的页', () => {
  it('全是扫描图片', async () => {
    const found = await open(await drawn(withPicture));
    expect(found).toMatchObject({ code: 'scanned', message: expect.stringContaining('Word 原稿') });
  });

  it('只有一页是扫描图片，其余照读', async () => {
    const found = await open(
      await drawn((drawing) => {
        drawing.page().text(60, 100, 12, '一、概况。');
        withPicture(drawing);
        drawing.page();
      }),
    );
    expect(found).toMatchObject({
      text: '一、概况。',
      troubles: [{ code: 'scanned', page: 2, message: expect.stringContaining('第2页') }],
    });
  });

  it('识别出来的隐藏文字不算文字', async () => {
    const hidden = (drawing: Drawing) => drawing.page().raw('3 Tr').text(60, 100, 12, '12.5万元');
    expect(await open(await drawn(hidden))).toMatchObject({ code: 'scanned' });
  });

  it('字体没有编码', async () => {
    const found = await open(
      await drawn((drawing) => {
        drawing.page().text(60, 100, 12, '一、概况。');
        drawing.page().text(60, 100, 12, '收入', 'Unmapped');
      }),
    );
    expect(found).toMatchObject({
      text: '一、概况。',
      troubles: [{ code: 'unreadable-font', page: 2 }],
    });
    const all = await drawn((drawing) => drawing.page().text(60, 100, 12, '收入', 'Unmapped'));
    expect(await open(all)).toMatchObject({ code: 'unreadable-font' });
  });
});

describe('不能读的文件', () => {
  it('有打开密码', async () => {
    const drawing = await Drawing.begin();
    drawing.page().text(60, 100, 12, '收入');
    await drawing.bytes();
    drawing.document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    const found = await open(await drawing.document.save());
    expect(found).toMatchObject({ code: 'encrypted', message: expect.stringContaining('密码') });
  });

  it.each([
    ['空文件', new Uint8Array(0)],
    ['不是 PDF', ascii('<html></html>')],
    ['只有开头', ascii('%PDF-1.7\n')],
    [
      '目录指向自己',
      ascii(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj trailer<</Root 1 0 R>>',
      ),
    ],
  ])('%s', async (_, bytes) => {
    const found = await open(bytes, { milliseconds: 20_000 });
    expect(['damaged', 'refused']).toContain((found as { code: string }).code);
  });

  it('截去后半', async () => {
    const bytes = await drawn((drawing) => drawing.page().text(60, 100, 12, '收入'));
    const found = await open(bytes.subarray(0, bytes.length >> 1));
    expect(found).toMatchObject({ code: expect.stringMatching(/damaged|refused/) });
  });

  it('页、指令、字、对象、时间各有上限', async () => {
    const bytes = await drawn((drawing) => {
      drawing.page().text(60, 100, 12, '收入支出');
      drawing.page().text(60, 100, 12, '收入支出');
    });
    expect(await open(bytes, { pages: 1 })).toMatchObject({ code: 'too-large' });
    expect(await open(bytes, { operators: 3 })).toMatchObject({ code: 'too-large' });
    expect(await open(bytes, { letters: 5 })).toMatchObject({ code: 'too-large' });
    expect(await open(bytes, { fileBytes: 100 })).toMatchObject({ code: 'too-large' });
    expect(await open(bytes, { objects: 2 })).toMatchObject({ code: 'refused' });
    expect(await open(bytes, { milliseconds: 1 })).toMatchObject({ code: 'refused' });
    // And after all that a good file is read as before.
    expect(await open(bytes)).toMatchObject({ text: '收入支出\n收入支出' });
  });

  it('浏览器里的上限低于命令行的，收得更低的不放宽；超过时说怎么办', async () => {
    const here = limitsInBrowser(PDF_LIMITS);
    expect(here.letters).toBeLessThan(PDF_LIMITS.letters);
    expect(here.operators).toBeLessThan(PDF_LIMITS.operators);
    expect(here).toMatchObject({ letters: 1_000_000, operators: 1_500_000, pages: 600 });
    const bytes = await drawn((drawing) => drawing.page().text(60, 100, 12, '收入支出'));
    expect(await open(bytes, limitsInBrowser({ ...PDF_LIMITS, letters: 3 }))).toEqual({
      code: 'too-large',
      message: '这个 PDF 过大，请只保留决算公开的部分，另存一份再试；原文件未改动。',
    });
  });

  it('膨胀的数据流', async () => {
    const once = zlibSync(new Uint8Array(64 << 20), { level: 1 });
    const bytes = await withContent(zlibSync(once), ['FlateDecode', 'FlateDecode']);
    expect(bytes.length).toBeLessThan(500_000);
    const found = await open(bytes, { megabytes: 200, milliseconds: 5000 });
    // The reader gives up on such a stream, or is ended by its caps: whichever comes first.
    expect(['refused', 'damaged']).toContain((found as { code?: string }).code);
  });

  it('自己调用自己的图形', async () => {
    const drawing = await Drawing.begin();
    const sheet = drawing.page();
    const { context } = drawing.document;
    const ref = context.nextRef();
    const dict = context.obj({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 595, 842],
      Resources: { XObject: { X: ref } },
    });
    context.assign(ref, PDFRawStream.of(dict, ascii('/X Do /X Do')));
    sheet.page.node.setXObject(PDFName.of('X'), ref);
    sheet.raw('/X Do').text(60, 100, 12, '收入');
    const found = await open(await drawing.bytes(), { milliseconds: 20_000 });
    expect(['收入', undefined]).toContain((found as { text?: string }).text);
  });
});
