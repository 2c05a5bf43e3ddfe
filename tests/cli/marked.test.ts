// check --marked, check --same and tie --corrected: copies beside the files, never over them.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { markedPdf } from '../../src/hosts/pdf/marked.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { webPage } from '../support/booklet/html.ts';
import { paragraph as p, run as r, wordFile } from '../support/booklet/word.ts';
import { commandLine, lines, samples } from '../support/gouji.ts';
import { Drawing } from '../support/pdf/drawing.ts';

const { at, gouji } = commandLine();
const workbook = join(samples, 'hanyang-2021.xlsx');
const digest = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');
const TEXT = [
  '一、收入支出决算总体情况说明',
  '2021年度收、支总计838.87万元。',
  '二、收入决算情况说明',
  '2021年度本年收入合计837.39万元。',
];

beforeAll(async () => {
  copyFileSync(workbook, at('book.xlsx'));
  writeFileSync(at('text.docx'), wordFile(TEXT.map((line) => p(r(line))).join('')));
  const opened = await openWorkbook(readFileSync(workbook), workbook);
  if (!opened.ok) throw new Error(opened.error.message);
  const text = TEXT.join('\n');
  writeFileSync(at('one.html'), webPage(opened.snapshot, text.replace('838.87', '838.78')));
  const sheets = opened.snapshot.sheets.map((s, i) => {
    if (i > 0) return s;
    const cells = s.cells.map((row) =>
      row?.map((c) => (c?.value === 838.78 ? { ...c, value: 838.88 } : c)),
    );
    return { ...s, cells };
  });
  writeFileSync(at('other.html'), webPage({ sheets }, text));
});

describe('check --marked', () => {
  it('工作簿：带批注的副本，原文件一字节不动', async () => {
    const before = digest('book.xlsx');
    gouji('check', 'book.xlsx', '--marked', 'copies');
    expect(digest('book.xlsx')).toBe(before);
    const bytes = new Uint8Array(readFileSync(at('copies/book（批注）.xlsx')));
    const [was, is] = [unzipSync(readFileSync(at('book.xlsx'))), unzipSync(bytes)];
    const notes = Object.keys(is).filter((name) => /goujiNotes\d+\.xml$/.test(name));
    expect(notes.length).toBeGreaterThan(0);
    expect(strFromU8(is[notes[0]!]!)).toContain('勾稽');
    const same = Object.keys(was).filter((name) => Buffer.compare(was[name]!, is[name]!) === 0);
    expect(same).toContain('xl/workbook.xml');
    const opened = await openWorkbook(bytes, 'x.xlsx');
    expect(opened).toMatchObject({ ok: true });
  });

  it('公开前清理把批注和标记都带走，单元格不变', () => {
    gouji('check', 'book.xlsx', '--marked', 'tobecleaned');
    gouji('clean', 'tobecleaned/book（批注）.xlsx', '--out', 'cleaned.xlsx');
    const parts = unzipSync(readFileSync(at('cleaned.xlsx')));
    expect(Object.keys(parts).filter((name) => name.includes('gouji'))).toEqual([]);
    const was = unzipSync(readFileSync(at('book.xlsx')));
    for (const name of Object.keys(was).filter((n) => n.startsWith('xl/worksheets/sheet')))
      expect(strFromU8(parts[name]!)).toBe(strFromU8(was[name]!));
  });

  it('已有的文件不覆盖：写之前就说明，是用法错误', () => {
    mkdirSync(at('full'));
    writeFileSync(at('full/book（批注）.xlsx'), '我的');
    expect(gouji('check', 'book.xlsx', '--marked', 'full')).toMatchObject({ status: 64 });
    expect(readFileSync(at('full/book（批注）.xlsx'), 'utf8')).toBe('我的');
    expect(gouji('check', 'book.xlsx', '--marked', 'text.docx')).toMatchObject({ status: 64 });
  });

  it('文件夹里自己写的副本不再核对，说明一句；直接写出文件名的照样核对', async () => {
    mkdirSync(at('inside'));
    copyFileSync(at('book.xlsx'), at('inside/book.xlsx'));
    copyFileSync(at('text.docx'), at('inside/text.docx'));
    const drawing = await Drawing.begin();
    drawing.page().text(60, 100, 12, '本年支出合计12.50万元。');
    const pdf = await drawing.bytes();
    const box = { left: 60, top: 90, width: 60, height: 12 };
    const mark = { place: { page: 1, box }, verdict: 'broken', note: '应为 2.00' } as const;
    const marked = await markedPdf(pdf, [mark]);
    if (!marked.ok) throw new Error(marked.error.message);
    writeFileSync(at('inside/改名.pdf'), marked.bytes);
    const first = gouji('check', 'inside', '--marked', 'inside/批注');
    expect(first.errors).toContain('没有再核对：inside/改名.pdf');
    gouji('tie', 'book.xlsx', 'text.docx', '--corrected', 'inside/改过.docx');
    const { out, errors } = gouji('check', 'inside', '--json');
    expect(lines(out).map((o) => o.file)).toEqual(['inside/book.xlsx', 'inside/text.docx']);
    expect(errors).toMatch(/副本，没有再核对：.*book（批注）\.xlsx.*改过\.docx/);
    const named = gouji('check', 'inside/批注/book（批注）.xlsx', '--json');
    expect(lines(named.out)[0].tables).toHaveLength(lines(out)[0].tables.length);
  });

  it('没有可批注的副本与原件一样，只核对一次；只是名字像的照样核对', () => {
    mkdirSync(at('twins'));
    copyFileSync(at('book.xlsx'), at('twins/a.xlsx'));
    copyFileSync(at('book.xlsx'), at('twins/a（批注）.xlsx'));
    copyFileSync(at('book.xlsx'), at('twins/b（批注）.xlsx'));
    const files = lines(gouji('check', 'twins', '--json').out).map((o) => o.file);
    expect(files).toEqual(['twins/a.xlsx', 'twins/b（批注）.xlsx']);
  });

  it('不能加批注的说明白', () => {
    const { errors } = gouji('check', 'one.html', '--marked', 'pages');
    expect(errors).toContain('不能加批注');
  });
});

