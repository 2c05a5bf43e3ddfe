// gouji check, as another program calls it: lines of JSON, sentences on standard error, exit status.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook } from '../../src/hosts/xlsx/create.ts';
import { commandLine, lines, samples } from '../support/gouji.ts';
import { compoundFile, withPart } from '../support/xlsx-package.ts';

const hanyang = join(samples, 'hanyang-2021.xlsx');
const { at, gouji } = commandLine();

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A small workbook whose total does not foot. */
async function wrongBook(): Promise<Uint8Array> {
  const rows = [
    ['2022年度收入决算表'],
    ['部门：某某市水利局', '', '', '', '', '', '', '', '单位：万元'],
    [
      '科目编码',
      '科目名称',
      '本年收入合计',
      '财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
    ],
    ['合计', '', 10.5, 10.5, '', '', '', '', ''],
    ['213', '农林水支出', 10.6, 10.5, '', '', '', '', ''],
    ['21303', '水利', 10.5, 10.5, '', '', '', '', ''],
    ['2130301', '行政运行', 10.5, 10.5, '', '', '', '', ''],
  ];
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === '' ? [] : [{ address: `${String.fromCharCode(65 + c)}${r + 1}`, value }],
    ),
  );
  return createWorkbook([{ name: '收入', cells }]);
}

beforeAll(async () => {
  writeFileSync(at('wrong.xlsx'), await wrongBook());
  writeFileSync(at('empty.xlsx'), await createWorkbook([{ name: 'Sheet1', cells: [] }]));
  writeFileSync(
    at('foreign.xlsx'),
    await createWorkbook([{ name: '通讯录', cells: [{ address: 'A1', value: '姓名' }] }]),
  );
  writeFileSync(at('locked.xlsx'), compoundFile(['EncryptionInfo', 'EncryptedPackage']));
  writeFileSync(at('damaged.xlsx'), readFileSync(hanyang).subarray(0, 9000));
  writeFileSync(at('text.xlsx'), '科目,金额\n');
  mkdirSync(at('folder/inner'), { recursive: true });
  copyFileSync(hanyang, at('folder/inner/b.xlsx'));
  copyFileSync(join(samples, 'example-2023-yuan.xlsx'), at('folder/a.xlsx'));
  copyFileSync(at('foreign.xlsx'), at('folder/c.xlsx'));
  writeFileSync(at('folder/~$a.xlsx'), 'lock');
  writeFileSync(at('folder/.hidden.xlsx'), 'hidden');
});

