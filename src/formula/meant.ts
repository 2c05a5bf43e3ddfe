// 行之所指、栏之所指: which rows and which columns of a table a path means. Rows come first; what fits none of them is
// left for the columns. Knows axes; knows no cell.
import type { Level, Table } from '../facts/fact.ts';
import { type Axis, type ChosenItems, isCode, isCodeAxis, strongest } from './axis.ts';
import type { Path, PathPart } from './tree.ts';

/** 绑定: what the open axes of a rule stand for in one assertion. */
export interface Binding {
  /** Axis → value: 类→201, 资金→一般公共预算财政拨款. */
  readonly axes: Readonly<Record<string, string>>;
  /** One row or column of a table, by number. */
  readonly table?: Table | undefined;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}
/** Nothing bound: every axis is open, no row or column is given. */
export const UNBOUND: Binding = { axes: {}, table: undefined, row: undefined, column: undefined };

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

function rootOf(name: string, binding: Binding, down: Axis, rows: ChosenItems): number | undefined {
  if (binding.row !== undefined && down.items[binding.row]!.level) return binding.row;
  const level = (['项', '款', '类'] as const).find(
    (l) => binding.axes[l] !== undefined && l !== name,
  );
  const code = level ? binding.axes[level] : binding.axes.科目;
  if (code) return down.coded(code)[0];
  const chosen = rows.items.length < down.items.length ? rows.items : [];
  return chosen.find((i) => down.items[i]!.level) ?? levelIn(down, down.all.items, '合计');
}

function sumLevel(
  level: Level,
  binding: Binding,
  down: Axis,
  rows: ChosenItems,
): readonly number[] {
  const { items, all } = down;
  const root = rootOf(level, binding, down, rows);
  if (root === undefined) return all.items.filter((i) => items[i]!.level === level);
  const below = down.below(root);
  return below.every((i) => DEPTH[items[i]!.level!] >= DEPTH[level])
    ? below
    : below.filter((i) => items[i]!.level === level);
}

const NO_SUMS: readonly SumLeft[] = [];

/** The rows that a path means; what fits none of them is left for the columns. */
export function rowsMeant(path: Path, down: Axis, binding: Binding): RowsMeant {
  const { names, sums } = partsOf(path);
  let rows = binding.row === undefined ? down.all : down.one(binding.row);
  const left: PathPart[] = [];
  let many: readonly number[] | undefined;
  for (const part of names) {
    const name = valueOf(part, binding);
    const own = down.narrow(rows, name);
    // A 类 without a row of its own is what stands below it.
    const closed = own !== null || binding.row !== undefined || !isCode(name);
    const below = closed ? [] : down.under(name);
    if (below.length > 0) {
      rows = { items: below };
      many = below;
    } else if (own) rows = own;
    else left.push(part);
  }
  if (sums.length === 0) {
    const found = many ?? strongest(rows);
    return { rows: found, many: many !== undefined, none: false, left, sums: NO_SUMS };
  }
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

/**
 * 只问编码的路径: no name of it but one code is that of a row, and no Σ of it means rows: what is left for the columns
 * is the same wherever the code stands.
 */
export interface PlainPath {
  /** The open axis of the code; undefined where there is none. */
  readonly code: string | undefined;
  /** Further open axes that it names. */
  readonly axes: readonly string[];
  readonly left: readonly PathPart[];
  readonly sums: readonly SumLeft[];
}

/** A path as a plain one, where these axes are open; undefined where it is none. */
export function plainPath(
  path: Path,
  down: Axis,
  open: ReadonlySet<string>,
): PlainPath | undefined {
  const { names, sums } = partsOf(path);
  let code: string | undefined;
  const axes: string[] = [];
  const left: PathPart[] = [];
  for (const part of names) {
    const isOpen = !part.quoted && open.has(part.name);
    if (isOpen && isCodeAxis(part.name)) {
      if (code !== undefined) return undefined;
      code = part.name;
      continue;
    }
    if (isOpen) axes.push(part.name);
    else if (down.knows(part.name)) return undefined;
    left.push(part);
  }
  if (sums.some(({ name }) => isCodeAxis(name) || down.sums(name))) return undefined;
  return { code, axes, left, sums: sums.map(({ name }) => ({ name, rows: [] })) };
}

/** The rows that a plain path means, among all or in one; undefined where none has its code. */
export function plainRows(
  { left, sums }: PlainPath,
  down: Axis,
  code: string | undefined,
  row: number | undefined,
): RowsMeant | undefined {
  const all = row === undefined ? down.all : down.one(row);
  const rows = code === undefined ? all : down.narrow(all, code);
  return rows ? { rows: strongest(rows), many: false, none: false, left, sums } : undefined;
}

/** A code that the list does not hold, and the column it would stand in. */
function vacancy(code: string, across: Axis, columns: ChosenItems): ColumnsMeant {
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
