// 一列数字错行: in one column alone the amounts stand some rows too low or too high, from one row to another; the
// columns beside them are in their places. Knows cells of a column from top to bottom and their equations; no table by
// name.
import { OF_THE_HAND } from '../assertions/finding.ts';
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { type Exact, isZero, plus, ZERO } from '../measure/exact.ts';
import type { Basis } from './chain.ts';
import { applied, choose, type Gaps, gapIn } from './change.ts';
import { agreesTo, type Column, columnsWith, partsOf } from './columns.ts';
import { type Displaced, ROW_MOVES } from './displaced.ts';
import { cellNumber, type ErrorEquation, isBroken } from './equations.ts';
import { admissible, singles } from './hypotheses.ts';
import { type Hypothesis, ranked } from './ranking.ts';

/**
 * So many amounts stand in other rows, and so many relations ask for it: fewer are slips of single cells. Where so many
 * that blanks leave open come right (`plain`), no other account is asked for.
 */
const LEAST = { amounts: 3, proof: 2, plain: 4 };
/** Equations looked at for one table; beyond it the table is left to others. */
const WORK = 200_000;

interface Segment extends Pick<Displaced, 'changes' | 'mends' | 'covers'> {
  /** Rows that hold what does not belong there. */
  readonly rows: readonly number[];
  /** Cells that differ from what stands some rows on, how many amounts that is, and how many had to be guessed beside. */
  readonly moved: ReadonlyMap<Fact, Exact>;
  readonly amounts: number;
  readonly refills: number;
  /** Undecided as it stands, because amounts face blanks; holds once the amounts are back. */
  readonly settles: readonly ErrorEquation[];
}

/** 试移的依据: relations, those that a blank leaves open, and the equations looked at so far. */
interface Trial extends Basis {
  work: number;
}

function gapsAfter(changes: ReadonlyMap<Fact, Exact>, on: Trial): Gaps {
  const gaps = new Map<ErrorEquation, Exact>();
  for (const [fact, change] of changes)
    for (const among of [on.index, on.unsettled])
      for (const [equation, gap] of applied(fact, change, among, gaps)) {
        gaps.set(equation, gap);
        on.work += 1;
      }
  return gaps;
}

/**
 * The changes with those of the cells whose amounts others took, as far as relations without any other such cell ask
 * for one value; and the cells of which nobody knows what they held.
 */
function refilled(gone: readonly Fact[], changes: ReadonlyMap<Fact, Exact>, on: Trial) {
  const all = new Map(changes);
  const lost = new Set(gone);
  for (const fact of [...gone, ...gone]) {
    if (!lost.has(fact)) continue;
    const gaps = gapsAfter(all, on);
    const apart = (e: ErrorEquation) =>
      [...e.terms.keys()].every((f) => f === fact || !lost.has(f));
    const own = (on.index.get(fact) ?? []).filter(apart);
    const open = (on.unsettled.get(fact) ?? []).filter(apart);
    const broken = [...own, ...open].filter((e) => isBroken(e, gapIn(e, gaps)));
    if (broken.length === 0) {
      if (own.length > 0) lost.delete(fact);
      continue;
    }
    const range = admissible(fact, new Map([[fact, own]]), gaps);
    const change = range && choose(fact, range, broken, gaps);
    if (!change) continue;
    all.set(fact, change);
    lost.delete(fact);
  }
  return { all, lost };
}

/** What comes of it when the cells from one to another hold what stands so many rows on. */
function movedBack(
  column: Column,
  range: readonly [number, number],
  by: number,
  on: Trial,
): Segment | undefined {
  const { moved, gone } = partsOf(column, range, by);
  if (gone.length > Math.abs(by) + 1) return undefined;
  const { all, lost } = refilled(gone, moved, on);
  const gaps = gapsAfter(all, on);
  const cells = column.cells.slice(range[0], range[1] + 1);
  const amounts = cells.filter((f) => !isZero(plus(cellNumber(f), all.get(f) ?? ZERO))).length;
  // What the workbook calculates is not moved by hand.
  if (amounts === 0 || [...all.keys()].some((f) => f.formula)) return undefined;
  const told = [...gaps.keys()].filter((e) => ![...lost].some((f) => e.terms.has(f)));
  if (told.some((e) => !e.open && isBroken(e, gaps.get(e)!))) return undefined;
  const mends = told.filter((e) => e.broken);
  const settles = told.filter((e) => e.open && isBroken(e, e.gap) && !isBroken(e, gaps.get(e)!));
  // What was overwritten and stood empty costs no guess.
  const refills = [...all].filter(([f, c]) => !moved.has(f) && !isZero(plus(cellNumber(f), c)));
  const besides = [...lost].flatMap((f) => (on.index.get(f) ?? []).filter((e) => e.broken));
  return {
    rows: cells.filter((f) => all.has(f)).map((f) => f.location.row),
    moved,
    amounts,
    refills: refills.length,
    changes: all,
    mends,
    settles,
    covers: [...new Set([...mends, ...besides])],
  };
}

/**
 * Whether another value in one cell, that explains the same breaks, is as good an account: it leaves no more open
 * than the move does, or is a slip of the hand.
 */
