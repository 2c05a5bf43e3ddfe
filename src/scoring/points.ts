// 指标得分: what an indicator earns by the rules in force, and how it is computed. Knows targets and
// rules; knows no cell.
import {
  compare,
  divide,
  type Exact,
  exact,
  greatest,
  isZero,
  least,
  ONE,
  plus,
  shift,
  sign,
  times,
  toText,
  ZERO,
} from '../measure/exact.ts';
import type { Interval } from '../measure/quantity.ts';
import { notAfter } from '../measure/target/dates.ts';
import type { Direction, Target } from '../measure/target/target.ts';
import { scaleBetween } from '../measure/target/words.ts';
import type { Rulebook } from './book.ts';
import { type Names, named, namedParameters, numberIn, rightOf, stepsOf } from './names.ts';
import type { Band, Scored, ScoringRule } from './rule.ts';

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

type Refusal = Extract<Points, { ok: false }>;
const refuse = (kind: Refusal['kind'], why: string): Refusal => ({ ok: false, kind, why });

/** The level that a word stands for: the longest match wins, so that 部分达成 is not 达成. */
export function bandOf(text: string, wanted: string, bands: readonly Band[]): Band | undefined {
  let best: { band: Band; length: number } | undefined;
  for (const band of bands) {
    for (const word of band.words) {
      const fits = word.length > 1 ? text.includes(word) : text === word;
      if (fits && (!best || word.length > best.length)) best = { band, length: word.length };
    }
  }
  if (best) return best.band;
  // 不发生 is met by 未发生.
  const none = /不发生|零发生|不出现|无事故|未发生/.test(wanted);
  if (none && /^(?:未|没有|无|零)[^，；、]{0,8}$/.test(text)) return bands.at(-1);
  // The actual repeats the target: what was asked for was reached.
  return text !== '' && text === wanted ? bands.at(-1) : undefined;
}

function byRule(rule: ScoringRule, names: Names, reached?: Exact): Degree | Refusal {
  const all = { ...names, 权重: named(ONE) };
  const outcome = rightOf(rule.says, all);
  if (!outcome.ok) return refuse('input', `不能按“${rule.title}”计分：${outcome.why}`);
  const { 权重: _weight, ...shown } = all;
  return {
    value: outcome.value,
    rule,
    ...(reached && { reached }),
    steps: stepsOf(rule.says, shown),
  };
}

function qualityDegree(target: Target, actual: Target, book: Rulebook): Degree | Refusal {
  const rule = book.rules.get('定性');
  const band = bandOf(actual.text, target.text, book.bands);
  if (!band) {
    return refuse('ask', `实际完成值“${actual.text}”没有写明达成、部分达成还是未达成，请人工评定`);
  }
  const value = { value: numberIn(band.low), low: numberIn(band.low), high: numberIn(band.high) };
  const steps = [`${band.level}：权重的 ${band.low}–${band.high}`];
  return { value, ...(rule && { rule }), band, steps };
}

const NEXT_YEAR = /次年|翌年|下年|下一年|第二年|来年/;

function dateDegree(target: Target, actual: Target, book: Rulebook): Degree | Refusal {
  const rule = book.rules.get('日期');
  if (!rule) return refuse('ask', '没有日期指标的计分办法，请人工评定');
  if (actual.due && target.due) {
    const later = NEXT_YEAR.test(actual.text) && !NEXT_YEAR.test(target.text);
    const inTime = !later && notAfter(actual.due.due, target.due.due);
    return byRule(rule, { 达到: named(inTime ? ONE : ZERO) });
  }
  const band = bandOf(actual.text, target.text, book.bands);
  if (band && band === book.bands.at(-1)) return byRule(rule, { 达到: named(ONE) });
  return refuse('ask', `实际完成值“${actual.text}”没有写明完成日期，请人工评定`);
}

const KINDS: Readonly<Partial<Record<Direction, Scored>>> = {
  '≥': '正向',
  '>': '正向',
  '≤': '反向',
  '<': '反向',
  '=': '等于',
  区间: '区间',
};

const reachedBy = (kind: Scored, bound: Exact, value: Exact): Exact | undefined =>
  kind === '反向' ? divide(bound, value) : divide(value, bound);

function numberDegree(
  target: Target,
  actual: Target,
  direction: Direction,
  book: Rulebook,
): Degree | Refusal {
  const scale = scaleBetween(actual.unit, target.unit);
  const same = actual.unit === '' || target.unit === '' ? 0 : scale;
  if (same === undefined) {
    return refuse('input', `目标值的单位“${target.unit}”与完成值的“${actual.unit}”不同，不能比较`);
  }
  const value = shift(actual.bound!, same);
  const done = sign(value) < 0 && direction !== '区间' ? ZERO : value;
  const written = target.source === 'written' && /[≥>]/.test(direction);
  const zero = direction !== '区间' && isZero(target.bound!) && !written;
  const kind = zero ? '零目标' : KINDS[direction];
  const rule = kind && book.rules.get(kind);
  if (!kind || !rule) return refuse('ask', `没有“${direction}”指标的计分办法，请人工评定`);
  const shown = (x: Exact) => (target.unit === '%' ? `${toText(x)}%` : toText(x));
  const as = (x: Exact) => named(target.unit === '%' ? shift(x, -2) : x, shown(x));
  const names: Names = {
    ...namedParameters(book.parameters),
    目标值: as(target.bound!),
    下限: as(target.bound!),
    上限: as(target.upper ?? target.bound!),
    完成值: as(done),
    达到: named(meets(target, direction, done) ? ONE : ZERO),
    人工: { value: { value: ONE, low: ZERO, high: ONE } },
  };
  const reached = zero ? undefined : reachedBy(kind, target.bound!, done);
  return byRule(rule, names, reached);
}

