// 一列数字错行: in one column alone the amounts stand some rows too low or too high, from one row to another; the
// columns beside them are in their places. Knows cells of a column from top to bottom and their equations; no table by
// name.
import { type Fact, factsOf, type Table } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { type Exact, isZero, minus } from '../measure/exact.ts';
import type { Basis } from './chain.ts';
import { applied, choose, type Gaps, gapIn } from './change.ts';
import { type Displaced, ROW_MOVES } from './displaced.ts';
import { cellNumber, type ErrorEquation, type Index, isBroken } from './equations.ts';
import { admissible, singles } from './hypotheses.ts';

/** So many cells have to come right, and so many relations: fewer are slips of single cells. */
const LEAST = { cells: 3, mends: 4 };
/** Equations looked at for one table; beyond it the table is left to others. */
const WORK = 200_000;

interface Column {
  readonly cells: readonly Fact[];
  /** Relations of each cell in which no other cell of the column stands: they tell of that cell alone. */
  readonly alone: readonly (readonly ErrorEquation[])[];
}

function columnsOf(table: Table, index: Index): Column[] {
  const by = new Map<string, Fact[]>();
  for (const fact of factsOf(table)) {
    const key = `${fact.location.sheet}|${fact.location.column}`;
    const cells = by.get(key);
    if (cells) cells.push(fact);
    else by.set(key, [fact]);
  }
  return [...by.values()].map((all) => {
    const cells = all.sort((a, b) => a.location.row - b.location.row);
    const own = new Set(cells);
    const alone = cells.map((fact) =>
      (index.get(fact) ?? []).filter((e) =>
        [...e.terms.keys()].every((f) => f === fact || !own.has(f)),
      ),
    );
    return { cells, alone };
  });
}

/** By how much a cell differs from the one so many rows on; undefined where there is none, or none with an amount. */
function difference({ cells }: Column, row: number, by: number): Exact | undefined {
  const [own, source] = [cells[row], cells[row + by]];
  if (!own || !source || source.state === 'unread' || own.state === 'unread') return undefined;
  return minus(cellNumber(source), cellNumber(own));
}

/** The last row down to which every cell agrees with its own row once it holds what stands so many rows on. */
function agreesTo(column: Column, from: number, by: number, on: { work: number }): number {
  let row = from;
  for (; row < column.cells.length; row += 1) {
    const change = difference(column, row, by);
    if (!change) break;
    const own = column.alone[row]!;
    on.work += own.length;
    const after = applied(column.cells[row]!, change, new Map([[column.cells[row]!, own]]));
    if ([...after].some(([equation, gap]) => isBroken(equation, gap))) break;
  }
  return row - 1;
}

interface Segment extends Pick<Displaced, 'changes' | 'mends' | 'covers'> {
  /** Undecided as it stands, because amounts face blanks; holds once the amounts are back. */
  readonly settles: readonly ErrorEquation[];
}

/** 试移的依据: relations, those that a blank leaves open, and the equations looked at so far. */
interface Trial extends Basis {
  work: number;
}

const relationsOf = (fact: Fact, { index, unsettled }: Basis): ErrorEquation[] => [
  ...(index.get(fact) ?? []),
  ...(unsettled.get(fact) ?? []),
];

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

/** The changes with those of the cells whose amounts others took, as far as their relations ask for one value. */
function refilled(gone: readonly Fact[], changes: ReadonlyMap<Fact, Exact>, on: Trial) {
  const all = new Map(changes);
  for (const fact of gone) {
    const gaps = gapsAfter(all, on);
    const broken = relationsOf(fact, on).filter((e) => isBroken(e, gapIn(e, gaps)));
    const range = broken.length > 0 ? admissible(fact, on.index, gaps) : undefined;
    const change = range && choose(fact, range, broken, gaps);
    if (change) all.set(fact, change);
  }
  return all;
}

/** What comes of it when the cells from one row to another hold what stands so many rows on. */
function movedBack(
  column: Column,
  [from, to]: readonly [number, number],
  by: number,
  on: Trial,
): Segment | undefined {
  const changes = new Map<Fact, Exact>();
  for (let row = from; row <= to; row += 1) {
    const change = difference(column, row, by)!;
    if (!isZero(change)) changes.set(column.cells[row]!, change);
  }
  if (changes.size < LEAST.cells) return undefined;
  const gone =
    by > 0 ? column.cells.slice(to + 1, to + 1 + by) : column.cells.slice(from + by, from);
  const all = refilled(gone, changes, on);
  const lost = gone.filter((f) => !all.has(f));
  const gaps = gapsAfter(all, on);
  const told = [...gaps.keys()].filter((e) => !lost.some((f) => e.terms.has(f)));
  if (told.some((e) => !e.open && isBroken(e, gaps.get(e)!))) return undefined;
  const mends = told.filter((e) => e.broken);
  const settles = told.filter((e) => e.open && isBroken(e, e.gap) && !isBroken(e, gaps.get(e)!));
  const besides = lost.flatMap((f) => (on.index.get(f) ?? []).filter((e) => e.broken));
  return { changes: all, mends, settles, covers: [...new Set([...mends, ...besides])] };
}

/** Relations enough ask for it: those that break beyond what a single cell explains, or that blanks leave open. */
function isTelling({ mends, settles }: Segment, { index }: Trial): boolean {
  if (mends.length === 0 || mends.length + settles.length < LEAST.mends) return false;
  return settles.length >= LEAST.mends || singles(mends, index, new Map()).length === 0;
}

const weight = ({ mends, settles }: Segment): number => mends.length + settles.length;

function inColumn(column: Column, accused: ReadonlySet<Fact>, on: Trial) {
  let best: (Segment & { rows: number }) | undefined;
  for (const by of ROW_MOVES) {
    for (const [from, fact] of column.cells.entries()) {
      if (!accused.has(fact)) continue;
      const end = agreesTo(column, from, by, on);
      for (let to = from + LEAST.cells - 1; to <= end; to += 1) {
        if (on.work > WORK) return best;
        const found = movedBack(column, [from, to], by, on);
        if (found && isTelling(found, on) && (!best || weight(found) > weight(best)))
          best = { ...found, rows: by };
      }
    }
  }
  return best;
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
    return columnsOf(table, basis.index).flatMap((column) => {
      if (column.cells.filter((f) => accused.has(f)).length < LEAST.cells) return [];
      const one = inColumn(column, accused, on);
      return one ? [{ ...one, table, cells: column.cells }] : [];
    });
  });
  return surest(found).map((one): Displaced => {
    const rows = [...one.changes.keys()].map((f) => f.location.row);
    const [{ location, column: item }] = one.cells as readonly [Fact];
    const letters = addressOf(location).replace(/\d+$/, '');
    return { ...one, from: Math.min(...rows), column: { letters, item, to: Math.max(...rows) } };
  });
}
