// gouji check over two years, units and many files, as another program calls it.
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook, type NewSheet } from '../../src/hosts/xlsx/create.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';
import { commandLine, lines, samples } from '../support/gouji.ts';

const hanyang = join(samples, 'hanyang-2021.xlsx');
const yuan = join(samples, 'example-2023-yuan.xlsx');
const { at, gouji } = commandLine();

// biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
const brokenIn = (object: any, rule: string) =>
  object.findings.filter(
    (f: { rule: string; verdict: string }) => f.rule === rule && f.verdict === 'broken',
  );

/** 收入支出决算总表 alone: enough for carry-over, sums of units and last year's totals. */
interface Accounts {
  readonly year: number;
  readonly fiscal: number;
  readonly opening: number;
  readonly spent: number;
  readonly name?: string;
}
function summary({ year, fiscal, opening, spent, name = '某某市水利局' }: Accounts): NewSheet {
  const closing = Number((fiscal + opening - spent).toFixed(2));
  const total = Number((fiscal + opening).toFixed(2));
  const rows = [
    [`${year}年度收入支出决算总表`],
    [`部门：${name}`, '', '', '单位：万元'],
    ['收入', '', '支出', ''],
    ['项目', '决算数', '项目', '决算数'],
    ['一、一般公共预算财政拨款收入', fiscal, '一、农林水支出', spent],
    ['本年收入合计', fiscal, '本年支出合计', spent],
    ['使用非财政拨款结余', '', '结余分配', ''],
    ['年初结转和结余', opening, '年末结转和结余', closing],
    ['总计', total, '总计', total],
  ];
  const cells = rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === '' ? [] : [{ address: `${String.fromCharCode(65 + c)}${r + 1}`, value }],
    ),
  );
  return { name: '总表', cells };
}
const save = async (name: string, ...sheets: NewSheet[]) =>
  writeFileSync(at(name), await createWorkbook(sheets));

function supplement(rows: readonly (readonly (string | number)[])[]): NewSheet {
  const cells = [['项目', '数值', '单位', '说明（原因）'], ...rows].flatMap((row, r) =>
    row.map((value, c) => ({ address: `${String.fromCharCode(65 + c)}${r + 1}`, value })),
  );
  return { name: '补充资料', cells };
}

const LAST = { year: 2021, fiscal: 100, opening: 5, spent: 103 };
const THIS = { year: 2022, fiscal: 140, opening: 2, spent: 141 };

beforeAll(async () => {
  await save('last.xlsx', summary(LAST));
  await save('this.xlsx', summary(THIS), supplement([['上年·收入支出总计', 150, '万元', '']]));
  await save('torn.xlsx', summary({ ...THIS, opening: 3, spent: 142 }));
  mkdirSync(at('units'), { recursive: true });
  mkdirSync(at('many/inner'), { recursive: true });
  const unit = { year: 2022, opening: 1, spent: 50 };
  await save('units/a.xlsx', summary({ ...unit, fiscal: 50.5, name: '甲中心' }));
  await save('units/b.xlsx', summary({ ...unit, fiscal: 60.25, name: '乙中心' }));
  await save('units/c.xlsx', summary({ ...LAST, name: '甲中心' }));
  await save('units/d.xlsx', { name: '通讯录', cells: [{ address: 'A1', value: '姓名' }] });
  await save('sum.xlsx', summary({ year: 2022, fiscal: 110.75, opening: 2, spent: 100 }));
  await save('wrong-sum.xlsx', summary({ year: 2022, fiscal: 110.57, opening: 2, spent: 100 }));
  copyFileSync(hanyang, at('many/a.xlsx'));
  copyFileSync(yuan, at('many/inner/a.xlsx'));
  copyFileSync(at('torn.xlsx'), at('many/c.xlsx'));
  writeFileSync(at('many/b.xlsx'), readFileSync(hanyang).subarray(0, 9000));
});

