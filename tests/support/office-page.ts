// The entry of the browser run: what the page needs, bundled as one script.

import type { Snapshot } from '../../src/facts/grid.ts';
import { gateFor, type MemberSets } from '../../workbench/emulator/api-sets.ts';
import { CellMapBook } from '../../workbench/emulator/cellmap-book.ts';
import { EmulatedExcel } from '../../workbench/emulator/excel.ts';
import { createExternal } from '../../workbench/emulator/external.ts';
import { scenarios, scene } from '../hosts/office-scenarios.ts';

let excel: EmulatedExcel;
export const names = Object.keys(scenarios);

/** Before office.js runs. */
export function begin(sets: MemberSets, excelApi: string, snapshot?: Snapshot): void {
  const book = snapshot ? CellMapBook.of(snapshot) : CellMapBook.blank();
  excel = new EmulatedExcel(book, gateFor(sets, excelApi));
  const value = createExternal(excel, { requirements: { ExcelApi: excelApi } });
  Object.defineProperty(window, 'external', { value, configurable: true, writable: true });
}
/** Undefined when all is well. */
export async function run(name: string): Promise<string | undefined> {
  try {
    await scenarios[name]!(scene(excel));
    return undefined;
  } catch (thrown) {
    return String((thrown as Error).message);
  }
}
