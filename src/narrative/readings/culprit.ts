// Whom to blame for relations that do not hold: the number whose one mending repairs most and spoils least.
// Equal evidence names a group, never one of it. Knows relations and slips; knows no word.
import { type Exact, equal, isZero, negate, sign, toText } from '../../measure/exact.ts';
import { isCopy, SURE } from '../relations/explained.ts';
import { membersOf, type Topic } from '../relations/relation.ts';
import { inOtherUnits, shiftsOf, slipDegree, slipsOf, tried } from '../relations/slips.ts';
import { isKept, mend, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import type { Settled } from './settle.ts';

/** 归因: the number blamed, what it ought to be, and those that are as likely. */
export interface Blame {
  readonly figure: Figure;
  readonly value: Exact | undefined;
  readonly by: Settled;
  /** Numbers of which one is wrong and none can be singled out; the number alone otherwise. */
  readonly group: readonly Figure[];
}

/** 嫌疑: a number, the value tried, what that mends. */
interface Suspect {
  readonly figure: Figure;
  readonly value: Exact | undefined;
  readonly mended: readonly Settled[];
  readonly score: number;
}

/** Weights of evidence, in points: a relation mended or spoilt, a slip, a rate taken of the wrong base. */
const RELATION = 10;
const SLIP = 2;
const WRONG_BASE = 4;
const SUMS: ReadonlySet<Topic> = new Set([
  'total',
  'changes',
  'running',
  'part',
  'balance',
  'product',
  'score',
]);
/** Among the numbers of one sum slips of any kind are as likely. */
const CLOSE = 1;
/** Larger components are blamed relation by relation. */
const LARGEST = 40;

const figuresOf = ({ reading }: Settled): Figure[] => [
  ...membersOf(reading.equation),
  ...(reading.also ?? []),
];

/** Relations by the figures they hold. */
export function byFigure(all: readonly Settled[]): ReadonlyMap<Figure, readonly Settled[]> {
  const found = new Map<Figure, Settled[]>();
  for (const settled of all)
    for (const figure of new Set(figuresOf(settled))) {
      const own = found.get(figure) ?? [];
      found.set(figure, own);
      own.push(settled);
    }
  return found;
}

/** Broken relations that share a number. */
function components(broken: readonly Settled[]): Settled[][] {
  const index = byFigure(broken);
  const seen = new Set<Settled>();
  return broken.flatMap((start) => {
    if (seen.has(start)) return [];
    const own: Settled[] = [];
    const queue = [start];
    seen.add(start);
    for (let next = queue.pop(); next; next = queue.pop()) {
      own.push(next);
      for (const figure of figuresOf(next))
        for (const other of index.get(figure) ?? [])
          if (!seen.has(other)) {
            seen.add(other);
            queue.push(other);
          }
    }
    return [own];
  });
}

const isWrongBase = ({ reading: { equation } }: Settled): boolean =>
  equation.kind === 'ratio' &&
  equation.mistaken !== undefined &&
  weigh({ ...equation, base: equation.mistaken }) === 'exact';

/** Of rate, amount and base any may be wrong; a rate that comes out of the wrong base tells on itself. */
function derivedPoints(figure: Figure, mended: readonly Settled[]): number {
  const own = mended.some((s) => s.reading.derived === figure);
  return own && mended.some(isWrongBase) ? WRONG_BASE : 0;
}

function oddPoints(figure: Figure, value: Exact): number {
  const zero = isZero(figure.value) ? -1 : 0;
  if (equal(value, negate(figure.value))) return zero + 2;
  // A number that would have to be nothing, or less, was not mistyped: another was reckoned without it.
  return zero - (sign(value) <= 0 && sign(figure.value) > 0 ? 3 : 0);
}

/** The number beside it written twice: one of the two is its copy. */
function copyPoints(figure: Figure, value: Exact, mended: readonly Settled[]): number {
  const beside = mended.flatMap(figuresOf);
  return sign(value) > 0 && isCopy(figure, beside, SURE.copy) ? SLIP : 0;
}

const mends = ({ reading }: Settled, figure: Figure, value: Exact): boolean => {
  const weight = weigh(reading.equation, tried(figure, value));
  return isKept(weight) || weight === 'last';
};

/** Values that a figure may have stood for. */
function valuesOf(figure: Figure, mine: readonly Settled[]): Exact[] {
  const found = new Map<string, Exact>();
  const put = (value: Exact | undefined): void => {
    if (value) found.set(toText(value), value);
  };
  for (const s of mine) put(mend(s.reading.equation, figure));
  for (const value of inOtherUnits(figure)) put(value);
  for (const trial of shiftsOf(figure))
    if (mine.every((s) => isKept(weigh(s.reading.equation, trial)))) put(trial.value);
  for (const value of slipsOf(figure)) {
    const fits = mine.every((s) => isKept(weigh(s.reading.equation, tried(figure, value))));
    if (fits) put(value);
  }
  return [...found.values()];
}

function suspectsOf(
  figure: Figure,
  mine: readonly Settled[],
  vouching: readonly Settled[],
): Suspect[] {
  const never = mine.filter((s) => s.reading.equation.kind === 'never');
  const found: Suspect[] = never.map((s) => ({
    figure,
    value: undefined,
    mended: [s],
    score: RELATION,
  }));
  const kept = vouching.filter((s) => s.reading.equation.kind !== 'never');
  for (const value of valuesOf(figure, mine)) {
    const mended = mine.filter((s) => mends(s, figure, value));
    if (mended.length === 0) continue;
    const spoilt = kept.filter((s) => !isAtMost(s) && !mends(s, figure, value));
    const score =
      RELATION * (mended.length - spoilt.length) +
      Math.max(Math.min(SLIP, slipDegree(figure, value)), copyPoints(figure, value, mended)) +
      derivedPoints(figure, mended) +
      oddPoints(figure, value);
    found.push({ figure, value, mended, score });
  }
  return found;
}

/** What is only at most the whole vouches for nothing, nor does one part that happens to be all of it. */
const isAtMost = ({ reading: { equation }, relation: { topic } }: Settled): boolean =>
  equation.kind === 'most' ||
  (equation.kind === 'sum' &&
    equation.form.length === 2 &&
    (topic === 'total' || topic === 'part'));

/** The likeliest of a component, those as likely beside them. */
function likeliest(
  rest: readonly Settled[],
  vouching: ReadonlyMap<Figure, readonly Settled[]>,
): Suspect[] {
  const index = byFigure(rest);
  const all = [...index].flatMap(([figure, mine]) =>
    figure.token ? suspectsOf(figure, mine, vouching.get(figure) ?? []) : [],
  );
  const top = Math.max(...all.map((s) => s.score));
  return all.filter((s) => {
    const inSum = s.mended.some((m) => SUMS.has(m.relation.topic));
    return s.score >= top - (inSum ? CLOSE : 0);
  });
}

function blameIn(
  component: readonly Settled[],
  vouching: ReadonlyMap<Figure, readonly Settled[]>,
): Blame[] {
  const blamed = new Map<Figure, Blame>();
  let rest = component;
  while (rest.length > 0) {
    const best = likeliest(rest, vouching);
    if (best.length === 0) break;
    const by = best[0]!.mended[0]!;
    const figures = new Set(best.map((s) => s.figure));
    for (const s of best)
      for (const also of s.mended[0]!.reading.also ?? []) if (also.token) figures.add(also);
    const group = [...figures];
    for (const figure of group) {
      if (blamed.has(figure)) continue;
      const own = best.find((s) => s.figure === figure);
      const settled = own?.mended[0] ?? by;
      blamed.set(figure, { figure, value: own?.value, by: settled, group });
    }
    const done = new Set(best.flatMap((s) => s.mended));
    rest = rest.filter((s) => !done.has(s));
  }
  return [...blamed.values()];
}

/** 归因 of all broken relations. */
export function blame(broken: readonly Settled[], held: readonly Settled[]): Blame[] {
  const vouching = byFigure(held);
  return components(broken).flatMap((component) =>
    component.length <= LARGEST
      ? blameIn(component, vouching)
      : component.flatMap((settled) => blameIn([settled], vouching)),
  );
}
