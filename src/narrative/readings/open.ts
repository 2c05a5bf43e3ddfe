// 未核对 by what is missing, so that the numbers worth a look stand first. Knows reasons and units; judges nothing.
import { figureKind } from '../text/figure.ts';
import type { TiedNumber, TieReport } from './report.ts';

/** 未核对的一组: what they lack, in a few words. */
export interface OpenGroup {
  readonly words: string;
  readonly numbers: readonly TiedNumber[];
}

/** Reasons in the order in which they are worth a look; the last is told apart by unit. */
const ORDER = ['one-of-group', 'awaiting', 'missing', 'unread', 'not-read'];
const WORDS: Readonly<Record<string, string>> = {
  'one-of-group': '几个数中有一个不符',
  awaiting: '与另一处不符的数有关',
  'not-read': '超出一次核对的范围',
};
const AMOUNTS = '金额、比率没有可比的数';
const COUNTS = '个数等没有可比的数';

const unitOf = (text: string): string =>
  text.replace(/^[-+\d.,，．\s]+/, '').replace(/\s|^余/g, '');

function wordsOf({ reason = 'unread', message, text }: TiedNumber): string {
  if (WORDS[reason]) return WORDS[reason];
  if (reason === 'missing') return message;
  const kind = figureKind(unitOf(text.normalize('NFKC')));
  return kind === 'count' || kind === 'bare' ? COUNTS : AMOUNTS;
}

const rankOf = ({ reason = 'unread' }: TiedNumber, words: string): number =>
  2 * ORDER.indexOf(reason) + (words === COUNTS ? 1 : 0);

/** 未核对 of a text in groups, those worth a look first. */
export function openGroups({ numbers }: TieReport): OpenGroup[] {
  const groups = new Map<string, { rank: number; words: string; numbers: TiedNumber[] }>();
  for (const number of numbers) {
    if (number.verdict !== 'unknown') continue;
    const words = wordsOf(number);
    const own = groups.get(words) ?? { rank: rankOf(number, words), words, numbers: [] };
    groups.set(words, own);
    own.numbers.push(number);
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank);
}
