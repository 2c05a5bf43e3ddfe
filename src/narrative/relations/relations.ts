// Every relation that a text claims by its structure alone, each with its readings. Knows the order of things.
import type { Account, Claim, Placed, Sentence } from '../clauses/account.ts';
import { movementOf } from './movements.ts';
import { othersIn } from './others.ts';
import type { Relation } from './relation.ts';
import { shareOf, Wholes } from './shares.ts';
import { sumsIn } from './sums.ts';
import { weigh } from './weigh.ts';

interface Beside {
  readonly statements: Placed[];
  readonly claims: Claim[];
}

function besides({ statements, claims }: Account): Map<Sentence, Beside> {
  const found = new Map<Sentence, Beside>();
  const of = (s: Sentence): Beside => {
    const known = found.get(s) ?? { statements: [], claims: [] };
    found.set(s, known);
    return known;
  };
  for (const p of statements) of(p.sentence).statements.push(p);
  for (const c of claims) of(c.sentence).claims.push(c);
  return found;
}

function claimed(claim: Claim, wholes: Wholes, beside: Beside): Relation[] {
  const { twice, said } = claim;
  if (!twice) return said.measure === 'share' ? shareOf(claim, wholes) : movementOf(claim, beside);
  const form = [
    [said.figure, 1],
    [twice, -1],
  ] as const;
  const equation = { kind: 'sum', form } as const;
  return [{ topic: 'same', about: said.figure, readings: [{ equation, strong: false }] }];
}

/** Readings that can be judged at all. */
const decidable = (r: Relation): Relation => ({
  ...r,
  readings: r.readings.filter(({ equation }) => weigh(equation) !== 'none'),
});

/** 关系 of a text. */
export function relationsOf(account: Account): Relation[] {
  const wholes = new Wholes(account);
  const beside = besides(account);
  const told = account.claims.flatMap((c) => claimed(c, wholes, beside.get(c.sentence)!));
  return [...told, ...sumsIn(account, wholes.shareOf), ...othersIn(account)]
    .map(decidable)
    .filter((r) => r.readings.length > 0 || r.missing !== undefined);
}
