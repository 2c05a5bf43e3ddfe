// The one judge: every manner at, just inside and just outside its bounds.
import { describe, expect, it } from 'vitest';
import {
  exceeds,
  judge,
  judgeAny,
  judgeQuotient,
  type Manner,
} from '../../../src/assertions/compare.ts';
import { fitOf } from '../../../src/formula/relate.ts';
import { type Exact, parseExact, toText } from '../../../src/measure/exact.ts';
import { around, type Interval, point } from '../../../src/measure/interval.ts';

const number = (text: string): Exact => parseExact(text)!;
/** `12.30` stands for itself, `12.30~` for all that is rounded to it, `1..2` for anything between. */
function interval(text: string): Interval {
  const [low, high] = text.split('..');
  if (high !== undefined) return { value: number(low!), low: number(low!), high: number(high) };
  if (!text.endsWith('~')) return point(number(text));
  const digits = text.slice(0, -1);
  const decimals = digits.split('.')[1]?.length ?? 0;
  return around(number(digits), number(`0.${'0'.repeat(decimals)}5`));
}

const STORED: Manner = { by: 'stored', rel: '=' };
const CASES: readonly (readonly [string, Manner, string, string, string])[] = [
  ['相等', STORED, '1.00', '1.00', 'exact'],
  ['两边各半位，差一位：边上', STORED, '1.00~', '1.01~', 'rounding'],
  ['两边各半位，差一位半', STORED, '1.000~', '1.0015', 'broken'],
  ['不许舍入', { ...STORED, exact: true }, '1.00~', '1.01~', 'broken'],
  ['条件里藏着的', { ...STORED, hidden: number('0.01') }, '1.00', '1.01', 'rounding'],
  ['不大于：小', { by: 'stored', rel: '≤' }, '1.00', '1.01', 'exact'],
  ['不大于：大在半位内', { by: 'stored', rel: '≤' }, '1.01~', '1.00~', 'rounding'],
  ['不大于：大', { by: 'stored', rel: '≤' }, '1.02~', '1.00~', 'broken'],
  ['不小于：小在半位内', { by: 'stored', rel: '≥' }, '1.00~', '1.01~', 'rounding'],
  ['不小于：小', { by: 'stored', rel: '≥' }, '1.00~', '1.02~', 'broken'],
  ['区间：下端点', { by: 'stored', rel: '∈' }, '1', '1..2', 'exact'],
  ['区间：上端点', { by: 'stored', rel: '∈' }, '2', '1..2', 'exact'],
  ['区间：端点外一点', { by: 'stored', rel: '∈' }, '2.01', '1..2', 'broken'],
  ['区间：半位恰好够到', { by: 'stored', rel: '∈' }, '2.005~', '1..2.0045', 'rounding'],
  ['区间：下面半位恰好够到', { by: 'stored', rel: '∈' }, '0.99~', '0.995..2', 'rounding'],
  ['所印位数：四舍五入后相等', { by: 'shown', decimals: 2 }, '92.31~', '92.3077', 'exact'],
  [
    '所印位数：金额舍入前可以相符',
    { by: 'shown', decimals: 2 },
    '92.30~',
    '92.304..92.31',
    'exact',
  ],
  ['所印位数：区间相接', { by: 'shown', decimals: 2 }, '92.30~', '92.305..92.31', 'rounding'],
  ['所印位数：不相接', { by: 'shown', decimals: 2 }, '92.30~', '92.3051..92.31', 'broken'],
  ['少印了几位', { by: 'shown', decimals: 0, held: 2 }, '92', '92.31', 'rounding'],
  ['照抄：相同', { by: 'quoted', decimals: 2 }, '93.90', '93.90', 'exact'],
  ['照抄：只抄一位', { by: 'quoted', decimals: 1 }, '93.9', '93.88', 'rounding'],
  ['照抄：差一位', { by: 'quoted', decimals: 2 }, '93.89', '93.88', 'broken'],
  ['舍入两位', { by: 'rounded', decimals: 2 }, '8.67', '8.666', 'exact'],
  ['舍入两位，写成截尾', { by: 'rounded', decimals: 2 }, '8.66', '8.666', 'broken'],
  ['截尾两位', { by: 'cut', decimals: 2 }, '8.66', '8.666', 'exact'],
  ['截尾两位，写成舍入', { by: 'cut', decimals: 2 }, '8.67', '8.666', 'broken'],
  ['负数截尾', { by: 'cut', decimals: 2 }, '-8.67', '-8.666', 'exact'],
  ['得分：舍入', { by: 'either', decimals: 2 }, '8.67', '8.666', 'exact'],
  ['得分：截尾', { by: 'either', decimals: 2 }, '8.66', '8.666', 'rounding'],
  ['得分：舍入一位', { by: 'either', decimals: 2 }, '8.7', '8.666', 'rounding'],
  ['得分：截尾一位不算', { by: 'either', decimals: 2 }, '8.6', '8.666', 'broken'],
  ['得分：人工评定区间内', { by: 'either', decimals: 2 }, '5', '4..6', 'rounding'],
  ['整数：相等', { by: 'whole' }, '3', '3', 'exact'],
  ['整数：差一', { by: 'whole' }, '3', '4', 'broken'],
];

