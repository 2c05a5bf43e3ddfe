// Where tables stand: a title, and the block of cells under it. Knows titles; reads no figures.

import type { Form, Forms } from './form.ts';
import { isContinued, plainTitle } from './names.ts';
import { formBySignature } from './signature.ts';
import { formNamed, headsOfBudget, type NamedTitle } from './titles.ts';
import type { View } from './view.ts';

/** 表区: the cells that belong to one title. */
export interface Region {
  readonly view: View;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** First row under the title. */
  readonly body: number;
  readonly printedTitle: string;
  /** The title without department and year, as places word it. */
  readonly title: string | undefined;
  /** Forms the title admits; empty when no title tells. */
  readonly form: Form | undefined;
  /** Rank of the alias: official titles come before borrowed ones. */
  readonly rank: number;
  /** Title of a table that is known but not ours. */
  readonly other: string | undefined;
  readonly continued: boolean;
  readonly titled: 'cell' | 'sheet' | 'none';
}

interface TitleCell extends NamedTitle {
  readonly row: number;
  /** First row of a title set in two lines. */
  readonly top: number;
  readonly column: number;
  readonly last: number;
  readonly text: string;
}

/** The words above a cell, when they are the first half of a title set in two lines. */
function firstHalf(
  view: View,
  row: number,
  column: number,
): { row: number; text: string } | undefined {
  for (let above = row - 1; above >= Math.max(0, row - 2); above -= 1) {
    const text = view.label(above, column);
    if (text === '') continue;
    const isHalf = text.length <= 60 && !/[表:：。；]/.test(text);
    return isHalf ? { row: view.area(above, column).row, text } : undefined;
  }
  return undefined;
}

/** What a cell is the title of, alone or as the second of two lines; the longer name is meant. */
function titleAt(view: View, row: number, column: number, forms: Forms): TitleCell | undefined {
  if (!view.mayBeTitle(row, column)) return undefined;
  const text = view.text(row, column);
  const own = text.length < 5 ? undefined : formNamed(text, forms);
  const half = firstHalf(view, row, column);
  const whole = half && formNamed(half.text + text, forms);
  const named = whole && whole.alias.length > (own?.alias.length ?? 0) ? whole : own;
  if (!named) return undefined;
  const loose = named.form?.shape === 'evaluation' || named.rank === 8;
  if (loose && !isAlone(view, forms, row, column)) return undefined;
  const area = view.area(row, column);
  const last = area.column + area.columns - 1;
  const raw = view.raw(row, column);
  const isWhole = half && named === whole && !plainTitle(text).endsWith(named.alias);
  return isWhole
    ? { ...named, row, top: half.row, column, last, text: half.text + raw }
    : { ...named, row, top: row, column, last, text: raw };
}

function titlesIn(view: View, forms: Forms): TitleCell[] {
  const found: TitleCell[] = [];
  const { grid } = view;
  for (let row = 0; row < grid.rows; row += 1) {
    const line = grid.cells[row];
    if (!line) continue;
    for (let column = 0; column < line.length; column += 1) {
      const title = titleAt(view, row, column, forms);
      if (title) found.push(title);
    }
  }
  return found;
}

