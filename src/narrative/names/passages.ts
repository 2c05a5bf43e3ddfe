// Turns of a passage that decide how its clauses are read: headings of items, reasons, lists told apiece.
// Knows punctuation and connecting words; binds nothing.
import type { NumberToken } from '../text/numbers.ts';
import { reasonAt } from './lead.ts';
import type { Named, Vocabulary } from './vocabulary.ts';

const ENUMERATED = /^(?:[一二三四五六七八九]是|第[一二三四五]|新增|增加|减少)/;
/** What may stand between the numbers of a list told apiece. */
export const SEPARATOR = /^(?:[、和及与，]|以及)*$/;
/** 二者分别占, 三项分别为: told apiece of what was just named. */
export const BOTH =
  /(?:^|[，。；])(?:上述|以上)?(?:二者|两者|两项|三者|三项|四项)(?:支出|费用|经费)?分别/;
const MARKS = /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、])+/;
const LONGEST = 70;

/** 1., （一）: a line of a numbering. */
export const isNumbered = (text: string): boolean => MARKS.test(text);

/** Words of a heading that names what comes after it; undefined where the paragraph has none. */
export function itemHeading(text: string): string | undefined {
  const mark = MARKS.exec(text);
  if (!mark) return undefined;
  const rest = text.slice(mark[0].length);
  const words = /^([^，；]*?)[。：]/.exec(rest)?.[1] ?? /^[^，；。：\d]*$/.exec(rest)?.[0];
  return words === undefined || words.length > LONGEST || /\d/.test(words) ? undefined : words;
}

/**
 * The words that are not part of a reason; undefined when the number stands within one. Behind a
 * semicolon a named quantity takes the account up again.
 */
export function outsideReason(
  words: string,
  within: boolean,
  vocabulary: Vocabulary,
  under?: string,
): string | undefined {
  const at = reasonAt(words);
  // 用于保障机关正常运转的日常支出: the uses name the quantity itself.
  const own = vocabulary.find(words);
  if (own?.indicators.some((i) => i.own) && own.end === words.length) return words;
  if (at < 0 && !within) return words;
  const reason = at < 0 ? words : words.slice(at);
  if (at >= 0 && !within && isList(reason, vocabulary, under)) return words;
  const clause = reason.slice(reason.lastIndexOf('；') + 1).replace(/^其中[，：]?/, '');
  if (!reason.includes('；') || ENUMERATED.test(clause)) return undefined;
  const named = vocabulary.find(clause.replace(/(?:19|20)\d\d年度?/, ''));
  return named && named.start <= 3 ? clause : undefined;
}

/** 包括财政拨款收入…, 主要用于高等职业教育…: a list of the account's own quantities, not of uses. */
function isList(reason: string, vocabulary: Vocabulary, under: string | undefined): boolean {
  const told = /^(?:主要|具体)?(?:包括|用于)：?([^，。；：、]+)$/.exec(reason)?.[1];
  const named = told === undefined ? undefined : vocabulary.find(told, under);
  return named !== undefined && named.start === 0;
}

/** 基本支出和项目支出分别为…: the names, and how many numbers follow each other. */
export function apiece(
  words: string,
  tokens: readonly NumberToken[],
  text: string,
  vocabulary: Vocabulary,
): { count: number; named: Named[] } {
  const at = words.lastIndexOf('分别');
  let count = 1;
  while (tokens[count] && SEPARATOR.test(text.slice(tokens[count - 1]!.end, tokens[count]!.start)))
    count += 1;
  const clause = words.slice(words.slice(0, at).search(/[^，。；：]*$/), at);
  const named = clause
    .replace(/^(?:其中)?(?:(?:19|20)\d\d年度?)?/, '')
    .split(/[、和及与]/)
    .flatMap((name) => vocabulary.find(name) ?? []);
  return { count, named };
}
