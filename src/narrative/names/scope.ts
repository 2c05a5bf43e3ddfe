// Whose figure a name stands for: the department's own, or a subordinate unit's. Knows forms of names.
import { isGlue } from './lead.ts';

/** Whether the words before a name leave it the department's own; a subordinate unit makes it another. */
export function isOwnScope(before: string, departments: readonly string[]): boolean {
  const clause = before
    .slice(Math.max(...['，', '。', '；', '：', '、', '）'].map((c) => before.lastIndexOf(c))) + 1)
    .replace(/(?:19|20)\d\d年度?/g, '')
    .replace(/(?:行政单位|机关|行政)?（含参照公务员法管理的?(?:事业)?单位）/, '')
    .replace(
      /^(?:其中|我|本|该|全|各)?(?:部门|单位|局|委|办|院|校|中心|厅|年|市|区|县|省)?(?:（[^）]*）)?/,
      '',
    )
    .replace(
      /^(?:来自|来源于|本年度?|当年|全年|决算|实际|开支|使用|发生|主要|具体|用于|安排|包括|共|其中|截至年末|年末|的)+/,
      '',
    )
    .replace(
      /(?:的|共|有|(?:由)?(?:开支)?财政拨款(?:开支(?:运行维护费)?)?的|实现|取得|完成|发生|本级)+$/,
      '',
    )
    // 医疗业务形成的事业收入: what the unit does, not another unit.
    .replace(
      /^[^部所中局校院站]{0,4}(?:业务|活动|服务|教学|科研|诊疗)(?:及辅助活动)?(?:所?(?:形成|取得|实现|产生|获得))的?$/,
      '',
    )
    .replace(/(?:机关)?(?:及|和)(?:其)?(?:所属|下属|直属)(?:事业)?单位$/, '')
    .replace(/^(?:(?:我|本|该)?(?:部门|单位|局|委|办))?(?:机关|行政单位)?$/, '');
  if (clause === '' || isGlue(clause) || /^[\d.①-⑳]+$/.test(clause)) return true;
  return departments.some((name) => isPartOf(clause, name));
}

/** A short form of the department's name: its characters in their order. */
function isPartOf(words: string, name: string): boolean {
  let at = 0;
  for (const char of words) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return words.length > 1;
}
