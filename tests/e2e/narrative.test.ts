// 说明 in the pane: a number leads to its cell, a gap is filled in place and kept, a changed cell makes its
// numbers stale, the text comes out as Word.
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPreview, type Preview } from '../support/preview-page.ts';

describe('说明', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open('file=/hanyang-2021.xlsx', {
      viewport: { width: 320, height: 760 },
      acceptDownloads: true,
    });
  });
  afterAll(async () => {
    await preview.close();
  });
  const host = (work: string): Promise<unknown> => page.evaluate(`window.gouji.${work}`);

  it('体检以前说明要先体检，体检以后写出全文', async () => {
    await page.getByRole('tab', { name: '说明' }).click();
    await page.getByText('请先体检').waitFor();
    await page.getByRole('tabpanel').getByRole('button', { name: '开始体检' }).click();
    await page.getByText('个数字都有出处').waitFor();
    expect(await page.getByRole('article').textContent()).toContain('2021年度收、支总计838.78万元');
    expect(await page.getByRole('navigation', { name: '分节' }).getByRole('button').count()).toBe(
      13,
    );
  });

  it('图随数画出；缺上年数的说明缺什么', async () => {
    const figures = page.getByRole('figure');
    await expect.poll(() => figures.count()).toBeGreaterThanOrEqual(4);
    const words = await figures.allTextContents();
    expect(words.find((w) => w.includes('收入决算结构'))).toContain('财政拨款收入837.33（99.99%）');
    expect(words[0]).toContain('还缺上年收入支出总计');
    expect(await figures.nth(0).locator('rect').count()).toBe(0);
  });

  it('点数字：说出处，到单元格', async () => {
    await page.getByRole('button', { name: '837.39万元' }).first().click();
    const from = page.getByRole('region', { name: '出处' });
    expect(await from.textContent()).toContain('收入决算表 合计');
    expect(await from.textContent()).not.toContain('表2');
  });

  it('填上待填：上年数填了，增减和增长率就有了，文字留在工作簿里', async () => {
    const field = page.getByRole('textbox', { name: '上年收入支出总计' });
    // What is no number is answered in its place, and stays there to be put right.
    await field.fill('abc万');
    await field.press('Enter');
    await page.getByText('请写数字，例如 758.69').waitFor();
    expect(await field.evaluate((e) => e === document.activeElement)).toBe(true);
    await field.press('Escape');
    expect(await field.inputValue()).toBe('abc万');
    await field.fill('758.69');
    await field.press('Enter');
    await page.getByRole('button', { name: '80.09万元' }).waitFor();
    expect(await page.getByRole('article').textContent()).toContain('各增加80.09万元，增长10.56%');
    // The picture that lacked last year's figure is drawn now.
    const first = page.getByRole('figure').first();
    await expect.poll(() => first.locator('rect').count()).toBe(2);
    expect(await first.textContent()).toContain('758.69');
    const reason = page.getByRole('textbox', { name: '收、支总计变动的主要原因' });
    await reason.fill('追加人员经费');
    await reason.press('Enter');
    await page.getByRole('button', { name: '追加人员经费' }).waitFor();
    // The next gap has the focus; Tab goes on from gap to gap, past the numbers in between.
    const at = () =>
      page.evaluate(() => {
        const own = document.activeElement as HTMLElement;
        const all = [...document.querySelectorAll('[data-gap]')];
        return [own.dataset.gap !== undefined, all.indexOf(own)];
      });
    await expect.poll(at).toEqual([true, 0]);
    await page.keyboard.press('Tab');
    expect(await at()).toEqual([true, 1]);
    // Arrows go among the numbers.
    await page.getByRole('button', { name: '837.39万元' }).first().focus();
    const number = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('ArrowRight');
    const next = await number();
    expect(next).toMatch(/^[\d.]+(?:万元|%)$/);
    await page.keyboard.press('ArrowLeft');
    expect(await number()).toBe('837.39万元');
    await expect.poll(() => host('load()')).toContain('"上年·收入支出总计":"758.69"');
    expect(await host('load()')).toContain('追加人员经费');
  });

  it('单元格变动：由它算出的数标明过时，更新一个，再全部更新；文字不动', async () => {
    await host(`write([{ sheet: '表1', address: 'C36', value: 839.78 }])`);
    await page.getByRole('tab', { name: '体检' }).click();
    await page.getByRole('button', { name: '重新体检' }).click();
    await page.getByText('不符').first().waitFor();
    await page.getByRole('tab', { name: '说明' }).click();
    await page.getByText('3 个数字与表不一致').waitFor();
    await page.getByRole('button', { name: '838.78万元，表中的数已经变动' }).click();
    await page.getByRole('button', { name: '更新此数' }).click();
    await page.getByText('2 个数字与表不一致').waitFor();
    expect(await page.getByRole('article').textContent()).toContain('收、支总计839.78万元');
    expect(await page.getByRole('article').textContent()).toContain('各增加80.09万元');
    // A draft of former numbers beside pictures of new ones is asked about, and goes out with the new ones.
    await page.getByRole('button', { name: '导出 Word' }).click();
    await page.getByRole('menuitem', { name: '情况说明（草稿）', exact: true }).click();
    const asked = page.getByRole('dialog', { name: '导出以前' });
    expect(await asked.textContent()).toContain('2 个数字与表不一致');
    const updated = page.waitForEvent('download', { timeout: 60_000 });
    await asked.getByRole('button', { name: '更新后导出' }).click();
    const { value } = await mammoth.extractRawText({
      buffer: readFileSync(await (await updated).path()),
    });
    expect(value).toContain('各增加81.09万元');
    expect(await page.getByRole('article').textContent()).toContain('各增加81.09万元');
    expect(await page.getByRole('article').textContent()).toContain('追加人员经费');
  });

  it('导出 Word 草稿；还有待填就没有定稿', async () => {
    await page.getByRole('button', { name: '导出 Word' }).click();
    const final = page.getByRole('menuitem', { name: /定稿，仍缺 \d+ 处/ });
    expect(await final.getAttribute('aria-disabled')).toBe('true');
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('menuitem', { name: '情况说明（草稿）', exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(/情况说明（草稿）\.docx$/);
    expect(preview.errors).toEqual([]);
  });
});
