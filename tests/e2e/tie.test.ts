// 核对文稿 in the pane: a pasted text marked number by number, a number that leads to its cell, corrections taken over
// one by one and together and given back as tracked changes, a PDF with its tables shown as pages, the list beside,
// a copy with notes, a file that cannot be opened.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph, run, wordFile } from '../support/booklet/word.ts';
import { PRODUCERS } from '../support/pdf/borders.ts';
import { type Print, printBooklet } from '../support/pdf/print.ts';
import { openPreview, type Preview } from '../support/preview-page.ts';
import { changed, sample } from '../support/samples.ts';
import { compoundFile } from '../support/xlsx-package.ts';

const TEXT =
  '二、收入决算情况说明\n2021年度收入合计 837.93 万元。其中：财政拨款收入837.33万元，占本年收入99.99%；其他收入0.06万元，占本年收入0.01%。\n三、支出决算情况说明\n支出合计838.78万元，主要原因是是调整。\n';

describe('核对文稿', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open('file=/hanyang-2021.xlsx', {
      viewport: { width: 320, height: 760 },
      acceptDownloads: true,
    });
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await preview.close();
  });

  it('体检以前说明要先体检', async () => {
    await page.getByRole('tab', { name: '核对文稿' }).click();
    await page.getByText('请先体检').waitFor();
    await page.getByRole('tabpanel').getByRole('button', { name: '开始体检' }).click();
    await page.getByText('拖入 Word、PDF 或粘贴文字').waitFor();
  });

  it('打不开的 Word 说明原因，换一份再来', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    const locked = Buffer.from(compoundFile(['EncryptionInfo', 'EncryptedPackage']));
    await (await chooser).setFiles({ name: '说明.docx', mimeType: '', buffer: locked });
    await page.getByRole('alert').filter({ hasText: '打开密码' }).waitFor();
  });

  it('长文稿：核到一半停得下来，文稿还在，可以继续', async () => {
    // What passes between the pane and the worker that computes.
    await page.evaluate(`{
      const { postMessage, terminate } = Worker.prototype;
      window.passed = [];
      Worker.prototype.postMessage = function (task) {
        passed.push('asked');
        this.addEventListener('message', ({ data }) => passed.push(Object.keys(data)[0]));
        postMessage.call(this, task);
      };
      Worker.prototype.terminate = function () {
        passed.push('ended');
        terminate.call(this);
      };
    }`);
    const box = page.getByRole('textbox', { name: '在这里粘贴文字' });
    await box.fill(TEXT.repeat(80));
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByRole('progressbar', { name: '正在核对这篇文稿：文中的数' }).waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止核对这篇文稿').waitFor();
    expect(await page.evaluate('passed')).toEqual(['asked', 'stage', 'ended']);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    expect((await box.inputValue()).length).toBe(TEXT.length * 80);
    await page.getByRole('button', { name: '继续核对' }).click();
    await page.getByText('480 个数字：').waitFor({ timeout: 60_000 });
    expect(await page.evaluate('passed')).toEqual(
      [
        ['asked', 'stage', 'ended'],
        ['asked', 'stage', 'answer'],
      ].flat(),
    );
    await page.getByRole('button', { name: '换一篇' }).click();
  });

  it('粘贴文字：逐数标出，数一数', async () => {
    await page.getByRole('textbox', { name: '在这里粘贴文字' }).fill(TEXT);
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('6 个数字：').waitFor();
    const bar = page.getByRole('group', { name: '核对结果' });
    expect(await bar.textContent()).toBe('6 个数字：相符 5尾差 0不符 1未核对 0文字问题 1 处');
    expect(await page.getByRole('article').textContent()).toContain('其中：财政拨款收入');
  });

  it('到不符的数：应为多少，在哪一格', async () => {
    await page.getByRole('button', { name: /^不符/ }).click();
    const strip = page.getByRole('region', { name: '数字的核对结果' });
    expect(await strip.textContent()).toContain('应为837.39万元');
    await strip.getByRole('button', { name: /收入决算表/ }).waitFor();
  });

  it('采用更正：只改这一个数，可以撤销，可以复制全文', async () => {
    await page.getByRole('button', { name: '采用更正' }).click();
    await page.getByRole('button', { name: '837.39万元 相符' }).waitFor();
    expect(await page.getByRole('article').textContent()).toContain('收入合计 837.39 万元。');
    await page.getByRole('button', { name: '撤销更正' }).click();
    expect(await page.getByRole('article').textContent()).toContain('收入合计 837.93 万元。');
    await page.getByRole('button', { name: '复制全文' }).click();
    await page.getByText('已复制。').waitFor();
  });

  it('文字问题列出来，点了到那一处', async () => {
    await page.getByRole('button', { name: '问题清单 2' }).click();
    const words = page.getByRole('region', { name: '文字问题' });
    await words.getByRole('button', { name: /是是/ }).click();
    await page.getByRole('button', { name: '换一篇' }).click();
    await page.getByText('拖入 Word、PDF 或粘贴文字').waitFor();
    expect(preview.errors).toEqual([]);
  });

  it('未核对的数按原因分组，要看的在前，点了到那个数', async () => {
    const open = '培训12人次，比上年增加3.21万元。开展活动7场，资产总额1234.56万元。';
    await page.getByRole('textbox', { name: '在这里粘贴文字' }).fill(open);
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByRole('button', { name: '未核对 4', exact: true }).click();
    const panel = page.getByRole('tabpanel', { name: '核对文稿' });
    expect(await panel.locator('[data-scroll] section').allTextContents()).toEqual([
      '上年数没有写出 1培训12人次，比上年增加3.21万元 ',
      '看不出是表里的哪一项 1开展活动7场，资产总额1234.56万元 ',
      '个数等没有可比的数 2培训12人次 开展活动7场 ',
    ]);
    const chosen = page.locator('[data-number][aria-pressed=true]');
    expect(await chosen.textContent()).toContain('3.21万元');
    await page.getByRole('button', { name: /开展活动7场\s*$/ }).click();
    await expect.poll(() => chosen.textContent()).toContain('7场');
    await page.getByRole('button', { name: '换一篇' }).click();
  });

  const choose = async (name: string, bytes: Uint8Array) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  };
  const saved = async (entry: RegExp) => {
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('menuitem', { name: entry }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const strip = () => page.getByRole('region', { name: /的核对结果$/ });

  it('PDF 一册：照原页显示，文中的数和表里的格都有框，清单在旁，两边都点得到', async () => {
    const book = await sample('hanyang-2021');
    const own = book.sheets.filter((s) => /^表[1-3]$/.test(s.name));
    const wrong = changed({ sheets: own }, [{ sheet: '表1', address: 'C36', value: 838.87 }]);
    const print: Print = {
      ...{ producer: PRODUCERS[0]!, landscape: true, size: 8 },
      ...{ repeated: false, numbered: false },
    };
    const before = '2021年度中国共产党武汉市汉阳区委员会办公室部门决算';
    const bytes = await printBooklet(wrong.sheets, print, { before, after: TEXT });
    // While it is being opened it says so and can be stopped; what comes in afterwards is left alone.
    let arrive: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/pdf.worker.js', (route) => held.then(() => route.continue()));
    await choose('决算.pdf', bytes);
    await page.getByText('正在打开“决算.pdf”').waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('拖入 Word、PDF 或粘贴文字').waitFor();
    arrive();
    await page.unrouteAll({ behavior: 'wait' });
    await choose('决算.pdf', bytes);
    await page.getByText('文件里的表有 1 格与打开着的工作簿不同').waitFor({ timeout: 30_000 });
    // The list is opened; an entry brings its page, and the frame of its cell is the chosen one.
    await page.getByRole('button', { name: /^问题清单/ }).click();
    const apart = page.getByRole('region', { name: '与打开着的工作簿不同' }).getByRole('button');
    expect(await apart.textContent()).toContain('文件里是 838.87，打开着的工作簿是 838.78');
    await apart.click();
    await expect.poll(() => page.locator('[data-frame][aria-pressed=true]').count()).toBe(1);
    const framed = page.locator('[data-frame][aria-pressed=true]');
    expect(await framed.getAttribute('aria-label')).toMatch(/收入支出决算总表.* C35 不符$/);
    await expect.poll(() => framed.evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await strip().textContent()).toContain('838.87');
    expect(await page.locator('[data-frame]').count()).toBeGreaterThan(20);
    // The page is drawn under the frames.
    await expect
      .poll(() =>
        page.locator('canvas').evaluateAll((all) =>
          all.some((c) => {
            const { width, height } = c as HTMLCanvasElement;
            const { data } = (c as HTMLCanvasElement)
              .getContext('2d')!
              .getImageData(0, 0, width, height);
            return data.some((v, i) => i % 4 === 3 && v > 0 && data[i - 1]! < 128);
          }),
        ),
      )
      .toBe(true);
    // And a frame of the text leads to its entry of the list.
    await page.getByRole('region', { name: '文中的数' }).getByRole('button').first().click();
    const number = page.getByRole('button', { name: '837.93万元 不符' });
    await number.click();
    expect(await strip().textContent()).toContain('应为837.39万元');
    expect(await page.locator('[data-entry][aria-current=true]').textContent()).toContain('837.39');
    await page.getByRole('button', { name: '放大' }).click();
    await number.waitFor();
  });

  it('公开要素清单；带批注的副本；也可以只看文字', async () => {
    await page.getByRole('button', { name: /^公开要素 缺或看不清 \d+$/ }).click();
    const elements = page.getByRole('list', { name: '公开要素清单' });
    expect(await elements.locator('[data-element=missing]').first().textContent()).toContain('缺');
    expect(await elements.locator('[data-element=written]').count()).toBeGreaterThan(2);
    const { name, bytes } = await saved(/带批注的副本/);
    expect(name).toBe('决算（批注）.pdf');
    expect(bytes.toString('latin1')).toMatch(/\/Annots/);
    await page.getByRole('button', { name: '文字', exact: true }).click();
    expect(await page.getByRole('article').textContent()).toContain('财政拨款收入');
    // The report of the workbook has the list of elements too.
    await page.getByRole('tab', { name: '体检' }).click();
    await page.getByRole('button', { name: '体检报告' }).click();
    const report = () =>
      page.evaluate('gouji.snapshot().then(({ sheets }) => JSON.stringify(sheets.at(-1).cells))');
    await expect.poll(report).toMatch(/公开要素 \d+ 项：写明 \d+/);
    // And so has the one in Word.
    await page.getByRole('button', { name: '更多' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: '体检报告（Word）' }).click();
    const word = unzipSync(new Uint8Array(readFileSync(await (await download).path())));
    const said = strFromU8(word['word/document.xml']!).replace(/<[^>]*>/g, '');
    expect(said).toMatch(/公开要素清单公开要素 \d+ 项：写明 \d+ · 未发生 \d+ · 缺 \d+/);
    await page.getByRole('tab', { name: '核对文稿' }).click();
    await page.getByRole('button', { name: '换一篇' }).click();
  });

  it('Word：先看后一起采用，可以撤销，导出带修订的副本', async () => {
    const lines = TEXT.replace('支出合计838.78', '支出合计838.87').trim().split('\n');
    await choose('说明.docx', wordFile(lines.map((l) => paragraph(run(l))).join('')));
    await page.getByRole('button', { name: '采用这 2 处更正…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('收入合计 837.93 → 837.39 万元');
    await dialog.getByRole('checkbox', { name: /838\.87/ }).click();
    await dialog.getByRole('button', { name: '采用 1 处' }).click();
    await page.getByRole('button', { name: '837.39万元 相符' }).waitFor();
    await page.getByRole('button', { name: '838.87万元 不符' }).click();
    await page.getByRole('button', { name: '采用更正', exact: true }).click();
    const bar = page.getByRole('group', { name: '核对结果' });
    await expect.poll(() => bar.textContent()).toContain('不符 0');
    const { name, bytes } = await saved(/带修订的 Word（2 处）/);
    expect(name).toBe('说明（修订）.docx');
    const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml']!);
    const of = (tag: string) => [...xml.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'g'))];
    const words = (tag: string) => of(tag).map(([own]) => own.replace(/<[^>]*>/g, ''));
    expect(words('del')).toEqual(['837.93', '838.87']);
    expect(words('ins')).toEqual(['837.39', '838.78']);
    await page.getByText('2 处更正已写成修订').waitFor();
    await page.getByRole('button', { name: '撤销更正' }).click();
    await page.getByRole('button', { name: '838.87万元 不符' }).waitFor();
    await page.getByRole('button', { name: '换一篇' }).click();
    expect(preview.errors).toEqual([]);
  });
});
