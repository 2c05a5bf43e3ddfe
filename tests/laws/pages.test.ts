// 续表: a table cut into pages, wherever the cut is and whatever is printed again, says the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { factsOf } from '../../src/facts/fact.ts';
import type { Cell, Grid, Rect, Snapshot } from '../../src/facts/grid.ts';
import { readTables } from '../../src/forms/read.ts';
import { review } from '../../src/review.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';

interface Cut {
  readonly seed: number;
  /** Which sheet, and after which of its rows. */
  readonly sheet: number;
  readonly at: readonly number[];
  readonly head: boolean;
  readonly title: 'same' | '（续）' | '续表' | 'none';
  readonly apart: boolean;
}

const cut = fc.record({
  seed: fc.integer({ min: 1, max: 4000 }),
  sheet: fc.integer({ min: 0, max: 7 }),
  at: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 2 }),
  head: fc.boolean(),
  title: fc.constantFrom('same', '（续）', '续表', 'none'),
  apart: fc.boolean(),
}) as fc.Arbitrary<Cut>;

const CODES = ['whole', 'text', 'split', 'spaced', 'steps', 'joined', 'numbers'] as const;
/** Each table on its own sheet, nothing else done to it. */
function bookOf(seed: number): Snapshot {
  const a = arrangement(seed, { oldForm: false, codes: CODES[seed % 7]!, depth: 7 });
  const none = Object.fromEntries(Object.keys(a.twists).map((k) => [k, false]));
  const plain = { ...a, sheets: 'each' as const, noise: false, twists: none as never };
  return layOut(makeDepartment(seed), plain).snapshot;
}

type Rows = readonly (readonly (Cell | undefined)[] | undefined)[];

/** Rows of the first page, then each further page's own. */
function pagesOf(grid: Grid, { at, head, title }: Cut): { rows: Rows; merges: Rect[] }[] {
  const [table] = readTables({ sheets: [grid] }, CATALOGUE.forms).tables;
  const used = [...factsOf(table!)].map((f) => f.location.row);
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const titleRow = grid.cells.findIndex((l) => l?.some((c) => /表/.test(String(c?.value ?? ''))));
  const cuts = [...new Set(at.map((x) => first + 1 + Math.floor(x * (last - first))))]
    // A first page of three rows at least: less is no page.
    .filter((row) => row > first + 2 && row <= last)
    .sort((a, b) => a - b);
  const lines = (from: number, to: number, repeated: Rows): { rows: Rows; merges: Rect[] } => ({
    rows: [...repeated, ...Array.from({ length: to - from }, (_, i) => grid.cells[from + i])],
    merges: grid.merges
      .filter((m) => m.row >= from && m.row < to)
      .map((m) => ({ ...m, row: m.row - from + repeated.length })),
  });
  const named = grid.cells[titleRow]!.map((c) =>
    c && title === '（续）' ? { ...c, value: `${c.value}（续）` } : c,
  );
  const titled: Rows = title === 'none' ? [] : title === '续表' ? [[{ value: '续表' }]] : [named];
  const heads: Rows = head ? grid.cells.slice(titleRow + 1, first) : [];
  const ends = [...cuts, grid.rows];
  return [
    lines(0, cuts[0] ?? grid.rows, []),
    ...cuts.map((from, i) => {
      const page = lines(from, ends[i + 1]!, [...titled, ...heads]);
      const above = head
        ? grid.merges
            .filter((m) => m.row > titleRow && m.row < first)
            .map((m) => ({ ...m, row: m.row - titleRow - 1 + titled.length }))
        : [];
      return { rows: page.rows, merges: [...above, ...page.merges] };
    }),
  ];
}

const gridOf = (name: string, grid: Grid, rows: Rows, merges: Rect[]): Grid => ({
  ...grid,
  name,
  rows: rows.length,
  cells: rows,
  merges,
});

function cutUp(book: Snapshot, c: Cut): Snapshot {
  const grid = book.sheets[c.sheet]!;
  const pages = pagesOf(grid, c);
  if (c.apart) {
    const grids = pages.map((p, i) =>
      gridOf(i === 0 ? grid.name : `${c.sheet}页${i + 1}`, grid, p.rows, p.merges),
    );
    return {
      sheets: [...book.sheets.slice(0, c.sheet), ...grids, ...book.sheets.slice(c.sheet + 1)],
    };
  }
  const rows: Rows[number][] = [];
  const merges: Rect[] = [];
  for (const page of pages) {
    const from = rows.length === 0 ? 0 : rows.length + 1;
    if (from > 0) rows.push(undefined);
    merges.push(...page.merges.map((m) => ({ ...m, row: m.row + from })));
    rows.push(...page.rows);
  }
  return { sheets: book.sheets.map((s) => (s === grid ? gridOf(s.name, grid, rows, merges) : s)) };
}

/** Every figure by what it means. */
const meant = (snapshot: Snapshot): string[] =>
  readTables(snapshot, CATALOGUE.forms)
    .tables.flatMap((t) =>
      [...factsOf(t)].map((f) => {
        const column = f.column.key.replace(/@\d+/, '');
        return `${t.form} ${f.row.key.replace(/@\d+/, '')} ${column} ${f.stored}`;
      }),
    )
    .sort();

describe('续表', () => {
  it('在任何一行分页，读出的数不变', () => {
    fc.assert(
      fc.property(cut, (c) => {
        const book = bookOf(c.seed);
        fc.pre(!/三公/.test(JSON.stringify(book.sheets[c.sheet]!.cells.slice(0, 3))));
        expect(meant(cutUp(book, c))).toEqual(meant(book));
      }),
      { numRuns: Number(process.env.GOUJI_RUNS ?? 60) },
    );
  });

  it('分页以后，核对没有不符', () => {
    fc.assert(
      fc.property(cut, (c) => {
        const book = bookOf(c.seed);
        fc.pre(!/三公/.test(JSON.stringify(book.sheets[c.sheet]!.cells.slice(0, 3))));
        const found = review(cutUp(book, c), CATALOGUE).findings;
        const wrong = found.filter((f) => f.verdict === 'broken' && f.severity !== 'note');
        expect(wrong.map((f) => f.message)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
