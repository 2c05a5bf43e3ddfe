// S04: execution earns what the rule in force gives. Knows the money block of a 自评表.
import { factsIn } from '../../assertions/assertion.ts';
import type { Judgement } from '../../assertions/compare.ts';
import type { Fact } from '../../facts/fact.ts';
import { compare, type Exact, isZero, minus, plus, toText, ZERO } from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import { valueOf } from '../../measure/quantity.ts';
import { presetName } from '../book.ts';
import { budgetOf, type Case, quantityIn } from '../case.ts';
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
import { judgeScore, quotientOf, rateInterval } from '../judge.ts';
import { type Names, named, namedParameters, numberIn, rightOf, stepsOf } from '../names.ts';

/** What execution earns by the rule in force: on the printed rate and on the raw quotient. */
export function executionBases(own: Case): { printed?: Interval; raw?: Interval; steps: string[] } {
  const { whole } = own.evaluation;
  const rule = own.book.rules.get('执行率');
  const weight = own.executionWeight?.value;
  if (!whole || !rule || !weight) return { steps: [] };
  const [a, b] = [quantityIn(budgetOf(whole, own.book)), quantityIn(whole.spent)];
  const rate = quantityIn(whole.rate);
  const quotient = a && b && quotientOf(b, a);
  const names = (r: Interval, shown?: string): Names => ({
    ...namedParameters(own.book.parameters),
    权重: named(weight, toText(weight)),
    执行率: { value: r, ...(shown && { shown }) },
    执行数: b && named(valueOf(b), toText(valueOf(b))),
    预算数: a && named(valueOf(a), toText(valueOf(a))),
  });
  const printed = rate && rightOf(rule.says, names(rateInterval(rate)));
  const raw = quotient && rightOf(rule.says, names(quotient));
  const shown = rate ? `${toText(valueOf(rate))}%` : undefined;
  const basis = rate ? rateInterval(rate) : quotient;
  return {
    ...(printed?.ok && { printed: printed.value }),
    ...(raw?.ok && { raw: raw.value }),
    steps: basis ? stepsOf(rule.says, names(basis, shown)) : [],
  };
}

interface Execution {
  readonly judgement: Judgement;
  /** The score follows the printed rate, and that rate is wrong. */
  readonly follows: boolean;
  readonly bases: ReturnType<typeof executionBases>;
}

/** Where the printed rate itself is wrong, what follows from it is wrong with it. */
function judged(own: Case, stated: Exact, wrongRate: boolean): Execution | undefined {
  const bases = executionBases(own);
  const usual = [bases.raw, bases.printed].filter((b) => b !== undefined);
  const right = wrongRate && bases.raw ? [bases.raw] : usual;
  if (right.length === 0) return undefined;
  const judgement = judgeScore(stated, right);
  const follows =
    judgement.verdict === 'broken' &&
    right.length < usual.length &&
    judgeScore(stated, usual).verdict !== 'broken';
  return { judgement, follows, bases };
}

/** What the indicators weigh together; undefined where one of them has no weight of its own. */
function sumOfWeights({ indicators }: Case): Exact | undefined {
  const weights = indicators.map((r) => r.weight);
  if (weights.length === 0 || weights.some((w) => w === undefined)) return undefined;
  return weights.map((w) => w!).reduce(plus, ZERO);
}

/** 分值误填: the points that the other weights leave to execution, where the score follows from them. */
function misweighed(own: Case, stated: Exact): Exact | undefined {
  const { whole } = own.evaluation;
  const others = sumOfWeights(own);
  const full = numberIn(own.book.parameters.满分 ?? '100');
  if (!others || !valueIn(whole?.weight) || !own.executionWeight?.printed) return undefined;
  const value = minus(full, others);
  if (compare(value, ZERO) <= 0 || compare(value, own.executionWeight.value) === 0)
    return undefined;
  const other = { ...own, executionWeight: { value, printed: true } };
  const verdict = judged(other, stated, false)?.judgement.verdict;
  return verdict && verdict !== 'broken' ? value : undefined;
}

/** What is wrong is the weight, and the score follows from the right one. */
function toldOfWeight(own: Case, score: Fact, points: Exact): string {
  const where = `${titleOf(own.evaluation)}${placeOf(own.evaluation.whole!.weight!)}`;
  const filled = amountSpoken(own.executionWeight!.value, '分');
  const others = toText(sumOfWeights(own)!);
  return `${where}填成了 ${filled}，其余各项已占 ${others} 分，这里应为 ${amountSpoken(points, '分')}；得分 ${amountSpoken(valueIn(score)!, '分')}与它相合。`;
}

function told(own: Case, score: Fact, { judgement, follows }: Execution): string {
  const title = own.book.rules.get('执行率')!.title;
  const where = `${titleOf(own.evaluation)}${placeOf(score)}为 ${amountSpoken(judgement.stated, '分')}`;
  const ought = `应为 ${amountSpoken(judgement.expected, '分')}`;
  const source = own.executionWeight!.printed ? '' : `（按${presetName(own.book.preset)}）`;
  if (judgement.verdict === 'exact') return `${where}，相符。`;
  if (judgement.verdict === 'rounding')
    return `${where}，按“${title}”为 ${amountSpoken(judgement.expected, '分')}，属尾差。`;
  return follows
    ? `${where}，是按表中执行率计算的；执行率有误，改正后${ought}。`
    : `${where}，按“${title}”${ought}${source}。`;
}

