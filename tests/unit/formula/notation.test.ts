// The notation case by case: what is read, how it prints, where and why it is refused, what it comes to.
import { describe, expect, it } from 'vitest';
import { conditionHolds, evaluate, linear } from '../../../src/formula/evaluate.ts';
import { parseFormula, parseRule } from '../../../src/formula/parse.ts';
import { printFormula, printPath, printRule } from '../../../src/formula/print.ts';
import type { Path } from '../../../src/formula/tree.ts';
import { type Exact, parseExact, toText } from '../../../src/measure/exact.ts';
import { point } from '../../../src/measure/interval.ts';

const number = (text: string): Exact => parseExact(text)!;
const formula = (text: string) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
};
const refusal = (text: string, read: (t: string) => ReturnType<typeof parseRule>): string => {
  const parsed = read(text);
  return parsed.ok ? '读得懂' : parsed.problem.message;
};

describe('没有尽头的算式', () => {
  it.each([
    ['括号套括号', `甲 = ${'('.repeat(150)}1${')'.repeat(150)}`, '套得太深'],
    ['一串负号', `甲 = ${'-'.repeat(150)}1`, '套得太深'],
    ['几千项相加', `甲 = ${'1+'.repeat(3000)}1`, '太长'],
    ['十万个词', '甲 '.repeat(100_000), '太长'],
  ])('%s：说出来，不耗尽', (_, text, words) => {
    expect(refusal(text, parseRule)).toContain(words);
  });
});

describe('读算式', () => {
  it.each([
    ['表1: 甲 = 乙 = 丙', '表1: 甲 = 乙; 乙 = 丙'],
    ['表5、表8: 甲 ≤ 乙', '表5、表8: 甲 ≤ 乙'],
    ['注：27行＝（1＋2＋…＋8）行。', '27行 = (1+2+…+8)行'],
    ['甲 = 乙；丙 ≥ 丁；', '甲 = 乙; 丙 ≥ 丁'],
    ['甲 - (乙 - 丙) = 丁', '甲 - (乙 - 丙) = 丁'],
    ['甲 ÷ (乙 × 丙) = 丁', '甲 ÷ (乙 × 丙) = 丁'],
    ['(甲 + 乙) × 丙 = 丁', '(甲 + 乙) × 丙 = 丁'],
    ['-(甲 + 乙) = 丙', '-(甲 + 乙) = 丙'],
    ['上年.表1.甲 = 下级.表3.201类', '上年.表1.甲 = 下级.表3.201'],
    ['甲 = 档(乙; 90→10, 80→9)', '甲 = 档(乙; 90→10, 80→9)'],
    ['甲 = 若(乙 ≥ 1, 丙, 丁)', '甲 = 若(乙 ≥ 1, 丙, 丁)'],
    ['甲 ∈ 权重 × 档次', '甲 ∈ 权重 × 档次'],
    ['31行＋32行＋…＋56行 = 57行', '(31+32+…+56)行 = 57行'],
  ])('%s', (text, printed) => {
    const parsed = parseRule(text);
    expect(parsed.ok ? printRule(parsed.value) : parsed.problem.message).toBe(printed);
  });

  it.each([
    ['甲 乙', '此处应为“=”“≤”“≥”或“∈”'],
    ['', '没有算式'],
    ['甲 = 乙 )', '此处多出内容'],
    ['甲 = 价(乙)', '“价”不是函数；带括号的名称请写在「」中'],
    ['甲 = …', '“…”只能用于行次或栏次之间'],
    ['甲 = 乙 + …', '“…”只能用于行次或栏次之间'],
    ['甲 = ×', '此处应为名称、编码或级次'],
  ])('读不懂 %s', (text, said) => {
    expect(refusal(text, parseRule)).toBe(said);
  });

  it.each([
    '甲 = 档(乙)',
    '甲 = 档(乙; 90)',
    '甲 = 档(乙; 90→10',
    '甲 = min(乙',
    '甲 = (乙',
    '甲 = 档(乙, 90→10)',
  ])('缺一半的 %s 读不成', (text) => {
    expect(parseRule(text).ok).toBe(false);
  });

  it('单独的编码写作“类”，在表名之后不用', () => {
    const path = (text: string) => printPath(formula(text) as Path);
    expect(path('201类')).toBe('201类');
    expect(path('201类·基本支出')).toBe('201类·基本支出');
    expect(path('表3.201')).toBe('表3.201');
    expect(path('「3月」')).toBe('「3月」');
    expect(path('合计·「因公出国（境）费」')).toBe('合计·「因公出国（境）费」');
  });
});

describe('算式求值', () => {
  const worth = (text: string, names: Readonly<Record<string, string>> = {}): string => {
    const outcome = evaluate(formula(text), (r) => {
      const value = names[printFormula(r)];
      return value === undefined
        ? { ok: false, why: '没有' }
        : { ok: true, value: point(number(value)), printed: value !== '0' };
    });
    return outcome.ok ? toText(outcome.value.value) : outcome.why;
  };

  it.each([
    ['1 + 2 × 3', '7'],
    ['(1 + 2) × 3', '9'],
    ['10 - 2 - 3', '5'],
    ['12 ÷ 4 ÷ 3', '1'],
    ['-3 + 5', '2'],
    ['50% × 10', '5'],
    ['min(3, 1, 2)', '1'],
    ['max(3, 1, 2)', '3'],
    ['进位(2.345, 2)', '2.35'],
    ['若(2 ≥ 2, 1, 0)', '1'],
    ['若(2 ≤ 1, 1, 0)', '0'],
    ['若(3 ∈ 3, 1, 0)', '1'],
    ['档(90; 90→10, 80→9)', '10'],
    ['档(89.99; 90→10, 80→9)', '9'],
    ['档(79; 90→10, 80→9)', '0'],
    ['1 ÷ 0', '除数为零'],
  ])('%s = %s', (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it('有(…)：印有数的、没有数的、找不到的', () => {
    expect(worth('有(甲)', { 甲: '1' })).toBe('1');
    expect(worth('有(甲)', { 甲: '0' })).toBe('0');
    expect(worth('有(甲)')).toBe('0');
  });

  it('条件在边上成立；算不出的不成立', () => {
    const condition = (text: string) => {
      const parsed = parseRule(text);
      return (
        parsed.ok && conditionHolds(parsed.value.relations, () => ({ ok: false, why: '没有' }))
      );
    };
    expect(condition('2 ∈ 2')).toBe(true);
    expect(condition('1 ≥ 1; 1 ≤ 1')).toBe(true);
    expect(condition('1 = 1; 1 = 2')).toBe(false);
    expect(condition('甲 = 1')).toBe(false);
  });

  it('线性算式带着各项的正负号', () => {
    const terms = (text: string) =>
      linear(formula(text))?.map((t) => `${t.sign > 0 ? '+' : '-'}${printFormula(t.reference)}`);
    expect(terms('甲 - (乙 - 丙)')).toEqual(['+甲', '-乙', '+丙']);
    expect(terms('-(甲 + 乙)')).toEqual(['-甲', '-乙']);
    expect(terms('甲 + 0')).toEqual(['+甲']);
    expect(terms('甲 + 1')).toBeUndefined();
    expect(terms('甲 × 乙')).toBeUndefined();
  });
});
