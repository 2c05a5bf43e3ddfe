// 浙江: what this place publishes in another way than the nation: tables, their print, the 说明, 自评表 and scores.
import { note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

export const ZHEJIANG: Place = place('浙江', {
  profiles: [
    {
      id: '全国',
      title: '浙江（收入、支出决算表另有分单位的）',
      basis: '浙江省部门决算公开样表',
      since: 2022,
      ...note,
      tables: THREE_LAST,
    },
  ],
});
