// 山东: what this place publishes in another way than the nation.
import { note, THREE_LAST } from '../profile.ts';
import { type Place, place } from './place.ts';

export const SHANDONG: Place = place('山东', {
  profiles: [
    {
      id: '全国',
      title: '山东（九张表，“三公”第九）',
      basis: '山东省部门决算公开模板',
      since: 2022,
      ...note,
      tables: THREE_LAST,
    },
  ],
});
