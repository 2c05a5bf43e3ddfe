// From what a grid hands over to exact numbers, and back; errors as Excel shows them.
import {
  abs,
  compare,
  type Exact,
  exact,
  fromDouble,
  ONE,
  parseExact,
  round,
  shift,
  toDouble,
  toText,
  ZERO,
} from '../src/measure/exact.ts';
import type { ScoringTarget } from '../src/scoring/target/target.ts';

export type Value = number | string | boolean | null | undefined;

/** 出错值: what a cell shows instead of a result. */
export type ErrorShown = '#VALUE!' | '#N/A' | '#DIV/0!';
/** 函数出错: an error value with its reason, whatever program calculates. */
export class FunctionError extends Error {
  constructor(
    readonly shown: ErrorShown,
    message?: string,
  ) {
    super(message);
    this.name = 'FunctionError';
  }
}

export const invalid = (message: string): FunctionError => new FunctionError('#VALUE!', message);
export const unavailable = (message: string): FunctionError => new FunctionError('#N/A', message);
/** Excel shows no text of ours with #DIV/0!. */
export const divisionByZero = (): FunctionError => new FunctionError('#DIV/0!');

const isBlank = (v: Value): boolean =>
  v === null || v === undefined || (typeof v === 'string' && v.trim() === '');

const NUMBER = /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%?)$/;

/** An amount that a cell holds as text, as Excel would take it. */
function numberIn(text: string): Exact | undefined {
  const [, digits, percent] = NUMBER.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const number = digits && parseExact(digits.replaceAll(',', ''));
  return number && percent ? shift(number, -2) : number || undefined;
}

/** A number; a blank is zero as Excel itself counts it; words are refused as they stand. */
export function numberOf(value: Value, name: string): Exact {
  if (value === null || value === undefined || value === '') return fromDouble(0);
  if (typeof value === 'number') return fromDouble(value);
  const typed = typeof value === 'string' ? numberIn(value) : undefined;
  if (typed) return typed;
  throw invalid(`${name}是“${String(value)}”，不是数字`);
}

/** Excel on the desktop hands over 0 for a cell with nothing in it; on the web it hands over nothing. */
let blankAsZero = false;

/** Says how this Excel hands over an empty cell; called once, when it is known which Excel it is. */
export function blanksComeAsZero(so: boolean): void {
  blankAsZero = so;
}

/** Refuses a 0 that may be an empty cell: what nobody filled in is never scored. */
function refuseDoubtful(value: Value, name: string): void {
  if (blankAsZero && value === 0)
    throw unavailable(
      `${name}是 0，还是没有填？这里的 Excel 分不清。没有填的请补上；确是 0 的请写成文本：'0`,
    );
}

/** A number that has to be there: what is not filled in is worth nothing, not zero. */
export function required(value: Value, name: string): Exact {
  if (isBlank(value)) throw invalid(`${name}没有填`);
  refuseDoubtful(value, name);
  return numberOf(value, name);
}

/** Words or a number that have to be there. */
export function requiredText(value: Value, name: string): string {
  if (isBlank(value)) throw invalid(`${name}没有填`);
  refuseDoubtful(value, name);
  return cellText(value);
}

/** 分值 of what is scored: without it there is nothing to earn. */
export function weightOf(value: Value): Exact {
  const weight = isBlank(value) ? ZERO : numberOf(value, '分值');
  if (compare(weight, ZERO) <= 0) throw invalid('分值没有填，或者不大于 0');
  return weight;
}

const MOST_RATE = exact(15, 1);

/** 执行率 as a share. Nobody spends half as much again: 80.52 is 80.52%, and full points would be wrong. */
export function rateOf(value: Value): Exact {
  const rate = required(value, '执行率');
  if (compare(rate, ZERO) < 0) throw invalid('执行率不能为负数');
  if (compare(rate, MOST_RATE) > 0)
    throw invalid(
      `执行率是 ${toText(rate)}，请写成百分数：${toText(rate)}% 或 ${toText(shift(rate, -2))}`,
    );
  return rate;
}

