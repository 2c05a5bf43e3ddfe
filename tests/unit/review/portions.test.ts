// A text beyond the limits: read portion by portion, and what was not read is listed, never passed over.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { openGroups } from '../../../src/narrative/readings/open.ts';
import { inPortions, TIE_LIMITS } from '../../../src/review/portions.ts';
import { tieAlone } from '../../../src/review/tie.ts';

/** Lines that have nothing to do with each other; the second and the last do not add up. */
const line = (name: string, last: number): string =>
  `${name}设备30.00万元，其中：${name}主机10.00万元，${name}配件${last}.00万元。\n`;
const LINE = line('甲', 20);
const text = LINE + line('乙', 25) + line('丙', 20) + line('丁', 20) + line('戊', 25);
const given = { text, broken: false };
const read = (portion: typeof given) => tieAlone(portion, CATALOGUE);
const limits = { portion: 2 * LINE.length, most: text.length };

it('分段核对与整篇核对，结果和位置一样', () => {
  const whole = read(given);
  const parts = inPortions(given, read, limits);
  expect(parts).toEqual(whole);
  expect(parts.findings.length + parts.counts.broken).toBeGreaterThan(0);
});

it('超出篇幅的部分：每个数都列为未核对，并说明读到哪里', () => {
  const report = inPortions(given, read, { ...limits, most: 2 * LINE.length });
  expect(report.numbers).toHaveLength(15);
  expect(report.unread).toEqual({
    from: 2 * LINE.length,
    message: `文稿共 ${text.length} 字，只核对了前 ${2 * LINE.length} 字；后面的 9 个数字没有核对，列为未核对。请把文稿分成几份，分别核对。`,
  });
  for (const n of report.numbers) expect(text.slice(n.start, n.end)).toBe(n.text);
  expect(openGroups(report).at(-1)).toMatchObject({ words: '超出一次核对的范围' });
});

it('超过时限：读完一段就停，照样列出没有读的数', () => {
  const report = inPortions(given, read, { ...limits, isOver: () => true });
  expect(report.unread?.message).toContain('核对超过了时限，只核对了前');
  expect(report.numbers.filter((n) => n.reason === 'not-read')).toHaveLength(9);
});

it('繁体文稿分段时，读的是简体，位置是原文的', () => {
  const traditional = { text: text.replaceAll('设备', '設備'), reading: text, broken: false };
  expect(inPortions(traditional, read, limits).counts).toEqual(read(given).counts);
});

it('没有换行的长文稿在句号后分段', () => {
  const flat = { text: text.replaceAll('\n', ''), broken: false };
  const ends: number[] = [];
  const noted = (portion: typeof given) => {
    ends.push(portion.text.length);
    return read(portion);
  };
  inPortions(flat, noted, { ...TIE_LIMITS, portion: LINE.length + 5 });
  expect(ends).toEqual(Array.from({ length: 5 }, () => LINE.length - 1));
});

it('未核对按缺什么归组，值得先看的在前', () => {
  const open = read({
    text: '办公经费1.20万元。培训3次。会议费比上年增长5.6%。甲项目比上年减少2次。',
    broken: false,
  });
  expect(openGroups(open).map((g) => [g.words, g.numbers.map((n) => n.text)])).toEqual([
    ['上年数没有写出', ['5.6%', '2次']],
    ['看不出是表里的哪一项', ['1.20万元']],
    ['个数等没有可比的数', ['3次']],
  ]);
});
