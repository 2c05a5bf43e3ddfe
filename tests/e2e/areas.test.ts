// From 体检 through 绩效, 说明 and 核对文稿 in the built workbench, as a person goes: every number leads to
// its cell, what is filled in stands in the grid, what is typed stays in the workbook, and in the end the
// user's sheets look as they did.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastYear } from '../support/last-year.ts';
import { memberSets } from '../support/office-members.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench-page.ts';

const SCORES = '党办综合业务费项目自评表';
const TEXT =
  '二、收入决算情况说明\n2021年度收入合计 837.93 万元。其中：财政拨款收入837.33万元，占本年收入99.99%。\n';
const REASON = '追加人员经费';

describe('四个区域走一遍', () => {
  let bench: OpenWorkbench;
  let pane: Frame;
  let before: string;
  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    bench.page.setDefaultTimeout(15_000);
    pane = await bench.pane();
    before = await bench.looks();
  });
  afterAll(async () => {
    await bench.close();
  });

  const selection = () =>
    bench.page.evaluate(
      '(() => { const s = window.gouji.excel.book.selection(); return [s.sheet.name, s.area.row, s.area.column]; })()',
    );
  const sheets = (): Promise<string[]> =>
    bench.page.evaluate(
      'window.gouji.workbook().getSheets().map((s) => s.getSheetName())',
    ) as Promise<string[]>;
  const lookAt = (sheet: string) =>
    bench.page.evaluate(
      `(() => { const w = window.gouji.workbook(); w.setActiveSheet(w.getSheetByName('${sheet}')); })()`,
    );
  const area = (name: string) => pane.getByRole('tab', { name }).click();
  const again = async () => {
    await area('体检');
    await pane.getByRole('button', { name: '重新体检' }).click();
  };
  const order = async (name: string) => {
    await pane.getByRole('button', { name: '更多' }).click();
    await pane.getByRole('menuitem', { name }).click();
  };

  it('体检以后，绩效：卡片、定位、填入得分、撤销', async () => {
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    await bench.type(SCORES, 'G8', ' ');
    await again();
    await area('绩效');
    await expect.poll(() => pane.locator('[data-card]').count()).toBe(6);
    const card = pane.locator(`[data-card="${SCORES}"]`);
    await card.getByRole('button', { name: '80.52%' }).click();
    await expect.poll(selection).toEqual([SCORES, 7, 5]);
    await card.getByRole('button', { name: '填入得分（1 格）' }).click();
    await pane.getByRole('dialog').getByRole('button', { name: '填入 1 格' }).click();
    await expect.poll(async () => (await bench.cell(SCORES, 'G8')).value).toBe(16.1);
    await pane
      .getByRole('tabpanel', { name: '绩效' })
      .getByRole('button', { name: '撤销' })
      .click();
    await card.getByRole('button', { name: '填入得分（1 格）' }).waitFor();
    await expect.poll(async () => (await bench.cell(SCORES, 'G8')).value).not.toBe(16.1);
    await bench.type(SCORES, 'G8', '16.1');
  });

  it('说明：数字到单元格；单元格变了，标明过时，更新此数', async () => {
    await again();
    await area('说明');
    const article = pane.getByRole('article', { name: '情况说明' });
    await expect.poll(() => article.textContent()).toContain('2021年度收、支总计838.78万元');
    await lookAt('表2');
    await pane.getByRole('button', { name: '838.78万元' }).first().click();
    await expect.poll(selection).toEqual(['表1', 35, 2]);
    await bench.type('表1', 'C36', '839.78');
    await again();
    await area('说明');
    await pane.getByText('个数字与表不一致').waitFor();
    await pane.getByRole('button', { name: '838.78万元，表中的数已经变动' }).click();
    await pane.getByRole('button', { name: '更新此数' }).click();
    await expect.poll(() => article.textContent()).toContain('收、支总计839.78万元');
    await bench.type('表1', 'C36', '838.78');
    await again();
    await area('说明');
    await pane.getByRole('button', { name: '全部更新' }).click();
    await expect.poll(() => article.textContent()).toContain('收、支总计838.78万元');
  });

  it('说明：填的原因随簿保存，重开窗格还在；复制文字；导出 Word', async () => {
    const figure = pane.getByRole('textbox', { name: '上年收入支出总计' });
    await figure.fill('758.69');
    await figure.press('Enter');
    await pane.getByRole('button', { name: '80.09万元' }).waitFor();
    const reason = pane.getByRole('textbox', { name: '收、支总计变动的主要原因' });
    await reason.fill(REASON);
    await reason.press('Enter');
    await pane.getByRole('button', { name: REASON }).waitFor();
    await bench.page.evaluate('window.gouji.pane.reopen()');
    pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    await area('说明');
    await pane.getByRole('button', { name: REASON }).waitFor();
    await pane.getByRole('button', { name: '复制文字' }).click();
    await pane.getByText('已复制。').waitFor();
    const copied = String(await bench.page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toContain('收、支总计838.78万元');
    expect(copied).toContain(REASON);
    await pane.getByRole('button', { name: '导出 Word' }).click();
    const download = bench.page.waitForEvent('download');
    await pane.getByRole('menuitem', { name: '情况说明（草稿）', exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/情况说明（草稿）\.docx$/);
    const buffer = readFileSync(await file.path());
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value).toContain('收、支总计838.78万元');
    expect(value).toContain(REASON);
  });

  it('核对文稿：不符的数标出，点了到单元格，采用更正', async () => {
    await area('核对文稿');
    await pane.getByRole('textbox', { name: '在这里粘贴文字' }).fill(TEXT);
    await pane.getByRole('button', { name: '核对', exact: true }).click();
    await pane.getByText('3 个数字：').waitFor();
    await pane.getByRole('button', { name: '837.93万元 不符' }).click();
    const strip = pane.getByRole('region', { name: '数字的核对结果' });
    expect(await strip.textContent()).toContain('应为837.39万元');
    await expect.poll(async () => String(await selection())).toMatch(/^表[12],/);
    await strip.getByRole('button', { name: '采用更正' }).click();
    const article = pane.getByRole('tabpanel', { name: '核对文稿' }).getByRole('article');
    await expect.poll(() => article.textContent()).toContain('收入合计 837.39 万元。');
  });

  it('菜单：上年工作簿、补充资料、空白模板', async () => {
    await area('体检');
    const last = join(mkdtempSync(join(tmpdir(), 'gouji-areas-')), '上年决算.xlsx');
    writeFileSync(last, await lastYear());
    const chooser = bench.page.waitForEvent('filechooser');
    await order('选择上年工作簿');
    await (await chooser).setFiles(last);
    await pane.locator('[data-rule=B21]').waitFor();
    await pane.getByRole('button', { name: '不再与上年核对' }).click();
    await pane.locator('[data-rule=B21]').waitFor({ state: 'detached' });
    await order('插入补充资料');
    await expect.poll(sheets).toContain('补充资料');
    // The sheet that has just come in is one that the workbook holds.
    const held = await sheets();
    await order('插入空白模板');
    await pane.getByText('这个工作簿各表都有了，没有要插入的空白表').waitFor();
    expect(await sheets()).toEqual(held);
    // A grid that draws no charts is found out before a sheet is made for them.
    await order('插入图表');
    await pane.getByText('这里画不了图表').waitFor();
    expect(await sheets()).toEqual(held);
  });

  it('只到 ExcelApi 1.9 的 Excel：四个区域照样能用', async () => {
    await bench.page.evaluate(`window.gouji.pane.older(${JSON.stringify(memberSets())}, '1.9')`);
    pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    await area('绩效');
    await expect.poll(() => pane.locator('[data-card]').count()).toBe(6);
    await area('说明');
    await pane.getByRole('button', { name: REASON }).click();
    const reason = pane.getByRole('textbox', { name: '收入支出总计·说明' });
    await reason.fill(`${REASON}和项目经费`);
    await reason.press('Enter');
    await pane.getByRole('button', { name: `${REASON}和项目经费` }).waitFor();
    await area('核对文稿');
    await pane.getByRole('textbox', { name: '在这里粘贴文字' }).fill(TEXT);
    await pane.getByRole('button', { name: '核对', exact: true }).click();
    await pane.getByRole('button', { name: '837.93万元 不符' }).click();
    expect(await pane.getByRole('alert').count()).toBe(0);
  });

  it('清除标记以后，用户的表和打开时一样；没有出错，没有向外的请求', async () => {
    await again();
    await order('清除标记');
    await pane.getByText('标记已清除').waitFor();
    const own = JSON.parse(before) as [string, ...unknown[]][];
    const names = new Set(own.map(([name]) => name));
    const after = (JSON.parse(await bench.looks()) as [string, ...unknown[]][]).filter(([name]) =>
      names.has(name),
    );
    expect(after).toEqual(own);
    expect(bench.outside).toEqual([]);
    expect(bench.errors).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });
});
