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
    '财政拨款“三公”经费支出决算表：合计 = 因公出国（境）费 + 公务接待费',
  ],
  [
    '表1: 收入·本年收入合计 = Σ收入来源',
    '收入支出决算总表',
    '收入·本年收入合计 = 各项收入来源之和',
  ],
  ['表3: 类 = Σ款', undefined, '支出决算表：类 = 各款之和'],
  ['得分 = min(权重, 权重 × 执行率)', undefined, '得分按执行率折算，最多得满分'],
  ['得分 ∈ 权重 × 档次', undefined, '得分应落在所评的档次里'],
  [
    '得分 = 权重 × 若(完成值 ≥ 目标值, 1, 完成值 ÷ 目标值)',
    undefined,
    '完成值达到目标值的得满分，不到的按 完成值 ÷ 目标值 的比例得分',
  ],
  ['得分 = 权重 × 若(完成值 ≤ 0, 1, 0)', undefined, '完成值不超过0的得满分，超过的不得分'],
  ['得分 = 权重 × 达到', undefined, '达到目标的得满分，没有达到的不得分'],
  ['等级 = 档(总分; 90→优, 0→差)', undefined, '总分满 90 的为优，再低的为差'],
  ['总额 = 货物 + 服务；小微 ≤ 总额', undefined, '总额 = 货物 + 服务；小微不大于总额'],
])('%s', (says, own, words) => {
  expect(spoken(says, titles, own)).toBe(words);
});

it('没有一条规则留下表的编号', () => {
  const left = CATALOGUE.identities.filter((i) => /表\d/.test(spoken(i.says, titles)));
  expect(left.map((i) => i.id)).toEqual([]);
});

it('给人看的算式不用 Σ、∈、≤、≥，也没有 min( )、档( )', () => {
  const all = [
    ...CATALOGUE.identities,
    ...CATALOGUE.scoring.checks,
    ...CATALOGUE.scoring.rules,
    ...CATALOGUE.dictionary.checks,
  ];
  const says = all.flatMap((rule) => ('says' in rule && rule.says ? [rule.says] : []));
  expect(says.length).toBeGreaterThan(100);
  const left = says
    .map((s) => spoken(s, titles))
    .filter((s) => /[Σ∈≤≥]|min\(|max\(|若\(|档\(/.test(s));
  expect(left).toEqual([]);
});
