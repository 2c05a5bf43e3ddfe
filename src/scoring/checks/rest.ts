// S31: what the overall table leaves for all other money once its projects are taken out: it cannot have been spent by
// more than its budget, nor by less than nothing. Knows rows of money; a 提示 only, since a project may be paid from
// money that the overall table does not hold.
import type { Fact } from '../../facts/fact.ts';
import {
  compare,
  divide,
  type Exact,
  exact,
  minus,
  plus,
  round,
  times,
  ZERO,
} from '../../measure/exact.ts';
import { convert } from '../../measure/quantity.ts';
import { budgetOf, type Case } from '../case.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  titleOf,
} from '../finding.ts';

/** 预算数 and 执行数 of a row, or of several together, with what rounding leaves open. */
interface Spending {
  readonly budget: Exact;
  readonly spent: Exact;
  /** Half a unit of the last digit of each, together. */
  readonly open: Exact;
  readonly cells: readonly Fact[];
}

const HUNDRED = exact(100);

function spendingOf(budget: Fact | undefined, spent: Fact | undefined, unit: string) {
  const [given, used] = [budget, spent].map((f) => f?.quantity && convert(f.quantity, unit));
  if (!budget || !spent || !given || !used) return undefined;
  const open = plus(given.half, used.half);
  return { budget: given.value, spent: used.value, open, cells: [spent, budget] };
}

const together = (a: Spending, b: Spending): Spending => ({
  budget: plus(a.budget, b.budget),
  spent: plus(a.spent, b.spent),
  open: plus(a.open, b.open),
  cells: [...a.cells, ...b.cells],
});

const NOTHING: Spending = { budget: ZERO, spent: ZERO, open: ZERO, cells: [] };

/** All projects; undefined where one was not read. */
function spendingOfAll(projects: readonly Case[], unit: string): Spending | undefined {
  let sum = NOTHING;
  for (const { evaluation, book } of projects) {
    const { whole } = evaluation;
    const own = whole && spendingOf(budgetOf(whole, book), whole.spent, unit);
    if (!own) return undefined;
    sum = together(sum, own);
  }
  return projects.length > 0 ? sum : undefined;
}

const rate = ({ budget, spent }: Spending): string => {
  const share = divide(times(spent, HUNDRED), budget);
  return share ? amountSpoken(round(share, 2), '%') : '0%';
};

/** S31 整体执行率与各项目按资金加权的执行率. */
export function rateAmongProjects(cases: readonly Case[]): Judged[] {
  const [own, ...others] = cases.filter((c) => c.evaluation.kind === '整体自评');
  if (!own || others.length > 0) return [];
  const { money, whole } = own.evaluation;
  const unit = whole?.spent?.quantity?.unit;
  if (!unit) return [];
  const projects = cases.filter((c) => c.evaluation.kind === '项目自评');
  const part = spendingOfAll(projects, unit);
  // A row of project spending says more than the whole of which it is a part.
  const rows = [...money.filter((m) => /^项目支出/.test(m.row.key)), whole];
  const all = rows
    .map((m) => m && spendingOf(budgetOf(m, own.book), m.spent, unit))
    .find((s) => s !== undefined);
  if (!part || !all) return [];
  // More than the budget was spent of the whole or of the projects (S03), or their money is none of the whole's.
  const isOver = [part, all].some((s) => compare(s.spent, plus(s.budget, s.open)) > 0);
  if (isOver || compare(part.budget, plus(all.budget, plus(all.open, part.open))) > 0) return [];
  const open = plus(all.open, part.open);
  const [budget, spent] = [minus(all.budget, part.budget), minus(all.spent, part.spent)];
  const below = compare(plus(spent, open), ZERO) < 0;
  if (!below && compare(spent, plus(budget, open)) <= 0) return [];
  const check = own.check('S31');
  const says = below ? '其余执行数 ≥ 0' : '其余执行数 ≤ 其余预算数';
  const rest = below
    ? `各项目的执行数之和已经大于整体的执行数`
    : `其余资金的预算为 ${amountSpoken(budget, unit)}，执行数就要有 ${amountSpoken(spent, unit)}`;
  const message = `${titleOf(own.evaluation)}的执行率为 ${rate(all)}，${projects.length} 个项目按资金加权为 ${rate(part)}（${amountSpoken(part.spent, unit)} ÷ ${amountSpoken(part.budget, unit)}），${rest}。两处的预算数或执行数可能有一处有误；也可能有的项目用了不在整体预算里的资金（上级专项、以前年度结转）。请核对。`;
  const [stated, ...cells] = all.cells;
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    verdict: 'broken',
    stated: spent,
    expected: below ? ZERO : budget,
    unit,
    message,
    says,
    rel: below ? '≥' : '≤',
    cells: [
      factCell(stated!, 'stated'),
      ...[...cells, ...part.cells].map((f) => factCell(f, 'part')),
    ],
  });
  const names = { 其余执行数: [stated], 其余预算数: [all.cells[1]] };
  return [{ assertion: assertionOver(check, says, names), finding }];
}
