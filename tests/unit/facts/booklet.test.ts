// Where a number of a booklet stands on its page: by cell, and by a span of its text.
import { expect, it } from 'vitest';
import { type Booklet, placeOfCell, placesOfSpan } from '../../../src/facts/booklet.ts';

const line = (page: number, left: number, top: number, width: number) => ({
  page,
  box: { left, top, width, height: 12 },
});
const TEXT = '收入12.5万元\n支出';
const booklet: Booklet = {
  kind: 'pdf',
  snapshot: {
    sheets: [
      { name: '表一', hidden: false, protected: false, rows: 1, columns: 2, cells: [], merges: [] },
    ],
  },
  text: TEXT,
  broken: false,
  sheets: [{ at: 0, page: 3, cells: [[undefined, line(3, 200, 90, 40)]] }],
  // 收入 and 12.5万元 in two pieces beside each other, 支出 on the next page.
  runs: [
    { start: 0, end: 2, place: line(1, 50, 100, 20) },
    { start: 2, end: 8, place: line(1, 70, 101, 40) },
    { start: 9, end: 11, place: line(2, 50, 60, 20) },
  ],
  pages: [
    { width: 595, height: 842 },
    { width: 595, height: 842 },
    { width: 842, height: 595 },
  ],
  troubles: [],
};

it('单元格在页上的位置', () => {
  expect(placeOfCell(booklet, { sheet: '表一', row: 0, column: 1 })).toEqual(line(3, 200, 90, 40));
  expect(placeOfCell(booklet, { sheet: '表一', row: 0, column: 0 })).toBeUndefined();
  expect(placeOfCell(booklet, { sheet: '表二', row: 0, column: 1 })).toBeUndefined();
});

it('文中一段的位置：按字宽截取', () => {
  const start = TEXT.indexOf('12.5');
  // Four half-width characters of eight widths in all.
  expect(placesOfSpan(booklet, { start, end: start + 4 })).toEqual([line(1, 70, 101, 20)]);
});

it('同一行的几截合为一框，跨页的分开', () => {
  expect(placesOfSpan(booklet, { start: 0, end: TEXT.length })).toEqual([
    { page: 1, box: { left: 50, top: 100, width: 60, height: 13 } },
    line(2, 50, 60, 20),
  ]);
});
