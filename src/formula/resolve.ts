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

/** A Σ that is no level: rows on such an axis count where no columns are a group of that name. */
interface SumLeft {
  readonly name: string;
  rows: readonly number[];
}

/** 行之所指: the rows that a path means, and what of it is left for the columns. */
export interface RowsMeant {
  readonly rows: readonly number[];
  /** They stand for a Σ: all of them are wanted. */
  readonly many: boolean;
  /** A Σ over a level that has no rows. */
  readonly none: boolean;
  /** Parts that fit no row. */
  readonly left: readonly PathPart[];
  readonly sums: readonly SumLeft[];
}
/** 栏之所指: the columns; `absent` is a code that neither rows nor columns hold. */
export interface ColumnsMeant {
  readonly columns: readonly number[];
  readonly many: boolean;
  /** Rows of a Σ that no columns are a group of. */
  readonly rows?: readonly number[] | undefined;
  readonly absent?: string;
  /** The column that what is absent would stand in. */
  readonly vacant?: number;
}

const levelIn = ({ items }: Axis, among: readonly number[], level: Level): number | undefined =>
  among.find((i) => items[i]!.level === level);

function rootOf(name: string, binding: Binding, down: Axis, rows: Choice): number | undefined {
  if (binding.row !== undefined && down.items[binding.row]!.level) return binding.row;
  const level = (['项', '款', '类'] as const).find(
    (l) => binding.axes[l] !== undefined && l !== name,
  );
  const code = level ? binding.axes[level] : binding.axes.科目;
  if (code) return down.coded(code)[0];
  const chosen = rows.items.length < down.items.length ? rows.items : [];
  return chosen.find((i) => down.items[i]!.level) ?? levelIn(down, down.all.items, '合计');
}

function sumLevel(level: Level, binding: Binding, down: Axis, rows: Choice): readonly number[] {
  const { items, all } = down;
  const root = rootOf(level, binding, down, rows);
  if (root === undefined) return all.items.filter((i) => items[i]!.level === level);
  const below = down.below(root);
  return below.every((i) => DEPTH[items[i]!.level!] >= DEPTH[level])
    ? below
    : below.filter((i) => items[i]!.level === level);
}

/** The rows that a path means; what fits none of them is left for the columns. */
export function rowsMeant(path: Path, down: Axis, binding: Binding): RowsMeant {
  const { names, sums } = partsOf(path);
  let rows = binding.row === undefined ? down.all : down.one(binding.row);
  const left: PathPart[] = [];
  for (const part of names) {
    const own = down.narrow(rows, valueOf(part, binding));
    if (own) rows = own;
    else left.push(part);
  }
  let many: readonly number[] | undefined;
  let none = false;
  const further: SumLeft[] = [];
  for (const { name } of sums) {
    const isLevel = isCodeAxis(name);
    const own = isLevel
      ? sumLevel(name as Level, binding, down, rows)
      : inGroup(down, rows.items, name);
    if (own.length === 0 && !isLevel) further.push({ name, rows: onAxis(down, rows.items, name) });
    if (own.length === 0) none ||= isLevel;
    else {
      many = own;
      // The last Σ decides.
      for (const one of further) if (one.rows.length > 0) one.rows = own;
    }
  }
  const found = many ?? strongest(rows);
  return { rows: found, many: many !== undefined, none, left, sums: further };
}

/** A code that the list does not hold, and the column it would stand in. */
function vacancy(code: string, across: Axis, columns: Choice): ColumnsMeant {
  const among = strongest(columns);
  const column = among.length === 1 ? among[0] : among.find((i) => across.items[i]!.whole);
  return {
    columns: [],
    many: false,
    absent: code,
    ...(column !== undefined && { vacant: column }),
  };
}

/** The columns that are meant by what fits no row; undefined where it fits no column either. */
export function columnsMeant(
  { left, sums }: Pick<RowsMeant, 'left' | 'sums'>,
  across: Axis,
  open: boolean,
  binding: Binding,
): ColumnsMeant | undefined {
  let columns = binding.column === undefined ? across.all : across.one(binding.column);
  let absent: string | undefined;
  for (const part of left) {
    const name = valueOf(part, binding);
    const own = across.narrow(columns, name);
    if (own) columns = own;
    else if (open && isCode(name)) absent = name;
    else return undefined;
  }
  if (absent !== undefined) return vacancy(absent, across, columns);
  let many: readonly number[] | undefined;
  let rows: readonly number[] | undefined;
  for (const sum of sums) {
    const group = inGroup(across, columns.items, sum.name);
    if (group.length > 0) many = group;
    else if (sum.rows.length > 0) rows = sum.rows;
    else {
      many = onAxis(across, columns.items, sum.name);
      if (many.length === 0) return undefined;
    }
  }
  return { columns: many ?? strongest(columns), many: many !== undefined, rows };
}

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
): Place['missing'] {
  if (down.none) return 'none';
  const from = out.length;
  const across = axisOf(own.table.columns);
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
export function placeOf(path: Path, table: Table, binding: Binding = UNBOUND, at = 0): Place {
  // A row or column of another table is none of this one.
  if (binding.table && binding.table !== table) return NOWHERE;
  const rows = rowsMeant(path, axisOf(table.rows), binding);
  const meant = columnsMeant(rows, axisOf(table.columns), table.open, binding);
  if (!meant) return NOWHERE;
  const { absent, vacant: column } = meant;
  if (absent !== undefined) {
    const vacant = column === undefined ? {} : { vacant: { code: absent, column } };
    return { cells: [], absent: true, ...vacant };
  }
  const cells: number[] = [];
  const missing = putCells(cells, { table, at }, rows, meant);
  return missing ? { cells, absent: false, missing } : { cells, absent: false };
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
