// 归因 does not go on for ever: where more is wrong than anybody would mend one by one, it stops and says so.
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { reportText } from '../../../src/cli/report.ts';
import { HALTED, review } from '../../../src/review.ts';
import { spending } from '../../support/many.ts';

test.each([
  [20, undefined],
  [130, true],
])('%i 处各错各的：%s', (items, halted) => {
  const found = review(spending(items), CATALOGUE);
  expect(found.counts.broken).toBeGreaterThanOrEqual(items);
  expect(found.halted).toBe(halted);
  expect(reportText('表.xlsx', found, false).includes(HALTED)).toBe(halted === true);
});
