// 两张表同错: a row and the rows above it, wrong alike in two lists that were filled in from one another, so that the
// relations between the two hold. Knows lists by code and their equations; no table by name.
import type { Fact, Table } from '../facts/fact.ts';
import type { Try } from './blocks.ts';
import { type Basis, type Chain, triedRows } from './chain.ts';
import { above, type CellsOfRow, codesOf } from './codes.ts';
import type { ErrorEquation } from './equations.ts';
import type { RowChange } from './rows.ts';

const WORK = 150_000;

/** Cells of one list in the order of another's columns: by kind of spending, else by key. */
function aligned(line: CellsOfRow, own: Table, other: Table): CellsOfRow {
  return own.columns.map((column) => {
    const at = other.columns.findIndex(
      (c) =>
        c.key === column.key ||
        (c.members.支出类型 !== undefined && c.members.支出类型 === column.members.支出类型),
    );
    return at < 0 ? undefined : line[at];
  });
}

const rowOf = (table: Table, code: string): number | undefined =>
  codesOf(table).rows.get(code)?.[0];

/** A row and ever more of the rows above it, in both lists. */
function chainsOf(one: Table, other: Table, code: string): Chain[] {
  const rows = [code, ...[5, 3].filter((n) => n < code.length).map((n) => code.slice(0, n))];
  const chains: Chain[] = [];
  const lines: CellsOfRow[] = [];
  for (const own of rows) {
    const [a, b] = [rowOf(one, own), rowOf(other, own)];
    if (a === undefined || b === undefined) break;
    lines.push(one.facts[a]!, aligned(other.facts[b]!, one, other));
    const next = above(one, own)[0];
    chains.push({
      table: one,
      lines: [...lines],
      parent: next === undefined ? undefined : one.facts[next],
    });
  }
  return chains;
}

const spans = (mends: readonly ErrorEquation[], one: Table, other: Table): boolean =>
  [one, other].every((t) => mends.some((e) => [...e.terms.keys()].every((f) => f.table === t)));

/**
 * 同错的行: those whose change in both lists mends what is broken in each and breaks nothing; where several mend as
 * much, each of them.
 */
export function twinRows(broken: readonly ErrorEquation[], basis: Basis): RowChange[] {
  const cells = new Set<Fact>(broken.flatMap((e) => [...e.terms.keys()]));
  const lists = [...new Set([...cells].map((f) => f.table))].filter(
    (t) => !t.source && codesOf(t).rows.size > 0,
  );
  const on: Try = { index: basis.index, work: 0 };
  let best: RowChange[] = [];
  for (const [i, one] of lists.entries()) {
    for (const other of lists.slice(i + 1)) {
      for (const code of codesOf(one).rows.keys()) {
        if (on.work > WORK) break;
        const own = one.facts[rowOf(one, code)!]!;
        if (!own.some((f) => f && cells.has(f))) continue;
        for (const chain of chainsOf(one, other, code)) {
          for (const { changes, outcome } of triedRows(chain, basis, on)) {
            const mends = outcome.mended;
            if (mends.length < 4 || !spans(mends, one, other)) continue;
            const most = best[0]?.mends.length ?? 0;
            if (mends.length < most) continue;
            if (mends.length > most) best = [];
            const twin = other;
            best.push({ kind: 'carried', table: one, code, line: own, changes, mends, twin });
          }
        }
      }
    }
  }
  return best;
}
