// Whole rows: left out, standing twice, wrong and carried up. In lists of a few rows; what a whole diagnosis says of them
// is with diagnose.
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/diagnosis/groups.ts';
import {
  accountedFor,
  carriedRows,
  missingRows,
  type RowChange,
  repeated,
  shortTotal,
} from '../../../src/diagnosis/rows.ts';
import type { Table } from '../../../src/facts/fact.ts';
import { toText } from '../../../src/measure/exact.ts';
import { between, down, equationsOf, listOf } from '../../support/lists.ts';

const FULL = '合计 9.00 5.00；201 9.00 5.00；20101 9.00 5.00；2010101 2.00 1.00；2010102 7.00 4.00';
const LACKING = FULL.slice(0, FULL.lastIndexOf('；'));
const SUMS = down('表3', '20101', '项', '合基');
const LAST_YEAR = { source: { period: '上年' } } as const;

/** Kind and code; by row and column what changes; how many breaks it mends; what speaks for it. */
function written(change: RowChange): string {
  const { kind, table, code, changes, mends, vouched, named, miscoded } = change;
  const cells = [...changes].map(([f, c]) => `${f.row.key}·${f.column.key}${toText(c)}`);
  const marks = [
    ...(vouched ? ['有证'] : []),
    ...(named ? ['点名'] : []),
    ...(miscoded ? [`写成${miscoded.find((f) => f)?.row.key}`] : []),
  ];
  return [`${kind} ${table.form} ${code} ${mends.length}：${cells.join(' ')}`, ...marks].join(' ');
}

