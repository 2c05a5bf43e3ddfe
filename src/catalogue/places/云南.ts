// 云南: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { NINE, note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

export const YUNNAN: Place = place('云南', {
  profiles: [
    {
      id: '全国',
      title: '云南（八张表，表名不带“总”）',
      basis: '云南省部门决算公开样表',
      since: 2017,
      until: 2019,
      ...note,
      tables: NINE.slice(0, 8),
      titles: { 表1: '收入支出决算表', 表4: '财政拨款收入支出决算表' },
    },
    {
      id: '全国',
      title: '云南（九张表）',
      basis: '云南省部门决算公开样表',
      since: 2020,
      until: 2021,
      ...note,
      tables: NINE,
      titles: {
        表1: '收入支出决算表',
        表4: '财政拨款收入支出决算表',
        表5: '一般公共预算财政拨款收入支出决算表',
        表7: '一般公共预算财政拨款“三公”经费情况表',
      },
    },
    {
      id: '全国',
      title: '云南（另有项目支出、机关运行经费、国有资产表）',
      basis: '云南省部门决算公开样表',
      since: 2022,
      until: 2022,
      ...note,
      tables: THREE_LAST,
      extras: [
        '一般公共预算财政拨款项目支出决算表',
        '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
        '国有资产使用情况表',
      ],
      titles: {
        表1: '收入支出决算表',
        表4: '财政拨款收入支出决算表',
        表5: '一般公共预算财政拨款收入支出决算表',
        表7: '一般公共预算财政拨款“三公”经费情况表',
      },
    },
    {
      id: '全国',
      title: '云南（另有项目支出、机关运行经费表）',
      basis: '云南省部门决算公开样表',
      since: 2023,
      ...note,
      tables: THREE_LAST,
      order: [
        ...['表1', '表2', '表3', '表4', '表5', '表6', '一般公共预算财政拨款项目支出决算表'],
        ...['表8', '表9', '财政拨款“三公”经费、行政参公单位机关运行经费情况表', '表7'],
      ],
      extras: [
        '一般公共预算财政拨款项目支出决算表',
        '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
      ],
      also: ['国有资产使用情况表'],
      titles: {
        表1: '收入支出决算表',
        表4: '财政拨款收入支出决算表',
        表5: '一般公共预算财政拨款收入支出决算表',
        表7: '一般公共预算财政拨款“三公”经费情况表',
        表9: '国有资本经营预算财政拨款收入支出决算表',
      },
    },
  ],
});