describe('check --same', () => {
  it('逐格逐数：不同的都列出，各有位置', () => {
    const { status, out } = gouji('check', 'one.html', '--same', 'other.html', '--json');
    const compared = lines(out).at(-1).compared;
    expect(status).toBe(1);
    expect(compared.counts.cells).toBeGreaterThan(200);
    const cells = compared.differences.filter((d: { kind: string }) => d.kind === 'cell');
    expect(cells.map((d: { value: string; other: string }) => [d.value, d.other])).toEqual(
      expect.arrayContaining([['838.78', '838.88']]),
    );
    const numbers = compared.differences.filter((d: { kind: string }) => d.kind === 'number');
    expect(numbers).toEqual([
      {
        kind: 'number',
        value: '838.78万元',
        other: '838.87万元',
        here: expect.any(Object),
        there: expect.any(Object),
      },
    ]);
    expect(compared.differences).toHaveLength(cells.length + 1);
  });

  it('工作簿与它的网页没有不同；两个文件才能对照', () => {
    const { out } = gouji('check', 'book.xlsx', '--same', 'one.html');
    expect(out).toMatch(/比了 \d+ 格：没有不同/);
    expect(gouji('check', 'book.xlsx', 'one.html', '--same', 'other.html').status).toBe(64);
  });
});

describe('tie --corrected', () => {
  it('更正写成修订，原文稿不动', () => {
    const before = digest('text.docx');
    const { errors } = gouji('tie', 'book.xlsx', 'text.docx', '--corrected', 'mended.docx');
    expect(errors).toContain('1 处更正作为修订');
    expect(digest('text.docx')).toBe(before);
    const xml = strFromU8(unzipSync(readFileSync(at('mended.docx')))['word/document.xml']!);
    expect(xml).toMatch(
      /<w:del [^>]*>[\s\S]*838\.87<\/w:delText>[\s\S]*<w:ins [^>]*>[\s\S]*838\.78</,
    );
    const again = lines(gouji('tie', 'book.xlsx', 'mended.docx', '--json').out)[0];
    expect(again.counts.broken).toBe(0);
    expect(gouji('tie', 'book.xlsx', 'text.docx', '--corrected', 'mended.docx').status).toBe(64);
    expect(gouji('tie', 'book.xlsx', 'text.docx', '--corrected', 'text.docx').status).toBe(64);
  });
});
