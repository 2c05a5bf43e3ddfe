// The items a list goes through: codes of a level, rows or columns of a group. Knows tables and which
// items are named; knows no sentence.
import type { Item, Table } from '../facts/fact.ts';
import type { Path } from '../formula/tree.ts';
import { isZero } from '../measure/exact.ts';
import { kept } from './kept.ts';
import type { Several, Source, WritingScope } from './source.ts';
import { worthIn } from './worth.ts';

/** 列举项: one item of a list, and the axis it is bound to. */
export interface Listed {
  readonly axis: string;
  readonly value: string;
  readonly table: Table;
  readonly item: Item;
  /** Its amount is zero here: printed or left out by the place, read either way. */
  readonly zero: boolean;
  /** Of a fixed composition: the place decides whether its zero items are printed. */
  readonly optional: boolean;
  /** A whole table of which there are several: the row of its money. */
  readonly money?: string;
}

const LEVELS = ['类', '款', '项'];

const below = (rows: readonly Item[], item: Item): boolean =>
  rows.some((r) => r !== item && r.code?.startsWith(item.code!) && r.code !== item.code);

function codeRows(table: Table, name: string, scope: WritingScope): Item[] {
  const parent = LEVELS.map((l) => scope.axes[l]).findLast((code) => code !== undefined);
  const rows = table.rows.filter((r) => r.code && r.level !== '合计');
  const inside = rows.filter((r) => !parent || (r.code!.startsWith(parent) && r.code !== parent));
  const wanted = inside.filter((r) => (name === '末级' ? !below(rows, r) : r.level === name));
  return [...new Map(wanted.map((r) => [r.code, r])).values()];
}

/** Where a path has no table of its own, the list around it gives the table. */
const tableOf = (path: Path, scope: WritingScope): string => path.table ?? scope.axes.表 ?? '';

function candidates(table: Table, name: string, scope: WritingScope): readonly Item[] {
  if (name === '末级' || LEVELS.includes(name)) return codeRows(table, name, scope);
  const rows = table.rows.filter((r) => r.groups.includes(name) && !r.key.endsWith('·合计'));
  if (rows.length > 0) return rows;
  const grouped = table.columns.filter((c) => c.groups.includes(name));
  if (grouped.length > 0) return grouped;
  return table.columns.filter((c) => c.members[name] !== undefined && !c.whole);
}

/** Axes a code is bound to: its own level, 科目, and the levels above it. */
export function axesOf(listed: Listed): Record<string, string> {
  const { item, axis, value, table, money } = listed;
  if (money !== undefined) return { 表: table.id, [axis]: value, 资金总额: money };
  const codes = Object.fromEntries(
    LEVELS.flatMap((level, i) => {
      const length = 3 + 2 * i;
      const own = item.code && item.code.length >= length ? item.code.slice(0, length) : undefined;
      return own ? [[level, own]] : [];
    }),
  );
  const code = item.code ? { ...codes, 科目: item.code } : {};
  return { 表: table.form, ...code, [axis]: value };
}

const placed = new WeakMap<Path, Map<string, Path>>();

/** The same path with its table, one object for each so that what it means is looked up once. */
function inTable(group: Path, { form }: Table): Path {
  if (group.table) return group;
  const known = placed.get(group) ?? new Map<string, Path>();
  placed.set(group, known);
  const path = known.get(form) ?? { ...group, table: form };
  known.set(form, path);
  return path;
}

function wholeTable(axis: string, { table, name, money }: Several): Listed {
  const item: Item = { key: table.id, names: [name], printed: name, groups: [], members: {} };
  return { axis, value: table.id, table, item, zero: false, optional: false, money };
}

const bindings = new WeakMap<WritingScope['axes'], WeakMap<Listed, WritingScope['axes']>>();

/** The axes of a list's clause: those around it, and those of its item; one object for each. */
export function axesWithin(axes: WritingScope['axes'], listed: Listed): WritingScope['axes'] {
  const known = bindings.get(axes) ?? new WeakMap<Listed, WritingScope['axes']>();
  bindings.set(axes, known);
  const bound = known.get(listed) ?? { ...axes, ...axesOf(listed) };
  known.set(listed, bound);
  return bound;
}

/** 列举: items of a group in the order of the table; zero ones are marked. */
export const itemsOf = (group: Path, scope: WritingScope, source: Source): readonly Listed[] =>
  kept({ by: group, nodes: () => [group, BUDGET] }, scope, source, () =>
    listedIn(group, scope, source),
  );

function listedIn(group: Path, scope: WritingScope, source: Source): Listed[] {
  const tables = group.table ? [] : source.several(group.parts[0]!.name);
  if (tables.length > 0) return tables.map((t) => wholeTable(group.parts[0]!.name, t));
  const table = source.table(tableOf(group, scope), group.scope);
  const axis = group.parts.at(-1)!.name;
  if (!table) return [];
  const weighed = (item: Item) => weigh(item, axis, table, group, scope, source);
  const listed = candidates(table, axis, scope).map(weighed);
  // A class with an amount and no item that has one is itself the item.
  const parent = axis === '末级' && listed.every((l) => l.zero) && scope.axes.类;
  const alone = parent ? table.rows.find((r) => r.code === parent) : undefined;
  return alone ? [...listed, weighed(alone)] : listed;
}

function weigh(
  item: Item,
  axis: string,
  table: Table,
  group: Path,
  scope: WritingScope,
  source: Source,
): Listed {
  const value = item.code ?? item.key;
  const optional = !item.code && table.form !== '补充资料';
  const listed = { axis, value, table, item, zero: false, optional };
  const inner: WritingScope = { ...scope, axes: { ...scope.axes, ...axesOf(listed) } };
  const worth = worthIn(inTable(group, table), inner, source).value;
  const budget = item.code && worthIn(BUDGET, inner, source).value;
  const nothing = !worth || isZero(worth.value);
  return { ...listed, zero: nothing && (!budget || isZero(budget.value)) };
}

/** A code without spending is still told of when a budget was set for it. */
const BUDGET: Path = {
  kind: 'path',
  parts: [{ name: '科目预算', sum: false, quoted: false }],
};
