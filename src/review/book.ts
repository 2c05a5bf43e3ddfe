// 开卷: a workbook opened once for a run. What is read, which tables are checked, what is known of place and
// year, and the other workbooks beside it: every use case takes it from here. Nothing is written into it.
import { inForce, type Scope } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Profile } from '../catalogue/profile.ts';
import type { Division } from '../catalogue/regions.ts';
import type { Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import { checkedOf } from '../facts/standing.ts';
import { type SettledTables, settle } from '../forms/candidates.ts';
import { type ReadTables, readTables } from '../forms/read.ts';
import { type Other, type Others, readOthers } from './others.ts';
import { regionOf } from './place.ts';

/** 复核选项: what the user chose instead of what the workbook says. */
export interface ReviewOptions {
  readonly year?: number;
  readonly region?: Division;
  /** 上年决算: last year's workbook. */
  readonly last?: Snapshot;
  /** 下级单位: workbooks of which this one is the sum. */
  readonly units?: readonly (Snapshot | Other)[];
  /** 计分预设: chosen instead of the place's. */
  readonly preset?: string;
}

/** 卷: one workbook with everything a run needs to know before it checks or writes. */
export interface Book {
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  readonly options: ReviewOptions;
  readonly read: ReadTables;
  readonly settled: SettledTables;
  readonly region: Division | undefined;
  readonly scope: Scope;
  /** 地方做法 of the place and year. */
  readonly profile: Profile | undefined;
  readonly others: Others;
  /** 存疑的表: perhaps not read as printed; no text is held against them. */
  readonly doubted?: ReadonlySet<Table>;
  /** 表名 that stand in the text of a booklet, whether a table was read below them or not. */
  readonly named?: readonly string[];
}

/** Opens a workbook: reads its tables, settles which to check, and finds place, year and others. */
export function openBook(
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): Book {
  const read = readTables(snapshot, catalogue.forms);
  const settled = settle(read.tables, options.year, read.told);
  const region = regionOf(settled, catalogue, options);
  const scope = { year: settled.year, region: region?.path ?? [] };
  const profile = inForce(catalogue.profiles, scope)[0];
  const others = readOthers(catalogue, options, settled.year);
  return { snapshot, catalogue, options, read, settled, region, scope, profile, others };
}

/** The same book held against its units' workbooks as well. */
export function withUnits(book: Book, units: readonly Other[]): Book {
  const options = { ...book.options, units };
  return { ...book, options, others: readOthers(book.catalogue, options, book.settled.year) };
}

/** The table of a form that is checked; of two equal copies the first, undefined where there is none. */
export const tableIn = ({ settled }: Book, form: string): Table | undefined =>
  checkedOf(settled.standings).find((t) => t.form === form);

/**
 * The table of a form; of two equal copies neither, as nobody knows which one is meant, and none that was perhaps
 * misread. Undefined where there is none.
 */
export function onlyTableIn(book: Book, form: string): Table | undefined {
  const table = book.settled.doubtful.has(form) ? undefined : tableIn(book, form);
  return table && book.doubted?.has(table) ? undefined : table;
}
