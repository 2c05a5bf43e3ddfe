// No rule of scoring without effect: for every id there is a table about which a preset with it says, or
// proposes, something else than the same preset without it.

import { describe, expect, it } from 'vitest';
import { CATALOGUE, type Catalogue } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { toText } from '../../src/measure/exact.ts';
import { openBook } from '../../src/review/book.ts';
import { readOwnRules } from '../../src/review/own-rules.ts';
import { performanceOf } from '../../src/review/performance.ts';
import { review } from '../../src/review.ts';
import { openScores, resultOf } from '../../src/scoring/propose.ts';
import { typedTable } from '../support/evaluation/typed.ts';
import { sample } from '../support/samples.ts';

interface Scene {
  readonly table: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  /** Rules of the same object that come first in the base have to go. */
  readonly against?: string;
}

const MONEY = ['100', '80', '10', '80%', '8'] as const;
/** A table of one project: execution as given, and rows 一级 | 二级 | 三级 | 目标 | 完成 | 分值 | 得分 | 原因. */
function project(rows: readonly string[], money: readonly string[] = MONEY, more = ''): string {
  return [
    '2023年度路灯养护经费项目支出绩效自评表',
    '（单位：万元）',
    '项目名称 | 路灯养护经费',
    '项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
    ` | 年度资金总额 | 50 | ${money[0]} | ${money[1]} | ${money[2]} | ${money[3]} | ${money[4]}`,
    '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 扣分 | 原因',
    ...rows,
    ...(more ? [more] : []),
  ].join('\n');
}
/** A row about which nothing is wrong. */
const ROW = '产出指标 | 数量指标 | 巡查次数 | ≥10次 | 10次 | 90 | 90';
const row = (text: string) => `产出指标 | 数量指标 | ${text}`;
const one = (text: string): Scene => ({ table: [project([row(text)])] });
const money = (...values: string[]): Scene => ({ table: [project([ROW], values)] });
const OVERALL = `2023年度部门整体支出绩效自评表
单位名称 | 市路灯管理处
 | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
 | 部门整体支出总额 | 100 | 90 | 10 | 90% | 9
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 养护路灯 | ≥100盏 | 120盏 | 90 | 90
总分 | | | | | 100 | 99`;
const SCHEME = (execution: string, ...weights: string[]): Scene => ({
  table: [
    project(
      ['产出指标 | 数量指标', '效益指标 | 社会效益指标', '满意度指标 | 满意度指标'].map(
        (level, i) => `${level} | 指标${i + 1}号 | ≥1次 | 1次 | ${weights[i]} | ${weights[i]}`,
      ),
      ['100', '80', execution, '80%', '8'],
    ),
  ],
});

