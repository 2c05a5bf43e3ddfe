// Budgets given by 项: what a 类 and the whole come to, from which cells, and when nobody can say.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { type Document, plainText, spansOf } from '../../../src/narrative/document.ts';
import { write } from '../../../src/review/narrative.ts';
import { sample } from '../../support/samples.ts';
import { STATED, type SupplementRow, withSupplement } from '../../support/supplement.ts';

/** 项 of the sample's 表5, each with a budget. */
const ITEMS: readonly SupplementRow[] = [
  ['年初预算·2010101', 10, '万元'],
  ['年初预算·2013101', 500, '万元'],
  ['年初预算·2013102', 126.87, '万元'],
  ['年初预算·2080505', 31, '万元'],
  ['年初预算·2081199', 0.08, '万元'],
  ['年初预算·2101101', 20, '万元'],
  ['年初预算·2101103', 18.04, '万元'],
  ['年初预算·2130599', 3, '万元'],
  ['年初预算·2210203', 0, '万元'],
];
const OTHERS = STATED.filter(([name]) => !/^年初预算·(?:合计|\d)/.test(name));

const written = async (rows: readonly SupplementRow[]): Promise<Document> =>
  write(withSupplement(await sample('hanyang-2021'), [...OTHERS, ...rows]), CATALOGUE).narrative;
const textOf = async (rows: readonly SupplementRow[]): Promise<string> =>
  plainText(await written(rows)).text;

describe('分项预算', () => {
  it('类和合计是各项之和', async () => {
    const text = await textOf(ITEMS);
    expect(text).toContain('支出年初预算为708.99万元，支出决算为837.33万元，完成年初预算的118.10%');
    expect(text).toContain('一般公共服务支出（类）。年初预算为636.87万元');
    expect(text).toContain('卫生健康支出（类）。年初预算为38.04万元');
  });

  it('和的来处是每一项的单元格', async () => {
    const document = await written(ITEMS);
    const number = [...spansOf(document)].find(
      (s) => s.kind === 'number' && s.text === '636.87万元',
    );
    const cells = number?.kind === 'number' ? number.cells.map((c) => c.label) : [];
    expect(cells).toHaveLength(3);
    expect(cells.every((c) => c.includes('补充资料'))).toBe(true);
  });

  it('少一项就不合计，仍然待填', async () => {
    const text = await textOf(ITEMS.filter(([name]) => name !== '年初预算·2013102'));
    expect(text).toContain(
      '一般公共服务支出（类）。年初预算为【待填：一般公共服务支出的年初预算】',
    );
    expect(text).toContain('年初预算为【待填：年初预算合计】');
    expect(text).toContain('卫生健康支出（类）。年初预算为38.04万元');
  });

  it('类自己有数就用类的数', async () => {
    const text = await textOf([...ITEMS, ['年初预算·210', 40, '万元']]);
    expect(text).toContain('卫生健康支出（类）。年初预算为40.00万元');
    expect(text).toContain('支出年初预算为710.95万元');
  });

  it('有预算没有支出的项，同款有支出就计入，看不出归哪本预算就不合计', async () => {
    const same = await textOf([...ITEMS, ['年初预算·2013199', 1, '万元']]);
    expect(same).toContain('一般公共服务支出（类）。年初预算为637.87万元');
    const unseen = await textOf([...ITEMS, ['年初预算·2013299', 1, '万元']]);
    expect(unseen).toContain('【待填：一般公共服务支出的年初预算】');
  });
});
