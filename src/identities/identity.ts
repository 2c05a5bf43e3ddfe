// Identities: declared relations between amounts, expanded into assertions over particular tables.
// Knows the notation and tables; knows no form's reading and no host.
import type { Assertion } from '../assertions/assertion.ts';
import type { Declaration } from '../assertions/declaration.ts';
import type { Table } from '../facts/fact.ts';
import { type Reference, references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printRelation } from '../formula/print.ts';
import { type Binding, isCodeAxis, resolve, type Target } from '../formula/resolve.ts';
import type { Node, Path, Relation, Rule } from '../formula/tree.ts';
import { Memory } from '../measure/memory.ts';
import { bindings } from './bindings.ts';
import { layoutOf } from './layout.ts';
import {
  holdsFor,
  linearPaths,
  type Meant,
  type Plan,
  Planned,
  placesIn,
  signsIn,
} from './plan.ts';

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
export function expand(identity: Identity, tables: Tables): Assertion[] {
  const { rule: usual, noted, when, partWhen } = parse(identity);
  const rule = noted && isNoted(identity.noted!.words, usual, tables) ? noted : usual;
  const prefixes = rule.tables.length > 0 ? rule.tables : [undefined];
  return prefixes.flatMap((prefix) =>
    rule.relations.flatMap((relation, i) =>
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
const plans = new Memory<readonly Plan[]>(12_000);

/** 所涉: which tables a relation and its conditions speak of, by form and scope, each once. */
interface Asked {
  readonly number: number;
  readonly paths: readonly Path[];
  readonly tables: readonly { readonly form: string; readonly scope: string | undefined }[];
  /** So many of them the relation itself speaks of. */
  readonly own: number;
  /** Those of each side. */
  readonly sides: readonly [readonly number[], readonly number[]];
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
  const paths = pathsOfRelation(relation);
  const [left, right] = [relation.left, relation.right].map((side) =>
    pathsOf([side]).map(numberOf),
  );
  const own = tables.length;
  for (const path of when.flatMap(pathsOfRelation)) numberOf(path);
  relations += 1;
  const result: Asked = { number: relations, paths, tables, own, sides: [left!, right!] };
  byPrefix.set(prefix, result);
  return result;
}

/** A table that the year does not have adds zero to a sum; alone on one side it is nothing to be equal to. */
const comparesWithNothing = (
  { rel }: Relation,
  { sides }: Asked,
  found: readonly (readonly Table[])[],
): boolean =>
  rel === '=' && sides.some((side) => side.length > 0 && side.every((n) => found[n]!.length === 0));

function expandRelation(task: Task, part: number | undefined): Assertion[] {
  const { relation, tables } = task;
  const all = askedBy(task);
  const found = all.tables.map(({ form, scope }) => tables.of(form, scope));
  const own = found.slice(0, all.own);
  const present = own.flat();
  const isNeeded = (n: number): boolean => {
    const { form, scope } = all.tables[n]!;
    return scope !== undefined || !tables.absent.has(form);
  };
  if (present.length === 0 || own.some((t, n) => t.length === 0 && isNeeded(n))) return [];
  if (comparesWithNothing(relation, all, found)) return [];
  if (own.length === 1 && present[0]!.empty) return [];
  const meant = [...new Set(found.flat())];
  const key = `${all.number}${found.map((t) => `;${t.map(layoutOf).join(' ')}`).join('')}`;
  const known = plans.of(
    key,
    () => plansOf(task, part, all.paths, present, meant),
    (made) => made.length + 1,
  );
  const result: Assertion[] = [];
  for (const plan of known) if (holdsFor(plan, meant)) result.push(new Planned(plan, meant));
  return result;
}

/** Everything that a relation comes to in a layout, figures apart. */
function plansOf(
  task: Task,
  part: number | undefined,
  paths: readonly Path[],
  present: readonly Table[],
  tables: readonly Table[],
): Plan[] {
  const { identity, relation, prefix, when } = task;
  const places = placesIn(tables);
  const says = (r: Relation) => (prefix ? `${prefix}: ${printRelation(r)}` : printRelation(r));
  const loose = { ...relation, rel: '≥' as const };
  const signs = signsIn(relation);
  const result: Plan[] = [];
  for (const binding of bindings(identity.each ?? [], paths, present)) {
    const targets = targetsOf(task, paths, binding);
    if (!targets || !worthwhile(relation, targets)) continue;
    const open = relation.rel === '=' ? withheldIn(relation, targets) : 'nothing';
    if (open === 'a copy') continue;
    const said = open === 'parts' ? loose : relation;
    const meant = (path: Path): Meant => places(path, targetOf(task, path, binding), 0);
    result.push({
      declaration: open === 'parts' ? { ...identity, severity: 'warning' } : identity,
      says: says(said),
      part,
      relation: said,
      targets: [...targets].map(([path, target]) => places(path, target, signs?.get(path) ?? 0)),
      exact: identity.exact ?? false,
      linear: signs !== undefined,
      when,
      conditions: when.flatMap(pathsOfRelation).map(meant),
      supposed: when.flatMap((r) => linearPaths(r.left)).map(meant),
    });
  }
  return result;
}

const meantBy = ({ tables, prefix }: Task, path: Path): readonly Table[] =>
  tables.of(path.table ?? prefix ?? '', path.scope);

const hasNote = (table: Table, words: readonly string[]): boolean =>
  words.some((w) => table.notes.some((n) => n.text.replace(/\s/g, '').includes(w)));

/** Whether a table the rule speaks of has a note with one of the words. */
function isNoted(words: readonly string[], rule: Rule, tables: Tables): boolean {
  const named = pathsOf(rule.relations.flatMap((r) => [r.left, r.right]));
  return named.some((p) => p.table && tables.of(p.table).some((t) => hasNote(t, words)));
}

/** The cells of a path; over several units the sum of them all. */
function targetOf(task: Task, path: Path, binding: Binding): Target {
  const targets = meantBy(task, path).map((table) => resolve(path, table, binding));
  if (targets.length < 2) return targets[0] ?? { facts: [], absent: true };
  const table = targets[0]!.table;
  const facts = targets.flatMap((t) => t.facts);
  const missing = targets.every((t) => t.missing) ? targets[0]!.missing : undefined;
  return {
    facts,
    absent: facts.length === 0,
    ...(table && { table }),
    ...(missing && { missing }),
  };
}

/** What every reference means; undefined when the layout lacks a row or column that is named. */
function targetsOf(
  task: Task,
  paths: readonly Path[],
  binding: Binding,
): Map<Path, Target> | undefined {
  const targets = new Map<Path, Target>();
  for (const path of paths) {
    const target = targetOf(task, path, binding);
    if (target.missing) return undefined;
    targets.set(path, target);
  }
  return targets;
}

/** An inequality whose smaller side does not exist says nothing; nor does a Σ of itself. */
function worthwhile(relation: Relation, targets: ReadonlyMap<Reference, Target>): boolean {
  const facts = (node: Node) => [...references(node)].flatMap((r) => targets.get(r)?.facts ?? []);
  const left = facts(relation.left);
  const right = facts(relation.right);
  if (left.length === 0 && right.length === 0) return false;
  if (relation.rel === '≤') return left.length > 0;
  if (relation.rel === '≥') return right.length > 0;
  return !(left.length === 1 && right.length === 1 && left[0] === right[0]);
}

/**
 * What a table that withholds items (涉密) leaves open: parts below a total are no more than it, and a
 * code it does not list is no zero.
 */
function withheldIn(
  relation: Relation,
  targets: ReadonlyMap<Reference, Target>,
): 'nothing' | 'parts' | 'a copy' {
  const partial = [...targets].filter(([, t]) => t.table?.partial);
  if (partial.some(([, t]) => t.absent)) return 'a copy';
  const summed = ([reference]: readonly [Reference, Target]): boolean =>
    reference.kind === 'path' && reference.parts.some((p) => p.sum && isCodeAxis(p.name));
  const onRight = new Set(references(relation.right));
  return partial.some((p) => summed(p) && onRight.has(p[0])) ? 'parts' : 'nothing';
}
