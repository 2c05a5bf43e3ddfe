// One engine: what a cell formula gives for a target, an actual and a weight is what the pane proposes for
// the row, and where one cannot say the other cannot either.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { toDouble } from '../../src/measure/exact.ts';
import { openBook } from '../../src/review/book.ts';
import { performanceOf } from '../../src/review/performance.ts';
import { typedTable } from '../support/evaluation/typed.ts';

type Functions = typeof import('../../functions/functions.ts');
let gj: Functions;

beforeAll(async () => {
  gj = await import('../../functions/functions.ts');
});

const PRESETS = ['全国', '武汉', '通用', '广西', '湖南'];

/** What the pane would fill in; undefined where it leaves it to people. */
function proposed(target: string, actual: string, weight: number, preset: string) {
  const table = typedTable(`2023年度路灯养护经费项目支出绩效自评表
（单位：万元）
项目名称 | 路灯养护经费
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 甲项工作 | ${target} | ${actual} | ${weight} | `);
  const { proposals } = performanceOf(openBook(table, CATALOGUE, { preset }));
  const own = proposals.find((p) => p.address === 'G5');
  return own && toDouble(own.value);
}

/** What the formula gives; undefined for an error. */
function given(target: string, actual: string, weight: number, preset: string) {
  try {
    return gj.indicatorScoreOf(target, actual, weight, preset);
  } catch {
    return undefined;
  }
}

const number = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map(String),
  fc.integer({ min: 1, max: 4000 }).map((n) => (n / 10).toFixed(1)),
);
const unit = fc.constantFrom('', '次', '万元', '%', '件', '天', '公里');
const before = fc.constantFrom('', '≥', '≤', '=', '不少于', '不超过', '降低', '缩短', '增长', '约');
const after = fc.constantFrom('', '', '', '以上', '以内');
const bound = fc.tuple(before, number, unit, after).map((parts) => parts.join(''));
const word = fc.constantFrom('达成', '部分达成', '完成', '规范有序', '优', '及时', '/', '不适用');
const date = fc.constantFrom('6月30日前', '年底前', '2023年9月', '7月', '2024年1月5日', '第三季度');
const range = fc.tuple(number, number, unit).map(([a, b, u]) => `${a}~${b}${u}`);
const several = fc.tuple(bound, bound).map((parts) => parts.join('；'));
const targets = fc.oneof({ weight: 6, arbitrary: bound }, word, date, range, several);
const actuals = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(number, unit).map((p) => p.join('')) },
  bound,
  word,
  date,
  fc.tuple(number, unit, number, unit).map(([a, u, b, v]) => `${a}${u}；${b}${v}`),
);

describe('函数与窗格同一套算法', () => {
  it.each(PRESETS)('%s', (preset) => {
    fc.assert(
      fc.property(targets, actuals, fc.integer({ min: 1, max: 40 }), (target, actual, weight) => {
        expect(given(target, actual, weight, preset)).toBe(
          proposed(target, actual, weight, preset),
        );
      }),
      { numRuns: 150 },
    );
  });

  // A change in the words of its target, and a count that recurs over the year, are scored by both.
  it.each([
    ['降低5%', '降低6%', 10],
    ['缩短2天', '1天', 5],
    ['每季度1次', '4次', 10],
  ])('目标 %s 完成 %s：%i 分', (target, actual, points) => {
    expect(given(target, actual, 10, '全国')).toBe(points);
    expect(proposed(target, actual, 10, '全国')).toBe(points);
  });

  it.each([
    ['优', '尚可'],
    ['规范有序', '基本规范'],
  ])('目标 %s 完成 %s：都不猜', (target, actual) => {
    expect(given(target, actual, 10, '全国')).toBeUndefined();
    expect(proposed(target, actual, 10, '全国')).toBeUndefined();
  });
});
