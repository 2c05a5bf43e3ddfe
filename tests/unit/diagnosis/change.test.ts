// Which change of a cell is meant: what the relations ask for, else the nearest edge of what they allow.
import { describe, expect, it } from 'vitest';
import { choose } from '../../../src/diagnosis/change.ts';
import { type ErrorEquation, footing, type Range } from '../../../src/diagnosis/equations.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { type Exact, parseExact, toText } from '../../../src/measure/exact.ts';

const number = (text: string): Exact => parseExact(text)!;

/** A cell holding 10.00 that stands alone on the stated side of relations with these gaps. */
function asked(range: { low?: string; high?: string }, ...gaps: readonly string[]): string {
  const fact = {
    quantity: { units: 1000, decimals: 2, unit: '万元', unrounded: false },
    table: { unit: '万元' },
  } as Fact;
  const equations = gaps.map(
    (gap) =>
      ({
        rel: '=',
        terms: new Map([[fact, { sign: 1, shift: 0 }]]),
        gap: number(gap),
        bound: number('0.01'),
        broken: true,
      }) as unknown as ErrorEquation,
  );
  const limits: Range = {
    low: range.low === undefined ? undefined : number(range.low),
    high: range.high === undefined ? undefined : number(range.high),
  };
  const change = choose(fact, limits, equations, new Map());
  return change ? toText(change) : '没有';
}

describe('改多少', () => {
  it('一致要求的改动', () => {
    expect(asked({ low: '-3', high: '-1' }, '2', '2')).toBe('-2');
  });

  it('要求不一的，多数说了算', () => {
    expect(asked({ low: '-9', high: '9' }, '2', '5', '5')).toBe('-5');
  });

  it('要求的改动在允许之外，取允许的边，舍入到这一格的位数', () => {
    expect(asked({ low: '1', high: '1.004' }, '-0.994')).toBe('1');
    expect(asked({ high: '-1' }, '0.994')).toBe('-1');
  });

  it('边舍入后就出了允许的范围，或者不用改，都不算', () => {
    expect(asked({ low: '1.002', high: '1.004' }, '-0.994')).toBe('没有');
    expect(asked({ low: '-0.001', high: '0.001' }, '0.006')).toBe('没有');
  });
});

/** A cell holding 43.28 in a sum that is 0.54 short, with room for residues. */
function short(footed: boolean): string {
  const fact = {
    quantity: { units: 4328, decimals: 2, unit: '万元', unrounded: false },
    table: { unit: '万元' },
  } as Fact;
  const equation = {
    ...{ rel: '=', terms: new Map([[fact, { sign: 1, shift: 0 }]]), broken: true, footed },
    ...{ gap: number('-0.56'), bound: number('0.07') },
  } as unknown as ErrorEquation;
  const range = { low: number('0.49'), high: number('0.63') };
  return toText(choose(fact, range, [equation], new Map())!);
}

describe('尾差在不在', () => {
  it('别处有尾差，手误的数比恰好配平的数更像', () => {
    expect(short(false)).toBe('0.6');
  });
  it('别处都配平到末位，这里也应配平', () => {
    expect(short(true)).toBe('0.56');
  });

  const sum = (gap: string, figures = 4, own = {}, noughts = 0): ErrorEquation => {
    const cell = (units: number) =>
      ({ quantity: { units, decimals: 2, unit: '万元' } }) as unknown as Fact;
    const cells = Array.from({ length: figures }, (_, i) => cell(i < noughts ? 0 : 100));
    const terms = new Map(cells.map((f) => [f, { sign: 1, shift: 0 }]));
    return { rel: '=', terms, gap: number(gap), ...own } as unknown as ErrorEquation;
  };
  const twelve = (own = {}, noughts = 0) =>
    Array.from({ length: 12 }, () => sum('0', 4, own, noughts));
  it.each([
    ['够多的合计都配平', Array.from({ length: 12 }, () => sum('0')), true],
    ['太少，可能是碰巧', Array.from({ length: 11 }, () => sum('0')), false],
    ['有一处尾差', [...Array.from({ length: 20 }, () => sum('0')), sum('0.01')], false],
    ['印着 0.00 的不是加起来的数', twelve({}, 1), false],
    ['大小的要求不是合计', twelve({ rel: '≤' }), false],
    ['不符的不算', twelve({ broken: true }), false],
    ['等着填的不算', twelve({ open: true }), false],
    ['别的不符、等着填，不碍事', [...twelve(), sum('5', 4, { broken: true })], true],
    ['别的等着填，不碍事', [...twelve(), sum('5', 4, { open: true })], true],
    ['两三个数的合计不说明什么', Array.from({ length: 20 }, () => sum('0', 3)), false],
  ])('%s', (_, sums, expected) => {
    expect(footing(sums)).toBe(expected);
  });
});
