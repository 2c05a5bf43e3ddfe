// 绩效 in the workbench, as a person uses it: look at the cards, go to a cell, choose the rules, fill in
// blank scores after a preview and take them back; by keyboard; at 320 px.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorkbench, openWorkbench } from '../support/workbench-page.ts';

const SHEET = '党办综合业务费项目自评表';

describe('绩效', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench();
  });
  afterAll(async () => {
    await bench.close();
  });
  const selection = () =>
    bench.page.evaluate(
      '(() => { const s = window.gouji.excel.book.selection(); return [s.sheet.name, s.area.row, s.area.column]; })()',
    );

  it('没有体检时说先做什么；体检后每张自评表一张卡片', async () => {
    const pane = await bench.pane();
    await pane.getByRole('tab', { name: '绩效' }).click();
    await pane.getByText('先体检一次').waitFor();
    await pane
      .getByRole('tabpanel', { name: '绩效' })
      .getByRole('button', { name: '开始体检' })
      .click();
    await expect.poll(() => pane.locator('[data-card]').count()).toBe(6);
    const card = pane.locator(`[data-card="${SHEET}"]`);
    expect(await card.locator('table').first().textContent()).toContain('总分96.196.1');
    expect(await card.textContent()).toContain('待确认');
  });

  it('点数字，表格跟到那一格；展开指标，看目标怎么理解、怎么算', async () => {
    const pane = await bench.pane();
    const card = pane.locator(`[data-card="${SHEET}"]`);
    await card.getByRole('button', { name: '80.52%' }).click();
    await expect.poll(selection).toEqual([SHEET, 7, 5]);
    await card.getByRole('button', { name: '指标 7 项' }).click();
    const row = card.locator('[data-indicator="普发性文件数量"]');
    await row.getByRole('button').first().click();
    await expect.poll(selection).toEqual([SHEET, 9, 6]);
    const words = await row.textContent();
    expect(words).toContain('不超过100件');
    // How the score comes about is told in a sentence; the formula is folded away.
    expect(words).toContain('完成值不超过目标值的得满分，超过的按 目标值 ÷ 完成值 的比例得分');
    expect(words).toContain('49 不超过 100，得满分');
    const formula = row.getByText(/若\(/).first();
    expect(await formula.isVisible()).toBe(false);
    expect(words).toContain('100%');
  });

  it('只用键盘：上下移动，表格跟着；Esc 收起', async () => {
    const pane = await bench.pane();
    const card = pane.locator(`[data-card="${SHEET}"]`);
    await card.locator('[data-finding]').first().focus();
    await bench.page.keyboard.press('ArrowDown');
    const second = card.locator('[data-finding]').nth(1);
    expect(await second.evaluate((e) => e === document.activeElement)).toBe(true);
    await expect.poll(selection).toEqual([SHEET, 10, 6]);
    await bench.page.keyboard.press('Enter');
    expect(await second.getAttribute('aria-expanded')).toBe('true');
    await bench.page.keyboard.press('Escape');
    await expect.poll(() => second.getAttribute('aria-expanded')).toBe('false');
  });

  it('填入得分：先看后填，只填空格，可以撤销', async () => {
    const pane = await bench.pane();
    await bench.type(SHEET, 'G8', ' ');
    await bench.type(SHEET, 'B17', ' ');
    await pane.getByRole('tab', { name: '体检' }).click();
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.getByRole('tab', { name: '绩效' }).click();
    const card = pane.locator(`[data-card="${SHEET}"]`);
    await card.getByRole('button', { name: '填入得分（2 格）' }).click();
    const dialog = pane.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('G8 执行率得分：16.1');
    expect((await bench.cell(SHEET, 'G8')).value).not.toBe(16.1);
    await dialog.getByRole('button', { name: '填入 2 格' }).click();
    await pane.getByRole('tabpanel', { name: '绩效' }).getByText('已填入 2 格').waitFor();
    await expect.poll(async () => (await bench.cell(SHEET, 'G8')).value).toBe(16.1);
    expect((await bench.cell(SHEET, 'B17')).value).toBe(96.1);
    expect((await bench.cell(SHEET, 'G10')).value).toBe(10);
    await pane.getByRole('button', { name: '撤销' }).click();
    await card.getByRole('button', { name: '填入得分（2 格）' }).waitFor();
    expect((await bench.cell(SHEET, 'G8')).value).not.toBe(16.1);
  });

  it('换一套规则：卡片按新规则，记在选择里', async () => {
    const pane = await bench.pane();
    await pane.getByRole('combobox', { name: '规则' }).click();
    await pane.getByRole('option', { name: /^通用/ }).click();
    const card = pane.locator(`[data-card="${SHEET}"]`);
    await expect.poll(() => card.textContent()).toContain('通用');
    await pane.getByRole('combobox', { name: '规则' }).click();
    await pane.getByRole('option', { name: '按地区和表样' }).click();
    await expect.poll(() => card.textContent()).toContain('武汉');
  });

  it('综述：数字点得到单元格；在缺口处填写，填了就能导出定稿，留在工作簿里', async () => {
    const pane = await bench.pane();
    const card = pane.locator(`[data-card="${SHEET}"]`);
    await card.getByRole('button', { name: '综述' }).click();
    const text = card.locator('[data-writing]');
    expect(await text.textContent()).toContain('全年预算数为53.85万元');
    await text.getByRole('button', { name: '43.36万元' }).click();
    await expect.poll(selection).toEqual([SHEET, 7, 4]);
    await text.getByText('待填 2 处').waitFor();
    const draft = bench.page.waitForEvent('download');
    await text.getByRole('button', { name: '导出 Word（草稿）' }).click();
    expect((await draft).suggestedFilename()).toMatch(/综述（草稿）\.docx$/);
    await text.getByRole('textbox', { name: '发现的问题及原因' }).fill('年末项目验收推迟');
    await text.getByRole('textbox', { name: '发现的问题及原因' }).press('Enter');
    await text.getByRole('textbox', { name: '下一步改进措施' }).fill('提前安排采购');
    await text.getByRole('textbox', { name: '下一步改进措施' }).press('Enter');
    await expect.poll(() => text.textContent()).toContain('下一步改进措施：提前安排采购。');
    const file = bench.page.waitForEvent('download');
    await text.getByRole('button', { name: '导出 Word', exact: true }).click();
    expect((await file).suggestedFilename()).toMatch(/综述\.docx$/);
    await pane.getByRole('tab', { name: '体检' }).click();
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.getByRole('tab', { name: '绩效' }).click();
    await expect.poll(() => text.textContent()).toContain('年末项目验收推迟');
  });

  it('320 像素宽：不横向滚动，卡片不出边', async () => {
    const pane = await bench.pane();
    await bench.page.evaluate("document.querySelector('#pane iframe').style.width = '320px'");
    await expect.poll(() => pane.evaluate(() => window.innerWidth)).toBe(320);
    const out = await pane.evaluate(() =>
      [...document.querySelectorAll('[data-card], [data-card] *')]
        .filter((e) => e.getBoundingClientRect().right > 320)
        .map((e) => e.textContent),
    );
    expect(out).toEqual([]);
    expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('没有向外的请求，页面没有出错', () => {
    expect(bench.outside).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
