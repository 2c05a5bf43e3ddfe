// A tie-out beside what the performance tables say of the same numbers (S18). Knows both; reads nothing.
import type { FindingCell } from '../assertions/finding.ts';
import {
  reportOf,
  type TieCell,
  type TiedNumber,
  type TieReport,
} from '../narrative/tie/report.ts';
import type { TextClaim } from '../scoring/text.ts';

const cellOf = ({ sheet, address, value, label }: FindingCell): TieCell => ({
  sheet,
  address,
  value,
  label,
});

/** The worse verdict stands; a number that the text only bears out by itself gets its cells. */
function claimed(number: TiedNumber, claim: TextClaim | undefined): TiedNumber {
  if (!claim || number.verdict === 'broken') return number;
  if (claim.verdict !== 'broken' && number.verdict !== 'unknown' && number.cells.length > 0)
    return number;
  const { verdict, severity, expected, message } = claim;
  return {
    ...number,
    verdict,
    severity,
    rule: 'S18',
    expected,
    message,
    cells: claim.cells.map(cellOf),
  };
}

/** 文稿核对 with S18. */
export function withClaims(report: TieReport, claims: readonly TextClaim[]): TieReport {
  if (claims.length === 0) return report;
  const at = new Map(claims.map((c) => [c.start, c]));
  return reportOf(
    report.numbers.map((n) => claimed(n, at.get(n.start))),
    report.findings,
  );
}
