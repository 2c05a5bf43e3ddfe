// gouji check of booklets: tables and text of one file, in folders and named; what is none of ours.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Grid, Snapshot } from '../../src/facts/grid.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { webPage } from '../support/booklet/html.ts';
import { paragraph as p, run as r, wordFile } from '../support/booklet/word.ts';
import { commandLine, lines, samples } from '../support/gouji.ts';

const { at, gouji } = commandLine();
const workbook = join(samples, 'hanyang-2021.xlsx');

async function sample(): Promise<Snapshot> {
  const opened = await openWorkbook(readFileSync(workbook), workbook);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.snapshot;
}
const convert = Converter({ from: 'cn', to: 't' });
/** Words of a sheet in traditional characters. */
const inTraditional = (grid: Grid): Grid => ({
  ...grid,
  cells: grid.cells.map((row) =>
    row?.map((c) => (typeof c?.value === 'string' ? { ...c, value: convert(c.value) } : c)),
  ),
});
const TEXT = [
  '某局2021年度部门决算',
  '第一部分 概况',
  '一、部门主要职责',
  '第三部分 2021年度部门决算情况说明',
  '一、收入支出决算总体情况说明',
  '2021年度收、支总计838.78万元。',
  '七、“三公”经费支出决算情况说明',
  '本部门无“三公”经费支出。',
  '八、机关运行经费支出说明',
  '机关运行经费支出__万元。',
].join('\n');

beforeAll(async () => {
  const snapshot = await sample();
  mkdirSync(at('folder'));
  mkdirSync(at('none'));
  writeFileSync(at('book.html'), webPage(snapshot, TEXT));
  writeFileSync(at('folder/a.html'), webPage(snapshot, TEXT.replace('838.78', '838.87')));
  const wrong = '一、收入支出決算總體情況說明\n2021年度收、支總計838.87萬元。';
  const right = TEXT.split('\n').slice(4, 6).join('\n');
  writeFileSync(at('繁体.html'), webPage(snapshot, TEXT.replace(right, wrong)));
  const traditional = { ...snapshot, sheets: snapshot.sheets.map(inTraditional) };
  writeFileSync(at('繁体表.html'), webPage(traditional, ''));
  writeFileSync(at('folder/letter.docx'), wordFile(p(r('关于召开会议的通知'))));
  writeFileSync(at('folder/old.doc'), 'x');
  writeFileSync(at('letter.docx'), wordFile(p(r('关于召开会议的通知'))));
  const budget = ['2025年部门预算公开', '部门预算情况说明', '部门预算收支总表', '2025年部门预算'];
  writeFileSync(at('budget.docx'), wordFile(budget.map((line) => p(r(line))).join('')));
  writeFileSync(at('picture.pdf'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
});

describe('gouji check 一册', () => {
  it('繁体的文字照样读，位置和原文不变', () => {
    const [object] = lines(gouji('check', '繁体.html', '--json').out);
    expect(object.text.numbers[0]).toMatchObject({ text: '838.87萬元', verdict: 'broken' });
    expect(object.text.numbers[0].expected).toBe('838.78');
  });

  it('繁体的表读出来的与简体的一样', () => {
    const figures = (file: string) =>
      lines(gouji('check', file, '--json').out)[0].tables.map(
        (t: { form: string; figures: number }) => [t.form, t.figures],
      );
    expect(figures('繁体表.html')).toEqual(figures('book.html'));
  });

  it('表和文字一起核对，要素清单随后', () => {
    const { status, out } = gouji('check', 'book.html', '--json');
    const [object] = lines(out);
    expect(object).toMatchObject({ file: 'book.html', status: 'read', year: 2021, missing: [] });
    const wrong = object.findings.filter((f: { verdict: string }) => f.verdict === 'broken');
    expect(wrong.filter((f: { severity: string }) => f.severity === 'error')).toEqual([]);
    expect(object.text).toMatchObject({ text: 'book.html', status: 'read', counts: { broken: 0 } });
    expect(object.text.numbers[0]).toMatchObject({ text: '838.78万元', verdict: 'exact' });
    const element = (id: string) => object.elements.find((e: { id: string }) => e.id === id);
    expect(element('E11')).toMatchObject({ status: 'written', title: '收入支出决算总表' });
    expect(element('E41')).toMatchObject({ status: 'none' });
    expect(element('E45')).toMatchObject({ status: 'none' });
    expect(element('E52')).toMatchObject({ status: 'missing', places: [] });
    expect(element('E51')).toMatchObject({ status: 'unclear' });
    expect(status).toBe(
      object.text.findings.some((f: { severity: string }) => f.severity === 'error') ? 1 : 0,
    );
  });

  it('给人看的：表、文字、要素', () => {
    const { out } = gouji('check', 'book.html');
    expect(out).toMatch(/已识别 1\d 张表/);
    expect(out).toContain('1 个数字：相符 1');
    expect(out).toMatch(/公开要素 \d+ 项：写明 \d+ · 未发生 \d+ · 缺 \d+ · 看不清 \d+/);
  });

  it('文件夹里只列出是决算公开的；读不了的旧格式另行说明', () => {
    const { status, out, errors } = gouji('check', 'folder', '--json');
    expect(lines(out).map((o) => o.file)).toEqual(['folder/a.html']);
    expect(status).toBe(1);
    expect(lines(out)[0].text.numbers[0]).toMatchObject({ verdict: 'broken', expected: '838.78' });
    expect(errors).toContain('old.doc');
    expect(errors).toContain('不是决算公开的文件，没有核对：folder/letter.docx。');
  });

  it('空文件夹说明白，退出码 2', () => {
    const { status, errors } = gouji('check', 'none');
    expect(status).toBe(2);
    expect(errors).toContain('没有找到可以核对的文件');
  });

  it('预算、别的文件、图片：一句话，退出码 2', () => {
    expect(gouji('check', 'budget.docx')).toMatchObject({ status: 2 });
    expect(gouji('check', 'budget.docx').out).toContain('部门预算公开');
    expect(gouji('check', 'letter.docx').out).toContain('没有核对');
    const { status, out } = gouji('check', 'picture.pdf', '--json');
    expect(status).toBe(2);
    expect(lines(out)[0]).toMatchObject({ status: 'unreadable', error: { code: 'unsupported' } });
  });

  it('一册也可以当工作簿：tie、write 和 --text', () => {
    writeFileSync(at('text.txt'), '2021年度收、支总计838.87万元。\n');
    const tied = lines(gouji('tie', 'book.html', 'text.txt', '--json').out)[0];
    expect(tied.numbers[0]).toMatchObject({ verdict: 'broken', expected: '838.78' });
    const beside = lines(gouji('check', 'book.html', '--text', 'text.txt', '--json').out)[0];
    expect(beside.text).toMatchObject({ text: 'text.txt' });
    expect(gouji('write', 'book.html').out).toContain('838.78');
  });
});

describe('公开要素', () => {
  it('每一项都有依据，编号不重', () => {
    const ids = CATALOGUE.elements.map((e) => `${e.id}${e.region ?? ''}${e.since}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const e of CATALOGUE.elements) expect(e.basis).not.toBe('');
  });
});
