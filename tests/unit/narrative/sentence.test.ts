// The grammar of sentences: what it reads, and how it says what it cannot read.
import { describe, expect, it } from 'vitest';
import { inForce } from '../../../src/assertions/declaration.ts';
import { CATALOGUE } from '../../../src/catalogue/index.ts';
import { narrativeProblems } from '../../../src/narrative/lint.ts';
import { caretMessage, parseSentence } from '../../../src/narrative/sentence.ts';
import { TELLING } from '../../support/telling.ts';

const kinds = (says: string) => {
  const parsed = parseSentence(says);
  return parsed.ok ? parsed.pieces.map((p) => p.kind) : parsed.problem;
};

describe('句式', () => {
  it('文字、词、数、逐项、择一、连缀、用户文字', () => {
    expect(kinds('{年度}年度收入{本年收入合计|万元}，{~上年·收入|原因}。')).toEqual([
      'word',
      'text',
      'hole',
      'text',
      'slot',
      'text',
    ]);
    expect(kinds('{*表5.类|；}{名}{表5.类·本年支出|万元}{/}')).toEqual(['each']);
    expect(kinds('{?三公预算 = 0}无{:}有{/}{*|；}{三公决算|万元}{,}{三公预算|万元}{/}')).toEqual([
      'choice',
      'join',
    ]);
  });

  it('数可以取名，供后面的算式用', () => {
    const parsed = parseSentence('{增减=甲 - 乙|增减万元}，{增减 ÷ 乙|增长%}');
    expect(parsed.ok && parsed.pieces[0]).toMatchObject({ name: '增减', says: '甲 - 乙' });
  });

  it.each([
    ['收入{本年收入|万圆}', '没有“万圆”这种写法'],
    ['收入{本年收入|万元', '“{”没有配对'],
    ['收入}', '多出一个“}”'],
    ['{*表5.类|；}{名}', '此处应为“{/}”'],
    ['{?甲 = 0}无{:}有', '此处应为“{/}”'],
    ['{甲 + |万元}', '算式不完整'],
    ['{/}', '多出一个“{/}”'],
    ['{}', '空的“{}”'],
  ])('%s', (says, message) => {
    const parsed = parseSentence(says);
    expect(parsed.ok ? '' : parsed.problem.message).toBe(message);
  });

  it('用插入符指出看不懂的地方', () => {
    const says = '收入{甲|万圆}';
    const parsed = parseSentence(says);
    expect(parsed.ok ? '' : caretMessage('P02', says, parsed.problem)).toBe(
      '句式 P02：没有“万圆”这种写法\n  收入{甲|万圆}\n          ^',
    );
  });
});

describe('规程里的句式', () => {
  it('都读得懂，用到的数量和词都有', () => {
    expect(narrativeProblems(CATALOGUE.narrative)).toEqual([]);
  });

  it('写错的都说得出来', () => {
    const [first] = CATALOGUE.narrative.sentences;
    const rules = {
      ...CATALOGUE.narrative,
      sentences: [{ ...first!, says: '{年度}{没有的数|万元}{没有的词}' }],
      outlines: [],
    };
    expect(narrativeProblems(rules).map((p) => p.split('\n')[0])).toEqual([
      '句式 P01：没有“没有的数”这个数量',
      '句式 P01：没有“没有的词”这个词',
    ]);
  });

  it.each([...TELLING, '湖北省武汉市'])('%s 每年只有一种体例和写法', (name) => {
    const region = CATALOGUE.regionNamed(name)!;
    for (let year = 2015; year <= 2026; year += 1) {
      const scope = { year, region: region.path };
      expect(inForce(CATALOGUE.narrative.outlines, scope)).toHaveLength(1);
      const sentences = inForce(CATALOGUE.narrative.sentences, scope);
      expect(sentences.length).toBe(new Set(sentences.map((s) => s.id)).size);
    }
  });
});
