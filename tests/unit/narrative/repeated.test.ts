// Numbers that no table holds and the text itself bears out: told twice in the same words, bands that join, points that
// add up. They only ever confirm: what differs may be another thing.
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { tie, tieAlone } from '../../../src/review/tie.ts';
import { sample } from '../../support/samples.ts';

const verdicts = (text: string): string[] =>
  tieAlone({ text, broken: false }, CATALOGUE).numbers.map((n) => `${n.text} ${n.verdict}`);

const BETWEEN = `本单位按照年初部署推进各项工作，${'认真落实上级要求，'.repeat(8)}取得了较好成效。\n`;

it('同样的话说了两遍，数也一样：互相印证', () => {
  const text = `全年印发会议纪要46期，接收上级文件582余件。\n${BETWEEN}一年来印发会议纪要46期，接收上级文件582余件。\n`;
  expect(verdicts(text)).toEqual(['46期 exact', '582余件 exact', '46期 exact', '582余件 exact']);
});

it('两遍的数不一样，或挨得太近，或只是泛泛的话：不作印证，也不指责', () => {
  expect(verdicts(`全年印发会议纪要46期。\n${BETWEEN}一年来印发会议纪要48期。\n`)).toEqual([
    '46期 unknown',
    '48期 unknown',
  ]);
  expect(verdicts('东区新增停车泊位30个，西区新增停车泊位30个。')).toEqual([
    '30个 unknown',
    '30个 unknown',
  ]);
  expect(verdicts(`产出指标分值权重为40分。\n${BETWEEN}效益指标分值权重为40分。\n`)).toEqual([
    '40分 unknown',
    '40分 unknown',
  ]);
});

it('计分的档次首尾相接：相符；断开的不作印证', () => {
  const all = (text: string) => new Set(verdicts(text).map((v) => v.split(' ')[1]));
  const good =
    '分别按照分值区间100%-80%（≥80%）、80%-60%（≥60%，＜80%）、60%-0%（＜60%）确定分值。';
  expect(all(good)).toEqual(new Set(['exact']));
  expect(all(good.replace('、80%-60%', '、75%-60%'))).toEqual(new Set(['unknown']));
  expect(all('分为100-80%（含80%）、80-50%（含50%）、50-0%三档。')).toEqual(new Set(['exact']));
});

it('分值合计一百分，得分合计即总分：相符', () => {
  const text = (total: number) =>
    `一、部门整体绩效自评\n投入情况设定分值20分，评价实得分18分。\n产出情况设定分值40分，评价实得分40分。\n效益情况设定分值40分，评价实得分37分。\n综合评定总得分为${total}分。\n`;
  expect(new Set(verdicts(text(95)).map((v) => v.split(' ')[1]))).toEqual(new Set(['exact']));
  const wrong = verdicts(text(96));
  expect(wrong.filter((v) => v.endsWith('exact'))).toEqual([
    '20分 exact',
    '40分 exact',
    '40分 exact',
  ]);
});

it('没有标题的自评报告：项目的“支出”不当作政府性基金支出', async () => {
  const text = '精准扶贫工作经费安排3万元，支出3万元，执行率100%。';
  const { numbers } = tie(await sample('hanyang-2021'), { text, broken: false }, CATALOGUE);
  expect(numbers.filter((n) => n.verdict === 'broken').map((n) => n.message)).toEqual([]);
});
