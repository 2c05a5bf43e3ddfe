// The three triangles: part, whole and share; base, final and rate; last, this, difference and growth. Two
// corners imply the third. Knows roles; knows no table by name.
import {
  abs,
  compare,
  divide,
  type Exact,
  exact,
  minus,
  plus,
  times,
} from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import { budgetRule, calledBy, changeRule, stated } from './amounts.ts';
import {
  type Attempt,
  bondOf,
  byTable,
  byText,
  type Corner,
  growthFrom,
  nowCorners,
  pairs,
  quotient,
} from './corners.ts';
import type { Desk } from './desk.ts';
import type { Bond } from './judge.ts';
import type { Mention } from './mention.ts';
import { asPrinted, signed } from './printed.ts';

const ONE: Exact = exact(1);

/** 占比 = 分项 ÷ 合计. */
function shareBond(about: Mention, desk: Desk): Bond | undefined {
  const parts = nowCorners(about, desk).filter((c) => !c.mention || isMoney(c.mention.token.unit));
  const wholes = (about.wholes ?? []).flatMap((key) => wholeCorners(about, key, desk));
  const attempts = pairs(parts, wholes).flatMap(([part, whole]): Attempt[] => {
    const ought = quotient(part.value, whole.value);
    return ought ? [{ corners: [part, whole], ought }] : [];
  });
  return bondOf(
    {
      about,
      rule: shareRule(about),
      what: `${calledBy({ ...about, role: 'amount' })}占比`,
      attempts,
      back: (m, [part, whole], rate) =>
        m === part?.mention
          ? whole && times(whole.value.value, rate)
          : part && divide(part.value.value, rate),
    },
    desk,
  );
}

function wholeCorners(about: Mention, key: string, desk: Desk): Corner[] {
  const indicators = desk.dictionary.indicators.filter((i) => i.key === key && i.says);
  const worth = indicators.length > 0 ? desk.amount([indicators[0]!]) : undefined;
  const at = desk.mentions.indexOf(about);
  const printed = desk.mentions
    .slice(0, at)
    .filter((m) => m.subject.key === key && m.role === 'amount')
    .at(-1);
  return [...byTable(worth), ...byText(printed, desk)];
}

function shareRule({ subject, wholes }: Mention): string {
  const [first] = subject.indicators;
  if (first?.rule === 'C11') return 'C12';
  return first?.rule ?? (wholes?.includes('一般公共预算项目支出') ? 'C19' : 'C12');
}

/** 完成率 = 决算 ÷ 预算. */
function completionBond(about: Mention, desk: Desk): Bond | undefined {
  const { indicators } = about.subject;
  const finals = nowCorners(about, desk);
  const printed = budgetsBefore(about, desk);
  const known = desk.budgets(indicators, about.budget ?? printed[0]?.budget);
  const budgets = [...known.flatMap((w) => byTable(w)), ...printed.flatMap((m) => byText(m, desk))];
  const attempts = pairs(finals, budgets).flatMap(([final, budget]): Attempt[] => {
    const ought = quotient(final.value, budget.value);
    return ought ? [{ corners: [final, budget], ought }] : [];
  });
  const implied = impliedBudget(about, finals, desk);
  return bondOf(
    {
      about,
      rule: budgetRule(indicators[0]),
      what: `${calledBy({ ...about, role: 'amount' })}预算完成率`,
      attempts: [...attempts, ...(attempts.length === 0 ? implied : [])],
      back: (m, [final, budget], rate) =>
        m === final?.mention
          ? budget && times(budget.value.value, rate)
          : final && divide(final.value.value, rate),
    },
    desk,
  );
}

/** Budgets told before in the sentence: of its own, or another one it may be held against. */
function budgetsBefore(about: Mention, desk: Desk): Mention[] {
  const own = desk.near(about, 'budget');
  const others = desk.mentions.filter(
    (m) =>
      m.role === 'budget' &&
      m.token.paragraph === about.token.paragraph &&
      m.index < about.index &&
      m.subject.indicators.length === 0 &&
      about.subject.key.startsWith('泛称'),
  );
  return own ? [own] : others;
}

