// Formats are two-way: what is written is read back to the same digits, in every manner.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, exact, round, shift, sign, toText } from '../../src/measure/exact.ts';
import { point } from '../../src/measure/interval.ts';
import { agreement } from '../../src/narrative/agreement.ts';
import { formatNamed, type Style } from '../../src/narrative/formats.ts';

const amounts = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 });
const styles = fc.integer({ min: 0, max: 2 }).map((percent): Style => ({ percent }));
const read = (name: string, text: string) => formatNamed(name)!.read(text, 0);

describe('写法双向', () => {
  it('万元与增减万元', () => {
    fc.assert(
      fc.property(amounts, styles, (units, style) => {
        const value = exact(units, 2);
        for (const name of units < 0 ? ['增减万元'] : ['万元', '增减万元']) {
          const written = formatNamed(name)!.write(value, style);
          const printed = read(name, (written.direction ?? '') + written.text);
          expect(printed && toText(printed.value)).toBe(toText(value));
        }
      }),
    );
  });

  it('百分比按地方的小数位', () => {
    fc.assert(
      fc.property(amounts, styles, (units, style) => {
        const value = exact(units, 6);
        const format = formatNamed('增长%')!;
        const written = format.write(value, style);
        const printed = read('增长%', (written.direction ?? '') + written.text)!;
        const wanted = round(value, style.percent + 2);
        // Growth too small for these digits shows more of them: its direction is never lost.
        if (sign(wanted) === 0) expect(sign(printed.value)).toBe(sign(value));
        else expect(equal(printed.value, wanted)).toBe(true);
        expect(agreement(printed, point(value), format, style)).toBe('exact');
      }),
    );
  });

  it('读写再写：文字不变', () => {
    fc.assert(
      fc.property(amounts, styles, (units, style) => {
        for (const name of ['增减万元', '增长%', '大小']) {
          const format = formatNamed(name)!;
          const once = format.write(exact(units, 4), style);
          const text = (once.direction ?? '') + once.text;
          const again = format.write(format.read(text, 0)!.value, style);
          expect((again.direction ?? '') + again.text).toBe(text);
        }
      }),
    );
  });
});

describe('读得宽，数字严', () => {
  it.each([
    ['增减万元', '减少了1.3万元', '-1.3', 'exact'],
    ['增减万元', '增加1,234.50万元', '1234.5', 'exact'],
    ['增减万元', '与上年持平', '0', 'exact'],
    ['增减万元', '增加80.09万元', '-80.09', 'broken'],
    ['增长%', '下降3.5%', '-0.035', 'exact'],
    ['增长%', '增长0.0005%', '0.000005', 'exact'],
    ['增长%', '增长0.00%', '0.000005', 'exact'],
    ['增长%', '增长3.5%', '0.0351', 'rounding'],
    ['增长%', '增长0.35%', '0.035', 'broken'],
    ['万元', '0.05亿元', '500', 'exact'],
    ['万元', '12345.6元', '1.23456', 'exact'],
    ['万元', '80.1万元', '80.09', 'rounding'],
    ['大小', '小于', '-0.01', 'exact'],
    ['大小', '大于', '-0.01', 'broken'],
  ] as const)('%s %s 对 %s：%s', (name, text, value, verdict) => {
    const format = formatNamed(name)!;
    const [whole = '', decimals = ''] = value.split('.');
    const expected = shift(exact(Number(whole + decimals)), -decimals.length);
    const printed = format.read(text, 0)!;
    expect(agreement(printed, point(expected), format, { percent: 2 })).toBe(verdict);
  });
});
