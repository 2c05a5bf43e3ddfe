// Ratios and totals of public finance, exact until the caller rounds. Knows numbers only.
import {
  abs,
  compare,
  divide,
  type Exact,
  exact,
  minus,
  plus,
  round,
  times,
  ZERO,
} from './exact.ts';

/**
 * 执行率 = 执行数 ÷ 预算数, as a fraction: 0.8, not 80%. Both in one unit; undefined when the budget is zero (不计算执行率).
 */
export const executionRate = (budget: Exact, actual: Exact): Exact | undefined =>
  divide(actual, budget);

/** 占比 = 分项 ÷ 合计, as a fraction. Both in one unit; undefined when the whole is zero. */
export const share = (part: Exact, whole: Exact): Exact | undefined => divide(part, whole);

/** 增长率 = (本年 − 上年) ÷ |上年|, as a fraction. Both in one unit; undefined when last year was zero (上年为零，不可比). */
export const growth = (current: Exact, previous: Exact): Exact | undefined =>
  divide(minus(current, previous), abs(previous));

/** 合计 of numbers in one unit, to the last digit of any; 0 of none. */
export const total = (parts: readonly Exact[]): Exact => parts.reduce(plus, ZERO);

/**
 * 合计核对 in one unit: whether a sum is that of its parts to the last digit, or, where all are said to be
 * rounded to `decimals`, within their half-digits together.
 */
export function totals(sum: Exact, parts: readonly Exact[], decimals?: number): boolean {
  const gap = abs(minus(sum, total(parts)));
  if (decimals === undefined) return compare(gap, ZERO) === 0;
  const half = exact(5, decimals + 1);
  return compare(gap, times(half, exact(parts.length + 1))) <= 0;
}

/**
 * 加权平均 = Σ 值 × 权重 ÷ Σ 权重, in the unit of the values; a value without a weight counts nothing. Undefined when
 * the weights come to zero.
 */
export function weightedMean(
  values: readonly Exact[],
  weights: readonly Exact[],
): Exact | undefined {
  const products = values.map((v, i) => times(v, weights[i] ?? ZERO));
  return divide(total(products), total(weights));
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

function section(text: string): string {
  let out = '';
  let zero = false;
  [...text].forEach((c, i) => {
    if (c === '0') zero = out !== '';
    else {
      out += (zero ? '零' : '') + DIGITS[Number(c)] + PLACES[text.length - 1 - i];
      zero = false;
    }
  });
  return out;
}

/** 人民币大写 of a number of 元, to the 分; undefined beyond 万亿. */
export function chineseAmount(yuan: Exact): string | undefined {
  const cents = round(times(abs(yuan), exact(100)), 0);
  if (!('units' in cents) || cents.units >= 1e15) return undefined;
  const text = String(cents.units).padStart(3, '0');
  const [whole, jiao, fen] = [text.slice(0, -2), Number(text.at(-2)), Number(text.at(-1))];
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 4)
    groups.unshift(whole.slice(Math.max(0, end - 4), end));
  let out = '';
  groups.forEach((group, i) => {
    const words = section(group);
    if (words) {
      const gap = out !== '' && (group.startsWith('0') || out.endsWith('零'));
      out += (gap && !out.endsWith('零') ? '零' : '') + words + SECTIONS[groups.length - 1 - i];
    }
  });
  const body = out ? `${out}元` : '';
  const tail =
    jiao || fen
      ? `${jiao ? `${DIGITS[jiao]}角` : body ? '零' : ''}${fen ? `${DIGITS[fen]}分` : ''}`
      : '';
  const sign = compare(yuan, ZERO) < 0 ? '负' : '';
  return `${sign}${body || (tail ? '' : '零元')}${tail}${fen ? '' : '整'}`;
}
