// 与各表不合的表: a table that foots in itself and differs from others in several places: it was changed and
// they were not, or the other way round. Knows equations; which table is right it cannot know.

import type { Suspect } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import { round } from '../measure/exact.ts';
import { placesOf } from './change.ts';
import { type ErrorEquation, remedy } from './equations.ts';
import { LISTED, ranked, suspect } from './ranking.ts';

/** Fewer differences may be slips. */
const LEAST = 3;

const tablesOf = (equation: ErrorEquation): Set<Table> =>
  new Set([...equation.terms.keys()].map((f) => f.table));

/** Tables of this workbook that every break of a group has to do with, none being broken in itself. */
export function oddTables(group: readonly ErrorEquation[]): Table[] {
  const sets = group.map(tablesOf);
  if (group.length < LEAST || sets.some((tables) => tables.size < 2)) return [];
  return [...sets[0]!].filter((t) => !t.source && sets.every((tables) => tables.has(t)));
}

function words(table: Table, count: number, others: readonly Table[]): string {
  const names = others.map((t) => t.title).join('、');
  return `${table.title}自身相符，却有 ${count} 处与${names}对不上：可能改了这张表，其他表没有跟着改，或者相反。请先确定以哪张表为准。`;
}

/** Cells of such a table that another prints otherwise, each with what the other says. */
export function listedOdd(group: readonly ErrorEquation[], rankedIn: number): Suspect[] {
  const odd = oddTables(group);
  const others = (table: Table) => [
    ...new Set(group.flatMap((e) => [...tablesOf(e)].filter((t) => t !== table))),
  ];
  const found = odd.flatMap((table) =>
    group
      .filter((e) => e.rel === '=')
      .flatMap((e): Suspect[] => {
        const own = [...e.terms.keys()].filter((f) => f.table === table);
        const [fact] = own;
        if (!fact || own.length > 1) return [];
        const change = round(remedy(e, fact), placesOf(fact, [e]));
        const entry = { ...ranked({ fact, change, mends: [e] }, []), score: 0 };
        const message = words(table, group.length, others(table));
        return [{ ...suspect(entry, rankedIn, 1), slip: 'other', message }];
      }),
  );
  return merged(found).slice(0, LISTED);
}

/** A cell that differs from several tables is one suspect, of all their rules. */
function merged(found: readonly Suspect[]): Suspect[] {
  const result = new Map<string, Suspect>();
  for (const s of found) {
    const key = `${s.sheet}!${s.address}`;
    const known = result.get(key);
    const rules = [...new Set([...(known?.rules ?? []), ...s.rules])];
    result.set(key, { ...(known ?? s), rules });
  }
  return [...result.values()];
}
