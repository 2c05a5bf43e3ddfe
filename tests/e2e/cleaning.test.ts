// 公开前清理 in the workbench: all that is ours is listed, what is ticked goes, functions become Excel's own after a look.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorkbench, openWorkbench } from '../support/workbench-page.ts';

describe('公开前清理', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench();
  });
  afterAll(async () => {
    await bench.close();
  });
  const sheets = (): Promise<string[]> =>
    bench.page.evaluate(
      'window.gouji.workbook().getSheets().map((s) => s.getSheetName())',
    ) as Promise<string[]>;
  const open = async () => {
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '更多' }).click();
    await pane.getByRole('menuitem', { name: '公开前清理' }).click();
    return pane;
  };

  it('标记、说明、报告、函数都列出；函数先看后转，可以放回去', async () => {
    const pane = await bench.pane();
    const before = await sheets();
    await bench.type('表1', 'C36', '838.87');
    await bench.type('表1', 'H30', '=GJ.EXECRATE(C33,C7)');
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.locator('[data-rule=A03] [data-finding]').click();
    await pane.getByPlaceholder('出错说明').fill('已报财政部门。');
    await pane.getByRole('button', { name: '保存出错说明' }).click();
    await expect.poll(() => bench.page.evaluate('window.gouji.excel.book.parts.length')).toBe(1);
    await pane.getByRole('button', { name: '体检报告' }).click();
    await expect.poll(sheets).toContain('体检报告');
    await open();
    const dialog = pane.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^标记 \d+ 格$/ }).waitFor();
    await dialog.getByRole('checkbox', { name: /出错说明/ }).waitFor();
    await dialog.getByRole('checkbox', { name: /体检报告/ }).waitFor();
    await dialog.getByRole('radio', { name: '转为原生公式' }).click();
    expect(await dialog.locator('[data-preview]').textContent()).toBe(
      '表1!H30：=GJ.EXECRATE(C33,C7) → =((C7)/(C33))',
    );
    await dialog.getByRole('button', { name: '清理', exact: true }).click();
    await dialog.getByText('已清理：函数 1 处、标记').waitFor();
    expect(await sheets()).toEqual(before);
    expect((await bench.cell('表1', 'H30')).formula).toBe('=((C7)/(C33))');
    expect(await bench.marks()).toEqual([]);
    await dialog.getByRole('button', { name: '把函数放回去' }).click();
    await expect.poll(async () => (await bench.cell('表1', 'H30')).formula).toContain('EXECRATE');
  });

  it('都改好了自己提出清理；读不了的留着、说出来，只按用户勾选去掉', async () => {
    const pane = await bench.pane();
    const dialog = pane.getByRole('dialog');
    const newer = '<gouji xmlns="urn:gouji:workbook:1">{"version":2}</gouji>';
    await bench.page.evaluate(
      `window.gouji.excel.book.parts.push({ id: '{newer}', xml: ${JSON.stringify(newer)} })`,
    );
    await bench.type('表1', 'C36', '838.78');
    await pane.getByRole('button', { name: '更新结果' }).click();
    await pane.getByText('更新版本的勾稽').waitFor();
    const bar = pane.locator('[data-publish-bar]');
    await bar.getByText('函数 1 处').waitFor();
    await bar.getByRole('button', { name: '公开前清理' }).click();
    const kept = dialog.getByRole('checkbox', { name: /读不了/ });
    await kept.waitFor();
    expect(await kept.isChecked()).toBe(false);
    await dialog.getByRole('checkbox', { name: /函数/ }).click();
    await kept.click();
    await dialog.getByRole('button', { name: '清理', exact: true }).click();
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(await bench.page.evaluate('window.gouji.excel.book.parts.length')).toBe(0);
  });

  it('再看一次：只剩放回去的函数，转为数值后就干净了', async () => {
    const pane = await open();
    const dialog = pane.getByRole('dialog');
    await dialog.getByRole('checkbox').first().waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(1);
    await dialog.getByRole('button', { name: '清理', exact: true }).click();
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect((await bench.cell('表1', 'H30')).formula).toBe('');
    await open();
    await dialog.getByText('没有勾稽留下的内容').waitFor();
    expect(bench.errors).toEqual([]);
    expect(bench.outside).toEqual([]);
  });
});
