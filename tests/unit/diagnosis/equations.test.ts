// Relations as equations over cells: what counts how, by how much a cell may change, and what stands around it.
import { describe, expect, it } from 'vitest';
import type { Assertion } from '../../../src/assertions/assertion.ts';
import { check } from '../../../src/assertions/check.ts';
import {
  type ErrorEquation,
  equationOf,
  meet,
  neighboursOf,
  partsBelow,
  type Range,
  rangeFor,
  remedy,
  sumsUp,
} from '../../../src/diagnosis/equations.ts';
import { byCells, byRows, byTables, indexOf } from '../../../src/diagnosis/groups.ts';
import type { Table } from '../../../src/facts/fact.ts';
import { parseExact, toText } from '../../../src/measure/exact.ts';
import { assertionOf, type Called, itemOf, tableOf } from '../../support/table.ts';

const number = (text: string) => parseExact(text)!;
const rowsOf = (figures: string, keys: readonly Called[] = [...'总甲乙丙丁'], own = {}): Table =>
  tableOf(keys, ['金额'], figures.split(' '), { title: '收支表', sheet: '表1', ...own });

/** 等式 of a relation as it is judged. */
function equation(says: string, tables: readonly Table[], own: Partial<Assertion> = {}) {
  const assertion = assertionOf(says, tables, own);
  return equationOf(assertion, check(assertion) ?? { verdict: 'exact', severity: 'error' });
}
const sure = (...given: Parameters<typeof equation>): ErrorEquation => equation(...given)!;
const termsIn = ({ terms }: ErrorEquation): string[] =>
  [...terms].map(([f, t]) => `${t.sign > 0 ? '+' : '-'}${f.row.key}${t.shift || ''}`);
/** Gap and bound, and what else is known of it. */
const told = (e: ErrorEquation): string =>
  [
    ...[e.rule, e.rel, toText(e.gap), toText(e.bound)],
    ...(['broken', 'mayStay', 'open', 'footed'] as const).filter((k) => e[k]),
  ].join(' ');

describe('等式', () => {
  it('各格带着正负号，差额是两边之差，界限是各格尾数之和', () => {
    const e = sure('总 = 甲 - 乙', [rowsOf('60.00 100.00 20.00 0 0')]);
    expect(termsIn(e)).toEqual(['+总', '-甲', '+乙']);
    expect(told(e)).toBe('A1 = -20 0.015 broken');
    expect(e.vacant).toEqual([]);
  });

  it('平的、不许尾差的、只要说明原因的', () => {
    const table = rowsOf('3.00 3.01 3.00 5.00 0');
    expect(told(sure('总 = 乙', [table]))).toBe('A1 = 0 0.01');
    expect(told(sure('总 = 甲', [table], { exact: true }))).toBe('A1 = -0.01 0 broken');
    const told1 = told(sure('总 = 丙', [table], { severity: 'warning' } as object));
    expect(told1).toBe('A1 = -2 0.01 broken mayStay');
    const told2 = told(sure('总 = 乙', [table], { severity: 'warning' } as object));
    expect(told2).toBe('A1 = 0 0.01 mayStay');
  });

  it('所加各格里印着 0.00 的没有尾数', () => {
    const keys = ['合计', '201', '205', '208'].map((key) =>
      key === '合计' ? { key, level: '合计' as const } : { key, code: key, level: '类' as const },
    );
    expect(told(sure('合计 = Σ类', [rowsOf('9.00 5.00 0.00 3.00', keys)]))).toBe(
      'A1 = 1 0.015 broken',
    );
  });

  it('差额按第一格的单位算，别的单位折算过来', () => {
    const keys: Called[] = ['总', { key: '甲', unit: '元' }];
    const e = sure('总 = 甲', [rowsOf('3.00 50000.00', keys)]);
    expect(termsIn(e)).toEqual(['+总', '-甲-4']);
    expect(told(e)).toBe('A1 = -2 0.005 broken');
    const [whole, part] = [...e.terms.keys()];
    expect([toText(remedy(e, whole!)), toText(remedy(e, part!))]).toEqual(['2', '-20000']);
    expect(span(rangeFor(e, part!))).toBe('-20050…-19950');
  });

  it('不是加减的、一格出现两次的、没法判断又不全是数的，没有等式', () => {
    const table = rowsOf('3.00 5.00 某数 _ 0');
    expect(equation('总 = 甲 × 2', [table])).toBeUndefined();
    expect(equation('总 = 2 × 甲', [table])).toBeUndefined();
    expect(equation('总 = 甲 + 总', [table])).toBeUndefined();
    expect(equation('总 = 乙', [table])).toBeUndefined();
    expect(equation('总 ∈ 甲', [table])).toBeUndefined();
  });

  it('等着空格的算项只在空格是真空时成立', () => {
    const open = (own: object) => {
      const assertion = assertionOf('总 = 甲', [rowsOf('3.00 _ 0 0 0', undefined, own)]);
      const e = equationOf(assertion, { verdict: 'unknown', severity: 'error' });
      return e && told(e);
    };
    expect(open({})).toBe('A1 = 3 0.005 open');
    expect(open({ empty: true })).toBeUndefined();
    expect(open({ empty: true, declaredEmpty: true })).toBe('A1 = 3 0.005 open');
  });
});