/** 完成预算的 r%，比预算减少 Δ: the budget is the final figure less the change. */
function impliedBudget(about: Mention, finals: readonly Corner[], desk: Desk): Attempt[] {
  const change = desk.near(about, 'change', { base: 'budget' });
  if (!change) return [];
  const delta = signed(desk.interval(change), change.sign);
  return finals.flatMap((final) => {
    const budget: Interval = {
      value: minus(final.value.value, delta.value),
      low: minus(final.value.low, delta.high),
      high: minus(final.value.high, delta.low),
    };
    const ought = quotient(final.value, budget);
    const corner: Corner = { value: desk.interval(change), mention: change, cells: [] };
    return ought ? [{ corners: [final, corner], ought }] : [];
  });
}

/** 增长率 = 增减额 ÷ 上年数. */
function growthBond(about: Mention, desk: Desk): Bond | undefined {
  const { indicators } = about.subject;
  const change = desk.near(about, 'change', {
    ...(about.base && { base: about.base }),
    unit: () => true,
  });
  const nows = nowCorners(change ?? about, desk);
  const before =
    about.base === 'budget'
      ? [
          ...desk.budgets(indicators, '年初').flatMap((w) => byTable(w)),
          ...byText(desk.near(about, 'budget'), desk),
        ]
      : [...byTable(desk.last(indicators)), ...byText(desk.near(about, 'last'), desk)];
  const fromLast = pairs(nows, before).flatMap(([now, last]): Attempt[] => {
    const ratio = quotient(now.value, last.value);
    if (!ratio) return [];
    const less = (x: Exact) => minus(x, ONE);
    const ought = { value: less(ratio.value), low: less(ratio.low), high: less(ratio.high) };
    return [{ corners: [now, last], ought }];
  });
  const delta = change && signed(desk.interval(change), change.sign);
  const fromChange = nows.flatMap((now): Attempt[] => {
    const ought = delta && growthFrom(now.value, delta);
    const corner: Corner = { value: delta!, mention: change!, cells: [] };
    return ought ? [{ corners: [now, corner], ought }] : [];
  });
  const tooMuch = delta && nows.length > 0 && nows.every((n) => exceeds(delta, n.value));
  if (change && before.length === 0 && tooMuch)
    return impossibleBond(about, change, nows[0]!, desk);
  return bondOf(
    {
      about,
      rule: about.base === 'budget' ? budgetRule(indicators[0]) : changeRule(indicators[0]),
      what: `${calledBy({ ...about, role: 'amount' })}增减幅度`,
      attempts: before.some((b) => !b.mention) ? fromLast : [...fromLast, ...fromChange],
      back: growthBack,
    },
    desk,
  );
}

/** More was added than there is: no figure of last year could lead there. */
const exceeds = (delta: Interval, now: Interval): boolean => compare(delta.low, now.high) > 0;

/** 增加1.08万元 of 0.66万元: the rate tells what the change ought to be. */
function impossibleBond(about: Mention, change: Mention, now: Corner, desk: Desk): Bond {
  const rate = signed(desk.interval(about), about.sign).value;
  const delta: Corner = { value: desk.interval(change), mention: change, cells: [] };
  const back = (m: Mention): Exact | undefined => {
    const value = m === about ? undefined : growthBack(m, [now, delta], rate);
    return value && asPrinted(abs(value), m.token, desk.decimals);
  };
  return {
    rule: changeRule(about.subject.indicators[0]),
    about: change,
    members: [about, ...(now.mention ? [now.mention] : [])],
    match: 'broken',
    cells: now.cells,
    ought: back,
    room: () => undefined,
    says: (m, expected) =>
      `${calledBy(m)}写“${stated(m)}”，增加额大于本年数，与“${stated(about)}”不合${expected ? `，推算为${desk.words(expected, m)}` : ''}`,
  };
}

/** now = Δ × (1 + p) ÷ p, and Δ = now × p ÷ (1 + p). */
function growthBack(m: Mention, [now, other]: readonly Corner[], p: Exact): Exact | undefined {
  const up = plus(ONE, p);
  if (other?.mention?.role === 'change') {
    if (m === other.mention) return now && divide(times(now.value.value, p), up);
    return divide(times(other.value.value, up), p);
  }
  if (m === other?.mention) return now && divide(now.value.value, up);
  return other && times(other.value.value, up);
}

/** 三角关系 of a text. */
export function trianglesOf(desk: Desk): Bond[] {
  return desk.mentions.flatMap((m) => {
    const bond =
      m.role === 'share'
        ? shareBond(m, desk)
        : m.role === 'completion'
          ? completionBond(m, desk)
          : m.role === 'growth'
            ? growthBond(m, desk)
            : undefined;
    return bond ? [bond] : [];
  });
}
