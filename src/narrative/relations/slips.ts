// How people mistype a number: one digit, two neighbours, a digit more or less, a shifted point, a lost 万.
// Knows digits only.
import {
  compare,
  type Exact,
  equal,
  parseExact,
  round,
  shift,
  sign,
  toText,
} from '../../measure/exact.ts';
import { type Figure, powerOf } from '../text/figure.ts';
import type { Trial } from './weigh.ts';

const unitPower = ({ kind, unit }: Figure): number => (kind === 'money' ? powerOf(unit) : 0);

/** Its digits as printed, for another value. */
function digitsOf(value: Exact, figure: Figure): string {
  const decimals = figure.token?.decimals ?? 0;
  return toText(round(shift(value, -unitPower(figure)), decimals), decimals).replace('-', '');
}

const bare = (digits: string): string => digits.replace('.', '').replace(/^0+|0+$/g, '');

/** One digit, two neighbours, a shifted point, a digit more or less, between two printed numbers. */
function likeness(a: string, b: string): 0 | 1 | 2 | 3 {
  if (a === b) return 0;
  if (bare(a) === bare(b) && bare(a) !== '') return 3;
  if (a.length === b.length) {
    const off = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]));
    if (off.length === 1) return 2;
    const [i, j] = off;
    const near = j! - i! === 1 || (j! - i! === 2 && a[i! + 1] === '.');
    return off.length === 2 && near && a[i!] === b[j!] && a[j!] === b[i!] ? 2 : 0;
  }
  const [x, y] = [a.replace('.', ''), b.replace('.', '')];
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  if (long.length !== short.length + 1) return 0;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short) ? 1 : 0;
}

/** 笔误: a slip of the hand leads from one printed number to the other. */
export const isSlip = (printed: string, ought: string): boolean =>
  likeness(printed.replace(/^-/, ''), ought.replace(/^-/, '')) > 0;

/** 笔误程度: 3 a shifted point or another unit, 2 one digit or two neighbours, 1 a digit more or less, 0 none. */
export function slipDegree(figure: Figure, value: Exact): 0 | 1 | 2 | 3 {
  if (equal(value, figure.value) || sign(value) !== sign(figure.value)) return 0;
  const degree = degreeOf(figure, value);
  // 17期 for 170期: what is counted has no point to move, and a digit more is a digit more.
  const counted = figure.kind === 'count' && figure.token?.decimals === 0;
  return degree === 3 && counted ? 1 : degree;
}

function degreeOf(figure: Figure, value: Exact): 0 | 1 | 2 | 3 {
  if (inOtherUnits(figure).some((v) => equal(v, value))) return 3;
  // A point moved to the left has more places than are printed.
  if (shiftsOf(figure).some((t) => equal(t.value, value))) return 3;
  const [printed, ought] = [digitsOf(figure.value, figure), digitsOf(value, figure)];
  // 2928.166 for 2928.16: a digit too many behind the point, zeros that nobody prints apart.
  const short = ought.includes('.') ? ought.replace(/0$/, '') : ought;
  return likeness(printed, ought) || (short === ought ? 0 : likeness(printed, short));
}

/** One slip of the hand leads from a printed figure to a value. */
export const mayBeSlip = (figure: Figure, value: Exact): boolean => slipDegree(figure, value) > 0;

/** 两位颠倒: the same digits, two neighbours exchanged. */
export function isExchanged(figure: Figure, value: Exact): boolean {
  const [a, b] = [digitsOf(figure.value, figure), digitsOf(value, figure)];
  const sorted = (text: string): string => [...text].sort().join('');
  return a !== b && sorted(a) === sorted(b) && likeness(a, b) === 2;
}

/** Every value that one mistyped digit, two exchanged ones, a lost or doubled one, or a shifted point may have
 * stood for. */
export function* slipsOf(figure: Figure): Generator<Exact> {
  if (!figure.token) return;
  const printed = digitsOf(figure.value, figure);
  const power = unitPower(figure);
  const worth = (text: string): Exact => shift(parseExact(text)!, power);
  for (const [i, char] of [...printed].entries()) {
    if (char === '.') continue;
    for (const digit of '0123456789')
      if (digit !== char) yield worth(printed.slice(0, i) + digit + printed.slice(i + 1));
    const j = printed[i + 1] === '.' ? i + 2 : i + 1;
    const next = printed[j];
    if (next && next !== char)
      yield worth(
        printed.slice(0, i) + next + printed.slice(i + 1, j) + char + printed.slice(j + 1),
      );
    if (printed.length > 2) yield worth(printed.slice(0, i) + printed.slice(i + 1));
  }
  for (let i = 0; i <= printed.length; i += 1)
    for (const digit of '0123456789') yield worth(printed.slice(0, i) + digit + printed.slice(i));
  yield shift(figure.value, 1);
  yield shift(figure.value, -1);
}

/** Places that a point is moved, or 万 lost. */
const SHIFTS = [-4, -2, -1, 1, 2, 4];

/** Values with the point elsewhere, or in the next larger or smaller unit, each as wide as it would be printed. */
export const shiftsOf = (figure: Figure): Trial[] =>
  SHIFTS.map((by) => ({
    figure,
    value: shift(figure.value, by),
    half: shift(figure.half, by),
  }));

/** 试算 with a value that a figure may have stood for. */
export const tried = (figure: Figure, value: Exact): Trial =>
  shiftsOf(figure).find((t) => equal(t.value, value)) ?? { figure, value };

/** 万元 for 元, 亿元 for 万元, or the other way round. */
const UNITS = [4, -4] as const;

/** What a sum of money would be in the next larger or smaller unit. */
export const inOtherUnits = (figure: Figure): Exact[] =>
  figure.kind === 'money' && compare(figure.value, figure.half) > 0
    ? UNITS.map((by) => shift(figure.value, by))
    : [];
