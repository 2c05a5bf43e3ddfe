// gouji clean: what is published bears no trace of ours, and nothing else is touched.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { markCopy } from '../../src/hosts/xlsx/marks.ts';
import { nativeFormula } from '../../src/hosts/xlsx/native.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { reportSheets } from '../../src/review/report.ts';
import { review } from '../../src/review.ts';
import { commandLine, samples } from '../support/gouji.ts';
import { withPart } from '../support/xlsx-package.ts';

const { at, gouji } = commandLine();
const sample = readFileSync(join(samples, 'hanyang-2021.xlsx'));

const textOf = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

beforeAll(async () => {
  writeFileSync(at('原.xlsx'), withPart(sample, '{"explanations":[]}'));
  const marks = [{ sheet: '表1', address: 'C36', verdict: 'broken' as const }];
  writeFileSync(at('标.xlsx'), markCopy(readFileSync(at('原.xlsx')), marks));
  const opened = await openWorkbook(sample, '原');
  if (!opened.ok) throw new Error(opened.error.message);
  const [report] = reportSheets(review(opened.snapshot, CATALOGUE), new Date(0));
  const call = { value: 0.8, formula: '=_xldudf_GJ_EXECRATE(A1,A2,2)' };
  writeFileSync(
    at('报告.xlsx'),
    await createWorkbook([
      {
        name: '表',
        cells: [
          { address: 'A1', value: 10 },
          { address: 'A2', value: 8 },
          { address: 'A3', ...call },
          { address: 'A4', value: '优', formula: '=GJ.SCOREGRADE(95)' },
          { address: 'A5', value: 18, formula: '=SUM(A1:A2)' },
        ],
      },
      report!,
      { name: '后', cells: [{ address: 'A1', value: 1 }] },
    ]),
  );
});

describe('gouji clean', () => {
  it('标记和说明去掉，其余部件一字不动', () => {
    const { status, errors } = gouji('clean', '标.xlsx', '--out', '净.xlsx');
    expect({ status, errors }).toEqual({
      status: 0,
      errors: '已清理：标记 1 格、随文件保存的说明。\n',
    });
    const before = unzipSync(readFileSync(at('原.xlsx')));
    const after = unzipSync(readFileSync(at('净.xlsx')));
    const changed = Object.keys(before).filter(
      (name) => after[name] && !Buffer.from(before[name]!).equals(Buffer.from(after[name]!)),
    );
    expect(changed).toEqual(['xl/_rels/workbook.xml.rels']);
    expect(Object.keys(before).filter((name) => !after[name])).toEqual(['customXml/item7.xml']);
    expect(textOf(readFileSync(at('净.xlsx')))).not.toMatch(/gouji/i);
  });

  it('报告页去掉，函数转为公式或数值，别的公式不动', async () => {
    expect(gouji('clean', '报告.xlsx', '--out', '式.xlsx', '--formulas').status).toBe(0);
    expect(gouji('clean', '报告.xlsx', '--out', '值.xlsx', '--values').status).toBe(0);
    for (const [file, third] of [
      ['式.xlsx', '=(ROUND((A2)/(A1),2))'],
      ['值.xlsx', undefined],
    ] as const) {
      const opened = await openWorkbook(readFileSync(at(file)), file);
      const sheets = opened.ok ? opened.snapshot.sheets : [];
      expect(sheets.map((s) => s.name)).toEqual(['表', '后']);
      const column = sheets[0]!.cells.map((r) => r?.[0]);
      expect(column.map((c) => c?.value)).toEqual([10, 8, 0.8, '优', 18]);
      expect(column.map((c) => c?.formula)).toEqual([
        undefined,
        undefined,
        third,
        undefined,
        '=SUM(A1:A2)',
      ]);
    }
  });

  it('不说要转的函数不动，并说明', () => {
    const { errors } = gouji('clean', '报告.xlsx', '--out', '留.xlsx');
    expect(errors).toContain('还有 2 处勾稽的函数没有动');
  });

  it('没有我们的东西：原样', () => {
    writeFileSync(at('样.xlsx'), sample);
    const { status, errors } = gouji('clean', '样.xlsx', '--out', '同.xlsx');
    expect({ status, errors }).toEqual({ status: 0, errors: '没有勾稽留下的内容，已原样写出。\n' });
    expect(readFileSync(at('同.xlsx')).equals(sample)).toBe(true);
  });

  it.each([
    [['样.xlsx', '--out', '净.xlsx'], 64, '没有覆盖'],
    [['样.xlsx', '--out', '样.xlsx'], 64, '没有覆盖'],
    [['样.xlsx', '--out', 'x.docx'], 64, '.xlsx'],
    [['样.xlsx', '--out', 'y.xlsx', '--values', '--formulas'], 64, '只能选一个'],
    [['没有.xlsx', '--out', 'z.xlsx'], 2, '没有这个文件'],
  ])('%j', (args, expected, words) => {
    const { status, errors } = gouji('clean', ...args);
    expect(status).toBe(expected);
    expect(errors).toContain(words);
  });
});

describe('函数转为公式', () => {
  it.each([
    ['GJ.TOTALDIFF(A1,B1:B3)', '((A1)-SUM(B1:B3))'],
    ['IF(A1="",0,GJ.SHARE(A1,SUM(B1:B2)))', 'IF(A1="",0,((A1)/(SUM(B1:B2))))'],
    ['GJ.TOWANYUAN(GJ.TOTALDIFF(A1,B1:B2))', '(ROUND((((A1)-SUM(B1:B2)))/10000,2))'],
    ['GJ.SHARE("a,b)",C1)', '(("a,b)")/(C1))'],
    ['GJ.INDICATORSCORE(A1,B1,C1)', undefined],
    ['GJ.CHECKTOTAL(A1,B1:B2,2)', undefined],
  ])('%s → %s', (formula, expected) => {
    expect(nativeFormula(formula)).toBe(expected);
  });
});
