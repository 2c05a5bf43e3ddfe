// Which of the cells that could be the culprit is likeliest: ranked by how human the slip would be.
// Ties are listed as ties.
import { type Fact, unitOf } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { abs, compare, type Exact, negate, plus, shift } from '../measure/exact.ts';
import { type Equation, neighboursOf, numberIn } from './equations.ts';
import type { Slip, Suspect } from './finding.ts';
import { digits, labelOf } from './message.ts';
import { SLIP_ORDER, slipOf } from './slip.ts';

/** 假设: one cell and the change that would mend a group of breaks. */
export interface Hypothesis {
  readonly fact: Fact;
  readonly change: Exact;
  readonly mends: readonly Equation[];
}
interface Ranked {
  readonly hypothesis: Hypothesis;
  readonly slip: Slip;
  readonly score: number;
}

function addendsOf(fact: Fact, mends: readonly Equation[]): Exact[] {
  return mends.flatMap((e) =>
    [...e.terms.keys()].filter((f) => f !== fact && f.quantity).map(numberIn),
  );
}

/** What a blank leaves open is settled by this change. */
const settles = ({ fact, change }: Hypothesis, open: readonly Equation[]): boolean =>
  open.some((e) => {
    const term = e.terms.get(fact);
    if (!term) return false;
    const moved = shift(change, term.shift);
    return compare(abs(plus(e.gap, term.sign > 0 ? moved : negate(moved))), e.bound) <= 0;
  });

/** A hypothesis with the slip it would be. */
export function ranked(hypothesis: Hypothesis, open: readonly Equation[]): Ranked {
  const { fact, change, mends } = hypothesis;
  const value = numberIn(fact);
  const around = { neighbours: neighboursOf(fact), addends: addendsOf(fact, mends) };
  const slip = slipOf(value, plus(value, change), around);
  // A blank or a live formula is rarely where a digit was mistyped.
  const unlikely = (fact.quantity || settles(hypothesis, open) ? 0 : 20) + (fact.formula ? 10 : 0);
  return { hypothesis, slip, score: SLIP_ORDER.indexOf(slip) + unlikely };
}

function suspect(entry: Ranked, group: number, rank: number): Suspect {
  const { fact, change, mends } = entry.hypothesis;
  const value = numberIn(fact);
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

const LISTED = 24;

/** Suspects of a group whose breaks one cell explains. */
export function listed(entries: readonly Ranked[], group: number): Suspect[] {
  const sorted = [...entries].sort((a, b) => a.score - b.score).slice(0, LISTED);
  const scores = [...new Set(sorted.map((e) => e.score))];
  return sorted.map((e) => suspect(e, group, scores.indexOf(e.score) + 1));
}

/** The pairs of best slips; each half of a pair is a suspect of its own group. */
export function listedPairs(
  found: readonly Hypothesis[][],
  open: readonly Equation[],
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
