// A number as it is printed somewhere: in a cell of a table or in a span of a text. Knows quantities and
// places; knows no table, no sentence and no rule.
import type { Exact } from '../measure/exact.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { CellLocation, Location } from './grid.ts';

/** Whether a number stands in a sheet rather than in a text. */
export const isCell = (location: Location): location is CellLocation => 'sheet' in location;

/** 印出的数: what is printed, where, and how it looks. A cell's number and a text's are the same kind. */
export interface Printed {
  readonly location: Location;
  /** Absent where no number is printed. */
  readonly quantity?: Quantity;
  /** The number as its format shows it, where that hides digits. */
  readonly rounded?: Exact;
  readonly shown: string;
}
