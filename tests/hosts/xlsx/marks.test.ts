import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/hosts/port.ts';
import { clearMarks, markCopy, markReport } from '../../../src/hosts/xlsx/marks.ts';
import { openWorkbook } from '../../../src/hosts/xlsx/open.ts';
import { rawWorkbook, rowsXml } from '../../support/xlsx-package.ts';

const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../cases/samples/${name}`, import.meta.url)));
const texts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([k, v]) => [k, strFromU8(v)]));
const changedParts = (a: Uint8Array, b: Uint8Array) => {
  const [before, after] = [texts(a), texts(b)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  return Object.keys(after).filter((name) => before[name] !== after[name]);
};
const STYLES = '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>';
const book = (xml: string, styles = STYLES, prefix = '') =>
  rawWorkbook({ sheets: [{ name: '表', xml }], styles, prefix });
const MARKS: Mark[] = [
  { sheet: '表', address: 'A1', verdict: 'broken' },
  { sheet: '表', address: 'B1', verdict: 'unknown' },
];
const CELLS = rowsXml('<c r="A1"><v>1</v></c>');
const OTHER =
  '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="7"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>';

describe('标记副本', () => {
  test('Node 自己的字节：照样标记，读进来的一个字节也不改', async () => {
    const bytes = readFileSync(new URL('../../cases/samples/hanyang-2021.xlsx', import.meta.url));
    const before = Uint8Array.from(bytes);
    const copy = markCopy(bytes, [{ sheet: '表1', address: 'C36', verdict: 'broken' }]);
    expect(Buffer.compare(bytes, before)).toBe(0);
    const opened = await openWorkbook(copy, '副本');
    expect(opened.ok).toBe(true);
    expect(texts(clearMarks(Buffer.from(copy)))).toEqual(texts(before));
  });
  test.each(['hanyang-2021.xlsx', 'example-2023-yuan.xlsx'])(
    '%s 标记再清除，各部件不变',
    async (name) => {
      const bytes = sample(name);
      const opened = await openWorkbook(bytes, name);
      if (!opened.ok) throw new Error(opened.error.message);
      const sheet = opened.snapshot.sheets[0]!.name;
      const marks: Mark[] = [
        { sheet, address: 'C5', verdict: 'broken' },
        { sheet, address: 'C6', verdict: 'rounding' },
        { sheet, address: 'F9', verdict: 'broken' },
      ];
      const marked = markCopy(bytes, marks);
      expect(changedParts(bytes, marked)).toHaveLength(2);
      expect(await openWorkbook(marked, name)).toEqual(opened);
      expect(changedParts(bytes, clearMarks(marked))).toEqual([]);
      expect(changedParts(marked, markCopy(marked, marks))).toEqual([]);
    },
  );
  test.each([
    ['没有差异样式', book(CELLS)],
    ['空的差异样式', book(CELLS, `${STYLES}<dxfs count="0"/><tableStyles/>`)],
    ['成对的空差异样式', book(CELLS, `${STYLES}<dxfs count='0'></dxfs>`)],
    [
      '已有差异样式和条件格式',
      book(`${CELLS}${OTHER}<pageMargins left="1"/>`, `${STYLES}<dxfs count="1"><dxf/></dxfs>`),
    ],
    [
      '其后另有部分',
      book(
        `${CELLS}<mergeCells><mergeCell ref="A3:B3"/></mergeCells><dataValidations/><pageSetup/><extLst/>`,
      ),
    ],
    [
      '带前缀',
      book(
        '<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>',
        '<x:cellXfs/>',
        'x:',
      ),
    ],
  ])('%s：清除后逐字节还原', (_, bytes) => {
    const marked = markCopy(bytes, MARKS);
    expect(changedParts(bytes, marked)).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
    expect(changedParts(bytes, clearMarks(marked))).toEqual([]);
  });
  test('位置合乎次序，编号与优先级接在已有的之后', () => {
    const bytes = book(
      `${CELLS}${OTHER}<pageMargins left="1"/>`,
      `${STYLES}<dxfs count="1"><dxf/></dxfs>`,
    );
    const parts = texts(markCopy(bytes, MARKS));
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain(
      `${OTHER}<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="1" priority="8"><formula>LEN("Gouji#broken")&gt;0`,
    );
    expect(sheet).toContain('dxfId="3" priority="9"><formula>LEN("Gouji#unknown")&gt;0');
    expect(sheet.indexOf('<pageMargins')).toBeGreaterThan(sheet.lastIndexOf('Gouji#'));
    expect(parts['xl/styles.xml']).toContain('<dxfs count="4"><dxf/><dxf>');
  });
  test('另存后写法变了也能凭公式找到，别人的规则留下', () => {
    const rewritten =
      '<conditionalFormatting sqref="A1:B2"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule><cfRule type="expression" priority="2"><formula>LEN(&quot;Gouji#broken&quot;)&gt;0</formula></cfRule></conditionalFormatting>';
    const sheet = texts(clearMarks(book(CELLS + rewritten)))['xl/worksheets/sheet1.xml']!;
    expect(sheet).not.toContain('Gouji');
    expect(sheet).toContain('<formula>A1=1</formula></cfRule></conditionalFormatting>');
  });
  test('没有标记的文件原样返回；受保护的表不动', () => {
    const bytes = book(`${CELLS}<sheetProtection sheet="1"/>`);
    expect(clearMarks(bytes)).toBe(bytes);
    expect(changedParts(bytes, markCopy(bytes, MARKS))).toEqual([]);
    expect(markReport(bytes, MARKS)).toEqual({ marked: 0, refused: ['表'] });
  });
});
