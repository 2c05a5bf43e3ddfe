// An opened file as a host: looked at, marked in sight, never changed. New sheets and 出错说明 are kept beside it,
// to be saved as files of their own. Knows no window: whoever draws it listens.
import type { CellLocation, Grid, Snapshot } from '../facts/grid.ts';
import { type MemoryHost, memoryHost } from './memory.ts';
import { type Host, HostError, type Mark, type SheetWrite } from './port.ts';

/** 眼前所见 of an opened file. */
export interface FileView {
  readonly sheets: readonly Grid[];
  readonly marks: readonly Mark[];
  /** Where the user was taken last; a new object every time. */
  readonly at: CellLocation | undefined;
  /** What the cell there is made of, on the same sheet (A1). */
  readonly lit: readonly string[];
  /** Sheets of ours, none of the file's. */
  readonly added: readonly SheetWrite[];
}

/** 文件宿主, and what is to be seen of it now. */
export interface FileHost extends Host {
  /** A new object whenever something changed. */
  view(): FileView;
  /** Calls back when there is something else to see; returns the way to stop. */
  listen(listener: () => void): () => void;
}

class OpenedFile implements FileHost {
  readonly name = 'file';
  readonly #memory: MemoryHost;
  readonly #listeners = new Set<() => void>();
  #view: FileView;

  constructor(snapshot: Snapshot) {
    this.#memory = memoryHost(snapshot);
    this.#view = { sheets: snapshot.sheets, marks: [], at: undefined, lit: [], added: [] };
  }

  view = (): FileView => this.#view;

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #show(part: Partial<FileView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }

  snapshot(progress?: (sheet: string) => void): Promise<Snapshot> {
    return this.#memory.snapshot(progress);
  }

  /** Nothing is written into the file, so that a protected sheet is marked like any other. */
  async mark(marks: readonly Mark[]) {
    this.#show({ marks, lit: [] });
    return { marked: marks.length, refused: [] };
  }

  async clear(): Promise<number> {
    const { length } = this.#view.marks;
    this.#show({ marks: [], lit: [] });
    return length;
  }

  async reveal(at: CellLocation, lit: readonly string[] = []): Promise<CellLocation | undefined> {
    const former = await this.#memory.reveal(at);
    this.#show({ at: { ...at }, lit });
    return former;
  }

  async darken(): Promise<void> {
    this.#show({ lit: [] });
  }

  async write(): Promise<never> {
    throw new HostError(
      'refused',
      '这里只看不改。请在 WPS 表格或 Excel 中改好，保存后重新打开这个文件；未作改动。',
    );
  }

  async addSheet(sheet: SheetWrite, over = false): Promise<void> {
    await this.#memory.addSheet(sheet, over);
    const { sheets } = await this.#memory.snapshot();
    this.#show({
      sheets,
      added: [...this.#view.added.filter((s) => s.name !== sheet.name), sheet],
    });
  }

  load(): Promise<string | undefined> {
    return this.#memory.load();
  }

  store(json: string): Promise<void> {
    return this.#memory.store(json);
  }

  /** Nobody edits an opened file here. */
  async watch(): Promise<() => Promise<void>> {
    return async () => undefined;
  }
}

/** 以文件为宿主: whatever would change the file is refused with a HostError. */
export const fileHost = (snapshot: Snapshot): FileHost => new OpenedFile(snapshot);
