// 甘肃: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.

import { outlineHead, sections } from '../narrative/outlines.ts';
import { sentenceHead } from '../narrative/sentences.ts';
import { note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

/** 说明文字的来源. */
const WORDED = '甘肃省部门决算公开样表（情况说明）';

export const GANSU: Place = place('甘肃', {
  profiles: [
    {
      id: '全国',
      title: '甘肃（九张表，“三公”第九）',
      basis: '甘肃省部门决算公开样表',
      since: 2022,
      ...note,
      tables: THREE_LAST,
    },
  ],
  outlines: [
    {
      ...outlineHead,
      title: '甘肃（十三节，“三公”第九，绩效另成一部分）',
      basis: '甘肃省部门决算公开样表',
      since: 2022,
      sections: sections(
        '总体 收入 支出 财拨 一般 基本 基金 国资 三公 机关 采购 资产 事项 绩效',
      ).map((section) => (section.key === '绩效' ? { ...section, apart: true } : section)),
      percent: 2,
      zeros: 'printed',
      budget: '年初预算',
    },
  ],
  sentences: [
    {
      id: 'P26',
      title: '其他需要说明的事项',
      rule: 'C20',
      basis: WORDED,
      ...sentenceHead,
      says: '{~其他·需要说明的事项|其他需要说明的事项，没有的写“无”}。',
    },
  ],
});
