// 一条路径在一张表里的所指, under binding after binding, by numbers. Rows are found once for all columns, and columns
// once for all rows that leave the same names to them. Knows the rows and columns of a table; knows no figure.
import type { Table } from '../facts/fact.ts';
import { type Axis, axisOf, isCode, isCodeAxis } from '../formula/axis.ts';
import {
  type ColumnsMeant,
  columnsMeant,
  type PlainPath,
  plainPath,
  plainRows,
  type RowsMeant,
  rowsMeant,
} from '../formula/meant.ts';
import { putCells } from '../formula/resolve.ts';
import type { Path } from '../formula/tree.ts';
import type { Bindings } from './bindings.ts';
import type { Vacant } from './plan.ts';

/** Columns found before, with what they were found by. */
interface ColumnsKnown {
  readonly rows: RowsMeant;
  readonly meant: ColumnsMeant | undefined;
}

/** Whether rows leave the same to the columns. */
function isAlike(a: RowsMeant, b: RowsMeant): boolean {
  if (a === b || (a.left === b.left && a.sums === b.sums)) return true;
  if (a.left.length !== b.left.length || a.sums.length !== b.sums.length) return false;
  for (let i = 0; i < a.left.length; i += 1) if (a.left[i] !== b.left[i]) return false;
  for (let i = 0; i < a.sums.length; i += 1) if (a.sums[i]!.name !== b.sums[i]!.name) return false;
  return true;
}

/** A code left over, and rows of a Σ, belong to one binding alone. */
function isOwn({ left, sums }: RowsMeant, open: ReadonlySet<string>): boolean {
  for (let i = 0; i < left.length; i += 1)
    if (isCodeAxis(left[i]!.name) && open.has(left[i]!.name)) return true;
  for (let i = 0; i < sums.length; i += 1) if (sums[i]!.rows.length > 0) return true;
  return false;
}

/** What a key counts: a number of every binding, or of the value that it gives an axis, and how many there are. */
interface Counted {
  readonly name?: string;
  readonly of: readonly number[];
  /** By the number of a value the number that it counts as; its own where it is not given. */
  readonly by?: readonly number[];
  readonly radix: number;
}

/** 所依: the same number for two bindings that are the same to rows, or to columns; undefined where all are. */
function keysOf(counted: readonly Counted[]): readonly number[] | undefined {
  const [only, ...further] = counted;
  if (!only) return undefined;
  if (further.length === 0 && !only.by) return only.of;
  return only.of.map((_, n) => {
    let key = 0;
    for (const { of, by, radix } of counted) key = key * radix + (by ? by[of[n]!]! : of[n]!);
    return key;
  });
}

/** Values of an open axis as rows see them: codes each for themselves, others only as far as a row is called that. */
function asRows(name: string, values: readonly string[], down: Axis): Pick<Counted, 'by'> | false {
  if (isCodeAxis(name)) return {};
  if (!values.some((value) => down.knows(value))) return false;
  return { by: values.map((value, i) => (down.knows(value) ? i + 1 : 0)) };
}

/** No row has the code; nothing tells the column. */
const NO_ROW = -1;
const NO_COLUMN = -1;
const NO_ROWS: readonly number[] = [];

/** 路径在一张表里的所指 under binding after binding, by numbers. */
export class Places {
  readonly #path: Path;
  readonly #own: { readonly table: Table; readonly at: number };
  readonly #all: Bindings;
  readonly #down: Axis;
  readonly #across: Axis;
  readonly #plain: PlainPath | undefined;
  /** The axis of its code, by number; and further axes that it names of which a value can be what a row is called. */
  readonly #code: number;
  readonly #named: readonly Counted[];
  readonly #rowKeys: readonly number[] | undefined;
  readonly #columnKeys: readonly number[] | undefined;
  readonly #rows: (RowsMeant | undefined)[] = [];
  readonly #columns: (ColumnsKnown | undefined)[] = [];
  /** What a plain path means where no row has its code, and by the columns what that comes to. */
  #rowless: RowsMeant | undefined;
  readonly #vacancies: (ColumnsMeant | undefined)[] = [];
  /**
   * What most bindings mean, as numbers: by its key the one row, or that none has the code; by its key the one column;
   * and by the same the columns of a Σ, and the column that what is absent would stand in, or that there is none. Filled as they are met.
   */
  readonly #oneRow: (number | undefined)[] = [];
  readonly #oneColumn: (number | undefined)[] = [];
  readonly #someColumns: (readonly number[] | undefined)[] = [];
  readonly #vacantColumn: (number | undefined)[] = [];
  /** The last code that the list does not hold, and where it would stand. */
  vacant: Vacant | undefined;

