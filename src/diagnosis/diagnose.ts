// 归因: a broken identity names a sum, not a culprit. The tables are redundant, so the identities that
// break and those that hold form an error-correcting code: which smallest change of cells would make
// every broken one hold and break no other? It never changes a verdict; ties are listed as ties.

import type { Assertion } from '../assertions/assertion.ts';
import type { Finding, Slip, Suspect } from '../assertions/finding.ts';
import type { Exact } from '../measure/exact.ts';
import { belowFormulas } from './below-formulas.ts';
import { exchangedLines, wholeColumns, wholeTables } from './blocks.ts';
import { applied, gapIn } from './change.ts';
import { listedOdd, oddTables } from './differing-table.ts';
import { displaced, listedDisplaced } from './displaced.ts';
import { displacedColumns } from './displaced-column.ts';
import { type ErrorEquation, equationOf, footing, type Index, isBroken } from './equations.ts';
import { byCells, byRows, byTables, equationsWithout, indexOf } from './groups.ts';
import { pairs, singles } from './hypotheses.ts';
import { peeled } from './one-by-one.ts';
import { listed, listedBlock, listedPairs, type Ranked, ranked } from './ranking.ts';
import { listedRows, listedShort } from './row-words.ts';
import { accountedFor, carriedRows, missingRows, repeated, shortTotal } from './rows.ts';
import { twinRows } from './twins.ts';

/** Two wrong cells stand in no more relations than this; more breaks have another cause. */
const MOST_OF_TWO = 40;
/** Breaks in more places than this are no slips, and nobody reads on. */
const MOST_GROUPS = 100;

/** 已判关系: an assertion, how it came out, and where it is stated. */
export interface Decided extends Pick<Finding, 'rule' | 'part' | 'verdict' | 'severity'> {
  readonly assertion: Assertion;
  readonly place: string;
}

/** 归因结果: suspects for every connected group of breaks, and whether the search ended before its time. */
export interface Diagnosis {
  readonly suspects: readonly Suspect[];
  /** So many breaks, or breaks so entangled, that the search stopped: there may be more suspects. */
  readonly halted: boolean;
}
const NOTHING: Diagnosis = { suspects: [], halted: false };

/**
 * 归因 of everything decided in one workbook: suspects group by group, the likeliest first, whatever the order
 * given; none where nothing is broken. `halted` where the search stopped before its end.
 */
export function diagnose(judged: readonly Decided[]): Diagnosis {
  if (!judged.some((j) => j.verdict === 'broken')) return NOTHING;
  // One order of our own: what is proposed must not depend on the order of sheets or rules.
  const found = judged
    .flatMap((one) => {
      const equation = equationOf(one.assertion, one);
      const key = `${one.rule}|${one.part ?? 0}|${one.place}`;
      return equation ? [{ equation, key }] : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ equation }) => equation);
  if (!found.some((e) => e.broken)) return NOTHING;
  const footed = footing(found);
  const equations = found.map((e) => ({ ...e, footed }));
  const open = equations.filter((e) => e.open);
  const index = indexOf(equationsWithout(equations, open));
  return explain({ all: equations, index, unsettled: indexOf(open), open });
}

/** 线索: relations by their cells, and those that a blank leaves open. */
interface Clues {
  readonly all: readonly ErrorEquation[];
  readonly index: Index;
  readonly unsettled: Index;
  readonly open: readonly ErrorEquation[];
}

