// 比率拟合: a rate that no two numbers beside it come to, and that one slip of the hand, in it or in one of the two
// nearest, would make fit. Knows places; knows no word.
import { isZero, toDouble } from '../../measure/exact.ts';
import { MEAN } from '../clauses/signs.ts';
import { quotientReading } from '../cues/quotients.ts';
import { holds, isAlike, type Scene, type Told, toldNear } from '../cues/told.ts';
import type { CueWords } from '../cues/words.ts';
import { digitsOf, shownOf } from '../relations/explained.ts';
import { isMove } from '../relations/quotients.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { membersOf } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { chanceOfSlip, type Fineness, finenessOf } from './slipped.ts';

/** So many numbers apart a rate is of two others; farther off one may still be that bears it out. */
const NEAR = 8;
const AROUND = 12;
/** More pairs than these nobody meant. */
const TRIED = 3;
/** How likely chance may be. */
const LIMIT = 0.03;
/** Of the only two numbers of their unit. */
const ALONE = 0.05;
const FEWEST = 2;

/** 差异率: of what lies between. */
const DIFFERENT = /(?:差异|偏差|偏离|节约|结余|减)率/;

const isAmount = ({ figure, clause }: Told): boolean =>
  !MEAN.test(clause) &&
  (figure.kind === 'money' || figure.kind === 'count') &&
  figure.unit !== '分' &&
  !figure.bound &&
  !figure.token!.rough &&
  !isZero(figure.value);

const size = ({ figure }: Told): number => Math.abs(toDouble(figure.value));

/** 0.52亿元（5212.83万元）: one amount in two units. */
const isSame = (a: Told, b: Told): boolean =>
  a.figure.unit !== b.figure.unit &&
  Math.abs(size(a) - size(b)) <= toDouble(a.figure.half) + toDouble(b.figure.half);

const term = ({ figure }: Told, sign: 1 | -1 = 1): Term => [figure, sign];

/** 甲a（其中乙b），比上年下降p: of last year's figure, which neither is. */
const isOfLast = ({ said }: Told): boolean =>
  said.lead.some((t) => t.kind === 'last') && said.base?.budget === undefined;
const isDated = ({ said }: Told): boolean =>
  said.past || said.measure === 'before' || said.year !== undefined;

/** What a rate may be of two numbers, by what it is called. */
function equationsOf(rate: Told, a: Told, b: Told): Equation[] {
  const of = (top: readonly Term[], base: readonly Term[]): Equation =>
    quotientReading(rate.figure, top, base);
  const gap = [term(a), term(b, -1)];
  if (DIFFERENT.test(rate.clause)) return [of(gap, [term(b)]), of(gap, [term(a)])];
  // 完成预算的p: of no final figure.
  if (rate.said.measure === 'done' && b.said.version === 'final') return [];
  if (rate.said.measure !== 'growth') return [of([term(a)], [term(b)])];
  if (isMove(b.said) || (isOfLast(rate) && !isMove(a.said) && ![a, b].some(isDated))) return [];
  if (!isMove(a.said)) return [of(gap, [term(b)])];
  const down = rate.said.direction === -1;
  return [of([term(a)], [term(b)]), of([term(a)], [term(b), term(a, down ? 1 : -1)])];
}

/** What a rate is searched for with. */
interface Search {
  readonly scene: Scene;
  readonly fineness: Fineness;
  readonly isExplained: (f: Figure) => boolean;
  /** Wholes and bases of rates that hold. */
  readonly bases: ReadonlySet<Figure>;
}

/** So many numbers nearer counts what is called alike, and what other rates are of. */
const BONUS = 6;
const isCalledAlike = (a: Told, b: Told): boolean => {
  const name = a.clause.slice(0, 3);
  return name.length === 3 && b.clause.includes(name);
};

