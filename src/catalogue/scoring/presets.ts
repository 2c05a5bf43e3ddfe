// 计分预设: which rules a place uses, with their parameters. Data. None has been held against the local notice
// by a finance user yet: all are 待确认.
import type { Grade, Preset } from '../../scoring/rule.ts';

const GRADES: readonly Grade[] = [
  { from: '90', name: '优' },
  { from: '80', name: '良' },
  { from: '60', name: '中' },
  { from: '0', name: '差' },
];
/** What every preset has in common. */
export const presetHead = {
  unconfirmed: true,
  severity: 'note',
  grades: GRADES,
  boundStyle: '连续',
  rounding: { decimals: 2, way: '四舍五入' },
} as const;
export const TOTALS = ['SG1', 'SG3', 'SG4', 'SG5'];
/** 指标得分: what every place's way of scoring has, after its own rules for targets met or missed. */
export const USUAL = ['SQ4', 'SQ6', 'SQ7', 'SQ19', 'SQ10', 'SQ12', 'SQ13'];
export const EXECUTION = ['SX7', 'SX8', 'SX9'];

export const PRESETS: readonly Preset[] = [
  {
    id: '全国',
    title: '全国（执行率 10 分）',
    basis: '项目支出绩效评价管理办法',
    since: 2015,
    ...presetHead,
    families: ['F1', 'F2', 'F7'],
    rules: [
      'SW1',
      'SX1',
      'SX6',
      ...EXECUTION,
      'SQ1',
      'SQ2',
      ...USUAL,
      'SQ18',
      'SO4',
      'SO7',
      'SL2',
      ...TOTALS,
    ],
    parameters: { 执行分值: '10', 执行率下限: '90%', 满分: '100' },
  },
  {
    id: '自定',
    title: '自定（逐项选择）',
    basis: '使用人填写',
    since: 2015,
    ...presetHead,
    families: [],
    rules: ['SX1', ...EXECUTION, 'SQ1', 'SQ2', ...USUAL, 'SQ18', 'SO1', 'SL2', ...TOTALS],
    parameters: { 满分: '100' },
  },
  {
    id: '通用',
    title: '通用（执行率 10 分，反向按超出比例扣减）',
    basis: '地方绩效管理系统',
    since: 2015,
    ...presetHead,
    families: ['F6'],
    rules: [
      'SW8',
      'SX1',
      'SX6',
      ...EXECUTION,
      'SQ1',
      'SQ3',
      ...USUAL,
      'SQ18',
      'SO2',
      'SL2',
      ...TOTALS,
    ],
    parameters: { 执行分值: '10', 执行率下限: '90%', 满分: '100', 超额门槛: '120%' },
  },
];