/** Mandatory relations explained without those that only ask for a reason, and these for themselves. */
function apart(
  group: readonly ErrorEquation[],
  { index, open }: Clues,
): { entries: Ranked[][]; left: ErrorEquation[] } {
  const soft = group.filter((e) => e.mayStay);
  const firm = equationsWithout(group, soft);
  if (soft.length === 0 || firm.length === 0) return { entries: [], left: [...group] };
  const facts = new Set(group.flatMap((e) => [...e.terms.keys()]));
  const sure: Index = new Map(
    [...facts].map((f) => [f, equationsWithout(index.get(f) ?? [], soft)]),
  );
  const entries: Ranked[][] = [];
  const left: ErrorEquation[] = [];
  const gaps = new Map<ErrorEquation, Exact>();
  const take = (one: readonly ErrorEquation[], on: Index): void => {
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
  for (const one of byCells(firm)) take(one, sure);
  const stays = soft.filter((e) => isBroken(e, gapIn(e, gaps)));
  for (const one of byCells(stays)) take(one, index);
  return { entries, left };
}

/** No slip of the hand: a row left out is as likely. */
const UNLIKELY: ReadonlySet<Slip> = new Set<Slip>(['other', 'omitted', 'neighbour']);

/** Suspects found so far, a group each. */
class Told {
  readonly suspects: Suspect[] = [];
  halted = false;
  private groups = 0;
  add(list: (group: number) => readonly Suspect[]): boolean {
    const found = list(this.groups + 1);
    if (found.length === 0) return false;
    this.groups += 1;
    this.suspects.push(...found);
    return true;
  }
}

/** What single cells or whole rows explain of breaks that share rows; what they do not is given back. */
function plainly(group: readonly ErrorEquation[], clues: Clues, told: Told): ErrorEquation[] {
  const { index, open } = clues;
  const twice = repeated(group, index);
  if (twice.length > 0) told.add((n) => listedRows(twice, n));
  const left = equationsWithout(
    group,
    twice.flatMap((c) => c.mends),
  );
  const parts = byCells(left).map((one) => ({
    one,
    found: singles(one, index, new Map()).map((h) => ranked(h, open)),
  }));
  const whole = parts.every((p) => p.found.length > 0) ? [] : carriedRows(left, clues, told);
  if (whole.length > 0) {
    told.add((n) => listedRows(whole, n));
    return equationsWithout(left, whole[0]!.mends);
  }
  const puzzling: ErrorEquation[] = [];
  for (const { one, found } of parts) {
    if (found.length > 0) tellSingles(one, found, told);
    else if (!sumsAlone(one, clues, told)) puzzling.push(...one);
  }
  return puzzling;
}

/**
 * Sums explained without the bounds that break beside them: two mistakes. A bound alone tells that a cell is too
 * large or too small and not what it ought to be, so no value is proposed for it.
 */
function sumsAlone(group: readonly ErrorEquation[], { index, open }: Clues, told: Told): boolean {
  const sums = group.filter((e) => e.rel === '=');
  const bounds = equationsWithout(group, sums);
  if (sums.length === 0 || bounds.length === 0) return false;
  const facts = new Set(sums.flatMap((e) => [...e.terms.keys()]));
  const free: Index = new Map(
    [...facts].map((f) => [f, equationsWithout(index.get(f) ?? [], bounds)]),
  );
  const parts = byCells(sums).map((one) => ({
    one,
    found: singles(one, free, new Map()).map((h) => ranked(h, open)),
  }));
  if (parts.some((p) => p.found.length === 0)) return false;
  for (const { one, found } of parts) tellSingles(one, found, told);
  return true;
}

function tellSingles(group: readonly ErrorEquation[], found: readonly Ranked[], told: Told): void {
  const short = found.every((f) => UNLIKELY.has(f.slip)) && shortTotal(group);
  told.add((n) => [...listed(found, n), ...(short ? [listedShort(short, group[0]!.rule, n)] : [])]);
}

/** Breaks over several tables: rows carried up wrong, rows left out, and relations that may stay. */
function widely(puzzling: readonly ErrorEquation[], clues: Clues, told: Told): ErrorEquation[] {
  const left = byTables(puzzling).flatMap((group) => {
    const carried = carriedRows(group, clues, told);
    if (carried.length === 0) return group;
    told.add((n) => listedRows(carried, n));
    return equationsWithout(group, carried[0]!.mends);
  });
  const absent = missingRows(clues.all, left, false);
  for (const rows of absent) told.add((n) => listedRows(rows, n));
  const explained = accountedFor(absent.flat());
  return byCells(left.filter((e) => !explained(e))).flatMap((group) => {
    const { entries, left: rest } = apart(group, clues);
    for (const entry of entries) told.add((n) => listed(entry, n));
    return rest;
  });
}

/** Whole tables in another unit, then whole columns; what they do not explain is given back. */
const inUnits = (broken: readonly ErrorEquation[], index: Index, told: Told): ErrorEquation[] =>
  [wholeTables, wholeColumns].reduce<ErrorEquation[]>(
    (left, blocksIn) => {
      const blocks = blocksIn(left, index);
      for (const block of blocks) told.add((n) => listedBlock(block, n));
      return equationsWithout(
        left,
        blocks.flatMap((b) => b.mends),
      );
    },
    [...broken],
  );

/**
 * The plainest cause first: a whole table or column in another unit, then single cells, rows left out or too many,
 * lines exchanged or in another unit, and two cells at last.
 */
function explain(clues: Clues): Diagnosis {
  const { index, open } = clues;
  const told = new Told();
  const broken = clues.all.filter((e) => e.broken);
  const left = inUnits(broken, index, told);
  const inPlace = [displacedColumns, displaced].reduce<ErrorEquation[]>((rest, displacedIn) => {
    const slipped = displacedIn(rest, clues);
    for (const one of slipped) told.add((n) => listedDisplaced(one, n));
    return equationsWithout(
      rest,
      slipped.flatMap((d) => d.covers),
    );
  }, left);
  const below = belowFormulas(inPlace, clues);
  for (const { list } of below) told.add(list);
  const placed = equationsWithout(
    inPlace,
    below.flatMap((b) => b.mends),
  );
  const twins = twinRows(placed, clues);
  if (twins.length > 0) told.add((n) => listedRows(twins, n));
  const single = equationsWithout(
    placed,
    twins.flatMap((t) => t.mends),
  );
  const absent = missingRows(clues.all, single, true);
  for (const rows of absent) told.add((n) => listedRows(rows, n));
  const explained = accountedFor(absent.flat());
  const groups = byRows(single.filter((e) => !explained(e)));
  if (groups.length > MOST_GROUPS) told.halted = true;
  const unclear = groups.slice(0, MOST_GROUPS).flatMap((one) => plainly(one, clues, told));
  const puzzling = widely(unclear, clues, told);
  const lines = exchangedLines(puzzling, index);
  for (const block of lines) told.add((n) => listedBlock(block, n));
  const rest = equationsWithout(
    puzzling,
    lines.flatMap((b) => b.mends),
  );
  const odd = byTables(rest).filter((group) => oddTables(group).length > 0);
  for (const group of odd) told.add((n) => listedOdd(group, n));
  for (const one of byCells(equationsWithout(rest, odd.flat()))) {
    if (one.length <= MOST_OF_TWO && told.add((n) => listedPairs(pairs(one, index, told), open, n)))
      continue;
    for (const entries of peeled(one, index, open)) told.add((n) => listed(entries, n));
  }
  return told;
}
