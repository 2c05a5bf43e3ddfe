// 插入空白模板、插入图表：经真正的 office.js 写进工作簿，已有的表一格不动。
import { beforeAll, describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Grid, Snapshot } from '../../../src/facts/grid.ts';
import type { PageChart } from '../../../src/facts/page.ts';
import { openBook } from '../../../src/review/book.ts';
import { review, reviewOf } from '../../../src/review.ts';
import type { AreaProps } from '../../../taskpane/areas/area.ts';
import { insertBlanks, insertCharts } from '../../../taskpane/inserting.ts';
import { taskShown } from '../../../taskpane/task.ts';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { WireError } from '../../../workbench/emulator/wire.ts';
import { Worksheet } from '../../../workbench/emulator/worksheet.ts';
import { arrangement, layOut } from '../../support/department/layout.ts';
import { makeDepartment } from '../../support/department/model.ts';
import { tablesIn } from '../../support/fill.ts';
import { type OfficeBench, opened } from '../../support/office-bench.ts';
import { loadOffice } from '../../support/office-load.ts';

let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice();
});

const grid = (name: string, rows: readonly (readonly (string | number)[])[]): Grid => ({
  name,
  hidden: false,
  protected: false,
  rows: rows.length,
  columns: Math.max(1, ...rows.map((r) => r.length)),
  cells: rows.map((r) => r.map((value) => ({ value }))),
  merges: [],
});
const OTHER: Snapshot = { sheets: [grid('Sheet1', [['通讯录'], ['张三', 1]])] };
const CHOICE = { year: 2023 };

/** What the pane hands over, with or without a 体检 before. */
async function propsOf(
  bench: OfficeBench,
  isChecked: boolean,
  choice: { year?: number } = CHOICE,
): Promise<AreaProps> {
  const snapshot = await bench.host.snapshot();
  const book = openBook(snapshot, CATALOGUE, choice);
  const checked = isChecked
    ? { snapshot, book, review: reviewOf(book), at: new Date(0) }
    : undefined;
  const checking = { state: { checked, choice }, run: async () => {} };
  return {
    host: bench.host,
    catalogue: CATALOGUE,
    checking,
    reveal: () => {},
  } as unknown as AreaProps;
}

describe('插入空白模板', () => {
  test('没有决算表的工作簿：各表、补充资料都插入，插入的都认得，原来的表不动', async () => {
    const bench = opened(excel, OTHER);
    await insertBlanks(await propsOf(bench, false), taskShown(() => {}).task);
    const after = await bench.host.snapshot();
    const layout = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('收入决算表');
      const { pageLayout } = sheet.load('pageLayout/orientation,pageLayout/zoom');
      await context.sync();
      return pageLayout.toJSON();
    });
    expect(layout).toMatchObject({ orientation: 'Landscape', zoom: { horizontalFitToPages: 1 } });
    expect(after.sheets[0]).toEqual((await opened(excel, OTHER).host.snapshot()).sheets[0]);
    const tables = tablesIn(after);
    const forms = tables.map((t) => t.form);
    expect(forms).toEqual(expect.arrayContaining(['表1', '表5', '表7', '表9', '补充资料']));
    expect(after.sheets.length).toBeGreaterThanOrEqual(11);
    expect(tables.every((t) => t.empty && (t.year ?? 2023) === 2023)).toBe(true);
    const checked = review(after, CATALOGUE, CHOICE);
    expect(checked.findings.filter((f) => f.verdict === 'broken')).toEqual([]);
  });

  test('已有的表不再插入；同名的工作表不碰，新表另起名', async () => {
    const { snapshot } = layOut(makeDepartment(3), { ...arrangement(3), noise: false });
    const taken = grid('补充资料', [['我的笔记']]);
    const bench = opened(excel, { sheets: [...snapshot.sheets, taken] });
    const before = await bench.host.snapshot();
    await insertBlanks(await propsOf(bench, true, {}), taskShown(() => {}).task);
    const after = await bench.host.snapshot();
    expect(after.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
    const added = after.sheets.slice(before.sheets.length).map((s) => s.name);
    expect(added).toContain('补充资料（2）');
    const forms = tablesIn(after).map((t) => t.form);
    expect(forms.filter((f) => f === '表1')).toHaveLength(1);
    // Nothing is left to insert: it is said, and nothing changes.
    const again = insertBlanks(await propsOf(bench, true, {}), taskShown(() => {}).task);
    await expect(again).rejects.toThrow('没有要插入的');
    expect((await bench.host.snapshot()).sheets).toHaveLength(after.sheets.length);
  });
});

