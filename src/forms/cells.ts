// 读数: the amounts of a table's cells, how precise each column is, and facts made of them. Knows drafts and how
// amounts are typed; knows no title and no note.
import type { Fact, FactState, Item, Table } from '../facts/fact.ts';
import type { Cell, CellLocation, Grid, Scalar } from '../facts/grid.ts';
import { shownText } from '../facts/shown.ts';
import { decimalsOf, type Exact, isZero } from '../measure/exact.ts';
import { once } from '../measure/once.ts';
import { decimalsOfUnit, type Quantity, quantity } from '../measure/quantity.ts';
import { shownDecimals } from '../measure/shown.ts';
import { type Amount, amountIn, shareIn } from './amount.ts';
import { type CellPlace, columnOfPlace, type Draft, rowOfPlace } from './draft.ts';
import type { Region } from './region.ts';

/** 一行的读数: what stands where, by the number of its column. */
interface Line {
  readonly row: Item;
  readonly sheet: string;
  readonly places: readonly (CellPlace | undefined)[];
  readonly cells: readonly (Cell | undefined)[];
  readonly amounts: readonly (Amount | undefined)[];
}

/** Dates, shares, fractions and powers: an amount does not look like one then. */
const ODD = /[ymdhs%?]|E[+-]/i;
const isOdd = once((format) =>
  ODD.test(format.replace(/\[[^[\]]*\]|"[^"]*"|[\\_*!].|general/gi, '')),
);

function textShown(cell: Cell | undefined): string {
  if (cell?.text !== undefined && cell.text !== '') return cell.text;
  if (typeof cell?.value === 'number' && cell.format && isOdd(cell.format)) return shownText(cell);
  return (
    cell?.error ?? (cell?.value === null || cell?.value === undefined ? '' : String(cell.value))
  );
}

/** 读到的数据; how it looks is put together when somebody asks. */
class CellFact implements Fact {
  readonly table: Table;
  readonly row: Item;
  readonly column: Item;
  readonly state: FactState;
  readonly asText: boolean;
  readonly quantity?: Quantity;
  readonly rounded?: Exact;
  readonly formula?: string;
  readonly #cell: Cell | undefined;
  readonly #sheet: string;
  readonly #place: CellPlace;

  constructor(
    [table, row, column]: readonly [Table, Item, Item],
    [sheet, place, cell]: readonly [string, CellPlace, Cell | undefined],
    { amount, own, state }: { amount: Amount; own: Quantity | undefined; state: FactState },
  ) {
    this.table = table;
    this.row = row;
    this.column = column;
    this.#sheet = sheet;
    this.#place = place;
    this.state = state;
    this.asText = amount.asText && state === 'figure';
    if (own) this.quantity = own;
    if (amount.rounded) this.rounded = amount.rounded;
    if (cell?.formula) this.formula = cell.formula;
    this.#cell = cell;
  }

  get location(): CellLocation {
    return { sheet: this.#sheet, row: rowOfPlace(this.#place), column: columnOfPlace(this.#place) };
  }

  /** What the cell holds; nothing where the host has no such cell. */
  get stored(): Scalar {
    return this.#cell?.value ?? null;
  }

  /** As people see it, by its number format where that makes it look unlike an amount. */
  get shown(): string {
    return textShown(this.#cell);
  }
}

/** 一页: a region with its draft. */
interface Part {
  readonly region: Region;
  readonly draft: Draft;
}

function linesOf(parts: readonly Part[], columns: readonly Item[]): Line[] {
  const isShare = columns.map((column) => column.unit === '%');
  const lines: Line[] = [];
  for (const { region, draft: own } of parts) {
    const { grid } = region.view;
    own.rows.forEach((row, i) => {
      const places = own.cells[i] ?? [];
      const cells: (Cell | undefined)[] = [];
      const amounts: (Amount | undefined)[] = [];
      for (let j = 0; j < columns.length; j += 1) {
        const at = places[j];
        const cell = at === undefined ? undefined : grid.cells[rowOfPlace(at)]?.[columnOfPlace(at)];
        cells.push(cell);
        amounts.push(at === undefined ? undefined : isShare[j] ? shareIn(cell) : amountIn(cell));
      }
      lines.push({ row, sheet: grid.name, places, cells, amounts });
    });
  }
  return lines;
}

/** Decimals of the unit; a table read from print may have been rounded to fewer. */
function declaredDecimals(lines: readonly Line[], unit: string, { printed }: Grid): number {
  const declared = decimalsOfUnit(unit);
  if (!printed) return declared;
  const shown: number[] = [];
  for (const { row, cells, amounts } of lines)
    amounts.forEach((amount, i) => {
      if (amount?.value && !isZero(amount.value) && !row.unit)
        shown.push(shownDecimals(cells[i]?.format) ?? declared);
    });
  return shown.length > 0 ? Math.min(declared, Math.max(...shown)) : declared;
}

/** Decimals of a column: as declared, unless most of its amounts have more. */
function columnDecimals(lines: readonly Line[], column: number, declared: number): number {
  let [all, off, most] = [0, 0, 0];
  for (const { amounts } of lines) {
    const value = amounts[column]?.value;
    if (!value || isZero(value)) continue;
    const own = decimalsOf(value);
    all += 1;
    if (own > declared) off += 1;
    if (own > most) most = own;
  }
  return off * 2 > all ? most : declared;
}

/** 备注, 占比: words are in place in a column that is none of ours and holds no amounts: less than half of it. */
function takesWords(lines: readonly Line[], { key, worded, unit }: Item, at: number): boolean {
  if (worded === true || unit === '%') return true;
  if (!key.includes('@')) return false;
  let figures = 0;
  for (const { amounts } of lines) {
    const state = amounts[at]?.state;
    figures += state === 'figure' ? 1 : state === 'unread' ? -1 : 0;
  }
  return figures <= 0;
}

/** 读过的格 of a table. */
export interface CellsRead {
  /** Whether any of them holds an amount. */
  readonly holdsFigure: boolean;
  /** Facts by row and column; undefined where the layout has no such cell. */
  factsOf(table: Table): (Fact | undefined)[][];
}

/** Reads the cells of a table, page after page, in the unit given. */
export function cellsRead(
  parts: readonly Part[],
  columns: readonly Item[],
  unit: string,
): CellsRead {
  const lines = linesOf(parts, columns);
  const declared = declaredDecimals(lines, unit, parts[0]!.region.view.grid);
  const factAt = (table: Table, line: Line, column: Column): Fact | undefined => {
    const { row, sheet, places, cells, amounts } = line;
    const amount = amounts[column.at];
    const at = places[column.at];
    if (!amount || at === undefined) return undefined;
    const { item } = column;
    const own = quantityOf(amount, item.unit ?? row.unit ?? unit, row, column);
    const legible = amount.state === 'figure' && !own ? 'unread' : amount.state;
    const state = legible === 'unread' && column.takesWords ? 'words' : legible;
    return new CellFact([table, row, item], [sheet, at, cells[column.at]], { amount, own, state });
  };
  return {
    holdsFigure: lines.some((l) => l.amounts.some((a) => a?.state === 'figure')),
    factsOf(table) {
      const all = columns.map((item, at) => ({
        item,
        at,
        decimals: columnDecimals(lines, at, declared),
        takesWords: takesWords(lines, item, at),
      }));
      return lines.map((line) => all.map((column) => factAt(table, line, column)));
    },
  };
}

/** 一栏 as its cells are read. */
interface Column {
  readonly item: Item;
  readonly at: number;
  readonly decimals: number;
  readonly takesWords: boolean;
}

function quantityOf(
  { value }: Amount,
  unit: string,
  row: Item,
  { decimals }: Column,
): Quantity | undefined {
  if (!value) return undefined;
  if (unit === '%') return quantity(value, unit, decimalsOf(value));
  return quantity(value, unit, row.unit ? decimalsOfUnit(row.unit) : decimals);
}
