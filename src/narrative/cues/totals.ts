// 合计: 三项合计, 四年累计 and 共 close a run of numbers; 年均 divides it. Knows the words of totals.
import { exact, isZero } from '../../measure/exact.ts';
import { MEAN } from '../clauses/signs.ts';
import { LIKELY } from '../relations/explained.ts';
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
import type { CueWords } from './words.ts';

const COUNTED =
  /(?:以上|上述|所列|这|近)?([两二三四五六七八九十]|\d{1,2})(?:项|类|者|年|部分|方面|种|笔|个[^，。；]{1,4}|家[^，。；]{0,4})[^，。；：、\d]{0,10}?(?:合计|共计|累计|总计|共)[^，。；：、\d]{0,8}$/;
const NUMERALS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** 三块内容, 四个方面: how many parts the words say there are. */
const PARTS = /([两二三四五六七八九十])(?:大|个)?(?:项|类|块|本|部分|方面|种|笔|科目)/;

/** 几项: 0 where none is said. */
export function countSaid(text: string): number {
  const word = PARTS.exec(text)?.[1];
  return word ? NUMERALS[word]! : 0;
}

const sumOf = (parts: readonly Told[], total: Figure): Equation => ({
  kind: 'sum',
  form: [...parts.map(({ figure }): Term => [figure, 1]), [total, -1]],
});

/** An amount that may be part of a total. */
export const isPart = ({ figure, said }: Told): boolean =>
  !figure.bound &&
  said.measure !== 'change' &&
  said.measure !== 'difference' &&
  said.measure !== 'before' &&
  !said.past &&
  figure.kind !== 'percent';

/** n of them: the last, those outside brackets, those within, the first of each breath. */
function setsOf(before: readonly Told[], n: number): (readonly Told[])[] {
  const outer = before.filter((t) => !t.bracketed);
  const inner = before.filter((t) => t.bracketed);
  const leading = before.filter((t) => t.lead.includes('；') || t === before[0]);
  return [before, leading, outer, inner].flatMap((set) => (set.length >= n ? [set.slice(-n)] : []));
}

const FEW_BEFORE = 8;

/** n of those before that come to it, others told between. */
function anyOf(before: readonly Told[], n: number, own: Told): Told[] | undefined {
  const pool = before.slice(-FEW_BEFORE);
  if (n > 4 || pool.length <= n) return undefined;
  const pick = (from: number, left: number): Told[][] => {
    if (left === 0) return [[]];
    return pool
      .slice(from)
      .flatMap((t, i) => pick(from + i + 1, left - 1).map((rest) => [t, ...rest]));
  };
  return pick(0, n).find((set) => weigh(sumOf(set, own.figure)) === 'exact');
}

/** 三项合计T. */
function countedOf(scene: Scene, own: Told): TextRelation | undefined {
  const word = COUNTED.exec(own.lead.slice(-36))?.[1];
  if (!word || !isPart(own) || own.figure.token!.rough) return undefined;
  const n = NUMERALS[word] ?? Number(word);
  const fits = (t: Told): boolean => t.at < own.at && isAlike(t.figure, own.figure) && isPart(t);
  const here = toldAround(scene, own).filter(fits);
  const before = here.length > 0 ? here : earlier(scene, own).filter(fits);
  if (n < 2 || n > 12) return undefined;
  const any = anyOf(before, n, own);
  if (any) return relationFrom('total', own, [{ equation: sumOf(any, own.figure), plain: true }]);
  const sets = setsOf(before, n);
  const same =
    before.length === n ||
    breath(scene, own).filter(fits).length === n ||
    before.filter((t) => !t.bracketed).length === n;
  const all = sets.map((set): Candidate => ({ equation: sumOf(set, own.figure), plain: same }));
  if (all.length === 0 && before.length > 0) return undefined;
  const leading = before.filter((t) => t.lead.includes('；') || t === before[0]);
  const sure = same || leading.length === n || /^，?(?:所列|以上|上述)?.项/.test(own.lead);
  return relationFrom(
    'total',
    own,
    all.map((c) => ({ ...c, plain: sure })),
  );
}

/** A 18批次、98人，B 12批次、114人，共计30批次、212人: the row that goes on. */
function goesOn({ told }: Scene, { lead, at }: Told, words: CueWords): Told | undefined {
  const prior = told[at - 1];
  return lead === '、' && prior && isTotal(prior, words) ? prior : undefined;
}

/** 合计, 全年累计, 累计下达, 编制总数: its clause is that of a total. */
function isTotal({ clause }: Told, words: CueWords): boolean {
  if (/共(?:计|有)?(?:为|是|达|约)?$|^涉及|^全年$/.test(clause)) return true;
  const text = withoutParticles(clause);
  if (
    wordsOf(words.totals).some((w) => [text, clause].some((t) => t.endsWith(w) || t.startsWith(w)))
  )
    return true;
  return wordsOf(words.totalNames).some((w) => text.endsWith(w));
}

