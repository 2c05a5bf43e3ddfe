// What came of a text, as the interface and people get it: a text was read elsewhere. Loaded with every check, so
// that it holds nothing that reads texts.
import { VERDICT_NAMES } from '../assertions/finding.ts';
import { type OpenGroup, openGroups } from '../narrative/readings/open.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import type { FileError } from './files.ts';
import { EXIT } from './verb.ts';

/** 文稿核对结果 of one text. */
export type TieOutcome =
  | { readonly workbook: string; readonly text: string; readonly report: TieReport }
  | { readonly workbook: string; readonly text: string; readonly error: FileError };

/** The object of one text, as the interface prints it. */
export function tieObject(outcome: TieOutcome): unknown {
  const { workbook, text } = outcome;
  if ('error' in outcome) return { workbook, text, status: 'unreadable', error: outcome.error };
  return { workbook, text, status: 'read', ...outcome.report };
}

/**
 * 退出码 of one text: broken where a number or a finding of the severity 强制 is 不符, unread where the text or its
 * numbers could not be read.
 */
export function tieStatus(outcome: TieOutcome): number {
  if ('error' in outcome || outcome.report.unread) return EXIT.unread;
  const all = [...outcome.report.numbers, ...outcome.report.findings];
  const wrong = all.some((n) => n.verdict === 'broken' && n.severity === 'error');
  return wrong ? EXIT.broken : EXIT.fine;
}

/** Whether any number of the text was held against anything, or anything was found in it. */
export function isTied(outcome: TieOutcome): boolean {
  if ('error' in outcome) return false;
  const { counts, findings } = outcome.report;
  return counts.exact + counts.rounding + counts.broken + findings.length > 0;
}

/** 文稿核对报告 as text. */
export function tieReportText(outcome: TieOutcome): string {
  if ('error' in outcome) return `${outcome.text}\n  ${outcome.error.message}`;
  const { counts, numbers, findings, unread } = outcome.report;
  const { exact, rounding, broken, unknown } = counts;
  const head = `  ${numbers.length} 个数字：相符 ${exact} · 尾差 ${rounding} · 不符 ${broken} · 未核对 ${unknown}`;
  const wrong = numbers
    .filter((n) => n.verdict === 'broken' || n.verdict === 'rounding')
    .map((n) => ({ start: n.start, line: `${VERDICT_NAMES[n.verdict]}  ${n.rule} ${n.message}` }));
  const others = findings.map((f) => ({
    start: f.start,
    line: `${VERDICT_NAMES[f.verdict]}  ${f.rule} ${f.message}`,
  }));
  const lines = [...wrong, ...others].sort((a, b) => a.start - b.start).map((x) => `  ${x.line}`);
  const open = openGroups(outcome.report).map(openLine);
  const rest = unread ? [`  ${unread.message}`] : [];
  return [outcome.text, head, ...rest, ...lines, ...open].join('\n');
}

/** So many numbers of a group are shown; the rest are counted. */
const SHOWN = 8;

/** 未核对  上年数没有写出（3）：5.6%、1次、58% */
function openLine({ words, numbers }: OpenGroup): string {
  const shown = numbers.slice(0, SHOWN).map((n) => n.text.replace(/\s+/g, ''));
  const more = numbers.length > SHOWN ? '…' : '';
  return `  未核对  ${words}（${numbers.length}）：${shown.join('、')}${more}`;
}
