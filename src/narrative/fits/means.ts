// 均值拟合: a mean or a price that no amount and no count beside it bears out, and that one slip of the hand would make
// fit the nearest of them. Knows the words of means and units; knows no name.
import { equal, exact, isZero, plus, toDouble, ZERO } from '../../measure/exact.ts';
import { type MeanCue, meanCue, meanOf, timesOf } from '../cues/means.ts';
import { bareUnit, isAlike, type Scene, type Told, toldNear } from '../cues/told.ts';
import type { CueWords } from '../cues/words.ts';
import { shownOf } from '../relations/explained.ts';
import { type Equation, membersOf, type TextRelation } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { chanceOfSlip, finenessOf } from './slipped.ts';

/** So many numbers apart a mean is of them. */
const NEAR = 8;
/** More pairs than these nobody meant. */
const TRIED = 3;
/** How likely chance may be. */
const LIMIT = 0.05;
/** Of a price that was set: only two digits exchanged, or the point moved. */
const SURE = 8;
/** Fewer digits say nothing. */
const FEWEST = 2;
const SPAN = 14;
/** So many characters before it say what it is the mean of. */
const NAMED = 8;
const PEOPLE: ReadonlySet<string> = new Set(['人', '名', '位', '人次', '生']);

/** 每册, 单册, 册均, 元/册: what the words say it is of one of. */
function isApiece({ clause, tail }: Told, unit: string): boolean {
  if (unit.length === 0) return false;
  const near = clause.slice(-SPAN);
  return (
    near.includes(`每${unit}`) ||
    near.includes(`单${unit}`) ||
    near.includes(`${unit}均`) ||
    tail.startsWith(`/${unit}`)
  );
}

const isOfCue = (cue: MeanCue | undefined, unit: string): boolean =>
  cue !== undefined &&
  (cue.units.includes(unit) || (PEOPLE.has(unit) && cue.units.some((u) => PEOPLE.has(u))));

interface Mean {
  readonly own: Told;
  readonly cue: MeanCue | undefined;
  readonly tops: readonly Told[];
  readonly counts: readonly Told[];
}

/** Nearest first, what stands before it before what stands behind. */
const byNearness = (own: Told) => (a: Told, b: Told) => farOf(own, a) - farOf(own, b);
const farOf = (own: Told, t: Told): number =>
  (t.at < own.at ? own.at - t.at : (t.at - own.at) * 2) +
  (t.sentence === own.sentence ? 0 : 3) -
  (isCalledAlike(own, t) ? ALIKE : 0);
/** 门诊人次, 门诊收入, 门诊次均费用: named alike they go together, whatever stands between. */
const isCalledAlike = (own: Told, { clause }: Told): boolean => {
  const name = own.clause.slice(0, 2);
  return name.length === 2 && !/[每均单共约各按折]/.test(name) && clause.includes(name);
};
const ALIKE = 6;

function meanAt(scene: Scene, own: Told, words: CueWords): Mean | undefined {
  const { figure } = own;
  if (figure.kind !== 'money' && figure.kind !== 'count') return undefined;
  // 供养标准每人每月1150元.
  const clause = own.clause
    .replace(/^.*按/, '')
    .slice(-NAMED)
    .replace(/标准|每[天日]/g, '');
  const cue = meanCue({ ...own, clause }, words);
  const near = toldNear(scene, own, NEAR).filter((t) => t !== own);
  const isMean = (t: Told): boolean => meanCue(t, words) !== undefined || t.tail.startsWith('/');
  const counts = near.filter((t) => {
    const unit = bareUnit(t.figure);
    const fits = t.figure.kind === 'count' && !isZero(t.figure.value) && !isMean(t);
    return fits && (isOfCue(cue, unit) || isApiece(own, unit));
  });
  if (counts.length === 0 || own.figure.token!.rough) return undefined;
  const tops = near.filter(
    (t) =>
      (isAlike(t.figure, figure) || (PEOPLE.has(t.figure.unit) && PEOPLE.has(figure.unit))) &&
      !counts.includes(t) &&
      !t.figure.bound &&
      !t.figure.token!.rough &&
      !isMean(t) &&
      toDouble(t.figure.value) > toDouble(figure.value) &&
      (t.said.measure === 'amount' || t.said.measure === own.said.measure || t.at === own.at + 1),
  );
  const order = byNearness(own);
  return { own, cue, tops: tops.sort(order), counts: counts.sort(order) };
}

/** A pair that a mean may be of, and how far off it stands. */
interface Pair {
  readonly top: Told;
  readonly count: Told;
}

