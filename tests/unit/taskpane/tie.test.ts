// What a number of a manuscript is to its reader: 不符 is what must be mended, and nothing else.
import { expect, it } from 'vitest';
import type { TiedNumber } from '../../../src/narrative/readings/report.ts';
import { kindName, kindOfNumber } from '../../../taskpane/areas/tie/words.ts';

it.each([
  ['broken', 'error', '不符'],
  ['broken', 'warning', '核实'],
  ['broken', 'note', '提示'],
  ['unknown', 'note', '未核对'],
  ['rounding', 'note', '尾差'],
  ['exact', 'error', '相符'],
] as const)('%s、%s 的数说成 %s', (verdict, severity, name) => {
  expect(kindName(kindOfNumber({ verdict, severity } as TiedNumber))).toBe(name);
});
