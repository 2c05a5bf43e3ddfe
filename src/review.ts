// 复核: the one use case. A workbook and the rules in, a review out. Pure and repeatable.
import type { Finding, Suspect, Verdict } from './assertions/finding.ts';

export interface TableSummary {
  readonly form: string;
  readonly title: string;
  readonly sheet: string;
  readonly range: string;
  readonly unit: string;
  readonly figures: number;
  readonly checked: boolean;
  readonly hidden?: boolean;
  readonly why?: 'last-year' | 'duplicate' | 'copy' | 'empty';
}
export interface FigurePlace {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
}

/** 复核结果: what was recognised, what was compared, and what came of it. */
export interface Review {
  readonly year: number | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly tables: readonly TableSummary[];
  readonly missing: readonly string[];
  readonly figures: {
    readonly total: number;
    readonly covered: number;
    readonly uncovered: readonly FigurePlace[];
    readonly unread: readonly FigurePlace[];
  };
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Every finding, 相符 included; sorted by the workbook's order of sheets. */
  readonly findings: readonly Finding[];
  readonly suspects: readonly Suspect[];
}
