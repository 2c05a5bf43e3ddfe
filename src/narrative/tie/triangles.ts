// The three triangles: part, whole and share; base, final and rate; last, this, difference and growth. Two
// corners imply the third, by the intervals of the figures as printed. Knows ratios; knows no table.
import {
  abs,
  divide,
  type Exact,
  exact,
  greatest,
  isZero,
  least,
  minus,
  plus,
  sign,
  times,
} from '../../measure/exact.ts';
import { type Interval, isMoney, point } from '../../measure/quantity.ts';
import { budgetRule, calledBy, changeRule, inWords, stated } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Bond } from './judge.ts';
import type { Mention } from './mention.ts';
import { asPrinted, inFull, type Match, matchOf, signed } from './printed.ts';
import type { TieCell } from './report.ts';

/** 角: a corner of a triangle, from the tables or printed. */
interface Corner {
  readonly value: Interval;
  readonly mention?: Mention;
  readonly cells: readonly TieCell[];
}

const RANK: readonly Match[] = ['exact', 'rounding', 'broken'];

/** Quotient of intervals; undefined when the divisor may be nothing. */
function quotient(a: Interval, b: Interval): Interval | undefined {
  if (isZero(b.value) || sign(b.low) !== sign(b.high)) return undefined;
  const corners = [
    [a.low, b.low],
    [a.low, b.high],
    [a.high, b.low],
    [a.high, b.high],
  ].map(([x, y]) => divide(x!, y!)!);
  return {
    value: divide(a.value, b.value)!,
    low: corners.reduce(least),
    high: corners.reduce(greatest),
  };
}

const ONE: Exact = exact(1);

/** Δ ÷ (now − Δ): rises with Δ and falls with now. */
function growthFrom(now: Interval, change: Interval): Interval | undefined {
  const at = (n: Exact, c: Exact): Exact | undefined => divide(c, abs(minus(n, c)));
  const bases = [minus(now.low, change.high), minus(now.high, change.low)];
  if (sign(bases[0]!) !== sign(bases[1]!) || sign(bases[0]!) <= 0) return undefined;
  const [value, low, high] = [
    at(now.value, change.value),
    at(now.high, change.low),
    at(now.low, change.high),
  ];
  return value && low && high ? { value, low, high } : undefined;
}

const byTable = (worth: { value: Interval; cells: readonly TieCell[] } | undefined): Corner[] =>
  worth ? [worth] : [];
const byText = (mention: Mention | undefined, desk: Desk): Corner[] =>
  mention ? [{ value: desk.interval(mention), mention, cells: [] }] : [];

/** Figures a corner may have: as printed, and as the tables have it. */
function nowCorners(of: Mention, desk: Desk): Corner[] {
  const own = desk.near(of, 'amount', { unit: sameKind(of) });
  const { worths, complete } = desk.amounts(of.subject.indicators);
  const known = complete && !of.subject.indicators.some((i) => i.open) ? worths : [];
  return [...known.map((w) => ({ ...w })), ...byText(own, desk)];
}

const sameKind =
  (of: Mention) =>
  (unit: string): boolean =>
    of.token.unit === '%' || isMoney(unit) === isMoney(of.token.unit);

interface Attempt {
  readonly corners: readonly Corner[];
  readonly ought: Interval;
}

/** The attempt that fits best; figures of the tables before printed ones. */
function best(about: Mention, attempts: readonly Attempt[], desk: Desk) {
  const judged = attempts.map((a) => {
    const match = matchOf(about.token, a.ought, desk.decimals);
    const opposed =
      about.sign !== undefined && !isZero(a.ought.value) && sign(a.ought.value) !== about.sign;
    const wrong = opposed && !isZero(about.token.value);
    return { ...a, match: wrong ? ('broken' as const) : match };
  });
  return judged.sort((a, b) => RANK.indexOf(a.match) - RANK.indexOf(b.match))[0];
}

