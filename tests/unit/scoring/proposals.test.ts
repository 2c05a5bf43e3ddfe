// What is proposed for a table whose scores are empty, and what is left to people.

import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Snapshot } from '../../../src/facts/grid.ts';
import { parseExact, toText } from '../../../src/measure/exact.ts';
import { openBook } from '../../../src/review/book.ts';
import { performanceOf } from '../../../src/review/performance.ts';
import { review } from '../../../src/review.ts';
import {
  openScores,
  type Proposal,
  reasonsWanted,
  resultOf,
} from '../../../src/scoring/propose.ts';
import { changed, sample } from '../../support/samples.ts';

const SCORES = ['H6', 'H13', 'H14', 'H15', 'H16', 'H17', 'H18', 'H19', 'H20', 'G6'];
const emptied = async (...kept: string[]): Promise<Snapshot> =>
  changed(
    await sample('自评-食堂'),
    SCORES.filter((a) => !kept.includes(a)).map((address) => ({
      sheet: '表',
      address,
      value: null,
    })),
  );
const told = (list: readonly Proposal[]) =>
  Object.fromEntries(list.map((p) => [p.address, toText(p.value)]));

describe('建议得分', () => {
  it('能算的都算出来，定性的留给人', async () => {
    const { proposals, cases } = performanceOf(openBook(await emptied(), CATALOGUE));
    expect(told(proposals)).toEqual({
      G6: '0.95',
      H6: '9.5',
      H13: '15',
      H14: '8.33',
      H15: '10',
      H16: '5',
      H17: '10',
      H19: '10',
    });
    expect(openScores(cases[0]!).map((o) => [o.address, o.why])).toEqual([
      ['H18', '定性指标，完成情况为“达成”，应在 24–30 分 之内评定'],
    ]);
    const step = proposals.find((p) => p.address === 'H14')!;
    expect(step.explanation).toContain('48');
    expect(step.explanation).toContain('40');
  });

  it('定性的评了，总分也建议；填进去就相符', async () => {
    const snapshot = await emptied('H18');
    const { proposals, cases } = performanceOf(openBook(snapshot, CATALOGUE));
    expect(told(proposals).H20).toBe('95.83');
    expect(resultOf(cases[0]!)).toMatchObject({ grade: '优', proposed: true });
    const filled = changed(
      snapshot,
      proposals.map((p) => ({
        sheet: p.sheet,
        address: p.address,
        value: Number(toText(p.value)),
      })),
    );
    const wrong = review(filled, CATALOGUE).findings.filter((f) => f.verdict !== 'exact');
    expect(wrong.map((f) => f.message)).toEqual([]);
    expect(performanceOf(openBook(filled, CATALOGUE)).proposals).toEqual([]);
  });

  it('填了的不动，没有权重的不猜', async () => {
    const { proposals } = performanceOf(openBook(await sample('自评-食堂'), CATALOGUE));
    expect(proposals).toEqual([]);
    const bare = changed(await emptied(), [{ sheet: '表', address: 'G13', value: null }]);
    const { cases } = performanceOf(openBook(bare, CATALOGUE));
    expect(openScores(cases[0]!).find((o) => o.address === 'H13')?.why).toContain('没有分值');
  });

  it('按选定的预设算', async () => {
    const over = changed(await emptied(), [{ sheet: '表', address: 'F17', value: '4元' }]);
    // The table's own note gives the inverse ratio, whatever the preset says.
    expect(told(performanceOf(openBook(over, CATALOGUE, { preset: '通用' })).proposals).H17).toBe(
      '7.5',
    );
    const silent = changed(over, [{ sheet: '表', address: 'A23', value: null }]);
    expect(told(performanceOf(openBook(silent, CATALOGUE, { preset: '通用' })).proposals).H17).toBe(
      '6.67',
    );
    expect(told(performanceOf(openBook(silent, CATALOGUE, { preset: '全国' })).proposals).H17).toBe(
      '7.5',
    );
  });

  it('要说明原因的列出来', async () => {
    const { cases } = performanceOf(openBook(await sample('hanyang-2021'), CATALOGUE));
    expect(cases.map((c) => reasonsWanted(c).length)).toEqual([0, 1, 1, 1, 0, 1]);
    expect(reasonsWanted(cases[3]!)).toEqual(['执行率 65.49% 低于 90%']);
    expect(resultOf(cases[3]!)).toMatchObject({ total: parseExact('93.10'), grade: '优' });
  });
});

describe('没有写明方向的', () => {
  it('反过来相符的，不算不符，请写明方向', async () => {
    const book = changed(await sample('自评-食堂'), [
      { sheet: '表', address: 'E14', value: '40次' },
      { sheet: '表', address: 'F14', value: '48次' },
    ]);
    const found = review(book, CATALOGUE).findings.filter((f) => f.rule === 'S07');
    expect(found.filter((f) => f.verdict === 'broken')).toEqual([]);
    expect(found.find((f) => f.verdict === 'unknown')?.message).toContain('按“≤”则相符');
  });
});

describe('其中只列一项的', () => {
  it('总额比它多的，请核实；它比总额多的，是错', async () => {
    const severityAt = async (part: number) => {
      const gone = ['B8', 'C8', 'D8', 'E8', 'B9', 'C9', 'D9', 'E9', 'G8'];
      const book = changed(await sample('自评-食堂'), [
        ...gone.map((address) => ({ sheet: '表', address, value: null })),
        { sheet: '表', address: 'C7', value: 100 },
        { sheet: '表', address: 'D7', value: part },
        { sheet: '表', address: 'E7', value: 114 },
      ]);
      const found = review(book, CATALOGUE).findings.filter((f) => f.rule === 'S01');
      return found.filter((f) => f.verdict === 'broken').map((f) => f.severity);
    };
    expect([await severityAt(100), await severityAt(120), await severityAt(140)]).toEqual([
      ['warning'],
      [],
      ['error'],
    ]);
  });
});

describe('没有写明办法的', () => {
  const silent = async (...changes: { address: string; value: string | number }[]) =>
    changed(await sample('自评-食堂'), [
      { sheet: '表', address: 'A23', value: null },
      ...changes.map((c) => ({ sheet: '表', ...c })),
    ]);
  it('按另一种常用办法相符的，不算不符', async () => {
    const book = await silent({ address: 'F17', value: '4元' }, { address: 'H17', value: 6.67 });
    const found = review(book, CATALOGUE).findings.filter((f) => f.rule === 'S07');
    expect(found.filter((f) => f.verdict === 'broken')).toEqual([]);
    expect(found.find((f) => f.verdict === 'unknown')?.message).toContain('请确认本地的计分办法');
  });
  it('哪种办法都不符的，请核实', async () => {
    const book = await silent({ address: 'F17', value: '4元' }, { address: 'H17', value: 9 });
    const found = review(book, CATALOGUE).findings.filter((f) => f.rule === 'S07');
    expect(found.filter((f) => f.verdict === 'broken')).toMatchObject([
      { severity: 'warning', stated: '9.00', expected: '7.50' },
    ]);
  });
});
