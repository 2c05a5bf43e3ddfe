// 续表的一页: read as if it stood below the pages before it, whose header and last code it goes on from.
// Knows pages and columns; which pages belong to one table is not its business.
import type { Cell, Grid, Rect } from '../facts/grid.ts';
import { columnOfPlace, type Draft, placeAt, rowOfPlace } from './draft.ts';
import type { Region } from './region.ts';
import { type View, viewOf } from './view.ts';

/** 印张: a region with what was read there. */
export interface PrintedPart {
  readonly region: Region;
  readonly draft: Draft;
}

/** What stands between a title and a header, or alone on the top of a further page. */
const FURNITURE =
  /^\(?(?:\(?接?上?(?:页|表)?续表?\d*\)?|表[\d一二三四五六七八九]+\(?续?\)?|.{0,40}\(续表?\)|第\d+页.{0,8}|公开\d+表|(?:金额|计量|货币)?单位[:：].{0,12}|\(单位[:：].{0,8}\)|(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[:：].*|20\d{2}年度?)\)?$/;

/** Rows of the longest tables; more is no page of ours. */
const MOST = 3000;

interface Printed {
  readonly column: number;
  readonly text: string;
}

function textsAt(view: View, row: number, left: number, right: number): Printed[] {
  const texts: Printed[] = [];
  for (let column = left; column <= right; column += 1) {
    const text = view.text(row, column);
    if (text !== '') texts.push({ column, text });
  }
  return texts;
}

/** Rows that a draft has cells in. */
const rowsIn = ({ cells }: Draft): number[] =>
  cells.flatMap((line) => line.flatMap((at) => (at === undefined ? [] : [rowOfPlace(at)])));

/** Rows of a page from its title to its first item. */
function headerOf({ region, draft }: PrintedPart): Printed[][] {
  const first = Math.min(draft.end, ...rowsIn(draft));
  const rows: Printed[][] = [];
  for (let row = region.body; row < first; row += 1)
    rows.push(textsAt(region.view, row, region.left, region.right));
  return rows.filter((row) => row.length > 0);
}

/** How far to the right the header lies in which this row stands; undefined when in none. */
function shiftTo(header: readonly Printed[][], row: readonly Printed[]): number | undefined {
  for (const line of header) {
    const shift = line[0]!.column - row[0]!.column;
    const same =
      line.length === row.length &&
      line.every((p, i) => p.text === row[i]!.text && p.column === row[i]!.column + shift);
    if (same) return shift;
  }
  return undefined;
}

interface Start {
  readonly row: number;
  readonly shift: number;
  /** The header of the page before is printed again. */
  readonly headed: boolean;
}

/** Where the figures of a further page begin, and by how much its columns are moved. */
function startOf(first: PrintedPart, page: Region): Start {
  const header = headerOf(first);
  let shift: number | undefined;
  let row = page.body;
  for (; row <= page.bottom; row += 1) {
    const texts = textsAt(page.view, row, page.left, page.right);
    if (texts.length === 0 || texts.every((p) => FURNITURE.test(p.text))) continue;
    const own = shiftTo(header, texts);
    if (own === undefined) break;
    shift = own;
  }
  return {
    row,
    shift: shift ?? unheadedShift(first.region, page, row),
    headed: shift !== undefined,
  };
}

/** Without a header: the columns of the page before, else as far in from the left as they are. */
function unheadedShift({ left, right }: Region, page: Region, from: number): number {
  let [first, last] = [page.right, page.left];
  for (let row = from; row <= page.bottom; row += 1) {
    const texts = textsAt(page.view, row, page.left, page.right);
    if (texts.length === 0) continue;
    first = Math.min(first, texts[0]!.column);
    last = Math.max(last, texts.at(-1)!.column);
  }
  return first >= left && last <= right ? 0 : left - first;
}

type Line = readonly (Cell | undefined)[] | undefined;

/** Rows `from` … `to` of a view as rows from `at` on, moved to the right. */
function copied(view: View, from: number, to: number, at: number, shift: number) {
  const lines: Line[] = [];
  for (let row = from; row < to; row += 1) {
    const line = view.grid.cells[row];
    lines.push(
      shift === 0 || !line ? line : shift > 0 ? [...Array(shift), ...line] : line.slice(-shift),
    );
  }
  const merges = view.grid.merges
    .filter((m) => m.row >= from && m.row < to && m.column + shift >= 0)
    .map((m): Rect => ({ ...m, row: m.row - from + at, column: m.column + shift }));
  return { lines, merges };
}

/** Pages one under the other: the first with its header, the others from their first figures. */
function stacked(pages: readonly { view: View; from: number; to: number; shift: number }[]): Grid {
  const cells: Line[] = [];
  const merges: Rect[] = [];
  for (const { view, from, to, shift } of pages) {
    const copy = copied(view, from, to, cells.length, shift);
    cells.push(...copy.lines);
    merges.push(...copy.merges);
  }
  const { grid } = pages[0]!.view;
  const columns = Math.max(...pages.map((p) => p.view.grid.columns + p.shift));
  return { ...grid, rows: cells.length, columns, cells, merges };
}

/** 一页的读数: its own items at its own places, and whether nothing of it was left over. */
export interface PageReading {
  readonly draft: Draft;
  readonly headed: boolean;
  /** Every row with something in it is a row of the table, but for notes at its end. */
  readonly entire: boolean;
}

/** Reads a page as going on from the pages before it; undefined where it holds nothing that does. */
export function readOn(
  before: readonly PrintedPart[],
  page: Region,
  read: (region: Region) => Draft | undefined,
): PageReading | undefined {
  const [first] = before;
  if (!first) return undefined;
  const start = startOf(first, page);
  if (start.row > page.bottom || page.bottom - start.row > MOST) return undefined;
  const earlier = before.map(({ region, draft }, i) => {
    const own = i === 0 ? { row: 0, shift: 0 } : startOf(first, region);
    return { view: region.view, from: own.row, to: draft.end, shift: own.shift };
  });
  const last = { view: page.view, from: start.row, to: page.bottom + 1, shift: start.shift };
  const grid = stacked([...earlier, last]);
  const whole = read({ ...first.region, view: viewOf(grid), bottom: grid.rows - 1 });
  if (!whole) return undefined;
  const split = grid.rows - (last.to - last.from);
  const back = (row: number) => row - split + start.row;
  const rows = whole.rows.flatMap((item, i) => {
    const cells = whole.cells[i]!;
    if (!cells.some((at) => at !== undefined && rowOfPlace(at) >= split)) return [];
    const own = cells.map((at) =>
      at === undefined ? undefined : placeAt(back(rowOfPlace(at)), columnOfPlace(at) - start.shift),
    );
    return [{ item, own }];
  });
  if (rows.length === 0) return undefined;
  const draft: Draft = {
    rows: rows.map((r) => r.item),
    columns: whole.columns,
    cells: rows.map((r) => r.own),
    header: page.body,
    end: Math.max(back(whole.end), page.body),
  };
  const numbered = first.region.form?.shape === 'sides';
  return { draft, headed: start.headed, entire: isEntire(page, start.row, draft, numbered) };
}

/** With 行次 a row may be printed that has its numbers alone. */
function isEntire(
  { view, left, right }: Region,
  from: number,
  draft: Draft,
  numbered: boolean,
): boolean {
  const read = new Set(rowsIn(draft));
  for (let row = from; row < draft.end; row += 1)
    if (!read.has(row)) {
      const texts = textsAt(view, row, left, right);
      if (texts.some((p) => !numbered || !/^\d{1,3}$/.test(p.text))) return false;
    }
  return true;
}
