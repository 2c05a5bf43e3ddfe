// gouji write：草稿、定稿、整册，写成 Word、Markdown、纯文本；已有的文件不覆盖。
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { commandLine, samples } from '../support/gouji.ts';
import { rawWorkbook, rowsXml } from '../support/xlsx-package.ts';

const sample = join(samples, 'hanyang-2021.xlsx');
const { at, gouji } = commandLine();

const words = async (path: string) =>
  (await mammoth.extractRawText({ buffer: readFileSync(path) })).value;

describe('gouji write', () => {
  it('不写 --out 时显示 Markdown 草稿，待填处看得见', () => {
    const run = gouji('write', sample);
    expect(run.status).toBe(0);
    expect(run.out).toContain('838.78万元');
    expect(run.out).toContain('【待填：');
    expect(run.errors).toMatch(/还有 \d+ 处/);
  });

  it('写成 Word：文字与 Markdown 一致', async () => {
    expect(gouji('write', sample, '--out', 'a.docx').status).toBe(0);
    const text = await words(at('a.docx'));
    expect(text).toContain('838.78万元');
    expect(text).toContain('【待填：');
    expect(gouji('write', sample, '--out', 'a.txt').status).toBe(0);
    const lines = readFileSync(at('a.txt'), 'utf8').split('\n').filter(Boolean);
    // A picture that cannot be drawn says so in Word; everything else is the same.
    for (const line of lines.filter((l) => !l.startsWith('图'))) expect(text).toContain(line);
  });

  it('整册依次是概况、九张表、情况说明、名词解释', async () => {
    expect(gouji('write', sample, '--booklet', '--out', 'book.docx').status).toBe(0);
    const text = await words(at('book.docx'));
    const order = [
      '第一部分',
      '第二部分',
      '收入支出决算总表',
      '国有资本经营预算财政拨款支出决算表',
      '第三部分',
      '收入支出决算总体情况',
      '第四部分',
      '名词解释',
    ];
    let from = -1;
    for (const word of order) {
      const found = text.indexOf(word, from + 1);
      expect(found, word).toBeGreaterThan(from);
      from = found;
    }
    // Empty tables are kept, with their explanation.
    expect(text).toContain('本部门没有政府性基金预算财政拨款收入');
  });

  it('定稿有待填就不写，逐处列出', () => {
    const run = gouji('write', sample, '--final', '--out', 'final.docx');
    expect(run.status).toBe(1);
    expect(run.errors).toContain('上年收入支出总计');
    expect(() => readFileSync(at('final.docx'))).toThrow();
  });

  it('已有的文件不覆盖', () => {
    writeFileSync(at('mine.docx'), '我的');
    const run = gouji('write', sample, '--out', 'mine.docx');
    expect(run.status).toBe(64);
    expect(readFileSync(at('mine.docx'), 'utf8')).toBe('我的');
  });

  it('空文件里没有内容，可以写入', () => {
    writeFileSync(at('empty.txt'), '');
    expect(gouji('write', sample, '--out', 'empty.txt').status).toBe(0);
    expect(readFileSync(at('empty.txt'), 'utf8')).toContain('万元');
  });

  it.each([
    [['write', 'none.xlsx'], 2],
    [['write', sample, '--last', 'none.xlsx'], 2],
    [['write', sample, '--out', 'a.pdf'], 64],
    [['write', sample, '--booklet', '--out', 'a.md'], 64],
    [['write'], 64],
  ] as const)('%j', (args, status) => {
    const run = gouji(...args);
    expect(run.status).toBe(status);
    expect(run.errors).not.toBe('');
  });

  it('没有决算公开表的工作簿写不了', () => {
    const book = at('空.xlsx');
    writeFileSync(book, rawWorkbook({ sheets: [{ name: 'Sheet1', xml: rowsXml('') }] }));
    const run = gouji('write', book);
    expect(run.status).toBe(2);
    expect(run.errors).toContain('没有找到决算公开表');
    expect(run.out).toBe('');
  });

  it('绩效：整体自评报告和各项目综述；定稿缺什么说到哪一行填', () => {
    const draft = gouji('write', sample, '--evaluation', '--out', at('绩效.md'));
    expect(draft.status).toBe(0);
    const text = readFileSync(at('绩效.md'), 'utf8');
    expect(text).toContain('部门整体绩效自评报告');
    expect(text).toContain('项目绩效自评综述');
    expect(text).toContain('全年预算数为53.85万元，执行数为43.36万元');
    const final = gouji('write', sample, '--evaluation', '--final');
    expect(final.status).toBe(1);
    expect(final.errors).toContain('自评·国安工作经费·问题：发现的问题及原因');
    expect(gouji('write', sample, '--evaluation', '--preset', '随意').status).toBe(64);
    expect(gouji('write', sample, '--preset', '武汉').status).toBe(64);
  });

  it('定稿还缺什么，逐项说出来，并说到哪里填', () => {
    const run = gouji('write', sample, '--final', '--out', '定稿.docx');
    expect(run.status).toBe(1);
    expect(run.errors).toContain('上年收入支出总计');
    expect(run.errors).toContain('“补充资料”');
  });
});
