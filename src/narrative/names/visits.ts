// 批次 and 人次 told side by side: nobody comes in no group, and no group comes without people. Knows units and the
// words before them; knows no table.

import { isZero } from '../../measure/exact.ts';
import { NAME_RULES } from '../register.ts';
import type { TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { PlainText } from '../text/plain.ts';

const GROUPS = /^(?:批次|批)$/;
const PEOPLE = /^(?:人次|人|人\/次)$/;
const BESIDE = /^(?:[，、]|和|及|共|计|，共|，共计)?$/;
const KIND = /外事|国（境）外|境外|外宾|国内/g;
/** So far before a number the word of its kind may stand. */
const NEAR = 16;
const RULE = NAME_RULES.counts;

const kindOf = ({ text }: PlainText, from: number, token: NumberToken): string | undefined =>
  [...text.slice(Math.max(from, token.start - NEAR), token.start).matchAll(KIND)].at(-1)?.[0];

/** 批次与人次一个为 0、一个不为 0. */
export function visitsOf(
  plain: PlainText,
  tokens: readonly NumberToken[],
  figures: ReadonlyMap<number, Figure>,
): TextRelation[] {
  let group: { token: NumberToken; index: number; kind: string | undefined } | undefined;
  return tokens.flatMap((token, index): TextRelation[] => {
    if (group && /[。；\n]/.test(plain.text.slice(group.token.end, token.start))) group = undefined;
    if (GROUPS.test(token.unit)) {
      const { start } = plain.paragraphs[token.paragraph]!;
      group = { token, index, kind: kindOf(plain, start, token) };
      return [];
    }
    if (!group || !PEOPLE.test(token.unit) || token.rough || group.token.rough) return [];
    const beside = BESIDE.test(plain.text.slice(group.token.end, token.start));
    const kind = kindOf(plain, group.token.end, token);
    const one = beside || (kind !== undefined && kind === group.kind);
    const [groups, people] = [figures.get(group.index), figures.get(index)];
    if (!one || !groups || !people || isZero(groups.value) === isZero(people.value)) return [];
    const says = '批次和人数一个为 0、一个不为 0';
    const equation = { kind: 'never', figures: [groups, people], says } as const;
    return [{ topic: 'same', about: groups, readings: [{ equation, strong: true }], rule: RULE }];
  });
}
