// Cells that went wrong together: a table, row or column in another unit, or two lines exchanged. Such a
// mistake breaks many relations at once and no single cell mends it. Knows equations; no table by name.

import type { Slip } from '../assertions/finding.ts';
import type { Fact, Table } from '../facts/fact.ts';
import {
  abs,
  compare,
  type Exact,
  exact,
  greatest,
  isZero,
  minus,
  negate,
  plus,
  shift,
  ZERO,
} from '../measure/exact.ts';
import { cellNumber, type ErrorEquation, type Index, isBroken } from './equations.ts';

/** 成块的差错: the changes of all its cells, and the breaks they mend. */
export interface BlockMistake {
  readonly slip: Slip;
  readonly changes: ReadonlyMap<Fact, Exact>;
  readonly mends: readonly ErrorEquation[];
}

/** Powers of ten between units of money that are confused. */
const SCALES = [-4, 4, -3, 3, -1, 1];
/** Equations looked at for one group; beyond it the group stays undecided. */
const WORK = 60_000;

/** 试算: the equations looked at, and how many so far. */
export interface Try {
  readonly index: Index;
  work: number;
}

/** 试算结果: what becomes of the relations of some cells when these change. */
export interface BlockOutcome {
  readonly mended: readonly ErrorEquation[];
  readonly stillBroken: number;
  readonly newlyBroken: number;
}

/**
 * 试算: what becomes of the relations when cells change by so much, each in its own table's unit. `blur` is the
 * power of ten by which figures were raised from a larger unit: their half-digit (0.005) grows with it.
 */
export function outcome(
  changes: ReadonlyMap<Fact, Exact>,
  blur: number | undefined,
  on: Try,
): BlockOutcome {
  const touched = new Map<ErrorEquation, { gap: Exact; bound: Exact }>();
  for (const [fact, change] of changes) {
    for (const equation of on.index.get(fact) ?? []) {
      on.work += 1;
      const term = equation.terms.get(fact)!;
      const moved = shift(change, term.shift);
      const now = touched.get(equation) ?? { gap: equation.gap, bound: equation.bound };
      // Figures given in a larger unit stand for more than the smaller unit lets them.
      const wide = blur === undefined ? ZERO : shift(exact(5, 3), blur + term.shift);
      touched.set(equation, {
        gap: plus(now.gap, term.sign > 0 ? moved : negate(moved)),
        bound: plus(now.bound, wide),
      });
    }
  }
  const mended: ErrorEquation[] = [];
  let [stillBroken, newlyBroken] = [0, 0];
  for (const [equation, { gap, bound }] of touched) {
    if (!isBroken(equation, gap, bound)) {
      // What the wider bound alone would let pass is no evidence.
      if (equation.broken && isBroken(equation, equation.gap, bound)) mended.push(equation);
    } else if (equation.broken) stillBroken += 1;
    else newlyBroken += 1;
  }
  return { mended, stillBroken, newlyBroken };
}

const figures = (line: Line): Fact[] =>
  line.filter((f): f is Fact => f?.quantity !== undefined && !isZero(cellNumber(f)));

type Line = readonly (Fact | undefined)[];

const scaled = (facts: readonly Fact[], by: number): Map<Fact, Exact> =>
  new Map(facts.map((f) => [f, minus(shift(cellNumber(f), by), cellNumber(f))]));

const reachesBeyond = (equation: ErrorEquation, changes: ReadonlyMap<Fact, Exact>): boolean =>
  [...equation.terms.keys()].some((f) => !changes.has(f) && !isZero(cellNumber(f)));

