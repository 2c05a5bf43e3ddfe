// What is remembered saves time and nothing else: after any edit a review says the same with all memories,
// with none, and with memories of one entry. And nothing is ever written into a workbook that was read.
import { afterAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Cell, Grid, Snapshot } from '../../src/facts/grid.ts';
import { addressOf } from '../../src/facts/grid.ts';
import { limitMemories } from '../../src/measure/memory.ts';
import { openBook } from '../../src/review/book.ts';
import { performanceOf } from '../../src/review/performance.ts';
import { reviewOf } from '../../src/review.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { sheetOf } from '../support/department/page.ts';
import { type Random, random } from '../support/department/random.ts';
import { laidOut } from '../support/evaluation/layout.ts';
import { evaluated } from '../support/evaluation/model.ts';
import { lookOf } from '../support/evaluation/paper.ts';
import { type CellChange, changed } from '../support/samples.ts';

const count = Number(process.env.GOUJI_SEEDS ?? 2);
const seeds = Array.from({ length: count }, (_, i) => i + 1);

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const own of Object.values(value)) frozen(own);
  return value;
}

/** Everything that is said of a workbook; its sheets may have been read before. */
function saidAsItIs(snapshot: Snapshot): string {
  const book = openBook(frozen(snapshot), CATALOGUE);
  const { findings, told, ...rest } = reviewOf(book);
  const { proposals } = performanceOf(book);
  return JSON.stringify({ ...rest, findings, told, proposals });
}

/** The same of a copy whose sheets nobody has seen. */
const said = (snapshot: Snapshot): string => saidAsItIs(structuredClone(snapshot));

/** An edit as people make them: another number, a text for a number, a label changed, a cell cleared. */
function edit(snapshot: Snapshot, r: Random): CellChange {
  const sheet = r.pick(snapshot.sheets);
  const filled = sheet.cells.flatMap((line, row) =>
    (line ?? []).flatMap((cell, column) =>
      cell && cell.value !== null ? [{ row, column, value: cell.value }] : [],
    ),
  );
  const { row, column, value } = r.pick(filled);
  const another =
    typeof value === 'number' ? [value + 1.01, -value, `${value}`] : [`${value}甲`, 7];
  return {
    sheet: sheet.name,
    address: addressOf({ row, column }),
    value: r.chance(0.2) ? null : r.pick(another),
  };
}

/** The same labels over other amounts: some of them larger, so that what footed does not any more. */
function withOtherFigures(grid: Grid, r: Random): Grid {
  const isFigure = (cell: Cell | undefined): boolean =>
    typeof cell?.value === 'number' && !Number.isInteger(cell.value);
  const cells = grid.cells.map((line) =>
    line?.map((cell) =>
      cell && isFigure(cell) && r.chance(0.1)
        ? { ...cell, value: Math.round((cell.value as number) * 300) / 100 }
        : cell,
    ),
  );
  return { ...grid, cells };
}

function expectSame(snapshot: Snapshot): void {
  limitMemories();
  const first = said(snapshot);
  // After an edit the sheets that it did not touch are the ones that were read before.
  expect(saidAsItIs(snapshot)).toBe(first);
  limitMemories(0);
  expect(said(snapshot)).toBe(first);
  limitMemories(1);
  expect(said(snapshot)).toBe(first);
}

afterAll(() => limitMemories());

describe('记住的只省时间', () => {
  it.each(seeds)('部门 %i，改几格', (seed) => {
    const r = random(seed);
    let { snapshot } = layOut(makeDepartment(seed), arrangement(seed));
    expectSame(snapshot);
    for (let i = 0; i < 2; i += 1) {
      snapshot = changed(snapshot, [edit(snapshot, r), edit(snapshot, r)]);
      expectSame(snapshot);
    }
  });

  it.each(seeds)('自评表 %i，改几格', (seed) => {
    const page = laidOut(evaluated(seed, `F${((seed - 1) % 8) + 1}` as 'F1'), lookOf(seed));
    const snapshot = { sheets: [sheetOf('表', [{ page, row: 0, column: 0 }]).grid] };
    expectSame(snapshot);
    expectSame(changed(snapshot, [edit(snapshot, random(seed))]));
  });

  it('每种排法：一样的标签、别的数，再查还是原话', () => {
    for (const seed of [2, 9]) {
      const { snapshot } = layOut(makeDepartment(seed), arrangement(seed));
      const r = random(seed + 5);
      const other = {
        ...snapshot,
        sheets: snapshot.sheets.map((grid) => withOtherFigures(grid, r)),
      };
      limitMemories(0);
      const alone = [snapshot, other].map(said);
      limitMemories();
      expect([snapshot, other, snapshot].map(said)).toEqual([...alone, alone[0]]);
    }
  });

  it('工作簿换次序查，各自还是原话', () => {
    const all = [1, 2, 3, 4].map(
      (seed) => layOut(makeDepartment(seed), arrangement(seed)).snapshot,
    );
    limitMemories();
    const there = all.map(said);
    const back = [...all].reverse().map(said).reverse();
    limitMemories(0);
    const alone = all.map(said);
    expect(there).toEqual(alone);
    expect(back).toEqual(alone);
  });

  it('上年的工作簿标签一样，行还是各自的行', () => {
    const drawn = arrangement(4);
    const { snapshot } = layOut(makeDepartment(4), drawn);
    const r = random(12);
    const last = { ...snapshot, sheets: snapshot.sheets.map((grid) => withOtherFigures(grid, r)) };
    const held = () => {
      const book = openBook(structuredClone(snapshot), CATALOGUE, { last: structuredClone(last) });
      const { findings, told, ...rest } = reviewOf(book);
      return JSON.stringify({ ...rest, findings, told });
    };
    limitMemories();
    const first = held();
    limitMemories(0);
    expect(held()).toBe(first);
  });

  it('同一版面、不同的数，互不相扰', () => {
    limitMemories();
    const drawn = arrangement(3);
    const [one, other] = [3, 3].map((seed) => layOut(makeDepartment(seed), drawn).snapshot);
    const wrong = changed(other!, [edit(other!, random(11))]);
    const alone = said(one!);
    said(wrong);
    expect(said(one!)).toBe(alone);
  });
});
