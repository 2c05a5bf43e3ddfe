// Which tables the place and the year expect, put together from its profile for the remarks on it.

import { formNamed } from '../forms/titles.ts';
import { extraNamed, type Roster } from '../identities/roster.ts';
import type { Book } from './book.ts';

/** 应公开的表 of a workbook: what its profile expects; extra tables only where place and year are known. */
export function rosterOf({ read, scope, catalogue, profile, named }: Book): Roster {
  const { forms, extras } = catalogue;
  const { year } = scope;
  const formsOf = (titles: readonly string[]) =>
    new Set(titles.flatMap((title) => formNamed(title, forms)?.form?.id ?? []));
  const isOfPlace = year !== undefined && (profile?.region !== undefined || profile?.own === true);
  return {
    expected: profile?.tables ?? [],
    titles: new Map(forms.forms.map((f) => [f.id, profile?.titles?.[f.id] ?? f.title])),
    instead: new Map(
      forms.forms.flatMap((f) => (f.shape === 'spending' && f.byUnits ? [[f.id, f.byUnits]] : [])),
    ),
    extras: isOfPlace ? (profile?.extras ?? []).map((title) => extraNamed(title, extras)) : [],
    seen: read.titles,
    unread: formsOf(read.unreadable.map((u) => u.title)),
    unreadTitles: read.unreadable.map((u) => u.title),
    named: named ?? [],
    profile: profile?.basis ?? '',
    dated: year !== undefined,
  };
}
