// What the open axes of an identity can stand for: codes, members, rows and columns of the tables at
// hand. Knows axes and paths; compares nothing.
import type { Table } from '../facts/fact.ts';
import { type Axis, axisOf, isCodeAxis } from '../formula/axis.ts';
import type { Binding } from '../formula/meant.ts';
import type { Path } from '../formula/tree.ts';

/** Whether parts of the paths name items of one side of a table already. */
function mentions(paths: readonly Path[], own: Axis, others: Axis): boolean {
  return paths.some((p) =>
    p.parts.some((part) => {
      // 合计 is a level only where a row of that level stands; in 表4 it is a column.
      if (isCodeAxis(part.name) && (part.name !== '合计' || own.hasLevel('合计'))) {
        return own.hasLevel();
      }
      return own.has(part.name) && !others.has(part.name);
    }),
  );
}

function valuesOf(axis: string, tables: readonly Table[]): string[] {
  const values = new Set<string>();
  for (const { rows, columns } of tables) {
    for (const value of axisOf(rows).range(axis)) values.add(value);
    for (const value of axisOf(columns).range(axis)) values.add(value);
  }
  return [...values];
}

/** 开放的轴: what an axis can stand for. */
export interface OpenAxis {
  readonly name: string;
  readonly values: readonly string[];
}

/** 展开的绑定: everything the open axes of a relation can stand for, by number. */
export interface Bindings {
  /** The table of which rows or columns are opened. */
  readonly table: Table | undefined;
  /** Their values in every combination, those of the last one varying first. */
  readonly axes: readonly OpenAxis[];
  /** Of every binding the number of its combination, its row and its column; −1 where none is opened. */
  readonly combined: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** One of them as a path takes it. */
export function bindingAt({ axes, combined, rows, columns, table }: Bindings, n: number): Binding {
  const own: Record<string, string> = {};
  let rest = combined[n]!;
  for (let i = axes.length - 1; i >= 0; i -= 1) {
    const { name, values } = axes[i]!;
    own[name] = values[rest % values.length]!;
    rest = Math.floor(rest / values.length);
  }
  const row = rows[n]! < 0 ? undefined : rows[n];
  const column = columns[n]! < 0 ? undefined : columns[n];
  return { axes: own, table, row, column };
}

interface Opened {
  readonly key: 'row' | 'column';
  readonly items: readonly number[];
}

/** Rows and columns of one table that are opened beside what the paths write. */
function openedIn(axes: readonly string[], paths: readonly Path[], table: Table): Opened[] {
  const [down, across] = [axisOf(table.rows), axisOf(table.columns)];
  return axes.flatMap((axis): Opened[] => {
    if (axis === '行')
      return mentions(paths, down, across) ? [] : [{ key: 'row', items: down.all.items }];
    if (axis === '栏')
      return mentions(paths, across, down) ? [] : [{ key: 'column', items: across.all.items }];
    const members = across.all.items.filter((i) => across.items[i]!.members[axis] !== undefined);
    return members.length > 0 ? [{ key: 'column', items: members }] : [];
  });
}

/** Each of the bindings once for each of the items that are opened. */
function times(of: readonly number[], items: readonly number[], opened: boolean): number[] {
  const result: number[] = [];
  for (const own of of) for (const item of items) result.push(opened ? item : own);
  return result;
}

/** 展开的绑定 of a relation over the tables it speaks of. */
export function bindings(
  each: readonly string[],
  paths: readonly Path[],
  tables: readonly Table[],
): Bindings {
  const written = new Set<string>();
  for (const { parts } of paths)
    for (const { name, sum, quoted } of parts) if (!sum && !quoted) written.add(name);
  const open = new Set(each.filter((a) => written.has(a)));
  for (const name of written) if (name !== '合计' && isCodeAxis(name)) open.add(name);
  const axes = [...open].map((name) => ({ name, values: valuesOf(name, tables) }));
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  let combined = Array.from({ length: count }, (_, n) => n);
  let rows = Array.from({ length: count }, () => -1);
  let columns = rows;
  const only = tables.length === 1 ? tables[0] : undefined;
  const further = only ? each.filter((a) => !written.has(a)) : [];
  const opened = only && further.length > 0 ? openedIn(further, paths, only) : [];
  for (const { key, items } of opened) {
    combined = times(combined, items, false);
    rows = times(rows, items, key === 'row');
    columns = times(columns, items, key === 'column');
  }
  return { table: opened.length > 0 ? only : undefined, axes, combined, rows, columns };
}
