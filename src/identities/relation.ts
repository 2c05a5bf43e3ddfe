// 展开一条关系: what a relation comes to over the tables at hand: everything its open axes can stand for, each with
// its cells. Knows tables by their layouts; compares nothing.
import type { Assertion } from '../assertions/assertion.ts';
import type { Table } from '../facts/fact.ts';
import { isCodeAxis } from '../formula/axis.ts';
import { printRelation } from '../formula/print.ts';
import type { Binding } from '../formula/resolve.ts';
import type { Path, Relation } from '../formula/tree.ts';
import { Memory } from '../measure/memory.ts';
import { type Asked, askedBy, type Task } from './asked.ts';
import { bindings } from './bindings.ts';
import { layoutOf } from './layout.ts';
import { holdsFor, type Meant, meantBy, type Plan, Planned } from './plan.ts';

/** Plans by relation and layouts; so many assertions are remembered. */
const plans = new Memory<readonly Plan[]>(12_000, (made) => made.length + 1);

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
  readonly assertions: readonly Assertion[];
}
/** By the first table of a relation and the relation's number. */
const expanded = new WeakMap<Table, Map<number, Expanded>>();

const isSame = <T>(a: readonly (readonly T[])[], b: readonly (readonly T[])[]): boolean =>
  a.every((own, i) => own.length === b[i]!.length && own.every((one, n) => one === b[i]![n]));

/** What was made over these very tables before, or is made now. */
function expandedOnce(
  number: number,
  found: readonly (readonly Table[])[],
  make: () => readonly Assertion[],
): readonly Assertion[] {
  const first = found.find((own) => own.length > 0)![0]!;
  let known = expanded.get(first);
  if (!known) {
    known = new Map();
    expanded.set(first, known);
  }
  const own = known.get(number);
  if (own && isSame(own.found, found)) return own.assertions;
  const assertions = make();
  known.set(number, { found, assertions });
  return assertions;
}

const NONE: readonly Assertion[] = [];

/** 认定 of one relation; over tables that are the same as before they are the same objects. */
export function expandRelation(task: Task, part: number | undefined): readonly Assertion[] {
  const { relation, tables } = task;
  const all = askedBy(task);
  const found = all.tables.map(({ form, scope }) => tables.of(form, scope));
  const own = found.slice(0, all.own);
  const present = own.flat();
  const isNeeded = (n: number): boolean => {
    const { form, scope } = all.tables[n]!;
    return scope !== undefined || !tables.absent.has(form);
  };
  if (present.length === 0 || own.some((t, n) => t.length === 0 && isNeeded(n))) return NONE;
  if (comparesWithNothing(relation, all, found)) return NONE;
  if (own.length === 1 && present[0]!.empty) return NONE;
  return expandedOnce(all.number, found, () => assertionsOver(task, part, present, found));
}

/** By the plans of the layouts that the tables have. */
function assertionsOver(
  task: Task,
  part: number | undefined,
  present: readonly Table[],
  found: readonly (readonly Table[])[],
): readonly Assertion[] {
  const all = askedBy(task);
  const meant = [...new Set(found.flat())];
  const key = `${all.number}${found.map((t) => `;${t.map(layoutOf).join(' ')}`).join('')}`;
  let known = plans.recall(key);
  if (!known) {
    const numbers = found.map((own) => own.map(indexIn(meant)));
    known = plansOf(task, part, present, { all, meant, found: numbers });
    plans.keep(key, known);
  }
  return assertionsBy(known, meant);
}

const indexIn =
  <T>(list: readonly T[]) =>
  (one: T): number =>
    list.indexOf(one);

/** Plans whose conditions hold; those of a relation mostly have the same. */
function assertionsBy(known: readonly Plan[], tables: readonly Table[]): Assertion[] {
  const result: Assertion[] = [];
  let last: Plan | undefined;
  let isMet = true;
  for (const plan of known) {
    if (plan.conditions !== last?.conditions) isMet = holdsFor(plan, tables);
    last = plan;
    if (isMet) result.push(new Planned(plan, tables));
  }
  return result;
}

/** 所问: what a relation asks for, and the numbers of the tables meant by form and scope. */
interface Sought {
  readonly all: Asked;
  readonly meant: readonly Table[];
  readonly found: readonly (readonly number[])[];
}

