// A tie-out beside what is said of the 自评 in the same text (S18, S22–S26, S29). Knows both sides; reads nothing.
import type { FindingCell } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { FirstReading } from '../narrative/first-reading.ts';
import {
  reportOf,
  type TieCell,
  type TiedNumber,
  type TieFinding,
  type TieReport,
} from '../narrative/readings/report.ts';
import { spanOf } from '../narrative/text/plain.ts';
import { type Evidence, textClaims } from '../scoring/text/claims.ts';
import type { TextClaim } from '../scoring/text/written.ts';

const cellOf = ({ sheet, address, value, label }: FindingCell): TieCell => ({
  sheet,
  address,
  value,
  label,
});

/** The worse verdict stands, and of two the one with cells; a number that only the text bears out gets its cells. */
function claimed(number: TiedNumber, claim: TextClaim | undefined): TiedNumber {
  if (!claim) return number;
  const better = claim.verdict === 'broken' && claim.cells.length > 0 && number.cells.length === 0;
  if (number.verdict === 'broken' && !better) return number;
  if (claim.verdict !== 'broken' && number.verdict !== 'unknown' && number.cells.length > 0)
    return number;
  const { rule, verdict, severity, expected = null, message } = claim;
  const { reason: _open, ...rest } = number as TiedNumber & { reason?: string };
  return { ...rest, rule, verdict, severity, expected, message, cells: claim.cells.map(cellOf) };
}

/** 绩效文字: what the scoring side makes of a text, by offsets into the text as written. */
function claimsOn(
  { plain, numbers }: FirstReading,
  { scoring }: Catalogue,
  evidence: Evidence | undefined,
): TextClaim[] {
  const written = { text: plain.text, numbers: numbers.tokens };
  return textClaims(written, scoring, evidence).map((c) => ({
    ...c,
    ...spanOf(plain, c.start, c.end),
  }));
}

/** 文稿核对 with what is said of the 自评. */
export function withClaims(
  report: TieReport,
  read: FirstReading,
  catalogue: Catalogue,
  evidence?: Evidence,
): TieReport {
  const claims = claimsOn(read, catalogue, evidence);
  if (claims.length === 0) return report;
  const heads = new Map(catalogue.scoring.checks.map((c) => [c.id, c]));
  const at = new Map(claims.filter((c) => !c.words).map((c) => [c.start, c]));
  const findings = claims
    .filter((c) => c.words)
    .map((c): TieFinding => {
      const { title, basis } = heads.get(c.rule)!;
      const { rule, verdict, severity, start, end, message } = c;
      return {
        rule,
        verdict,
        severity,
        start,
        end,
        message,
        title,
        basis,
        cells: c.cells.map(cellOf),
      };
    });
  return reportOf(
    report.numbers.map((n) => claimed(n, at.get(n.start))),
    [...report.findings, ...findings],
  );
}