describe('插入图表', () => {
  test('数取自决算表；缺上年数的不画，写明缺什么', async () => {
    const { snapshot } = layOut(makeDepartment(3), { ...arrangement(3), noise: false });
    const bench = opened(excel, snapshot);
    await insertCharts(await propsOf(bench, true, {}), taskShown(() => {}).task);
    const after = await bench.host.snapshot();
    const sheet = after.sheets.at(-1)!;
    expect(sheet.name).toBe('图表');
    const texts = sheet.cells.flatMap((l) => (l ?? []).map((c) => String(c?.value ?? '')));
    expect(texts.join('\n')).toContain('缺上年');
    const charts = bench.book.sheet('图表').charts ?? [];
    expect(charts.map((c) => [c.kind, c.title])).toEqual([
      ['Pie', '图2：收入决算结构'],
      ['Pie', '图3：支出决算结构'],
    ]);
    for (const chart of charts) {
      expect(chart.labels).toMatchObject({ ShowPercentage: true, ShowCategoryName: true });
      expect(chart.legend).toBe(false);
      expect(Object.keys(chart.colors)).toHaveLength(chart.source.rows - 1);
      const amounts = sheet.cells
        .slice(chart.source.row + 1, chart.source.row + chart.source.rows)
        .map((l) => l?.[1]?.value);
      expect(amounts.every((a) => typeof a === 'number' && a > 0)).toBe(true);
    }
  });

  test('一张新表上的柱形图：最近一年最深，数值标在柱上', async () => {
    const bench = opened(excel, OTHER);
    const chart: PageChart = {
      kind: 'columns',
      title: '图1：收、支总计',
      source: 'A1:B3',
      from: 'D1',
      to: 'J15',
    };
    const cells = [
      ['A1', '项目'],
      ['B1', '金额'],
      ['A2', '2022年度'],
      ['B2', 900.5],
      ['A3', '2023年度'],
      ['B3', 1000.25],
    ].map(([address, value]) => ({ address: String(address), value: value as string | number }));
    await bench.host.addSheet({ name: '图表', cells, charts: [chart] });
    const [drawn] = bench.book.sheet('图表').charts ?? [];
    expect(drawn).toMatchObject({ kind: 'ColumnClustered', title: '图1：收、支总计' });
    expect(drawn!.labels).toMatchObject({ ShowValue: true, Position: 'OutsideEnd' });
    expect(Object.values(drawn!.colors)).toEqual(['#A6A6A6', '#404040']);
    expect(drawn!.width).toBeGreaterThan(200);
  });

  test('画不了图表的程序：说明白，不留下半张表', async () => {
    const bench = opened(excel, OTHER);
    const { prototype } = Worksheet;
    const charts = Object.getOwnPropertyDescriptor(prototype, 'Charts')!;
    const none = () => {
      throw WireError.missing('charts');
    };
    Object.defineProperty(prototype, 'Charts', { configurable: true, get: none });
    const chart: PageChart = { kind: 'pie', title: '图', source: 'A1:B2', from: 'D1', to: 'F9' };
    const adding = bench.host.addSheet({ name: '图表', cells: [], charts: [chart] });
    await expect(adding).rejects.toThrow('这里画不了图表');
    Object.defineProperty(prototype, 'Charts', charts);
    expect((await bench.host.snapshot()).sheets.map((s) => s.name)).toEqual(['Sheet1']);
  });
});
