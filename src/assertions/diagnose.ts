// 归因: a broken identity names a sum, not a culprit. The tables are redundant, so the identities that
// break and those that hold form an error-correcting code: which smallest change of cells would make
// every broken one hold and break no other? It never changes a verdict; ties are listed as ties.
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import {
  abs,
  compare,
  type Exact,
  isZero,
  least,
  minus,
  negate,
  plus,
  round,
  shift,
  toText,
} from '../measure/exact.ts';
import type { Assertion } from './assertion.ts';
import { exchangedLines, wholeTables } from './blocks.ts';
import {
  type Equation,
  equationOf,
  type Index,
  isBroken,
  meet,
  numberIn,
  type Range,
  rangeFor,
  remedy,
} from './equations.ts';
import type { Finding, Suspect } from './finding.ts';
import { type Hypothesis, listed, listedBlock, listedPairs, ranked } from './ranking.ts';
import { SLIP_ORDER, slipOf, slipsFrom } from './slip.ts';

/** Changes already supposed, and the gaps they leave. */
type Gaps = ReadonlyMap<Equation, Exact>;

/** Pairs are tried for this many first halves; beyond it the group stays undecided. */
const BUDGET = 4000;
/** Two wrong cells stand in no more relations than this; more breaks have another cause. */
const MOST_OF_TWO = 40;
/** Breaks in more places than this are no slips, and nobody reads on. */
const MOST_GROUPS = 100;

function indexOf(equations: readonly Equation[]): Index {
  const index = new Map<Fact, Equation[]>();
  for (const equation of equations) {
    for (const fact of equation.terms.keys()) {
      const list = index.get(fact);
      if (list) list.push(equation);
      else index.set(fact, [equation]);
    }
  }
  return index;
}