/** 1800人次, 上半年476人次、下半年1324人次: what others add up to is the whole. */
function isWhole(own: Told, counts: readonly Told[]): boolean {
  const others = counts.filter((c) => c !== own && c.figure.unit === own.figure.unit);
  return others.some((a, i) =>
    others.slice(i + 1).some((b) => {
      const sum = plus(a.figure.value, b.figure.value);
      return equal(sum, own.figure.value);
    }),
  );
}

/** Pairs, the likeliest first. */
function pairsOf({ own, tops, counts }: Mean): Pair[] {
  const far = ({ top, count }: Pair): number =>
    farOf(own, top) + farOf(own, count) - (isWhole(count, counts) ? ALIKE : 0);
  const all = tops.flatMap((top) => counts.map((count): Pair => ({ top, count })));
  return all.sort((a, b) => far(a) - far(b));
}

const EACH_DAY = /每[人生名]?每[天日]|每[天日]/;
const EACH_MONTH = /每月/;
const DAYS = /^(?:天|日|个工作日)$/;
const MONTHS = /^(?:个月|月)$/;

/** 全年200天, 补助10个月: how long a price by the day or the month was paid. */
function spanOf(scene: Scene, own: Told): Figure | undefined {
  const unit = EACH_DAY.test(own.clause) ? DAYS : EACH_MONTH.test(own.clause) ? MONTHS : undefined;
  const found = unit
    ? toldNear(scene, own, NEAR).filter(
        (t) => t.sentence === own.sentence && unit.test(t.figure.unit),
      )
    : [];
  return found.length === 1 ? found[0]!.figure : undefined;
}

/** 每人补助50元: what was set is no rounded number. */
const SET = /标准|补助|补贴|发放|单价|票价|按|奖|每/;
const OFTEN = /平均|均|折合|约/;
const isSet = (own: Told): boolean =>
  (SET.test(own.clause) || own.tail.startsWith('/')) && !OFTEN.test(own.clause);

/** What it may be the mean of, the likeliest first; and as a price that was set, to the last digit. */
function equationsOf(scene: Scene, mean: Mean): Equation[][] {
  const { own, cue } = mean;
  const span = spanOf(scene, own);
  const periods = span ? 1 : (cue?.periods ?? 1);
  const price: Figure = isSet(own) ? { ...own.figure, half: ZERO } : own.figure;
  return pairsOf(mean).map(({ top, count }): Equation[] => {
    const many = timesOf(count.figure);
    const product = (over: Figure | undefined, n: number): Equation => ({
      kind: 'products',
      products: [
        {
          of: price,
          by: count.figure,
          ...(over && { over }),
          ...(n * many > 1 && { times: exact(n * many) }),
          sign: 1,
        },
        { of: top.figure, sign: -1 },
      ],
    });
    const of = (n: number): Equation => meanOf(own.figure, top.figure, [count.figure], n);
    if (span) return [product(span, 1), product(undefined, 12), of(1)];
    if (isSet(own)) return [product(undefined, periods), of(periods), of(1)];
    return periods > 1 ? [of(periods), of(1)] : [of(1)];
  });
}

/** 均值 of a paragraph that one slip explains. */
export function meansSlipped(
  scene: Scene,
  words: CueWords,
  isExplained: (f: Figure) => boolean,
): TextRelation[] {
  const fineness = finenessOf(scene.told.map((t) => t.figure));
  return scene.told.flatMap((own): TextRelation[] => {
    if (isExplained(own.figure) || (shownOf(own.figure) < FEWEST && !isSet(own))) return [];
    const mean = meanAt(scene, own, words);
    if (!mean || mean.cue?.unsure) return [];
    const pairs = equationsOf(scene, mean);
    if (pairs.flat().some((e) => isHeld(e))) return [];
    for (const [i, [equation]] of pairs.slice(0, TRIED).entries()) {
      const suspects = membersOf(equation!).filter((f) => f.token && !isExplained(f));
      const halfOf = (f: Figure): number =>
        isSet(own) && f.token === own.figure.token ? 0 : fineness(f);
      if (
        chanceOfSlip(equation!, suspects, halfOf, isSet(own) ? SURE : undefined) * (i + 1) >=
        LIMIT
      )
        continue;
      const reading = { equation: equation!, strong: true, derived: own.figure };
      return [{ topic: 'mean', about: own.figure, readings: [reading] }];
    }
    return [];
  });
}

/** Holds, nearly holds, or cannot be judged. */
const isHeld = (equation: Equation): boolean => {
  const weight = weigh(equation);
  return weight !== 'broken' && weight !== 'none';
};
