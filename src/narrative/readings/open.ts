// 未核对 by what is missing, so that the numbers worth a look stand first. Knows reasons and units; judges nothing.
import { LACKING } from './lacking.ts';
import type { TiedNumber, TieReport } from './report.ts';

/** 未核对的一组: what they lack, in a few words. */
export interface OpenGroup {
  readonly words: string;
  readonly numbers: readonly TiedNumber[];
}

/** Reasons in the order in which they are worth a look. */
const ORDER = ['one-of-group', 'awaiting', 'missing', 'unread', 'not-read'];
const WORDS: Readonly<Record<string, string>> = {
  'one-of-group': '几个数中有一个不符',
  awaiting: '与另一处不符的数有关',
  'not-read': '超出一次核对的范围',
};
/** What lacks what, those worth a look first. */
const LACKED: readonly string[] = Object.values(LACKING);

const wordsOf = ({ reason = 'unread', message }: TiedNumber): string => WORDS[reason] ?? message;

const rankOf = ({ reason = 'unread', message }: TiedNumber): number =>
  ORDER.indexOf(reason) * LACKED.length + (reason === 'unread' ? LACKED.indexOf(message) : 0);

/** 未核对 of a text in groups, those worth a look first. */
export function openGroups({ numbers }: TieReport): OpenGroup[] {
  const groups = new Map<string, { rank: number; words: string; numbers: TiedNumber[] }>();
  for (const number of numbers) {
    if (number.verdict !== 'unknown') continue;
    const words = wordsOf(number);
    const own = groups.get(words) ?? { rank: rankOf(number), words, numbers: [] };
    groups.set(words, own);
    own.numbers.push(number);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank);
}
