import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { openText } from '../../../src/hosts/docx/open.ts';
import { openWorkbook } from '../../../src/hosts/xlsx/open.ts';
import { review } from '../../../src/review.ts';
import { compoundFile, rawParts, rawWorkbook, rowsXml } from '../../support/xlsx-package.ts';

const sample = new Uint8Array(
  readFileSync(new URL('../../cases/samples/example-2023-yuan.xlsx', import.meta.url)),
);
const plain = { sheets: [{ name: '表', xml: rowsXml('<c r="A1"><v>1</v></c>') }] };

async function codeOf(bytes: Uint8Array, limits = {}): Promise<string> {
  const result = await openWorkbook(bytes, '测试.xlsx', { limits });
  if (result.ok) return 'ok';
  expect(result.error.message).toContain('未改动');
  return result.error.code;
}
const withSheet = (xml: string) => rawWorkbook({ sheets: [{ name: '表', xml }] });
const withPart = (name: string, text: string) =>
  zipSync({ ...rawParts(plain), [name]: strToU8(text) });

describe('不是工作簿', () => {
  test.each([
    ['空文件', new Uint8Array(0), 'not-a-workbook'],
    ['文本', strToU8('科目,金额\n收入,837.33\n'), 'not-a-workbook'],
    ['网页', strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'not-a-workbook'],
    ['图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'not-a-workbook'],
    ['别的压缩包', zipSync({ 'a.txt': strToU8('a') }), 'not-a-workbook'],
    ['只有压缩包的开头', strToU8('PK\u0003\u0004'), 'damaged'],
    ['截断', sample.subarray(0, sample.length >> 1), 'damaged'],
    ['加密的工作簿', compoundFile(['EncryptionInfo', 'EncryptedPackage']), 'encrypted'],
    ['别的复合文档', compoundFile(['WordDocument']), 'not-a-workbook'],
    ['坏的 .xls', compoundFile(['Workbook']), 'damaged'],
    ['截断的复合文档', compoundFile(['Workbook']).subarray(0, 600), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

test('真正加密的工作簿', async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: '表', rows: [[1]] }],
    encryption: { password: '口令', spinCount: 1000 },
  });
  expect(bytes[0]).toBe(0xd0);
  expect(await codeOf(bytes)).toBe('encrypted');
});

describe('有意为难的文件', () => {
  test('压缩炸弹', async () => {
    const bomb = withSheet(`<sheetData>${' '.repeat(40 << 20)}</sheetData>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('refused');
  });
  test('谎报大小', async () => {
    const bytes = withSheet(`<sheetData>${' '.repeat(4 << 20)}</sheetData>`);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1 << 20) {
        view.setUint32(at + 24, 1000, true);
      }
    }
    expect(await codeOf(bytes)).toBe('damaged');
  });
  test('总量、条目、单元格的上限', async () => {
    expect(await codeOf(sample, { totalBytes: 10_000 })).toBe('too-large');
    expect(await codeOf(sample, { partBytes: 1000 })).toBe('too-large');
    expect(await codeOf(sample, { fileBytes: 1000 })).toBe('too-large');
    expect(await codeOf(sample, { cells: 100 })).toBe('too-large');
    expect(await codeOf(sample, { entries: 5 })).toBe('refused');
  });
  test('文档类型声明', async () => {
    const text = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>';
    expect(await codeOf(withPart('xl/worksheets/sheet1.xml', text))).toBe('refused');
  });
  test('巨大的合并', async () => {
    const merge = '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await codeOf(withSheet(merge))).toBe('refused');
  });
  test('极深的嵌套', async () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(await codeOf(withSheet(deep))).toBe('refused');
  });
  test('没有尽头的公式不拖住读取', async () => {
    const f = "['".repeat(200_000);
    const cells = `<c r="A1"><f t="shared" ref="A1:A2" si="0">${f}</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>`;
    expect(await codeOf(withSheet(rowsXml(cells)))).toBe('ok');
  });
  test.each([
    ['字符串序号越界', rowsXml('<c r="A1" t="s"><v>99</v></c>')],
    ['数值不是数', rowsXml('<c r="A1"><v>1x</v></c>')],
    ['标记不闭合', '<sheetData><row>'],
  ])('%s', async (_, xml) => {
    expect(await codeOf(withSheet(xml))).toBe('damaged');
  });
});

/** A small generator with a fixed seed: the same mutants each time. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
function flipped(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const mutant = bytes.slice();
  for (let n = 1 + pick(4); n > 0; n--) mutant[pick(mutant.length)] = pick(256);
  return pick(10) === 0 ? mutant.subarray(0, pick(mutant.length)) : mutant;
}
const KNOWN = ['ok', 'not-a-workbook', 'encrypted', 'damaged', 'too-large', 'refused'];

describe('随机改动字节', () => {
  test('压缩包', async () => {
    const pick = generator(20211124);
    for (let i = 0; i < 500; i++) expect(KNOWN).toContain(await codeOf(flipped(sample, pick)));
  });
  test('包内的部件', async () => {
    const pick = generator(20231124);
    const parts = unzipSync(sample);
    const names = Object.keys(parts).filter((name) => name.startsWith('xl/'));
    for (let i = 0; i < 500; i++) {
      const name = names[pick(names.length)]!;
      const mutant = { ...parts, [name]: flipped(parts[name]!, pick) };
      expect(KNOWN).toContain(await codeOf(zipSync(mutant, { level: 0 })));
    }
  });
});

describe('花费跟着有内容的格子走', () => {
  const cell = (at: string, value: string) => `<c r="${at}"><v>${value}</v></c>`;
  const row = (n: number, cells: string) => `<row r="${n}">${cells}</row>`;
  const read = async (inside: string, limits = {}) => {
    const xml = rowsXml('').replace(/<sheetData>.*<\/sheetData>/s, inside);
    const opened = await openWorkbook(withSheet(xml), '测试.xlsx', { limits });
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.snapshot.sheets[0]!;
  };

  test('最后一行的一个空格、天边的一格', async () => {
    const far = `<sheetData>${row(1, cell('A1', '1'))}${row(1_048_576, '<c r="A1048576" t="inlineStr"><is><t> </t></is></c><c r="XFD1048576"><v>2</v></c>')}</sheetData>`;
    const grid = await read(far);
    expect(grid.skipped).toBeUndefined();
    expect(grid.cells.reduce((sum, line) => sum + (line?.filter(Boolean).length ?? 0), 0)).toBe(3);
  });

  test('天边的一格不是表里的：表照读，隔得不远的也照读', async () => {
    const opened = await openWorkbook(sample, '测试.xlsx');
    const book = opened.ok ? opened.snapshot : { sheets: [] };
    const withCell = (at: number, across: number) => {
      const sheets = book.sheets.map((grid) => {
        const cells = [...grid.cells];
        cells[at] = [...Array(across), { value: 1 }];
        return { ...grid, cells, rows: at + 1, columns: Math.max(grid.columns, across + 1) };
      });
      return review({ sheets }, CATALOGUE);
    };
    const { counts, tables } = review(book, CATALOGUE);
    const far = withCell(1_048_575, 16_383);
    expect(far.counts).toEqual(counts);
    expect(far.tables.map((t) => t.form)).toEqual(tables.map((t) => t.form));
    // What stands below a table on the same sheet is a table too, unless it is thousands of rows away.
    const [first] = book.sheets;
    const below = (by: number) => {
      const cells = [...first!.cells];
      first!.cells.forEach((line, row) => {
        cells[row + by] = line;
      });
      return review(
        { sheets: [{ ...first!, cells, rows: first!.rows + by, merges: [] }] },
        CATALOGUE,
      );
    };
    expect(below(first!.rows + 1_500).tables).toHaveLength(2);
    expect(below(first!.rows + 2_500).tables).toHaveLength(1);
  });

  test('许多格共用一个长公式：只拆一次，写满为止；表下面几千行也照读', async () => {
    const long = `SUM(${Array.from({ length: 30 }, (_, i) => `A${i + 1}:$B${i + 2}`).join(',')})`;
    const shared = Array.from({ length: 200 }, (_, i) => {
      const formula =
        i === 0 ? `<f t="shared" ref="F1:F200" si="0">${long}</f>` : '<f t="shared" si="0"/>';
      return row(i + 1, `<c r="F${i + 1}">${formula}<v>1</v></c>`);
    });
    const grid = await read(`<sheetData>${shared.join('')}</sheetData>`, { formulaText: 20_000 });
    expect(grid.cells[9]![5]!.formula).toMatch(/^=SUM\(A10:\$B11,A11:\$B12,/);
    expect(grid.cells[199]![5]!.formula).toBe('=…');
    const word = (at: string, text: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const lines = [
      ['2022年度收入支出决算总表'],
      ['收入', '', '支出'],
      ['项目', '决算数', '项目', '决算数'],
      ['一、一般公共预算财政拨款收入', '100', '一、农林水支出', '100'],
      ['总计', '100', '总计', '100'],
      ...Array.from({ length: 3000 }, (_, i) => [`某项${i % 7}`, `${i}`, `另一项${i}`, '1']),
    ];
    const table = lines.map((line, r) =>
      row(
        r + 1,
        line
          .map((text, c) => {
            const at = `${'ABCD'[c]}${r + 1}`;
            return text === '' ? '' : /^\d+$/.test(text) ? cell(at, text) : word(at, text);
          })
          .join(''),
      ),
    );
    const { tables } = review(
      { sheets: [await read(`<sheetData>${table.join('')}</sheetData>`)] },
      CATALOGUE,
    );
    expect(tables.map((t) => t.form)).toEqual(['表1']);
  });

  test('三万五千处合并', async () => {
    const merges = Array.from(
      { length: 35_000 },
      (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`,
    );
    const grid = await read(
      `<sheetData>${row(1, cell('A1', '1'))}</sheetData><mergeCells>${merges.join('')}</mergeCells>`,
    );
    expect(grid.merges.length).toBeGreaterThan(0);
  });

  test('几千个方括号、分号的数字格式，十万位的数字串', async () => {
    const { shownText } = await import('../../../src/facts/shown.ts');
    for (const format of [
      '['.repeat(5000),
      ';'.repeat(5000),
      '[红]'.repeat(3000),
      '"'.repeat(4001),
      '0'.repeat(20_000),
    ])
      expect(typeof shownText({ value: 12.5, format })).toBe('string');
    const digits = `<c r="A1" t="inlineStr"><is><t>${'9'.repeat(100_000)}</t></is></c>`;
    const grid = await read(`<sheetData>${row(1, digits)}</sheetData>`);
    expect(review({ sheets: [grid] }, CATALOGUE).tables).toEqual([]);
    // As a number it is none that any program could keep.
    const number = withSheet(rowsXml(cell('A1', '9'.repeat(100_000))));
    expect(await codeOf(number)).toBe('damaged');
  });
});

describe('压缩包前后多出的字节', () => {
  test('后面多一段、前面多一段都照读', async () => {
    const extra = strToU8('多出的一段'.repeat(20));
    expect(await codeOf(new Uint8Array([...sample, ...extra]))).toBe('ok');
    expect(await codeOf(new Uint8Array([...extra, ...sample]))).toBe('ok');
    // More than a comment of the archive could be.
    const long = new Uint8Array(sample.length + 200_000);
    long.set(sample);
    expect(await codeOf(long)).toBe('ok');
  });
  test('文稿也一样；存成 UTF-16 而没有标记的文字照读', () => {
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const docx = zipSync({
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>收入1万元</w:t></w:r></w:p></w:body></w:document>`,
      ),
    });
    expect(openText(new Uint8Array([...strToU8('<!-- -->'), ...docx]))).toMatchObject({
      ok: true,
      text: expect.stringContaining('收入1万元'),
    });
    const text = '一、收入\r\n2023年度收入总计837.33万元，其中一般公共预算800万元。';
    const wide = (little: boolean) =>
      Uint8Array.from(
        [...text].flatMap((c) => {
          const [low, high] = [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8];
          return little ? [low, high] : [high, low];
        }),
      );
    for (const little of [true, false])
      expect(openText(wide(little))).toEqual({ ok: true, text, broken: true });
  });
});
