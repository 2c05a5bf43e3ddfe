// Which form a text is the title of, and which titles are those of a budget. Knows wordings; knows no place on a sheet.
import { once } from '../measure/once.ts';
import { Endings } from './endings.ts';
import type { Form, Forms } from './form.ts';
import {
  closesWithTitle,
  endsWithTitle,
  isBudgetTitle,
  isTitle,
  nameOf,
  plainTitle,
} from './names.ts';
import type { View } from './view.ts';

/** 题名: which form a text is the title of, and how it words it. */
export interface NamedTitle {
  readonly form: Form | undefined;
  readonly other: string | undefined;
  readonly alias: string;
  /** The alias as it is printed. */
  readonly title: string;
  readonly rank: number;
}

/** Titles and aliases of all forms by their endings; of equal ones the one declared first. */
function namesIn(forms: Forms): Endings<NamedTitle> {
  const names = new Endings<NamedTitle>();
  const add = (title: string, form: Form | undefined, rank: number) => {
    const alias = nameOf(title);
    names.add(alias, { form, other: form ? undefined : alias, alias, title, rank });
  };
  for (const form of forms.forms) {
    [form.title, ...form.aliases].forEach((alias, i) => {
      add(alias, form, i);
    });
  }
  for (const other of forms.others) add(other, undefined, 0);
  return names;
}

const namers = new WeakMap<Forms, (text: string) => NamedTitle | undefined>();

/** The form whose longest title or alias a text ends with; undefined where it is no title. */
export function formNamed(text: string, forms: Forms): NamedTitle | undefined {
  let namer = namers.get(forms);
  if (!namer) {
    const names = namesIn(forms);
    namer = once(
      (own) =>
        names.of(plainTitle(own)).find(({ form, alias }) => {
          const fits = form?.shape === 'evaluation' ? closesWithTitle : endsWithTitle;
          return fits(own, alias);
        }) ?? namedByWords(own, forms),
    );
    namers.set(forms, namer);
  }
  return namer(text);
}

/** A title that has the words of one form, with whatever else a place puts between them. */
function namedByWords(text: string, forms: Forms): NamedTitle | undefined {
  const title = plainTitle(text);
  if (title.length > 50 || /[。；;：:，,]/.test(title) || isBudgetTitle(text)) return undefined;
  const form = forms.forms.find((f) => f.titledBy?.every((some) => new RegExp(some).test(title)));
  return form && { form, other: undefined, alias: title, title: form.title, rank: 8 };
}

/** 预算公开: what stands in the first rows says so, whatever the sheet is called. */
export function headsOfBudget(view: View): boolean {
  for (let row = 0; row < Math.min(view.grid.rows, 6); row += 1) {
    const line = view.grid.cells[row] ?? [];
    for (let column = 0; column < line.length; column += 1)
      if (typeof line[column]?.value === 'string' && isBudgetHead(view.word(row, column)))
        return true;
  }
  return false;
}

const isBudgetHead = (text: string): boolean =>
  text.includes('预算') &&
  isBudgetTitle(text) &&
  (/(?:^|\D)20\d{2}(?!\d)/.test(text) || isTitle(text)) &&
  !/预算数/.test(text);
