// 汇总核对 as a use case: what is said where the sum of the units cannot be made. Knows the rule by its id; no file.
import type { Finding } from '../assertions/finding.ts';

/** 部门 = 所属单位之和. */
export const AGGREGATE_ID = 'B20';

/** A sum with a unit missing is no sum: one finding, 无法核对, in place of a hundred breaks. */
export function undecidedFor(
  unread: readonly string[],
  head: { readonly basis: string; readonly title: string },
): Finding {
  return {
    rule: AGGREGATE_ID,
    verdict: 'unknown',
    severity: 'note',
    cause: 'undecided',
    title: head.title,
    says: '部门 = 所属单位之和',
    basis: head.basis,
    message: `所属单位的工作簿${unread.map((u) => `“${u}”`).join('、')}读不了，汇总无法核对。`,
    explained: false,
    cells: [],
  };
}
