// 核对文稿 in the pane: a pasted text marked number by number, a number that leads to its cell, a correction
// taken over in the pane's own copy, a Word file that cannot be opened.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Drawing } from '../support/pdf/drawing.ts';
import { openPreview, type Preview } from '../support/preview-page.ts';
import { compoundFile } from '../support/xlsx-package.ts';

const TEXT =
  '二、收入决算情况说明\n2021年度收入合计 837.93 万元。其中：财政拨款收入837.33万元，占本年收入99.99%；其他收入0.06万元，占本年收入0.01%。\n三、支出决算情况说明\n支出合计838.78万元，主要原因是是调整。\n';

describe('核对文稿', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open('file=/hanyang-2021.xlsx', { viewport: { width: 320, height: 760 } });
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
    await page.getByRole('button', { name: /文字问题/ }).click();
    await page.getByRole('button', { name: /是是/ }).click();
    await page.getByRole('button', { name: '换一篇' }).click();
    await page.getByText('拖入 Word、PDF 或粘贴文字').waitFor();
    expect(preview.errors).toEqual([]);
  });

  it('PDF 照原页显示，数上有框，点框到格，也可以只看文字', async () => {
    const drawing = await Drawing.begin();
    TEXT.trim()
      .split('\n')
      .flatMap((line) => line.match(/.{1,38}/g) ?? [])
      .forEach((line, i) => {
        if (i === 0) drawing.page();
        drawing.sheets[0]!.text(60, 90 + i * 24, 12, line);
      });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    const buffer = Buffer.from(await drawing.bytes());
    await (await chooser).setFiles({ name: '说明.pdf', mimeType: '', buffer });
    const sheet = page.getByRole('region', { name: '第 1 页' });
    const frame = sheet.getByRole('button', { name: '837.93万元 不符' });
    await frame.click();
    const strip = page.getByRole('region', { name: '数字的核对结果' });
    expect(await strip.textContent()).toContain('应为837.39万元');
    // The page is drawn under the frames.
    await expect
      .poll(() =>
        sheet.locator('canvas').evaluate((c) => {
          const own = c as HTMLCanvasElement;
          const { data } = own.getContext('2d')!.getImageData(0, 0, own.width, own.height);
          return data.some((v, i) => i % 4 === 3 && v > 0 && data[i - 1]! < 128);
        }),
      )
      .toBe(true);
    if (process.env.GOUJI_LOOK) await page.screenshot({ path: process.env.GOUJI_LOOK });
    await page.getByRole('button', { name: '文字', exact: true }).click();
    expect(await page.getByRole('article').textContent()).toContain('财政拨款收入');
    await page.getByRole('button', { name: '换一篇' }).click();
    expect(preview.errors).toEqual([]);
  });
});
