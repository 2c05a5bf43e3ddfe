import { expect, test } from 'vitest';
import { shownScale, shownText } from '../../../src/facts/shown.ts';

test.each([
  [837.33, undefined, '837.33'],
  [0.1 + 0.2, undefined, '0.3'],
  [837.3, '0.00', '837.30'],
  [8373300, '#,##0.00', '8,373,300.00'],
  [8373312, '0!.0000', '837.3312'],
  [8373300, '#,##0.00,', '8,373.30'],
  [0.1056, '0.00%', '10.56%'],
  [-3, '#,##0.00', '-3.00'],
  [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
  [12, '0"件"', '12件'],
  ['收入', '0.00', '收入'],
  ['收入', '@', '收入'],
  [true, undefined, 'TRUE'],
  [null, '0.00', ''],
] as const)('%s 以 %s 显示为 %s', (value, format, text) => {
  expect(shownText({ value, ...(format !== undefined && { format }) }).trim()).toBe(text);
});
test('宿主给出的文本和错误值优先', () => {
  expect(shownText({ value: 1, text: '一' })).toBe('一');
  expect(shownText({ value: null, error: '#REF!' })).toBe('#REF!');
});
test.each([
  ['0!.0000', -4],
  ['#,##0.00,', -3],
  ['0.00%', 2],
  ['#,##0.00', 0],
  [undefined, 0],
])('%s 的显示比例', (format, scale) => {
  expect(shownScale(format)).toBe(scale);
});
