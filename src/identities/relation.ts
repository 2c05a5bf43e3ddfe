// 展开一条关系: what a relation comes to over the tables at hand: everything its open axes can stand for, each with
// its cells. Knows tables by their layouts; compares nothing.
import type { Table } from '../facts/fact.ts';
import { axisOf } from '../formula/axis.ts';
import type { Relation } from '../formula/tree.ts';
import { Memory } from '../measure/memory.ts';
import { type Asked, askedBy, type RelationTask } from './asked.ts';
import { openAxes } from './bindings.ts';
import type { Tables } from './declared.ts';
import { planOf } from './expand.ts';
import { layoutAsCalled, layoutOf } from './layout.ts';
import { type Plan, planWeight } from './plan.ts';

/**
 * Plans by relation and layouts; so many numbers are remembered. Tables of fixed rows come again with their layout, and
 * so does what a relation without codes means in a list; every department has lists of codes of its own.
 */
const plans = new Memory<Plan>(200_000, planWeight);

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

/** 版面 of the tables meant: of each what the relation calls of it, or all of it; and whether no other workbook has them. */
function layoutsFor(
  { identity }: RelationTask,
  { called, paths }: Asked,
  present: readonly Table[],
  found: readonly (readonly Table[])[],
): { readonly key: string; readonly isOwn: boolean } {
  const open = called ? openAxes(identity.each ?? [], paths, present) : [];
  const values = open.flatMap((own) => own.values);
  let key = '';
  let isOwn = false;
  for (let n = 0; n < found.length; n += 1) {
    key += ';';
    for (const table of found[n]!) {
      const own = called && layoutAsCalled(table, called[n]!, values);
      isOwn ||= own === undefined && axisOf(table.rows).isOwn;
      key += `${own ?? layoutOf(table)} `;
    }
  }
  return { key, isOwn };
}

/** 展开一条关系: its plan, and the tables that the plan numbers. */
export interface Expanded {
  readonly plan: Plan;
  readonly meant: readonly Table[];
}

/** 展开一条关系; undefined where there is nothing to expand. */
export function expandRelation(task: RelationTask, tables: Tables): Expanded | undefined {
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
  const meant = [...new Set(found.flat())];
  const { key, isOwn } = layoutsFor(task, all, present, found);
  const make = () => {
    const numbers = found.map((own) => own.map((table) => meant.indexOf(table)));
    return planOf(task, present, { all, meant, found: numbers });
  };
  return { plan: isOwn ? make() : plans.of(`${all.number}${key}`, make), meant };
}
