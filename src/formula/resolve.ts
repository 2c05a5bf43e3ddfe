// From a path to the cells it means. Knows tables as rows and columns of items; knows no form by
// name: names, codes, levels, groups and members all come with the items.
import type { Fact, Item, Table } from '../facts/fact.ts';
import { type Axis, axisOf } from './axis.ts';
import {
  type Binding,
  type ColumnsMeant,
  columnsMeant,
  type RowsMeant,
  rowsMeant,
  UNBOUND,
} from './meant.ts';
import type { NumberedItem, Path } from './tree.ts';

/** 指向: the cells a path means. `absent`: a code that an open list does not hold. */
export interface Target {
  readonly facts: readonly Fact[];
  readonly absent: boolean;
  /** The table that was asked, also when it holds no such cell. */
  readonly table?: Table;
  /** Where it would stand: its code, and the column that the path names. */
  readonly vacant?: Vacancy;
  /** The layout has no such row or column, or more than one. */
  readonly missing?: 'none' | 'many';
}
/** 未列的科目: a code that an open list does not hold, and the column asked for. */
export interface Vacancy {
  readonly code: string;
  readonly column: Item;
}

/** 所在: the cells a path means, each as the number of its table, its row and its column, one after the other. */
interface Place {
  readonly cells: readonly number[];
  readonly absent: boolean;
  readonly vacant?: { readonly code: string; readonly column: number };
  readonly missing?: 'none' | 'many';
}
const NOWHERE: Place = { cells: [], absent: false, missing: 'none' };

/** A table, and the number by which its cells name it. */
export interface Numbered {
  readonly table: Table;
  readonly at: number;
}

/** Whether one of the cells of a row that the layout has stands in a whole column, among several. */
function hasWhole(
  line: readonly unknown[] | undefined,
  columns: readonly number[],
  { items }: Axis,
): boolean {
  if (columns.length < 2 || !line) return false;
  return columns.some((column) => line[column] && items[column]!.whole);
}

/** Cells of rows and columns that the layout has; of a row those of whole columns, where that is asked. */
function putAll(
  out: number[],
  { table, at }: Numbered,
  rows: readonly number[],
  columns: readonly number[],
  wholes: Axis | undefined,
): void {
  for (const row of rows) {
    const line = table.facts[row];
    if (!line) continue;
    const only = wholes && hasWhole(line, columns, wholes);
    for (const column of columns) {
      if (!line[column] || (only && !wholes.items[column]!.whole)) continue;
      out.push(at, row, column);
    }
  }
}

/** One cell is meant: the one of the whole column among several. */
function putSingle(
  out: number[],
  own: Numbered,
  rows: readonly number[],
  columns: readonly number[],
  { items }: Axis,
): void {
  const from = out.length;
  putAll(out, own, rows, columns, undefined);
  if (out.length - from <= 3) return;
  const whole: number[] = [];
  for (let i = from; i < out.length; i += 3)
    if (items[out[i + 2]!]!.whole) whole.push(out[i]!, out[i + 1]!, out[i + 2]!);
  if (whole.length === 0) return;
  out.length = from;
  out.push(...whole);
}

/**
 * Puts the cells where rows and columns meet, as far as the layout has them, at the end of `out`; tells where
 * there is none, or more than one where one is meant, and leaves `out` as it was.
 */
export function putCells(
  out: number[],
  own: Numbered,
  down: RowsMeant,
  meant: ColumnsMeant,
  across: Axis,
): Place['missing'] {
  if (down.none) return 'none';
  const from = out.length;
  const rows = meant.rows ?? down.rows;
  const isMany = down.many || meant.rows !== undefined || meant.many;
  // Without a column of their own, the parts of a Σ over rows stand in the whole one.
  if (isMany) putAll(out, own, rows, meant.columns, meant.many ? undefined : across);
  else putSingle(out, own, rows, meant.columns, across);
  const count = out.length - from;
  if (count === 3 || (count > 0 && isMany)) return undefined;
  out.length = from;
  return count === 0 ? 'none' : 'many';
}

/** 坐标解析 by number: where the cells stand that a path means in one table under a binding. */
export function pathPlace(path: Path, table: Table, binding: Binding = UNBOUND, at = 0): Place {
  // A row or column of another table is none of this one.
  if (binding.table && binding.table !== table) return NOWHERE;
  const across = axisOf(table.columns);
  const rows = rowsMeant(path, axisOf(table.rows), binding);
  const meant = columnsMeant(rows, across, table.open, binding);
  if (!meant) return NOWHERE;
  const { absent, vacant: column } = meant;
  if (absent !== undefined) {
    const vacant = column === undefined ? {} : { vacant: { code: absent, column } };
    return { cells: [], absent: true, ...vacant };
  }
  const cells: number[] = [];
  const missing = putCells(cells, { table, at }, rows, meant, across);
  return missing ? { cells, absent: false, missing } : { cells, absent: false };
}

/**
 * 坐标解析: the cells that a path means in one table under a binding. What it does not mean is told by `missing`
 * (no such row or column, or more than one cell where one is meant) or `absent`, with no cells.
 */
export function resolve(path: Path, table: Table, binding: Binding = UNBOUND): Target {
  const { cells, absent, vacant, missing } = pathPlace(path, table, binding);
  const facts: Fact[] = [];
  for (let i = 0; i < cells.length; i += 3) facts.push(table.facts[cells[i + 1]!]![cells[i + 2]!]!);
  return {
    facts,
    absent,
    table,
    ...(vacant && { vacant: { code: vacant.code, column: table.columns[vacant.column]! } }),
    ...(missing && { missing }),
  };
}

/** Printed numbers of a sum, each with its sign, `…` filled in as far as the table has them (`present`). */
export function numbersOf(
  items: readonly NumberedItem[],
  present: readonly number[],
): Map<number, 1 | -1> {
  const result = new Map<number, 1 | -1>();
  items.forEach((item, i) => {
    if (item.number !== '…') {
      result.set(item.number, item.sign);
      return;
    }
    const before = items[i - 1]?.number;
    const after = items[i + 1]?.number;
    for (const n of present) {
      const inside =
        (typeof before !== 'number' || n > before) && (typeof after !== 'number' || n < after);
      if (inside) result.set(n, item.sign);
    }
  });
  return result;
}
