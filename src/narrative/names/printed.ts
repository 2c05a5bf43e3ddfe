// A printed number as an interval. Knows digits and units of money; knows no quantity.
import { type Judgement, judge } from '../../assertions/compare.ts';
import { abs, type Exact, exact, round, shift, ZERO } from '../../measure/exact.ts';
import { around, type Interval, shifted, upright } from '../../measure/interval.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { NumberToken } from '../text/numbers.ts';

const POWER: Readonly<Record<string, number>> = {
  亿元: 4,
  千万元: 3,
  百万元: 2,
  万元: 0,
  千元: -1,
  元: -4,
};

/** 文稿的小数位: most amounts of a text have the same; one typed shorter (35) means 35.00. */
export type Decimals = ReadonlyMap<string, number>;

/** No manner of the text counts. */
export const NO_MANNER: Decimals = new Map();

/**
 * Finds it: by unit the decimals that most of its numbers have. Whole numbers, counts and shares of no unit
 * are not asked.
 */
export function usualDecimals(tokens: readonly NumberToken[]): Decimals {
  const counts = new Map<string, Map<number, number>>();
  for (const { unit, decimals } of tokens) {
    // 100% and 35万元 are printed short wherever they stand: they say nothing of the text's manner.
    if (decimals === 0 || (!isMoney(unit) && unit !== '%')) continue;
    const own = counts.get(unit) ?? new Map<number, number>();
    counts.set(unit, own.set(decimals, (own.get(decimals) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([unit, own]) => [unit, [...own].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
}

/** Power of ten from a number's own unit to 万元, to a fraction; a count stays as it is. */
const powerOf = ({ unit }: NumberToken): number => (unit === '%' ? -2 : (POWER[unit] ?? 0));

/** In 万元; a percentage as a fraction; a count as it is. */
export const tokenValue = (token: NumberToken): Exact => shift(token.value, powerOf(token));

const digitsOf = (token: NumberToken, decimals: Decimals): number =>
  Math.max(token.decimals, isMoney(token.unit) ? (decimals.get(token.unit) ?? 0) : 0);

/** Half of the last printed digit; counts and 元 to the 分 stand for themselves. */
function halfOf(token: NumberToken, decimals: Decimals): Exact {
  const { unit } = token;
  const whole = unit !== '%' && (!isMoney(unit) || (unit === '元' && token.decimals >= 2));
  return whole ? ZERO : shift(exact(5, digitsOf(token, decimals) + 1), powerOf(token));
}

/**
 * 取值区间 of a number of the text: in 万元, a percentage as a fraction, a count as it is; 35 means 35.00 where the
 * text prints two decimals.
 */
export const tokenInterval = (token: NumberToken, decimals: Decimals): Interval =>
  around(tokenValue(token), halfOf(token, decimals));

/** As `asPrinted`, with at least the digits that rates of this text have: 0% ought to be 75.93%. */
export function inFull(value: Exact, token: NumberToken, decimals: Decimals): Exact {
  const { unit } = token;
  if (unit !== '%' && unit !== '万元') return asPrinted(value, token, decimals);
  return round(inUnit(value, token), Math.max(token.decimals, decimals.get(unit) ?? 2));
}

/** A value (in 万元, a fraction, a count) in a number's own unit. */
const inUnit = (value: Exact, token: NumberToken): Exact => shift(value, -powerOf(token));

/** A value (in 万元, a fraction, a count) as this number would print it. */
export function asPrinted(value: Exact, token: NumberToken, decimals?: Decimals): Exact {
  const own = inUnit(value, token);
  const digits = decimals ? digitsOf(token, decimals) : token.decimals;
  return round(own, digits);
}

/** 相符, 尾差 or 不符 of a number against an interval: sizes only, each in the number's own unit. */
export type Match = Judgement['verdict'];
/**
 * Judges it; `ought` is in 万元, a fraction or a count. A fall is told without its sign, so both are taken
 * upright.
 */
export function matchOf(token: NumberToken, ought: Interval, decimals: Decimals): Match {
  const power = powerOf(token);
  const own = tokenInterval({ ...token, value: abs(token.value) }, decimals);
  // With fewer digits than its neighbours print it is right as far as it goes.
  const manner = {
    by: 'shown',
    decimals: token.decimals,
    held: digitsOf(token, decimals),
  } as const;
  return judge(shifted(own, -power), shifted(upright(ought), -power), manner).verdict;
}