/** For every rule a table on which it matters. */
const SCENES: Readonly<Record<string, Scene>> = {
  SG1: {
    table: [project([row('养护次数 | ≥10次 | 10次 | 90 | 90')], MONEY, '总分 | | | | | 100 | 97')],
  },
  SG2: {
    table: [
      OVERALL,
      project([row('养护次数 | ≥10次 | 10次 | 90 | 90')], MONEY, '总分 | | | | | 100 | 98'),
    ],
  },
  SG3: {
    table: [
      OVERALL,
      project([row('养护次数 | ≥10次 | 10次 | 90 | 90')], MONEY, '总分 | | | | | 100 | 98'),
    ],
    against: 'SG2',
  },
  SG4: {
    table: [project([ROW]), '补充资料\n项目 | 数值 | 单位 | 说明（原因）\n绩效·项目数 | 3 | 个 |'],
  },
  SG5: {
    table: [
      project(
        [row('养护次数 | ≥10次 | 10次 | 90 | 90')],
        MONEY,
        '总分 | | | | | 100 | 98\n自评等级 | 良',
      ),
    ],
  },
  SL1: { ...one('养护规范 | 规范有序 | 部分达成 | 10 | 5.5'), against: 'SL2' },
  SL2: { ...one('养护规范 | 规范有序 | 部分达成 | 10 | 5.5'), against: 'SL1' },
  SL3: { ...one('养护质量 | 优 | 良 | 10 | 9.5'), against: 'SL2' },
  SL4: {
    table: [
      project(
        [row('养护规范 | 规范有序 | 达成 | | '), row('养护次数 | ≥10次 | 10次 | 90 | 90')],
        MONEY,
        '总分 | | | | | 100 | 98',
      ),
    ],
    against: 'SL5',
  },
  SL5: { ...one('养护规范 | 规范有序 | 部分达成 | 10 | 9.5'), against: 'SL2' },
  SO1: { ...one('养护次数 | ≥10次 | 20次 | 10 | 10'), against: 'SO5' },
  SO2: one('养护次数 | ≥10次 | 20次 | 10 | '),
  SO3: one('养护次数 | ≥10次 | 20次 | 10 | 10 | | '),
  SO4: one('养护次数 | ≥10次 | 20次 | 10 | 10 | | '),
  SO5: one('养护次数 | ≥10次 | 15次 | 10 | 10'),
  SO6: {
    ...one('养护次数 | ≥10次 | 20次 | 10 | 10'),
    parameters: { 第一档扣减: '10%', 第二档扣减: '20%' },
  },
  SO7: { ...one('养护成本 | ≤100元 | 40元 | 10 | 10 | | '), parameters: {}, against: 'SO3' },
  SQ1: { ...one('养护次数 | ≥100次 | 90次 | 10 | 9'), against: 'SQ9' },
  SQ2: { ...one('停电次数 | ≤10次 | 15次 | 10 | 6.67'), against: 'SQ3' },
  SQ3: { ...one('停电次数 | ≤10次 | 15次 | 10 | 6.67'), against: 'SQ2' },
  SQ4: { ...one('养护次数 | =10次 | 8次 | 10 | 7'), against: 'SQ5' },
  SQ5: { ...one('养护次数 | =10次 | 8次 | 10 | 7'), against: 'SQ4' },
  SQ6: one('停电次数 | 0次 | 1次 | 10 | 10'),
  SQ7: one('净增路灯 | ≥10盏 | -1盏 | 10 | '),
  SQ8: { ...one('养护间隔 | 3~5天 | 6天 | 10 | 8.33'), against: 'SQ19' },
  SQ9: { ...one('养护次数 | ≥100次 | 96次 | 10 | 9.6'), against: 'SQ1' },
  SQ10: one('亮灯率 | 较上年提高 | 较上年提高 | 10 | '),
  SQ11: { ...one('完工时间 | 6月30日前 | 7月30日 | 10 | 8'), against: 'SQ18' },
  SQ12: { ...one('会议和检查 | ≥10次；≥20次 | 10次；10次 | 10 | 7.5'), against: 'SQ17' },
  SQ13: {
    table: [
      project([row('养护次数 | ≥10次 | 10次 | 10 | 5 | ')])
        .replace('扣分 | 原因', '得分系数(%) | 原因')
        .replace('| 10 | 5 | ', '| 10 | 5 | 60'),
    ],
  },
  SQ14: {
    table: [
      project(
        [row('养护次数 | ≥10次 | 10次 | 60 | 60'), row('新装路灯 | ≥5盏 | 不适用 | 30 | ')],
        MONEY,
        '总分 | | | | | 100 | 68',
      ),
    ],
  },
  SQ15: { table: [project(['成本指标 | 经济成本指标 | 养护成本 | / | 已控制 | 20 | 20'])] },
  SQ16: one('养护次数 | ≥10次 | 8次 | 10 | 7 | 1'),
  SQ17: { ...one('会议和检查 | ≥10次；≥20次 | 10次；10次 | 10 | 7.5'), against: 'SQ12' },
  SQ18: { ...one('完工时间 | 6月30日前 | 7月30日 | 10 | 8'), against: 'SQ11' },
  SQ19: { ...one('养护间隔 | 3~5天 | 6天 | 10 | 8.33'), against: 'SQ8' },
  SQ20: { ...one('完工时间 | 6月30日前 | 7月30日 | 10 | 8'), against: 'SQ18' },
  SQ21: one('完工时间 | 6月30日前；9月30日前 | 6月1日；10月8日 | 10 | 7'),
  SQ22: { ...one('停电次数 | ≤10次 | 12次 | 10 | 9'), against: 'SQ2' },
  SW1: SCHEME('10', '40', '40', '10'),
  SW2: SCHEME('10', '40', '40', '10'),
  SW3: SCHEME('10', '40', '40', '10'),
  SW4: SCHEME('10', '40', '40', '10'),
  SW5: SCHEME('10', '40', '40', '10'),
  SW6: SCHEME('10', '40', '30', '10'),
  SW7: SCHEME('10', '40', '40', '10'),
  SW8: SCHEME('10', '40', '30', '10'),
  SX1: { ...money('100', '75', '10', '75%', '7.5'), against: 'SX3' },
  SX2: { ...money('100', '80.57', '10', '80.57%', '8.06'), against: 'SX1' },
  SX3: { ...money('100', '75', '10', '75%', '7.5'), against: 'SX1' },
  SX4: { ...money('100', '88', '10', '88%', '8.8'), against: 'SX1' },
  SX5: { ...money('100', '75', '10', '75%', '7.5'), against: 'SX1' },
  SX6: {
    table: [
      project([ROW], ['100', '80', '10', '80%', '8']).replace(
        '执行率 | 得分',
        '执行率 | 得分 | 原因',
      ),
    ],
  },
  SX7: money('100', '120', '10', '120%', '10'),
  SX8: money('0', '4.1', '10', '100%', '10'),
  SX9: { ...money('100', '40', '10', '40%', '4'), against: 'SX10' },
  SX10: { ...money('100', '40', '10', '40%', '4'), against: 'SX9' },
};

