// A department in print is the department in its workbook: the same figures, the same findings, the same
// text, whichever program printed it. GOUJI_SEEDS sets how many are printed.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { type Review, review } from '../../src/review.ts';
import { disclosure, MANNERS } from '../support/department/disclosure.ts';
import { makeDepartment } from '../support/department/model.ts';
import { PRODUCERS } from '../support/pdf/borders.ts';
import {
  changed,
  departmentOf,
  printedReview,
  printOf,
  said,
  seen,
  unplaced,
} from '../support/pdf/trial.ts';

const count = Number(process.env.GOUJI_SEEDS ?? PRODUCERS.length);
const first = Number(process.env.GOUJI_FIRST_SEED ?? 1);
const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');

/** Nothing is held against a table that draws few lines or none; a digit changed in it is found or its table is told. */
describe('没有画全格线的表', () => {
  it.each([
    [3, 'bare'],
    [6, 'three'],
  ] as const)('种子 %i，%s', async (seed, producer) => {
    const book = departmentOf(seed);
    const print = { ...printOf(seed), producer };
    const errors = (r: Review) =>
      r.told.filter((f) => f.verdict === 'broken' && f.severity === 'error').length;
    const calm = review(book.snapshot, CATALOGUE);
    const printed = await printedReview(book.snapshot.sheets, print);
    expect(errors(printed.review)).toBeLessThanOrEqual(errors(calm));
    const other = changed(book, seed);
    const after = await printedReview(other.sheets, print);
    const isFound = errors(after.review) > errors(printed.review);
    expect(isFound || (after.review.doubted?.size ?? 0) > 0).toBe(true);
  });
});

describe(`种子 ${first}–${first + count - 1} 的部门印成 PDF`, () => {
  it.each(Array.from({ length: count }, (_, i) => first + i))('种子 %i', async (seed) => {
    const book = departmentOf(seed);
    const text = disclosure(makeDepartment(seed), 2024, MANNERS[seed % MANNERS.length]!, seed);
    const print = { ...printOf(seed), producer: PRODUCERS[seed % PRODUCERS.length]! };
    const side = seed % 2 === 0 ? { before: text } : { after: text };
    const printed = await printedReview(book.snapshot.sheets, print, side);
    const calm = review(book.snapshot, CATALOGUE);
    expect(seen(printed.review)).toEqual(seen(calm));
    expect(said(printed.review)).toEqual(said(calm));
    expect(unplaced(printed)).toEqual([]);
    expect(paragraphs(printed.booklet.text)).toEqual(paragraphs(text));

    // One print in two is made a second time, with a figure changed.
    if (seed % 2 === 1 && seed !== first) return;
    const other = changed(book, seed);
    const after = await printedReview(other.sheets, print);
    expect(said(after.review)).toEqual(said(review(other, CATALOGUE)));
  });
});
