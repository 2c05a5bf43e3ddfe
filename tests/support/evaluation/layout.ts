// The eight families as places print them: one page a table.
import { type Evaluated, type Indicator, type Money, rateOf } from './model.ts';
import { type Look, Paper } from './paper.ts';

const TITLES: Readonly<Record<Evaluated['family'], string>> = {
  F1: '项目支出绩效自评表',
  F2: '项目支出绩效自评表',
  F3: '项目自评表',
  F4: '部门整体绩效自评表',
  F5: '部门预算项目支出绩效自评表',
  F6: '部门整体绩效自评表',
  F7: '绩效目标自评表',
  F8: '部门整体支出绩效评价评分表',
};
const NOTES = [
  '1.定量指标计分原则：正向指标（即目标值为≥X,得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。',
  '2.定性指标计分原则：达成预期指标、部分达成预期指标、未达成预期指标三档，分别按照该指标对应分值区间100%-80%、80%-?%、?%-0%合理确定分值。',
];
const overall = (e: Evaluated): boolean => ['F4', 'F6', 'F8'].includes(e.family);

/** Title lines; the first row below them. */
function head(p: Paper, e: Evaluated, width: number): number {
  const named = !overall(e) && p.look.titled === 'named';
  const title = TITLES[e.family];
  if (p.look.titled === 'attachment') p.put(0, 0, '附件2');
  const row = p.look.titled === 'attachment' ? 1 : 0;
  const year = p.look.titled === 'year-below' ? '' : `${e.year}年度`;
  p.put(row, 0, `${year}${named ? e.project.replace(/项目$/, '') : ''}${title}`, 1, width);
  if (p.look.titled !== 'year-below') return row + 1;
  p.put(row + 1, 0, `（${e.year}年度）`, 1, width);
  return row + 2;
}

function names(p: Paper, e: Evaluated, row: number, width: number): number {
  const half = Math.floor(width / 2);
  if (overall(e)) {
    p.label(row, 0, '单位名称');
    p.put(row, 1, e.unit, 1, width - 1);
    return row + 1;
  }
  p.label(row, 0, '项目名称');
  p.put(row, 1, e.project, 1, width - 1);
  p.label(row + 1, 0, '主管部门');
  p.put(row + 1, 1, e.department, 1, half - 1);
  p.label(row + 1, half, '项目实施单位');
  p.put(row + 1, half + 1, e.unit, 1, width - half - 1);
  return row + 2;
}

function moneyRow(
  p: Paper,
  row: number,
  first: number,
  m: Money,
  columns: readonly string[],
  e: Evaluated,
): void {
  const whole = m === e.whole;
  columns.forEach((key, i) => {
    const column = first + i;
    if (key === '年初') p.money10k(row, column, m.initial);
    if (key === '全年') p.money10k(row, column, m.budget);
    if (key === '执行') p.money10k(row, column, m.spent);
    if (key === '率' && m.budget > 0) p.rate(row, column, rateOf(m));
    if (key === '分') whole ? p.score(row, column, e.executionWeight) : p.put(row, column, '—');
    if (key === '得') whole ? p.score(row, column, e.executionScore) : p.put(row, column, '—');
  });
}

/** Rows 年度资金总额, 其中… under their headings. */
function money(
  p: Paper,
  e: Evaluated,
  row: number,
  first: number,
  headings: readonly (readonly [string, string])[],
): number {
  const shown = e.parts;
  p.label(row, 0, '项目资金（万元）', shown.length + 2);
  headings.forEach(([heading], i) => p.label(row, first + i, heading));
  const keys = headings.map(([, key]) => key);
  p.label(row + 1, 1, '年度资金总额');
  moneyRow(p, row + 1, first, e.whole, keys, e);
  const words: Readonly<Record<string, string>> = {
    财政拨款: '其中：当年财政拨款',
    上年结转: '上年结转资金',
    其他: '其他资金',
  };
  shown.forEach((part, i) => {
    p.label(row + 2 + i, 1, words[part.name] ?? part.name);
    moneyRow(p, row + 2 + i, first, part, keys, e);
  });
  return row + 2 + shown.length;
}

