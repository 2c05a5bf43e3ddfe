// Quantities: a printed number with its unit and precision. Knows units of money and half-digits; knows
// no table.
import { type Exact, exact, isOnGrid, shift, ZERO } from './exact.ts';
import { around, type Interval } from './interval.ts';

/** 计量单位: a unit of money, `%`, or whatever stands behind a count (件, 次, 人). */
export type Unit = string;

/** Powers of ten of 元. */
const MONEY: Readonly<Record<string, number>> = {
  元: 0,
  百元: 2,
  千元: 3,
  万元: 4,
  百万元: 6,
  千万元: 7,
  亿元: 8,
};
/** Printed decimals of amounts by unit; the columns of a form are declared by it. */
const DECIMALS: Readonly<Record<string, number>> = { 元: 2, 亿元: 4 };

/** Whether a unit is one of money: 元, 百元, 千元, 万元, 百万元, 千万元 or 亿元. */
export const isMoney = (unit: Unit): boolean => unit in MONEY;
/** Decimals with which a form prints a unit: two of money, four of 亿元, none of counts, % and 分. */
export const decimalsOfUnit = (unit: Unit): number => (isMoney(unit) ? (DECIMALS[unit] ?? 2) : 0);
/** 元 and counts are not rounded: their figures stand for themselves. Scores are, to two digits. */
const isUnrounded = (unit: Unit): boolean =>
  unit === '元' || (!isMoney(unit) && unit !== '%' && unit !== '分');

/**
 * 数值: a whole count of its last digit (`units`), where that digit stands (`decimals`), and the
 * unit. Unless `unrounded`, it stands for every value within half a last digit.
 */
export interface Quantity {
  readonly units: number;
  readonly decimals: number;
  readonly unit: Unit;
  readonly unrounded: boolean;
}

/**
 * 数值 of a stored value in a column printed with `decimals` digits. Off the column's grid the
 * value's own last digit counts. Undefined when the value is too large to be held exactly.
 */
export function quantity(value: Exact, unit: Unit, decimals: number): Quantity | undefined {
  if (!isOnGrid(value)) return undefined;
  let { units, decimals: own } = value;
  while (own > decimals && units % 10 === 0) {
    units /= 10;
    own -= 1;
  }
  while (own < decimals) {
    units *= 10;
    own += 1;
  }
  if (!Number.isSafeInteger(units)) return undefined;
  return { units, decimals: own, unit, unrounded: isUnrounded(unit) };
}

/** 准确数 of a quantity, in its own unit. */
export const valueOf = (q: Quantity): Exact => exact(q.units, q.decimals);
/** Half a last digit; nothing where the figure is unrounded. */
export const halfOf = (q: Quantity): Exact => (q.unrounded ? ZERO : exact(5, q.decimals + 1));

/** 数量级: powers of ten from one unit of money to another: 4 from 万元 to 元; 0 where one is none. */
export const powerBetween = (from: Unit, to: Unit): number =>
  isMoney(from) && isMoney(to) ? MONEY[from]! - MONEY[to]! : 0;

/**
 * Value and half-digit of a quantity in another unit of money, however many decimals that takes; undefined
 * across kinds.
 */
export function convert(q: Quantity, unit: Unit): { value: Exact; half: Exact } | undefined {
  if (q.unit === unit) return { value: valueOf(q), half: halfOf(q) };
  const from = MONEY[q.unit];
  const to = MONEY[unit];
  if (from === undefined || to === undefined) return undefined;
  return { value: shift(valueOf(q), from - to), half: shift(halfOf(q), from - to) };
}

/** 取值区间 of a quantity: its value and the half-digit on either side. */
export const intervalOf = (q: Quantity): Interval => around(valueOf(q), halfOf(q));

/** 取值区间 in another unit of money; undefined across kinds. */
export function intervalIn(q: Quantity, unit: Unit): Interval | undefined {
  const converted = convert(q, unit);
  return converted && around(converted.value, converted.half);
}
