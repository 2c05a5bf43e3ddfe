// 按规则忽略: findings, or whole rules, that the user does not want to be asked about in this workbook, each
// with a reason. It is told beside a finding and changes no verdict.
import type { Finding } from './finding.ts';

/** 忽略: one finding as it stood, or, without a place, a rule in the whole workbook. */
export interface Ignoring {
  readonly rule: string;
  readonly part?: number;
  readonly sheet?: string;
  readonly address?: string;
  readonly stated?: string;
  readonly expected?: string;
  readonly reason: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** One entry as we write it; what else stands among them is left alone. */
export function isIgnoringEntry(value: unknown): value is Ignoring {
  const { rule, reason } = (value ?? {}) as Partial<Ignoring>;
  return isText(rule) && isText(reason) && reason.trim() !== '';
}

/** 忽略的各条 from the JSON of our part; what cannot be read counts as nothing. */
export function ignoringsIn(json: string | undefined): Ignoring[] {
  if (!json) return [];
  try {
    const { ignored } = JSON.parse(json) as { ignored?: unknown };
    if (!Array.isArray(ignored)) return [];
    return ignored.filter(isIgnoringEntry);
  } catch {
    return [];
  }
}

const placeOf = (f: Finding): { sheet: string; address: string } =>
  f.cells[0] ?? { sheet: f.sheet ?? '', address: '' };

/** 忽略 of one finding, as it stands now. */
export function ignoringOf(finding: Finding, reason: string): Ignoring {
  const { rule, part, stated, expected } = finding;
  const { sheet, address } = placeOf(finding);
  return {
    ...{ rule, sheet, address, reason },
    ...(part !== undefined && { part }),
    ...(stated !== undefined && { stated }),
    ...(expected !== undefined && { expected }),
  };
}

/** Of a whole rule wherever it breaks; of one finding only while its figures are the same. */
export function isIgnoring(one: Ignoring, finding: Finding): boolean {
  if (one.rule !== finding.rule) return false;
  if (one.sheet === undefined) return true;
  const { sheet, address } = placeOf(finding);
  return (
    one.part === finding.part &&
    one.sheet === sheet &&
    one.address === address &&
    one.stated === finding.stated &&
    one.expected === finding.expected
  );
}

/**
 * Whether two entries ignore the same: one rule, relation, sheet and address, whatever figures and reason
 * they were written with.
 */
export const isSameIgnoring = (a: Ignoring, b: Ignoring): boolean =>
  a.rule === b.rule && a.part === b.part && a.sheet === b.sheet && a.address === b.address;

/** Findings with the reason for which they are ignored; what holds needs none. */
export function withIgnored(findings: readonly Finding[], all: readonly Ignoring[]): Finding[] {
  if (all.length === 0) return [...findings];
  return findings.map((f) => {
    const own = f.verdict === 'exact' ? undefined : all.find((one) => isIgnoring(one, f));
    return own ? { ...f, ignored: own.reason } : f;
  });
}
