// 核对文稿: the text beside the workbook it speaks of, read by the rules in force. Pure and repeatable.

import { inForce, type Scope } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import { checkedOf } from '../facts/standing.ts';
import { Memory } from '../measure/memory.ts';
import { type FirstReading, type ForeignText, firstReading } from '../narrative/first-reading.ts';
import type { Holdings } from '../narrative/names/worth.ts';
import { readPlain } from '../narrative/reading.ts';
import type { TieReport } from '../narrative/readings/report.ts';
import { tieOut } from '../narrative/tie.ts';
import { type Book, openBook, type ReviewOptions } from './book.ts';
import { withClaims } from './claimed.ts';
import { type Material, materialOf } from './narrative.ts';
import { type Performance, performanceOf } from './performance.ts';
import { inPortions, type TieLimits } from './portions.ts';
import { vouched } from './vouched.ts';

/** Tables a text is held against; of two equal copies neither, and none that was perhaps misread. */
function holdingsIn({ settled, others, doubted }: Book): Holdings {
  const only = (tables: readonly Table[], form: string): Table | undefined => {
    const [table, ...copies] = tables.filter((t) => t.form === form);
    return copies.length > 0 ? undefined : table;
  };
  const own = checkedOf(settled.standings).filter((t) => !doubted?.has(t));
  return {
    year: settled.year,
    department: settled.department,
    table: (form, scope) => only(scope ? others.last : own, form),
  };
}

/** Reads a text clause by clause against what is at hand. */
function tiedOut(read: FirstReading, catalogue: Catalogue, holdings: Holdings, scope: Scope) {
  const { dictionary, forms } = catalogue;
  const checks = new Map(inForce(dictionary.checks, scope).map((h) => [h.id, h]));
  const report = tieOut({ read, dictionary, holdings, checks, classes: forms.classes });
  return { report, checks };
}

/** What every text beside one workbook is held against. */
interface Beside {
  readonly holdings: Holdings;
  readonly material: Material;
  readonly performance: Performance;
}
const beside = new WeakMap<Book, Beside>();

function besideOf(book: Book): Beside {
  let known = beside.get(book);
  if (!known) {
    const [holdings, material] = [holdingsIn(book), materialOf(book)];
    known = { holdings, material, performance: performanceOf(book) };
    beside.set(book, known);
  }
  return known;
}

/** 核对文稿 beside a workbook that is open; offsets in the text as it was given. */
export const tieIn = (book: Book, given: ForeignText, limits?: TieLimits): TieReport =>
  inPortions(given, (portion) => tiedIn(book, portion), limits);

function tiedIn(book: Book, given: ForeignText): TieReport {
  const { holdings, material, performance } = besideOf(book);
  const read = firstReading(given);
  const { report, checks } = tiedOut(read, book.catalogue, holdings, book.scope);
  const own = readPlain(read.plain, material.sentences.values(), material.source);
  return withClaims(vouched(report, own, checks), read, book.catalogue, performance);
}

/** No tables at all: one for a year, so that what is known of it serves every text. */
const withoutTables = new Memory<Holdings>(8);

/** 核对文稿 against itself only. */
export const tieAlone = (
  given: ForeignText,
  catalogue: Catalogue,
  options: Pick<ReviewOptions, 'year' | 'region'> = {},
  limits?: TieLimits,
): TieReport => inPortions(given, (portion) => tiedAlone(portion, catalogue, options), limits);

function tiedAlone(
  given: ForeignText,
  catalogue: Catalogue,
  { year, region }: Pick<ReviewOptions, 'year' | 'region'>,
): TieReport {
  const holdings = withoutTables.of(String(year), () => ({
    year,
    department: undefined,
    table: () => undefined,
  }));
  const read = firstReading(given);
  const { report } = tiedOut(read, catalogue, holdings, { year, region: region?.path ?? [] });
  return withClaims(report, read, catalogue);
}

/** 核对文稿: `workbook` absent means the text against itself only. */
export const tie = (
  workbook: Snapshot | undefined,
  given: ForeignText,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): TieReport =>
  workbook
    ? tieIn(openBook(workbook, catalogue, options), given)
    : tieAlone(given, catalogue, options);
