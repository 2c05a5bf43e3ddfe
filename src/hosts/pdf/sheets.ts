// A printed table as a sheet: its lines above, its cells, its notes, and where each stands on its page.
// Knows pages and cells; knows no form.
import type { PagePlace } from '../../facts/booklet.ts';
import type { Cell, Grid, Rect } from '../../facts/grid.ts';
import { isCutOff, isDoubtful } from './alignment.ts';
import { cellFrom, filled, textIn } from './cells.ts';
import type { PagesTable } from './continued.ts';
import { isCutRow } from './cut.ts';
import { titleIn } from './furniture.ts';
import type { Framed } from './layout.ts';
import type { Line } from './lines.ts';
import type { Glyph, PdfPage } from './page.ts';
import type { GridSlot } from './ruled.ts';
import { laidAt, type Stack, stacked } from './stack.ts';
import { segmentsOf } from './unruled.ts';

/** 表及其位置. */
interface Placed {
  readonly grid: Grid;
  readonly page: number;
  readonly cells: readonly (readonly (PagePlace | undefined)[] | undefined)[];
}

interface Row {
  readonly cells: (Cell | undefined)[];
  readonly places: (PagePlace | undefined)[];
}

class Builder {
  readonly rows: Row[] = [];
  readonly merges: Rect[] = [];

  constructor(readonly columns: number) {}

  /** Every place of a merged area stands where the area stands. */
  put(at: Rect, cell: Cell, place: PagePlace): void {
    while (this.rows.length < at.row + at.rows) this.rows.push({ cells: [], places: [] });
    this.rows[at.row]!.cells[at.column] = cell;
    for (let r = at.row; r < at.row + at.rows; r += 1)
      for (let c = at.column; c < at.column + at.columns; c += 1) this.rows[r]!.places[c] = place;
    if (at.rows * at.columns > 1) this.merges.push(at);
  }
}

/** Parts of a line that stand far from each other: unit and department over one table. */
function segments(line: Line): Line[] {
  const parts = segmentsOf(line, 2.5);
  // 单 位 set wide apart is one word.
  return parts.length > 4 ? [line] : parts;
}

const placeOf = (page: PdfPage, line: Line): PagePlace => ({
  page: page.number,
  box: page.shown(
    line.left,
    line.base - line.size * 0.88,
    line.right,
    line.base + line.size * 0.14,
  ),
});

/** Whether a bracket is opened that the line does not close. */
const isOpen = (text: string): boolean => /[（(][^）)]*$/.test(text);

/** Lines over and under a table as rows of their own. */
function putLines(
  into: Builder,
  lines: readonly Line[],
  page: PdfPage,
  xs: readonly number[],
): void {
  for (const [n, line] of lines.entries()) {
    const row = into.rows.length;
    let free = 0;
    const before = lines[n - 1];
    const last = into.rows.at(-1)?.cells[0];
    // A title may be folded within the brackets at its end.
    if (before && last && isOpen(before.text) && segments(line).length === 1) {
      into.rows.at(-1)!.cells[0] = { value: `${last.value}${line.text}` };
      continue;
    }
    for (const [i, segment] of segments(line).entries()) {
      const under = xs.findLastIndex((x) => x <= segment.left + 2);
      const column = i === 0 ? 0 : Math.min(Math.max(under, free), into.columns - 1);
      const at = { row, column, rows: 1, columns: 1 };
      into.put(at, { value: segment.text }, placeOf(page, segment));
      free = column + 1;
    }
  }
}

const BEGINS_NOTE = /^[（(]?(?:附?注|备注|说明|\d{1,2}[.．、]|[*＊※①-⑳]|单位负责人|填[表报]|制表)/;

/** Notes as they were before they were broken into lines: one cell each. */
function putNotes(into: Builder, lines: readonly Line[], page: PdfPage, xs: readonly number[]) {
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const isOne = (l: Line) => segments(l).length === 1;
    const goesOn =
      before !== undefined &&
      isOne(before) &&
      isOne(line) &&
      !/[。；！]$/.test(before.text.trim()) &&
      !BEGINS_NOTE.test(line.text.trim()) &&
      line.left < before.left + line.size * 3;
    const row = into.rows.at(-1);
    if (goesOn && row) row.cells[0] = { value: `${row.cells[0]?.value ?? ''}${line.text}` };
    else putLines(into, [line], page, xs);
  });
}

/** Whether a row says what another does; a cell of several rows may be printed again in one of them, and cut off. */
const saysAgain = (row: readonly string[], first: readonly string[]): boolean =>
  row.some((text, i) => text !== '' && text === first[i]) &&
  row.every((text, i) => text === first[i] || (text !== '' && first[i]!.startsWith(text)));

/** So many rows a title and a head take, at most. */
const MOST_HEAD = 12;

/** Rows at the head of a further page that are printed as at the head of the first. */
function repeatedFrom(
  start: number,
  textsOf: (row: number) => readonly string[],
  rows: number,
): number {
  let count = 0;
  for (; start + count < rows && count < MOST_HEAD; count += 1) {
    const texts = textsOf(start + count);
    if (texts.some((t) => /\d[\d,]*\.\d/.test(t)) || !saysAgain(texts, textsOf(count))) break;
  }
  return count;
}