function goals(p: Paper, e: Evaluated, row: number, width: number): number {
  const half = Math.floor(width / 2);
  p.label(row, 0, '年度总体目标', 2);
  p.label(row, 1, '预期目标', 1, half - 1);
  p.label(row, half, '实际完成情况', 1, width - half);
  p.put(row + 1, 1, e.goals[0]!.text, 1, half - 1);
  p.put(row + 1, half, e.goals[0]!.done, 1, width - half);
  return row + 2;
}

/** Level names, spread over the rows that share them. */
function levels(p: Paper, list: readonly Indicator[], row: number, first: number): void {
  const spreadOver = (i: number, same: (a: Indicator, b: Indicator) => boolean): number => {
    let n = 1;
    while (i + n < list.length && same(list[i]!, list[i + n]!)) n += 1;
    return n;
  };
  const one = (a: Indicator, b: Indicator) => a.level1 === b.level1;
  const both = (a: Indicator, b: Indicator) => one(a, b) && a.level2 === b.level2;
  list.forEach((x, i) => {
    const before = list[i - 1];
    if (!before || !one(before, x)) p.spread(row + i, first, x.level1, spreadOver(i, one));
    if (!before || !both(before, x)) p.spread(row + i, first + 1, x.level2, spreadOver(i, both));
    p.put(row + i, first + 2, x.name);
  });
}

interface Cells {
  readonly heading: string | readonly [string, readonly string[]];
  readonly put: (p: Paper, row: number, column: number, x: Indicator) => void;
}
const target: Cells = { heading: '年度指标值', put: (p, r, c, x) => p.value(r, c, x.target.text) };
const actual = (heading: string): Cells => ({
  heading,
  put: (p, r, c, x) => p.value(r, c, x.actual),
});
const weight = (heading: string): Cells => ({
  heading,
  put: (p, r, c, x) => p.score(r, c, x.weight),
});
const score = (heading: string): Cells => ({
  heading,
  put: (p, r, c, x) => p.score(r, c, x.score),
});
const reason = (heading: string): Cells => ({
  heading,
  put: (p, r, c, x) => p.put(r, c, x.reason),
});
const method = (heading: string): Cells => ({
  heading,
  put: (p, r, c, x) => p.put(r, c, x.method),
});
const three: Cells = {
  heading: ['指标值', ['指标性质', '指标值', '度量单位']],
  put: (p, r, c, x) => {
    p.put(r, c, x.target.nature);
    p.value(r, c + 1, x.target.value);
    p.put(r, c + 2, x.target.unit);
  },
};

interface Block {
  readonly list: readonly Indicator[];
  readonly side: string;
  readonly columns: readonly Cells[];
}

/** A block of indicators: header, rows; the row after it. */
function block(p: Paper, row: number, { list, side, columns }: Block): number {
  const twice = columns.some((c) => typeof c.heading !== 'string');
  const tall = twice ? 2 : 1;
  p.label(row, 0, side, list.length + tall);
  ['一级指标', '二级指标', '三级指标'].forEach((h, i) => p.label(row, 1 + i, h, tall));
  const body = row + tall;
  levels(p, list, body, 1);
  let column = 4;
  for (const c of columns) {
    if (typeof c.heading === 'string') p.label(row, column, c.heading, tall);
    else {
      p.label(row, column, c.heading[0], 1, c.heading[1].length);
      c.heading[1].forEach((h, i) => p.label(row + 1, column + i, h));
    }
    list.forEach((x, i) => c.put(p, body + i, column, x));
    column += typeof c.heading === 'string' ? 1 : c.heading[1].length;
  }
  return body + list.length;
}

const widthOf = (columns: readonly Cells[]): number =>
  4 + columns.reduce((a, c) => a + (typeof c.heading === 'string' ? 1 : c.heading[1].length), 0);

function total(
  p: Paper,
  e: Evaluated,
  row: number,
  at: { weight?: number; score: number },
  word: string,
): number {
  const label = Math.min(at.weight ?? at.score, at.score);
  p.label(row, 0, word, 1, label);
  if (at.weight !== undefined) p.score(row, at.weight, 10000);
  p.score(row, at.score, e.total);
  return row + 1;
}

function boxes(
  p: Paper,
  row: number,
  width: number,
  list: readonly (readonly [string, string])[],
): number {
  list.forEach(([label, text], i) => {
    p.label(row + i, 0, label);
    p.put(row + i, 1, text, 1, width - 1);
    if (text === '') p.cells[row + i]![1] = { value: null };
  });
  return row + list.length;
}

