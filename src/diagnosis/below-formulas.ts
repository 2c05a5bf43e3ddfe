// 公式之下: breaks that one cell explains once the workbook has calculated anew what depends on it. Knows equations
// as they move with their formulas; a formula that is wrong itself is left to those who look at cells as they stand.
import type { Slip, Suspect } from '../assertions/finding.ts';
import { isZero, plus } from '../measure/exact.ts';
import { cellNumber, type ErrorEquation, type Index } from './equations.ts';
import { byCells, equationsWithout, indexOf } from './groups.ts';
import { pairs, singles } from './hypotheses.ts';
import { seenThrough } from './live.ts';
import { peeled } from './one-by-one.ts';
import { listed, listedPairs, type Ranked, ranked } from './ranking.ts';

/** A row left out, or put elsewhere, looks like these: whoever knows rows tells it. */
const OF_ROWS: ReadonlySet<Slip> = new Set<Slip>(['omitted', 'neighbour']);

/** A slip of the hand; what is none needs two breaks that ask for it, and a figure that stays one. */
function isPlain({ slip, hypothesis: { fact, change, mends } }: Ranked): boolean {
  if (OF_ROWS.has(slip)) return false;
  return slip !== 'other' || (mends.length > 1 && !isZero(plus(cellNumber(fact), change)));
}

/** 一组: who could be at fault, as a group of so and so, and what that explains as it stands. */
export interface BelowFormulas {
  readonly list: (group: number) => readonly Suspect[];
  readonly mends: readonly ErrorEquation[];
}

/** Two cells are looked for in groups no larger than this. */
const MOST_OF_TWO = 40;

interface Seen {
  readonly index: Index;
  readonly open: readonly ErrorEquation[];
  /** Relations as they stand, by what they are seen through formulas. */
  readonly standing: ReadonlyMap<ErrorEquation, ErrorEquation>;
}

/** The likeliest is typed, and a formula hides it; one break alone is told only where the slip is plain. */
function told(entries: readonly Ranked[], { standing }: Seen): BelowFormulas[] {
  const best = entries.reduce((a, b) => (b.score < a.score ? b : a));
  const { fact, mends } = best.hypothesis;
  const hidden = !fact.formula && mends.some((e) => standing.has(e));
  if (!hidden || !isPlain(best)) return [];
  return [{ list: (n) => listed(entries, n), mends: mends.map((e) => standing.get(e) ?? e) }];
}

function explained(group: readonly ErrorEquation[], seen: Seen): BelowFormulas[] {
  const { index, open, standing } = seen;
  const found = singles(group, index, new Map()).map((h) => ranked(h, open));
  if (found.length > 0) return told(found, seen);
  const typed =
    group.length > MOST_OF_TWO
      ? []
      : pairs(group, index, { halted: false }).filter((pair) =>
          pair.every((h) => !h.fact.formula && isPlain(ranked(h, open))),
        );
  if (typed.length > 0)
    return [
      { list: (n) => listedPairs(typed, open, n), mends: group.map((e) => standing.get(e) ?? e) },
    ];
  return peeled(group, index, open).flatMap((entries) => told(entries, seen));
}

/**
 * 公式之下: groups of breaks that a typed cell explains through the formulas over it; `open` are those of `all`
 * that a blank leaves undecided. None where no relation looks different through formulas.
 */
export function belowFormulas(
  broken: readonly ErrorEquation[],
  {
    all,
    open,
  }: { readonly all: readonly ErrorEquation[]; readonly open: readonly ErrorEquation[] },
): BelowFormulas[] {
  const through = seenThrough(all);
  if (through.size === 0) return [];
  const moved = (e: ErrorEquation): ErrorEquation => through.get(e) ?? e;
  const standing = new Map([...through].map(([e, m]) => [m, e]));
  const seen = { index: indexOf(equationsWithout(all, open).map(moved)), open, standing };
  const groups = byCells(broken.map(moved)).filter((group) => group.some((e) => standing.has(e)));
  return groups.flatMap((group) => explained(group, seen));
}