/** What was told since the total before it. */
function runBefore(scene: Scene, own: Told, from: Told, words: CueWords): Told[] {
  const before = toldAround(scene, own).filter(
    // 54条，每条0.8万元，合计: a price is no part.
    (t) => t.at < from.at && isAlike(t.figure, own.figure) && isPart(t) && !MEAN.test(t.clause),
  );
  const last = before.findLastIndex((t) => isTotal(t, words));
  return before.slice(last + 1);
}

const isJoined = (parts: readonly Told[], marks: RegExp): boolean =>
  parts.length > 1 && parts.slice(1).every((t) => marks.test(t.lead) && !t.bracketed);

const TIGHT = /^[、；和及与]/;
const NEXT = /^[、；，和及与]/;

/** A a、B b，共T; A a，B b，全年累计T. */
function closedOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (!isPart(own) || own.figure.token!.rough || isZero(own.figure.value)) return undefined;
  if (own.said.measure === 'whole') return undefined;
  const from = goesOn(scene, own, words) ?? own;
  if (from === own && !isTotal(own, words)) return undefined;
  const run = runBefore(scene, own, from, words);
  const near = breath(scene, from).filter((t) => run.includes(t));
  const row: Told[] = [];
  for (let t = near.at(-1); t; ) {
    row.unshift(t);
    const { after } = t.figure;
    t = after ? near.find((p) => p.figure === after) : undefined;
  }
  const outer = run.filter((t) => !t.bracketed);
  const sets = [row.length > 1 ? row : near, near, outer, run];
  const whole = (set: readonly Told[]): boolean =>
    set.length === run.length || (isJoined(set, TIGHT) && !/^[、和及与]/.test(set[0]!.lead));
  const all = sets.flatMap((set): Candidate[] => {
    if (set.length < 2) return [];
    const tight = whole(set) && isJoined(set, TIGHT);
    const plain = tight || (whole(set) && isJoined(set, NEXT));
    return [{ equation: sumOf(set, own.figure), plain, ...(!tight && { telling: LIKELY }) }];
  });
  // Two totals alike: one of them is the other's.
  const copied = isJoined(near, NEXT) && isCopied(own, toldAround(scene, own));
  return relationFrom('total', own, all, { copied });
}

const LISTED = 4;

/** 共T，A a、B b、C c、D d: a total, and its parts right behind it; 27个，…“优”的5个、“良”的14个…. */
function openedOf(scene: Scene, own: Told, words: CueWords): TextRelation | undefined {
  if (!isPart(own) || own.figure.token!.rough || isZero(own.figure.value)) return undefined;
  const behind = toldAround(scene, own).filter(
    (t) => t.at > own.at && isAlike(t.figure, own.figure) && isPart(t) && !t.bracketed,
  );
  const end = behind.findIndex((t, i) => i > 0 && !/^[、和及与]/.test(t.lead));
  const parts = end < 0 ? behind : behind.slice(0, end);
  const graded = parts.every((t) => holds(withoutParticles(t.clause).slice(-4), words.grades));
  const [first] = parts;
  const said = /共|总/.test(own.clause) && first?.at === own.at + 1;
  // 优31个、良9个: the first of the grades is no total of the others.
  if (parts.length < 3 || !first || TIGHT.test(first.lead) || !(graded || said)) return undefined;
  const before = toldAround(scene, own).filter(
    (t) => t.at < first.at && isAlike(t.figure, own.figure) && isPart(t),
  );
  const plain = before.every((t) => t === own) && (graded || parts.length >= LISTED);
  return relationFrom('total', own, [{ equation: sumOf(parts, own.figure), plain }]);
}

/** 三年合计T，年均M. */
function yearlyOf(scene: Scene, own: Told): TextRelation | undefined {
  const prior = scene.told[own.at - 1];
  if (!prior || !/^[，、]?年均$/.test(own.lead) || own.figure.kind !== prior.figure.kind)
    return undefined;
  const n = /([两二三四五六七八九十])年[^，。；]{0,6}$/.exec(prior.lead)?.[1];
  if (!n) return undefined;
  const equation: Equation = {
    kind: 'ratio',
    top: [[prior.figure, 1]],
    base: [[own.figure, 1]],
    rate: {
      ...own.figure,
      kind: 'bare',
      value: exact(NUMERALS[n]!),
      half: exact(0),
      index: -1,
      token: undefined as never,
    },
    signed: false,
    per: exact(1),
  };
  return relationFrom('mean', own, [{ equation, plain: true }]);
}

/** 合计 of a paragraph. */
export const totalsIn = (scene: Scene, words: CueWords): TextRelation[] =>
  scene.told.flatMap((own) => {
    const counted = countedOf(scene, own) ?? closedOf(scene, own, words);
    const total = counted ?? openedOf(scene, own, words);
    return [total, yearlyOf(scene, own)].filter((r) => r !== undefined);
  });