describe('漏列的行', () => {
  function missing(lines: string, says: readonly string[], others: readonly Table[], sure = true) {
    const tables = [listOf('表3', lines), ...others];
    const all = equationsOf([...says, '表3.201类·合 = 表3.合计·合'], tables);
    const broken = all.filter((e) => e.broken);
    const found = missingRows(all, broken, sure);
    const left = broken.filter((e) => !accountedFor(found.flat())(e)).length;
    return [...found.map((group) => group.map(written).join('；')), `还有 ${left}`];
  }
  const other = (figures: string, own: Partial<Table> = {}) =>
    listOf('表4', FULL.replace('7.00 4.00', figures), own);
  const USED = '表4.201类·合 = 表4.合计·合';

  /** So many 类 with one row on each level, as deep as codes of this length; the totals are there. */
  const MANY = (count: number, deepest: number): string => {
    const rows = [...Array(count).keys()].flatMap((i) =>
      [3, 5, 7]
        .filter((length) => length <= deepest)
        .map((length) => `${`20${i + 1}0101`.slice(0, length)} ${i + 3}.10 ${i + 3}.00`),
    );
    return [
      '合计 99.00 99.00',
      '299 1.00 1.00',
      '29901 1.00 1.00',
      '2990101 1.00 1.00',
      ...rows,
    ].join('；');
  };
  const MANY_SUMS = (count: number): string[] =>
    [...Array(count).keys()].flatMap((i) => between('合基', `20${i + 1}0101`));
  type Case = readonly [
    string,
    string,
    readonly string[],
    readonly Table[],
    boolean,
    readonly string[],
  ];
  it.each<Case>([
    [
      '别的表印着这几个数',
      LACKING,
      [...SUMS, USED],
      [other('7.00 4.00')],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4 有证', '还有 0'],
    ],
    [
      '只差末位',
      LACKING,
      [...SUMS, USED],
      [other('7.01 8.00')],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4 有证', '还有 0'],
    ],
    ['差得多，不能为证', LACKING, [...SUMS, USED], [other('7.02 8.00')], true, ['还有 2']],
    [
      '没有为证的',
      LACKING,
      [...SUMS, USED],
      [other('7.02 8.00')],
      false,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4', '还有 0'],
    ],
    [
      '别的单位的表不能为证',
      LACKING,
      [...SUMS, USED],
      [other('7.00 4.00', { unit: '元' })],
      true,
      ['还有 2'],
    ],
    [
      '上年的表不能为证',
      LACKING,
      [...SUMS, USED, '表5.201类·合 = 表4.合计·合'],
      [other('1.00 1.00'), listOf('表5', FULL, LAST_YEAR)],
      true,
      ['还有 2'],
    ],
    ['只有一处不符，没有点名', LACKING, [SUMS[0]!, USED], [other('7.00 4.00')], true, ['还有 1']],
    [
      '点了名',
      LACKING,
      [SUMS[0]!, ...between('合', '2010102')],
      [other('7.00 4.00')],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基5 有证 点名', '还有 0'],
    ],
    [
      '点了名，数与别处不合',
      LACKING,
      [SUMS[0]!, ...between('合', '2010102')],
      [other('6.00 4.00')],
      true,
      ['还有 2'],
    ],
    [
      '编码写错的',
      `${LACKING}；2020102名2010102 7.00 4.00`,
      [...SUMS, USED],
      [other('7.00 4.00')],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4 有证 写成2020102名2010102', '还有 0'],
    ],
    [
      '编码写错的，数差末位',
      `${LACKING}；2020102名2010102 7.01 4.00`,
      [...SUMS, USED],
      [other('7.00 4.00')],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4 有证 写成2020102名2010102', '还有 0'],
    ],
    [
      '同名的一行数不同',
      `${LACKING}；2020102名2010102 7.00 4.50`,
      [...SUMS, USED],
      [other('7.00 4.00')],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4 有证', '还有 0'],
    ],
    [
      '那个编码别的表也有',
      `${LACKING}；2020102名2010102 7.00 4.00`,
      [...SUMS, USED],
      [listOf('表4', `${FULL}；2020102 0.00 0.00`)],
      true,
      ['missing 表3 2010102 2：2010102·合7 2010102·基4 有证', '还有 0'],
    ],
    [
      '两款各缺一行',
      MANY(2, 5),
      MANY_SUMS(2),
      [listOf('表4', MANY(2, 7))],
      true,
      [
        'missing 表3 2010101 2：2010101·合3.1 2010101·基3 有证 点名；missing 表3 2020101 2：2020101·合4.1 2020101·基4 有证 点名',
        '还有 1',
      ],
    ],
    [
      '缺得一样多的，一起说',
      MANY(7, 5),
      MANY_SUMS(7),
      [listOf('表4', MANY(7, 7))],
      true,
      [
        'missing 表3 2010101 2：2010101·合3.1 2010101·基3 有证 点名；missing 表3 2020101 2：2020101·合4.1 2020101·基4 有证 点名；missing 表3 2030101 2：2030101·合5.1 2030101·基5 有证 点名；missing 表3 2040101 2：2040101·合6.1 2040101·基6 有证 点名；missing 表3 2050101 2：2050101·合7.1 2050101·基7 有证 点名；missing 表3 2060101 2：2060101·合8.1 2060101·基8 有证 点名；missing 表3 2070101 2：2070101·合9.1 2070101·基9 有证 点名',
        '还有 1',
      ],
    ],
  ])('%s', (_, lines, says, others, sure, expected) => {
    expect(missing(lines, says, others, sure)).toEqual(expected);
  });
});

describe('列了两遍的行', () => {
  function twice(lines: string, says: readonly string[], own: Partial<Table> = {}) {
    const all = equationsOf(says, [
      listOf('表3', lines, own),
      listOf('表4', `${FULL}；205 16.00 9.00`),
    ]);
    return repeated(
      all.filter((e) => e.broken),
      indexOf(all),
    ).map(written);
  }
  it.each<readonly [string, string, readonly string[], Partial<Table>, unknown]>([
    ['没有列两遍的', FULL, SUMS, {}, []],
    [
      '去掉第二遍，上级就平了',
      `${FULL}；2010102' 7.00 4.00`,
      SUMS,
      {},
      ["twice 表3 2010102 2：2010102'·合-7 2010102'·基-4"],
    ],
    [
      '第二遍空了一格',
      `${FULL.replace('7.00 4.00', '7.00 0.00').replace('20101 9.00 5.00', '20101 9.00 1.00')}；2010102' 7.00 _`,
      SUMS,
      {},
      ["twice 表3 2010102 1：2010102'·合-7"],
    ],
    ['去掉了还不平', `${FULL.replace('2.00 1.00', '2.50 1.50')}；2010102' 7.00 4.00`, SUMS, {}, []],
    [
      '去掉了别处又不平',
      `${FULL}；2010102' 7.00 4.00`,
      [...SUMS, '表3.20101类·Σ项·合 = 表4.205类·合'],
      {},
      [],
    ],
    ['上年的表', `${FULL}；2010102' 7.00 4.00`, SUMS, LAST_YEAR, []],
  ])('%s', (_, lines, says, own, expected) => {
    expect(twice(lines, says, own)).toEqual(expected);
  });
});

