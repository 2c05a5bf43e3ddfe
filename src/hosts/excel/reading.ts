// The workbook as a snapshot: sizes first, then cells, in two round trips unless it is large.

import { isAsItWas } from '../../facts/alone.ts';
import type { Cell, Grid, Rect, Snapshot } from '../../facts/grid.ts';
import { OWN_NAMESPACE } from '../../facts/own-part.ts';
import type { Since } from '../port.ts';
import { areasOf } from './areas.ts';
import { cellOf } from './cell.ts';
import { askFilled } from './sparse.ts';
import { troubleOf } from './trouble.ts';

/** 读取方式: how much is asked at once. */
export interface ReadingManner {
  /** Cells in one round trip. */
  readonly block: number;
  /** More cells than this: the sheet is listed as skipped. */
  readonly sheetCells: number;
  /** Ask for sizes along a chain of sheets, before their names are known. */
  readonly chained: boolean;
  readonly merges: boolean;
}
/** 一次读完: for any Excel that can. */
export const SWIFT: ReadingManner = {
  block: 100_000,
  sheetCells: 1_000_000,
  chained: true,
  merges: true,
};
const SMALL: ReadingManner = { ...SWIFT, block: 10_000 };
/** For an Excel that found this too much at once, one after the other: cells may hold long texts. */
export const SMALLER: readonly ReadingManner[] = [10_000, 1000, 100].map((block) => ({
  ...SWIFT,
  block,
}));
/** For an Excel that refused for another reason: nothing that has limits of its own. */
export const CAREFUL: ReadingManner = { ...SMALL, chained: false, merges: false };

/** Sheets whose size is asked before their number is known. */
const CHAIN = 40;
const SIZE = 'rowIndex,columnIndex,rowCount,columnCount';
const CONTENTS = 'values,formulas,text,numberFormat';

interface Sheet {
  readonly proxy: Excel.Worksheet;
  readonly used: Excel.Range;
}
interface Found {
  readonly proxy: Excel.Worksheet;
  readonly area: Rect | undefined;
  /** The parts that hold something, where the whole is too much to ask for. */
  parts?: readonly Rect[];
  readonly cells: (Cell | undefined)[][];
  merges: readonly Rect[];
}
interface Block {
  readonly found: Found;
  readonly area: Rect;
}

const usedOf = (proxy: Excel.Worksheet): Sheet => ({
  proxy,
  used: proxy.getUsedRangeOrNullObject(true).load(SIZE),
});

function chain(worksheets: Excel.WorksheetCollection): Sheet[] {
  const sheets = [usedOf(worksheets.getFirst().load('id'))];
  for (let i = 1; i < CHAIN; i++) {
    sheets.push(usedOf(sheets.at(-1)!.proxy.getNextOrNullObject().load('id')));
  }
  return sheets;
}

async function sizes(context: Excel.RequestContext, manner: ReadingManner): Promise<Found[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const early = manner.chained ? chain(worksheets) : [];
  await context.sync();
  const known = new Map<string, Excel.Range>();
  for (const { proxy, used } of early) if (!proxy.isNullObject) known.set(proxy.id, used);
  const late = worksheets.items.filter((proxy) => !known.has(proxy.id)).map(usedOf);
  if (late.length > 0) await context.sync();
  for (const { proxy, used } of late) known.set(proxy.id, used);
  return worksheets.items.map((proxy) => {
    const used = known.get(proxy.id)!;
    return { proxy, area: used.isNullObject ? undefined : areaOf(used), cells: [], merges: [] };
  });
}
const areaOf = (range: Excel.Range): Rect => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
});
const sizeOf = ({ rows, columns }: Rect): number => rows * columns;

/** What is read of a sheet: all that is used, or the parts that hold something; undefined: too much. */
function readOf({ area, parts }: Found, manner: ReadingManner): readonly Rect[] | undefined {
  const wanted = parts ?? (area ? [area] : []);
  const cells = wanted.reduce((sum, r) => sum + sizeOf(r), 0);
  return cells > manner.sheetCells ? undefined : wanted;
}

/** Whole rows of an area, as many at once as are asked for. */
function* slices(area: Rect, most: number): Generator<Rect> {
  const step = sizeOf(area) <= most ? area.rows : Math.max(1, Math.floor(most / area.columns));
  for (let row = 0; row < area.rows; row += step)
    yield { ...area, row: area.row + row, rows: Math.min(step, area.rows - row) };
}

/** Blocks of whole rows, gathered into round trips. */
function roundTrips(sheets: readonly Found[], manner: ReadingManner): Block[][] {
  const trips: Block[][] = [[]];
  let free = manner.block;
  for (const found of sheets) {
    const areas = readOf(found, manner) ?? [];
    for (const slice of areas.flatMap((area) => [...slices(area, manner.block)])) {
      const block = { found, area: slice };
      if (sizeOf(block.area) > free && trips.at(-1)!.length > 0) {
        trips.push([]);
        free = manner.block;
      }
      trips.at(-1)!.push(block);
      free -= sizeOf(block.area);
    }
  }
  return trips;
}

function keep({ found, area }: Block, range: Excel.Range): void {
  const { values, formulas, text, numberFormat } = range;
  for (let i = 0; i < area.rows; i++) {
    const line = found.cells[area.row + i] ?? [];
    for (let j = 0; j < area.columns; j++) {
      const cell = cellOf(values[i]![j], formulas[i]![j], text[i]![j]!, numberFormat[i]![j]);
      if (cell) line[area.column + j] = cell;
    }
    found.cells[area.row + i] = line;
  }
}

function ask({ found, area }: Block): Excel.Range {
  const { row, column, rows, columns } = area;
  return found.proxy.getRangeByIndexes(row, column, rows, columns).load(CONTENTS);
}

