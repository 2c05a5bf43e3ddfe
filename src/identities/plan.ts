// 展开一次: what a relation means in a layout, by rows and columns instead of figures. The same plan serves
// every workbook of that layout. Knows places; compares nothing.
import type { Assertion } from '../assertions/assertion.ts';
import type { Declaration } from '../assertions/declaration.ts';
import { type Fact, type Table, unitOf } from '../facts/fact.ts';
import { conditionHolds, type Lookup, linear, type Reference } from '../formula/evaluate.ts';
import type { Binding } from '../formula/meant.ts';
import { pathPlace, type Target } from '../formula/resolve.ts';
import type { Node, Path, Relation } from '../formula/tree.ts';
import { valueOfCells } from '../formula/value.ts';
import { isMoney } from '../measure/quantity.ts';

/** 所指: the cells of a reference, each as table, row and column by number. */
export interface MeantTables {
  readonly reference: Reference;
  readonly cells: readonly number[];
  /** The layout has no such row or column. */
  readonly missing: boolean;
}

/** 条件: what must hold for an assertion to be one, what it refers to, and what it may take for nothing. */
export interface Conditional {
  readonly when: readonly Relation[];
  readonly conditions: readonly MeantTables[];
  readonly supposed: readonly MeantTables[];
}

/** 未列的科目 by number: its code, and the column it would stand in. */
export interface Vacant {
  readonly code: string;
  readonly column: number;
}

/** 说法: a relation and how it is declared and printed. */
export interface SaidRelation {
  readonly declaration: Declaration;
  readonly relation: Relation;
  readonly says: string;
}

/**
 * 展开表: everything that a relation comes to in a layout. Its assertions are numbered; the cells of their
 * paths stand one after the other, so that a thousand of them are a few arrays of numbers.
 */
export interface Plan {
  readonly usual: SaidRelation;
  /** Where a table withholds items: parts are no more than their total. */
  readonly loose: SaidRelation;
  readonly part: number | undefined;
  readonly exact: boolean;
  readonly count: number;
  readonly paths: readonly Path[];
  /** Of every path the table that was asked, by number; −1 where there is none. */
  readonly asked: readonly number[];
  /** + or − of every path in a sum that comes to nothing; undefined where a side is no plain sum. */
  readonly signs: readonly number[] | undefined;
  /** Table, row and column of every cell. */
  readonly cells: Int32Array;
  /** Where the cells of path p of assertion n end: at n × number of paths + p. */
  readonly ends: Int32Array;
  /** The same numbers, where an open list does not hold the code. */
  readonly absent: ReadonlySet<number>;
  readonly vacant: ReadonlyMap<number, Vacant>;
  /** Assertions that are loose. */
  readonly whereLoose: ReadonlySet<number>;
  /** One for all, or one each. */
  readonly conditional: Conditional | readonly Conditional[];
}

/** How much is remembered with a plan, in numbers. */
export const planWeight = ({ cells, ends }: Plan): number => 120 + cells.length + ends.length;

/** Paths of a plain sum. */
export const linearPaths = (node: Node): Path[] =>
  (linear(node) ?? []).flatMap(({ reference }) => (reference.kind === 'path' ? [reference] : []));

/** + and − of every reference with both sides on the left; undefined where a side is no plain sum. */
export function signsByReference({
  left,
  right,
  rel,
}: Relation): Map<Reference, number> | undefined {
  const [lefts, rights] = [linear(left), linear(right)];
  if (!lefts || !rights || rel === '∈') return undefined;
  const signs = new Map<Reference, number>();
  const add = (reference: Reference, sign: number) =>
    signs.set(reference, (signs.get(reference) ?? 0) + sign);
  for (const { reference, sign } of lefts) add(reference, sign);
  for (const { reference, sign } of rights) add(reference, -sign);
  return signs;
}

/** 表1–表9: every disclosure has them, and a blank one says that there was nothing. */
const OFFICIAL = /^表\d$/;

/** Where a path of a condition stands in the tables it means; over several units it is the sum of them all. */
export function meantBy(
  path: Path,
  asked: readonly number[],
  tables: readonly Table[],
  binding: Binding,
): MeantTables {
  const each = asked.map((at) => pathPlace(path, tables[at]!, binding, at));
  // A condition on an official table that is not there, or was not read, is not known to hold.
  const missing =
    each.length > 0 ? each.every((p) => p.missing !== undefined) : OFFICIAL.test(path.table ?? '');
  return { reference: path, cells: each.flatMap((p) => p.cells), missing };
}

const factAt = (tables: readonly Table[], cells: ArrayLike<number>, at: number): Fact =>
  tables[cells[at]!]!.facts[cells[at + 1]!]![cells[at + 2]!]!;

/** Cells of tables by their numbers. */
function factsAt(
  tables: readonly Table[],
  cells: ArrayLike<number>,
  from = 0,
  to = cells.length,
): Fact[] {
  const facts: Fact[] = [];
  for (let i = from; i < to; i += 3) facts.push(factAt(tables, cells, i));
  return facts;
}

