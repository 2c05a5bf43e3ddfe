// S01 and S02 of the budget at the start of the year: against the adjusted one, and what indicators say of
// both. Knows the money block and the names of rates.
import { factsIn } from '../../assertions/assertion.ts';
import type { Judgement } from '../../assertions/compare.ts';
import { slipOf } from '../../diagnosis/slip.ts';
import type { Fact } from '../../facts/fact.ts';
import { abs, compare, type Exact, isZero, minus, toText } from '../../measure/exact.ts';
import { type Quantity, quantity, valueOf } from '../../measure/quantity.ts';
import { type Case, quantityIn, type ReadIndicator } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  placeOf,
  titleOf,
  wordsCell,
} from '../finding.ts';
import { judgeRate, quotientOf } from '../judge.ts';

const significant = (x: Exact): string =>
  toText(abs(x))
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
/** Round amounts are alike by chance: 100 and 120, 50 and 500. */
const isTelling = (...amounts: readonly Exact[]): boolean =>
  amounts.some((x) => significant(x).length >= 4);
const ALONE = { neighbours: [], addends: [] };

interface Budgets {
  readonly initial: Fact;
  readonly budget: Fact;
  readonly a0: Exact;
  readonly a: Exact;
}

function budgetsOf({ evaluation: { whole } }: Case): Budgets | undefined {
  const [a0, a] = [quantityIn(whole?.initial), quantityIn(whole?.budget)];
  if (!whole?.initial || !whole.budget || !a0 || !a) return undefined;
  return { initial: whole.initial, budget: whole.budget, a0: valueOf(a0), a: valueOf(a) };
}

/** What is strange between the two, as a clause; an adjustment alone is not. */
function strange({ a0, a }: Budgets, spent: Quantity | undefined): string | undefined {
  if (isZero(a) && !isZero(a0) && spent && !isZero(valueOf(spent)))
    return '全年预算数却为零；没有调整的，全年预算数与年初相同';
  const shifted = ['unit', 'decimal-point'].includes(slipOf(a0, a, ALONE));
  return shifted && isTelling(a0, a)
    ? '两数数字相同、小数点或单位不同，请核对小数点和单位'
    : undefined;
}

/** One digit apart: adjusted by a round amount, or mistyped; nobody can tell. */
const isClose = ({ a0, a }: Budgets): boolean =>
  ['one-digit', 'swapped-digits'].includes(slipOf(a0, a, ALONE)) && isTelling(a0, a);

/** Sources or kinds of spending that add up to the figure vouch for it already. */
const isVouched = ({ evaluation: { money, whole } }: Case): boolean =>
  money.some((m) => m !== whole && m.row.groups.includes('资金来源') && m.initial);

/** S01, part 3: 年初 beside 全年; silent where other rows vouch for it and nothing is strange. */
function besideAdjusted(own: Case, explained: boolean): Judged[] {
  const both = budgetsOf(own);
  if (!both) return [];
  const { initial, budget, a0, a } = both;
  const odd = strange(both, quantityIn(own.evaluation.whole?.spent));
  const equal = compare(a0, a) === 0;
  const told = odd || (equal && isTelling(a0)) || isClose(both);
  if (!told || (!odd && !equal && (explained || isVouched(own)))) return [];
  const check = own.check('S01');
  const unit = initial.quantity!.unit;
  const where = `${titleOf(own.evaluation)}${placeOf(initial)}为 ${amountSpoken(a0, unit)}`;
  const other = `全年预算数（${amountSpoken(a, budget.quantity!.unit)}）`;
  const message = odd
    ? `${where}，与${other}：${odd}。`
    : equal
      ? `${where}，全年没有调整，相符。`
      : `${where}，与${other}只差一处数字：是年中调整，还是笔误，请人工核对。`;
  const verdict = odd ? 'broken' : equal ? 'exact' : 'unknown';
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 3,
    verdict,
    message,
    unit,
    says: '年初预算数 = 全年预算数',
    severity: 'warning',
    cells: [factCell(initial, 'stated'), factCell(budget, 'part')],
  });
  const names = { 年初预算数: [initial], 全年预算数: [budget] };
  return [{ assertion: assertionOver(check, '年初预算数 = 全年预算数', names, 3), finding }];
}