/** So many used cells are read as they are; beyond, Excel is asked which of them hold anything. */
const LARGE = 100_000;

/** Finds what large sheets hold. An Excel that cannot say leaves them as they are. */
async function findParts(
  context: Excel.RequestContext,
  sheets: readonly Found[],
  manner: ReadingManner,
): Promise<void> {
  const large = sheets.filter(({ area }) => area && sizeOf(area) > LARGE);
  if (large.length === 0) return;
  try {
    const asked = large.map((found) => {
      const { row, column, rows, columns } = found.area!;
      return { found, take: askFilled(found.proxy.getRangeByIndexes(row, column, rows, columns)) };
    });
    await context.sync();
    for (const { found, take } of asked) {
      const parts = take();
      const cells = parts?.reduce((sum, r) => sum + sizeOf(r), 0) ?? 0;
      // A sheet filled throughout is read as one.
      if (parts && cells < sizeOf(found.area!) && cells <= manner.sheetCells) found.parts = parts;
    }
  } catch (thrown) {
    if (troubleOf(thrown).code !== 'internal') throw thrown;
  }
}

/** Merged areas came with ExcelApi 1.13; an older Excel is taken to have none. */
function askMerges(sheets: readonly Found[], manner: ReadingManner): () => void {
  if (!manner.merges || !Office.context.requirements.isSetSupported('ExcelApi', '1.13')) {
    return () => undefined;
  }
  const asked = sheets.flatMap((found) => {
    return (readOf(found, manner) ?? []).map(({ row, column, rows, columns }) => {
      const range = found.proxy.getRangeByIndexes(row, column, rows, columns);
      return { found, merged: range.getMergedAreasOrNullObject().load('address') };
    });
  });
  return () => {
    for (const { found, merged } of asked) {
      if (!merged.isNullObject) found.merges = [...found.merges, ...areasOf(merged.address)];
    }
  };
}

const headOf = ({ proxy }: Found): Pick<Grid, 'name' | 'hidden' | 'protected'> => ({
  name: proxy.name,
  hidden: proxy.visibility !== 'Visible',
  protected: proxy.protection.protected,
});

function gridOf(found: Found, manner: ReadingManner): Grid {
  const { area, cells, merges } = found;
  const head = headOf(found);
  const read = readOf(found, manner);
  if (!area || !read) {
    const nothing = { ...head, rows: 0, columns: 0, cells: [], merges: [] };
    return area ? { ...nothing, skipped: sizeOf(area) } : nothing;
  }
  const rows = Math.max(0, ...read.map((r) => r.row + r.rows));
  const columns = Math.max(0, ...read.map((r) => r.column + r.columns));
  return { ...head, rows, columns, cells, merges };
}

const askParts = (context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection =>
  context.workbook.customXmlParts.getByNamespace(OWN_NAMESPACE).load('items/id');

/** An Excel that refuses parts has none of ours: its sheets can be read all the same. */
async function partsApart(
  context: Excel.RequestContext,
): Promise<OfficeExtension.ClientResult<string>[]> {
  try {
    const own = askParts(context);
    await context.sync();
    const texts = own.items.map((part) => part.getXml());
    await context.sync();
    return texts;
  } catch {
    return [];
  }
}

/** 手动计算 with something left to calculate: what the cells show is of an earlier state. */
const waits = ({ calculationMode, calculationState }: Excel.Application): boolean =>
  calculationMode === 'Manual' && calculationState === 'Pending';

/** The sheets that are as they were: not edited, of the same size, and asking nothing of another sheet. */
function unchanged(sheets: readonly Found[], since: Since | undefined): Map<Found, Grid> {
  const former = since?.snapshot.sheets ?? [];
  const same =
    former.length === sheets.length && sheets.every((s, i) => s.proxy.name === former[i]!.name);
  const kept = new Map<Found, Grid>();
  if (!since || !same) return kept;
  sheets.forEach((found, i) => {
    const { area } = found;
    const rows = area ? area.row + area.rows : 0;
    const now = { ...headOf(found), rows, columns: area ? area.column + area.columns : 0 };
    const edited = since.edited.has(now.name);
    if (!edited && isAsItWas(former[i]!, now)) kept.set(found, former[i]!);
  });
  return kept;
}

/**
 * 读工作簿 in a conversation that is open; `progress` hears the name of each sheet as its cells are asked for.
 * What Excel refuses is thrown as it comes.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  manner: ReadingManner,
  progress?: (sheet: string) => void,
  since?: Since,
): Promise<Snapshot> {
  const { workbook } = context;
  const apart = manner.chained ? undefined : await partsApart(context);
  workbook.load('name');
  const { application } = workbook;
  // CalculationState came with ExcelApi 1.9, our least.
  application.load('calculationMode,calculationState');
  const own = apart ? undefined : askParts(context);
  const all = await sizes(context, manner);
  const kept = unchanged(all, since);
  const sheets = all.filter((found) => !kept.has(found));
  const parts = apart ?? own?.items.map((part) => part.getXml()) ?? [];
  await findParts(context, sheets, manner);
  const takeMerges = askMerges(sheets, manner);
  for (const trip of roundTrips(sheets, manner)) {
    const ranges = trip.map(ask);
    for (const { found } of trip) progress?.(found.proxy.name);
    await context.sync();
    for (const [i, block] of trip.entries()) keep(block, ranges[i]!);
  }
  takeMerges();
  return {
    name: workbook.name,
    sheets: all.map((found) => kept.get(found) ?? gridOf(found, manner)),
    ...(waits(application) && { stale: true }),
    ...(parts.length > 0 && { parts: parts.map((part) => part.value) }),
  };
}
