// 车均运行维护费, 每平方米能源费用: a mean that names what it is of. The one amount of the paragraph called so, by the one
// count of its unit, is what it comes to. Knows how names are shortened; knows no name.
import { compare, ONE, toText } from '../../measure/exact.ts';
import { isShortFor } from '../clauses/alike.ts';
import { isFormer } from '../clauses/saying.ts';
import { shownOf } from '../relations/explained.ts';
import type { TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import { type MeanCue, meanCue, meanOf } from './means.ts';
import {
  bareUnit,
  isAlike,
  type Scene,
  type Told,
  toldNear,
  withoutParticles,
  wordsOf,
} from './told.ts';
import type { CueWords } from './words.ts';

const REACH = 30;
const FILLING = /标准|实际|财政|平均|年度|全年|决算|合计|的/g;
/** 低于辆均4万元的控制标准: what ought to be. */
const UNLIKE = /[低高]于|超过|不足|标准/;
const STANDARD = /^的?[^，。；]{0,4}(?:标准|定额|水平|目标)/;
const LEAST = 2;
/** What any amount may be called. */
const ANY = /^(?:支出|经费|费用|金额|成本|补助|投入|资金|收入)$/;
/** Digits that a mean must show, so that what it ought to be is no chance. */
const TELLING = 2;

/** What the words of a mean call it, the mean itself apart. */
function nameOf({ clause }: Told, words: CueWords): string {
  const cues = words.means.flatMap(({ cues: list }) => wordsOf(list));
  const cue = cues.filter((c) => clause.includes(c)).sort((a, b) => b.length - a.length)[0] ?? '';
  return withoutParticles(clause.replace(cue, '')).replace(FILLING, '');
}

const isCalled = (name: string, { clause }: Told): boolean => {
  const own = withoutParticles(clause).replace(FILLING, '');
  return own.length >= LEAST && (own.endsWith(name) || own.includes(name) || isShortFor(name, own));
};

/** The only value among some. */
function only(all: readonly Told[]): Told | undefined {
  const values = new Set(all.map(({ figure }) => toText(figure.value)));
  return values.size === 1 ? all.at(-1) : undefined;
}

function meanNamed(
  scene: Scene,
  own: Told,
  cue: MeanCue,
  words: CueWords,
): TextRelation | undefined {
  const name = nameOf(own, words);
  if (
    name.length < LEAST ||
    ANY.test(name) ||
    shownOf(own.figure) < TELLING ||
    own.figure.token!.rough
  )
    return undefined;
  const near = toldNear(scene, own, REACH).filter(
    (t) => t !== own && !t.figure.bound && !t.said.past && t.said.measure !== 'before',
  );
  const tops = near.filter(
    (t) =>
      t.at < own.at &&
      isAlike(t.figure, own.figure) &&
      t.said.measure === 'amount' &&
      !t.figure.token!.rough &&
      !meanCue(t, words) &&
      isCalled(name, t),
  );
  const counts = near.filter(
    (t) =>
      t.figure.kind === 'count' &&
      t.at < own.at + 3 &&
      compare(t.figure.value, ONE) > 0 &&
      cue.units.includes(bareUnit(t.figure)) &&
      !meanCue(t, words),
  );
  const here = counts.filter((t) => t.sentence === own.sentence);
  const [top, count] = [only(tops), only(counts) ?? only(here)];
  if (!top || !count) return undefined;
  const equation = meanOf(own.figure, top.figure, [count.figure], cue.periods);
  if (cue.periods > 1 && isKept(weigh(meanOf(own.figure, top.figure, [count.figure], 1))))
    return undefined;
  const sure = !cue.given && only(counts) !== undefined;
  // 误用上年数: it comes out of the former year's amount.
  const stale = toldNear(scene, own, REACH).some(
    (t) =>
      isFormer(t.said, undefined) &&
      isAlike(t.figure, top.figure) &&
      weigh(meanOf(own.figure, t.figure, [count.figure], cue.periods)) === 'exact',
  );
  return relationFrom('mean', own, [{ equation, plain: true }], {
    copied: sure,
    given: cue.given,
    closed: sure && stale && shownOf(own.figure) > TELLING,
  });
}

/** 有名的均值 of a paragraph. */
export const apieceIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => {
    const cue = own.figure.kind === 'money' ? meanCue(own, words) : undefined;
    const other = UNLIKE.test(own.clause) || STANDARD.test(own.tail);
    return (cue && !cue.unsure && !other ? meanNamed(scene, own, cue, words) : undefined) ?? [];
  });
