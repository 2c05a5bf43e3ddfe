// Exact numbers. Knows integers on a decimal grid and decimal.js for what lies off it; knows no unit,
// no table and no sheet. Comparison and addition never round.
import { Decimal } from 'decimal.js';

Decimal.set({ precision: 40, toExpNeg: -40, toExpPos: 40 });

export { Decimal };

/** 准确数: `units` × 10^-`decimals`, a safe integer; whatever does not fit is a Decimal. */
export type Exact = OnGrid | Decimal;
interface OnGrid {
  readonly units: number;
  readonly decimals: number;
}

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);
const power = (n: number): number => POWERS[n] ?? 10 ** n;

/** 零, a whole count of units. */
export const ZERO: Exact = { units: 0, decimals: 0 };
/** 一, a whole count of units. */
export const ONE: Exact = { units: 1, decimals: 0 };

/**
 * Whether a number is a whole count of its last digit. Told by what it has: asking for its class costs more
 * than most of the arithmetic does.
 */
export const isOnGrid = (x: Exact): x is OnGrid => (x as Partial<OnGrid>).units !== undefined;

/**
 * 准确数 from a whole count of the last digit: `exact(12345, 2)` is 123.45. A count that is no safe integer
 * becomes a Decimal.
 */
export function exact(units: number, decimals = 0): Exact {
  if (Number.isSafeInteger(units)) return { units: units === 0 ? 0 : units, decimals };
  return new Decimal(units).div(new Decimal(10).pow(decimals));
}

/** The same number as a Decimal, to its last digit. */
export function toDecimal(x: Exact): Decimal {
  return isOnGrid(x) ? new Decimal(`${x.units}e-${x.decimals}`) : x;
}

/** Back onto the grid where the value allows it, so that later sums stay integer sums. */
function fromDecimal(x: Decimal): Exact {
  const decimals = x.decimalPlaces();
  if (decimals > 15) return x;
  const scaled = x.times(power(decimals));
  return scaled.abs().lt(Number.MAX_SAFE_INTEGER) ? exact(scaled.toNumber(), decimals) : x;
}

/** 准确数 from decimal digits such as `-1234.50`; undefined when the text is anything else. */
export function parseExact(text: string): Exact | undefined {
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return undefined;
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const units = Number(text.replace('.', ''));
  if (decimals < 16 && Number.isSafeInteger(units)) return exact(units, decimals);
  return new Decimal(text);
}

/**
 * 准确数 from a cell's finite double, cut to 15 significant digits as Excel does: the one place where a binary
 * float becomes an amount.
 */
export function fromDouble(x: number): Exact {
  const units = Math.round(x * 100);
  const slack = Math.abs(units) * 4.5e-16 + 1e-9;
  if (Math.abs(x * 100 - units) <= slack && Math.abs(units) < 2 ** 51) return exact(units, 2);
  // 元 kept in 万元 have four: the fewest digits whose nearest double this is, as long as fifteen tell it apart.
  for (let decimals = 3; decimals <= 8; decimals += 1) {
    const own = Math.round(x * power(decimals));
    if (Math.abs(own) < 1e15 && own / power(decimals) === x) return exact(own, decimals);
  }
  return fromDecimal(new Decimal(x.toPrecision(15)));
}

/** 相反数, with the same digits. */
export function negate(x: Exact): Exact {
  return isOnGrid(x) ? exact(-x.units, x.decimals) : x.negated();
}

/** 和 of two numbers in one unit, to the last digit of either. */
export function plus(a: Exact, b: Exact): Exact {
  if (isOnGrid(a) && isOnGrid(b)) {
    if (a.units === 0 && a.decimals <= b.decimals) return b;
    if (b.units === 0 && b.decimals <= a.decimals) return a;
    const decimals = Math.max(a.decimals, b.decimals);
    const units = a.units * power(decimals - a.decimals) + b.units * power(decimals - b.decimals);
    if (Number.isSafeInteger(units)) return exact(units, decimals);
  }
  return fromDecimal(toDecimal(a).plus(toDecimal(b)));
}

/** 差 of two numbers in one unit, to the last digit of either. */
export function minus(a: Exact, b: Exact): Exact {
  if (isOnGrid(a) && isOnGrid(b) && a.decimals === b.decimals) {
    const units = a.units - b.units;
    if (Number.isSafeInteger(units)) return exact(units, a.decimals);
  }
  return plus(a, negate(b));
}

