// What a tie-out comes to: every number of the text with its verdict, and what is wrong between numbers or
// in words. Knows verdicts and spans; decides nothing.
import type { Severity } from '../../assertions/declaration.ts';
import type { Verdict } from '../../assertions/finding.ts';

/** 依据单元格: a cell that a number of the text was held against. */
export interface TieCell {
  readonly sheet: string;
  readonly address: string;
  readonly value: string;
  readonly label: string;
  readonly period?: '上年';
}

/** 文中数字的核对结果: a span of the text as written, unit included. */
export interface TiedNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Id of the check; empty where none applies. */
  readonly rule: string;
  /** What it ought to be, in its own unit. */
  readonly expected: string | null;
  readonly cells: readonly TieCell[];
  readonly message: string;
  /** Why it is open, or what is wrong beside the figure: a code. */
  readonly reason?: string;
}

/** 文稿问题: wrong between numbers, or in words. */
export interface TieFinding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly title: string;
  readonly basis: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly stated?: string;
  readonly expected?: string;
  readonly cells: readonly TieCell[];
}

/** What is said of a number that disagrees with one found wrong, and with nothing else. */
export const AWAITING = '与文中另一处不符的数有关，请先改正那一处，再核对这个数';

/** 没有核对的部分: the text from there on was too much for one reading. */
interface Unread {
  /** Offset into the text as written. */
  readonly from: number;
  readonly message: string;
}

/** 文稿核对: one text. */
export interface TieReport {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly numbers: readonly TiedNumber[];
  readonly findings: readonly TieFinding[];
  /** Absent where all of the text was read. */
  readonly unread?: Unread;
}

/**
 * 文稿核对 put together: verdicts of numbers counted, findings in the order of the text and then by their ids.
 */
export function reportOf(
  numbers: readonly TiedNumber[],
  findings: readonly TieFinding[],
): TieReport {
  const counts = { exact: 0, rounding: 0, broken: 0, unknown: 0 };
  for (const n of numbers) counts[n.verdict] += 1;
  const inOrder = [...findings].sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
  return { counts, numbers, findings: inOrder };
}
