// What a text says twice in the same words: 印发纪要30期 in two places vouch for each other. Only ever confirms:
// two numbers that differ may well be two things. Knows numbers and the words beside them; knows no table.
import { isZero, toText } from '../../measure/exact.ts';
import { TOPIC_RULES } from '../register.ts';
import type { TextRelation } from '../relations/relation.ts';
import { type Figure, figureKind } from '../text/figure.ts';
import type { NumberToken } from '../text/numbers.ts';
import type { PlainText } from '../text/plain.ts';

/** So many signs on both sides say what was counted; of a rate more, and all of them before it. */
const BESIDE = 4;
const RATE = 6;
/** So many signs of words behind a count say alone what was counted. */
const BEHIND_ALONE = 8;
/** Over marks and other numbers: so many signs on each side, so many of them words. */
const AROUND = { before: 8, behind: 8, words: 10 };
/** Numbers told together: so many signs of one sentence. */
const TOGETHER = 20;
const LEAD = 10;
/** Nearer than this it is one and the same sentence, which may count two things. */
const APART = 60;
const BEFORE = /[一-龥]+$/;
const LIST_BEFORE = /[一-龥、]+$/;
const BEHIND = /^[一-龥]+/;
/** Words of amounts and scores: the same words say another thing of each item. */
const GENERAL = /预算|决算|完成|执行|占|分值|得分|权重|指标|增|减|合格$/;

const wordsIn = (text: string): number => text.replace(/[^一-龥]/g, '').length;

/** The words of a rate: all of them before it, over the names of a list. */
function rateWords(before: string): string[] {
  const name = before.replace(/(?:均|都|也)?[的了为达到共约近]+$/, '');
  return name.length >= RATE && !GENERAL.test(name) ? [name.slice(-RATE)] : [];
}

function countWords(before: string, behind: string): string[] {
  const name = before.replace(/[的了为达共约近]+$/, '');
  const near = name.slice(-BESIDE);
  const words = behind.slice(0, BESIDE);
  const alone = behind.length >= BEHIND_ALONE ? [`…${behind.slice(0, BEHIND_ALONE)}`] : [];
  if (near.length >= BESIDE) return GENERAL.test(near) ? alone : [near, ...alone];
  const both = near.length >= 2 && words.length >= BESIDE && !GENERAL.test(words);
  return both ? [`${near.slice(-2)}…${words}`, ...alone] : alone;
}

/** The very signs around a number, marks and other numbers included. */
function aroundIt({ text }: PlainText, { start, end }: NumberToken): string[] {
  const before = text.slice(Math.max(0, start - AROUND.before), start);
  const behind = text.slice(end, end + AROUND.behind);
  const enough = wordsIn(before) + wordsIn(behind) >= AROUND.words;
  return enough && !/\n/.test(before + behind) ? [`${before}#${behind}`] : [];
}

/** Keys by which a count or a rate is known again; none where its words are too few. */
function wordsOf(plain: PlainText, token: NumberToken): string[] {
  const kind = figureKind(token.unit);
  if (kind === 'money' || kind === 'points' || token.unit === '分' || token.unit === '年')
    return [];
  const { text } = plain;
  const ahead = text.slice(Math.max(0, token.start - 16), token.start);
  const around = isZero(token.value) ? [] : aroundIt(plain, token);
  if (kind === 'percent') {
    const own = rateWords(BEFORE.exec(ahead)?.[0] ?? '');
    return [...(own.length > 0 ? own : rateWords(LIST_BEFORE.exec(ahead)?.[0] ?? '')), ...around];
  }
  const behind = BEHIND.exec(text.slice(token.end, token.end + BEHIND_ALONE))?.[0] ?? '';
  return [...countWords(BEFORE.exec(ahead.slice(-12))?.[0] ?? '', behind), ...around];
}

/** 年初预算数为…，预算调整数为…: the sentence so far, where it tells two amounts that differ. */
function toldTogether(plain: PlainText, tokens: readonly NumberToken[], index: number): string[] {
  const token = tokens[index]!;
  const { text } = plain;
  const { start: top } = plain.paragraphs[token.paragraph]!;
  const from = Math.max(top, text.lastIndexOf('。', token.start) + 1);
  const first = tokens[index - 1] && tokens[index - 1]!.start >= from ? index - 1 : index;
  const second = tokens[first + 1];
  if (!second || second.paragraph !== token.paragraph) return [];
  const near = Math.max(from, tokens[first]!.start - LEAD);
  const sentence = text.slice(near, tokens[Math.max(index, first + 1)]!.end);
  const values = new Set(
    [tokens[first]!, second].map((t) => toText(t.value)).filter((v) => v !== '0'),
  );
  const told = values.size === 2 && sentence.length >= TOGETHER && !sentence.includes('。');
  return told ? [`${index - first}#${sentence}`] : [];
}

/** 前后重复的数: numbers said twice in the same words; never a break. */
export function repeatedOf(
  plain: PlainText,
  tokens: readonly NumberToken[],
  figures: ReadonlyMap<number, Figure>,
): TextRelation[] {
  const first = new Map<string, number>();
  return tokens.flatMap((token, index): TextRelation[] => {
    const figure = figures.get(index);
    if (!figure || plain.paragraphs[token.paragraph]!.row) return [];
    const money = figureKind(token.unit) === 'money';
    const words = money ? toldTogether(plain, tokens, index) : wordsOf(plain, token);
    const keys = words.map((w) => `${w}|${toText(token.value)}|${token.unit}|${token.rough}`);
    const [earlier] = keys.flatMap((key) => first.get(key) ?? []);
    for (const key of keys) if (!first.has(key)) first.set(key, index);
    if (earlier === undefined || token.start - tokens[earlier]!.end < APART) return [];
    const form = [
      [figure, 1],
      [figures.get(earlier)!, -1],
    ] as const;
    const equation = { kind: 'sum', form } as const;
    return [
      {
        topic: 'same',
        about: figure,
        readings: [{ equation, strong: false }],
        rule: TOPIC_RULES.same,
      },
    ];
  });
}
