// Identities: declared relations between amounts, expanded into assertions over particular tables.
// Knows the notation and tables; knows no form's reading and no host.
import type { Assertion } from '../assertions/assertion.ts';
import type { Declaration } from '../assertions/declaration.ts';
import { type Fact, type Table, unitOf } from '../facts/fact.ts';
import { holds, type Lookup, linear, type Reference, references } from '../formula/evaluate.ts';
import { parseRule } from '../formula/parse.ts';
import { printRelation } from '../formula/print.ts';
import { type Binding, isCodeAxis, resolve, type Target } from '../formula/resolve.ts';
import type { Node, Path, Relation, Rule } from '../formula/tree.ts';
import { valueOfCells } from '../formula/value.ts';
import { isMoney } from '../measure/quantity.ts';
import { bindings } from './bindings.ts';

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

const pathsOf = (nodes: readonly Node[]): Path[] =>
  nodes.flatMap((n) => [...references(n)]).filter((r): r is Path => r.kind === 'path');

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

function expandRelation(task: Task, part: number | undefined): Assertion[] {
  const { identity, relation, tables, prefix } = task;
  const paths = pathsOf([relation.left, relation.right]);
  const asked = new Map(
    paths.map((p) => [`${p.scope ?? ''}.${p.table ?? prefix ?? ''}`, meantBy(task, p)]),
  );
  const present = [...asked.values()].flat();
  const needed = (key: string) => !key.startsWith('.') || !tables.absent.has(key.slice(1));
  if (present.length === 0 || [...asked].some(([k, t]) => t.length === 0 && needed(k))) return [];
  if (comparesWithNothing(task)) return [];
  if (asked.size === 1 && present[0]!.empty) return [];
  const says = (r: Relation) => (prefix ? `${prefix}: ${printRelation(r)}` : printRelation(r));
  const result: Assertion[] = [];
  for (const binding of bindings(identity.each ?? [], paths, present)) {
    const targets = targetsOf(task, paths, binding);
    if (!targets || !worthwhile(relation, targets)) continue;
    if (!holdsHere(task, binding)) continue;
    const open = relation.rel === '=' ? withheldIn(relation, targets) : 'nothing';
    if (open === 'a copy') continue;
    const supposed = supposedIn(task, binding, targets);
    const said = open === 'parts' ? { ...relation, rel: '≥' as const } : relation;
    result.push({
      declaration: open === 'parts' ? { ...identity, severity: 'warning' } : identity,
      says: open === 'parts' ? says(said) : says(relation),
      ...(part !== undefined && { part }),
      relation: said,
      targets,
      exact: identity.exact ?? false,
      ...(supposed.length > 0 && { supposed }),
    });
  }
  return result;
}

const meantBy = ({ tables, prefix }: Task, path: Path): readonly Table[] =>
  tables.of(path.table ?? prefix ?? '', path.scope);

/** A table that the year does not have adds zero to a sum; alone on one side it is nothing to be equal to. */
function comparesWithNothing(task: Task): boolean {
  const { left, right, rel } = task.relation;
  const lacks = (side: Node): boolean => {
    const paths = pathsOf([side]);
    return paths.length > 0 && paths.every((p) => meantBy(task, p).length === 0);
  };
  return rel === '=' && (lacks(left) || lacks(right));
}

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
): Map<Reference, Target> | undefined {
  const targets = new Map<Reference, Target>();
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

function holdsHere(task: Task, binding: Binding): boolean {
  if (task.when.length === 0) return true;
  const lookup: Lookup = (reference) => {
    if (reference.kind !== 'path') return { ok: false, why: '' };
    const target = targetOf(task, reference, binding);
    if (target.missing) return { ok: false, why: '' };
    const unit = target.facts[0] ? unitOf(target.facts[0]) : '万元';
    return valueOfCells(target.facts, () => unit);
  };
  return holds(task.when, lookup);
}

/**
 * Figures that the conditions take for nothing. In one unit the digits printed leave them no room of
 * their own; where units are mixed, what a large one rounds away may be many last digits of a small one.
 */
function supposedIn(
  task: Task,
  binding: Binding,
  targets: ReadonlyMap<Reference, Target>,
): readonly Fact[] {
  const facts = task.when.flatMap((r) =>
    (linear(r.left) ?? []).flatMap(({ reference }) =>
      reference.kind === 'path' ? targetOf(task, reference, binding).facts : [],
    ),
  );
  const compared = [...targets.values()].flatMap((t) => t.facts);
  const units = new Set([...compared, ...facts].map(unitOf).filter(isMoney));
  return units.size > 1 ? facts : [];
}
