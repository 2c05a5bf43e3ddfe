// Identities: declared relations between amounts, expanded into assertions over particular tables.
// Knows the notation and tables; knows no form's reading and no host.
import type { Assertion } from '../assertions/assertion.ts';
import type { Declaration } from '../assertions/declaration.ts';
import type { Table } from '../facts/fact.ts';
import { isCodeAxis } from '../formula/axis.ts';
import { type Reference, references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printRelation } from '../formula/print.ts';
import type { Binding } from '../formula/resolve.ts';
import type { Node, Path, Relation, Rule } from '../formula/tree.ts';
import { Memory } from '../measure/memory.ts';
import { bindings } from './bindings.ts';
import { layoutOf } from './layout.ts';
import { holdsFor, linearPaths, type Meant, meantBy, type Plan, Planned, signsIn } from './plan.ts';

/** 勾稽关系: head, and what it says in the notation of the notes. */
export interface Identity extends Declaration {
  readonly says: string;
  /** Axes left open: 行, 栏, 类, 科目, 资金, 支出类型, 预决算 … */
  readonly each?: readonly string[];
  /** Relations all of which must hold. */
  readonly when?: string;
  /** Conditions of single relations, by their number from 1. */
  readonly partWhen?: Readonly<Record<number, string>>;
  /** 总计 = 总计: no rounding is allowed for, in any unit. */
  readonly exact?: boolean;
  /** What it says instead where a note under one of its tables has one of these words. */
  readonly noted?: { readonly words: readonly string[]; readonly says: string };
}

/** 在核表: the tables that relations may refer to. */
export interface Tables {
  /** Tables of a form: one of this workbook; with the scope 上年 last year's, with 下级 each unit's. */
  readonly of: (form: string, scope?: string) => readonly Table[];
  /** Official forms that the year does not have: they count as zero. Other missing ones leave a relation out. */
  readonly absent: ReadonlySet<string>;
}

interface Parsed {
  readonly rule: Rule;
  readonly noted: Rule | undefined;
  readonly when: readonly Relation[];
  readonly partWhen: ReadonlyMap<number, readonly Relation[]>;
}
const parsed = new WeakMap<Identity, Parsed>();

function ruleOf(text: string, id: string): Rule {
  const result = parseRule(text);
  if (!result.ok) throw new Error(`${id}: ${result.problem.message} @${result.problem.at}`);
  return result.value;
}

function parse(identity: Identity): Parsed {
  let known = parsed.get(identity);
  if (!known) {
    const rule = ruleOf(identity.says, identity.id);
    const when = identity.when ? ruleOf(identity.when, identity.id) : undefined;
    const noted = identity.noted && ruleOf(identity.noted.says, identity.id);
    const parts = Object.entries(identity.partWhen ?? {}).map(
      ([part, text]) => [Number(part), ruleOf(text, identity.id).relations] as const,
    );
    known = { rule, noted, when: when?.relations ?? [], partWhen: new Map(parts) };
    parsed.set(identity, known);
  }
  return known;
}

const pathsIn = new WeakMap<Node, readonly Path[]>();
function pathsOfNode(node: Node): readonly Path[] {
  let known = pathsIn.get(node);
  if (!known) {
    known = [...references(node)].filter((r): r is Path => r.kind === 'path');
    pathsIn.set(node, known);
  }
  return known;
}
const pathsOf = (nodes: readonly Node[]): Path[] => nodes.flatMap(pathsOfNode);
const pathsOfRelation = ({ left, right }: Relation): Path[] => pathsOf([left, right]);

/** 展开: assertions of one identity over the tables at hand. */
export const expand = (identity: Identity, tables: Tables): Assertion[] =>
  expansions(identity, tables).flat();

/**
 * 展开 relation by relation. Over tables that are the same as before a relation comes to the same assertions, and
 * these are the same objects: an edit leaves most tables as they were read.
 */
export function expansions(identity: Identity, tables: Tables): (readonly Assertion[])[] {
  const { rule: usual, noted, when, partWhen } = parse(identity);
  const rule = noted && isNoted(identity.noted!.words, usual, tables) ? noted : usual;
  const prefixes = rule.tables.length > 0 ? rule.tables : [undefined];
  return prefixes.flatMap((prefix) =>
    rule.relations.map((relation, i) =>
      expandRelation(
        { identity, relation, when: [...when, ...(partWhen.get(i + 1) ?? [])], prefix, tables },
        rule.relations.length > 1 ? i + 1 : undefined,
      ),
    ),
  );
}

interface Task {
  readonly identity: Identity;
  readonly relation: Relation;
  readonly when: readonly Relation[];
  readonly prefix: string | undefined;
  readonly tables: Tables;
}

/** Plans by relation and layouts; so many assertions are remembered. */
const plans = new Memory<readonly Plan[]>(12_000, (made) => made.length + 1);

/** 所涉: which tables a relation and its conditions speak of, by form and scope, each once. */
interface Asked {
  readonly number: number;
  /** Of both sides, those of the left one first. */
  readonly paths: readonly Path[];
  readonly lefts: readonly Path[];
  readonly rights: readonly Path[];
  readonly conditions: readonly Path[];
  /** What the conditions may take for nothing. */
  readonly supposed: readonly Path[];
  readonly tables: readonly { readonly form: string; readonly scope: string | undefined }[];
  /** So many of them the relation itself speaks of. */
  readonly own: number;
  /** Which of them a path means. */
  readonly of: ReadonlyMap<Path, number>;
  readonly signs: ReadonlyMap<Reference, number> | undefined;
}
const asked = new WeakMap<Relation, Map<string, Asked>>();
let relations = 0;

function askedBy({ relation, when, prefix = '' }: Task): Asked {
  const byPrefix = asked.get(relation) ?? new Map<string, Asked>();
  asked.set(relation, byPrefix);
  const known = byPrefix.get(prefix);
  if (known) return known;
  const tables: { form: string; scope: string | undefined }[] = [];
  const numberOf = ({ table = prefix, scope }: Path): number => {
    const at = tables.findIndex((t) => t.form === table && t.scope === scope);
    return at < 0 ? tables.push({ form: table, scope }) - 1 : at;
  };
  const [lefts, rights] = [pathsOfNode(relation.left), pathsOfNode(relation.right)];
  const paths = [...lefts, ...rights];
  const of = new Map(paths.map((path) => [path, numberOf(path)]));
  const own = tables.length;
  const conditions = when.flatMap(pathsOfRelation);
  for (const path of conditions) of.set(path, numberOf(path));
  relations += 1;
  const supposed = when.flatMap((r) => linearPaths(r.left));
  const signs = signsIn(relation);
  const number = relations;
  const result = { number, paths, lefts, rights, conditions, supposed, tables, own, of, signs };
  byPrefix.set(prefix, result);
  return result;
}

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

function expandRelation(task: Task, part: number | undefined): readonly Assertion[] {
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

const hasNote = (table: Table, words: readonly string[]): boolean =>
  words.some((w) => table.notes.some((n) => n.text.replace(/\s/g, '').includes(w)));

/** Whether a table the rule speaks of has a note with one of the words. */
function isNoted(words: readonly string[], rule: Rule, tables: Tables): boolean {
  const named = pathsOf(rule.relations.flatMap((r) => [r.left, r.right]));
  return named.some((p) => p.table && tables.of(p.table).some((t) => hasNote(t, words)));
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
