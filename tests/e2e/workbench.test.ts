// The story of the product in the workbench: open, check, break a figure, check again, see it marked
// and explained, clear; by mouse and by keyboard; functions in the grid; a file of one's own.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCERS } from '../support/pdf/borders.ts';
import { printBooklet } from '../support/pdf/print.ts';
import { changed, sample } from '../support/samples.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench-page.ts';

const samples = new URL('../cases/samples/', import.meta.url).pathname;

describe('试用台', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench();
  });
  afterAll(async () => {
    await bench.close();
  });

  it('打开即见样表，体检全部相符；清除标记后与打开时一样', async () => {
    const pane = await bench.pane();
    const original = await bench.looks();
    const bar = await bench.page.locator('[data-u-comp=formula-bar] canvas').boundingBox();
    expect(bar!.width).toBeGreaterThan(400);
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    expect(await bench.marks()).toEqual([]);
    expect(await pane.getByText('2021 年度 · 湖北省武汉市').count()).toBe(1);
    await pane.getByRole('button', { name: '清除标记' }).click();
    await pane.getByText('标记已清除').waitFor();
    expect(JSON.parse(await bench.looks())).toEqual(JSON.parse(original));
  });

  it('改错一个数，再体检：标记、说明、定位；清除标记后与原来一样', async () => {
    let pane = await bench.pane();
    await bench.type('表1', 'C36', '838.87');
    expect((await bench.cell('表1', 'C36')).value).toBe(838.87);
    const before = await bench.looks();
    await pane.getByRole('button', { name: '重新体检' }).click();
    const finding = pane.locator('[data-rule=A03] [data-finding]');
    await finding.waitFor();
    const words = await pane.locator('[data-culprit]').first().textContent();
    expect(words).toContain('表内838.87');
    expect(words).toContain('应为838.78');
    expect(words).toContain('多 0.09');
    expect(words).toContain('表1!C36 可能有误：838.87 → 838.78');
    expect(words).toContain('相邻两位颠倒 · 可解释 2 项');
    expect(await bench.marks()).toEqual(['表1!C36 =LEN("Gouji#broken")>0']);

    await bench.type('表5', 'A40', '.');
    await finding.click();
    await expect
      .poll(() => bench.page.evaluate('window.gouji.excel.book.selection().sheet.name'))
      .toBe('表1');
    // The total and what it is made of stand together, and are lit together as long as the details are open.
    const area = () => bench.page.evaluate('window.gouji.excel.book.selection().area');
    expect(await area()).toEqual({ row: 32, column: 2, rows: 4, columns: 1 });
    await bench.page.keyboard.press('Escape');
    await expect.poll(area).toEqual({ row: 35, column: 2, rows: 1, columns: 1 });
    // Cells that stand apart are lit one by one, and dark again.
    const lit = async () => (await bench.marks()).filter((m) => m.includes('light'));
    const apart = pane.locator('[data-rule=A05] [data-finding]');
    await apart.click();
    await expect.poll(lit).toEqual(['表1!F36 =LEN("Gouji#light")>0']);
    await apart.click();
    await expect.poll(lit).toEqual([]);
    await pane.getByRole('button', { name: '回到原处（表5!A41）' }).click();
    await expect
      .poll(() => bench.page.evaluate('window.gouji.excel.book.selection().sheet.name'))
      .toBe('表5');
    await pane.getByRole('button', { name: '回到原处（表1!C36）' }).waitFor();

    // A pane closed while cells are lit: the next one takes the light away as it opens, and no mark.
    await apart.click();
    await expect.poll(lit).toHaveLength(1);
    await bench.page.evaluate('window.gouji.pane.reopen()');
    await expect.poll(() => bench.marks()).toEqual(['表1!C36 =LEN("Gouji#broken")>0']);
    pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.locator('[data-rule=A05] [data-finding]').waitFor();

    await bench.type('表5', 'A40', ' ');
    await pane.getByRole('button', { name: '清除标记' }).click();
    await pane.getByText('标记已清除').waitFor();
    expect(await bench.marks()).toEqual([]);
    const sheets = (text: string) => JSON.parse(text).filter((s: unknown[]) => s[0] !== '表5');
    expect(sheets(await bench.looks())).toEqual(sheets(before));
  });

  it('只用键盘：上下移动、回车定位、Ctrl+Enter 重新体检、E 写出错说明', async () => {
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '重新体检' }).press('Control+Enter');
    await expect.poll(() => bench.marks()).toHaveLength(1);
    await pane.locator('[data-finding]').first().focus();
    await bench.page.keyboard.press('ArrowDown');
    const second = pane.locator('[data-finding]').nth(1);
    expect(await second.evaluate((e) => e === document.activeElement)).toBe(true);
    // The step before left its details open: Enter closes them, and opens them again.
    const opened = await second.getAttribute('aria-expanded');
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => second.getAttribute('aria-expanded')).not.toBe(opened);
    if (opened === 'true') await bench.page.keyboard.press('Enter');
    await expect.poll(() => second.getAttribute('aria-expanded')).toBe('true');
    await bench.page.keyboard.press('e');
    await expect.poll(() => pane.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  it('改正：先看后改，改后自动体检，可以撤销', async () => {
    const pane = await bench.pane();
    await pane.locator('[data-culprit="表1!C36"]').getByRole('button', { name: '改正' }).click();
    await pane.getByText('把 838.87 改为 838.78').waitFor();
    await pane.getByRole('button', { name: '改正', exact: true }).last().click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    expect((await bench.cell('表1', 'C36')).value).toBe(838.78);
    await pane.getByRole('button', { name: '撤销', exact: true }).click();
    await pane.locator('[data-rule=A03] [data-finding]').waitFor();
    expect((await bench.cell('表1', 'C36')).value).toBe(838.87);
    await bench.type('表1', 'C36', '838.78');
  });

  it('合计是公式：指下面填错的那一格，改正后公式跟着算', async () => {
    const pane = await bench.pane();
    await bench.type('表3', 'E12', '=SUM(E13:E14)');
    await bench.type('表3', 'E9', '=E10+E12');
    await bench.type('表3', 'E8', '=SUM(E9,E15,E20,E24,E27)');
    await bench.type('表3', 'E14', '94.78');
    await expect.poll(async () => (await bench.cell('表3', 'E8')).value).toBe(838.69);
    await pane.getByRole('button', { name: '重新体检' }).click();
    const card = pane.locator('[data-culprit="表3!E14"]');
    expect(await card.textContent()).toContain('表3!E14 可能有误：94.78 → 94.87');
    expect(await pane.locator('[data-culprit]').count()).toBe(1);
    await card.getByRole('button', { name: '改正' }).click();
    await pane.getByRole('dialog').getByRole('button', { name: '改正', exact: true }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    expect((await bench.cell('表3', 'E8')).value).toBe(838.78);
  });

  it('错的一格是公式：不给改正，说去改公式，点了到那一格', async () => {
    const pane = await bench.pane();
    await bench.type('表1', 'C36', '=838.78+0.09');
    await pane.getByRole('button', { name: '重新体检' }).click();
    const card = pane.locator('[data-culprit="表1!C36"]');
    await card.getByText('这一格是公式，请改公式或它引用的单元格。').waitFor();
    expect(await pane.getByRole('button', { name: /^(?:一起)?改正/ }).count()).toBe(0);
    await card.locator('[data-finding]').first().click();
    await expect
      .poll(() => bench.page.evaluate('window.gouji.excel.book.selection().sheet.name'))
      .toBe('表1');
    await bench.type('表1', 'C36', '838.78');
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
  });

  it('在格子里输入 =GJ.EXECRATE(C33,C7) 即算出', async () => {
    await bench.type('表1', 'H33', '=GJ.EXECRATE(C33,C7)');
    await expect
      .poll(async () => Number((await bench.cell('表1', 'H33')).value).toFixed(6))
      .toBe((837.33 / 837.39).toFixed(6));
    await bench.type('表1', 'H33', ' ');
  });

  it('正在编辑单元格时体检：说明情况，编辑结束后自动继续', async () => {
    const pane = await bench.pane();
    await bench.page.evaluate('window.gouji.excel.editing = true');
    await pane.getByRole('button', { name: '重新体检' }).click();
    await pane.getByText('单元格正在编辑。请按 Enter 完成或 Esc 放弃，体检会自动继续。').waitFor();
    await bench.page.evaluate('window.gouji.excel.editing = false');
    await pane.getByText('单元格正在编辑').waitFor({ state: 'detached' });
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
  });

  it('坏文件：一句中文说明，打开着的工作簿不动', async () => {
    const bad = join(tmpdir(), '坏文件.xlsx');
    writeFileSync(bad, '这不是工作簿');
    await bench.page.locator('#file').setInputFiles(bad);
    await expect
      .poll(() => bench.page.locator('#message span').textContent())
      .toMatch(/[\u4e00-\u9fff]{6,}/);
    expect((await bench.cell('表1', 'C36')).value).toBe(838.78);
    await bench.page.getByRole('button', { name: '知道了' }).click();
  });

  it('打开文件：另一个部门、另一年度、以元为单位', async () => {
    await bench.page.locator('#file').setInputFiles(`${samples}example-2023-yuan.xlsx`);
    await expect
      .poll(() => bench.page.locator('#status').textContent())
      .toBe('example-2023-yuan.xlsx');
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
    expect(await pane.getByText('2023 年度').count()).toBe(1);
  });

  it('打开 PDF：原页上的数和格都有框，窗格在旁，两边都点得到；再打开表格就回到表格', async () => {
    const own = (await sample('hanyang-2021')).sheets.filter((s) => /^表[1-3]$/.test(s.name));
    const wrong = changed({ sheets: own }, [{ sheet: '表1', address: 'C36', value: 838.87 }]);
    const look = { landscape: true, size: 8, repeated: false, numbered: false };
    const buffer = Buffer.from(
      await printBooklet(wrong.sheets, { producer: PRODUCERS[0]!, ...look }),
    );
    const file = { name: '决算.pdf', mimeType: 'application/pdf', buffer };
    await bench.page.locator('#file').setInputFiles(file);
    const paper = bench.page.frameLocator('#paper');
    await paper.getByRole('button', { name: '开始体检' }).click();
    await paper.locator('[data-rule=A03] [data-finding]').click();
    const framed = paper.locator('[data-frame][aria-pressed=true]');
    await expect.poll(() => framed.getAttribute('aria-label')).toMatch(/C35 不符$/);
    await bench.page.locator('#sample').selectOption('hanyang-2021');
    await bench.page.locator('#paper').waitFor({ state: 'detached' });
    expect((await bench.cell('表1', 'C36')).value).toBe(838.78);
  });

  it('打开示例：面板自己带的工作簿，从打开到全部相符', async () => {
    await bench.page.evaluate('window.gouji.pane.reopen()');
    await (await bench.pane()).getByRole('button', { name: '打开示例' }).click();
    await expect.poll(() => bench.page.locator('#status').textContent()).toBe('示例.xlsx');
    const pane = await bench.pane();
    await pane.getByRole('button', { name: '开始体检' }).click();
    await pane.getByText('9 张表勾稽关系全部相符').waitFor();
  });

  it('全程没有向外的请求，页面没有出错', () => {
    expect(bench.outside).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
