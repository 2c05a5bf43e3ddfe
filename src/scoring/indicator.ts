// 指标得分: one indicator by one rule. Knows targets and rules by name; knows no table.
import {
  compare,
  divide,
  type Exact,
  exact,
  isZero,
  least,
  minus,
  parseExact,
  plus,
  round,
  sign,
  times,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { comparable, type Direction, parseTarget, type Target } from './target.ts';

/** 计分办法 of quantitative indicators: 武汉 (ratio, inverse ratio), 线性, 全有全无. */
export type IndicatorRule = '武汉' | '线性' | '全有全无';
export const INDICATOR_RULES: readonly IndicatorRule[] = ['武汉', '线性', '全有全无'];

/** 得分结果: points, or why there are none. */
export type Score =
  | { readonly ok: true; readonly points: Exact }
  | { readonly ok: false; readonly kind: 'band' | 'input'; readonly why: string };

const refuse = (kind: 'band' | 'input', why: string): Score => ({ ok: false, kind, why });

function upward(target: Exact, actual: Exact, rule: IndicatorRule): Exact {
  if (compare(actual, target) >= 0) return exact(1);
  if (rule === '全有全无' || isZero(target) || sign(actual) < 0) return ZERO;
  return divide(actual, target) ?? ZERO;
}

function downward(target: Exact, actual: Exact, rule: IndicatorRule): Exact {
  if (compare(actual, target) <= 0) return exact(1);
  if (rule === '全有全无' || isZero(target)) return ZERO;
  if (rule === '武汉') return divide(target, actual) ?? ZERO;
  const over = divide(minus(actual, target), target) ?? ZERO;
  return compare(over, exact(1)) >= 0 ? ZERO : minus(exact(1), over);
}

function degree(
  target: Target,
  actual: Exact,
  rule: IndicatorRule,
  direction: Direction,
): Exact | undefined {
  const { bound } = target;
  if (!bound) return undefined;
  switch (direction) {
    case '≥':
    case '=':
      return isZero(bound) && direction === '='
        ? downward(bound, actual, rule)
        : upward(bound, actual, rule);
    case '>':
      return compare(actual, bound) === 0 ? ZERO : upward(bound, actual, rule);
    case '≤':
      return downward(bound, actual, rule);
    case '<':
      return compare(actual, bound) === 0 ? ZERO : downward(bound, actual, rule);
    case '区间':
      return target.upper && compare(actual, bound) >= 0 && compare(actual, target.upper) <= 0
        ? exact(1)
        : ZERO;
    default:
      return undefined;
  }
}

const band = (weight: Exact): string => {
  const low = round(times(weight, parseExact('0.8')!), 2);
  return `定性指标不自动计分：达成预期指标为 ${toText(low)}–${toText(weight)} 分，请人工评定`;
};

/** 指标得分 of a target, an actual and a weight, to two decimals, never above the weight. */
export function indicatorScore(
  target: string,
  actual: string,
  weight: Exact,
  rule: IndicatorRule = '武汉',
  direction?: Direction,
): Score {
  const wanted = parseTarget(target);
  const done = parseTarget(actual);
  if (wanted.some((t) => t.direction === '定性')) return refuse('band', band(weight));
  if (wanted.some((t) => !t.bound))
    return refuse('input', `目标值“${target}”不能自动计分，请人工评定`);
  if (done.length !== wanted.length)
    return refuse(
      'input',
      `目标值有 ${wanted.length} 项，实际完成值有 ${done.length} 项，请写成一一对应`,
    );
  let sum: Exact = ZERO;
  for (const [i, t] of wanted.entries()) {
    const own = done[i]!;
    if (!own.bound) return refuse('input', `实际完成值“${actual}”里没有数字`);
    if (own.source === 'written' && own.direction !== '=')
      return refuse('input', `实际完成值“${actual}”带有比较符号，请只填完成数`);
    const value = comparable(own.bound, own.unit, t.unit);
    if (!value) return refuse('input', `目标值的单位“${t.unit}”与实际完成值的“${own.unit}”不同`);
    const reached = degree(t, value, rule, direction ?? t.direction);
    if (!reached) return refuse('input', `目标值“${target}”不能自动计分，请人工评定`);
    sum = plus(sum, reached);
  }
  const mean = divide(sum, exact(wanted.length)) ?? ZERO;
  return { ok: true, points: least(round(times(weight, mean), 2), weight) };
}
