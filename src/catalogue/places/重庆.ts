// 重庆: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { note, THREE_LAST } from '../profile.ts';
import { editionHead } from '../tables/evaluation-editions.ts';
import { type Place, place } from './place.ts';

export const CHONGQING: Place = place('重庆', {
  profiles: [
    {
      id: '全国',
      title: '重庆（九张表，“三公”在机构运行信息表里）',
      basis: '重庆市部门决算公开样表',
      since: 2022,
      ...note,
      tables: THREE_LAST,
      titles: { 表7: '机构运行信息决算表' },
    },
  ],
  evaluationEditions: [
    {
      id: '整体自评版式',
      form: '整体自评',
      title: '重庆 部门整体绩效自评表',
      printed: '部门整体绩效自评表',
      basis: '重庆市部门整体绩效自评表样',
      ...editionHead,
      widths: [18, 11, 11, 12, 12, 12, 13, 10, 10, 12],
      lines: [
        '部门名称|_*9',
        '当年预算执行情况（万元）^2|年初预算数*2|调整预算数*2|执行数|执行率|权重|得分|@',
        '#*2|#*2|#|%|分|分|_',
        '当年整体绩效目标^2|年初绩效目标*5|全年目标实际完成情况*4',
        '_*5|_*4',
        '指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|权重|得分|是否核心指标',
        ...Array.from({ length: 10 }, () => '_|_|_|_|_|_|_|分|分|_'),
        '总分*7|分|分|_',
      ],
    },
  ],
});
