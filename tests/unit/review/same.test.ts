// 两册对照 of two texts: every number counts, however many are alike before and behind.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { TiedNumber, TieReport } from '../../../src/narrative/readings/report.ts';
import { openBook } from '../../../src/review/book.ts';
import { samenessOf } from '../../../src/review/same.ts';

const book = openBook({ name: '空.xlsx', sheets: [] }, CATALOGUE);
const side = (numbers: readonly string[]) => ({
  book,
  text: {
    numbers: numbers.map((text, i): Partial<TiedNumber> => ({ text, start: i, end: i + 1 })),
  } as unknown as TieReport,
});
const numbers = Array.from({ length: 5000 }, (_, i) => `${i}.25`);

it('几千个相同的数之后，不同的一个也找得到', () => {
  const { counts, differences } = samenessOf(
    side(numbers),
    side(numbers.map((n) => (n === '4200.25' ? '4200.52' : n))),
  );
  expect(counts).toEqual({ cells: 0, numbers: 5000, differences: 1 });
  expect(differences).toMatchObject([{ kind: 'number', value: '4200.25', other: '4200.52' }]);
});

it('漏写、多写的数各算一处', () => {
  const { differences } = samenessOf(side(['1', '2', '3']), side(['1', '3', '4']));
  expect(differences).toMatchObject([
    { value: '2', other: '' },
    { value: '', other: '4' },
  ]);
});

it('两头之间不同的数太多时，没有对照的不算对照过', () => {
  const { counts } = samenessOf(side(numbers), side(numbers.map((n) => `9${n}`)));
  expect(counts.numbers).toBe(3000);
});
