// From what a grid hands over to exact numbers, and back; errors as Excel shows them.
import { type Exact, fromDouble, round, toDouble } from '../src/measure/exact.ts';

export type Value = number | string | boolean | null | undefined;

export const invalid = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
export const unavailable = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
/** Excel shows no text of ours with #DIV/0!. */
export const divisionByZero = (): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);

/** A number; a blank is zero as Excel itself counts it; text is refused with its words. */
export function numberOf(value: Value, name: string): Exact {
  if (value === null || value === undefined || value === '') return fromDouble(0);
  if (typeof value === 'number') return fromDouble(value);
  throw invalid(`${name}是“${String(value)}”，不是数字`);
}

/** Numbers of a range; blanks are left out. */
export const numbersOf = (values: Value[][], name: string): Exact[] =>
  values
    .flat()
    .filter((v) => v !== null && v !== undefined && v !== '')
    .map((v) => numberOf(v, name));

export const textOf = (value: Value): string =>
  value === null || value === undefined ? '' : String(value);

/** The double for a cell, rounded half-up where decimals are asked for. */
export function result(value: Exact | undefined, decimals?: number | null): number {
  if (!value) throw divisionByZero();
  return toDouble(typeof decimals === 'number' ? round(value, decimals) : value);
}
