// Working with what was found: help on a rule, a year that is none, several units and their sum, numbers of a text
// that come from a doubtful cell, and a 定稿 that asks. As a person does it, in the pane over a workbook in memory.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPreview, type Preview } from '../support/preview-page.ts';

const WRONG = 'file=hanyang-2021.xlsx&set=表1|C36|838.87';
const samples = new URL('../cases/samples/', import.meta.url).pathname;

describe('做完一件事', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    preview = await openPreview();
    page = await preview.open(WRONG, { acceptDownloads: true });
    page.setDefaultTimeout(15_000);
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.getByRole('button', { name: '重新体检' }).waitFor();
  });
  afterAll(async () => {
    await preview?.close();
  });
  const order = async (name: string) => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  it('这条规则：为什么、例子、依据；Esc 回到原处', async () => {
    await page.locator('[data-rule=A03] [data-finding]').click();
    await page.getByRole('button', { name: '这条规则' }).click();
    const help = page.getByRole('dialog', { name: '帮助' });
    await help.getByText('这样不符').waitFor();
    expect(await help.textContent()).toContain('相加得 100.00');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('这条规则');
  });

  it('设置里写错年度、地区：在那里说', async () => {
    await order('设置');
    const settings = page.getByRole('dialog', { name: '设置' });
    await settings.getByRole('textbox', { name: '年度' }).fill('21');
    await settings.getByRole('combobox', { name: '地区' }).fill('某某');
    await settings.getByRole('button', { name: '按此体检' }).click();
    await settings.getByText('请写四位年度，例如 2021。').waitFor();
    await settings.getByText('不认识这个地区').waitFor();
    await settings.getByRole('button', { name: '返回' }).click();
  });

  it('多个单位：逐个体检，汇总与各单位之和核对', async () => {
    await order('多个单位');
    const units = page.getByRole('dialog', { name: '多个单位' });
    const chooser = page.waitForEvent('filechooser');
    await units.getByRole('button', { name: '选择文件', exact: true }).click();
    await (await chooser).setFiles([`${samples}hanyang-2021.xlsx`]);
    const sum = units.getByRole('region', { name: '汇总核对' });
    await sum.getByText(/汇总与各单位之和相符（\d+ 项）/).waitFor();
    const unit = units.getByRole('list', { name: '各单位' }).getByRole('button').first();
    expect(await unit.textContent()).toContain('核实 9');
    await unit.click();
    await units.getByText('复制这个单位的结果').waitFor();
    await units.getByRole('button', { name: '返回' }).click();
  });

  it('说明：取自可能有误的格的数标出，说是哪一格', async () => {
    await page.getByRole('tab', { name: '说明' }).click();
    await page.getByText(/个数字取自体检认为可能有误的单元格/).waitFor();
    await page.getByRole('button', { name: '下一处存疑' }).click();
    await page.keyboard.press('Enter');
    const strip = page.getByRole('region', { name: '出处' });
    expect(await strip.textContent()).toContain('表1!C36 可能有误：838.87 → 838.78');
  });

  it('绩效填的文字，说明里不再问', async () => {
    await page.getByRole('tab', { name: '绩效' }).click();
    const card = page.locator('[data-card="党办综合业务费项目自评表"]');
    await card.getByRole('button', { name: '综述' }).click();
    const field = card.getByRole('textbox').first();
    const wanted = await field.getAttribute('aria-label');
    await field.fill('保障机关运转');
    await field.press('Enter');
    await page.getByRole('tab', { name: '说明' }).click();
    const article = page.getByRole('article', { name: '情况说明' });
    expect(wanted).not.toBe('');
    await expect.poll(() => article.textContent()).toContain('保障机关运转');
  });

  it('体检报告就地更新；存成 Word', async () => {
    await page.getByRole('tab', { name: '体检' }).click();
    await order('体检报告');
    await order('体检报告');
    const names = () =>
      page.evaluate('window.gouji.snapshot().then((s) => s.sheets.map((x) => x.name))');
    await expect.poll(async () => String(await names())).toMatch(/体检报告$/);
    expect(String(await names())).not.toContain('（2）');
    const download = page.waitForEvent('download');
    await order('体检报告（Word）');
    expect((await download).suggestedFilename()).toMatch(/2021年度体检报告\.docx$/);
    await order('复制结果');
    await page.getByText('结果已复制').waitFor();
    expect(preview.errors).toEqual([]);
  });
});
