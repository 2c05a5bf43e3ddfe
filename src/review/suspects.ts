// Which suspects explain which findings. Knows cells and rules; decides nothing.
import type { Finding, Suspect } from '../assertions/finding.ts';

/** Of the open workbook, and not of last year's or a unit's. */
export const isOwn = (at: { readonly period?: string; readonly file?: string }): boolean =>
  at.period === undefined && at.file === undefined;

/** Suspects that would mend this finding, when they are the likeliest of their group. */
export function suspectsOf(finding: Finding, suspects: readonly Suspect[]): Suspect[] {
  if (finding.verdict !== 'broken') return [];
  return suspects.filter(
    (s) =>
      s.rank === 1 &&
      s.rules.includes(finding.rule) &&
      isOwn(s) &&
      finding.cells.some((c) => isOwn(c) && c.sheet === s.sheet && c.address === s.address),
  );
}
