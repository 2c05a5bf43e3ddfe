// What a likely reading that may only confirm is worth where nothing clears it: one slip of a common kind in a number
// of enough digits, a rate of the wrong base, or two relations that ask for the same value of one number, is no
// chance; then it may accuse. Knows slips; knows no word.
import { sign, toDouble, toText } from '../../measure/exact.ts';
import type { Figure } from '../text/figure.ts';
import { isExplained, isMistyped, LIKELY, shownOf } from './explained.ts';
import {
  membersOf,
  type Ratio,
  type Reading,
  type Term,
  type TextRelation,
  type Topic,
} from './relation.ts';
import { isComplete } from './shares.ts';
import { isKept, mend, weigh } from './weigh.ts';

/** Digits that a rate must show so that a wrong base is no chance. */
const TELLING = 3;
/** Digits that a value asked for twice must show. */
const ASKED = 4;

/** Whose likeliest reading is mostly meant. */
const LIKELY_MEANT: ReadonlySet<Topic> = new Set(['growth', 'done', 'share', 'difference']);

/** 分母取错: the rate comes out of this year's figure. */
const isOfWrongBase = ({ equation }: Reading): boolean =>
  equation.kind === 'ratio' &&
  equation.mistaken !== undefined &&
  shownOf(equation.rate) >= TELLING &&
  isKept(weigh({ ...equation, base: equation.mistaken } as Ratio));

/** 笔误: of a rate only in the rate itself, for a digit of an amount would explain any. */
const isMistaken = (reading: Reading): boolean =>
  reading.equation.kind === 'ratio'
    ? isOfWrongBase(reading) || isMistyped(reading.equation)
    : isExplained(reading.equation, LIKELY);

const isRough = ({ equation }: Reading): boolean =>
  membersOf(equation).some((f: Figure) => f.token?.rough || f.bound);

/** May accuse, once something bears it out. */
function isWaiting({ readings, open }: TextRelation): boolean {
  const [first] = readings;
  if (!first || first.strong || open || isRough(first)) return false;
  return readings.every((r) => weigh(r.equation) === 'broken');
}

/** Values that relations ask for, each with those that ask. */
function askedFor(waiting: readonly TextRelation[]): ReadonlyMap<string, Set<TextRelation>> {
  const asked = new Map<string, Set<TextRelation>>();
  for (const relation of waiting) {
    const { equation } = relation.readings[0]!;
    if (equation.kind !== 'sum') continue;
    for (const figure of membersOf(equation)) {
      const value = figure.token && shownOf(figure) >= ASKED ? mend(equation, figure) : undefined;
      if (!value || sign(value) <= 0) continue;
      const key = `${figure.index}|${toText(value)}`;
      asked.set(key, (asked.get(key) ?? new Set()).add(relation));
    }
  }
  return asked;
}

/** Both are about other numbers but for the one that they ask for. */
function agree([a, b]: readonly TextRelation[]): boolean {
  if (!a || !b) return false;
  const [x, y] = [a, b].map((r) => membersOf(r.readings[0]!.equation));
  return x!.filter((f) => y!.includes(f)).length === 1;
}

/** So many numbers apart shares are told in one row. */
const BESIDE = 24;

const baseOf = ({ equation }: Reading): string | undefined =>
  equation.kind === 'ratio' && equation.per === undefined
    ? equation.base.map(([f, s]) => f.index * s).join()
    : undefined;

/** Shares of one whole, but for what their rounding takes away. */
const ALL = 99.5;
/** Digits that a share must show, and all of them together, so that one whole bears them out by no chance. */
const FEWEST = 2;
const TOGETHER = 6;

/** Shares by the whole that bears them out. */
function familiesOf(relations: readonly TextRelation[]): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const { topic, about, readings } of relations) {
    if (topic !== 'share') continue;
    for (const r of readings) {
      const base = baseOf(r);
      if (base === undefined || weigh(r.equation) !== 'exact') continue;
      const kin = found.get(base) ?? [];
      if (!kin.includes(about)) found.set(base, [...kin, about]);
    }
  }
  return found;
}

/** 占同一整体: the whole of the shares told beside it. */
function ofFamily(
  { topic, about, readings }: TextRelation,
  families: ReadonlyMap<string, readonly Figure[]>,
): number {
  if (topic !== 'share') return -1;
  return readings.findIndex((r) => {
    const near = (families.get(baseOf(r) ?? '') ?? []).filter(
      (f) => Math.abs(f.index - about.index) <= BESIDE,
    );
    const others = near.filter((f) => f !== about);
    // With it they make up all of it.
    if (others.some((f) => shownOf(f) >= TELLING) && isComplete([...others, about])) return true;
    // Those beside it already make up the whole.
    const all = others.reduce((sum, f) => sum + toDouble(f.value), 0);
    const telling = others.filter((f) => shownOf(f) >= FEWEST);
    const digits = telling.reduce((sum, f) => sum + shownOf(f), 0);
    return telling.length > 1 && digits >= TOGETHER && all < ALL;
  });
}

/** 甲a、乙b，甲占p: of the whole that the parts come to, of which the brother's share is. */
function isOfParts({ about, readings }: TextRelation, shares: readonly TextRelation[]): boolean {
  const [first] = readings;
  if (!first?.strong || first.equation.kind !== 'ratio') return false;
  if (weigh(first.equation) !== 'broken') return false;
  const { top, base } = first.equation;
  const [whole] = base;
  if (top.length > 1 || base.length > 1 || !whole) return false;
  const brothers = shares.flatMap((s): Term[] => {
    if (s.about === about || Math.abs(s.about.index - about.index) > BESIDE) return [];
    const own = s.readings.find((r) => weigh(r.equation) === 'exact')?.equation;
    const fits = own?.kind === 'ratio' && own.base.length === 1 && own.base[0]![0] === whole[0];
    return fits && own.top.length === 1 && shownOf(s.about) >= TELLING ? [own.top[0]!] : [];
  });
  if (brothers.length === 0) return false;
  const parts = new Map([...top, ...brothers].map(([f]) => [f, 1] as Term));
  const form: Term[] = [...parts, [whole[0], -1]];
  return weigh({ kind: 'sum', form }) === 'exact';
}

/** 有旁证: every relation that nothing clears, the reading that a mistake or its neighbours point to made to accuse. */
export function withEvidence(relations: readonly TextRelation[]): TextRelation[] {
  const waiting = relations.filter(isWaiting);
  const families = familiesOf(relations);
  const told = new Map<TextRelation, number>();
  for (const relation of waiting) {
    const { topic, readings } = relation;
    const [first] = readings;
    const kin = ofFamily(relation, families);
    if (kin >= 0) told.set(relation, kin);
    else if (!LIKELY_MEANT.has(topic)) continue;
    else if (isMistaken(first!)) told.set(relation, 0);
  }
  for (const asking of askedFor(waiting).values())
    if (asking.size === 2 && agree([...asking]))
      for (const r of asking) if (!told.has(r)) told.set(r, 0);
  const shares = relations.filter((r) => r.topic === 'share');
  return relations.map((relation) => {
    if (relation.topic === 'share' && isOfParts(relation, shares))
      return { ...relation, closed: true, readings: relation.readings.filter((r) => r.strong) };
    const at = told.get(relation);
    if (at === undefined) return relation;
    const meant = { ...relation.readings[at]!, strong: true };
    return { ...relation, readings: [meant, ...relation.readings.filter((_, i) => i !== at)] };
  });
}
