// What the Excel host does beside the contract: round trips, limits, old and refusing Excels.
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { columnName, type Grid, type Snapshot } from '../../../src/facts/grid.ts';
import { jsonIn, partFor } from '../../../src/facts/own-part.ts';
import { addressLists, areasOf } from '../../../src/hosts/excel/areas.ts';
import { excelHost } from '../../../src/hosts/excel/host.ts';
import { readWorkbook, SWIFT } from '../../../src/hosts/excel/reading.ts';
import type { Mark } from '../../../src/hosts/port.ts';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';
import { Range, RangeAreas } from '../../../workbench/emulator/range.ts';
import { CustomXmlPartCollection } from '../../../workbench/emulator/stored.ts';
import { Worksheet } from '../../../workbench/emulator/worksheet.ts';
import { opened } from '../../support/office-bench.ts';
import { loadedFiles, loadOffice } from '../../support/office-load.ts';

let excel: EmulatedExcel;
beforeAll(async () => {
  excel = await loadOffice();
});

function filled(name: string, rows: number, columns: number, more: Partial<Grid> = {}): Grid {
  const line = Array.from({ length: columns }, (_, j) => ({ value: j }));
  const cells = Array.from({ length: rows }, () => line);
  return { name, hidden: false, protected: false, rows, columns, cells, merges: [], ...more };
}
const of = (...sheets: Grid[]): Snapshot => ({ sheets });

/** How often the reading itself asked Excel. */
async function counted(manner = SWIFT): Promise<{ snapshot: Snapshot; syncs: number }> {
  return Excel.run(async (context) => {
    const sync = vi.spyOn(context, 'sync');
    const snapshot = await readWorkbook(context, manner);
    return { snapshot, syncs: sync.mock.calls.length };
  });
}

describe('读取的往返次数', () => {
  test('十万个单元格以内两次', async () => {
    const small = Array.from({ length: 14 }, (_, i) => filled(`表${i}`, 40, 10));
    opened(excel, of(...small, filled('大', 18_880, 5)));
    const { snapshot, syncs } = await counted();
    expect(syncs).toBe(2);
    expect(snapshot.sheets.map((s) => s.rows * s.columns)).toEqual([
      ...new Array(14).fill(400),
      94_400,
    ]);
    expect(snapshot.sheets.at(-1)!.cells[18_879]![4]).toEqual({ value: 4 });
  });
  test('更多的分块读，一格不少', async () => {
    opened(excel, of(filled('甲', 11, 10), filled('乙', 25, 10), filled('丙', 2, 3)));
    const { snapshot, syncs } = await counted({ ...SWIFT, block: 100 });
    expect(syncs).toBe(6);
    expect(snapshot.sheets.map((s) => s.cells.flat().length)).toEqual([110, 250, 6]);
  });
  test('改动过的表和引用别表的表再读，别的还是先前读到的那一个', async () => {
    const { host, book } = opened(excel, of(...['甲', '乙', '丙'].map((n) => filled(n, 3, 3))));
    book.edit('丙', 'A1', '=甲!A1');
    book.edit('乙', 'A1', '=SUM(B1:C3)');
    const snapshot = await host.snapshot();
    book.edit('甲', 'A1', 7);
    const read: string[] = [];
    const since = { snapshot, edited: new Set(['甲']) };
    const again = await host.snapshot((sheet) => read.push(sheet), since);
    expect(read).toEqual(['甲', '丙']);
    expect(again.sheets[1]).toBe(snapshot.sheets[1]);
    expect(again).toEqual(await host.snapshot());
    // One that has grown was edited, whatever was heard; so was a workbook with another list of sheets.
    book.edit('乙', 'D9', 1);
    expect(await host.snapshot(undefined, since)).toEqual(await host.snapshot());
    await host.addSheet({ name: '丁', cells: [] });
    read.length = 0;
    await host.snapshot((sheet) => read.push(sheet), since);
    expect(read).toEqual(['甲', '乙', '丙']);
  });
  test('工作表很多时多一次，名称与大小仍对得上', async () => {
    const sheets = Array.from({ length: 53 }, (_, i) => filled(`表${i}`, i + 1, 1));
    opened(excel, of(...sheets));
    const { snapshot, syncs } = await counted();
    expect(syncs).toBe(3);
    expect(snapshot.sheets.map((s) => [s.name, s.rows])).toEqual(
      sheets.map((s) => [s.name, s.rows]),
    );
  });
  test('远处多出一格：表照读，空行空列不读；真正过大的表不读，报出单元格数', async () => {
    const { book, host } = opened(excel, of(filled('表1', 30, 6)));
    book.edit('表1', 'XFD1048576', ' ');
    book.edit('表1', 'C5', '=SUM(A1:B1)');
    const [table] = (await host.snapshot()).sheets;
    expect(table!.skipped).toBeUndefined();
    expect(table!.cells.flat().filter(Boolean)).toHaveLength(181);
    expect(table!.cells[29]![5]).toEqual({ value: 5 });
    expect(table!.cells[4]![2]!.formula).toBe('=SUM(A1:B1)');
    expect(table!.cells[1_048_575]![16_383]).toEqual({ value: ' ' });
    const full = vi
      .spyOn(Range.prototype, 'GetSpecialCellsOrNullObject')
      .mockImplementation(function (this: Range) {
        return new RangeAreas(this.sheet, [this.area]);
      });
    const skipped = (await host.snapshot()).sheets[0]!;
    full.mockRestore();
    expect(skipped).toMatchObject({ rows: 0, cells: [], skipped: 1_048_576 * 16_384 });
  });
  test('标记再多也是几次；没有变化的一次也不写', async () => {
    const { host, book } = opened(excel, of(...['甲', '乙', '丙'].map((n) => filled(n, 3, 3))));
    const marks = ['甲', '乙', '丙'].flatMap((sheet) =>
      Array.from({ length: 900 }, (_, i) => ({
        sheet,
        address: `${columnName(i)}${i + 1}`,
        verdict: (['broken', 'rounding', 'unknown'] as const)[i % 3]!,
      })),
    );
    await host.mark(marks);
    const before = book.look();
    excel.batchCount = 0;
    await host.mark(marks);
    expect(excel.batchCount).toBe(5);
    expect(book.look()).toEqual(before);
    expect(await host.clear()).toBe(2700);
  });
});

