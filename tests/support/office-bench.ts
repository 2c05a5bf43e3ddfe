// The Excel host over a map of cells through the real office.js, with a hand on both ends.
import type { Snapshot } from '../../src/facts/grid.ts';
import { excelHost } from '../../src/hosts/excel/host.ts';
import type { Mark } from '../../src/hosts/port.ts';
import { CellMapBook } from '../../workbench/emulator/cellmap-book.ts';
import type { EmulatedExcel } from '../../workbench/emulator/excel.ts';
import type { Bench } from '../hosts/contract.ts';

export interface OfficeBench extends Bench {
  readonly book: CellMapBook;
}
/** Events travel through timers of the library. */
const EVENTS_MS = 40;
export const tick = (milliseconds = EVENTS_MS): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function officeBench(excel: EmulatedExcel, book: CellMapBook): OfficeBench {
  excel.detach();
  excel.reset(book);
  return {
    host: excelHost(),
    book,
    edit: (sheet, address, value) => book.edit(sheet, address, value),
    editByOthers: (sheet, address, value) => {
      excel.byOthers = true;
      book.edit(sheet, address, value);
      excel.byOthers = false;
    },
    marked: (sheet, address) => {
      const formula = book.paintedBy(sheet, address);
      return /^=LEN\("Gouji#(\w+)"\)>0$/.exec(formula ?? '')?.[1] as Mark['verdict'] | undefined;
    },
    look: () => book.look(),
    foreignRule: (sheet, address, kind, formula) => {
      const rules = book.sheet(sheet).rules().length;
      book.foreignRule(sheet, address, { id: `{foreign-${rules}}`, kind, formula });
    },
    setEditing: (on) => {
      excel.editing = on;
    },
    reopen: async () => officeBench(excel, new CellMapBook(book.saved())),
    settle: tick,
  };
}
export const opened = (excel: EmulatedExcel, snapshot: Snapshot): OfficeBench =>
  officeBench(excel, CellMapBook.of(snapshot));
