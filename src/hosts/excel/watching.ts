// Edits as they happen: the user's own, and those of other authors, told apart; never ours.
import type { Change } from '../port.ts';
import { inExcel } from './trouble.ts';

/** An Excel before ExcelApi 1.14 does not say who caused a change: ours are known by their place. */
const REMEMBERED_MS = 3000;
const ANYWHERE = '*';

/** 自己的写入: places written by us a moment ago. */
export class OwnWrites {
  readonly #until = new Map<string, number>();
  /** A place we are about to write to; without an address anywhere in the sheet. */
  note(sheetId: string, address: string = ANYWHERE): void {
    this.#until.set(`${sheetId}!${address.replaceAll('$', '').toUpperCase()}`, this.#now());
  }
  #now(): number {
    return Date.now() + REMEMBERED_MS;
  }
  #recent(key: string): boolean {
    return (this.#until.get(key) ?? 0) > Date.now();
  }
  /** Whether a change there is ours; a single place is ours once. */
  has(sheetId: string, address: string): boolean {
    if (this.#recent(`${sheetId}!${ANYWHERE}`)) return true;
    const key = `${sheetId}!${address}`;
    const ours = this.#recent(key);
    this.#until.delete(key);
    return ours;
  }
}

/**
 * 留意改动: `listener` hears of every edit but ours, with the sheet by its name of today and the address as Excel
 * gives it (A1 or A1:B2). Gives how to stop; throws a HostError where Excel does not let us listen.
 */
export async function watchChanges(
  own: OwnWrites,
  listener: (change: Change) => void,
): Promise<() => Promise<void>> {
  const names = new Map<string, string>();
  const nameOf = async (id: string): Promise<string | undefined> => {
    try {
      return await inExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
        await context.sync();
        if (sheet.isNullObject) return undefined;
        names.set(id, sheet.name);
        return sheet.name;
      });
    } catch {
      // Excel is busy; the name it had when last asked must do.
      return names.get(id);
    }
  };
  const changed = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const { worksheetId, address, source } = event;
    const others = source === 'Remote';
    const ours =
      event.triggerSource === undefined
        ? own.has(worksheetId, address)
        : event.triggerSource === 'ThisLocalAddin';
    if (ours && !others) return;
    const sheet = await nameOf(worksheetId);
    if (sheet !== undefined) listener({ sheet, address, ...(others && { others }) });
  };
  const registered = await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    const handler = worksheets.onChanged.add(changed);
    await context.sync();
    for (const sheet of worksheets.items) names.set(sheet.id, sheet.name);
    return handler;
  });
  return async () => {
    // A handler must be taken away in the context that added it.
    await inExcel(async (context) => {
      registered.remove();
      await context.sync();
    }, registered.context);
  };
}
