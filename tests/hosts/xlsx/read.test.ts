import { readFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import { writeOds } from 'hucre/ods';
import { describe, expect, test } from 'vitest';
import { rangeAddress, type Snapshot } from '../../../src/facts/grid.ts';
import { createWorkbook } from '../../../src/hosts/xlsx/create.ts';
import { portableInflate } from '../../../src/hosts/xlsx/inflate.ts';
import { openWorkbook } from '../../../src/hosts/xlsx/open.ts';
import { rawWorkbook, rowsXml } from '../../support/xlsx-package.ts';

async function opened(bytes: Uint8Array, name = '测试.xlsx'): Promise<Snapshot> {
  const result = await openWorkbook(bytes, name);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.snapshot;
}
const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../cases/samples/${name}`, import.meta.url)));

/** Cells as lines of address, value and formula; what two readers must agree on. */
function ours(snapshot: Snapshot) {
  return snapshot.sheets.map((sheet) => ({
    name: sheet.name,
    cells: sheet.cells.flatMap((line, row) =>
      (line ?? []).flatMap((cell, column) =>
        cell
          ? [[utils.encode_cell({ r: row, c: column }), cell.error ?? cell.value, cell.formula]]
          : [],
      ),
    ),
    merges: sheet.merges.map(rangeAddress).sort(),
  }));
}
function theirs(bytes: Uint8Array) {
  const book = read(bytes, { type: 'array', dense: true, cellNF: true });
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]!;
    return {
      name,
      cells: (sheet['!data'] ?? []).flatMap((line, r) =>
        (line ?? []).flatMap((cell, c) => {
          if (!cell || (cell.v === undefined && cell.f === undefined)) return [];
          const value = cell.t === 'e' ? cell.w : (cell.v ?? null);
          return [[utils.encode_cell({ r, c }), value, cell.f && `=${cell.f}`]];
        }),
      ),
      merges: (sheet['!merges'] ?? []).map((m) => utils.encode_range(m)).sort(),
    };
  });
}

const RICH = {
  absolute: true,
  sheets: [
    {
      name: '表&amp;1',
      xml:
        '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>' +
        '<c r="C1" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c>' +
        '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c></row>' +
        '<row r="2" hidden="1"><c r="A2" s="1"><v>837.33</v></c>' +
        '<c r="B2"><f t="shared" ref="B2:B3" si="0">A2+$A$2+SUM(A1:A2)</f><v>1</v></c>' +
        '<c r="C2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>' +
        '<row r="3"><c r="A3"><v>1E3</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c>' +
        '<c r="C3"><f>A3*2</f></c></row></sheetData>' +
        '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A5:C6"/></mergeCells>',
    },
    {
      name: '隐藏',
      state: 'veryHidden',
      xml: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>',
    },
  ],
  strings:
    '<si><t>收入</t></si><si><r><t>支</t></r><r><t xml:space="preserve"> 出</t></r><rPh sb="0" eb="1"><t>zhi</t></rPh></si>',
  styles:
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="0!.0000"/></numFmts>' +
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
  others: {
    'customXml/item1.xml': '<g:w xmlns:g="urn:gouji:workbook:1">{"a":1}</g:w>',
    'customXml/item2.xml': '<w xmlns="urn:other">urn:gouji:workbook:1</w>',
  },
};

describe('与通行的读取库一致', () => {
  test.each(['hanyang-2021.xlsx', 'example-2023-yuan.xlsx'])('样例 %s', async (name) => {
    const bytes = sample(name);
    const mine = ours(await opened(bytes, name));
    expect(mine).toEqual(theirs(bytes));
    expect(mine.flatMap((s) => s.cells).length).toBeGreaterThan(500);
  });
  test('自造的工作簿', async () => {
    const bytes = rawWorkbook(RICH);
    const known = theirs(bytes);
    const mine = ours(await opened(bytes));
    expect(mine[0]).toEqual({ ...known[0], cells: expect.any(Array) });
    // Formulas without a result: the library leaves those cells out.
    const cached = mine[0]!.cells.filter((c) => c[0] !== 'C3');
    expect(cached).toEqual(known[0]!.cells.filter((c) => c[0] !== 'C3'));
  });
  test('写出的工作簿', async () => {
    const bytes = await createWorkbook([
      {
        name: '附件1',
        cells: [
          { address: 'A1', value: '收入支出决算总表', bold: true, horizontal: 'center' },
          { address: 'B3', value: 837.33, format: '#,##0.00', border: true },
          { address: 'B4', value: 837.33, formula: '=B3', border: true, wrap: true },
        ],
        merges: ['A1:D1'],
        widths: [30, 12],
      },
      { name: '补充资料', cells: [{ address: 'A1', value: true }], hidden: true, protected: true },
    ]);
    const snapshot = await opened(bytes);
    expect(ours(snapshot)).toEqual(theirs(bytes));
    expect(snapshot.sheets[0]!.cells[2]![1]).toEqual({ value: 837.33, format: '#,##0.00' });
    expect(snapshot.sheets[0]!.cells[3]![1]!.formula).toBe('=B3');
    expect(snapshot.sheets[1]).toMatchObject({ hidden: true, protected: true });
  });
});

describe('读取的细处', () => {
  test('格式、隐藏、保护、共享公式、无缓存、自有部件', async () => {
    const snapshot = await opened(rawWorkbook(RICH));
    const [first, second] = snapshot.sheets;
    expect(first!.name).toBe('表&1');
    expect(first).toMatchObject({
      protected: true,
      hidden: false,
      hiddenRows: [1],
      hiddenColumns: [1, 2],
    });
    expect(first!.cells[0]!.map((c) => c?.value)).toEqual(['收入', '支 出', '行内', true, null]);
    expect(first!.cells[1]![0]).toEqual({ value: 837.33, format: '0!.0000' });
    expect(first!.cells[2]![1]!.formula).toBe('=A3+$A$2+SUM(A2:A3)');
    expect(first!.cells[2]![2]).toEqual({ value: null, formula: '=A3*2', uncached: true });
    expect(first!.merges).toEqual([{ row: 4, column: 0, rows: 2, columns: 3 }]);
    expect(second).toMatchObject({ name: '隐藏', hidden: true });
    expect(second!.cells[0]!.map((c) => c?.value)).toEqual([1, 2]);
    expect(snapshot.parts).toEqual([RICH.others['customXml/item1.xml']]);
  });
  test('带前缀的命名空间', async () => {
    const snapshot = await opened(
      rawWorkbook({
        prefix: 'x:',
        sheets: [
          {
            name: '表',
            xml: '<x:sheetData><x:row><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>',
          },
        ],
        strings: '<x:si><x:t>字</x:t></x:si>',
        styles: '',
      }),
    );
    expect(snapshot.sheets[0]!.cells[1]![1]!.value).toBe('字');
  });
  test('表格四角之内照读，之外不读', async () => {
    const snapshot = await opened(
      rawWorkbook({
        sheets: [
          {
            name: '__proto__',
            xml: rowsXml(
              '<c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c><c r="XFE1"><v>3</v></c><c r="A1048577"><v>4</v></c>',
            ),
          },
        ],
      }),
    );
    const sheet = snapshot.sheets[0]!;
    expect(sheet).toMatchObject({ name: '__proto__', rows: 1048576, columns: 16384 });
    expect(sheet.cells[1048575]![16383]!.value).toBe(2);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });
  test('单元格过多的表跳过并报数', async () => {
    const bytes = rawWorkbook({
      sheets: [{ name: '明细', xml: rowsXml('<c><v>1</v></c>'.repeat(20)) }],
    });
    const result = await openWorkbook(bytes, 'a.xlsx', { limits: { sheetCells: 10 } });
    expect(result).toMatchObject({
      ok: true,
      snapshot: { sheets: [{ name: '明细', skipped: 20, rows: 0 }] },
    });
  });
  const PLAIN = [
    ['0', 'n'],
    ['-0', 'n'],
    ['0.1', 'n'],
    ['.5', 'n'],
    ['7.', 'n'],
    ['-837.33', 'n'],
    ['0.30000000000000004', 'n'],
    ['123456789012345', 'n'],
    ['0.000000000000001', 'n'],
    ['1.5E-3', 'n'],
    ['12345678901234567890', 'n'],
    ['1', 's'],
    ['', 'str'],
    ['字', 'str'],
    ['&lt;字', 'str'],
    ['字_x0041_', 'str'],
  ] as const;
  test.each(PLAIN)('常见写法与别的写法读出同样的值：%s（%s）', async (value, kind) => {
    const strings = '<si><t>甲</t></si><si><t xml:space="preserve"> 乙 </t></si>';
    const shaped = (blank: string, formula: string) =>
      rawWorkbook({
        sheets: [
          {
            name: '表',
            xml: rowsXml(
              `<c${blank} r="C1"/><c${blank} r="D1" s="0" t="${kind}">${formula}<v>${value}</v></c><c${blank} r="F1"><v>2</v></c>`,
            ),
          },
        ],
        strings,
      });
    for (const formula of ['', '<f>A1*2</f>', '<f>A1&amp;""</f>']) {
      const [plain, other] = [shaped('', formula), shaped(' ', formula)];
      const read = await opened(plain);
      expect(read).toEqual(await opened(other));
      expect(read.sheets[0]!.cells[0]!.filter((c) => c)).toHaveLength(2);
    }
  });
  test.each(['1..2', '-', 'x', '1-2'])('常见写法里的坏数也拒绝：%s', async (value) => {
    const xml = rowsXml(`<c r="A1"><v>${value}</v></c>`);
    const result = await openWorkbook(rawWorkbook({ sheets: [{ name: '表', xml }] }), 'a.xlsx');
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
  test('浏览器所用的解压给出同样的结果', async () => {
    const bytes = sample('hanyang-2021.xlsx');
    const browser = await openWorkbook(bytes, 'a', { inflate: portableInflate });
    expect(browser).toEqual(await openWorkbook(bytes, 'a'));
  });
});

describe('旧格式', () => {
  const rows = [
    ['收入', 837.33],
    ['合计', 900],
  ];
  test('.xls', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表1');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
    const snapshot = await opened(bytes, 'a.xls');
    expect(snapshot.sheets[0]!.cells.map((l) => l!.map((c) => c?.value))).toEqual(rows);
  });
  test('.ods', async () => {
    const bytes = await writeOds({ sheets: [{ name: '表1', rows }] });
    const snapshot = await opened(bytes, 'a.ods');
    expect(snapshot.sheets[0]!.cells.map((l) => l!.map((c) => c?.value))).toEqual(rows);
  });
  test('超时即拒绝', async () => {
    const bytes = await writeOds({ sheets: [{ name: '表1', rows }] });
    const result = await openWorkbook(bytes, 'a', { limits: { legacyMilliseconds: 0 } });
    expect(result).toMatchObject({ ok: false, error: { code: 'refused' } });
  });
});
