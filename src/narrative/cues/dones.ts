// 完成率与执行率: what was spent ÷ the budget that its words name, wherever in the paragraph that was told. Knows which
// budget a word means.
import { abs, compare, equal, exact } from '../../measure/exact.ts';
import { isBudget } from '../clauses/saying.ts';
import { shownOf } from '../relations/explained.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import { type Candidate, isCopied, relationFrom } from './evidence.ts';
import { quotientReading } from './quotients.ts';
import { earlier, isAlike, type Scene, type Told, toldAround, toldNear } from './told.ts';

const TELLING = 3;
const HUNDRED = exact(100);
/** 执行率 is by definition of the whole year's budget as it was adjusted. */
const EXECUTED = /执行(?:率|进度|比例)/;
const WHOLE_YEAR = /全年|调整后|变动后|追加后/;

const isStock = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  said.measure === 'amount' &&
  !said.past;

/** Of any year: what the rate may have been divided by instead. */
const isAmount = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  (said.measure === 'amount' || said.measure === 'before');

const isPlanned = ({ said, clause }: Told): boolean =>
  isBudget(said.version) || /计划|任务|目标|预算$|应[^，]{1,2}$/.test(clause);

const isOfYear = (t: Told): boolean =>
  t.said.version === 'full' || t.said.version === 'adjusted' || WHOLE_YEAR.test(t.clause);

/** Budgets told before, the one that is meant last; `named` where the words leave no other. */
function budgetsFor(own: Told, actual: Told, before: readonly Told[]) {
  const all = before.filter((t) => isPlanned(t) && isAlike(t.figure, actual.figure));
  const { version } = own.said;
  const wanted =
    version === 'opening'
      ? all.filter((t) => t.said.version === 'opening')
      : version === 'full' || version === 'adjusted' || EXECUTED.test(own.clause)
        ? all.filter(isOfYear)
        : [];
  const meant = wanted.length > 0 ? wanted : all;
  return { all, meant: meant.at(-1), named: wanted.length > 0 };
}

/** 完成率 of a budget of another kind, in the same sentence. */
const isOfAnother = (t: Told, own: Told): boolean =>
  t.said.measure === 'done' && t.sentence === own.sentence && t.said.version !== own.said.version;

/** The rate is that of another budget of the paragraph. */
const isOfOther = (own: Told, actual: Told, others: readonly Told[]): boolean =>
  shownOf(own.figure) >= TELLING - 1 &&
  others.some(
    (t) =>
      weigh(quotientReading(own.figure, [[actual.figure, 1]], [[t.figure, 1]])) === 'exact' &&
      !equal(abs(t.figure.value), abs(actual.figure.value)),
  );

/** 完成年初预算的, 完成调整预算的; 执行率 beyond what could be spent at all. */
function isClosed(own: Told, actual: Told, meant: Told): boolean {
  if (isBudget(own.said.version) && own.said.version !== 'plan') return true;
  const over = compare(own.figure.value, HUNDRED) > 0;
  return over && compare(actual.figure.value, meant.figure.value) <= 0;
}

const REACH = 60;
const stocks = (scene: Scene, meant: Told): Told[] =>
  toldNear(scene, meant, REACH).filter((t) => t !== meant && isAmount(t));

function doneOf(scene: Scene, own: Told): TextRelation | undefined {
  const { said, figure } = own;
  if (figure.kind !== 'percent' || said.measure !== 'done' || figure.token!.rough) return undefined;
  const here = toldAround(scene, own).filter((t) => t.at < own.at);
  const before = [...earlier(scene, own), ...here].filter(isStock);
  const actual = before.findLast((t) => !isPlanned(t));
  if (!actual || own.at - actual.at > 2) return undefined;
  const { all, meant, named } = budgetsFor(own, actual, before);
  if (!meant) return undefined;
  const others = all.filter((t) => t !== meant);
  const of = (t: Told, plain: boolean): Candidate => ({
    equation: quotientReading(figure, [[actual.figure, 1]], [[t.figure, 1]]),
    plain,
    telling: { slip: TELLING, copy: TELLING },
  });
  const alone = all.length === 1 || named || meant.at === actual.at - 1;
  // …完成预算的p，其中：A支出a，完成预算的q: a part's rate is of its own budget, which is not printed.
  // 完成调整预算的p、年初预算的q: each names its own.
  const used = scene.told
    .slice(meant.at, own.at)
    .some((t) => t.figure.kind === 'percent' && !(named && isOfAnother(t, own)));
  const plain = alone && !used;
  const sure = named && plain;
  const candidates = [of(meant, plain), ...(sure ? [] : others.map((t) => of(t, false)))];
  if (!plain && !candidates.some((c) => weigh(c.equation) === 'exact')) return undefined;
  const copied = isCopied(own, toldAround(scene, own)) || (sure && isOfOther(own, actual, others));
  const closed =
    sure && isClosed(own, actual, meant) && isOfOther(own, actual, stocks(scene, meant));
  return relationFrom('done', own, candidates, { copied, closed });
}

const DEVIATION = /(?:差异|偏差|偏离)(?:率|度)(?:为|是)?$/;

/** 预决算差异率: what came out beyond the budget, of the budget; the two right before it. */
function deviationOf({ told }: Scene, own: Told): TextRelation | undefined {
  const [a, b] = [told[own.at - 2], told[own.at - 1]];
  if (own.figure.kind !== 'percent' || own.figure.token!.rough || !DEVIATION.test(own.clause))
    return undefined;
  if (!a || !b || a.sentence !== own.sentence || !isStock(a) || !isStock(b)) return undefined;
  const [budget, actual] = isPlanned(a) ? [a, b] : [b, a];
  if (!isPlanned(budget) || isPlanned(actual) || !isAlike(a.figure, b.figure)) return undefined;
  const top: Term[] = [
    [actual.figure, 1],
    [budget.figure, -1],
  ];
  const of = (base: Told): Equation => quotientReading(own.figure, top, [[base.figure, 1]]);
  // 差异率（差额除以决算数）: some say of what it is; 预决算差异率 is of the budget.
  const named = /预决算/.test(own.clause) && !own.tail.startsWith('（');
  if (!named && weigh(of(actual)) === 'exact') return undefined;
  const equation = of(budget);
  const sure = shownOf(own.figure) >= TELLING;
  return relationFrom('difference', own, [{ equation, plain: true }], { closed: sure });
}

const EXCESS =
  /(?:超出|超过|超支|超收|短收|节约|节余|结余|少支|短缺)(?:比例|幅度|率)(?:为|是|达)?$/;

/** 预算b，决算a，超出预算d，超出比例p: what lies between, of the budget. */
function excessOf({ told }: Scene, own: Told): TextRelation | undefined {
  const gap = told[own.at - 1];
  if (own.figure.kind !== 'percent' || own.figure.token!.rough || !EXCESS.test(own.clause))
    return undefined;
  const before = told.slice(Math.max(0, own.at - 3), own.at).filter((t) => t !== gap && isStock(t));
  const budget = before.find(isPlanned);
  const isGap = gap?.said.measure === 'difference' && gap.sentence === own.sentence;
  if (!isGap || !budget || budget.sentence !== own.sentence) return undefined;
  const equation = quotientReading(own.figure, [[gap.figure, 1]], [[budget.figure, 1]]);
  return relationFrom('difference', own, [{ equation, plain: true }], {
    closed: shownOf(own.figure) >= TELLING,
  });
}

/** 完成率与差异率 of a paragraph. */
export const donesIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap(
    (own) => doneOf(scene, own) ?? deviationOf(scene, own) ?? excessOf(scene, own) ?? [],
  );
