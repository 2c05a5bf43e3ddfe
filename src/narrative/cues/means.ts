// 均值与单价: money ÷ count = mean, a year of months where 每月 is said. Knows the words of means.
import { compare, exact, isZero, ONE } from '../../measure/exact.ts';
import type { Ratio, TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import { type Candidate, relationFrom } from './evidence.ts';
import {
  bareUnit,
  breath,
  earlier,
  holds,
  isAlike,
  type Scene,
  type Told,
  toldAround,
  wordsOf,
} from './told.ts';
import type { CueWords } from './words.ts';

/** 均值的说法: units of the count, periods in a year. */
export interface MeanCue {
  readonly units: readonly string[];
  readonly periods: number;
  /** A price that was set, not what came out. */
  readonly given: boolean;
  /** Said of what ought to be, or only nearly. */
  readonly unsure: boolean;
}

const SPAN = 14;
const GIVEN = /^每|单价/;
const PER_OTHER = /每[天日次小年]/;

/** 人均, 每人每月, 户均补助: what the words before a number say of a mean; undefined where they say none. */
export function meanCue({ clause, said, tail }: Told, words: CueWords): MeanCue | undefined {
  // 0.42元/页 is 每页0.42元.
  const apiece = tail.startsWith('/') ? `每${tail.slice(1, 4)}` : '';
  const near = clause.slice(-SPAN) + apiece;
  const found = words.means
    .flatMap(({ cues, units }) => {
      const cue = wordsOf(cues).find((w) => near.includes(w));
      return cue ? [{ cue, units, at: near.lastIndexOf(cue) }] : [];
    })
    .sort((a, b) => b.at + b.cue.length - (a.at + a.cue.length) || b.cue.length - a.cue.length)[0];
  if (!found) return undefined;
  const period = Object.keys(words.periods).find((p) => near.includes(p));
  const rest = near.replace(found.cue, '');
  const free = wordsOf(words.paid).reduce((text, w) => text.replace(w, ''), near);
  return {
    units: wordsOf(found.units),
    periods: period ? words.periods[period]! : 1,
    given: GIVEN.test(found.cue),
    unsure:
      said.figure.token!.rough ||
      holds(free, words.unlike) ||
      PER_OTHER.test(rest) ||
      /^(?:左右|上下|以[内上下]|[至到~—-])/.test(tail),
  };
}

const TEN_THOUSANDS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
/** 万户 counts ten thousand times. */
export const timesOf = ({ unit, kind }: Figure): number =>
  kind === 'count' && unit.length > 1 ? (TEN_THOUSANDS[unit[0]!] ?? 1) : 1;

/** mean × count × periods = top. */
export function meanOf(
  mean: Figure,
  top: Figure,
  counts: readonly Figure[],
  periods: number,
): Ratio {
  const [first] = counts;
  return {
    kind: 'ratio',
    top: [[top, 1]],
    base: counts.map((c) => [c, 1] as const),
    rate: mean,
    signed: false,
    per: exact(timesOf(top)),
    times: exact(timesOf(first!) * timesOf(mean) * periods),
  };
}

const isTop = (t: Told, words: CueWords): boolean =>
  !isZero(t.figure.value) &&
  !t.figure.bound &&
  t.said.measure !== 'change' &&
  t.said.measure !== 'difference' &&
  t.said.measure !== 'before' &&
  !meanCue(t, words);

const PEOPLE: ReadonlySet<string> = new Set(['人', '名', '位', '人次']);

/** What it is divided out of and by, nearest first; told in one breath, in the sentence, in the one before. */
function sidesOf(scene: Scene, own: Told, cue: MeanCue, words: CueWords) {
  const fits = (t: Told): boolean =>
    t.figure.kind === 'count' &&
    t.said.past === own.said.past &&
    compare(t.figure.value, ONE) > 0 &&
    cue.units.includes(bareUnit(t.figure)) &&
    !meanCue(t, words);
  const people = (t: Told): boolean => PEOPLE.has(t.figure.unit) && PEOPLE.has(own.figure.unit);
  const money = (t: Told): boolean =>
    (isAlike(t.figure, own.figure) || people(t)) && isTop(t, words);
  const near = breath(scene, own).reverse();
  const all = toldAround(scene, own);
  const rest = all.filter((t) => !near.includes(t));
  const old = earlier(scene, own).reverse();
  const layers = [near, rest, old];
  const first = (is: (t: Told) => boolean) => layers.find((l) => l.some(is))?.filter(is) ?? [];
  return {
    tops: first(money),
    counts: first(fits),
    others: [...new Set(layers.flatMap((l) => l.filter(money)))],
    otherCounts: [...new Set(layers.flatMap((l) => l.filter(fits)))],
  };
}

/** Longer lists of candidates would fit by chance. */
const FEW = 5;

const BY = /^(?:计算|计|测算|折算)/;
const BY_NAME = /按(?:照)?([^，。；：、\d]{2,10}?)(?:数|人数|量)?(?:计算|计|测算|折算)/;

/** 按年末在职186人计算，人均; 按结案数计算，件均: the count that the words say it is divided by. */
function divisorOf(scene: Scene, own: Told): Told | undefined {
  const before = scene.told[own.at - 1];
  if (before && BY.test(own.lead) && /按/.test(before.clause) && before.figure.kind === 'count')
    return before;
  const name = BY_NAME.exec(own.lead)?.[1];
  const named = name
    ? scene.told.filter(
        (t) => t.at < own.at && t.figure.kind === 'count' && t.clause.endsWith(name),
      )
    : [];
  return named.length === 1 ? named[0] : undefined;
}

function meanAt(scene: Scene, own: Told, cue: MeanCue, words: CueWords): TextRelation | undefined {
  const { tops, counts, others, otherCounts } = sidesOf(scene, own, cue, words);
  // 甲每人50元、乙每人100元，共…人: what each standard is of is not told.
  const alone = !toldAround(scene, own).some((t) => {
    const other = t.figure.kind === own.figure.kind ? meanCue(t, words) : undefined;
    return other?.given && cue.given && other.units.join() === cue.units.join();
  });
  const plain = tops.length === 1 && counts.length === 1 && !cue.unsure && alone;
  const all: Candidate[] = [];
  const put = (top: Told, base: readonly Told[], periods: number, sure: boolean): void => {
    const equation = meanOf(
      own.figure,
      top.figure,
      base.map((c) => c.figure),
      periods,
    );
    all.push({ equation, plain: sure });
  };
  for (const top of tops.slice(0, FEW))
    for (const count of counts.slice(0, FEW)) put(top, [count], cue.periods, plain);
  if (counts.length > 1 && counts.length <= FEW)
    for (const top of tops.slice(0, FEW)) put(top, counts, cue.periods, false);
  if (cue.periods > 1)
    for (const top of tops) for (const count of counts) put(top, [count], 1, false);
  for (const top of others.slice(0, FEW))
    for (const count of otherCounts.slice(0, FEW)) put(top, [count], cue.periods, false);
  const divisor = cue.unsure ? undefined : divisorOf(scene, own);
  // 人员经费按在编11人计算: named, and told elsewhere.
  const name = /([一-龥]{2,8}?)(?:总额|支出)?按[^，。；：]*$/.exec(divisor?.clause ?? '')?.[1];
  const isMeant = (t: Told): boolean => !name || t.clause.includes(name);
  if (divisor && tops[0] && isMeant(tops[0])) {
    const mean = meanOf(own.figure, tops[0].figure, [divisor.figure], cue.periods);
    const equation = { ...mean };
    return relationFrom(
      'mean',
      own,
      [{ equation, plain: true }, ...all.map((c) => ({ ...c, plain: false }))],
      {
        given: cue.given,
        closed: tops.length === 1,
      },
    );
  }
  return relationFrom('mean', own, all, { given: cue.given });
}

/** 均值 of a paragraph. */
export function meansIn(scene: Scene, words: CueWords): TextRelation[] {
  return scene.told.flatMap((own): TextRelation[] => {
    const { kind } = own.figure;
    if (kind !== 'money' && kind !== 'count' && kind !== 'bare') return [];
    const cue = meanCue(own, words);
    const found = cue && kind !== 'bare' ? meanAt(scene, own, cue, words) : undefined;
    return found ? [found] : [];
  });
}
