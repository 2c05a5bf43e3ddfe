// What people are asked to look at, counted: every finding that does not hold stands in exactly one of these.
import type { Severity } from '../assertions/declaration.ts';
import { type Finding, SEVERITY_NAMES, VERDICT_NAMES } from '../assertions/finding.ts';

/** 待办: breaks by what is to be done, without those explained, and what is ignored whatever its verdict. */
export type Attention = Readonly<Record<Severity | 'explained' | 'ignored', number>>;

/** 类别: what a finding is to its reader. 不符 is what must be mended; 核实 and 提示 have names of their own. */
export type Kind =
  | 'error'
  | 'warning'
  | 'note'
  | 'rounding'
  | 'unknown'
  | 'explained'
  | 'ignored'
  | 'exact';

/** In the order in which they are counted and listed. */
export const KINDS: readonly Kind[] = [
  'error',
  'warning',
  'note',
  'rounding',
  'unknown',
  'explained',
  'ignored',
  'exact',
];

/** 类别 as people read them. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  error: VERDICT_NAMES.broken,
  warning: SEVERITY_NAMES.warning,
  note: SEVERITY_NAMES.note,
  rounding: VERDICT_NAMES.rounding,
  unknown: VERDICT_NAMES.unknown,
  explained: '已说明',
  ignored: '已忽略',
  exact: VERDICT_NAMES.exact,
};

/**
 * 类别 of a finding: ignored goes before the verdict, unless it holds; of a break explained before its
 * severity.
 */
export function kindOf({ verdict, severity, explained, ignored }: Finding): Kind {
  if (verdict === 'exact') return 'exact';
  if (ignored !== undefined) return 'ignored';
  if (verdict !== 'broken') return verdict;
  return explained ? 'explained' : severity;
}

/** 待办 counted; 尾差, 无法核对 and 相符 are none unless ignored. */
export function attentionOf(findings: readonly Finding[]): Attention {
  const counts = { error: 0, warning: 0, note: 0, explained: 0, ignored: 0 };
  for (const f of findings) {
    const kind = kindOf(f);
    if (kind in counts) counts[kind as keyof typeof counts] += 1;
  }
  return counts;
}