  constructor(path: Path, table: Table, at: number, all: Bindings) {
    this.#path = path;
    this.#own = { table, at };
    this.#all = all;
    this.#down = axisOf(table.rows);
    this.#across = axisOf(table.columns);
    const rows: Counted[] = [];
    const columns: Counted[] = [];
    all.axes.forEach(({ name, values }, i) => {
      const of = all.values[i]!;
      const counted = asRows(name, values, this.#down);
      if (counted) rows.push({ name, of, ...counted, radix: values.length + 1 });
      if (!isCodeAxis(name)) columns.push({ of, radix: values.length });
    });
    if (all.rows) rows.unshift({ of: all.rows, radix: 0 });
    if (all.columns) columns.unshift({ of: all.columns, radix: 0 });
    this.#rowKeys = keysOf(rows);
    this.#columnKeys = keysOf(columns);
    const plain = plainPath(path, this.#down, all.open);
    this.#plain = plain;
    this.#code = all.axes.findIndex(({ name }) => name === plain?.code);
    this.#named = rows.filter(({ name }) => name !== undefined && plain?.axes.includes(name));
  }

  /** Puts the cells under a binding at the end of a list; tells where the layout has none, or the code is absent. */
  put(out: number[], n: number): 'missing' | 'absent' | 'there' {
    const { table } = this.#all;
    if (table && table !== this.#own.table) return 'missing';
    const row = this.#oneRowUnder(n);
    if (row === undefined) return this.#putOther(out, n);
    const key = this.#columnKeys ? this.#columnKeys[n]! : 0;
    if (row === NO_ROW) {
      const vacant = this.#vacantColumn[key];
      return vacant === undefined ? this.#putOther(out, n) : this.#leave(n, vacant);
    }
    const column = this.#oneColumn[key];
    if (column !== undefined) return this.#putOne(out, row, column);
    const columns = this.#someColumns[key];
    return columns ? this.#putSome(out, row, columns) : this.#putOther(out, n);
  }

  /** The one row under a binding, or that none has the code; undefined where that is not known at once. */
  #oneRowUnder(n: number): number | undefined {
    const key = this.#rowKeys ? this.#rowKeys[n]! : 0;
    const known = this.#oneRow[key];
    if (known !== undefined) return known;
    const row = this.#plain && this.#isUnnamed(n) ? this.#rowAtOnce(this.#plain, n) : undefined;
    if (row !== undefined) this.#oneRow[key] = row;
    return row;
  }

  /** The row of a plain path: the one opened, or the only one with the code. */
  #rowAtOnce({ code }: PlainPath, n: number): number | undefined {
    const row = this.#all.rows?.[n];
    if (code === undefined || row !== undefined) return code === undefined ? row : undefined;
    const own = this.#codeUnder(n);
    const coded = isCode(own) ? this.#down.coded(own) : NO_ROWS;
    return coded.length === 1 ? coded[0] : undefined;
  }

  /** Whether no further axis that the path names stands for what a row is called. */
  #isUnnamed(n: number): boolean {
    for (const { of, by } of this.#named) if (by?.[of[n]!] !== 0) return false;
    return true;
  }

  /** Columns of a Σ in one row, as far as the layout has the cells. */
  #putSome(out: number[], row: number, columns: readonly number[]): 'missing' | 'there' {
    const line = this.#own.table.facts[row];
    const { at } = this.#own;
    let isThere = false;
    for (let i = 0; line && i < columns.length; i += 1) {
      const column = columns[i]!;
      if (!line[column]) continue;
      out.push(at, row, column);
      isThere = true;
    }
    return isThere ? 'there' : 'missing';
  }

