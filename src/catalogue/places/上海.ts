// 上海: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.

import { dated, OTHERS, outlineHead, SECTIONS, s, sections } from '../narrative/outlines.ts';
import {
  apart,
  compared,
  DIFFER,
  FUND_ITEMS,
  sentenceHead,
  YEAR_BEFORE,
} from '../narrative/sentences.ts';
import { NINE, note } from '../profile.ts';
import { BALANCES, MODERN, NOTES } from '../tables/editions.ts';
import { type Place, place } from './place.ts';

/** 说明文字的来源. */
const WORDED = '上海市部门决算公开模板（情况说明）';

const WITHOUT_DEBT =
  '201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 234';

export const SHANGHAI: Place = place('上海', {
  profiles: [
    {
      id: '全国',
      title: '上海（九张表，“三公”第七）',
      basis: '上海市部门决算公开样表',
      since: 2022,
      ...note,
      tables: NINE,
    },
  ],
  editions: [
    {
      ...MODERN,
      title: '2022 年度起上海样表',
      basis: '上海市部门决算公开样表',
      since: 2022,
      numbered: false,
      mark: { at: 'corner', text: '' },
      classes: WITHOUT_DEBT.split(' '),
      wording: {},
      titles: {
        表6: '一般公共预算财政拨款基本支出决算表',
        表9: '国有资本经营预算财政拨款收入支出决算表',
      },
      without: { 表1: ['财政拨款收入'], 表5: BALANCES },
      three: 'interleaved',
      notes: {
        ...NOTES,
        表9: '注：本表反映部门本年度国有资本经营预算财政拨款收入、支出及结转和结余情况。',
      },
    },
  ],
  outlines: [
    ...dated({
      ...outlineHead,
      title: '上海（十一节，不涉及的不列）',
      basis: '上海市部门决算公开模板',
      since: 2020,
      sections: [
        ...sections('总体 收入 支出 财拨 一般 基本 三公 基金 国资', {
          国资: '国有资本经营预算财政拨款收入支出决算情况说明',
        }),
        { ...SECTIONS.绩效, entries: [s('P23')] },
        OTHERS,
      ],
      percent: 2,
      zeros: 'omitted',
      budget: '年初预算',
    }),
  ],
  sentences: [
    ...compared({
      basis: WORDED,
      totals: '收入支出总计',
      before: YEAR_BEFORE,
      because: '。主要原因是',
    }),
    {
      id: 'P08',
      title: '各项支出预算与决算',
      rule: 'C09',
      basis: WORDED,
      closed: true,
      ...sentenceHead,
      says: `{*表5.末级|\\n}＊{序|1.}{科目}。＊{?进位(科目决算, 2) = 0}{:}主要用于：{~用途·科目|的主要用途}。{/}{预算种类}{科目预算|万元}，支出决算{科目决算|万元}{?有(科目预算)}{?${apart('科目决算', '科目预算')} = 0}{:}，决算数{${apart('科目决算', '科目预算')}|大小}预算数的主要原因是{~预算种类·科目|${DIFFER}}{/}{/}。{/}`,
    },
    {
      id: 'P18',
      title: '政府性基金预算财政拨款',
      rule: 'C15',
      basis: WORDED,
      ...sentenceHead,
      says: `{?基金收入 = 0; 基金支出 = 0; 基金年初 = 0}{部门}{年度}年度无政府性基金预算财政拨款收入和支出。{:}{年度}年度政府性基金预算财政拨款收入{基金收入|万元}，支出{基金支出|万元}，年初结转和结余{基金年初|万元}，年末结转和结余{基金年末|万元}。${FUND_ITEMS('表8')}{/}`,
    },
    {
      id: 'P19',
      title: '国有资本经营预算财政拨款',
      rule: 'C15',
      basis: WORDED,
      ...sentenceHead,
      says: `{?国资收入 = 0; 国资支出 = 0; 国资年初 = 0}{部门}{年度}年度无国有资本经营预算财政拨款收入和支出。{:}{年度}年度国有资本经营预算财政拨款收入{国资收入|万元}，支出{国资支出|万元}，年初结转和结余{国资年初|万元}，年末结转和结余{国资年末|万元}。${FUND_ITEMS('表9')}{/}`,
    },
    {
      id: 'P23',
      title: '预算绩效管理',
      rule: 'C19',
      basis: WORDED,
      ...sentenceHead,
      says: `{年度}年度，{部门}编报绩效目标的项目{目标项目数|个}，涉及资金{目标资金|万元}；开展绩效跟踪的项目{跟踪项目数|个}，涉及资金{跟踪资金|万元}；开展绩效自评的项目{绩效项目数|个}，涉及资金{绩效资金|万元}{?绩效项目数 = 0}{:}，平均得分{自评平均分|分}{/}。{?绩效项目数 = 0}{:}自评项目中，绩效评级为“优”的{评优项目数|个}、“良”的{评良项目数|个}、“中”的{评中项目数|个}、“差”的{评差项目数|个}。{/}`,
    },
  ],
});
