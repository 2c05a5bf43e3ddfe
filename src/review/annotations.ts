// 批注: what is written beside a number that is wrong, where it stands. Knows findings; knows no file format.

import type { Severity } from '../assertions/declaration.ts';
import type { Verdict } from '../assertions/finding.ts';
import { SEVERITY_NAMES, VERDICT_NAMES } from '../assertions/finding.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import type { Review } from '../review.ts';
import { isOwn, suspectsOf } from './suspects.ts';

/** 批注处: a cell of a sheet (A1), or a span of the text (UTF-16 offsets). */
export type AnnotationPlace =
  | { readonly sheet: string; readonly address: string }
  | { readonly start: number; readonly end: number };

/** 批注: where it goes, how much weight it has, and its words. */
export interface Annotation {
  readonly place: AnnotationPlace;
  readonly verdict: Exclude<Verdict, 'exact'>;
  readonly severity: Severity;
  readonly says: string;
}

interface Told {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly message: string;
}

const wordsOf = ({ rule, verdict, severity, message }: Told): string =>
  `${VERDICT_NAMES[verdict]}·${SEVERITY_NAMES[severity]}：${message}（${rule}）`;

/** Notes at cells: at the culprit where it is decided, else at the cell that states the sum. */
function atCells(review: Review): Annotation[] {
  return review.told.flatMap((finding) => {
    if (finding.verdict !== 'broken' || finding.explained) return [];
    const suspects = suspectsOf(finding, review.suspects);
    const [suspect] = suspects;
    const places = suspects.length === 1 ? suspects : finding.cells.filter(isOwn).slice(0, 1);
    const mended =
      suspects.length === 1 && suspect?.suggested ? `可能应为 ${suspect.suggested}。` : '';
    return places.map(
      ({ sheet, address }): Annotation => ({
        place: { sheet, address },
        verdict: 'broken',
        severity: finding.severity,
        says: `${wordsOf(finding)}${mended}`,
      }),
    );
  });
}

/** Notes at spans: broken numbers, and what is wrong between numbers or in words. */
function atSpans({ numbers, findings }: TieReport): Annotation[] {
  return [...numbers, ...findings]
    .filter((n) => n.verdict === 'broken')
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((n) => ({
      place: { start: n.start, end: n.end },
      verdict: 'broken',
      severity: n.severity,
      says: wordsOf(n),
    }));
}

/**
 * 批注 of a review and of its text: of breaks alone, those explained left out, at the culprit where it is
 * decided; one place may have several.
 */
export const annotationsOf = (review: Review | undefined, text?: TieReport): Annotation[] => [
  ...(review ? atCells(review) : []),
  ...(text ? atSpans(text) : []),
];
