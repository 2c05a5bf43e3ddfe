// Worksheets and their collection over the sheets of a book: names, visibility, protection, events.
import type { Rect } from '../../src/facts/grid.ts';
import { LAST_COLUMN, LAST_ROW, parseArea, splitSheet, wholeSheet } from './address.ts';
import type { BookSheet, Visibility } from './book.ts';
import { ChartCollection } from './charts.ts';
import { ConditionalFormatCollection } from './conditional-formats.ts';
import type { ExcelOwner } from './owners.ts';
import { Range, RangeAreas } from './range.ts';
import { bag, Keyed, WireError, WireObject } from './wire.ts';

/** Longer lists of areas are refused, as Excel refuses them. */
const LONGEST_ADDRESS = 8192;

class WorksheetProtection extends WireObject {
  constructor(readonly sheet: BookSheet) {
    super();
  }
  override get typeName(): string {
    return 'WorksheetProtection';
  }
  get Protected(): boolean {
    return this.sheet.protected;
  }
}

const LAYOUT = ['Orientation', 'PaperSize', 'CenterHorizontally', 'Zoom'];
const LayoutBag = bag('PageLayout', LAYOUT);
/** Print settings, as far as they are described; nothing is printed here. */
class PageLayout extends LayoutBag {
  SetPrintTitleRows(rows: unknown): void {
    this.write('PrintTitleRows', rows instanceof Range ? rows.Address : rows);
  }
}

