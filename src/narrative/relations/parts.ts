// Which amounts are the parts of a list: all of them, or up to where it may have ended. Knows items.
import type { Item, PartList } from '../clauses/account.ts';

/** Longer lists are told in one way only. */
const LONGEST = 80;
/** So many amounts behind a list may still belong to it. */
export const BEHIND = 8;

const CLOSING =
  /^(?:以上|上述|前述)?(?:[两二三四五六七八九十]+[项类年者])?(?:支出|收入|资金|各项|人员)?(?:合计|共计|总计|累计|小计|合共|总共)(?:支出|收入|资金|金额|数|人数)?$/;

/** 合计t: it bears no name but that of a total. */
export const isClosing = ({ own, ghost }: Item): boolean => !ghost && CLOSING.test(own);

/** 分项组: sets of parts, the likeliest first. */
export function partSets(list: PartList, parts: readonly Item[]): (readonly Item[])[] {
  const closing = parts.findIndex((p, i) => i > 0 && isClosing(p));
  const sets: (readonly Item[])[] = closing > 0 ? [parts.slice(0, closing), parts] : [parts];
  if (parts.length > LONGEST) return sets;
  const leading = parts.filter((p) => p.leads);
  if (leading.length > 1 && leading.length < parts.length) sets.push(leading);
  const [first] = parts;
  parts.forEach((part, i) => {
    if (i === 0) return;
    const otherYear = part.year !== undefined && part.year !== first!.year;
    if (part.totalled || part.opens.length > 0 || part.leads || otherYear)
      sets.push(parts.slice(0, i));
  });
  // Opened inside another list without a bracket: its tail may belong to the outer one.
  if (list.nested) for (let i = parts.length - 1; i >= 1; i -= 1) sets.push(parts.slice(0, i));
  for (const inner of parts.flatMap((p) => p.opens)) {
    const at = parts.indexOf(inner.heads[0]!);
    const own = parts.slice(0, at + 1);
    for (let i = 1; i <= inner.items.length; i += 1) sets.push([...own, ...inner.items.slice(i)]);
    sets.push(own);
  }
  return sets;
}
