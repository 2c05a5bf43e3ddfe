// What is meant without a name behind a list of parts: the whole (其中：A…，B…。全年预算…), or as many of the parts
// as are spoken of (二者分别占…). Knows mentions; reads no words.
import type { LeadReading, Role } from './lead.ts';
import type { Mention, NamedParts, Subject } from './mention.ts';

const OF_ALL: ReadonlySet<Role> = new Set(['budget', 'completion', 'last', 'change', 'growth']);
/** One part alone may be what the next sentence speaks of. */
const LIST = 2;

/** 清单之后说的合计; undefined where no list of the sentence before was of one. */
export function wholeBehind(
  mentions: readonly Mention[],
  lists: readonly NamedParts[],
  { role }: LeadReading,
  { subject, sentence }: { readonly subject: Subject | undefined; readonly sentence: number },
): Subject | undefined {
  const last = mentions.at(-1);
  if (!OF_ALL.has(role) || last?.list === undefined || last.sentence === sentence) return undefined;
  // A heading in between names another.
  if (last.subject !== subject) return undefined;
  const whole = mentions[lists[last.list]?.whole ?? -1];
  const told = mentions.filter((m) => m.list === last.list && m.role === 'amount');
  const own = whole?.subject.indicators.length;
  if (!whole || !own || told.length < LIST || told.some((m) => m.sentence !== last.sentence))
    return undefined;
  return whole.subject;
}

/** 二者: the last so many that the sentence tells by name, in its order; none where it tells fewer. */
export function lastNamed(
  mentions: readonly Mention[],
  count: number,
  { sentence }: { readonly sentence: number },
): Subject[] {
  const told = mentions.filter((m) => m.sentence === sentence && m.role === 'amount' && m.named);
  const subjects = [...new Set(told.map((m) => m.subject))].slice(-count);
  return subjects.length === count && count > 1 ? subjects : [];
}
