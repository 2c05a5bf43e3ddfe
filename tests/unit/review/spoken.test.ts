// Rules as people read them: titles of the open workbook in place of our ids.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { spoken, titlesOf } from '../../../src/review/spoken.ts';

const titles = titlesOf([], CATALOGUE.forms.forms);

it.each([
  ['表1: 收入·总计 = 支出·总计', '收入支出决算总表', '收入·总计 = 支出·总计'],
  ['表1: 收入·总计 = 支出·总计', '收入决算表', '收入支出决算总表：收入·总计 = 支出·总计'],
  [
    '表1.本年收入合计 = 表2.合计·本年收入合计',
    '收入支出决算总表',
    '收入支出决算总表·本年收入合计 = 收入决算表·合计·本年收入合计',
  ],
  [
    '表1.年初结转和结余 = 上年.表1.年末结转和结余',
    undefined,
    '收入支出决算总表·年初结转和结余 = 上年·收入支出决算总表·年末结转和结余',
  ],
  [
    '表7: 合计 = 「因公出国（境）费」 + 公务接待费',
    undefined,
    '财政拨款“三公”经费支出决算表：合计 = 「因公出国（境）费」 + 公务接待费',
  ],
])('%s', (says, own, words) => {
  expect(spoken(says, titles, own)).toBe(words);
});

it('没有一条规则留下表的编号', () => {
  const left = CATALOGUE.identities.filter((i) => /表\d/.test(spoken(i.says, titles)));
  expect(left.map((i) => i.id)).toEqual([]);
});
