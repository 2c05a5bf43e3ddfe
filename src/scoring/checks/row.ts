// What a finding on one indicator rests on: its cells, their names in a rule, and where that rule is written.
// Knows rows; judges nothing.
import type { FindingCell } from '../../assertions/finding.ts';
import { presetName } from '../book.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { factCell, titleOf, wordsCell } from '../finding.ts';

/** Cells an indicator's score rests on. */
export function cellsOf(own: Case, read: ReadIndicator, first: 'score' | 'actual'): FindingCell[] {
  const { score, weight, coefficient, target, actual, deduction } = read.indicator;
  const title = titleOf(own.evaluation);
  const cells = [
    ...(score ? [factCell(score, first === 'score' ? 'stated' : 'part')] : []),
    ...(target ? [wordsCell(target, `${title} ${read.name}·目标值`, 'part')] : []),
    ...(actual
      ? [wordsCell(actual, `${title} ${read.name}·完成值`, first === 'actual' ? 'stated' : 'part')]
      : []),
    ...(weight ? [factCell(weight, 'part')] : []),
    ...(coefficient ? [factCell(coefficient, 'part')] : []),
    ...(read.lost && deduction ? [factCell(deduction, 'part')] : []),
  ];
  return first === 'actual' ? cells.sort((a, b) => rank(a) - rank(b)) : cells;
}
const rank = (cell: FindingCell): number => (cell.role === 'stated' ? 0 : 1);

/** Cells of a row by the names that rules have for them; one that the table has not is undefined. */
export function namesOf(read: ReadIndicator) {
  const { score, weight, target, actual, coefficient, deduction } = read.indicator;
  return {
    得分: [score],
    权重: [weight],
    系数: [coefficient],
    扣分: [deduction],
    目标值: [target?.fact],
    完成值: [actual?.fact],
  };
}

/** Where the rule of a score is written, and how much weight a break of it has. */
export function sourceOf(
  own: Case,
  read: ReadIndicator,
): { basis: string; severity: 'error' | 'warning' } {
  const rule = 'ok' in read.degree ? undefined : read.degree.rule;
  const printed = read.by !== 'rules' || (rule && own.book.printed.has(rule.for));
  const { preset } = own.book;
  const basis = printed ? '本表备注' : presetName(preset);
  const certain = printed || !preset.unconfirmed;
  return { basis: `${basis}：${rule?.title ?? ''}`, severity: certain ? 'error' : 'warning' };
}
