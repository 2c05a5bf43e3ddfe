// 复核一册: the tables and the text of one file, checked together. Pure and repeatable.
import { inForce } from '../assertions/declaration.ts';
import type { Finding } from '../assertions/finding.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Booklet } from '../facts/booklet.ts';
import { rangeAddress } from '../facts/grid.ts';
import { yearIn } from '../forms/names.ts';
import { contentsWithin, type ElementResult, elementsIn } from '../narrative/elements.ts';
import { type ForeignText, firstReading } from '../narrative/first-reading.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import { outlineOf } from '../narrative/text/outline.ts';
import type { PlainText } from '../narrative/text/plain.ts';
import { type Review, reviewOf } from '../review.ts';
import { type Book, openBook, type ReviewOptions } from './book.ts';
import type { TieLimits } from './portions.ts';
import { tieIn } from './tie.ts';

/** 册的种类: final accounts, a budget or something else, which is left alone. */
export type BookletKind = 'accounts' | 'budget' | 'other';

/** 复核一册的结果: its tables, its text and its elements, each for itself. */
export interface BookletReview {
  readonly kind: BookletKind;
  readonly book: Book;
  readonly review: Review;
  /** Absent where the file holds no text of accounts. */
  readonly text?: TieReport;
  /** 公开要素清单; empty for what is no disclosure of final accounts. */
  readonly elements: readonly ElementResult[];
}

/** So many paragraphs may be cover and contents. */
const HEAD = 60;

/** 年度 on the cover: 2023年度某某局部门决算. */
function coverYear(text: PlainText): number | undefined {
  for (const { text: line } of text.paragraphs.slice(0, HEAD)) {
    const year = line.length < 80 && line.includes('决算') ? yearIn(line) : undefined;
    if (year) return year;
  }
  const years = text.paragraphs
    .slice(0, 6)
    .map((p) => (p.text.length < 30 ? yearIn(p.text) : undefined));
  return text.text.includes('决算') ? years.find((y) => y !== undefined) : undefined;
}

const count = (text: string, word: RegExp): number => [...text.matchAll(word)].length;

function kindOf(text: PlainText, book: Book): BookletKind {
  const tables = book.settled.tables.length;
  const accounts = count(text.text, /决算/g);
  const budgets = count(text.text, /(?:部门|单位)预算|预算公开|年预算/g);
  if (tables > 0) return 'accounts';
  const { sections } = book.catalogue.dictionary;
  const headed = outlineOf(text, sections).some((p) => p.accounts && p.section !== undefined);
  if (headed && accounts > 1 && accounts >= budgets) return 'accounts';
  return budgets > 2 && budgets > accounts ? 'budget' : 'other';
}

const TABLE_NAME = /^[^。；，：]{3,40}表(?:[（(][^（）()]{1,12}[)）])?$/;

/** 表名 in a text, but for those its list of contents gives. */
function tablesNamed(text: PlainText): string[] {
  const contents = contentsWithin(text) ?? { start: 0, end: 0 };
  return text.paragraphs
    .filter((p) => (p.start < contents.start || p.start >= contents.end) && TABLE_NAME.test(p.text))
    .map((p) => p.text);
}

/** So many rows under its title make a table, and within so many lines: each cell may be a line. */
const TYPED = { rows: 3, lines: 60 };

/** 打成文字的表: titles in a text with rows of figures under them; a list of titles alone has none. */
function tablesTyped(text: PlainText): string[] {
  const { paragraphs } = text;
  const titles = new Set(tablesNamed(text).filter((t) => !/^公开\d+表$/.test(t)));
  const rowsUnder = (at: number): number => {
    const under = paragraphs.slice(at + 1, at + 1 + TYPED.lines);
    const next = under.findIndex((p) => titles.has(p.text));
    return (next < 0 ? under : under.slice(0, next)).filter((p) => p.row).length;
  };
  return paragraphs.flatMap((p, at) =>
    titles.has(p.text) && rowsUnder(at) >= TYPED.rows ? [p.text] : [],
  );
}

/** A booklet of which no table could be read, because they are lines of words and figures, is told so. */
function typedFindings(book: Book, text: PlainText): Finding[] {
  const titles = [...new Set(tablesTyped(text))];
  if (book.settled.tables.length > 0 || titles.length === 0) return [];
  const names = `“${titles[0]}”${titles.length > 1 ? `等 ${titles.length} 张表` : ''}`;
  return [
    notChecked(
      '没有读到的表',
      titles[0]!,
      `${names}是一行行文字，不是表格，没有读出来，没有核对。请改用有表格的 Word、Excel 原稿再核对。`,
    ),
  ];
}

