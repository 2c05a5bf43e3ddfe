// 文稿核对: texts in the manners of five places, over departments of any layout. An untouched text has nothing
// broken; one digit changed in one number is found there, unless rounding covers it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import type { Snapshot } from '../../src/facts/grid.ts';
import type { TieReport } from '../../src/narrative/readings/report.ts';
import { tie } from '../../src/review/tie.ts';
import { disclosure, MANNERS, onPaper } from '../support/department/disclosure.ts';
import { arrangement, layOut } from '../support/department/layout.ts';
import { makeDepartment } from '../support/department/model.ts';
import { random } from '../support/department/random.ts';

const seeds = fc.integer({ min: 1, max: 20_000 });

interface Published {
  readonly workbook: Snapshot;
  readonly text: string;
  readonly year: number;
}

function published(seed: number, unit?: '元' | '万元'): Published {
  const department = makeDepartment(seed);
  const drawn = arrangement(seed, { oldForm: false });
  const { layout } = drawn;
  const manner = unit ? { ...layout.manner, unit } : layout.manner;
  const arranged = { ...drawn, layout: { ...layout, manner, ...(unit && { units: {} }) } };
  const text = disclosure(department, layout.year, MANNERS[seed % MANNERS.length]!, seed);
  return { workbook: layOut(department, arranged).snapshot, text, year: layout.year };
}

const tied = (workbook: Snapshot | undefined, text: string, year: number): TieReport =>
  tie(workbook, { text, broken: true }, CATALOGUE, { year });
const wrong = ({ numbers, findings }: TieReport): string[] =>
  [...numbers, ...findings].filter((x) => x.verdict === 'broken').map((x) => x.message);

/** One digit of one number changed; the same place in the text. */
function mistyped(text: string, start: number, end: number, seed: number): string {
  const r = random(seed);
  const places = Array.from({ length: end - start }, (_, i) => start + i).filter((i) =>
    /\d/.test(text[i]!),
  );
  const at = r.pick(places);
  const digit = (Number(text[at]) + r.integer(1, 9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
}

describe('文稿核对', () => {
  it('没有改过的文稿没有不符，逐行断开也一样', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, cut) => {
        const { workbook, text, year } = published(seed);
        const whole = tied(workbook, text, year);
        expect(wrong(whole)).toEqual([]);
        const paper = tied(workbook, onPaper(text, 28, cut), year);
        expect(wrong(paper)).toEqual([]);
        // A number cut in two may be left unread, never misread.
        if (!cut) expect(paper.counts).toEqual(whole.counts);
      }),
      { numRuns: 12 },
    );
  });

  it('只看文稿自身，没有改过的也没有不符', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text, year } = published(seed);
        expect(wrong(tied(undefined, text, year))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('每个数列一次，位置就是原文', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text, year } = published(seed);
        const paper = onPaper(text);
        const { numbers, counts } = tied(undefined, paper, year);
        let last = 0;
        for (const { start, end, text: words } of numbers) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(paper.slice(start, end)).toBe(words);
          last = end;
        }
        const { exact, rounding, broken, unknown } = counts;
        expect(exact + rounding + broken + unknown).toBe(numbers.length);
      }),
      { numRuns: 8 },
    );
  });

  it('改错一位：凡与表相符的数，改后都指出来', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, draw) => {
        const { workbook, text, year } = published(seed, '元');
        const calm = tied(workbook, text, year);
        // Bound to one cell: 元 has no rounding to hide behind.
        const bound = calm.numbers.filter(
          (n) => n.message.includes('与表一致') && n.cells.length === 1 && /万元$/.test(n.text),
        );
        const target = random(draw + 1).pick(bound);
        const now = tied(workbook, mistyped(text, target.start, target.end, draw), year);
        const found = now.numbers.find((n) => n.start === target.start);
        expect(found, `${target.text} ${target.message}`).toMatchObject({ verdict: 'broken' });
        expect(found!.expected).toBe(target.expected);
      }),
      { numRuns: 24 },
    );
  });
});
