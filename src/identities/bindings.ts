// What the open axes of an identity can stand for: codes, members, rows and columns of the tables at
// hand. Knows items and paths; compares nothing.
import type { Item, Table } from '../facts/fact.ts';
import { type Binding, isCodeAxis } from '../formula/resolve.ts';
import type { Path } from '../formula/tree.ts';

/** Whether parts of the paths name items of one side of a table already. */
function mentions(paths: readonly Path[], own: readonly Item[], others: readonly Item[]): boolean {
  const fits = (items: readonly Item[], name: string) =>
    items.some(
      (i) =>
        i.names.includes(name) ||
        i.key === name ||
        i.code === name ||
        i.level === name ||
        i.of === name ||
        i.groups.includes(name) ||
        name in i.members ||
        Object.values(i.members).includes(name),
    );
  return paths.some((p) =>
    p.parts.some((part) => {
      // 合计 is a level only where a row of that level stands; in 表4 it is a column.
      if (isCodeAxis(part.name) && (part.name !== '合计' || own.some((i) => i.level === '合计'))) {
        return own.some((i) => i.level !== undefined);
      }
      return fits(own, part.name) && !fits(others, part.name);
    }),
  );
}

function valuesOf(axis: string, tables: readonly Table[]): string[] {
  const values = new Set<string>();
  for (const table of tables) {
    for (const item of [...table.rows, ...table.columns]) {
      if (isCodeAxis(axis)) {
        if (item.code && (axis === '科目' || item.level === axis)) values.add(item.code);
        else if (axis === '科目' && item.level === '合计') values.add('合计');
      } else if (item.members[axis] !== undefined) values.add(item.members[axis]);
      else if (item.groups.includes(axis)) values.add(item.key);
    }
  }
  return [...values];
}

/** 展开的绑定: everything the open axes of a relation can stand for. */
export function bindings(
  each: readonly string[],
  paths: readonly Path[],
  tables: readonly Table[],
): Binding[] {
  const written = new Set(
    paths.flatMap((p) => p.parts.filter((x) => !x.sum && !x.quoted).map((x) => x.name)),
  );
  const open = new Set(each.filter((a) => written.has(a)));
  for (const name of written) if (isCodeAxis(name) && name !== '合计') open.add(name);
  let result: Binding[] = [{ axes: {} }];
  for (const axis of open) {
    result = result.flatMap((b) =>
      valuesOf(axis, tables).map((value) => ({ ...b, axes: { ...b.axes, [axis]: value } })),
    );
  }
  const table = tables[0];
  if (!table || tables.length > 1) return result;
  const opened = (items: readonly Item[], key: 'row' | 'column') => {
    result = result.flatMap((b) => items.map((item) => ({ ...b, [key]: item })));
  };
  const unwritten = each.filter((a) => !written.has(a));
  for (const axis of unwritten) {
    if (axis === '行') {
      if (!mentions(paths, table.rows, table.columns)) opened(table.rows, 'row');
    } else if (axis === '栏') {
      if (!mentions(paths, table.columns, table.rows)) opened(table.columns, 'column');
    } else if (table.columns.some((c) => c.members[axis] !== undefined)) {
      opened(
        table.columns.filter((c) => c.members[axis] !== undefined),
        'column',
      );
    }
  }
  return result;
}
