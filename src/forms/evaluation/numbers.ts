// Numbers of a performance table: points, percentages, and targets as people see them. Knows how they
// are typed; knows no rule.
import type { FactState } from '../../facts/fact.ts';
import type { Cell } from '../../facts/grid.ts';
import { shownText } from '../../facts/shown.ts';
import {
  abs,
  compare,
  decimalsOf,
  type Exact,
  exact,
  minus,
  parseExact,
  round,
  shift,
  times,
} from '../../measure/exact.ts';
import { shownDecimals, shownScale } from '../../measure/shown.ts';
import { type Amount, amountIn } from '../amount.ts';
import { plain } from '../names.ts';

/** The stored number as its format shows it: an amount cell leaves percentages as they are stored. */
function shownValue(cell: Cell | undefined): Exact | undefined {
  const { value } = amountIn(cell);
  const scale = typeof cell?.value === 'number' ? shownScale(cell.format) : 0;
  return value && scale > 0 ? shift(value, scale) : value;
}

const words = (cell: Cell | undefined): string =>
  typeof cell?.value === 'string' ? plain(cell.value) : '';

/** 分值, 得分: a number, `10分`, or a share of a hundred by format. */
export function pointsAmount(cell: Cell | undefined): Amount {
  const amount = amountIn(cell);
  const shown = shownValue(cell);
  if (shown && amount.value !== shown) return { ...amount, value: shown, rounded: shown };
  if (amount.state !== 'unread') return amount;
  const m = /^(-?\d+(?:\.\d+)?)(?:分|%)$/.exec(words(cell));
  const value = m && parseExact(m[1]!);
  return value ? { state: 'figure', value, rounded: value, asText: true } : amount;
}

const MONEY = /^(-?[\d,]+(?:\.\d+)?)(元|千元|万元|万|亿元)$/;
const POWERS: Readonly<Record<string, number>> = {
  元: 0,
  千元: 3,
  万: 4,
  万元: 4,
  亿元: 8,
};

/** 金额; also with its unit behind it: 53.85万元. */
export function moneyIn(cell: Cell | undefined, unit: string): Amount {
  const amount = amountIn(cell);
  const m = amount.state === 'unread' ? MONEY.exec(words(cell)) : null;
  const [own, wanted] = [POWERS[m?.[2] ?? ''], POWERS[unit]];
  const digits = m && parseExact(m[1]!.replaceAll(',', ''));
  if (!digits || own === undefined || wanted === undefined) return amount;
  const value = shift(digits, own - wanted);
  return { state: 'figure', value, rounded: value, asText: true };
}

/** 执行率依据: A and B of B/A, to tell 0.8 from 80%. */
export interface RateBasis {
  readonly budget: Exact;
  readonly spent: Exact;
}

/** Which of a number and its hundredfold is the percentage: the one nearer to B/A, else by size. */
function asPercent(value: Exact, percent: boolean, basis: RateBasis | undefined): Exact {
  if (percent) return value;
  const scaled = shift(value, 2);
  if (!basis) return compare(abs(value), exact(15, 1)) <= 0 ? scaled : value;
  const off = (x: Exact) => abs(minus(times(x, basis.budget), shift(basis.spent, 2)));
  return compare(off(scaled), off(value)) < 0 ? scaled : value;
}

/** 执行率, 系数, in %: by format, by its sign, by its heading, or by the amounts beside it. */
export function percentOf(
  cell: Cell | undefined,
  percent: boolean,
  basis?: RateBasis,
): Amount & { decimals: number } {
  const typed = /^(-?\d+(?:\.\d+)?)%$/.exec(words(cell));
  if (typed) {
    const value = parseExact(typed[1]!)!;
    return { state: 'figure', value, rounded: value, asText: false, decimals: decimalsOf(value) };
  }
  const amount = amountIn(cell);
  if (!amount.value) return { ...amount, decimals: 2 };
  const formatted = typeof cell?.value === 'number' && shownScale(cell.format) > 0;
  const value = formatted ? shownValue(cell)! : asPercent(amount.value, percent, basis);
  const printed = typeof cell?.value === 'number' ? shownDecimals(cell.format) : undefined;
  const decimals = formatted ? (printed ?? 2) : Math.max(decimalsOf(value), printed ?? 0);
  return {
    state: 'figure',
    value,
    rounded: round(value, decimals),
    asText: amount.asText,
    decimals,
  };
}

/** 目标值, 完成值: what people see, and a number where the cell is nothing else. */
export function valueSeen(cell: Cell | undefined): {
  text: string;
  state: FactState;
  value?: Exact;
  unit: string;
} {
  if (cell?.uncached) return { text: '', state: 'uncached', unit: '' };
  if (cell?.error) return { text: cell.error, state: 'unread', unit: '' };
  const text = cell ? shownText(cell).trim() : '';
  if (text === '') return { text, state: 'blank', unit: '' };
  const m = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(plain(text));
  const stored = typeof cell?.value === 'number' ? shownValue(cell) : undefined;
  const value = m ? (stored ?? parseExact(m[1]!)) : undefined;
  return value
    ? { text, state: 'figure', value, unit: m![2]! }
    : { text, state: 'words', unit: '' };
}
