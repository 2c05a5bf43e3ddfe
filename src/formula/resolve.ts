// From a path to the cells it means. Knows tables as rows and columns of items; knows no form by
// name: names, codes, levels, groups and members all come with the items.
import type { Fact, Item, Level, Table } from '../facts/fact.ts';
import { type Axis, axisOf, type Choice, isCode, isCodeAxis, strongest } from './axis.ts';
import type { NumberedItem, Path, PathPart } from './tree.ts';

/** 绑定: what the open axes of a rule stand for in one assertion. */
export interface Binding {
  /** Axis → value: 类→201, 资金→一般公共预算财政拨款. */
  readonly axes: Readonly<Record<string, string>>;
  /** One row or column of a table, by number. */
  readonly table?: Table | undefined;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}
const UNBOUND: Binding = { axes: {}, table: undefined, row: undefined, column: undefined };

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
export interface Place {
  readonly cells: readonly number[];
  readonly absent: boolean;
  readonly vacant?: { readonly code: string; readonly column: number };
  readonly missing?: 'none' | 'many';
}
const NOWHERE: Place = { cells: [], absent: false, missing: 'none' };

const DEPTH: Readonly<Record<Level, number>> = { 合计: 0, 类: 1, 款: 2, 项: 3 };

/** Parts of a path: names first, then what is summed over. */
interface Parts {
  readonly names: readonly PathPart[];
  readonly sums: readonly PathPart[];
}
const parts = new WeakMap<Path, Parts>();
function partsOf(path: Path): Parts {
  let known = parts.get(path);
  if (!known) {
    known = { names: path.parts.filter((p) => !p.sum), sums: path.parts.filter((p) => p.sum) };
    parts.set(path, known);
  }
  return known;
}

const valueOf = (part: PathPart, { axes }: Binding): string =>
  part.quoted ? part.name : (axes[part.name] ?? part.name);

const inGroup = ({ items }: Axis, among: readonly number[], name: string): number[] =>
  among.filter((i) => items[i]!.groups.includes(name));
/** Members of an axis without its own 合计. */
const onAxis = ({ items }: Axis, among: readonly number[], name: string): number[] =>
  among.filter((i) => {
    const { members, whole } = items[i]!;
    return members[name] !== undefined && !whole && members[name] !== '合计';
  });

/** What is left of rows and columns while the parts of a path are applied. */
interface Sides {
  readonly across: Axis;
  readonly down: Axis;
  rows: Choice;
  columns: Choice;
  /** Those that stand for a Σ, all of which are wanted. */
  manyRows: readonly number[] | undefined;
  manyColumns: readonly number[] | undefined;
}

const levelIn = ({ items }: Axis, among: readonly number[], level: Level): number | undefined =>
  among.find((i) => items[i]!.level === level);

function rootOf(name: string, binding: Binding, { down, rows }: Sides): number | undefined {
  if (binding.row !== undefined && down.items[binding.row]!.level) return binding.row;
  const level = (['项', '款', '类'] as const).find(
    (l) => binding.axes[l] !== undefined && l !== name,
  );
  const code = level ? binding.axes[level] : binding.axes.科目;
  if (code) return down.coded(code)[0];
  const chosen = rows.items.length < down.items.length ? rows.items : [];
  return chosen.find((i) => down.items[i]!.level) ?? levelIn(down, down.all.items, '合计');
}

function sumLevel(level: Level, binding: Binding, sides: Sides): readonly number[] {
  const { items, all } = sides.down;
  const root = rootOf(level, binding, sides);
  if (root === undefined) return all.items.filter((i) => items[i]!.level === level);
  const below = sides.down.below(root);
  return below.every((i) => DEPTH[items[i]!.level!] >= DEPTH[level])
    ? below
    : below.filter((i) => items[i]!.level === level);
}

/** What a Σ ranges over: a level of codes, a named group, or an axis; rows before columns. */
function widen(name: string, binding: Binding, sides: Sides): boolean {
  if (isCodeAxis(name)) {
    const rows = sumLevel(name as Level, binding, sides);
    if (rows.length > 0) sides.manyRows = rows;
    return rows.length > 0;
  }
  for (const choose of [inGroup, onAxis]) {
    const rows = choose(sides.down, sides.rows.items, name);
    const columns = rows.length > 0 ? [] : choose(sides.across, sides.columns.items, name);
    if (rows.length > 0) sides.manyRows = rows;
    if (columns.length > 0) sides.manyColumns = columns;
    if (rows.length > 0 || columns.length > 0) return true;
  }
  return false;
}

