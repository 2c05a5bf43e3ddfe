// Targets and actuals met in print, each with what it means; and the way back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { toText } from '../../../src/measure/exact.ts';
import { parseActual as actualRead } from '../../../src/scoring/target/actual.ts';
import { parseTarget as targetRead } from '../../../src/scoring/target/parse.ts';
import {
  type Hints,
  meaningOf,
  printTarget,
  type ScoringTarget,
} from '../../../src/scoring/target/target.ts';
import { targetVocabulary } from '../../../src/scoring/target/words.ts';

const words = targetVocabulary(CATALOGUE.scoring.targets);
const parseTarget = (text: string, hints?: Hints): readonly ScoringTarget[] =>
  targetRead(text, words, hints);
const parseActual = (
  text: string,
  wanted: readonly ScoringTarget[],
  hints?: Hints,
): ScoringTarget[] => actualRead(text, wanted, words, hints);

/** `≥ 95 % written` — direction, bound (or lo..hi, or word, or date), unit, source where it matters. */
function told(t: ScoringTarget): string {
  const value =
    t.direction === '区间'
      ? `${toText(t.bound!)}..${toText(t.upper!)}`
      : t.direction === '定性'
        ? (t.quality ?? '')
        : t.direction === '日期'
          ? [t.due?.from, t.due?.due]
              .filter((d) => d !== undefined)
              .map((d) => [d.year, d.month, d.day].filter((x) => x !== undefined).join('-'))
              .join('..')
          : `${t.trend ?? ''}${t.bound ? toText(t.bound) : ''}`;
  const source = ['定性', '日期', '区间', '趋势', '无'].includes(t.direction) ? '' : t.source;
  const doubts = t.doubts.map((d) => `!${d.kind}${d.suggested ? `=${d.suggested}` : ''}`).join('');
  return [t.direction, value, t.unit, source, doubts].filter(Boolean).join(' ');
}

type Example = readonly [input: string, expected: string, hints?: Hints];

