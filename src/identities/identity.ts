// Identities: declared relations between amounts, expanded into assertions over particular tables.
// Knows the notation and tables; knows no form's reading and no host.
import type { Assertion } from '../assertions/assertion.ts';
import type { Table } from '../facts/fact.ts';
import { parseRule } from '../formula/parse.ts';
import type { Relation, Rule } from '../formula/tree.ts';
import { pathsOf, type RelationTask } from './asked.ts';
import type { Identity, Tables } from './declared.ts';
import type { Expansion } from './plan.ts';
import { expandRelation } from './relation.ts';

export type { Identity, Tables } from './declared.ts';

interface Parsed {
  readonly rule: Rule;
  readonly tasks: readonly RelationTask[];
  /** What it says instead where a note says so. */
  readonly noted: readonly RelationTask[] | undefined;
}
const parsed = new WeakMap<Identity, Parsed>();

function ruleOf(text: string, id: string): Rule {
  const result = parseRule(text);
  if (!result.ok) throw new Error(`${id}: ${result.problem.message} @${result.problem.at}`);
  return result.value;
}

/** Every relation of a rule, for each table of its prefix. */
function tasksOf(identity: Identity, { tables, relations }: Rule): RelationTask[] {
  const conditions = (text: string | undefined): readonly Relation[] =>
    text ? ruleOf(text, identity.id).relations : [];
  const when = conditions(identity.when);
  const prefixes = tables.length > 0 ? tables : [undefined];
  return prefixes.flatMap((prefix) =>
    relations.map((relation, i): RelationTask => {
      const part = relations.length > 1 ? i + 1 : undefined;
      const own = [...when, ...conditions(identity.partWhen?.[i + 1])];
      return { identity, relation, when: own, prefix, part };
    }),
  );
}

function parse(identity: Identity): Parsed {
  let known = parsed.get(identity);
  if (!known) {
    const rule = ruleOf(identity.says, identity.id);
    const noted = identity.noted && ruleOf(identity.noted.says, identity.id);
    const tasks = tasksOf(identity, rule);
    known = { rule, tasks, noted: noted && tasksOf(identity, noted) };
    parsed.set(identity, known);
  }
  return known;
}

/** 展开: assertions of one identity over the tables at hand. */
export const expand = (identity: Identity, tables: Tables): Assertion[] =>
  expansions(identity, tables).flatMap((e) => e.assertions);

/**
 * 展开 relation by relation. Over tables that are the same as before a relation comes to the same expansion: an
 * edit leaves most tables as they were read.
 */
export function expansions(identity: Identity, tables: Tables): Expansion[] {
  const { rule, tasks, noted } = parse(identity);
  const isOther = noted && isNoted(identity.noted!.words, rule, tables);
  const result: Expansion[] = [];
  for (const task of isOther ? noted : tasks) {
    const expansion = expandRelation(task, tables);
    if (expansion) result.push(expansion);
  }
  return result;
}

const hasNote = (table: Table, words: readonly string[]): boolean =>
  words.some((w) => table.notes.some((n) => n.text.replace(/\s/g, '').includes(w)));

/** Whether a table the rule speaks of has a note with one of the words. */
function isNoted(words: readonly string[], rule: Rule, tables: Tables): boolean {
  const named = pathsOf(rule.relations.flatMap((r) => [r.left, r.right]));
  return named.some((p) => p.table && tables.of(p.table).some((t) => hasNote(t, words)));
}