/** 可行区间 in one line. */
const span = ({ low, high }: Range): string =>
  [low, high].map((x) => (x === undefined ? '' : toText(x))).join('…');

describe('可行区间', () => {
  it.each([
    ['总 = 甲', '1.99…2.01', '-2.01…-1.99'],
    ['总 ≥ 甲', '1.99…', '…-1.99'],
    ['甲 ≤ 总', '1.99…', '…-1.99'],
    ['总 ≤ 甲', '…2.01', '-2.01…'],
  ])('%s', (says, whole, part) => {
    const e = sure(says, [rowsOf('3.00 5.00 0 0 0')]);
    const [a, b] = ['总', '甲'].map((key) => [...e.terms.keys()].find((f) => f.row.key === key)!);
    expect([span(rangeFor(e, a!)), span(rangeFor(e, b!))]).toEqual([whole, part]);
    expect(span(rangeFor(e, a!, number('0')))).not.toBe(whole);
  });

  it.each([
    ['1…5', '2…9', '2…5'],
    ['2…9', '1…5', '2…5'],
    ['…5', '2…', '2…5'],
    ['2…', '…5', '2…5'],
    ['1…', '3…', '3…'],
    ['…1', '…3', '…1'],
    ['…', '1…2', '1…2'],
    ['1…2', '2…3', '2…2'],
    ['1…2', '3…4', '没有'],
    ['3…4', '1…2', '没有'],
  ])('%s 与 %s：%s', (one, other, both) => {
    const range = (text: string): Range => {
      const [low, high] = text.split('…').map((x) => (x ? number(x) : undefined));
      return { low, high };
    };
    const found = meet(range(one), range(other));
    expect(found ? span(found) : '没有').toBe(both);
  });
});

const square = tableOf(
  ['201', '20101', '20102', '205'].map((code) => ({ key: code, code })),
  ['甲栏', '乙栏', '丙栏'],
  ['1.00 2.00 3.00', '4.00 5.00 6.00', '7.00 _ 9.00', '无 11.00 12.00'],
);
const cell = (row: number, column: number) => square.facts[row]![column]!;
const printed = (list: readonly unknown[]) => list.map((x) => toText(x as never));

describe('一格的上下左右', () => {
  it('上、下、左、右的数，空的和没有的不算', () => {
    expect(printed(neighboursOf(cell(1, 1)))).toEqual(['2', '4', '6']);
    expect(printed(neighboursOf(cell(2, 0)))).toEqual(['4']);
    expect(printed(neighboursOf(cell(2, 2)))).toEqual(['6', '12']);
    expect(printed(neighboursOf(cell(2, 2)))).toEqual(['6', '12']);
  });
});

