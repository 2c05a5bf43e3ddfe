// A way of scoring of the user's own: on top of a preset of the catalogue, confirmed or not, in its place.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { readOwnRules } from '../../../src/review/own-rules.ts';
import { ruleSchema } from '../../../src/review/rule-fields.ts';
import { review } from '../../../src/review.ts';
import { presetFor } from '../../../src/scoring/book.ts';
import { changed, sample } from '../../support/samples.ts';

const read = (...presets: object[]) => readOwnRules(JSON.stringify({ presets }), CATALOGUE);
const catalogueWith = (...presets: object[]) => {
  const own = read(...presets);
  if (!own.ok) throw new Error(own.problems.join('\n'));
  return own.catalogue;
};

describe('自定计分预设', () => {
  it('以别的预设为底，只写不同的；没有写地区的处处适用', () => {
    const { scoring } = catalogueWith({
      id: '我市',
      like: '武汉',
      rules: ['SQ20'],
      without: ['SX7'],
      parameters: { 每天扣分: 0.5 },
    });
    const preset = presetFor(scoring, { region: ['四川'] });
    expect(preset).toMatchObject({ id: '我市', own: true, unconfirmed: true });
    expect(preset.rules[0]).toBe('SQ20');
    expect(preset.rules).not.toContain('SX7');
    expect(preset.parameters).toMatchObject({ 执行分值: '20', 每天扣分: '0.5' });
    expect(presetFor(scoring, { region: ['四川'], id: '通用' }).id).toBe('通用');
  });

  it('写了地区的只在那里适用', () => {
    const { scoring } = catalogueWith({ id: '兰溪', region: '浙江' });
    expect(presetFor(scoring, { region: ['浙江', '金华'] }).id).toBe('兰溪');
    expect(presetFor(scoring, { region: ['四川'] }).id).toBe('四川');
  });

  it('与当地文件核对过的，不符就是强制', async () => {
    const silent = changed(await sample('自评-食堂'), [
      { sheet: '表', address: 'A23', value: null },
      { sheet: '表', address: 'H14', value: 8.9 },
    ]);
    const broken = (confirmed: boolean) =>
      review(silent, catalogueWith({ id: '我市', like: '全国', confirmed })).findings.filter(
        (f) => f.rule === 'S07' && f.verdict === 'broken',
      );
    expect(broken(false)).toMatchObject([{ severity: 'warning' }]);
    expect(broken(true)).toMatchObject([{ severity: 'error' }]);
    expect(broken(true)[0]?.basis).toMatch(/^我市预设：/);
  });

  it.each([
    [{ id: '我市', like: '全省' }, '没有“全省”这个预设'],
    [{ id: '我市', rules: ['SQ99'] }, '没有编号为“SQ99”的计分办法'],
    [{ id: '我市', rules: ['SO6'] }, '办法 SO6 要用“第一档扣减”'],
    [{ id: '我市', says: { SX3: '得分 = 档(' } }, '办法 SX3 的算式读不懂'],
    [{ id: '我市', says: { SX1: '得分 = 权重 × 本地系数' } }, '办法 SX1 要用“本地系数”'],
    [{ id: '我市', parameters: { 执行分值: '十分' } }, '字段“parameters”应是'],
    [{ id: '我市', grades: [{ from: '90' }] }, '字段“grades”应是'],
    [{ like: '全国' }, '没有写名称 id'],
  ])('%j 说明哪里不对', (preset, words) => {
    const own = read(preset);
    expect(own.ok ? '' : own.problems.join('\n')).toContain(words);
  });

  it('JSON schema 里有', () => {
    expect(ruleSchema()).toMatchObject({
      properties: { presets: { items: { required: ['id'], properties: { like: {} } } } },
    });
  });
});
