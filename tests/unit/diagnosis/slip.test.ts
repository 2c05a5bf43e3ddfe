// How a number may have become what it is: digits mistyped, exchanged, moved behind the point.
import { expect, it } from 'vitest';
import { slipOf } from '../../../src/diagnosis/slip.ts';
import { parseExact } from '../../../src/measure/exact.ts';

it.each([
  ['22.88', '228.83', 'decimal-point'],
  ['22.88', '228.84', 'decimal-point'],
  ['22.88', '228.95', 'other'],
  ['228.8', '22.88', 'decimal-point'],
  ['43.27', '34.27', 'swapped-digits'],
  ['9.54', '0.54', 'one-digit'],
  ['12', '1200', 'decimal-point'],
  ['0.00', '205.95', 'omitted'],
])('%s 应为 %s：%s', (value, ought, slip) => {
  const around = { neighbours: [], addends: [] };
  expect(slipOf(parseExact(value)!, parseExact(ought)!, around)).toBe(slip);
});
