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

const layouts = new WeakMap<Table, number>();
/** Numbers of layouts: what is forgotten gets another one, and is worked out again. */
const known = new Memory<number>(2000);
let last = 0;

/** 版面指纹: equal for two tables in which every path means the same rows and columns. */
export function layoutOf(table: Table): number {
  let own = layouts.get(table);
  if (own === undefined) {
    const { rows, columns, open, partial } = table;
    const [down, across] = [axisOf(rows).number, axisOf(columns).number];
    const key = `${down}.${across}${open ? 'o' : ''}${partial ? 'p' : ''}${gapsIn(table)}`;
    own = known.of(key, () => {
      last += 1;
      return last;
    });
    layouts.set(table, own);
  }
  return own;
}
