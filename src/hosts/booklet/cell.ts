// What a cell of a printed table holds: print knows words only, a table wants numbers and how they are shown.
// The one place where printed digits become a number of a cell.
import type { Cell } from '../../facts/grid.ts';

const WHOLE = String.raw`\d{1,3}(?:,\d{3})+|\d+`;
const NUMBER = new RegExp(String.raw`^([-+]?)(${WHOLE})(?:\.(\d*))?(%?)$`);
/** More digits than a number of a sheet holds: an account, a document. */
const MOST_DIGITS = 15;

/** 格 of what is printed; undefined where nothing is. */
export function printedCell(printed: string): Cell | undefined {
  const text = printed.replace(/\s+$/, '');
  if (text.trim() === '') return undefined;
  const narrow = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[−–－]/g, '-')
    .replace(/^[¥￥]/, '')
    .replace(/^\(([^()]+)\)$/, '-$1');
  const found = NUMBER.exec(narrow);
  if (!found) return { value: text };
  const [, sign = '', whole = '', decimals, percent] = found;
  const digits = whole.replaceAll(',', '');
  // 01 is a name; a bracketed whole number is an ordinal.
  if (/^0\d/.test(digits) || digits.length + (decimals?.length ?? 0) > MOST_DIGITS)
    return { value: text };
  if (/^[（(]\d+[)）]$/.test(text.trim())) return { value: text };
  const number = Number(`${sign}${digits}.${decimals || '0'}`);
  const places = decimals ? `.${'0'.repeat(decimals.length)}` : '';
  if (percent) {
    // Exact to the printed digit: the point moves, nothing is divided.
    const moved = Number(`${sign}${digits}.${decimals || '0'}e-2`);
    return { value: moved, text: text.trim(), format: `0${places}%` };
  }
  const format = `${whole.includes(',') ? '#,##0' : '0'}${places}`;
  return { value: number, text: text.trim(), format };
}
