// The whole text of the samples under review: a change shows as a difference to be read and accepted.
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { gapsOf, plainText } from '../../src/narrative/document.ts';
import { type Text, write } from '../../src/review/narrative.ts';
import { sample } from '../support/samples.ts';
import { STATED, withSupplement } from '../support/supplement.ts';
import { TELLING } from '../support/telling.ts';

const folder = new URL('./narrative/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

function whole({ narrative, terms }: Text): string {
  const gaps = gapsOf(narrative).map((g) => `${g.key}｜${g.wanted}`);
  return [
    plainText(narrative).text,
    plainText(terms).text,
    ['待填：', ...gaps].join('\n'),
    '',
  ].join('\n\n');
}

/** Numbers of the published text, by section, as far as tables and 补充资料 hold them. */
const PUBLISHED: Readonly<Record<string, string>> = {
  总体: '838.78万元 80.09万元 10.56%',
  收入: '837.39万元 837.33万元 99.99% 0.00万元 0.00% 0.06万元 0.01%',
  支出: '838.78万元 608.63万元 72.56% 230.15万元 27.44% 0.00万元 0.00%',
  财拨: '837.33万元 78.64万元 10.37%',
  一般:
    '837.33万元 99.83% 78.64万元 10.37% 634.34万元 75.76% 31.67万元 3.78% 38.61万元 4.61% ' +
    '129.71万元 15.49% 708.99万元 118.10% 608.63万元 228.70万元 636.87万元 99.60% 31.08万元 ' +
    '101.90% 38.04万元 101.50% 3.00万元 100.00% 0.00万元',
  基本: '608.63万元 567.71万元 40.92万元',
  三公: '4.10万元 75.93% 1.30万元 0.09万元 2.24% 0辆 7辆 0.00万元',
  机关: '40.92万元 4.85万元 13.45%',
  采购: '0.60万元 100.00%',
  资产: '7辆 1辆 6辆',
  绩效:
    '5个 104.02万元 45.48% 53.85万元 43.36万元 80.52% 35.00万元 29.45万元 39.00万元 25.54万元 ' +
    '65.49% 3.00万元 100.00% 2.57万元',
};

describe('披露原文', () => {
  it.each(Object.entries(PUBLISHED))('%s：表能支持的数都写得出', async (section, numbers) => {
    const { narrative } = write(withSupplement(await sample('hanyang-2021'), STATED), CATALOGUE);
    const own = narrative.blocks.flatMap((b) =>
      b.kind === 'paragraph' && b.section === section ? b.spans : [],
    );
    const written = own.flatMap((s) => (s.kind === 'number' ? [s.text] : []));
    expect(numbers.split(' ').filter((n) => !written.includes(n))).toEqual([]);
  });

  it('原文写错的写对了', async () => {
    const { narrative } = write(withSupplement(await sample('hanyang-2021'), STATED), CATALOGUE);
    const { text } = plainText(narrative);
    // A class left out, rates over a budget of zero, two rates that do not follow from their amounts.
    expect(text).toContain('农林水（类）支出3.00万元，占0.36%');
    expect(text).toContain(
      '住房保障支出（类）。年初预算为0.00万元，支出决算为129.71万元，年初未安排预算',
    );
    for (const wrong of ['完成年初预算的0%', '67.21%', '84.13%', '85.83%'])
      expect(text).not.toContain(wrong);
    expect(text).toContain('完成预算的84.14%');
    expect(text).toContain('完成预算的85.67%');
    // Items of 基本支出 are those with an amount.
    expect(text).not.toMatch(/印刷费|离休费|信息网络及软件购置更新/);
  });
});

describe('情况说明全文', () => {
  it('样本与补充资料', async () => {
    const book = withSupplement(await sample('hanyang-2021'), STATED);
    await expect(whole(write(book, CATALOGUE))).toMatchFileSnapshot(`${folder}湖北-补充资料.txt`);
  });

  it('没有补充资料：缺的都看得见', async () => {
    const book = await sample('hanyang-2021');
    await expect(whole(write(book, CATALOGUE))).toMatchFileSnapshot(`${folder}湖北-未补充.txt`);
  });

  it.each(TELLING.filter((place) => place !== '湖北'))('以元为单位的样本：%s', async (place) => {
    const region = CATALOGUE.regionNamed(place)!;
    const text = write(await sample('example-2023-yuan'), CATALOGUE, { region });
    await expect(whole(text)).toMatchFileSnapshot(`${folder}元-${place}.txt`);
  });
});
