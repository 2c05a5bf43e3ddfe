// S09 of a department whose rule makes its total the mean of its projects by money. Knows cases of one
// workbook; by most rules the overall table stands for itself and nothing is held against it.
import { type Exact, plus, times, ZERO } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { presetName } from '../book.ts';
import { budgetOf, type Case } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
  valueIn,
} from '../finding.ts';
import { judgeScore } from '../judge.ts';
import { mentions, rightOf } from '../names.ts';

/** 资金加权: every project's total times its money, and all the money. */
function weighted(projects: readonly Case[]): { sum: Exact; money: Exact } | undefined {
  let [sum, money]: [Exact, Exact] = [ZERO, ZERO];
  for (const { evaluation, book } of projects) {
    const total = valueIn(evaluation.total);
    const budget = evaluation.whole && valueIn(budgetOf(evaluation.whole, book));
    if (!total || !budget) return undefined;
    sum = plus(sum, times(total, budget));
    money = plus(money, budget);
  }
  return projects.length > 0 ? { sum, money } : undefined;
}

/** S09, part 2. */
export function overallByProjects(cases: readonly Case[]): Judged[] {
  const projects = cases.filter((c) => c.evaluation.kind === '项目自评');
  return cases.flatMap((own): Judged[] => {
    const rule = own.book.rules.get('整体');
    const { total, kind } = own.evaluation;
    const stated = valueIn(total);
    const mean = weighted(projects);
    if (kind !== '整体自评' || !total || !stated || !mean || !rule || !mentions(rule.says, 'Σ资金'))
      return [];
    const names = { Σ得分资金: { value: point(mean.sum) }, Σ资金: { value: point(mean.money) } };
    const outcome = rightOf(rule.says, names);
    if (!outcome.ok) return [];
    const check = own.check('S09');
    const judgement = judgeScore(stated, [outcome.value]);
    const ok = judgement.verdict !== 'broken';
    const where = `${titleOf(own.evaluation)}${placeOf(total)}为 ${amountSpoken(stated, '分')}`;
    const ought = amountSpoken(judgement.expected!, '分');
    const message = ok
      ? `${where}，与各项目按资金加权的得分相符。`
      : `${where}，各项目按资金加权为 ${ought}。请核对，或说明不同的原因。`;
    const parts = projects.map((p) => factCell(p.evaluation.total!, 'part'));
    const finding = findingOf({
      evaluation: own.evaluation,
      check,
      part: 2,
      ...judgement,
      message,
      says: rule.says,
      basis: presetName(own.book.preset),
      severity: own.book.preset.unconfirmed ? 'note' : 'warning',
      cells: [factCell(total, 'stated'), ...parts],
    });
    return [{ assertion: assertionOver(check, rule.says, { 总分: [total] }, 2), finding }];
  });
}
