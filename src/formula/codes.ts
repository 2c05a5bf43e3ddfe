// 编码树: which of the items of a table stand below which, by their codes alone. Knows codes and levels; knows no name.
import type { Item } from '../facts/fact.ts';

/** 编码树: numbers of the items by code, and what stands directly below each. */
export interface Codes {
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  readonly below: readonly (readonly number[])[];
}

/** 编码树 of items; a missing parent row hands its children over to the nearest row above it, else to 合计. */
export function codesIn(items: readonly Item[]): Codes {
  const byCode = new Map<string, number[]>();
  const roots: number[] = [];
  items.forEach(({ code, level }, i) => {
    const same = code ? byCode.get(code) : undefined;
    if (same) same.push(i);
    else if (code) byCode.set(code, [i]);
    if (level === '合计') roots.push(i);
  });
  const below = items.map((): number[] => []);
  const parentsOf = (code: string): readonly number[] => {
    for (let length = code.length - 1; length >= 3; length -= 1) {
      const above = byCode.get(code.slice(0, length))?.filter((i) => items[i]!.level);
      if (above && above.length > 0) return above;
    }
    return roots;
  };
  items.forEach(({ code, level }, i) => {
    if (!code || !level || level === '合计') return;
    for (const parent of parentsOf(code)) below[parent]!.push(i);
  });
  return { byCode, below };
}

/** What codes of items begin with: only below these does anything stand. */
export function beginningsOf(items: readonly Item[]): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const { code, level } of items)
    for (let length = 1; level && code && length < code.length; length += 1)
      beginnings.add(code.slice(0, length));
  return beginnings;
}

/** 下级: the topmost items below a code that has no row of its own; empty where there are none. */
export function topmost(items: readonly Item[], { below }: Codes, code: string): readonly number[] {
  const inside = (own: string | undefined): boolean =>
    own !== undefined && own.length > code.length && own.startsWith(code);
  const all = items.flatMap((item, i) => (item.level && inside(item.code) ? [i] : []));
  return all.filter((i) => !all.some((j) => below[j]!.includes(i)));
}
