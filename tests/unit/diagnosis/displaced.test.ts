// Amounts of a list that stand some rows too low or too high: how many relations have to ask for it, and what is said.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/assertions/check.ts';
import { type Displaced, displaced, listedDisplaced } from '../../../src/diagnosis/displaced.ts';
import { displacedColumns } from '../../../src/diagnosis/displaced-column.ts';
import { type ErrorEquation, equationOf } from '../../../src/diagnosis/equations.ts';
import { indexOf } from '../../../src/diagnosis/groups.ts';
import { LISTED } from '../../../src/diagnosis/ranking.ts';
import type { Fact, Table } from '../../../src/facts/fact.ts';
import { parseExact, toText } from '../../../src/measure/exact.ts';
import { assertionOf, type Called, tableOf } from '../../support/table.ts';

const number = (text: string) => parseExact(text)!;
const code = (i: number) => `20101${String(i + 1).padStart(2, '0')}`;
/** A list of one column, its rows by code; `bare` rows have a name alone. */
function listOf(form: string, figures: string, own: Partial<Table> = {}, bare = -1): Table {
  const lines = figures.split(' ');
  const rows = lines.map(
    (_, i): Called =>
      i === bare ? { key: '其他' } : { key: code(i), code: code(i), level: '项', names: [code(i)] },
  );
  return tableOf(rows, ['金额'], lines, {
    form,
    id: form,
    title: `支出${form}`,
    sheet: form,
    ...own,
  });
}
const RIGHT = '11.00 22.00 33.00 44.00 55.00 66.00 77.00 88.00 99.00';
const first = (n: number) => RIGHT.split(' ').slice(0, n).join(' ');

const rowName = (i: number) => `${code(i)}类`;
const alike = (rows: number, other = '表4') =>
  Array.from({ length: rows }, (_, i) => `表3.${rowName(i)} = ${other}.${rowName(i)}`);

function relations(says: readonly string[], tables: readonly Table[]): ErrorEquation[] {
  return says.flatMap((text, i) => {
    const assertion = assertionOf(text, tables);
    const finding = check(assertion);
    const equation = finding && equationOf(assertion, finding);
    return equation ? [{ ...equation, rule: `${i + 1}` }] : [];
  });
}
const told = ({ table, from, rows, changes, mends, covers }: Displaced): string =>
  `${table.form} 自${from + 1}行 ${rows}：${[...changes.values()].map((c) => toText(c)).join(' ')}；${mends.map((e) => e.rule).join()}；${covers.length}`;

function found(tables: readonly Table[], says: readonly string[]): string[] {
  const all = relations(says, tables).filter((e) => !e.open);
  return displaced(
    all.filter((e) => e.broken),
    { index: indexOf(all) },
  ).map(told);
}
/** 表3 against 表4, row by row. */
const against = (figures: string, right = RIGHT, own: Partial<Table> = {}) =>
  found([listOf('表3', figures, own), listOf('表4', right)], alike(right.split(' ').length));