/** 积: as many decimals as both factors have together. */
export function times(a: Exact, b: Exact): Exact {
  if (isOnGrid(a) && isOnGrid(b)) {
    const units = a.units * b.units;
    if (Number.isSafeInteger(units)) return exact(units, a.decimals + b.decimals);
  }
  return fromDecimal(toDecimal(a).times(toDecimal(b)));
}

/**
 * 商, to 40 significant digits; undefined when the divisor is zero, because 完成率 of a zero budget does not
 * exist.
 */
export function divide(a: Exact, b: Exact): Exact | undefined {
  return isZero(b) ? undefined : fromDecimal(toDecimal(a).div(toDecimal(b)));
}

/** `x` × 10^`places`, which may be negative: 万元 become 元 by 4, a fraction becomes % by 2. */
export function shift(x: Exact, places: number): Exact {
  if (isOnGrid(x) && places <= x.decimals && x.decimals - places < 16) {
    return exact(x.units, x.decimals - places);
  }
  if (isOnGrid(x) && places > x.decimals) {
    const units = x.units * power(places - x.decimals);
    if (Number.isSafeInteger(units)) return exact(units);
  }
  return fromDecimal(toDecimal(x).times(new Decimal(10).pow(places)));
}

/** 正负号: −1, 0 or 1, whatever unit and digits the number has. */
export function sign(x: Exact): -1 | 0 | 1 {
  const n = isOnGrid(x) ? x.units : x.isZero() ? 0 : x.s;
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}
/** Whether a number is nothing, to its last digit. */
export const isZero = (x: Exact): boolean => sign(x) === 0;
/** 绝对值, with the same digits. */
export const abs = (x: Exact): Exact => (sign(x) < 0 ? negate(x) : x);
/** −1, 0 or 1 as `a` is less than, equal to or more than `b`, both in one unit: 1.5 and 1.50 are equal. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  if (isOnGrid(a) && isOnGrid(b) && a.decimals === b.decimals) {
    return a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
  }
  return sign(minus(a, b));
}
/** Whether two numbers in one unit are the same: 1.5 and 1.50 are. */
export const equal = (a: Exact, b: Exact): boolean => compare(a, b) === 0;
/** The smaller of two numbers in one unit. */
export const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
/** The larger of two numbers in one unit. */
export const greatest = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);

/** Half-up (四舍五入), away from zero at the tie, to `decimals` digits; before the point where they are negative. */
export function round(x: Exact, decimals: number): Exact {
  if (decimals < 0) return shift(round(shift(x, decimals), 0), -decimals);
  if (isOnGrid(x) && x.decimals <= decimals) return x;
  if (isOnGrid(x) && x.decimals - decimals < POWERS.length) {
    const step = power(x.decimals - decimals);
    const rest = x.units % step;
    const away = Math.abs(rest) * 2 >= step ? Math.sign(rest) : 0;
    return exact((x.units - rest) / step + away, decimals);
  }
  return fromDecimal(toDecimal(x).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP));
}

/** Number of digits after the point that carry value: 1.50 has one. */
export function decimalsOf(x: Exact): number {
  if (isOnGrid(x)) {
    let { units, decimals } = x;
    while (decimals > 0 && units % 10 === 0) {
      units /= 10;
      decimals -= 1;
    }
    return decimals;
  }
  return toDecimal(x).decimalPlaces();
}

function gridText({ units, decimals: own }: OnGrid, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(own + 1, '0');
  let end = digits.length;
  while (end > digits.length - own + decimals && digits[end - 1] === '0') end -= 1;
  const whole = digits.slice(0, digits.length - own);
  const fraction = digits.slice(digits.length - own, end).padEnd(decimals, '0');
  return `${units < 0 ? '-' : ''}${whole}${fraction && '.'}${fraction}`;
}

/** Plain decimal digits with at least `decimals` places; never an exponent. */
export function toText(x: Exact, decimals = 0): string {
  if (isOnGrid(x)) return gridText(x, decimals);
  const d = x;
  return d.toFixed(Math.max(decimals, d.decimalPlaces()));
}

/**
 * The double nearest to all digits of a number, as a cell stores it: the way back, for a correction the user
 * ordered. A safe integer over a power of ten that is a double itself is rounded once, and so to the nearest.
 */
export const toDouble = (x: Exact): number =>
  isOnGrid(x) && x.decimals < POWERS.length ? x.units / power(x.decimals) : toDecimal(x).toNumber();
