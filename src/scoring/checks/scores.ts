// S07 and S08: an indicator's score against its target and actual, by the rules in force; a
// qualitative one within the band of its level. Knows what an indicator earns.

import type { FindingCell } from '../../assertions/finding.ts';
import {
  compare,
  type Exact,
  minus,
  round,
  sign,
  times,
  toText,
  ZERO,
} from '../../measure/exact.ts';
import { valueOf } from '../../measure/quantity.ts';
import { total } from '../../measure/ratios.ts';
import { type Case, earned, type ReadIndicator } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
} from '../finding.ts';
import { bandText } from '../indicator.ts';
import { judgeScore } from '../judge.ts';
import { numberIn } from '../names.ts';
import { isFull, type Points } from '../points.ts';
import {
  lateUnsettled,
  otherDirection,
  otherRule,
  partlyLate,
  undirected,
  unsettled,
} from './alternatives.ts';
import { coefficientFinding } from './coefficient.ts';
import { isLenient } from './leniency.ts';
import { cellsOf, namesOf, sourceOf } from './row.ts';
import { impliedWeight, promisesOf } from './weights.ts';

const SAYS = '得分 = 权重 × 完成值 ÷ 目标值';
const BY_COEFFICIENT = '得分 = 权重 × 系数';

interface Weighed {
  readonly weight: Exact;
  /** How a weight that is not printed was found, and the scores it was found from. */
  readonly how: string;
  readonly from: readonly FindingCell[];
}

/** A weight printed in the row, or what the other rows leave of the promise. */
function weightFor(own: Case, read: ReadIndicator): Weighed | undefined {
  if (read.weight) return { weight: read.weight, how: '', from: [] };
  const promise = promisesOf(own)
    .filter((p) => p.rows.includes(read))
    .sort((a, b) => a.rows.length - b.rows.length)[0];
  if (!promise || 'ok' in read.degree || isFull(read.degree) || read.degree.band) return undefined;
  const others = promise.rows.filter((r) => r !== read);
  const implied = others.map(impliedWeight);
  if (implied.some((w) => w === undefined)) return undefined;
  if (others.some((r) => !('ok' in r.degree) && !isFull(r.degree))) return undefined;
  const weight = minus(valueOf(promise.weight.points), total(implied as Exact[]));
  // With more points than were promised it is the other scores that are wrong.
  if (sign(weight) <= 0 || compare(read.score ?? ZERO, weight) > 0) return undefined;
  const how = `（分值按“${promise.name}”其余各项推算为 ${toText(weight)} 分）`;
  return { weight, how, from: others.map((r) => factCell(r.indicator.score!, 'part')) };
}

function bandFinding(own: Case, read: ReadIndicator, weight: Exact): Judged | undefined {
  if ('ok' in read.degree || !read.degree.band || !read.score) return undefined;
  const { band } = read.degree;
  const { score } = read.indicator;
  const [low, high] = [numberIn(band.low), numberIn(band.high)].map((x) =>
    round(times(weight, x), 2),
  );
  const best = own.book.bands.at(-1) === band;
  const above = compare(read.score, high!);
  const fits =
    compare(read.score, low!) >= 0 && (best ? above <= 0 : above < 0 || compare(low!, high!) === 0);
  const check = own.check('S08');
  const where = `${titleOf(own.evaluation)}${placeOf(score!)}为 ${amountSpoken(read.score, '分')}`;
  const message = fits
    ? `${where}，在“${band.level}”的 ${bandText(band, weight)} 之内。`
    : `${where}，完成情况为“${band.level}”，${toText(weight)} 分的指标应得 ${toText(low!)} 至 ${toText(high!)} 分${best ? '' : `（不含 ${toText(high!)} 分）`}。`;
  const expected = fits ? read.score : above >= 0 ? high! : low!;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: fits ? 'exact' : 'broken',
    stated: read.score,
    expected,
    message,
    cells: cellsOf(own, read, 'score'),
    ...sourceOf(own, read),
  });
  return { assertion: assertionOver(check, SAYS, namesOf(read)), finding };
}

