// A generated department as a workbook and as a PDF: what the check says of both, made comparable.
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { type Booklet, placeOfCell } from '../../../src/facts/booklet.ts';
import { type Grid, parseAddress, type Snapshot } from '../../../src/facts/grid.ts';
import { openPdf } from '../../../src/hosts/pdf/open.ts';
import { type Review, review } from '../../../src/review.ts';
import { arrangement, disturb, layOut, type Workbook } from '../department/layout.ts';
import { makeDepartment } from '../department/model.ts';
import { random } from '../department/random.ts';
import { PRODUCERS } from './borders.ts';
import { type Print, printBooklet } from './print.ts';

/** More digits behind the point than two. */
const hasMore = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) > 1e-6;

/** A department whose workbook holds what it shows: print cannot tell anything else. */
export function departmentOf(seed: number): Workbook {
  const drawn = arrangement(seed);
  const wishes = drawn.layout.oldForm ? { capital: false } : {};
  const { layout, twists } = drawn;
  const manner = { ...layout.manner, typing: 'number' as const };
  const plain = { ...twists, unmerged: false, gaps: false, formulas: false, foreign: false };
  const book = layOut(makeDepartment(seed, wishes), {
    ...drawn,
    layout: { ...layout, manner },
    sheets: 'each',
    noise: false,
    lastYear: false,
    margin: { rows: 0, columns: 0 },
    twists: plain,
  });
  // A nought among finer amounts may be changed into one of them.
  const finer = new Set(
    book.amounts.filter((a) => a.decimals > 2).map((a) => `${a.sheet}!${a.row},${a.column}`),
  );
  const sheets = book.snapshot.sheets.map((grid) => ({
    ...grid,
    cells: grid.cells.map((line, row) =>
      line?.map((cell, column) =>
        cell &&
        (finer.has(`${grid.name}!${row},${column}`) ||
          (typeof cell.value === 'number' && hasMore(cell.value)))
          ? { ...cell, format: '#,##0.0000' }
          : cell,
      ),
    ),
  }));
  return { ...book, snapshot: { ...book.snapshot, sheets } };
}

export function printOf(seed: number): Print {
  const r = random(seed * 53 + 11);
  return {
    producer: r.pick(PRODUCERS),
    landscape: r.chance(0.6),
    size: r.pick([7, 8, 9]),
    repeated: r.chance(0.5),
    numbered: r.chance(0.8),
    ...(r.chance(0.5) && { header: '示例市示例局决算公开材料' }),
  };
}

/** What is said, without the places, which differ from file to file. */
export const said = (r: Review): string[] =>
  r.findings
    .filter((f) => f.verdict !== 'exact')
    .map((f) =>
      // The name of a sheet may hold brackets of its own: 决算表（表5）!C9.
      `${f.rule} ${f.verdict} ${f.message}`.replace(
        /（(?:(?:[^（）!]|（[^（）]*）)*!)?[A-Z]{1,2}\d+(?::[A-Z]+\d+)?）/g,
        '',
      ),
    )
    .map((line) =>
      line.replace(/ [A-Z]{1,2}\d+ /g, ' ').replace(/“[^”]*” *工作表|工作表“[^”]*”/g, ''),
    )
    .sort();

/** Tables with the number of their figures, whatever their sheets are called. */
export const seen = (r: Review): string[] =>
  r.tables.map((t) => `${t.form} ${t.unit} ${t.figures}`).sort();

export interface Printed {
  readonly booklet: Booklet;
  readonly review: Review;
}

export async function printedReview(
  sheets: readonly Grid[],
  print: Print,
  texts: { readonly before?: string; readonly after?: string } = {},
): Promise<Printed> {
  const opened = await openPdf(await printBooklet(sheets, print, texts), '决算.pdf');
  if (!opened.ok) throw new Error(opened.error.message);
  return { booklet: opened.booklet, review: review(opened.booklet.snapshot, CATALOGUE) };
}

/** One digit of an amount changed. */
export function changed(book: Workbook, seed: number): Snapshot {
  const at = random(seed * 31 + 7).pick(book.amounts);
  return disturb(book.snapshot, at, seed).snapshot;
}

/** Cells of findings that stand on no page. */
export const unplaced = ({ booklet, review: r }: Printed): string[] =>
  r.findings.flatMap((f) =>
    f.cells.flatMap((cell) => {
      const at = parseAddress(cell.address);
      const place = at && placeOfCell(booklet, { sheet: cell.sheet, ...at });
      return place ? [] : [`${f.rule} ${cell.sheet}!${cell.address}`];
    }),
  );