describe('错到上级的行', () => {
  function carried(lines: string, says: readonly string[], own: Partial<Table> = {}) {
    const all = equationsOf(says, [listOf('表3', lines, own), listOf('表4', FULL)]);
    const basis = { index: indexOf(all), unsettled: indexOf([]) };
    const search = { halted: false };
    const found = carriedRows(
      all.filter((e) => e.broken),
      basis,
      search,
    ).map(written);
    return [...found, ...(search.halted ? ['没有找完'] : [])];
  }
  const wrong = FULL.replace('7.00 4.00', '8.00 5.00').replace(
    '20101 9.00 5.00',
    '20101 10.00 6.00',
  );
  const all = [...SUMS, ...down('表3', '201', '款', '合基')];
  it.each<readonly [string, string, readonly string[], Partial<Table>, unknown]>([
    ['都对', FULL, all, {}, []],
    [
      '跟着错到款',
      wrong,
      all,
      {},
      [
        'carried 表3 201 2：201·合1 201·基1',
        'carried 表3 201 2：201·合1 201·基1 合计·合1 合计·基1',
        'carried 表3 2010101 2：2010101·合-1 2010101·基-1 20101·合-1 20101·基-1',
        'carried 表3 2010102 2：2010102·合-1 2010102·基-1 20101·合-1 20101·基-1',
      ],
    ],
    ['只有一处不符', wrong, ['表3.201类·合 = 表3.201类·Σ款·合'], {}, []],
    ['还有一处不相干的', wrong, [...all, '表3.201类·基 = 表4.2010101类·基'], {}, []],
    ['上年的表', wrong, all, LAST_YEAR, []],
    [
      '一行错了，与别的表也不合',
      FULL.replace('7.00 4.00', '8.00 5.00'),
      [...SUMS, ...between('合基', '2010102')],
      {},
      ['carried 表3 2010102 4：2010102·合-1 2010102·基-1'],
    ],
  ])('%s', (_, lines, says, own, expected) => {
    expect(carried(lines, says, own)).toEqual(expected);
  });
});

describe('合计多于各项，少列了一行', () => {
  function short(lines: string, says: readonly string[], own: Partial<Table> = {}) {
    const found = shortTotal(equationsOf(says, [listOf('表3', lines, own)]));
    return found && `${found.whole.row.key} ${toText(found.by)}`;
  }
  const ONE = '合计 61.00；201 10.00；205 20.00';
  const SUM = ['表3.合计·合 = 表3.合计·Σ类·合'];
  it.each<readonly [string, string, readonly string[], Partial<Table>, unknown]>([
    ['多了', ONE, SUM, {}, '合计 31'],
    ['写在右边', ONE, ['表3.合计·Σ类·合 = 表3.合计·合'], {}, '合计 31'],
    ['正好', ONE.replace('61', '30'), SUM, {}, undefined],
    ['少了', ONE.replace('61', '27'), SUM, {}, undefined],
    ['有一格空着', ONE.replace('20.00', '_'), SUM, {}, undefined],
    ['不止一栏', '合计 61.00 1.00；201 10.00 1.00；205 20.00 0.00', SUM, {}, undefined],
    ['不能加行的表', ONE, SUM, { open: false }, undefined],
    ['不是合计', ONE, ['表3.201类·合 = 表3.205类·合'], {}, undefined],
    ['两条关系', ONE, [...SUM, ...SUM], {}, undefined],
    ['没有', ONE, [], {}, undefined],
  ])('%s', (_, lines, says, own, expected) => {
    expect(short(lines, says, own)).toEqual(expected);
  });
});