/** Whether a value, in the target's unit, is what was asked for. */
export function meets(target: Target, direction: Direction, value: Exact): boolean {
  const order = compare(value, target.bound!);
  if (direction === '区间') return order >= 0 && compare(value, target.upper!) <= 0;
  return /[≥>]/.test(direction) ? order >= 0 : /[≤<]/.test(direction) ? order <= 0 : order === 0;
}

function trendDegree(target: Target, actual: Target, book: Rulebook): Degree | Refusal {
  if (!actual.trend) return refuse('ask', `实际完成值“${actual.text}”没有写明与上年相比的变化`);
  if (!target.bound || !actual.bound) {
    const rule = book.rules.get('是否');
    if (!rule || target.trend !== actual.trend) return refuse('ask', '变化方向不同，请人工评定');
    return byRule(rule, { 达到: named(ONE) });
  }
  if (target.trend !== actual.trend) return refuse('ask', '变化方向不同，请人工评定');
  return numberDegree(target, actual, target.operator ?? '≥', book);
}

/** 完成程度 of one part. */
function degreeOf(
  target: Target,
  actual: Target,
  book: Rulebook,
  direction: Direction = target.direction,
): Degree | Refusal {
  const doubt = [...target.doubts, ...actual.doubts][0];
  if (doubt) return refuse('ask', doubt.message);
  switch (direction) {
    case '定性':
      return qualityDegree(target, actual, book);
    case '日期':
      return dateDegree(target, actual, book);
    case '趋势':
      return trendDegree(target, actual, book);
    case '无':
      return refuse('ask', '没有目标值');
    default:
      if (!target.bound) return refuse('ask', `目标值“${target.text}”不能自动计分，请人工评定`);
      if (!actual.bound) return refuse('ask', `实际完成值“${actual.text}”没有数字`);
      return numberDegree(target, actual, direction, book);
  }
}

/** Over-fulfilment changes what a fully met indicator earns, in some places. */
function withOver(degree: Degree, book: Rulebook): Degree | Refusal {
  const rule = book.rules.get('超额');
  const { reached } = degree;
  if (!rule || !reached || compare(degree.value.low, ONE) < 0) return degree;
  if (/^(?:得分 ≤|若)/.test(rule.says)) return degree;
  const names: Names = {
    ...namedParameters(book.parameters),
    完成程度: named(reached),
    人工: { value: { value: ONE, low: ZERO, high: ONE } },
  };
  const changed = byRule(rule, names, reached);
  const same = 'ok' in changed || compare(changed.value.low, ONE) >= 0;
  return same && !('ok' in changed) ? degree : changed;
}

function combined(degrees: readonly Degree[], book: Rulebook): Degree {
  if (degrees.length === 1) return degrees[0]!;
  const rule = book.rules.get('多项');
  const steps = degrees.flatMap((d, i) => d.steps.map((s) => `第 ${i + 1} 项：${s}`));
  const least3 = (pick: (i: Interval) => Exact) => degrees.map((d) => pick(d.value)).reduce(least);
  const mean = (pick: (i: Interval) => Exact) =>
    divide(degrees.map((d) => pick(d.value)).reduce(plus), exact(degrees.length))!;
  const join = rule?.id === 'SQ17' ? least3 : mean;
  const value = { value: join((i) => i.value), low: join((i) => i.low), high: join((i) => i.high) };
  return { value, ...(rule && { rule }), steps };
}

/** 完成程度 of a cell against its target. */
export function fulfilment(
  targets: readonly Target[],
  actuals: readonly Target[],
  book: Rulebook,
  direction?: Direction,
): Degree | Refusal {
  const bounded = targets.filter((t) => t.direction !== '无');
  if (bounded.length === 0) return refuse('ask', '没有目标值');
  if (actuals.length !== targets.length) {
    return refuse(
      'input',
      `目标值有 ${targets.length} 项，实际完成值有 ${actuals.length} 项，请写成一一对应`,
    );
  }
  const degrees: Degree[] = [];
  for (const [i, target] of targets.entries()) {
    const degree = degreeOf(target, actuals[i]!, book, direction);
    const settled = 'ok' in degree ? degree : withOver(degree, book);
    if ('ok' in settled) return settled;
    degrees.push(settled);
  }
  return combined(degrees, book);
}

/** 得分 of a degree at a weight, never above the weight nor below zero. */
export function pointsOf(degree: Degree, weight: Exact): Points {
  const within = (x: Exact) => greatest(ZERO, least(weight, times(weight, x)));
  const value = {
    value: within(degree.value.value),
    low: within(degree.value.low),
    high: within(degree.value.high),
  };
  return { ok: true, value, degree, judged: compare(value.low, value.high) !== 0 };
}

export const isFull = (degree: Degree): boolean => compare(degree.value.low, ONE) >= 0;
