// By how much a row, with some of the rows above it, ought to change: column by column what the relations ask for.
import { expect, it } from 'vitest';
import { type Chain, triedRows } from '../../../src/diagnosis/chain.ts';
import { above, codesOf } from '../../../src/diagnosis/codes.ts';
import { indexOf } from '../../../src/diagnosis/groups.ts';
import type { Table } from '../../../src/facts/fact.ts';
import { toText } from '../../../src/measure/exact.ts';
import { across, between, down, equationsOf, listOf } from '../../support/lists.ts';

const FULL =
  '合计 30.00 20.00 10.00；201 30.00 20.00 10.00；20101 30.00 20.00 10.00；2010101 10.00 8.00 2.00；2010102 20.00 12.00 8.00';
const CODES = ['201', '20101', '2010101', '2010102'];
const ACROSS = across('表3', ...CODES);
const DOWN = down('表3', '20101', '项');

/** A row by its code, and so many of the rows above it. */
function chainOf(table: Table, code: string, more: number): Chain {
  const rows = above(table, code).map((row) => table.facts[row]!);
  const own = table.facts[codesOf(table).rows.get(code)![0]!]!;
  return { table, lines: [own, ...rows.slice(0, more)], parent: rows[more] };
}

/** Every possibility: what each cell changes by, and how many breaks that mends. */
function tried(
  lines: string,
  says: readonly string[],
  own: { more?: number; soft?: readonly string[]; second?: Table; table?: Partial<Table> } = {},
): { said: string[]; work: number } {
  const { more = 0, soft = [], second = listOf('表4', FULL) } = own;
  const tables = [listOf('表3', lines, own.table), second];
  const all = [...equationsOf(says, tables), ...equationsOf(soft, tables, { severity: 'warning' })];
  const on = { index: indexOf(all.filter((e) => !e.open)), work: 0 };
  const basis = { index: on.index, unsettled: indexOf(all.filter((e) => e.open)) };
  const found = triedRows(chainOf(tables[0]!, '2010102', more), basis, on);
  const said = found.map(({ changes, outcome }) => {
    const cells = [...changes].map(([f, c]) => `${f.row.key}·${f.column.key}${toText(c)}`);
    return `${outcome.mended.length}：${cells.join(' ')}`;
  });
  return { said, work: on.work };
}
const put = (figures: string, of = '2010102'): string =>
  FULL.replace(new RegExp(`${of} [^；]+`, 'v'), `${of} ${figures}`);

