// 图: the pictures that places ask for, each with what it shows.
import type { ChartRule } from '../../narrative/chart.ts';

const shares = (table: string, names: readonly string[]): ChartRule['points'] =>
  names.map((label) => ({ label, says: `${table}.合计·${label}` }));

export const CHARTS: readonly ChartRule[] = [
  {
    name: '收支总计变动',
    kind: 'columns',
    title: '收、支总计',
    points: [
      { label: '{上年度}', says: '上年收支总计' },
      { label: '{年度}', says: '收支总计' },
    ],
  },
  {
    name: '收入结构',
    kind: 'pie',
    title: '收入决算结构',
    points: shares('表2', [
      '财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
    ]),
  },
  {
    name: '支出结构',
    kind: 'pie',
    title: '支出决算结构',
    points: shares('表3', [
      '基本支出',
      '项目支出',
      '上缴上级支出',
      '经营支出',
      '对附属单位补助支出',
    ]),
  },
  {
    name: '财政拨款总计变动',
    kind: 'columns',
    title: '财政拨款收、支总计',
    points: [
      { label: '{上年度}', says: '上年财政拨款收支总计' },
      { label: '{年度}', says: '财政拨款收支总计' },
    ],
  },
];