/** Rows that are none of their own: heads printed again, and what a page break cut off. */
function rowsDropped(
  { lattice, laid, upright }: Stack,
  own: Map<GridSlot, Glyph[]>,
  texts: Map<GridSlot, string>,
) {
  const { ys, owner } = lattice;
  const textsOf = (row: number) => owner[row]!.map((slot) => texts.get(slot) ?? '');
  const dropped = new Set<number>();
  for (const { framed, dy } of laid.slice(1, upright)) {
    const start = ys.findIndex((y) => Math.abs(y - framed.frame.top - dy) < 4);
    if (start < 1) continue;
    const repeated = repeatedFrom(start, textsOf, owner.length);
    for (let k = 0; k < repeated; k += 1) dropped.add(start + k);
    const next = start + repeated;
    if (next >= owner.length || !isCutRow(lattice, { glyphs: own, texts }, start - 1, next))
      continue;
    dropped.add(next);
    for (const slot of new Set(owner[next]!)) {
      const whole = owner[start - 1]![slot.column]!;
      const text = (texts.get(whole) ?? '') + (texts.get(slot) ?? '');
      if (text !== '') texts.set(whole, text);
    }
  }
  return dropped;
}

/** Cells of the grid, one row under the other. */
function putCells(into: Builder, stack: Stack, own: Map<GridSlot, Glyph[]>): void {
  const { lattice, laid } = stack;
  const { xs, ys, slots } = lattice;
  const texts = new Map([...own].map(([slot, letters]) => [slot, textIn(letters)]));
  const dropped = rowsDropped(stack, own, texts);
  const from = into.rows.length;
  const rowOf: number[] = [];
  for (let row = 0, next = from; row < ys.length; row += 1) {
    rowOf.push(next);
    if (!dropped.has(row)) next += 1;
  }
  for (const slot of slots) {
    if (dropped.has(slot.row)) continue;
    const row = rowOf[slot.row]!;
    const { framed, dx, dy } = laidAt(laid, xs[slot.column]!, ys[slot.row]!);
    const [left, top] = [xs[slot.column]! - dx, ys[slot.row]! - dy];
    const [right, bottom] = [xs[slot.lastColumn + 1]! - dx, ys[slot.lastRow + 1]! - dy];
    const { page } = framed;
    const place = { page: page.number, box: page.shown(left, top, right, bottom) };
    const rows = rowOf[slot.lastRow]! - row + 1;
    const columns = slot.lastColumn - slot.column + 1;
    const text = texts.get(slot);
    const at = { row, column: slot.column, rows, columns };
    into.put(at, text ? cellFrom(text) : { value: null }, place);
  }
}

/** How far a reading is to be trusted: columns seen by place, or names that end where their cells do. */
function inferredIn({ lattice }: Stack, own: Map<GridSlot, Glyph[]>, parts: readonly Framed[]) {
  if (parts.some((p) => p.inferred))
    return { inferred: isDoubtful(own) ? ('doubtful' as const) : ('plain' as const) };
  return isCutOff(lattice, own) ? { inferred: 'cut' as const } : {};
}

/**
 * 表 as a sheet of a name that no other has; undefined where its lines make no cells, or more than
 * `mostCells`.
 */
export function sheetOf(
  printed: PagesTable,
  nameFor: (page: number, title: string | undefined) => string,
  mostCells: number,
): Placed | undefined {
  const { parts, left, above, below } = printed;
  const stack = stacked(printed, mostCells);
  if (!stack) return undefined;
  const { xs } = stack.lattice;
  const [first, last] = [parts[0]!.page, parts.at(-1)!.page];
  const into = new Builder(xs.length - 1);
  if (left) putLines(into, left.lines, left.page, xs);
  putLines(into, above, first, xs);
  const own = filled(stack.lattice, stack.glyphs);
  putCells(into, stack, own);
  putNotes(into, below, last, xs);
  const name = nameFor(first.number, titleIn([...(left?.lines ?? []), ...above]));
  const blank = (cell: Cell | undefined) => (cell?.value === null ? undefined : cell);
  const grid: Grid = {
    name,
    hidden: false,
    protected: false,
    rows: into.rows.length,
    columns: into.columns,
    cells: into.rows.map(({ cells }) => Array.from(cells, blank)),
    merges: into.merges,
    ...inferredIn(stack, own, parts),
  };
  return { grid, page: first.number, cells: into.rows.map((r) => r.places) };
}

/**
 * Names of sheets, each another: the page and the title (undefined: the page alone), as short as a sheet's
 * name may be.
 */
export function namer(): (page: number, title: string | undefined) => string {
  const used = new Set<string>();
  return (page, title) => {
    const plain = (title ?? '').replace(/[\\/*?:[\]\s]/g, '').replace(/^.*\d年度?(?=.{4})/, '');
    const short = plain.length > 20 ? plain.slice(-20) : plain;
    const base = short ? `第${page}页 ${short}` : `第${page}页`;
    let name = base;
    for (let n = 2; used.has(name); n += 1) name = `${base} ${n}`;
    used.add(name);
    return name;
  };
}
