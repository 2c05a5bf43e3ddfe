import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../src/hosts/xlsx/open.ts';
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
