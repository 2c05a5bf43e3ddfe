// What a reader of one shape hands over: items and where their cells stand, before amounts are read.
import type { Item } from '../facts/fact.ts';
import type { CellLocation } from '../facts/grid.ts';
import type { ItemDeclaration } from './form.ts';

/** 表草稿: rows, columns and the cell of each pair. */
export interface Draft {
  readonly rows: readonly Item[];
  readonly columns: readonly Item[];
  readonly cells: readonly (readonly (CellLocation | undefined)[])[];
  /** First row of the header, and first row after the last one with an item. */
  readonly header: number;
  readonly end: number;
}

/** An item as declared, with what the sheet prints for it. */
export function itemOf(
  declaration: ItemDeclaration,
  printed: string,
  number?: number,
  key = declaration.key,
): Item {
  return {
    key,
    names: declaration.names,
    printed,
    ...(number !== undefined && { number }),
    ...(declaration.code && { code: declaration.code }),
    ...(declaration.level && { level: declaration.level }),
    ...(declaration.side && { side: declaration.side }),
    ...(declaration.of && { of: declaration.of }),
    ...(declaration.whole && { whole: true }),
    groups: declaration.groups ?? [],
    members: declaration.members ?? {},
  };
}

/** An item that the sheet prints and the form does not declare. */
export const extraItem = (key: string, printed: string, side?: string): Item => ({
  key,
  names: [printed],
  printed,
  groups: [],
  members: {},
  ...(side && { side }),
});
