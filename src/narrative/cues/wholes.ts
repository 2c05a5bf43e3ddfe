// 占W的p where W is named: the one number of the paragraph that bears its name is the whole, whatever else stands
// nearer. A rate that comes out of another whole, or of another part, is the usual mistake of who divides. Knows how
// names are shortened; knows no name.
import { compare, isZero } from '../../measure/exact.ts';
import { isShortFor } from '../clauses/alike.ts';
import { isMistyped, shownOf } from '../relations/explained.ts';
import type { Ratio, TextRelation } from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import { relationFrom } from './evidence.ts';
import { quotientReading } from './quotients.ts';
import { isAlike, type Scene, type Told, toldNear, withoutParticles } from './told.ts';

/** Digits that a rate must show so that another whole is no chance. */
const TELLING = 3;
/** So many numbers before and behind it a name is looked for. */
const REACH = 60;

const PHRASE = /占(?:了|到|全部|全)?([^，。；：、（）占]{2,16}?)的?(?:比例|比重)?(?:为|是|达)?$/;
const FILLING =
  /^(?:当年|本年度?|全年|年度|同期|实际|上述|该)+|(?:支出|合同)?(?:总金额|金额|总额|总数|总量|总计|合计|数量|数|额)$/g;
const TAIL = /(?:总金额|金额|总额|总数|数|额)$/;
const LEAST = 2;

/** A name without what does not tell it from others. */
const bare = (name: string): string => name.replace(FILLING, '');

const isAmount = ({ figure }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !figure.bound &&
  !figure.token!.rough &&
  !isZero(figure.value);

/** The only number of the paragraph that is called so; what is called exactly so before what is only nearly. */
function named(
  scene: Scene,
  own: Told,
  name: string,
  fits: (t: Told) => boolean,
): Told | undefined {
  const all = toldNear(scene, own, REACH).filter((t) => isAmount(t) && fits(t));
  const key = bare(name);
  if (key.length < LEAST) return undefined;
  const of = (is: (own: string) => boolean): Told[] =>
    all.filter((t) => is(withoutParticles(t.clause)));
  const layers = [
    of((own) => own.endsWith(name)),
    of((own) => bare(own).endsWith(key)),
    of((own) => own.includes(key)),
    of((own) => isShortFor(name, own)),
  ];
  const found = layers.find((l) => l.length > 0) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

/** The part: what is called as the words before 占 say, or the number right before them. */
function partOf(scene: Scene, own: Told, before: Told): Told | undefined {
  const subject = own.clause.slice(0, own.clause.indexOf('占'));
  const beside = scene.told[before.at - 1];
  const behind = scene.told[own.at + 1];
  const fits = (t: Told | undefined): t is Told => t !== undefined && isAmount(t);
  if (fits(behind) && behind.at === own.at + 1 && /^（$/.test(behind.lead)) return behind;
  const name = subject.replace(/(?:部分|的)$/, '');
  if (name.length >= LEAST) return named(scene, own, name, (t) => t.at < own.at);
  return name === '' && fits(beside) && beside.sentence === own.sentence ? beside : undefined;
}

const ratio = (rate: Told, part: Told, whole: Told): Ratio =>
  quotientReading(rate.figure, [[part.figure, 1]], [[whole.figure, 1]]) as Ratio;

/** The rate comes out of the part and another whole, or of another part told apart from it. */
function isOfAnother(scene: Scene, own: Told, part: Told, whole: Told): boolean {
  if (shownOf(own.figure) < TELLING) return false;
  return toldNear(scene, own, REACH).some((t) => {
    if (t === part || t === whole || !isAmount(t)) return false;
    if (weigh(ratio(own, part, t)) === 'exact') return true;
    const apart = t.at > own.at || t.sentence !== own.sentence;
    return apart && isAlike(t.figure, whole.figure) && weigh(ratio(own, t, whole)) === 'exact';
  });
}

/** 本年收入w中，A占p: the whole right before. */
function ofThem(scene: Scene, own: Told): TextRelation | undefined {
  const whole = scene.told[own.at - 1];
  const name = /^中，?([^，。；：、]{2,16})占(?:比|了)?$/.exec(own.lead)?.[1];
  if (!whole || !name || !isAmount(whole) || whole.sentence !== own.sentence) return undefined;
  const part = named(scene, own, name, (t) => t !== whole && isAlike(t.figure, whole.figure));
  if (!part || weigh(ratio(own, part, whole)) === 'none') return undefined;
  return relationFrom('share', own, [{ equation: ratio(own, part, whole), plain: true }]);
}

const QUALIFIED = /^(?:全.{0,3}|共有?|现有|本.{0,3}|我.{0,3})?$/;

/** Both are called so, each of a sort of its own; 全岛渔户 is all of them. */
function isBrother(part: Told, whole: Told, name: string): boolean {
  const [own, other] = [part, whole].map((t) => withoutParticles(t.clause));
  if (!own!.endsWith(name) || !other!.endsWith(name)) return false;
  return !QUALIFIED.test(other!.slice(0, -name.length));
}

/** 占W w的p: the whole inside the phrase. */
function printedWhole(scene: Scene, own: Told): Told | undefined {
  const before = scene.told[own.at - 1];
  const inside = before?.said.measure === 'whole' && before.sentence === own.sentence;
  return inside && /^的?(?:比例|比重)?(?:为|是|达)?$/.test(own.lead) ? before : undefined;
}

function shareOf(scene: Scene, own: Told): TextRelation | undefined {
  const { figure, said } = own;
  if (figure.kind !== 'percent' || said.measure !== 'share' || said.past || figure.token!.rough)
    return undefined;
  const them = ofThem(scene, own);
  if (them) return them;
  const printed = printedWhole(scene, own);
  const name = PHRASE.exec(own.clause)?.[1];
  const part = printed
    ? partOf(scene, { ...own, clause: printed.clause }, printed)
    : partOf(scene, own, own);
  const whole =
    printed ??
    (name && part
      ? named(scene, own, name, (t) => t !== part && isAlike(t.figure, part.figure))
      : undefined);
  if (!part || !whole || !isAlike(part.figure, whole.figure)) return undefined;
  if (compare(part.figure.value, whole.figure.value) > 0 || part.said.past !== whole.said.past)
    return undefined;
  // 甲项目支出a，乙项目支出b，占全部项目支出的p: a brother is no whole.
  if (name && !printed && isBrother(part, whole, name.replace(TAIL, ''))) return undefined;
  const equation = ratio(own, part, whole);
  const weight = weigh(equation);
  if (weight === 'none' || weight === 'last') return undefined;
  // Told behind it by a longer name, it may be another: it only bears out.
  const behind = whole.at > own.at && bare(withoutParticles(whole.clause)) !== bare(name ?? '');
  const wrong =
    !isKept(weight) && !behind && (isOfAnother(scene, own, part, whole) || isMistyped(equation));
  if (!isKept(weight) && !wrong) return undefined;
  const reading = { equation, strong: true, derived: figure };
  return { topic: 'share', about: figure, readings: [reading], ...(wrong && { closed: true }) };
}

/** 占比, the whole of which is named, of a paragraph. */
export const wholesIn = (scene: Scene): TextRelation[] =>
  scene.told.flatMap((own) => shareOf(scene, own) ?? []);
