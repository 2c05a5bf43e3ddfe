// Writing on the user's order: single cells with what stood there before, and whole new sheets.
import { parseAddress, type Scalar } from '../../facts/grid.ts';
import type { PageCell } from '../../facts/page.ts';
import { type CellWrite, HostError, protectedSheet, type SheetWrite } from '../port.ts';
import { askForCharts, drawCharts } from './charting.ts';
import { applyLooks, applyPrint } from './looks.ts';
import { missingSheet, troubleOf } from './trouble.ts';

const ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** A text stays a text: Excel would make numbers, dates and formulas of some. */
function literal(value: Scalar, format: string | undefined): string | number | boolean {
  if (typeof value !== 'string') return value ?? '';
  if (value === '' || format === '@' || ERROR.test(value)) return value;
  const plain = /^[^\d=+\-@'#]*$/.test(value) && !/^(?:true|false)$/i.test(value);
  return plain ? value : `'${value}`;
}
const contentOf = (cell: PageCell, format: string | undefined): string | number | boolean =>
  cell.formula ?? literal(cell.value, format);

interface Written {
  readonly cell: CellWrite;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

function formerOf({ cell, range }: Pick<Written, 'cell' | 'range'>): CellWrite {
  const value = range.values[0]![0] as Scalar;
  const formula = range.formulas[0]![0] as unknown;
  const calculated = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return {
    sheet: cell.sheet,
    address: cell.address,
    value: value === '' ? null : value,
    ...(calculated && { formula }),
    format: String(range.numberFormat[0]![0]),
  };
}

function checkAddress({ address }: PageCell): void {
  if (parseAddress(address)) return;
  throw new HostError('not-found', `没有“${address}”这个单元格，请检查位置；未作改动。`);
}

/**
 * Writes the cells, all or none, and gives what stood there before, in their order. Throws a HostError:
 * `not-found` for a sheet or address that is not there and `protected`, both before anything is written;
 * `internal` names the cells that could not be put back.
 */
export async function writeCells(
  context: Excel.RequestContext,
  cells: readonly CellWrite[],
  aboutToWrite: (sheetId: string, address: string) => void,
): Promise<readonly CellWrite[]> {
  for (const cell of cells) checkAddress(cell);
  const { worksheets } = context.workbook;
  const named = new Map<string, Excel.Worksheet>();
  for (const { sheet } of cells) {
    if (named.has(sheet)) continue;
    const proxy = worksheets.getItemOrNullObject(sheet);
    named.set(sheet, proxy.load('id,protection/protected'));
  }
  await context.sync();
  for (const [name, sheet] of named) {
    if (sheet.isNullObject) throw missingSheet(name);
    if (sheet.protection.protected) throw protectedSheet(name);
  }
  const written = cells.map((cell): Written => {
    const sheet = named.get(cell.sheet)!;
    const range = sheet.getRange(cell.address).load('values,formulas,numberFormat');
    return { cell, sheet, range };
  });
  await context.sync();
  const former = written.map(formerOf);
  for (const { cell, sheet, range } of written) {
    if (cell.format !== undefined) range.numberFormat = [[cell.format]];
    const format = cell.format ?? String(range.numberFormat[0]![0]);
    range.formulas = [[contentOf(cell, format)]];
    aboutToWrite(sheet.id, cell.address);
  }
  try {
    await context.sync();
  } catch (thrown) {
    const left = await putBack(context, written, former, aboutToWrite);
    if (left.length === 0) throw thrown;
    const places = left.map((c) => `${c.sheet}!${c.address}`).join('、');
    const message = `Excel 写到一半停下了，${places}可能已改、没有还原。请按 Ctrl+Z 撤销，或照原数改回。`;
    throw new HostError('internal', message, troubleOf(thrown).detail);
  }
  return former;
}

const sameContent = (a: CellWrite, b: CellWrite): boolean =>
  a.value === b.value && a.formula === b.formula && a.format === b.format;

/** All or nothing: what was written before Excel stopped is taken back; gives what could not be. */
async function putBack(
  context: Excel.RequestContext,
  written: readonly Written[],
  former: readonly CellWrite[],
  aboutToWrite: (sheetId: string, address: string) => void,
): Promise<CellWrite[]> {
  const left: CellWrite[] = [];
  for (const [i, { cell, sheet }] of written.entries()) {
    const before = former[i]!;
    try {
      const range = sheet.getRange(cell.address).load('values,formulas,numberFormat');
      await context.sync();
      if (sameContent(formerOf({ cell, range }), before)) continue;
      range.numberFormat = [[before.format!]];
      range.formulas = [[contentOf(before, before.format)]];
      aboutToWrite(sheet.id, cell.address);
      await context.sync();
    } catch {
      left.push(before);
    }
  }
  return left;
}

type Matrix = (string | number | boolean)[][];
/** All cells of the sheet as two matrices: one call each instead of one per cell. */
function matrices(cells: readonly PageCell[]): { formats: Matrix; contents: Matrix } {
  const placed = cells.map((cell) => ({ cell, ...parseAddress(cell.address)! }));
  const rows = Math.max(0, ...placed.map((p) => p.row + 1));
  const columns = Math.max(0, ...placed.map((p) => p.column + 1));
  const matrix = (fill: string): Matrix =>
    Array.from({ length: rows }, () => new Array<string | number | boolean>(columns).fill(fill));
  const formats = matrix('General');
  const contents = matrix('');
  for (const { cell, row, column } of placed) {
    if (cell.format !== undefined) formats[row]![column] = cell.format;
    contents[row]![column] = contentOf(cell, cell.format);
  }
  return { formats, contents };
}

function fill(sheet: Excel.Worksheet, given: SheetWrite): void {
  const { formats, contents } = matrices(given.cells);
  const columns = contents[0]?.length ?? 0;
  if (columns > 0) {
    const range = sheet.getRangeByIndexes(0, 0, contents.length, columns);
    range.numberFormat = formats;
    range.formulas = contents;
  }
  for (const area of given.merges ?? []) sheet.getRange(area).merge();
  applyLooks(sheet, given);
  applyPrint(sheet, given);
}

/**
 * Adds the sheet at the end, whole or not at all. A name that is taken throws `refused`; with `over` that
 * sheet is emptied and written anew where it stands, and throws `protected` where it is.
 */
export async function addSheet(
  context: Excel.RequestContext,
  given: SheetWrite,
  aboutToWrite: (sheetId: string) => void,
  over = false,
): Promise<void> {
  for (const cell of given.cells) checkAddress(cell);
  const { worksheets } = context.workbook;
  const known = worksheets.getItemOrNullObject(given.name).load('id,protection/protected');
  await context.sync();
  if (!known.isNullObject && over) {
    if (known.protection.protected) throw protectedSheet(given.name);
    aboutToWrite(known.id);
    known.getRange().unmerge();
    known.getRange().clear();
    fill(known, given);
    await context.sync();
    return;
  }
  if (!known.isNullObject) {
    throw new HostError('refused', `已有工作表“${given.name}”，请先改名或删除；未作改动。`);
  }
  await askForCharts(context, given.charts ?? []);
  const sheet = worksheets.add(given.name).load('id');
  await context.sync();
  aboutToWrite(sheet.id);
  try {
    fill(sheet, given);
    await context.sync();
    await drawCharts(context, sheet, given.charts ?? []);
  } catch (thrown) {
    // Half a sheet is worse than none.
    sheet.delete();
    await context.sync().catch(() => undefined);
    throw thrown;
  }
}