/** Where the rule is written: in the table itself, else only in a preset. */
function basisOf(own: Case): string {
  const said = own.statements.find((s) => s.about === '执行率');
  if (said) return `本表：${said.says}`;
  const { preset } = own.book;
  return own.executionWeight?.printed ? own.check('S04').basis : presetName(preset);
}

const isNothing = (budget: Fact | undefined): boolean => {
  const amount = quantityIn(budget);
  return amount !== undefined && isZero(valueOf(amount));
};

/** Without a budget there is no rate to score. */
function withoutBudget(own: Case, score: Fact, budget: Fact): Judged {
  const check = own.check('S04');
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: 'unknown',
    message: `${titleOf(own.evaluation)}${placeOf(score)}无法核对：没有预算，不计算执行率，得分请人工评定。`,
    cells: [factCell(score, 'stated'), factCell(budget, 'part')],
  });
  return { assertion: assertionOver(check, check.says, { 得分: [score] }), finding };
}

/** Points that places give execution; where a table does not print its own, any of them may be meant. */
const USUAL = ['5', '10', '15', '20', '25', '30'];

/** The table with the points of execution that its score follows from, where none are printed. */
function withUsualWeight(own: Case, stated: Exact, wrongRate: boolean): Case {
  const { executionWeight: weight } = own;
  if (!weight || weight.printed || own.settled) return own;
  const as = (value: Exact): Case => ({ ...own, executionWeight: { value, printed: false } });
  const fits = (c: Case): boolean => judged(c, stated, wrongRate)?.judgement.verdict !== 'broken';
  return [own, ...USUAL.map((w) => as(numberIn(w)))].find(fits) ?? own;
}

/** By a preset that nobody chose other steps may be declared than the table follows: weight × rate is right everywhere. */
function plainly(own: Case, stated: Exact, wrongRate: boolean): Case {
  const rule = own.book.rules.get('执行率');
  const usual = own.plainExecution;
  if (!rule || !usual || rule === usual || own.settled || own.book.printed.has('执行率'))
    return own;
  const rules = new Map(own.book.rules).set('执行率', usual);
  const other = { ...own, book: { ...own.book, rules } };
  const fits = (c: Case) => judged(c, stated, wrongRate)?.judgement.verdict !== 'broken';
  return !fits(own) && fits(other) ? other : own;
}

/** Whether the printed rate of the whole is wrong itself. */
function isRateWrong({ evaluation }: Case, before: readonly Judged[]): boolean {
  const rate = evaluation.whole?.rate;
  return before.some(
    ({ finding, assertion }) =>
      finding.rule === 'S02' &&
      finding.verdict === 'broken' &&
      rate !== undefined &&
      factsIn(assertion).includes(rate),
  );
}

/** S04: the execution score; printed rate and raw quotient are equally right. `before` tells of the rate. */
export function executionScores(table: Case, before: readonly Judged[]): Judged[] {
  const wrongRate = isRateWrong(table, before);
  const printed = quantityIn(table.evaluation.whole?.score);
  const points = printed && valueOf(printed);
  const own = points
    ? plainly(withUsualWeight(table, points, wrongRate), points, wrongRate)
    : table;
  const { whole } = own.evaluation;
  const score = whole?.score;
  const stated = quantityIn(score);
  const rule = own.book.rules.get('执行率');
  if (!whole || !score || !stated || !rule || !own.executionWeight) return [];
  const check = own.check('S04');
  const budget = budgetOf(whole, own.book);
  const nothing = own.book.rules.has('零预算') && isNothing(budget) ? budget : undefined;
  if (nothing) return [withoutBudget(own, score, nothing)];
  const execution = judged(own, valueOf(stated), wrongRate);
  if (!execution) return [];
  const basis = [whole.rate, whole.spent, budget, whole.weight].filter((f) => f !== undefined);
  const { judgement } = execution;
  const ought = judgement.verdict === 'broken' ? misweighed(own, valueOf(stated)) : undefined;
  const severity = execution.follows
    ? ('note' as const)
    : own.executionWeight.printed || !own.book.preset.unconfirmed
      ? undefined
      : ('warning' as const);
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    // The score itself is right where only the weight is wrong.
    ...(ought ? { verdict: judgement.verdict, stated: judgement.stated } : judgement),
    message: ought ? toldOfWeight(own, score, ought) : told(own, score, execution),
    says: rule.says,
    basis: basisOf(own),
    steps: execution.bases.steps,
    cells: [factCell(score, 'stated'), ...basis.map((f) => factCell(f, 'part'))],
    ...(severity && { severity }),
  });
  const facts = {
    得分: [score],
    权重: [whole.weight],
    执行率: [whole.rate],
    执行数: [whole.spent],
    预算数: [budget],
  };
  return [{ assertion: assertionOver(check, rule.says, facts), finding }];
}
