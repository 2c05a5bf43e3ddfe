// 综述 and 自评报告: every number from its cell, gaps where people have to write, nothing invented.

import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import type { Snapshot } from '../../../src/facts/grid.ts';
import { gapsOf, plainText, spansOf } from '../../../src/narrative/document.ts';
import { parseSentence } from '../../../src/narrative/sentence.ts';
import { openBook } from '../../../src/review/book.ts';
import { evaluationTexts } from '../../../src/review/evaluation-text.ts';
import { performanceOf } from '../../../src/review/performance.ts';
import { review } from '../../../src/review.ts';
import { sheetOf } from '../../support/department/page.ts';
import { laidOut } from '../../support/evaluation/layout.ts';
import { type Evaluated, evaluated, printed } from '../../support/evaluation/model.ts';
import { lookOf } from '../../support/evaluation/paper.ts';
import { changed, sample } from '../../support/samples.ts';
import { withSupplement } from '../../support/supplement.ts';

const texts = (snapshot: Snapshot) => evaluationTexts(performanceOf(openBook(snapshot, CATALOGUE)));
const book = (e: Evaluated, seed: number): Snapshot => ({
  sheets: [sheetOf('自评', [{ page: laidOut(e, lookOf(seed)), row: 0, column: 0 }]).grid],
});

describe('自评文字', () => {
  it('句式都读得懂', () => {
    const problems = CATALOGUE.evaluationText.sentences.filter((s) => !parseSentence(s.says).ok);
    expect(problems).toEqual([]);
  });

  it('样本的综述和自评报告', async () => {
    const all = texts(await sample('hanyang-2021'));
    expect(all.map((t) => t.kind)).toEqual(['自评报告', ...Array(5).fill('综述')]);
    const words = all.map((t) => `${t.kind}\n${plainText(t.document).text}`).join('\n\n');
    await expect(words).toMatchFileSnapshot('../../cases/evaluations/hanyang-2021-文字.txt');
  });

  it('每个数都有出处', async () => {
    const [report, project] = texts(await sample('hanyang-2021'));
    const cells = [...spansOf(project!.document)].flatMap((s) =>
      s.kind === 'number' ? [[s.text, ...s.cells.map((c) => c.address)].join(' ')] : [],
    );
    expect(cells).toEqual(['53.85万元 D8', '43.36万元 E8', '80.52% F8', '96.1分 B17']);
    const spent = [...spansOf(report!.document)].find(
      (s) => s.kind === 'number' && s.text === '838.78万元',
    );
    expect(spent).toMatchObject({ cells: [{ location: { sheet: '表3' } }] });
  });

  it('没有得满分或执行率低的，问题和措施必须写；表里写了的就用表里的', () => {
    const e = evaluated(3, 'F3');
    const wanting = { ...e, reasons: '', measures: '' };
    const lowered = {
      ...wanting,
      whole: { ...e.whole, spent: Math.floor(e.whole.budget / 2) },
    };
    const gaps = gapsOf(texts(book(lowered, 3))[0]!.document).map((g) => g.wanted);
    expect(gaps).toEqual(['发现的问题及原因', '下一步改进措施']);
    const told = { ...lowered, reasons: '验收推迟', measures: '提前招标' };
    const text = plainText(texts(book(told, 3))[0]!.document).text;
    expect(text).toContain('发现的问题及原因：验收推迟。下一步改进措施：提前招标。');
    expect(text).not.toContain('待填');
  });

  it('得分低于权重的，执行率再高也要写问题和措施', () => {
    const e = evaluated(3, 'F1');
    const short = { ...e, whole: { ...e.whole, spent: e.whole.budget }, total: 9900 };
    const gaps = gapsOf(texts(book(short, 3))[0]!.document).map((g) => g.wanted);
    expect(gaps).toContain('下一步改进措施');
  });

  it('在窗格里填的、补充资料里写的，各归各的项目', async () => {
    const base = await sample('hanyang-2021');
    const all = (snapshot: Snapshot, slots = {}) =>
      evaluationTexts(performanceOf(openBook(snapshot, CATALOGUE)), slots);
    const key = gapsOf(all(base)[1]!.document)[0]!.key;
    expect(key).toBe('自评·党办综合(外事）工作经费·问题·说明');
    const typed = all(base, { [key]: '验收推迟。' });
    expect(plainText(typed[1]!.document).text).toContain('发现的问题及原因：验收推迟。下一步');
    expect(gapsOf(typed[2]!.document)).toHaveLength(2);
    const supplied = withSupplement(base, [
      ['自评·党办综合（外事）工作经费·措施', null, '', '提前采购'],
      ['自评·整体·职能', null, '', '综合协调'],
    ]);
    const [report, project] = all(supplied).map((w) => plainText(w.document).text);
    expect(project).toContain('下一步改进措施：提前采购。');
    expect(report).toContain('1.主要职能。综合协调。');
    const odd = review(supplied, CATALOGUE).findings.filter((f) => f.rule === 'D09');
    expect(odd).toEqual([]);
  });

  it('预算为零的不写完成比例；算错的执行率不照抄', async () => {
    const base = await sample('hanyang-2021');
    const sheet = '国安工作经费项目自评表';
    const none = changed(base, [
      { sheet, address: 'D8', value: 0 },
      { sheet, address: 'F8', value: null },
    ]);
    const words = (s: Snapshot) => plainText(texts(s)[3]!.document).text;
    expect(words(none)).toContain('无预算安排，不计算执行率');
    expect(words(changed(base, [{ sheet, address: 'F8', value: '66.49%' }]))).toContain('65.49%');
  });

  it.each([2, 5, 9])('别处的表：综述里的数就是表里的数（种子 %i）', (seed) => {
    const e = evaluated(seed, 'F1');
    const text = plainText(texts(book(e, seed))[0]!.document).text;
    expect(text).toContain(`${e.project}绩效自评综述`);
    expect(text).toContain(`自评得分为${printed(e.total)}分`);
    const reached = e.indicators.filter((x) => x.score === x.weight);
    const aim = (target: string) =>
      target.replace('≥', /%/.test(target) ? '不低于' : '不少于').replace('≤', '不超过');
    for (const x of reached) expect(text).toContain(`${x.name}目标${aim(x.target.text)}`);
    for (const x of e.indicators.filter((i) => i.score < i.weight))
      expect(text.split('发现的问题')[0]).not.toContain(`${x.name}目标`);
  });
});
