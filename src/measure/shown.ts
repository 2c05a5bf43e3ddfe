// How a number format rescales and rounds what is stored. Knows format codes; knows no cell. A workbook has a few
// formats and thousands of cells: what a format does is worked out once.
import { once } from './once.ts';

const FIRST_SECTION = /^(?:[^;"]|"[^"]*")*/;

/** Format code without literals, colours and conditions. */
function bare(format: string): string {
  return (FIRST_SECTION.exec(format)?.[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/[_*]./g, '');
}

/**
 * 显示比例: power of ten between the stored number and the one shown. `0!.0000` shows 元 as 万元
 * (−4) by printing a point before the last four digits; a trailing comma divides by a thousand.
 */
export const shownScale = (format: string | undefined): number => (format ? scaleOf(format) : 0);

const scaleOf = once((format) => {
  const code = bare(format);
  const literalPoint = /0[!\\]\.(0+)(,*)/.exec(code);
  if (literalPoint) return -literalPoint[1]!.length - 3 * (literalPoint[2]?.length ?? 0);
  const digits = code.replace(/[!\\]./g, '');
  const commas = /[0#?](,+)[^0#?,.]/.exec(`${digits} `)?.[1]?.length ?? 0;
  return -3 * commas + (digits.includes('%') ? 2 : 0);
});

/** Decimals a format prints; undefined for General and formats that print no number. */
export const shownDecimals = (format: string | undefined): number | undefined =>
  format ? decimalsShown(format) : undefined;

const decimalsShown = once((format) => {
  const code = bare(format);
  const literalPoint = /0[!\\]\.(0+)/.exec(code);
  if (literalPoint) return literalPoint[1]!.length;
  if (!/[0#?]/.test(code)) return undefined;
  return /\.([0#?]+)/.exec(code.replace(/[!\\]./g, ''))?.[1]?.length ?? 0;
});