describe('gouji check --last', () => {
  it('年初对上年年末，补充资料对上年决算，列出变动', () => {
    const [object] = lines(gouji('check', 'torn.xlsx', '--last', 'last.xlsx', '--json').out);
    expect(brokenIn(object, 'B21')).toMatchObject([
      { severity: 'warning', stated: '3.00', expected: '2.00', gap: '1.00' },
    ]);
    expect(brokenIn(object, 'B21')[0].cells).toMatchObject([
      { sheet: '总表', address: 'B8', value: '3.00', role: 'stated' },
      { sheet: '总表', address: 'D8', value: '2.00', role: 'copy', period: '上年' },
    ]);
    const [own] = lines(gouji('check', 'this.xlsx', '--last', 'last.xlsx', '--json').out);
    expect(brokenIn(own, 'B21')).toEqual([]);
    expect(brokenIn(own, 'B22')).toMatchObject([{ stated: '150.00', expected: '105.00' }]);
    expect(own.movements.map((m: { label: string }) => m.label)).toContain('本年收入合计');
  });

  it('上年决算是旧格式的：另起进程读，结果一样', async () => {
    const { utils, write } = await import('@e965/xlsx');
    const opened = await openWorkbook(readFileSync(at('last.xlsx')), 'last.xlsx');
    const [sheet] = opened.ok ? opened.snapshot.sheets : [];
    const rows = Array.from(sheet!.cells, (line) =>
      Array.from(line ?? [], (c) => c?.value ?? null),
    );
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '总表');
    writeFileSync(at('last.xls'), write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer);
    const [old, plain] = ['last.xls', 'last.xlsx'].map((last) =>
      gouji('check', 'torn.xlsx', '--last', last, '--json'),
    );
    expect(brokenIn(lines(old!.out)[0], 'B21')).toHaveLength(1);
    expect(lines(old!.out)[0].movements).toEqual(lines(plain!.out)[0].movements);
    writeFileSync(at('坏.xls'), readFileSync(at('last.xls')).subarray(0, 3000));
    const without = gouji('check', 'torn.xlsx', '--last', '坏.xls', '--json');
    expect(without.status).toBe(2);
    expect(lines(without.out)).toMatchObject([{ file: 'torn.xlsx', status: 'read' }]);
    expect(without.errors).toContain('上年决算“坏.xls”');
  });

  it('给人看的报告有“与上年相比”', () => {
    const { out } = gouji('check', 'this.xlsx', '--last', 'last.xlsx');
    expect(out).toContain('与上年相比：');
    expect(out).toContain('上年 100.00，本年 140.00，增加 40.00 万元');
  });

  it.each([
    [['check', 'this.xlsx', 'torn.xlsx', '--last', 'last.xlsx'], '只能核对一个工作簿'],
    [['check', 'units', '--last', 'last.xlsx'], '只能核对一个工作簿'],
  ])('%j：用法不对', (args, words) => {
    const { status, out, errors } = gouji(...args);
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(errors).toContain(words);
  });

  it('上年决算读不了：其余照做，退出码 2', () => {
    const { status, out, errors } = gouji('check', 'this.xlsx', '--last', '没有.xlsx', '--json');
    expect(status).toBe(2);
    expect(lines(out)).toMatchObject([{ file: 'this.xlsx', status: 'read' }]);
    expect(errors).toContain('上年决算“没有.xlsx”：没有这个文件');
  });
});

describe('gouji check，数字格式', () => {
  it('自评表里显示为百分数的完成值，照样核对', async () => {
    const rows = [
      ['2023年度项目支出绩效自评表'],
      ['项目名称', '林场道路养护'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '质量指标', '合格率', '≥95%', 0.96, 10, 10],
    ];
    const cells = rows.flatMap((row, r) =>
      row.map((value, c) => ({
        address: `${String.fromCharCode(65 + c)}${r + 1}`,
        value,
        ...(value === 0.96 && { format: '0%' }),
      })),
    );
    await save('shown.xlsx', { name: '自评', cells });
    const { errors, out } = gouji('check', 'shown.xlsx', '--json');
    expect(errors).toBe('');
    expect(lines(out)).toMatchObject([{ status: 'read', tables: [{ form: '项目自评' }] }]);
  });
});

describe('gouji check --department', () => {
  it('汇总等于各单位之和：其他年度和别的工作簿不算单位', () => {
    const { status, out } = gouji('check', 'units', '--department', 'sum.xlsx', '--json');
    const all = lines(out);
    expect(all.map((o) => o.file ?? 'aggregate')).toEqual([
      'units/a.xlsx',
      'units/b.xlsx',
      'units/c.xlsx',
      'units/d.xlsx',
      'sum.xlsx',
      'aggregate',
    ]);
    const { aggregate } = all.at(-1);
    expect(aggregate).toMatchObject({ file: 'sum.xlsx', status: 'read', year: 2022 });
    expect(aggregate.counts.broken).toBe(1);
    expect(aggregate.findings).toMatchObject([{ rule: 'D06', verdict: 'broken' }]);
    expect(aggregate.counts.exact).toBeGreaterThan(2);
    expect(status).toBe(0);
  });

  it('汇总不等：指出差多少、各单位是多少', () => {
    const { status, out } = gouji('check', 'units', '--department', 'wrong-sum.xlsx', '--json');
    const { aggregate } = lines(out).at(-1);
    const [broken] = brokenIn(aggregate, 'B20');
    expect(broken).toMatchObject({ stated: '110.57', expected: '110.75', gap: '-0.18' });
    expect(broken.cells.map((c: { file?: string }) => c.file)).toEqual([
      undefined,
      'units/a.xlsx',
      'units/b.xlsx',
    ]);
    expect(status).toBe(1);
  });

  it('有单位读不了：汇总无法核对，不报不符', () => {
    const { status, out } = gouji('check', 'many', '--department', 'sum.xlsx', '--json');
    const { aggregate } = lines(out).at(-1);
    expect(aggregate.findings).toMatchObject([{ rule: 'B20', verdict: 'unknown' }]);
    expect(aggregate.counts).toMatchObject({ broken: 0, unknown: 1 });
    expect(status).toBe(2);
  });
});

