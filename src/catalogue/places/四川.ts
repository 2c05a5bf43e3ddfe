// 四川: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.

import { dated, h, OTHERS, outlineHead, pictured, s, sections } from '../narrative/outlines.ts';
import { compared, composition, sentenceHead, YEAR_BEFORE } from '../narrative/sentences.ts';
import { note, THREE_LAST } from '../profile.ts';
import { EXECUTION, presetHead, TOTALS, USUAL } from '../scoring/presets.ts';
import { EFFECT, editionHead, level, OUTPUT, SATISFACTION } from '../tables/evaluation-editions.ts';
import { type Place, place } from './place.ts';

/** 说明文字的来源. */
const WORDED = '四川省部门决算公开模板（情况说明）';

const SICHUAN_TAIL = '_|_|_|_|_|分|分|_';

export const SICHUAN: Place = place('四川', {
  profiles: [
    {
      id: '全国',
      title: '四川（十三张附表）',
      basis: '四川省部门决算公开样表',
      since: 2022,
      ...note,
      parts: ['概况', '情况说明', '名词解释', '决算表'],
      tables: THREE_LAST,
      order: [
        ...['表1', '表2', '表3', '表4', '财政拨款支出决算明细表', '表5'],
        ...['一般公共预算财政拨款支出决算明细表', '表6', '一般公共预算财政拨款项目支出决算表'],
        ...['表8', '国有资本经营预算财政拨款收入支出决算表', '表9', '表7'],
      ],
      extras: [
        '财政拨款支出决算明细表',
        '一般公共预算财政拨款支出决算明细表',
        '一般公共预算财政拨款项目支出决算表',
        '国有资本经营预算财政拨款收入支出决算表',
      ],
    },
  ],
  outlines: [
    ...dated({
      ...outlineHead,
      title: '四川（十节，附图）',
      basis: '四川省部门决算公开编制模板',
      since: 2020,
      sections: [
        ...sections('总体 收入 支出 财拨 一般 基本').map(pictured),
        ...sections('三公 基金 国资'),
        {
          ...OTHERS,
          entries: [...OTHERS.entries, h('预算绩效管理情况。'), s('P23')],
        },
      ],
      percent: 2,
      zeros: 'printed',
      budget: '年初预算',
    }),
  ],
  sentences: [
    ...compared({
      basis: WORDED,
      totals: '收、支总计',
      each: '各',
      before: YEAR_BEFORE,
      because: '。主要变动原因是',
    }),
    {
      id: 'P02',
      title: '收入决算',
      rule: 'C03',
      basis: WORDED,
      closed: true,
      ...sentenceHead,
      says: `{?本年收入合计 = 0}{年度}年度没有收入。{:}{年度}年度本年收入合计{本年收入合计|万元}，其中：${composition('表1.收入来源', '本年收入合计', '')}。{/}`,
    },
    {
      id: 'P03',
      title: '支出决算',
      rule: 'C04',
      basis: WORDED,
      closed: true,
      ...sentenceHead,
      says: `{?本年支出合计 = 0}{年度}年度没有支出。{:}{年度}年度本年支出合计{本年支出合计|万元}，其中：${composition('表3.合计·支出类型', '本年支出合计', '')}。{/}`,
    },
  ],
  evaluationEditions: [
    {
      id: '项目自评版式',
      form: '项目自评',
      title: '四川 部门预算项目支出绩效自评表',
      printed: '部门预算项目支出绩效自评表',
      basis: '四川省部门预算项目支出绩效自评表样',
      ...editionHead,
      widths: [11, 12, 15, 15, 11, 11, 11, 11, 9, 9, 16],
      lines: [
        '项目名称|_*10',
        '主管部门|_*4|实施单位|_*5',
        '预算执行情况（万元）^5|@*3|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因',
        '总额*3|#|#|#|%|分|分|_',
        '其中：财政资金*3|#|#|#|%|—|—|_',
        '财政专户管理资金*3|#|#|#|%|—|—|_',
        '单位资金*3|#|#|#|%|—|—|_',
        '项目年度目标完成情况^2|项目年度目标*5|年度目标完成情况*5',
        '_*5|_*5',
        '绩效指标^10|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析',
        ...level('产出指标', OUTPUT, SICHUAN_TAIL),
        ...level('效益指标', EFFECT, SICHUAN_TAIL),
        ...level('满意度指标', SATISFACTION, SICHUAN_TAIL),
        '合计*8|分|分|_',
        '评价结论|_*10',
        '存在问题|_*10',
        '改进措施|_*10',
      ],
    },
  ],
  presets: [
    {
      id: '四川',
      title: '四川（指标值分三格）',
      basis: '四川省部门预算项目支出绩效自评表',
      since: 2021,
      ...presetHead,
      families: ['F5'],
      rules: [
        'SW4',
        'SX1',
        'SX6',
        ...EXECUTION,
        'SQ1',
        'SQ2',
        ...USUAL,
        'SQ18',
        'SO1',
        'SL3',
        ...TOTALS,
      ],
      parameters: { 执行分值: '10', 执行率下限: '90%', 满分: '100' },
    },
  ],
});
