// Which of the cells that could be the culprit is likeliest: ranked by how human the slip would be.
// Ties are listed as ties.

import type { Slip, Suspect } from '../assertions/finding.ts';
import { digits, labelOf } from '../assertions/message.ts';
import { type Fact, factsOf, unitOf } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import {
  abs,
  compare,
  type Exact,
  isZero,
  negate,
  plus,
  shift,
  sign,
  toText,
} from '../measure/exact.ts';
import type { BlockMistake } from './blocks.ts';
import { cellNumber, type ErrorEquation, neighboursOf, partsBelow } from './equations.ts';
import { SLIP_ORDER, slipOf } from './slip.ts';

/** 假设: one cell and the change that would mend a group of breaks. */
export interface Hypothesis {
  readonly fact: Fact;
  readonly change: Exact;
  readonly mends: readonly ErrorEquation[];
}
/** 排序假设: a hypothesis with the slip it would be, and how unlikely that is. */
export interface Ranked {
  readonly hypothesis: Hypothesis;
  readonly slip: Slip;
  readonly score: number;
}

/** Parts of which a total may have left one out, or taken one twice. */
const addendsOf = (fact: Fact, mends: readonly ErrorEquation[]): Exact[] =>
  mends.flatMap((e) =>
    partsBelow(e, fact)
      .filter((f) => f.quantity)
      .map(cellNumber),
  );

/** Numbers that may have been copied here: from the cells beside, or from the total. */
const copiedFrom = (fact: Fact, mends: readonly ErrorEquation[]): Exact[] => [
  ...neighboursOf(fact),
  ...mends.flatMap((e) =>
    [...e.terms.keys()]
      .filter((f) => f !== fact && f.quantity && f.table === fact.table)
      .map(cellNumber),
  ),
];

/** What a blank leaves open is settled by this change. */
const settles = ({ fact, change }: Hypothesis, open: readonly ErrorEquation[]): boolean =>
  open.some((e) => {
    const term = e.terms.get(fact);
    if (!term) return false;
    const moved = shift(change, term.shift);
    return compare(abs(plus(e.gap, term.sign > 0 ? moved : negate(moved))), e.bound) <= 0;
  });

const isBare = ({ state, stored }: Fact): boolean =>
  state === 'blank' && (stored === null || stored === '');
/** A column with fewer cells tells nothing of how its noughts are printed. */
const FEW = 4;

/** The one cell left bare in a column that prints its noughts (0, —) was forgotten. */
function standsOut(fact: Fact): boolean {
  if (!isBare(fact)) return false;
  const column = [...factsOf(fact.table)].filter((f) => f.column === fact.column && f !== fact);
  return column.length >= FEW && !column.some(isBare);
}

const isNine = (change: Exact): boolean => /^0*9[0]*$/.test(toText(abs(change)).replace('.', ''));

/** A hypothesis with the slip it would be. */
export function ranked(hypothesis: Hypothesis, open: readonly ErrorEquation[]): Ranked {
  const { fact, change, mends } = hypothesis;
  const value = cellNumber(fact);
  const around = { neighbours: copiedFrom(fact, mends), addends: addendsOf(fact, mends) };
  const slip = slipOf(value, plus(value, change), around);
  // A blank or a live formula is rarely where a digit was mistyped.
  const likely = fact.quantity || standsOut(fact) || settles(hypothesis, open);
  const unlikely = (likely ? 0 : 20) + (fact.formula ? 10 : 0);
  // Amounts of accounts are not negative: a change that makes one so is the last to be thought of.
  const negative = sign(value) >= 0 && sign(plus(value, change)) < 0 ? 9 : 0;
  // 0 for 9 is as rare a digit to mistype as two digits exchanged: either may have moved it by 9.
  const rare = slip === 'one-digit' && isNine(change) ? 1 : 0;
  return { hypothesis, slip, score: SLIP_ORDER.indexOf(slip) + rare + unlikely + negative };
}

/** 疑似错误 of a hypothesis. */
export function suspect(entry: Ranked, group: number, rank: number): Suspect {
  const { fact, change, mends } = entry.hypothesis;
  const value = cellNumber(fact);
  return {
    group,
    rank,
    sheet: fact.location.sheet,
    address: addressOf(fact.location),
    value: fact.quantity ? digits(value, unitOf(fact)) : '',
    suggested: digits(plus(value, change), unitOf(fact)),
    slip: entry.slip,
    rules: [...new Set(mends.map((e) => e.rule))],
    label: `${fact.table.title} ${labelOf(fact)}`,
    ...fact.table.source,
  };
}

/** Suspects listed for one group at most. */
export const LISTED = 48;

/** Suspects of a group whose breaks one cell explains. */
export function listed(entries: readonly Ranked[], group: number): Suspect[] {
  const sorted = [...entries].sort((a, b) => a.score - b.score).slice(0, LISTED);
  const scores = [...new Set(sorted.map((e) => e.score))];
  return sorted.map((e) => suspect(e, group, scores.indexOf(e.score) + 1));
}

/** The pairs of best slips; each half of a pair is a suspect of its own group. */
export function listedPairs(
  found: readonly Hypothesis[][],
  open: readonly ErrorEquation[],
  group: number,
): Suspect[] {
  const scored = found
    .map((pair) => pair.map((h) => ranked(h, open)))
    .map((pair) => ({ pair, score: pair.reduce((s, e) => s + e.score, 0) }))
    .sort((a, b) => a.score - b.score)
    .slice(0, LISTED / 2);
  const scores = [...new Set(scored.map((s) => s.score))];
  const result = new Map<string, Suspect>();
  for (const { pair, score } of scored) {
    for (const entry of pair) {
      const s = suspect(entry, group, scores.indexOf(score) + 1);
      const key = `${s.sheet}!${s.address}`;
      if (!result.has(key)) result.set(key, s);
    }
  }
  return [...result.values()];
}

/** Cells that went wrong together: each is a suspect, and all of them are meant. */
export function listedBlock(block: BlockMistake, group: number): Suspect[] {
  const result: Suspect[] = [];
  for (const [fact, change] of block.changes) {
    if (result.length === LISTED) break;
    const mends = block.mends.filter((e) => e.terms.has(fact));
    if (isZero(change) || mends.length === 0) continue;
    const entry = { hypothesis: { fact, change, mends }, slip: block.slip, score: 0 };
    result.push(suspect(entry, group, 1));
  }
  return result;
}
