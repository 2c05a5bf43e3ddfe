// 读表: every table of a workbook, wherever it stands. Knows how parts of one table belong together
// and which of several copies is the one to check.
import type { Evaluation } from '../facts/evaluation.ts';
import type { BookSource, Table } from '../facts/fact.ts';
import type { Grid, Snapshot } from '../facts/grid.ts';
import { type EvaluationReading, hintsAtEvaluation, readEvaluations } from './evaluation/read.ts';
import { evaluationOf } from './evaluation/table.ts';
import { yearOf } from './evaluation/year.ts';
import type { Form, Forms } from './form.ts';
import { type Heading, headingOf } from './heading.ts';
import { nearOf } from './near.ts';
import { joinedPages } from './pages.ts';
import type { Region } from './region.ts';
import { draftOf, type Seen, sheetSeen } from './sheet.ts';
import { type Filing, type ReadRegion, tableOf } from './table.ts';
import { type HeadTold, toldIn } from './told.ts';
import { viewOf } from './view.ts';

/** 读表结果: tables of ours, and what was seen but not read. */
export interface ReadTables {
  readonly tables: readonly Table[];
  /** 自评表: each also stands in `tables`. */
  readonly evaluations: readonly Evaluation[];
  /** Titles of known extra tables that are left alone. */
  readonly others: readonly { readonly sheet: string; readonly title: string }[];
  /** A title of ours whose header could not be made out. */
  readonly unreadable: readonly { readonly sheet: string; readonly title: string }[];
  readonly skipped: readonly { readonly sheet: string; readonly cells: number }[];
  /** Names of sheets and every text that may be a table's title; lists of contents apart. */
  readonly titles: readonly string[];
  /** Department and year as covers and headings say them. */
  readonly told: HeadTold;
}

/** Enough figures under a title for it to be a table, and not a line of a contents page. */
function holdsFigures(region: Region): boolean {
  let figures = 0;
  for (let row = region.body; row <= region.bottom; row += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      if (region.view.isNumber(row, c)) figures += 1;
    }
  }
  return figures >= 5;
}

function unitOfWorkbook(readings: readonly ReadRegion[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { heading } of readings) {
    if (heading.unit) counts.set(heading.unit, (counts.get(heading.unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** 一张工作表所见, with its 自评表. */
interface SheetRead extends Seen {
  readonly unreadable: { sheet: string; title: string }[];
  readonly evaluations: (EvaluationReading & { heading: Heading })[];
}

/** 自评表 of a region; its money unit is a heading's, or stands with the money. */
function readEvaluationsIn(region: Region, seen: SheetRead): void {
  const found = readEvaluations(region.form!, region);
  for (const reading of found) {
    const heading = headingOf(region, reading.sketch.header);
    const unit = reading.sketch.moneyUnit ?? heading.unit;
    const year = yearOf(region, reading.block, reading.sketch);
    seen.evaluations.push({ ...reading, heading: { ...heading, unit, year } });
  }
  if (found.length === 0 && region.titled !== 'none' && hintsAtEvaluation(region)) {
    seen.unreadable.push({ sheet: region.view.grid.name, title: region.printedTitle });
  }
}

/** What stands in the sheets read so far, by their grids: a sheet that did not change is not read again. */
const sheets = new WeakMap<
  Grid,
  { readonly forms: Forms; readonly at: number; readonly seen: SheetRead }
>();

function sheetRead(grid: Grid, at: number, forms: Forms): SheetRead {
  const known = sheets.get(grid);
  if (known?.forms === forms && known.at === at) return known.seen;
  const seen: SheetRead = {
    ...sheetSeen(viewOf(nearOf(grid)), at, forms),
    unreadable: [],
    evaluations: [],
  };
  for (const region of seen.evaluated) readEvaluationsIn(region, seen);
  sheets.set(grid, { forms, at, seen });
  return seen;
}

/** What was made of a reading before, as long as it is filed alike. */
function filedOnce<R extends object, T>(make: (reading: R, filing: Filing) => T) {
  const made = new WeakMap<R, { readonly filing: Filing; readonly value: T }>();
  return (reading: R, filing: Filing): T => {
    const known = made.get(reading);
    if (known && isSameFiling(known.filing, filing)) return known.value;
    const value = make(reading, filing);
    made.set(reading, { filing, value });
    return value;
  };
}

const isSameFiling = (a: Filing, b: Filing): boolean =>
  a.id === b.id &&
  a.unit === b.unit &&
  a.unitFrom === b.unitFrom &&
  a.source?.period === b.source?.period &&
  a.source?.file === b.source?.file;

const tableFiled = filedOnce(tableOf);
const evaluationFiled = filedOnce((reading: SheetRead['evaluations'][number], filing: Filing) =>
  evaluationOf(reading, reading.heading, filing),
);

/** Ids in the order of reading: the form's own for the first, numbered after it. */
function ids(): (form: Form) => string {
  const counts = new Map<string, number>();
  return ({ id }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  };
}

/** 读表: recognises and reads every table of a workbook; `source` where it is not the one under review. */
export function readTables(snapshot: Snapshot, forms: Forms, source?: BookSource): ReadTables {
  const all = snapshot.sheets.flatMap((grid, i) =>
    grid.skipped === undefined ? [sheetRead(grid, i, forms)] : [],
  );
  const { readings, loose } = joinedPages(
    all.flatMap((s) => s.found),
    (form, region) => draftOf(form, region, forms),
  );
  const untold = loose
    // Print without lines may hide the very head of a table: its title is there all the same.
    .filter(({ form, region }) => form && (holdsFigures(region) || region.view.grid.inferred))
    .map(({ region }) => ({ sheet: region.view.grid.name, title: region.printedTitle }));
  const common = unitOfWorkbook(readings);
  const idOf = ids();
  const filingOf = ({ form, heading }: { form: Form; heading: Heading }): Filing => ({
    id: idOf(form),
    unit: heading.unit ?? common ?? '万元',
    unitFrom: heading.unit ? 'printed' : common ? 'workbook' : 'default',
    ...(source && { source }),
  });
  const tables = readings.map((reading) => tableFiled(reading, filingOf(reading)));
  const evaluations = all
    .flatMap((s) => s.evaluations)
    .map((reading) => evaluationFiled(reading, filingOf(reading)));
  return {
    tables: [...tables, ...evaluations.map((e) => e.table)],
    evaluations,
    others: all.flatMap((s) => s.others),
    unreadable: [...all.flatMap((s) => s.unreadable), ...untold],
    titles: all.flatMap((s) => s.titles),
    told: toldIn(all.flatMap((s) => s.told)),
    skipped: snapshot.sheets
      .filter((g) => g.skipped !== undefined)
      .map((g) => ({ sheet: g.name, cells: g.skipped! })),
  };
}
