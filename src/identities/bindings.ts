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

function valuesOf(axis: string, tables: readonly Table[]): readonly string[] {
  const ranges: (readonly string[])[] = [];
  for (const { rows, columns } of tables)
    for (const items of [rows, columns]) {
      const range = axisOf(items).range(axis);
      if (range.length > 0) ranges.push(range);
    }
  return ranges.length > 1 ? [...new Set(ranges.flat())] : (ranges[0] ?? []);
}

/** 开放的轴: what an axis can stand for. */
export interface OpenAxis {
  readonly name: string;
  readonly values: readonly string[];
}

/** 展开的绑定: everything the open axes of a relation can stand for, by number. */
export class Bindings {
  /** The table of which rows or columns are opened. */
  readonly table: Table | undefined;
  readonly axes: readonly OpenAxis[];
  readonly count: number;
  /** Of every axis the number of its value under each of them. */
  readonly values: readonly (readonly number[])[];
  /** The row and the column that each of them opens; undefined where none are opened. */
  readonly rows: readonly number[] | undefined;
  readonly columns: readonly number[] | undefined;
  /** Names of the axes. */
  readonly open: ReadonlySet<string>;
  readonly #made: Binding[] = [];

  /** Values of the axes in every combination, those of the last one varying first; each with every item opened. */
  constructor(axes: readonly OpenAxis[], table: Table | undefined, opened: readonly Opened[]) {
    let values: readonly (readonly number[])[] = combined(axes);
    let count = axes.reduce((product, own) => product * own.values.length, 1);
    let [rows, columns]: (readonly number[] | undefined)[] = [];
    for (const { key, items } of opened) {
      const each = times(count, items);
      values = values.map((own) => repeated(own, items.length));
      rows = key === 'row' ? each : rows && repeated(rows, items.length);
      columns = key === 'column' ? each : columns && repeated(columns, items.length);
      count *= items.length;
    }
    this.table = opened.length > 0 ? table : undefined;
    this.axes = axes;
    this.open = new Set(axes.map(({ name }) => name));
    this.count = count;
    this.values = values;
    this.rows = rows;
    this.columns = columns;
  }

  /** One of them as a path takes it. */
  at(n: number): Binding {
    const known = this.#made[n];
    if (known) return known;
    const own: Record<string, string> = {};
    this.axes.forEach(({ name, values }, i) => {
      own[name] = values[this.values[i]![n]!]!;
    });
    const { table, rows, columns } = this;
    const made: Binding = { axes: own, table, row: rows?.[n], column: columns?.[n] };
    this.#made[n] = made;
    return made;
  }
}

/** Of every axis the number of its value in each combination. */
function combined(axes: readonly OpenAxis[]): number[][] {
  let own: number[][] = [];
  let count = 1;
  for (const { values } of axes) {
    const numbers = values.map((_, i) => i);
    own = [...own.map((one) => repeated(one, values.length)), times(count, numbers)];
    count *= values.length;
  }
  return own;
}

/** Each of them so many times. */
function repeated(of: readonly number[], count: number): number[] {
  const result: number[] = [];
  for (const own of of) for (let i = 0; i < count; i += 1) result.push(own);
  return result;
}

/** All items so many times. */
function times(count: number, items: readonly number[]): number[] {
  const result: number[] = [];
  for (let n = 0; n < count; n += 1) for (const item of items) result.push(item);
  return result;
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

/** 开放的名: axes that paths write and leave open, and those opened beside what they write. */
interface Opens {
  readonly open: readonly string[];
  readonly further: readonly string[];
}
const openings = new WeakMap<readonly Path[], Opens>();

/** The same for the paths of one relation, whatever the tables. */
function opens(each: readonly string[], paths: readonly Path[]): Opens {
  const known = openings.get(paths);
  if (known) return known;
  const written = new Set<string>();
  for (const { parts } of paths)
    for (const { name, sum, quoted } of parts) if (!sum && !quoted) written.add(name);
  const open = new Set(each.filter((a) => written.has(a)));
  for (const name of written) if (name !== '合计' && isCodeAxis(name)) open.add(name);
  const own = { open: [...open], further: each.filter((a) => !written.has(a)) };
  openings.set(paths, own);
  return own;
}

/** 开放的轴 that paths write and leave open, over the tables they speak of. */
export const openAxes = (
  each: readonly string[],
  paths: readonly Path[],
  tables: readonly Table[],
): OpenAxis[] => opens(each, paths).open.map((name) => ({ name, values: valuesOf(name, tables) }));

/** 展开的绑定 of a relation over the tables it speaks of. */
export function bindings(
  each: readonly string[],
  paths: readonly Path[],
  tables: readonly Table[],
): Bindings {
  const { further: unwritten } = opens(each, paths);
  const axes = openAxes(each, paths, tables);
  const only = tables.length === 1 ? tables[0] : undefined;
  const further = only ? unwritten : [];
  const opened = only && further.length > 0 ? openedIn(further, paths, only) : [];
  return new Bindings(axes, only, opened);
}