function notes(p: Paper, row: number, width: number, middle = '60'): void {
  if (!p.look.notes) return;
  p.put(row, 0, '备注：');
  NOTES.forEach((n, i) => p.put(row + 1 + i, 0, n.replaceAll('?', middle), 1, width));
}

const NATIONAL = [
  ['年初预算数', '年初'],
  ['全年预算数', '全年'],
  ['全年执行数', '执行'],
  ['分值', '分'],
  ['执行率', '率'],
  ['得分', '得'],
] as const;

function national(p: Paper, e: Evaluated): void {
  const columns =
    e.family === 'F2'
      ? [
          target,
          actual('实际完成值'),
          weight('分值'),
          method('得分计算方法'),
          score('得分'),
          reason('未完成原因分析'),
        ]
      : [
          target,
          actual('实际完成值'),
          weight('分值'),
          score('得分'),
          reason('偏差原因分析及改进措施'),
        ];
  const width = widthOf(columns);
  let row = names(p, e, head(p, e, width), width);
  const headings =
    e.family === 'F2'
      ? ([
          ['年初预算数（A）', '全年'],
          ['全年执行数（B）', '执行'],
          ['分值', '分'],
          ['执行率（B/A）', '率'],
          ['得分', '得'],
        ] as const)
      : NATIONAL;
  row = money(p, e, row, 2, headings);
  row = goals(p, e, row, width);
  row = block(p, row, { list: e.indicators, side: '绩效指标', columns });
  row = total(p, e, row, { weight: 6, score: e.family === 'F2' ? 8 : 7 }, '总分');
  notes(p, row, width);
}

/** Hubei: no column of weights; points in the headings. */
function hubei(p: Paper, e: Evaluated): void {
  const columns = [
    { ...target, heading: '年初目标值（A）' },
    actual('实际完成值（B）'),
    score('得分'),
  ];
  const width = 7;
  let row = names(p, e, head(p, e, width), width);
  if (e.family === 'F3') {
    p.label(row, 0, '项目类别');
    p.put(row, 1, '1、部门预算项目 ☑ 2、专项 □ 3、转移支付项目 □', 1, width - 1);
    row += 1;
  } else {
    p.label(row, 0, '基本支出总额');
    p.money10k(row, 1, e.kinds[0]!.spent, 3);
    p.label(row, 4, '项目支出总额');
    p.money10k(row, 5, e.kinds[1]!.spent, 2);
    row += 1;
  }
  p.label(row, 0, '预算执行情况（万元）（20 分）', 2);
  ['预算数（A）', '执行数（B）', '执行率（B/A）', '得分（20 分*执行率）'].forEach((h, i) =>
    p.label(row, 3 + i, h),
  );
  p.label(row + 1, 1, e.family === 'F3' ? '年度财政资金总额' : '部门整体支出总额', 1, 2);
  moneyRow(p, row + 1, 3, e.whole, ['全年', '执行', '率', '得'], e);
  row += 2;
  if (e.family === 'F3')
    row = block(p, row, { list: e.indicators, side: '年度绩效目标（80 分）', columns });
  else {
    e.goals.forEach((g, i) => {
      p.label(row, 0, `年度${i > 0 ? '绩效' : ''}目标 ${i + 1}（${Math.round(g.weight / 100)}分）`);
      p.put(row, 1, g.text, 1, width - 1);
      row = block(p, row + 1, {
        list: e.indicators.filter((x) => x.goal === i),
        side: '年度绩效指标',
        columns,
      });
    });
  }
  p.label(row, 0, '总分');
  p.score(row, 1, e.total, width - 1);
  row = boxes(p, row + 1, width, [
    ['偏差大或目标未完成原因分析', e.reasons],
    ['改进措施及结果应用方案', e.measures],
  ]);
  notes(p, row, width, '50');
}

