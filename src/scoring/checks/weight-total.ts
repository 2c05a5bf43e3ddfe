// S05 for a whole table: what weights come to against what the total row says, execution among them.
// Knows the columns 权重 and 得分.
import type { Fact } from '../../facts/fact.ts';
import {
  compare,
  type Exact,
  minus,
  parseExact,
  plus,
  sign,
  toText,
  ZERO,
} from '../../measure/exact.ts';
import type { Case } from '../case.ts';
import { carries } from '../counted.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  titleOf,
  valueIn,
  weightFact,
} from '../finding.ts';
import { judgeSum } from '../judge.ts';

/** Weights of rows against the points of a cell or heading. */
export function weightsAgainst(
  own: Case,
  stated: Fact,
  facts: readonly Fact[],
  name: string,
): Judged {
  const check = own.check('S05');
  const judgement = judgeSum(
    check.says,
    valueIn(stated)!,
    facts.map((f) => valueIn(f)!),
  );
  const where = `${titleOf(own.evaluation)}“${name}”各项权重相加为 ${amountSpoken(judgement.expected!, '分')}`;
  const ok = judgement.verdict !== 'broken';
  const message = ok
    ? `${where}，相符。`
    : `${where}，应为 ${amountSpoken(judgement.stated!, '分')}，${differs(judgement.expected!, judgement.stated!)}。请核对各行权重。`;
  const cells = [factCell(stated, 'stated'), ...facts.map((f) => factCell(f, 'part'))];
  const names = { 应有权重: [stated], Σ权重: facts };
  return {
    assertion: assertionOver(check, '应有权重 = Σ权重', names),
    finding: findingOf({ evaluation: own.evaluation, check, ...judgement, message, cells }),
  };
}

/** 多 or 少 by how many 分, for people. */
export const differs = (value: Exact, ought: Exact): string => {
  const gap = minus(value, ought);
  return `${sign(gap) > 0 ? '多' : '少'} ${toText(sign(gap) > 0 ? gap : minus(ought, value))} 分`;
};

/** Points of execution as printed: on the row it is scored on, on other rows, or in a heading. */
function executionWeights({ evaluation }: Case): Fact[] {
  const { whole, money, executionWeight: heading } = evaluation;
  const own = whole?.weight;
  if (own && valueIn(own)) return [own];
  const beside = money.flatMap((m) => (m.weight && valueIn(m.weight) ? [m.weight] : []));
  if (beside.length > 0) return beside;
  return heading ? [weightFact(heading, evaluation.table, '预算执行情况')] : [];
}

/** Execution is scored and its points are printed nowhere: what lacks to the total may be its share. */
function openExecution(
  own: Case,
  total: Fact,
  weights: readonly Fact[],
  judged: Judged | undefined,
): Judged | undefined {
  const [share, score] = [own.executionWeight?.value, own.evaluation.whole?.score];
  const stated = valueIn(total)!;
  const values = weights.map((f) => valueIn(f)!);
  const lacks = compare(values.reduce(plus, ZERO), stated) < 0;
  const isShown = (score && valueIn(score)) || isOpen(own);
  if (judged?.finding.verdict !== 'broken' || !isShown || !lacks) return judged;
  if (share && judgeSum(own.check('S05').says, stated, [share, ...values]).verdict === 'exact')
    return undefined;
  const message = `${judged.finding.message}执行率的分值表上没有写明，可能就是相差的部分，请人工核对。`;
  return {
    ...judged,
    finding: {
      ...judged.finding,
      verdict: 'unknown',
      severity: 'note',
      cause: 'undecided',
      message,
    },
  };
}

/** Execution was not made out although amounts are there: what lacks may be its share. */
export const isOpen = ({ evaluation }: Case): boolean =>
  !evaluation.whole?.score && !evaluation.whole?.weight && evaluation.doubts.length > 0;

/**
 * Execution and indicators together: 100, or what the total row says. Undefined where a weight is no number,
 * nothing promises a total, or the share that execution has by the rules is just what lacks.
 */
export function grandTotal(own: Case): Judged | undefined {
  const { evaluation, indicators } = own;
  const facts = indicators.filter(carries).map((r) => r.indicator.weight);
  if (facts.length === 0 || facts.some((f) => valueIn(f) === undefined)) return undefined;
  const head = executionWeights(own);
  const beside = evaluation.others.flatMap((o) =>
    o.weight && valueIn(o.weight) ? [o.weight] : [],
  );
  const all = [...head, ...beside, ...(facts as Fact[])];
  const total = evaluation.totalWeight;
  if (total && valueIn(total)) {
    const judged = weightsAgainst(own, total, all, '总分');
    return head.length === 0 ? openExecution(own, total, all, judged) : judged;
  }
  const promised = parseExact(own.book.parameters.满分 ?? '');
  if (!promised) return undefined;
  const check = own.check('S05');
  const sum = judgeSum(
    check.says,
    promised,
    all.map((f) => valueIn(f)!),
  );
  // A printed total of 100 points is what the weights are for; nothing else promises it.
  const ok = sum.verdict !== 'broken';
  const message = ok
    ? `${titleOf(evaluation)}各项权重相加为 ${amountSpoken(promised, '分')}，相符。`
    : `${titleOf(evaluation)}各项权重相加为 ${amountSpoken(sum.expected!, '分')}，应为 ${amountSpoken(promised, '分')}，${differs(sum.expected!, promised)}。请核对各行权重。`;
  const cells = all.map((f, i) => factCell(f, i === 0 ? 'stated' : 'part'));
  return {
    assertion: assertionOver(check, 'Σ权重 = 满分', { Σ权重: all }),
    finding: findingOf({
      evaluation,
      check,
      ...sum,
      message,
      cells,
      says: `Σ权重 = ${toText(promised)}`,
    }),
  };
}

/** S05 of 小计: what the weights of its rows come to. */
export function weightSubtotals(own: Case): Judged[] {
  return own.evaluation.subtotals.flatMap(({ row, weight, from, to }): Judged[] => {
    const facts = own.indicators.slice(from, to).flatMap((r) => r.indicator.weight ?? []);
    const known = weight && valueIn(weight) && facts.every((f) => valueIn(f));
    return known && facts.length > 0 ? [weightsAgainst(own, weight, facts, row.printed)] : [];
  });
}