describe('错位', () => {
  it('都对的没有', () => {
    expect(against(RIGHT)).toEqual([]);
  });
  it('下移一行：自空出的一行起', () => {
    expect(against('11.00 0.00 22.00 33.00 44.00 55.00 66.00 77.00 88.00')).toEqual([
      '表3 自7行 1：22 11 11 11 11 11 11；2,3,4,5,6,7,8；8',
      '表4 自6行 -1：-11 -11 -11 -11 -11 -11 -11 -11；3,4,5,6,7,8,9；8',
    ]);
  });
  it('上移一行', () => {
    expect(against('11.00 33.00 44.00 55.00 66.00 77.00 88.00 99.00 0.00')).toEqual([
      '表3 自6行 -1：-22 -11 -11 -11 -11 -11 -11 99；3,4,5,6,7,8,9；8',
      '表4 自7行 1：11 11 11 11 11 11 11；2,3,4,5,6,7,8；8',
    ]);
  });
  it('六处说得清就算，五处不算', () => {
    expect(against('11.00 0.00 22.00 33.00 44.00 55.00 66.00 77.00', first(8))).toEqual([
      '表3 自7行 1：22 11 11 11 11 11；2,3,4,5,6,7；7',
      '表4 自6行 -1：-11 -11 -11 -11 -11 -11 -11；3,4,5,6,7,8；7',
    ]);
    expect(against('11.00 0.00 22.00 33.00 44.00 55.00 66.00', first(7))).toEqual([]);
  });
  it('上年的表不看', () => {
    const source = { period: '上年' } as const;
    expect(
      against('11.00 0.00 22.00 33.00 44.00 55.00 66.00 77.00 88.00', RIGHT, { source }),
    ).toEqual(['表4 自6行 -1：-11 -11 -11 -11 -11 -11 -11 -11；3,4,5,6,7,8,9；8']);
  });
  it('移回去别处又不符的不算', () => {
    const tables = [
      listOf('表3', '11.00 0.00 22.00 33.00 44.00 55.00 66.00 77.00 88.00'),
      listOf('表4', RIGHT),
      listOf('表5', '11.00 0.00 22.00 33.00 44.00 55.00 66.00 77.00 88.00'),
    ];
    expect(found(tables, [...alike(9), `表3.${rowName(3)} = 表5.${rowName(3)}`])).toEqual([
      '表4 自6行 -1：-11 -11 -11 -11 -11 -11 -11 -11；3,4,5,6,7,8,9；8',
    ]);
  });
  it('还有不符的，说得清的要比它多四倍', () => {
    expect(against('11.00 0.00 22.00 33.00 44.00 55.00 66.05 77.00 88.00')).toEqual([
      '表3 自7行 1：22 11 11 11 11.05 10.95 11；2,3,4,5,7,8；8',
      '表4 自7行 -1：-11 -11 -11 -11 -11 -11 -11；3,4,5,6,8,9；8',
    ]);
    const long = (n: number, wrong: readonly number[]) => {
      const right = Array.from({ length: n }, (_, i) => `${11 * (i + 1)}.00`);
      const down = right.map((_, i) =>
        i === 0 ? right[0] : i === 1 ? '0.00' : wrong.includes(i) ? `${11 * i}.05` : right[i - 1],
      );
      return against(down.join(' '), right.join(' '));
    };
    expect(long(12, [5, 8])).toEqual([]);
    expect(long(13, [5, 8])).toEqual([
      '表3 自7行 1：22 11 11 11.05 10.95 11 11.05 10.95 11 11 11；2,3,4,6,7,9,10,11,12；12',
      '表4 自7行 -1：-11 -11 -11 -11 -11 -11 -11 -11 -11 -11 -11；3,4,5,7,8,10,11,12,13；12',
    ]);
  });
  it('没有编码的一行不在列里', () => {
    const tables = [
      listOf('表3', '11.00 0.00 22.00 33.00 5.00 44.00 55.00 66.00 77.00 88.00', {}, 4),
      listOf('表4', '11.00 22.00 33.00 44.00 5.00 55.00 66.00 77.00 88.00 99.00', {}, 4),
    ];
    const says = [0, 1, 2, 3, 5, 6, 7, 8, 9].map((i) => `表3.${rowName(i)} = 表4.${rowName(i)}`);
    expect(found(tables, says)).toEqual([
      '表3 自7行 1：22 11 11 11 11 11 11；2,3,4,5,6,7,8；8',
      '表4 自6行 -1：-11 -11 -11 -11 -11 -11 -11 -11；3,4,5,6,7,8,9；8',
    ]);
  });
});

it('一行里一格也没有，或者只有两行，也看得过来', () => {
  const figures = '无 11.00 0.00 22.00 33.00 44.00 55.00 66.00 77.00 88.00';
  const right = `无 ${RIGHT}`;
  expect(against(figures, right)).toEqual([
    '表3 自8行 1：22 11 11 11 11 11 11；3,4,5,6,7,8,9；8',
    '表4 自7行 -1：-11 -11 -11 -11 -11 -11 -11 -11；4,5,6,7,8,9,10；8',
  ]);
  expect(against('5.00 6.00', '6.00 5.00')).toEqual([]);
});

/** One column against 上年's or another table, and against a third where one is given. */
function slipped(
  figures: string,
  right = RIGHT,
  third?: string,
  own: Partial<Table> = { source: {} },
): string[] {
  const tables = [
    listOf('表3', figures),
    listOf('表4', right, own),
    ...(third ? [listOf('表5', third, own)] : []),
  ];
  const rows = right.split(' ').length;
  const all = relations([...alike(rows), ...(third ? alike(rows, '表5') : [])], tables);
  const [open, judged] = [all.filter((e) => e.open), all.filter((e) => !e.open)];
  const broken = judged.filter((e) => e.broken);
  const basis = { index: indexOf(judged), unsettled: indexOf(open) };
  return displacedColumns(broken, basis).map(
    (d) => `${told(d)} ${d.column?.letters}至${(d.column?.to ?? 0) + 1}行`,
  );
}

