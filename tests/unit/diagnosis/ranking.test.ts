// Which single cells, and which two, would mend a group of breaks, and in which order they are told.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/assertions/check.ts';
import type { Suspect } from '../../../src/assertions/finding.ts';
import { type ErrorEquation, equationOf } from '../../../src/diagnosis/equations.ts';
import { indexOf } from '../../../src/diagnosis/groups.ts';
import { admissible, pairs, singles } from '../../../src/diagnosis/hypotheses.ts';
import { peeled } from '../../../src/diagnosis/one-by-one.ts';
import {
  type Hypothesis,
  LISTED,
  listed,
  listedBlock,
  listedPairs,
  ranked,
  suspect,
} from '../../../src/diagnosis/ranking.ts';
import type { Fact, Table } from '../../../src/facts/fact.ts';
import { minus, parseExact, toText } from '../../../src/measure/exact.ts';
import { valueOf } from '../../../src/measure/quantity.ts';
import { assertionOf, type Called, tableOf } from '../../support/table.ts';

const number = (text: string) => parseExact(text)!;
/** Rows 总甲乙丙丁 from B6 down. */
const rowsOf = (
  figures: string,
  keys: readonly Called[] = [...'总甲乙丙丁戊己庚'].slice(0, figures.split(' ').length),
  own: Partial<Table> = {},
): Table => tableOf(keys, ['金额'], figures.split(' '), { title: '收支表', sheet: '表1', ...own });
const relations = (says: readonly string[], ...tables: readonly Table[]): ErrorEquation[] =>
  says.map((text, i) => {
    const assertion = assertionOf(text, tables);
    const finding = check(assertion) ?? { verdict: 'exact', severity: 'error' };
    return { ...equationOf(assertion, finding)!, rule: `${i + 1}` };
  });
const cellsOf = (table: Table): Fact[] =>
  table.facts.flatMap((line) => line.flatMap((f) => f ?? []));
const one = ({ fact, change }: Hypothesis): string => `${fact.row.key}${toText(change)}`;

const cellIn = (table: Table, key: string): Fact => cellsOf(table).find((f) => f.row.key === key)!;
/** The change that makes a cell hold so much. */
const toHold = (fact: Fact, ought: string) =>
  fact.quantity ? minus(number(ought), valueOf(fact.quantity)) : number(ought);

/** How it ranks that a cell ought to hold so much. */
function rank(
  fact: Fact,
  ought: string,
  mends: readonly ErrorEquation[] = [],
  open: readonly ErrorEquation[] = [],
): string {
  const { slip, score } = ranked({ fact, change: toHold(fact, ought), mends }, open);
  return `${slip} ${score}`;
}
/** Cells that hold nothing at all, not even a sign. */
function bare(table: Table, ...keys: readonly string[]): Table {
  const own = { ...table, facts: [] as Table['facts'] };
  own.facts = table.facts.map((line) =>
    line.map((f) => {
      const stored = f && keys.indexOf(f.row.key) % 2 === 0 ? '' : null;
      return f && { ...f, table: own, ...(keys.includes(f.row.key) && { stored }) };
    }),
  );
  return own;
}