const { rules } = CATALOGUE.scoring;

function catalogueWith(preset: object): Catalogue {
  const own = readOwnRules(JSON.stringify({ presets: [{ id: '试', ...preset }] }), CATALOGUE);
  if (!own.ok) throw new Error(own.problems.join('\n'));
  return own.catalogue;
}

/** What is said of a table and proposed for it. */
function saidOf(snapshot: Snapshot, catalogue: Catalogue): string[] {
  const { findings } = review(snapshot, catalogue);
  const { proposals, cases } = performanceOf(openBook(snapshot, catalogue));
  return [
    ...findings.map((f) => `${f.rule} ${f.verdict} ${f.severity} ${f.expected ?? ''}`),
    ...proposals.map((p) => `建议 ${p.address} ${toText(p.value)}`),
    ...cases.flatMap((c) => openScores(c).map((o) => `待评 ${o.address} ${o.why}`)),
    ...cases.map((c) => `等级 ${resultOf(c).grade ?? ''}`),
  ].sort();
}

describe('计分办法都起作用', () => {
  it.each(rules.map((r) => r.id))('%s', (id) => {
    const scene = SCENES[id];
    expect(scene, '还没有例子').toBeDefined();
    const { table, parameters = {}, against } = scene!;
    const snapshot = typedTable(...table);
    const base = rules.filter((r) => r.for === rules.find((x) => x.id === id)!.for && r.id !== id);
    const without = base.map((r) => r.id).filter((x) => x !== against);
    const rest = against ? [against] : [];
    const withIt = catalogueWith({ rules: [id, ...rest], without, parameters });
    const other = catalogueWith({ rules: rest, without: [...without, id], parameters });
    expect(saidOf(snapshot, withIt)).not.toEqual(saidOf(snapshot, other));
  });
});

/** What runs of a check is what its head says: the relation made another, another verdict comes of it. */
const OTHERWISE: Readonly<Record<string, readonly [RegExp, string]>> = {
  S01: [/= Σ资金来源/, '= Σ资金来源 + 1'],
  S02: [/÷ 预算数/, '÷ 预算数 + 1'],
  S03: [/≤ 预算数/, '≤ 预算数 - 1000000'],
  S05: [/= 应有权重/, '= 应有权重 + 1'],
  S06: [/≤ 权重/, '≤ 权重 - 1000'],
  S15: [/表3\.合计·本年支出合计/, '表3.合计·本年支出合计 + 1'],
  S17: [/≤ 表3\.合计·项目支出/, '≤ 表3.合计·项目支出 - 1000000'],
};

describe('绩效核对说的就是所核对的', () => {
  it.each(Object.keys(OTHERWISE))('%s 的算式改了，结论跟着改', async (id) => {
    const [from, to] = OTHERWISE[id]!;
    const checks = CATALOGUE.scoring.checks.map((c) =>
      c.id === id ? { ...c, says: c.says!.replace(from, to), or: [] } : c,
    );
    const books = await Promise.all(['自评-食堂', 'hanyang-2021'].map(sample));
    const broken = (catalogue: Catalogue): string[] =>
      books
        .flatMap((book) => review(book, catalogue).findings)
        .filter((f) => f.rule === id && f.verdict === 'broken')
        .map((f) => f.message);
    const other = { ...CATALOGUE, scoring: { ...CATALOGUE.scoring, checks } };
    expect(broken(other)).not.toEqual(broken(CATALOGUE));
  });
});
