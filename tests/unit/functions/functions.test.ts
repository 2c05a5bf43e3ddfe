// Custom functions by their vectors: results to the last digit, and errors as Excel shows them.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FunctionError } from '../../../functions/arguments.ts';

type Functions = typeof import('../../../functions/functions.ts');
let gj: Functions;

beforeAll(async () => {
  gj = await import('../../../functions/functions.ts');
});

/** The result, or the error as the cell shows it. */
function told(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    return error.shown;
  }
}
function reason(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

/** How an Excel hands over an empty cell. */
const HOSTS = [
  ['桌面版', true, 0],
  ['网页版', false, null],
] as const;
const on = async (asZero: boolean) =>
  (await import('../../../functions/arguments.ts')).blanksComeAsZero(asZero);
afterEach(() => on(false));

describe.each(HOSTS)('%s', (_, asZero) => {
  beforeEach(() => on(asZero));
  describe('EXECRATE', () => {
    it.each([
      [53.85, 43.36, 4, 0.8052],
      [39, 25.54, 4, 0.6549],
      [837.33, 868.6, 4, 1.0373],
      [35, 29.45, 4, 0.8414],
      [3, 3, undefined, 1],
      [100, 33.3, undefined, 0.333],
      [0, 4.1, undefined, '#DIV/0!'],
      ['—', 4.1, undefined, '#VALUE!'],
      [10, '待定', undefined, '#VALUE!'],
      [null, 4.1, undefined, '#DIV/0!'],
    ])('预算 %s 执行 %s', (budget, actual, decimals, expected) => {
      expect(told(() => gj.execRate(budget as number, actual as number, decimals))).toBe(expected);
    });
    it.each([
      [2.9, 0.33],
      [0, 0],
      [-1, '#VALUE!'],
      [400, '#VALUE!'],
    ])('小数位数 %s', (decimals, expected) => {
      expect(told(() => gj.execRate(3, 1, decimals))).toBe(expected);
    });
    it.each([
      ['53.85', '43.36', 0.8052],
      ['1,000.00', ' ２５０ ', 0.25],
      ['1,00', 1, '#VALUE!'],
    ])('文本的数 %s、%s', (budget, actual, expected) => {
      expect(told(() => gj.execRate(budget, actual, 4))).toBe(expected);
      expect(gj.execScore('80.52%', 20)).toBe(16.1);
    });
    it('说出不是数字的是哪个', () => {
      expect(reason(() => gj.execRate('—' as never, 1))).toContain('预算数是“—”，不是数字');
    });
  });

  describe('CHECKTOTAL 与 TOTALDIFF', () => {
    const parts = [[0.1], [0.2], [null], ['']];
    it.each([
      [0.3, parts, undefined, true, 0],
      [0.31, parts, undefined, false, 0.01],
      [0.31, parts, 2, true, 0.01],
      [0.33, parts, 2, false, 0.03],
      [837.39, [[837.33, 0.06]], undefined, true, 0],
      [-5, [[-2], [-3]], undefined, true, 0],
    ])('%s', (total, list, decimals, holds, gap) => {
      expect(gj.checkTotal(total, list as unknown[][], decimals)).toBe(holds);
      expect(gj.totalDiff(total, list as unknown[][])).toBe(gap);
    });
    it('整列：表头、横线、空格跳过，数下面的文字不跳过', () => {
      const column = [['决算数'], ['（万元）'], [1], [null], ['—'], [2], ['']];
      expect(gj.checkTotal(3, column)).toBe(true);
      expect(gj.totalDiff(3, [['合计', 1, 2]])).toBe(0);
      const labelled = [
        ['项目', '金额'],
        ['甲', 1],
        ['乙', '2.5'],
        ['丙', '－'],
      ];
      expect(gj.totalDiff(3.5, labelled)).toBe(0);
      expect(told(() => gj.totalDiff(3, [...column, ['12.3.4']]))).toBe('#VALUE!');
      const scores = [['得分'], [90], ['—'], [80]];
      expect(gj.weightedScore(scores, [['资金'], [1], ['—'], [3]])).toBe(82.5);
      expect(told(() => gj.weightedScore(scores, [['资金'], [1], [2], [3]]))).toBe('#VALUE!');
    });
    it('文字不当作零', () => {
      expect(told(() => gj.checkTotal(1, [[1], ['无']]))).toBe('#VALUE!');
    });
  });

  describe('SHARE 与 GROWTH', () => {
    it.each([
      [837.33, 838.78, 4, 0.9983],
      [1, 3, 2, 0.33],
      [1, 0, undefined, '#DIV/0!'],
    ])('占比 %s / %s', (part, whole, decimals, expected) => {
      expect(told(() => gj.shareOf(part, whole, decimals))).toBe(expected);
    });
    it.each([
      [838.78, 758.69, 4, 0.1056],
      [90, 100, undefined, -0.1],
      [50, -100, undefined, 1.5],
      [1, 0, undefined, '#DIV/0!'],
    ])('增长 %s 比 %s', (current, previous, decimals, expected) => {
      expect(told(() => gj.growthOf(current, previous, decimals))).toBe(expected);
    });
  });

  describe('TOWANYUAN 与 CHINESEAMOUNT', () => {
    it.each([
      [8373345, undefined, 837.33],
      [8373350, undefined, 837.34],
      [-8373350, undefined, -837.34],
      [1234, 4, 0.1234],
    ])('%s 元', (yuan, decimals, expected) => {
      expect(gj.toWanYuan(yuan, decimals)).toBe(expected);
    });
    it.each([
      [0, '零元整'],
      [1.05, '壹元零伍分'],
      [10010, '壹万零壹拾元整'],
      [8373300.5, '捌佰叁拾柒万叁仟叁佰元伍角整'],
      [-20, '负贰拾元整'],
      [100000000, '壹亿元整'],
    ])('%s 大写', (yuan, words) => {
      expect(gj.chineseAmountOf(yuan)).toBe(words);
    });
  });

  describe('WEIGHTEDSCORE', () => {
    it('按资金加权', () => {
      const scores = [[96.1], [96.83], [93.1], [100], [97.17]];
      const money = [[53.85], [35], [39], [3], [3]];
      expect(Math.round(gj.weightedScore(scores, money) * 100) / 100).toBe(95.53);
    });
    it('个数不等、资金全为零', () => {
      expect(told(() => gj.weightedScore([[1], [2]], [[1]]))).toBe('#VALUE!');
      expect(told(() => gj.weightedScore([[1]], [[0]]))).toBe('#DIV/0!');
    });
    it('空格不会错位', () => {
      expect(gj.weightedScore([[90], [''], [80]], [[10], [''], [10]])).toBe(85);
      expect(told(() => gj.weightedScore([[90], [''], [80]], [[10], [20], ['']]))).toBe('#VALUE!');
      expect(reason(() => gj.weightedScore([[90], ['']], [[10], [20]]))).toContain(
        '第 2 个得分没有填',
      );
    });
  });

  describe('INDICATORSCORE', () => {
    it.each([
      ['100 件以内', '49', 10, undefined, 10],
      ['1000', '1937', 10, undefined, 10],
      ['0起', '0起', 10, undefined, 10],
      ['0起', '1起', 10, undefined, 0],
      ['≥95%', '90%', 10, undefined, 9.47],
      ['≤3次', '4次', 10, undefined, 7.5],
      ['≤3次', '4次', 10, '线性', 6.67],
      ['≤3次', '6次', 10, undefined, 5],
      ['≤3次', '6次', 10, '线性', 0],
      ['合格', '合格', 10, undefined, '#N/A'],
      ['普发性文件100 件以内、全区性会议 27 次以内', '文件 49 件、会议 17 次', 10, undefined, 10],
      ['≥95%', '90%', 10, '全有全无', 0],
      ['100件', '50次', 10, undefined, '#VALUE!'],
      ['降低5%', '降低6%', 10, undefined, 10],
      ['降低5%', '降低5%', 10, undefined, 10],
      ['降至5%', '6%', 10, undefined, 8.33],
      ['缩短2天', '缩短3天', 10, undefined, 10],
      ['较上年降低5%', '较上年降低4%', 10, undefined, 8],
      ['100%', '3/3', 10, undefined, 10],
      ['48次', '48/48', 10, undefined, 10],
      ['每季度1次', '4次', 10, undefined, 10],
      ['每季度1次', '1次', 10, undefined, '#VALUE!'],
      ['每季度1次', '每季度1次', 10, undefined, 10],
    ])('%s / %s', (target, actual, weight, rule, expected) => {
      expect(told(() => gj.indicatorScoreOf(target, actual, weight, rule))).toBe(expected);
    });
    it('指定方向、不认识的计分办法', () => {
      expect(gj.indicatorScoreOf('10', '12', 10, undefined, '≤')).toBe(8.33);
      expect(reason(() => gj.indicatorScoreOf('10', '12', 10, '随意'))).toContain(
        '没有“随意”这种计分办法',
      );
      expect(reason(() => gj.indicatorScoreOf('合格', '合格', 10))).toContain('8');
    });
  });

  describe('INDICATORSCORE 的百分数单元格', () => {
    it.each([
      ['≥95%', 0.96, 10],
      ['≥95%', 0.9, 9.47],
      ['95%', 1, 10],
      ['≤5%', 0.1, 5],
      ['≥90%', 85, 9.44],
      ['≥100%', 1.2, '#VALUE!'],
      ['≥95%', '0.96', '#VALUE!'],
      ['≥0.5%', 0.4, 8],
      ['3场', 1, 3.33],
    ])('目标 %s 完成 %s', (target, actual, expected) => {
      expect(told(() => gj.indicatorScoreOf(target, actual, 10))).toBe(expected);
    });
  });

  describe('INDICATORSCORE 按预设', () => {
    it.each([
      ['≤3次', '4次', 10, '通用', 6.67],
      ['≤3次', '4次', 10, '全国', 7.5],
      ['≤10', '15', 10, '武汉', 6.67],
      ['≤10', '15', 10, '线性', 5],
      ['≤10', '20', 10, '武汉', 5],
      ['≤10', '20', 10, '通用', 0],
      ['=100%', '110%', 10, '全国', 10],
      ['=0', '1', 10, '全国', 0],
      ['≥50', '-3', 10, '全国', 0],
      ['50%~60%', '55%', 10, '全国', 10],
      ['50%~60%', '45%', 10, '全国', 9],
      ['±10%', '-8%', 10, '全国', 10],
      ['12月31日前', '11月15日', 10, '全国', 10],
      ['6月底前', '7月2日', 10, '全国', 0],
      ['≤2万元', '15000元', 10, '全国', 10],
      ['≥2公里', '1500米', 10, '全国', 7.5],
      ['较上年增长5%', '较上年增长4%', 10, '全国', 8],
      ['≥266米', '≥266米', 10, '全国', '#VALUE!'],
      ['290%', '100%', 10, '全国', '#VALUE!'],
      ['合格', '部分达成', 10, '全国', '#N/A'],
      ['≥90%', '100%', 10, '广西', 10],
    ])('%s / %s / %s 分 / %s', (target, actual, weight, rule, expected) => {
      expect(told(() => gj.indicatorScoreOf(target, actual, weight, rule))).toBe(expected);
    });
    it('定性的档次说出分值区间', () => {
      expect(reason(() => gj.indicatorScoreOf('合格', '部分达成', 10, '武汉'))).toContain('5–8 分');
      expect(reason(() => gj.indicatorScoreOf('合格', '部分达成', 10, '全国'))).toContain('6–8 分');
      expect(reason(() => gj.indicatorScoreOf('合格', '未达成', 10, '全国'))).toContain('0–6 分');
    });
  });

  describe('EXECSCORE', () => {
    it.each([
      [0.8052, 20, undefined, 16.1],
      [1.0373, 20, undefined, 20],
      [37.24 / 43.2, 10, '全国', 8.62],
      [0.8413, 20, '武汉', 16.83],
      [0, 20, undefined, asZero ? '#N/A' : 0],
      [0.85, 10, '湖南', 8],
      ['—', 20, undefined, '#VALUE!'],
      [0.8, 20, '随意', '#VALUE!'],
      [1.5, 20, undefined, 20],
      [80.52, 20, undefined, '#VALUE!'],
      [-0.1, 20, undefined, '#VALUE!'],
      ['', 20, undefined, '#VALUE!'],
    ])('%s × %s（%s）', (rate, weight, rule, expected) => {
      expect(told(() => gj.execScore(rate as number, weight, rule))).toBe(expected);
    });
  });

  describe('QUALSCORE', () => {
    it.each([
      [10, '达成', undefined, 8],
      [10, '部分达成', undefined, 5],
      [10, '未达成', undefined, 0],
      [10, '达成', 0.95, 9.5],
      [10, '部分达成', 0.9, '#VALUE!'],
      [10, '很好', undefined, '#VALUE!'],
    ])('%s 分 %s %s', (weight, level, share, expected) => {
      expect(told(() => gj.qualScore(weight, level, share))).toBe(expected);
    });
  });

  describe('SCOREGRADE', () => {
    it.each([
      [96.1, undefined, '优'],
      [90, undefined, '优'],
      [89.995, undefined, '良'],
      [80, undefined, '良'],
      [79.99, undefined, '中'],
      [59.99, undefined, '差'],
      [0, undefined, asZero ? '#N/A' : '差'],
      [86, [[85], [75], [60]], '优'],
      ['', undefined, '#VALUE!'],
      [null, undefined, '#VALUE!'],
      [' ', undefined, '#VALUE!'],
    ])('%s %s', (score, bounds, expected) => {
      expect(told(() => gj.scoreGrade(score as number, bounds as number[][]))).toBe(expected);
    });
  });

  describe('TARGET', () => {
    it('每一部分一行', () => {
      expect(gj.targetOf('普发性文件100 件以内、全区性会议 27 次以内')).toEqual([
        ['≤', 100, '件', 'suffix'],
        ['≤', 27, '次', 'suffix'],
      ]);
      expect(gj.targetOf('≥95%')).toEqual([['≥', 95, '%', 'written']]);
      expect(gj.targetOf('合格')[0]?.[0]).toBe('定性');
      expect(gj.targetOf('2021年12月底前')[0]?.slice(0, 2)).toEqual(['日期', '2021年12月31日前']);
    });
  });
});

describe('没有填的不计分', () => {
  it.each(HOSTS)('%s', async (_, asZero, blank) => {
    await on(asZero);
    // biome-ignore lint/suspicious/noExplicitAny: what a grid hands over
    const nothing = blank as any;
    const errors = [
      told(() => gj.indicatorScoreOf(nothing, '0起', 10)),
      told(() => gj.indicatorScoreOf('0起', nothing, 10)),
      told(() => gj.indicatorScoreOf('≥95%', nothing, 10)),
      told(() => gj.indicatorScoreOf('≤3次', nothing, 10)),
      told(() => gj.indicatorScoreOf('≥95%', '96%', nothing)),
      told(() => gj.execScore(nothing, 20)),
      told(() => gj.execScore(0.8, nothing)),
      told(() => gj.scoreGrade(nothing)),
      told(() => gj.qualScore(nothing, '达成')),
      told(() => gj.weightedScore([[90], [nothing]], [[10], [20]])),
    ];
    for (const error of errors) expect(error).toMatch(/^#(?:N\/A|VALUE!)$/);
  });
  it('桌面版：说出分不清的是哪个；写成文本的 0 是 0', async () => {
    await on(true);
    expect(reason(() => gj.indicatorScoreOf('≤3次', 0, 10))).toContain(
      '实际完成值是 0，还是没有填',
    );
    expect(gj.indicatorScoreOf('≤3次', '0', 10)).toBe(10);
    expect(gj.scoreGrade('0')).toBe('差');
    expect(gj.execScore('0', 20)).toBe(0);
  });
  it('网页版：0 就是 0', async () => {
    await on(false);
    expect(gj.indicatorScoreOf('≤3次', 0, 10)).toBe(10);
    expect(gj.scoreGrade(0)).toBe('差');
    expect(gj.weightedScore([[90], [0]], [[10], [20]])).toBe(30);
  });
  it('有钱没有分的、有分没有钱的：权重为 0 的不影响', async () => {
    await on(true);
    expect(gj.weightedScore([[90], [80]], [[10], [0]])).toBe(90);
  });
});
