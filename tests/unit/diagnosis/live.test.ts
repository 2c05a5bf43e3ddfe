// What a formula adds up, and relations seen through it: a total that is calculated moves with the cells below it.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/assertions/check.ts';
import type { Suspect } from '../../../src/assertions/finding.ts';
import { belowFormulas } from '../../../src/diagnosis/below-formulas.ts';
import { type ErrorEquation, equationOf } from '../../../src/diagnosis/equations.ts';
import { seenThrough, weightsIn } from '../../../src/diagnosis/live.ts';
import type { Table } from '../../../src/facts/fact.ts';
import { addressOf } from '../../../src/facts/grid.ts';
import { assertionOf, type Called, tableOf } from '../../support/table.ts';

/** Cells by address, another sheet's with its name, and how often each counts where that is not once. */
function added(formula: string): string {
  const weights = weightsIn(formula, '表');
  if (!weights) return '没有';
  const cells = [...weights].map(([key, n]) => {
    const [sheet, row, column] = key.split('|');
    const at = addressOf({ row: Number(row), column: Number(column) });
    return `${n === 1 ? '' : n === -1 ? '-' : n}${sheet === '表' ? '' : `${sheet}!`}${at}`;
  });
  return cells.join(' ');
}

describe('公式所加各格', () => {
  it.each([
    ['=B2+C2', 'B2 C2'],
    ['B2+C2', 'B2 C2'],
    ['=B2-C2', 'B2 -C2'],
    ['=-B2+C2', '-B2 C2'],
    ['= B2 + $C$2 ', 'B2 C2'],
    ['=B2+B2', '2B2'],
    ['=B2-B2', '0B2'],
    ['=B2-(C2-D2)', 'B2 -C2 D2'],
    ['=(B2)', 'B2'],
    ['=SUM(B2:C3)', 'B2 C2 B3 C3'],
    ['=sum(B2:B3,D2,-E2)-F2', 'B2 B3 D2 -E2 -F2'],
    ['=SUM(B2,SUM(C2,D2))', 'B2 C2 D2'],
    ['=B2-SUM(C2:C3)', 'B2 -C2 -C3'],
    ["='表 二'!B2+表三!C2", '表 二!B2 表三!C2'],
    ["='它''的'!B2:B3+''!C2", '没有'],
    ["='它''的'!B2:B3", "它'的!B2 它'的!B3"],
    ['IF(COUNT(B2)=0,"",B2)', 'B2'],
    ['=ROUND(B2+C2,2)', 'B2 C2'],
    ['=ROUND(SUM(B2:B3),(1+1))-C2', 'B2 B3 -C2'],
    ['=ROUND(B2,INT(2))+C2', 'B2 C2'],
    ['=IF(COUNT(B2:B3)=0,"",SUM(B2:B3))', 'B2 B3'],
    ['=if(count(B2:B3,(C2))=0,"",B2-B3)+C2', 'B2 -B3 C2'],
  ])('%s', (formula, expected) => {
    expect(added(formula)).toBe(expected);
  });

  it('大到不像一张表的区域不看', () => {
    expect(weightsIn('=SUM(A1:T100)', '表')?.size).toBe(2000);
    expect(weightsIn('=SUM(A1:T101)', '表')).toBeUndefined();
    expect(weightsIn('=SUM(B1001:B2001)', '表')?.size).toBe(1001);
    expect(weightsIn('=SUM(AZ1:BZ50)', '表')?.size).toBe(1350);
  });

  it.each([
    ...['=B2*C2', '=B2+1', '=1', '=', '=B2+', '=B2-', '=-', '=(B2', '=B2)', '=B2 C2', '=B2&C2'],
    ...['=SUM(B2', '=SUM(B2,)', '=SUM()', '=SUM(B2;C2)', '=MAX(B2:B3)', '=SUMIF(B2:B3)', '=ABC2('],
    ...['=C3:B2', '=B3:C2', '=C2:B3', '=SUM(A1:T101)', '=A1:A2001', '=B2B', '=某名'],
    ...['=ROUND(B2)', '=ROUND(B2,2', '=ROUND(B2*2,2)', '=ROUND(1,2)'],
    '=IF(B2=0,"",B2)',
    '=IF(SUM(B2)=0,"",B2)',
    '=IF(COUNT(B2)=1,"",B2)',
    '=IF(COUNT(B2)>0,"",B2)',
    '=IF(COUNT(B2)=0,0,B2)',
    '=IF(COUNT(B2)=0,""+B2)',
    '=IF(COUNT(B2)=0,"",B2',
    '=IF(COUNT(B2)=0,"",1)',
    '=IF(COUNT(B2=0,"",B2)',
    '=XX(COUNT(B2)=0,"",B2)',
    '=IF(B2',
    '=B2-1',
    '=IF(',
  ])('%s 不是加减', (formula) => {
    expect(added(formula)).toBe('没有');
  });
});