/** Two numbers told near a rate, the likeliest first; a share is of the larger. */
function pairsOf({ scene, bases }: Search, rate: Told, reach: number): [Told, Told][] {
  const { measure, version } = rate.said;
  const growth = measure === 'growth';
  // 甲a，占p；乙b: of what stands before it.
  const share = measure === 'share' && rate.lead.startsWith('，占');
  const near = toldNear(scene, rate, reach).filter((t) => {
    const behind = t.sentence > rate.sentence || ((growth || share) && t.at > rate.at);
    return t !== rate && !behind && isAmount(t);
  });
  const far = (t: Told): number =>
    (t.at < rate.at ? rate.at - t.at : (t.at - rate.at) * 2) +
    (t.sentence === rate.sentence ? 0 : 3);
  const weight = (a: Told, b: Told): number =>
    far(a) +
    far(b) -
    (bases.has(b.figure) ? BONUS : 0) +
    (a.bracketed === rate.bracketed ? 0 : BONUS) -
    (isCalledAlike(a, b) ? BONUS : 0) -
    (version && b.said.version === version ? BONUS : 0);
  // Only of a budget may be spent more than all.
  const over = measure === 'done' || growth || version !== undefined;
  const likely = over ? MOST_OVER : MOST;
  return near
    .flatMap((a) =>
      near.flatMap((b) =>
        a === b || !isAlike(a.figure, b.figure) || isSame(a, b) || size(a) > size(b) * likely
          ? []
          : [{ a, b, weight: weight(a, b) }],
      ),
    )
    .sort((x, y) => x.weight - y.weight)
    .map(({ a, b }) => [a, b]);
}
/** Digits of a rate that three numbers do not come to by chance. */
const MANY = 4;
const MOST = 1;
const MOST_OVER = 5;

/** 比率 of any two or three of the numbers around it, to its last digit or the next. */
function isOfAny({ scene }: Search, rate: Told): boolean {
  const want = size(rate) / 100;
  const room = (toDouble(rate.figure.half) + toDouble(rate.figure.last)) / 100;
  const near = toldNear(scene, rate, AROUND).filter(isAmount);
  const many = shownOf(rate.figure) >= MANY;
  const fits = (top: number, base: number): boolean =>
    base > 0 && Math.abs(Math.abs(top) / base - want) <= room;
  return near.some((b) =>
    near.some((a) => {
      if (a === b || !isAlike(a.figure, b.figure)) return false;
      const [x, y] = [size(a), size(b)];
      if (fits(x, y) || fits(x - y, y) || fits(x, y + x) || fits(x, y - x)) return true;
      return (
        many &&
        near.some((c) => {
          const other = c !== a && c !== b && c.sentence === rate.sentence;
          if (!other || !isAlike(a.figure, c.figure)) return false;
          return fits(x + size(c), y) || fits(x - size(c), y) || fits(x, y - size(c));
        })
      );
    }),
  );
}

/** The only two of their unit. */
const isAlone = (pairs: readonly [Told, Told][], [a, b]: [Told, Told]): boolean =>
  pairs.every(
    ([c, d]) => !isAlike(a.figure, c.figure) || ([a, b].includes(c) && [a, b].includes(d)),
  );

const isOpen = (e: Equation): boolean => weigh(e) === 'broken';

function slippedOf(search: Search, rate: Told): TextRelation | undefined {
  const { fineness, isExplained } = search;
  if (isOfAny(search, rate)) return undefined;
  // What a rate is told behind is one of the two.
  const beside = search.scene.told[rate.at - 1];
  if (!beside || rate.lead.includes('；') || !isAmount(beside) || beside.sentence !== rate.sentence)
    return undefined;
  const pairs = pairsOf(search, rate, NEAR).filter((pair) => pair.includes(beside));
  for (const [i, pair] of pairs.slice(0, TRIED).entries()) {
    const alone = isAlone(pairs, pair);
    for (const equation of equationsOf(rate, ...pair)) {
      const suspects = membersOf(equation).filter((f) => !isExplained(f));
      const chance = isOpen(equation) ? chanceOfSlip(equation, suspects, fineness) * (i + 1) : 1;
      if (chance >= (alone ? ALONE : LIMIT)) continue;
      const reading = { equation, strong: true, derived: rate.figure };
      return { topic: 'quotient', about: rate.figure, readings: [reading] };
    }
  }
  return undefined;
}

/** 比率 of a paragraph that one slip explains. */
export function ratesSlipped(
  scene: Scene,
  isExplained: (f: Figure) => boolean,
  { bases, words }: { bases: ReadonlySet<Figure>; words: CueWords },
): TextRelation[] {
  const fineness = finenessOf(scene.told.map((t) => t.figure));
  const search = { scene, fineness, isExplained, bases };
  return scene.told.flatMap((own): TextRelation[] => {
    const { figure } = own;
    if (figure.kind !== 'percent' || figure.token!.rough || figure.bound) return [];
    // 300% is a round number.
    const round = figure.token!.decimals === 0 && shownOf(figure) > FEWEST;
    const digits = round ? digitsOf(figure) : shownOf(figure);
    if (isExplained(figure) || digits < FEWEST || own.said.past) return [];
    if (
      holds(own.clause, words.noRates) &&
      !DIFFERENT.test(own.clause) &&
      own.said.measure !== 'growth'
    )
      return [];
    const found = slippedOf(search, own);
    return found ? [found] : [];
  });
}
