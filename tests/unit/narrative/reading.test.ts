// Reading back by sentences: what is claimed, what is not, and texts that could be read in very many ways.

import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { readText, rewritten } from '../../../src/narrative/reading.ts';
import { openBook } from '../../../src/review/book.ts';
import { materialOf } from '../../../src/review/narrative.ts';
import { sample } from '../../support/samples.ts';
import { STATED, withSupplement } from '../../support/supplement.ts';

const read = async (text: string) => {
  const { sentences, source } = materialOf(
    openBook(withSupplement(await sample('hanyang-2021'), STATED), CATALOGUE),
  );
  return readText(text, sentences.values(), source);
};
const TOTAL = '2021年度收、支总计838.78万元。与2020年度相比，收、支总计各';

describe('回读', () => {
  it('方向词错就是数错，改写连方向一起改', async () => {
    const text = `${TOTAL}减少80.09万元，增长10.56%，主要原因是追加人员经费。`;
    const { numbers } = await read(text);
    expect(numbers.map((n) => n.verdict)).toEqual(['exact', 'broken', 'exact']);
    expect(rewritten(text, numbers)).toBe(text.replace('减少', '增加'));
  });

  it('写成持平而表中有变动', async () => {
    const { numbers, faults } = await read(
      '2021年度收、支总计838.78万元。与2020年度相比，收、支总计持平。',
    );
    expect(numbers.map((n) => n.verdict)).toEqual(['exact']);
    expect(faults.map((f) => [f.rule, f.kind])).toEqual([['C01', 'wording']]);
  });

  it('封闭的清单漏了一类', async () => {
    const { faults } = await read(
      '2021年度一般公共预算财政拨款支出837.33万元，主要用于以下方面：一般公共服务（类）支出634.34万元，占75.76%；社会保障和就业（类）支出31.67万元，占3.78%；卫生健康（类）支出38.61万元，占4.61%；住房保障（类）支出129.71万元，占15.49%。',
    );
    expect(faults.map((f) => f.message)).toEqual(['漏列了“农林水支出”']);
  });

  it('不是我们的句子，一个数也不认领', async () => {
    const { numbers } = await read(
      '全年召开会议17次，印发文件49件，收、支总计另见附表838.78万元。',
    );
    expect(numbers).toEqual([]);
  });

  it('说得通的读法太多时放手，不拖住', async () => {
    const many = '增加1.00万元，增长1.00%，主要原因是甲；'.repeat(400);
    const { numbers } = await read(
      `2021年度“三公”经费财政拨款支出决算数比2020年度增加0.09万元，增长2.24%。其中：因公出国（境）费支出决算${many}`,
    );
    expect(numbers.filter((n) => n.verdict === 'broken').length).toBeLessThan(4);
  });
});
