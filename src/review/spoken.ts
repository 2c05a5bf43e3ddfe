// A rule as people read it: tables by their titles, never by our ids. Knows tables by summary only.
import type { TableSummary } from './figures.ts';

/** A table's id where the notation names one: before a point, or before the colon of a prefix. */
const NAMED = /表\d+(?=\s*[.:：、])/g;
const PREFIX = /^\s*([^:：「」]+?)\s*[:：]\s*/;

/** 表名: id of a form to the title printed in this workbook. */
export type Titles = ReadonlyMap<string, string>;

export function titlesOf(
  tables: readonly TableSummary[],
  known: readonly { readonly id: string; readonly title: string }[] = [],
): Titles {
  const printed = tables.filter((t) => t.checked).map((t) => [t.form, t.title] as const);
  return new Map([...known.map((f) => [f.id, f.title] as const), ...printed]);
}

/** The notation with titles; the table it is listed under goes without saying. */
export function spoken(says: string, titles: Titles, own?: string): string {
  const prefix = PREFIX.exec(says);
  const bare = prefix && own !== undefined && titles.get(prefix[1]!) === own;
  return (bare ? says.slice(prefix[0].length) : says)
    .replace(NAMED, (id) => titles.get(id) ?? id)
    .replace(/([^\d\s])\s*\.\s*(?=\D)/g, '$1·')
    .replace(/[:：]\s*/, '：');
}
