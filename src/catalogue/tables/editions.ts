// 样表版本: how the official forms are printed, by year, in the whole country. Data; each cites where it is from.
import type { Edition } from '../../forms/edition.ts';

const note = { severity: 'note' } as const;
/** 类 of the forms in their order, as they came. */
const UNTIL_2018 =
  '201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 229 231 232';
const UNTIL_2019 =
  '201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 224 229 231 232';
const SINCE_2020 =
  '201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 231 232 234';

export const BALANCES = ['年初结转和结余', '本年收入', '年末结转和结余'];
/** One row of fiscal income, and no state capital, before 2020. */
const BEFORE_2020 = {
  表1: ['一般公共预算财政拨款收入', '政府性基金预算财政拨款收入', '国有资本经营预算财政拨款收入'],
  表4: [
    '国有资本经营预算财政拨款',
    '本年收入合计·国有资本经营预算财政拨款',
    '年初财政拨款结转和结余·国有资本经营预算财政拨款',
  ],
  表5: BALANCES,
};
const FROM_2020 = { 表1: ['财政拨款收入'], 表5: BALANCES, 表9: BALANCES };

const GENERAL_THREE = { 表7: '一般公共预算财政拨款“三公”经费支出决算表' };
export const RUNNING = {
  公务用车购置及运行维护费: '公务用车购置及运行费',
  公务用车运行维护费: '公务用车运行费',
};
const OLD_NAMES = {
  '207': '文化体育与传媒支出',
  '210': '医疗卫生与计划生育支出',
  '215': '资源勘探信息等支出',
  '220': '国土海洋气象等支出',
  使用非财政拨款结余: '用事业基金弥补收支差额',
};
const WITH_SPECIAL_FUNDS = { 使用非财政拨款结余: '使用非财政拨款结余（含专用结余）' };

const FISCAL_NOTE = '注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款';
export const NOTES = {
  表1: '注：本表反映部门本年度的总收支和年末结转结余情况。',
  表2: '注：本表反映部门本年度取得的各项收入情况。',
  表3: '注：本表反映部门本年度各项支出情况。',
  表4: `${FISCAL_NOTE}和国有资本经营预算财政拨款的总收支和年末结转结余情况。`,
  表5: '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
  表6: '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
  表7: '注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，决算数为当年财政拨款和以前年度结转资金安排的实际支出。',
  表8: '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
  表9: '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
};
const GENERAL_NOTES = {
  ...NOTES,
  表7: '注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费年初预算数，决算数为当年一般公共预算财政拨款和以前年度结转资金安排的实际支出。',
};
const OLD_NOTES = { ...GENERAL_NOTES, 表4: `${FISCAL_NOTE}的总收支和年末结转结余情况。` };

const BASE = {
  id: '样表',
  numbered: true,
  mark: { at: 'corner', text: '公开{nn}表' },
  economic: [['301', '303'], ['302'], ['307', '310', '312', '399']],
  three: 'across',
  ...note,
} as const;
export const MODERN = { ...BASE, classes: SINCE_2020.split(' '), without: FROM_2020 };
export const GENERAL = {
  ...MODERN,
  since: 2020,
  until: 2021,
  titles: GENERAL_THREE,
  notes: GENERAL_NOTES,
};

export const EDITIONS: readonly Edition[] = [
  {
    ...BASE,
    title: '2018 年度及以前样表',
    basis: '2018 年度及以前部门决算公开样表',
    since: 2015,
    until: 2018,
    classes: UNTIL_2018.split(' '),
    wording: { ...OLD_NAMES, ...RUNNING },
    titles: GENERAL_THREE,
    without: BEFORE_2020,
    notes: OLD_NOTES,
  },
  {
    ...BASE,
    title: '2019 年度样表',
    basis: '2019 年度部门决算公开样表',
    since: 2019,
    until: 2019,
    classes: UNTIL_2019.split(' '),
    wording: { '215': '资源勘探信息等支出', ...RUNNING },
    titles: GENERAL_THREE,
    without: BEFORE_2020,
    notes: OLD_NOTES,
  },
  {
    ...GENERAL,
    title: '2020、2021 年度样表',
    basis: '2020、2021 年度部门决算公开样表',
    wording: RUNNING,
  },
  {
    ...MODERN,
    title: '2022 年度起样表',
    basis: '2022 年度起部门决算公开样表',
    since: 2022,
    wording: WITH_SPECIAL_FUNDS,
    titles: {},
    notes: NOTES,
  },
];
