// Invented passages in the registers of places, each argued by hand in its first line: the right ones are left alone.
// How many of the wrong ones are found as argued, the bench prints.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { tie } from '../../src/review/tie.ts';
import { goldens, saidOf } from '../support/passages/golden.ts';

const right = goldens().filter((g) => g.says === '静');

describe('自拟文字', () => {
  it('有对的，有错的', () => {
    expect(right.length).toBeGreaterThan(25);
    expect(goldens().length - right.length).toBeGreaterThan(25);
  });

  it.each(right)('$name：没有不符', (golden) => {
    const broken = golden.text.includes('\n');
    const report = tie(undefined, { text: golden.text, broken }, CATALOGUE, {});
    expect(saidOf(report, golden)).toBe('静');
  });
});
