// A few formulas, for tests without a formula engine: sums of cells and numbers, and the formula by
// which marks are known. Everything else is not calculated: the saved value stays.
import type { Rect } from '../../src/facts/grid.ts';
import { parseArea, splitSheet } from './address.ts';
import type { BookValue } from './book.ts';

/** Values of an area of a sheet; undefined: there is no such sheet. */
export type ValuesOf = (sheet: string | undefined, area: Rect) => readonly BookValue[] | undefined;

const TERM =
  /([+-]?)\s*(?:(SUM)\(([^()]*)\)|(\d+(?:\.\d+)?)|((?:'(?:[^']|'')+'!|[^\s'!+\-(),*/]+!)?\$?[A-Z]{1,3}\$?\d{1,7}))\s*/iy;

function areaSum(reference: string, valuesOf: ValuesOf, loose: boolean): number | undefined {
  const { sheet, local } = splitSheet(reference);
  const area = parseArea(local);
  const values = area && valuesOf(sheet, area);
  if (!values) return undefined;
  let sum = 0;
  for (const value of values) {
    if (typeof value === 'number') sum += value;
    else if (!loose && value !== '') return undefined;
  }
  return sum;
}

function listSum(list: string, valuesOf: ValuesOf): number | undefined {
  let sum = 0;
  for (const item of list.split(',')) {
    const number = /^\s*-?\d+(?:\.\d+)?\s*$/.test(item) ? +item : undefined;
    const part = number ?? areaSum(item.trim(), valuesOf, true);
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}

/** undefined: this formula is beyond us. */
export function calculated(formula: string, valuesOf: ValuesOf): number | undefined {
  const text = formula.slice(1).trim();
  let sum = 0;
  TERM.lastIndex = 0;
  let end = 0;
  while (end < text.length) {
    const m = TERM.exec(text);
    if (!m || (end > 0 && m[1] === '')) return undefined;
    const [, sign, , list, number, reference] = m;
    let part: number | undefined;
    if (list !== undefined) part = listSum(list, valuesOf);
    else if (number !== undefined) part = +number;
    else part = areaSum(reference!, valuesOf, false);
    if (part === undefined) return undefined;
    sum += sign === '-' ? -part : part;
    end = TERM.lastIndex;
  }
  return end > 0 ? +sum.toPrecision(15) : undefined;
}

/** Whether a conditional format of this formula paints its cells; others are not evaluated. */
export function paints(formula: string): boolean {
  const m = /^=LEN\("([^"]*)"\)>0$/.exec(formula);
  return m !== null && m[1] !== '';
}
