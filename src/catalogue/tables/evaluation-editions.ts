// 自评表版式: performance tables as places print them, blank. Data; each cites where it is from.
import type { EvaluationEdition } from '../../forms/evaluation/write.ts';

const head = { since: 2015, severity: 'note' } as const;
const NATIONAL = '项目支出绩效自评管理办法（财预〔2020〕10号）所附表样';

/** Indicators of a level below each other; `tail` are the cells of one indicator. */
const level = (
  first: string,
  seconds: readonly string[],
  tail: string,
  opening = '',
): readonly string[] =>
  seconds.map((second, i) => {
    const own = i === 0 ? `${first}^${seconds.length}|${second}|${tail}` : `${second}|${tail}`;
    return i === 0 ? opening + own : own;
  });

const OUTPUT = ['数量指标', '质量指标', '时效指标', '成本指标'];
const EFFECT = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'];
const SATISFACTION = ['服务对象满意度指标'];

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

const HUBEI_NOTES: readonly string[] = [
  '备注：',
  '1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。',
  '2.定量指标完成数汇总原则：绝对值直接累加计算，相对值按照资金额度加权平均计算。定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。定量指标先汇总完成数，再计算得分。',
  '3.定性指标计分原则：达成预期指标、部分达成预期指标、未达成预期指标三档，分别按照该指标对应分值区间100%-80%（≥80%）、80%-50%（≥50%，＜80%）、50%-0%（＜50%）合理确定分值。汇总时，以资金额度为权重，对分值进行加权平均计算。',
  '4.基于经济性和必要性等因素考虑，满意度指标暂可不作为必评指标。',
];
const HUBEI_MONEY =
  '预算执行情况（万元）（20分）^2|@*2|预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）';
const HUBEI_HEADS = '一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分';
const HUBEI_TAIL = '_|_|_|分';
const HUBEI_INDICATORS: readonly string[] = [
  ...level('产出指标', ['数量指标', '质量指标', '时效指标'], HUBEI_TAIL),
  ...level('效益指标', ['社会效益指标', '可持续影响指标'], HUBEI_TAIL),
  ...level('满意度指标', SATISFACTION, HUBEI_TAIL),
];
const HUBEI_WIDTHS = [16, 14, 16, 20, 20, 18, 16];
const HUBEI_END: readonly string[] = [
  '总分*6|分',
  '偏差大或目标未完成原因分析|_*6',
  '改进措施及结果应用方案|_*6',
];

const SICHUAN_TAIL = '_|_|_|_|_|分|分|_';

export const EVALUATION_EDITIONS: readonly EvaluationEdition[] = [
  {
    id: '整体自评版式',
    form: '整体自评',
    title: '部门整体支出绩效自评表',
    printed: '部门整体支出绩效自评表',
    basis: NATIONAL,
    ...head,
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
    ...head,
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
  {
    id: '整体自评版式',
    form: '整体自评',
    title: '湖北 部门整体绩效自评表',
    printed: '部门整体绩效自评表',
    basis: '湖北省部门整体绩效自评表样',
    region: '湖北',
    ...head,
    widths: HUBEI_WIDTHS,
    lines: [
      '单位名称|_*6',
      '基本支出总额|#*3|项目支出总额|#*2',
      HUBEI_MONEY,
      '部门整体支出总额*2|#|#|%|分',
      '年度目标1：（40分）|_*6',
      `年度绩效指标^7|${HUBEI_HEADS}`,
      ...HUBEI_INDICATORS,
      '年度目标2：（40分）|_*6',
      `年度绩效指标^7|${HUBEI_HEADS}`,
      ...HUBEI_INDICATORS,
      ...HUBEI_END,
    ],
    notes: HUBEI_NOTES,
  },
  {
    id: '项目自评版式',
    form: '项目自评',
    title: '湖北 项目自评表',
    printed: '项目自评表',
    basis: '湖北省项目自评表样',
    region: '湖北',
    ...head,
    widths: HUBEI_WIDTHS,
    lines: [
      '项目名称|_*6',
      '主管部门|_*3|项目实施单位|_*2',
      '项目类别|1、部门预算项目 □  2、市直专项 □  3、市对下转移支付项目 □*6',
      '项目属性|1、持续性项目 □  2、新增性项目 □*6',
      '项目类型|1、常年性项目 □  2、延续性项目 □  3、一次性项目 □*6',
      HUBEI_MONEY,
      '年度财政资金总额*2|#|#|%|分',
      `年度绩效目标（80分）^7|${HUBEI_HEADS}`,
      ...HUBEI_INDICATORS,
      ...HUBEI_END,
    ],
    notes: HUBEI_NOTES,
  },
  {
    id: '项目自评版式',
    form: '项目自评',
    title: '四川 部门预算项目支出绩效自评表',
    printed: '部门预算项目支出绩效自评表',
    basis: '四川省部门预算项目支出绩效自评表样',
    region: '四川',
    ...head,
    widths: [11, 12, 15, 15, 11, 11, 11, 11, 9, 9, 16],
    lines: [
      '项目名称|_*10',
      '主管部门|_*4|实施单位|_*5',
      '预算执行情况（万元）^5|@*3|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因',
      '总额*3|#|#|#|%|分|分|_',
      '其中：财政资金*3|#|#|#|%|—|—|_',
      '财政专户管理资金*3|#|#|#|%|—|—|_',
      '单位资金*3|#|#|#|%|—|—|_',
      '项目年度目标完成情况^2|项目年度目标*5|年度目标完成情况*5',
      '_*5|_*5',
      '绩效指标^10|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析',
      ...level('产出指标', OUTPUT, SICHUAN_TAIL),
      ...level('效益指标', EFFECT, SICHUAN_TAIL),
      ...level('满意度指标', SATISFACTION, SICHUAN_TAIL),
      '合计*8|分|分|_',
      '评价结论|_*10',
      '存在问题|_*10',
      '改进措施|_*10',
    ],
  },
  {
    id: '整体自评版式',
    form: '整体自评',
    title: '重庆 部门整体绩效自评表',
    printed: '部门整体绩效自评表',
    basis: '重庆市部门整体绩效自评表样',
    region: '重庆',
    ...head,
    widths: [18, 11, 11, 12, 12, 12, 13, 10, 10, 12],
    lines: [
      '部门名称|_*9',
      '当年预算执行情况（万元）^2|年初预算数*2|调整预算数*2|执行数|执行率|权重|得分|@',
      '#*2|#*2|#|%|分|分|_',
      '当年整体绩效目标^2|年初绩效目标*5|全年目标实际完成情况*4',
      '_*5|_*4',
      '指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|权重|得分|是否核心指标',
      ...Array.from({ length: 10 }, () => '_|_|_|_|_|_|_|分|分|_'),
      '总分*7|分|分|_',
    ],
  },
];
