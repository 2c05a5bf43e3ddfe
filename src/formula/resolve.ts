// From a path to the cells it means. Knows tables as rows and columns of items; knows no form by
// name: names, codes, levels, groups and members all come with the items.
import type { Fact, Item, Level, Table } from '../facts/fact.ts';
import { descendants, treeOf } from './codes.ts';
import type { NumberedItem, Path, PathPart } from './tree.ts';

/** 绑定: what the open axes of a rule stand for in one assertion. */
export interface Binding {
  /** Axis → value: 类→201, 资金→一般公共预算财政拨款. */
  readonly axes: Readonly<Record<string, string>>;
  readonly row?: Item;
  readonly column?: Item;
}
const UNBOUND: Binding = { axes: {} };

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

export const LEVELS: readonly Level[] = ['合计', '类', '款', '项'];
const DEPTH: Readonly<Record<Level, number>> = { 合计: 0, 类: 1, 款: 2, 项: 3 };
/** Levels and 科目 range over codes. */
export const isCodeAxis = (name: string): boolean =>
  name === '科目' || (LEVELS as readonly string[]).includes(name);

const named = (item: Item, name: string): boolean =>
  item.names.includes(name) ||
  item.key === name ||
  item.code === name ||
  item.level === name ||
  item.side === name ||
  name in item.members ||
  Object.values(item.members).includes(name);
const grouped = (item: Item, name: string): boolean =>
  item.of === name || item.groups.includes(name);
const matches = (item: Item, name: string): boolean => named(item, name) || grouped(item, name);

interface Choice {
  readonly items: readonly Item[];
  /** Number of parts that fit only through a group or `of`, by item. */
  readonly weakness: ReadonlyMap<Item, number>;
  /** What further names leave of it: rules ask for the same ones again and again. */
  narrowed?: Map<string, Choice | undefined>;
}
const NO_WEAKNESS: Choice['weakness'] = new Map();
const choiceOf = (items: readonly Item[], weakness = NO_WEAKNESS): Choice => ({
  items,
  weakness,
});

/** Choices over the rows and columns of one table. */
interface Choices {
  readonly rows: Choice;
  readonly columns: Choice;
  /** Single rows and columns that a binding names. */
  readonly ones: Map<Item, Choice>;
}
const choices = new WeakMap<Table, Choices>();
function choicesOf(table: Table): Choices {
  let known = choices.get(table);
  if (!known) {
    known = { rows: choiceOf(table.rows), columns: choiceOf(table.columns), ones: new Map() };
    choices.set(table, known);
  }
  return known;
}
function choiceOfOne(item: Item, { ones }: Choices): Choice {
  const known = ones.get(item) ?? choiceOf([item]);
  ones.set(item, known);
  return known;
}

const CODE = /^\d{3,9}$/;

function narrow(choice: Choice, name: string): Choice | undefined {
  choice.narrowed ??= new Map();
  const known = choice.narrowed.get(name);
  if (known || choice.narrowed.has(name)) return known;
  const result = narrowedBy(choice, name);
  choice.narrowed.set(name, result);
  return result;
}

function narrowedBy(choice: Choice, name: string): Choice | undefined {
  const coded = CODE.test(name) ? treeOf(choice.items).byCode.get(name) : undefined;
  const items = coded ?? choice.items.filter((i) => matches(i, name));
  if (items.length === 0) return undefined;
  const weak = items.filter((i) => !named(i, name));
  if (weak.length === 0) return choiceOf(items, choice.weakness);
  const weakness = new Map(choice.weakness);
  for (const i of weak) weakness.set(i, (weakness.get(i) ?? 0) + 1);
  return choiceOf(items, weakness);
}

function strongest(choice: Choice): readonly Item[] {
  if (choice.items.length < 2 || choice.weakness.size === 0) return choice.items;
  const least = Math.min(...choice.items.map((i) => choice.weakness.get(i) ?? 0));
  return choice.items.filter((i) => (choice.weakness.get(i) ?? 0) === least);
}

const valueOf = (part: PathPart, binding: Binding): string =>
  part.quoted ? part.name : (binding.axes[part.name] ?? part.name);

const inGroup = (items: readonly Item[], name: string): readonly Item[] =>
  items.filter((i) => i.groups.includes(name));
/** Members of an axis without its own 合计. */
const onAxis = (items: readonly Item[], name: string): readonly Item[] =>
  items.filter((i) => i.members[name] !== undefined && !i.whole && i.members[name] !== '合计');

interface Sides {
  rows: Choice;
  columns: Choice;
  /** Columns that stand for a Σ, all of which are wanted. */
  manyRows?: readonly Item[];
  manyColumns?: readonly Item[];
}

