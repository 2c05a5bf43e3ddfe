// Relations of a form as its notes print them, and as live formulas: from the catalogue's identities,
// by the 行次, 栏次 and cells of the form that was written.
import type { Assertion } from '../assertions/assertion.ts';
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import type { AmountPlace } from '../forms/paper.ts';
import { linear } from '../formula/evaluate.ts';
import { chineseRun } from './runs.ts';

/** 和式: one cell and the cells whose sum, or difference, it is. */
export interface Sum {
  readonly stated: Fact;
  readonly terms: readonly { readonly fact: Fact; readonly sign: 1 | -1 }[];
}

/** The assertions that state one cell as a sum of others. */
export function sumsIn(assertions: readonly Assertion[]): Sum[] {
  return assertions.flatMap((a): Sum[] => {
    const [left, right] = [linear(a.relation.left), linear(a.relation.right)];
    if (a.relation.rel !== '=' || !left || !right || a.exact) return [];
    const factsOf = (side: NonNullable<typeof left>) =>
      side.flatMap(({ reference, sign }) =>
        (a.targets.get(reference)?.facts ?? []).map((fact) => ({ fact, sign })),
      );
    const [stated, ...others] = factsOf(left);
    const terms = factsOf(right);
    return stated && others.length === 0 && terms.length > 0
      ? [{ stated: stated.fact, terms }]
      : [];
  });
}

const key = (at: { row: number; column: number }): string => `${at.row},${at.column}`;

interface Printed {
  readonly axis: number;
  readonly first: number;
  readonly text: string;
}

/** One sum in 行次 or 栏次, where the form prints them for all of its cells. */
function printedSum(
  sum: Sum,
  places: ReadonlyMap<string, AmountPlace>,
  everyRow: boolean,
): Printed | undefined {
  const facts = [sum.stated, ...sum.terms.map((t) => t.fact)];
  const own = facts.map((f) => places.get(key(f.location)));
  const along = (pick: (p: AmountPlace) => number | undefined) => own.map((p) => p && pick(p));
  const sameColumn = new Set(facts.map((f) => f.location.column)).size === 1;
  const numbers = sameColumn ? along((p) => p.line) : along((p) => p.column);
  const sameRow = new Set(facts.map((f) => f.location.row)).size === 1;
  if ((!sameColumn && !sameRow) || numbers.some((n) => n === undefined)) return undefined;
  const [first, ...rest] = numbers as number[];
  const terms = rest.map((number, i) => ({ number, sign: sum.terms[i]!.sign }));
  const word = sameColumn ? '行' : everyRow ? '栏各行' : '栏';
  const right = terms.length > 1 ? `（${chineseRun(terms)}）` : chineseRun(terms);
  return { axis: sameColumn ? 0 : 1, first: first!, text: `${first}${word}＝${right}${word}` };
}

/** The line of relations under a form, by 行次 or 栏次; undefined where it prints no numbers. */
export function relationLine(
  sums: readonly Sum[],
  amounts: readonly AmountPlace[],
  everyRow: boolean,
): string | undefined {
  const places = new Map(amounts.map((a) => [key({ row: a.row, column: a.at }), a]));
  const printed = new Map<string, Printed>();
  for (const sum of sums) {
    const own = printedSum(sum, places, everyRow);
    if (own) printed.set(own.text, own);
  }
  const sorted = [...printed.values()].sort((a, b) => a.axis - b.axis || a.first - b.first);
  return sorted.length > 0 ? `${sorted.map((p) => p.text).join('；')}。` : undefined;
}

/** Cells as few ranges as they make: C7:C14,C20. */
function ranges(cells: readonly { row: number; column: number }[]): string {
  const parts: { first: { row: number; column: number }; last: { row: number; column: number } }[] =
    [];
  for (const cell of cells) {
    const open = parts.at(-1);
    const below = open && cell.column === open.last.column && cell.row === open.last.row + 1;
    const beside = open && cell.row === open.last.row && cell.column === open.last.column + 1;
    const straight = below
      ? open.first.column === cell.column
      : beside && open.first.row === cell.row;
    if (open && straight) open.last = cell;
    else parts.push({ first: cell, last: cell });
  }
  return parts
    .map(({ first, last }) => {
      const [a, b] = [addressOf(first), addressOf(last)];
      return a === b ? a : `${a}:${b}`;
    })
    .join(',');
}

/** A total as a formula of Excel, of zero-based cells; it stays blank until one of its parts is filled. */
export const totalFormula = (cells: readonly { row: number; column: number }[]): string =>
  `=IF(COUNT(${ranges(cells)})=0,"",SUM(${ranges(cells)}))`;

/** Live totals by address: pure sums only, the first relation of a cell. */
export function totalFormulas(sums: readonly Sum[]): Map<string, string> {
  const result = new Map<string, string>();
  for (const { stated, terms } of sums) {
    const address = addressOf(stated.location);
    if (result.has(address) || terms.some((t) => t.sign < 0)) continue;
    result.set(address, totalFormula(terms.map((t) => t.fact.location)));
  }
  return result;
}