function rivals(one: Hypothesis, { settles, refills }: Segment, { unsettled }: Trial): boolean {
  const after = applied(one.fact, one.change, unsettled);
  // A blank that would have to hold what its own relations, decided by then, deny.
  if (!one.fact.quantity && [...after].some(([e, gap]) => isBroken(e, gap))) return false;
  if (OF_THE_HAND.has(ranked(one, []).slip)) return true;
  const closed = settles.filter((e) => after.has(e) && !isBroken(e, after.get(e)!));
  return settles.length - refills <= closed.length;
}

/**
 * Whether relations enough ask for it. A move has no value to choose: what comes right to the digit proves it, but
 * for what was filled anew; a bound proves little.
 */
function isTelling(found: Segment, on: Trial): boolean {
  const { mends, settles, refills } = found;
  const proof = mends.filter((e) => e.rel === '=').length + settles.length - refills;
  if (mends.length === 0 || proof < LEAST.proof) return false;
  if (settles.length >= LEAST.plain) return true;
  return !singles(mends, on.index, new Map()).some((one) => rivals(one, found, on));
}

const weight = ({ mends, settles }: Segment): number => mends.length + settles.length;

/** How much more one explains than another; of as much, the one that guesses less. */
const over = (a: Segment, b: Segment): number => weight(a) - weight(b) || b.refills - a.refills;

/** 可移的各段 of a column that explain most, by each number of rows. */
function movable(column: Column, accused: ReadonlySet<Fact>, on: Trial) {
  const found: { by: number; segments: Segment[] }[] = [];
  for (const by of ROW_MOVES) {
    let best: Segment[] = [];
    for (const [from, fact] of column.cells.entries()) {
      if (!accused.has(fact)) continue;
      const end = agreesTo(column, from, by, on);
      for (let to = from; to <= end && on.work <= WORK; to += 1) {
        const one = movedBack(column, [from, to], by, on);
        if (!one || weight(one) === 0) continue;
        const more = best[0] ? over(one, best[0]) : 1;
        if (more > 0) best = [one];
        else if (more === 0) best.push(one);
      }
    }
    if (best.length > 0) found.push({ by, segments: best });
  }
  return found.sort((a, b) => over(b.segments[0]!, a.segments[0]!));
}

/** What is not sure where a segment may end elsewhere: what was overwritten at its end. */
function sureChanges({ changes, moved, mends }: Segment): Segment['changes'] {
  const untold = mends.filter((e) => ![...e.terms.keys()].some((f) => moved.has(f)));
  return new Map([...changes].filter(([f]) => moved.has(f) || untold.some((e) => e.terms.has(f))));
}

/**
 * 一列错行的一段: where several explain the same, the shortest, and that it is about these rows. None where one
 * amount in another row explains it, or a move by another number of rows as well.
 */
function inColumn(column: Column, accused: ReadonlySet<Fact>, on: Trial) {
  const [best, next] = movable(column, accused, on);
  if (!best || best.segments.some((s) => s.amounts === 1)) return undefined;
  const long = best.segments.filter((s) => Math.min(s.amounts, s.rows.length) >= LEAST.amounts);
  if (long.length === 0) return undefined;
  const longer = (a: Segment, b: Segment): number =>
    a.moved.size - b.moved.size || a.rows.length - b.rows.length;
  const core = long.reduce((a, b) => (longer(a, b) > 0 ? b : a));
  const rival = next && weight(next.segments[0]!) === weight(core) ? next.segments[0]! : undefined;
  if ((rival && rival.refills <= core.refills + 1) || !isTelling(core, on)) return undefined;
  const about = best.segments.some((s) => s.moved.size > core.moved.size);
  return { ...core, by: best.by, about, changes: about ? sureChanges(core) : core.changes };
}

const touches = (one: Segment): ErrorEquation[] => [...one.mends, ...one.settles];

/**
 * Of columns that explain the same the one that explains most: where amounts stand too low in one column they seem to
 * stand too high in the next. Where neither explains more nobody can tell which was moved, and none is named.
 */
function surest<T extends Segment>(found: readonly T[]): T[] {
  const sorted = [...found].sort((a, b) => weight(b) - weight(a));
  return sorted.filter((one, i) => {
    const own = new Set(touches(one));
    const rival = (other: T) => other !== one && touches(other).some((e) => own.has(e));
    return !sorted.some((other, j) => rival(other) && (j < i || weight(other) === weight(one)));
  });
}

/** 一列数字错行的各列 of the tables that several breaks, or blanks beside a break, have to do with. */
export function displacedColumns(broken: readonly ErrorEquation[], basis: Basis): Displaced[] {
  const accused = new Set<Fact>(broken.flatMap((e) => [...e.terms.keys()]));
  const tables = [...new Set([...accused].map((f) => f.table))].filter((t) => !t.source);
  for (const [fact, open] of basis.unsettled)
    if (open.some((e) => isBroken(e, e.gap))) accused.add(fact);
  const found = tables.flatMap((table) => {
    const on: Trial = { ...basis, work: 0 };
    return columnsWith(table, basis.index).flatMap((column) => {
      if (column.cells.filter((f) => accused.has(f)).length < LEAST.amounts) return [];
      const one = inColumn(column, accused, on);
      return one ? [{ ...one, table, cells: column.cells }] : [];
    });
  });
  return surest(found).map((one): Displaced => {
    const [{ location, column: item }] = one.cells as readonly [Fact];
    const letters = addressOf(location).replace(/\d+$/, '');
    return {
      ...one,
      rows: one.by,
      from: Math.min(...one.rows),
      column: { letters, item, to: Math.max(...one.rows), about: one.about },
    };
  });
}