/** A title stands in a row of its own or beside other titles; a mention stands among other cells. */
function isAlone(view: View, forms: Forms, row: number, column: number): boolean {
  const beside = /^\(?(?:附|表|单位|金额单位|公开|公示|编号)|^\(?20\d{2}年?度?\)?$/;
  return (view.grid.cells[row] ?? []).every((cell, c) => {
    if (c === column || !cell || cell.value === null) return true;
    const text = view.text(row, c);
    return text === '' || beside.test(text) || formNamed(text, forms) !== undefined;
  });
}

const overlaps = (a: TitleCell, b: TitleCell): boolean => a.column <= b.last && b.column <= a.last;
const NEAR = 2;

/** Boundary between two tables side by side: an empty column, else where the second title begins. */
function boundary(view: View, first: TitleCell, second: TitleCell, bottom: number): number {
  for (let c = second.column; c > first.column; c -= 1) {
    let empty = true;
    for (let r = first.row + 1; r <= Math.min(bottom, first.row + 60); r += 1) {
      if (view.labelled(r, c)) {
        empty = false;
        break;
      }
    }
    if (empty) return c;
  }
  return second.column;
}

function titledRegions(view: View, titles: readonly TitleCell[]): Region[] {
  const { grid } = view;
  return titles.map((t) => {
    const beside = titles.filter(
      (o) => o !== t && Math.abs(o.row - t.row) <= NEAR && !overlaps(o, t),
    );
    const below = titles.filter(
      (o) =>
        o.row > t.row + (beside.includes(o) ? NEAR : 0) && (overlaps(o, t) || beside.length === 0),
    );
    const bottom = Math.min(grid.rows, ...below.map((o) => o.top)) - 1;
    const after = beside.filter((o) => o.column > t.last).sort((a, b) => a.column - b.column)[0];
    const before = beside.filter((o) => o.last < t.column).sort((a, b) => b.column - a.column)[0];
    const isFirst = titles.every((o) => o.row >= t.row);
    return {
      view,
      top: isFirst ? 0 : t.top,
      bottom,
      left: before ? boundary(view, before, t, bottom) : 0,
      right: after ? boundary(view, t, after, bottom) - 1 : grid.columns - 1,
      body: t.row + view.area(t.row, t.column).rows,
      printedTitle: t.text.trim(),
      title: t.title,
      form: t.form,
      rank: t.rank,
      other: t.other,
      continued: isContinued(t.text),
      titled: 'cell' as const,
    };
  });
}

function untitledRegion(view: View, forms: Forms): Region | undefined {
  const byName = formNamed(view.grid.name.replace(/^[A-Za-z]+\d*(?:-\d+)*[-_\s]*/, ''), forms);
  const form = byName ? byName.form : formBySignature(view, forms);
  if (!form && !byName?.other) return undefined;
  return {
    view,
    top: 0,
    bottom: view.grid.rows - 1,
    left: 0,
    right: view.grid.columns - 1,
    body: 0,
    printedTitle: byName ? view.grid.name : (form?.title ?? ''),
    title: byName?.title,
    form,
    rank: byName?.rank ?? 9,
    other: byName?.other,
    continued: isContinued(view.grid.name),
    titled: byName ? 'sheet' : 'none',
  };
}

/** Texts of a sheet that may be titles of tables, ours or not; none of a list of contents. */
export function titlesSeen(view: View): string[] {
  const titles: string[] = [];
  const last = new Map<number, { row: number; run: number }>();
  for (let row = 0; row < view.grid.rows; row += 1) {
    const line = view.grid.cells[row] ?? [];
    for (let column = 0; column < line.length; column += 1) {
      if (typeof line[column]?.value !== 'string') continue;
      if (titles.length === 0) titles.push(view.text(row, column));
      if (!view.isTitle(row, column)) continue;
      const before = last.get(column);
      const run = before?.row === row - 1 ? before.run + 1 : 1;
      // Titles line by line are a list of contents.
      if (run > 2) return [];
      last.set(column, { row, run });
      titles.push(view.text(row, column));
    }
  }
  return titles;
}

/** A sheet as a whole, of which nothing tells what it is. */
export const sheetRegion = (view: View): Region =>
  trimmed({
    view,
    top: 0,
    bottom: view.grid.rows - 1,
    left: 0,
    right: view.grid.columns - 1,
    body: 0,
    printedTitle: '',
    title: undefined,
    form: undefined,
    rank: 9,
    other: undefined,
    continued: false,
    titled: 'none',
  });

/** Empty columns on both sides belong to no table. */
function trimmed(region: Region): Region {
  const { view, body, bottom } = region;
  const used = (column: number): boolean => {
    for (let row = body; row <= bottom; row += 1) if (view.labelled(row, column)) return true;
    return false;
  };
  let { left, right } = region;
  while (left < right && !used(left)) left += 1;
  while (right > left && !used(right)) right -= 1;
  return { ...region, left, right };
}

/** 表区识别: every region of a sheet that may hold a table. */
export function regionsOf(view: View, forms: Forms): Region[] {
  const titles = titlesIn(view, forms);
  if (titles.length > 0) return titledRegions(view, titles).map(trimmed);
  if (headsOfBudget(view)) return [];
  const whole = untitledRegion(view, forms);
  return whole ? [trimmed(whole)] : [];
}
