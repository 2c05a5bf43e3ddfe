// 增减拟合: what is, what was, what lies between and the rate of it. Where the rate and what lies between come to the last
// digit of one of the two, the other is the one mistyped, or copied from its neighbour. Knows changes; knows no name.
import {
  abs,
  type Exact,
  equal,
  exact,
  isZero,
  minus,
  plus,
  sign,
  times,
} from '../../measure/exact.ts';
import { isAlike, type Scene, type Told, toldNear } from '../cues/told.ts';
import { digitsOf, isCopy, SURE, shownOf } from '../relations/explained.ts';
import { ratio } from '../relations/growths.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { mayBeSlip } from '../relations/slips.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';

/** So many numbers apart the four may stand. */
const NEAR = 6;
/** What was stands so near its rate, and what is so near both. */
const BESIDE = 3;
/** Digits that a rate must show, so that no pair of many comes to it; and an amount, so that no slip leads to it by chance. */
const TELLING = 3;
const FIRM = 4;
const FEWEST = 2;

/** 四数: this year's, last year's, the change and its rate. */
interface Four {
  readonly now: Told;
  readonly was: Told;
  readonly moved: Told;
  readonly rate: Told;
  /** 增 1, 减 −1. */
  readonly way: 1 | -1;
  /** 共支出a（上年为b）: what is stands right before what was, a share of it between at most. */
  readonly adjoins: boolean;
}

const isAmount = ({ figure }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  !figure.token!.rough &&
  sign(figure.value) > 0;

/** 上年为: said of last year in so many words, not of what came over from it. */
const LAST = /(?:上年|去年|上一年|\d年度?)(?:同口径|同期|决算|支出|收入|数|的)*(?:为|是|仅|达)?$/;
const isWas = (t: Told): boolean =>
  isAmount(t) &&
  !t.said.reason &&
  (t.said.measure === 'before' || (t.said.past && LAST.test(t.clause)));
const isNow = (t: Told): boolean => isAmount(t) && t.said.measure === 'amount' && !t.said.past;
const isMoved = (t: Told): boolean => isAmount(t) && t.said.measure === 'change';

const term = ({ figure }: Told, s: 1 | -1 = 1): Term => [figure, s];
const comesOut = (e: Equation): boolean => weigh(e) === 'exact';

const sumOf = ({ now, was, moved, way }: Four): Equation => ({
  kind: 'sum',
  form: [term(now), term(was, -1), term(moved, way > 0 ? -1 : 1)],
});
const ofWas = ({ was, moved, rate }: Four): Equation =>
  ratio([term(moved)], [term(was)], rate.figure);
const ofNow = ({ now, moved, rate, way }: Four): Equation =>
  ratio([term(moved)], [term(now), term(moved, way > 0 ? -1 : 1)], rate.figure);

/** Mistyped for what it ought to be, or the number beside it written again. */
function isWrong({ figure }: Told, ought: Exact, all: readonly Figure[]): boolean {
  if (digitsOf(figure) < TELLING || sign(ought) <= 0) return false;
  if (shownOf(figure) >= FIRM && mayBeSlip(figure, ought)) return true;
  return isCopy(figure, all, SURE.copy);
}

/** Which of what is and what was does not fit the other three; undefined where neither, or both. */
function wrongOf(four: Four, all: readonly Figure[]): Equation | undefined {
  const { now, was, moved, way } = four;
  if (weigh(sumOf(four)) !== 'broken') return undefined;
  const change = moved.figure.value;
  const [a, b] = [now.figure.value, was.figure.value];
  const up = way > 0;
  if (comesOut(ofNow(four)) && !isKept(weigh(ofWas(four))))
    return isWrong(was, up ? minus(a, change) : plus(a, change), all) ? ofNow(four) : undefined;
  if (!four.adjoins) return undefined;
  if (comesOut(ofWas(four)) && !isKept(weigh(ofNow(four))))
    return isWrong(now, up ? plus(b, change) : minus(b, change), all) ? ofWas(four) : undefined;
  return undefined;
}

/** Nearest first. */
const byNearness =
  (own: Told) =>
  (a: Told, b: Told): number =>
    Math.abs(a.at - own.at) - Math.abs(b.at - own.at);

function foursOf(scene: Scene, rate: Told): Four[] {
  const near = toldNear(scene, rate, NEAR);
  const way = rate.said.direction;
  if (way !== 1 && way !== -1) return [];
  const [was] = near
    .filter((t) => isWas(t) && Math.abs(t.at - rate.at) <= BESIDE && t.sentence === rate.sentence)
    .sort(byNearness(rate));
  if (!was) return [];
  const alike = near.filter((t) => t !== was && isAlike(t.figure, was.figure));
  return alike
    .filter((t) => isNow(t) && t.at < Math.max(was.at, rate.at))
    .sort(byNearness(rate))
    .flatMap((now) => {
      const between = scene.told.slice(now.at + 1, was.at);
      const adjoins =
        now.at < was.at &&
        now.sentence === was.sentence &&
        between.every((t) => t.figure.kind === 'percent');
      return alike
        .filter((t) => isMoved(t) && t.said.direction === way)
        .map((moved): Four => ({ now, was, moved, rate, way, adjoins }));
    });
}

const relation = (topic: 'change' | 'growth', about: Figure, equation: Equation): TextRelation => ({
  topic,
  about,
  readings: [{ equation, strong: true, derived: about }],
  closed: true,
});

/** 总计a，减少a，下降p: one of the two is the other's copy. */
function copiedOf({ told }: Scene, rate: Told): TextRelation[] {
  const moved = told[rate.at - 1];
  const now = told[rate.at - 2];
  const way = rate.said.direction;
  if (!moved || !now || !isMoved(moved) || !isNow(now) || moved.said.reason) return [];
  if ((way !== 1 && way !== -1) || moved.said.direction !== way) return [];
  if (digitsOf(now.figure) < FIRM || !equal(now.figure.value, moved.figure.value)) return [];
  const equation = ratio([term(moved)], [term(now), term(moved, way > 0 ? -1 : 1)], rate.figure);
  // 由0增加a: all of it is new, and half of what was is gone.
  const isAll = way > 0 || equal(abs(times(rate.figure.value, exact(2))), exact(100));
  return isAll || weigh(equation) !== 'broken' ? [] : [relation('growth', rate.figure, equation)];
}

/** 增减 of a paragraph of which three of the four bear each other out. */
export function changesSlipped(
  scene: Scene,
  isExplained: (f: Figure) => boolean,
  /** All numbers of the text, of which one may be a copy. */
  all: readonly Figure[],
): TextRelation[] {
  return scene.told.flatMap((rate): TextRelation[] => {
    const { figure, said } = rate;
    if (figure.kind !== 'percent' || said.measure !== 'growth' || said.reason) return [];
    if (shownOf(figure) < FEWEST || figure.token!.rough || isZero(figure.value)) return [];
    const fours = shownOf(figure) < TELLING ? [] : foursOf(scene, rate);
    for (const four of fours) {
      const held = wrongOf(four, all);
      if (!held) continue;
      const odd = comesOut(ofNow(four)) ? four.was : four.now;
      if (isExplained(odd.figure) && odd === four.was) continue;
      return [relation('change', four.moved.figure, sumOf(four)), relation('growth', figure, held)];
    }
    return isExplained(figure) ? [] : copiedOf(scene, rate);
  });
}
