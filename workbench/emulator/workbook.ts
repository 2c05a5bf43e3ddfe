// The workbook as the library names it, over a Book.
import type { ExcelOwner } from './owners.ts';
import { Range } from './range.ts';
import { CustomXmlPartCollection, NamedItemCollection, SettingCollection } from './stored.ts';
import { WireError, WireObject } from './wire.ts';
import { type Worksheet, WorksheetCollection } from './worksheet.ts';

class Runtime extends WireObject {
  constructor(readonly excel: ExcelOwner<Worksheet>) {
    super();
  }
  override get typeName(): string {
    return 'Runtime';
  }
  get EnableEvents(): boolean {
    return this.excel.eventsOn;
  }
  set EnableEvents(value: boolean) {
    this.excel.eventsOn = value;
  }
}
/** A workbook that waits to be opened beside the present one. */
class WorkbookCreated extends WireObject {
  constructor(
    readonly excel: ExcelOwner<Worksheet>,
    readonly bytes: Uint8Array,
  ) {
    super();
  }
  override get typeName(): string {
    return 'WorkbookCreated';
  }
  override get identity(): Record<string, unknown> {
    return { Id: this.excel.newId() };
  }
  Open(): void {
    this.excel.onOpen?.(this.bytes);
  }
}

class Application extends WireObject {
  constructor(readonly excel: ExcelOwner<Worksheet>) {
    super();
  }
  override get typeName(): string {
    return 'Application';
  }
  get CalculationMode(): string {
    return this.excel.calculation;
  }
  get CalculationState(): string {
    return this.excel.stale ? 'Pending' : 'Done';
  }
  // The book calculates by itself and paints when it likes.
  Calculate(): void {
    this.excel.stale = false;
  }
  CreateWorkbook(base64: unknown): WorkbookCreated {
    if (typeof base64 !== 'string') throw WireError.invalid('base64File');
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    return new WorkbookCreated(this.excel, bytes);
  }
  SuspendApiCalculationUntilNextSync(): void {}
  SuspendScreenUpdatingUntilNextSync(): void {}
}

class WorkbookProtection extends WireObject {
  constructor(readonly excel: ExcelOwner<Worksheet>) {
    super();
  }
  override get typeName(): string {
    return 'WorkbookProtection';
  }
  get Protected(): boolean {
    return this.excel.structureProtected;
  }
}

export class Workbook extends WireObject {
  readonly worksheets: WorksheetCollection;
  constructor(readonly excel: ExcelOwner<Worksheet>) {
    super();
    this.worksheets = new WorksheetCollection(excel);
  }
  override get typeName(): string {
    return 'Workbook';
  }
  get Name(): string {
    return this.excel.book.name;
  }
  get ReadOnly(): boolean {
    return this.excel.readOnly;
  }
  get Protection(): WireObject {
    return new WorkbookProtection(this.excel);
  }
  get Worksheets(): WireObject {
    return this.worksheets;
  }
  get Settings(): WireObject {
    return new SettingCollection(this.excel.book.settings);
  }
  get CustomXmlParts(): WireObject {
    return new CustomXmlPartCollection(this.excel.book.parts, () => this.excel.newId());
  }
  get Names(): WireObject {
    return new NamedItemCollection(this.excel.book, (name) =>
      this.worksheets.GetItemOrNullObject(name),
    );
  }
  get Application(): WireObject {
    return new Application(this.excel);
  }
  get _Runtime(): WireObject {
    return new Runtime(this.excel);
  }
  GetSelectedRange(): Range {
    const { sheet, area } = this.excel.book.selection();
    return new Range(this.excel.sheet(sheet.id), area);
  }
  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }
  _RemoveReference(id: string): void {
    this.excel.batches.forget(id);
  }
  _GetRangeForEventByReferenceId(id: string): WireObject {
    const found = this.excel.batches.byReference(id);
    if (!found) throw WireError.notFound();
    return found;
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: string): WireObject | null {
    return this.excel.batches.byReference(id) ?? null;
  }
}
