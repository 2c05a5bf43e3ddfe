// 展开表的编制: what every path of a relation means under every binding, as one list of numbers. Rows are found
// once for all columns, and columns once for all rows that leave the same names to them. Knows layouts; knows no
// figure.
import type { Table } from '../facts/fact.ts';
import { type Axis, axisOf, isCodeAxis } from '../formula/axis.ts';
import {
  type Binding,
  type ColumnsMeant,
  columnsMeant,
  type RowsMeant,
  rowsMeant,
} from '../formula/meant.ts';
import { putCells } from '../formula/resolve.ts';
import type { Path, Relation } from '../formula/tree.ts';
import type { Asked, RelationTask } from './asked.ts';
import { type Bindings, bindingAt, bindings } from './bindings.ts';
import { type Conditional, type Meant, meantBy, type Plan, type Vacant } from './plan.ts';

/** 所问: what a relation asks for, and the numbers of the tables meant by form and scope. */
export interface Sought {
  readonly all: Asked;
  readonly meant: readonly Table[];
  readonly found: readonly (readonly number[])[];
}

/** Columns found before, with what they were found by. */
interface ColumnsKnown {
  readonly rows: RowsMeant;
  readonly meant: ColumnsMeant | undefined;
}

/** Whether rows leave the same to the columns. */
function isAlike(a: RowsMeant, b: RowsMeant): boolean {
  if (a === b) return true;
  if (a.left.length !== b.left.length || a.sums.length !== b.sums.length) return false;
  for (let i = 0; i < a.left.length; i += 1) if (a.left[i] !== b.left[i]) return false;
  for (let i = 0; i < a.sums.length; i += 1) if (a.sums[i]!.name !== b.sums[i]!.name) return false;
  return true;
}

/** 路径在一张表里的所指 under binding after binding, by numbers. */
class Places {
  readonly #path: Path;
  readonly #own: { readonly table: Table; readonly at: number };
  readonly #all: Bindings;
  readonly #down: Axis;
  readonly #across: Axis;
  /** Of every open axis whether a value of it can be a row; the names of those. */
  readonly #isRow: readonly boolean[];
  readonly #rowAxes: ReadonlySet<string>;
  readonly #rows: (RowsMeant | undefined)[] = [];
  readonly #columns: (ColumnsKnown | undefined)[] = [];
  /** The last code that the list does not hold, and where it would stand. */
  vacant: Vacant | undefined;

