// Readings by which a score would be right where neither rule nor direction is written: then it is undecided,
// not wrong. Knows rules and degrees; judges no table.
import { compare, type Exact, isZero, sign } from '../../measure/exact.ts';
import { presetName } from '../book.ts';
import type { Case, ReadIndicator } from '../case.ts';
import type { Judged } from '../finding.ts';
import { judgeScore } from '../judge.ts';
import { type Degree, fulfilment, isFull, pointsOf } from '../points.ts';
import type { ScoringRule } from '../rule.ts';
import type { Direction } from '../target/target.ts';

/** Names that do not say whether more or less of it is wanted. */
const EITHER_WAY =
  /时间|时长|时限|天数|周期|单价|成本|费用|价格|误差|能耗|排放|用量|消耗|占比|比例|差异|浓度/;

const isPrice = ({ name, targets }: ReadIndicator): boolean =>
  /元(?:\/|$)/.test(targets[0]!.unit) || /成本|费用|单价|价格|支出$/.test(name);

/**
 * The direction was only assumed, and with another one the score is right. Full marks alone prove
 * nothing about a quantity of which more is plainly better.
 */
export function otherDirection(
  own: Case,
  read: ReadIndicator,
  weight: Exact,
): Direction | undefined {
  const assumed = read.targets.length === 1 && read.targets[0]!.confidence === 'assumed';
  // What something costs is wanted no higher than its target, whether or not a sign says so.
  const cost = ['level-2', 'name'].includes(read.targets[0]?.source ?? '') && isPrice(read);
  if (!assumed || cost) return undefined;
  return (['≥', '≤'] as const).find((direction) => {
    const degree = fulfilment(read.targets, read.actuals, own.book, { direction, weight });
    const points = 'ok' in degree ? degree : pointsOf(degree, weight);
    if (!points.ok || judgeScore(read.score!, [points.value]).verdict === 'broken') return false;
    const guessed = read.targets[0]!.source !== 'default' || EITHER_WAY.test(read.name);
    return guessed || !isFull(points.degree);
  });
}

/** A break made undecided, as it would hold in this direction, which is not written. */
export function undirected(judged: Judged, direction: Direction): Judged {
  const { finding } = judged;
  const message = `${finding.message}目标没有写明方向，按“${direction}”则相符；请在目标值里写明。`;
  return {
    ...judged,
    finding: { ...finding, verdict: 'unknown', severity: 'note', cause: 'undecided', message },
  };
}

/**
 * Another usual rule by which the number is right, as the place's own is not known for certain; undefined
 * where none is.
 */
export function otherRule(
  own: Case,
  read: ReadIndicator,
  stated: Exact,
  weight: Exact,
): ScoringRule | undefined {
  if ('ok' in read.degree || !read.degree.rule || read.targets.length > 1) return undefined;
  return own.otherRules(read.degree.rule).find((rule) => {
    const kind = read.degree as Degree;
    const book = {
      ...own.book,
      rules: new Map([...own.book.rules, [kind.rule!.for, rule] as const]),
    };
    const degree = fulfilment(read.targets, read.actuals, book, { weight });
    const points = 'ok' in degree ? degree : pointsOf(degree, weight);
    return points.ok && judgeScore(stated, [points.value]).verdict !== 'broken';
  });
}

/** Late, and some points taken off: how many is for the place to say. */
export const partlyLate = (read: ReadIndicator, stated: Exact, weight: Exact): boolean =>
  !('ok' in read.degree) &&
  read.degree.rule?.for === '日期' &&
  isZero(read.degree.value.value) &&
  sign(stated) > 0 &&
  compare(stated, weight) < 0;

/** A break made undecided, as places differ in what they take off for being late. */
export function lateUnsettled(judged: Judged): Judged {
  const { finding } = judged;
  const message =
    `${finding.message}逾期完成扣多少分各地规定不同，请按本地的计分办法核对。`.replace(
      '应为',
      '按“逾期不得分”为',
    );
  return {
    ...judged,
    finding: { ...finding, verdict: 'unknown', severity: 'note', cause: 'undecided', message },
  };
}

/** Not wrong for certain: said as undecided, with both rules named. */
export function unsettled(own: Case, judged: Judged, other: ScoringRule): Judged {
  const { finding } = judged;
  const message = `${finding.message}按“${other.title}”则相符；请确认本地的计分办法。`.replace(
    '应为',
    `按${presetName(own.book.preset)}为`,
  );
  return {
    ...judged,
    finding: { ...finding, verdict: 'unknown', severity: 'note', cause: 'undecided', message },
  };
}