const IN_YUAN = listOf('表4', put('200000.56 120000.00 80000.00'), { unit: '元' });
type Own = Parameters<typeof tried>[2];
it.each<readonly [string, string, readonly string[], Own, readonly string[]]>([
  ['都对', FULL, [...ACROSS, ...DOWN], {}, []],
  [
    '两栏都多了',
    put('21.00 13.00 8.00'),
    [...ACROSS, ...DOWN],
    {},
    ['2：2010102·合-1 2010102·基-1'],
  ],
  ['一栏多了', put('20.00 13.00 8.00'), [...ACROSS, ...DOWN], {}, ['2：2010102·基-1']],
  [
    '一栏多了，一栏少了',
    put('20.00 13.00 7.00'),
    [...ACROSS, ...down('表3', '20101', '项', '合基')],
    {},
    ['1：2010102·基-1 2010102·财1'],
  ],
  [
    '只有合计栏有上下级，差的是哪一栏不知道',
    put('21.00 13.00 8.00'),
    [...ACROSS.slice(3), ...down('表3', '20101', '项', '合')],
    {},
    ['1：2010102·合-1 2010102·基-1', '1：2010102·合-1 2010102·财-1'],
  ],
  [
    '改了与另一张表又不平',
    put('20.00 13.00 8.00'),
    [...DOWN, ...between('基', '2010102')],
    { second: listOf('表4', put('20.00 13.00 8.00')) },
    [],
  ],
  ['差的在尾数以内', put('20.01 12.00 8.00'), DOWN, {}, []],
  ['刚过尾数', put('20.02 12.00 8.00'), [DOWN[0]!], {}, ['1：2010102·合-0.02']],
  [
    '连着上级',
    put('21.00 13.00 8.00').replace('20101 30.00 20.00', '20101 31.00 21.00'),
    [...ACROSS, ...DOWN, ...down('表3', '201', '款')],
    { more: 1 },
    ['2：2010102·合-1 2010102·基-1 20101·合-1 20101·基-1'],
  ],
  [
    '连着上级，上级没有跟着',
    put('21.00 13.00 8.00'),
    [...DOWN, ...down('表3', '201', '款')],
    { more: 1 },
    [],
  ],
  ['另一张表说的', put('21.00 12.00 8.00'), between('合', '2010102'), {}, ['1：2010102·合-1']],
  [
    '另一张表是元，四舍五入到这张表的位数',
    put('21.12 12.00 8.00'),
    between('合', '2010102'),
    { second: IN_YUAN },
    ['1：2010102·合-1.12'],
  ],
  [
    '这张表多印两位',
    put('21.1234 12.00 8.00'),
    between('合', '2010102'),
    { second: IN_YUAN },
    ['1：2010102·合-1.1233'],
  ],
  [
    '这张表是元',
    put('210000.00 120000.00 80000.00'),
    ['表4.2010102类·合 = 表3.2010102类·合'],
    { table: { unit: '元' } },
    ['1：2010102·合-10000'],
  ],
  [
    '应不大于的',
    put('21.00 12.00 8.00'),
    ['表3.2010102类·合 ≤ 表4.2010102类·合'],
    {},
    ['1：2010102·合-1'],
  ],
  [
    '应不大于的与应等于的，听应等于的',
    put('25.00 12.00 8.00'),
    ['表3.2010102类·合 ≤ 表4.2010102类·合', DOWN[0]!],
    { second: listOf('表4', put('22.00 12.00 8.00')) },
    ['2：2010102·合-5'],
  ],
  [
    '只要说明原因的',
    put('21.00 12.00 8.00'),
    [],
    { soft: between('合', '2010102') },
    ['1：2010102·合-1'],
  ],
  [
    '只要说明原因的与必须相等的，听必须的',
    put('21.00 12.00 8.00'),
    [DOWN[0]!],
    { soft: between('合', '2010102'), second: listOf('表4', put('20.01 12.00 8.00')) },
    ['2：2010102·合-1'],
  ],
  [
    '只要说明原因的本来相符，不拦着',
    put('21.00 13.00 8.00'),
    [...ACROSS.slice(3), DOWN[0]!],
    { soft: between('基', '2010102'), second: listOf('表4', put('21.00 13.00 8.00')) },
    ['1：2010102·合-1 2010102·财-1'],
  ],
  ['等着填的空格', put('20.00 _ 8.00'), DOWN, {}, ['1：2010102·基12']],
  [
    '这一行与上级都空着的栏，不动',
    '合计 30.00 20.00 _；201 30.00 20.00 _；20101 30.00 20.00 _；2010101 10.00 8.00 _；2010102 21.00 12.00 _',
    [ACROSS[3]!, DOWN[0]!],
    {},
    ['2：2010102·合-1 2010102·基8'],
  ],
  [
    '没有的格',
    '合计 30.00 20.00 10.00；201 30.00 20.00 10.00；20101 30.00 20.00 无；2010101 10.00 8.00 无；2010102 21.00 12.00 无',
    [DOWN[0]!],
    {},
    ['1：2010102·合-1'],
  ],
  ['改后是负的', put('1.00 12.00 8.00').replace('20101 30.00', '20101 5.00'), [DOWN[0]!], {}, []],
])('%s', (_, lines, says, own, expected) => {
  expect(tried(lines, says, own).said).toEqual(expected);
});

it('看过多少条关系，记着', () => {
  expect(tried(put('21.00 13.00 8.00'), [...ACROSS, ...DOWN]).work).toBe(10);
});
