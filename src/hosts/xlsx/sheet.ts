// One worksheet part as a Grid. Knows cells, merges, hiding and protection; knows no table.
import { type Cell, type Grid, parseAddress, type Rect, type Scalar } from '../../facts/grid.ts';
import { LAST_COLUMN, LAST_ROW, type Limits } from './limits.ts';
import { PlainCell } from './plain-cell.ts';
import { refuse } from './refusal.ts';
import { SharedFormula } from './shared-formula.ts';
import { richText, unescapeString } from './strings.ts';
import { isTrue, Scanner, whole } from './xml.ts';

/** 读表所需: what all sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly limits: Limits;
  /** Counts over all sheets. */
  cells: number;
  formulaText: number;
}

interface Master {
  readonly formula: SharedFormula;
  readonly row: number;
  readonly column: number;
}
interface Formula {
  readonly text: string;
}

/**
 * A1:B2, or one address, as a rectangle, zero-based, its corners in any order; what lies beyond the sheet is
 * cut off. Undefined where it is none.
 */
export function parseRange(reference: string): Rect | undefined {
  const [from, to = from] = reference.split(':');
  const a = parseAddress(from!.trim());
  const b = parseAddress(to!.trim());
  if (!a || !b || a.row < 0 || b.row < 0) return undefined;
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const lastRow = Math.min(Math.max(a.row, b.row), LAST_ROW - 1);
  const lastColumn = Math.min(Math.max(a.column, b.column), LAST_COLUMN - 1);
  if (row > lastRow || column > lastColumn) return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** The stored double, as the file spells it. What it amounts to is decided in measure. */
function stored(text: string): number {
  const trimmed = text.trim();
  const number = trimmed === '' ? Number.NaN : +trimmed;
  return Number.isFinite(number) ? number : refuse('damaged');
}

/**
 * 工作表读取, of one sheet, once. Throws the refusal `damaged`, or `too-large` where all sheets together pass the
 * limit.
 */
export class SheetReader {
  readonly #cells: (Cell | undefined)[][] = [];
  readonly #merges: Rect[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #hiddenSteps = new Map<number, number>();
  readonly #masters = new Map<string, Master>();
  #rows = 0;
  #columns = 0;
  #count = 0;
  #protected = false;

  constructor(
    readonly name: string,
    readonly hidden: boolean,
    readonly shared: Shared,
  ) {}

  /** The sheet of a part. */
  read(text: string): Grid {
    const scan = new Scanner(text);
    scan.root();
    while (scan.child(1)) {
      if (scan.is('sheetData')) this.#readRows(scan);
      else if (scan.is('cols')) this.#readColumns(scan);
      else if (scan.is('mergeCells')) this.#readMerges(scan);
      else if (scan.is('sheetProtection')) this.#protected = isTrue(scan.attribute('sheet'));
    }
    const head = { name: this.name, hidden: this.hidden, protected: this.#protected };
    if (this.#count > this.shared.limits.sheetCells) {
      return { ...head, rows: 0, columns: 0, cells: [], merges: [], skipped: this.#count };
    }
    const hiddenColumns = this.#hiddenColumns();
    return {
      ...head,
      rows: this.#rows,
      columns: this.#columns,
      cells: this.#cells,
      merges: this.#merges,
      ...(this.#hiddenRows.length > 0 && { hiddenRows: this.#hiddenRows }),
      ...(hiddenColumns.length > 0 && { hiddenColumns }),
    };
  }

  #readColumns(scan: Scanner): void {
    while (scan.child(2)) {
      const from = whole(scan.attribute('min'));
      const to = whole(scan.attribute('max'));
      if (!from || !to || to < from || !isTrue(scan.attribute('hidden'))) continue;
      this.#hiddenSteps.set(from - 1, (this.#hiddenSteps.get(from - 1) ?? 0) + 1);
      this.#hiddenSteps.set(to, (this.#hiddenSteps.get(to) ?? 0) - 1);
    }
  }

  #hiddenColumns(): number[] {
    const hidden: number[] = [];
    if (this.#hiddenSteps.size === 0) return hidden;
    for (let column = 0, depth = 0; column < LAST_COLUMN; column++) {
      depth += this.#hiddenSteps.get(column) ?? 0;
      if (depth > 0) hidden.push(column);
    }
    return hidden;
  }

  #readMerges(scan: Scanner): void {
    const { limits } = this.shared;
    while (scan.child(2)) {
      const rect = parseRange(scan.attribute('ref') ?? '');
      if (!rect || rect.rows * rect.columns < 2) continue;
      if (rect.rows * rect.columns > limits.mergeCells || this.#merges.length >= limits.merges) {
        refuse(
          'refused',
          `工作表“${this.name}”的合并单元格异常，为安全起见没有读取，请在 Excel 中取消合并后另存再试；原文件未改动。`,
        );
      }
      this.#merges.push(rect);
    }
  }

  #readRows(scan: Scanner): void {
    let row = -1;
    const plain = new PlainCell(scan.text);
    while (scan.child(2)) {
      if (!scan.is('row')) continue;
      row = (whole(scan.attribute('r')) ?? row + 2) - 1;
      if (isTrue(scan.attribute('hidden')) && row < LAST_ROW) this.#hiddenRows.push(row);
      let column = this.#readPlain(scan, plain, -1);
      while (scan.child(3)) {
        if (!scan.is('c')) continue;
        const reference = scan.attribute('r');
        const at = reference === undefined ? undefined : parseAddress(reference);
        if (reference !== undefined && !at) refuse('damaged');
        column = at?.column ?? column + 1;
        this.#readCell(scan, at?.row ?? row, column);
        column = this.#readPlain(scan, plain, column);
      }
    }
  }

  /** Reads plain cells as long as one follows the other; the column of the last one. */
  #readPlain(scan: Scanner, plain: PlainCell, before: number): number {
    let column = before;
    for (let at = scan.at; at >= 0; ) {
      at = plain.read(at);
      if (at < 0) break;
      scan.skipTo(at);
      column = plain.column;
      if (plain.filled) this.#putPlain(plain);
    }
    return column;
  }

  #putPlain({ row, column, kind, number, words, formula, style }: PlainCell): void {
    if (row >= LAST_ROW || column >= LAST_COLUMN) return;
    const value =
      kind === 'str'
        ? words
        : kind === 's'
          ? (this.shared.strings[number] ?? refuse('damaged'))
          : number;
    const format = this.shared.formats[style];
    if (formula !== undefined)
      this.#put(row, column, {
        value,
        ...(format !== undefined && { format }),
        formula: `=${formula}`,
      });
    else this.#put(row, column, format === undefined ? { value } : { value, format });
  }

  #readCell(scan: Scanner, row: number, column: number): void {
    // Most cells of a printed form are frames without content.
    if (scan.empty) return;
    const type = scan.attribute('t') ?? 'n';
    const style = whole(scan.attribute('s')) ?? 0;
    let raw: string | undefined;
    let formula: Formula | undefined;
    while (scan.child(4)) {
      if (scan.is('v')) raw = scan.content();
      else if (scan.is('is')) raw = richText(scan);
      else if (scan.is('f')) formula = this.#readFormula(scan, row, column);
    }
    if (raw === undefined && !formula) return;
    if (row < 0 || row >= LAST_ROW || column < 0 || column >= LAST_COLUMN) return;
    this.#put(row, column, this.#cell(type, raw, formula, this.shared.formats[style]));
  }

  #readFormula(scan: Scanner, row: number, column: number): Formula | undefined {
    const kind = scan.attribute('t');
    const index = scan.attribute('si');
    const text = scan.content();
    if (kind !== 'shared' || index === undefined) return text || kind ? { text } : undefined;
    if (text) {
      this.#masters.set(index, { formula: new SharedFormula(text), row, column });
      return { text };
    }
    const master = this.#masters.get(index);
    if (!master || this.shared.formulaText > this.shared.limits.formulaText) {
      return { text: '…' };
    }
    this.shared.formulaText += master.formula.length;
    return { text: master.formula.moved(row - master.row, column - master.column) };
  }

  #cell(type: string, raw: string | undefined, f?: Formula, format?: string): Cell {
    const blank = raw === undefined || (raw === '' && type !== 'str' && type !== 'inlineStr');
    const rest = {
      ...(format !== undefined && { format }),
      ...(f && { formula: `=${f.text}` }),
      ...(f && blank && { uncached: true }),
    };
    if (blank) return { value: null, ...rest };
    if (type === 'e') return { value: null, error: raw, ...rest };
    return { value: this.#value(type, raw), ...rest };
  }

  #value(type: string, raw: string): Scalar {
    if (type === 's') {
      const index = whole(raw.trim());
      return (index === undefined ? undefined : this.shared.strings[index]) ?? refuse('damaged');
    }
    if (type === 'b') return isTrue(raw.trim());
    if (type === 'str') return unescapeString(raw);
    if (type === 'inlineStr' || type === 'd') return raw;
    return stored(raw);
  }

  #put(row: number, column: number, cell: Cell): void {
    if (cell.value === null && !cell.formula && cell.error === undefined) return;
    this.#count++;
    this.shared.cells++;
    if (this.#count > this.shared.limits.sheetCells) {
      if (this.#cells.length > 0) this.#cells.length = 0;
      return;
    }
    if (this.shared.cells > this.shared.limits.cells) refuse('too-large');
    let line = this.#cells[row];
    if (!line) {
      line = [];
      this.#cells[row] = line;
    }
    line[column] = cell;
    this.#rows = Math.max(this.#rows, row + 1);
    this.#columns = Math.max(this.#columns, column + 1);
  }
}