type Formulas = Readonly<Record<string, string>>;
/** Rows 总甲乙丙丁 from B6 down, some of them with a formula. */
function sheetOf(
  figures: string,
  formulas: Formulas,
  keys: readonly Called[] = [...'总甲乙丙丁'],
  form = '表1',
): Table {
  const own = { title: '收支表', sheet: form, form };
  const table = tableOf(keys, ['金额'], figures.split(' '), own);
  const live = { ...table, facts: [] as Table['facts'] };
  live.facts = table.facts.map((line) =>
    line.map((f) => {
      const formula = f && formulas[f.row.key];
      return f && { ...f, table: live, ...(formula && { formula }) };
    }),
  );
  return live;
}

/** Relations as equations, numbered from 1. */
const relations = (says: readonly string[], ...tables: readonly Table[]): ErrorEquation[] =>
  says.map((text, i) => {
    const assertion = assertionOf(text, tables);
    const finding = check(assertion) ?? { verdict: 'exact', severity: 'error' };
    return { ...equationOf(assertion, finding)!, rule: `${i + 1}` };
  });
const termsIn = ({ terms }: ErrorEquation): string =>
  [...terms].map(([f, t]) => `${t.sign > 0 ? '+' : '-'}${f.row.key}`).join('');

/** Relations that look different through the formulas, with their terms. */
function through(formulas: Formulas, says: readonly string[], keys?: readonly Called[]): string[] {
  const found = seenThrough(relations(says, sheetOf('6.00 1.00 2.00 3.00 6.00', formulas, keys)));
  return [...found].map(([e, moved]) => `${e.rule} ${termsIn(moved)}`);
}

describe('透过公式看等式', () => {
  it.each<readonly [string, Formulas, readonly string[], readonly string[]]>([
    ['没有公式的照原样', {}, ['总 = 丁'], []],
    ['公式的格连同所加的格', { 总: '=B7+B8+B9' }, ['总 = 丁'], ['1 +总-丁+甲+乙+丙']],
    ['差是负的', { 总: '=B10-B7' }, ['乙 = 总'], ['1 +乙-总-丁+甲']],
    ['一层隔一层', { 总: '=B7', 甲: '=B8-B9' }, ['总 = 丁'], ['1 +总-丁+甲+乙-丙']],
    ['抵消了的不再算', { 总: '=B7+B8' }, ['总 = 甲 + 乙'], ['1 +总']],
    ['只看有公式的那条', { 总: '=B7' }, ['甲 = 乙', '总 = 乙'], ['2 +总-乙+甲']],
    ['所加的不在表里', { 总: '=Z1+B7' }, ['总 = 丁'], ['1 +总-丁+甲']],
    ['都不在表里', { 总: '=Z1' }, ['总 = 丁'], []],
    ['不是加减', { 总: '=B7*2' }, ['总 = 丁'], []],
    ['算两次的', { 总: '=B7+B7' }, ['总 = 丁'], []],
    ['减去的算两次', { 总: '=-B7-B7' }, ['总 = 丁'], []],
    ['自己加自己', { 总: '=B6+B7' }, ['总 = 丁'], []],
    ['自己减自己', { 总: '=B7-B6' }, ['总 = 丁'], []],
    ['减一次加两次', { 总: '=B7+B7' }, ['总 = 甲'], ['1 +总+甲']],
    ['隔一层加两次', { 总: '=B7', 甲: '=B8+B8' }, ['总 = 甲 + 乙'], ['1 +总-乙']],
    ['绕圈的', { 总: '=B7', 甲: '=B6' }, ['甲 = 丁'], []],
  ])('%s', (_, formulas, says, expected) => {
    expect(through(formulas, says)).toEqual(expected);
  });

  it('单位不同的格，公式不照加减算', () => {
    const keys: Called[] = ['总', { key: '甲', unit: '元' }, '乙', '丙', '丁'];
    expect(through({ 总: '=B7' }, ['总 = 丁'], keys)).toEqual([]);
  });

  it('公式加的是另一张表的格', () => {
    const one = sheetOf('6.00 1.00', { 总: '=表4!B6' }, ['总', '甲'], '表3');
    const other = sheetOf('6.00 1.00', {}, ['合', '分'], '表4');
    const found = seenThrough(relations(['表3.总 = 表4.分'], one, other));
    expect([...found.values()].map(termsIn)).toEqual(['+总-分+合']);
    expect(seenThrough(relations(['表3.总 = 表3.甲'], one, other)).size).toBe(0);
  });
});

