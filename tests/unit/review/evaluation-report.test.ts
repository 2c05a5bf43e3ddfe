// The skeleton of a 自评报告: every number from its cell, gaps where people have to write.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { addressOf, cellAt } from '../../../src/facts/grid.ts';
import { blockText, gapsOf, spansOf } from '../../../src/narrative/document.ts';
import { evaluationReport } from '../../../src/review/evaluation-report.ts';
import { performanceOf } from '../../../src/review/performance.ts';
import { changed, sample } from '../../support/samples.ts';

const { report } = CATALOGUE.scoring;

describe('自评报告', () => {
  it('项目：得分、执行、完成与未完成', async () => {
    const [own] = performanceOf(await sample('自评-食堂'), CATALOGUE).cases;
    const text = evaluationReport(own!, report).blocks.map(blockText);
    expect(text[0]).toBe('2023年度社区食堂补助经费项目支出绩效自评报告');
    expect(text).toContain('预算执行情况设定分值10分，评价实得9.5分。');
    expect(text).toContain('产出情况设定分值50分，评价实得48.33分。');
    expect(text).toContain(
      '年初预算数为100.00万元，全年预算数为120.00万元，执行数为114.00万元，预算执行率为95%，得9.5分。',
    );
    expect(text).toContain(
      '根据各项指标设定的权重和实际得分，2023年度社区食堂补助经费项目绩效自评得分为95.83分，等级为“优”。',
    );
    expect(text).toContain(
      '（1）巡查次数：目标值≥48次，实际完成值40次，得8.33分，原因：上半年人员不足；',
    );
    expect(text.filter((t) => t.includes('【待填：'))).toEqual([
      '【待填：存在的问题和原因】',
      '【待填：下一步拟改进措施】',
      '【待填：单位职能、机构设置、人员和支出情况】',
      '【待填：自评的目的、程序、对象、范围、指标体系和方法】',
      '【待填：上年度自评结果的应用情况】',
    ]);
  });

  it('整体：每个数都是它那一格的数', async () => {
    const snapshot = await sample('hanyang-2021');
    const own = performanceOf(snapshot, CATALOGUE).cases[0]!;
    const document = evaluationReport(own, report);
    const numbers = [...spansOf(document)].filter((s) => s.kind === 'number');
    expect(numbers.length).toBeGreaterThan(15);
    const grid = snapshot.sheets.find((s) => s.name === '部门整体绩效自评表')!;
    for (const span of numbers.filter((s) => s.cells.length === 1)) {
      const { location, address } = span.cells[0]!;
      expect(addressOf(location)).toBe(address);
      const stored = String(cellAt(grid, location.row, location.column)?.value);
      expect(Number.parseFloat(span.text), address).toBe(Number.parseFloat(stored));
    }
    expect(document.blocks.map(blockText).join('\n')).not.toContain('全面完成');
  });

  it('没有预算不写执行率，没填的数是待填处', async () => {
    const book = changed(await sample('自评-食堂'), [
      { sheet: '表', address: 'D6', value: 0 },
      { sheet: '表', address: 'H20', value: null },
    ]);
    const [own] = performanceOf(book, CATALOGUE).cases;
    const document = evaluationReport(own!, report);
    const text = document.blocks.map(blockText).join('\n');
    expect(text).toContain('无预算安排，不计算执行率');
    expect(gapsOf(document).map((g) => g.wanted)).toContain('总分');
  });
});
