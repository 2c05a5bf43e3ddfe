// What tables print about their own scoring, and what follows from it.

import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { openBook } from '../../../src/review/book.ts';
import { performanceOf } from '../../../src/review/performance.ts';
import { review } from '../../../src/review.ts';
import { rowRule } from '../../../src/scoring/printed.ts';
import { changed, sample } from '../../support/samples.ts';

const { rules } = CATALOGUE.scoring;
const byRow = rules.filter((r) => r.printed);

describe('逐行评分标准', () => {
  it.each([
    ['90%以上得10分，每降5%扣1分', 'SQ9', { 每档: '5', 每档扣分: '1' }],
    ['达到目标得满分，每低于1个百分点扣0.5分，扣完为止', 'SQ9', { 每档: '1', 每档扣分: '0.5' }],
    ['≤100%计5分，每超过一个百分点扣0.5分', 'SQ22', { 每档: '1', 每档扣分: '0.5' }],
    ['完成得满分，否则不得分', 'SQ10', {}],
    ['按完成比例计分', 'SQ1', {}],
  ])('%s → %s', (text, id, parameters) => {
    expect(rowRule(text, byRow)).toMatchObject({ rule: { id }, parameters });
  });
  it('看不懂的不猜', () => {
    expect(rowRule('由专家组打分', byRow)).toBeUndefined();
  });
});

describe('表下备注', () => {
  it('读出正反向办法、分档界限、预算口径', async () => {
    const { cases } = performanceOf(openBook(await sample('hanyang-2021'), CATALOGUE));
    for (const own of cases) {
      expect(own.book.preset.id).toBe('武汉');
      expect(own.statements.map((s) => s.rule).filter(Boolean)).toEqual([
        'SX1',
        'SX9',
        'SQ1',
        'SQ2',
        'SL1',
      ]);
      expect(own.executionWeight).toMatchObject({ printed: true });
    }
  });
});

describe('超额完成', () => {
  const found = async (preset: string) => {
    const book = changed(await sample('自评-食堂'), [
      { sheet: '表', address: 'F13', value: '20家' },
    ]);
    return review(book, CATALOGUE, { preset }).findings.filter(
      (f) => f.rule === 'S10' && f.verdict === 'broken',
    );
  };
  it('广西要求说明，全国作提示，武汉不要求', async () => {
    expect(await found('广西')).toMatchObject([{ severity: 'warning' }]);
    expect((await found('广西')).map((f) => f.message)).toEqual([
      expect.stringContaining('“补助食堂数量”超额完成较多'),
    ]);
    expect(await found('武汉')).toEqual([]);
    expect(await found('全国')).toMatchObject([{ severity: 'note' }]);
  });

  it('由人工评分的超额，不说成没有达到目标', async () => {
    const over = review(await sample('hanyang-2021'), CATALOGUE, { preset: '通用' });
    const said = over.findings.filter((f) => f.rule === 'S10').map((f) => f.message);
    expect(said.join()).not.toContain('没有达到目标值');
  });
});
