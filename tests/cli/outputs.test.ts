// gouji check --out never replaces an input, nor a file that it did not write itself; nothing is lost when
// a run breaks off.
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { commandLine, lines, samples } from '../support/gouji.ts';

const { at, gouji, goujiInto } = commandLine();
const book = join(samples, 'hanyang-2021.xlsx');
const OVERVIEW = '体检总览.xlsx';
const REPORT = 'a.xlsx.体检报告.xlsx';

beforeAll(() => {
  copyFileSync(book, at('a.xlsx'));
});

/** A folder with one file of the user's in it. */
function folderWith(name: string, file: string, make: (path: string) => void): string {
  mkdirSync(at(name));
  make(at(join(name, file)));
  return name;
}

describe('--out 不覆盖别人的文件', () => {
  it.each([
    ['与总览同名的工作簿', OVERVIEW, (p: string) => copyFileSync(book, p)],
    ['与报告同名的文件', REPORT, (p: string) => writeFileSync(p, '我的笔记')],
    ['指向别处的软链接', REPORT, (p: string) => symlinkSync(at('a.xlsx'), p)],
    ['指向没有的文件的软链接', OVERVIEW, (p: string) => symlinkSync(at('别处.xlsx'), p)],
    ['硬链接', OVERVIEW, (p: string) => linkSync(at('a.xlsx'), p)],
    ['同名的文件夹', REPORT, (p: string) => mkdirSync(p)],
    ['进度文件名的别的内容', '体检进度.jsonl', (p: string) => writeFileSync(p, '我的笔记\n')],
  ])('%s', (name, file, make) => {
    const folder = folderWith(name, file, make);
    const input = readFileSync(at('a.xlsx'));
    const before = lstatSync(at(join(folder, file)));
    const { status, out, errors } = gouji('check', 'a.xlsx', '--out', folder);
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(errors).toMatch(/没有覆盖|不能又写到这里/);
    expect(readdirSync(at(folder))).toEqual([file]);
    expect(lstatSync(at(join(folder, file))).mtimeMs).toBe(before.mtimeMs);
    expect(readFileSync(at('a.xlsx')).equals(input)).toBe(true);
  });

  it('要核对的就是总览：不写到它上面', () => {
    mkdirSync(at('here'));
    copyFileSync(book, at(join('here', OVERVIEW)));
    const { status } = gouji('check', `here/${OVERVIEW}`, '--out', 'here');
    expect(status).toBe(64);
    expect(readFileSync(at(join('here', OVERVIEW))).equals(readFileSync(book))).toBe(true);
  });

  it('自己上次写的可以更新，改动过的不行', () => {
    const first = gouji('check', 'a.xlsx', '--out', 'mine', '--json');
    const again = gouji('check', 'a.xlsx', '--out', 'mine', '--json');
    expect(again.status).toBe(first.status);
    const names = [REPORT, OVERVIEW, '体检总览.html', '体检结果.jsonl', '体检进度.jsonl'];
    expect(readdirSync(at('mine')).sort()).toEqual(names.sort());
    writeFileSync(at(join('mine', REPORT)), '加了批注');
    expect(gouji('check', 'a.xlsx', '--out', 'mine').status).toBe(64);
    expect(readFileSync(at(join('mine', REPORT)), 'utf8')).toBe('加了批注');
  });

  it('写了报告、还没有记下就断了：再做时认得是自己的', () => {
    gouji('check', 'a.xlsx', '--out', 'killed');
    const record = at('killed/体检进度.jsonl');
    const begun = readFileSync(record, 'utf8').split('\n').slice(0, 2);
    writeFileSync(record, `${begun.join('\n')}\n`);
    const { status, out } = gouji('check', 'a.xlsx', '--out', 'killed', '--resume', '--json');
    expect(status).not.toBe(64);
    expect(lines(out)).toHaveLength(1);
  });

  it('两次核对不能同时写一个文件夹；中断留下的不挡路', () => {
    mkdirSync(at('busy'));
    const lock = at('busy/.体检进行中');
    writeFileSync(lock, JSON.stringify({ process: process.pid, host: '别的机器' }));
    const { status, errors } = gouji('check', 'a.xlsx', '--out', 'busy');
    expect(status).toBe(64);
    expect(errors).toContain('正由另一次核对写入');
    writeFileSync(lock, '没有写完');
    expect(gouji('check', 'a.xlsx', '--out', 'busy').status).not.toBe(64);
    expect(existsSync(lock)).toBe(false);
  });

  it('名字太长的报告写不出：说一句，其余照做，--resume 再做', () => {
    const long = `${'长'.repeat(78)}.xlsx`;
    mkdirSync(at('in'));
    copyFileSync(book, at(join('in', long)));
    copyFileSync(book, at('in/a.xlsx'));
    const { status, out, errors } = gouji('check', 'in', '--out', 'long', '--json');
    expect(status).toBe(2);
    expect(lines(out)).toHaveLength(2);
    expect(errors).toContain('文件名太长');
    const again = gouji('check', 'in', '--out', 'long', '--json', '--resume');
    expect(lines(again.out).map((o) => o.file)).toEqual([join('in', long)]);
  });

  it('输出写不出去：一句话，不是错误堆栈', () => {
    if (!existsSync('/dev/full')) return;
    const { status, errors } = goujiInto('/dev/full', 'check', 'a.xlsx', '--json');
    expect(status).toBe(2);
    expect(errors).toContain('结果不能写出');
    expect(errors).not.toContain('at ');
  });
});

describe('别人的文字写进去还是文字', () => {
  it('像公式、像链接的单位名、表名、项目、文件名', async () => {
    const link = '=HYPERLINK("http://evil.example","x")';
    const lines = [
      ['2023年度收入支出决算总表'],
      [`部门：${link}<a href="http://evil.example">`],
      ['收入', '', '支出'],
      ['项目', '决算数', '项目', '决算数'],
      ['=1+1', 100, '@SUM(1)', 100],
      ['本年收入合计', 90, '本年支出合计', 100],
      ['总计', 101, '总计', 102],
    ];
    const cells = lines.flatMap((line, r) =>
      line.flatMap((value, c) =>
        value === '' ? [] : [{ address: `${'ABCD'[c]}${r + 1}`, value }],
      ),
    );
    const bytes = await createWorkbook([{ name: '=表', cells }]);
    const folder = folderWith('公式', '=1+1.xlsx', (path) => writeFileSync(path, bytes));
    expect(gouji('check', folder, '--out', '公式出').status).toBe(1);
    for (const name of ['=1+1.xlsx.体检报告.xlsx', OVERVIEW]) {
      const parts = Object.entries(unzipSync(readFileSync(at(`公式出/${name}`))));
      const text = (ending: RegExp) =>
        parts.map(([part, own]) => (ending.test(part) ? strFromU8(own) : '')).join('\n');
      expect(text(/sharedStrings\.xml$/)).toContain('evil.example');
      expect(text(/sheet\d+\.xml$/)).not.toMatch(/<f[ >]/);
      expect(text(/\.rels$/)).not.toContain('evil');
    }
    const page = readFileSync(at('公式出/体检总览.html'), 'utf8');
    expect(page).toContain('evil.example');
    expect(page).not.toMatch(/<[a-z][^>]*evil/);
  });
});
