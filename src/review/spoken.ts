// A rule as people read it: in words, and with tables by their titles, never by our ids. Knows tables by summary only.
import { ruleWords } from '../formula/words.ts';
import type { TableSummary } from './figures.ts';
import { scoreAsked } from './score-words.ts';

/** 表名: id of a form to the title printed in this workbook. */
export type Titles = ReadonlyMap<string, string>;

/** 表名 by the ids of forms: those printed in the tables that are checked, else those `known`. */
export function titlesOf(
  tables: readonly TableSummary[],
  known: readonly { readonly id: string; readonly title: string }[] = [],
): Titles {
  const printed = tables.filter((t) => t.checked).map((t) => [t.form, t.title] as const);
  return new Map([...known.map((f) => [f.id, f.title] as const), ...printed]);
}

/** The rule in words with titles, what a score has to be in a sentence; the table it is listed under goes without saying. */
export const spoken = (says: string, titles: Titles, own?: string): string =>
  scoreAsked(says) ?? ruleWords(says, (id) => titles.get(id) ?? id, own);
