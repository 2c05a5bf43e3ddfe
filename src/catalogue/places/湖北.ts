// 湖北: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.

import type { OutlineEntry, Section } from '../../narrative/outline.ts';
import {
  h,
  outlineHead,
  pictured,
  s,
  sections,
  THIRTEEN,
  TWELVE,
  UNTIL_2021,
} from '../narrative/outlines.ts';
import { budget, DIFFER, sentenceHead, three, threeTotal } from '../narrative/sentences.ts';
import { NINE, note } from '../profile.ts';
import { EXECUTION, presetHead, TOTALS, USUAL } from '../scoring/presets.ts';
import { GENERAL, RUNNING } from '../tables/editions.ts';
import { editionHead, level, SATISFACTION } from '../tables/evaluation-editions.ts';
import { type Place, place } from './place.ts';

/** 说明文字的来源. */
const WORDED = '湖北省部门决算公开模板（情况说明）';

const BEHIND = { at: 'title', text: '（表 {n}）' } as const;

/** 湖北: the units first, then item by item. */
const HUBEI_THREE: readonly OutlineEntry[] = [
  h('“三公”经费的单位范围。'),
  s('P10'),
  h('“三公”经费财政拨款支出决算情况。'),
  s('P11'),
  s('P12'),
];
const inHubei = (section: Section): Section =>
  pictured(section.key === '三公' ? { ...section, entries: HUBEI_THREE } : section);

const HUBEI_NOTES: readonly string[] = [
  '备注：',
  '1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。',
  '2.定量指标完成数汇总原则：绝对值直接累加计算，相对值按照资金额度加权平均计算。定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。定量指标先汇总完成数，再计算得分。',
  '3.定性指标计分原则：达成预期指标、部分达成预期指标、未达成预期指标三档，分别按照该指标对应分值区间100%-80%（≥80%）、80%-50%（≥50%，＜80%）、50%-0%（＜50%）合理确定分值。汇总时，以资金额度为权重，对分值进行加权平均计算。',
  '4.基于经济性和必要性等因素考虑，满意度指标暂可不作为必评指标。',
];
const HUBEI_MONEY =
  '预算执行情况（万元）（20分）^2|@*2|预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）';
const HUBEI_HEADS = '一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分';
const HUBEI_TAIL = '_|_|_|分';
const HUBEI_INDICATORS: readonly string[] = [
  ...level('产出指标', ['数量指标', '质量指标', '时效指标'], HUBEI_TAIL),
  ...level('效益指标', ['社会效益指标', '可持续影响指标'], HUBEI_TAIL),
  ...level('满意度指标', SATISFACTION, HUBEI_TAIL),
];
const HUBEI_WIDTHS = [16, 14, 16, 20, 20, 18, 16];
const HUBEI_END: readonly string[] = [
  '总分*6|分',
  '偏差大或目标未完成原因分析|_*6',
  '改进措施及结果应用方案|_*6',
];

export const HUBEI: Place = place('湖北', {
  profiles: [
    {
      id: '全国',
      title: '湖北（九张表，“三公”第七）',
      basis: '湖北省部门决算公开样表',
      since: 2020,
      until: 2021,
      ...note,
      tables: NINE,
    },
  ],
  editions: [
    {
      ...GENERAL,
      title: '2020、2021 年度湖北样表',
      basis: '湖北省部门决算公开样表',
      wording: RUNNING,
      mark: BEHIND,
    },
  ],
  outlines: [
    {
      ...outlineHead,
      title: '湖北（十二节，附图）',
      basis: '湖北省部门决算公开模板',
      since: 2015,
      until: 2019,
      sections: sections(TWELVE, UNTIL_2021).map(inHubei),
      percent: 2,
      zeros: 'printed',
      budget: '年初预算',
    },
    {
      ...outlineHead,
      title: '湖北（十三节，附图）',
      basis: '湖北省部门决算公开模板',
      since: 2020,
      until: 2021,
      sections: sections(THIRTEEN, UNTIL_2021).map(inHubei),
      percent: 2,
      zeros: 'printed',
      budget: '年初预算',
    },
    {
      ...outlineHead,
      title: '湖北（十三节，附图，“三公”为财政拨款）',
      basis: '湖北省部门决算公开模板',
      since: 2022,
      sections: sections(THIRTEEN).map(inHubei),
      percent: 2,
      zeros: 'printed',
      budget: '年初预算',
    },
  ],
  sentences: [
    {
      id: 'P08',
      title: '各类支出预算与决算',
      rule: 'C09',
      basis: WORDED,
      closed: true,
      ...sentenceHead,
      says: `{*表5.类|\\n}＊{序|1.}{名}（类）。＊${budget('科目决算', '科目预算', '预算种类·科目', DIFFER)}。{/}`,
    },
    {
      id: 'P11',
      title: '“三公”经费预算与决算',
      rule: 'C11',
      basis: WORDED,
      ...sentenceHead,
      says: three(threeTotal),
    },
  ],
  evaluationEditions: [
    {
      id: '整体自评版式',
      form: '整体自评',
      title: '湖北 部门整体绩效自评表',
      printed: '部门整体绩效自评表',
      basis: '湖北省部门整体绩效自评表样',
      ...editionHead,
      widths: HUBEI_WIDTHS,
      lines: [
        '单位名称|_*6',
        '基本支出总额|#*3|项目支出总额|#*2',
        HUBEI_MONEY,
        '部门整体支出总额*2|#|#|%|分',
        '年度目标1：（40分）|_*6',
        `年度绩效指标^7|${HUBEI_HEADS}`,
        ...HUBEI_INDICATORS,
        '年度目标2：（40分）|_*6',
        `年度绩效指标^7|${HUBEI_HEADS}`,
        ...HUBEI_INDICATORS,
        ...HUBEI_END,
      ],
      notes: HUBEI_NOTES,
    },
    {
      id: '项目自评版式',
      form: '项目自评',
      title: '湖北 项目自评表',
      printed: '项目自评表',
      basis: '湖北省项目自评表样',
      ...editionHead,
      widths: HUBEI_WIDTHS,
      lines: [
        '项目名称|_*6',
        '主管部门|_*3|项目实施单位|_*2',
        '项目类别|1、部门预算项目 □  2、市直专项 □  3、市对下转移支付项目 □*6',
        '项目属性|1、持续性项目 □  2、新增性项目 □*6',
        '项目类型|1、常年性项目 □  2、延续性项目 □  3、一次性项目 □*6',
        HUBEI_MONEY,
        '年度财政资金总额*2|#|#|%|分',
        `年度绩效目标（80分）^7|${HUBEI_HEADS}`,
        ...HUBEI_INDICATORS,
        ...HUBEI_END,
      ],
      notes: HUBEI_NOTES,
    },
  ],
  presets: [
    {
      id: '武汉',
      title: '武汉（执行率 20 分）',
      basis: '绩效自评表备注',
      since: 2019,
      ...presetHead,
      families: ['F3', 'F4'],
      rules: [
        'SW3',
        'SX1',
        'SX6',
        ...EXECUTION,
        'SQ1',
        'SQ2',
        ...USUAL,
        'SQ18',
        'SO1',
        'SL1',
        ...TOTALS,
      ],
      parameters: { 执行分值: '20', 执行率下限: '90%', 满分: '100' },
    },
  ],
});
