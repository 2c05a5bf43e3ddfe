// A workbook as maps of cells, for tests: opened from a snapshot, edited as by a person, saved and
// reopened as plain data.
import type { Rect, Scalar, Snapshot } from '../../src/facts/grid.ts';
import { parseArea } from './address.ts';
import type { Book, BookName, BookPart, BookValue, ChangeKind } from './book.ts';
import { calculated, paints, type ValuesOf } from './cellmap-formula.ts';
import { CellMapSheet, type SavedSheet, type SheetNews, savedSheet } from './cellmap-sheet.ts';

/** 保存的工作簿 as plain data. */
export interface SavedBook {
  readonly name: string;
  readonly sheets: readonly SavedSheet[];
  readonly parts: readonly BookPart[];
  readonly settings: readonly [string, unknown][];
  readonly names: readonly BookName[];
}
/** Formulas that lean on formulas; more rounds than any workbook of ours has levels. */
const ROUNDS = 12;

export class CellMapBook implements Book, SheetNews {
  readonly name: string;
  readonly parts: BookPart[];
  readonly settings: Map<string, unknown>;
  readonly names: BookName[];
  #sheets: CellMapSheet[];
  #active: string;
  #selection: Rect = { row: 0, column: 0, rows: 1, columns: 1 };
  #next: number;
  readonly #changes: ((id: string, area: Rect, kind: ChangeKind) => void)[] = [];
  readonly #selects: ((id: string, area: Rect) => void)[] = [];
  readonly #activates: ((id: string) => void)[] = [];

  constructor(saved: SavedBook) {
    this.name = saved.name;
    this.parts = [...saved.parts];
    this.settings = new Map(saved.settings);
    this.names = [...saved.names];
    this.#sheets = saved.sheets.map((s) => new CellMapSheet(s, this));
    this.#active = (this.#sheets.find((s) => s.visibility === 'Visible') ?? this.#sheets[0]!).id;
    this.#next = saved.sheets.length + 1;
  }
  static of(snapshot: Snapshot): CellMapBook {
    const parts = (snapshot.parts ?? []).map((xml, i) => ({ id: `{part-${i + 1}}`, xml }));
    const sheets = snapshot.sheets.map((grid, i) => savedSheet(`{sheet-${i + 1}}`, grid));
    return new CellMapBook(
      structuredClone({ name: snapshot.name ?? '工作簿', sheets, parts, settings: [], names: [] }),
    );
  }
  static blank(): CellMapBook {
    const empty = { hidden: false, protected: false, rows: 0, columns: 0, cells: [], merges: [] };
    return CellMapBook.of({ sheets: [{ name: 'Sheet1', ...empty }] });
  }
  saved(): SavedBook {
    return structuredClone({
      name: this.name,
      sheets: this.#sheets.map((s) => s.saved()),
      parts: this.parts,
      settings: [...this.settings],
      names: this.names,
    });
  }

  sheets(): readonly CellMapSheet[] {
    return this.#sheets;
  }
  sheet(name: string): CellMapSheet {
    const found = this.#sheets.find((s) => s.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }
  active(): CellMapSheet {
    return this.#sheets.find((s) => s.id === this.#active) ?? this.#sheets[0]!;
  }
  add(name: string): CellMapSheet {
    const id = `{sheet-${this.#next++}}`;
    const empty = { hidden: false, protected: false, rows: 0, columns: 0, cells: [], merges: [] };
    const sheet = new CellMapSheet(savedSheet(id, { name, ...empty }), this);
    this.#sheets = [...this.#sheets, sheet];
    return sheet;
  }
  remove(id: string): void {
    this.#sheets = this.#sheets.filter((s) => s.id !== id);
    if (this.#active === id) this.#active = this.active().id;
  }
  selection(): { readonly sheet: CellMapSheet; readonly area: Rect } {
    return { sheet: this.active(), area: this.#selection };
  }
  settle(): Promise<void> | undefined {
    return undefined;
  }
  onChange(listener: (id: string, area: Rect, kind: ChangeKind) => void): void {
    this.#changes.push(listener);
  }
  onSelect(listener: (id: string, area: Rect) => void): void {
    this.#selects.push(listener);
  }
  onActivate(listener: (id: string) => void): void {
    this.#activates.push(listener);
  }

  changed(id: string, area: Rect, kind: ChangeKind): void {
    this.#calculate();
    for (const listener of this.#changes) listener(id, area, kind);
  }
  activate(id: string): void {
    this.#active = id;
    for (const listener of this.#activates) listener(id);
  }
  select(id: string, area: Rect): void {
    if (this.#active !== id) this.activate(id);
    this.#selection = area;
    for (const listener of this.#selects) listener(id, area);
  }
  #calculate(): void {
    for (let round = 0, again = true; again && round < ROUNDS; round++) {
      again = false;
      for (const sheet of this.#sheets) {
        for (const cell of sheet.formulaCells()) {
          const result = calculated(cell.formula, this.#valuesFrom(sheet));
          if (result === undefined || result === cell.value) continue;
          cell.set(result);
          again = true;
        }
      }
    }
  }
  #valuesFrom(own: CellMapSheet): ValuesOf {
    return (name, area) => {
      const sheet = name === undefined ? own : this.#sheets.find((s) => s.name === name);
      return sheet?.values(area).flat();
    };
  }

  /** An edit by the person at the keyboard, as typed. */
  edit(sheet: string, address: string, value: Scalar): void {
    const area = parseArea(address);
    if (!area) throw new Error(`no cell ${address}`);
    const typed: BookValue = value ?? '';
    const formula = typeof typed === 'string' && typed.startsWith('=') && typed.length > 1;
    const content = formula ? { formula: typed } : { value: typed };
    this.sheet(sheet).write(area, [[content]]);
  }
  /** A conditional format that somebody else set. */
  foreignRule(
    sheet: string,
    address: string,
    rule: { readonly id: string; readonly kind: string; readonly formula: string },
  ): void {
    const areas = [parseArea(address)!];
    const style = { fill: '#FFFF00' };
    this.sheet(sheet).addRule({ ...rule, areas, style, stopIfTrue: false });
  }
  /** The formula whose conditional format paints this cell, topmost first. */
  paintedBy(sheet: string, address: string): string | undefined {
    return this.sheet(sheet)
      .rulesAt(address)
      .find((r) => paints(r.formula))?.formula;
  }
  /** How the workbook looks: everything but the contents of its cells. */
  look(): unknown {
    return this.#sheets.map((s) => {
      const { cells, ...rest } = s.saved();
      const styles = cells
        .filter(([, c]) => c.style || c.numberFormat !== undefined)
        .map(([key, c]) => [key, c.numberFormat, c.style]);
      return structuredClone({ ...rest, styles });
    });
  }
}
