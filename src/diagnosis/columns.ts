// 一列: the cells of one column of a table from top to bottom, and what each would hold were the amounts to stand some
// rows higher or lower. Knows cells and the relations that tell of one alone; decides nothing.
import { type Fact, factsOf, type Table } from '../facts/fact.ts';
import { type Exact, isZero, minus } from '../measure/exact.ts';
import { applied } from './change.ts';
import { cellNumber, type ErrorEquation, type Index, isBroken } from './equations.ts';

/** 一列, and the relations of each of its cells. */
export interface Column {
  readonly cells: readonly Fact[];
  readonly byRow: ReadonlyMap<number, Fact>;
  /** Relations of each cell in which no other cell of the column stands: they tell of that cell alone. */
  readonly alone: ReadonlyMap<Fact, readonly ErrorEquation[]>;
}

/** 各列 of a table. */
export function columnsWith(table: Table, index: Index): Column[] {
  const by = new Map<string, Fact[]>();
  for (const fact of factsOf(table)) {
    const key = `${fact.location.sheet}|${fact.location.column}`;
    const cells = by.get(key);
    if (cells) cells.push(fact);
    else by.set(key, [fact]);
  }
  return [...by.values()].map((all) => {
    const cells = all.sort((a, b) => a.location.row - b.location.row);
    const own = new Set(cells);
    const isAlone = (e: ErrorEquation, fact: Fact) =>
      [...e.terms.keys()].every((f) => f === fact || !own.has(f));
    const alone = new Map(
      cells.map((fact) => [fact, (index.get(fact) ?? []).filter((e) => isAlone(e, fact))]),
    );
    return { cells, byRow: new Map(cells.map((f) => [f.location.row, f])), alone };
  });
}

/** What stands so many rows on, as a change of the cell; nothing where no row of the table stands there. */
function difference({ byRow }: Column, cell: Fact, by: number): Exact | 'nothing' | 'unread' {
  const source = byRow.get(cell.location.row + by);
  if (!source) return 'nothing';
  if (source.state === 'unread' || cell.state === 'unread') return 'unread';
  return minus(cellNumber(source), cellNumber(cell));
}

/** How far down every cell agrees with its own row once it holds what stands so many rows on. */
export function agreesTo(column: Column, from: number, by: number, on: { work: number }): number {
  let at = from;
  for (; at < column.cells.length; at += 1) {
    const cell = column.cells[at]!;
    const change = difference(column, cell, by);
    if (change === 'nothing') continue;
    if (change === 'unread') break;
    const own = column.alone.get(cell)!;
    on.work += own.length;
    const after = applied(cell, change, column.alone);
    if ([...after].some(([equation, gap]) => isBroken(equation, gap))) break;
  }
  return at - 1;
}

/** Cells between two rows that hold what stands so many rows on, and those whose own amount stands nowhere. */
export function partsOf(column: Column, [first, last]: readonly [number, number], by: number) {
  const moved = new Map<Fact, Exact>();
  const gone: Fact[] = [];
  for (const cell of column.cells.slice(first, last + 1)) {
    const change = difference(column, cell, by) as Exact | 'nothing';
    if (change === 'nothing') {
      gone.push(cell);
      continue;
    }
    if (!isZero(change)) moved.set(cell, change);
  }
  const [top, end] = [column.cells[first]!, column.cells[last]!].map((f) => f.location.row);
  const [from, to] = by > 0 ? [end! + 1, end! + by] : [top! + by, top! - 1];
  for (let row = from; row <= to; row += 1) {
    const over = column.byRow.get(row);
    if (over) gone.push(over);
  }
  return { moved, gone };
}
