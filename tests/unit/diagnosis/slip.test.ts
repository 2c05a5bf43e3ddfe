// How a number may have become what it is: digits mistyped, exchanged, moved behind the point.
import { expect, it } from 'vitest';
import { type Surrounding, slipOf, slipsFrom } from '../../../src/diagnosis/slip.ts';
import { Decimal, parseExact, toText } from '../../../src/measure/exact.ts';

const number = (text: string) => parseExact(text)!;
const ALONE: Surrounding = { neighbours: [], addends: [] };

it.each([
  ['22.88', '228.83', 'decimal-point'],
  ['22.88', '228.84', 'decimal-point'],
  ['22.88', '228.95', 'other'],
  ['228.8', '22.88', 'decimal-point'],
  ['43.27', '34.27', 'swapped-digits'],
  ['9.54', '0.54', 'one-digit'],
  ['12', '1200', 'decimal-point'],
  ['0.00', '205.95', 'omitted'],
  ['12.34', '-12.34', 'sign'],
  ['-12.34', '-12.43', 'swapped-digits'],
  ['12.34', '12.30', 'one-digit'],
  ['123.4', '12.34', 'decimal-point'],
  ['12345', '12.345', 'decimal-point'],
  ['12.345', '12345', 'decimal-point'],
  ['1.2345', '12345', 'unit'],
  ['12345', '1.2345', 'unit'],
  ['1.2', '123456', 'other'],
  // Two digits that are not neighbours, or not each other's, are no exchange.
  ['12.34', '32.14', 'other'],
  ['12.34', '21.43', 'other'],
  ['12.34', '13.54', 'other'],
  ['5.00', '0.00', 'one-digit'],
  ['55.00', '0.00', 'other'],
  // Behind whole numbers nothing falls off.
  ['23', '234', 'other'],
  ['2.3', '23.4', 'decimal-point'],
])('%s 应为 %s：%s', (value, ought, slip) => {
  expect(slipOf(number(value), number(ought), ALONE)).toBe(slip);
});

it('旁边的数、少加的一项', () => {
  const around = { neighbours: [number('40.00')], addends: [number('0'), number('7.50')] };
  expect(slipOf(number('40.00'), number('61.13'), around)).toBe('neighbour');
  expect(slipOf(number('53.63'), number('61.13'), around)).toBe('omitted');
  expect(slipOf(number('68.63'), number('61.13'), around)).toBe('omitted');
  expect(slipOf(number('53.62'), number('61.13'), around)).toBe('other');
});

it('写错一位、换了两位，可能是哪些数', () => {
  const from = (text: string) => slipsFrom(number(text)).map((x) => toText(x, 2));
  const near = from('1.20');
  expect(near).toHaveLength(29);
  expect(near.slice(0, 10)).toEqual([
    ...['0.20', '2.20', '3.20', '4.20', '5.20', '6.20', '7.20', '8.20', '9.20', '2.10'],
  ]);
  expect([near.includes('1.02'), near.includes('1.29'), near.includes('1.20')]).toEqual([
    ...[true, true, false],
  ]);
  expect(from('-1.2').every((x) => x.startsWith('-') || x === '0.20')).toBe(true);
  expect(from('5')).toContain('8.00');
  expect(from('1.2345')).toContain('1.2344');
  expect(from('1.2000')).toEqual(near);
  expect(from('0.00')).toContain('0.07');
  expect(slipsFrom(new Decimal('1e-20'))).toEqual([]);
  expect(from('900719925474099')).toEqual([]);
});
