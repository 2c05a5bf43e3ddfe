// Where tables stand: a title, and the block of cells under it. Knows titles; reads no figures.

import type { Form, Forms } from './form.ts';
import { closesWithTitle, endsWithTitle, isContinued, nameOf, yearIn } from './names.ts';
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
  /** Forms the title admits; empty when no title tells. */
  readonly form: Form | undefined;
  /** Rank of the alias: official titles come before borrowed ones. */
  readonly rank: number;
  /** Title of a table that is known but not ours. */
  readonly other: string | undefined;
  readonly continued: boolean;
  readonly titled: 'cell' | 'sheet' | 'none';
}

interface Named {
  readonly form: Form | undefined;
  readonly other: string | undefined;
  readonly alias: string;
  readonly rank: number;
}

/** The longest title or alias that a text ends with. */
export function formNamed(text: string, forms: Forms): Named | undefined {
  let best: Named | undefined;
  const consider = (alias: string, form: Form | undefined, rank: number) => {
    if (best && best.alias.length >= alias.length) return;
    const fits = form?.shape === 'evaluation' ? closesWithTitle : endsWithTitle;
    if (fits(text, alias)) best = { form, other: form ? undefined : alias, alias, rank };
  };
  for (const form of forms.forms) {
    [form.title, ...form.aliases].forEach((alias, i) => {
      consider(nameOf(alias), form, i);
    });
  }
  for (const other of forms.others) consider(nameOf(other), undefined, 0);
  return best;
}

interface TitleCell extends Named {
  readonly row: number;
  readonly column: number;
  readonly last: number;
  readonly text: string;
}

function titlesIn(view: View, forms: Forms): TitleCell[] {
  const found: TitleCell[] = [];
  const { grid } = view;
  for (let row = 0; row < grid.rows; row += 1) {
    const line = grid.cells[row];
    if (!line) continue;
    for (let column = 0; column < line.length; column += 1) {
      if (typeof line[column]?.value !== 'string') continue;
      const text = view.text(row, column);
      if (text.length < 5 || text.length > 80 || !/[表]/.test(text)) continue;
      const named = formNamed(text, forms);
      if (!named) continue;
      if (named.form?.shape === 'evaluation' && !isAlone(view, forms, row, column)) continue;
      const area = view.area(row, column);
      const last = area.column + area.columns - 1;
      found.push({ ...named, row, column, last, text: view.raw(row, column) });
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
      if (view.label(r, c) !== '') {
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
    const bottom = Math.min(grid.rows, ...below.map((o) => o.row)) - 1;
    const after = beside.filter((o) => o.column > t.last).sort((a, b) => a.column - b.column)[0];
    const before = beside.filter((o) => o.last < t.column).sort((a, b) => b.column - a.column)[0];
    const isFirst = titles.every((o) => o.row >= t.row);
    return {
      view,
      top: isFirst ? 0 : t.row,
      bottom,
      left: before ? boundary(view, before, t, bottom) : 0,
      right: after ? boundary(view, t, after, bottom) - 1 : grid.columns - 1,
      body: t.row + view.area(t.row, t.column).rows,
      printedTitle: t.text.trim(),
      form: t.form,
      rank: t.rank,
      other: t.other,
      continued: isContinued(t.text),
      titled: 'cell' as const,
    };
  });
}

/** 按特征识别: the one form whose signature words all stand in the first rows. */
function formBySignature(view: View, forms: Forms): Form | undefined {
  const words = new Set<string>();
  for (let r = 0; r < Math.min(view.grid.rows, 20); r += 1) {
    for (let c = 0; c < Math.min(view.grid.columns, 60); c += 1) {
      const word = nameOf(view.text(r, c));
      if (word) words.add(word);
    }
  }
  const fits = forms.forms.filter(
    (f) => f.signature?.every((w) => words.has(w)) && !f.excludes?.some((w) => words.has(w)),
  );
  return fits.length === 1 ? fits[0] : undefined;
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
    form,
    rank: byName?.rank ?? 9,
    other: byName?.other,
    continued: isContinued(view.grid.name),
    titled: byName ? 'sheet' : 'none',
  };
}

/** Empty columns on both sides belong to no table. */
function trimmed(region: Region): Region {
  const { view, body, bottom } = region;
  const used = (column: number): boolean => {
    for (let row = body; row <= bottom; row += 1) if (view.label(row, column) !== '') return true;
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
  const whole = untitledRegion(view, forms);
  return whole ? [trimmed(whole)] : [];
}

/** 题头: unit, department and year as the region, or else its sheet, prints them. */
export interface Heading {
  readonly unit: string | undefined;
  readonly units: readonly string[];
  readonly department: string | undefined;
  readonly year: number | undefined;
}

const UNIT =
  /(?:^|[^\p{L}]|金额|计量|货币|数据|计算)单位[:：]?(?:人民币)?\(?(元|百元|千元|万元|百万元|千万元|亿元)/u;
const BARE_UNIT = /^\(?(?:单位|金额单位)?[:：]?(元|百元|千元|万元|百万元|千万元|亿元)\)?$/;
const DEPARTMENT =
  /^(?:填报|编制|公开|预算|报表)?(?:部门|单位)(?:\(单位\)|名称|全称)?(?:\((?:盖章|公章)\))?[:：](.*)$/;

/** Reads unit, department and year between a title and the first row of figures. */
export function headingOf(region: Region, first: number): Heading {
  const { view } = region;
  const units: string[] = [];
  let department: string | undefined;
  const stop = Math.min(Math.max(first, region.body + 1), region.bottom + 1);
  for (let r = region.top; r < stop; r += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      const text = view.text(r, c);
      if (!text || text.length > 80) continue;
      const unit = UNIT.exec(` ${text}`)?.[1] ?? splitUnit(view, r, c);
      if (unit && !units.includes(unit)) units.push(unit);
      const own = DEPARTMENT.exec(text.replace(/金额单位.*$|[\s,;]*单位[:：].{0,4}元$/, ''));
      if (own && department === undefined) {
        const name = own[1] || view.text(r, c + view.area(r, c).columns);
        if (name && !/元$/.test(name)) department = name;
      }
    }
  }
  const year = yearIn(region.printedTitle) ?? yearAbove(region) ?? yearIn(view.grid.name);
  return { unit: units[0], units, department, year };
}

/** `单位：` with `万元` in the next cell. */
function splitUnit(view: View, row: number, column: number): string | undefined {
  if (!/(?:^|金额)单位[:：]?$/.test(view.text(row, column))) return undefined;
  const next = view.text(row, column + view.area(row, column).columns);
  return BARE_UNIT.exec(next)?.[1];
}

function yearAbove(region: Region): number | undefined {
  for (let r = region.top; r <= region.body + 2 && r <= region.bottom; r += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      const text = region.view.text(r, c);
      const year = /年/.test(text) && text.length < 40 ? yearIn(text) : undefined;
      if (year) return year;
    }
  }
  return undefined;
}
