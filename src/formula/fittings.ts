// What the rows or the columns of a table can be called, each name with the items that it fits and how well. Knows
// items; knows no path and no table.
import type { Item } from '../facts/fact.ts';

/** How well a name fits: as one of a group or a part of a total, or by itself. */
export const GROUPED = 1;
const NAMED = 2;

/** 合名的项: the items that a name fits, in their order, and how well it fits each. */
export interface Fitting {
  readonly items: number[];
  readonly fits: number[];
}

/** Everything that items are called, each with the items that it fits. */
export function fittingsIn(items: readonly Item[]): ReadonlyMap<string, Fitting> {
  const fittings = new Map<string, Fitting>();
  const note = (name: string | undefined, i: number, fit: number) => {
    if (name === undefined) return;
    const own = fittings.get(name);
    if (!own) fittings.set(name, { items: [i], fits: [fit] });
    else if (own.items.at(-1) !== i) {
      own.items.push(i);
      own.fits.push(fit);
    } else if (own.fits.at(-1)! < fit) own.fits[own.fits.length - 1] = fit;
  };
  items.forEach(({ names, key, code, level, side, members, of, groups }, i) => {
    for (const name of names) note(name, i, NAMED);
    note(key, i, NAMED);
    note(code, i, NAMED);
    note(level, i, NAMED);
    note(side, i, NAMED);
    for (const axis in members) {
      note(axis, i, NAMED);
      note(members[axis], i, NAMED);
    }
    note(of, i, GROUPED);
    for (const name of groups) note(name, i, GROUPED);
  });
  return fittings;
}

/** Names of groups, and of axes on which items have members. */
export function summedIn(items: readonly Item[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { groups, members } of items) {
    for (const group of groups) names.add(group);
    for (const axis in members) names.add(axis);
  }
  return names;
}
