// What a text counts twice in the same words: 印发纪要30期 in two places vouch for each other. Only ever confirms:
// two numbers that differ may well be two things. Knows numbers and the words beside them; knows no table.
import { toText } from '../../measure/exact.ts';
import type { Relation } from '../relations/relation.ts';
import { type Figure, kindOf } from '../text/figure.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { PlainText } from '../text/plain.ts';

/** So many signs on both sides say what was counted; of a rate more, and all of them before it. */
const BESIDE = 4;
const RATE = 6;
/** Nearer than this it is one and the same sentence, which may count two things. */
const APART = 60;
const BEFORE = /[一-龥]+$/;
const BEHIND = /^[一-龥]+/;
/** Words of amounts and scores: the same words say another thing of each item. */
const GENERAL = /预算|决算|完成|执行|占|分值|得分|权重|指标|增|减|合格$/;

/** The words by which a number is known again; undefined where they are too few. */
function wordsOf({ text }: PlainText, token: NumberToken): string | undefined {
  const kind = kindOf(token.unit);
  if (kind !== 'count' && kind !== 'percent') return undefined;
  if (token.unit === '分' || token.unit === '年') return undefined;
  const before = BEFORE.exec(text.slice(Math.max(0, token.start - 12), token.start))?.[0] ?? '';
  const name = before.replace(/[的了为达共约近]+$/, '');
  if (kind === 'percent')
    return name.length >= RATE && !GENERAL.test(name) ? name.slice(-RATE) : undefined;
  const behind = BEHIND.exec(text.slice(token.end, token.end + BESIDE))?.[0] ?? '';
  const near = name.slice(-BESIDE);
  if (near.length >= BESIDE) return GENERAL.test(near) ? undefined : near;
  return near.length >= 2 && behind.length >= BESIDE && !GENERAL.test(behind)
    ? `${near.slice(-2)}…${behind}`
    : undefined;
}

/** 前后重复的数. */
export function repeatedOf(
  plain: PlainText,
  tokens: readonly NumberToken[],
  figures: ReadonlyMap<number, Figure>,
): Relation[] {
  const first = new Map<string, number>();
  return tokens.flatMap((token, index): Relation[] => {
    const figure = figures.get(index);
    const words =
      !figure || plain.paragraphs[token.paragraph]!.row ? undefined : wordsOf(plain, token);
    if (!figure || words === undefined) return [];
    const key = `${words}|${toText(token.value)}|${token.unit}|${token.rough}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return [];
    }
    if (token.start - tokens[earlier]!.end < APART) return [];
    const form = [
      [figure, 1],
      [figures.get(earlier)!, -1],
    ] as const;
    const equation = { kind: 'sum', form } as const;
    return [{ topic: 'same', about: figure, readings: [{ equation, strong: false }], rule: 'C20' }];
  });
}
