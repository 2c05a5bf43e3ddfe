// A number as it enters relations: its worth, the half of its last printed digit, what it measures. Printed in
// the text, or quoted from a cell of the tables. Knows units; knows no sentence.
import { type Exact, exact, shift, ZERO } from '../../measure/exact.ts';
import { isMoney } from '../../measure/quantity.ts';
import type { NumberToken } from './numbers.ts';

/** 度量: what a number measures. */
type Kind = 'money' | 'percent' | 'points' | 'count' | 'bare';

/** 数: in 万元, in points of a hundred, or as counted. */
export interface Figure {
  readonly kind: Kind;
  /** Its unit as printed; of a count, what is counted. */
  readonly unit: string;
  readonly value: Exact;
  /** Half of its last printed digit; nothing for what is counted one by one and figures to the 分. */
  readonly half: Exact;
  /** One of its last printed digit. */
  readonly last: Exact;
  /** Where it is printed; absent for a figure quoted from a table, which is never to blame. */
  readonly token?: NumberToken;
  /** Place among the numbers of the text. */
  readonly index: number;
  /** The figure right before it, with nothing but one separator between: a row told apiece. */
  readonly after?: Figure;
  /** 100万元以上, 元/人: a threshold or a price, no amount of the account. */
  readonly bound: boolean;
}

const POWER: Readonly<Record<string, number>> = {
  亿元: 4,
  亿: 4,
  千万元: 3,
  百万元: 2,
  万元: 0,
  万: 0,
  千元: -1,
  元: -4,
};

const NAMELESS = new Set(['万', '亿']);

/** Power of ten from a unit of money to 万元. */
export const powerOf = (unit: string): number => POWER[unit] ?? 0;

/**
 * What a number of this unit measures: 元 and its multiples money, 万 and 亿 alone too, % a share, 百分点 points,
 * any other unit a count; without one it is not said.
 */
export function figureKind(unit: string): Kind {
  if (unit === '') return 'bare';
  if (unit === '%') return 'percent';
  if (/百分点$/.test(unit)) return 'points';
  return isMoney(unit) || NAMELESS.has(unit) ? 'money' : 'count';
}

const TEN_THOUSANDS = /^[万亿]/;

/** Counted one by one; 12.41万户, 18.5公里 are rounded, 万人 and 亩 alike. */
function isWhole({ unit, decimals }: NumberToken, kind: Kind): boolean {
  if (kind === 'count') return unit === '分' || (decimals === 0 && !TEN_THOUSANDS.test(unit));
  return unit === '元' && decimals >= 2;
}

/** A printed number as a figure. */
export function figureOf(
  token: NumberToken,
  index: number,
  bound: boolean,
  after: Figure | undefined,
): Figure {
  const kind = figureKind(token.unit);
  const power = kind === 'money' ? powerOf(token.unit) : 0;
  const last = shift(exact(1, token.decimals), power);
  return {
    kind,
    unit: token.unit,
    value: shift(token.value, power),
    half: isWhole(token, kind) ? ZERO : shift(exact(5, token.decimals + 1), power),
    last,
    token,
    index,
    bound,
    ...(after && { after }),
  };
}
