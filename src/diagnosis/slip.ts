// How people miscopy numbers, from the most common slip to the least. Knows digits; knows no rule.

import type { Slip } from '../assertions/finding.ts';
import {
  abs,
  compare,
  type Exact,
  equal,
  exact,
  isOnGrid,
  isZero,
  minus,
  negate,
  round,
  shift,
  sign,
  toText,
} from '../measure/exact.ts';

/** From the most human slip down; ranks follow this order. */
export const SLIP_ORDER: readonly Slip[] = [
  'one-digit',
  'swapped-digits',
  'decimal-point',
  'unit',
  'sign',
  'omitted',
  'neighbour',
  'other',
];

/** 邻近各格: what surrounds a cell and may have been copied, left out or taken twice. */
export interface Surrounding {
  readonly neighbours: readonly Exact[];
  readonly addends: readonly Exact[];
}

function digitsOf(value: Exact, decimals: number): string {
  return toText(abs(value), decimals).replace('.', '');
}

function differences(a: string, b: string): number[] {
  const result: number[] = [];
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) result.push(i);
  return result;
}

const decimalsIn = (x: Exact): number => toText(x).split('.')[1]?.length ?? 0;

function byDigits(value: Exact, ought: Exact): Slip | undefined {
  const decimals = Math.max(decimalsIn(value), decimalsIn(ought), 2);
  const width = Math.max(digitsOf(value, decimals).length, digitsOf(ought, decimals).length);
  const a = digitsOf(value, decimals).padStart(width, '0');
  const b = digitsOf(ought, decimals).padStart(width, '0');
  const at = differences(a, b);
  if (at.length === 1) return 'one-digit';
  const [i, j] = at;
  const swapped = at.length === 2 && j === i! + 1 && a[i!] === b[j] && a[j] === b[i!];
  return swapped ? 'swapped-digits' : undefined;
}

/** The digits of a number as it is printed, without its sign, and how many stand behind the point. */
function printed(value: Exact): { units: number; decimals: number } | undefined {
  if (!isOnGrid(value)) return undefined;
  let { units, decimals } = abs(value) as typeof value;
  for (; decimals > 2 && units % 10 === 0; decimals -= 1) units /= 10;
  for (; decimals < 2; decimals += 1) units *= 10;
  return Number.isSafeInteger(units) ? { units, decimals } : undefined;
}

/** 相近数: every number that one mistyped digit, or two exchanged ones, may have been. */
export function slipsFrom(value: Exact): Exact[] {
  const own = printed(value);
  if (!own) return [];
  const { units, decimals } = own;
  const digits = [...String(units).padStart(decimals + 1, '0')].map(Number);
  const found: Exact[] = [];
  const add = (other: number) => {
    if (other !== units && Number.isSafeInteger(other))
      found.push(exact(sign(value) < 0 ? -other : other, decimals));
  };
  digits.forEach((digit, i) => {
    const place = 10 ** (digits.length - 1 - i);
    for (let d = 0; d < 10; d += 1) add(units + (d - digit) * place);
    const next = digits[i + 1];
    if (next !== undefined) add(units + (next - digit) * place + ((digit - next) * place) / 10);
  });
  return found;
}

/** 错误类型: how a number may have become what it is instead of what it ought to be. */
export function slipOf(value: Exact, ought: Exact, around: Surrounding): Slip {
  if (isZero(value)) return 'omitted';
  if (equal(value, negate(ought))) return 'sign';
  const digits = byDigits(value, ought);
  if (digits) return digits;
  if (!isZero(ought)) {
    if ([4, -4].some((n) => equal(shift(value, n), ought))) return 'unit';
    if ([1, 2, 3, -1, -2, -3].some((n) => equal(shift(value, n), ought))) return 'decimal-point';
    // 228.83 became 22.88: what no longer fits behind the moved point fell off.
    const fallen = (n: number): boolean => equal(round(shift(ought, -n), decimalsIn(value)), value);
    if (decimalsIn(value) > 0 && [1, 2, 3].some(fallen)) return 'decimal-point';
  }
  const gap = abs(minus(ought, value));
  if (around.addends.some((a) => !isZero(a) && compare(abs(a), gap) === 0)) return 'omitted';
  if (around.neighbours.some((n) => equal(n, value))) return 'neighbour';
  return 'other';
}
