// Excel, emulated: a workbook behind the real Office.js. Answers batches, tells of changes, refuses
// while a cell is edited. Never shipped; it proves our calls, not what Excel itself computes.
import type { Rect } from '../../src/facts/grid.ts';
import { areaAddress } from './address.ts';
import type { BatchRequest } from './batch.ts';
import type { Book, ChangeKind } from './book.ts';
import { FunctionCalls } from './function-calls.ts';
import { Batches, type Gate } from './protocol.ts';
import { Range, valueType } from './range.ts';
import { guid, WireError, WireObject } from './wire.ts';
import { Workbook } from './workbook.ts';
import { Worksheet } from './worksheet.ts';

/** 宿主消息 on the one channel for rich messages. */
export interface RichMessage {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  readonly message: unknown;
}
const EVENT = { changed: 10, activated: 11, deactivated: 12, added: 13, selected: 14, deleted: 15 };
const PANE_SHOWN = 65_539;
const CATEGORY = { functions: 1, events: 65_536 };
const WORKBOOK = 'Workbook';

class AddinInternal extends WireObject {
  override get typeName(): string {
    return 'AddinInternalService';
  }
  NotifyActionHandlerReady(): void {
    // Ribbon actions may come from now on.
  }
}

/** 窗格的显示: shown, or closed and still running. */
class AppRuntime extends WireObject {
  constructor(readonly excel: EmulatedExcel) {
    super();
  }
  override get typeName(): string {
    return 'AppRuntimeService';
  }
  SetAppRuntimeState(state: string): void {
    this.excel.showPane(state === 'Visible');
  }
  GetAppRuntimeState(): string {
    return this.excel.paneShown ? 'Visible' : 'Background';
  }
}

export class EmulatedExcel {
  workbook!: Workbook;
  batches!: Batches;
  /** Of the pane, not of the workbook: the library announces itself only once. */
  readonly functions = new FunctionCalls((type, message) => {
    this.onMessage?.([{ category: CATEGORY.functions, type, target: '', message }]);
  });
  /** Set by the native object through which the library talks to us. */
  onMessage?: (messages: readonly RichMessage[]) => void;
  onSelection?: () => void;
  /** The add-in opens another workbook. */
  onOpen?: (bytes: Uint8Array) => void;
  invokeCommand?: (name: string, controlId?: string) => Promise<number>;
  /** Native error codes for the next batches: 5102 activity, 5103/5104 payload, 7000 permission. */
  readonly faults: number[] = [];
  /** A person is typing in a cell: Excel refuses batches then. */
  editing = false;
  /** 结构保护, 只读, 手动计算 with values that are out of date: as the workbook stands. */
  structureProtected = false;
  readOnly = false;
  calculation: 'Automatic' | 'Manual' = 'Automatic';
  stale = false;
  /** An Excel before ExcelApi 1.14 does not say who caused a change. */
  saysTrigger = true;
  /** Bytes of one request and of one answer; Excel on the web takes 5 MB. */
  payload = Number.POSITIVE_INFINITY;
  /** What happens now is another author's doing, as co-authoring brings it in. */
  byOthers = false;
  eventsOn = true;
  /** With a shared runtime a closed pane goes on running. */
  paneShown = true;
  batchCount = 0;
  #book!: Book;
  #sheets = new Map<string, Worksheet>();
  #active = '';
  #ids = 0;
  readonly #gate: Gate | undefined;

  constructor(book: Book, gate?: Gate) {
    this.#gate = gate;
    this.reset(book);
  }
  get book(): Book {
    return this.#book;
  }