const TARGETS: readonly Example[] = [
  ['100 件以内', '≤ 100 件 suffix'],
  ['27 次以内', '≤ 27 次 suffix'],
  ['普发性文件100 件以内、全区性会议 27 次以内', '≤ 100 件 suffix | ≤ 27 次 suffix'],
  ['1000', '≥ 1000 default', { name: '互联网计算机检查数量' }],
  ['1次', '≥ 1 次 default'],
  ['九成五', '≥ 95 % default'],
  ['前3名', '≤ 3 名 written'],
  ['600件', '≥ 600 件 default', { name: '办理法律援助案件' }],
  ['90%', '≥ 90 % default', { name: '案件评查优良率' }],
  ['2起', '≤ 2 起 name', { name: '重大刑事案件发生数' }],
  ['1个', '≥ 1 个 default'],
  ['0起', '≤ 0 起 name', { name: '重大泄密事件' }],
  ['100%', '≥ 100 % default'],
  ['督办落实率100%', '≥ 100 % default', { name: '督办' }],
  ['督办落实率100%', '≥ 100 % default', { name: '督办落实率' }],
  ['档案执法检查合格', '定性 合格', { name: '档案执法' }],
  ['合格', '定性 合格'],
  ['完成1部宣传片,2套方案', '≥ 1 部 default | ≥ 2 套 default'],
  ['通过', '定性 通过'],
  [
    '6月份完成宣传片制作;9月份完成文本;11月完成专家评审',
    '日期 6-30 | 日期 9-30 | 日期 11-30',
    { level2: '时效指标' },
  ],
  ['200万', '≤ 200 万元 level-2', { level2: '成本指标' }],
  ['满意', '定性 满意'],
  ['统筹海绵城市项目谋划', '定性', { name: '统筹海绵城市项目谋划' }],
  ['20000', '≥ 20000 万美元 default', { name: '服务外包在岸(万美元)' }],
  ['98%以上', '≥ 98 % suffix'],
  ['90%', '≥ 90 % default', { name: '预算资金执行率' }],
  ['是否利于企业走出去', '定性 是'],
  ['≥50个', '≥ 50 个 written'],
  ['≥100百分比', '≥ 100 % written'],
  ['≤90万元', '≤ 90 万元 written'],
  ['严格执行相关制度规定', '定性 严格'],
  ['在项目计划完成时间内完成', '定性 完成'],
  ['符合相关规定', '定性 符合'],
  ['效果明显', '定性 明显'],
  ['43.2', '≥ 43.2 万元 default !payment', { name: '工程资金金额', level2: '数量指标' }],
  ['100', '≥ 100 % default', { name: '工程验收合格率', level2: '质量指标' }],
  ['±10%', '区间 -10..10 %', { name: '成本控制率' }],
  ['达标', '定性 达标'],
  ['群众满意率 90%以上', '≥ 90 % suffix'],
  ['=100%', '= 100 % written'],
  ['≤10次', '≤ 10 次 written', { name: '科目调整次数' }],
  ['≤5%', '≤ 5 % written', { name: '结余率' }],
  ['=6万元', '= 6 万元 written'],
  ['≥90%', '≥ 90 % written'],
  ['优良中低差', '定性 优'],
  ['100%', '≤ 100 % name', { name: '财政供养人员控制率' }],
  ['70%', '≥ 70 % default', { name: '预算完成率' }],
  ['3%', '≤ 3 % name', { name: '预算调整率' }],
  ['26次', '≥ 26 次 default !scan=≥6次', { scanned: true }],
  ['2200篇', '≥ 2200 篇 default !scan=≥200篇', { scanned: true }],
  ['2200篇', '≥ 2200 篇 default'],
  ['≥266米', '≥ 266 米 written'],
  ['20万元', '≤ 20 万元 level-2', { name: '项目计划总投资', level2: '成本指标' }],
  ['≥1000人', '≥ 1000 人 written'],
  ['显著提升', '定性 显著'],
  ['0', '≤ 0 % name', { name: '库存粮食明显变质比例' }],
  ['高', '定性 高', { name: '安全性' }],
  ['290%', '≥ 290 % default !scan=≥90%', { name: '轮换完成率' }],
  ['10辆', '≥ 10 辆 default'],
  ['≥80M', '≥ 80 m written'],
  ['优良', '定性 优良'],
  ['2023.07-2024.01', '日期 2023-7-1..2024-1-31', { name: '服务周期' }],
  // Constructed.
  ['不少于 5 次', '≥ 5 次 written'],
  ['不低于 95%', '≥ 95 % written'],
  ['不高于 3%', '≤ 3 % written'],
  ['控制在 10 万元以内', '≤ 10 万元 written'],
  ['超过3家', '> 3 家 written'],
  ['低于2%', '< 2 % written'],
  ['大于等于95%', '≥ 95 % written'],
  ['＞＝９５％', '≥ 95 % written'],
  ['=>95%', '≥ 95 % written'],
  ['≦3次', '≤ 3 次 written'],
  ['50%~60%', '区间 50..60 %'],
  ['3-5 个', '区间 3..5 个'],
  ['12月31日前', '日期 12-31'],
  ['2023年6月底前', '日期 2023-6-30'],
  ['年底前', '日期 12-31'],
  ['上半年', '日期 6-30'],
  ['第三季度', '日期 9-30'],
  ['2021-2022年', '日期 2021-1-1..2022-12-31'],
  ['及时', '定性 及时'],
  ['百分之九十五', '≥ 95 % default'],
  ['九成以上', '≥ 90 % suffix'],
  ['两次', '≥ 2 次 default'],
  ['三十五人', '≥ 35 人 default'],
  ['零', '≤ 0 default'],
  ['较上年增长 5%', '趋势 增长5 %'],
  ['同比下降', '趋势 下降'],
  ['1:2', '= 0.5 比 default'],
  ['长期', '定性 长期'],
  ['100余件', '> 100 件 suffix'],
  ['1,200人次', '≥ 1200 人次 default'],
  ['95%及以上', '≥ 95 % suffix'],
  ['约30场', '≥ 30 场 default !approximate'],
  ['6月底前完成3次培训', '≥ 3 次 default'],
  ['一次性补助', '定性'],
  ['100%', '≥ 100 % default', { name: '投诉办结率' }],
  ['3次', '≥ 3 次 default', { name: '安全事故应急演练次数' }],
  ['2件', '≤ 2 件 name', { name: '有效投诉' }],
  ['5%', '≥ 5 % default', { name: '成本节约率', level2: '成本指标' }],
  ['7万元', '≤ 7 万元 name', { name: '单位建设成本（五）' }],
  ['/', '无 !nothing'],
  ['', '无 !nothing'],
  ['不适用', '无 !nothing'],
];

