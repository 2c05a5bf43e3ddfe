// 更正: what a wrong number of a text ought to say, in the manner it is written there. Only numbers whose right value
// is known are offered.
import type { TiedNumber, TieReport } from '../narrative/readings/report.ts';

/** 更正: a span of the text (UTF-16 offsets), and what it should say; the unit is no part of it. */
export interface TextCorrection {
  readonly start: number;
  readonly end: number;
  /** What stands there, and what should. */
  readonly from: string;
  readonly by: string;
}

const DIGITS = /[-+]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?/;

/** The figure with commas where the one written has them. */
function inManner(written: string, expected: string): string {
  if (!/[,，]/.test(written)) return expected;
  const [whole = '', decimals] = expected.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** 可采用的更正 of one number; undefined where its right value is not known or is said in words beside it. */
export function correctionOf(number: TiedNumber): TextCorrection | undefined {
  const { verdict, expected, text, start, reason } = number;
  const found = DIGITS.exec(text);
  // 增加-5.00: a sign may be said by the word before it; such numbers are left to their writer.
  if (verdict !== 'broken' || expected === null || !found || reason === 'direction')
    return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(expected) || /^[-+]/.test(found[0])) return undefined;
  const by = inManner(found[0], expected);
  if (by === found[0]) return undefined;
  const at = start + found.index;
  return { start: at, end: at + found[0].length, from: found[0], by };
}

/** 可采用的更正, in the order of the text. */
export const correctionsOf = ({ numbers }: TieReport): TextCorrection[] =>
  numbers.flatMap((n) => correctionOf(n) ?? []);