function rootOf(table: Table, name: string, binding: Binding, sides: Sides): Item | undefined {
  if (binding.row?.level) return binding.row;
  const level = (['项', '款', '类'] as const).find(
    (l) => binding.axes[l] !== undefined && l !== name,
  );
  const code = level ? binding.axes[level] : binding.axes.科目;
  if (code) return treeOf(table.rows).byCode.get(code)?.[0];
  const chosen = sides.rows.items.length < table.rows.length ? sides.rows.items : [];
  return chosen.find((r) => r.level) ?? table.rows.find((r) => r.level === '合计');
}

function sumLevel(table: Table, level: Level, binding: Binding, sides: Sides): readonly Item[] {
  const root = rootOf(table, level, binding, sides);
  if (!root) return table.rows.filter((r) => r.level === level);
  const below = descendants(table.rows, root);
  return below.every((r) => DEPTH[r.level!] >= DEPTH[level])
    ? below
    : below.filter((r) => r.level === level);
}

/** What a Σ ranges over: a level of codes, a named group, or an axis; rows before columns. */
function widen(table: Table, name: string, binding: Binding, sides: Sides): boolean {
  if (isCodeAxis(name)) {
    const rows = sumLevel(table, name as Level, binding, sides);
    if (rows.length > 0) sides.manyRows = rows;
    return rows.length > 0;
  }
  for (const choose of [inGroup, onAxis]) {
    const rows = choose(sides.rows.items, name);
    const columns = rows.length > 0 ? [] : choose(sides.columns.items, name);
    if (rows.length > 0) sides.manyRows = rows;
    if (columns.length > 0) sides.manyColumns = columns;
    if (rows.length > 0 || columns.length > 0) return true;
  }
  return false;
}

/** Applies the parts of a path to rows and columns; undefined when a part fits nothing. */
function applied(
  table: Table,
  path: Path,
  binding: Binding,
): Sides | { absent: boolean; vacant?: Vacancy } {
  const own = choicesOf(table);
  const sides: Sides = {
    rows: binding.row ? choiceOfOne(binding.row, own) : own.rows,
    columns: binding.column ? choiceOfOne(binding.column, own) : own.columns,
  };
  let absent: string | undefined;
  for (const part of path.parts.filter((p) => !p.sum)) {
    const name = valueOf(part, binding);
    const rows = narrow(sides.rows, name);
    const columns = rows ? undefined : narrow(sides.columns, name);
    if (rows) sides.rows = rows;
    else if (columns) sides.columns = columns;
    else if (CODE.test(name) && table.open) absent = name;
    else return { absent: false };
  }
  if (absent) {
    const columns = strongest(sides.columns);
    const column = columns.length === 1 ? columns[0] : columns.find((c) => c.whole);
    return { absent: true, ...(column && { vacant: { code: absent, column } }) };
  }
  for (const part of path.parts.filter((p) => p.sum)) {
    if (!widen(table, part.name, binding, sides)) return { absent: false };
  }
  return sides;
}

const lines = new WeakMap<readonly Item[], ReadonlyMap<Item, number>>();
function indexIn(items: readonly Item[], item: Item): number {
  let known = lines.get(items);
  if (!known) {
    known = new Map(items.map((own, i) => [own, i]));
    lines.set(items, known);
  }
  return known.get(item) ?? -1;
}

function cells(table: Table, rows: readonly Item[], columns: readonly Item[]): Fact[] {
  const result: Fact[] = [];
  for (const row of rows) {
    const line = table.facts[indexIn(table.rows, row)];
    for (const column of columns) {
      const fact = line?.[indexIn(table.columns, column)];
      if (fact) result.push(fact);
    }
  }
  return result;
}

const wholes = (facts: readonly Fact[]): readonly Fact[] => {
  if (facts.length < 2) return facts;
  const whole = facts.filter((f) => f.column.whole);
  return whole.length > 0 ? whole : facts;
};

/** 坐标解析: the cells that a path means in one table under a binding. */
export function resolve(path: Path, table: Table, binding: Binding = UNBOUND): Target {
  const sides = applied(table, path, binding);
  if ('absent' in sides) {
    const { absent, vacant } = sides;
    return {
      facts: [],
      absent,
      table,
      ...(vacant && { vacant }),
      ...(!absent && { missing: 'none' }),
    };
  }
  const rows = sides.manyRows ?? strongest(sides.rows);
  const columns = sides.manyColumns ?? strongest(sides.columns);
  if (sides.manyRows || sides.manyColumns) {
    const found = cells(table, rows, columns);
    // Without a column of their own, the parts of a Σ over rows stand in the whole one.
    const facts = sides.manyColumns
      ? found
      : rows.flatMap((r) => wholes(found.filter((f) => f.row === r)));
    return { facts, absent: false, table, ...(facts.length === 0 && { missing: 'none' }) };
  }
  const found = wholes(cells(table, rows, columns));
  if (found.length === 1) return { facts: found, absent: false, table };
  return { facts: [], absent: false, table, missing: found.length === 0 ? 'none' : 'many' };
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
