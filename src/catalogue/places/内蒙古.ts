// 内蒙古: what this place publishes in another way than the nation.
import { note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

export const INNER_MONGOLIA: Place = place('内蒙古', {
  profiles: [
    {
      id: '全国',
      title: '内蒙古（十二张表，表在最后）',
      basis: '内蒙古自治区部门决算公开样表',
      since: 2022,
      ...note,
      parts: ['概况', '情况说明', '名词解释', '决算表'],
      tables: THREE_LAST,
      order: [
        ...['表1', '表2', '表3', '表4', '项目收入支出决算表', '表5', '表6'],
        '一般公共预算财政拨款项目支出决算表',
        ...['表8', '表9', '表7', '机构运行经费支出、国有资产占用情况及政府采购支出信息表'],
      ],
      extras: [
        '项目收入支出决算表',
        '一般公共预算财政拨款项目支出决算表',
        '机构运行经费支出、国有资产占用情况及政府采购支出信息表',
      ],
    },
  ],
});
