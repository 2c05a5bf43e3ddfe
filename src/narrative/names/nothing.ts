// Rates over nothing: a budget of zero has no rate of completion, a last year of zero no growth. Knows
// roles; knows no table by name.
import { equal, exact, isZero, minus, plus } from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import type { TieCell } from '../readings/report.ts';
import { budgetRule, calledBy, changeRule, stated } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Mention } from './mention.ts';
import type { Tie } from './quote.ts';

const HUNDRED = exact(100);

interface Known {
  readonly value: Interval;
  readonly cells: readonly TieCell[];
}

const printed = (m: Mention | undefined, desk: Desk): Known[] =>
  m ? [{ value: desk.interval(m), cells: [] }] : [];

function finalOf(about: Mention, desk: Desk): Known | undefined {
  return [desk.amount(about.subject.indicators), ...printed(desk.near(about, 'amount'), desk)].find(
    (k) => k !== undefined,
  );
}

function overNoBudget(about: Mention, desk: Desk): Tie | undefined {
  const own = desk.near(about, 'budget');
  const known = desk.budgets(about.subject.indicators, about.budget ?? own?.budget);
  const [budget] = [...printed(own, desk), ...known];
  if (!budget || !isZero(budget.value.value)) return undefined;
  // The table has a budget: then the printed nothing is what is wrong.
  if (known.some((k) => !isZero(k.value.value))) return undefined;
  const final = finalOf(about, desk);
  // Nothing of nothing: said as 0%, it claims nothing.
  if (!final || (isZero(final.value.value) && isZero(about.token.value))) return undefined;
  const name = calledBy({ ...about, role: 'budget' });
  // 完成预算0万元的100%: nothing was planned and nothing spent; a way of speaking, no wrong number.
  const nothing = isZero(final.value.value) && equal(about.token.value, HUNDRED);
  return {
    mention: about,
    rule: budgetRule(about.subject.indicators[0]),
    match: 'broken',
    ...(nothing && { severity: 'note' as const }),
    cells: budget.cells,
    message: `${name}为 0，不能计算完成率，“${stated(about)}”应删去，可写“年初未安排预算”并说明原因`,
  };
}

function overNoLastYear(about: Mention, desk: Desk): Tie | undefined {
  const { indicators } = about.subject;
  const change = desk.near(about, 'change', { ...(about.base && { base: about.base }) });
  const final = finalOf(about, desk);
  const [last] = [desk.last(indicators), ...printed(desk.near(about, 'last'), desk)].filter(
    (k) => k !== undefined,
  );
  const zero = last
    ? isZero(last.value.value)
    : change !== undefined &&
      final !== undefined &&
      isZero((change.sign === -1 ? plus : minus)(final.value.value, desk.interval(change).value));
  if (!zero || !final || isZero(final.value.value) || about.base !== 'last') return undefined;
  // A rate was reckoned from another change: this one is the total, written once more.
  const copied =
    !last && change && !isZero(about.token.value) && !equal(about.token.value, HUNDRED);
  if (copied)
    return {
      mention: change,
      rule: changeRule(indicators[0]),
      match: 'broken',
      cells: final.cells,
      message: `${calledBy(change)}写“${stated(change)}”，与决算数相同，与“${stated(about)}”不合，请核对是否抄错`,
    };
  // A new unit may write 增长100%: that is a way of speaking, no wrong number.
  const whole = equal(about.token.value, HUNDRED);
  return {
    mention: about,
    rule: changeRule(indicators[0]),
    match: 'broken',
    ...(whole && { severity: 'note' as const }),
    cells: last?.cells ?? [],
    message: `${calledBy({ ...about, role: 'amount' })}上年为 0，不能计算增减幅度，“${stated(about)}”应改为“上年无此项，不可比”`,
  };
}

/** 零分母: verdicts on rates over a budget or a year of nothing. */
export function nothingOf(desk: Desk): Tie[] {
  return desk.mentions.flatMap((m) => {
    const tie =
      m.role === 'completion'
        ? overNoBudget(m, desk)
        : m.role === 'growth'
          ? overNoLastYear(m, desk)
          : undefined;
    return tie ? [tie] : [];
  });
}
