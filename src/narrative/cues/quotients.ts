// 率与比例: part ÷ whole among the alike numbers near it, or what is left of the whole; the grades of 优良率 together.
// Knows the words of rates.
import { compare, isZero } from '../../measure/exact.ts';
import { shownOf } from '../relations/explained.ts';
import type { Equation, Term, TextRelation } from '../relations/relation.ts';
import { weigh } from '../relations/weigh.ts';
import type { Figure } from '../text/figure.ts';
import { type Candidate, isCopied, relationFrom } from './evidence.ts';
import {
  breath,
  earlier,
  holds,
  isAlike,
  type Scene,
  type Told,
  toldAround,
  withoutParticles,
  wordsOf,
} from './told.ts';
import type { CueWords, RateWord } from './words.ts';

/** 率的说法: its name, and what its parts are called. */
interface RateCue {
  readonly name: string;
  readonly word: RateWord | undefined;
}

const NAME_SPAN = 12;

function rateCue({ clause, said, tail, figure }: Told, words: CueWords): RateCue | undefined {
  if (figure.kind !== 'percent' || figure.token!.rough) return undefined;
  if (said.measure === 'share-before' || said.past) return undefined;
  const name = withoutParticles(clause).slice(-NAME_SPAN);
  if (!wordsOf(words.rates).some((w) => name.endsWith(w)) || holds(name, words.noRates))
    return undefined;
  // 节约 is no 约.
  if (holds(clause.replaceAll('节约', ''), words.unlike) || /^(?:以[上下内]|左右)/.test(tail))
    return undefined;
  const word = words.rateWords.find(({ rate }) => holds(name, rate));
  // 节约率 is a rate of its own, 增长率 is none.
  return said.measure === 'growth' && !word ? undefined : { name, word };
}

/** 比率 of two sums in points of a hundred, whatever direction is said. */
export const quotientReading = (
  rate: Figure,
  top: readonly Term[],
  base: readonly Term[],
): Equation => ({
  kind: 'ratio',
  top,
  base,
  rate,
  signed: false,
});

const FEW = 4;

const isAmount = ({ figure, said }: Told): boolean =>
  (figure.kind === 'money' || figure.kind === 'count') &&
  !isZero(figure.value) &&
  figure.unit !== '分' &&
  !figure.bound &&
  said.measure !== 'before' &&
  !said.past;

/** 审减0.19亿元 is told of by 审减; by its own clause, or right behind it. */
const isCalled = (t: Told, list: string): boolean =>
  holds(t.clause, list) || holds(t.tail.slice(0, 6).split(/[，；：。、（）]/)[0]!, list);

/** Several parts of one kind: 优6个、良11个. */
function gradesOf(near: readonly Told[], word: RateWord): Told[] {
  const grades = wordsOf(word.part);
  return grades.flatMap((g) =>
    near.filter((t) => withoutParticles(t.clause).endsWith(g)).slice(0, 1),
  );
}

const sharing = (figure: Figure, top: readonly Term[], whole: Told, plain: boolean): Candidate => ({
  equation: quotientReading(figure, top, [[whole.figure, 1]]),
  plain,
});

/** 优良率: the grades together. */
function gradedOf({ figure }: Told, pool: readonly Told[], word: RateWord): Candidate[] {
  const grades = gradesOf(pool, word);
  const [first] = grades;
  if (!first || grades.length < wordsOf(word.part).length) return [];
  const wholes = pool.filter((t) => isAlike(t.figure, first.figure) && t.at < first.at);
  const top = grades.map((g): Term => [g.figure, 1]);
  return wholes.slice(0, FEW).map((w) => sharing(figure, top, w, wholes.length === 1));
}

/** 审减率: what was cut, or what is left of the whole. */
function namedOf(
  { figure, at }: Told,
  pool: readonly Told[],
  word: RateWord,
  rates: readonly Told[],
): Candidate[] {
  const parts = pool.filter((t) => isCalled(t, word.part));
  const left = word.rest ? pool.filter((t) => isCalled(t, word.rest!)) : [];
  const wholesOf = (part: Told): Told[] =>
    pool
      .filter(
        (t) =>
          t !== part &&
          isAlike(t.figure, part.figure) &&
          compare(t.figure.value, part.figure.value) >= 0 &&
          !left.includes(t),
      )
      .reverse();
  const cut = parts.slice(-FEW).reverse();
  const all = cut.flatMap((part) => {
    const wholes = wholesOf(part).slice(0, FEW);
    // Another rate stands between: the amounts before it are that one's.
    const near = !rates.some((t) => t.at > part.at && t.at < at);
    const sure = parts.length === 1 && wholes.length === 1 && near;
    return wholes.map((w) => sharing(figure, [[part.figure, 1]], w, sure));
  });
  const rest = left.slice(-FEW).flatMap((part) => {
    const wholes = wholesOf(part).slice(0, FEW);
    const sure = left.length === 1 && cut.length === 0 && wholes.length === 1;
    const top = (w: Told): Term[] => [
      [w.figure, 1],
      [part.figure, -1],
    ];
    return wholes.map((w) => sharing(figure, top(w), w, sure));
  });
  return [...all, ...rest];
}

