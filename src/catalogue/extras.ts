// 附表: extra tables of some places, and the words by which their titles are known. Data.
import type { ExtraTable } from '../identities/roster.ts';

const FUNDS = ['政府性基金', '国有资本'];

export const EXTRAS: readonly ExtraTable[] = [
  {
    title: '财政拨款支出决算明细表',
    words: [['财政拨款支出']],
    without: ['一般公共预算', ...FUNDS, '基本支出', '项目支出', '三公'],
  },
  {
    title: '一般公共预算财政拨款支出决算明细表',
    words: [['一般公共预算'], ['支出'], ['明细']],
    without: ['基本支出', '项目支出', ...FUNDS],
  },
  {
    title: '一般公共预算财政拨款项目支出决算表',
    words: [['项目支出']],
    without: [...FUNDS, '基本支出'],
  },
  {
    title: '国有资本经营预算财政拨款收入支出决算表',
    words: [['国有资本'], ['收入支出', '收支']],
    // Where one table of this money is published, it may give income and balances as well.
    within: '表9',
  },
  {
    title: '一般公共预算财政拨款收入支出决算表',
    words: [['一般公共预算'], ['收入支出', '收支']],
    without: FUNDS,
  },
  {
    title: '政府性基金预算财政拨款基本支出决算表',
    words: [['基金'], ['基本支出']],
  },
  { title: '项目收入支出决算表', words: [['项目收入支出', '项目收支']], without: FUNDS },
  {
    title: '财政拨款支出决算表',
    words: [['财政拨款支出']],
    without: ['一般公共预算', ...FUNDS, '基本支出', '项目支出', '三公'],
  },
  {
    title: '财政拨款基本支出决算表',
    words: [['财政拨款基本支出']],
    without: ['一般公共预算', ...FUNDS],
  },
  { title: '财政拨款机关运行经费支出决算表', words: [['机关运行经费', '机关运行费']] },
  { title: '政府采购支出决算表', words: [['采购']] },
  {
    title: '机构运行经费支出、国有资产占用情况及政府采购支出信息表',
    words: [
      ['机构运行', '机关运行'],
      ['国有资产', '采购'],
    ],
  },
  { title: '政府采购情况表', words: [['采购']] },
  { title: '政府购买服务决算公开情况表', words: [['购买服务']] },
  { title: '国有资产使用情况表', words: [['国有资产', '资产使用', '资产占']] },
  {
    title: '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
    words: [['机关运行经费', '机关运行费']],
  },
];
