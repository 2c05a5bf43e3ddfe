// 两册对照: two files of one department, as draft and published copy. Every cell of a table and every number of the
// text that differs, with its place in both. Knows facts and numbers; judges neither file.
import { type Fact, factsOf, type Table, unitOf } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { checkedOf } from '../facts/standing.ts';
import { abs, compare, greatest, isZero, minus } from '../measure/exact.ts';
import { convert, halfOf, valueOf } from '../measure/quantity.ts';
import type { TiedNumber, TieReport } from '../narrative/readings/report.ts';
import type { Book } from './book.ts';

/** 格的位置 in one of the files. */
export interface SamePlace {
  readonly sheet: string;
  readonly address: string;
}

/** 不同之处: in a cell, in the name of a row, in a number of the text, or a whole table. */
export type TwinDifference =
  | {
      readonly kind: 'cell' | 'name' | 'table';
      readonly table: string;
      readonly row: string;
      readonly column: string;
      /** What stands here and there; empty where nothing does. */
      readonly value: string;
      readonly other: string;
      readonly here?: SamePlace;
      readonly there?: SamePlace;
    }
  | {
      readonly kind: 'number';
      readonly value: string;
      readonly other: string;
      /** Offsets into the two texts. */
      readonly here?: { readonly start: number; readonly end: number };
      readonly there?: { readonly start: number; readonly end: number };
    };

/** 对照结果: how many cells were compared, how many numbers the first text has, and what differs, in its order. */
export interface Sameness {
  readonly counts: {
    readonly cells: number;
    readonly numbers: number;
    readonly differences: number;
  };
  readonly differences: readonly TwinDifference[];
}

/** What is compared of a file. */
export interface ComparedSide {
  readonly book: Book;
  readonly text?: TieReport;
}

const placeOf = (fact: Fact | undefined): SamePlace | undefined =>
  fact && { sheet: fact.location.sheet, address: addressOf(fact.location) };
const shown = (fact: Fact | undefined): string => fact?.shown.trim() ?? '';

/** Blank, a dash and zero are one; a figure rounded more coarsely is the same figure. */
function isSame(one: Fact | undefined, other: Fact | undefined): boolean {
  if (one && other && bare(shown(one)) === bare(shown(other)) && unitOf(one) === unitOf(other))
    return true;
  const [a, b] = [one?.quantity, other?.quantity];
  if (!a || !b) {
    const said = (f: Fact | undefined) =>
      f !== undefined && f.state !== 'blank' && !(f.quantity && isZero(valueOf(f.quantity)));
    return said(one) || said(other) ? !said(one) && !said(other) : true;
  }
  const theirs = convert(b, unitOf(one!));
  if (!theirs) return false;
  const [half, gap] = [halfOf(a), abs(minus(valueOf(a), theirs.value))];
  // A figure printed with fewer digits is the same figure as long as they agree.
  if (compare(half, theirs.half) === 0) return isZero(gap);
  return compare(gap, greatest(half, theirs.half)) <= 0;
}

const keyOf = (fact: Fact): string => `${fact.row.key}|${fact.column.key}`;
const bare = (text: string): string =>
  text.normalize('NFKC').replace(/\s|^[一二三四五六七八九十]+、/g, '');

function cellDifferences(one: Table, other: Table): { cells: number; found: TwinDifference[] } {
  const table = one.title;
  const theirs = new Map([...factsOf(other)].map((f) => [keyOf(f), f]));
  const mine = new Map([...factsOf(one)].map((f) => [keyOf(f), f]));
  const found: TwinDifference[] = [];
  const put = (a: Fact | undefined, b: Fact | undefined) => {
    if (isSame(a, b)) return;
    const { row, column } = (a ?? b)!;
    const here = placeOf(a);
    const there = placeOf(b);
    found.push({
      kind: 'cell',
      table,
      row: row.printed,
      column: column.printed,
      value: shown(a),
      other: shown(b),
      ...(here && { here }),
      ...(there && { there }),
    });
  };
  for (const [key, fact] of mine) put(fact, theirs.get(key));
  for (const [key, fact] of theirs) if (!mine.has(key)) put(undefined, fact);
  for (const row of one.rows) {
    const twin = row.code && other.rows.find((r) => r.code === row.code);
    if (!twin || bare(twin.printed) === bare(row.printed)) continue;
    found.push({
      kind: 'name',
      table,
      row: row.code ?? '',
      column: '',
      value: row.printed,
      other: twin.printed,
    });
  }
  return { cells: new Set([...mine.keys(), ...theirs.keys()]).size, found };
}

