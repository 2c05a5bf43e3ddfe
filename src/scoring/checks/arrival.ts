// S01 and S02 of money that was put together with other funds or has to arrive first: what is left of the budget,
// and the rate at which it arrived. Knows the columns of the money block.
import type { MoneyRow } from '../../facts/evaluation.ts';
import { round, shift, sign } from '../../measure/exact.ts';
import { valueOf } from '../../measure/quantity.ts';
import { type Case, quantityIn } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
} from '../finding.ts';
import { judgeRate, rateBy } from '../judge.ts';
import { relationOf } from '../names.ts';
import { moneyRelation } from './money.ts';

function netOf(own: Case, { net, budget, merged }: MoneyRow): Judged[] {
  if (!quantityIn(net) || !quantityIn(budget)) return [];
  const names = { 扣除后预算数: [net], 全年预算数: [budget], 整合数: [merged] };
  const judged = moneyRelation(own, 'S01', '扣除后预算数', names, 4);
  return judged ? [judged] : [];
}

function arrivalOf(own: Case, row: MoneyRow): Judged[] {
  const { arrivalRate: rate, arrived } = row;
  const budget = row.net ?? row.budget;
  const [r, b, a] = [rate, arrived, budget].map(quantityIn);
  const check = own.check('S02');
  const says = relationOf(check.says, '到位率');
  if (!rate || !arrived || !budget || !r || !b || !a || sign(valueOf(a)) <= 0) return [];
  const quotient = rateBy(says, { 到位数: b, 预算数: a });
  if (!quotient) return [];
  const judgement = judgeRate(r, quotient);
  const ought = amountSpoken(round(shift(quotient.value, 2), 2), '%');
  const by = `${amountSpoken(valueOf(b), b.unit)} ÷ ${amountSpoken(valueOf(a), a.unit)}`;
  const where = `${titleOf(own.evaluation)}${placeOf(rate)}为 ${amountSpoken(valueOf(r), '%')}`;
  const message = `${where}，按 ${by} ${judgement.verdict === 'broken' ? '应' : ''}为 ${ought}。`;
  const cells = [factCell(rate, 'stated'), factCell(arrived, 'part'), factCell(budget, 'part')];
  const names = { 到位率: [rate], 到位数: [arrived], 预算数: [budget] };
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 3,
    ...judgement,
    unit: '%',
    says,
    message,
    cells,
  });
  return [{ assertion: assertionOver(check, says, names, 3), finding }];
}

/** S01, part 4. */
export const netBudgets = (own: Case): Judged[] =>
  own.evaluation.money.flatMap((row) => netOf(own, row));

/** S02, part 3. */
export const arrivalRates = (own: Case): Judged[] =>
  own.evaluation.money.flatMap((row) => arrivalOf(own, row));
