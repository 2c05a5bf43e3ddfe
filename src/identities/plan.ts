// 展开一次: what a relation means in a layout, by rows and columns instead of figures. The same plan serves
// every workbook of that layout. Knows places; compares nothing.
import type { Assertion } from '../assertions/assertion.ts';
import type { Declaration } from '../assertions/declaration.ts';
import { type Fact, type Table, unitOf } from '../facts/fact.ts';
import { holds, type Lookup, linear, type Reference } from '../formula/evaluate.ts';
import { type Binding, placeOf, type Target } from '../formula/resolve.ts';
import type { Node, Path, Relation } from '../formula/tree.ts';
import { valueOfCells } from '../formula/value.ts';
import { isMoney } from '../measure/quantity.ts';

/** 所指: the cells of a reference, each as table, row and column by number. */
export interface Meant {
  readonly reference: Reference;
  readonly cells: readonly number[];
  /** The table that was asked, by number; −1 where there is none. */
  readonly table: number;
  readonly absent: boolean;
  /** The layout has no such row or column. */
  readonly missing: boolean;
  readonly vacant: { readonly code: string; readonly column: number } | undefined;
  /** + or − in a sum of all cells that comes to nothing where the relation holds; 0 outside of sums. */
  readonly sign: number;
}

/** 展开的一条: one assertion of a relation, without figures. */
export interface Plan {
  readonly declaration: Declaration;
  readonly says: string;
  readonly part: number | undefined;
  readonly relation: Relation;
  readonly exact: boolean;
  readonly targets: readonly Meant[];
  /** Both sides are plain sums. */
  readonly linear: boolean;
  readonly when: readonly Relation[];
  /** What the conditions refer to, and which of it they may take for nothing. */
  readonly conditions: readonly Meant[];
  readonly supposed: readonly Meant[];
}

/** Paths of a plain sum. */
export const linearPaths = (node: Node): Path[] =>
  (linear(node) ?? []).flatMap(({ reference }) => (reference.kind === 'path' ? [reference] : []));

/** + and − of every reference with both sides on the left; undefined where a side is no plain sum. */
export function signsIn({ left, right, rel }: Relation): Map<Reference, number> | undefined {
  const [lefts, rights] = [linear(left), linear(right)];
  if (!lefts || !rights || rel === '∈') return undefined;
  const signs = new Map<Reference, number>();
  const add = (reference: Reference, sign: number) =>
    signs.set(reference, (signs.get(reference) ?? 0) + sign);
  for (const { reference, sign } of lefts) add(reference, sign);
  for (const { reference, sign } of rights) add(reference, -sign);
  return signs;
}

/** Where a path stands in the tables it means, by their numbers; over several units it is the sum of them all. */
export function meantBy(
  path: Path,
  asked: readonly number[],
  tables: readonly Table[],
  binding: Binding,
  sign: number,
): Meant {
  const table = asked[0] ?? -1;
  if (table < 0)
    return {
      reference: path,
      cells: [],
      table,
      absent: true,
      missing: false,
      vacant: undefined,
      sign,
    };
  if (asked.length === 1) {
    const { cells, absent, missing, vacant } = placeOf(path, tables[table]!, binding, table);
    return { reference: path, cells, table, absent, missing: missing !== undefined, vacant, sign };
  }
  const each = asked.map((at) => placeOf(path, tables[at]!, binding, at));
  const cells = each.flatMap((p) => p.cells);
  const missing = each.every((p) => p.missing !== undefined);
  const absent = cells.length === 0;
  return { reference: path, cells, table, absent, missing, vacant: undefined, sign };
}

/** Cells of tables by their numbers, added to those found before. */
function factsAt(tables: readonly Table[], cells: readonly number[], facts: Fact[] = []): Fact[] {
  for (let i = 0; i < cells.length; i += 3) {
    facts.push(tables[cells[i]!]!.facts[cells[i + 1]!]![cells[i + 2]!]!);
  }
  return facts;
}

function targetAt(tables: readonly Table[], { cells, absent, vacant, table: at }: Meant): Target {
  const table = tables[at];
  return {
    facts: factsAt(tables, cells),
    absent,
    ...(table && { table }),
    ...(vacant &&
      table && { vacant: { code: vacant.code, column: table.columns[vacant.column]! } }),
  };
}

/** Whether the conditions of a plan hold for these tables. */
export function holdsFor(
  { when, conditions }: Pick<Plan, 'when' | 'conditions'>,
  tables: readonly Table[],
): boolean {
  if (when.length === 0) return true;
  const lookup: Lookup = (reference) => {
    const meant = conditions.find((c) => c.reference === reference);
    if (!meant || meant.missing) return { ok: false, why: '' };
    const facts = factsAt(tables, meant.cells);
    const unit = facts[0] ? unitOf(facts[0]) : '万元';
    return valueOfCells(facts, () => unit);
  };
  return holds(when, lookup);
}

/** 认定 by a plan: a view of it over the tables of one workbook. */
export class Planned implements Assertion {
  readonly plan: Plan;
  readonly tables: readonly Table[];
  #targets: ReadonlyMap<Reference, Target> | undefined;

  constructor(plan: Plan, tables: readonly Table[]) {
    this.plan = plan;
    this.tables = tables;
  }

  get declaration(): Declaration {
    return this.plan.declaration;
  }
  get says(): string {
    return this.plan.says;
  }
  get part(): number | undefined {
    return this.plan.part;
  }
  get relation(): Relation {
    return this.plan.relation;
  }
  get exact(): boolean {
    return this.plan.exact;
  }

  get targets(): ReadonlyMap<Reference, Target> {
    this.#targets ??= new Map(
      this.plan.targets.map((meant) => [meant.reference, targetAt(this.tables, meant)]),
    );
    return this.#targets;
  }

  /** Every cell, the stated side first. */
  get facts(): readonly Fact[] {
    const facts: Fact[] = [];
    for (const { cells } of this.plan.targets) factsAt(this.tables, cells, facts);
    return facts;
  }

  /**
   * Figures that the conditions take for nothing. In one unit the digits printed leave them no room of
   * their own; where units are mixed, what a large one rounds away may be many last digits of a small one.
   */
  get supposed(): readonly Fact[] {
    const { supposed } = this.plan;
    if (supposed.length === 0) return [];
    const facts = supposed.flatMap(({ cells }) => factsAt(this.tables, cells));
    const units = new Set([...this.facts, ...facts].map(unitOf).filter(isMoney));
    return units.size > 1 ? facts : [];
  }
}
