// S01 of 年度主要任务: tasks come to the sum printed of them, an amount by source to its whole; tasks that take all
// of one column of the money take all of the others. Knows the block of tasks; says nothing about sources.
import type { MoneyRow, TaskBlock } from '../../facts/evaluation.ts';
import type { Fact } from '../../facts/fact.ts';
import { compare, type Exact, plus, ZERO } from '../../measure/exact.ts';
import type { Case } from '../case.ts';
import { type Judged, valueIn } from '../finding.ts';
import { moneyRelation } from './money.ts';

const COLUMNS = ['amount', 'initial', 'budget', 'arrived', 'spent'] as const;
type Column = (typeof COLUMNS)[number];
const DIVIDED = ['initial', 'budget', 'spent'] as const;

const judge = (own: Case, whole: Fact | undefined, parts: readonly (Fact | undefined)[]) => {
  const told = valueIn(whole) !== undefined && parts.some((p) => valueIn(p) !== undefined);
  const names = { 任务合计: [whole], Σ任务: parts };
  return told ? (moneyRelation(own, 'S01', '任务合计', names, 6) ?? []) : [];
};

/** 合计 = Σ tasks, in every column and in those it is divided into. */
function printedSums(own: Case, { sums }: TaskBlock): Judged[] {
  return sums.flatMap(({ total, parts }) => [
    ...COLUMNS.flatMap((c) =>
      judge(
        own,
        total[c],
        parts.map((p) => p[c]),
      ),
    ),
    ...DIVIDED.flatMap((c) =>
      (total.divided?.[c] ?? []).flatMap((whole) => {
        const same = (p: MoneyRow) => p.divided?.[c]?.find((f) => f.column === whole.column);
        return judge(own, whole, parts.map(same));
      }),
    ),
  ]);
}

/** 总额 = 财政拨款 + 其他资金 of one task, where the whole is printed beside them. */
const acrossSums = (own: Case, { rows }: TaskBlock): Judged[] =>
  rows.flatMap((row) =>
    DIVIDED.flatMap((c) => {
      const parts = row.divided?.[c] ?? [];
      return parts.length > 1 ? judge(own, row[c], parts) : [];
    }),
  );

const sumOf = (rows: readonly MoneyRow[], column: Column): Exact =>
  rows.map((r) => valueIn(r[column]) ?? ZERO).reduce(plus, ZERO);

/** Key tasks alone take no more than there was: to be looked at, not an error. */
function withinWhole(own: Case, rows: readonly MoneyRow[], column: Column): Judged[] {
  const names = {
    Σ重点任务: rows.map((r) => r[column]),
    资金总额: [own.evaluation.whole![column]],
  };
  const judged = moneyRelation(own, 'S01', 'Σ重点任务', names, 8);
  if (judged?.finding.verdict !== 'broken') return judged ? [judged] : [];
  const message = `${judged.finding.message}请核对任务金额与资金总额的口径。`;
  return [{ ...judged, finding: { ...judged.finding, severity: 'note', message } }];
}

/**
 * Tasks that come to all of the money in one column ought to do so in the others: a hint only, for nothing on the
 * table says that they are all. Where they come to the money in no column, only key tasks are listed.
 */
function wholeOfTasks(own: Case, block: TaskBlock): Judged[] {
  const { whole } = own.evaluation;
  if (!whole || block.rows.length < 2) return [];
  // The sum that is printed of them all speaks for them.
  const all = block.sums.find((s) => s.parts.length === block.rows.length)?.total;
  if (all && own.evaluation.money.some((m) => m.row === all.row)) return [];
  const rows = all ? [all] : block.rows;
  const columns = DIVIDED.filter(
    (c) => valueIn(whole[c]) !== undefined && rows.some((r) => valueIn(r[c]) !== undefined),
  );
  const meets = (c: Column): boolean => compare(valueIn(whole[c])!, sumOf(rows, c)) === 0;
  if (!columns.some(meets)) return columns.flatMap((c) => withinWhole(own, rows, c));
  return columns.flatMap((c): Judged[] => {
    const names = { 整体资金: [whole[c]], Σ任务资金: rows.map((r) => r[c]) };
    const judged = moneyRelation(own, 'S01', '整体资金', names, 7);
    if (judged?.finding.verdict !== 'broken') return judged ? [judged] : [];
    const message = `${judged.finding.message}其余各栏任务金额之和与资金总额一致，请核对这一栏。`;
    return [{ ...judged, finding: { ...judged.finding, severity: 'note', message } }];
  });
}

/** S01 任务资金: printed sums, amounts by source, and the whole where the tasks are all of it. */
export const sumsOfTasks = (own: Case): Judged[] =>
  own.evaluation.tasks.flatMap((block) => [
    ...printedSums(own, block),
    ...acrossSums(own, block),
    ...wholeOfTasks(own, block),
  ]);
