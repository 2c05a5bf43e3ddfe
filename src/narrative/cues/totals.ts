// 合计: 三项合计, 四年累计 and 共 close a run of numbers; 年均 divides it. Knows the words of totals.
import { exact, isZero } from '../../measure/exact.ts';
import type { Equation, Relation, Term } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import { type Candidate, relationFrom } from './evidence.ts';
import { around, breath, earlier, isAlike, type Scene, type Told } from './told.ts';

const COUNTED =
  /(?:以上|上述|所列|这|近)?([两二三四五六七八九十]|\d{1,2})(?:项|类|者|年|部分|方面|种|笔|个[^，。；]{1,4}|家[^，。；]{0,4})[^，。；：、\d]{0,10}?(?:合计|共计|累计|总计|共)[^，。；：、\d]{0,8}$/;
const BARE = /^[，、；（]?(?:两者|二者|三者)?(?:合计|共计|总计|一共|共|总共)(?:为|是|达|有)?$/;
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

const sumOf = (parts: readonly Told[], total: Figure): Equation => ({
  kind: 'sum',
  form: [...parts.map(({ figure }): Term => [figure, 1]), [total, -1]],
});

const isPart = ({ figure, said }: Told): boolean =>
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

/** 三项合计T. */
function countedOf(scene: Scene, own: Told): Relation | undefined {
  const word = COUNTED.exec(own.lead.slice(-36))?.[1];
  if (!word || !isPart(own) || own.figure.token!.rough) return undefined;
  const n = NUMERALS[word] ?? Number(word);
  const fits = (t: Told): boolean => t.at < own.at && isAlike(t.figure, own.figure) && isPart(t);
  const here = around(scene, own).filter(fits);
  const before = here.length > 0 ? here : earlier(scene, own).filter(fits);
  if (n < 2 || n > 12) return undefined;
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

/** 48场、22场和35场，共105场; A 18批次、98人，B 12批次、114人，共计30批次、212人. */
function closedOf(scene: Scene, own: Told): Relation | undefined {
  if (!isPart(own) || own.figure.token!.rough || isZero(own.figure.value)) return undefined;
  const prior = scene.told[own.at - 1];
  const goesOn = own.lead === '、' && prior !== undefined && BARE.test(prior.lead);
  if (!BARE.test(own.lead) && !goesOn) return undefined;
  const before = breath(scene, own).filter((t) => isAlike(t.figure, own.figure) && isPart(t));
  const parts = goesOn ? before.filter((t) => t.at < prior.at) : before;
  const row: Told[] = [];
  for (let t = parts.at(-1); t; ) {
    row.unshift(t);
    const { after } = t.figure;
    t = after ? parts.find((p) => p.figure === after) : undefined;
  }
  const tight = row.length > 1;
  const sets = [tight ? row : parts, parts, parts.filter((t) => !t.bracketed)];
  // A、B、C，总计T: nothing but 、 between them.
  const joined = parts.length > 1 && parts.slice(1).every((t) => t.lead.startsWith('、'));
  const all = sets.flatMap((set): Candidate[] => {
    const whole = joined || (tight && row.length === parts.length);
    return set.length > 1 ? [{ equation: sumOf(set, own.figure), plain: whole }] : [];
  });
  return relationFrom('total', own, all);
}

/** 三年合计T，年均M. */
function yearlyOf(scene: Scene, own: Told): Relation | undefined {
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
export const totalsIn = (scene: Scene): Relation[] =>
  scene.told.flatMap((own) => {
    const counted = countedOf(scene, own);
    return [counted ?? closedOf(scene, own), yearlyOf(scene, own)].filter((r) => r !== undefined);
  });