describe('不顺从的 Excel', () => {
  test.each([
    [5004, 'editing', '单元格正在编辑'],
    [5102, 'connection', '与 Excel 的连接中断'],
    [7000, 'protected', '受保护'],
  ])('错误 %i', async (fault, code, words) => {
    const { host } = opened(excel, of(filled('表1', 2, 2)));
    excel.faults.push(fault);
    const expected = { name: 'HostError', code, message: expect.stringContaining(words) };
    await expect(host.snapshot()).rejects.toMatchObject(expected);
    expect((await host.snapshot()).sheets).toHaveLength(1);
  });
  test.each([
    ['只读打开', (e: EmulatedExcel) => (e.readOnly = true), [7000], '只读打开'],
    ['结构受保护', (e: EmulatedExcel) => (e.structureProtected = true), [7000], '结构受保护'],
    ['受保护的视图', () => undefined, [7000, 7000], '受保护的视图'],
  ])('不许写，缘由说对：%s', async (_, set, faults, words) => {
    const { host } = opened(excel, of(filled('表1', 2, 2)));
    set(excel);
    excel.faults.push(...faults);
    const message = expect.stringContaining(words);
    await expect(host.snapshot()).rejects.toMatchObject({ code: 'protected', message });
  });
  test('结构受保护：新表加不上、删不掉，原来的都在', async () => {
    const { host } = opened(excel, of(filled('表1', 2, 2), filled('体检报告', 2, 2)));
    excel.structureProtected = true;
    const refused = { code: 'protected', message: expect.stringContaining('结构受保护') };
    await expect(host.addSheet({ name: '新', cells: [] })).rejects.toMatchObject(refused);
    await expect(host.traces!.removeSheets(['体检报告'])).rejects.toMatchObject(refused);
    expect((await host.snapshot()).sheets).toHaveLength(2);
  });
  test('手动计算、有旧数：说出来，算过之后不再说', async () => {
    const { host } = opened(excel, of(filled('表1', 2, 2)));
    excel.calculation = 'Manual';
    expect((await host.snapshot()).stale).toBeUndefined();
    excel.stale = true;
    expect((await host.snapshot()).stale).toBe(true);
    await host.calculate!();
    expect((await host.snapshot()).stale).toBeUndefined();
  });
  test('一次传不完就小块再读，仍传不完才说', async () => {
    const { host } = opened(excel, of(filled('表1', 2, 2)));
    excel.faults.push(5104);
    expect((await host.snapshot()).sheets[0]!.rows).toBe(2);
    excel.faults.push(5104, 5104, 5104);
    expect((await host.snapshot()).sheets[0]!.rows).toBe(2);
    excel.faults.push(5104, 5104, 5104, 5104);
    await expect(host.snapshot()).rejects.toMatchObject({ code: 'too-large' });
  });
  test('不认空对象上的下一张表：另一种问法', async () => {
    const { host } = opened(excel, of(filled('甲', 1, 1), filled('乙', 3, 2)));
    const next = vi.spyOn(Worksheet.prototype, 'GetNextOrNullObject').mockImplementation(() => {
      throw new Error('no such thing');
    });
    expect((await host.snapshot()).sheets.map((s) => s.rows)).toEqual([1, 3]);
    expect(next).toHaveBeenCalled();
    next.mockRestore();
  });
  test('不支持自定义 XML 部件：照样读表；读不到、存不进填写的内容时说明', async () => {
    const { host } = opened(excel, of(filled('甲', 2, 2)));
    excel.batches.gate = (type, member) => {
      if (type === 'Workbook' && member === 'CustomXmlParts') throw new Error('no parts here');
    };
    expect(await host.snapshot()).toMatchObject({ sheets: [{ rows: 2 }] });
    const refused = (words: string) => ({
      code: 'refused',
      message: expect.stringContaining(words),
    });
    await expect(host.load()).rejects.toMatchObject(refused('没有读到随工作簿保存的填写内容'));
    await expect(host.store('{}')).rejects.toMatchObject(refused('没有存入工作簿'));
  });
  test('新的没有存进去，旧的还在', async () => {
    const { host } = opened(excel, of(filled('甲', 1, 1)));
    await host.store('{"explanations":[1]}');
    excel.batches.gate = (type, member) => {
      if (type === 'CustomXmlPartCollection' && member === 'Add') throw new Error('refused');
    };
    await expect(host.store('{"explanations":[2]}')).rejects.toMatchObject({ code: 'refused' });
    excel.batches.gate = () => {};
    expect(await host.load()).toBe('{"explanations":[1]}');
    await host.store('{"explanations":[3]}');
    expect(await host.load()).toBe('{"explanations":[3]}');
  });
  test('存进去的读回来不一样：不算数，旧的还在', async () => {
    const { host, book } = opened(excel, of(filled('甲', 1, 1)));
    await host.store('{"explanations":[1]}');
    const lost = vi
      .spyOn(CustomXmlPartCollection.prototype, 'Add')
      .mockImplementationOnce(function (this: CustomXmlPartCollection) {
        return this.Add('<gouji xmlns="urn:gouji:workbook:1"/>');
      });
    await expect(host.store('{"explanations":[2]}')).rejects.toMatchObject({ code: 'refused' });
    lost.mockRestore();
    expect(book.parts).toHaveLength(1);
    expect(await host.load()).toBe('{"explanations":[1]}');
  });
  test('读不懂的部件不删', async () => {
    const { host, book } = opened(excel, of(filled('甲', 1, 1)));
    const broken = '<gouji xmlns="urn:gouji:workbook:1">{"explanations":[</gouji>';
    book.parts.push({ id: '{broken}', xml: broken });
    await host.store('{"explanations":[1]}');
    expect(book.parts.map((p) => p.xml)).toContain(broken);
    expect(await host.load()).toBe('{"explanations":[1]}');
  });
  test('合并单元格太多时当作没有', async () => {
    const merges = Array.from({ length: 600 }, (_, row) => ({
      row,
      column: 0,
      rows: 1,
      columns: 2,
    }));
    const { host } = opened(excel, of(filled('甲', 600, 3, { merges })));
    expect((await host.snapshot()).sheets[0]).toMatchObject({ rows: 600, merges: [] });
  });
  test('列太窄显示井号：不当作显示文本', async () => {
    const grid = { ...filled('甲', 1, 1), cells: [[{ value: 1234.5, text: '#####' }]] };
    const { host } = opened(excel, of(grid));
    expect((await host.snapshot()).sheets[0]!.cells[0]![0]).toEqual({ value: 1234.5 });
  });
  test('样式：粗体、字号、对齐、边框、底色、换行、行高', async () => {
    const { host, book } = opened(excel, of(filled('甲', 1, 1)));
    const head = { bold: true, size: 16, horizontal: 'center', fill: 'F2F2F2' } as const;
    await host.addSheet({
      name: '报告',
      cells: [
        { address: 'A1', value: '标题', ...head },
        { address: 'A2', value: '一', border: true, wrap: true },
        { address: 'B2', value: 1, border: true, wrap: true },
      ],
      widths: [20],
      heights: [28],
    });
    const sheet = book.sheets().find((s) => s.name === '报告')!;
    const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
    const look = (['bold', 'size', 'align', 'valign', 'fill', 'font'] as const).map((key) =>
      sheet.format(at(0, 0), key),
    );
    expect(look).toEqual([true, 16, 'Center', 'Center', '#F2F2F2', '宋体']);
    for (const edge of ['top', 'bottom', 'left', 'right'] as const) {
      expect(sheet.format(at(1, 0), edge)).toEqual({ style: 'Continuous', color: '#000000' });
      expect(sheet.format(at(1, 1), edge)).toEqual({ style: 'Continuous', color: '#000000' });
    }
    expect(sheet.format(at(1, 1), 'wrap')).toBe(true);
    expect(sheet.format(at(0, 1), 'bold')).toBe(false);
    expect(sheet.format(at(0, 0), 'rowHeight')).toBe(28);
  });
  test('写到一半被拒：先写的还原，一格也没有改', async () => {
    const { host } = opened(excel, of(filled('甲', 3, 3)));
    const before = await host.snapshot();
    let written = 0;
    excel.batches.gate = (type, member, kind) => {
      if (type !== 'Range' || member !== 'Formulas' || kind !== '#set') return;
      written += 1;
      if (written === 3) throw new Error('part of an array');
    };
    const cells = ['A1', 'B1', 'C1'].map((address) => ({ sheet: '甲', address, value: 77 }));
    await expect(host.write(cells)).rejects.toMatchObject({ name: 'HostError' });
    excel.batches.gate = () => {};
    expect(await host.snapshot()).toEqual(before);
  });
  test('新表写到一半失败：不留半张表', async () => {
    const { host, book } = opened(excel, of(filled('甲', 1, 1)));
    const sheet = {
      name: '报告',
      cells: [{ sheet: '报告', address: 'A1', value: 1 }],
      merges: ['?'],
    };
    await expect(host.addSheet(sheet)).rejects.toMatchObject({ name: 'HostError' });
    expect(book.sheets().map((s) => s.name)).toEqual(['甲']);
  });
});