/** A code that the list does not hold, and the column it would stand in. */
function vacancy(code: string, { across, columns }: Sides): Place {
  const among = strongest(columns);
  const column = among.length === 1 ? among[0] : among.find((i) => across.items[i]!.whole);
  return {
    cells: [],
    absent: true,
    ...(column !== undefined && { vacant: { code, column } }),
  };
}

/** Applies the parts of a path to rows and columns; a place at once where a part fits nothing. */
function applied(table: Table, path: Path, binding: Binding): Sides | Place {
  const [down, across] = [axisOf(table.rows), axisOf(table.columns)];
  const sides: Sides = {
    down,
    across,
    rows: binding.row === undefined ? down.all : down.one(binding.row),
    columns: binding.column === undefined ? across.all : across.one(binding.column),
    manyRows: undefined,
    manyColumns: undefined,
  };
  const { names, sums } = partsOf(path);
  let absent: string | undefined;
  for (const part of names) {
    const name = valueOf(part, binding);
    const rows = down.narrow(sides.rows, name);
    const columns = rows ? null : across.narrow(sides.columns, name);
    if (rows) sides.rows = rows;
    else if (columns) sides.columns = columns;
    else if (isCode(name) && table.open) absent = name;
    else return NOWHERE;
  }
  if (absent !== undefined) return vacancy(absent, sides);
  for (const part of sums) if (!widen(part.name, binding, sides)) return NOWHERE;
  return sides;
}

/** A table, and the number by which its cells name it. */
interface Numbered {
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
function cellsOf(
  { table, at }: Numbered,
  rows: readonly number[],
  columns: readonly number[],
  wholes: Axis | undefined,
): number[] {
  const cells: number[] = [];
  for (const row of rows) {
    const line = table.facts[row];
    const only = wholes && hasWhole(line, columns, wholes);
    for (const column of columns) {
      if (!line?.[column] || (only && !wholes.items[column]!.whole)) continue;
      cells.push(at, row, column);
    }
  }
  return cells;
}

/** Where one cell is meant: the one of the whole column among several. */
function single(
  own: Numbered,
  rows: readonly number[],
  columns: readonly number[],
  { items }: Axis,
): readonly number[] {
  const found = cellsOf(own, rows, columns, undefined);
  if (found.length <= 3) return found;
  const whole: number[] = [];
  for (let i = 0; i < found.length; i += 3)
    if (items[found[i + 2]!]!.whole) whole.push(found[i]!, found[i + 1]!, found[i + 2]!);
  return whole.length > 0 ? whole : found;
}

/** 坐标解析 by number: where the cells stand that a path means in one table under a binding. */
export function placeOf(path: Path, table: Table, binding: Binding = UNBOUND, at = 0): Place {
  // A row or column of another table is none of this one.
  if (binding.table && binding.table !== table) return NOWHERE;
  const sides = applied(table, path, binding);
  if ('absent' in sides) return sides;
  const own = { table, at };
  const { across, manyRows, manyColumns } = sides;
  const rows = manyRows ?? strongest(sides.rows);
  const columns = manyColumns ?? strongest(sides.columns);
  if (manyRows || manyColumns) {
    // Without a column of their own, the parts of a Σ over rows stand in the whole one.
    const cells = cellsOf(own, rows, columns, manyColumns ? undefined : across);
    return cells.length > 0 ? { cells, absent: false } : NOWHERE;
  }
  const cells = single(own, rows, columns, across);
  if (cells.length === 3) return { cells, absent: false };
  return cells.length === 0 ? NOWHERE : { cells: [], absent: false, missing: 'many' };
}

/** 坐标解析: the cells that a path means in one table under a binding. */
export function resolve(path: Path, table: Table, binding: Binding = UNBOUND): Target {
  const { cells, absent, vacant, missing } = placeOf(path, table, binding);
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

/** Printed numbers of a sum with `…` filled in, as far as the table has them. */
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
