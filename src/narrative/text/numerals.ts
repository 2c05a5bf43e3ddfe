// Numbers written in Chinese numerals: 一百二十万元, 伍拾万元, 五个项目, 百分之五. Knows numerals and what only looks
// like a number (一个, 两个方面).
import { type Exact, exact } from '../../measure/exact.ts';

/** 中文数字: its place in a text, its value and unit. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Exact;
  readonly unit: string;
}

const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((c, i) => [c, i])),
  ...Object.fromEntries([...'〇壹贰叁肆伍陆柒捌玖'].map((c, i) => [c, i])),
  两: 2,
};
const TENS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};

/** 一百二十 as a number. */
export function numeralValue(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const char of text) {
    const ten = TENS[char];
    if (ten === undefined) digit = DIGITS[char] ?? 0;
    else {
      sum += (digit || 1) * ten;
      digit = 0;
    }
  }
  return sum + digit;
}

const RUN = '零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';
const NUMERAL = new RegExp(
  `百分之([${RUN}]{1,6})(?![${RUN}点])|([${RUN}]{1,9})(亿元|万元|元|个|辆|台|批次|人次|家|批|名)`,
  'g',
);
/** Said of ways and means, not of things counted. */
const NO_COUNT =
  /^(?:方面|层面|阶段|维护|确保|结合|环节|领域|季度|体系|机制|原则|步骤|月|年|层次|重点|关键|坚持|统一|务必|大类|一级|二级|三级|人|时)/;
const NOT_BEFORE = new Set(['第', '每', '十', '几', '数', '各', '某', '任', '逐', '同', '另']);
const MONEY = /元$/;

/** 中文数字 of a text. */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const m of text.matchAll(NUMERAL)) {
    const { index: start, 1: share, 2: digits, 3: unit = '%' } = m;
    const end = start + m[0].length;
    const words = share ?? digits!;
    if (NOT_BEFORE.has(text[start - 1] ?? '')) continue;
    const counted = share === undefined && !MONEY.test(unit);
    // 一个, 一项 say “a”; 千, 百 alone are no digits.
    const one = words === '一' && !/^(?:辆|台|批次|人次)$/.test(unit);
    if (counted && (one || NO_COUNT.test(text.slice(end, end + 2)))) continue;
    if (!/[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/.test(words)) continue;
    found.push({ start, end, value: exact(numeralValue(words)), unit });
  }
  return found;
}
