// Lists by code as trees: which rows stand above a code, and which directly below.
import { expect, it } from 'vitest';
import { above, below, codesOf } from '../../../src/diagnosis/codes.ts';
import type { Level } from '../../../src/facts/fact.ts';
import { type Called, tableOf } from '../../support/table.ts';

const list = (...rows: readonly (readonly [string, Level?])[]) =>
  tableOf(
    rows.map(
      ([code, level]): Called => ({
        ...(code === '合计' ? { key: code } : { key: code, code }),
        ...(level && { level }),
      }),
    ),
    ['金额'],
    rows.map(() => '1.00'),
  );
const table = list(
  ['201', '类'],
  ['20101', '款'],
  ['2010101', '项'],
  ['2010102', '项'],
  ['合计', '合计'],
  ['20203', '款'],
  ['2020301', '项'],
  ['2020301', '项'],
  ['20299'],
);

it('有编码有级次的行是树上的行，合计是根', () => {
  const { rows, root, depth } = codesOf(table);
  expect([...rows].map(([code, at]) => `${code} ${at.join()}`)).toEqual([
    ...['201 0', '20101 1', '2010101 2', '2010102 3', '20203 5', '2020301 6,7'],
  ]);
  expect([root, depth]).toEqual([4, 7]);
  expect(codesOf(table)).toBe(codesOf(table));
});

it('没有合计的没有根；合计有没有编码都不在树上', () => {
  expect(codesOf(list(['201', '类'])).root).toBeUndefined();
  const first = tableOf(
    [
      { key: '合计', code: '000', level: '合计' },
      { key: '款', level: '款' },
      { key: '甲', code: '205' },
    ],
    ['金额'],
    ['1.00', '1.00', '1.00'],
  );
  const { rows, root, depth } = codesOf(first);
  expect([[...rows.keys()], root, depth]).toEqual([[], 0, 0]);
});

it('上级由近到远，末了是合计；没有的级跳过', () => {
  expect(above(table, '2010101')).toEqual([1, 0, 4]);
  expect(above(table, '20101')).toEqual([0, 4]);
  expect(above(table, '201')).toEqual([4]);
  expect(above(table, '2020301')).toEqual([5, 4]);
  expect(above(list(['201', '类'], ['20101', '款']), '20101')).toEqual([0]);
  expect(above(list(['20', '类'], ['20101', '款']), '20101')).toEqual([]);
});

it('没有的一级之下，直接的下级是哪些行', () => {
  expect(below(table, '202')).toEqual([5]);
  expect(below(table, '201')).toEqual([1]);
  expect(below(table, '20203')).toEqual([6, 7]);
  expect(below(table, '2010101')).toEqual([]);
  expect(below(table, '03')).toEqual([]);
});
