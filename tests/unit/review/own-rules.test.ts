// A user's own rules: read, linted with a caret under the place, and put before the catalogue's.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inForce } from '../../../src/assertions/declaration.ts';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { readOwnRules } from '../../../src/review/own-rules.ts';
import { ruleSchema } from '../../../src/review/rule-fields.ts';
import { review } from '../../../src/review.ts';
import { sample } from '../../support/samples.ts';

const read = (value: unknown) =>
  readOwnRules(typeof value === 'string' ? value : JSON.stringify(value), CATALOGUE);
const problems = (value: unknown): string => {
  const result = read(value);
  return result.ok ? '' : result.problems.join('\n');
};
const catalogueWith = (value: unknown) => {
  const result = read(value);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.catalogue;
};
const RULE = { id: 'X01', says: '表1: 收入·本年收入合计 = Σ收入来源' };

describe('自定规程', () => {
  it('新增一条：不符时报出来', async () => {
    const rule = { ...RULE, says: '表3.合计·项目支出 ≤ 表3.合计·基本支出 - 500' };
    const findings = review(await sample('hanyang-2021'), catalogueWith([rule])).findings;
    const own = findings.filter((f) => f.rule === 'X01');
    expect(own).toMatchObject([{ verdict: 'broken', severity: 'error', basis: '自定规程' }]);
  });

  it('同一编号：只写要改的，其余照旧；也可以停用', async () => {
    const book = await sample('hanyang-2021');
    const catalogue = catalogueWith([
      { id: 'A03', severity: 'warning' },
      { id: 'A04', off: true },
    ]);
    const rules = inForce(catalogue.identities, { year: 2021, region: [] });
    const { since } = CATALOGUE.identities.find((r) => r.id === 'A03')!;
    expect(rules.find((r) => r.id === 'A03')).toMatchObject({ severity: 'warning', since });
    expect(review(book, catalogue).findings.some((f) => f.rule === 'A04')).toBe(false);
    expect(review(book, CATALOGUE).findings.some((f) => f.rule === 'A04')).toBe(true);
  });

  it('只在写明的年度和地区适用', () => {
    const catalogue = catalogueWith([{ ...RULE, since: 2022, region: '武汉' }]);
    const ids = (year: number, region: string[]) =>
      inForce(catalogue.identities, { year, region }).map((r) => r.id);
    expect(ids(2023, ['湖北', '武汉'])).toContain('X01');
    expect(ids(2021, ['湖北', '武汉'])).not.toContain('X01');
    expect(ids(2023, ['湖北'])).not.toContain('X01');
  });

  it('地方规程：应公开的表按自定的来', async () => {
    const own = { profiles: [{ tables: ['表1', '收入决算表', '表3'], region: '湖北' }] };
    const { findings } = review(await sample('hanyang-2021'), catalogueWith(own));
    const surplus = findings.filter((f) => f.rule === 'D02').map((f) => f.table);
    expect(surplus).toHaveLength(6);
  });

  it('算式写错：指出在哪里', () => {
    expect(problems([{ ...RULE, says: '表1: 收入·本年收入合计 Σ收入来源' }])).toBe(
      [
        '第 1 条（X01）的 says：此处应为“=”“≤”“≥”或“∈”。',
        '  表1: 收入·本年收入合计 Σ收入来源',
        '  　   　　　　　　　　　 ^',
      ].join('\n'),
    );
  });

  it.each([
    ['表1: 收入·本年收人合计 = Σ收入来源', '表1里没有“本年收人合计”'],
    ['表11.合计 = 表1.本年收入合计', '不认识“表11”这张表'],
    ['本年收入合计 = Σ收入来源', '没有写明是哪张表'],
    ['表1: 27行 = (1+2+…+8)行', '行次、栏次随年度和地区变化'],
    ['表1: 收入·总计 = ', '算式不完整'],
    ['表1: 收入·总计 = 求和(1)', '不是函数'],
  ])('%s', (says, words) => {
    expect(problems([{ ...RULE, says }])).toContain(words);
    expect(problems([{ ...RULE, says }])).toMatch(/\^$/);
  });

  it.each([
    [[{ id: 'X01' }], '没有写算式'],
    [[{ says: RULE.says }], '没有写编号'],
    [[{ ...RULE, sayss: '' }], '不认识字段“sayss”'],
    [[{ ...RULE, since: '2020' }], '字段“since”应是四位年度'],
    [[{ ...RULE, region: '火星' }], '不认识地区“火星”'],
    [[{ ...RULE, each: ['列'] }], '不认识口径“列”'],
    [[RULE, RULE], '写了两条'],
    [{ 规则: [] }, '不认识“规则”'],
    [{ profiles: [{ tables: ['表1', '总表'] }] }, '不认识“总表”这张表'],
    ['{ "identities": [\n  { "id": "X01", }\n] }', '第 2 行'],
    ['', '没有写完'],
  ])('%j', (value, words) => {
    expect(problems(value)).toContain(words);
  });

  it('JSON schema 与检查出自同一张表', () => {
    expect(ruleSchema()).toMatchObject({
      properties: {
        identities: { items: { required: ['id'], properties: { says: { type: 'string' } } } },
      },
    });
  });

  const manual = readFileSync(new URL('../../../docs/自定规程.md', import.meta.url), 'utf8');
  const blocks = [...manual.matchAll(/```json\n([\s\S]*?)```/g)].map((m) => m[1]!);
  it.each(blocks)('说明书里的例子读得懂：%#', (block) => {
    expect(problems(block)).toBe('');
  });

  it('说明书里的出错提示，就是这样提示', () => {
    const says = '表3.合计·项目支出额 ≤ 表3.合计·基本支出';
    expect(manual).toContain(problems([{ id: '本区01', says }]));
  });
});