interface Shape {
  readonly about: Mention;
  readonly rule: string;
  readonly what: string;
  readonly attempts: readonly Attempt[];
  /** What a printed corner ought to be, from the rate and the other corner. */
  readonly back: (member: Mention, corners: readonly Corner[]) => Exact | undefined;
}

function bondOf({ about, rule, what, attempts, back }: Shape, desk: Desk): Bond | undefined {
  const fit = best(about, attempts, desk);
  if (!fit) return undefined;
  const fromTables = fit.corners.filter((c) => !c.mention).length;
  const members = fit.corners.flatMap((c) => (c.mention ? [c.mention] : []));
  const expected = inFull(fit.ought.value, about.token, desk.decimals);
  const ought = (m: Mention): Exact | undefined => {
    if (m === about) return about.sign ? abs(expected) : expected;
    const value = back(m, fit.corners);
    return value && asPrinted(abs(value), m.token, desk.decimals);
  };
  const direction = sign(fit.ought.value) < 0 ? '下降' : '增长';
  return {
    rule,
    about,
    members,
    match: fit.match,
    cells: fromTables > 0 ? fit.corners.flatMap((c) => c.cells) : [],
    ought,
    says: (m, value) => {
      if (m !== about)
        return `${calledBy(m)}写“${stated(m)}”，与后文“${stated(about)}”推算的${value ? inWords(value, m) : '数'}不一致`;
      const words = `${about.sign ? direction : ''}${inWords(abs(expected), about)}`;
      if (fit.match === 'exact') return `${what}计算相符`;
      const said = `${about.sign ? (about.sign < 0 ? '下降' : '增长') : ''}${stated(about)}`;
      return fit.match === 'rounding'
        ? `${what}写“${said}”，按文中数计算为${words}，差在四舍五入之内`
        : `${what}写“${said}”，计算应为${words}`;
    },
  };
}

function pairs(a: readonly Corner[], b: readonly Corner[]): [Corner, Corner][] {
  return a.flatMap((x) => b.map((y): [Corner, Corner] => [x, y]));
}

/** 占比 = 分项 ÷ 合计. */
function shareBond(about: Mention, desk: Desk): Bond | undefined {
  const parts = nowCorners(about, desk).filter((c) => !c.mention || isMoney(c.mention.token.unit));
  const wholes = (about.wholes ?? []).flatMap((key) => wholeCorners(about, key, desk));
  const attempts = pairs(parts, wholes).flatMap(([part, whole]): Attempt[] => {
    const ought = isZero(part.value.value) ? point(exact(0)) : quotient(part.value, whole.value);
    return ought ? [{ corners: [part, whole], ought }] : [];
  });
  const rate = desk.interval(about).value;
  return bondOf(
    {
      about,
      rule: shareRule(about),
      what: `${calledBy({ ...about, role: 'amount' })}占比`,
      attempts,
      back: (m, [part, whole]) =>
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
  const rate = desk.interval(about).value;
  return bondOf(
    {
      about,
      rule: budgetRule(indicators[0]),
      what: `${calledBy({ ...about, role: 'amount' })}预算完成率`,
      attempts: [...attempts, ...(attempts.length === 0 ? implied : [])],
      back: (m, [final, budget]) =>
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
  return bondOf(
    {
      about,
      rule: about.base === 'budget' ? budgetRule(indicators[0]) : changeRule(indicators[0]),
      what: `${calledBy({ ...about, role: 'amount' })}增减幅度`,
      attempts: before.some((b) => !b.mention) ? fromLast : [...fromLast, ...fromChange],
      back: (m, corners) => growthBack(m, corners, about, desk),
    },
    desk,
  );
}

/** now = Δ × (1 + p) ÷ p, and Δ = now × p ÷ (1 + p). */
function growthBack(
  m: Mention,
  [now, other]: readonly Corner[],
  about: Mention,
  desk: Desk,
): Exact | undefined {
  const p = signed(desk.interval(about), about.sign).value;
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
