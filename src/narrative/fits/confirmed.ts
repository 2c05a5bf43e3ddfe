// What bears a number out without a word: it is the sum or the difference of numbers beside it, or a rate of two of them.
// An accusation all of whose numbers are borne out so was misread. Knows digits and places; knows no word.
import { abs, compare, equal, negate, toDouble } from '../../measure/exact.ts';
import type { Account } from '../clauses/account.ts';
import { type Scene, scenesOf } from '../cues/told.ts';
import { shownOf } from '../relations/explained.ts';
import {
  type Equation,
  membersOf,
  type Term,
  type TextRelation,
  type Topic,
} from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Addend, addendsOf, digitsMet } from './addends.ts';
import { isRateOf } from './rates.ts';

const sumOf = (form: readonly Term[]): Equation => ({ kind: 'sum', form });

/** So many of its unit before and behind it it may be the sum or the difference of. */
const AROUND = 8;

/** It is the sum or the difference of any two that stand near. */
function isOfTwo(cells: readonly Addend[], own: Addend, digits: number): boolean {
  const at = cells.indexOf(own);
  const near = cells.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((c) => c !== own);
  return near.some((a, i) =>
    near.slice(i + 1).some((b) => {
      const members = [a, b, own].map((c) => c.figure);
      const close = Math.max(...members.map(worthOf)) * 2;
      const gap = Math.abs(2 * Math.max(...members.map(worthOf)) - sumOfWorths(members));
      if (gap > close * 1e-3 || digitsMet(members) < digits) return false;
      return members.some((total) =>
        isKept(weigh(sumOf(members.map((f): Term => [f, f === total ? -1 : 1])))),
      );
    }),
  );
}
const worthOf = (f: Figure): number => Math.abs(toDouble(f.value));
const sumOfWorths = (figures: readonly Figure[]): number =>
  figures.reduce((sum, f) => sum + worthOf(f), 0);

/** A run that stands together comes to it, or with it to another number near by: wherever that was told. */
function isOfRun(cells: readonly Addend[], own: Addend, digits: number): boolean {
  const at = cells.indexOf(own);
  const near = cells.slice(Math.max(0, at - 2 * AROUND), at + 2 * AROUND + 1);
  const known = near.map((c) => c.figure);
  return near.some((_, from) => {
    let sum = 0;
    for (let to = from; to < Math.min(near.length, from + AROUND); to += 1) {
      sum += toDouble(near[to]!.figure.value);
      const run = near.slice(from, to + 1);
      if (run.length < 2) continue;
      const totals = run.includes(own) ? known : [own.figure];
      const total = totals.find(
        (f) => run.every((c) => c.figure !== f) && Math.abs(worthOf(f) - sum) < 1e-6 * sum,
      );
      const form = [...run.map((c): Term => [c.figure, 1]), [total ?? own.figure, -1] as Term];
      if (total && isKept(weigh(sumOf(form))) && digitsMet(form.map(([f]) => f)) >= digits)
        return true;
    }
    return false;
  });
}

/** 相邻可推: the sum or the difference of numbers of its unit, meeting so many digits. */
export function isOfOthers(cells: readonly Addend[], own: Addend, digits: number): boolean {
  const side = cells.filter((c) => c.told.bracketed === own.told.bracketed);
  const rows = side.length < cells.length ? [cells, side] : [cells];
  return rows.some((row) => isOfTwo(row, own, digits) || isOfRun(row, own, digits));
}

/** Digits that are met by two numbers of a paragraph seldom enough. */
const TELLING = 1.9;
/** So many numbers apart a rate is told of two amounts. */
const NEAR = 8;

interface Place {
  readonly cells: readonly Addend[];
  readonly own: Addend;
}

const isTwice = ({ cells, own }: Place): boolean =>
  cells.some((c) => c !== own && equal(abs(c.figure.value), abs(own.figure.value)));

