// 湖南: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.

import { dated, outlineHead, sections } from '../narrative/outlines.ts';
import { note, THREE_LAST } from '../profile.ts';
import { EXECUTION, presetHead, TOTALS, USUAL } from '../scoring/presets.ts';
import { type Place, place } from './place.ts';

export const HUNAN: Place = place('湖南', {
  profiles: [
    {
      id: '全国',
      title: '湖南（九张表，“三公”第九）',
      basis: '湖南省部门决算公开样表',
      since: 2022,
      ...note,
      tables: THREE_LAST,
    },
  ],
  outlines: [
    ...dated({
      ...outlineHead,
      title: '湖南（十三节，另有一般性支出）',
      basis: '湖南省部门决算公开样表',
      since: 2020,
      sections: sections('总体 收入 支出 财拨 一般 基本 三公 基金 机关 一般性 采购 资产 绩效'),
      percent: 2,
      zeros: 'printed',
      budget: '年初预算',
    }),
  ],
  presets: [
    {
      id: '湖南',
      title: '湖南（逐行按评分标准分档）',
      basis: '湖南省部门整体支出绩效评价评分表',
      since: 2018,
      ...presetHead,
      families: ['F8'],
      rules: ['SW7', 'SX3', ...EXECUTION, 'SQ9', 'SQ2', ...USUAL, 'SQ18', 'SO1', 'SL5', ...TOTALS],
      parameters: { 执行分值: '0', 执行率下限: '90%', 满分: '100', 每档: '1', 每档扣分: '0.5' },
    },
  ],
});
