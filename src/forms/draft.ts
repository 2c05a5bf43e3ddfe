// What a reader of one shape hands over: items and where their cells stand, before amounts are read.
import type { Item } from '../facts/fact.ts';
import type { CellLocation } from '../facts/grid.ts';
import type { ItemDeclaration } from './form.ts';

/** 表草稿: rows, columns and the cell of each pair. */
export interface Draft {
  readonly rows: readonly Item[];
  readonly columns: readonly Item[];
  readonly cells: readonly (readonly (CellLocation | undefined)[])[];
  /** First row of the header, and first row after the last one with an item. */
  readonly header: number;
  readonly end: number;
}

/** 已有的行: looked up by key and code, so that a table of a hundred thousand rows costs what its rows cost. */
export class Taken {
  readonly #keys = new Set<string>();
  readonly #codes = new Set<string>();
  readonly #times = new Map<string, number>();

  add({ key, code }: Item): void {
    this.#keys.add(key);
    if (code) this.#codes.add(code);
  }
  hasKey(key: string): boolean {
    return this.#keys.has(key);
  }
  hasCode(code: string): boolean {
    return this.#codes.has(code);
  }
  /** The key, numbered where it is taken. */
  fresh(key: string): string {
    if (!this.#keys.has(key)) return key;
    let time = (this.#times.get(key) ?? 1) + 1;
    while (this.#keys.has(`${key}#${time}`)) time += 1;
    this.#times.set(key, time);
    return `${key}#${time}`;
  }
}

/** An item as declared, with what the sheet prints for it. */
export function itemOf(
  declaration: ItemDeclaration,
  printed: string,
  number?: number,
  key = declaration.key,
): Item {
  return {
    key,
    names: declaration.names,
    printed,
    ...(number !== undefined && { number }),
    ...(declaration.code && { code: declaration.code }),
    ...(declaration.level && { level: declaration.level }),
    ...(declaration.side && { side: declaration.side }),
    ...(declaration.of && { of: declaration.of }),
    ...(declaration.whole && { whole: true }),
    groups: declaration.groups ?? [],
    members: declaration.members ?? {},
  };
}

/** An item that the sheet prints and the form does not declare. */
export const extraItem = (key: string, printed: string, side?: string): Item => ({
  key,
  names: [printed],
  printed,
  groups: [],
  members: {},
  unnamed: true,
  ...(side && { side }),
});
