// 原因代码: every finding has one that fits its verdict, and tells the group that explains it.
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/assertions/cause.ts';
import type { Finding } from '../../../src/assertions/finding.ts';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { addressOf } from '../../../src/facts/grid.ts';
import { suspectsOf } from '../../../src/review/suspects.ts';
import { type Review, review } from '../../../src/review.ts';
import { arrangement, disturb, layOut } from '../../support/department/layout.ts';
import { makeDepartment } from '../../support/department/model.ts';
import { changed } from '../../support/samples.ts';

const book = (seed: number) => layOut(makeDepartment(seed), arrangement(seed, { oldForm: false }));
const causes = (r: Review, verdict: Finding['verdict']): Set<string> =>
  new Set(r.findings.filter((f) => f.verdict === verdict).map((f) => f.cause));

describe('原因代码', () => {
  it.each([1, 2, 3, 4])('种子 %i：结论与代码相合，每个代码都在册', (seed) => {
    const { snapshot, amounts } = book(seed);
    const wrong = disturb(snapshot, amounts[seed * 3]!, seed).snapshot;
    for (const r of [review(snapshot, CATALOGUE), review(wrong, CATALOGUE)]) {
      expect(r.findings.every((f) => f.cause in CAUSES)).toBe(true);
      expect([...causes(r, 'exact')]).toEqual(['agrees']);
      expect([...causes(r, 'rounding')].filter((c) => c !== 'rounding')).toEqual([]);
      const decided = ['agrees', 'rounding', 'undecided'];
      expect([...causes(r, 'broken')].filter((c) => decided.includes(c))).toEqual([]);
    }
  });

  it('能由一组疑似错误解释的，写明是哪一组', () => {
    const { snapshot, amounts } = book(5);
    const r = review(disturb(snapshot, amounts[7]!, 5).snapshot, CATALOGUE);
    const told = r.findings.filter((f) => f.group !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const f of r.findings) expect(f.group).toBe(suspectsOf(f, r.suspects)[0]?.group);
  });

  it('金额格里不是数字、同一张表有两张，各有代码', () => {
    const { snapshot, amounts } = book(6);
    const at = amounts[0]!;
    const place = { sheet: at.sheet, address: addressOf(at) };
    const words = review(changed(snapshot, [{ ...place, value: '待定' }]), CATALOGUE);
    expect(causes(words, 'unknown')).toContain('not-a-number');
    const other = disturb(snapshot, at, 6).snapshot.sheets.find((s) => s.name === at.sheet)!;
    const twice = { sheets: [...snapshot.sheets, { ...other, name: `${at.sheet}另` }] };
    expect(causes(review(twice, CATALOGUE), 'unknown')).toContain('table-twice');
  });
});
