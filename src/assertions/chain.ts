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
  sign,
  ZERO,
} from '../measure/exact.ts';
import { decimalsOfUnit } from '../measure/quantity.ts';
import { type Outcome, outcome, type Try } from './blocks.ts';
import type { Line } from './codes.ts';
import { type Equation, type Index, numberIn } from './equations.ts';

/** 一行及其上级: the row first, then the rows above it that were changed with it. */
export interface Chain {
  readonly table: Table;
  readonly lines: readonly Line[];
  /** The first row above that was not changed with it. */
  readonly parent: Line | undefined;
}
/** 试算依据: relations, and those that a blank leaves open. */
export interface Basis {
  readonly index: Index;
  readonly unsettled: Index;
}

/** How a change of every column would tell in an equation. */
interface Effect {
  readonly equation: Equation;
  readonly shift: number;
  readonly columns: ReadonlyMap<number, number>;
}
type Changes = Map<number, Exact>;

function effectsOf(lines: readonly Line[], index: Index, on: Try): Effect[] {
  const sums = new Map<Equation, { shift: number; columns: Map<number, number> }>();
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

/** The change of each column that the relations ask for; undefined when none is asked for. */
function columnsOf(chain: Chain, basis: Basis, on: Try): Changes | undefined {
  const places = placesIn(chain);
  const effects = effectsOf(chain.lines, basis.index, on);
  const given: Changes = new Map(emptyColumns(chain).map((column) => [column, ZERO]));
  const settle = (list: readonly Effect[]) => {
    for (const effect of list) {
      const open = [...effect.columns.keys()].filter((c) => !given.has(c));
      if (open.length === 1) given.set(open[0]!, demanded(effect, open[0]!, given, places));
    }
  };
  const equal = (e: Effect) => e.equation.rel === '=';
  const pure = effects.filter((e) => e.columns.size === 1);
  settle(pure.filter((e) => equal(e) && e.equation.broken && !e.equation.mayStay));
  settle(pure.filter((e) => equal(e) && !e.equation.mayStay));
  settle(pure.filter((e) => e.equation.broken));
  settle(effectsOf(chain.lines, basis.unsettled, on).filter((e) => e.columns.size === 1));
  if ([...given.values()].every(isZero)) return undefined;
  const mixed = effects.filter((e) => e.columns.size > 1 && equal(e));
  settle(mixed);
  settle(mixed);
  return given;
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

/** Amounts of accounts do not become negative by being put right. */
const isLeft = (fact: Fact, change: Exact): boolean =>
  sign(numberIn(fact)) < 0 || compare(plus(numberIn(fact), change), ZERO) >= 0;

/** 试算一行: the changes that put a row and those above it right, and what becomes of the relations. */
export function tried(
  chain: Chain,
  basis: Basis,
  on: Try,
): { changes: ReadonlyMap<Fact, Exact>; outcome: Outcome } | undefined {
  const given = columnsOf(chain, basis, on);
  if (!given) return undefined;
  const changes = changesOf(chain, given);
  if (changes.size === 0 || ![...changes].every(([f, c]) => isLeft(f, c))) return undefined;
  const result = outcome(changes, undefined, on);
  return result.stillBroken + result.newlyBroken > 0 ? undefined : { changes, outcome: result };
}
