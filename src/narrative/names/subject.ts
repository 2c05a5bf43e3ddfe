// What a number is said of: the names before it, whose they are, and what a share is a share of. Knows names
// and scopes; keeps nothing in mind.
import { isGlue, type LeadReading } from './lead.ts';
import type { Mention, Subject } from './mention.ts';
import { isOwnScope } from './scope.ts';
import type { Vocabulary } from './vocabulary.ts';

/** 词汇与本部门: what names may mean here, and the department's own names. */
export interface Around {
  readonly vocabulary: Vocabulary;
  readonly departments: readonly string[];
  /** Code of the 类 or 款 spoken of. */
  readonly under: string | undefined;
}

/** 所述 by the quantities that a name may mean, at least one; they share the key of the first. */
export const subjectBy = (indicators: Subject['indicators']): Subject => ({
  key: indicators[0]!.key,
  indicators,
});

/**
 * The quantity that the words before a number name; 'carried' where they only join, undefined where they
 * name something else.
 */
export function subjectIn(
  { rest, role }: LeadReading,
  words: string,
  { vocabulary, departments, under }: Around,
): Subject | 'carried' | undefined {
  // The end of a name may look like filling: 收、支总计, 合同金额.
  const own = role === 'amount' ? words : rest;
  const named = vocabulary.find(own, under);
  if (!named) return isGlue(rest) ? 'carried' : undefined;
  const scoped =
    named.indicators.some((i) => i.own) || isOwnScope(own.slice(0, named.start), departments);
  return isGlue(own.slice(named.end)) && scoped ? subjectBy(named.indicators) : undefined;
}

const SIDES = ['收入', '支出'] as const;

/** 其他收入2.00万元，支出95.00万元: words of spending do not speak of an income, nor the other way round. */
function isOtherSide(words: string, { indicators: [first] }: Subject): boolean {
  const name = first?.names[0] ?? '';
  return SIDES.some((side, i) => {
    const other = SIDES[1 - i]!;
    return words.includes(side) && !words.includes(other) && name.endsWith(other);
  });
}

/** 合计, 以上共计: a total that names nothing. */
const TOTAL = /(?:^|[，。；：、])(?:以上|上述)?(?:合计|共计|总计|小计|合计共)(?:为|：)?$/;

/** …，合计100万元: behind an amount of its own a total without a name is of all before it. */
const closesList = (words: string, last: Mention | undefined, subject: Subject): boolean =>
  TOTAL.test(words) && last?.subject === subject && last.role !== 'budget';

/** The words do not go on with what was spoken of: they are of the other side, or close a list. */
export const isAnother = (words: string, subject: Subject, last: Mention | undefined): boolean =>
  isOtherSide(words, subject) || closesList(words, last, subject);

/** 财政拨款收入占本年收入合计t的p: the part named anew before the whole; undefined where none is. */
export function partNamed(words: string, around: Around): Subject | undefined {
  const part = words.slice(0, Math.max(0, words.lastIndexOf('占')));
  const found = part && subjectIn({ role: 'amount', rest: part }, part, around);
  return found && found !== 'carried' ? found : undefined;
}

/** What a share is of: named, or what the part is declared to be a part of. */
export function wholesOf(
  words: string,
  { indicators }: Subject,
  { vocabulary, departments }: Around,
): string[] {
  const own = indicators.flatMap((i) => (i.of ? [i.of] : []));
  if (isGlue(words)) return own;
  const named = vocabulary.find(words);
  if (!named || !isGlue(words.slice(named.end))) return [];
  if (!isOwnScope(words.slice(0, named.start), departments)) return [];
  const keys = named.indicators.map((i) => i.key);
  const declared = keys.filter((k) => own.includes(k));
  if (declared.length > 0) return declared;
  const [only, ...others] = new Set(keys.filter((k) => !k.startsWith('泛称')));
  return only && others.length === 0 ? [only] : [];
}
