// Names of files the pane hands over.
import { expect, it } from 'vitest';
import { bytesOf, fileName } from '../../../taskpane/files.ts';

it.each([
  ['2021年度决算公开情况说明.docx', '2021年度决算公开情况说明.docx'],
  ['表1/表2: 核对?.txt', '表1／表2： 核对？.txt'],
  ['部门决算. ', '部门决算'],
])('文件名 %s', (text, name) => {
  expect(fileName(text)).toBe(name);
});

it('读出文件的字节', async () => {
  expect(await bytesOf(new File(['勾稽'], '勾稽.txt'))).toEqual(new TextEncoder().encode('勾稽'));
});