/** Cells that agree with everything around them once they are taken in another unit. */
function inAnotherUnit(facts: readonly Fact[], least: number, on: Try): BlockMistake | undefined {
  if (facts.length < 2) return undefined;
  const most = facts.map((f) => abs(cellNumber(f))).reduce(greatest, ZERO);
  for (const by of SCALES) {
    // Next to nothing left is no other unit: leaving the line out would do as well.
    if (compare(shift(most, by), exact(1, 1)) < 0) continue;
    const changes = scaled(facts, by);
    const { mended, stillBroken, newlyBroken } = outcome(changes, by > 0 ? by : undefined, on);
    // A relation among the cells themselves holds in every unit: made small, its gap is only hidden.
    const mends = mended.filter((e) => reachesBeyond(e, changes));
    const left = stillBroken + mended.length - mends.length;
    // A digit may be wrong besides.
    // A bound is kept by any amount that is large or small enough: sums have to tell.
    const told = mends.length >= least && mends.some((e) => e.rel === '=');
    if (newlyBroken === 0 && told && mends.length > 4 * left)
      return { slip: 'unit', changes, mends };
  }
  return undefined;
}

function exchanged(one: Line, other: Line, on: Try): BlockMistake | undefined {
  const changes = new Map<Fact, Exact>();
  one.forEach((a, i) => {
    const b = other[i];
    if (!a || !b) return;
    const gap = minus(cellNumber(b), cellNumber(a));
    if (isZero(gap)) return;
    changes.set(a, gap);
    changes.set(b, negate(gap));
  });
  if (changes.size === 0) return undefined;
  const { mended, stillBroken, newlyBroken } = outcome(changes, undefined, on);
  if (mended.length < 2 || stillBroken + newlyBroken > 0) return undefined;
  return { slip: 'neighbour', changes, mends: mended };
}

const columnsOf = (table: Table): Line[] =>
  table.columns.map((_, column) => table.facts.map((line) => line[column]));

/** Tables of this workbook in the order in which breaks name them. */
const tablesIn = (broken: readonly ErrorEquation[]): Table[] =>
  [...new Set(broken.flatMap((e) => [...e.terms.keys()].map((f) => f.table)))].filter(
    (t) => !t.source,
  );

/** 整张表的单位: tables whose relations hold once all their figures are taken in another unit. */
export function wholeTables(broken: readonly ErrorEquation[], index: Index): BlockMistake[] {
  const on: Try = { index, work: 0 };
  return tablesIn(broken).flatMap((table) => {
    const found = on.work < WORK && inAnotherUnit(figures(table.facts.flat()), 3, on);
    return found ? [found] : [];
  });
}

/** Lines of a table in which a break has a cell. */
function affected(lines: readonly Line[], cells: ReadonlySet<Fact>): Line[] {
  return lines.filter((line) => line.some((f) => f && cells.has(f)));
}

/** So many relations beyond itself have to ask for it before single cells are looked at. */
const TELLING = 4;

/**
 * 整列的单位: columns whose relations hold once all their figures are taken in another unit. Row by row a blank beside
 * them could be thought to lack the difference, so that the column is asked first.
 */
export function wholeColumns(broken: readonly ErrorEquation[], index: Index): BlockMistake[] {
  if (broken.length < TELLING) return [];
  const on: Try = { index, work: 0 };
  const cells = new Set(broken.flatMap((e) => [...e.terms.keys()]));
  return tablesIn(broken).flatMap((table) =>
    affected(columnsOf(table), cells).flatMap((line) => {
      const found = on.work < WORK && inAnotherUnit(figures(line), TELLING, on);
      return found ? [found] : [];
    }),
  );
}

/** 整行整列: rows and columns in another unit, or exchanged with another. */
export function exchangedLines(broken: readonly ErrorEquation[], index: Index): BlockMistake[] {
  const on: Try = { index, work: 0 };
  const result: BlockMistake[] = [];
  const used = new Set<Line>();
  const cells = new Set(broken.flatMap((e) => [...e.terms.keys()]));
  const take = (block: BlockMistake | undefined, ...lines: Line[]) => {
    if (!block) return;
    result.push(block);
    for (const line of lines) used.add(line);
  };
  for (const table of tablesIn(broken)) {
    for (const lines of [table.facts, columnsOf(table)]) {
      const own = affected(lines, cells);
      for (const line of own) if (on.work < WORK) take(inAnotherUnit(figures(line), 2, on), line);
      own.forEach((one, i) => {
        for (const other of own.slice(i + 1)) {
          if (on.work > WORK || used.has(one) || used.has(other)) continue;
          take(exchanged(one, other, on), one, other);
        }
      });
    }
  }
  return result;
}
