// Chinese numerals inside targets: 百分之九十五, 九成以上, 两次. Knows numerals; no cell.
import type { TargetVocabulary } from './words.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMERAL = '[零〇一二两三四五六七八九十百千万]';

/** A numeral as digits; undefined when the characters do not form one. */
function numeralValue(text: string): string | undefined {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return [...text].map((c) => DIGITS[c]).join('');
  let [total, section, digit] = [0, 0, undefined as number | undefined];
  for (const c of text) {
    if (c in DIGITS) digit = DIGITS[c]!;
    else if (c in PLACES) {
      section += (digit ?? 1) * PLACES[c]!;
      digit = undefined;
    } else if (c === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      [section, digit] = [0, undefined];
    } else return undefined;
  }
  return String(total + section + (digit ?? 0));
}

const fraction = (text: string): string | undefined => {
  if (/^[\d.]+$/.test(text)) return text;
  const [whole, after] = text.split('点');
  const head = numeralValue(whole!);
  if (head === undefined) return undefined;
  return after === undefined ? head : `${head}.${[...after].map((c) => DIGITS[c] ?? '').join('')}`;
};

/** Numerals that stand for a quantity become digits; those inside names (三公) stay. */
export function withDigits(text: string, words: TargetVocabulary): string {
  const numeral = NUMERAL.slice(1, -1);
  return text
    .replace(/百分之([零〇一二两三四五六七八九十百点\d.]+)/g, (all, n: string) => {
      const value = fraction(n);
      return value === undefined ? all : `${value}%`;
    })
    .replace(
      /(^|[^\d.])([一二三四五六七八九])成(半|[一二三四五六七八九])?/g,
      (_, before: string, n: string, more?: string) =>
        `${before}${DIGITS[n]}${more === '半' ? 5 : (DIGITS[more ?? '零'] ?? 0)}%`,
    )
    .replace(/([十一二]{1,2})月(?=份|底|末|初|前|上旬|中旬|下旬|\d|$)/g, (all, n: string) => {
      const value = numeralValue(n);
      return value === undefined ? all : `${value}月`;
    })
    .replace(
      new RegExp(`(^|[≥≤<>=于过少到在])([${numeral}]+)(?=([^${numeral}\\d].?)|$)`, 'g'),
      (all, before: string, n: string, next: string | undefined) => {
        const named = next !== undefined && /^(?:次性|把手|个性)/.test(next);
        const counted = next === undefined || words.isUnit(next) || words.isUnit(next[0]!);
        const number = /[零〇一二两三四五六七八九十]/.test(n);
        const value = counted && number && !named ? numeralValue(n) : undefined;
        return value === undefined ? all : `${before}${value}`;
      },
    );
}
