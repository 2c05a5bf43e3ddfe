// Which one cell, or which two, would mend a group of breaks and break nothing. Knows equations; the
// ranking is another's.
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { isZero, toText } from '../measure/exact.ts';
import { applied, choose, type Gaps, gapIn, isLeft } from './change.ts';
import {
  type ErrorEquation,
  type Index,
  isBroken,
  meet,
  type Range,
  rangeFor,
  remedy,
} from './equations.ts';
import type { Hypothesis } from './ranking.ts';

/** Pairs are tried for this many first halves; beyond it the group stays undecided. */
const BUDGET = 4000;

/** 可行区间 of a cell under what is supposed: its changes that leave none of its equations broken. */
export function admissible(fact: Fact, index: Index, gaps: Gaps): Range | undefined {
  let range: Range | undefined = { low: undefined, high: undefined };
  for (const equation of index.get(fact) ?? []) {
    range = range && meet(range, rangeFor(equation, fact, gapIn(equation, gaps)));
    if (!range) return undefined;
  }
  return range;
}

/** 单格假设: single cells whose change mends all of `broken` and breaks nothing. */
export function singles(broken: readonly ErrorEquation[], index: Index, gaps: Gaps): Hypothesis[] {
  const [first, ...rest] = [...broken].sort((a, b) => a.terms.size - b.terms.size);
  if (!first) return [];
  const result: Hypothesis[] = [];
  for (const fact of first.terms.keys()) {
    if (fact.table.source || !rest.every((e) => e.terms.has(fact))) continue;
    const range = admissible(fact, index, gaps);
    const change = range && choose(fact, range, broken, gaps);
    if (change && isLeft(fact, change)) result.push({ fact, change, mends: broken });
  }
  return result;
}

/** 两格假设: pairs of cells, a change in one break's cells, then whatever single cell mends the rest. */
export function pairs(
  group: readonly ErrorEquation[],
  index: Index,
  search: { halted: boolean },
): Hypothesis[][] {
  const first = [...group].sort((a, b) => a.terms.size - b.terms.size)[0]!;
  const result: Hypothesis[][] = [];
  const seen = new Set<string>();
  let spent = 0;
  for (const fact of first.terms.keys()) {
    const own = (index.get(fact) ?? []).filter((e) => group.includes(e) && e.rel === '=');
    const changes = new Map(own.map((e) => [toText(remedy(e, fact)), remedy(e, fact)]));
    for (const change of changes.values()) {
      spent += 1;
      if (spent > BUDGET) search.halted = true;
      if (spent > BUDGET || isZero(change)) continue;
      const gaps = applied(fact, change, index);
      const touched = new Set([...group, ...(index.get(fact) ?? [])]);
      const rest = [...touched].filter((e) => isBroken(e, gapIn(e, gaps)));
      if (rest.length === 0 || rest.length > group.length) continue;
      for (const other of singles(rest, index, gaps)) {
        if (other.fact === fact || !isLeft(fact, change) || !isLeft(other.fact, other.change))
          continue;
        const key = [fact, other.fact]
          .map((f) => `${f.location.sheet}!${addressOf(f.location)}`)
          .sort()
          .join('|');
        if (seen.has(key)) continue;
        seen.add(key);
        const mends = group.filter((e) => !rest.includes(e));
        result.push([{ fact, change, mends }, other]);
      }
    }
  }
  return result;
}