describe('gouji check', () => {
  it('样本：读出九张表，全部相符，退出码 0', () => {
    const before = digest(hanyang);
    const { status, out, errors } = gouji('check', hanyang, '--json');
    const [object, ...rest] = lines(out);
    expect({ status, errors, rest }).toEqual({ status: 0, errors: '', rest: [] });
    expect(object).toMatchObject({
      file: hanyang,
      status: 'read',
      year: 2021,
      region: '湖北省武汉市',
      department: '中国共产党武汉市汉阳区委员会办公室',
      missing: [],
      counts: { unknown: 0 },
    });
    // What is wrong stands in its performance tables, and is to be explained, not mended.
    const broken = object.findings.filter((f: { verdict: string }) => f.verdict === 'broken');
    const ruled = broken.map(
      (f: { rule: string; severity: string }) => `${f.rule[0]} ${f.severity}`,
    );
    expect([...new Set(ruled)].sort()).toEqual(['S note', 'S warning']);
    const nine = object.tables.filter((t: { form: string }) => /^表\d$/.test(t.form));
    expect(nine.map((t: { form: string }) => t.form)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `表${n}`),
    );
    expect(nine[0]).toMatchObject({
      title: '收入支出决算总表',
      sheet: '表1',
      range: expect.stringMatching(/^A\d+:F\d+$/),
      unit: '万元',
      figures: 12,
      checked: true,
    });
    expect(object.figures.covered).toBe(object.figures.total);
    expect(object.figures.uncovered).toEqual([]);
    expect(digest(hanyang)).toBe(before);
  });

  it('不符：退出码 1，一项一项说清', () => {
    const { status, out } = gouji('check', 'wrong.xlsx', '--json');
    const [object] = lines(out);
    expect(status).toBe(1);
    expect(object.file).toBe('wrong.xlsx');
    const broken = object.findings.filter((f: { rule: string }) => f.rule === 'A06');
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({
      verdict: 'broken',
      severity: 'error',
      stated: '10.60',
      expected: '10.50',
      gap: '0.10',
      explained: false,
    });
    expect(broken[0].cells[0]).toMatchObject({ sheet: '收入', address: 'C5', role: 'stated' });
    expect(object.suspects[0]).toMatchObject({
      rank: 1,
      address: 'C5',
      value: '10.60',
      suggested: '10.50',
      slip: 'one-digit',
    });
    expect(object.missing.length).toBe(8);
  });

  it('按规则忽略的：写明原因，结论、计数和退出码不变', () => {
    const json = JSON.stringify({ ignored: [{ rule: 'A06', reason: '财政批复口径' }] });
    writeFileSync(at('ignored.xlsx'), withPart(readFileSync(at('wrong.xlsx')), json));
    const [before] = lines(gouji('check', 'wrong.xlsx', '--json').out);
    const { status, out } = gouji('check', 'ignored.xlsx', '--json');
    const [object] = lines(out);
    expect(status).toBe(1);
    expect(object.counts).toEqual(before.counts);
    expect(before.attention.ignored).toBe(0);
    const own = object.findings.filter((f: { ignored?: string }) => f.ignored !== undefined);
    expect(own.length).toBe(object.attention.ignored);
    for (const f of own) expect([f.rule, f.ignored]).toEqual(['A06', '财政批复口径']);
    expect(own.find((f: { verdict: string }) => f.verdict === 'broken')).toMatchObject({
      severity: 'error',
      stated: '10.60',
    });
    expect(object.attention.error).toBe(before.attention.error - 1);
  });

  it('给人看的报告在标准输出，--all 也列相符的', () => {
    const brief = gouji('check', 'wrong.xlsx').out;
    expect(brief).toContain('不符·强制');
    expect(brief).toContain('C5');
    const full = gouji('check', hanyang, '--all').out;
    expect(full).toContain('相符  收入支出决算总表“本年收入合计”');
  });

  it.each([
    ['locked.xlsx', 'encrypted', '密码'],
    ['damaged.xlsx', 'damaged', '损坏'],
    ['text.xlsx', 'not-a-workbook', '不是'],
    ['nowhere.xlsx', 'not-found', '没有这个文件'],
  ])('%s：退出码 2，说明原因', (file, code, words) => {
    const { status, out, errors } = gouji('check', file, '--json');
    expect(status).toBe(2);
    const [object, ...rest] = lines(out);
    expect(rest).toEqual([]);
    expect(Object.keys(object)).toEqual(['file', 'status', 'error']);
    expect(object).toMatchObject({ file, status: 'unreadable', error: { code } });
    expect(errors).toContain(words);
  });

  it.each(['empty.xlsx', 'foreign.xlsx'])('点名的 %s 没有认识的表：退出码 2', (file) => {
    const { status, out } = gouji('check', file, '--json');
    expect(status).toBe(2);
    expect(lines(out)[0]).toMatchObject({ status: 'read', tables: [], missing: [], findings: [] });
    expect(gouji('check', file).out).toContain('没有找到决算公开表');
  });

  it('管道、3 GB 的文件：没有读就拒绝，其余照做', () => {
    expect(spawnSync('mkfifo', [at('pipe.xlsx')]).status).toBe(0);
    writeFileSync(at('huge.xlsx'), '');
    truncateSync(at('huge.xlsx'), 3 * 2 ** 30);
    const run = gouji('check', '--json', 'pipe.xlsx', 'huge.xlsx', hanyang);
    expect(run.status).toBe(2);
    const [pipe, huge, good] = lines(run.out);
    expect(pipe.error).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('普通文件'),
    });
    expect(huge.error.code).toBe('too-large');
    expect(huge.error.message).toContain('3072 MB');
    expect(good.status).toBe('read');
  });

  it('文件名、表名里的控制字符到不了终端，JSON 里仍是原来的字', async () => {
    const name = '坏\u001b[31m\u202e名.xlsx';
    const cells = [{ address: 'A1', value: '姓名' }];
    writeFileSync(at(name), await createWorkbook([{ name: '表', cells }]));
    writeFileSync(at(`更${name}`), '不是表');
    const told = gouji('check', name, `更${name}`);
    const json = gouji('check', '--json', name, `更${name}`);
    for (const text of [told.out, told.errors, json.out, json.errors])
      expect(/(?![\t\n])\p{Cc}|[\u202a-\u202e]/u.test(text)).toBe(false);
    expect(lines(json.out).map((o) => o.file)).toEqual([name, `更${name}`]);
  });

  it('文件夹：逐个、按路径排序，别的工作簿不影响退出码', () => {
    const { status, out } = gouji('check', 'folder', '--json');
    expect(status).toBe(0);
    expect(lines(out).map((o) => o.file)).toEqual([
      'folder/a.xlsx',
      'folder/c.xlsx',
      'folder/inner/b.xlsx',
    ]);
  });

  it('几个文件里有一个读不了，其余照做，退出码取最高的', () => {
    const { status, out } = gouji('check', 'wrong.xlsx', 'locked.xlsx', hanyang, '--json');
    expect(status).toBe(2);
    expect(lines(out).map((o) => o.status)).toEqual(['read', 'unreadable', 'read']);
  });

  it('年度和地区可以指定', () => {
    const [object] = lines(
      gouji('check', hanyang, '--json', '--year', '2024', '--region', '上海').out,
    );
    expect(object).toMatchObject({ year: 2024, region: '上海市' });
    // Of a year that no table prints: all are checked, and each is said to print another one.
    expect(object.tables.filter((t: { checked: boolean }) => t.checked).length).toBeGreaterThan(8);
    const years = object.findings.filter((f: { rule: string }) => f.rule === 'D06');
    expect(years).toHaveLength(9);
    expect(years[0].message).toContain('核对按 2024 年度');
  });

  it('当地的附表没有：只是提示，不影响退出码', () => {
    const file = join(samples, 'example-2023-yuan.xlsx');
    const extras = (region: string) => {
      const { status, out } = gouji('check', file, '--json', '--region', region);
      const [object] = lines(out);
      expect(status).toBe(0);
      expect(object.missing).toEqual([]);
      return object.findings
        .filter((f: { rule: string }) => f.rule === 'D01')
        .map((f: { severity: string; message: string }) => `${f.severity} ${f.message}`);
    };
    expect(extras('北京')).toEqual([expect.stringMatching(/^note 没有找到政府采购情况表、/)]);
    expect(extras('四川')[0]).toContain('财政拨款支出决算明细表');
    expect(extras('四川')[0]).not.toContain('国有资本');
    expect(extras('全国')).toEqual([]);
    expect(extras('湖南')).toEqual([]);
  });

  it.each([
    [['check']],
    [['check', 'a.xlsx', '--year', '21']],
    [['check', 'a.xlsx', '--region', '火星']],
    [['check', 'a.xlsx', '--nonsense']],
    [['nonsense']],
  ])('用法不对：%j 退出码 64', (args) => {
    const { status, out, errors } = gouji(...args);
    expect(status).toBe(64);
    expect(out).toBe('');
    expect(errors).toMatch(/[一-龥]/);
    expect(errors).not.toMatch(/error:|unknown|missing|argument/);
  });
});

describe('gouji rules', () => {
  it('列出规程', () => {
    const all = lines(gouji('rules', '--json').out);
    const ids = all.map((r) => r.id);
    expect(ids).toContain('A01');
    expect(ids).toContain('B15');
    expect(all.find((r) => r.id === 'A05')).toMatchObject({
      says: '表1: 收入·总计 = 支出·总计',
      severity: 'error',
    });
    expect(gouji('rules', '--year', '2018').out).toContain('A01');
  });
});
