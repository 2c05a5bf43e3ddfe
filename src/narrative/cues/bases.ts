// 基数取错: a rate of growth that comes out to the last digit of this year's number. Of two numbers the growth is of
// the smaller and the decline of the larger, whichever year they are of. Knows the words of rises and falls.
import { compare, equal, isZero, minus, sign } from '../../measure/exact.ts';
import { shownOf } from '../relations/explained.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { relationFrom } from './evidence.ts';
import { quotientReading } from './quotients.ts';
import { isAlike, type Scene, type Told, withoutParticles, wordsOf } from './told.ts';
import type { CueWords } from './words.ts';

/** Digits that a rate must show, so that no pair of many comes to it. */
const TELLING = 3;
/** So many numbers before it the two stand, the nearer of them so near. */
const REACH = 24;
const BESIDE = 4;
/** Words by which a number is that of another time. */
const COMPARED = /上年|去年|上一年|上期|同期|年初|期初|年末|[比较与和由从](?!例|重)/;

const isStock = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  !figure.token!.rough &&
  said.measure !== 'change' &&
  said.measure !== 'difference' &&
  sign(figure.value) > 0;

/** 增长 1, 下降 −1: the word right before the rate, or within its bracket. */
function directionOf({ clause }: Told, words: CueWords): 1 | -1 | undefined {
  const text = withoutParticles(clause);
  const ends = (list: string): boolean => wordsOf(list).some((w) => text.endsWith(w));
  const [up, down] = [ends(words.rises), ends(words.falls)];
  return up === down ? undefined : up ? 1 : -1;
}

const growthOf = (rate: Figure, more: Figure, less: Figure, base: Figure): Equation => {
  const top: Term[] = [
    [more, 1],
    [less, -1],
  ];
  return quotientReading(rate, top, [[base, 1]]);
};

/** 两数: the larger and the smaller of two that are compared. */
interface Pair {
  readonly more: Figure;
  readonly less: Figure;
  /** The change between them is printed as well, or their words compare them. */
  readonly told: boolean;
}

function pairsAround({ told }: Scene, own: Told): Pair[] {
  const near = told.slice(Math.max(0, own.at - REACH), own.at + 3).filter((t) => t !== own);
  const stocks = near.filter(isStock);
  const isChange = (a: Told, b: Told): boolean =>
    near.some(
      ({ figure, at }) =>
        at !== a.at &&
        at !== b.at &&
        Math.abs(at - own.at) <= 2 &&
        isAlike(figure, a.figure) &&
        compare(minus(a.figure.value, b.figure.value), figure.value) === 0,
    );
  return stocks.flatMap((a) =>
    stocks.flatMap((b): Pair[] => {
      if (!isAlike(a.figure, b.figure) || compare(a.figure.value, b.figure.value) <= 0) return [];
      const isCompared = (t: Told): boolean => t.said.past || COMPARED.test(t.clause);
      const years = a.said.year !== undefined && b.said.year !== undefined;
      const apart = years && a.said.year !== b.said.year;
      const behind = own.at - Math.max(a.at, b.at);
      const beside = behind <= 2 && Math.abs(a.at - b.at) <= BESIDE;
      const [nearer, other] = a.at > b.at ? [a, b] : [b, a];
      const against = behind === 1 && isCompared(nearer) && !isCompared(other);
      const compared = against || (beside && (isCompared(a) !== isCompared(b) || apart));
      const told = compared || (behind <= BESIDE && isChange(a, b));
      return [{ more: a.figure, less: b.figure, told }];
    }),
  );
}

const isSame = (a: Pair, b: Pair): boolean =>
  equal(a.more.value, b.more.value) && equal(a.less.value, b.less.value);

/** 本年a，同比减少c（下降p）: the former year's number is not printed, and p is of this year's. */
function partOf({ told }: Scene, own: Told, direction: 1 | -1): TextRelation | undefined {
  const [change, now] = [told[own.at - 1], told[own.at - 2]];
  if (!change || !now || !isStock(now) || now.said.past || !isAlike(change.figure, now.figure))
    return undefined;
  const near = now.sentence === own.sentence && change.sentence === own.sentence;
  if (!near || !SINCE.test(change.clause) || COMPARED.test(now.clause)) return undefined;
  if (sign(change.figure.value) <= 0 || own.clause.length > SHORT) return undefined;
  const [top, of]: Term[][] = [[[change.figure, 1]], [[now.figure, 1]]];
  if (weigh(quotientReading(own.figure, top!, of!)) !== 'exact') return undefined;
  const base: Term[] = [...of!, [change.figure, direction > 0 ? -1 : 1]];
  // So the rate is the one to blame.
  const equation = { ...quotientReading(own.figure, top!, base), mistaken: of! } as Equation;
  if (weigh(equation) !== 'broken') return undefined;
  return relationFrom('growth', own, [{ equation, plain: true }], { closed: true });
}

/** 同比少支: of the change right before the rate. */
const SINCE = /同比|[较比](?:上年|去年|上一年|同期)/;
/** The clause of a rate that names nothing of its own. */
const SHORT = 6;

function mistakenOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  const { figure, said } = own;
  if (figure.kind !== 'percent' || figure.token!.rough || figure.bound) return undefined;
  const direction = directionOf(own, words);
  if (!direction || shownOf(figure) < TELLING || isZero(figure.value) || said.past)
    return undefined;
  const pairs = pairsAround(scene, own);
  const right = ({ more, less }: Pair): Equation =>
    growthOf(figure, more, less, direction > 0 ? less : more);
  const wrong = ({ more, less }: Pair): Equation =>
    growthOf(figure, more, less, direction > 0 ? more : less);
  if (pairs.some((p) => weigh(right(p)) !== 'broken')) return undefined;
  const found = pairs.filter((p) => p.told && weigh(wrong(p)) === 'exact');
  const [only] = found;
  if (!only || found.some((p) => !isSame(p, only))) return partOf(scene, own, direction);
  const mistaken: Term[] = [[direction > 0 ? only.more : only.less, 1]];
  const equation = { ...right(only), mistaken } as Equation;
  return relationFrom('growth', own, [{ equation, plain: true }], { closed: true });
}

/** 基数取错 of a paragraph. */
export const basesIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => mistakenOf(scene, own, words) ?? []);