describe('gouji check --rules', () => {
  it('自定规程', () => {
    const says = '表1.收入·总计 ≤ 100';
    writeFileSync(at('rules.json'), JSON.stringify([{ id: 'X01', says, severity: 'warning' }]));
    const { status, out } = gouji('check', 'this.xlsx', '--rules', 'rules.json', '--json');
    expect(brokenIn(lines(out)[0], 'X01')).toMatchObject([
      { stated: '142.00', expected: '100.00' },
    ]);
    expect(status).toBe(0);
    const listed = lines(gouji('rules', '--rules', 'rules.json', '--json').out);
    expect(listed.find((r) => r.id === 'X01')).toMatchObject({ says, own: true });
  });

  it('写错了：用法不对，指出在哪里', () => {
    writeFileSync(at('bad.json'), JSON.stringify([{ id: 'X01', says: '表1: 收人·总计 = 1' }]));
    const { status, out, errors } = gouji('check', 'this.xlsx', '--rules', 'bad.json');
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(errors).toBe(
      [
        '自定规程“bad.json”有误：',
        '第 1 条（X01）的 says：表1里没有“收人”。表里确实印有这一项的，请写成「收人」。',
        '  表1: 收人·总计 = 1',
        '  　   ^',
        '（用 gouji --help 查看用法）',
        '',
      ].join('\n'),
    );
  });
});

describe('gouji check，许多文件', () => {
  it('几个线程同时做，输出次序不变', () => {
    const one = gouji('check', 'many', 'units', '--json', '--jobs', '1');
    const several = gouji('check', 'many', 'units', '--json', '--jobs', '3');
    expect(several).toEqual(one);
    expect(lines(one.out).map((o) => o.file)).toEqual([
      'many/a.xlsx',
      'many/b.xlsx',
      'many/c.xlsx',
      'many/inner/a.xlsx',
      ...['a', 'b', 'c', 'd'].map((n) => `units/${n}.xlsx`),
    ]);
  });

  it('--out 写的是一个文件：用法不对', () => {
    const { status, out, errors } = gouji('check', 'this.xlsx', '--out', 'last.xlsx', '--json');
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(errors).toContain('是文件，不是文件夹');
  });

  it('--out 写总览和各自的报告，--resume 只做没做完的', async () => {
    const first = gouji('check', 'many', '--out', 'many/out', '--json');
    expect(lines(first.out)).toHaveLength(4);
    expect(readdirSync(at('many/out'), { recursive: true }).sort()).toEqual([
      'a.xlsx.体检报告.xlsx',
      'c.xlsx.体检报告.xlsx',
      'inner',
      'inner/a.xlsx.体检报告.xlsx',
      '体检总览.html',
      '体检总览.xlsx',
      '体检结果.jsonl',
      '体检进度.jsonl',
    ]);
    const opened = await openWorkbook(readFileSync(at('many/out/体检总览.xlsx')), '总览');
    const rows = opened.ok ? opened.snapshot.sheets[0]!.cells : [];
    // What could not be read stands first.
    expect(rows.map((r) => r?.[12]?.value)).toEqual([
      '结论',
      expect.stringContaining('损坏'),
      expect.stringMatching(/^须核实|^没有不符/),
      // One table alone is no fault: what is missing is a note.
      '没有不符',
      '没有不符',
    ]);
    // As if it had been broken off after two files: the line being written is cut.
    const record = at('many/out/体检进度.jsonl');
    const all = readFileSync(record, 'utf8').split('\n');
    const third = all.flatMap((l, i) => (l.includes('"settings"') ? [i] : []))[2]!;
    writeFileSync(
      record,
      all
        .slice(0, third + 1)
        .join('\n')
        .slice(0, -20),
    );
    const before = statSync(at('many/out/a.xlsx.体检报告.xlsx')).mtimeMs;
    const again = gouji('check', 'many', '--out', 'many/out', '--resume', '--json');
    expect(lines(again.out).map((o) => o.file)).toEqual(['many/c.xlsx', 'many/inner/a.xlsx']);
    expect(again.status).toBe(first.status);
    expect(again.errors).toContain('已核对过 2 个，跳过');
    expect(statSync(at('many/out/a.xlsx.体检报告.xlsx')).mtimeMs).toBe(before);
  });

  it.each([
    [['check', 'many', '--resume'], '--out'],
    [['check', 'many', '--jobs', '0'], '--jobs'],
    [['check', 'many', '--jobs', '两个'], '--jobs'],
  ])('%j：用法不对', (args, words) => {
    const { status, out, errors } = gouji(...args);
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(errors).toContain(words);
  });
});
