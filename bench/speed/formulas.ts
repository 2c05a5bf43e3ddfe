// The same identities written as formulas, for programs that recalculate: one cell a relation, zero where it
// foots. Knows the relations of an opened workbook; knows no program.
import { addressOf, type Cell, type Grid } from '../../src/facts/grid.ts';
import { linear } from '../../src/formula/evaluate.ts';
import type { NewSheet } from '../../src/hosts/xlsx/create.ts';
import type { Book } from '../../src/review/book.ts';
import { assertionsOf } from '../../src/review/tables.ts';

const NAME = '核对';

/** `=ROUND('表1'!C7-'表1'!C8-…,2)` of every relation that is a sum. */
export function formulasOf(book: Book): string[] {
  return assertionsOf(book).flatMap(({ relation, targets }) => {
    const [left, right] = [linear(relation.left), linear(relation.right)];
    if (!left || !right) return [];
    const terms = [...left, ...right.map((t) => ({ ...t, sign: -t.sign }))].flatMap(
      ({ reference, sign }) =>
        (targets.get(reference)?.facts ?? []).map(
          ({ location }) =>
            `${sign < 0 ? '-' : '+'}N('${location.sheet.replace(/'/g, "''")}'!${addressOf(location)})`,
        ),
    );
    return terms.length > 0 ? [`=ROUND(${terms.join('').replace(/^\+/, '')},2)`] : [];
  });
}

export const formulaSheet = (formulas: readonly string[]): NewSheet => ({
  name: NAME,
  cells: formulas.map((formula, row) => ({
    address: addressOf({ row, column: 0 }),
    value: null,
    formula,
  })),
});

/** A workbook as rows of plain values, with the formulas on a sheet of their own. */
export function rowsOf({ snapshot }: Book, formulas: readonly string[]) {
  const value = (cell: Cell | undefined) => cell?.value ?? null;
  const rows = (grid: Grid) => Array.from(grid.cells, (line) => Array.from(line ?? [], value));
  return {
    ...Object.fromEntries(snapshot.sheets.map((sheet) => [sheet.name, rows(sheet)])),
    [NAME]: formulas.map((f) => [f]),
  };
}
