// 定性指标: the level that words stand for, and what it is worth. Knows bands; knows no number.
import { ONE, ZERO } from '../measure/exact.ts';
import { point } from '../measure/interval.ts';
import type { Rulebook } from './book.ts';
import { type Degree, type Unscored, unscored } from './degree.ts';
import { numberIn, relOf } from './names.ts';
import type { Band, Scale } from './rule.ts';
import type { ScoringTarget } from './target/target.ts';

/**
 * The level that a word stands for: the longest match wins, so that 部分达成 is not 达成. Undefined where it stands
 * for none.
 */
export function bandOf(text: string, wanted: string, bands: readonly Band[]): Band | undefined {
  let best: { band: Band; length: number } | undefined;
  for (const band of bands) {
    for (const word of band.words) {
      const fits = word.length > 1 ? text.includes(word) : text === word;
      if (fits && (!best || word.length > best.length)) best = { band, length: word.length };
    }
  }
  if (best) return best.band;
  // 不发生 is met by 未发生.
  const none = /不发生|零发生|不出现|无事故|未发生/.test(wanted);
  if (none && /^(?:未|没有|无|零)[^，；、]{0,8}$/.test(text)) return bands.at(-1);
  // 优/良: one of several words that will do.
  const will = /^[一-戕戗-龥]{1,6}(?:[/或][一-戕戗-龥]{1,6})+$/.test(wanted)
    ? wanted.split(/[/或]/)
    : [];
  if (will.includes(text)) return bands.at(-1);
  // 优良中低差: the scale itself is printed as the target, and its best is met.
  if (/^(?:优良中低?差|高中低|好坏|有无)$/.test(wanted) && text === wanted[0]) return bands.at(-1);
  // The actual repeats the target: what was asked for was reached.
  return text !== '' && text === wanted ? bands.at(-1) : undefined;
}

/** 基本达标 is less than 达标, and 未通过 its opposite. */
const QUALIFIED = /基本|部分|大致|较|未|不|没/;
/** Where a text stands on a scale: the longest of its words that the text ends with or, told whole, is. */
function placeOn(scale: Scale, text: string): number | undefined {
  let best: { level: number; length: number } | undefined;
  scale.forEach((words, level) => {
    for (const word of words) {
      const more = text.replace(word, '');
      const within = word.length > 1 && (text.endsWith(word) || text.startsWith(word));
      const fits = text === word || (within && !QUALIFIED.test(more));
      if (fits && word.length > (best?.length ?? 0)) best = { level, length: word.length };
    }
  });
  return best?.level;
}

const NO_LESS = /(?:及|或)?以上$/;
/** 达成 where the word is as good as the one aimed at or better, 未达成 where it is the last of its scale. */
function bandByScale(
  actual: string,
  wanted: string,
  { scales, bands }: Rulebook,
): Band | undefined {
  const aim = wanted.replace(NO_LESS, '').replace(/(?:及|或)$/, '');
  for (const scale of scales) {
    const [from, to] = [placeOn(scale, aim), placeOn(scale, actual)];
    if (from === undefined || to === undefined || from === scale.length - 1) continue;
    if (to <= from) return bands.at(-1);
    return to === scale.length - 1 ? bands[0] : bands[Math.max(0, bands.length - 2)];
  }
  return undefined;
}

/** 定性得分: a band of the weight; by some rules only a mark, or whatever the writer gives. */
export function qualityDegree(
  target: ScoringTarget,
  actual: ScoringTarget,
  book: Rulebook,
): Degree | Unscored {
  const rule = book.rules.get('定性');
  if (!rule) return unscored('ask', '没有定性指标的计分办法，请人工评定');
  if (relOf(rule.says) !== '∈')
    return { value: { value: ZERO, low: ZERO, high: ONE }, rule, steps: [rule.title] };
  const band =
    bandByScale(actual.text, target.text, book) ?? bandOf(actual.text, target.text, book.bands);
  if (!band) {
    return unscored(
      'ask',
      `实际完成值“${actual.text}”没有写明达成、部分达成还是未达成，请人工评定`,
    );
  }
  const value = { ...point(numberIn(band.low)), high: numberIn(band.high) };
  const steps = [`${band.level}：权重的 ${band.low}–${band.high}`];
  return { value, rule, band, steps };
}