describe('像不像手误', () => {
  const table = rowsOf('40.00 12.34 0.00 -5.00 77.77 77.77 0.00 1.00');
  it.each([
    ['甲', '12.35', 'one-digit 0'],
    ['甲', '21.34', 'swapped-digits 1'],
    ['甲', '123.40', 'decimal-point 2'],
    ['甲', '123400', 'unit 3'],
    // Amounts do not become negative by being put right.
    ['甲', '-12.34', 'sign 13'],
    ['丙', '5.00', 'sign 4'],
    ['丙', '-6.00', 'one-digit 0'],
    ['乙', '5.00', 'omitted 5'],
    ['乙', '-5.00', 'omitted 14'],
    ['甲', '0.00', 'other 7'],
    // Copied from below.
    ['丁', '55.00', 'neighbour 6'],
    ['总', '55.01', 'other 7'],
    // 0 for 9 is rarer than another digit, two digits exchanged are not.
    ['庚', '1.09', 'one-digit 1'],
    ['庚', '1.90', 'one-digit 1'],
    ['庚', '91.00', 'one-digit 1'],
    ['庚', '81.00', 'one-digit 0'],
    ['庚', '10.00', 'swapped-digits 1'],
  ])('%s 应为 %s：%s', (key, ought, expected) => {
    expect(rank(cellIn(table, key), ought)).toBe(expected);
  });

  it('少加的一项、多加的一项，抄了关系里的另一格', () => {
    const sums = rowsOf('30.00 10.00 20.00 41.13 30.00');
    const mends = relations(['总 = 甲 + 乙 + 丙'], sums);
    expect(rank(cellIn(sums, '总'), '71.13', mends)).toBe('omitted 5');
    expect(rank(cellIn(sums, '总'), '73.13', mends)).toBe('other 7');
    expect(rank(cellIn(sums, '丙'), '12.02', mends)).toBe('other 7');
    const same = relations(['甲 + 乙 = 总'], rowsOf('30.00 5.00 30.00'));
    const [first, , whole] = [...same[0]!.terms.keys()];
    expect(rank(whole!, '41.12', same)).toBe('neighbour 6');
    expect(rank(first!, '13.87', same)).toBe('other 7');
  });

  it('别的表里同样的数不算抄来的', () => {
    const [mine, theirs] = ['表3', '表4'].map((form) => rowsOf('30.00 5.00', undefined, { form }));
    const mends = relations(['表3.总 = 表4.总'], mine!, theirs!);
    expect(rank(cellIn(mine!, '总'), '41.12', mends)).toBe('other 7');
  });

  it('空格少有手误，除非一栏里只有它空着，或者别处等着它填', () => {
    const blank = (figures: string, ...keys: readonly string[]) =>
      rank(cellIn(bare(rowsOf(figures), ...keys), '乙'), '5.00');
    expect(blank('1.00 2.00 _ 4.00 5.00')).toBe('omitted 25');
    expect(blank('1.00 2.00 _ 4.00 5.00', '乙')).toBe('omitted 5');
    expect(blank('1.00 2.00 _ 4.00 5.00', '总', '乙')).toBe('omitted 5');
    expect(blank('1.00 2.00 _ 4.00', '乙')).toBe('omitted 25');
    expect(blank('1.00 2.00 _ _ 5.00', '乙', '丙')).toBe('omitted 25');
    expect(blank('1.00 2.00 _ _ 5.00', '乙', '甲')).toBe('omitted 5');
  });

  it.each([
    ['总 = 甲 + 乙', '5.00', 'omitted 5'],
    ['总 = 甲 + 乙', '5.01', 'omitted 5'],
    ['总 = 甲 + 乙', '5.02', 'omitted 25'],
    ['总 = 甲 + 乙', '15.00', 'omitted 25'],
    ['乙 = 总 - 甲', '5.00', 'omitted 5'],
    ['总 = 甲', '5.00', 'omitted 25'],
  ])('等着填的 %s，填 %s：%s', (says, ought, expected) => {
    const waiting = rowsOf('7.00 2.00 _ 4.00');
    const open = relations([says], waiting);
    expect(rank(cellIn(waiting, '乙'), ought, [], open)).toBe(expected);
    // One of several is enough.
    const more = [...open, ...relations(['乙 = 丙'], waiting)];
    expect(rank(cellIn(waiting, '乙'), ought, [], more)).toBe(expected);
  });

  it('公式算出来的更少有手误', () => {
    const live = (key: string) => ({ ...cellIn(rowsOf('12.34 _'), key), formula: '=A1' });
    expect(rank(live('总'), '12.35')).toBe('one-digit 10');
    expect(rank(live('甲'), '12.35')).toBe('omitted 35');
  });
});

const told = (s: Suspect): string =>
  `${s.group}.${s.rank} ${s.slip} ${s.address} ${s.value}→${s.suggested}`;

