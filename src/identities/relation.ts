// 展开一条关系: what a relation comes to over the tables at hand: everything its open axes can stand for, each with
// its cells. Knows tables by their layouts; compares nothing.
import type { Table } from '../facts/fact.ts';
import { axisOf } from '../formula/axis.ts';
import type { Relation } from '../formula/tree.ts';
import { Memory } from '../measure/memory.ts';
import { type Asked, askedBy, type RelationTask } from './asked.ts';
import type { Tables } from './declared.ts';
import { planOf } from './expand.ts';
import { layoutOf } from './layout.ts';
import { Expansion, type Plan } from './plan.ts';

const weightOf = ({ cells, ends }: Plan): number => 120 + cells.length + ends.length;
/**
 * Plans by relation and layouts; so many numbers are remembered. Every department has lists of codes of its own, which
 * hardly come again unless it is checked again; tables of fixed rows come again with their layout.
 */
const overLists = new Memory<Plan>(100_000, weightOf);
const overFixed = new Memory<Plan>(200_000, weightOf);

/** A table that the year does not have adds zero to a sum; alone on one side it is nothing to be equal to. */
const comparesWithNothing = (
  { rel }: Relation,
  { lefts, rights, of }: Asked,
  found: readonly (readonly Table[])[],
): boolean =>
  rel === '=' &&
  [lefts, rights].some(
    (side) => side.length > 0 && side.every((path) => found[of.get(path)!]!.length === 0),
  );

/** 展开过的: the tables by form and scope, and what the relation came to over them. */
interface Expanded {
  readonly found: readonly (readonly Table[])[];
  readonly expansion: Expansion;
}
/** By the first table of a relation and the relation's number. */
const expanded = new WeakMap<Table, Map<number, Expanded>>();

const isSame = <T>(a: readonly (readonly T[])[], b: readonly (readonly T[])[]): boolean =>
  a.every((own, i) => own.length === b[i]!.length && own.every((one, n) => one === b[i]![n]));

/** What was made over these very tables before, or is made now. */
function expandedOnce(
  number: number,
  found: readonly (readonly Table[])[],
  make: () => Expansion,
): Expansion {
  const first = found.find((own) => own.length > 0)![0]!;
  let known = expanded.get(first);
  if (!known) {
    known = new Map();
    expanded.set(first, known);
  }
  const own = known.get(number);
  if (own && isSame(own.found, found)) return own.expansion;
  const expansion = make();
  known.set(number, { found, expansion });
  return expansion;
}

/** 展开一条关系; undefined where there is nothing to expand. Over tables that are the same as before it is the same. */
export function expandRelation(task: RelationTask, tables: Tables): Expansion | undefined {
  const { relation } = task;
  const all = askedBy(task);
  const found: (readonly Table[])[] = [];
  const present: Table[] = [];
  for (let n = 0; n < all.tables.length; n += 1) {
    const { form, scope } = all.tables[n]!;
    const own = tables.of(form, scope);
    found.push(own);
    if (n >= all.own) continue;
    if (own.length === 0 && (scope !== undefined || !tables.absent.has(form))) return undefined;
    for (const table of own) present.push(table);
  }
  if (present.length === 0 || comparesWithNothing(relation, all, found)) return undefined;
  if (all.own === 1 && present[0]!.empty) return undefined;
  return expandedOnce(all.number, found, () => expansionOver(task, present, found));
}

/** By the plan of the layouts that the tables have. */
function expansionOver(
  task: RelationTask,
  present: readonly Table[],
  found: readonly (readonly Table[])[],
): Expansion {
  const all = askedBy(task);
  const meant: Table[] = [];
  let key = `${all.number}`;
  let plans = overFixed;
  for (const own of found) {
    key += ';';
    for (const table of own) {
      key += `${layoutOf(table)} `;
      if (meant.includes(table)) continue;
      meant.push(table);
      if (axisOf(table.rows).isList) plans = overLists;
    }
  }
  const plan = plans.of(key, () => {
    const numbers = found.map((own) => own.map((table) => meant.indexOf(table)));
    return planOf(task, present, { all, meant, found: numbers });
  });
  return new Expansion(plan, meant);
}
