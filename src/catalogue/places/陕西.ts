// 陕西: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { NINE, note } from '../profile.ts';
import { type Place, place } from './place.ts';

export const SHAANXI: Place = place('陕西', {
  profiles: [
    {
      id: '全国',
      title: '陕西（九张表，“三公”含会议费、培训费）',
      basis: '陕西省部门决算公开样表',
      since: 2020,
      until: 2021,
      ...note,
      tables: NINE,
      titles: {
        表2: '收入决算总表',
        表3: '支出决算总表',
        表7: '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表',
      },
    },
  ],
});
