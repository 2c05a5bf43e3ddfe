// What the scenarios of this folder share. No test framework in here: they also run in a page.
import { CellMapBook } from '../../../workbench/emulator/cellmap-book.ts';
import type { EmulatedExcel } from '../../../workbench/emulator/excel.ts';

/** 场景所用: an Excel with a fresh workbook that holds one sheet, Sheet1. */
export interface Scene {
  readonly excel: EmulatedExcel;
  readonly book: CellMapBook;
}
/** 场景. */
export type Scenario = (scene: Scene) => Promise<void>;

export function same(seen: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}
export async function fails(action: () => unknown, code: string): Promise<OfficeExtension.Error> {
  try {
    await action();
  } catch (thrown) {
    const error = thrown as OfficeExtension.Error;
    same(error.code, code);
    return error;
  }
  throw new Error(`expected ${code}, nothing was thrown`);
}
export const tick = (milliseconds = 40): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
export const sheet1 = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('Sheet1');

export function scene(excel: EmulatedExcel): Scene {
  const book = CellMapBook.blank();
  excel.detach();
  excel.reset(book);
  return { excel, book };
}
