// 补充资料: what the nine tables do not hold. One row each, found by name; the units are those of a
// sheet written new.
import type { Form, ItemDeclaration } from '../../forms/form.ts';

const row =
  (unit: string, hint?: string) =>
  (name: string): ItemDeclaration => ({
    key: name,
    names: [name],
    unit,
    ...(hint && { hint }),
  });
const grouped = (group: string, items: readonly ItemDeclaration[]): ItemDeclaration[] =>
  items.map((i) => ({
    ...i,
    key: `${group}·${i.key}`,
    names: [`${group}·${i.key}`],
    groups: [group],
  }));

const MONEY = '万元';
const WORDS = '情况说明用的文字写在说明栏，数值栏不填';
const THREE = [
  '“三公”经费',
  '因公出国（境）费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
];

const LAST = grouped('上年', [
  ...[
    '收入支出总计',
    '财政拨款收入支出总计',
    '一般公共预算财政拨款支出',
    '“三公”经费支出',
    ...THREE.slice(1),
    '机关运行经费',
  ].map(row(MONEY, '增减的原因写在说明栏')),
]);

const budget = (group: string): ItemDeclaration[] =>
  grouped(group, ['合计', ...THREE].map(row(MONEY, '与决算不同的原因写在说明栏'))).map((i) =>
    i.key === `${group}·合计` ? { ...i, byCode: true } : i,
  );

export const SUPPLEMENT: Form = {
  id: '补充资料',
  title: '补充资料',
  aliases: ['补充资料表'],
  basis: '勾稽：九张表以外的数据',
  since: 2015,
  shape: 'list',
  signature: ['补充资料', '项目', '数值'],
  columns: [{ key: '数值', names: ['数值'], whole: true }],
  rows: [
    ...LAST,
    ...budget('年初预算'),
    ...budget('全年预算'),
    row(MONEY)('机关运行经费'),
    row('个')('因公出国（境）团组数'),
    row('人次')('因公出国（境）人次'),
    row('辆')('公务用车购置数'),
    row('辆')('公务用车保有量'),
    row('批次')('国内公务接待批次'),
    row('人次')('国内公务接待人次'),
    row('批次')('外事接待批次'),
    row('人次')('外事接待人次'),
    ...grouped('用途', THREE.slice(1).map(row('', WORDS))),
    ...grouped(
      '政府采购',
      ['总额', '货物', '工程', '服务', '授予中小企业', '授予小微企业'].map(row(MONEY)),
    ),
    ...grouped(
      '车辆',
      [
        '合计',
        '部级领导干部用车',
        '主要领导干部用车',
        '机要通信用车',
        '应急保障用车',
        '执法执勤用车',
        '特种专业技术用车',
        '离退休干部用车',
        '其他用车',
      ].map(row('辆')),
    ),
    row('台（套）')('单价100万元以上设备'),
    row('人')('编制人数'),
    row('人')('在职人数'),
    row('人')('退休人数'),
    ...grouped('单位类型', ['行政', '参公', '事业'].map(row('个'))),
    row('个')('所辖单位数'),
    row('个')('绩效·项目数'),
    row(MONEY)('绩效·资金'),
    ...grouped('绩效', [
      row('个')('编报目标项目数'),
      row(MONEY)('编报目标资金'),
      row('个')('跟踪项目数'),
      row(MONEY)('跟踪资金'),
      row('分')('平均得分'),
      ...['评优', '评良', '评中', '评差'].map((grade) => row('个')(`${grade}项目数`)),
    ]),
    ...[
      '绩效·评价情况',
      '绩效·整体自评结果',
      '绩效·项目自评结果',
      '绩效·结果应用',
      '一般性支出·内容',
      '其他·需要说明的事项',
      '概况·部门主要职能',
      '概况·部门决算单位构成',
      '概况·部门人员构成',
    ].map(row('', WORDS)),
    ...['用途', '名词解释'].flatMap((group) =>
      grouped(group, [row('', WORDS)('科目编码')]).map((i) => ({ ...i, byCode: true })),
    ),
    ...grouped('自评', [
      row('', '自评报告、综述里要写的文字，整体的写 自评·整体·问题，写在说明栏')('项目名称·问题'),
    ]).map((i) => ({ ...i, byName: true })),
  ],
};
