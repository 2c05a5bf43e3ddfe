// 插入空白模板：在没有决算表的工作簿里，从提示卡插入；填上数再体检，就核对起来。
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench-page.ts';

describe('插入空白模板', () => {
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

  it('没有找到决算表时插入，表样认得出，原来的表还在', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gouji-insert-')), '通讯录.xlsx');
    const cells = [{ address: 'A1', value: '姓名' }];
    writeFileSync(file, await createWorkbook([{ name: '通讯录', cells }]));
    await bench.page.locator('#file').setInputFiles(file);
    await expect.poll(sheets).toEqual(['通讯录']);
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('没有找到决算公开表').waitFor();
    // Which year and place is asked first; a year that is none is answered where it is typed.
    const year = pane.getByRole('textbox', { name: '年度' });
    await year.fill('21');
    await pane.getByRole('button', { name: '插入空白模板' }).click();
    await pane.getByText('请写四位年度，例如 2021。').waitFor();
    expect(await sheets()).toEqual(['通讯录']);
    await year.fill('2023');
    await pane.getByRole('button', { name: '插入空白模板' }).click();
    await expect.poll(async () => (await sheets()).length, { timeout: 150_000 }).toBe(13);
    expect((await sheets()).slice(0, 2)).toEqual(['通讯录', '收入支出决算总表']);
    // Nothing compared is never shown as a pass.
    await pane.getByText('9 张表都没有可核对的数').waitFor();
    expect(await pane.getByText('全部相符').count()).toBe(0);
    expect(bench.errors).toEqual([]);
    expect(bench.outside).toEqual([]);
  }, 180_000);

  it('填上收入，合计不等就指出来', async () => {
    const pane = await bench.pane();
    await bench.type('收入支出决算总表', 'C7', '100');
    await bench.type('收入支出决算总表', 'C33', '90');
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.locator('[data-rule=A01] [data-finding]').waitFor();
    expect(await pane.locator('[data-rule=A01]').textContent()).toContain('相加得100.00');
  });
});
