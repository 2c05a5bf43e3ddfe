// What is found in a manuscript as one list, in the order of what must be mended: its numbers and words, its own tables,
// its cells beside the open workbook. Knows what was found; finds nothing.
import type { Booklet } from '../../../src/facts/booklet.ts';
import { placeOfCell, placesOfSpan } from '../../../src/facts/booklet.ts';
import { parseAddress } from '../../../src/facts/grid.ts';
import { openGroups } from '../../../src/narrative/readings/open.ts';
import type { TieReport } from '../../../src/narrative/readings/report.ts';
import { type Kind, kindOf } from '../../../src/review/attention.ts';
import type { CellVerdict } from '../../../src/review/cell-verdicts.ts';
import { cellKey } from '../../../src/review/doubts.ts';
import { isOwn } from '../../../src/review/suspects.ts';
import type { Review } from '../../../src/review.ts';

/** 一格与打开着的工作簿不同. */
export interface CellApart {
  readonly sheet: string;
  readonly address: string;
  readonly words: string;
  /** The cell of the open workbook. */
  readonly workbook?: { readonly sheet: string; readonly address: string };
}

/** 哪一本账: the year and the department that tables are of; whether they are the official ones. */
export interface WhoseAccounts {
  readonly year: number | null;
  readonly department: string | null;
  readonly official: boolean;
}

/** 哪一本账 a review found it to be. */
export const accountsIn = ({ year, department, tables }: Review): WhoseAccounts => ({
  ...{ year, department },
  official: tables.some((t) => t.checked && /^表\d$/.test(t.form)),
});

/** 文件里的表: what came of them by themselves and beside the open workbook. Plain data. */
export interface FoundTables {
  readonly accounts: WhoseAccounts;
  readonly entries: readonly FoundEntry[];
  readonly cells: ReadonlyMap<string, CellVerdict>;
  readonly apart: readonly CellApart[];
  /** 另一本账: the open workbook is of another year or department, and says nothing of this file. */
  readonly other: boolean;
  /** So many cells were held against the workbook. */
  readonly compared: number;
}

/** 位置 of an entry: a span of the text, or a cell of a table of the file. */
export type FoundPlace =
  | { readonly start: number; readonly end: number }
  | { readonly sheet: string; readonly address: string };
export const placeKey = (place: FoundPlace): string =>
  'sheet' in place ? cellKey(place.sheet, place.address) : `@${place.start}`;

/** 清单的一条. */
export interface FoundEntry {
  readonly key: string;
  readonly kind: Kind;
  readonly words: string;
  readonly rule: string;
  readonly place: FoundPlace;
}
export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly FoundEntry[];
}

const LISTED: ReadonlySet<Kind> = new Set<Kind>(['error', 'warning', 'note', 'rounding']);

/** What is told of the tables of a file. */
export function entriesOfTables(review: Review): FoundEntry[] {
  return review.told.flatMap((f): FoundEntry[] => {
    const cell = f.cells.find(isOwn);
    const kind = kindOf(f);
    if (!cell || !LISTED.has(kind)) return [];
    const { sheet, address } = cell;
    const key = `c${f.rule}${f.part ?? 0}${cellKey(sheet, address)}`;
    return [{ key, kind, words: f.message, rule: f.rule, place: { sheet, address } }];
  });
}

/** 清单: numbers that do not hold, words, the file's own tables, and where it differs from the workbook. */
export function entriesOf(report: TieReport, tables: FoundTables | undefined): EntryGroup[] {
  const numbers = report.numbers.flatMap((n): FoundEntry[] => {
    if (n.verdict !== 'broken' && n.verdict !== 'rounding') return [];
    const kind = n.verdict === 'rounding' ? n.verdict : n.severity;
    const { start, end, rule, message, text } = n;
    return [{ key: `n${start}`, kind, words: message || text, rule, place: { start, end } }];
  });
  const words = report.findings.map((f): FoundEntry => {
    const { rule, start, end, message } = f;
    const kind = f.verdict === 'broken' ? f.severity : f.verdict;
    return { key: `f${rule}${start}`, kind, words: message, rule, place: { start, end } };
  });
  const apart = (tables?.apart ?? []).map(
    ({ sheet, address, words: said }): FoundEntry => ({
      ...{ key: `a${cellKey(sheet, address)}`, kind: 'error', words: said, rule: '' },
      place: { sheet, address },
    }),
  );
  return [
    { title: '文中的数', entries: numbers },
    { title: '文字问题', entries: words },
    { title: '文件里的表', entries: tables?.entries ?? [] },
    { title: '与打开着的工作簿不同', entries: apart },
  ].filter((g) => g.entries.length > 0);
}

/** So many letters before a number say which one it is. */
const BEFORE = 14;

/** 未核对的数 by what they lack, those worth a look first; each with the words before it. */
export function openEntriesOf(report: TieReport, text: string): EntryGroup[] {
  return openGroups(report).map(({ words: title, numbers }) => ({
    title,
    entries: numbers.map((n): FoundEntry => {
      const { start, end } = n;
      const before = text
        .slice(Math.max(0, start - BEFORE), start)
        .split(/[\n。；]/)
        .at(-1)!;
      const words = `${before.trimStart()}${n.text.replace(/\s+/g, '')}`;
      return { key: `u${start}`, kind: 'unknown', words, rule: '', place: { start, end } };
    }),
  }));
}

/** Where an entry stands in a file with pages, or in which table. */
export function whereOf(place: FoundPlace, booklet: Booklet | undefined): string {
  if (!booklet) return 'sheet' in place ? place.address : '';
  if (!('sheet' in place)) {
    const page = placesOfSpan(booklet, place)[0]?.page;
    return page ? `第 ${page} 页` : '';
  }
  const at = parseAddress(place.address);
  const page = at && placeOfCell(booklet, { sheet: place.sheet, ...at })?.page;
  return page ? `第 ${page} 页` : `${place.sheet} ${place.address}`;
}
