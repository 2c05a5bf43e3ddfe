// 读表: every table of a workbook, wherever it stands. Knows how parts of one table belong together
// and which of several copies is the one to check.
import type { Evaluation } from '../facts/evaluation.ts';
import type { Source, Table } from '../facts/fact.ts';
import type { Grid, Snapshot } from '../facts/grid.ts';
import type { Draft } from './draft.ts';
import { type EvaluationReading, hintsAtEvaluation, readEvaluations } from './evaluation/read.ts';
import { evaluationOf } from './evaluation/table.ts';
import { yearOf } from './evaluation/year.ts';
import type { Form, Forms } from './form.ts';
import { type Heading, headingOf } from './heading.ts';
import { type Found, joined } from './pages.ts';
import { type Region, regionsOf, sheetRegion, titlesSeen } from './region.ts';
import { readCodes } from './shapes/codes/read.ts';
import { readEconomic } from './shapes/economic/read.ts';
import { readList } from './shapes/list/read.ts';
import { readSides } from './shapes/sides/read.ts';
import { readSpending } from './shapes/spending/read.ts';
import { readSpendingUnits } from './shapes/spending/units.ts';
import { listsUnits, readUnits } from './shapes/units/read.ts';
import { type Filing, type Reading, tableOf } from './table.ts';
import { headsOfBudget } from './titles.ts';
import { type Told, toldBy, toldIn } from './told.ts';
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
  readonly told: Told;
}

function draftOf(form: Form, region: Region, forms: Forms): Draft | undefined {
  switch (form.shape) {
    case 'sides':
      return readSides(form, region, forms);
    case 'codes':
      return readCodes(form, region);
    case 'economic':
      return readEconomic(form, region, forms);
    case 'spending':
      return readSpending(form, region);
    case 'list':
      return readList(form, region);
    case 'units': {
      const base = forms.forms.find((f) => f.byUnits === form.id && f.shape === 'spending');
      return base ? readSpendingUnits(form, base, region) : readUnits(form, region);
    }
    case 'evaluation':
      return undefined;
  }
}

/** Enough figures under a title for it to be a table, and not a line of a contents page. */
function holdsFigures(region: Region): boolean {
  let figures = 0;
  for (let row = region.body; row <= region.bottom; row += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      if (typeof region.view.cell(row, c)?.value === 'number') figures += 1;
    }
  }
  return figures >= 5;
}

function firstRow({ end, cells }: Draft): number {
  let first = end;
  for (const line of cells) for (const at of line) if (at && at.row < first) first = at.row;
  return first;
}

function unitOfWorkbook(readings: readonly Reading[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { heading } of readings) {
    if (heading.unit) counts.set(heading.unit, (counts.get(heading.unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Without a title, a table of ours has at least its total column: a working paper has not. */
const hasWhole = (form: Form, draft: Draft): boolean =>
  !form.columns.some((c) => c.whole) || draft.columns.some((c) => c.whole);

interface Seen {
  readonly found: Found[];
  readonly evaluations: (EvaluationReading & { heading: Heading })[];
  readonly others: { sheet: string; title: string }[];
  readonly unreadable: { sheet: string; title: string }[];
  readonly titles: string[];
  readonly told: Told[];
}

/** A title may stand over units as well as over subjects. */
function byUnits(region: Region, forms: Forms): Region {
  const other = forms.forms.find((f) => f.id === region.form?.byUnits);
  if (!other) return region;
  const base = region.form!;
  const lists =
    base.shape === 'spending' ? readSpendingUnits(other, base, region) : listsUnits(region);
  if (!lists) return region;
  return { ...region, form: other, title: other.title };
}

function readSheet(grid: Grid, sheet: number, forms: Forms, seen: Seen): void {
  const view = viewOf(grid);
  seen.titles.push(grid.name, ...titlesSeen(view));
  const regions = regionsOf(view, forms);
  if (!grid.hidden && !headsOfBudget(view)) seen.told.push(toldBy(view, regions.length === 0));
  if (regions.length === 0) seen.found.push({ region: sheetRegion(view), form: undefined, sheet });
  for (const titled of regions) {
    const region = byUnits(titled, forms);
    const place = { sheet: grid.name, title: region.printedTitle };
    if (!region.form) {
      if (region.other) seen.others.push(place);
      continue;
    }
    if (region.form.shape === 'evaluation') {
      readEvaluationsIn(region, region.form, seen);
      continue;
    }
    const draft = draftOf(region.form, region, forms);
    if (!draft && region.form.extra) {
      seen.others.push(place);
      continue;
    }
    if (draft && region.titled === 'none' && !hasWhole(region.form, draft)) continue;
    if (draft) {
      const heading = headingOf(region, firstRow(draft));
      const parts = [{ region, draft }];
      seen.found.push({ form: region.form, region, draft, heading, parts, sheet });
    } else {
      // Words of a form without its header are no title.
      seen.found.push({ region, form: region.titled === 'none' ? undefined : region.form, sheet });
    }
  }
}

/** 自评表 of a region; its money unit is a heading's, or stands with the money. */
function readEvaluationsIn(region: Region, form: Form, seen: Seen): void {
  const found = readEvaluations(form, region);
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

const nothingSeen = (): Seen => ({
  found: [],
  evaluations: [],
  others: [],
  unreadable: [],
  titles: [],
  told: [],
});

/** What stands in the sheets read so far, by their grids: a sheet that did not change is not read again. */
const sheets = new WeakMap<
  Grid,
  { readonly forms: Forms; readonly at: number; readonly seen: Seen }
>();

function seenIn(grid: Grid, at: number, forms: Forms): Seen {
  const known = sheets.get(grid);
  if (known?.forms === forms && known.at === at) return known.seen;
  const seen = nothingSeen();
  readSheet(grid, at, forms, seen);
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
const evaluationFiled = filedOnce((reading: Seen['evaluations'][number], filing: Filing) =>
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
export function readTables(snapshot: Snapshot, forms: Forms, source?: Source): ReadTables {
  const seen = nothingSeen();
  snapshot.sheets.forEach((grid, i) => {
    if (grid.skipped !== undefined) return;
    const own = seenIn(grid, i, forms);
    seen.found.push(...own.found);
    seen.evaluations.push(...own.evaluations);
    seen.others.push(...own.others);
    seen.unreadable.push(...own.unreadable);
    seen.titles.push(...own.titles);
    seen.told.push(...own.told);
  });
  const { readings, loose } = joined(seen.found, (form, region) => draftOf(form, region, forms));
  const untold = loose
    .filter(({ form, region }) => form && holdsFigures(region))
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
  const evaluations = seen.evaluations.map((reading) =>
    evaluationFiled(reading, filingOf(reading)),
  );
  return {
    tables: [...tables, ...evaluations.map((e) => e.table)],
    evaluations,
    others: seen.others,
    unreadable: [...seen.unreadable, ...untold],
    titles: seen.titles,
    told: toldIn(seen.told),
    skipped: snapshot.sheets
      .filter((g) => g.skipped !== undefined)
      .map((g) => ({ sheet: g.name, cells: g.skipped! })),
  };
}
