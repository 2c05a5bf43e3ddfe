// Stable codes of what a finding is about. Whatever acts on a finding asks for its code; words are for people.

/** 原因代码, each with what it means. Codes are part of the JSON and never change their meaning. */
export const CAUSES = {
  // Comparisons that were decided.
  agrees: '相符',
  rounding: '尾差：在四舍五入允许之内',
  differs: '应相等而不等',
  'too-much': '应不大于而大于',
  'too-little': '应不小于而小于',
  outside: '应在区间内而不在',
  // Comparisons that could not be decided.
  'not-a-number': '金额格里不是数字',
  'not-calculated': '公式没有保存计算结果',
  'table-unfilled': '表没有填数，也没有说明',
  'cell-unfilled': '应填的一格还没有填',
  'parts-unfilled': '分项都还没有填',
  'part-unclear': '有一项没有认出，算上它相符',
  'units-differ': '计量单位不能换算',
  'no-quotient': '除数为零或可能为零',
  'table-twice': '同一张表有两张，分不清以哪张为准',
  'columns-inferred': '表没有画全格线或名称没有印全，行、列是推断的，分不清是填错还是读错',
  undecided: '依现有的数不能判定，请人工核对',
  // Remarks on tables and their headings.
  remark: '提示',
  'table-missing': '应公开的表没有找到',
  'table-surplus': '不在应公开的表中',
  'extra-missing': '附表没有找到，请确认是否要求公开',
  'note-differs': '附注算式与规程不同',
  'unit-missing': '没有写计量单位',
  'year-differs': '年度不一致',
  'department-differs': '部门名称不一致',
  hidden: '工作表是隐藏的',
  'not-checked': '没有核对',
  'row-unclear': '有一行看不懂',
  'typed-as-text': '金额是文本',
  negative: '金额为负',
  disguised: '单元格格式把金额显示成别的',
  'code-malformed': '编码位数不对',
  'code-twice': '编码重复',
  'code-out-of-order': '编码没有按顺序',
  'code-without-parent': '没有上级科目的一行',
  'detail-missing': '没有列到别的表列到的级次',
  'name-of-other-code': '名称是另一编码的',
  'name-cut': '名称没有写完',
  'name-differs': '同一编码名称不同',
  'name-former': '名称是以前年度的',
  'pair-differs': '两处通常相同的数不同',
  'code-unknown-there': '科目不在支出决算表中',
  // Remarks on 自评表 and their words.
  'reason-missing': '没有写原因',
  'only-over': '超额完成，宜说明原因',
} as const;

/** 原因代码: what a finding is about, for whatever acts on it. */
export type Cause = keyof typeof CAUSES;