describe('标记的样子', () => {
  test('只加边框、浅底与深字，用户的底色不动', async () => {
    const { host, book } = opened(excel, of(filled('甲', 3, 3)));
    book.sheet('甲').setFormat([{ row: 0, column: 0, rows: 1, columns: 1 }], 'fill', '#00FF00');
    await host.mark([{ sheet: '甲', address: '$a$1', verdict: 'broken' }]);
    const [rule] = book.sheet('甲').rules();
    expect(rule).toMatchObject({
      formula: '=LEN("Gouji#broken")>0',
      areas: [{ row: 0, column: 0, rows: 1, columns: 1 }],
      style: { fill: '#FDE7E9', color: '#242424' },
    });
    expect(Object.keys(rule!.style.border!).sort()).toEqual(['bottom', 'left', 'right', 'top']);
    expect(book.sheet('甲').format({ row: 0, column: 0, rows: 1, columns: 1 }, 'fill')).toBe(
      '#00FF00',
    );
  });
  test('只写有变化的：别的规则还是原来的那一条', async () => {
    const { host, book, marked } = opened(excel, of(filled('甲', 3, 3), filled('乙', 3, 3)));
    const at = (sheet: string, address: string, verdict: Mark['verdict'] = 'broken') => ({
      sheet,
      address,
      verdict,
    });
    await host.mark([at('甲', 'A1'), at('甲', 'B2', 'unknown'), at('乙', 'A1')]);
    const before = ['甲', '乙'].map((n) =>
      book
        .sheet(n)
        .rules()
        .map((r) => r.id),
    );
    await host.mark([at('甲', 'A1'), at('甲', 'B3', 'unknown'), at('乙', 'A1')]);
    const after = ['甲', '乙'].map((n) =>
      book
        .sheet(n)
        .rules()
        .map((r) => r.id),
    );
    expect(after[1]).toEqual(before[1]);
    expect(after[0]!.filter((id) => before[0]!.includes(id))).toHaveLength(1);
    expect([marked('甲', 'A1'), marked('甲', 'B2'), marked('甲', 'B3')]).toEqual([
      'broken',
      undefined,
      'unknown',
    ]);
  });
  test('一格有几个结论，只标最重的', async () => {
    const { host, marked } = opened(excel, of(filled('甲', 1, 1)));
    await host.mark(
      (['broken', 'rounding', 'unknown'] as const).map((verdict) => ({
        sheet: '甲',
        address: 'A1',
        verdict,
      })),
    );
    expect(marked('甲', 'A1')).toBe('broken');
    expect(await host.clear()).toBe(1);
  });
  test('别人的规则坏了一条：照样标记和清除', async () => {
    const { host, book, foreignRule, marked } = opened(excel, of(filled('甲', 3, 3)));
    for (let i = 0; i < 60; i += 1) foreignRule!('甲', 'C3', 'Custom', '=TRUE');
    const corrupt = book.sheet('甲').rules()[35]!;
    Object.defineProperty(corrupt, 'formula', {
      get: () => {
        throw new Error('corrupt');
      },
    });
    await host.mark([{ sheet: '甲', address: 'A1', verdict: 'broken' }]);
    expect(marked('甲', 'A1')).toBe('broken');
    expect(await host.clear()).toBe(1);
    expect(marked('甲', 'A1')).toBeUndefined();
    expect(book.sheet('甲').rules()).toHaveLength(60);
  });
  test('标记、清除、写入同时来，一个一个做', async () => {
    const { host, book, marked } = opened(excel, of(filled('甲', 2, 2)));
    const one = [{ sheet: '甲', address: 'A1', verdict: 'broken' as const }];
    const [, , , count] = await Promise.all([
      host.mark(one),
      host.mark(one),
      host.write([{ sheet: '甲', address: 'B2', value: 9 }]),
      host.clear(),
    ]);
    expect(count).toBe(1);
    expect(marked('甲', 'A1')).toBeUndefined();
    expect(book.sheet('甲').rules()).toEqual([]);
  });
  test('标记后才加保护：清除其余的，并说明', async () => {
    const { host, book, marked } = opened(excel, of(filled('甲', 1, 1), filled('乙', 1, 1)));
    await host.mark(
      ['甲', '乙'].map((sheet) => ({ sheet, address: 'A1', verdict: 'broken' as const })),
    );
    book.sheet('乙').protected = true;
    const expected = { code: 'protected', message: expect.stringContaining('“乙”受保护') };
    await expect(host.clear()).rejects.toMatchObject(expected);
    expect([marked('甲', 'A1'), marked('乙', 'A1')]).toEqual([undefined, 'broken']);
    book.sheet('乙').protected = false;
    expect(await host.clear()).toBe(1);
  });
  test('没有的工作表：什么也不标', async () => {
    const { host, marked } = opened(excel, of(filled('甲', 1, 1)));
    const marks = ['甲', '丁'].map((sheet) => ({
      sheet,
      address: 'A1',
      verdict: 'broken' as const,
    }));
    await expect(host.mark(marks)).rejects.toMatchObject({ code: 'not-found' });
    expect(marked('甲', 'A1')).toBeUndefined();
  });
});

