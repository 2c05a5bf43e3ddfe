// 没有认出的一项: a row or column that bears no name of the form, beside the parts of a sum. Where the sum breaks
// without it and holds with it, its parts are not known: nobody is accused. Knows cells; knows no table by name.
import type { Fact, Item } from '../facts/fact.ts';
import type { Node } from '../formula/tree.ts';
import { valueOfCells } from '../formula/value.ts';
import { add, type Interval } from '../measure/interval.ts';
import type { Unit } from '../measure/quantity.ts';
import { type Assertion, factsIn } from './assertion.ts';

const isUnnamed = ({ unnamed, groups, unit, worded }: Item): boolean =>
  unnamed === true && groups.length === 0 && unit !== '%' && !worded;

/** Σ of a named group, alone on its side. */
const isGroup = (node: Node): boolean => node.kind === 'path' && node.parts.some((p) => p.sum);

/** Figures of the stated cell's row, or column, that no part of the sum is. */
function besides(stated: Fact, parts: readonly Fact[]): Fact[] {
  const { table, row, column } = stated;
  const isFigure = (fact: Fact | undefined): fact is Fact => fact?.state === 'figure';
  if (parts.every((p) => p.row === row)) {
    const across = table.facts[table.rows.indexOf(row)] ?? [];
    return across.filter(isFigure).filter((f) => isUnnamed(f.column));
  }
  if (!parts.every((p) => p.column === column)) return [];
  const at = table.columns.indexOf(column);
  const down = table.facts.map((line) => line[at]).filter(isFigure);
  return down.filter((f) => isUnnamed(f.row) && f.row.side === row.side);
}

/** Why a broken sum cannot be told: what it leaves out, where it holds with that; undefined where nothing does. */
export function unnamedPart(
  assertion: Assertion,
  sum: Interval,
  unit: Unit,
  holds: (sum: Interval) => boolean,
): string | undefined {
  const { left, right, rel } = assertion.relation;
  const [stated, ...parts] = factsIn(assertion);
  if (rel !== '=' || left.kind !== 'path' || !isGroup(right) || !stated) return undefined;
  const others = besides(stated, parts);
  const fits = [...others.map((f) => [f]), others].find((some) => {
    const more = valueOfCells(some, () => unit);
    return more.ok && holds(add(sum, more.value));
  });
  if (!fits) return undefined;
  const names = fits.map((f) => (f.row === stated.row ? f.column : f.row).printed);
  return `没有认出“${names.join('”“')}”是哪一项，算上它相符`;
}