  #putOne(out: number[], row: number, column: number): 'missing' | 'there' {
    if (!this.#own.table.facts[row]?.[column]) return 'missing';
    out.push(this.#own.at, row, column);
    return 'there';
  }

  /** An open list does not hold the code under a binding. */
  #leave(n: number, column: number): 'absent' {
    this.vacant = column === NO_COLUMN ? undefined : { code: this.#codeUnder(n), column };
    return 'absent';
  }

  /** Notes what is the same for every binding with these keys: rows of a plain path leave the same to the columns. */
  #learn(n: number, rows: RowsMeant, meant: ColumnsMeant): void {
    const plain = this.#plain;
    if (!plain || rows.left !== plain.left || rows.sums !== plain.sums) return;
    this.#oneRow[this.#rowKeys ? this.#rowKeys[n]! : 0] = rows.rows[0]!;
    const key = this.#columnKeys ? this.#columnKeys[n]! : 0;
    if (meant.many) this.#someColumns[key] = meant.columns;
    else this.#oneColumn[key] = meant.columns[0]!;
  }

  /** The same of a code that no row has and no column is called by. */
  #learnAbsent(n: number, vacant: number | undefined): void {
    const code = this.#codeUnder(n);
    if (!isCode(code) || this.#across.knows(code)) return;
    this.#oneRow[this.#rowKeys ? this.#rowKeys[n]! : 0] = NO_ROW;
    this.#vacantColumn[this.#columnKeys ? this.#columnKeys[n]! : 0] = vacant ?? NO_COLUMN;
  }

  #putOther(out: number[], n: number): 'missing' | 'absent' | 'there' {
    const rows = this.#rowsUnder(n);
    const meant = this.#columnsUnder(rows, n);
    if (!meant) return 'missing';
    if (meant.absent !== undefined) {
      const { vacant: column } = meant;
      if (rows === this.#rowless) this.#learnAbsent(n, column);
      const code = rows === this.#rowless ? this.#codeUnder(n) : meant.absent;
      this.vacant = column === undefined ? undefined : { code, column };
      return 'absent';
    }
    // One row, and one column or those of a Σ, is what most paths mean.
    const isOne = rows.rows.length === 1 && !rows.many && !meant.rows && !rows.none;
    if (isOne && (meant.many || meant.columns.length === 1)) this.#learn(n, rows, meant);
    return putCells(out, this.#own, rows, meant, this.#across) ? 'missing' : 'there';
  }

  #rowsUnder(n: number): RowsMeant {
    const key = this.#rowKeys ? this.#rowKeys[n]! : 0;
    const known = this.#rows[key];
    if (known) return known;
    const rows = this.#rowsFor(n);
    this.#rows[key] = rows;
    return rows;
  }

  #rowsFor(n: number): RowsMeant {
    const plain = this.#plain;
    if (!plain || !this.#isUnnamed(n)) return rowsMeant(this.#path, this.#down, this.#all.at(n));
    const row = this.#all.rows?.[n];
    const code = plain.code === undefined ? undefined : this.#codeUnder(n);
    const rows = plainRows(plain, this.#down, code, row);
    if (rows) return rows;
    if (row !== undefined || this.#down.under(code!).length > 0)
      return rowsMeant(this.#path, this.#down, this.#all.at(n));
    this.#rowless ??= rowsMeant(this.#path, this.#down, this.#all.at(n));
    return this.#rowless;
  }

  /** The code that a plain path names. */
  #codeUnder(n: number): string {
    const { axes, values } = this.#all;
    return axes[this.#code]!.values[values[this.#code]![n]!]!;
  }

  #columnsUnder(rows: RowsMeant, n: number): ColumnsMeant | undefined {
    if (rows === this.#rowless) return this.#vacancyUnder(rows, n);
    const key = this.#columnKeys ? this.#columnKeys[n]! : 0;
    const known = this.#columns[key];
    if (known && isAlike(known.rows, rows)) return known.meant;
    const meant = columnsMeant(rows, this.#across, this.#own.table.open, this.#all.at(n));
    if (!isOwn(rows, this.#all.open)) this.#columns[key] = { rows, meant };
    return meant;
  }

  /** One code that neither rows nor columns hold leaves the same to the columns as another. */
  #vacancyUnder(rows: RowsMeant, n: number): ColumnsMeant | undefined {
    const code = this.#codeUnder(n);
    const isNowhere = isCode(code) && !this.#across.knows(code);
    const key = this.#columnKeys ? this.#columnKeys[n]! : 0;
    const known = isNowhere ? this.#vacancies[key] : undefined;
    if (known) return known;
    const meant = columnsMeant(rows, this.#across, this.#own.table.open, this.#all.at(n));
    if (isNowhere) this.#vacancies[key] = meant;
    return meant;
  }
}
