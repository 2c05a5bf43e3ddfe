// 北京: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

export const BEIJING: Place = place('北京', {
  profiles: [
    {
      id: '全国',
      title: '北京（另有采购、购买服务表）',
      basis: '北京市部门决算公开样表',
      since: 2022,
      ...note,
      tables: THREE_LAST,
      order: [
        ...['表1', '表2', '表3', '表4', '一般公共预算财政拨款收入支出决算表', '表5', '表6', '表8'],
        ...['政府性基金预算财政拨款基本支出决算表', '表9', '表7', '政府采购情况表'],
        '政府购买服务决算公开情况表',
      ],
      extras: [
        '政府采购情况表',
        '政府购买服务决算公开情况表',
        '政府性基金预算财政拨款基本支出决算表',
        '一般公共预算财政拨款收入支出决算表',
      ],
    },
  ],
});
