// Rows of a list by code, and which stand below which. Knows codes as they are printed; knows no path.
import type { Item } from '../facts/fact.ts';

/** 编码树: rows by their code, and what stands directly below each. */
interface Tree {
  readonly byCode: ReadonlyMap<string, readonly Item[]>;
  readonly below: ReadonlyMap<Item, readonly Item[]>;
}
const trees = new WeakMap<readonly Item[], Tree>();

/** The nearest row above that is present: by a shorter code, else 合计. */
function parentsOf(item: Item, byCode: Tree['byCode'], roots: readonly Item[]): readonly Item[] {
  for (let length = item.code!.length - 1; length >= 3; length -= 1) {
    const above = byCode.get(item.code!.slice(0, length))?.filter((i) => i.level);
    if (above && above.length > 0) return above;
  }
  return roots;
}

/** Rows by code and by what stands directly above them; long lists are asked for it often. */
export function treeOf(rows: readonly Item[]): Tree {
  const known = trees.get(rows);
  if (known) return known;
  const byCode = new Map<string, Item[]>();
  for (const row of rows)
    if (row.code) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const roots = rows.filter((r) => r.level === '合计');
  const below = new Map<Item, Item[]>();
  for (const row of rows) {
    if (!row.code || !row.level || row.level === '合计') continue;
    for (const parent of parentsOf(row, byCode, roots)) {
      const list = below.get(parent);
      if (list) list.push(row);
      else below.set(parent, [row]);
    }
  }
  const tree = { byCode, below };
  trees.set(rows, tree);
  return tree;
}

/** 直接下级: nearest descendants present; a missing parent row hands over to its children. */
export const descendants = (rows: readonly Item[], parent: Item): readonly Item[] =>
  treeOf(rows).below.get(parent) ?? [];
