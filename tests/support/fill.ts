// Fills blank forms with the figures of another workbook: by what a cell means, never by its place.
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Table } from '../../src/facts/fact.ts';
import type { Cell, Grid, Snapshot } from '../../src/facts/grid.ts';
import { readTables } from '../../src/forms/read.ts';
import type { CodeRow } from '../../src/forms/write/request.ts';

export const tablesIn = (snapshot: Snapshot): readonly Table[] =>
  readTables(snapshot, CATALOGUE.forms).tables;

/** Codes of every table, for blanks that know their rows. */
export function codesOf(tables: readonly Table[]): Record<string, CodeRow[]> {
  const result: Record<string, CodeRow[]> = {};
  for (const table of tables) {
    const rows = table.rows.flatMap((r) => (r.code ? [{ code: r.code, name: r.printed }] : []));
    if (/^表[23589]$|明细表$|项目支出决算表$/.test(table.form) && table.form !== '表6')
      result[table.form] = rows;
  }
  return result;
}

/** 表5, 表9 may print income and balances or not: what a blank does not ask for is left out. */
const OPTIONAL = new Set(['年初结转和结余', '本年收入', '年末结转和结余']);

export interface Filling {
  readonly snapshot: Snapshot;
  /** Figures of the source for which the blank has no place. */
  readonly homeless: readonly string[];
  readonly placed: number;
}

/** Puts every figure of the source where the blank prints the same row and column. */
export function fill(blank: Snapshot, source: readonly Table[]): Filling {
  const cells = new Map(
    blank.sheets.map((s) => [s.name, s.cells.map((l): (Cell | undefined)[] => [...(l ?? [])])]),
  );
  const homeless: string[] = [];
  let placed = 0;
  const blanks = tablesIn(blank);
  for (const table of source) {
    // Some places print a form twice, in different layouts.
    const facts = blanks.filter((t) => t.form === table.form).flatMap((t) => t.facts.flat());
    table.facts.flat().forEach((fact) => {
      if (fact?.state !== 'figure') return;
      const places = facts.filter(
        (f) => f && f.row.key === fact.row.key && f.column.key === fact.column.key,
      );
      if (places.length === 0) {
        const known = OPTIONAL.has(fact.column.key) && table.form !== '表8';
        if (!known) homeless.push(`${table.form} ${fact.row.key} ${fact.column.key}`);
      }
      for (const place of places) {
        const { sheet, row, column } = place!.location;
        const lines = cells.get(sheet)!;
        lines[row] ??= [];
        const line = lines[row];
        line[column] = { ...line[column], value: fact.stored };
        placed += 1;
      }
    });
  }
  const sheets = blank.sheets.map((s): Grid => ({ ...s, cells: cells.get(s.name)! }));
  return { snapshot: { sheets }, homeless, placed };
}
