// The whole text of the samples under review: a change shows as a difference to be read and accepted.
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/catalogue/index.ts';
import { gapsOf, plainText } from '../../src/narrative/document.ts';
import { type Text, write } from '../../src/review/narrative.ts';
import { sample } from '../support/samples.ts';
import { STATED, withSupplement } from '../support/supplement.ts';

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

describe('情况说明全文', () => {
  it('样本与补充资料', async () => {
    const book = withSupplement(await sample('hanyang-2021'), STATED);
    await expect(whole(write(book, CATALOGUE))).toMatchFileSnapshot(`${folder}湖北-补充资料.txt`);
  });

  it('没有补充资料：缺的都看得见', async () => {
    const book = await sample('hanyang-2021');
    await expect(whole(write(book, CATALOGUE))).toMatchFileSnapshot(`${folder}湖北-未补充.txt`);
  });

  it.each(['全国', '上海', '四川', '湖南', '甘肃', '广东'])(
    '以元为单位的样本：%s',
    async (place) => {
      const region = CATALOGUE.regionNamed(place)!;
      const text = write(await sample('example-2023-yuan'), CATALOGUE, { region });
      await expect(whole(text)).toMatchFileSnapshot(`${folder}元-${place}.txt`);
    },
  );
});
