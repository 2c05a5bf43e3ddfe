// An official table on pages of its own: title, unit line, headings with their spans, figures, notes.
import {
  AlignmentType,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PrintedCell, PrintedTable } from '../../forms/printed.ts';
import { FACES, SIZES } from './faces.ts';

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const LINE = { line: 240, lineRule: 'auto' } as const;

const run = (text: string, bold = false, size = SIZES.table): TextRun =>
  new TextRun({ text, bold, font: FACES.table, size });

/** Half points with which the widest words keep to one line: 小五 at most, 六号 at least. */
function sizeFor(table: PrintedTable, room: number): number {
  const characters = table.widths.reduce((a, b) => a + b, 0);
  const points = (room / 20 / characters) * 2;
  return Math.max(14, Math.min(SIZES.table, Math.floor(points * 2)));
}

/** How the cells of a row are set. */
interface RowLook {
  readonly isHead: boolean;
  readonly size: number;
  /** The last row goes with the note under the table: no page holds a note alone. */
  readonly keepNext: boolean;
}

function cellOf(cell: PrintedCell, width: number, look: RowLook): TableCell {
  const { isHead, size, keepNext } = look;
  // Leading blanks of a name are its level.
  const depth = cell.align === 'left' ? /^[\s\u3000]*/.exec(cell.text)![0].length : 0;
  return new TableCell({
    rowSpan: cell.rows,
    columnSpan: cell.columns,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 10, bottom: 10, left: 50, right: 50 },
    children: [
      new Paragraph({
        alignment: isHead ? AlignmentType.CENTER : ALIGN[cell.align],
        spacing: LINE,
        keepNext,
        indent: { left: depth * 90 },
        // An empty cell is as high as its paragraph mark.
        run: { size },
        children: [run(cell.text.trim(), isHead, size)],
      }),
    ],
  });
}

/** Cells of a row with their widths: columns under a span from above are passed over. */
function rowsOf(table: PrintedTable, widths: readonly number[], size: number): TableRow[] {
  const open = widths.map(() => 0);
  return table.rows.map((row, i) => {
    let column = 0;
    const isHead = i < table.head;
    const keepNext = i >= table.rows.length - 2 && table.notes.length > 0;
    const children = row.map((cell) => {
      while (open[column]! > 0) column += 1;
      const width = widths.slice(column, column + cell.columns).reduce((a, b) => a + b, 0);
      for (let c = column; c < column + cell.columns; c += 1) open[c] = cell.rows;
      column += cell.columns;
      return cellOf(cell, width, { isHead, size, keepNext });
    });
    open.forEach((n, c) => {
      open[c] = Math.max(0, n - 1);
    });
    return new TableRow({ children, tableHeader: isHead, cantSplit: true });
  });
}

/** Widths of the columns in twips, together as wide as the page allows. */
function scaled(widths: readonly number[], room: number): number[] {
  const total = widths.reduce((a, b) => a + b, 0);
  return widths.map((w) => Math.floor((w / total) * room));
}

/** 三号小标宋 title, the unit line, the table, its notes. */
export function tableBlocks(table: PrintedTable, room: number, newPage: boolean): FileChild[] {
  const widths = scaled(table.widths, room);
  const line = (text: string, tab = '') =>
    new Paragraph({
      spacing: LINE,
      keepNext: tab !== '',
      tabStops: [{ type: TabStopType.RIGHT, position: room }],
      children: [run(tab ? `${text}\t${tab}` : text)],
    });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 440, lineRule: 'exact', after: 60 },
      pageBreakBefore: newPage,
      keepNext: true,
      children: [new TextRun({ text: table.title, font: FACES.title, size: SIZES.tableTitle })],
    }),
    ...(table.mark ? [line('', table.mark)] : []),
    line(table.left, table.right),
    new Table({
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: rowsOf(table, widths, sizeFor(table, room)),
    }),
    ...table.notes.map((note) => line(note)),
  ];
}
