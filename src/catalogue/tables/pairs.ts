// 成对科目: which functions are paid under which economic subjects.
import type { SubjectPair } from '../../identities/pairs.ts';

export const PAIRS: readonly SubjectPair[] = [
  {
    remark: 'D13',
    functions: ['2080505'],
    economic: ['30108'],
    perhaps: [],
    against: '有的人员的养老保险在行政运行、事业运行等科目列支，或当年补缴',
  },
  {
    remark: 'D14',
    functions: ['2210201'],
    economic: ['30113'],
    perhaps: [],
    against: '有的人员的住房公积金在行政运行、事业运行等科目列支',
  },
  {
    remark: 'D15',
    functions: ['21011'],
    economic: ['30110', '30111'],
    perhaps: ['30112', '30114', '30307'],
    against: '有的人员的医疗保险在行政运行、事业运行等科目列支，或另有医疗救助',
  },
];
