// A table as it stands in its sheet, ready to be printed elsewhere: headings with their spans, figures
// as shown, notes. Knows sheets and read tables; knows no file format.
import { type Fact, factsOf, type Table } from '../facts/fact.ts';
import { type Cell, cellAt, type Grid } from '../facts/grid.ts';
import { widthOf } from '../facts/page.ts';
import { shownText } from '../facts/shown.ts';
import { toText } from '../measure/exact.ts';
import { valueOf } from '../measure/quantity.ts';
import { shownDecimals } from '../measure/shown.ts';
import { type View, viewOf } from './view.ts';

/** 印表单元格: spans count the rows and columns it covers. */
export interface PrintedCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  readonly align: 'left' | 'center' | 'right';
}

/** 印表: a table for print. */
export interface PrintedTable {
  readonly form: string;
  readonly title: string;
  /** 公开01表, where the sheet prints one. */
  readonly mark: string;
  readonly left: string;
  readonly right: string;
  /** So many rows are headings. */
  readonly head: number;
  /** Cells that begin in each row, from the left; those below a span are left out. */
  readonly rows: readonly (readonly PrintedCell[])[];
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
  readonly notes: readonly string[];
  /** Holds no figure, and nothing below it says why. */
  readonly unexplained: boolean;
}

const HEADING = /^公开\d+表$|(?:部门|单位(?:名称)?|编制单位)[:：]|单位[:：].*元/;

function figureText(fact: Fact, cell: Cell | undefined): string {
  if (fact.state === 'blank') return '';
  if (!fact.quantity || (cell && shownDecimals(cell.format) !== undefined && !fact.asText)) {
    return cell ? shownText(cell) : '';
  }
  return toText(valueOf(fact.quantity), fact.quantity.decimals);
}

interface Place {
  readonly view: View;
  readonly row: number;
}

/** Rows of the table in order, those of its continued sheets too. */
function rowsOf(table: Table, grids: readonly Grid[]): { head: Place[]; body: Place[] } {
  const { range } = table;
  const facts = [...factsOf(table)];
  const views = new Map(grids.map((g) => [g.name, viewOf(g)]));
  const view = views.get(table.sheet)!;
  const own = facts.filter((f) => f.location.sheet === table.sheet);
  const first = Math.min(range.row + range.rows, ...own.map((f) => f.location.row));
  const places = (from: number, to: number): Place[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => ({ view, row: from + i }));
  const further = new Map<string, Place>();
  for (const { location } of facts) {
    const other = views.get(location.sheet);
    if (!other || location.sheet === table.sheet) continue;
    further.set(`${location.sheet}!${location.row}`, { view: other, row: location.row });
  }
  return {
    head: places(range.row, first),
    body: [...places(first, range.row + range.rows), ...further.values()],
  };
}

interface Sheet {
  readonly table: Table;
  readonly facts: ReadonlyMap<string, Fact>;
}
const key = (sheet: string, row: number, column: number) => `${sheet}!${row},${column}`;

function cellsOf(sheet: Sheet, { view, row }: Place, kept: ReadonlySet<string>): PrintedCell[] {
  const { table, facts } = sheet;
  const { grid } = view;
  const cells: PrintedCell[] = [];
  const last = table.range.column + table.range.columns;
  for (let column = table.range.column; column < last; ) {
    const area = view.area(row, column);
    const cell = cellAt(grid, area.row, area.column);
    const fact = facts.get(key(grid.name, row, column));
    const columns = Math.max(1, Math.min(area.column + area.columns, last) - column);
    const covered = area.row < row && kept.has(`${grid.name}!${area.row}`);
    if (!covered) {
      const raw = cell ? shownText(cell).replace(/\r?\n/g, '').trimEnd() : '';
      const text = fact ? figureText(fact, cell) : raw;
      let rows = 1;
      while (rows < area.rows && kept.has(`${grid.name}!${row + rows}`)) rows += 1;
      const left =
        !fact &&
        /^(?:[\p{L}\s（“]|\d+[.、]|\d{3,7}\s*\p{L})/u.test(text) &&
        columns === 1 &&
        !/合计$|总计$/.test(text);
      cells.push({ text, rows, columns, align: fact ? 'right' : left ? 'left' : 'center' });
    }
    column += columns;
  }
  return cells;
}

/** Columns as wide as what stands in them alone. */
function widthsOf(rows: readonly (readonly PrintedCell[])[], table: Table, head: number): number[] {
  const widths = Array.from({ length: table.range.columns }, () => 5);
  const open: number[] = widths.map(() => 0);
  rows.forEach((row, i) => {
    let column = 0;
    for (const cell of row) {
      while (open[column]! > 0) column += 1;
      // Headings and long names take two lines.
      const broken = cell.text.length > (i < head ? 4 : 16);
      const own = Math.ceil(widthOf(cell.text) / (broken ? 2 : 1));
      // A figure never breaks, also where another face has wider digits.
      const figure = Math.max(9, Math.ceil(own * 1.3) + 2);
      const need = cell.align === 'right' ? figure : Math.min(32, own + 2);
      if (cell.columns === 1) widths[column] = Math.max(widths[column]!, need);
      for (let c = column; c < column + cell.columns; c += 1) open[c] = cell.rows;
      column += cell.columns;
    }
    open.forEach((n, c) => {
      open[c] = Math.max(0, n - 1);
    });
  });
  return widths;
}

const textsIn = (sheet: Sheet, place: Place): string[] =>
  cellsOf(sheet, place, new Set()).map((c) => c.text.trim());

/** 印表 from a read table and the sheets it stands in. */
export function printedTable(table: Table, grids: readonly Grid[]): PrintedTable {
  const facts = new Map(
    [...factsOf(table)].map((f) => [key(f.location.sheet, f.location.row, f.location.column), f]),
  );
  const sheet: Sheet = { table, facts };
  const { head, body } = rowsOf(table, grids);
  const lines = head.map((place) => ({ place, texts: textsIn(sheet, place) }));
  const isHeading = (texts: readonly string[]) =>
    texts.some((t) => HEADING.test(t) || t.replace(/\s/g, '') === table.printedTitle);
  const storeys = lines.filter((l) => l.texts.some(Boolean) && !isHeading(l.texts));
  const filled = body.filter((place) => textsIn(sheet, place).some(Boolean));
  const places = [...storeys.map((l) => l.place), ...filled];
  const kept = new Set(places.map((p) => `${p.view.grid.name}!${p.row}`));
  const rows = places.map((place) => cellsOf(sheet, place, kept));
  const mark = lines.flatMap((l) => l.texts).find((t) => /^公开\d+表$/.test(t)) ?? '';
  return {
    form: table.form,
    title: table.printedTitle || table.title,
    mark,
    left: `部门：${table.department ?? ''}`,
    right: `单位：${table.unit}`,
    head: storeys.length,
    rows,
    widths: widthsOf(rows, table, storeys.length),
    notes: table.notes.map((n) => n.text.trim()),
    unexplained: table.empty && !table.declaredEmpty,
  };
}
