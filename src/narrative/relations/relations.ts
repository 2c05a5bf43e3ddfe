// Every relation that a text claims by its structure alone, each with its readings. Knows the order of things.
import type { Account, Claim, Placed, ToldSentence } from '../clauses/account.ts';
import { cuesIn, withCues } from '../cues/cues.ts';
import type { CueWords } from '../cues/words.ts';
import type { Token } from '../text/tokens.ts';
import { againIn } from './again.ts';
import { movementOf } from './movements.ts';
import { othersIn } from './others.ts';
import { reasonSums } from './reasons.ts';
import type { Reading, TextRelation } from './relation.ts';
import { shareRelations, Wholes } from './shares.ts';
import { sumRelations } from './sums.ts';
import { weigh } from './weigh.ts';

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
  if (said.measure === 'share' && ORDINALS.test(wordsOf(said.lead))) return [];
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
const wordsOf = (lead: readonly Token[]): string => lead.reduce((text, t) => text + t.text, '');
const MANY = /^[万亿]/;

/** Scores add up with scores alone. */
function addsUp({ equation }: Reading): boolean {
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

/** Readings that can be judged at all. */
const decidable = (r: TextRelation): TextRelation => ({
  ...r,
  readings: isScores(r)
    ? []
    : r.readings.filter((reading) => addsUp(reading) && weigh(reading.equation) !== 'none'),
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
    .map(decidable)
    .filter((r) => r.readings.length > 0 || r.missing !== undefined);
}
