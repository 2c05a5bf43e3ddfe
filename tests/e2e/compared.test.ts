// What the user puts beside the open workbook: last year's accounts, rules of their own, 补充资料.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastYear } from '../support/last-year.ts';
import { complaints } from '../support/looking.ts';
import { openPreview, type Preview } from '../support/preview-page.ts';
import { sampleBytes } from '../support/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
const at = (name: string) => join(folder, name);

describe('与开着的工作簿对照的资料', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    writeFileSync(at('上年决算.xlsx'), await lastYear());
    writeFileSync(at('不是表.xlsx'), 'x');
    writeFileSync(at('今年的.xlsx'), sampleBytes('hanyang-2021'));
    writeFileSync(at('好.json'), JSON.stringify([{ id: 'X01', says: '表1.收入·总计 ≤ 100' }]));
    writeFileSync(at('坏.json'), JSON.stringify([{ id: 'X01', says: '表1.收人·总计 ≤ 100' }]));
    preview = await openPreview();
  });
  afterAll(async () => {
    await preview?.close();
  });

  const order = async (name: string) => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const choose = async (entry: string, file: string) => {
    const asked = page.waitForEvent('filechooser');
    await order(entry);
    await (await asked).setFiles(at(file));
  };
  const open = async () => {
    page = await preview.open('file=hanyang-2021.xlsx', { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.getByRole('button', { name: '重新体检' }).waitFor();
  };

  it('选择上年工作簿：核对年初，列出变动，可以不再用', async () => {
    await open();
    await choose('选择上年工作簿', '上年决算.xlsx');
    await page.getByText('上年决算.xlsx').waitFor();
    await page.locator('[data-rule=B21]').waitFor();
    expect(await page.locator('[data-rule=B21]').textContent()).toContain('0.95');
    const moved = page.getByRole('button', { name: /^与上年相比/ });
    expect(await moved.getAttribute('aria-expanded')).toBe('false');
    await moved.click();
    const total = page.locator('[data-movement=changed]', { hasText: '总计' }).first();
    expect(await total.textContent()).toContain('上年 500.00，本年 838.78，增加 338.78 万元');
    await expect.poll(() => complaints(page)).toEqual([]);
    await page.getByRole('button', { name: '不再与上年核对' }).click();
    await page.getByText('上年决算.xlsx').waitFor({ state: 'detached' });
    await page.locator('[data-rule=B21]').waitFor({ state: 'detached' });
  });

  it('读不了的上年工作簿：说明原因，不用', async () => {
    await choose('选择上年工作簿', '不是表.xlsx');
    await page.getByText('“不是表.xlsx”').waitFor();
    expect(await page.getByRole('button', { name: '不再与上年核对' }).count()).toBe(0);
  });

  it('年度不对的上年工作簿：当场说，不留下', async () => {
    await choose('选择上年工作簿', '今年的.xlsx');
    await page.getByText('“今年的.xlsx”是 2021 年度的，不是 2020 年度的，没有使用').waitFor();
    expect(await page.getByText('上年决算：').count()).toBe(0);
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    await page.getByRole('button', { name: '知道了' }).click();
  });

  it('自定规程：写错的指出来，写对的马上用', async () => {
    await open();
    await choose('使用自定规程', '坏.json');
    await page.getByText('有 1 处不对').waitFor();
    await choose('使用自定规程', '好.json');
    await page.locator('[data-rule=X01]').waitFor();
    await page.getByText('好.json').waitFor();
    await page.getByRole('button', { name: '不再使用' }).click();
    await page.locator('[data-rule=X01]').waitFor({ state: 'detached' });
  });

  it('插入补充资料：新增一张，第二次不再新增', async () => {
    await open();
    await order('插入补充资料');
    await page.getByRole('button', { name: '更多' }).waitFor();
    await order('插入补充资料');
    await page.getByText('请在里面填写').waitFor();
  });
});
