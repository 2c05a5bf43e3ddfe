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
  minus,
  ONE,
  plus,
  round,
  shift,
  sign,
  times,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { isPoint, rising, risingAll, sumOfAll } from '../measure/interval.ts';
import type { Rulebook } from './book.ts';
import { BY_HAND, byRule, type Degree, type Points, type Unscored, unscored } from './degree.ts';
import {
  mentions,
  type NamedValue,
  type Names,
  named,
  namedParameters,
  numberIn,
  relOf,
} from './names.ts';
import { qualityDegree } from './quality.ts';
import type { Scored } from './rule.ts';
import { inUnit, periodsInYear } from './target/convert.ts';
import type { Direction, ScoringTarget } from './target/target.ts';
import type { TargetVocabulary } from './target/words.ts';
import { dateDegree } from './timely.ts';

export type { Degree, Points } from './degree.ts';
export { bandOf } from './quality.ts';

/** 计分所据: the rules, the weight where it is known, and a direction chosen instead of the one read. */
interface Means {
  readonly book: Rulebook;
  readonly weight?: Exact | undefined;
  readonly direction?: Direction | undefined;
}

const KINDS: Readonly<Partial<Record<Direction, Scored>>> = {
  '≥': '正向',
  '>': '正向',
  '≤': '反向',
  '<': '反向',
  '=': '等于',
  区间: '区间',
};

/** B ÷ A or A ÷ B; where nothing was aimed at, some places name what is far beyond it. */
function reachedBy(kind: Scored, bound: Exact, value: Exact, book: Rulebook): Exact | undefined {
  if (kind === '反向') return divide(bound, value);
  const { 零目标超额: limit, 超额门槛: threshold } = book.parameters;
  if (!isZero(bound) || limit === undefined || threshold === undefined) return divide(value, bound);
  return compare(value, numberIn(limit)) >= 0 ? numberIn(threshold) : undefined;
}

/** 档数: how often the step fits into what is missed; a part of a step counts or not, as places see it. */
function stepsMissed(
  kind: Scored,
  bound: Exact,
  value: Exact,
  book: Rulebook,
): NamedValue | undefined {
  const step = book.parameters.每档;
  const missed = kind === '反向' ? minus(value, bound) : minus(bound, value);
  const exactly = step === undefined ? undefined : divide(missed, numberIn(step));
  if (!exactly) return undefined;
  if (sign(exactly) <= 0) return named(ZERO);
  const nearest = round(exactly, 0);
  const low = compare(nearest, exactly) > 0 ? minus(nearest, ONE) : nearest;
  const high = compare(nearest, exactly) < 0 ? plus(nearest, ONE) : nearest;
  return { value: { value: exactly, low, high } };
}

/** Negative amounts count as nothing by the rule for them; where less than nothing was aimed at they count. */
function countedAs(
  value: Exact,
  target: ScoringTarget,
  direction: Direction,
  book: Rulebook,
): Exact | Unscored {
  if (sign(value) >= 0 || direction === '区间') return value;
  if (sign(target.bound!) < 0) {
    const met = meets(target, direction, value);
    return met ? value : unscored('ask', '目标值和完成值是负数，不能按比例计分，请人工评定');
  }
  return book.rules.has('负完成值') ? ZERO : unscored('ask', '完成值是负数，请人工评定');
}

