// S07 of a column 扣分: what is printed as taken off and what is left make the weight. Knows the columns
// 权重, 得分 and 扣分.
import { abs, compare, greatest, minus, plus, ZERO } from '../../measure/exact.ts';
import { rising } from '../../measure/interval.ts';
import { type Case, earned, type ReadIndicator } from '../case.ts';
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

const SAYS = '得分 + 扣分 = 权重';

/** Taken off what was earned, not off the weight: right by a rule that some places have. */
function takenFromEarned(read: ReadIndicator): boolean {
  const off = valueIn(read.indicator.deduction);
  const points = read.weight && earned(read, read.weight);
  if (!off || !points?.ok || points.judged || !read.score) return false;
  const left = rising(points.value, (x) => greatest(ZERO, minus(x, abs(off))));
  return judgeScore(read.score, [left]).verdict !== 'broken';
}

function rowDeduction(own: Case, read: ReadIndicator): Judged[] {
  const { score, weight, deduction } = read.indicator;
  const [stated, full, off] = [valueIn(score), valueIn(weight), valueIn(deduction)];
  // Where a rule takes it off the points earned, the score itself is judged so.
  if (!score || !weight || !deduction || !stated || !full || !off || read.lost) return [];
  const check = own.check('S07');
  const expected = minus(full, abs(off));
  const adds = compare(plus(stated, abs(off)), full) === 0;
  const open = !adds && takenFromEarned(read);
  const verdict = adds ? 'exact' : open ? 'unknown' : 'broken';
  const where = `${titleOf(own.evaluation)}${placeOf(score)}为 ${amountSpoken(stated, '分')}，扣分为 ${amountSpoken(abs(off), '分')}`;
  const told = {
    exact: `${where}，合起来等于权重。`,
    unknown: `${where}，合起来不等于权重 ${amountSpoken(full, '分')}；按“完成情况应得的分再减扣分”则相符，请确认本地的计分办法。`,
    broken: `${where}，合起来不等于权重 ${amountSpoken(full, '分')}。请核对得分和扣分。`,
  }[verdict];
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 3,
    verdict,
    stated,
    expected,
    message: told,
    says: SAYS,
    severity: 'warning',
    cells: [factCell(score, 'stated'), factCell(deduction, 'part'), factCell(weight, 'part')],
  });
  const names = { 得分: [score], 扣分: [deduction], 权重: [weight] };
  return [{ assertion: assertionOver(check, SAYS, names, 3), finding }];
}

/** S07, part 3. */
export const deductions = (own: Case): Judged[] =>
  own.indicators.flatMap((read) => rowDeduction(own, read));
