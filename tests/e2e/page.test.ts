// The page without an add-in, in Chromium: from disk as one file, and from a plain server under its own policy. A file
// is opened, checked, looked at and saved; nothing is asked of any network.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { read, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersBeyond, syntaxBeyond } from '../../build/browsers.ts';
import { countMarks } from '../../src/hosts/xlsx/marks.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { FILLED } from '../../taskpane/filled.ts';
import { launchChromium } from '../support/chromium.ts';
import { PRODUCERS } from '../support/pdf/borders.ts';
import { printBooklet } from '../support/pdf/print.ts';
import { changed, sample as sampleBook } from '../support/samples.ts';

const root = new URL('../../dist/page/', import.meta.url).pathname;
const sample = readFileSync(new URL('../cases/samples/hanyang-2021.xlsx', import.meta.url));

/** The sample with two digits of a total exchanged. */
function disturbed(): Buffer {
  const parts = unzipSync(new Uint8Array(sample));
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[name]!).replace(
    /(<c r="C36"[^>]*>.*?<v>)838\.78(<\/v>)/,
    '$1838.87$2',
  );
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(xml) }));
}
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

let server: Server;
let browser: Browser;
let address = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const content = readFileSync(join(root, normalize(path)));
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' })
        .end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
});

const cell = (page: Page, at: string) => page.locator(`[role=gridcell][data-address="${at}"]`);

async function openIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '打开文件' }).first().click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** The workbook that a click on this button saves. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const opened = await openWorkbook(bytes, download.suggestedFilename());
  if (!opened.ok) throw new Error(opened.error.message);
  return { name: download.suggestedFilename(), sheets: opened.snapshot.sheets, bytes };
}

