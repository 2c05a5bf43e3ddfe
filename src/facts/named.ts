// Rows and figures of a table asked for by name: what 补充资料 is to whoever writes or scores.
import type { CellWording, Fact, Item, Table } from './fact.ts';

/** The row called so, exactly. */
const rowNamed = (table: Table | undefined, name: string): Item | undefined =>
  table?.rows.find((r) => r.key === name || r.names.includes(name));

/** 数值 of a row by name; undefined where the row is missing, blank or could not be read. */
export function figureNamed(table: Table | undefined, name: string): Fact | undefined {
  const row = rowNamed(table, name);
  const line = row && table?.facts[table.rows.indexOf(row)];
  return line?.find((f) => f?.state === 'figure');
}

/** 说明（原因） beside a row: its words and place; undefined where nothing is written. */
export function reasonOf(row: Item | undefined): CellWording | undefined {
  const reason = row?.texts?.说明;
  return reason && reason.text !== '' ? reason : undefined;
}

/** 说明（原因） of the row called so; undefined where there is no such row, or nothing is written. */
export const reasonNamed = (table: Table | undefined, name: string): CellWording | undefined =>
  reasonOf(rowNamed(table, name));