function numberDegree(
  target: ScoringTarget,
  actual: ScoringTarget,
  direction: Direction,
  { book, weight }: Means,
): Degree | Unscored {
  const same =
    actual.unit === '' || target.unit === ''
      ? actual.bound!
      : inUnit(actual.bound!, actual.unit, target.unit, book.words);
  if (same === undefined) {
    return unscored(
      'input',
      `目标值的单位“${target.unit}”与完成值的“${actual.unit}”不同，不能比较`,
    );
  }
  // So many each month, and what the year came to.
  const periods = book.words.isPerPeriod(actual.text) ? undefined : periodsInYear(target.text);
  const value = periods ? divide(same, exact(periods))! : same;
  const done = countedAs(value, target, direction, book);
  if ('ok' in done) return done;
  const written = target.source === 'written' && /[≥>]/.test(direction);
  const zero = direction !== '区间' && isZero(target.bound!) && !written;
  const kind = zero ? '零目标' : KINDS[direction];
  const rule = kind && book.rules.get(kind);
  if (!kind || !rule) return unscored('ask', `没有“${direction}”指标的计分办法，请人工评定`);
  const shown = (x: Exact) => (target.unit === '%' ? `${toText(x)}%` : toText(x));
  // Points are taken off by the unit as printed: 每低 1 个百分点.
  const inShares = target.unit === '%' && !rule.inPoints;
  const as = (x: Exact) => named(inShares ? shift(x, -2) : x, shown(x));
  const missed = rule.inPoints && stepsMissed(kind, target.bound!, done, book);
  const names: Names = {
    ...namedParameters(book.parameters),
    目标值: as(target.bound!),
    下限: as(target.bound!),
    上限: as(target.upper ?? target.bound!),
    完成值: as(done),
    达到: named(meets(target, direction, done) ? ONE : ZERO),
    人工: BY_HAND,
    ...(missed && { 档数: missed }),
  };
  const reached = zero ? undefined : reachedBy(kind, target.bound!, done, book);
  return byRule(rule, names, weight, reached);
}

/** Whether a value, in the target's unit, is what was asked for. */
export function meets(target: ScoringTarget, direction: Direction, value: Exact): boolean {
  const order = compare(value, target.bound!);
  if (direction === '区间') return order >= 0 && compare(value, target.upper!) <= 0;
  return /[≥>]/.test(direction) ? order >= 0 : /[≤<]/.test(direction) ? order <= 0 : order === 0;
}

const WAYS = [
  ['增长', '增加', '上升', '提高', '提升'],
  ['下降', '降低', '减少', '压减', '缩短'],
  ['持平', '不变'],
];
/** 增长 and 提高 go the same way. */
const sameWay = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (a === b || WAYS.some((way) => way.includes(a) && way.includes(b)));

function trendDegree(
  target: ScoringTarget,
  actual: ScoringTarget,
  means: Means,
): Degree | Unscored {
  if (!actual.trend) return unscored('ask', `实际完成值“${actual.text}”没有写明与上年相比的变化`);
  if (!target.bound || !actual.bound) {
    const rule = means.book.rules.get('是否');
    if (!rule || !sameWay(target.trend, actual.trend))
      return unscored('ask', '变化方向不同，请人工评定');
    return byRule(rule, { 达到: named(ONE) }, means.weight);
  }
  if (!sameWay(target.trend, actual.trend)) return unscored('ask', '变化方向不同，请人工评定');
  return numberDegree(target, actual, target.operator ?? '≥', means);
}

/** Whether what was done is no less than what was roughly aimed at. */
function reaches(
  { bound, unit, direction }: ScoringTarget,
  actual: ScoringTarget,
  words: TargetVocabulary,
): boolean {
  const done =
    actual.bound &&
    (unit && actual.unit ? inUnit(actual.bound, actual.unit, unit, words) : actual.bound);
  if (!bound || !done) return false;
  return /[≤<]/.test(direction) ? compare(done, bound) <= 0 : compare(done, bound) >= 0;
}

/** 完成程度 of one part. */
function degreeOf(target: ScoringTarget, actual: ScoringTarget, means: Means): Degree | Unscored {
  const { book, weight, direction = target.direction } = means;
  // What was changed by as much as was wanted is right, however it is meant.
  const same = target.text === actual.text;
  const doubts = [...target.doubts, ...actual.doubts].filter((d) => !(same && d.kind === 'change'));
  // About so many is met by as many; how much less will do is for people to say.
  const doubt = doubts.find(
    (d) => d.kind !== 'approximate' || !reaches(target, actual, book.words),
  );
  if (doubt) return unscored('ask', doubt.message);
  switch (direction) {
    case '定性':
      return qualityDegree(target, actual, book);
    case '日期':
      return dateDegree(target, actual, book, weight);
    case '趋势':
      return trendDegree(target, actual, means);
    case '无':
      return unscored('ask', '没有目标值');
    default:
      if (!target.bound) return unscored('ask', `目标值“${target.text}”不能自动计分，请人工评定`);
      if (!actual.bound) return unscored('ask', `实际完成值“${actual.text}”没有数字`);
      return numberDegree(target, actual, direction, means);
  }
}

