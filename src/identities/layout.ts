// What the cells of a relation depend on in a table, apart from its figures: how its rows and columns can be
// called, which cells it has, and whether its list is open. Knows items; knows no rule.
import type { Item, Table } from '../facts/fact.ts';
import { Memory } from '../measure/memory.ts';

/** Numbers of lists by how their items can be called: other workbooks with the same ones share them. */
const known = new Memory<number>(400);
const numbers = new WeakMap<readonly Item[], number>();
let last = 0;

const calledBy = (item: Item): string =>
  [
    item.key,
    item.code,
    item.level,
    item.side,
    item.of,
    item.whole ? '*' : '',
    item.names.join('\t'),
    item.groups.join('\t'),
    ...Object.entries(item.members).flat(),
  ].join('\v');

function numberOf(items: readonly Item[]): number {
  let own = numbers.get(items);
  if (own === undefined) {
    own = known.of(items.map(calledBy).join('\n'), () => {
      last += 1;
      return last;
    });
    numbers.set(items, own);
  }
  return own;
}

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

const layouts = new WeakMap<Table, string>();

/** 版面指纹: equal for two tables in which every path means the same rows and columns. */
export function layoutOf(table: Table): string {
  let own = layouts.get(table);
  if (own === undefined) {
    const { rows, columns, open, partial } = table;
    own = `${numberOf(rows)}.${numberOf(columns)}${open ? 'o' : ''}${partial ? 'p' : ''}${gapsIn(table)}`;
    layouts.set(table, own);
  }
  return own;
}