function bookOf(
  booklet: Booklet,
  text: PlainText,
  catalogue: Catalogue,
  options: ReviewOptions,
): Book {
  const book = openBook(booklet.snapshot, catalogue, options);
  const year = book.settled.year === undefined ? coverYear(text) : undefined;
  // Tables that print no year are of the year on the cover.
  const own =
    year === undefined ? book : openBook(booklet.snapshot, catalogue, { ...options, year });
  return { ...own, named: tablesNamed(text) };
}

/** What was not read is told, whatever else is right. */
const notChecked = (title: string, says: string, message: string): Finding => ({
  rule: 'D08',
  verdict: 'unknown',
  severity: 'note',
  cause: 'not-checked',
  title,
  says,
  basis: '勾稽只核对读得到的文字',
  message,
  explained: false,
  cells: [],
});

/** 页面障碍 as findings. */
const troubleFindings = ({ troubles }: Booklet): Finding[] =>
  troubles.map(({ message, page }) => notChecked('没有读到的页', `第 ${page} 页`, message));

function withTroubles(review: Review, troubles: readonly Finding[]): Review {
  if (troubles.length === 0) return review;
  const counts = { ...review.counts, unknown: review.counts.unknown + troubles.length };
  const told = [...review.told, ...troubles];
  return { ...review, counts, told, findings: [...review.findings, ...troubles] };
}

/** 公开要素清单 of tables and a text; `hidden`: some page was not read. */
function elementsOf(book: Book, text: PlainText, hidden: boolean): ElementResult[] {
  const { elements } = book.catalogue;
  return elementsIn(inForce(elements, book.scope), {
    standings: book.settled.standings,
    unreadable: book.read.unreadable.map((u) => u.title),
    typed: tablesTyped(text).length > 0,
    text: text.text.trim() === '' ? undefined : text,
    hidden,
    rangeOf: (table) => rangeAddress(table.range),
  });
}

/** 公开要素清单 of an open workbook and a text beside it: every element in force once. */
export const elementsBeside = (book: Book, given: ForeignText): ElementResult[] =>
  elementsOf(book, firstReading(given).plain, false);

/** So many open places make a text a template; fewer are left over. */
const TEMPLATE = 20;

/** A blank template is told once: every place of it is open. */
function calmTemplate(report: TieReport, { figures }: Review): TieReport {
  const open = report.findings.filter((f) => f.rule === 'C21');
  const filled = report.numbers.filter((n) => /[1-9]/.test(n.text)).length;
  const [first] = open;
  if (!first || figures.total > 0 || open.length < TEMPLATE || filled * 4 > open.length)
    return report;
  const message = `这是没有填写的模板，有 ${open.length} 处待填，没有逐处列出`;
  const once = { ...first, verdict: 'unknown' as const, severity: 'note' as const, message };
  // What its sample sentences say is held against nobody.
  return { ...report, findings: [once] };
}

const givenIn = ({ text, reading, broken }: Booklet): ForeignText => ({
  text,
  broken,
  ...(reading && { reading }),
});

/** What may stand on a page that was not read is missed by nobody. */
const withoutMissing = (report: TieReport, { troubles }: Booklet): TieReport =>
  troubles.length === 0
    ? report
    : { ...report, findings: report.findings.filter((f) => f.rule !== 'C44') };

/** 册里的表, reviewed; and its text, as it stands or corrected, held against them or against another workbook. */
export interface BookletTables extends Omit<BookletReview, 'text'> {
  /** Absent where the file holds no text of accounts. */
  readonly tied?: (given: ForeignText, beside?: Book, limits?: TieLimits) => TieReport;
}

/** 复核册里的表: its text is read only where it is asked for. */
export function reviewTables(
  booklet: Booklet,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): BookletTables {
  const { plain } = firstReading(givenIn(booklet));
  const book = bookOf(booklet, plain, catalogue, options);
  const kind = kindOf(plain, book);
  const review = withTroubles(reviewOf(book), [
    ...troubleFindings(booklet),
    ...(kind === 'accounts' ? typedFindings(book, plain) : []),
  ]);
  if (kind !== 'accounts') return { kind, book, review, elements: [] };
  const { doubted } = review;
  const sure = doubted ? { ...book, doubted } : book;
  const elements = elementsOf(book, plain, booklet.troubles.length > 0);
  const tied = (given: ForeignText, beside: Book = sure, limits?: TieLimits) =>
    withoutMissing(calmTemplate(tieIn(beside, given, limits), review), booklet);
  return { kind, book, review, elements, tied };
}

/** 复核一册, tables and text apart and together: what is no disclosure of final accounts is left alone. */
export function reviewBooklet(
  booklet: Booklet,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): BookletReview {
  const { tied, ...tables } = reviewTables(booklet, catalogue, options);
  return tied ? { ...tables, text: tied(givenIn(booklet)) } : tables;
}
