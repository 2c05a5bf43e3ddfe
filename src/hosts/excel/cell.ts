// What Excel tells of one cell - value, formula, text, number format - as a cell of a snapshot. Knows no sheet.
import type { Cell, Scalar } from '../../facts/grid.ts';

const ERROR =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|BUSY!|SPILL!|CALC!|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!|GETTING_DATA)$/;

/** 单元格; undefined where there is nothing. */
export function cellOf(
  value: unknown,
  formula: unknown,
  text: string,
  format: unknown,
): Cell | undefined {
  const calculated = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  if (value === '' && !calculated) return undefined;
  const error = typeof value === 'string' && ERROR.test(value) ? value : undefined;
  // What goes without saying, and the hashes of a column too narrow, are no shown text.
  const evident = text === value || (format === 'General' && text === String(value));
  const shown = text !== '' && !evident && !/^#+$/.test(text);
  return {
    value: error === undefined ? (value as Scalar) : null,
    ...(shown && error === undefined && { text }),
    ...(typeof format === 'string' && format !== 'General' && { format }),
    ...(calculated && { formula: formula as string }),
    ...(error !== undefined && { error }),
  };
}
