// What an amount cell holds: a number, a number typed as text, nothing, or something else. The one
// place where people's ways of typing amounts are known.
import type { FactState } from '../facts/fact.ts';
import type { Cell } from '../facts/grid.ts';
import { type Exact, fromDouble, parseExact, round, shift } from '../measure/exact.ts';
import { once } from '../measure/once.ts';
import { shownDecimals, shownScale } from '../measure/shown.ts';

/** 金额读数: state and value of one amount cell. */
export interface Amount {
  readonly state: FactState;
  readonly value?: Exact;
  /** The value as its number format shows it. */
  readonly rounded?: Exact;
  readonly asText: boolean;
}

/** Dashes and strokes; also nothing but blanks, as a cleared cell is often left. */
const NOTHING = /^[-－—–―─/／\\]*$/;
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

const typed = once((text): Amount => {
  const narrow = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff']/g, '')
    .replace(/[−–]/g, '-');
  // A formula whose result is the empty text: nothing, as people see it.
  if (narrow === '' || NOTHING.test(narrow)) return { state: 'blank', asText: false };
  let digits = narrow.replace(/^[¥￥]/, '').replace(/^\((.+)\)$/, '-$1');
  if (GROUPED.test(digits)) digits = digits.replaceAll(',', '');
  const value = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(digits) ? parseExact(digits) : undefined;
  return value
    ? { state: 'figure', value, rounded: value, asText: true }
    : { state: 'unread', asText: true };
});

/** 增减率, 完成率 in %: with the sign typed or by format; a bare number is one under such a heading. */
export function shareIn(cell: Cell | undefined): Amount {
  const amount = amountIn(cell);
  if (typeof cell?.value === 'number' && amount.value) {
    const scale = shownScale(cell.format);
    const value = scale > 0 ? shift(amount.value, scale) : amount.value;
    const decimals = shownDecimals(cell.format);
    const shown = decimals === undefined ? value : round(value, decimals);
    return { ...amount, value: shown, rounded: shown };
  }
  if (amount.state !== 'unread' || typeof cell?.value !== 'string') return amount;
  const digits = /^([-+]?\d+(?:\.\d+)?)%$/.exec(cell.value.normalize('NFKC').replace(/[\s,]/g, ''));
  const value = digits && parseExact(digits[1]!);
  return value ? { state: 'figure', value, rounded: value, asText: false } : amount;
}

/** Reads an amount cell; a format that rescales on display decides what the number is. */
export function amountIn(cell: Cell | undefined): Amount {
  if (!cell || (cell.value === null && !cell.formula && !cell.error))
    return { state: 'blank', asText: false };
  if (cell.uncached) return { state: 'uncached', asText: false };
  if (cell.error) return { state: 'unread', asText: false };
  if (typeof cell.value === 'number') {
    const stored = fromDouble(cell.value);
    const scale = shownScale(cell.format);
    const value = scale === 0 || scale > 0 ? stored : shift(stored, scale);
    const decimals = shownDecimals(cell.format);
    return {
      state: 'figure',
      value,
      rounded: decimals === undefined ? value : round(value, decimals),
      asText: false,
    };
  }
  if (typeof cell.value === 'string') return typed(cell.value);
  return cell.value === null
    ? { state: 'blank', asText: false }
    : { state: 'unread', asText: false };
}
