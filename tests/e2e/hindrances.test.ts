// What stands in the way, in the workbench: files that are none, protected sheets, text for amounts,
// a pane that has forgotten its marks; and the ways around the mouse: ribbon, F6, live re-check.
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenWorkbench, openWorkbench } from '../support/workbench-page.ts';

const sample = readFileSync(new URL('../cases/samples/hanyang-2021.xlsx', import.meta.url));

/** The sample with its first sheet changed in the XML. */
function changed(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(new Uint8Array(sample));
  const name = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) });
}
const locked = () =>
  changed((xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
const workbookOf = (rows: (string | number)[][]) => writeXlsx({ sheets: [{ name: '名单', rows }] });

describe('试用台：不顺手的时候', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench();
  });
  afterAll(async () => {
    await bench.close();
  });
  const choose = (name: string, bytes: Uint8Array) =>
    bench.page
      .locator('#file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const opened = (name: string) =>
    expect.poll(() => bench.page.locator('#status').textContent()).toBe(name);
  const message = () => bench.page.locator('#message span');

  it('功能区的“体检”：面板自己开始，给出结果', async () => {
    const pane = await bench.pane();
    expect(await bench.page.evaluate("window.gouji.excel.invokeCommand('runCheck')")).toBe(0);
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
  });

  it('F6 在表格和面板之间来回', async () => {
    await bench.type('表1', 'H2', 'F6');
    await bench.page.keyboard.press('F6');
    const inPane = () =>
      bench.page.evaluate("document.activeElement?.tagName === 'IFRAME'") as Promise<boolean>;
    await expect.poll(inPane).toBe(true);
    await bench.page.keyboard.press('Control+Enter');
    await (await bench.pane()).getByText('9 张表勾稽关系全部相符').waitFor();
    await bench.page.keyboard.press('F6');
    await expect.poll(inPane).toBe(false);
    const chooser = (await bench.pane()).getByTitle('选择年度和地区');
    await chooser.press('Control+Enter');
    expect(await chooser.getAttribute('aria-expanded')).toBe('false');
  });

  it('实时：改错即报、改回即划去，焦点留在表格里', async () => {
    const pane = await bench.pane();
    await pane.getByRole('switch', { name: '实时' }).click();
    await bench.type('表1', 'C36', '838.87');
    await pane.locator('[data-rule=A03] [data-finding]').waitFor();
    expect(await bench.page.evaluate('document.activeElement?.tagName')).not.toBe('IFRAME');
    await expect.poll(() => bench.marks()).toHaveLength(1);
    const asked = () =>
      bench.page.evaluate(
        "window.gouji.excel.batches.used.get('Worksheet.GetRangeByIndexes()')",
      ) as Promise<number>;
    const before = await asked();
    await bench.type('表1', 'C36', '838.78');
    await pane.getByText(/已改正 2 · 仍有 \d+ · 新出现 0/).waitFor();
    expect(await pane.locator('[data-mended]').count()).toBe(2);
    await expect.poll(() => bench.marks()).toEqual([]);
    // Of the twelve sheets the one that was edited is read again: its cells, and what is merged in it.
    expect((await asked()) - before).toBe(2);
    // What another author does is told, and not answered by a check of its own.
    await bench.page.evaluate('window.gouji.excel.byOthers = true');
    await bench.type('表1', 'C36', '838.87');
    await pane.getByText('别人刚改了 表1!C36').waitFor();
    expect(await bench.marks()).toEqual([]);
    await bench.page.evaluate('window.gouji.excel.byOthers = false');
    await bench.type('表1', 'C36', '838.78');
    await pane.getByText('别人刚改了').waitFor({ state: 'detached' });
    // Closed, the pane goes on running beside Excel and hears nothing; shown again it finds what is so now.
    const show = (on: boolean) => bench.page.evaluate(`window.gouji.excel.showPane(${on})`);
    const heard = () => bench.page.evaluate('window.gouji.excel.workbook.worksheets.listeners');
    expect(await heard()).toBe(1);
    await show(false);
    await expect.poll(heard).toBe(0);
    await bench.type('表1', 'C36', '838.87');
    expect(await bench.marks()).toEqual([]);
    await show(true);
    await expect.poll(() => bench.marks()).toHaveLength(1);
    await expect.poll(heard).toBe(1);
    await bench.type('表1', 'C36', '838.78');
    await expect.poll(() => bench.marks()).toEqual([]);
    await pane.getByRole('switch', { name: '实时' }).click();
  });

  it('手动计算：说核对的是旧数，重新计算后再查', async () => {
    const pane = await bench.pane();
    await bench.page.evaluate(
      "Object.assign(window.gouji.excel, { calculation: 'Manual', stale: true })",
    );
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.getByText('工作簿设为手动计算').waitFor();
    await pane.getByRole('button', { name: '重新计算并体检' }).click();
    await pane.getByText('工作簿设为手动计算').waitFor({ state: 'detached' });
    expect(await bench.page.evaluate('window.gouji.excel.stale')).toBe(false);
    await bench.page.evaluate("window.gouji.excel.calculation = 'Automatic'");
  });

  it('面板重开后忘了标记，也能找到并清除', async () => {
    await bench.type('表1', 'C36', '838.87');
    await (await bench.pane()).getByRole('button', { name: '重新体检' }).click();
    await expect.poll(() => bench.marks()).toHaveLength(1);
    await bench.page.evaluate('window.gouji.pane.reopen()');
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '更多' }).click();
    await pane.getByRole('menuitem', { name: '清除标记' }).click();
    await expect.poll(() => bench.marks()).toEqual([]);
  });

  it('体检报告：新表按表分组，可跳转，不影响再次体检', async () => {
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByRole('button', { name: '体检报告' }).click();
    await expect
      .poll(() => bench.page.evaluate('window.gouji.excel.book.selection().sheet.name'))
      .toBe('体检报告');
    const rows = Array.from({ length: 20 }, (_, i) => `C${i + 5}`);
    const links = await Promise.all(rows.map((at) => bench.cell('体检报告', at)));
    const [first] = links.flatMap(({ formula }) => formula || []);
    expect(first).toBe(`=HYPERLINK("#'表1'!C36","表1!C36")`);
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.getByText(/已改正 0 · 仍有 \d+ · 新出现 0/).waitFor();
  });

  it.each([
    [
      '加密',
      '有打开密码',
      () =>
        writeXlsx({
          sheets: [{ name: '表', rows: [[1]] }],
          encryption: { password: '口令', spinCount: 1000 },
        }),
    ],
    ['不是电子表格', '不是电子表格', async () => strToU8('科目,金额\n')],
    ['损坏', '已损坏', async () => new Uint8Array(sample).subarray(0, 9000)],
  ] as const)('打开%s的文件：一句话说明，打开着的工作簿不动', async (name, words, make) => {
    await choose(`${name}.xlsx`, await make());
    await expect.poll(() => message().textContent()).toContain(words);
    expect(await bench.page.locator('#status').textContent()).toBe('hanyang-2021.xlsx');
    await bench.page.getByRole('button', { name: '知道了' }).click();
  });

  it.each([
    ['空的', [[]]],
    [
      '别的',
      [
        ['姓名', '年龄'],
        ['甲', 30],
      ],
    ],
  ])('%s工作簿：没有找到决算公开表', async (name, rows) => {
    await choose(`${name}.xlsx`, await workbookOf(rows as (string | number)[][]));
    await opened(`${name}.xlsx`);
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('没有找到决算公开表。').waitFor();
    await pane.getByRole('button', { name: '查看能识别的表' }).click();
    expect(await pane.getByText('收入支出决算总表', { exact: true }).count()).toBe(1);
  });

  it('受保护的表：问题照列，不标记，说明原因', async () => {
    await choose('保护.xlsx', changedAndLocked());
    await opened('保护.xlsx');
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.locator('[data-rule=A03]').waitFor();
    await pane.getByText('“表1”受保护，问题只列出、不标记。').waitFor();
    expect(await bench.marks()).toEqual([]);
    // 改正 is not offered where it would be refused.
    await pane.getByText('“表1”受保护，请撤销保护后自己改。').waitFor();
    expect(await pane.getByRole('button', { name: '改正' }).count()).toBe(0);
    expect((await bench.cell('表1', 'C36')).value).toBe(838.87);
  });

  it('金额填成文字：说出是哪一张表，不当作数', async () => {
    await bench.page.locator('#sample').selectOption('hanyang-2021');
    await opened('hanyang-2021.xlsx');
    await bench.type('表5', 'E9', '六百三十四');
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.locator('[data-rule=A27]').first().waitFor();
    expect(await pane.locator('[data-rule=A27]').first().textContent()).toContain('六百三十四');
  });

  it('全程没有向外的请求，页面没有出错', () => {
    expect(bench.outside).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});

function changedAndLocked(): Uint8Array {
  const open = unzipSync(locked());
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(open[name]!).replace(
    /(<c r="C36"[^>]*>.*?<v>)838\.78(<\/v>)/,
    '$1838.87$2',
  );
  return zipSync({ ...open, [name]: strToU8(xml) });
}
