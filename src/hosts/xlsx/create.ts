// A new workbook as a file: blank templates, reports, and what the tests read.
import type { CellStyle, WriteSheet, Cell as Written } from 'hucre/xlsx';
import { parseAddress } from '../../facts/grid.ts';
import type { Page, PageCell } from '../../facts/page.ts';
import { refuse } from './refusal.ts';
import { parseRange } from './sheet.ts';

/** 新工作表: a page, and how the sheet is kept. */
export interface NewSheet extends Page {
  readonly hidden?: boolean;
  readonly protected?: boolean;
  /** Rows from the top that stay in sight. */
  readonly frozen?: number;
}

function styleOf(cell: PageCell): CellStyle | undefined {
  const side = { style: 'thin' as const };
  const aligned = cell.horizontal !== undefined || cell.wrap;
  const font = cell.bold || cell.size !== undefined;
  const style: CellStyle = {
    ...(font && { font: { bold: cell.bold === true, size: cell.size ?? 11, name: '宋体' } }),
    ...(cell.border && { border: { top: side, right: side, bottom: side, left: side } }),
    ...(aligned && {
      alignment: {
        ...(cell.horizontal && { horizontal: cell.horizontal }),
        vertical: 'center',
        ...(cell.wrap && { wrapText: true }),
      },
    }),
    ...(cell.fill !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: cell.fill } },
    }),
    ...(cell.format !== undefined && { numFmt: cell.format }),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

function cellOf(cell: PageCell): Partial<Written> {
  const style = styleOf(cell);
  const { value } = cell;
  return {
    value,
    ...(cell.formula !== undefined && {
      formula: cell.formula.replace(/^=/, ''),
      ...(value !== null && { formulaResult: value }),
    }),
    ...(style && { style }),
    ...(cell.link !== undefined && { hyperlink: { target: addressOf(cell.link) } }),
  };
}

/** A path as a relative address: each step by itself. */
const addressOf = (path: string): string =>
  path
    .split(/[\\/]/)
    .map((step) => encodeURIComponent(step))
    .join('/');

const heightsOf = (heights: NonNullable<Page['heights']>): NonNullable<WriteSheet['rowDefs']> =>
  new Map(heights.flatMap((height, row) => (height === undefined ? [] : [[row, { height }]])));

/** A4, one page wide, the head of the table on every page, its number below. */
function printed({
  landscape,
  onePage,
  repeated,
}: Page): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { top: 0.79, bottom: 0.79, left: 0.59, right: 0.59, header: 0.4, footer: 0.4 },
      ...(repeated && { printTitlesRow: `$${repeated[0] + 1}:$${repeated[1] + 1}` }),
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
}

function sheetOf(sheet: NewSheet): WriteSheet {
  const cells = new Map<string, Partial<Written>>();
  for (const cell of sheet.cells) {
    const at = parseAddress(cell.address) ?? refuse('internal');
    cells.set(`${at.row},${at.column}`, cellOf(cell));
  }
  const merges = (sheet.merges ?? []).map((range) => {
    const rect = parseRange(range) ?? refuse('internal');
    return {
      startRow: rect.row,
      startCol: rect.column,
      endRow: rect.row + rect.rows - 1,
      endCol: rect.column + rect.columns - 1,
    };
  });
  return {
    name: sheet.name,
    cells,
    merges,
    ...(sheet.widths && { columns: sheet.widths.map((width) => ({ width })) }),
    ...(sheet.heights && { rowDefs: heightsOf(sheet.heights) }),
    ...(sheet.landscape !== undefined && printed(sheet)),
    ...(sheet.frozen && { freezePane: { rows: sheet.frozen } }),
    ...(sheet.hidden && { hidden: true }),
    ...(sheet.protected && { protection: { sheet: true } }),
  };
}

/**
 * 写出新工作簿. The library comes with the first call: the pane does not always need it.
 * @param written the day it says it was written; now when absent
 */
export async function createWorkbook(
  sheets: readonly NewSheet[],
  written?: Date,
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const properties = written && { created: written, modified: written };
  return writeXlsx({ sheets: sheets.map(sheetOf), ...(properties && { properties }) });
}
