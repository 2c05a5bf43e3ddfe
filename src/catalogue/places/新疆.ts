// 新疆: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { NINE, note } from '../profile.ts';
import { type Place, place } from './place.ts';

export const XINJIANG: Place = place('新疆', {
  profiles: [
    {
      id: '全国',
      title: '新疆（九张表，国资第九）',
      basis: '新疆维吾尔自治区部门决算公开样表',
      since: 2022,
      ...note,
      tables: NINE,
    },
  ],
});