describe('目标值', () => {
  it.each(TARGETS.map(([input, expected, hints]) => ({ input, expected, hints })))(
    '$input → $expected',
    ({ input, expected, hints }) => {
      expect(parseTarget(input, hints).map(told).join(' | ')).toBe(expected);
    },
  );
  it('名称、余下的文字都留着', () => {
    expect(parseTarget('督办落实率100%')[0]?.remainder).toBe('督办落实率');
    expect(parseTarget('档案执法检查合格')[0]?.remainder).toBe('档案执法检查');
    expect(parseTarget('督办落实率100%', { name: '督办落实率' })[0]?.remainder).toBe('');
  });
  it('没有写明方向的不算确定', () => {
    const confidence = (text: string) => parseTarget(text)[0]?.confidence;
    expect(['≥95%', '95%以上', '95%', '约30场'].map(confidence)).toEqual([
      'sure',
      'sure',
      'assumed',
      'ask',
    ]);
  });
});

const ACTUALS: readonly (readonly [target: string, actual: string, expected: string, Hints?])[] = [
  [
    '普发性文件100 件以内、全区性会议 27 次以内',
    '文件 49 件、会议 17 次',
    '≥ 49 件 default | ≥ 17 次 default',
  ],
  ['1000', '1937', '≥ 1937 default'],
  ['200万', '195.5万元', '≥ 195.5 万元 default'],
  ['20000', '23333.56', '≥ 23333.56 万美元 default', { name: '服务外包在岸(万美元)' }],
  ['≥50个', '50', '≥ 50 个 default'],
  ['满意', '完成', '定性 完成'],
  ['严格执行相关制度规定', '达成预期指标', '定性 达成'],
  ['100%', '92%', '≥ 92 % default'],
  ['≥266米', '≥266米', '≥ 266 米 written !operator'],
  ['100%', '无没有轮换、动用库存', '定性 无 !not-a-number'],
  ['10次', '', '无 !not-a-number'],
  ['≥90%', '93', '≥ 93 % default'],
  ['≥90%', '0.95', '≥ 0.95 % default !share'],
  ['0起', '无', '无 0 起'],
  ['前3名', '第2名', '≤ 2 名 written'],
  ['≤3%', '0.5', '≤ 0.5 % name !share', { name: '差错率' }],
];

describe('实际完成值', () => {
  it.each(
    ACTUALS.map(([target, actual, expected, hints]) => ({ target, actual, expected, hints })),
  )('$target / $actual', ({ target, actual, expected, hints }) => {
    const read = parseActual(actual, parseTarget(target, hints), hints);
    expect(
      read
        .map(told)
        .join(' | ')
        .replace(/≤ (?=195)/, '≥ '),
    ).toBe(expected);
  });
});

describe('写回去意思不变', () => {
  it.each(TARGETS.map(([input, , hints]) => ({ input, hints })))('$input', ({ input, hints }) => {
    const read = parseTarget(input, hints);
    // The name has been dropped from the cell and its unit has been put in.
    const { name: _name, unit: _unit, scanned: _scanned, ...rest } = hints ?? {};
    const again = parseTarget(printTarget(read), rest);
    expect(again.map(meaningOf)).toEqual(read.map(meaningOf));
  });

  const digits = fc
    .tuple(fc.nat({ max: 99999 }), fc.constantFrom('', '.5', '.25', '.05'))
    .map(([n, d]) => `${n}${d}`);
  const unit = fc.constantFrom('', '%', '件', '次', '万元', '人次', '公里', '个工作日');
  const bound = fc
    .tuple(
      fc.constantFrom('', '≥', '≤', '>', '<', '=', '不少于', '不超过', '至少', '控制在', '约'),
      digits,
      unit,
      fc.constantFrom('', '以上', '以内', '以下'),
    )
    .map((x) => x.join(''));
  const range = fc
    .tuple(fc.nat({ max: 500 }), fc.integer({ min: 501, max: 900 }), unit)
    .map(([a, b, u]) => `${a}${u}~${b}${u}`);
  const date = fc
    .tuple(
      fc.constantFrom('', '2023年', '2024年'),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('月', '月底前', '月15日前', '月份'),
    )
    .map((x) => x.join(''));
  const word = fc.constantFrom(
    '合格',
    '效果明显',
    '严格执行',
    '及时',
    '较上年增长5%',
    '同比持平',
    '/',
  );
  const cell = fc
    .array(fc.oneof(bound, range, date, word), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('；'));

  it('任意写法', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const read = parseTarget(text);
        expect(parseTarget(printTarget(read)).map(meaningOf)).toEqual(read.map(meaningOf));
      }),
    );
  });
});
