// A workbook in memory, for tests: behaves as a host does, and lets a test look behind it.

import {
  type Cell,
  type CellLocation,
  type Grid,
  parseAddress,
  type Scalar,
  type Snapshot,
} from '../facts/grid.ts';
import { kindOfPart, ownIn, partFor } from '../facts/own-part.ts';
import {
  type CellWrite,
  type Change,
  type Host,
  HostError,
  type Mark,
  protectedSheet,
  type SheetWrite,
  type Traces,
} from './port.ts';
import { parseRange } from './xlsx/sheet.ts';

/** 内存宿主, and what it was asked to do. */
export interface MemoryHost extends Host {
  readonly marks: readonly Mark[];
  readonly revealed: readonly { sheet: string; row: number; column: number }[];
  /** Cells lit up with the last one revealed. */
  readonly lit: readonly string[];
  /** Where the user went by himself since then. */
  at: CellLocation | undefined;
  /** An edit by the user: watchers hear of it. */
  edit(sheet: string, address: string, value: Scalar): void;
}

type Lines = (Cell | undefined)[][];
type OpenGrid = Omit<Grid, 'cells' | 'rows' | 'columns'> & {
  cells: Lines;
  rows: number;
  columns: number;
};
const copyOf = (grid: Grid): OpenGrid => ({
  ...grid,
  cells: grid.cells.map((line) => [...(line ?? [])]),
});
function placed(address: string): { row: number; column: number } {
  const at = parseAddress(address);
  if (!at) throw new HostError('not-found', `没有“${address}”这个单元格，请检查位置；未作改动。`);
  return at;
}

function put(grid: OpenGrid, write: CellWrite): CellWrite {
  const { row, column } = placed(write.address);
  const line = grid.cells[row] ?? [];
  grid.cells[row] = line;
  const before = line[column];
  const format = write.format ?? before?.format;
  const blank = write.value === null && write.formula === undefined && format === undefined;
  line[column] = blank
    ? undefined
    : {
        value: write.value,
        ...(write.formula !== undefined && { formula: write.formula }),
        ...(format !== undefined && { format }),
      };
  grid.rows = Math.max(grid.rows, row + 1);
  grid.columns = Math.max(grid.columns, column + 1);
  return {
    sheet: write.sheet,
    address: write.address,
    value: before?.value ?? null,
    ...(before?.formula !== undefined && { formula: before.formula }),
    format: before?.format ?? 'General',
  };
}

class Memory implements MemoryHost {
  readonly name = 'memory';
  marks: readonly Mark[] = [];
  readonly revealed: { sheet: string; row: number; column: number }[] = [];
  lit: readonly string[] = [];
  at: CellLocation | undefined;
  readonly #sheets: OpenGrid[];
  readonly #listeners = new Set<(change: Change) => void>();
  #json: string | undefined;
  /** Parts that this version cannot read: they stay. */
  #strange: readonly string[];

  constructor(readonly given: Snapshot) {
    this.#sheets = given.sheets.map(copyOf);
    this.#json = ownIn(given.parts).json;
    this.#strange = given.parts?.filter((xml) => kindOfPart(xml) !== 'ours') ?? [];
  }

  #find(name: string): OpenGrid {
    const grid = this.#sheets.find((sheet) => sheet.name === name);
    if (grid) return grid;
    throw new HostError('not-found', `没有找到工作表“${name}”，请重新体检；未作改动。`);
  }

  async snapshot(progress?: (sheet: string) => void): Promise<Snapshot> {
    for (const sheet of this.#sheets) progress?.(sheet.name);
    const own = this.#json === undefined ? [] : [partFor(this.#json)];
    const { parts: _, ...given } = this.given;
    const parts = [...this.#strange, ...own];
    return { ...given, sheets: this.#sheets.map(copyOf), ...(parts.length > 0 && { parts }) };
  }

  async mark(marks: readonly Mark[]) {
    this.lit = [];
    const refused = [...new Set(marks.map((m) => m.sheet))].filter(
      (name) => this.#find(name).protected,
    );
    this.marks = marks.filter((m) => !refused.includes(m.sheet));
    return { marked: this.marks.length, refused };
  }

  async clear(): Promise<number> {
    const count = this.marks.length;
    this.marks = [];
    this.lit = [];
    return count;
  }

  async reveal(
    at: { sheet: string; row: number; column: number },
    beside: readonly string[] = [],
  ): Promise<CellLocation | undefined> {
    this.#find(at.sheet);
    const former = this.at ?? this.revealed.at(-1);
    this.revealed.push(at);
    this.at = undefined;
    this.lit = beside;
    return former;
  }

  async darken(): Promise<void> {
    this.lit = [];
  }

  async write(cells: readonly CellWrite[]): Promise<readonly CellWrite[]> {
    for (const cell of cells) {
      placed(cell.address);
      if (this.#find(cell.sheet).protected) throw protectedSheet(cell.sheet);
    }
    return cells.map((cell) => put(this.#find(cell.sheet), cell));
  }

  async addSheet(sheet: SheetWrite, over = false): Promise<void> {
    const known = this.#sheets.findIndex((s) => s.name.toLowerCase() === sheet.name.toLowerCase());
    if (known >= 0 && !over) {
      throw new HostError('refused', `已有工作表“${sheet.name}”，请先改名或删除；未作改动。`);
    }
    if (this.#sheets[known]?.protected) throw protectedSheet(sheet.name);
    const merges = (sheet.merges ?? []).flatMap((m) => parseRange(m) ?? []);
    const head = { name: sheet.name, hidden: false, protected: false, merges };
    const grid: OpenGrid = { ...head, rows: 0, columns: 0, cells: [] };
    for (const cell of sheet.cells) put(grid, { ...cell, sheet: sheet.name });
    if (known < 0) this.#sheets.push(grid);
    else this.#sheets[known] = grid;
  }

  readonly traces: Traces = {
    marked: async () => this.marks.length,
    forget: async () => {
      this.#json = undefined;
      this.#strange = [];
    },
    removeSheets: async (names) => {
      for (const name of names) this.#find(name);
      const kept = this.#sheets.filter((sheet) => !names.includes(sheet.name));
      if (!kept.some((sheet) => !sheet.hidden))
        throw new HostError('refused', '工作簿至少要留一张看得见的工作表；未作改动。');
      this.#sheets.splice(0, this.#sheets.length, ...kept);
    },
  };

  async load(): Promise<string | undefined> {
    return this.#json;
  }

  async store(json: string): Promise<void> {
    this.#json = json;
  }

  async watch(listener: (change: Change) => void): Promise<() => Promise<void>> {
    this.#listeners.add(listener);
    return async () => {
      this.#listeners.delete(listener);
    };
  }

  edit(sheet: string, address: string, value: Scalar): void {
    const grid = this.#find(sheet);
    if (grid.protected) throw protectedSheet(sheet);
    put(grid, { sheet, address, value });
    for (const listener of this.#listeners) listener({ sheet, address });
  }
}

/** A host over a workbook in memory; the snapshot itself is never written to. */
export const memoryHost = (snapshot: Snapshot): MemoryHost => new Memory(snapshot);