describe('一列里错位的一段', () => {
  const DOWN = '11.00 22.00 0.00 33.00 44.00 55.00 77.00 88.00 99.00';
  it('一段下移一行，盖住了一格', () => {
    expect(slipped(DOWN)).toEqual(['表3 自8行 1：33 11 11 11；3,4,5,6；4 B至10行']);
  });
  it('一段上移一行', () => {
    expect(slipped('11.00 22.00 44.00 55.00 66.00 77.00 0.00 88.00 99.00')).toEqual([
      '表3 自9行 -1：-11 -11 -11 77 -11；4,5,6,7,3；5 B至12行',
    ]);
  });
  it('一段下移两行', () => {
    expect(slipped('11.00 22.00 0.00 0.00 33.00 44.00 55.00 88.00 99.00')).toEqual([
      '表3 自8行 2：33 44 22 22 22；3,4,5,6,7；5 B至10行',
    ]);
  });
  it('到末了的一段', () => {
    expect(slipped('11.00 22.00 33.00 44.00 0.00 55.00 66.00 77.00 88.00')).toEqual([
      '表3 自10行 1：55 11 11 11 11；5,6,7,8,9；5 B至13行',
    ]);
    expect(slipped('22.00 33.00 44.00 55.00 0.00 66.00 77.00 88.00 99.00')).toEqual([
      '表3 自7行 -1：-11 -11 -11 55 -11；2,3,4,5,1；5 B至10行',
    ]);
  });
  it('移了两格的，当作各错各的', () => {
    expect(slipped('11.00 22.00 0.00 33.00 44.00 66.00 77.00 88.00 99.00')).toEqual([]);
    expect(slipped('11.00 22.00 0.00 33.00 55.00 66.00 77.00 88.00 99.00')).toEqual([]);
  });
  it('空着的格等着填', () => {
    expect(slipped('11.00 22.00 _ 33.00 44.00 55.00 77.00 88.00 99.00')).toEqual([
      '表3 自8行 1：33 11 11 11；4,5,6；3 B至10行',
    ]);
  });
  it('中间有读不出的，不当作一段', () => {
    expect(slipped('11.00 22.00 0.00 33.00 某 55.00 77.00 88.00 99.00')).toEqual([]);
  });
  it('两张表都能说通的，不指哪一张', () => {
    expect(slipped(DOWN, RIGHT, undefined, {})).toEqual([]);
  });
  it('移回去又与第三张不符的不算', () => {
    expect(slipped(DOWN, RIGHT, DOWN)).toEqual([]);
    expect(slipped(DOWN, RIGHT, RIGHT)).toEqual([
      '表3 自8行 1：33 11 11 11；3,12,4,13,5,14,6,15；8 B至10行',
    ]);
    expect(slipped(DOWN, RIGHT, '11.00 22.00 33.00 44.00 55.00 55.00 77.00 88.00 99.00')).toEqual([
      '表3 自8行 1：33 11 11；3,12,4,13,5,14；7 B至10行',
    ]);
  });
});

describe('怎么说', () => {
  const table = listOf('表3', RIGHT);
  const cells = table.facts.map((line) => line[0]!);
  const mended = (rule: string, ...facts: readonly Fact[]) =>
    ({
      rule,
      terms: new Map(facts.map((f) => [f, { sign: 1, shift: 0 }])),
    }) as unknown as ErrorEquation;
  const one = (rows: number, more: Partial<Displaced> = {}): Displaced => ({
    ...{ table, from: 6, rows, mends: [mended('1', cells[1]!)], covers: [] },
    changes: new Map([
      [cells[1]!, number('1')],
      [cells[2]!, number('2')],
    ]),
    ...more,
  });
  const said = (d: Displaced) => [...new Set(listedDisplaced(d, 1).map((s) => s.message))].join();

  it('移了几行，对照哪几张表', () => {
    const tail = '。请把这几行的金额整体移回原位，再核对首尾两行。';
    expect(said(one(1))).toBe(`支出表3自第 7 行起金额下移一行，与科目错位${tail}`);
    expect(said(one(-2))).toBe(`支出表3自第 7 行起金额上移两行，与科目错位${tail}`);
    expect(said(one(3))).toBe(`支出表3自第 7 行起金额下移三行，与科目错位${tail}`);
    const others = ['表4', '表5'].map((form) => listOf(form, RIGHT).facts[0]![0]!);
    const mends = [mended('1', cells[1]!, ...others), mended('2', others[0]!)];
    expect(said(one(1, { mends }))).toBe(
      `支出表3自第 7 行起金额下移一行，与科目错位（对照支出表4、支出表5可知）${tail}`,
    );
  });

  it('只有一列的', () => {
    const column = { letters: 'B', item: table.columns[0]!, to: 9, about: false };
    expect(said(one(1, { column }))).toBe(
      '支出表3 B 列（金额）一列数字错行：原在第 7 至 10 行的数下移一行。请只把这一列的这几个数整体移回原位，再核对首尾两行。',
    );
    const item = { ...column.item, names: [], printed: '金 额' };
    expect(said(one(1, { column: { ...column, item } }))).toContain('B 列（金 额）');
  });

  it('每一格应为多少，规则是它自己的；没有的用全部的', () => {
    const mends = [mended('1', cells[1]!), mended('2', cells[3]!)];
    expect(
      listedDisplaced(one(1, { mends }), 4).map(
        (s) => `${s.group}.${s.rank} ${s.slip} ${s.address}→${s.suggested} ${s.rules.join()}`,
      ),
    ).toEqual(['4.1 neighbour B7→23.00 1', '4.1 neighbour B8→35.00 1,2']);
  });

  it('太多的不列', () => {
    const long = listOf('表3', Array.from({ length: LISTED + 3 }, () => '1.00').join(' '));
    const changes = new Map(long.facts.map((line) => [line[0]!, number('1')] as const));
    expect(listedDisplaced(one(1, { changes }), 1)).toHaveLength(LISTED);
  });
});
