// 多个单位: workbooks checked one after the other, and the open one held against their sum (B20). Knows files and
// the use case; no component.
import type { Finding } from '../../src/assertions/finding.ts';
import type { Catalogue } from '../../src/catalogue/index.ts';
import { AGGREGATE_ID, undecidedFor } from '../../src/review/aggregate.ts';
import { type Book, openBook, withUnits } from '../../src/review/book.ts';
import { type Other, readOther } from '../../src/review/others.ts';
import { type Review, type ReviewOptions, reviewOf } from '../../src/review.ts';

/** 一个单位的工作簿: what came of it, or why it could not be read. */
export interface UnitBook {
  readonly name: string;
  readonly review?: Review;
  readonly problem?: string;
  /** It could not be read: the sum of the units is not known. */
  readonly unread?: true;
  /** Its tables, for the sum. */
  readonly other?: Other;
}

/** What may be a unit's workbook: not what programs leave beside it. */
export const isWorkbook = (name: string): boolean =>
  /\.(?:xlsx|xlsm|xls|ods|et)$/i.test(name) && !/^(?:~\$|\.)/.test(name);

export async function unitBookOf(
  name: string,
  bytes: Uint8Array,
  catalogue: Catalogue,
  { year, region }: ReviewOptions,
): Promise<UnitBook> {
  // Reading files is not needed by whoever never chooses one.
  const { openWorkbook } = await import('../../src/hosts/xlsx/open.ts');
  const opened = await openWorkbook(bytes, name);
  if (!opened.ok) return { name, problem: opened.error.message, unread: true };
  const snapshot = { ...opened.snapshot, name };
  const book = openBook(snapshot, catalogue, { ...(region && { region }) });
  const review = reviewOf(book);
  const other = readOther(snapshot, catalogue, { file: name }, year ?? review.year ?? undefined);
  // It was chosen as a unit: that it holds none of the tables is said of the sum as well.
  if (review.tables.length === 0) return { name, problem: '没有找到决算公开表，没有核对。', other };
  return { name, review, other };
}

/** 汇总核对: what the sum of the units says of the open workbook. */
export interface Summed {
  readonly exact: number;
  readonly told: readonly Finding[];
}

export function summedBy(book: Book, units: readonly UnitBook[]): Summed {
  const unread = units.filter((u) => u.unread).map((u) => u.name);
  const head = book.catalogue.identities.find((i) => i.id === AGGREGATE_ID);
  if (unread.length > 0 && head) return { exact: 0, told: [undecidedFor(unread, head)] };
  const others = units.flatMap((u) => u.other ?? []);
  const whole = reviewOf(withUnits(book, others));
  const own = whole.findings.filter(
    (f) => f.rule === AGGREGATE_ID || ['D06', 'D08'].includes(f.rule),
  );
  return {
    exact: own.filter((f) => f.verdict === 'exact').length,
    told: own.filter((f) => f.verdict !== 'exact'),
  };
}
