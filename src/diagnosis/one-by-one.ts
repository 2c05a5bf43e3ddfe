// Several mistakes at once: the cell that most relations accuse is taken first, then what is left. Knows
// equations; only a change that two broken relations ask for, and that breaks none, counts as evidence.
import type { Fact } from '../facts/fact.ts';
import { type Exact, isZero, round, toText } from '../measure/exact.ts';
import { applied, type Gaps, gapIn, placesOf } from './change.ts';
import { type ErrorEquation, type Index, isBroken, remedy } from './equations.ts';
import { type Hypothesis, type Ranked, ranked } from './ranking.ts';

/** So many mistakes in one connected group are named; more are no slips. */
const MOST = 8;
/** Changes tried for one mistake. */
const WORK = 2000;

/** Breaks a change would mend; none at all when it breaks a relation that held. */
function mendedBy(fact: Fact, change: Exact, index: Index, gaps: Gaps): ErrorEquation[] {
  const after = applied(fact, change, index, gaps);
  const touched = [...after.keys()];
  const was = (e: ErrorEquation) => isBroken(e, gapIn(e, gaps));
  if (touched.some((e) => !was(e) && isBroken(e, after.get(e)!))) return [];
  return touched.filter((e) => was(e) && !isBroken(e, after.get(e)!));
}

/** Of all single changes those that mend the most, two at least. */
function mostMending(left: readonly ErrorEquation[], index: Index, gaps: Gaps): Hypothesis[] {
  let best: Hypothesis[] = [];
  let tried = 0;
  const equal = new Set(left.filter((e) => e.rel === '='));
  const facts = new Set([...equal].flatMap((e) => [...e.terms.keys()]));
  for (const fact of facts) {
    if (fact.table.source) continue;
    if (tried > WORK) break;
    const own = (index.get(fact) ?? []).filter((e) => equal.has(e));
    const places = placesOf(fact, own);
    const asked = own.map((e) => round(remedy(e, fact, gapIn(e, gaps)), places));
    for (const change of new Map(asked.map((c) => [toText(c), c])).values()) {
      tried += 1;
      if (isZero(change)) continue;
      const mends = mendedBy(fact, change, index, gaps);
      const most = best[0]?.mends.length ?? 2;
      if (mends.length > most || (best.length === 0 && mends.length === most)) best = [];
      if (mends.length >= most) best.push({ fact, change, mends });
    }
  }
  return best;
}

/** 逐个剥离: suspects of a group that neither one cell nor two explain, the plainest first. */
export function peeled(
  group: readonly ErrorEquation[],
  index: Index,
  open: readonly ErrorEquation[],
): Ranked[][] {
  const result: Ranked[][] = [];
  const gaps = new Map<ErrorEquation, Exact>();
  let left = [...group];
  while (left.length > 0 && result.length < MOST) {
    const entries = mostMending(left, index, gaps).map((h) => ranked(h, open));
    const first = [...entries].sort((a, b) => a.score - b.score)[0];
    if (!first) break;
    result.push(entries);
    const { fact, change } = first.hypothesis;
    for (const [equation, gap] of applied(fact, change, index, gaps)) gaps.set(equation, gap);
    left = left.filter((e) => isBroken(e, gapIn(e, gaps)));
  }
  return result;
}