const tablesOf = ({ book }: ComparedSide): Table[] => {
  const seen = new Set<string>();
  return checkedOf(book.settled.standings).filter((t) => {
    const key = `${t.form}|${t.project ?? ''}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
};

const isTwin = (a: Table) => (b: Table) =>
  a.form === b.form && (a.project ?? '') === (b.project ?? '');

function tableDifferences(
  one: ComparedSide,
  other: ComparedSide,
): { cells: number; found: TwinDifference[] } {
  const [mine, theirs] = [tablesOf(one), tablesOf(other)];
  const alone = (t: Table, here: boolean): TwinDifference => ({
    kind: 'table',
    table: t.title,
    row: '',
    column: '',
    value: here ? t.title : '',
    other: here ? '' : t.title,
  });
  let cells = 0;
  const found = mine.flatMap((table) => {
    const twin = theirs.find(isTwin(table));
    if (!twin) return [alone(table, true)];
    const compared = cellDifferences(table, twin);
    cells += compared.cells;
    return compared.found;
  });
  const lacking = theirs.filter((t) => !mine.some(isTwin(t))).map((t) => alone(t, false));
  return { cells, found: [...found, ...lacking] };
}

/** So many numbers are set side by side between what is alike at both ends; the rest is not compared. */
const MOST = 3000;

/** Pairs of one sequence and another that keep the order: the longest common subsequence. */
function common(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const best = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      best[i * width + j] =
        one[i] === other[j] ? Math.max(skip, best[(i + 1) * width + j + 1]! + 1) : skip;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j] && best[i * width + j] === best[(i + 1) * width + j + 1]! + 1) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

const plainNumber = (n: TiedNumber): string => n.text.normalize('NFKC').replace(/[\s,]/g, '');
const span = (n: TiedNumber | undefined) => n && { start: n.start, end: n.end };

/** How many of two sequences are alike from the front. */
function alike(one: readonly string[], other: readonly string[]): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one[at] === other[at]) at += 1;
  return at;
}

/** What differs, and of how many numbers of the first text that can be said. */
function numberDifferences(one: TieReport, other: TieReport) {
  const [ours, others] = [one.numbers.map(plainNumber), other.numbers.map(plainNumber)];
  const front = alike(ours, others);
  const back = alike(ours.slice(front).reverse(), others.slice(front).reverse());
  const middle = <T>(all: readonly T[]): T[] => all.slice(front, all.length - back).slice(0, MOST);
  const [mine, theirs] = [middle(one.numbers), middle(other.numbers)];
  const pairs = [...common(middle(ours), middle(others)), [mine.length, theirs.length] as const];
  const found: TwinDifference[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of pairs) {
    while (i < a || j < b) {
      const here = i < a ? mine[i] : undefined;
      const there = j < b ? theirs[j] : undefined;
      found.push({
        kind: 'number',
        value: here?.text ?? '',
        other: there?.text ?? '',
        ...(here && { here: span(here)! }),
        ...(there && { there: span(there)! }),
      });
      if (i < a) i += 1;
      if (j < b) j += 1;
    }
    i = a + 1;
    j = b + 1;
  }
  const compared = front + back + mine.length;
  return { found, compared };
}

/**
 * 两册对照, cell by cell and number by number; neither is taken for the right one. Counts of nothing mean that
 * nothing was compared.
 */
export function samenessOf(one: ComparedSide, other: ComparedSide): Sameness {
  const { cells, found } = tableDifferences(one, other);
  const numbers = one.text && other.text ? numberDifferences(one.text, other.text) : undefined;
  const differences = [...found, ...(numbers?.found ?? [])];
  const counts = { cells, numbers: numbers?.compared ?? 0, differences: differences.length };
  return { counts, differences };
}