describe('列出来', () => {
  const table = rowsOf('40.00 12.34 _ 5.00 77.77');
  const entry = (key: string, ought: string): Hypothesis => {
    const fact = cellIn(table, key);
    return { fact, change: toHold(fact, ought), mends: [] };
  };
  const rankedOf = (key: string, ought: string) => ranked(entry(key, ought), []);

  it('一格：在哪里，是多少，应为多少，哪些规则', () => {
    const [a, b] = relations(['总 = 甲 + 丙', '总 = 丁'], table);
    const own = rankedOf('总', '47.00');
    const mends = [a!, b!, { ...a! }];
    const source = { period: '上年' } as const;
    const hypothesis = { ...own.hypothesis, mends };
    expect(suspect({ ...own, hypothesis }, 3, 2)).toEqual({
      ...{ group: 3, rank: 2, sheet: '表1', address: 'B6', value: '40.00', suggested: '47.00' },
      ...{ slip: 'one-digit', rules: ['1', '2'], label: '收支表 总' },
    });
    expect(suspect(rankedOf('乙', '5.00'), 1, 1)).toMatchObject({ value: '', suggested: '5.00' });
    const fact = cellIn(rowsOf('1.00', undefined, { source }), '总');
    const last = { hypothesis: { fact, change: number('1'), mends: [] }, slip: 'other', score: 0 };
    expect(suspect(last as Parameters<typeof suspect>[0], 1, 1)).toMatchObject(source);
  });

  it('按像不像手误排，一样像的并列', () => {
    const entries = [rankedOf('总', '47.11'), rankedOf('甲', '21.34'), rankedOf('丙', '6.00')];
    expect(listed([...entries, rankedOf('丁', '77.78')], 2).map(told)).toEqual([
      ...['2.1 one-digit B9 5.00→6.00', '2.1 one-digit B10 77.77→77.78'],
      ...['2.2 swapped-digits B7 12.34→21.34', '2.3 other B6 40.00→47.11'],
    ]);
    expect(entries[0]!.slip).toBe('other');
    expect(
      listed(
        Array.from({ length: LISTED + 1 }, () => entries[0]!),
        1,
      ),
    ).toHaveLength(LISTED);
  });

  it('成对的按两格合起来排，一格只列一次', () => {
    const found = [
      [entry('总', '47.11'), entry('甲', '21.34')],
      [entry('丙', '6.00'), entry('甲', '21.34')],
      [entry('丁', '77.78'), entry('总', '47.11')],
    ];
    expect(listedPairs(found, [], 4).map(told)).toEqual([
      ...['4.1 one-digit B9 5.00→6.00', '4.1 swapped-digits B7 12.34→21.34'],
      ...['4.2 one-digit B10 77.77→77.78', '4.2 other B6 40.00→47.11'],
    ]);
    const long = rowsOf(
      Array.from({ length: 60 }, () => '5.00').join(' '),
      Array.from({ length: 60 }, (_, i) => `行${i}`),
    );
    const half = (i: number): Hypothesis => ({
      ...{ fact: cellsOf(long)[i]!, change: number('1'), mends: [] },
    });
    const many = Array.from({ length: 30 }, (_, i) => [half(2 * i), half(2 * i + 1)]);
    expect(listedPairs(many, [], 1)).toHaveLength(LISTED);
  });

  it('一块的各格都列，没有改的、没有关系要它改的不列', () => {
    const [a, b] = relations(['总 = 甲', '丙 = 丁'], table);
    const changes = new Map(
      [...'总甲乙丙丁'].map((key, i) => [cellIn(table, key), number(`${i}`)] as const),
    );
    const block = { slip: 'unit' as const, changes, mends: [a!, b!] };
    const found = listedBlock(block, 5);
    expect(found.map((s) => `${told(s)} ${s.rules.join()}`)).toEqual([
      '5.1 unit B7 12.34→13.34 1',
      '5.1 unit B9 5.00→8.00 2',
      '5.1 unit B10 77.77→81.77 2',
    ]);
    const long = Array.from({ length: LISTED + 2 }, (_, i) => `行${i}`);
    const rows = rowsOf(long.map(() => '5.00').join(' '), long);
    const terms = new Map(cellsOf(rows).map((f) => [f, { sign: 1, shift: 0 }] as const));
    const all = new Map(cellsOf(rows).map((f) => [f, number('1')] as const));
    const mends = [{ ...a!, terms } as ErrorEquation];
    expect(listedBlock({ slip: 'unit', changes: all, mends }, 1)).toHaveLength(LISTED);
  });
});

/** 单格假设 of all that is broken. */
function single(figures: string, says: readonly string[], own: Partial<Table> = {}): string {
  const all = relations(says, rowsOf(figures, undefined, own));
  const broken = all.filter((e) => e.broken);
  const found = singles(broken, indexOf(all), new Map()).map(one).join(' ');
  // What was given stays in its order.
  expect(broken).toEqual(all.filter((e) => e.broken));
  return found;
}
/** 两格假设 of all that is broken. */
function paired(figures: string, says: readonly string[], keys?: readonly Called[]): string {
  const all = relations(says, rowsOf(figures, keys));
  const broken = all.filter((e) => e.broken);
  return pairs(broken, indexOf(all), { halted: false })
    .map((pair) => pair.map(one).join('与'))
    .join(' ');
}

