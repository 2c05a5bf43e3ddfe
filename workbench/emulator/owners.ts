// What the parts of an emulated workbook need of the object that holds them: ranges, marks and charts of a sheet,
// sheets of a program. So a part does not know its holder, and nobody knows each other in a circle.
import type { Rect } from '../../src/facts/grid.ts';
import type { Book, BookSheet } from './book.ts';
import type { Batches } from './protocol.ts';
import type { WireObject } from './wire.ts';

/** 工作表, as its ranges, marks and charts know it. */
export interface SheetOwner extends WireObject {
  readonly id: string;
  readonly book: BookSheet;
  readonly Name: string;
  /** Throws where the protection of the sheet forbids a change. */
  allowed(): void;
  newId(): string;
  GetRange(address?: unknown): WireObject & { readonly area: Rect };
  conditionalFormats(areas: readonly Rect[]): WireObject;
}

/** 程序, as its workbook and sheets know it. */
export interface ExcelOwner<Sheet> {
  readonly book: Book;
  readonly batches: Batches;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly calculation: 'Automatic' | 'Manual';
  eventsOn: boolean;
  stale: boolean;
  onOpen?: ((bytes: Uint8Array) => void) | undefined;
  sheet(id: string): Sheet;
  newId(): string;
  checkName(name: string, own?: string): void;
  structureAllowed(): void;
  fireAdded(id: string): void;
  fireDeleted(id: string): void;
}