  constructor(path: Path, table: Table, at: number, all: Bindings) {
    this.#path = path;
    this.#own = { table, at };
    this.#all = all;
    this.#down = axisOf(table.rows);
    this.#across = axisOf(table.columns);
    const down = this.#down;
    this.#isRow = all.axes.map(
      ({ name, values }) => isCodeAxis(name) || values.some((v) => down.knows(v)),
    );
    this.#rowAxes = new Set(all.axes.flatMap(({ name }, i) => (this.#isRow[i] ? name : [])));
  }

  /** Puts the cells under a binding at the end of a list; tells where the layout has none, or the code is absent. */
  put(out: number[], n: number): 'missing' | 'absent' | 'there' {
    const { table } = this.#all;
    if (table && table !== this.#own.table) return 'missing';
    const rows = this.#rowsUnder(n);
    const meant = this.#columnsUnder(rows, n);
    if (!meant) return 'missing';
    if (meant.absent !== undefined) {
      const { absent: code, vacant: column } = meant;
      this.vacant = column === undefined ? undefined : { code, column };
      return 'absent';
    }
    return putCells(out, this.#own, rows, meant) ? 'missing' : 'there';
  }

  /** The number of a combination by the axes that rows, or columns, depend on. */
  #keyOf(n: number, isRow: boolean): number {
    const { axes, combined } = this.#all;
    let [key, rest, radix] = [0, combined[n]!, 1];
    for (let i = axes.length - 1; i >= 0; i -= 1) {
      const { length } = axes[i]!.values;
      if (this.#isRow[i] === isRow) {
        key += radix * (rest % length);
        radix *= length;
      }
      rest = Math.floor(rest / length);
    }
    return key;
  }

  #rowsUnder(n: number): RowsMeant {
    const key = this.#keyOf(n, true) * (this.#down.items.length + 1) + this.#all.rows[n]! + 1;
    const known = this.#rows[key];
    if (known) return known;
    const rows = rowsMeant(this.#path, this.#down, bindingAt(this.#all, n));
    this.#rows[key] = rows;
    return rows;
  }

  #columnsUnder(rows: RowsMeant, n: number): ColumnsMeant | undefined {
    const key = this.#keyOf(n, false) * (this.#across.items.length + 1) + this.#all.columns[n]! + 1;
    const known = this.#columns[key];
    if (known && isAlike(known.rows, rows)) return known.meant;
    const binding = bindingAt(this.#all, n);
    const meant = columnsMeant(rows, this.#across, this.#own.table.open, binding);
    if (!this.#isOwn(rows)) this.#columns[key] = { rows, meant };
    return meant;
  }

  /** A value that is no row here, and rows of a Σ, belong to one binding alone. */
  #isOwn({ left, sums }: RowsMeant): boolean {
    for (const { name } of left) if (this.#rowAxes.has(name)) return true;
    for (const { rows } of sums) if (rows.length > 0) return true;
    return false;
  }
}

/** Whether a path means the same under every binding that opens these axes. */
const isFixed = ({ parts }: Path, { axes, table }: Binding): boolean =>
  !table &&
  parts.every((p) => (p.quoted || axes[p.name] === undefined) && !(p.sum && isCodeAxis(p.name)));

/** What the conditions of a relation refer to; where no binding touches them, the same for all. */
function conditionsOf(
  { when }: RelationTask,
  { all, meant, found }: Sought,
  every: Bindings,
): Conditional | ((n: number) => Conditional) {
  const { conditions, supposed } = all;
  const places = (path: Path, binding: Binding): Meant =>
    meantBy(path, found[all.of.get(path)!]!, meant, binding);
  const under = (binding: Binding): Conditional => ({
    when,
    conditions: conditions.map((path) => places(path, binding)),
    supposed: supposed.map((path) => places(path, binding)),
  });
  if (every.combined.length === 0) return { when, conditions: [], supposed: [] };
  const first = bindingAt(every, 0);
  if (conditions.every((path) => isFixed(path, first))) return under(first);
  return (n) => under(bindingAt(every, n));
}

/** An inequality whose smaller side does not exist says nothing; nor does a Σ of itself. */
function isWorthwhile(
  { rel }: Relation,
  cells: readonly number[],
  from: number,
  middle: number,
): boolean {
  const [left, right] = [middle - from, cells.length - middle];
  if (left === 0 && right === 0) return false;
  if (rel === '≤') return left > 0;
  if (rel === '≥') return right > 0;
  if (left !== 3 || right !== 3) return true;
  for (let i = 0; i < 3; i += 1) if (cells[from + i] !== cells[middle + i]) return true;
  return false;
}

/** Whether a path sums over codes, of which a table may withhold some. */
const sumsCodes = ({ parts }: Path): boolean => parts.some((p) => p.sum && isCodeAxis(p.name));

/** 编制中的展开表. */
class Draft {
  count = 0;
  readonly cells: number[] = [];
  readonly ends: number[] = [];
  readonly absent: number[] = [];
  readonly vacant = new Map<number, Vacant>();
  readonly isLoose: number[] = [];
  readonly #task: RelationTask;
  readonly #all: Asked;
  readonly #ways: readonly (readonly Places[])[];
  /** Of every path whether its table withholds items. */
  readonly #isPartial: readonly boolean[];
  readonly #mayBeOpen: boolean;

  constructor(task: RelationTask, { all, meant, found }: Sought, every: Bindings) {
    const asked = all.paths.map((path) => found[all.of.get(path)!]!);
    this.#task = task;
    this.#all = all;
    this.#ways = all.paths.map((path, i) =>
      asked[i]!.map((at) => new Places(path, meant[at]!, at, every)),
    );
    this.#isPartial = asked.map(([at]) => at !== undefined && meant[at]!.partial);
    this.#mayBeOpen = task.relation.rel === '=' && meant.some((t) => t.partial);
  }

  /** Adds what the relation comes to under a binding; nothing where it comes to nothing. */
  add(n: number): boolean {
    const [cells, ends] = [this.cells.length, this.ends.length];
    if (this.#put(n, cells)) {
      this.count += 1;
      return true;
    }
    this.cells.length = cells;
    this.ends.length = ends;
    this.absent.length = ends;
    return false;
  }

  #put(n: number, from: number): boolean {
    const { lefts, paths } = this.#all;
    let middle = from;
    for (let p = 0; p < paths.length; p += 1) {
      if (!this.#putPath(this.#ways[p]!, n)) return false;
      if (p === lefts.length - 1) middle = this.cells.length;
    }
    if (!isWorthwhile(this.#task.relation, this.cells, from, middle)) return false;
    const open = this.#mayBeOpen ? this.#withheld() : 'nothing';
    if (open === 'a copy') return false;
    this.isLoose.push(open === 'parts' ? 1 : 0);
    return true;
  }

  /** What a path comes to in all the tables that it asks for; over several units it is the sum of them all. */
  #putPath(ways: readonly Places[], n: number): boolean {
    const at = this.ends.length;
    const from = this.cells.length;
    let isMissing = ways.length > 0;
    let isAbsent = ways.length === 0;
    this.vacant.delete(at);
    for (const way of ways) {
      const found = way.put(this.cells, n);
      if (found !== 'missing') isMissing = false;
      if (ways.length > 1) continue;
      isAbsent = found === 'absent';
      if (isAbsent && way.vacant) this.vacant.set(at, way.vacant);
    }
    if (ways.length > 1) isAbsent = this.cells.length === from;
    this.ends.push(this.cells.length);
    this.absent.push(isAbsent ? 1 : 0);
    return !isMissing;
  }

  /**
   * What a table that withholds items (涉密) leaves open: parts below a total are no more than it, and a
   * code it does not list is no zero.
   */
  #withheld(): 'nothing' | 'parts' | 'a copy' {
    const { lefts, paths } = this.#all;
    const first = this.ends.length - paths.length;
    const isPartial = (p: number): boolean => this.#isPartial[p]!;
    if (paths.some((_, p) => isPartial(p) && this.absent[first + p] === 1)) return 'a copy';
    const isPart = (path: Path, p: number): boolean =>
      p >= lefts.length && isPartial(p) && sumsCodes(path);
    return paths.some(isPart) ? 'parts' : 'nothing';
  }
}

/** 展开表 of a relation in the layouts of the tables it speaks of. */
export function planOf(task: RelationTask, present: readonly Table[], sought: Sought): Plan {
  const { identity, part } = task;
  const { paths, signs, usual, loose, of } = sought.all;
  const every = bindings(identity.each ?? [], paths, present);
  const conditional = conditionsOf(task, sought, every);
  const each: Conditional[] = [];
  const draft = new Draft(task, sought, every);
  for (let n = 0; n < every.combined.length; n += 1)
    if (draft.add(n) && typeof conditional === 'function') each.push(conditional(n));
  const { count, cells, ends, absent, vacant, isLoose } = draft;
  return {
    usual,
    loose,
    part,
    exact: identity.exact ?? false,
    count,
    paths,
    asked: paths.map((path) => sought.found[of.get(path)!]![0] ?? -1),
    signs,
    cells: Int32Array.from(cells),
    ends: Int32Array.from(ends),
    absent: Uint8Array.from(absent),
    vacant,
    isLoose: Uint8Array.from(isLoose),
    conditional: typeof conditional === 'function' ? each : conditional,
  };
}