describe('错在一格', () => {
  it.each([
    ['没有不符', '3.00 1.00 2.00', ['总 = 甲 + 乙'], ''],
    ['一条不符，哪一格都可能', '9.00 1.00 2.00', ['总 = 甲 + 乙'], '总-6 甲6 乙6'],
    ['都不符的各条里都有它', '9.00 1.00 2.00 3.00', ['总 = 甲 + 乙', '总 = 丙'], '总-6'],
    ['相符的不让改', '9.00 1.00 2.00 1.00', ['总 = 甲 + 乙', '甲 = 丙'], '总-6 乙6'],
    ['改了就是负的不算', '1.00 9.00 2.00 9.00', ['总 = 甲 + 乙', '甲 = 丙'], '总10'],
    ['按项数最少的一条里的先后', '1.00 9.00 0.00', ['总 = 甲 + 乙', '甲 = 总'], '甲-8 总8'],
    ['要求不同，一格改不好', '9.00 1.00 2.00', ['总 = 甲', '总 = 乙'], ''],
  ])('%s', (_, figures, says, expected) => {
    expect(single(figures, says)).toBe(expected);
  });

  it('上年的表不用改', () => {
    const source = { period: '上年' } as const;
    expect(single('9.00 1.00 2.00', ['总 = 甲 + 乙'], { source })).toBe('');
  });

  it('可行区间是各条关系都许的', () => {
    const all = relations(['总 = 甲', '总 ≤ 乙', '丙 = 丁'], rowsOf('9.00 1.00 2.00 1.00 1.00'));
    const [whole, part] = [...all[0]!.terms.keys()];
    const text = (fact: Fact, gaps = new Map<ErrorEquation, ReturnType<typeof number>>()) => {
      const range = admissible(fact, indexOf(all), gaps);
      return range && [range.low, range.high].map((x) => x && toText(x));
    };
    expect(text(whole!)).toEqual(['-8.01', '-7.99']);
    expect(text(part!)).toEqual(['7.99', '8.01']);
    expect(text(whole!, new Map([[all[0]!, number('3')]]))).toBeUndefined();
    expect(text({ ...whole! })).toEqual([undefined, undefined]);
  });
});

describe('错在两格', () => {
  it.each([
    [
      '各错各的，每条里都可能是两格之一',
      '9.00 1.00 8.00 2.00',
      ['总 = 甲', '乙 = 丙'],
      '总-8与乙-6 总-8与丙6 甲8与乙-6 甲8与丙6',
    ],
    ['一格就改得好的，不是两格', '9.00 1.00', ['总 = 甲'], ''],
    [
      '改一格，动了别的，再改一格',
      '9.00 1.00 1.00 5.00 5.00',
      ['总 = 甲', '甲 = 乙', '丙 = 丁', '总 = 丙 + 丁'],
      '',
    ],
    [
      '合计和两项',
      '44.91 12.43 34.57 12.34 32.57',
      ['总 = 甲 + 乙', '甲 = 丙', '乙 = 丁'],
      '甲-0.09与乙-2',
    ],
    [
      '改了就是负的不算',
      '1.00 9.00 2.00 9.00 3.00 8.00',
      ['总 = 甲 + 乙', '甲 = 丙', '丁 = 戊'],
      '丁5与总10 戊-5与总10',
    ],
    ['要它是负数的', '5.00 3.00 1.00 2.00', ['总 + 甲 = 0', '乙 = 丙'], ''],
    [
      '改一格动了一条，另一格改回来',
      '9.00 1.00 9.00 0.00 8.00',
      ['总 = 甲', '甲 + 丁 = 乙'],
      '甲8与丁-8 甲8与乙8',
    ],
    [
      '改一格动了两条，不如不改',
      '9.00 1.00 9.00 9.00 8.00',
      ['总 = 甲', '甲 + 丁 = 乙', '甲 + 丁 = 丙'],
      '',
    ],
    [
      '从哪一格想起都是这两格，只列一次',
      '44.91 12.43 34.57 13.34 1.00 33.57 1.00',
      ['甲 + 乙 = 总', '甲 + 丁 = 丙', '乙 + 己 = 戊'],
      '甲-0.09与乙-2',
    ],
    [
      '不是同一格改两次',
      '9.00 1.00 0.98',
      ['总 = 甲', '总 = 乙'],
      '总-8与乙0.01 总-8.02与甲-0.02 甲8与乙8.02',
    ],
    ['只有大小的要求', '9.00 1.00 8.00 2.00', ['总 ≤ 甲', '乙 = 丙'], ''],
  ])('%s', (_, figures, says, expected) => {
    expect(paired(figures, says)).toBe(expected);
  });
});

