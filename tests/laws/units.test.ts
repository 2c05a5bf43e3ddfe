// 计量单位: tables of one workbook may each be in a unit of their own. What a large unit rounds away is no
// mistake, and a digit mistyped beyond that is found where it stands.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { addressOf } from '../../src/facts/grid.ts';
import { review } from '../../src/review.ts';
import { arrangement, disturb, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { random } from '../support/department/random.ts';
import { wrong } from '../support/department/shares.ts';

const UNITS = ['元', '千元', '万元', '亿元'] as const;
const count = Number(process.env.GOUJI_SEEDS ?? 20);

/** Every table in a unit of its own. */
function mixedBook(seed: number) {
  const r = random(seed + 900);
  const forms = Array.from({ length: 9 }, (_, i) => `表${i + 1}`);
  const units = Object.fromEntries(forms.map((form) => [form, r.pick(UNITS)]));
  const drawn = arrangement(seed);
  const wishes = drawn.layout.oldForm ? { capital: false } : {};
  return layOut(makeDepartment(seed, wishes), {
    ...drawn,
    layout: { ...drawn.layout, units },
    lastYear: false,
  });
}

describe('九张表各用各的单位', () => {
  it.each(Array.from({ length: count }, (_, i) => i + 1))('种子 %i', (seed) => {
    const book = mixedBook(seed);
    const calm = review(book.snapshot, CATALOGUE);
    expect(wrong(calm).map((f) => f.message)).toEqual([]);
    const at = random(seed * 31 + 7).pick(book.amounts);
    const place = `${at.sheet}!${addressOf(at)}`;
    const after = review(disturb(book.snapshot, at, seed).snapshot, CATALOGUE);
    const related = wrong(after).filter((f) => f.stated !== undefined);
    for (const f of related) expect(f.cells.map((c) => `${c.sheet}!${c.address}`)).toContain(place);
    if (related.length > 0)
      expect(after.suspects.map((s) => `${s.sheet}!${s.address}`)).toContain(place);
  });
});
