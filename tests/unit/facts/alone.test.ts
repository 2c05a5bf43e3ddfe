// Which sheets may change without an edit of their own: formulas that ask elsewhere, by whatever means.
import { expect, it } from 'vitest';
import { isAsItWas } from '../../../src/facts/alone.ts';

const sheet = (formula: string) => ({
  ...{ name: '甲', hidden: false, protected: false, rows: 1, columns: 1, merges: [] },
  cells: [[{ value: 1, formula }]],
});

it.each([
  ['=SUM(C3:C5)-$D$6*1.5E3', true],
  ['=IF(A1="见 表2!A1",TRUE,ROUND(B2,2))', true],
  ['=SUM(A:A)', true],
  ['=GJ.EXECRATE(C33,C7)', true],
  ['=表2!A1', false],
  ["='表 2'!A1+1", false],
  ['=[别本.xlsx]表1!A1', false],
  ['=INDIRECT("表2!A1")', false],
  ['=TODAY()', false],
  ['=合计数+1', false],
  ['=rate*2', false],
  ['=SUM(表格1[金额])', false],
])('%s：%s', (formula, alone) => {
  const grid = sheet(formula);
  expect(isAsItWas(grid, grid)).toBe(alone);
  expect(isAsItWas(grid, { ...grid, rows: 2 })).toBe(false);
});