it('每一格改好哪几条', () => {
  const all = relations(['总 = 甲', '乙 = 丙'], rowsOf('9.00 1.00 8.00 2.00'));
  const [pair] = pairs(all, indexOf(all), { halted: false });
  expect(pair!.map((h) => h.mends.map((e) => e.rule).join())).toEqual(['1', '2']);
});

it('试了四千格还没有，就不再试', () => {
  const keys = Array.from({ length: 4001 }, (_, i) => `行${i}`);
  const cells = cellsOf(rowsOf(keys.map(() => '5.00').join(' '), keys));
  const halted = (n: number): boolean => {
    const [pattern] = relations(['总 = 甲'], rowsOf('9.00 1.00'));
    const terms = new Map(cells.slice(0, n).map((f) => [f, { sign: 1, shift: 0 }] as const));
    const search = { halted: false };
    const broken = { ...pattern!, terms };
    expect(pairs([broken], indexOf([broken]), search)).toEqual([]);
    return search.halted;
  };
  expect([halted(4000), halted(4001)]).toEqual([false, true]);
});

/** 逐个剥离: each step with its suspects. */
function peeledOf(figures: string, says: readonly string[], own: Partial<Table> = {}): string {
  const many = figures.split(' ').flatMap((_, i) => `${'甲乙丙'[i % 3]}${Math.floor(i / 3)}`);
  const all = relations(says, rowsOf(figures, says.length > 8 ? many : undefined, own));
  const broken = all.filter((e) => e.broken);
  return peeled(broken, indexOf(all), [])
    .map((entries) => entries.map((e) => one(e.hypothesis)).join('或'))
    .join(' ');
}

describe('逐个剥离', () => {
  it.each([
    ['一条不符不算', '9.00 1.00', ['总 = 甲'], ''],
    ['两条都要它改', '9.00 1.00 1.00', ['总 = 甲', '总 = 乙'], '总-8'],
    ['要改得一样', '9.00 1.00 2.00', ['总 = 甲', '总 = 乙'], ''],
    ['改了别的就不符的不算', '9.00 1.00 1.00 9.00', ['总 = 甲', '总 = 乙', '总 = 丙'], ''],
    [
      '要它改得最多的先改',
      '9.00 1.00 1.00 1.00 5.00 6.00 6.00',
      ['总 = 甲', '总 = 乙', '总 = 丙', '丁 = 戊', '丁 = 己'],
      '总-8 丁1',
    ],
    [
      '一样多的都列',
      '9.00 1.00 9.00 1.00',
      ['总 = 甲', '甲 = 乙', '乙 = 丙', '总 = 丙'],
      '总-8或甲8或乙-8或丙8 乙-8',
    ],
    [
      '错了九处，只说八处',
      Array.from({ length: 9 }, () => '9.00 1.00 1.00').join(' '),
      Array.from({ length: 9 }, (_, i) => [`甲${i} = 乙${i}`, `甲${i} = 丙${i}`]).flat(),
      Array.from({ length: 8 }, (_, i) =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8]
          .slice(i)
          .map((n) => `甲${n}-8`)
          .join('或'),
      ).join(' '),
    ],
    ['只看等式', '9.00 1.00 1.00', ['总 ≤ 甲', '总 ≤ 乙'], ''],
  ])('%s', (_, figures, says, expected) => {
    expect(peeledOf(figures, says)).toBe(expected);
  });

  it('上年的表不用改', () => {
    const source = { period: '上年' } as const;
    expect(peeledOf('9.00 1.00 1.00', ['总 = 甲', '总 = 乙'], { source })).toBe('');
  });
});
