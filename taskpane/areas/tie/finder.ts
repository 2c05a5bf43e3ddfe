// What is computed of a manuscript, in the page or apart from it: its own tables, its text beside the open workbook, and
// what is noted in the file itself. Plain data in and out. Knows the use case; no component, no worker.
import type { Booklet } from '../../../src/facts/booklet.ts';
import type { ElementResult } from '../../../src/narrative/elements.ts';
import type { ForeignText } from '../../../src/narrative/first-reading.ts';
import type { TieReport } from '../../../src/narrative/readings/report.ts';
import { type Annotation, annotationsOf } from '../../../src/review/annotations.ts';
import type { Book, ReviewOptions } from '../../../src/review/book.ts';
import { type BookletTables, elementsBeside, reviewTables } from '../../../src/review/booklet.ts';
import { cellVerdicts } from '../../../src/review/cell-verdicts.ts';
import { type TieLimits, within } from '../../../src/review/portions.ts';
import { samenessOf } from '../../../src/review/same.ts';
import { tieIn } from '../../../src/review/tie.ts';
import type { Stage } from './course.ts';
import {
  accountsIn,
  type CellApart,
  entriesOfTables,
  type FoundTables,
  type WhoseAccounts,
} from './found.ts';

/** 打开着的工作簿, and whose accounts its 体检 found it to be. */
export interface OpenWorkbook {
  readonly book: Book;
  readonly accounts: WhoseAccounts;
}

/** 要核对的文稿. */
export interface GivenManuscript {
  readonly text: ForeignText;
  /** The file it was read from. */
  readonly booklet?: Booklet;
  /** The open workbook is this file. */
  readonly isHost: boolean;
  readonly choice: Pick<ReviewOptions, 'year' | 'region'>;
}

/** 核对结果 of a manuscript. */
export interface FoundOfText {
  readonly report: TieReport;
  readonly tables?: FoundTables;
  /** 公开要素; empty for a passage: what it does not hold may stand elsewhere. */
  readonly elements: readonly ElementResult[];
}

/** Hears of every step before it is begun; false where it is not wanted any more. */
export type Heeding = (stage: Stage) => Promise<boolean> | boolean;

/** A text with fewer numbers is a passage, no 情况说明. */
const WHOLE = 30;

const bare = (name: string): string => name.replace(/[\s（）()]/g, '');

/** 不是同一本账: of another year, or of a department whose name is not part of the other's. */
function otherAccounts(a: WhoseAccounts, b: WhoseAccounts): boolean {
  if (a.year && b.year && a.year !== b.year) return true;
  const [one, other] = [bare(a.department ?? ''), bare(b.department ?? '')];
  return one !== '' && other !== '' && !one.includes(other) && !other.includes(one);
}

function apartFrom(workbook: Book, own: Book): Pick<FoundTables, 'apart' | 'compared'> {
  const { differences, counts } = samenessOf({ book: workbook }, { book: own });
  const apart = differences.flatMap((d): CellApart[] => {
    if (d.kind !== 'cell' || !d.there) return [];
    const { table, row, column, value, other, here } = d;
    const words = `${table} ${row}·${column}：文件里是 ${other || '空'}，打开着的工作簿是 ${value || '空'}`;
    return [{ ...d.there, words, ...(here && { workbook: here }) }];
  });
  return { apart, compared: counts.cells };
}

/** The tables of a file as they are shown, and as its text is held against them. */
interface OwnTables {
  readonly shown: FoundTables;
  readonly own: BookletTables;
}

function tablesIn(
  booklet: Booklet,
  { book, accounts }: OpenWorkbook,
  { choice, isHost }: GivenManuscript,
): OwnTables | undefined {
  if (booklet.snapshot.sheets.length === 0) return undefined;
  const own = reviewTables(booklet, book.catalogue, choice);
  const ownAccounts = accountsIn(own.review);
  if (!ownAccounts.official) return undefined;
  const known = !isHost && accounts.official;
  const other = known && otherAccounts(accounts, ownAccounts);
  const held = known && !other ? apartFrom(book, own.book) : { apart: [], compared: 0 };
  const [entries, cells] = [entriesOfTables(own.review), cellVerdicts(own.review)];
  return { shown: { accounts: ownAccounts, entries, cells, other, ...held }, own };
}

/** A workbook without the tables, or of other accounts, says nothing of a text; the file's own may. */
function reportOf(
  workbook: OpenWorkbook,
  { text }: GivenManuscript,
  tables: OwnTables | undefined,
  limits: TieLimits,
): TieReport {
  const beside = workbook.accounts.official && !tables?.shown.other ? workbook.book : undefined;
  if (tables?.own.tied) return tables.own.tied(text, beside, limits);
  return tieIn(workbook.book, text, limits);
}

/** 核对 of manuscripts, one after another: the tables of a file are looked at once. */
export interface Finder {
  readonly find: (
    workbook: OpenWorkbook,
    given: GivenManuscript,
    heed: Heeding,
  ) => Promise<FoundOfText | undefined>;
  /** 批注 in the file itself: of its tables, and of its text as it is given here. */
  readonly notes: (
    workbook: OpenWorkbook,
    given: GivenManuscript,
    heed: Heeding,
  ) => Promise<readonly Annotation[] | undefined>;
}

/** Beside which workbook, of which file, as what. */
const keyOf = ({ book }: OpenWorkbook, { booklet, isHost, choice }: GivenManuscript) =>
  [book, booklet, isHost, choice.year, choice.region?.name] as const;

/** @param milliseconds so long a text without end is read */
export function finder(milliseconds: number): Finder {
  let last: { key: ReturnType<typeof keyOf>; tables: OwnTables | undefined } | undefined;
  const known = async (workbook: OpenWorkbook, given: GivenManuscript, heed: Heeding) => {
    const key = keyOf(workbook, given);
    if (!last?.key.every((part, i) => part === key[i])) {
      if (given.booklet && !(await heed('tables'))) return false;
      const tables = given.booklet && tablesIn(given.booklet, workbook, given);
      last = { key, tables };
    }
    return (await heed('text')) && last;
  };
  return {
    async find(workbook, given, heed) {
      const held = await known(workbook, given, heed);
      if (!held) return undefined;
      const { tables } = held;
      const report = reportOf(workbook, given, tables, within(milliseconds));
      // A file that holds its tables gives its own list; a text alone is looked at beside the open workbook.
      const passage = !tables && report.numbers.length < WHOLE;
      const beside = () => (passage ? [] : elementsBeside(workbook.book, given.text));
      const elements = tables?.own.elements ?? beside();
      return { report, elements, ...(tables && { tables: tables.shown }) };
    },
    async notes(workbook, given, heed) {
      const held = await known(workbook, given, heed);
      if (!held) return undefined;
      const { tables } = held;
      const report = reportOf(workbook, given, tables, within(milliseconds));
      return annotationsOf(tables?.own.review, report);
    },
  };
}
