// Names of files the pane hands over.
import { afterEach, expect, it, vi } from 'vitest';
import { bytesOf, fileName, saveWord, takesDownloads } from '../../../taskpane/files.ts';

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

afterEach(() => {
  takesDownloads(true);
  vi.unstubAllGlobals();
});

it.each([
  ['复制得了', async () => undefined, true, '已带格式复制'],
  ['复制不了', async () => Promise.reject(new Error('refused')), false, '也没有复制成'],
])('存不了文件的 Excel（Mac、iPad）：改为复制文字，%s的说出来', async (_, write, box, words) => {
  vi.stubGlobal('ClipboardItem', class {});
  vi.stubGlobal('navigator', { clipboard: { write, writeText: write } });
  vi.stubGlobal('document', {
    createElement: () => ({ style: {}, select: () => undefined, remove: () => undefined }),
    body: { append: () => undefined },
    activeElement: null,
    execCommand: () => box,
  });
  takesDownloads(false);
  const said = await saveWord('说明.docx', new Uint8Array(), { blocks: [] });
  expect(said).toContain(words);
});