interface Rate {
  readonly name: RegExp;
  readonly says: string;
  readonly from: (b: Budgets, spent: Quantity) => readonly [Quantity, Quantity] | undefined;
  /** A difference is to be explained; of other rates places leave parts out as they please. */
  readonly firm: boolean;
}
const amount = (value: Exact, like: Fact): Quantity =>
  quantity(value, like.quantity!.unit, like.quantity!.decimals)!;

/** Indicators that are made of the money block itself. */
const RATES: readonly Rate[] = [
  {
    name: /^(?:部门|项目|年度|全年|年)?(?:预算(?:资金)?|资金预算)执行率$/,
    says: '完成值 = 执行数 ÷ 全年预算数',
    from: ({ budget }, spent) => [spent, budget.quantity!],
    firm: true,
  },
  {
    name: /预算完成率$/,
    says: '完成值 = 执行数 ÷ 年初预算数',
    from: ({ initial }, spent) => [spent, initial.quantity!],
    firm: false,
  },
  {
    name: /预算调整率$/,
    says: '完成值 = max(全年预算数 - 年初预算数, 年初预算数 - 全年预算数) ÷ 年初预算数',
    from: ({ initial, a0, a }) => [amount(abs(minus(a, a0)), initial), initial.quantity!],
    firm: false,
  },
];

/** S02, part 2: a rate among the indicators against the money block; undefined where nothing can be said. */
function rateAmong(own: Case, read: ReadIndicator): Judged | undefined {
  const both = budgetsOf(own);
  const spent = quantityIn(own.evaluation.whole?.spent);
  const kind = RATES.find((r) => r.name.test(read.name));
  const actual = read.actuals.length === 1 ? read.actuals[0]! : undefined;
  const pair = kind && both && spent && kind.from(both, spent);
  const quotient = pair && quotientOf(pair[0], pair[1]);
  const { actual: cell } = read.indicator;
  if (!kind || !quotient || !cell || actual?.unit !== '%' || !actual.bound) return undefined;
  const text = toText(actual.bound);
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  const judgement: Judgement = judgeRate(quantity(actual.bound, '%', decimals)!, quotient);
  const wrong = judgement.verdict === 'broken';
  if (wrong && !kind.firm) return undefined;
  const check = own.check('S02');
  const where = `${titleOf(own.evaluation)}“${read.name}”完成值为 ${text}%`;
  const ought = `${toText(judgement.expected)}%`;
  const message = wrong
    ? `${where}，按资金栏的执行数和预算数为 ${ought}。两处口径不同的请写明，同口径的应一致。`
    : `${where}，与资金栏一致。`;
  const { initial, budget } = both!;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 2,
    ...judgement,
    unit: '%',
    message,
    says: kind.says,
    severity: 'warning',
    cells: [
      wordsCell(cell, `${titleOf(own.evaluation)} ${read.name}·完成值`, 'stated'),
      factCell(own.evaluation.whole!.spent!, 'part'),
      factCell(budget, 'part'),
      ...(kind.firm ? [] : [factCell(initial, 'part')]),
    ],
  });
  const names = {
    完成值: [cell.fact],
    执行数: [own.evaluation.whole!.spent],
    全年预算数: [budget],
    年初预算数: [initial],
  };
  return { assertion: assertionOver(check, kind.says, names, 2), finding };
}

/** S02, part 2. */
export const ratesAmong = (own: Case): Judged[] =>
  own.indicators.flatMap((r) => rateAmong(own, r) ?? []);

/** S01, part 3. */
export function initialBudgets(own: Case): Judged[] {
  const initial = own.evaluation.whole?.initial;
  const explained = ratesAmong(own).some(
    ({ assertion }) => initial !== undefined && factsIn(assertion).includes(initial),
  );
  return besideAdjusted(own, explained);
}
