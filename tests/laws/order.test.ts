// 顺序无关: findings do not depend on the order of sheets or of rules.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, type Catalogue } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import { review } from '../../src/review.ts';
import { arrangement, disturb, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { random } from '../support/department/random.ts';
import { sample } from '../support/samples.ts';

/** What a review says, as a set. */
function said(snapshot: Snapshot, catalogue: Catalogue): unknown {
  const r = review(snapshot, catalogue);
  const findings = r.findings.map((f) => JSON.stringify(f)).sort();
  const suspects = r.suspects
    .map(({ group: _group, rank, sheet, address, suggested, slip }) =>
      JSON.stringify({ rank, sheet, address, suggested, slip }),
    )
    .sort();
  return { findings, suspects, counts: r.counts, total: r.figures.total };
}
const mixed = <T>(list: readonly T[], seed: number): T[] => {
  const r = random(seed);
  return list
    .map((item) => ({ item, key: r.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
};

function disturbed(seed: number): Snapshot {
  const book = layOut(makeDepartment(seed), arrangement(seed));
  return disturb(book.snapshot, random(seed).pick(book.amounts), seed).snapshot;
}

describe('顺序无关', () => {
  it('工作表换次序，结果不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (seed, order) => {
        const given = disturbed(seed);
        const other = { ...given, sheets: mixed(given.sheets, order) };
        expect(said(other, CATALOGUE)).toEqual(said(given, CATALOGUE));
      }),
      { numRuns: 8 },
    );
  });

  it('规则换次序，结果不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (seed, order) => {
        const given = disturbed(seed);
        const catalogue = { ...CATALOGUE, identities: mixed(CATALOGUE.identities, order) };
        expect(said(given, catalogue)).toEqual(said(given, CATALOGUE));
      }),
      { numRuns: 8 },
    );
  });

  it('表样换次序，结果不变', async () => {
    const given = await sample('hanyang-2021');
    for (let order = 1; order <= 6; order += 1) {
      const forms = { ...CATALOGUE.forms, forms: mixed(CATALOGUE.forms.forms, order) };
      expect(said(given, { ...CATALOGUE, forms })).toEqual(said(given, CATALOGUE));
    }
  });

  it('重做一次，结果一字不差', async () => {
    const given = await sample('example-2023-yuan');
    expect(review(given, CATALOGUE)).toEqual(review(given, CATALOGUE));
  });
});