function candidatesOf(own: Told, near: readonly Told[], { word }: RateCue): Candidate[] {
  const amounts = near.filter(isAmount);
  const before = amounts.filter((t) => t.at < own.at);
  const pool = before.length > 1 ? before : amounts;
  const graded = word && wordsOf(word.part).every((w) => w.length === 1);
  if (graded) return gradedOf(own, pool, word);
  const rates = near.filter((t) => t.figure.kind === 'percent');
  const named = word ? namedOf(own, pool, word, rates) : [];
  const [a, b, ...more] = pool;
  if (named.length > 0 || !a || !b || more.length > 0 || !isAlike(a.figure, b.figure)) return named;
  if (own.lead.startsWith('）') && !b.bracketed) return named;
  // The rate of the two is told already.
  if (rates.some((t) => t.at > b.at && t.at < own.at)) return named;
  // 稻谷a、成品粮b储备到位率p: of the last of a row, whose rate goes on from its name.
  if (/^[^，；。：（]*、$/.test(b.lead) && !/^[，；（]/.test(own.lead)) return named;
  // Two numbers and their rate, whatever it is called.
  const [part, whole] = compare(a.figure.value, b.figure.value) <= 0 ? [a, b] : [b, a];
  return [sharing(own.figure, [[part.figure, 1]], whole, before.length === 2)];
}

/** 占W的p: W is named by the clause of one number. */
function wholeNamed(scene: Scene, own: Told): TextRelation | undefined {
  const { phrase } = own.said;
  if (own.said.measure !== 'share' || !phrase || phrase.length < 3) return undefined;
  const before = toldAround(scene, own).filter((t) => t.at < own.at && isAmount(t));
  const part = before.at(-1);
  const wholes = before.filter(
    (t) => t !== part && t.clause.includes(phrase) && part && isAlike(t.figure, part.figure),
  );
  const [whole, ...others] = wholes;
  if (!part || !whole || others.length > 0) return undefined;
  const all = [sharing(own.figure, [[part.figure, 1]], whole, !part.clause.includes(phrase))];
  return relationFrom('quotient', own, all);
}

const JOINT = /(?:两|二|三|四|五|六)(?:项|者|类|部分|种)(?:[^。；\d]{0,16}(?:合计|共计|共))?占/;
const NUMERALS = '〇一二三四五六';

/** 两项占W的p: the two right before it. */
function jointOf(scene: Scene, own: Told): TextRelation | undefined {
  const word = JOINT.exec(own.lead)?.[0];
  if (!word || own.figure.kind !== 'percent') return undefined;
  const n = word[0] === '两' ? 2 : NUMERALS.indexOf(word[0]!);
  const before = toldAround(scene, own).filter((t) => t.at < own.at && isAmount(t));
  const parts = before.filter((t) => t.figure.kind === before.at(-1)?.figure.kind).slice(-n);
  const [first] = parts;
  if (!first || parts.length < n) return undefined;
  const told = [...earlier(scene, own).filter(isAmount), ...before];
  const wholes = told.filter((t) => t.at < first.at && isAlike(t.figure, first.figure));
  const top = parts.map((p): Term => [p.figure, 1]);
  const all = wholes
    .reverse()
    .slice(0, FEW)
    .map(
      ({ figure }): Candidate => ({
        equation: quotientReading(own.figure, top, [[figure, 1]]),
        plain: wholes.length === 1,
      }),
    );
  return relationFrom('quotient', own, all);
}

/** Digits that a rate of another pair must show. */
const TELLING = 3;

/** 另一对数的比率: the rate of two other numbers of the sentence. */
function isOfOthers({ figure }: Told, near: readonly Told[]): boolean {
  const amounts = near.filter(isAmount);
  return (
    shownOf(figure) >= TELLING &&
    amounts.some((a) =>
      amounts.some(
        (b) =>
          a !== b &&
          isAlike(a.figure, b.figure) &&
          weigh(quotientReading(figure, [[a.figure, 1]], [[b.figure, 1]])) === 'exact',
      ),
    )
  );
}

/** 比率 of a paragraph. */
export function quotientsIn(scene: Scene, words: CueWords): TextRelation[] {
  return scene.told.flatMap((own): TextRelation[] => {
    const joint = jointOf(scene, own) ?? wholeNamed(scene, own);
    if (joint) return [joint];
    const cue = rateCue(own, words);
    if (!cue) return [];
    // The same rate stands beside it: what bears out the other bears out nothing here.
    const twice = isCopied(own, toldAround(scene, own));
    const here = candidatesOf(own, twice ? breath(scene, own) : toldAround(scene, own), cue);
    const wide =
      here.length > 0 || twice
        ? []
        : candidatesOf(own, [...earlier(scene, own), ...toldAround(scene, own)], cue);
    const all = here.length > 0 ? here : wide;
    const alone = all.filter((c) => c.plain).length === 1;
    const copied = twice || (alone && isOfOthers(own, toldAround(scene, own)));
    const found = relationFrom('quotient', own, all, { copied });
    return found ? [found] : [];
  });
}