  /** Another workbook in place of the present one; the library stays as it is. */
  reset(book: Book): void {
    this.#book = book;
    this.#sheets = new Map();
    this.#active = book.active().id;
    this.workbook = new Workbook(this);
    const services = {
      'Microsoft.ExcelServices.CustomFunctions': this.functions,
      'Microsoft.InternalService.AddinInternalService': new AddinInternal(),
      'Microsoft.AppRuntime.AppRuntimeService': new AppRuntime(this),
    };
    this.batches = new Batches(this.workbook, services, () => book.settle());
    if (this.#gate) this.batches.gate = this.#gate;
    this.faults.length = 0;
    this.editing = false;
    this.structureProtected = false;
    this.readOnly = false;
    this.calculation = 'Automatic';
    this.stale = false;
    this.eventsOn = true;
    this.byOthers = false;
    this.batchCount = 0;
    const current = (): boolean => this.#book === book;
    book.onChange((id, area, kind) => current() && this.#changed(id, area, kind));
    book.onSelect((id, area) => current() && this.#selected(id, area));
    book.onActivate((id) => current() && this.#activated(id));
  }

  newId(): string {
    return guid(++this.#ids);
  }
  sheet(id: string): Worksheet {
    const known = this.#sheets.get(id) ?? new Worksheet(this, id);
    this.#sheets.set(id, known);
    return known;
  }
  checkName(name: string, self?: string): void {
    if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
      throw WireError.invalid('sheet name');
    }
    const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    if (this.#book.sheets().some((s) => s.id !== self && same(s.name))) {
      throw new WireError('ItemAlreadyExists', 'A resource with the same name already exists.');
    }
  }
  async execute(text: string): Promise<string> {
    this.batchCount++;
    const request = JSON.parse(text) as BatchRequest;
    return JSON.stringify(await this.batches.process(request));
  }
  /** The pane was closed or reloaded: its handlers and references are gone, the workbook stays. */
  detach(): void {
    for (const sheet of this.#sheets.values()) sheet.listeners = 0;
    this.workbook.worksheets.listeners = 0;
    this.batches.forgetAll();
    this.functions.abandon();
  }

  #fire(type: number, target: string, message: unknown): void {
    if (!this.eventsOn) return;
    this.onMessage?.([{ category: CATEGORY.events, type, target, message }]);
  }
  #changed(id: string, area: Rect, changeType: ChangeKind): void {
    const sheet = this.sheet(id);
    const everywhere = this.workbook.worksheets.listeners > 0;
    if (sheet.listeners <= 0 && !everywhere) return;
    const single = area.rows === 1 && area.columns === 1 && changeType === 'RangeEdited';
    const valueAfter = single ? sheet.book.values(area)[0]![0]! : undefined;
    const trigger = this.batches.acting ? 'ThisLocalAddin' : 'Unknown';
    const payload = {
      worksheetId: id,
      address: areaAddress(area),
      changeType,
      source: this.byOthers ? 'Remote' : 'Local',
      ...(this.saysTrigger && { triggerSource: trigger }),
      shiftDirection: 'None',
      referenceId: this.batches.keep(new Range(sheet, area)),
      ...(valueAfter !== undefined && { valueAfter, valueTypeAfter: valueType(valueAfter) }),
    };
    if (sheet.listeners > 0) this.#fire(EVENT.changed, id, payload);
    if (everywhere) this.#fire(EVENT.changed, WORKBOOK, payload);
  }
  #selected(worksheetId: string, area: Rect): void {
    this.onSelection?.();
    const payload = { worksheetId, address: areaAddress(area) };
    this.#fire(EVENT.selected, worksheetId, payload);
    this.#fire(EVENT.selected, WORKBOOK, payload);
  }
  #activated(worksheetId: string): void {
    if (worksheetId === this.#active) return;
    const former = { worksheetId: this.#active };
    this.#active = worksheetId;
    for (const target of [former.worksheetId, WORKBOOK]) {
      this.#fire(EVENT.deactivated, target, former);
    }
    for (const target of [worksheetId, WORKBOOK]) {
      this.#fire(EVENT.activated, target, { worksheetId });
    }
  }
  /** The pane is closed by the person, or shown again; those who asked are told. */
  showPane(shown: boolean): void {
    if (shown === this.paneShown) return;
    this.paneShown = shown;
    const message = { visibility: shown ? 'Visible' : 'Hidden' };
    const type = PANE_SHOWN;
    this.onMessage?.([{ category: CATEGORY.events, type, target: '', message }]);
  }
  /** Throws where the structure of the workbook may not change. */
  structureAllowed(): void {
    if (this.structureProtected) throw WireError.denied('The workbook is protected.');
  }
  fireAdded(worksheetId: string): void {
    this.#fire(EVENT.added, WORKBOOK, { worksheetId, source: 'Local' });
  }
  fireDeleted(worksheetId: string): void {
    this.#fire(EVENT.deleted, WORKBOOK, { worksheetId, source: 'Local' });
  }
}
