// How a number of a sentence compares with what its formula is worth, in the unit it is printed in. Knows
// formats and directions; knows no sentence.
import { type Judgement, judge } from '../assertions/compare.ts';
import { round, sign } from '../measure/exact.ts';
import { type Interval, shifted } from '../measure/interval.ts';
import { isMoney, powerBetween } from '../measure/quantity.ts';
import { type Format, intervalRead, type NumberRead, type Style } from './formats.ts';

/** Decimals a number is held to: those of its unit or place, whatever one writer left out. */
function heldTo(read: NumberRead, format: Format, style: Style): number {
  if (read.unit === '%') return Math.max(read.decimals, style.percent);
  return read.unit === '万元' && !format.word ? Math.max(read.decimals, 2) : read.decimals;
}

/** Powers of ten from the unit of the text (万元, a fraction, a count) to the one that is printed. */
const printedIn = ({ unit }: NumberRead): number =>
  isMoney(unit) ? powerBetween('万元', unit) : unit === '%' ? 2 : 0;

/** 符合程度: a word of direction by its sign, a number by the digits shown. */
export function agreement(
  read: NumberRead,
  expected: Interval,
  format: Format,
  style: Style,
): Judgement['verdict'] {
  const sameSign = sign(read.value) === sign(expected.value);
  if (format.word)
    return sameSign || sign(read.value) === sign(round(expected.value, 2)) ? 'exact' : 'broken';
  if (read.unit === '') {
    // 持平: what is written 0.00 in this format is no change.
    return format.write(expected.value, style).direction === undefined ? 'exact' : 'broken';
  }
  const own = printedIn(read);
  const ought = shifted(expected, own);
  const held = heldTo(read, format, style);
  const manner = { by: 'shown', decimals: read.decimals, held } as const;
  const { verdict } = judge(shifted(intervalRead(read), own), ought, manner);
  // Rounding may hide digits, but not which way a change went.
  const opposed = !sameSign && sign(read.value) !== sign(round(ought.value, read.decimals));
  return verdict === 'rounding' && opposed ? 'broken' : verdict;
}
