// 各格的结论: of every cell that a 体检 held against something, the worst of what came of it. Decides nothing.
import type { Finding, Verdict } from '../assertions/finding.ts';
import type { Review } from '../review.ts';
import { type Kind, kindOf } from './attention.ts';
import { cellKey } from './doubts.ts';
import { isOwn, suspectsOf } from './suspects.ts';

/** 一格的结论: how it is framed, and every finding behind it. */
export interface CellVerdict {
  readonly sheet: string;
  readonly address: string;
  readonly verdict: Verdict;
  readonly kind: Kind;
  readonly findings: readonly Finding[];
}

const RANK: Readonly<Record<Kind, number>> = {
  ...{ error: 7, warning: 6, rounding: 5, unknown: 4, note: 3 },
  ...{ explained: 2, ignored: 1, exact: 0 },
};
const worst = (findings: readonly Finding[]): Finding =>
  findings.reduce((a, b) => (RANK[kindOf(b)] > RANK[kindOf(a)] ? b : a));

/** A break stands at its culprit where that is decided, else at the cell that states it; what holds at all its cells. */
function placesOf(finding: Finding, { suspects }: Review) {
  const own = finding.cells.filter(isOwn);
  if (finding.verdict === 'exact') return own;
  const likely = suspectsOf(finding, suspects);
  return likely.length === 1 ? likely : own.slice(0, 1);
}

/** 各格的结论 by sheet and address, as `cellKey` has them; a cell that nothing looked at is not there. */
export function cellVerdicts(review: Review): ReadonlyMap<string, CellVerdict> {
  const found = new Map<string, { sheet: string; address: string; findings: Finding[] }>();
  const holding = review.findings.filter((f) => f.verdict === 'exact');
  for (const finding of [...review.told, ...holding]) {
    for (const { sheet, address } of placesOf(finding, review)) {
      const key = cellKey(sheet, address);
      const known = found.get(key) ?? { sheet, address, findings: [] };
      found.set(key, known);
      known.findings.push(finding);
    }
  }
  return new Map(
    [...found].map(([key, { sheet, address, findings }]) => {
      const first = worst(findings);
      const own = { verdict: first.verdict, kind: kindOf(first), findings };
      return [key, { sheet, address, ...own }] as const;
    }),
  );
}
