// A booklet from what a document says in order, whatever its format: running text, and tables as sheets with
// their headings above and their notes below. Knows blocks of words and cells; knows no file format.
import type { Booklet, SheetPlace } from '../../facts/booklet.ts';
import type { Cell, Grid, Rect } from '../../facts/grid.ts';
import { refuse } from '../xlsx/refusal.ts';
import type { FlowBlock, FlowCell, FlowTable, FlowText } from './block.ts';
import { printedCell } from './cell.ts';
import { isAround, linesAbove, linesBelow, sheetNames, titleAmong } from './heading.ts';

/** 成册: the booklet, and where the document keeps each paragraph and cell. */
export interface Flowed<S> {
  readonly snapshot: Booklet['snapshot'];
  readonly text: string;
  readonly sheets: readonly SheetPlace[];
  readonly paragraphs: readonly {
    readonly start: number;
    readonly end: number;
    readonly source: S;
  }[];
  /** By sheet, row and column. */
  readonly sources: readonly (readonly (readonly (S | undefined)[])[])[];
}

interface Paper<S> {
  readonly cells: (Cell | undefined)[][];
  readonly sources: (S | undefined)[][];
  readonly merges: Rect[];
  rows: number;
}

function put<S>(paper: Paper<S>, at: Omit<FlowCell<S>, 'text'>, cell: Cell | undefined): void {
  const { row, column, rows, columns, source } = at;
  paper.cells[row] ??= [];
  paper.sources[row] ??= [];
  if (cell) paper.cells[row][column] = cell;
  paper.sources[row][column] = source;
  if (rows > 1 || columns > 1) paper.merges.push({ row, column, rows, columns });
}

