// S07 of a printed coefficient: 得分系数 against target and actual. Knows what an indicator earns.
import { ONE, shift, toText, ZERO } from '../../measure/exact.ts';
import { isPoint, shifted } from '../../measure/interval.ts';
import { valueOf } from '../../measure/quantity.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { assertionOver, factCell, findingOf, type Judged, placeOf, titleOf } from '../finding.ts';
import { judgeScore } from '../judge.ts';
import { type Degree, fulfilment } from '../points.ts';
import { otherRule, unsettled } from './alternatives.ts';
import { cellsOf, namesOf } from './row.ts';

const SAYS = '得分 = 权重 × 完成值 ÷ 目标值';
const UP_TO_FULL: Degree = { value: { value: ONE, low: ZERO, high: ONE }, steps: [] };

/**
 * A printed coefficient against target and actual, in %; never above 100%. Undefined where it is right, or
 * the score does not rest on it.
 */
export function coefficientFinding(own: Case, read: ReadIndicator): Judged | undefined {
  const { coefficient } = read.indicator;
  if (read.by !== 'coefficient' || !coefficient?.quantity) return undefined;
  const given = fulfilment(read.targets, read.actuals, own.book, { weight: read.weight });
  const degree = 'ok' in given ? UP_TO_FULL : given;
  const check = own.check('S07');
  const points = shifted(degree.value, 2);
  const stated = valueOf(coefficient.quantity);
  const judgement = judgeScore(stated, [points]);
  if (judgement.verdict !== 'broken') return undefined;
  const open = !isPoint(points);
  const ought = open
    ? `应在 ${toText(points.low)}%–${toText(points.high)}% 之内`
    : `应为 ${toText(judgement.expected!)}%`;
  const message = `${titleOf(own.evaluation)}${placeOf(coefficient)}为 ${toText(stated)}%，按目标“${read.indicator.target?.text ?? ''}”、完成“${read.indicator.actual?.text ?? ''}”${ought}。`;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    ...judgement,
    unit: '%',
    message,
    part: 2,
    severity: 'warning',
    cells: [
      factCell(coefficient, 'stated'),
      ...cellsOf(own, read, 'score').filter((c) => c.role === 'part'),
    ],
  });
  const judged = { assertion: assertionOver(check, SAYS, namesOf(read), 2), finding };
  const byRules = { ...read, degree };
  const other = otherRule(own, byRules, stated, shift(ONE, 2));
  return other ? unsettled(own, judged, other) : judged;
}
