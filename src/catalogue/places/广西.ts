// 广西: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { note, THREE_LAST } from '../profile.ts';
import { EXECUTION, presetHead, TOTALS, USUAL } from '../scoring/presets.ts';
import { type Place, place } from './place.ts';

export const GUANGXI: Place = place('广西', {
  profiles: [
    {
      id: '全国',
      title: '广西（九张表，“三公”第九）',
      basis: '广西壮族自治区部门决算公开样表',
      since: 2022,
      ...note,
      tables: THREE_LAST,
    },
  ],
  presets: [
    {
      id: '广西',
      title: '广西（超额 130% 须说明，另有扣分栏）',
      basis: '广西绩效管理系统',
      since: 2019,
      ...presetHead,
      families: [],
      rules: [
        'SW8',
        'SX1',
        'SX6',
        ...EXECUTION,
        'SQ1',
        'SQ3',
        ...USUAL,
        'SQ16',
        'SQ18',
        'SO3',
        'SL2',
        ...TOTALS,
      ],
      parameters: {
        执行分值: '10',
        执行率下限: '90%',
        满分: '100',
        超额门槛: '130%',
        零目标超额: '30',
      },
    },
  ],
});