/** Whether a path means the same under every binding that opens these axes. */
const isFixed = ({ parts }: Path, { axes, table }: Binding): boolean =>
  !table &&
  parts.every((p) => (p.quoted || axes[p.name] === undefined) && !(p.sum && isCodeAxis(p.name)));

/** Everything that a relation comes to in a layout, figures apart. */
function plansOf(
  { identity, relation, prefix, when }: Task,
  part: number | undefined,
  present: readonly Table[],
  { all, meant, found }: Sought,
): Plan[] {
  const { paths, signs } = all;
  const says = (r: Relation) => (prefix ? `${prefix}: ${printRelation(r)}` : printRelation(r));
  const loose = { ...relation, rel: '≥' as const };
  const [usual, loosely] = [says(relation), says(loose)];
  const result: Plan[] = [];
  const every = bindings(identity.each ?? [], paths, present);
  const places = (path: Path, binding: Binding, sign = 0): Meant =>
    meantBy(path, found[all.of.get(path)!]!, meant, binding, sign);
  const conditional = conditionsOf(all, every, places);
  for (const binding of every) {
    const targets = targetsOf(paths, (path) => places(path, binding, signs?.get(path)));
    if (!targets || !worthwhile(relation, all, targets)) continue;
    const open = relation.rel === '=' ? withheldIn(all, targets, meant) : 'nothing';
    if (open === 'a copy') continue;
    const { conditions, supposed } = conditional(binding);
    result.push({
      declaration: open === 'parts' ? { ...identity, severity: 'warning' } : identity,
      says: open === 'parts' ? loosely : usual,
      part,
      relation: open === 'parts' ? loose : relation,
      targets,
      exact: identity.exact ?? false,
      linear: signs !== undefined,
      when,
      conditions,
      supposed,
    });
  }
  return result;
}

type Conditional = Pick<Plan, 'conditions' | 'supposed'>;

/** What the conditions of a relation refer to; where no binding touches them, the same for all. */
function conditionsOf(
  { conditions, supposed }: Asked,
  every: readonly Binding[],
  places: (path: Path, binding: Binding) => Meant,
): (binding: Binding) => Conditional {
  const under = (binding: Binding): Conditional => ({
    conditions: conditions.map((path) => places(path, binding)),
    supposed: supposed.map((path) => places(path, binding)),
  });
  const [first] = every;
  if (!first || !conditions.every((path) => isFixed(path, first))) return under;
  const fixed = under(first);
  return () => fixed;
}

/** What every path means; undefined when the layout lacks a row or column that is named. */
function targetsOf(
  paths: readonly Path[],
  places: (path: Path) => Meant,
): readonly Meant[] | undefined {
  const targets: Meant[] = [];
  for (const path of paths) {
    const target = places(path);
    if (target.missing) return undefined;
    targets.push(target);
  }
  return targets;
}

/** An inequality whose smaller side does not exist says nothing; nor does a Σ of itself. */
function worthwhile({ rel }: Relation, { lefts }: Asked, targets: readonly Meant[]): boolean {
  let [left, right] = [0, 0];
  targets.forEach(({ cells }, i) => {
    if (i < lefts.length) left += cells.length;
    else right += cells.length;
  });
  if (left === 0 && right === 0) return false;
  if (rel === '≤') return left > 0;
  if (rel === '≥') return right > 0;
  if (left !== 3 || right !== 3) return true;
  const [one, other] = targets.flatMap((t) => (t.cells.length > 0 ? [t.cells] : []));
  return !one!.every((n, i) => n === other![i]);
}

/**
 * What a table that withholds items (涉密) leaves open: parts below a total are no more than it, and a
 * code it does not list is no zero.
 */
function withheldIn(
  { lefts }: Asked,
  targets: readonly Meant[],
  tables: readonly Table[],
): 'nothing' | 'parts' | 'a copy' {
  if (!tables.some((t) => t.partial)) return 'nothing';
  const isPartial = (t: Meant): boolean => tables[t.table]?.partial === true;
  if (targets.some((t) => isPartial(t) && t.absent)) return 'a copy';
  const summed = ({ reference }: Meant): boolean =>
    reference.kind === 'path' && reference.parts.some((p) => p.sum && isCodeAxis(p.name));
  return targets.slice(lefts.length).some((t) => isPartial(t) && summed(t)) ? 'parts' : 'nothing';
}
