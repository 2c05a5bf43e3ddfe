// .xls and .ods through libraries, loaded only when such a file comes. In Node they run apart; only plain data
// comes back, and is turned into a Snapshot here.
import type { Range, WorkBook } from '@e965/xlsx';
import type { Workbook } from 'hucre/ods';
import type { Cell, Grid, Rect, Snapshot } from '../../facts/grid.ts';
import { type Builtin, type Library, readByLibrary } from './apart.ts';
import type { Limits } from './limits.ts';
import { Refusal, refuse } from './refusal.ts';

const XLS_OPTIONS = {
  type: 'array',
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
} as const;

async function readHere(kind: Library, bytes: Uint8Array): Promise<unknown> {
  if (kind === 'hucre/ods') return (await import('hucre/ods')).readOds(bytes);
  return (await import('@e965/xlsx')).read(bytes, XLS_OPTIONS);
}

async function readWith(kind: Library, bytes: Uint8Array, limits: Limits): Promise<unknown> {
  const builtin = (globalThis as { process?: { getBuiltinModule?: Builtin } }).process
    ?.getBuiltinModule;
  const task = { kind, bytes, options: XLS_OPTIONS };
  try {
    return await (builtin ? readByLibrary(builtin, task, limits) : readHere(kind, bytes));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const locked = /password|encrypt/i.test(String((error as Error).message));
    return refuse(locked ? 'encrypted' : 'damaged');
  }
}

/** Cells are gathered here; blanks are dropped, as everywhere. */
function gridOf(
  head: Pick<Grid, 'name' | 'hidden' | 'protected'>,
  cells: (Cell | undefined)[][],
  merges: readonly Rect[],
  limits: Limits,
): Grid {
  let columns = 0;
  let count = 0;
  for (const line of cells) {
    columns = Math.max(columns, line?.length ?? 0);
    for (const cell of line ?? []) if (cell) count++;
  }
  if (count > limits.sheetCells) {
    return { ...head, rows: 0, columns: 0, cells: [], merges: [], skipped: count };
  }
  return { ...head, rows: cells.length, columns, cells, merges };
}

interface XlsCell {
  readonly t: string;
  readonly v?: string | number | boolean;
  readonly w?: string;
  readonly f?: string;
  readonly z?: string | number;
}
interface XlsSheet {
  readonly '!data'?: (XlsCell | null)[][];
  /** Rows and columns by number, where only what is filled was handed over. */
  readonly '!filled'?: readonly (readonly [number, readonly (readonly [number, XlsCell])[]])[];
  readonly '!merges'?: readonly Range[];
  readonly '!protect'?: unknown;
}
function xlsCell(cell: XlsCell): Cell | undefined {
  const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  const rest = {
    ...(format !== undefined && { format }),
    ...(cell.f !== undefined && { formula: `=${cell.f}` }),
  };
  if (cell.t === 'e') return { value: null, error: cell.w ?? '#VALUE!', ...rest };
  if (cell.v === undefined || cell.t === 'z') {
    return cell.f === undefined ? undefined : { value: null, uncached: true, ...rest };
  }
  return { value: cell.v, ...rest };
}

function xlsLines(sheet: XlsSheet): (Cell | undefined)[][] {
  const lines: (Cell | undefined)[][] = [];
  for (const [row, cells] of sheet['!filled'] ?? []) {
    lines[row] = [];
    for (const [column, cell] of cells) lines[row][column] = xlsCell(cell);
  }
  for (const [row, line] of (sheet['!data'] ?? []).entries())
    lines[row] = (line ?? []).map((cell) => (cell ? xlsCell(cell) : undefined));
  return Array.from(lines, (line) => Array.from(line ?? []));
}

/**
 * 读 .xls. Throws a refusal: `encrypted`, `damaged`, or `refused` where it takes too long or too much; a sheet
 * of too many cells comes back without them.
 */
export async function readXls(bytes: Uint8Array, name: string, limits: Limits): Promise<Snapshot> {
  const book = (await readWith('@e965/xlsx', bytes, limits)) as WorkBook;
  const sheets = book.SheetNames.map((sheetName, i): Grid => {
    // A damaged book may name a sheet that is not there.
    const sheet = (book.Sheets[sheetName] ?? refuse('damaged')) as unknown as XlsSheet;
    const lines = xlsLines(sheet);
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      row: s.r,
      column: s.c,
      rows: e.r - s.r + 1,
      columns: e.c - s.c + 1,
    }));
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const head = { name: sheetName, hidden, protected: sheet['!protect'] !== undefined };
    return gridOf(head, lines, merges, limits);
  });
  return { name, sheets };
}

/** 读 .ods; throws as `readXls` does. */
export async function readOds(bytes: Uint8Array, name: string, limits: Limits): Promise<Snapshot> {
  const book = (await readWith('hucre/ods', bytes, limits)) as Workbook;
  const sheets = book.sheets.map((sheet): Grid => {
    const known = new Map(sheet.cells ?? []);
    const lines = sheet.rows.map((line, r) =>
      line.map((value, c): Cell | undefined => {
        const cell = known.get(`${r},${c}`);
        const formula = cell?.formula;
        if ((value === null || value === '') && formula === undefined) return undefined;
        const plain = value instanceof Date ? value.toISOString() : value;
        return { value: plain, ...(formula !== undefined && { formula: `=${formula}` }) };
      }),
    );
    const merges = (sheet.merges ?? []).map((m) => ({
      row: m.startRow,
      column: m.startCol,
      rows: m.endRow - m.startRow + 1,
      columns: m.endCol - m.startCol + 1,
    }));
    const hidden = sheet.hidden === true || sheet.veryHidden === true;
    return gridOf(
      { name: sheet.name, hidden, protected: !!sheet.protection },
      lines,
      merges,
      limits,
    );
  });
  return { name, sheets };
}
