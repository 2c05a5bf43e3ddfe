// Every relation that a text claims by its structure alone, each with its readings. Knows the order of things.
import { abs, compare, greatest, isZero, shift, ZERO } from '../../measure/exact.ts';
import type { Account, Claim, Placed, ToldSentence } from '../clauses/account.ts';
import { cuesIn, withCues } from '../cues/cues.ts';
import type { CueWords } from '../cues/words.ts';
import type { Figure } from '../text/figure.ts';
import type { Token } from '../text/tokens.ts';
import { againIn } from './again.ts';
import { movementOf } from './movements.ts';
import { othersIn } from './others.ts';
import { reasonSums } from './reasons.ts';
import type { Ratio, Reading, SumEquation, Term, TextRelation } from './relation.ts';
import { shareRelations } from './shares.ts';
import { sumRelations } from './sums.ts';
import { weigh } from './weigh.ts';
import { Wholes } from './wholes.ts';

interface Beside {
  readonly statements: Placed[];
  readonly claims: Claim[];
}

function besides({ statements, claims }: Account): Map<ToldSentence, Beside> {
  const found = new Map<ToldSentence, Beside>();
  const of = (s: ToldSentence): Beside => {
    const known = found.get(s) ?? { statements: [], claims: [] };
    found.set(s, known);
    return known;
  };
  for (const p of statements) of(p.sentence).statements.push(p);
  for (const c of claims) of(c.sentence).claims.push(c);
  return found;
}

function claimed(claim: Claim, wholes: Wholes, beside: Beside, words: CueWords): TextRelation[] {
  const { twice, said } = claim;
  // （1）（3）两项占比p: of which is told by their ordinals.
  // 各项占比相加为100.1%: no share of any.
  const text = said.measure === 'share' ? wordsOf(said.lead) : '';
  if (ORDINALS.test(text) || OF_SHARES.test(text)) return [];
  if (!twice)
    return said.measure === 'share'
      ? shareRelations(claim, wholes, words)
      : movementOf(claim, beside);
  const form = [
    [said.figure, 1],
    [twice, -1],
  ] as const;
  const equation = { kind: 'sum', form } as const;
  return [{ topic: 'same', about: said.figure, readings: [{ equation, strong: false }] }];
}

const SCORE = '分';
/** （1）（3）两项: told by their ordinals. */
const ORDINALS = /）[两三四五]项/;
const OF_SHARES = /占比[^，。；]*(?:，)?(?:相加|合计|之和|加总)/;
const wordsOf = (lead: readonly Token[]): string => lead.reduce((text, t) => text + t.text, '');
const MANY = /^[万亿]/;

/** A percentage is of two of one kind, and of two. */
function isShareAtAll({ top, base, rate, per }: Ratio): boolean {
  const [part, whole] = [top[0]?.[0], base[0]?.[0]];
  if (!part || !whole || rate.kind !== 'percent' || per) return true;
  const isMoney = (f: Figure) => f.kind === 'money';
  if (part.kind === 'bare' || whole.kind === 'bare') return true;
  return isMoney(part) === isMoney(whole) && (top.length > 1 || base.length > 1 || part !== whole);
}

/** Scores add up with scores alone. */
function addsUp({ equation }: Reading): boolean {
  if (equation.kind === 'ratio') return isShareAtAll(equation);
  if (equation.kind !== 'sum' && equation.kind !== 'most') return true;
  const scores = equation.form.filter(([f]) => f.unit === SCORE).length;
  if (scores !== 0 && scores !== equation.form.length) return false;
  // 万亩 and 亩 are not added up as they are printed.
  const counts = equation.form.flatMap(([f]) => (f.kind === 'count' ? [MANY.test(f.unit)] : []));
  return new Set(counts).size < 2;
}

/** 权重10分，得9分: a score is no part of the score beside it. */
const isScores = ({ topic, about }: TextRelation): boolean =>
  topic === 'part' && about.unit === SCORE;

const OF_OTHERS = /[/÷×][^，。；：、（）\d]{0,6}$/;
/** 单笔最高8万元, 大村各配2名: one of many. */
const OF_ONE = /(?:最[高低大小多少]|各(?:配备?|有|安排|派|设|奖励?|补助?)?)(?:为|达|是)?$/;
const SPAN = 8;

/** 24户×3000元, 实际612万元/预算640万元: what is multiplied or divided is no part of a sum. */
const isFactor = ({ token }: Figure, text: string): boolean =>
  token !== undefined &&
  (/^[×*÷]/.test(text.slice(token.end, token.end + 1)) ||
    [OF_OTHERS, OF_ONE].some((of) =>
      of.test(text.slice(Math.max(0, token.start - SPAN), token.start)),
    ));

/** 每人380元，共52.588万元: parts of one sum are told in one unit or in larger ones, not in 元 beside 万元. */
function isMixed(form: readonly Term[]): boolean {
  const parts = form.filter(([f, s]) => s > 0 && f.kind === 'money' && !isZero(f.value));
  return new Set(parts.map(([f]) => f.unit === '元')).size > 1;
}

/** 每人补助中央402元、省级134元 beside 应补助25875.4万元: 元 of one head, 万元 of all. */
function isApart(form: readonly Term[]): boolean {
  const money = form.map(([f]) => f).filter((f) => f.kind === 'money' && !isZero(f.value));
  const largest = money.reduce((most, f) => greatest(most, abs(f.value)), ZERO);
  const units = new Set(money.map((f) => f.unit));
  return (
    units.size > 1 &&
    (isMixed(form) ||
      money.some((f) => compare(shift(abs(f.value), 5), largest) < 0 && f.unit === '元'))
  );
}

const GAP = /[比较][^，。；]{1,24}[多少增减高低](?:了)?$/;
const LONG = 32;

/** 比上年（b）多c，其中甲a: parts of what was told, not of what lies between. */
const isOfGap = ({ kind, form }: SumEquation, text: string): boolean =>
  kind === 'most' &&
  form.some(
    ([f, s]) =>
      s < 0 && f.token && GAP.test(text.slice(Math.max(0, f.token.start - LONG), f.token.start)),
  );

const isOfFactors = ({ equation }: Reading, text: string): boolean =>
  (equation.kind === 'sum' || equation.kind === 'most') &&
  equation.form.length > 1 &&
  (equation.form.some(([f]) => isFactor(f, text)) ||
    isApart(equation.form) ||
    isOfGap(equation, text));

/** Readings that can be judged at all. */
const decidable = (r: TextRelation, text: string): TextRelation => ({
  ...r,
  readings: isScores(r)
    ? []
    : r.readings.filter(
        (reading) =>
          addsUp(reading) && !isOfFactors(reading, text) && weigh(reading.equation) !== 'none',
      ),
});

/** A text and the words that open relations in it. */
export interface Worded {
  readonly text: string;
  readonly words: CueWords;
}

/** 关系 of a text. */
export function textRelations(account: Account, { text, words }: Worded): TextRelation[] {
  const wholes = new Wholes(account);
  const beside = besides(account);
  const told = account.claims.flatMap((c) => claimed(c, wholes, beside.get(c.sentence)!, words));
  const reasons = [...beside.values()].flatMap((b) => reasonSums(b.claims, b.statements));
  const own = [
    ...told,
    ...reasons,
    ...sumRelations(account, wholes.shareOf),
    ...othersIn(account),
    ...againIn(account),
  ];
  return withCues(own, cuesIn(account, text, words))
    .map((r) => decidable(r, text))
    .filter((r) => r.readings.length > 0 || r.missing !== undefined);
}
