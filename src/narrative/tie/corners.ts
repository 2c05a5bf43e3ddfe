// Corners of a triangle and the ratio they imply, by the intervals of the figures as printed. Knows ratios;
// knows no role by name.
import {
  abs,
  divide,
  type Exact,
  greatest,
  isZero,
  least,
  minus,
  sign,
} from '../../measure/exact.ts';
import { type Interval, point } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import { calledBy, stated } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Bond } from './judge.ts';
import type { Mention } from './mention.ts';
import { asPrinted, inFull, type Match, matchOf, signed } from './printed.ts';
import type { TieCell } from './report.ts';

/** 角: a corner of a triangle, from the tables or printed. */
export interface Corner {
  readonly value: Interval;
  readonly mention?: Mention;
  readonly cells: readonly TieCell[];
}

const RANK: readonly Match[] = ['exact', 'rounding', 'broken'];

/** Quotient of intervals; undefined when the divisor may be nothing. */
export function quotient(a: Interval, b: Interval): Interval | undefined {
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

/** Δ ÷ (now − Δ), at the corners of both. */
export function growthFrom(now: Interval, change: Interval): Interval | undefined {
  const at = (n: Exact, c: Exact): Exact | undefined => divide(c, abs(minus(n, c)));
  const bases = [minus(now.low, change.high), minus(now.high, change.low)];
  if (sign(bases[0]!) !== sign(bases[1]!) || sign(bases[0]!) <= 0) return undefined;
  const corners = [now.low, now.high].flatMap((n) => [at(n, change.low)!, at(n, change.high)!]);
  const value = at(now.value, change.value);
  return value && { value, low: corners.reduce(least), high: corners.reduce(greatest) };
}

export const byTable = (
  worth: { value: Interval; cells: readonly TieCell[] } | undefined,
): Corner[] => (worth ? [worth] : []);
export const byText = (mention: Mention | undefined, desk: Desk): Corner[] =>
  mention ? [{ value: desk.interval(mention), mention, cells: [] }] : [];

/** Figures a corner may have: as printed, and as the tables have it. */
export function nowCorners(of: Mention, desk: Desk): Corner[] {
  const own = desk.near(of, 'amount', { unit: sameKind(of) });
  const { worths, complete } = desk.amounts(of.subject.indicators);
  const known = complete && !of.subject.indicators.some((i) => i.open) ? worths : [];
  return [...known.map((w) => ({ ...w })), ...byText(own, desk)];
}

const sameKind =
  (of: Mention) =>
  (unit: string): boolean =>
    of.token.unit === '%' || isMoney(unit) === isMoney(of.token.unit);

/** 试算: what the ratio ought to be by two corners. */
export interface Attempt {
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

/** 三角: the ratio, its attempts, and the way back to a corner. */
export interface Shape {
  readonly about: Mention;
  readonly rule: string;
  readonly what: string;
  readonly attempts: readonly Attempt[];
  /** What a printed corner ought to be, from the rate and the other corner. */
  readonly back: (member: Mention, corners: readonly Corner[], rate: Exact) => Exact | undefined;
}

export function bondOf({ about, rule, what, attempts, back }: Shape, desk: Desk): Bond | undefined {
  const fit = best(about, attempts, desk);
  if (!fit) return undefined;
  const fromTables = fit.corners.filter((c) => !c.mention).length;
  const members = fit.corners.flatMap((c) => (c.mention ? [c.mention] : []));
  const expected = inFull(fit.ought.value, about.token, desk.decimals);
  const rate = signed(desk.interval(about), about.sign);
  const ought = (m: Mention): Exact | undefined => {
    if (m === about) return about.sign ? abs(expected) : expected;
    const value = back(m, fit.corners, rate.value);
    return value && asPrinted(abs(value), m.token, desk.decimals);
  };
  const room = (m: Mention): Interval | undefined =>
    m === about ? fit.ought : span(fit.corners, rate, (corners, r) => back(m, corners, r));
  const direction = sign(fit.ought.value) < 0 ? '下降' : '增长';
  return {
    rule,
    about,
    members,
    match: fit.match,
    cells: fromTables > 0 ? fit.corners.flatMap((c) => c.cells) : [],
    ought,
    room,
    says: (m, value) => {
      if (m !== about)
        return `${calledBy(m)}写“${stated(m)}”，与后文“${stated(about)}”推算的${value ? desk.words(value, m) : '数'}不一致`;
      const words = `${about.sign ? direction : ''}${desk.words(abs(expected), about)}`;
      if (fit.match === 'exact') return `${what}计算相符`;
      const said = `${about.sign ? (about.sign < 0 ? '下降' : '增长') : ''}${stated(about)}`;
      return fit.match === 'rounding'
        ? `${what}写“${said}”，按文中数计算为${words}，差在四舍五入之内`
        : `${what}写“${said}”，计算应为${words}`;
    },
  };
}

const ends = ({ low, high }: Interval): readonly Exact[] => [low, high];

/** The least and the most that corners and rate, each within its rounding, lead to. */
function span(
  corners: readonly Corner[],
  rate: Interval,
  back: (corners: readonly Corner[], rate: Exact) => Exact | undefined,
): Interval | undefined {
  const each = corners.reduce<readonly Corner[][]>(
    (all, c) => all.flatMap((a) => ends(c.value).map((x) => [...a, { ...c, value: point(x) }])),
    [[]],
  );
  const found = each.flatMap((c) => ends(rate).map((r) => back(c, r)));
  const known = found.filter((x) => x !== undefined);
  if (known.length < found.length || known.length === 0) return undefined;
  return { value: known[0]!, low: known.reduce(least), high: known.reduce(greatest) };
}

export function pairs(a: readonly Corner[], b: readonly Corner[]): [Corner, Corner][] {
  return a.flatMap((x) => b.map((y): [Corner, Corner] => [x, y]));
}
