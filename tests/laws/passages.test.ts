// The corpus of passages keeps its own promises: what is drawn is right by its own arithmetic, what is spoiled breaks
// a relation that its words state, and every printed number stands where it is said to stand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../support/department/random.ts';
import { draw } from '../support/passages/draw.ts';
import { plain } from '../support/passages/figures.ts';
import { print } from '../support/passages/paper.ts';
import { consistent, SLIPS, wronged } from '../support/passages/slips.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('段落语料', () => {
  it('抽出来的段落自己都对', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(consistent(draw(seed))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('每种错误都抽得到，错的数在可疑之列', () => {
    for (const kind of Object.keys(SLIPS)) {
      const made = Array.from({ length: 60 }, (_, i) =>
        wronged(draw(i + 1), random(i), kind),
      ).filter((w) => w !== undefined);
      expect(made.length, kind).toBeGreaterThan(3);
      for (const { target, candidates, torn } of made) {
        if (target === undefined) continue;
        expect(candidates).toContain(target);
        expect(torn).toContain(target);
      }
    }
  });

  it('每个数印在所说的地方，不论纸面如何', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const passage = draw(seed);
        const { text, places, noise } = print(passage, random(seed));
        // A page number may stand between a number and its unit.
        if (noise.includes('中文数字') || noise.includes('页码')) return;
        for (const [k, [from, to]] of places) {
          const digits = text
            .slice(from, to)
            .normalize('NFKC')
            .replace(/[^\d.]/g, '');
          expect(Number(digits)).toBe(plain(passage.figures[k]!.digits));
        }
      }),
      { numRuns: 200 },
    );
  });
});
