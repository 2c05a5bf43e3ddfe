// Identities: declared relations between amounts, expanded into assertions over particular tables.
// Knows the notation and tables; knows no form's reading and no host.
import type { Assertion } from '../assertions/assertion.ts';
import type { Table } from '../facts/fact.ts';
import { parseRule } from '../formula/parse.ts';
import type { Relation, Rule } from '../formula/tree.ts';
import { pathsOf } from './asked.ts';
import type { Identity, Tables } from './declared.ts';
import type { Expansion } from './plan.ts';
import { expandRelation } from './relation.ts';

export type { Identity, Tables } from './declared.ts';

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

/** 展开: assertions of one identity over the tables at hand. */
export const expand = (identity: Identity, tables: Tables): Assertion[] =>
  expansions(identity, tables).flatMap((e) => e.assertions);

/**
 * 展开 relation by relation. Over tables that are the same as before a relation comes to the same expansion: an
 * edit leaves most tables as they were read.
 */
export function expansions(identity: Identity, tables: Tables): Expansion[] {
  const { rule: usual, noted, when, partWhen } = parse(identity);
  const rule = noted && isNoted(identity.noted!.words, usual, tables) ? noted : usual;
  const prefixes = rule.tables.length > 0 ? rule.tables : [undefined];
  return prefixes.flatMap((prefix) =>
    rule.relations.flatMap(
      (relation, i) =>
        expandRelation(
          { identity, relation, when: [...when, ...(partWhen.get(i + 1) ?? [])], prefix, tables },
          rule.relations.length > 1 ? i + 1 : undefined,
        ) ?? [],
    ),
  );
}

const hasNote = (table: Table, words: readonly string[]): boolean =>
  words.some((w) => table.notes.some((n) => n.text.replace(/\s/g, '').includes(w)));

/** Whether a table the rule speaks of has a note with one of the words. */
function isNoted(words: readonly string[], rule: Rule, tables: Tables): boolean {
  const named = pathsOf(rule.relations.flatMap((r) => [r.left, r.right]));
  return named.some((p) => p.table && tables.of(p.table).some((t) => hasNote(t, words)));
}