/** Sichuan: the target in three cells. */
function sichuan(p: Paper, e: Evaluated): void {
  const columns = [
    three,
    actual('完成值'),
    weight('权重'),
    score('得分'),
    reason('未完成原因分析'),
  ];
  const width = widthOf(columns);
  let row = names(p, e, head(p, e, width), width);
  row = money(p, e, row, 2, [
    ['年初预算', '年初'],
    ['调整后预算数', '全年'],
    ['预算执行数', '执行'],
    ['执行率', '率'],
    ['权重', '分'],
    ['得分', '得'],
  ]);
  row = goals(p, e, row, width);
  row = block(p, row, { list: e.indicators, side: '年度绩效指标', columns });
  row = total(p, e, row, { weight: 8, score: 9 }, '合计');
  boxes(p, row, width, [
    ['评价结论', '完成较好。'],
    ['存在问题', e.reasons],
    ['改进措施', e.measures],
  ]);
}

/** Chongqing: year-start and adjusted targets, coefficients. */
function chongqing(p: Paper, e: Evaluated): void {
  const columns: Cells[] = [
    { heading: '计量单位', put: (q, r, c, x) => q.put(r, c, x.target.unit) },
    { heading: '指标性质', put: (q, r, c, x) => q.put(r, c, x.target.nature) },
    { heading: '年初指标值', put: (q, r, c, x) => q.value(r, c, x.initial.value) },
    { heading: '调整指标值', put: (q, r, c, x) => q.value(r, c, x.target.value) },
    actual('全年完成值'),
    { heading: '得分系数（%）', put: (q, r, c, x) => q.cell(r, c, { value: x.coefficient / 100 }) },
    weight('权重'),
    score('得分'),
    { heading: '是否核心指标', put: (q, r, c) => q.put(r, c, '否') },
  ];
  const width = widthOf(columns);
  let row = names(p, e, head(p, e, width), width);
  p.label(row, 0, '当年预算执行情况（万元）', 2);
  ['年初预算数', '调整预算数', '执行数', '执行率', '权重', '得分'].forEach((h, i) =>
    p.label(row, 1 + i, h),
  );
  moneyRow(p, row + 1, 1, e.whole, ['年初', '全年', '执行', '率', '分', '得'], e);
  row = goals(p, e, row + 2, width);
  row = block(p, row, { list: e.indicators, side: '绩效指标', columns });
  total(p, e, row, { weight: 10, score: 11 }, '自评得分');
}

/** Earmarked funds: with scores, or with none at all. */
function earmarked(p: Paper, e: Evaluated, scored: boolean): void {
  const columns = scored
    ? [weight('分值'), target, actual('全年实际值'), score('得分'), reason('未完成原因和改进措施')]
    : [target, actual('全年实际完成值'), reason('未完成原因和改进措施')];
  const width = Math.max(widthOf(columns), 8);
  let row = names(p, e, head(p, e, width), width);
  row = money(p, e, row, 2, [
    ['全年预算数（A）', '全年'],
    ['全年执行数（B）', '执行'],
    ['执行率（B/A）', '率'],
    ...(scored
      ? ([
          ['分值', '分'],
          ['得分', '得'],
        ] as const)
      : []),
  ]);
  row = goals(p, e, row, width);
  row = block(p, row, { list: e.indicators, side: '绩效指标', columns });
  if (scored) row = total(p, e, row, { weight: 4, score: 7 }, '总分');
  boxes(p, row, width, [['说明', '无']]);
}

/** Hunan: no money, a rule in each row. */
function hunan(p: Paper, e: Evaluated): void {
  const columns = [
    weight('分值'),
    method('评分标准'),
    target,
    actual('完成情况'),
    score('自评得分'),
    reason('扣分原因'),
  ];
  const width = widthOf(columns);
  const row = names(p, e, head(p, e, width), width);
  const end = block(p, row, { list: e.indicators, side: '评价指标体系', columns });
  total(p, e, end, { weight: 4, score: 8 }, '合计');
}

/** 自评表 on a page. `scored` is for the family that may do without scores. */
export function laidOut(e: Evaluated, look: Look, scored = true): Paper {
  const p = new Paper(look);
  switch (e.family) {
    case 'F1':
    case 'F2':
      national(p, e);
      break;
    case 'F3':
    case 'F4':
      hubei(p, e);
      break;
    case 'F5':
      sichuan(p, e);
      break;
    case 'F6':
      chongqing(p, e);
      break;
    case 'F7':
      earmarked(p, e, scored);
      break;
    case 'F8':
      hunan(p, e);
      break;
  }
  return p;
}
