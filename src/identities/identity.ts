// Identities: declared relations between amounts, expanded into assertions over particular tables.
// Knows the notation and tables; knows no form's reading and no host.
import type { Assertion } from '../assertions/assertion.ts';
import type { Table } from '../facts/fact.ts';
import { parseRule } from '../formula/parse.ts';
import type { Relation, Rule } from '../formula/tree.ts';
import { type AskedTable, askedBy, pathsOf, type RelationTask } from './asked.ts';
import type { Identity, Tables } from './declared.ts';
import type { Expansion } from './plan.ts';
import { expandRelation } from './relation.ts';
import { expandedAlike, expandedOnce } from './same-tables.ts';

export type { Identity, Tables } from './declared.ts';

interface Parsed {
  readonly number: number;
  readonly rule: Rule;
  readonly tasks: readonly RelationTask[];
  /** What it says instead where a note says so. */
  readonly noted: readonly RelationTask[] | undefined;
  /** Tables that it may speak of, by form and scope. */
  readonly asked: readonly AskedTable[];
}
const parsed = new WeakMap<Identity, Parsed>();
let identities = 0;

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

/** Tables of relations, and those whose notes may say otherwise, each once. */
function tablesIn({ relations }: Rule, tasks: readonly RelationTask[]): AskedTable[] {
  const all: AskedTable[] = tasks.flatMap((task) => askedBy(task).tables);
  const named = pathsOf(relations.flatMap((r) => [r.left, r.right]));
  for (const { table } of named) if (table) all.push({ form: table, scope: undefined });
  return all.filter(
    ({ form, scope }, i) => all.findIndex((t) => t.form === form && t.scope === scope) === i,
  );
}

function parse(identity: Identity): Parsed {
  let known = parsed.get(identity);
  if (!known) {
    const rule = ruleOf(identity.says, identity.id);
    const noted = identity.noted && ruleOf(identity.noted.says, identity.id);
    const tasks = tasksOf(identity, rule);
    const others = noted && tasksOf(identity, noted);
    const asked = tablesIn(rule, [...tasks, ...(others ?? [])]);
    identities += 1;
    known = { number: identities, rule, tasks, noted: others, asked };
    parsed.set(identity, known);
  }
  return known;
}

/** 展开: assertions of one identity over the tables at hand. */
export const expand = (identity: Identity, tables: Tables): Assertion[] =>
  expansions(identity, tables).flatMap((e) => e.assertions);

/**
 * 展开 relation by relation. Over tables that are the same as before it comes to the same expansions: an edit leaves
 * most tables as they were read.
 */
export function expansions(identity: Identity, tables: Tables): readonly Expansion[] {
  const own = parse(identity);
  const found = own.asked.map(({ form, scope }) => tables.of(form, scope));
  const absent = own.asked.map(({ form }) => (tables.absent.has(form) ? '1' : '0')).join('');
  return expandedOnce(identity, { found, absent }, () => {
    const { words = [] } = identity.noted ?? {};
    const isOther = own.noted !== undefined && isNoted(words, own.rule, tables);
    const key = `${own.number}${isOther ? 'n' : ''}${absent}`;
    const tasks = isOther ? own.noted : own.tasks;
    return expandedAlike(key, found, () =>
      tasks.flatMap((task) => expandRelation(task, tables) ?? []),
    );
  });
}

const hasNote = (table: Table, words: readonly string[]): boolean =>
  words.some((w) => table.notes.some((n) => n.text.replace(/\s/g, '').includes(w)));

/** Whether a table the rule speaks of has a note with one of the words. */
function isNoted(words: readonly string[], rule: Rule, tables: Tables): boolean {
  const named = pathsOf(rule.relations.flatMap((r) => [r.left, r.right]));
  return named.some((p) => p.table && tables.of(p.table).some((t) => hasNote(t, words)));
}
