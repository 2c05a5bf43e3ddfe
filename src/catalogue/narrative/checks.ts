// 文稿核对项: heads of the checks of texts. C01–C20 hold numbers against the tables and each other, from C21
// on words and structure.
import type { TextCheck } from '../../narrative/tie/dictionary.ts';

const PATTERN = '部门决算公开：情况说明与决算表一致';
const INSPECTION = '地方预决算公开检查：准确性';
const LAYOUT = '部门决算公开：情况说明体例';
const since = 2015;
const error = { since, severity: 'error' } as const;
const warning = { since, severity: 'warning' } as const;

export const CHECKS: readonly TextCheck[] = [
  {
    id: 'C01',
    title: '收支总计应与收入支出决算总表一致',
    basis: PATTERN,
    says: '收、支总计 = 表1.总计',
    ...error,
  },
  {
    id: 'C02',
    title: '与上年相比的增减额、增减幅度和方向应一致',
    basis: PATTERN,
    says: '增减额 = 本年 − 上年；幅度 = 增减额 ÷ 上年；上年为零不计算幅度',
    ...error,
  },
  {
    id: 'C03',
    title: '收入合计及各项收入、占比应与收入决算表一致',
    basis: PATTERN,
    says: '各项收入 = 表2；占比 = 各项收入 ÷ 合计',
    ...error,
  },
  {
    id: 'C04',
    title: '支出合计及各类支出、占比应与支出决算表一致',
    basis: PATTERN,
    says: '各类支出 = 表3；占比 = 各类支出 ÷ 合计',
    ...error,
  },
  {
    id: 'C05',
    title: '财政拨款收支总计应与财政拨款收入支出决算总表一致',
    basis: PATTERN,
    says: '财政拨款收、支总计 = 表4.总计',
    ...error,
  },
  {
    id: 'C06',
    title: '一般公共预算财政拨款支出及其占本年支出的比重应一致',
    basis: PATTERN,
    says: '一般公共预算财政拨款支出 = 表5.合计；占比 = 表5.合计 ÷ 表3.合计',
    ...error,
  },
  {
    id: 'C07',
    title: '支出结构应列全各类支出，金额、占比一致',
    basis: PATTERN,
    says: '各类 = 表5.类；列全不为零的类；占比之和为 100%',
    ...error,
  },
  {
    id: 'C08',
    title: '预算数、决算数和完成率应一致，预算为零不计算完成率',
    basis: PATTERN,
    says: '完成率 = 决算数 ÷ 预算数',
    ...error,
  },
  {
    id: 'C09',
    title: '各科目预算数、决算数应一致，科目名称与表一致',
    basis: PATTERN,
    says: '决算数 = 表5.科目；各科目预算之和 = 预算合计',
    ...error,
  },
  {
    id: 'C10',
    title: '基本支出及所列经济科目应与基本支出决算表一致',
    basis: PATTERN,
    says: '基本支出 = 人员经费 + 公用经费；只列有数的款，且列全',
    ...error,
  },
  {
    id: 'C11',
    title: '“三公”经费预算数、决算数和完成率应一致',
    basis: PATTERN,
    says: '各项 = 表7；完成率以本项预算为分母',
    ...error,
  },
  {
    id: 'C12',
    title: '占比应等于分项除以合计',
    basis: PATTERN,
    says: '占比 = 分项 ÷ 合计',
    ...error,
  },
  {
    id: 'C13',
    title: '“三公”经费与上年相比，合计增减应等于各项增减之和',
    basis: PATTERN,
    says: '合计增减 = Σ各项增减',
    ...error,
  },
  {
    id: 'C14',
    title: '“三公”经费的数量应与金额对应',
    basis: INSPECTION,
    says: '有金额应有团组、人次、辆数、批次；没有金额不应有',
    ...error,
  },
  {
    id: 'C15',
    title: '政府性基金、国有资本经营预算的说明应与表一致，空表应说明“没有”',
    basis: PATTERN,
    says: '各项 = 表8、表9；没有数据 ⇔ 写“没有”',
    ...error,
  },
  {
    id: 'C16',
    title: '机关运行经费及其增减应一致',
    basis: PATTERN,
    says: '机关运行经费 = 公用经费（行政、参公单位）',
    ...error,
  },
  {
    id: 'C17',
    title: '政府采购总额应等于货物、工程、服务之和，中小企业份额一致',
    basis: PATTERN,
    says: '总额 = 货物 + 工程 + 服务；小微 ≤ 中小 ≤ 总额',
    ...error,
  },
  {
    id: 'C18',
    title: '车辆总数应等于各类车辆之和',
    basis: PATTERN,
    says: '车辆 = Σ各类',
    ...error,
  },
  {
    id: 'C19',
    title: '绩效评价的项目数、资金和占比应一致',
    basis: PATTERN,
    says: '占比 = 资金 ÷ 项目支出；执行率 = 执行数 ÷ 预算数',
    ...error,
  },
  {
    id: 'C20',
    title: '同一指标前后应一致',
    basis: INSPECTION,
    says: '同一指标各处写法相同',
    ...error,
  },
  {
    id: 'C21',
    title: '模板的提示、空格和重复文字应删去',
    basis: LAYOUT,
    says: '成稿不含模板提示',
    ...warning,
  },
  {
    id: 'C22',
    title: '年度应写全，并与本文年度一致',
    basis: LAYOUT,
    says: '标题、正文的年度 = 本年度',
    ...warning,
  },
  {
    id: 'C23',
    title: '财政级次应与本部门一致',
    basis: LAYOUT,
    says: '区、县部门不写市级财政',
    ...warning,
  },
  {
    id: 'C24',
    title: '百分比应带百分号',
    basis: LAYOUT,
    says: '占比、完成率、幅度写“%”',
    ...warning,
  },
  { id: 'C25', title: '标题编号应连续', basis: LAYOUT, says: '（一）（二）（三）…', ...warning },
  {
    id: 'C26',
    title: '预算与决算、与上年的差异应写明原因，句子应写完',
    basis: LAYOUT,
    says: '“主要原因是”之后有内容；不以逗号结尾',
    ...warning,
  },
  {
    id: 'C27',
    title: '增减、大小的说法应与数字一致',
    basis: INSPECTION,
    says: '大于、小于、持平与两数的大小一致',
    ...error,
  },
  {
    id: 'C28',
    title: '文稿的单位名称应与工作簿一致',
    basis: LAYOUT,
    says: '文稿的单位 = 工作簿的单位',
    ...warning,
  },
];