/** Whether conditions hold for these tables; one that cannot be computed, and so why, does not. */
export function holdsFor({ when, conditions }: Conditional, tables: readonly Table[]): boolean {
  if (when.length === 0) return true;
  const lookup: Lookup = (reference) => {
    const meant = conditions.find((c) => c.reference === reference);
    if (!meant || meant.missing) return { ok: false, why: '' };
    const facts = factsAt(tables, meant.cells);
    const unit = facts[0] ? unitOf(facts[0]) : '万元';
    return valueOfCells(facts, () => unit);
  };
  return conditionHolds(when, lookup);
}

/** Where the cells of an assertion begin and end in those of its plan. */
export const startOf = ({ ends, paths }: Plan, n: number): number =>
  n === 0 ? 0 : ends[n * paths.length - 1]!;
/** Behind the last number of it. */
export const endOf = ({ ends, paths }: Plan, n: number): number =>
  paths.length === 0 ? 0 : ends[(n + 1) * paths.length - 1]!;

/** 认定 by a plan: a view of it over the tables of one workbook. */
export class Planned implements Assertion {
  readonly plan: Plan;
  readonly number: number;
  readonly tables: readonly Table[];
  #targets: ReadonlyMap<Reference, Target> | undefined;

  constructor(plan: Plan, number: number, tables: readonly Table[]) {
    this.plan = plan;
    this.number = number;
    this.tables = tables;
  }

  get #saying(): SaidRelation {
    const { whereLoose, loose, usual } = this.plan;
    return whereLoose.has(this.number) ? loose : usual;
  }
  get declaration(): Declaration {
    return this.#saying.declaration;
  }
  get says(): string {
    return this.#saying.says;
  }
  get relation(): Relation {
    return this.#saying.relation;
  }
  get part(): number | undefined {
    return this.plan.part;
  }
  get exact(): boolean {
    return this.plan.exact;
  }

  get targets(): ReadonlyMap<Reference, Target> {
    this.#targets ??= new Map(this.plan.paths.map((path, p) => [path, this.#target(p)]));
    return this.#targets;
  }

  #target(p: number): Target {
    const { plan, tables, number } = this;
    const at = number * plan.paths.length + p;
    const table = tables[plan.asked[p]!];
    const vacant = plan.vacant.get(at);
    return {
      facts: factsAt(tables, plan.cells, at === 0 ? 0 : plan.ends[at - 1], plan.ends[at]),
      absent: plan.absent.has(at),
      ...(table && { table }),
      ...(vacant &&
        table && { vacant: { code: vacant.code, column: table.columns[vacant.column]! } }),
    };
  }

  /** Every cell, the stated side first. */
  get facts(): readonly Fact[] {
    const { plan, number } = this;
    return factsAt(this.tables, plan.cells, startOf(plan, number), endOf(plan, number));
  }

  /**
   * Figures that the conditions take for nothing. In one unit the digits printed leave them no room of
   * their own; where units are mixed, what a large one rounds away may be many last digits of a small one.
   */
  get supposed(): readonly Fact[] {
    const { supposed } = conditionalOf(this.plan, this.number);
    if (supposed.length === 0) return [];
    const facts = supposed.flatMap(({ cells }) => factsAt(this.tables, cells));
    const units = new Set([...this.facts, ...facts].map(unitOf).filter(isMoney));
    return units.size > 1 ? facts : [];
  }
}

const isEach = (own: Plan['conditional']): own is readonly Conditional[] => Array.isArray(own);

/** The conditions of one assertion of a plan. */
export const conditionalOf = ({ conditional }: Plan, n: number): Conditional =>
  isEach(conditional) ? conditional[n]! : conditional;

/** 展开过的关系: the assertions of one relation over the tables of a workbook, made when somebody asks for them. */
export class Expansion {
  readonly plan: Plan;
  readonly tables: readonly Table[];
  /** Numbers of those whose conditions hold. */
  readonly numbers: readonly number[];
  readonly #made: Planned[] = [];

  constructor(plan: Plan, tables: readonly Table[]) {
    this.plan = plan;
    this.tables = tables;
    this.numbers = metIn(plan, tables);
  }

  /** One of its assertions by its number in the plan; always the same object. */
  at(n: number): Planned {
    this.#made[n] ??= new Planned(this.plan, n, this.tables);
    return this.#made[n];
  }

  /** 认定 whose conditions hold, in their order. */
  get assertions(): Planned[] {
    return this.numbers.map((n) => this.at(n));
  }

  /** The tables that its paths asked for; undefined among them where one is not there. */
  get asked(): ReadonlySet<Table | undefined> {
    return new Set(this.plan.asked.map((at) => this.tables[at]));
  }
}

/** So many numbers from 0 on: most relations have a few, and share them. */
const counts: (readonly number[] | undefined)[] = [];
function countTo(count: number): readonly number[] {
  const known = counts[count] ?? Array.from({ length: count }, (_, n) => n);
  if (count < 1000) counts[count] = known;
  return known;
}

function metIn({ conditional, count }: Plan, tables: readonly Table[]): readonly number[] {
  const all = countTo(count);
  if (isEach(conditional)) return all.filter((n) => holdsFor(conditional[n]!, tables));
  return holdsFor(conditional, tables) ? all : [];
}