function scoreFinding(
  own: Case,
  read: ReadIndicator,
  weighed: Weighed,
  points: Extract<Points, { ok: true }>,
): Judged {
  const check = own.check('S07');
  const judgement = judgeScore(read.score!, [points.value]);
  const rule = points.degree.rule;
  const says = read.lost
    ? read.lost.rule.says
    : read.by === 'coefficient'
      ? BY_COEFFICIENT
      : (rule?.says ?? SAYS);
  const where = `${titleOf(own.evaluation)}${placeOf(read.indicator.score!)}为 ${amountSpoken(read.score!, '分')}`;
  const asked = `目标“${read.indicator.target?.text ?? ''}”、完成“${read.indicator.actual?.text ?? ''}”`;
  const told = {
    exact: `${where}，按${asked}相符。`,
    rounding: `${where}，按${asked}为 ${amountSpoken(judgement.expected!, '分')}，属尾差。`,
    broken: `${where}，按${asked}${weighed.how}应为 ${amountSpoken(judgement.expected!, '分')}。`,
    unknown: '',
  }[judgement.verdict];
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    ...judgement,
    message: told,
    says,
    steps: points.degree.steps,
    cells: [...cellsOf(own, read, 'score'), ...weighed.from],
    ...sourceOf(own, read),
  });
  const by = read.lost ? read.lost.rule.says : read.by === 'coefficient' ? BY_COEFFICIENT : SAYS;
  const judged = { assertion: assertionOver(check, by, namesOf(read)), finding };
  if (judgement.verdict !== 'broken' || read.by !== 'rules') return judged;
  // A weight that was reckoned from other scores is off by whatever was taken off there.
  if (weighed.how !== '' && isLenient(own, read.score!, judgement.expected!))
    return impliedOnly(judged);
  const other = otherRule(own, read, read.score!, weighed.weight);
  if (other) return unsettled(own, judged, other);
  if (!own.settled && partlyLate(read, read.score!, weighed.weight)) return lateUnsettled(judged);
  const direction = otherDirection(own, read, weighed.weight);
  return direction ? undirected(judged, direction) : judged;
}

const impliedOnly = (judged: Judged): Judged => ({
  ...judged,
  finding: { ...judged.finding, verdict: 'unknown', severity: 'note' },
});

/** People decide, within limits: a score inside them is as it should be. */
function byHand(
  own: Case,
  read: ReadIndicator,
  weight: Exact,
  points: Extract<Points, { ok: true }>,
): Judged {
  const check = own.check('S07');
  const { rule } = points.degree;
  const [low, high] = [points.value.low, points.value.high].map((x) => round(x, 2)) as [
    Exact,
    Exact,
  ];
  const below = compare(read.score!, low) < 0;
  const fits = !below && compare(read.score!, high) <= 0;
  const where = `${titleOf(own.evaluation)}${placeOf(read.indicator.score!)}为 ${amountSpoken(read.score!, '分')}`;
  const range = `${toText(low)}–${toText(high)} 分`;
  const message = fits
    ? `${where}，按“${rule?.title ?? ''}”由人工评定，在 ${range} 之内。`
    : `${where}，按“${rule?.title ?? ''}”应在 ${range} 之内（权重 ${toText(weight)} 分）。`;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: fits ? 'exact' : 'broken',
    stated: read.score!,
    expected: fits ? read.score! : below ? low : high,
    message,
    says: rule?.says ?? SAYS,
    steps: points.degree.steps,
    cells: cellsOf(own, read, 'score'),
    ...sourceOf(own, read),
  });
  return { assertion: assertionOver(check, SAYS, namesOf(read)), finding };
}

/** The weight of a row whose score can be decided and is not above it. */
function decidable(own: Case, read: ReadIndicator): Weighed | undefined {
  const weighed = weightFor(own, read);
  if (!weighed || !read.score || 'ok' in read.degree) return undefined;
  return compare(read.score, weighed.weight) > 0 && read.weight ? undefined : weighed;
}

function rowFindings(own: Case, read: ReadIndicator): Judged[] {
  const weighed = decidable(own, read);
  if (!weighed || 'ok' in read.degree || read.degree.band) return [];
  const points = earned(read, weighed.weight);
  if (!points.ok) return [];
  if (points.judged) return [byHand(own, read, weighed.weight, points)];
  const coefficient = coefficientFinding(own, read);
  return [scoreFinding(own, read, weighed, points), ...(coefficient ? [coefficient] : [])];
}

/** Rows whose score cannot be decided: said once a table, with their cells. */
function undecided(own: Case): Judged[] {
  const open = own.indicators.filter((r) => r.score && r.weight && 'ok' in r.degree && !r.void);
  if (open.length === 0) return [];
  const check = own.check('S07');
  const reasons = open.map((r) => ('ok' in r.degree ? `“${r.name}”：${r.degree.why}` : ''));
  const listed = reasons.slice(0, 3).join('；');
  const more = open.length > 3 ? `等 ${open.length} 项` : '';
  const message = `${titleOf(own.evaluation)}有 ${open.length} 项指标的得分无法自动核对，请人工核对。${listed}${more}。`;
  const cells = open.map((r) => ({ ...factCell(r.indicator.score!, 'part') }));
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: 'unknown',
    message,
    cells,
  });
  return [
    {
      assertion: assertionOver(check, SAYS, { 得分: open.map((r) => r.indicator.score) }),
      finding,
    },
  ];
}

/** S07. */
export const ruleScores = (own: Case): Judged[] => [
  ...own.indicators.flatMap((read) => rowFindings(own, read)),
  ...undecided(own),
];

/** S08. */
export const bandScores = (own: Case): Judged[] =>
  own.indicators.flatMap((read) => {
    const weighed = decidable(own, read);
    return (weighed && bandFinding(own, read, weighed.weight)) ?? [];
  });
