// Relations of one claim brought together: what the structure leaves open the names may tell. Knows relations.
import { membersOf, type TextRelation } from './relation.ts';

const keyOf = ({ topic, about }: TextRelation): string => `${topic}|${about.index}`;

const SUMS = new Set(['total', 'running', 'same', 'changes', 'part']);

/** The same figures told twice are one relation: what the dictionary declares, what may accuse. */
function withoutTwins(relations: readonly TextRelation[]): TextRelation[] {
  const kept = new Map<string, TextRelation>();
  relations.forEach((relation, i) => {
    const [only, ...more] = relation.readings;
    if (!only || more.length > 0 || !SUMS.has(relation.topic)) {
      kept.set(`#${i}`, relation);
      return;
    }
    const members = membersOf(only.equation).map((f) => f.index);
    const key = members.sort((a, b) => a - b).join(',');
    const twin = kept.get(key);
    const accusing = twin?.readings.some((r) => r.strong) ? twin : relation;
    const rule = twin?.rule ?? relation.rule;
    kept.set(key, { ...accusing, ...(rule && { rule }) });
  });
  return [...kept.values()];
}

/** A whole that the structure knows the parts of has them from there first: one more reading, not one more claim. */
function withDeclared(
  own: readonly TextRelation[],
  declared: readonly TextRelation[],
): TextRelation[] {
  const byTotal = new Map(declared.map((r) => [r.about, r]));
  const merged = own.map((relation): TextRelation => {
    const other = relation.topic === 'total' ? byTotal.get(relation.about) : undefined;
    if (!other) return relation;
    byTotal.delete(relation.about);
    const accusing = other.readings.filter((r) => r.strong);
    const rest = other.readings.filter((r) => !r.strong);
    const readings = [...accusing, ...relation.readings, ...rest];
    return { ...relation, readings, ...(other.rule && { rule: other.rule }) };
  });
  return [...merged, ...byTotal.values()];
}

/** A、B等: what the text itself leaves open no declaration closes. */
function withoutOpen(
  own: readonly TextRelation[],
  declared: readonly TextRelation[],
): TextRelation[] {
  const open = new Set(own.flatMap((r) => (r.open ? [r.about] : [])));
  return declared.filter((r) => !open.has(r.about));
}

/** 合读: readings by name come before those by structure, each claim judged once. */
export function joined(
  structure: readonly TextRelation[],
  declared: readonly TextRelation[],
  named: readonly TextRelation[],
): TextRelation[] {
  const own = withDeclared(structure, withoutOpen(structure, declared));
  const byKey = new Map(named.map((r) => [keyOf(r), r]));
  const merged = own.map((relation): TextRelation => {
    const other = byKey.get(keyOf(relation));
    if (!other) return relation;
    byKey.delete(keyOf(relation));
    const quoted = other.readings.filter((r) => r.strong);
    const others = other.readings.filter((r) => !r.strong);
    return { ...relation, readings: [...quoted, ...relation.readings, ...others] };
  });
  return [...withoutTwins(merged), ...byKey.values()];
}
