// 展开表的编制: what every path of a relation means under every binding, as one list of numbers. Knows layouts;
// knows no figure.
import type { Table } from '../facts/fact.ts';
import { isCodeAxis } from '../formula/axis.ts';
import type { Binding } from '../formula/meant.ts';
import type { Path, Relation } from '../formula/tree.ts';
import type { Asked, RelationTask } from './asked.ts';
import { type Bindings, bindings } from './bindings.ts';
import { Places } from './places.ts';
import { type Conditional, type MeantTables, meantBy, type Plan, type Vacant } from './plan.ts';

/** 所问: what a relation asks for, and the numbers of the tables meant by form and scope. */
export interface Sought {
  readonly all: Asked;
  readonly meant: readonly Table[];
  readonly found: readonly (readonly number[])[];
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
  const places = (path: Path, binding: Binding): MeantTables =>
    meantBy(path, found[all.of.get(path)!]!, meant, binding);
  const under = (binding: Binding): Conditional => ({
    when,
    conditions: conditions.map((path) => places(path, binding)),
    supposed: supposed.map((path) => places(path, binding)),
  });
  if (every.count === 0 || conditions.length === 0) return { when, conditions: [], supposed: [] };
  const first = every.at(0);
  if (conditions.every((path) => isFixed(path, first))) return under(first);
  return (n) => under(every.at(n));
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

const NONE: ReadonlySet<number> = new Set();
const NO_VACANCY: ReadonlyMap<number, Vacant> = new Map();

/** 编制中的展开表. */
class Draft {
  count = 0;
  readonly cells: number[] = [];
  readonly ends: number[] = [];
  absent: Set<number> | undefined;
  vacant: Map<number, Vacant> | undefined;
  loose: Set<number> | undefined;
  /** Of the assertion at hand: paths whose open list does not hold the code. */
  readonly #left: { readonly at: number; readonly vacant: Vacant | undefined }[] = [];
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
    return false;
  }

  #put(n: number, from: number): boolean {
    const { lefts, paths } = this.#all;
    this.#left.length = 0;
    let middle = from;
    for (let p = 0; p < paths.length; p += 1) {
      if (!this.#putPath(this.#ways[p]!, n)) return false;
      if (p === lefts.length - 1) middle = this.cells.length;
    }
    if (!isWorthwhile(this.#task.relation, this.cells, from, middle)) return false;
    const open = this.#mayBeOpen ? this.#withheld() : 'nothing';
    if (open === 'a copy') return false;
    if (open === 'parts') {
      this.loose ??= new Set();
      this.loose.add(this.count);
    }
    if (this.#left.length > 0) this.#keepLeft();
    return true;
  }

  #keepLeft(): void {
    for (const { at, vacant } of this.#left) {
      this.absent ??= new Set();
      this.absent.add(at);
      if (!vacant) continue;
      this.vacant ??= new Map();
      this.vacant.set(at, vacant);
    }
  }

  /** What a path comes to in all the tables that it asks for; over several units it is the sum of them all. */
  #putPath(ways: readonly Places[], n: number): boolean {
    if (ways.length === 1) return this.#putWay(ways[0]!, n);
    const at = this.ends.length;
    const from = this.cells.length;
    let isMissing = ways.length > 0;
    let isAbsent = ways.length === 0;
    for (const way of ways) if (way.put(this.cells, n) !== 'missing') isMissing = false;
    if (ways.length > 1) isAbsent = this.cells.length === from;
    this.ends.push(this.cells.length);
    if (isAbsent) this.#left.push({ at, vacant: undefined });
    return !isMissing;
  }

  /** The same in the one table that it asks for. */
  #putWay(way: Places, n: number): boolean {
    const at = this.ends.length;
    const found = way.put(this.cells, n);
    this.ends.push(this.cells.length);
    if (found === 'absent') this.#left.push({ at, vacant: way.vacant });
    return found !== 'missing';
  }

  /**
   * What a table that withholds items (涉密) leaves open: parts below a total are no more than it, and a
   * code it does not list is no zero.
   */
  #withheld(): 'nothing' | 'parts' | 'a copy' {
    const { lefts, paths } = this.#all;
    const first = this.ends.length - paths.length;
    const isPartial = (p: number): boolean => this.#isPartial[p]!;
    if (paths.some((_, p) => isPartial(p) && this.#left.some(({ at }) => at === first + p)))
      return 'a copy';
    // Rows below a code stand for it where it has none of its own.
    const isMany = (p: number): boolean =>
      this.ends[first + p]! - (this.ends[first + p - 1] ?? 0) > 3;
    const isPart = (path: Path, p: number): boolean =>
      p >= lefts.length && isPartial(p) && (sumsCodes(path) || isMany(p));
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
  for (let n = 0; n < every.count; n += 1)
    if (draft.add(n) && typeof conditional === 'function') each.push(conditional(n));
  const { count, cells, ends, absent, vacant } = draft;
  return {
    usual,
    loose,
    part,
    exact: identity.exact ?? false,
    count,
    paths,
    asked: paths.map((path) => sought.found[of.get(path)!]![0] ?? -1),
    signs,
    cells: new Int32Array(cells),
    ends: new Int32Array(ends),
    absent: absent ?? NONE,
    vacant: vacant ?? NO_VACANCY,
    whereLoose: draft.loose ?? NONE,
    conditional: typeof conditional === 'function' ? each : conditional,
  };
}
