// The tables at hand: those under review, last year's, the units'; and what identities say of them.
import type { Assertion } from '../assertions/assertion.ts';
import { inForce } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Table } from '../facts/fact.ts';
import { checkedOf, mainOf } from '../facts/standing.ts';
import { expansions, type Tables } from '../identities/identity.ts';
import type { Expansion } from '../identities/plan.ts';
import type { Book } from './book.ts';
import type { Others } from './others.ts';

const NONE: Others = { last: [], units: [], all: [] };
const firstOf = (tables: readonly Table[], form: string): Table[] =>
  tables.filter((t) => t.form === form).slice(0, 1);

/** The tables that relations may refer to: of a form the one checked that is not set beside another. */
function tablesBy(main: readonly Table[], others: Others, absent: readonly string[]): Tables {
  const find = (form: string, scope: string): readonly Table[] => {
    if (scope === '上年') return firstOf(others.last, form);
    if (scope !== '下级') return firstOf(main, form);
    // A sum over units of which one lacks the table is no sum.
    const each = others.units.map((tables) => firstOf(tables, form));
    return each.some((found) => found.length === 0) ? [] : each.flat();
  };
  const known = new Map<string, Map<string, readonly Table[]>>();
  return {
    absent: new Set(absent),
    of: (form, scope = '') => {
      const byForm = known.get(scope) ?? new Map<string, readonly Table[]>();
      known.set(scope, byForm);
      const found = byForm.get(form) ?? find(form, scope);
      byForm.set(form, found);
      return found;
    },
  };
}

/** Without a profile of the year: the official tables there were then. */
const officialIn = ({ forms }: Catalogue, year = 9999): string[] =>
  forms.forms
    .filter((f) => /^表\d$/.test(f.id) && f.since <= Math.max(year, 2015))
    .map((f) => f.id);

/** 认定 of all identities in force. */
export const assertionsOf = (book: Book): Assertion[] =>
  expansionsOf(book).flatMap((e) => e.assertions);

/** The same relation by relation; of two equal candidates each is checked in itself. */
export function expansionsOf(book: Book): Expansion[] {
  const { settled, others, catalogue, scope, profile } = book;
  const identities = inForce(catalogue.identities, scope);
  const official = catalogue.forms.forms.map((f) => f.id).filter((id) => /^表\d$/.test(id));
  const expected = profile?.tables ?? officialIn(catalogue, settled.year);
  const absent = official.filter((form) => !expected.includes(form));
  const tables = tablesBy(mainOf(settled.standings), others, absent);
  const result = identities.flatMap((i) => expansions(i, tables));
  const further = checkedOf(settled.standings).filter((t) => tables.of(t.form)[0] !== t);
  for (const other of further) {
    const own = tablesBy([other], NONE, official);
    for (const expansion of identities.flatMap((i) => expansions(i, own)))
      if ([...expansion.asked].every((table) => table === other)) result.push(expansion);
  }
  return result;
}
