// Lists by code as trees: which rows stand above a code, and which below. Knows items; no table by name.
import type { Fact, Table } from '../facts/fact.ts';

/** 一行: cells of one row by column. */
export type CellsOfRow = readonly (Fact | undefined)[];

/** 科目树: rows of a list by code, its 合计, and how long its codes are. */
export interface CodeTree {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly root: number | undefined;
  readonly depth: number;
}

const SHORTEST = 3;
const known = new WeakMap<Table, CodeTree>();

/** 科目树 of a table, worked out once: rows by number; a row without a code or a level is none of it. */
export function codesOf(table: Table): CodeTree {
  const found = known.get(table);
  if (found) return found;
  const rows = new Map<string, number[]>();
  table.rows.forEach((row, i) => {
    if (!row.code || !row.level || row.level === '合计') return;
    const list = rows.get(row.code);
    if (list) list.push(i);
    else rows.set(row.code, [i]);
  });
  const root = table.rows.findIndex((row) => row.level === '合计');
  const depth = Math.max(0, ...[...rows.keys()].map((code) => code.length));
  const codes = { rows, root: root < 0 ? undefined : root, depth };
  known.set(table, codes);
  return codes;
}

/** Rows above a code that the list has, the nearest first, and 合计 at last. */
export function above(table: Table, code: string): number[] {
  const { rows, root } = codesOf(table);
  const result: number[] = [];
  for (let length = code.length - 1; length >= SHORTEST; length -= 1) {
    const row = rows.get(code.slice(0, length))?.[0];
    if (row !== undefined) result.push(row);
  }
  return root === undefined ? result : [...result, root];
}

/** Rows of the list that would stand directly below a code that it has not. */
export function below(table: Table, code: string): number[] {
  const codes = [...codesOf(table).rows].filter(([own]) => own !== code && own.startsWith(code));
  return codes
    .filter(([own]) => !codes.some(([other]) => other !== own && own.startsWith(other)))
    .flatMap(([, rows]) => rows);
}
