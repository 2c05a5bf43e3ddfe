// Formats case by case: what a printed number is worth in 万元 or as a fraction, and half of its last digit.
import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/measure/exact.ts';
import { formatNamed } from '../../../src/narrative/formats.ts';

const read = (format: string, text: string): string => {
  const found = formatNamed(format)!.read(text, 0);
  if (!found) return '读不出';
  const { value, half, decimals, unit, start, end } = found;
  return [toText(value), toText(half), decimals, unit, text.slice(start, end)].join(' ');
};

describe('读数字', () => {
  it.each([
    ['万元', '837.30万元', '837.3 0.005 2 万元 837.30万元'],
    ['万元', '1.2亿元', '12000 500 1 亿元 1.2亿元'],
    ['万元', '5千元', '0.5 0.05 0 千元 5千元'],
    ['万元', '12,345.67元', '1.234567 0.0000005 2 元 12,345.67元'],
    ['万元', '837.30', '读不出'],
    ['%', '10.56%', '0.1056 0.00005 2 % 10.56%'],
    ['%', '10.56', '读不出'],
    ['增减万元', '增加80.09万元', '80.09 0.005 2 万元 80.09万元'],
    ['增减万元', '减少80.09万元', '-80.09 0.005 2 万元 80.09万元'],
    ['增长%', '下降1.5%', '-0.015 0.0005 1 % 1.5%'],
    ['辆', '3辆', '3 0 0 辆 3辆'],
    ['辆', '3台', '读不出'],
  ])('%s 读“%s”', (format, text, said) => {
    expect(read(format, text)).toBe(said);
  });
});
