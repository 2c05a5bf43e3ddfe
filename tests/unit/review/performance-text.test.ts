// S18: what a text says of the projects, against their tables.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { tie } from '../../../src/review/tie.ts';
import { sample } from '../../support/samples.ts';

const HEAD = '十三、预算绩效情况说明\n';
async function numbers(text: string) {
  const report = tie(await sample('hanyang-2021'), { text: HEAD + text, broken: false }, CATALOGUE);
  return report.numbers
    .filter((n) => n.rule === 'S18')
    .map((n) => `${n.text} ${n.verdict} ${n.expected}`);
}

describe('综述与自评表', () => {
  it('一致的相符，指到格', async () => {
    const said =
      '3.国安工作经费项目绩效自评综述：项目全年预算数为39万元，执行数为25.54万元，完成预算的65.49%。';
    expect(await numbers(said)).toEqual([
      '39万元 exact 39',
      '25.54万元 exact 25.54',
      '65.49% exact 65.49',
    ]);
  });
  it('写错的不符；换行、空格不碍', async () => {
    const said =
      '（2）保密机要工作经费项目绩效自评综述：项目全年预算数\n为 35 万元，执行数为 29.54 万元，完成预算的 84.31%。';
    expect(await numbers(said)).toEqual([
      '35 万元 exact 35',
      '29.54 万元 broken 29.45',
      '84.31% broken 84.13',
    ]);
  });
  it('元与万元可以换算，不认识的项目不判断', async () => {
    expect(
      await numbers('国安工作经费项目绩效自评综述：项目全年预算数为390000元，执行数为255400元。'),
    ).toEqual(['390000元 exact 390000', '255400元 exact 255400']);
    expect(
      await numbers('河道保洁项目绩效自评综述：项目全年预算数为39万元，执行数为25.54万元。'),
    ).toEqual([]);
  });
});

describe('覆盖与整体', () => {
  it.each([
    ['共涉及项目5个，资金103.92万元。', ['5个 exact 5', '103.92万元 exact 103.92']],
    ['共涉及项目5个，资金133.85万元。', ['5个 exact 5', '133.85万元 exact 133.85']],
    ['共涉及项目5个，资金104.02万元。', ['5个 exact 5', '104.02万元 broken 103.92']],
    ['共涉及项目7个，资金200.5万元。', []],
    [
      '组织对1个单位开展整体支出绩效自评，资金837.33万元。',
      ['1个 exact 1', '837.33万元 exact 837.33'],
    ],
    [
      '组织对1个单位开展整体支出绩效自评，资金104.02万元。',
      ['1个 exact 1', '104.02万元 broken 868.6'],
    ],
  ])('%s', async (said, expected) => {
    expect(await numbers(said)).toEqual(expected);
  });
});
