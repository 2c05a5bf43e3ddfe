// The pages over the pane: help made from the catalogue, years and places as people type them, several units.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { RULE_EXAMPLES } from '../../../src/catalogue/rule-examples.ts';
import { openBook } from '../../../src/review/book.ts';
import { ruleHelp, rulesOf } from '../../../src/review/rule-help.ts';
import { placeProblem, yearProblem } from '../../../taskpane/place.ts';
import { isWorkbook, summedBy, unitBookOf } from '../../../taskpane/side/units.ts';
import { VERSION } from '../../../taskpane/side/words.ts';
import { sample } from '../../support/samples.ts';

const TITLES = new Map(CATALOGUE.forms.forms.map((f) => [f.id, f.title]));
const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../cases/samples/${name}.xlsx`, import.meta.url)));

describe('帮助', () => {
  const rules = rulesOf(CATALOGUE);
  const help = (id: string) => ruleHelp(rules.find((r) => r.id === id)!, TITLES);

  it('每条规则都有要求、依据、怎样说明；要求里没有算式符号', () => {
    expect(rules.length).toBeGreaterThan(80);
    for (const rule of rules) {
      const { asks, basis, note, where } = ruleHelp(rule, TITLES);
      expect(asks.join()).not.toMatch(/Σ|∈|min\(|若\(/);
      expect([rule.id, asks.length > 0, basis !== '', note !== '', where !== '']).toEqual([
        rule.id,
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('每条规则都有一个相符的、一个不符的例子；没有多写的例子', () => {
    for (const rule of rules) {
      const { id, holds, breaks } = ruleHelp(rule, TITLES, RULE_EXAMPLES);
      expect([id, holds ? breaks !== holds : false]).toEqual([id, true]);
    }
    for (const id of Object.keys(RULE_EXAMPLES)) expect(help(id).holds, id).toBeUndefined();
  });

  it('举一个相符的例子、一个不符的例子', () => {
    const { asks, holds, breaks } = help('A03');
    expect(asks[0]).toBe('用于收入支出决算总表：');
    expect(holds).toBe(
      '收入·总计 100.00；本年收入合计 80.00 ＋ 使用非财政拨款结余 15.50 ＋ 年初结转和结余 4.50，相加得 100.00。',
    );
    expect(breaks).toContain('收入·总计 91.00；');
    expect(breaks).toMatch(/少 9\.00。$/);
    expect(help('A09').asks.join()).toContain('各类之和');
  });

  it('版本与安装包一致', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(VERSION).toBe(version);
  });
});

describe('年度和地区', () => {
  it.each([
    ['2024', ''],
    ['', ''],
    ['21', '请写四位年度，例如 2021。'],
    ['202', '请写四位年度，例如 2024。'],
    ['1899', '没有 1899 年度的规程，请写决算的年度，例如 2024。'],
    ['二〇二四', '请写四位年度，例如 2024。'],
  ])('年度“%s”', (text, problem) => expect(yearProblem(text)).toBe(problem));

  it('地区', () => {
    expect(placeProblem('武汉', CATALOGUE.regionNamed)).toBe('');
    expect(placeProblem('某某', CATALOGUE.regionNamed)).toContain('不认识这个地区');
  });
});

describe('多个单位', () => {
  it('逐个核对；打不开的说原因；汇总与各单位之和核对', async () => {
    expect(['甲.xlsx', '~$甲.xlsx', '.乙.xlsx', '说明.docx'].filter(isWorkbook)).toEqual([
      '甲.xlsx',
    ]);
    const one = await unitBookOf('甲.xlsx', file('hanyang-2021'), CATALOGUE, {});
    expect(one.review!.counts.exact).toBeGreaterThan(200);
    const bad = await unitBookOf('坏.xlsx', new Uint8Array([1, 2, 3]), CATALOGUE, {});
    expect(bad.problem).toMatch(/[\u4e00-\u9fff]{4}/);
    const book = openBook(await sample('hanyang-2021'), CATALOGUE);
    const same = summedBy(book, [one]);
    expect(same.exact).toBeGreaterThan(50);
    expect(same.told.filter((f) => f.verdict === 'broken')).toEqual([]);
    const twice = summedBy(book, [one, one]);
    expect(twice.told.some((f) => f.rule === 'B20' && f.verdict === 'broken')).toBe(true);
  });
});