/** Over-fulfilment changes what a fully met indicator earns, in some places. */
function withOver(degree: Degree, { book, weight }: Means): Degree | Unscored {
  const less = degree.rule?.for === '反向' && book.rules.has('反向超额');
  const rule = less ? undefined : book.rules.get('超额');
  const { reached } = degree;
  if (!rule || !reached || compare(degree.value.low, ONE) < 0) return degree;
  // A rule that only caps the score, or asks for a reason, changes no degree.
  if (!mentions(rule.says, '得分') || relOf(rule.says) === '≤') return degree;
  const names: Names = {
    ...namedParameters(book.parameters),
    完成程度: named(reached),
    人工: BY_HAND,
  };
  const changed = byRule(rule, names, weight, reached);
  const same = 'ok' in changed || compare(changed.value.low, ONE) >= 0;
  return same && !('ok' in changed) ? degree : changed;
}

/** Several days in one cell by a rule of their own; undefined where there is none. */
function ofDates(degrees: readonly Degree[], { book, weight }: Means): Degree | undefined {
  const rule = book.rules.get('多项日期');
  if (!rule || degrees.some((d) => d.rule?.for !== '日期')) return undefined;
  const late = degrees.filter((d) => compare(d.value.low, ONE) < 0).length;
  const names = { 项数: named(exact(degrees.length)), 逾期项数: named(exact(late)) };
  const degree = byRule(rule, { ...namedParameters(book.parameters), ...names }, weight);
  return 'ok' in degree ? undefined : degree;
}

function combined(degrees: readonly Degree[], means: Means): Degree | Unscored {
  if (degrees.length === 1) return degrees[0]!;
  const dates = ofDates(degrees, means);
  if (dates) return dates;
  const rule = means.book.rules.get('多项');
  if (!rule) return unscored('ask', '没有一格多项的计分办法，请人工评定');
  const own = degrees.flatMap((d, i) => d.steps.map((s) => `第 ${i + 1} 项：${s}`));
  const values = degrees.map((d) => d.value);
  const names: Names = {
    ...namedParameters(means.book.parameters),
    ...(mentions(rule.says, '最低完成程度')
      ? { 最低完成程度: { value: risingAll(values, (xs) => xs.reduce(least)) } }
      : { Σ完成程度: { value: sumOfAll(values) } }),
    项数: named(exact(degrees.length)),
  };
  const degree = byRule(rule, names, means.weight);
  return 'ok' in degree ? degree : { ...degree, steps: own };
}

/** 完成程度 of a cell against its target. */
export function fulfilment(
  targets: readonly ScoringTarget[],
  actuals: readonly ScoringTarget[],
  book: Rulebook,
  chosen: Omit<Means, 'book'> = {},
): Degree | Unscored {
  const bounded = targets.filter((t) => t.direction !== '无');
  if (bounded.length === 0) return unscored('ask', '没有目标值');
  if (actuals.length !== targets.length) {
    return unscored(
      'input',
      `目标值有 ${targets.length} 项，实际完成值有 ${actuals.length} 项，请写成一一对应`,
    );
  }
  const share = chosen.weight && divide(chosen.weight, exact(targets.length));
  const means: Means = { ...chosen, book, weight: share };
  const degrees: Degree[] = [];
  for (const [i, target] of targets.entries()) {
    const degree = degreeOf(target, actuals[i]!, means);
    const settled = 'ok' in degree ? degree : withOver(degree, means);
    if ('ok' in settled) return settled;
    degrees.push(settled);
  }
  return combined(degrees, { ...means, weight: chosen.weight });
}

/** 得分 of a degree at a weight, never above the weight nor below zero. */
export function pointsOf(degree: Degree, weight: Exact): Points {
  const value = rising(degree.value, (x) => greatest(ZERO, least(weight, times(weight, x))));
  return { ok: true, value, degree, judged: !isPoint(value) };
}

/** Whether a degree earns the whole weight even at its lowest. */
export const isFull = (degree: Degree): boolean => compare(degree.value.low, ONE) >= 0;
