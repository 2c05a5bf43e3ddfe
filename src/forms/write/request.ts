// What is asked of one blank form, and what its edition prints of it. Knows declarations; writes nothing.
import type { Edition } from '../edition.ts';
import type { Form, Forms, ItemDeclaration } from '../form.ts';

/** 科目行: a row of an open list that is known before it is filled. */
export interface CodeRow {
  readonly code: string;
  readonly name: string;
}

/** 空白表要求: what is asked of one blank form. */
export interface BlankRequest {
  readonly form: Form;
  readonly forms: Forms;
  readonly edition: Edition;
  readonly year: number;
  /** Place among the tables of the department, from 1. */
  readonly position: number;
  readonly title: string;
  readonly sheet: string;
  readonly unit: string;
  readonly department?: string;
  /** 附注 under the table. */
  readonly notes?: readonly string[];
  /** Live totals by address. */
  readonly formulas?: ReadonlyMap<string, string>;
  /** Rows of an open list; blank rows stand in their place. */
  readonly codes?: readonly CodeRow[];
}

/** First row of the headings. */
export const TOP = 3;

/** Name of a row or column as the edition prints it, else the official one. */
export const nameIn = (edition: Edition, d: ItemDeclaration): string =>
  edition.wording[d.key] ?? d.names[0]!;

/** Rows or columns that the edition prints. */
export function printedIn(
  { edition, form }: BlankRequest,
  items: readonly ItemDeclaration[],
): ItemDeclaration[] {
  const without = edition.without[form.id] ?? [];
  return items.filter((d) => !without.includes(d.key));
}
