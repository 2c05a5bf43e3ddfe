// 自评表版式: performance tables as places print them, blank. Data; each cites where it is from.
import type { EvaluationEdition } from '../../forms/evaluation/write.ts';

/** Head of every form of 自评表. */
export const editionHead = { since: 2015, severity: 'note' } as const;
const NATIONAL = '项目支出绩效自评管理办法（财预〔2020〕10号）所附表样';

/** Indicators of a level below each other; `tail` are the cells of one indicator. */
export const level = (
  first: string,
  seconds: readonly string[],
  tail: string,
  opening = '',
): readonly string[] =>
  seconds.map((second, i) => {
    const own = i === 0 ? `${first}^${seconds.length}|${second}|${tail}` : `${second}|${tail}`;
    return i === 0 ? opening + own : own;
  });

export const OUTPUT = ['数量指标', '质量指标', '时效指标', '成本指标'];
export const EFFECT = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'];
export const SATISFACTION = ['服务对象满意度指标'];

const nationalIndicators = (tail: string): readonly string[] => [
  ...level('产出指标（50分）', OUTPUT, tail),
  ...level('效益指标（30分）', EFFECT, tail),
  ...level('满意度指标（10分）', SATISFACTION, tail),
];
const NATIONAL_TAIL = '_|_|_|分|分|_';
const NATIONAL_LINES: readonly string[] = [
  '年度总体目标^2|预期目标*4|实际完成情况*4',
  '_*4|_*4',
  '绩效指标^10|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
  ...nationalIndicators(NATIONAL_TAIL),
  '总分*6|分|分|_',
];
const NATIONAL_MONEY = '@*2|年初预算数|全年预算数|全年执行数|分值|执行率|得分';
const NATIONAL_WIDTHS = [11, 13, 16, 16, 12, 12, 12, 12, 18];

export const EVALUATION_EDITIONS: readonly EvaluationEdition[] = [
  {
    id: '整体自评版式',
    form: '整体自评',
    title: '部门整体支出绩效自评表',
    printed: '部门整体支出绩效自评表',
    basis: NATIONAL,
    ...editionHead,
    widths: NATIONAL_WIDTHS,
    lines: [
      '部门名称|_*8',
      `部门整体支出（万元）^4|${NATIONAL_MONEY}`,
      '年度资金总额*2|#|#|#|分|%|分',
      '其中：基本支出*2|#|#|#|—|%|—',
      '项目支出*2|#|#|#|—|%|—',
      ...NATIONAL_LINES,
    ],
  },
  {
    id: '项目自评版式',
    form: '项目自评',
    title: '项目支出绩效自评表',
    printed: '项目支出绩效自评表',
    basis: NATIONAL,
    ...editionHead,
    widths: NATIONAL_WIDTHS,
    lines: [
      '项目名称|_*8',
      '主管部门|_*3|实施单位|_*4',
      `项目资金（万元）^5|${NATIONAL_MONEY}`,
      '年度资金总额*2|#|#|#|分|%|分',
      '其中：当年财政拨款*2|#|#|#|—|%|—',
      '上年结转资金*2|#|#|#|—|%|—',
      '其他资金*2|#|#|#|—|%|—',
      ...NATIONAL_LINES,
    ],
  },
];