export class Worksheet extends WireObject {
  readonly layout: Record<string, unknown> = { Orientation: 'Portrait', PaperSize: 'A4' };
  /** Handlers for changes of this sheet alone. */
  listeners = 0;
  constructor(
    readonly excel: ExcelOwner<Worksheet>,
    readonly id: string,
  ) {
    super();
  }
  override get typeName(): string {
    return 'Worksheet';
  }
  override get identity(): Record<string, unknown> {
    return { Id: this.id, Name: this.Name };
  }
  get book(): BookSheet {
    const found = this.excel.book.sheets().find((s) => s.id === this.id);
    if (!found) throw WireError.notFound('worksheet');
    return found;
  }
  /** Throws where the protection of the sheet forbids a change. */
  allowed(): void {
    if (this.book.protected) throw WireError.denied('The worksheet is protected.');
  }
  newId(): string {
    return this.excel.newId();
  }
  conditionalFormats(areas: readonly Rect[]): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this, areas);
  }
  get Id(): string {
    return this.id;
  }
  get Name(): string {
    return this.book.name;
  }
  set Name(value: string) {
    this.excel.checkName(value, this.id);
    this.book.name = value;
  }
  get Position(): number {
    return this.excel.book.sheets().findIndex((s) => s.id === this.id);
  }
  get Visibility(): string {
    return this.book.visibility;
  }
  set Visibility(value: string) {
    const others = this.excel.book.sheets().filter((s) => s.id !== this.id);
    if (value !== 'Visible' && others.every((s) => s.visibility !== 'Visible')) {
      throw new WireError('InvalidOperation', 'a workbook needs one visible sheet');
    }
    this.book.visibility = value as Visibility;
  }
  get Protection(): WireObject {
    return new WorksheetProtection(this.book);
  }
  get PageLayout(): WireObject {
    return new PageLayout(
      (key) => this.layout[key],
      (key, value) => {
        this.allowed();
        this.layout[key] = value;
      },
    );
  }
  get Charts(): WireObject {
    const { charts } = this.book;
    if (!charts) throw WireError.missing('charts in this workbook');
    return new ChartCollection(this, charts);
  }
  #area(address: string): Rect {
    const { sheet, local } = splitSheet(address);
    const area = parseArea(local);
    if (!area || (sheet !== undefined && sheet.toLowerCase() !== this.Name.toLowerCase())) {
      throw WireError.invalid(`address ${address}`);
    }
    return area;
  }
  GetRange(address?: unknown): Range {
    if (address === undefined || address === null || address === '') {
      return new Range(this, wholeSheet);
    }
    return new Range(this, this.#area(String(address)));
  }
  GetRanges(address?: unknown): RangeAreas {
    const text = String(address ?? '');
    if (text === '') return new RangeAreas(this, [wholeSheet]);
    if (text.length > LONGEST_ADDRESS) throw WireError.invalid('address is too long');
    return new RangeAreas(
      this,
      text.split(',').map((one) => this.#area(one)),
    );
  }
  GetCell(row: number, column: number): Range {
    return new Range(this, { row, column, rows: 1, columns: 1 });
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    if (row + rows > LAST_ROW || column + columns > LAST_COLUMN) throw WireError.invalid('indexes');
    return new Range(this, { row, column, rows, columns });
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const used = this.book.used(valuesOnly === true);
    return used ? new Range(this, used) : null;
  }
  GetUsedRange(valuesOnly?: boolean): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
  GetNextOrNullObject(visibleOnly?: boolean): Worksheet | null {
    const after = this.excel.book.sheets().slice(this.Position + 1);
    const next = after.find((s) => !visibleOnly || s.visibility === 'Visible');
    return next ? this.excel.sheet(next.id) : null;
  }
  _GetSheetById(id: string): Worksheet {
    return this.excel.sheet(id);
  }
  Activate(): void {
    if (this.book.visibility !== 'Visible') {
      throw new WireError('InvalidOperation', 'the worksheet is hidden');
    }
    this.book.activate();
  }
  Delete(): void {
    this.excel.structureAllowed();
    const visible = this.excel.book.sheets().filter((s) => s.visibility === 'Visible');
    if (visible.length < 2 && visible[0]?.id === this.id) {
      throw new WireError('InvalidOperation', 'cannot delete the last visible sheet');
    }
    this.excel.book.remove(this.id);
    this.excel.fireDeleted(this.id);
  }
  _RegisterDataChangedEvent(): void {
    this.listeners++;
  }
  _UnregisterDataChangedEvent(): void {
    this.listeners--;
  }
  // These are fired whether somebody listens or not.
  _RegisterSelectionChangedEvent(): void {}
  _UnregisterSelectionChangedEvent(): void {}
  _RegisterActivatedEvent(): void {}
  _UnregisterActivatedEvent(): void {}
}

export class WorksheetCollection extends Keyed<Worksheet> {
  /** Handlers for changes of any sheet. */
  listeners = 0;
  constructor(readonly excel: ExcelOwner<Worksheet>) {
    super();
  }
  override get typeName(): string {
    return 'WorksheetCollection';
  }
  protected override keys(item: Worksheet): readonly unknown[] {
    return [item.Name, item.id];
  }
  override items(): Worksheet[] {
    return this.excel.book.sheets().map((s) => this.excel.sheet(s.id));
  }
  Add(name?: string): Worksheet {
    this.excel.structureAllowed();
    let free = this.GetCount() + 1;
    while (this.find(`Sheet${free}`)) free++;
    const wanted = name || `Sheet${free}`;
    this.excel.checkName(wanted);
    const added = this.excel.sheet(this.excel.book.add(wanted).id);
    this.excel.fireAdded(added.id);
    return added;
  }
  GetActiveWorksheet(): Worksheet {
    return this.excel.sheet(this.excel.book.active().id);
  }
  GetFirst(visibleOnly?: boolean): Worksheet {
    const seen = (s: Worksheet): boolean => !visibleOnly || s.book.visibility === 'Visible';
    return this.items().find(seen)!;
  }
  GetLast(visibleOnly?: boolean): Worksheet {
    const seen = (s: Worksheet): boolean => !visibleOnly || s.book.visibility === 'Visible';
    return this.items().findLast(seen)!;
  }
  _RegisterDataChangedEvent(): void {
    this.listeners++;
  }
  _UnregisterDataChangedEvent(): void {
    this.listeners--;
  }
  _RegisterSelectionChangedEvent(): void {}
  _UnregisterSelectionChangedEvent(): void {}
  _RegisterActivatedEvent(): void {}
  _UnregisterActivatedEvent(): void {}
  _RegisterAddedEvent(): void {}
  _UnregisterAddedEvent(): void {}
  _RegisterDeletedEvent(): void {}
  _UnregisterDeletedEvent(): void {}
}