describe.each([
  ['从磁盘打开的一个文件', () => `file://${root}gouji.html`],
  ['普通服务器上的文件夹', () => address],
] as const)('网页版：%s', (_, url) => {
  let page: Page;
  const outside: string[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1100, height: 700 }, locale: 'zh-CN' });
    page.on('pageerror', (e) => errors.push(e.message));
    page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    page.on('request', (r) => {
      const own =
        r.url().startsWith(url().replace(/[^/]*$/, '')) || /^(?:blob|data):/.test(r.url());
      if (!own) outside.push(r.url());
    });
    page.setDefaultTimeout(12_000);
    await page.goto(url());
  });
  afterAll(() => page.close());

  const open = (name: string, buffer: Buffer) => openIn(page, name, buffer);

  it('打开工作簿：左边看表，右边体检，点一处即到那一格', async () => {
    await open('某局.xlsx', disturbed());
    await cell(page, 'A1').waitFor();
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.locator('[data-rule=A03] [data-finding]').click();
    const culprit = cell(page, 'C36');
    await culprit.waitFor();
    expect(await culprit.textContent()).toBe('838.87');
    expect(await culprit.getAttribute('data-verdict')).toBe('broken');
    expect(await culprit.getAttribute('aria-selected')).toBe('true');
    // What the total is made of is lit as long as the details are open.
    const lit = () =>
      page.locator('.cell.lit').evaluateAll((all) => all.map((e) => e.dataset.address));
    await expect.poll(lit).toEqual(['C33', 'C34', 'C35']);
    await page.keyboard.press('Escape');
    await expect.poll(lit).toEqual([]);
    await page.getByRole('grid').press('ArrowUp');
    expect(await cell(page, 'C35').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tab', { name: '表5', exact: true }).click();
    expect(await page.getByRole('grid').getAttribute('aria-label')).toBe('表5');
  });

  it('批注副本：原表不变，不符之处有标记和批注', async () => {
    const { name, sheets, bytes } = await saved(page, '保存批注副本');
    expect(name).toBe('某局（批注）.xlsx');
    expect(sheets[0]!.cells[35]![2]!.value).toBe(838.87);
    expect(countMarks(bytes)).toBeGreaterThan(0);
    expect(Object.keys(unzipSync(bytes)).some((n) => n.includes('goujiNotes'))).toBe(true);
  });

  it('体检报告成为新的一张表，可以另存', async () => {
    await page.getByRole('button', { name: '体检报告' }).click();
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-label')).toBe('体检报告');
    const { name, sheets } = await saved(page, '保存新增的表');
    expect(name).toBe('某局（体检报告）.xlsx');
    expect(sheets.map((s) => s.name)).toEqual(['体检报告']);
  });

  it('PDF：左边是原页，格上有框，两边都点得到；从磁盘打开的说明换哪一种', async () => {
    const book = await sampleBook('hanyang-2021');
    const own = book.sheets.filter((s) => /^表[1-3]$/.test(s.name));
    const wrong = changed({ sheets: own }, [{ sheet: '表1', address: 'C36', value: 838.87 }]);
    const look = { landscape: true, size: 8, repeated: false, numbered: false };
    const print = { producer: PRODUCERS[0]!, ...look };
    await open('决算.pdf', Buffer.from(await printBooklet(wrong.sheets, print)));
    if (url().startsWith('file:')) {
      await page.getByRole('alert').getByText('从磁盘双击打开的网页版读不了 PDF').waitFor();
      return page.getByRole('button', { name: '知道了' }).click();
    }
    await page.getByRole('region', { name: '第 1 页' }).waitFor();
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.locator('[data-rule=A03] [data-finding]').click();
    const framed = page.locator('[data-frame][aria-pressed=true]');
    await expect.poll(() => framed.getAttribute('aria-label')).toMatch(/C35 不符$/);
    // And from the page to the list.
    await page.getByRole('button', { name: '收起' }).waitFor({ state: 'detached' });
    await page.locator('[data-rule=A03] [data-finding]').press('Escape');
    await framed.click();
    const entry = page.locator('[data-finding][aria-expanded=true]');
    await expect.poll(() => entry.evaluate((e) => e === document.activeElement)).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存批注副本' }).click(),
    ]);
    expect(readFileSync(await download.path()).toString('latin1')).toMatch(/\/Annots/);
    await open('某局.xlsx', disturbed());
    return cell(page, 'A1').waitFor();
  });

  it('打不开的文件：一句话说明，打开着的不动', async () => {
    await open('损坏.xlsx', Buffer.from(sample.subarray(0, 9000)));
    await page.getByRole('alert').getByText('“损坏.xlsx”：').waitFor();
    expect(await page.getByRole('grid').count()).toBe(1);
    await page.getByRole('button', { name: '知道了' }).click();
  });

  it('全程没有向外的请求，页面没有出错', () => {
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('网页版：旧浏览器', () => {
  const built = [
    ...readdirSync(root).map((n) => join(root, n)),
    ...readdirSync(join(root, '../addin/assets')).map((n) => join(root, '../addin/assets', n)),
  ].filter((n) => n.endsWith('.js'));
  /** The PDF library, fetched only to show a PDF's pages, may ask for a newer browser. */
  const NEWER = /[/\\]pdf[.-][^/\\]*\.js$/;

  it('语法是 Chromium 80 和 Safari 15 都认识的；缺的成员都已补上', () => {
    expect(built.length).toBeGreaterThan(3);
    for (const path of built.filter((n) => !NEWER.test(n))) {
      const code = readFileSync(path, 'utf8');
      expect(syntaxBeyond(code), path).toEqual([]);
      const missing = [...membersBeyond(code).keys()].filter((m) => !FILLED.includes(m));
      expect(missing, path).toEqual([]);
    }
  });

  it('缺了新成员的浏览器里照常打开、体检；.xls、.et、.ods 也读', async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    // As old in the workers as in the page.
    await page.addInitScript(`{
      const age = () => {
        const lists = [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)];
        for (const on of [...lists, String.prototype])
          for (const name of ${JSON.stringify(FILLED.filter((n) => n !== 'WeakRef'))})
            delete on[name];
        for (const name of ['WeakRef', 'CompressionStream', 'DecompressionStream', 'structuredClone'])
          delete globalThis[name];
      };
      age();
      const Young = Worker;
      window.begun = 0;
      window.Worker = function (script) {
        begun += 1;
        const code = '(' + age + ')(); importScripts(' + JSON.stringify(String(script)) + ')';
        return new Young(URL.createObjectURL(new Blob([code])));
      };
    }`);
    await page.goto(`file://${root}gouji.html`);
    await page.getByRole('button', { name: '打开示例' }).click();
    await page.getByRole('button', { name: '开始体检' }).click();
    await page
      .getByText(/已识别|全部相符/)
      .first()
      .waitFor();
    // Files of older programs, and of WPS (.et as an Excel file), are opened and checked in such a browser too.
    const book = read(disturbed());
    for (const [name, bookType] of [
      ['旧表.xls', 'biff8'],
      ['金山.et', 'biff8'],
      ['开放.ods', 'ods'],
    ] as const) {
      await openIn(page, name, write(book, { type: 'buffer', bookType }));
      await page.getByText(name).first().waitFor();
      await page.getByRole('button', { name: '开始体检' }).click();
      await page.locator('[data-rule=A03] [data-finding]').click();
      const culprit = page.locator('[role=gridcell][data-address="C36"]');
      await expect
        .poll(() => culprit.getAttribute('data-verdict'), { message: name })
        .toBe('broken');
      expect(await culprit.textContent()).toBe('838.87');
    }
    await page.getByRole('tab', { name: '核对文稿' }).click();
    await page.getByRole('textbox', { name: '在这里粘贴文字' }).fill('支出合计838.78万元。');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('1 个数字：').waitFor();
    // Four files and the text, each apart.
    expect(await page.evaluate('begun')).toBe(5);
    await page.close();
  });
});
