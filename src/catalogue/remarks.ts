// 提示条目: heads of the remarks, by id.
import type { Remark } from '../identities/remarks.ts';

const PUBLIC = '部门决算公开要求';
const since = 2015;

export const REMARKS: readonly Remark[] = [
  {
    id: 'A27',
    title: '金额应为数字且一般不为负',
    basis: '部门决算公开样表：金额栏',
    since,
    severity: 'warning',
    says: '金额栏只填数字；年初结转经调整可能为负',
  },
  {
    id: 'A28',
    title: '科目编码应完整、有序、不重复',
    basis: '政府收支分类科目',
    since,
    severity: 'warning',
    says: '编码为 3、5、7 位，下级以上级开头，上级在列',
  },
  {
    id: 'B17',
    title: '同一编码的名称应一致，财政拨款支出的科目应在支出决算表中',
    basis: '政府收支分类科目',
    since,
    severity: 'error',
    says: '表5、表8、表9 的科目都在表3 中，同一编码同一名称',
  },
  {
    id: 'D01',
    title: '应公开的表缺少',
    basis: PUBLIC,
    since,
    severity: 'warning',
    says: '应公开的表都在工作簿中，没有数据的也公开空表',
  },
  {
    id: 'D02',
    title: '多出的表',
    basis: PUBLIC,
    since,
    severity: 'note',
    says: '表与当地应公开的表一致',
  },
  {
    id: 'D03',
    title: '附注中的算式与规程不同',
    basis: '表下附注',
    since,
    severity: 'warning',
    says: '附注算式与规程一致',
  },
  {
    id: 'D04',
    title: '金额是文本',
    basis: '部门决算公开样表：金额栏',
    since,
    severity: 'note',
    says: '金额以数字存储',
  },
  {
    id: 'D05',
    title: '计量单位缺少或矛盾',
    basis: '部门决算公开样表：表头',
    since,
    severity: 'warning',
    says: '每张表写明计量单位',
  },
  {
    id: 'D06',
    title: '年度不一致',
    basis: '部门决算公开样表：标题',
    since,
    severity: 'warning',
    says: '各表标题的年度相同',
  },
  {
    id: 'D07',
    title: '部门名称不一致',
    basis: '部门决算公开样表：表头',
    since,
    severity: 'warning',
    says: '各表的部门名称相同',
  },
  {
    id: 'D08',
    title: '没有核对或隐藏的工作表',
    basis: PUBLIC,
    since,
    severity: 'note',
    says: '副本、上年表、隐藏表逐一说明',
  },
];
