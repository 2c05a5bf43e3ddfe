// 归因: a table changed and the others left as they were; a row carried up into its totals; a subtotal without
// one of its parts. Each is told as that, and no cell elsewhere is accused first.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { addressOf, type Snapshot } from '../../src/facts/grid.ts';
import { readTables } from '../../src/forms/read.ts';
import { type Review, review } from '../../src/review.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { withCells, withSheetOf } from '../support/department/mistakes.ts';
import { type Department, type Leaf, makeDepartment } from '../support/department/model.ts';

const SEEDS = [1, 3, 4, 7, 9, 12, 19, 25];

/** One sheet a table, 万元, 项 in the lists; `change` makes the department another one. */
function book(seed: number, change: (d: Department) => void = () => undefined): Snapshot {
  const drawn = arrangement(seed, {
    ...{ units: {}, depth: 7, oldForm: false },
    manner: { unit: '万元', blank: 'empty', typing: 'number' },
  });
  const department = makeDepartment(seed);
  change(department);
  return layOut(department, {
    ...drawn,
    ...{ sheets: 'each', sheetNames: 'form', lastYear: false },
    margin: { rows: 0, columns: 0 },
    twists: { ...drawn.twists, continued: false, gaps: false, extras: false },
  }).snapshot;
}

const spending = (d: Department): Leaf => d.leaves.find((l) => l.general.project > 0)!;
const grown = (d: Department) => {
  spending(d).general.project += 1_234_500;
};
const received = (d: Department) => {
  grown(d);
  spending(d).general.income += 1_234_500;
};
const firsts = (r: Review) => r.suspects.filter((s) => s.rank === 1);

describe('归因', () => {
  it.each(SEEDS)('部门 %i：一行填错、合计跟着错，指出这张表', (seed) => {
    for (const form of ['表3', '表5']) {
      const r = review(withSheetOf(book(seed), book(seed, grown), form), CATALOGUE);
      const told = firsts(r).filter((s) => s.sheet === form);
      const group = spending(makeDepartment(seed)).code.slice(0, 3);
      // Where the leftovers of rounding leave the row open, the table at least is told.
      const named = (message = '') => message.includes(group) || message.includes('自身相符');
      expect(told.some((s) => named(s.message))).toBe(true);
    }
  });

  it.each(SEEDS)('部门 %i：只改了总表，说明是这张表与其他各表不合', (seed) => {
    const r = review(withSheetOf(book(seed), book(seed, received), '表1'), CATALOGUE);
    expect([...new Set(firsts(r).map((s) => s.sheet))]).toEqual(['表1']);
    for (const s of firsts(r)) expect(s.message).toContain('自身相符');
  });

  it.each(SEEDS)('部门 %i：小计漏加了一项，指出小计', (seed) => {
    const whole = book(seed);
    const { tables } = readTables(whole, CATALOGUE.forms);
    const table = tables.find((t) => t.form === '表3')!;
    const index = (code: string) => table.rows.findIndex((row) => row.code === code);
    const parts = table.rows.filter((row) => row.code?.length === 7);
    const part = parts.find((one) =>
      parts.some((other) => other !== one && other.code!.slice(0, 5) === one.code!.slice(0, 5)),
    );
    // A department with single 项 everywhere cannot make this slip.
    if (!part) return expect(parts.length).toBeGreaterThan(0);
    const subtotal = table.facts[index(part.code!.slice(0, 5))]!;
    const less = table.facts[index(part.code!)]!;
    const wrong = withCells(whole, '表3', (cell, row, column) => {
      const at = subtotal.findIndex((f) => f?.location.row === row && f.location.column === column);
      const out = less[at]?.quantity;
      if (!out || typeof cell?.value !== 'number') return cell;
      return { ...cell, value: Number((cell.value - out.units / 10 ** out.decimals).toFixed(2)) };
    });
    const r = review(wrong, CATALOGUE);
    const told = firsts(r).map((s) => s.address);
    const shows = r.findings.some((f) => f.stated !== undefined && f.verdict === 'broken');
    expect(told.length > 0).toBe(shows);
    expect(subtotal.map((f) => f && addressOf(f.location))).toEqual(expect.arrayContaining(told));
  });
});
