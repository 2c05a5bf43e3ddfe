// The cards of 绩效 and the filling of blanks: what is shown, what is proposed, what is written.

import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Snapshot } from '../../../src/facts/grid.ts';
import { openBook } from '../../../src/review/book.ts';
import { performanceOf } from '../../../src/review/performance.ts';
import { review } from '../../../src/review.ts';
import { type Card, cardsOf, isEven } from '../../../taskpane/areas/evaluation/cards.ts';
import {
  chosenAtFirst,
  proposalKey,
  settled,
  writesFor,
} from '../../../taskpane/areas/evaluation/filling.ts';
import { sheetOf } from '../../support/department/page.ts';
import { laidOut } from '../../support/evaluation/layout.ts';
import { type Evaluated, evaluated, printed } from '../../support/evaluation/model.ts';
import { lookOf } from '../../support/evaluation/paper.ts';
import { changed, sample } from '../../support/samples.ts';

const cards = (snapshot: Snapshot, preset?: string): readonly Card[] => {
  const options = preset ? { preset } : {};
  const { findings } = review(snapshot, CATALOGUE, options);
  return cardsOf(performanceOf(openBook(snapshot, CATALOGUE, options)), findings);
};
const book = (e: Evaluated, seed: number): Snapshot => ({
  sheets: [sheetOf('自评', [{ page: laidOut(e, lookOf(seed)), row: 0, column: 0 }]).grid],
});

describe('绩效卡片', () => {
  it('样本：表内的数与按规则的数并列，每个数指得回单元格', async () => {
    const all = cards(await sample('hanyang-2021'));
    expect(
      all.map((c) => [c.title, ...c.figures.map((f) => `${f.name} ${f.printed}|${f.ruled}`)]),
    ).toEqual([
      [
        '2021年度区委办部门整体绩效自评表',
        '执行率 103.73%|103.73%',
        '执行得分 20|20',
        '总分 100|100',
      ],
      ['党办综合(外事）工作经费', '执行率 80.52%|80.52%', '执行得分 16.1|16.1', '总分 96.1|96.1'],
      ['保密机要工作经费', '执行率 84.13%|84.14%', '执行得分 16.83|16.83', '总分 96.83|96.83'],
      ['国安工作经费', '执行率 65.49%|65.49%', '执行得分 13.1|13.1', '总分 93.1|93.1'],
      ['精准扶贫专项经费', '执行率 100%|100.00%', '执行得分 20|20', '总分 100|100'],
      ['行政事业单位残保金', '执行率 85.83%|85.67%', '执行得分 17.17|17.17', '总分 97.17|97.17'],
    ]);
    const [, project] = all;
    expect(project!.rows.map((r) => [r.name, r.understood, r.places.得分?.address])).toContainEqual(
      ['普发性文件数量', '不超过100件', 'G10'],
    );
  });

  it('没有写明的方向都标出来，写明的不标', async () => {
    const [whole, project] = cards(await sample('hanyang-2021'));
    const assumed = (card: Card) => card.rows.filter((r) => r.assumed).map((r) => r.name);
    expect(assumed(whole!)).toContain('互联网计算机检查数量');
    expect(assumed(project!)).not.toContain('普发性文件数量');
  });

  it('有分值的表：每项按规则的得分就是填写的得分', () => {
    const e = evaluated(11, 'F1');
    const [card] = cards(book(e, 11));
    expect(card!.figures.every(isEven)).toBe(true);
    const numbers = card!.rows.filter((r) => /^[\d.]+$/.test(r.ruled));
    expect(numbers.length).toBeGreaterThan(2);
    expect(numbers.map((r) => r.ruled)).toEqual(numbers.map((r) => r.printed));
  });
});

describe('填入得分', () => {
  const blanks = async () =>
    changed(await sample('hanyang-2021'), [
      { sheet: '党办综合业务费项目自评表', address: 'G8', value: null },
      { sheet: '党办综合业务费项目自评表', address: 'B17', value: null },
      { sheet: '保密机要工作经费项目自评表', address: 'F8', value: null },
    ]);

  it('只对空格提出建议，并说明怎么算', async () => {
    const all = cards(await blanks());
    const told = all.flatMap((c) => c.proposals.map((p) => [proposalKey(p), p.explanation]));
    expect(told.map(([key]) => key)).toEqual([
      '党办综合业务费项目自评表!G8',
      '党办综合业务费项目自评表!B17',
      '保密机要工作经费项目自评表!F8',
    ]);
    expect(told.every(([, why]) => (why ?? '').length > 4)).toBe(true);
  });

  it('写入的是规则给出的数；比率按百分比格式写', async () => {
    const snapshot = await blanks();
    const { proposals } = performanceOf(openBook(snapshot, CATALOGUE));
    const writes = writesFor(chosenAtFirst(proposals), proposals, snapshot);
    expect(writes).toEqual([
      { sheet: '党办综合业务费项目自评表', address: 'G8', value: 16.1 },
      { sheet: '党办综合业务费项目自评表', address: 'B17', value: 96.1 },
      { sheet: '保密机要工作经费项目自评表', address: 'F8', value: 0.8414, format: '0.00%' },
    ]);
  });

  it('预览之后被人填上的格子不再写', async () => {
    const { proposals } = performanceOf(openBook(await blanks(), CATALOGUE));
    const later = changed(await blanks(), [
      { sheet: '党办综合业务费项目自评表', address: 'G8', value: 15 },
    ]);
    const now = performanceOf(openBook(later, CATALOGUE)).proposals;
    const writes = writesFor(chosenAtFirst(proposals), now, later);
    expect(writes.map((w) => w.address)).toEqual(['B17', 'F8']);
  });

  it('推定方向的先不勾；少勾一项，总分也不填', () => {
    const e = evaluated(7, 'F1');
    const own = e.indicators.map((x) => ({ ...x, target: { ...x.target, text: x.target.value } }));
    const base = book({ ...e, indicators: own }, 7);
    const { cases } = performanceOf(openBook(base, CATALOGUE));
    const facts = [
      ...cases[0]!.indicators.map((i) => i.indicator.score!),
      cases[0]!.evaluation.total!,
    ];
    const blank = {
      sheets: base.sheets.map((s) => ({
        ...s,
        cells: s.cells.map((line, row) =>
          line?.map((cell, column) =>
            facts.some((f) => f.location.row === row && f.location.column === column)
              ? { ...cell, value: null }
              : cell,
          ),
        ),
      })),
    };
    const { proposals } = performanceOf(openBook(blank, CATALOGUE));
    const assumed = proposals.filter((p) => p.assumed);
    expect(assumed.length).toBeGreaterThan(0);
    const first = chosenAtFirst(proposals);
    expect(assumed.some((p) => first.has(proposalKey(p)))).toBe(false);
    const everything = new Set(proposals.map(proposalKey));
    expect(settled(proposals, everything)).toEqual(everything);
    const without = new Set([...everything].filter((k) => k !== proposalKey(assumed[0]!)));
    const totals = proposals.filter((p) => p.label.endsWith(' 总分')).map(proposalKey);
    expect(totals.every((k) => !settled(proposals, without).has(k))).toBe(true);
    expect(printed(e.total)).toMatch(/^\d/);
  });
});
