// What a report said of a passage, beside what is wrong with it by our own arithmetic.
import type { tie } from '../../../src/review/tie.ts';
import type { Print } from './paper.ts';
import type { Wrong } from './slips.ts';

type Report = ReturnType<typeof tie>;

export interface Said {
  /** Numbers of the passage that are called wrong. */
  readonly accused: readonly number[];
  /** Numbers of which one is said to be wrong, none singled out. */
  readonly group: readonly number[];
  readonly messages: readonly string[];
}

export function said(report: Report, { places, text }: Print): Said {
  const within = (start: number, end: number): number[] =>
    [...places].flatMap(([k, [from, to]]) => (from < end && start < to ? [k] : []));
  const grave = (x: { verdict: string; severity: string }) =>
    x.verdict === 'broken' && x.severity !== 'note';
  const numbers = report.numbers.filter(grave);
  const findings = report.findings.filter(grave);
  const accused = new Set(numbers.flatMap((n) => within(n.start, n.end)));
  const group = new Set<number>();
  for (const f of findings) {
    const inside = within(f.start, f.end);
    if (inside.some((k) => accused.has(k))) continue;
    for (const k of inside) (inside.length === 1 ? accused : group).add(k);
  }
  const messages = [...numbers, ...findings].map(
    (x) => `「${text.slice(x.start, x.end)}」${x.message}`,
  );
  return { accused: [...accused], group: [...group], messages };
}

export type Outcome = '指名' | '成组' | '连累' | '指错' | '只说有误' | '没看出';

/** How well the wrong number was found: alone, as one of a group, with innocent ones, or not at all. */
export function outcome({ target, candidates, torn }: Wrong, { accused, group }: Said): Outcome {
  const named = [...accused, ...group];
  if (!named.some((k) => torn.includes(k))) return named.length > 0 ? '指错' : '没看出';
  if (target === undefined) return '只说有误';
  if (accused.length === 1 && accused[0] === target && group.length === 0) return '指名';
  if (accused.length === 0 && group.includes(target) && candidates.length > 1) return '成组';
  return named.includes(target) ? '连累' : '指错';
}