/** A line of words as a row across the table; what stands far apart in it as cells of their own. */
function putLine<S>(paper: Paper<S>, { text, source }: FlowText<S>, columns: number): void {
  const row = paper.rows;
  const parts = text
    .split(/\t+|[ \u00a0]{4,}|\u3000{2,}/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
  const apart = parts.length > 1 && parts.length <= columns && parts.every((p) => p.length > 1);
  const cells = apart ? parts : [text.trim()];
  cells.forEach((value, i) => {
    const last = i > 0 && i === cells.length - 1;
    const column = last ? columns - 1 : i;
    const span = cells.length === 1 ? columns : 1;
    put(paper, { row, column, rows: 1, columns: span, source }, { value });
  });
  paper.rows += 1;
}

const sizeOf = (cells: readonly FlowCell<unknown>[]) => ({
  rows: Math.max(0, ...cells.map((c) => c.row + c.rows)),
  columns: Math.max(1, ...cells.map((c) => c.column + c.columns)),
});

const hasFigure = (text: string): boolean => /^[-－]?\d[\d,]*\.\d+$/.test(text.trim());

/** Rows by their words, each cell by its column. */
function wordsByRow(cells: readonly FlowCell<unknown>[], rows: number): string[] {
  const lines: string[] = Array.from({ length: rows }, () => '');
  for (const c of cells) lines[c.row] += `|${c.column}+${c.columns}:${c.text.replace(/\s/g, '')}`;
  return lines;
}

/** 重复标题行: rows that say the head of the table once more; where a page began, a program repeated them. */
function repeatedRows(cells: readonly FlowCell<unknown>[], rows: number): Set<number> {
  const lines = wordsByRow(cells, rows);
  const figured = new Set(cells.filter((c) => hasFigure(c.text)).map((c) => c.row));
  const first = lines.findIndex((_, i) => figured.has(i));
  const repeated = new Set<number>();
  if (first < 1) return repeated;
  for (let row = first; row + first <= rows; row += 1) {
    const again = lines.slice(0, first).every((line, i) => line !== '' && lines[row + i] === line);
    // A head below a title or a note is that of another table.
    const above = cells.filter((c) => c.row === row - 1).map((c) => c.text);
    if (again && !above.some(isAround)) for (let i = 0; i < first; i += 1) repeated.add(row + i);
  }
  return repeated;
}

function putTable<S>(paper: Paper<S>, cells: readonly FlowCell<S>[], rows: number): void {
  const gone = repeatedRows(cells, rows);
  const places: number[] = [];
  for (let row = 0, next = paper.rows; row <= rows; row += 1) {
    places.push(next);
    if (!gone.has(row)) next += 1;
  }
  for (const cell of cells) {
    if (gone.has(cell.row)) continue;
    const row = places[cell.row]!;
    const span = Math.max(1, places[Math.min(rows, cell.row + cell.rows)]! - row);
    put(paper, { ...cell, row, rows: span }, printedCell(cell.text));
  }
  paper.rows = places[rows]!;
}

const emptyPaper = <S>(): Paper<S> => ({ cells: [], sources: [], merges: [], rows: 0 });

function gridOf<S>(name: string, paper: Paper<S>, columns: number): Grid {
  return {
    name,
    hidden: false,
    protected: false,
    rows: paper.rows,
    columns,
    cells: paper.cells,
    merges: paper.merges,
    printed: true,
  };
}

interface Placed<S> {
  readonly table: FlowTable<S>;
  readonly above: readonly FlowText<S>[];
  readonly below: readonly FlowText<S>[];
  readonly at: number;
}

/** Offsets of the paragraphs in the text, and before which of them each table stands. */
function textOf<S>(blocks: readonly FlowBlock<S>[]) {
  const paragraphs: { start: number; end: number; source: S }[] = [];
  const lines: string[] = [];
  const at = new Map<FlowTable<S>, number>();
  let length = 0;
  for (const block of blocks) {
    if (block.kind === 'table') at.set(block, length);
    else {
      lines.push(block.text);
      paragraphs.push({ start: length, end: length + block.text.length, source: block.source });
      length += block.text.length + 1;
    }
  }
  return { text: lines.join('\n'), paragraphs, at };
}

function placedTables<S>(
  blocks: readonly FlowBlock<S>[],
  at: Map<FlowTable<S>, number>,
): Placed<S>[] {
  const taken = new Set<FlowBlock<S>>();
  const tables = blocks.flatMap((block, i) => (block.kind === 'table' ? [{ block, i }] : []));
  const heads = tables.map(({ i }) => {
    const above = linesAbove(blocks, i);
    for (const line of above) taken.add(line);
    return above;
  });
  return tables.map(({ block, i }, n) => ({
    table: block,
    above: heads[n]!,
    below: linesBelow(blocks, i, taken),
    at: at.get(block) ?? 0,
  }));
}

/**
 * 成册: tables as sheets, everything else as text. `most` caps the cells of all tables; beyond it the refusal
 * `too-large` is thrown.
 */
export function flowed<S>(blocks: readonly FlowBlock<S>[], most: number): Flowed<S> {
  const { text, paragraphs, at } = textOf(blocks);
  const placed = placedTables(blocks, at);
  const names = sheetNames(placed.map((p) => titleAmong(p.above, p.table.cells)));
  let area = 0;
  const sources: (readonly (S | undefined)[])[][] = [];
  const sheets = placed.map(({ table, above, below }, i) => {
    const { rows, columns } = sizeOf(table.cells);
    area += (rows + above.length + below.length) * columns;
    if (area > most) refuse('too-large');
    const paper = emptyPaper<S>();
    for (const line of above) putLine(paper, line, columns);
    putTable(paper, table.cells, rows);
    for (const line of below) putLine(paper, line, columns);
    sources.push(Array.from({ length: paper.rows }, (_, row) => paper.sources[row] ?? []));
    return gridOf(names[i]!, paper, columns);
  });
  return {
    snapshot: { sheets },
    text,
    sheets: placed.map((p) => ({ at: p.at })),
    paragraphs,
    sources,
  };
}
