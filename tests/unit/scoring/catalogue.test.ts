// The declarations of scoring hold together: every rule can be read, every preset names rules there are.
import { describe, expect, it } from 'vitest';
import { SCORING } from '../../../src/catalogue/scoring/index.ts';
import { parseRule } from '../../../src/formula/parse.ts';
import { printRule } from '../../../src/formula/print.ts';
import { parseExact } from '../../../src/measure/exact.ts';
import { bookOf, gradeOf, presetFor } from '../../../src/scoring/book.ts';

const { rules, presets, checks } = SCORING;

describe('计分办法', () => {
  it.each(rules.flatMap((r) => [r.says, r.or ?? r.says, ...Object.values(presets[0]?.says ?? {})]))(
    '%s 读得懂，写回去还是它',
    (says) => {
      const parsed = parseRule(says);
      expect(parsed).toMatchObject({ ok: true });
      if (!parsed.ok) return;
      const again = parseRule(printRule(parsed.value));
      expect(again).toEqual(parsed);
    },
  );
  it('编号不重复，前缀与对象相合', () => {
    const ids = rules.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^S[WXQOLG]\d+$/.test(id))).toEqual([]);
  });
  it('指南里的各种办法都有', () => {
    const ids = new Set(rules.map((r) => r.id));
    const wanted = [
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `SW${n}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `SX${n}`),
      ...Array.from({ length: 16 }, (_, i) => `SQ${i + 1}`),
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `SO${n}`),
      ...[1, 2, 3, 4, 5].map((n) => `SL${n}`),
      ...[1, 2, 3, 4, 5].map((n) => `SG${n}`),
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('预设', () => {
  it('六地一自定，都待确认', () => {
    expect(presets.map((p) => p.id).sort()).toEqual(
      ['全国', '四川', '广西', '武汉', '湖南', '自定', '通用'].sort(),
    );
    expect(presets.every((p) => p.unconfirmed && p.basis !== '')).toBe(true);
  });
  it.each(presets.map((p) => p.id))('%s 的规则都在', (id) => {
    const preset = presets.find((p) => p.id === id)!;
    const known = new Set(rules.map((r) => r.id));
    expect(preset.rules.filter((r) => !known.has(r))).toEqual([]);
    const book = bookOf(SCORING, preset);
    for (const kind of [
      '执行率',
      '正向',
      '反向',
      '等于',
      '零目标',
      '区间',
      '定性',
      '总分',
    ] as const)
      expect(book.rules.has(kind), kind).toBe(true);
  });
  it.each([
    [{ region: ['湖北', '武汉'] }, '武汉'],
    [{ region: ['四川'] }, '四川'],
    [{ region: ['湖南', '岳阳'], family: 'F1' }, '湖南'],
    [{ region: [], family: 'F3' }, '武汉'],
    [{ region: [], family: 'F6' }, '通用'],
    [{ region: ['安徽'], family: 'F1' }, '全国'],
    [{ region: ['四川'], id: '通用' }, '通用'],
    [{ region: ['四川'], year: 2018 }, '全国'],
  ] as const)('%j → %s', (choice, id) => {
    expect(presetFor(SCORING, choice).id).toBe(id);
  });
});

describe('等级', () => {
  const bounds = (boundStyle: '连续' | '整数') => ({ grades: presets[0]!.grades, boundStyle });
  it.each([
    ['89.5', '连续', '良'],
    ['90', '连续', '优'],
    ['89.5', '整数', undefined],
    ['89', '整数', '良'],
    ['59.99', '连续', '差'],
  ] as const)('%s（%s）为 %s', (score, style, grade) => {
    expect(gradeOf(parseExact(score)!, bounds(style))).toBe(grade);
  });
});

it('核对条目都有依据', () => {
  expect(checks.map((c) => c.id)).toEqual(
    Array.from({ length: 31 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`),
  );
  expect(checks.filter((c) => c.basis === '' || c.says === '')).toEqual([]);
});
