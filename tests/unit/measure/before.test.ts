// Matches that depend on the sign before them, held against the look-behinds that old browsers do not know.
import { describe, expect, it } from 'vitest';
import { syntaxBeyond } from '../../../build/browsers.ts';
import { matchesWhere, matchWhere, unlessAfter } from '../../../src/measure/before.ts';

const found = (text: string, pattern: RegExp, signs: RegExp): string[] =>
  [...matchesWhere(text, pattern, unlessAfter(signs))].map((m) => `${m.index}:${m[0]}`);

describe('前一个字', () => {
  it.each([
    ['3月12月', /\d{1,2}月/g, ['0:3月', '2:12月']],
    // 23月 of 123月 is the end of a longer number, and so is 3月.
    ['123月、4月', /\d{1,2}月/g, ['5:4月']],
    ['1.5月', /\d{1,2}月/g, []],
    ['', /\d*/g, ['0:']],
  ])('%s', (text, pattern, expected) => {
    expect(found(text, pattern, /[\d.]/)).toEqual(expected);
  });

  it('不合的略过，接着找；没有就没有', () => {
    expect(matchWhere('个3月，4月', /\d月/g, unlessAfter(/个/))?.index).toBe(4);
    expect(matchWhere('个3月', /\d月/g, unlessAfter(/个/))).toBeUndefined();
  });

  it('构建改写成 RegExp(…) 的后顾断言也看得出', () => {
    expect(syntaxBeyond('x = RegExp(`(?<!a)b`, `g`)')).toEqual(['(?<=…)']);
    expect(syntaxBeyond('x = /(?<name>a)b/')).toEqual([]);
  });
});
