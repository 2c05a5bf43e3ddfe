// One finding as text, to be pasted somewhere: what, where, by which rule, what was said of it.
import type { Finding } from '../assertions/finding.ts';
import { KIND_NAMES, kindOf } from './attention.ts';
import { cellName } from './wording.ts';

/** So many cells are named. */
const NAMED = 8;

/** 问题文本 in lines, without a line break at the end; cells beyond the first few are only counted. */
export function findingText(finding: Finding): string {
  const { rule, title, message, basis, cells, explanation, ignored } = finding;
  const named = cells.slice(0, NAMED).map((c) => cellName(c));
  const more = cells.length > NAMED ? ` 等 ${cells.length} 格` : '';
  return [
    `${KIND_NAMES[kindOf(finding)]}：${title}`,
    message,
    named.length > 0 && `涉及：${named.join('、')}${more}`,
    `依据：${basis}（${rule}）`,
    explanation && `出错说明：${explanation}`,
    ignored !== undefined && `已忽略：${ignored}`,
  ]
    .filter(Boolean)
    .join('\n');
}
