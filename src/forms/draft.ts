// What a reader of one shape hands over: items and where their cells stand, before amounts are read.
import type { Item, Level } from '../facts/fact.ts';
import type { ItemDeclaration } from './form.ts';

/** 格位: where a cell stands in its sheet, as one number. */
export type CellPlace = number;
/** No sheet is wider. */
const WIDTH = 16384;
/** 格位 of a row and a column, counted from 0. */
export const placeAt = (row: number, column: number): CellPlace => row * WIDTH + column;
/** The row of a 格位. */
export const rowOfPlace = (place: CellPlace): number => Math.floor(place / WIDTH);
/** The column of a 格位. */
export const columnOfPlace = (place: CellPlace): number => place % WIDTH;

/** 表草稿: rows, columns and the cell of each pair. */
export interface Draft {
  readonly rows: readonly Item[];
  readonly columns: readonly Item[];
  readonly cells: readonly (readonly (CellPlace | undefined)[])[];
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

const NO_GROUPS: readonly string[] = [];
const NO_MEMBERS: Readonly<Record<string, string>> = {};

/** An item while it is being made. */
type Making = { -readonly [K in keyof Item]: Item[K] };

/** An item as declared, with what the sheet prints for it. */
export function itemOf(
  declaration: ItemDeclaration,
  printed: string,
  number?: number,
  key = declaration.key,
): Item {
  const { names, code, level, side, of, whole } = declaration;
  const { groups = NO_GROUPS, members = NO_MEMBERS } = declaration;
  const item: Making = { key, names, printed, groups, members };
  if (number !== undefined) item.number = number;
  if (code) item.code = code;
  if (level) item.level = level;
  if (side) item.side = side;
  if (of) item.of = of;
  if (whole) item.whole = true;
  return item;
}

/** An item that the sheet prints and the form does not declare. */
export function extraItem(key: string, printed: string, side?: string): Item {
  const names = [printed];
  const own = { groups: NO_GROUPS, members: NO_MEMBERS, unnamed: true as const };
  const item: Making = { key, names, printed, ...own };
  if (side) item.side = side;
  return item;
}

/** An item of a list by its code; without a level where no code of that length has one. */
export function codedItem(key: string, code: string, name: string, level?: Level): Item {
  const names = [name || code];
  const item: Making = { key, names, printed: name, groups: NO_GROUPS, members: NO_MEMBERS, code };
  if (level) item.level = level;
  return item;
}