function bornOut(scenes: readonly Scene[]): (figure: Figure) => boolean {
  const places = new Map<Figure, Place>();
  const at = new Map<Figure, Scene>();
  for (const scene of scenes) {
    for (const cells of addendsOf(scene).values())
      for (const own of cells) places.set(own.figure, { cells, own });
    for (const t of scene.told) at.set(t.figure, scene);
  }
  return (figure) => {
    const scene = at.get(figure);
    if (figure.kind === 'percent' && scene) return isRateIn(scene, figure);
    const place = places.get(figure);
    // Told twice it may be the other's.
    return place !== undefined && !isTwice(place) && isOfOthers(place.cells, place.own, TELLING);
  };
}

/** 增减率 of two amounts whose difference is told too: of one alone it may be the wrong one. */
function isRateIn({ told }: Scene, rate: Figure): boolean {
  const at = told.findIndex((t) => t.figure === rate);
  const before = told.slice(Math.max(0, at - NEAR), at).map((t) => t.figure);
  const change = before.at(-1);
  const amounts = before.filter((f) => f !== change && f.kind === change?.kind);
  if (!change || told[at]?.said.measure !== 'growth' || shownOf(rate) < 2) return false;
  return amounts.some((base) =>
    amounts.some(
      (now) =>
        now !== base &&
        isRateOf(rate, now, base) &&
        [1, -1].some((s) =>
          isKept(
            weigh(
              sumOf([
                [now, 1],
                [base, -1],
                [change, s as 1 | -1],
              ]),
            ),
          ),
        ),
    ),
  );
}

/** Whose subject or base was inferred from what stood before. */
const INFERRED: ReadonlySet<Topic> = new Set(['change', 'corner', 'part', 'total']);

const isAccusing = ({ topic, closed, readings }: TextRelation): boolean =>
  INFERRED.has(topic) &&
  !closed &&
  readings[0]?.strong === true &&
  readings[0].equation.kind !== 'never' &&
  readings.every((r) => weigh(r.equation) === 'broken');

/** Its direction alone is wrong. */
const isContrary = ({ about, readings }: TextRelation): boolean =>
  readings.some((r) => isKept(weigh(r.equation, { figure: about, value: negate(about.value) })));

/** One part is more than what is taken for the total. */
const isOverfull = ({ readings: [first] }: TextRelation): boolean => {
  if (first?.equation.kind !== 'sum') return false;
  const total = first.equation.form.at(-1)![0];
  return first.equation.form.some(([f, s]) => s > 0 && compare(f.value, total.value) > 0);
};

/** 误读: accusations of which every number is borne out otherwise are left open. */
export function withoutMisread(
  relations: readonly TextRelation[],
  account: Account,
  text: string,
): TextRelation[] {
  const held = new Set<Figure>();
  for (const { readings } of relations)
    for (const { equation, excuse } of readings)
      if (!excuse && isKept(weigh(equation))) for (const f of membersOf(equation)) held.add(f);
  // 较年初预算数b增加d，增长p: p came out of another owner; what it would be of this one says nothing.
  const grown = new Set(
    relations.flatMap((r) =>
      r.topic === 'growth' && r.readings.some((x) => x.strong && isKept(weigh(x.equation)))
        ? [r.about]
        : [],
    ),
  );
  let born: ((figure: Figure) => boolean) | undefined;
  return relations.map((relation) => {
    if (!isAccusing(relation)) return relation;
    const open = { ...relation, readings: relation.readings.map((r) => ({ ...r, strong: false })) };
    if (relation.topic === 'corner' && grown.has(relation.about)) return open;
    born ??= bornOut(scenesOf(account, text));
    if (isContrary(relation) || (relation.topic === 'total' && !isOverfull(relation)))
      return relation;
    const isRight = (f: Figure): boolean => held.has(f) || born!(f);
    const figures = membersOf(relation.readings.find((r) => r.strong)!.equation);
    if (!figures.filter((f) => f.token).every(isRight)) return relation;
    return open;
  });
}
