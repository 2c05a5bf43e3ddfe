// 出错说明: a user's explanation of a break, kept in the workbook. It counts only while the figures
// are the ones that were explained.
import type { Finding } from './finding.ts';

/** 出错说明: one break, as it stood when it was explained. */
export interface Explanation {
  readonly rule: string;
  readonly part?: number;
  readonly sheet: string;
  readonly address: string;
  readonly stated?: string;
  readonly expected?: string;
  readonly text: string;
}

/** 留存: what of ours travels in a workbook. */
export interface Kept {
  readonly explanations: readonly Explanation[];
}
const NOTHING_KEPT: Kept = { explanations: [] };

const isText = (value: unknown): value is string => typeof value === 'string';

/** One entry as we write it; what else stands among them is left alone. */
export function isExplanation(value: unknown): value is Explanation {
  const { rule, sheet, address, text } = (value ?? {}) as Partial<Explanation>;
  return [rule, sheet, address, text].every(isText);
}

/** 随簿资料 from the JSON of our part; what cannot be read counts as nothing. */
export function keptIn(json: string | undefined): Kept {
  if (!json) return NOTHING_KEPT;
  try {
    const { explanations } = (JSON.parse(json) ?? {}) as { explanations?: unknown };
    return { explanations: Array.isArray(explanations) ? explanations.filter(isExplanation) : [] };
  } catch {
    return NOTHING_KEPT;
  }
}

const places = (f: Finding): { sheet: string; address: string } =>
  f.cells[0] ?? { sheet: f.sheet ?? '', address: '' };

/**
 * Whether an explanation is about a finding: the same rule, relation and first cell (sheet and A1 address).
 * Whether the figures are still those explained is not asked.
 */
export const isAbout = (e: Explanation, f: Finding): boolean =>
  e.rule === f.rule &&
  e.part === f.part &&
  e.sheet === places(f).sheet &&
  e.address === places(f).address;

const stillValid = (e: Explanation, f: Finding): boolean =>
  e.text.trim() !== '' && e.stated === f.stated && e.expected === f.expected;

/** An explanation for a finding as it stands now. */
export const explanationOf = (finding: Finding, text: string): Explanation => ({
  rule: finding.rule,
  ...(finding.part !== undefined && { part: finding.part }),
  sheet: places(finding).sheet,
  address: places(finding).address,
  ...(finding.stated !== undefined && { stated: finding.stated }),
  ...(finding.expected !== undefined && { expected: finding.expected }),
  text,
});

/** Marks the broken findings for which a valid explanation is on file. */
export function explained(findings: readonly Finding[], kept: Kept): Finding[] {
  if (kept.explanations.length === 0) return [...findings];
  return findings.map((f) => {
    if (f.verdict !== 'broken') return f;
    const own = kept.explanations.find((e) => isAbout(e, f) && stillValid(e, f));
    return own ? { ...f, explained: true, explanation: own.text.trim() } : f;
  });
}