/** 横线: what people write where there is nothing. */
const isDash = (v: Value): boolean => typeof v === 'string' && /^[-－—–―─/\s]+$/.test(v);
const isWord = (v: Value): boolean => typeof v === 'string' && !/\p{N}/u.test(v);

const isNothing = (v: Value): boolean => isBlank(v) || isDash(v);

/**
 * Numbers of a range. Blanks and dashes are left out; so are heads, that is words with no number above them in their
 * column nor before them in their row: whole columns can be given. A word among the numbers is refused.
 */
export function numericArguments(values: Value[][], name: string): Exact[] {
  const numbers: Exact[] = [];
  const begun: boolean[] = [];
  for (const line of values) {
    let before = false;
    for (const [column, value] of line.entries()) {
      if (isNothing(value)) continue;
      if (isWord(value) && !before && !begun[column]) continue;
      numbers.push(numberOf(value, name));
      before = true;
      begun[column] = true;
    }
  }
  return numbers;
}

export const cellText = (value: Value): string =>
  value === null || value === undefined ? '' : String(value);

const MOST_DECIMALS = 15;

/** Decimals asked for; a broken number is cut as ROUND does. Undefined when none are asked for. */
export function decimalsIn(decimals: Value): number | undefined {
  if (typeof decimals !== 'number') return undefined;
  const whole = Math.trunc(decimals);
  if (whole < 0 || whole > MOST_DECIMALS)
    throw invalid(`小数位数应为 0 到 ${MOST_DECIMALS}，现在是 ${decimals}`);
  return whole;
}

/** The double for a cell, rounded half-up where decimals are asked for. */
export function result(value: Exact | undefined, decimals?: number | null): number {
  if (!value) throw divisionByZero();
  const places = decimalsIn(decimals);
  return toDouble(places === undefined ? value : round(value, places));
}

/** Numbers that stand side by side in two ranges; where both are blank there is nothing. */
export function pairsOf(
  [first, second]: readonly [Value[][], Value[][]],
  [one, other]: readonly [string, string],
): [Exact[], Exact[]] {
  const [left, right] = [first.flat(), second.flat()];
  if (left.length !== right.length)
    throw invalid(`${one}有 ${left.length} 格，${other}有 ${right.length} 格，应一一对应`);
  const both: [Exact[], Exact[]] = [[], []];
  left.forEach((value, i) => {
    const beside = right[i];
    if (isNothing(value) && isNothing(beside)) return;
    // The heads of two columns, before any number.
    if (both[0].length === 0 && isWord(value) && isWord(beside)) return;
    if (isNothing(value) || isNothing(beside))
      throw invalid(`第 ${i + 1} 个${isNothing(value) ? one : other}没有填`);
    // Money of nothing weighs nothing, whatever its score; a score of nothing beside money counts.
    if (value === 0 && beside !== 0) refuseDoubtful(value, `第 ${i + 1} 个${one}`);
    both[0].push(numberOf(value, one));
    both[1].push(numberOf(beside, other));
  });
  return both;
}

const HALF_OF_ALL = exact(50);
const TWO = exact(2);

/**
 * An actual as the words it is read from. A cell shown as 96% hands over 0.96: beside a target in
 * percent a number up to 1 is a share. Just above 1 it may be either, and is asked for.
 */
export function actualText(actual: Value, targets: readonly ScoringTarget[]): string {
  const [wanted, ...more] = targets;
  const bound = wanted?.unit === '%' && more.length === 0 ? wanted.bound : undefined;
  if (typeof actual !== 'number' || !bound || compare(abs(bound), ONE) <= 0)
    return cellText(actual);
  const value = fromDouble(actual);
  if (compare(abs(value), ONE) <= 0) return `${toText(shift(value, 2))}%`;
  if (compare(abs(value), TWO) <= 0 && compare(abs(bound), HALF_OF_ALL) >= 0)
    throw invalid(`实际完成值 ${actual} 是 ${actual}% 还是 ${actual * 100}%？请写成文字，带百分号`);
  return cellText(actual);
}
