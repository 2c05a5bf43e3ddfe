// 江苏: what this place publishes in another way than the nation. From general knowledge of its sample forms.
import { note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

export const JIANGSU: Place = place('江苏', {
  profiles: [
    {
      id: '全国',
      title: '江苏（另有财政拨款支出、机关运行经费、采购表）',
      basis: '江苏省部门决算公开样表',
      since: 2020,
      ...note,
      tables: THREE_LAST,
      order: [
        ...['表1', '表2', '表3', '表4', '财政拨款支出决算表', '财政拨款基本支出决算表'],
        ...['表5', '表6', '表7', '表8', '表9'],
        ...['财政拨款机关运行经费支出决算表', '政府采购支出决算表'],
      ],
      extras: [
        '财政拨款支出决算表',
        '财政拨款基本支出决算表',
        '财政拨款机关运行经费支出决算表',
        '政府采购支出决算表',
      ],
      titles: {
        表5: '一般公共预算支出决算表（功能科目）',
        表6: '一般公共预算基本支出决算表（经济科目）',
        表7: '财政拨款“三公”经费、会议费和培训费支出决算表',
        表8: '政府性基金预算支出决算表',
        表9: '国有资本经营预算支出决算表',
      },
    },
  ],
});
