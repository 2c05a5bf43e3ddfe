// Our functions as Excel calls them: errors become Excel's own. The only file here that names the global of
// Excel's runtime; another program that calculates has an entry of its own.
import { type ErrorShown, FunctionError } from './arguments.ts';

const codeOf = (shown: ErrorShown): CustomFunctions.ErrorCode => {
  const { invalidValue, notAvailable, divisionByZero } = CustomFunctions.ErrorCode;
  return shown === '#N/A' ? notAvailable : shown === '#VALUE!' ? invalidValue : divisionByZero;
};

/** The same function, with errors that the cell shows. */
export const forExcel =
  <A extends unknown[], R>(own: (...given: A) => R) =>
  (...given: A): R => {
    try {
      return own(...given);
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      throw new CustomFunctions.Error(codeOf(error.shown), error.message || undefined);
    }
  };
