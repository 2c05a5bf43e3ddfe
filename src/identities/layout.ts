// What the cells of a relation depend on in a table, apart from its figures: how its rows and columns can be
// called, which cells it has, and whether its list is open. Knows items; knows no rule.
import type { Table } from '../facts/fact.ts';
import { axisOf } from '../formula/axis.ts';
import { Memory } from '../measure/memory.ts';

/** Cells that the layout does not have. */
function gapsIn({ facts }: Table): string {
  let gaps = '';
  facts.forEach((line, row) => {
    line.forEach((fact, column) => {
      if (!fact) gaps += `,${row}:${column}`;
    });
  });
  return gaps;
}

/** Numbers of what is alike; what is forgotten gets another one, and is worked out again. */
const known = new Memory<number>(2000);
let last = 0;

const shapes = new WeakMap<Table, number>();

/** 栏的指纹: the same apart from what the rows of a table are called. */
function shapeOf(table: Table): number {
  let own = shapes.get(table);
  if (own === undefined) {
    const { columns, open, partial } = table;
    const key = `${axisOf(columns).number}${open ? 'o' : ''}${partial ? 'p' : ''}${gapsIn(table)}`;
    own = known.of(key, () => {
      last += 1;
      return last;
    });
    shapes.set(table, own);
  }
  return own;
}

/** 版面指纹: equal for two tables in which every path means the same rows and columns. */
export const layoutOf = (table: Table): string => `${axisOf(table.rows).number}.${shapeOf(table)}`;

/** 所称: what paths call the rows and columns of a table. */
export interface Called {
  /** Of every path its names, without open axes. */
  readonly names: readonly (readonly string[])[];
  /** What is summed over, and axes that are open. */
  readonly ranges: readonly string[];
}

/**
 * 所称之行的指纹: equal for two tables in which these paths mean the same, whatever else their rows are called;
 * undefined where rows have what they sum over or leave open, of which `values` are what open axes stand for.
 */
export function layoutAsCalled(
  table: Table,
  { names, ranges }: Called,
  values: readonly string[],
): string | undefined {
  const down = axisOf(table.rows);
  const isOfRows = (own: string): boolean => down.knows(own) || down.sums(own);
  if (ranges.some(isOfRows) || values.some(isOfRows)) return undefined;
  let key = `@${shapeOf(table)}`;
  for (const own of names) {
    let meaning = '';
    for (const name of own) meaning += `;${down.meaning(name)}`;
    // Without a name of a row any of them may be meant.
    key += meaning.length > own.length ? meaning : `${meaning}#${down.items.length}`;
  }
  return key;
}