/** Broken equations that share a cell, directly or through others. */
function groupsOf(broken: readonly Equation[], index: Index): Equation[][] {
  const left = new Set(broken);
  const groups: Equation[][] = [];
  for (const first of broken) {
    if (!left.delete(first)) continue;
    const group = [first];
    const seen = new Set<Fact>();
    for (const equation of group) {
      for (const fact of equation.terms.keys()) {
        if (seen.has(fact)) continue;
        seen.add(fact);
        for (const other of index.get(fact) ?? []) if (left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

const gapIn = (equation: Equation, gaps: Gaps): Exact => gaps.get(equation) ?? equation.gap;

/** The whole range of changes of a cell that leaves none of its equations broken. */
function admissible(fact: Fact, index: Index, gaps: Gaps): Range | undefined {
  let range: Range | undefined = { low: undefined, high: undefined };
  for (const equation of index.get(fact) ?? []) {
    range = range && meet(range, rangeFor(equation, fact, gapIn(equation, gaps)));
    if (!range) return undefined;
  }
  return range;
}

const within = (x: Exact, r: Range): boolean =>
  (!r.low || compare(x, r.low) >= 0) && (!r.high || compare(x, r.high) <= 0);

/**
 * Of the admissible changes the one that most broken equations ask for exactly. Where residues make
 * them ask for different ones equally often, the more human slip is meant.
 */
function choose(
  fact: Fact,
  range: Range,
  broken: readonly Equation[],
  gaps: Gaps,
): Exact | undefined {
  const votes = new Map<string, { change: Exact; count: number }>();
  const places = fact.quantity?.decimals ?? 2;
  const equalities = broken.filter((e) => e.rel === '=');
  for (const equation of equalities.length > 0 ? equalities : broken) {
    const exact = remedy(equation, fact, gapIn(equation, gaps));
    const change = round(exact, places);
    if (!within(change, range)) continue;
    const key = toText(change);
    const known = votes.get(key);
    if (known) known.count += 1;
    else votes.set(key, { change, count: 1 });
  }
  const asked = [...votes.values()].sort(
    (a, b) => compare(abs(a.change), abs(b.change)) || compare(a.change, b.change),
  );
  const best = likeliest(fact, [...asked, ...slipsWithin(fact, range, asked)]);
  if (best) return isZero(best) ? undefined : best;
  const edge = range.low ?? range.high;
  const snapped = edge && round(edge, places);
  return snapped && within(snapped, range) && !isZero(snapped) ? snapped : undefined;
}

interface Vote {
  readonly change: Exact;
  readonly count: number;
}
/**
 * Where no two equations ask for one and the same change, residues hide which it was: a slip of the
 * hand within the admissible range is likelier than the value that happens to foot.
 */
function slipsWithin(fact: Fact, range: Range, asked: readonly Vote[]): Vote[] {
  const open = asked.length > 0 && asked.every((v) => v.count === 1);
  if (!open || !range.low || !range.high) return [];
  const value = numberIn(fact);
  const far = (change: Exact) => asked.map((v) => abs(minus(v.change, change))).reduce(least);
  return slipsFrom(value)
    .map((ought) => minus(ought, value))
    .filter((change) => within(change, range))
    .sort((a, b) => compare(far(a), far(b)))
    .map((change) => ({ change, count: 1 }));
}

function likeliest(fact: Fact, votes: readonly Vote[]): Exact | undefined {
  const most = Math.max(...votes.map((v) => v.count));
  const value = numberIn(fact);
  const order = (change: Exact) =>
    SLIP_ORDER.indexOf(slipOf(value, plus(value, change), { neighbours: [], addends: [] }));
  return votes
    .filter((v) => v.count === most)
    .map((v) => v.change)
    .sort((a, b) => order(a) - order(b))[0];
}

/** Single cells whose change mends all of `broken` and breaks nothing. */
function singles(broken: readonly Equation[], index: Index, gaps: Gaps): Hypothesis[] {
  const [first, ...rest] = [...broken].sort((a, b) => a.terms.size - b.terms.size);
  if (!first) return [];
  const result: Hypothesis[] = [];
  for (const fact of first.terms.keys()) {
    if (fact.table.source || !rest.every((e) => e.terms.has(fact))) continue;
    const range = admissible(fact, index, gaps);
    const change = range && choose(fact, range, broken, gaps);
    if (change) result.push({ fact, change, mends: broken });
  }
  return result;
}

function applied(fact: Fact, change: Exact, index: Index): Map<Equation, Exact> {
  const gaps = new Map<Equation, Exact>();
  for (const equation of index.get(fact) ?? []) {
    const term = equation.terms.get(fact)!;
    const moved = shift(change, term.shift);
    gaps.set(equation, plus(equation.gap, term.sign > 0 ? moved : negate(moved)));
  }
  return gaps;
}

/** Pairs of cells: a change in one break's cells, then whatever single cell mends the rest. */
function pairs(group: readonly Equation[], index: Index): Hypothesis[][] {
  const first = [...group].sort((a, b) => a.terms.size - b.terms.size)[0]!;
  const result: Hypothesis[][] = [];
  const seen = new Set<string>();
  let spent = 0;
  for (const fact of first.terms.keys()) {
    const own = (index.get(fact) ?? []).filter((e) => group.includes(e) && e.rel === '=');
    const changes = new Map(own.map((e) => [toText(remedy(e, fact)), remedy(e, fact)]));
    for (const change of changes.values()) {
      spent += 1;
      if (spent > BUDGET || isZero(change)) continue;
      const gaps = applied(fact, change, index);
      const touched = new Set([...group, ...(index.get(fact) ?? [])]);
      const rest = [...touched].filter((e) => isBroken(e, gapIn(e, gaps)));
      if (rest.length === 0 || rest.length > group.length) continue;
      for (const other of singles(rest, index, gaps)) {
        if (other.fact === fact) continue;
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

/** 归因: suspects for every connected group of breaks. */
export function diagnose(
  judged: readonly { readonly assertion: Assertion; readonly finding: Finding }[],
): Suspect[] {
  // One order of our own: what is proposed must not depend on the order of sheets or rules.
  const equations = judged
    .flatMap(({ assertion, finding }) => {
      const equation = equationOf(assertion, finding);
      const cell = finding.cells[0];
      const key = `${finding.rule}|${finding.part ?? 0}|${cell?.sheet}!${cell?.address}`;
      return equation ? [{ equation, key }] : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ equation }) => equation);
  const broken = equations.filter((e) => e.broken);
  if (broken.length === 0) return [];
  const index = indexOf(equations.filter((e) => !e.open));
  return explain(
    broken,
    index,
    equations.filter((e) => e.open),
  );
}

const without = (all: readonly Equation[], mended: readonly Equation[]): Equation[] => {
  const gone = new Set(mended);
  return all.filter((e) => !gone.has(e));
};

/**
 * The plainest cause first: a whole table in another unit, then single cells, then lines exchanged or
 * in another unit, and two cells at last.
 */
function explain(broken: readonly Equation[], index: Index, open: readonly Equation[]): Suspect[] {
  const result: Suspect[] = [];
  let group = 0;
  const tables = wholeTables(broken, index);
  for (const block of tables) result.push(...listedBlock(block, ++group));
  const left = without(
    broken,
    tables.flatMap((b) => b.mends),
  );
  const puzzling: Equation[] = [];
  for (const one of groupsOf(left, index).slice(0, MOST_GROUPS)) {
    const single = singles(one, index, new Map()).map((h) => ranked(h, open));
    if (single.length > 0) result.push(...listed(single, ++group));
    else puzzling.push(...one);
  }
  const lines = exchangedLines(puzzling, index);
  for (const block of lines) result.push(...listedBlock(block, ++group));
  const rest = without(
    puzzling,
    lines.flatMap((b) => b.mends),
  );
  for (const one of groupsOf(rest, index)) {
    const found = one.length > MOST_OF_TWO ? [] : listedPairs(pairs(one, index), open, group + 1);
    if (found.length > 0) group += 1;
    result.push(...found);
  }
  return result;
}