const said = (s: Suspect): string => `${s.rank} ${s.slip} ${s.address} ${s.value}→${s.suggested}`;
/** What cells below formulas explain, and of which relations. */
function explained(
  figures: string,
  formulas: Formulas,
  says: readonly string[],
  keys?: readonly Called[],
): string[] {
  const all = relations(says, sheetOf(figures, formulas, keys));
  const broken = all.filter((e) => e.broken);
  return belowFormulas(broken, { all, open: [] }).map(
    ({ list, mends }) =>
      `${mends.map((e) => e.rule).join()}：${list(1).map(said).join('；')}${mends.every((e) => all.includes(e)) ? '' : '？'}`,
  );
}

describe('公式之下', () => {
  const SUM = { 总: '=B7+B8+B9' };
  const KEYS = [...'总甲乙丙丁戊己庚辛壬'];
  it.each<readonly [string, string, Formulas, readonly string[], readonly string[]]>([
    ['没有公式的不看', '24.00 19.00 2.00 3.00 15.00 0 0 0', {}, ['总 = 丁'], []],
    [
      '合计是公式，错在它下面的一格',
      '24.00 19.00 2.00 3.00 15.00 0 0 0',
      SUM,
      ['总 = 丁', '总 = 甲 + 乙 + 丙'],
      ['1：1 one-digit B7 19.00→10.00；2 other B10 15.00→24.00'],
    ],
    ['只有一处不符，看不出怎么错的', '56.42 51.42 2.00 3.00 15.00 0 0 0', SUM, ['总 = 丁'], []],
    [
      '两处不符都要它改',
      '56.42 51.42 2.00 3.00 15.00 15.00 0 0',
      SUM,
      ['总 = 丁', '总 = 戊'],
      ['1,2：1 other B7 51.42→10.00；2 other B6 56.42→15.00'],
    ],
    ['改了就没有了', '56.42 51.42 2.00 3.00 5.00 5.00 0 0', SUM, ['总 = 丁', '总 = 戊'], []],
    ['空着没填', '5.00 0.00 2.00 3.00 61.42 61.42 0 0', SUM, ['总 = 丁', '总 = 戊'], []],
    ['抄了旁边一格', '7.00 2.00 2.00 3.00 56.42 56.42 0 0', SUM, ['总 = 丁', '总 = 戊'], []],
    [
      '都是公式',
      '24.00 19.00 2.00 3.00 15.00 0 0 0',
      { 总: '=B7+B8+B9', 甲: '=Z1*2', 乙: '=Z1*2', 丙: '=Z1*2', 丁: '=Z1*2' },
      ['总 = 丁'],
      [],
    ],
    [
      '两格各错一位',
      '50.00 12.43 34.57 3.00 47.91 12.34 32.57 0',
      SUM,
      ['总 = 丁', '甲 = 戊', '乙 = 己'],
      ['1,2,3：1 swapped-digits B7 12.43→12.34；1 one-digit B8 34.57→32.57'],
    ],
    [
      '三格各错，没有哪一格有两处要它改',
      '50.00 12.43 34.57 3.00 48.81 12.34 32.57 3.90 0 0',
      SUM,
      ['总 = 丁', '甲 = 戊', '乙 = 己', '丙 = 庚'],
      [],
    ],
    [
      '三格各错，别的两格先说得清',
      '50.00 12.43 34.57 3.00 48.81 12.34 12.34 3.90 3.90 48.81',
      SUM,
      ['甲 = 戊', '甲 = 己', '丙 = 庚', '丙 = 辛', '总 = 丁', '总 = 壬'],
      ['5,6：1 one-digit B8 34.57→32.57；2 other B6 50.00→48.00'],
    ],
    [
      '没有公式的那一组不看',
      '5.00 1.00 1.00 3.00 5.00 9.00 8.00 0',
      SUM,
      ['总 = 丁', '戊 = 己'],
      [],
    ],
  ])('%s', (_, figures, formulas, says, expected) => {
    expect(explained(figures, formulas, says, KEYS.slice(0, figures.split(' ').length))).toEqual(
      expected,
    );
  });
});
