// The law of readings: a text whose words leave open what a number is of is accused only if every reading breaks.
// Each text is ambiguous; one of its readings, drawn apart, makes it right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { exact } from '../../src/measure/exact.ts';
import { settleRelations } from '../../src/narrative/readings/settle.ts';
import type { Reading, Term, TextRelation } from '../../src/narrative/relations/relation.ts';
import { figureOf } from '../../src/narrative/text/figure.ts';
import { tie } from '../../src/review/tie.ts';

const wrong = (text: string): string[] => {
  const { numbers, findings } = tie(undefined, { text, broken: false }, CATALOGUE, {});
  return [...numbers, ...findings]
    .filter((x) => x.verdict === 'broken' && x.severity !== 'note')
    .map((x) => x.message);
};

/** 分, so that sums are exact. */
const fen = fc.integer({ min: 12_345, max: 9_876_543 });
const money = (n: number): string => `${(n / 100).toFixed(2)}万元`;
const rate = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;
const growth = (now: number, last: number): string =>
  `${now < last ? '下降' : '增长'}${((100 * Math.abs(now - last)) / last).toFixed(2)}%`;

interface Drawn {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Each with what may be meant: the reading that is meant makes it right. */
const OPEN: Readonly<Record<string, (n: Drawn, way: number) => string>> = {
  其中属于谁: ({ a, b, c }, way) => {
    const [one, two] = way === 0 ? [a + b, c] : [c, a + b];
    return `渔港疏浚${money(one)}，灯塔维护${money(two)}，其中：材料费${money(a)}，人工费${money(b)}。`;
  },
  占谁的比: ({ a, b, c }, way) => {
    const [part, one] = [a, a + b];
    const whole = way === 0 ? one : one + c;
    return `渔港经费${money(one + c)}，其中疏浚项目${money(one)}。清淤支出${money(part)}，占比${rate(part, whole)}。`;
  },
  增幅是谁的: ({ a, b, c, d }, way) => {
    const [now, last] = way === 0 ? [a, c] : [b, d];
    return `渔港疏浚${money(a)}（上年${money(c)}），灯塔维护${money(b)}（上年${money(d)}），${growth(now, last)}。`;
  },
  完成哪个预算: ({ a, b, c }, way) => {
    const budget = way === 0 ? b : c;
    return `渔港疏浚年初预算${money(b)}，调整预算数${money(c)}，支出决算${money(a)}，完成预算的${rate(a, budget)}。`;
  },
  清单到哪为止: ({ a, b, c }, way) => {
    const whole = way === 0 ? a + b : a + b + c;
    return `渔港经费${money(whole)}，其中：材料费${money(a)}、人工费${money(b)}；灯塔维护${money(c)}。`;
  },
};

describe('读法', () => {
  it('有一种读法成立，就不指为不符', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(OPEN)),
        fc.record({ a: fen, b: fen, c: fen, d: fen }),
        fc.integer({ min: 0, max: 1 }),
        (kind, drawn, way) => {
          const text = OPEN[kind]!(drawn, way);
          expect(wrong(text), text).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('一个关系不符，当且仅当没有读法成立、且最可能的读法可以判定', () => {
    const number = (value: number, index: number) => {
      const token = {
        start: index,
        end: index,
        digitsEnd: index,
        value: exact(value),
        decimals: 0,
      };
      return figureOf(
        { ...token, unit: '个', rough: false, paragraph: 0 },
        index,
        false,
        undefined,
      );
    };
    const reading = fc.record({ holds: fc.boolean(), strong: fc.boolean() });
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 5 }), (drawn) => {
        const about = number(7, 0);
        const readings = drawn.map(({ holds, strong }, i): Reading => {
          const form: Term[] = [
            [about, 1],
            [number(holds ? 7 : 8, i + 1), -1],
          ];
          return { equation: { kind: 'sum', form }, strong };
        });
        const relation: TextRelation = { topic: 'same', about, readings };
        const { broken, held } = settleRelations([relation]);
        // What the words mean first breaks: a weaker reading clears it and vouches for nothing.
        const doubtful = drawn[0]!.strong && !drawn[0]!.holds;
        const vouched = drawn.some((r) => r.holds && (r.strong || !doubtful));
        expect(held.length === 1).toBe(vouched);
        expect(broken.length === 1).toBe(!drawn.some((r) => r.holds) && drawn[0]!.strong);
      }),
      { numRuns: 100 },
    );
  });
});
