// Which of the tables that were read are the ones to check. Knows tables; chooses none.
import type { Table } from './fact.ts';

/** 在核: whether a table is checked, and why it steps back where it is not. */
export interface Standing {
  readonly checked: boolean;
  /** A second table of the form in another layout: checked in itself; relations mean the first. */
  readonly beside?: boolean;
  readonly why?: 'last-year' | 'duplicate' | 'copy' | 'empty';
}

/** What was chosen of the tables of one workbook; the tables themselves stay as they were read. */
export type Standings = ReadonlyMap<Table, Standing>;

/** 在核表 in the order of reading. */
export const checkedOf = (standings: Standings): Table[] =>
  [...standings].flatMap(([table, { checked }]) => (checked ? [table] : []));

/** 表间关系所指的表: those checked, without those set beside another of their form. */
export const mainOf = (standings: Standings): Table[] =>
  checkedOf(standings).filter((t) => !standings.get(t)!.beside);
