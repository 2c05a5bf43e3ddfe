// 归因: a broken identity names a sum, not a culprit. The tables are redundant, so the identities that
// break and those that hold form an error-correcting code: which smallest change of cells would make
// every broken one hold and break no other? It never changes a verdict; ties are listed as ties.
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { type Exact, isZero, toText } from '../measure/exact.ts';
import type { Assertion } from './assertion.ts';
import { exchangedLines, wholeTables } from './blocks.ts';
import { applied, choose, type Gaps, gapIn } from './change.ts';
import {
  type Equation,
  equationOf,
  type Index,
  isBroken,
  meet,
  type Range,
  rangeFor,
  remedy,
} from './equations.ts';
import type { Finding, Suspect } from './finding.ts';
import { peeled } from './peel.ts';
import {
  type Hypothesis,
  listed,
  listedBlock,
  listedPairs,
  type Ranked,
  ranked,
} from './ranking.ts';

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

/** The whole range of changes of a cell that leaves none of its equations broken. */
function admissible(fact: Fact, index: Index, gaps: Gaps): Range | undefined {
  let range: Range | undefined = { low: undefined, high: undefined };
  for (const equation of index.get(fact) ?? []) {
    range = range && meet(range, rangeFor(equation, fact, gapIn(equation, gaps)));
    if (!range) return undefined;
  }
  return range;
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

/** Mandatory relations explained without those that only ask for a reason, and these for themselves. */
function apart(
  group: readonly Equation[],
  index: Index,
  open: readonly Equation[],
): { entries: Ranked[][]; left: Equation[] } {
  const soft = group.filter((e) => e.mayStay);
  const firm = without(group, soft);
  if (soft.length === 0 || firm.length === 0) return { entries: [], left: [...group] };
  const sure: Index = new Map([...index].map(([fact, list]) => [fact, without(list, soft)]));
  const entries: Ranked[][] = [];
  const left: Equation[] = [];
  const gaps = new Map<Equation, Exact>();
  const take = (one: readonly Equation[], on: Index): void => {
    const found = singles(one, on, gaps).map((h) => ranked(h, open));
    const best = found.reduce<Ranked | undefined>(
      (a, b) => (a && a.score <= b.score ? a : b),
      undefined,
    );
    if (!best) {
      left.push(...one);
      return;
    }
    entries.push(found);
    const { fact, change } = best.hypothesis;
    for (const [equation, gap] of applied(fact, change, index, gaps)) gaps.set(equation, gap);
  };
  for (const one of groupsOf(firm, sure)) take(one, sure);
  const stays = soft.filter((e) => isBroken(e, gapIn(e, gaps)));
  for (const one of groupsOf(stays, index)) take(one, index);
  return { entries, left };
}

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
    const { entries, left: unexplained } =
      single.length > 0 ? { entries: [single], left: [] } : apart(one, index, open);
    for (const found of entries) result.push(...listed(found, ++group));
    puzzling.push(...unexplained);
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
    if (found.length > 0) continue;
    for (const entries of peeled(one, index, open)) result.push(...listed(entries, ++group));
  }
  return result;
}
