// What the open axes of an identity can stand for: codes, members, rows and columns of the tables at
// hand. Knows axes and paths; compares nothing.
import type { Table } from '../facts/fact.ts';
import { type Axis, axisOf, isCodeAxis } from '../formula/axis.ts';
import type { Binding } from '../formula/resolve.ts';
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

const valuesOf = (axis: string, tables: readonly Table[]): Iterable<string> =>
  new Set(tables.flatMap((t) => [...axisOf(t.rows).range(axis), ...axisOf(t.columns).range(axis)]));

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
  let result: Binding[] = [{ axes: {}, table: undefined, row: undefined, column: undefined }];
  for (const axis of open) {
    const values = [...valuesOf(axis, tables)];
    result = result.flatMap((b) =>
      values.map((value) => ({
        axes: { ...b.axes, [axis]: value },
        table: undefined,
        row: undefined,
        column: undefined,
      })),
    );
  }
  const table = tables[0];
  if (!table || tables.length > 1) return result;
  const [down, across] = [axisOf(table.rows), axisOf(table.columns)];
  // All of one shape: there are hundreds of them a relation.
  const opened = (items: readonly number[], key: 'row' | 'column') => {
    result = result.flatMap(({ axes, row, column }) =>
      items.map(
        (item): Binding =>
          key === 'row' ? { axes, table, row: item, column } : { axes, table, row, column: item },
      ),
    );
  };
  for (const axis of each.filter((a) => !written.has(a))) {
    if (axis === '行') {
      if (!mentions(paths, down, across)) opened(down.all.items, 'row');
    } else if (axis === '栏') {
      if (!mentions(paths, across, down)) opened(across.all.items, 'column');
    } else {
      const members = across.all.items.filter((i) => across.items[i]!.members[axis] !== undefined);
      if (members.length > 0) opened(members, 'column');
    }
  }
  return result;
}
