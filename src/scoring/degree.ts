// 完成程度: what share of its weight an indicator earns by one rule, or why it cannot be said. Knows rules;
// knows no target and no cell.
import { divide, type Exact, isZero, ONE, ZERO } from '../measure/exact.ts';
import { type Interval, rising } from '../measure/interval.ts';
import { type NamedValue, type Names, named, rightOf, stepsOf } from './names.ts';
import type { Band, ScoringRule } from './rule.ts';

/** 完成程度: what share of its weight a part earns; a range where people have to judge. */
export interface Degree {
  readonly value: Interval;
  readonly rule?: ScoringRule;
  readonly band?: Band;
  /** B ÷ A, or A ÷ B where less is better. */
  readonly reached?: Exact;
  readonly steps: readonly string[];
}
/** 计分结果: points (unrounded), or why there are none. `band`: people choose within it. */
export type Points =
  | {
      readonly ok: true;
      readonly value: Interval;
      readonly degree: Degree;
      readonly judged: boolean;
    }
  | { readonly ok: false; readonly kind: 'input' | 'ask'; readonly why: string };

/** 未能计分, and why. */
export type Unscored = Extract<Points, { ok: false }>;
/**
 * 未能计分: `input` where what is written does not do, `ask` where people have to say; why, as a Chinese clause.
 */
export const unscored = (kind: Unscored['kind'], why: string): Unscored => ({
  ok: false,
  kind,
  why,
});

/** Anything from nothing to the whole weight: people decide. */
export const BY_HAND: NamedValue = { value: { value: ONE, low: ZERO, high: ONE } };

/** A share of the weight by a rule; one that takes off points has to know the weight. */
export function byRule(
  rule: ScoringRule,
  names: Names,
  weight: Exact | undefined,
  reached?: Exact,
): Degree | Unscored {
  if (rule.inPoints && (!weight || isZero(weight)))
    return unscored('ask', `没有分值（权重），不能按“${rule.title}”计分`);
  const whole = rule.inPoints ? weight! : ONE;
  const all = { ...names, 权重: named(whole) };
  const outcome = rightOf(rule.says, all);
  if (!outcome.ok) return unscored('ask', `不能按“${rule.title}”计分：${outcome.why}`);
  const { 权重: _weight, ...shown } = all;
  const share = (x: Exact): Exact => (rule.inPoints ? divide(x, whole)! : x);
  return {
    value: rising(outcome.value, share),
    rule,
    ...(reached && { reached }),
    steps: stepsOf(rule.says, rule.inPoints ? all : shown),
  };
}
