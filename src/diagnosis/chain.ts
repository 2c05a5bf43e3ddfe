// A row and the rows above it, changed alike: by how much the relations ask for, column by column. Knows
// equations over lists by code; no table by name.
import type { Fact, Table } from '../facts/fact.ts';
import {
  abs,
  compare,
  type Exact,
  isZero,
  minus,
  negate,
  plus,
  round,
  shift,
  ZERO,
} from '../measure/exact.ts';
import { decimalsOfUnit } from '../measure/quantity.ts';
import { type BlockOutcome, outcome, type Try } from './blocks.ts';
import { isLeft } from './change.ts';
import type { CellsOfRow } from './codes.ts';
import type { ErrorEquation, Index } from './equations.ts';

/** 一行及其上级: the row first, then the rows above it that were changed with it. */
export interface Chain {
  readonly table: Table;
  readonly lines: readonly CellsOfRow[];
  /** The first row above that was not changed with it. */
  readonly parent: CellsOfRow | undefined;
}
/** 试算依据: relations, and those that a blank leaves open. */
export interface Basis {
  readonly index: Index;
  readonly unsettled: Index;
}

/** How a change of every column would tell in an equation. */
interface Effect {
  readonly equation: ErrorEquation;
  readonly shift: number;
  readonly columns: ReadonlyMap<number, number>;
}
type Changes = Map<number, Exact>;

function effectsOf(lines: readonly CellsOfRow[], index: Index, on: Try): Effect[] {
  const sums = new Map<ErrorEquation, { shift: number; columns: Map<number, number> }>();
  for (const line of lines) {
    line.forEach((fact, column) => {
      for (const equation of (fact && index.get(fact)) ?? []) {
        on.work += 1;
        const { sign: s, shift: by } = equation.terms.get(fact!)!;
        const effect = sums.get(equation) ?? { shift: by, columns: new Map<number, number>() };
        effect.columns.set(column, (effect.columns.get(column) ?? 0) + s);
        sums.set(equation, effect);
      }
    });
  }
  return [...sums].map(([equation, effect]) => ({
    equation,
    shift: effect.shift,
    columns: new Map([...effect.columns].filter(([, n]) => n !== 0)),
  }));
}

/** What one column must change by for an equation to hold, the others given. */
function demanded(effect: Effect, column: number, given: Changes, places: number): Exact {
  const { broken, open } = effect.equation;
  let gap = broken || open ? effect.equation.gap : ZERO;
  for (const [other, n] of effect.columns) {
    if (other === column) continue;
    const moved = shift(given.get(other) ?? ZERO, effect.shift);
    gap = n > 0 ? plus(gap, moved) : minus(gap, moved);
  }
  // What rounding accounts for is no amount of its own.
  if (compare(abs(gap), effect.equation.bound) <= 0) return ZERO;
  const own = shift(effect.columns.get(column)! > 0 ? negate(gap) : gap, -effect.shift);
  return round(own, places);
}

/** Columns in which neither the row nor those above it have an amount: nothing is missing there. */
const emptyColumns = ({ table, lines, parent }: Chain): number[] =>
  table.columns.flatMap((_, column) =>
    [...lines, parent].every((line) => !line?.[column]?.quantity) ? [column] : [],
  );

/** Digits after the point that a table's amounts have. */
function placesIn({ lines, parent, table }: Chain): number {
  const own = [...lines, parent].flatMap((line) => line ?? []);
  return Math.max(
    decimalsOfUnit(table.unit),
    ...own.flatMap((fact) => fact?.quantity?.decimals ?? []),
  );
}

/**
 * The change of each column that the relations ask for. Where they leave open which part of a sum it is,
 * each part is one possibility.
 */
function columnsOf(chain: Chain, basis: Basis, on: Try): Changes[] {
  const places = placesIn(chain);
  const effects = effectsOf(chain.lines, basis.index, on);
  const given: Changes = new Map(emptyColumns(chain).map((column) => [column, ZERO]));
  const settle = (list: readonly Effect[], into = given) => {
    for (const effect of list) {
      const open = [...effect.columns.keys()].filter((c) => !into.has(c));
      if (open.length === 1) into.set(open[0]!, demanded(effect, open[0]!, into, places));
    }
  };
  const equal = (e: Effect) => e.equation.rel === '=';
  const pure = effects.filter((e) => e.columns.size === 1);
  settle(pure.filter((e) => equal(e) && e.equation.broken && !e.equation.mayStay));
  settle(pure.filter((e) => equal(e) && !e.equation.mayStay));
  settle(pure.filter((e) => e.equation.broken));
  settle(effectsOf(chain.lines, basis.unsettled, on).filter((e) => e.columns.size === 1));
  if ([...given.values()].every(isZero)) return [];
  const mixed = effects.filter((e) => e.columns.size > 1 && equal(e));
  settle(mixed);
  settle(mixed);
  const open = new Set(mixed.flatMap((e) => [...e.columns.keys()].filter((c) => !given.has(c))));
  if (open.size === 0) return [given];
  return [...open].map((column) => {
    const others = [...open].filter((c) => c !== column);
    const own: Changes = new Map([...given, ...others.map((c) => [c, ZERO] as const)]);
    settle(mixed, own);
    return own;
  });
}

function changesOf({ lines }: Chain, given: Changes): Map<Fact, Exact> {
  const changes = new Map<Fact, Exact>();
  for (const line of lines) {
    line.forEach((fact, column) => {
      const change = given.get(column);
      if (fact && change && !isZero(change)) changes.set(fact, change);
    });
  }
  return changes;
}

/** 试算结果: changes that mend and break nothing, and what becomes of the relations. */
interface Trial {
  readonly changes: ReadonlyMap<Fact, Exact>;
  readonly outcome: BlockOutcome;
}

/** 试算一行: what puts a row and those above it right. */
export function triedRows(chain: Chain, basis: Basis, on: Try): Trial[] {
  return columnsOf(chain, basis, on).flatMap((given): Trial[] => {
    const changes = changesOf(chain, given);
    if (changes.size === 0 || ![...changes].every(([f, c]) => isLeft(f, c))) return [];
    const result = outcome(changes, undefined, on);
    return result.stillBroken + result.newlyBroken > 0 ? [] : [{ changes, outcome: result }];
  });
}
