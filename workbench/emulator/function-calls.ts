// Custom functions through the library's own runtime: calls go out as messages, results come back
// in a batch. Knows nothing of cells and formulas.
import { WireObject } from './wire.ts';

export const CELL_ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/;
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#N/A',
  10: '#N/A',
};

/** 函数出错: what the cell shows, and the words of the add-in. */
export interface FunctionFailure {
  readonly cellError: string;
  readonly message: string;
}
type Send = (type: number, message: unknown) => void;
type Row = readonly [id: number, ok: boolean, value: unknown, code?: number];
interface Result {
  readonly id: number;
  readonly failed?: boolean;
  readonly value: unknown;
  readonly errorCode?: number;
}

export class FunctionCalls extends WireObject {
  readonly #pending = new Map<number, (value: unknown) => void>();
  #next = 1;
  #started!: () => void;
  /** The add-in's runtime has announced itself. */
  readonly ready = new Promise<void>((resolve) => {
    this.#started = resolve;
  });
  constructor(readonly send: Send) {
    super();
  }
  override get typeName(): string {
    return 'CustomFunctions';
  }
  get pending(): number {
    return this.#pending.size;
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.#started();
  }
  _GetEnabledFeatures(): number[] {
    return [];
  }
  SetInvocationResults(results: readonly Result[]): void {
    for (const r of results) this.#settle([r.id, !r.failed, r.value, r.errorCode]);
  }
  SetInvocationArrayResults(rows: readonly Row[]): void {
    for (const row of rows) this.#settle(row);
  }
  #settle([id, ok, value, code]: Row): void {
    const resolve = this.#pending.get(id);
    this.#pending.delete(id);
    const failure = { cellError: ERRORS[code ?? 7] ?? '#VALUE!', message: String(value) };
    resolve?.(ok ? value : (failure satisfies FunctionFailure));
  }
  /** Calls an associated function as Excel's calculation does. */
  call(id: string, given: readonly unknown[], address: string | null = null): Promise<unknown> {
    const n = this.#next++;
    return new Promise((resolve) => {
      this.#pending.set(n, resolve);
      this.send(1000, [n, id, given, address, 0, null]);
    });
  }
  /** The pane is gone: what waits is answered as a cell error. */
  abandon(): void {
    const lost: FunctionFailure = { cellError: '#VALUE!', message: 'the add-in was closed' };
    for (const resolve of this.#pending.values()) resolve(lost);
    this.#pending.clear();
  }
}
