// How many are named: 数量、质量、时效、成本4个二级指标. A count beside the names themselves, which bear it out. Only
// ever confirms: a list may name some of many. Knows marks; knows no name.
import { compare, exact } from '../../measure/exact.ts';
import { TOPIC_RULES } from '../register.ts';
import { figureKind } from '../text/figure.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { PlainText } from '../text/plain.ts';
import { alone } from './mention.ts';
import type { Tie } from './quote.ts';

const RULE = TOPIC_RULES.total;
const MOST = 30;
/** A name of more signs is a clause. */
const LONGEST = 20;
const CLAUSE = /[^，。；：！？（）\n]*$/;
/** Behind the count: what is counted, then its names in a bracket or behind a colon. */
const NAMED_BEHIND =
  /^[一-龥]{0,10}(?:（(?:即|分别是|分别为|包括|含)?([^（）\d]+)）|(?:分别是|分别为|：)([^。；：（）\d\n]+)[。；\n])/;
const OPEN = /等$/;
const JOINED = /[和及与]/;

/** How many names a list has: by its marks, and with the last two joined by a word. */
function namesIn(list: string): number[] {
  const names = list.split('、');
  if (names.length < 2 || names.some((n) => n === '' || n.length > LONGEST || /\d/.test(n)))
    return [];
  if (OPEN.test(list)) return [];
  return JOINED.test(names.at(-1)!) ? [names.length, names.length + 1] : [names.length];
}

function listsBeside({ text }: PlainText, { start, end }: NumberToken): string[] {
  const before = CLAUSE.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? '';
  const behind = NAMED_BEHIND.exec(text.slice(end, end + 160));
  return [before, behind?.[1] ?? behind?.[2] ?? ''];
}

/** 列举的名称与个数: counts that the names beside them bear out; never a break. */
export function enumeratedTiesOf(plain: PlainText, tokens: readonly NumberToken[]): Tie[] {
  return tokens.flatMap((token, index): Tie[] => {
    const kind = figureKind(token.unit);
    const counted = kind === 'count' || kind === 'bare';
    if (!counted || token.decimals > 0 || token.rough) return [];
    if (compare(token.value, exact(1)) <= 0 || compare(token.value, exact(MOST)) > 0) return [];
    if (plain.paragraphs[token.paragraph]!.row) return [];
    const named = listsBeside(plain, token).flatMap(namesIn);
    if (!named.some((n) => compare(token.value, exact(n)) === 0)) return [];
    const mention = alone(token, index);
    const message = '与列举的名称个数一致';
    return [{ mention, rule: RULE, match: 'exact', expected: token.value, cells: [], message }];
  });
}
