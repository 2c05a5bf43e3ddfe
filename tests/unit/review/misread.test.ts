// 存疑的读法: a table printed without lines between its columns. What a wrong column would look like is held against
// nobody and told once; a mistyped digit is told as in any table.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Cell, Grid, Snapshot } from '../../../src/facts/grid.ts';
import { type Review, review } from '../../../src/review.ts';
import { arrangement, disturb, layOut } from '../../support/department/layout.ts';
import { makeDepartment } from '../../support/department/model.ts';

const { snapshot, amounts } = (() => {
  const drawn = arrangement(3, { oldForm: false });
  return layOut(makeDepartment(3), { ...drawn, sheets: 'each', noise: false, lastYear: false });
})();
const spending = review(snapshot, CATALOGUE).tables.find((t) => t.form === '表3')!.sheet;

const inferred = (book: Snapshot, how: Grid['inferred'] = 'plain'): Snapshot => ({
  ...book,
  sheets: book.sheets.map((s) => (s.name === spending ? { ...s, inferred: how! } : s)),
});

/** Amounts of two neighbouring columns exchanged in every row but the head's. */
function exchanged(book: Snapshot): Snapshot {
  const isAmount = (c: Cell | undefined) => typeof c?.value === 'number' && c.value % 1 !== 0;
  const one = amounts.find((a) => a.sheet === spending)!;
  const swap = (row: Grid['cells'][number]) => {
    const [a, b] = [row?.[one.column], row?.[one.column + 1]];
    if (!row || !(isAmount(a) || isAmount(b))) return row;
    return row.map((c, i) => (i === one.column ? b : i === one.column + 1 ? a : c));
  };
  const sheets = book.sheets.map((s) =>
    s.name === spending ? { ...s, cells: Array.from(s.cells, swap) } : s,
  );
  return { ...book, sheets };
}

const loud = (r: Review): string[] =>
  r.told.flatMap((f) => (f.verdict === 'broken' && f.severity !== 'note' ? [f.message] : []));
const asides = (r: Review): string[] =>
  r.told.flatMap((f) => (f.cause === 'columns-inferred' ? [f.message] : []));

describe('列是按位置推断的表', () => {
  it('像读错了列的，不判不符，一张表说一次', () => {
    const wrong = exchanged(snapshot);
    expect(loud(review(wrong, CATALOGUE)).length).toBeGreaterThan(3);
    const r = review(inferred(wrong), CATALOGUE);
    expect(loud(r)).toEqual([]);
    expect(asides(r)).toHaveLength(1);
    expect(asides(r)[0]).toMatch(
      /^.*支出决算.*没有画全格线，列是按位置推断的，有 \d+ 项关系对不上/,
    );
    expect([...r.doubted!].map((t) => t.form)).toEqual(['表3']);
    expect(r.suspects).toEqual([]);
  });

  it('错一位数字的，照样指出那一格', () => {
    const at = amounts.find((a) => a.sheet === spending)!;
    const wrong = disturb(snapshot, at, 3).snapshot;
    const r = review(inferred(wrong), CATALOGUE);
    expect(loud(r)).toEqual(loud(review(wrong, CATALOGUE)));
    expect(loud(r).length).toBeGreaterThan(0);
    expect(asides(r)).toEqual([]);
    const doubtful = review(inferred(wrong, 'doubtful'), CATALOGUE);
    expect(loud(doubtful)).toEqual([]);
    expect(asides(doubtful)).toHaveLength(1);
  });

  it('没有对不上的，什么也不说', () => {
    const r = review(inferred(snapshot, 'doubtful'), CATALOGUE);
    expect(asides(r)).toEqual([]);
    // No text is held against it all the same.
    expect([...r.doubted!].map((t) => t.form)).toEqual(['表3']);
    expect(review(inferred(snapshot), CATALOGUE).doubted).toBeUndefined();
    expect(r.counts).toEqual(review(snapshot, CATALOGUE).counts);
  });
});