describe('转到与监看', () => {
  test('激活工作表并选中；隐藏的表说明缘由', async () => {
    const hidden = filled('乙', 1, 1, { hidden: true });
    const { host, book } = opened(excel, of(filled('甲', 1, 1), filled('丙', 1, 1), hidden));
    await host.reveal({ sheet: '丙', row: 6, column: 2 });
    expect(book.active().name).toBe('丙');
    expect(book.selection().area).toEqual({ row: 6, column: 2, rows: 1, columns: 1 });
    const expected = { code: 'not-found', message: expect.stringContaining('“乙”是隐藏的') };
    await expect(host.reveal({ sheet: '乙', row: 0, column: 0 })).rejects.toMatchObject(expected);
  });
  test('相加的各格不相连：点亮它们，下一步就收回，重新标记、清除也收回；受保护的表只转到', async () => {
    const locked = filled('乙', 3, 3, { protected: true });
    const { host, book, marked } = opened(excel, of(filled('甲', 9, 3), locked));
    const lit = (sheet: string) => book.sheet(sheet).rules().length;
    const total = { sheet: '甲', row: 8, column: 0 };
    await host.reveal(total, ['A1', 'C5']);
    expect(book.selection().area).toEqual({ row: 8, column: 0, rows: 1, columns: 1 });
    expect([marked('甲', 'A1'), marked('甲', 'C5'), marked('甲', 'A9')]).toEqual([
      'light',
      'light',
      undefined,
    ]);
    // What stands together is selected together, and nothing is painted.
    await host.reveal(total, ['A8', 'A7']);
    expect(book.selection().area).toEqual({ row: 6, column: 0, rows: 3, columns: 1 });
    expect(lit('甲')).toBe(0);
    await host.reveal(total, ['A1', 'C5']);
    await host.darken();
    expect(lit('甲')).toBe(0);
    await host.reveal(total, ['A1', 'C5']);
    await host.mark([{ sheet: '甲', address: 'A1', verdict: 'broken' }]);
    expect([marked('甲', 'A1'), lit('甲')]).toEqual(['broken', 1]);
    // The rule is gone with the marks: the next step does not miss it.
    await host.reveal(total, ['A2', 'C5']);
    expect(lit('甲')).toBe(2);
    expect(await host.clear()).toBe(3);
    expect(lit('甲')).toBe(0);
    await host.reveal({ sheet: '乙', row: 2, column: 2 }, ['A1', 'B1']);
    expect(book.active().name).toBe('乙');
    expect(lit('乙')).toBe(0);
  });
  test('没来得及收回的光：下一个窗格一打开就收回，标记留着；正在编辑时等下一步', async () => {
    const { host, book, marked } = opened(excel, of(filled('甲', 9, 3)));
    await host.mark([{ sheet: '甲', address: 'B2', verdict: 'broken' }]);
    await host.reveal({ sheet: '甲', row: 8, column: 0 }, ['A1', 'C5']);
    expect(marked('甲', 'A1')).toBe('light');
    const next = excelHost();
    excel.editing = true;
    await expect(next.darken()).rejects.toMatchObject({ code: 'editing' });
    excel.editing = false;
    await next.darken();
    expect([marked('甲', 'A1'), marked('甲', 'C5'), marked('甲', 'B2')]).toEqual([
      undefined,
      undefined,
      'broken',
    ]);
    // Its own light it knows: nothing is looked through again.
    await next.reveal({ sheet: '甲', row: 8, column: 0 }, ['A2', 'C4']);
    await next.darken();
    expect(book.sheet('甲').rules().length).toBe(1);
  });
  test('改名之后报新名', async () => {
    const { host, book, settle } = opened(excel, of(filled('甲', 1, 1)));
    const heard: unknown[] = [];
    const stop = await host.watch((change) => heard.push(change));
    book.sheet('甲').name = '新名';
    book.edit('新名', 'B2:C3', 1);
    await settle();
    expect(heard).toEqual([{ sheet: '新名', address: 'B2:C3' }]);
    await stop();
    expect(excel.workbook.worksheets.listeners).toBe(0);
  });
});

describe('不靠 Excel 的部分', () => {
  test('随文件保存的文字：任何内容都取得回', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => jsonIn(partFor(s)) === s));
    expect(jsonIn('<other xmlns="urn:x">1</other>')).toBeUndefined();
  });
  test('地址分段：每段够短，一个不漏', () => {
    const addresses = Array.from({ length: 5000 }, (_, i) => `AB${i + 1}`);
    const lists = addressLists([...addresses, 'AB1']);
    expect(Math.max(...lists.map((l) => l.length))).toBeLessThan(8192);
    expect(lists.flatMap((l) => l.split(','))).toEqual(addresses);
  });
  test('表名带逗号、引号的区域', () => {
    expect(areasOf(`'甲,''乙!'!A1:B2,'甲,''乙!'!$C$3,表1!D4`)).toEqual([
      { row: 0, column: 0, rows: 2, columns: 2 },
      { row: 2, column: 2, rows: 1, columns: 1 },
      { row: 3, column: 3, rows: 1, columns: 1 },
    ]);
  });
  test('只要了三个文件', () => {
    expect(loadedFiles).toEqual(['office.js', 'excel-win32-16.01.js', 'zh-cn/office_strings.js']);
  });
});
