// 广东: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.

import { dated, outlineHead, sections, THIRTEEN } from '../narrative/outlines.ts';
import { compared, sentenceHead, threeChanges } from '../narrative/sentences.ts';
import { NINE, note } from '../profile.ts';
import { type Place, place } from './place.ts';

/** 说明文字的来源. */
const WORDED = '广东省部门决算公开（情况说明）';

export const GUANGDONG: Place = place('广东', {
  profiles: [
    {
      id: '全国',
      title: '广东（九张表，“三公”第七）',
      basis: '广东省部门决算公开样表',
      since: 2020,
      until: 2021,
      ...note,
      tables: NINE,
    },
  ],
  outlines: [
    ...dated({
      ...outlineHead,
      title: '广东（百分比一位小数，对全年预算）',
      basis: '广东省部门决算公开',
      since: 2020,
      sections: sections(THIRTEEN),
      percent: 1,
      zeros: 'printed',
      budget: '全年预算',
    }),
  ],
  sentences: [
    ...compared({
      basis: WORDED,
      totals: '收入、支出总计',
      each: '各',
      before: '上年',
      incomparable: '--（基数为0，不可比）',
    }),
    {
      id: 'P12',
      title: '“三公”经费与上年相比',
      rule: 'C13',
      basis: WORDED,
      ...sentenceHead,
      says: threeChanges({ than: '上年', incomparable: '--（基数为0，不可比）' }),
    },
  ],
});
