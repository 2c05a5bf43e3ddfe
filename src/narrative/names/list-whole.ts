// Behind a list of parts a sentence without a subject goes on with the whole, not with the last part: 其中：A…，
// B…。全年预算…. Knows mentions; reads no words.
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