describe('合计与各项', () => {
  const of = (says: string, table: Table) => sure(says, [table]);
  const partsOf = (e: ErrorEquation, row: string) => {
    const whole = [...e.terms.keys()].find((f) => f.row.key === row)!;
    return partsBelow(e, whole).map((f) => f.row.key);
  };
  it('和是各项的合计，各项不是；差的被减数是', () => {
    const table = rowsOf('6.00 1.00 2.00 4.00 0');
    const sum = of('总 = 甲 + 乙', table);
    expect(['总', '甲', '乙'].map((row) => partsOf(sum, row).join())).toEqual(['甲,乙', '', '']);
    const gap = of('总 = 甲 - 乙', table);
    expect(['总', '甲', '乙'].map((row) => partsOf(gap, row).join())).toEqual(['', '总,乙', '']);
  });

  it('同一栏里编码在它之下的各行加起来才是上下级', () => {
    const row = (key: string, level: '合计' | '类' | '款' = '款'): Called =>
      key === '合计' ? { key, level: '合计' } : { key, code: key, level };
    const sums = (keys: readonly Called[], whole: string, parts: readonly string[], beside = 0) => {
      const lines = keys.map(() => '1.00 1.00');
      const table = tableOf(keys, ['甲栏', '乙栏'], lines);
      const fact = (key: string, column: number) =>
        table.facts[table.rows.findIndex((r) => r.key === key)]![column]!;
      const terms = new Map([
        [fact(whole, 0), { sign: 1, shift: 0 }],
        ...parts.map((p) => [fact(p, beside), { sign: -1, shift: 0 }] as const),
      ]);
      return sumsUp({ terms } as unknown as ErrorEquation, fact(whole, 0));
    };
    const list = [row('合计'), row('201', '类'), row('20101'), row('20102'), row('205', '类')];
    expect(sums(list, '201', ['20101', '20102'])).toBe(true);
    expect(sums(list, '合计', ['201', '205'])).toBe(true);
    expect(sums(list, '201', ['20101', '205'])).toBe(false);
    expect(sums(list, '201', ['20101', '20102'], 1)).toBe(false);
    expect(sums(list, '201', [])).toBe(false);
    expect(sums([...list, '没有编码'], '没有编码', ['20101'])).toBe(false);
    expect(sums([...list, '没有编码'], '201', ['没有编码'])).toBe(false);
  });

  it('别的表的同一栏不是它的各项', () => {
    const [one, other] = ['表3', '表4'].map((form) =>
      tableOf(
        [
          { key: '201', code: '201' },
          { key: '20101', code: '20101' },
        ],
        [itemOf('甲栏')],
        ['1.00', '1.00'],
        { form },
      ),
    );
    const [whole, part] = [
      one!.facts[0]![0]!,
      { ...other!.facts[1]![0]!, column: one!.columns[0]! },
    ];
    const terms = new Map([
      [whole, { sign: 1, shift: 0 }],
      [part, { sign: -1, shift: 0 }],
    ]);
    expect(sumsUp({ terms } as unknown as ErrorEquation, whole)).toBe(false);
  });
});

describe('连在一起的等式', () => {
  const [one, other] = ['表3', '表4'].map((form) =>
    tableOf(
      [...'总甲乙丙'],
      ['左', '右'],
      [...'1234'].map((n) => `${n}.00 ${n}.00`),
      { form },
    ),
  );
  const of = (...says: readonly string[]) =>
    says.map((text, i) => ({ ...sure(text, [one!, other!]), rule: `${i + 1}` }));
  const groups = (found: readonly (readonly ErrorEquation[])[]) =>
    found.map((g) => g.map((e) => e.rule).join('')).join(' ');

  it('有同一格、同一行、同一张表的连在一起，隔着别的也算', () => {
    const list = of(
      ...['表3.总·左 = 表3.甲·左', '表3.乙·左 = 表3.丙·左', '表3.甲·左 = 表3.乙·左'],
      ...['表3.总·右 = 表3.甲·右', '表4.总·左 = 表4.甲·左'],
    );
    expect(groups(byCells(list))).toBe('132 4 5');
    expect(groups(byRows(list))).toBe('1432 5');
    expect(groups(byTables(list))).toBe('1234 5');
    expect(groups(byCells([]))).toBe('');
  });

  it('按格查等式', () => {
    const list = of('表3.总·左 = 表3.甲·左', '表3.甲·左 = 表3.乙·左');
    const index = indexOf(list);
    const rules = [...index].map(([f, es]) => `${f.row.key}${es.map((e) => e.rule).join('')}`);
    expect(rules).toEqual(['总1', '甲12', '乙2']);
  });
});