const QUOTIENTS: readonly (readonly [string, string, string, string, string])[] = [
  ['所印的两数相除，舍入后就是它', '0.92~', '12', '13', 'exact'],
  ['恰在半位上，也是它', '0.5~', '0.55', '1', 'exact'],
  ['两数舍入前可以相符', '0.93~', '12~', '13~', 'rounding'],
  ['两数舍入前也不相符', '0.97~', '12.0~', '13.0~', 'broken'],
  ['负数', '-0.92~', '-12', '13', 'exact'],
  ['方向相反', '0.92~', '-12', '13', 'broken'],
];
describe('比率不用除就能判断', () => {
  it.each(QUOTIENTS)('%s', (_, rate, top, base, verdict) => {
    expect(judgeQuotient(interval(rate), interval(top), interval(base)).verdict).toBe(verdict);
  });
});

describe('比法', () => {
  it.each(CASES)('%s', (_, manner, stated, expected, verdict) => {
    expect(judge(interval(stated), interval(expected), manner).verdict).toBe(verdict);
  });

  it('差额和允许的舍入一并说出', () => {
    const judgement = judge(interval('1.00~'), interval('1.02~'), STORED);
    const { stated, expected, gap, bound } = judgement;
    const said = [stated, expected, gap, bound].map((x) => toText(x));
    expect(said).toEqual(['1', '1.02', '-0.02', '0.01']);
  });

  it('几种算法同样有理：相符的先，尾差的次之，都不符时说最后一种', () => {
    const of = (stated: string, ...expected: string[]) => {
      const { verdict, expected: ought } = judgeAny(interval(stated), expected.map(interval), {
        by: 'either',
        decimals: 2,
      });
      return `${verdict} ${toText(ought)}`;
    };
    expect(of('8.66', '8.666', '8.66')).toBe('exact 8.66');
    expect(of('8.66', '7', '8.666')).toBe('rounding 8.67');
    expect(of('8.66', '8', '9')).toBe('broken 9');
  });

  it('差额在允许之内、恰好等于允许、方向相反，都不算超出', () => {
    const [over, at, under] = ['0.011', '0.01', '0.009'].map(number);
    const bound = number('0.01');
    expect([over, at, under].map((gap) => exceeds('=', gap!, bound))).toEqual([true, false, false]);
    expect(exceeds('≤', number('-1'), bound)).toBe(false);
    expect(exceeds('≥', number('1'), bound)).toBe(false);
    expect(exceeds('≤', number('1'), bound)).toBe(true);
    expect(exceeds('≥', number('-1'), bound)).toBe(true);
  });

  it('条件里的比较：成立、因舍入成立、不成立', () => {
    const held = (rel: '=' | '≤' | '≥' | '∈', a: string, b: string) =>
      fitOf(rel, interval(a), interval(b));
    expect(held('=', '1.00~', '1.01~')).toBe('close');
    expect(held('=', '1.00~', '1.02~')).toBe('fails');
    expect(held('∈', '2', '1..2')).toBe('holds');
    expect(held('∈', '1', '1..2')).toBe('holds');
    expect(held('∈', '2.00~', '1..1.995')).toBe('close');
    expect(held('∈', '2.00~', '1..1.994')).toBe('fails');
  });
});
