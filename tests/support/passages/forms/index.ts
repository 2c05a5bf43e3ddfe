// All sentence forms, each by its name in the tables that the bench prints.
import type { Draft } from '../passage.ts';
import * as budgets from './budgets.ts';
import * as changes from './changes.ts';
import * as lists from './lists.ts';
import * as others from './others.ts';

const { row: _row, ...listForms } = lists;

export const FORMS: Readonly<Record<string, (d: Draft) => void>> = {
  ...listForms,
  ...changes,
  ...budgets,
  ...others,
};
