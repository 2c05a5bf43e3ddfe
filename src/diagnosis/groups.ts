// Which relations hang together: equations by their cells, and breaks that share a cell or a row. Knows
// equations; knows no table by name.
import type { Fact, Item, Table } from '../facts/fact.ts';
import type { ErrorEquation, Index } from './equations.ts';

/** 等式索引 of some equations. */
export function indexOf(equations: readonly ErrorEquation[]): Index {
  const index = new Map<Fact, ErrorEquation[]>();
  for (const equation of equations) {
    for (const fact of equation.terms.keys()) {
      const list = index.get(fact);
      if (list) list.push(equation);
      else index.set(fact, [equation]);
    }
  }
  return index;
}

/** Equations that share a key, directly or through others. */
function linked<T extends object>(
  equations: readonly ErrorEquation[],
  keysOf: (equation: ErrorEquation) => Iterable<T>,
): ErrorEquation[][] {
  const by = new Map<T, ErrorEquation[]>();
  for (const equation of equations) {
    for (const key of keysOf(equation)) {
      const list = by.get(key);
      if (list) list.push(equation);
      else by.set(key, [equation]);
    }
  }
  const left = new Set(equations);
  const seen = new Set<T>();
  const groups: ErrorEquation[][] = [];
  for (const first of equations) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const equation of group) {
      for (const key of keysOf(equation)) {
        if (seen.has(key)) continue;
        seen.add(key);
        for (const other of by.get(key) ?? []) if (left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Breaks that share a cell. */
export const byCells = (broken: readonly ErrorEquation[]): ErrorEquation[][] =>
  linked<Fact>(broken, (e) => e.terms.keys());

/** Breaks that share a row: what went wrong in one row may show in several columns. */
export const byRows = (broken: readonly ErrorEquation[]): ErrorEquation[][] =>
  linked<Item>(broken, (e) => [...e.terms.keys()].map((f) => f.row));

/** Breaks that share a table. */
export const byTables = (broken: readonly ErrorEquation[]): ErrorEquation[][] =>
  linked<Table>(broken, (e) => [...e.terms.keys()].map((f) => f.table));

/** Those of some equations that are not among others. */
export function equationsWithout(
  all: readonly ErrorEquation[],
  gone: readonly ErrorEquation[],
): ErrorEquation[] {
  const away = new Set(gone);
  return all.filter((e) => !away.has(e));
}
