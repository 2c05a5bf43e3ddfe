// Words of the pages over the pane: keys, the version and what is new in it.
/** As the package has it; a test holds them together. */
export const VERSION = '0.1.0';

export const KEYS: readonly (readonly [string, string])[] = [
  ['F6', '在表格和窗格之间来回'],
  ['Ctrl+Enter', '重新体检'],
  ['↑ ↓', '上一条、下一条，表格跟着走'],
  ['Enter', '看这一条的详情，停在单元格'],
  ['E', '写出错说明'],
  ['Esc', '收起，回到列表'],
];

export const NEWS: readonly string[] = [
  '问题按可能出错的单元格归并，一格一张卡片',
  '已说明、已忽略另有计数，可以查看和取消',
  '表改动以后，结果注明是几点的',
  '改正和填入逐步撤销，可以一起改正',
  '体检报告就地更新，可存成 Word 签字',
  '多个单位一起核对，看汇总是否相符',
];
