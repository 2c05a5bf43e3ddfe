// 目录: page numbers of a list of contents are no figures; the same words without a list are read as ever.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { tieAlone } from '../../../src/review/tie.ts';

const numbers = (text: string): string[] =>
  tieAlone({ text, broken: false }, CATALOGUE).numbers.map((n) => n.text);
const LIST = ['第一部分 部门概况', '一、部门职责', '二、机构设置', '第二部分 决算情况说明'];
const BODY = '本年收入合计1200.00万元。';

it.each([
  ['点线', (name: string, page: number) => `${name}................${page}`],
  ['省略号', (name: string, page: number) => `${name}……………… ${page}`],
  ['空位', (name: string, page: number) => `${name}\t${page}`],
])('目录的页码不是文中的数：%s', (_, entry) => {
  const lines = LIST.map((name, i) => entry(name, 1 + i * 3));
  expect(numbers(['目录', ...lines, BODY].join('\n'))).toEqual(['1200.00万元']);
});

it('不是目录的照常读', () => {
  const lines = ['车辆情况如下：', '一、机要通信用车 3', '二、应急保障用车 2', BODY];
  expect(numbers(lines.join('\n'))).toEqual(['3', '2', '1200.00万元']);
});
