// Which amounts are the parts of a list: all of them, or up to where it may have ended. Knows items.
import { equal, isZero, ZERO } from '../../measure/exact.ts';
import { amountOf, type PartList, type ToldItem } from '../clauses/account.ts';
import { isClosing } from '../clauses/closing.ts';
import type { Figure } from '../text/figure.ts';

/** Longer lists are told in one way only. */
const LONGEST = 80;
/** So many amounts behind a list may still belong to it. */
export const BEHIND = 8;
/** Two pairs at least are two columns. */
const PAIRED = 4;

/** A semicolon or a full stop stands before the part. */
export const isParted = (parts: readonly ToldItem[], i: number): boolean =>
  i > 0 && (parts[i]!.leads || parts[i]!.segment !== parts[i - 1]!.segment);

/** A；B, or A、B；C: where the list ended its marks do not tell. */
export function isMixed(parts: readonly ToldItem[]): boolean {
  const others = parts.length - 1;
  const parted = parts.filter((_, i) => isParted(parts, i));
  const { length } = parted;
  return length > 0 && (length < others || length === 1 || parted.some((p) => !p.leads));
}

const BOTH = /收、?支|收入、?支出/;
/** 收支总计a，其中本年收入b，本年支出c: the two sides of one account add up to nothing. */
export const isOfBothSides = (head: string, parts: readonly ToldItem[]): boolean =>
  BOTH.test(head) && /收入/.test(parts[0]?.own ?? '') && parts.some((p) => /支出/.test(p.own));

/** 年末结转, 上年: what stands beside a whole and is none of its parts. */
export const BESIDE_IT = /结转|结余|结存|上年|去年|年[初末底]|[未余]/;

/** 其中甲a；结转b: the first part is all of it, and what follows is none. */
export const isAllOf = (parts: readonly ToldItem[], total: Figure): boolean =>
  !isZero(total.value) &&
  parts.some((part) => {
    const figure = amountOf(part);
    const rest = parts.filter((p) => p !== part && !isZero(amountOf(p)?.value ?? ZERO));
    const apart = rest.length === 0 || rest.some((p) => BESIDE_IT.test(p.own));
    return apart && figure !== undefined && equal(figure.value, total.value);
  });

/** Of money and of points two columns are told in pairs; what is counted is told kind by kind. */
const isMeasured = (part: ToldItem): boolean => {
  const figure = amountOf(part);
  return figure?.kind === 'money' || figure?.unit === '分';
};

/** 数量15分得14.5分，质量12分得12分: two columns told in pairs, of which one adds up to the total. */
export const pairedColumns = (parts: readonly ToldItem[]): (readonly ToldItem[])[] =>
  parts.length >= PAIRED && parts.length % 2 === 0 && parts.some(isMeasured)
    ? [1, 0].map((column) => parts.filter((_, i) => i % 2 === column))
    : [];

/** 分项组: sets of parts, the likeliest first. */
export function partSets(list: PartList, parts: readonly ToldItem[]): (readonly ToldItem[])[] {
  const closing = parts.findIndex((p, i) => i > 0 && isClosing(p));
  const sets: (readonly ToldItem[])[] = closing > 0 ? [parts.slice(0, closing), parts] : [parts];
  if (parts.length > LONGEST) return sets;
  const stop = parts.findIndex((_, i) => i > 1 && isParted(parts, i) && !isParted(parts, 1));
  // A、B、C；D: the list most likely ended before.
  if (stop > 0) sets.unshift(parts.slice(0, stop));
  sets.push(...pairedColumns(parts), ...(stop > 0 ? pairedColumns(parts.slice(0, stop)) : []));
  const leading = parts.filter((p) => p.leads);
  if (leading.length > 1 && leading.length < parts.length) sets.push(leading);
  const [first] = parts;
  // A；B；C: parts told behind semicolons go on; A、B；C: behind the semicolon something else may begin.
  const joined = parts.findIndex((_, i) => i > 0 && !isParted(parts, i));
  const ends = (i: number): boolean => i === 1 || (joined > 0 && joined < i);
  parts.forEach((part, i) => {
    if (i === 0) return;
    const otherYear = part.year !== undefined && part.year !== first!.year;
    const parted = isParted(parts, i) && ends(i);
    if (part.totalled || part.opens.length > 0 || parted || otherYear) sets.push(parts.slice(0, i));
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
