// The workbook of the emulated Excel over Univer: sheets, changes, selection, the formula engine.
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import type { Rect } from '../../src/facts/grid.ts';
import type { Book, BookName, BookPart, ChangeKind } from '../emulator/book.ts';
import { type Loose, toRect } from './styles.ts';
import { type SheetHolder, UniverSheet } from './univer-sheet.ts';

const STRUCTURE: Readonly<Record<string, ChangeKind>> = {
  'sheet.mutation.insert-row': 'RowInserted',
  'sheet.mutation.remove-rows': 'RowDeleted',
  'sheet.mutation.insert-col': 'ColumnInserted',
  'sheet.mutation.remove-col': 'ColumnDeleted',
};
const [MAX_ROWS, MAX_COLUMNS] = [1_048_576, 16_384];
const CONTENT = ['v', 'f', 'p', 'si'];

/** Bounding box of the cells whose content, not only style, a mutation sets. */
function changedArea(cells: Loose | undefined): Rect | undefined {
  const rows: number[] = [];
  const columns: number[] = [];
  for (const [row, line] of Object.entries(cells ?? {})) {
    for (const [column, cell] of Object.entries((line ?? {}) as Loose)) {
      if (cell && !CONTENT.some((k) => k in cell)) continue;
      rows.push(Number(row));
      columns.push(Number(column));
    }
  }
  if (rows.length === 0) return undefined;
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
}

export class UniverBook implements Book, SheetHolder {
  readonly parts: BookPart[] = [];
  readonly settings = new Map<string, unknown>();
  readonly names: BookName[] = [];
  #ports = new Map<string, UniverSheet>();
  #change: ((id: string, area: Rect, kind: ChangeKind) => void)[] = [];
  #select: ((id: string, area: Rect) => void)[] = [];
  #activated: ((id: string) => void)[] = [];
  #calculating: Promise<void> | undefined;

  constructor(
    readonly api: FUniver,
    readonly workbook: FWorkbook,
    /** Names of the sheets that the file protects. */
    readonly protectedSheets: ReadonlySet<string>,
  ) {
    api.addEvent(api.Event.CommandExecuted, (event) => this.heard(event as Loose));
  }

  private heard({ id, params, options }: Loose): void {
    if (params?.unitId !== this.id) return;
    const sheet = params.subUnitId;
    // Results of the formula engine arrive by the same mutation; Excel's onChanged does not tell them.
    if (id === 'sheet.mutation.set-range-values' && !options?.fromFormula) {
      const area = changedArea(params.cellValue);
      if (area) for (const f of this.#change) f(sheet, area, 'RangeEdited');
    } else if (STRUCTURE[id] && params.range) {
      const kind = STRUCTURE[id];
      const r = toRect(params.range);
      const area = kind.startsWith('Row')
        ? { ...r, column: 0, columns: MAX_COLUMNS }
        : { ...r, row: 0, rows: MAX_ROWS };
      for (const f of this.#change) f(sheet, area, kind);
    } else if (id === 'sheet.operation.set-selections' && params.selections?.[0]) {
      for (const f of this.#select) f(sheet, toRect(params.selections[0].range));
    } else if (id === 'sheet.operation.set-worksheet-active') {
      for (const f of this.#activated) f(sheet);
    }
  }

  get id(): string {
    return this.workbook.getId();
  }
  get name(): string {
    return this.workbook.getName();
  }
  get styles(): Loose {
    return (this.workbook.getWorkbook() as unknown as Loose).getStyles();
  }
  command(id: string, params: Loose): void {
    this.api.syncExecuteCommand(id, { unitId: this.id, ...params });
  }

  private port(sheet: FWorksheet): UniverSheet {
    const id = sheet.getSheetId();
    const port = this.#ports.get(id) ?? new UniverSheet(this, sheet);
    this.#ports.set(id, port);
    return port;
  }
  sheets(): UniverSheet[] {
    return this.workbook.getSheets().map((s) => this.port(s));
  }
  active(): UniverSheet {
    return this.port(this.workbook.getActiveSheet());
  }
  activate(sheet: FWorksheet): void {
    if (this.workbook.getActiveSheet().getSheetId() !== sheet.getSheetId())
      this.workbook.setActiveSheet(sheet);
  }
  /** insertSheet() activates the new sheet; Excel's add() does not. */
  add(name: string): UniverSheet {
    const before = this.workbook.getActiveSheet();
    const sheet = this.workbook.insertSheet(name);
    this.workbook.setActiveSheet(before);
    return this.port(sheet);
  }
  remove(id: string): void {
    this.workbook.deleteSheet(id);
  }
  selection(): { sheet: UniverSheet; area: Rect } {
    const range = this.workbook.getActiveRange();
    const area = range ? toRect(range.getRange()) : { row: 0, column: 0, rows: 1, columns: 1 };
    return { sheet: this.active(), area };
  }

  /** Something was written that formulas may depend on: the engine starts a little later. */
  touched(): void {
    const done = this.api
      .getFormula()
      .onCalculationResultApplied(5000)
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        if (this.#calculating === done) this.#calculating = undefined;
      });
    this.#calculating = done;
  }
  settle(): Promise<void> | undefined {
    return this.#calculating;
  }
  onChange(listener: (id: string, area: Rect, kind: ChangeKind) => void): void {
    this.#change.push(listener);
  }
  onSelect(listener: (id: string, area: Rect) => void): void {
    this.#select.push(listener);
  }
  onActivate(listener: (id: string) => void): void {
    this.#activated.push(listener);
  }
}
