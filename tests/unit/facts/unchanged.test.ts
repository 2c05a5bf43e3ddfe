import { expect, test } from 'vitest';
import type { Grid, Snapshot } from '../../../src/facts/grid.ts';
import { withUnchanged } from '../../../src/facts/unchanged.ts';
import { arrangement, layOut } from '../../support/department/layout.ts';
import { makeDepartment } from '../../support/department/model.ts';

const before = layOut(makeDepartment(1), arrangement(1)).snapshot;
const again = (change: (grid: Grid) => Grid = (grid) => grid): Snapshot => {
  const copy = structuredClone(before);
  return { ...copy, sheets: copy.sheets.map((grid, i) => (i === 1 ? change(grid) : grid)) };
};
const kept = (now: Snapshot): boolean[] =>
  withUnchanged(now, before).sheets.map((grid, i) => grid === before.sheets[i]);

test('没有改动的工作表还是原来的对象', () => {
  expect(kept(again()).every(Boolean)).toBe(true);
  expect(withUnchanged(before, undefined)).toBe(before);
});

const row = before.sheets[1]!.cells.findIndex((line) => line?.some((c) => c));
const column = before.sheets[1]!.cells[row]!.findIndex((c) => c);
const withCell =
  (change: object) =>
  (grid: Grid): Grid => ({
    ...grid,
    cells: grid.cells.map((line, r) =>
      r === row ? line?.map((c, i) => (i === column ? { ...c!, ...change } : c)) : line,
    ),
  });
test.each<[string, (grid: Grid) => Grid]>([
  ['值', withCell({ value: '改了' })],
  ['显示', withCell({ text: '改了' })],
  ['格式', withCell({ format: '0.00' })],
  ['公式', withCell({ formula: '=1' })],
  ['错误', withCell({ error: '#REF!' })],
  ['没有结果', withCell({ uncached: true })],
  ['多一行', (grid) => ({ ...grid, cells: [...grid.cells, [{ value: 1 }]] })],
  ['隐藏', (grid) => ({ ...grid, hidden: !grid.hidden })],
  ['隐藏的行', (grid) => ({ ...grid, hiddenRows: [3] })],
  [
    '合并',
    (grid) => ({ ...grid, merges: [...grid.merges, { row: 90, column: 0, rows: 1, columns: 2 }] }),
  ],
  ['改名', (grid) => ({ ...grid, name: '另一张' })],
])('改了的是新的，别的不变：%s', (_, change) => {
  expect(kept(again(change))).toEqual(before.sheets.map((_grid, i) => i !== 1));
});
