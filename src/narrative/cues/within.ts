// 在名下: 捐款中定向a、非定向b; 农林水支出里，A a，B b; W主要用于：A a；B b: a whole that was told before is named again,
// and its parts follow. Its sum accuses only where one slip of the hand explains the gap to the last digit, for such a
// list need not be whole. Knows how a list goes on; knows no name.
import { isZero, toText } from '../../measure/exact.ts';
import { digitsOf, shownOf, type Telling } from '../relations/explained.ts';
import type { SumEquation, Term, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { isSlipped, relationFrom } from './evidence.ts';
import { isAlike, type Scene, type Told, withoutParticles } from './told.ts';
import { isPart } from './totals.ts';

/** A里，; A中的: the name is that of the whole, its parts are all told or said to be some. */
const INSIDE =
  /(?:^|[，。；：、）\n])([^，。；：、（）\d\n]{2,20}?)(?:里面?|之中|当中|中|内)(?:，|：|的)?(?![央小型等])/;
/** A主要用于：; A包括: what the whole was spent on. */
const OPENED =
  /(?:^|[，。；：、）\n])([^，。；：、（）\d\n]{3,24}?)(?:主要)?(?:用于|包括|构成|分为|由|为：|按)[^，。；\d]{0,16}?(?:：|$|[^，。；：\d]{0,24}$)/;
/** Of one that is said to be of no year or budget of its own. */
const FILLING = /^(?:上述|其中|本年度?|全年|该|当年|年末|年初)+|(?:资金|支出|总额|金额|数)$/g;

/** So many numbers back, and so many parts. */
const REACH = 40;
const LONGEST = 12;
const JOINED = /^(?:[，；、和及与]|以及|）[，；、])/;
const OTHER =
  /上年|去年|同比|比|较|结转下年|年末|结余|剩余|计划|目标|累计|人均|户均|每|涉及|扣除|净|合计|共计|总计|小计|总额|另/;

/** Digits that the whole and the number that was mistyped must show. */
const TELLING: Telling = { slip: 4, copy: 99 };
const FEWEST = 3;

const nameOf = ({ lead }: Told): string | undefined =>
  (INSIDE.exec(lead) ?? OPENED.exec(lead))?.[1]?.replace(/^(?:上述|其中|该)/, '');

const sumOf = (parts: readonly Told[], { figure }: Told): SumEquation => ({
  kind: 'sum',
  form: [...parts.map((t): Term => [t.figure, 1]), [figure, -1]],
});

/** The only value told under a name before, in its paragraph or in one of those before. */
function wholeOf(
  name: string,
  first: Told,
  before: readonly (readonly Told[])[],
): Told | undefined {
  const key = name.replace(FILLING, '');
  if (key.length < 2) return undefined;
  for (const told of before) {
    const fits = told.filter(
      (t) => isPart(t) && isAlike(t.figure, first.figure) && !t.figure.token!.rough,
    );
    const layers = [name, key].map((k) =>
      fits.filter((t) => {
        const own = withoutParticles(t.clause).replace(/(?:决算数?|总额|金额|总计|合计)$/, '');
        return own.endsWith(k) || own.replace(FILLING, '') === key;
      }),
    );
    const found = layers.find((l) => l.length > 0);
    if (!found) continue;
    const values = new Set(found.map((t) => toText(t.figure.value)));
    return values.size === 1 ? found.at(-1) : undefined;
  }
  return undefined;
}

/** Parts that one sentence tells one behind the other; what is told of them between stays out. */
function rowFrom({ told }: Scene, first: Told, whole: Figure): Told[] {
  const row: Told[] = [];
  for (const t of told.slice(first.at, first.at + REACH)) {
    if (t.sentence !== first.sentence || row.length === LONGEST) break;
    if (!isAlike(t.figure, whole) || t.bracketed !== first.bracketed) continue;
    if (t !== first && !JOINED.test(t.lead)) continue;
    const fits = isPart(t) && t.said.measure === 'amount' && !t.figure.token!.rough;
    if (!fits || OTHER.test(t.clause)) break;
    row.push(t);
  }
  return row;
}

function partsOf(
  scene: Scene,
  first: Told,
  before: readonly (readonly Told[])[],
): TextRelation | undefined {
  const name = isPart(first) && !isZero(first.figure.value) ? nameOf(first) : undefined;
  if (!name) return undefined;
  const own = scene.told.slice(Math.max(0, first.at - REACH), first.at);
  const whole = wholeOf(name, first, [own, ...before]);
  if (!whole || isZero(whole.figure.value) || digitsOf(whole.figure) < FEWEST) return undefined;
  const row = rowFrom(scene, first, whole.figure);
  if (row.length < 2 || row.some((t) => shownOf(t.figure) < 2)) return undefined;
  const sums = row.slice(1).map((_, i) => sumOf(row.slice(0, i + 2), whole));
  const held = sums.filter((e) => isKept(weigh(e)));
  const meant = held.length > 0 ? held : sums.slice(-1);
  if (held.length === 0 && !isSlipped(meant[0]!, TELLING)) return undefined;
  const all = meant.map((equation) => ({ equation, plain: true, telling: TELLING }));
  return relationFrom('total', whole, all, { given: true });
}

/** 在名下 of a paragraph; `before`: the numbers of those before it, the nearest first. */
export const withinIn = (scene: Scene, before: readonly Scene[]): TextRelation[] =>
  scene.told.flatMap(
    (own) =>
      partsOf(
        scene,
        own,
        before.map(({ told }) => told),
      ) ?? [],
  );
