// 计入总分的行: rows that count, what they come to, and what they are out of. Knows cases; judges nothing.
import type { Fact } from '../facts/fact.ts';
import { compare, type Exact, parseExact, plus, ZERO } from '../measure/exact.ts';
import { point } from '../measure/interval.ts';
import type { Case, ReadIndicator } from './case.ts';
import { valueIn } from './finding.ts';
import { named, rightOf } from './names.ts';

/** Whether a row is part of the total: not one left out, nor a mere mark that carries no score. */
export const counts = ({ void: left, degree, score }: ReadIndicator): boolean =>
  !left && !(!('ok' in degree) && degree.rule?.unscored && score === undefined);

/** Rows printed beforehand and left without points, or told as a part of another, carry none. */
export const carries = ({ indicator }: ReadIndicator): boolean =>
  indicator.weight !== undefined || indicator.score !== undefined;

/** The indicators alone are worth what the total is out of: execution has no points in this table. */
export function withoutExecution({ evaluation, indicators }: Case): boolean {
  const out = evaluation.totalWeight && valueIn(evaluation.totalWeight);
  const weights = indicators.filter(carries).map((r) => r.weight);
  if (!out || weights.some((w) => !w)) return false;
  return (
    compare(
      out,
      weights.reduce<Exact>((sum, w) => plus(sum, w!), ZERO),
    ) === 0
  );
}

/**
 * 执行得分: what the money block brings to the total. Points on the rows of sources are those of the whole printed
 * again or shared out; where the whole has none they are the points themselves.
 */
function executionScores(own: Case): Fact[] {
  const { money, whole } = own.evaluation;
  const filled = (f: Fact | undefined): f is Fact => f !== undefined && f.state !== 'blank';
  if (filled(whole?.score)) return [whole.score];
  const others = money.map((m) => m.score).filter(filled);
  if (others.length > 0) return others;
  return whole?.score && !withoutExecution(own) ? [whole.score] : [];
}

/** Scores that the total is made of. */
export function scoresOf(own: Case): Fact[] {
  const { others } = own.evaluation;
  return [
    ...executionScores(own),
    ...others.map((o) => o.score),
    ...own.indicators.filter(counts).map((r) => r.indicator.score),
  ].filter((f) => f !== undefined);
}

/** Every score in the table, those of sources too: some places add them all. */
export function allScores(own: Case): Fact[] {
  const beside = own.evaluation.money.flatMap((m) =>
    m.score?.state === 'figure' ? [m.score] : [],
  );
  const known = scoresOf(own);
  return [...beside.filter((f) => !known.includes(f)), ...known];
}

/** 满分: what the total row says it is out of, else the rule's. */
const outOf = ({ evaluation, book }: Case): Exact | undefined =>
  valueIn(evaluation.totalWeight) ?? parseExact(book.parameters.满分 ?? '');

/**
 * 折算: where rows are left out, what the others (`sum`, in 分) come to when they are raised to the full;
 * undefined where no rule says so or a weight is missing.
 */
export function scaled(own: Case, sum: Exact): Exact | undefined {
  const rule = own.book.rules.get('不适用');
  const rows = own.indicators.filter(counts);
  const weights = rows.map((r) => r.weight);
  const full = outOf(own);
  if (!rule || !full || weights.some((w) => !w)) return undefined;
  const execution = withoutExecution(own) ? undefined : own.executionWeight?.value;
  const all = (weights as Exact[]).reduce(plus, execution ?? ZERO);
  const names = {
    Σ得分: { value: point(sum) },
    Σ权重: { value: point(all) },
    满分: named(full),
  };
  const outcome = rightOf(rule.says, names);
  return outcome.ok ? outcome.value.value : undefined;
}
