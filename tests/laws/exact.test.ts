// 准确数与区间: exact arithmetic held against decimal.js, intervals against what they enclose.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/formula/evaluate.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import { fitOf } from '../../src/formula/relate.ts';
import type { Path } from '../../src/formula/tree.ts';
import {
  abs,
  compare,
  divide,
  type Exact,
  exact,
  fromDouble,
  minus,
  negate,
  parseExact,
  plus,
  round,
  shift,
  sign,
  times,
  toDecimal,
  toDouble,
  toText,
} from '../../src/measure/exact.ts';
import { around, type Interval } from '../../src/measure/interval.ts';
import { convert, quantity, valueOf } from '../../src/measure/quantity.ts';

/** Amounts as tables hold them, and some that fall off the grid of safe integers. */
const amount = fc.oneof(
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 })),
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 15 })),
);
const numbers = amount.map(([units, decimals]) => exact(units, decimals));
const same = (x: Exact | undefined, y: Decimal): void => {
  expect(x && toDecimal(x).toString()).toBe(y.toString());
};

describe('准确数', () => {
  it('加、减、乘与十进制演算一致', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        same(plus(a, b), toDecimal(a).plus(toDecimal(b)));
        same(minus(a, b), toDecimal(a).minus(toDecimal(b)));
        same(times(a, b), toDecimal(a).times(toDecimal(b)));
      }),
    );
  });

  it('次序不改变合计', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 2, maxLength: 9 }), (list) => {
        const forward = list.reduce(plus);
        const backward = [...list].reverse().reduce(plus);
        expect(compare(forward, backward)).toBe(0);
      }),
    );
  });

  it('比较、正负、绝对值与十进制演算一致', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(compare(a, b)).toBe(toDecimal(a).comparedTo(toDecimal(b)));
        expect(sign(a)).toBe(toDecimal(a).isZero() ? 0 : toDecimal(a).s);
        same(abs(a), toDecimal(a).abs());
        expect(sign(plus(a, negate(a)))).toBe(0);
      }),
    );
  });

  it('四舍五入远离零，移位可逆，除法可还原', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: -8, max: 8 }),
        (a, d, n) => {
          same(round(a, d), toDecimal(a).toDecimalPlaces(d, Decimal.ROUND_HALF_UP));
          same(shift(shift(a, n), -n), toDecimal(a));
          same(shift(a, n), toDecimal(a).times(new Decimal(10).pow(n)));
        },
      ),
    );
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        if (sign(b) === 0) expect(divide(a, b)).toBeUndefined();
        else same(divide(a, b), toDecimal(a).div(toDecimal(b)));
      }),
    );
  });

  it('两位小数的金额经双精度往返不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (cents) => {
        const x = exact(cents, 2);
        expect(toText(fromDouble(toDouble(x)), 2)).toBe(toText(x, 2));
        expect(toText(parseExact(toText(x, 2))!, 2)).toBe(toText(x, 2));
      }),
    );
  });

  it('双精度的和带着尾巴，读数不带', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 40 }), (cents) => {
        const double = cents.reduce((sum, c) => sum + c / 100, 0);
        const whole = cents.reduce((sum, c) => sum + c, 0);
        expect(compare(fromDouble(double), exact(whole, 2))).toBe(0);
      }),
    );
  });

  it('六位小数的单元格按 15 位有效数字读', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (micro) => {
        expect(compare(fromDouble(micro / 1e6), exact(micro, 6))).toBe(0);
      }),
    );
  });
});

const lookupOf = (values: Readonly<Record<string, Interval>>) => (reference: unknown) =>
  ({ ok: true, value: values[(reference as Path).parts[0]!.name]! }) as const;
const formula = (text: string) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
};

describe('取值区间', () => {
  const inside = fc.record({
    value: fc.integer({ min: -1e6, max: 1e6 }),
    offset: fc.integer({ min: -50, max: 50 }),
  });
  const printed = (x: { value: number }) => around(exact(x.value, 2), exact(5, 3));
  const true_ = (x: { value: number; offset: number }) => exact(x.value * 100 + x.offset, 4);

  it('算式的区间包住真值', () => {
    fc.assert(
      fc.property(inside, inside, inside, (a, b, c) => {
        const intervals = { 甲: printed(a), 乙: printed(b), 丙: printed(c) };
        const points = Object.fromEntries(
          Object.entries({ 甲: a, 乙: b, 丙: c }).map(([k, x]) => {
            const value = true_(x);
            return [k, { value, low: value, high: value }];
          }),
        );
        for (const text of [
          '甲 + 乙 - 丙',
          '甲 × 乙 - 丙',
          '-(甲 - 乙) × 丙',
          'min(甲, 乙, 丙) + max(甲, 乙)',
        ]) {
          const wide = evaluate(formula(text), lookupOf(intervals));
          const narrow = evaluate(formula(text), lookupOf(points));
          if (!wide.ok || !narrow.ok) throw new Error(text);
          expect(compare(wide.value.low, narrow.value.value)).toBeLessThanOrEqual(0);
          expect(compare(wide.value.high, narrow.value.value)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('四舍五入后的分项与合计，差额不出界', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: 1, maxLength: 30 }), (fen) => {
        const total = fen.reduce((s, x) => s + x, 0);
        const toWan = (x: number) => round(shift(exact(x, 2), -4), 2);
        const half = exact(5, 3);
        const parts = fen.map((x) => around(toWan(x), half));
        const sum = parts.reduce((s, p) => ({
          value: plus(s.value, p.value),
          low: plus(s.low, p.low),
          high: plus(s.high, p.high),
        }));
        expect(fitOf('=', around(toWan(total), half), sum)).not.toBe('fails');
      }),
    );
  });

  it('换了单位还是同一个数', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('元', '千元', '万元', '亿元'),
        fc.constantFrom('元', '千元', '万元', '亿元'),
        (units, from, to) => {
          const q = quantity(exact(units, 2), from, 2)!;
          const there = convert(q, to)!;
          const power = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };
          const back = power[to as '元'] - power[from as '元'];
          expect(compare(shift(there.value, back), valueOf(q))).toBe(0);
          const half = from === '元' ? exact(0) : exact(5, 3);
          expect(compare(shift(there.half, back), half)).toBe(0);
        },
      ),
    );
  });
});
