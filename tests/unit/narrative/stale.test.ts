// A cell that changes makes the numbers computed from it stale, and only those are put right.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { plainText, spansOf, spanText } from '../../../src/narrative/document.ts';
import { staleNumbers, withNumbers } from '../../../src/narrative/stale.ts';
import { write } from '../../../src/review/narrative.ts';
import { changed, sample } from '../../support/samples.ts';
import { STATED, withSupplement } from '../../support/supplement.ts';

const written = async (value?: number) => {
  const book = await sample('hanyang-2021');
  const change = value === undefined ? [] : [{ sheet: '表6', address: 'F10', value }];
  return write(withSupplement(changed(book, change), STATED), CATALOGUE).narrative;
};

it('数字的编号不重复', async () => {
  const ids = [...spansOf(await written())].flatMap((s) => (s.kind === 'number' ? [s.id] : []));
  expect(ids).toHaveLength(new Set(ids).size);
  expect(ids.length).toBeGreaterThan(80);
});

it('没有改动就没有过时的数', async () => {
  expect(staleNumbers(await written(), await written())).toEqual([]);
});

it('一格改动，由它算出的数过时；只更新一个', async () => {
  const book = withSupplement(await sample('hanyang-2021'), STATED);
  const before = write(book, CATALOGUE).narrative;
  const total = [...spansOf(before)].find((s) => s.kind === 'number' && s.text === '40.92万元');
  if (total?.kind !== 'number') throw new Error('没有公用经费');
  const [cell] = total.cells;
  const after = write(
    changed(book, [{ sheet: cell!.location.sheet, address: cell!.address, value: 50.92 }]),
    CATALOGUE,
  ).narrative;
  const stale = staleNumbers(before, after);
  expect(stale.map((s) => `${spanText(s.was)}→${s.now && spanText(s.now)}`)).toEqual([
    '40.92万元→50.92万元',
    '40.92万元→50.92万元',
    '增加4.85万元→增加14.85万元',
    '增长13.45%→增长41.17%',
  ]);
  const one = withNumbers(before, after, new Set([stale[0]!.was.id]));
  expect(plainText(one).text.split('50.92')).toHaveLength(2);
  const all = withNumbers(before, after, new Set(stale.map((s) => s.was.id)));
  expect(plainText(all).text).toBe(plainText(after).text);
});
