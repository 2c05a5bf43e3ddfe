// Cells that went wrong together, in small tables: what a change of several cells does to their relations, tables and
// columns in another unit, lines exchanged.
import { describe, expect, it } from 'vitest';
import {
  type BlockMistake,
  exchangedLines,
  outcome,
  wholeColumns,
  wholeTables,
} from '../../../src/diagnosis/blocks.ts';
import type { ErrorEquation, Index } from '../../../src/diagnosis/equations.ts';
import { indexOf } from '../../../src/diagnosis/groups.ts';
import type { Fact, Table } from '../../../src/facts/fact.ts';
import { type Exact, parseExact, toText } from '../../../src/measure/exact.ts';
import { equationsOf } from '../../support/lists.ts';
import { tableOf } from '../../support/table.ts';

const ROWS = '甲乙丙丁戊己';
const COLUMNS = '子丑寅';
/** A table of one row a line, called 甲, 乙 …, and one column a figure, called 子, 丑 …. */
function tableIn(form: string, lines: readonly string[], own: Partial<Table> = {}): Table {
  const columns = lines[0]!.split(' ').map((_, i) => COLUMNS[i]!);
  const rows = lines.map((_, i) => ROWS[i]!);
  return tableOf(rows, columns, lines, { id: form, form, title: form, sheet: form, ...own });
}

const cellAt = (tables: readonly Table[], name: string): Fact => {
  const [form, row, column = '子'] = name.split('.');
  const table = tables.find((t) => t.form === form)!;
  return table.facts[ROWS.indexOf(row!)]![COLUMNS.indexOf(column)]!;
};
const called = (fact: Fact): string =>
  `${fact.table.form}.${fact.row.key}${fact.table.columns.length > 1 ? `.${fact.column.key}` : ''}`;

/** One line a mistake: how many breaks it mends, and what its cells change by. */
const said = (found: readonly BlockMistake[]): string[] =>
  found.map(({ slip, changes, mends }) => {
    const cells = [...changes].map(([f, c]) => `${called(f)}${toText(c)}`);
    return `${slip} ${mends.length}：${cells.join(' ')}`;
  });

type Search = (broken: readonly ErrorEquation[], index: Index) => BlockMistake[];
function found(search: Search, says: readonly string[], tables: readonly Table[]): string[] {
  const all = equationsOf(says, tables);
  const broken = all.filter((e) => e.broken);
  return said(search(broken, indexOf(all)));
}

describe('几格一起改', () => {
  /** What becomes of the relations: 配平、仍不平、新不平, and how many were looked at. */
  function becomes(says: readonly string[], tables: readonly Table[], by: string, blur?: number) {
    const changes = new Map<Fact, Exact>(
      by.split(' ').map((one) => {
        const [name = '', change = ''] = one.split('：');
        return [cellAt(tables, name), parseExact(change)!];
      }),
    );
    const on = { index: indexOf(equationsOf(says, tables)), work: 0 };
    const { mended, stillBroken, newlyBroken } = outcome(changes, blur, on);
    return [mended.length, stillBroken, newlyBroken, on.work];
  }

  it.each<readonly [string, readonly string[], string, string, readonly number[]]>([
    ['改平了', ['30.00', '10.00', '25.00'], '甲 = 乙 + 丙', '表3.丙：-5', [1, 0, 0, 1]],
    ['还差一些', ['30.00', '10.00', '25.00'], '甲 = 乙 + 丙', '表3.丙：-4', [0, 1, 0, 1]],
    ['本来是平的', ['30.00', '10.00', '20.00'], '甲 = 乙 + 丙', '表3.丙：-4', [0, 0, 1, 1]],
    ['一加一减', ['30.00', '10.00', '20.00'], '甲 = 乙 + 丙', '表3.乙：4 表3.丙：-4', [0, 0, 0, 2]],
    ['两边一起', ['30.00', '10.00', '20.00'], '甲 = 乙 + 丙', '表3.甲：4 表3.丙：4', [0, 0, 0, 2]],
    ['不大于的，往小里改', ['30.00', '10.00'], '甲 ≤ 乙', '表3.甲：-25', [1, 0, 0, 1]],
    ['没有关系的格', ['30.00', '10.00', '1.00'], '甲 = 乙', '表3.丙：7', [0, 0, 0, 0]],
  ])('%s', (_, lines, says, by, expected) => {
    expect(becomes([says], [tableIn('表3', lines)], by)).toEqual(expected);
  });

  it('别的单位的格，按等式的单位算', () => {
    const inYuan = tableIn('表4', ['50000.00'], { unit: '元' });
    const tables = [tableIn('表3', ['3.00']), inYuan];
    const says = ['表3.甲 = 表4.甲'];
    expect(becomes(says, tables, '表4.甲：-20000')).toEqual([1, 0, 0, 1]);
    expect(becomes(says, tables, '表4.甲：-2')).toEqual([0, 1, 0, 1]);
  });

  it('由大单位换来的数，末位放宽到大单位的半位；光靠放宽就平的不算改平', () => {
    const inYuan = (one: string, other: string) => [
      tableIn('表3', [one], { unit: '元' }),
      tableIn('表4', [other], { unit: '元' }),
    ];
    const says = ['表3.甲 = 表4.甲'];
    expect(becomes(says, inYuan('100', '30'), '表4.甲：69', 4)).toEqual([1, 0, 0, 1]);
    expect(becomes(says, inYuan('100', '30'), '表4.甲：69')).toEqual([0, 1, 0, 1]);
    expect(becomes(says, inYuan('100', '30'), '表4.甲：19', 4)).toEqual([0, 1, 0, 1]);
    expect(becomes(says, inYuan('100', '60'), '表4.甲：39', 4)).toEqual([0, 0, 0, 1]);
  });

  it('放宽的也按等式的单位算', () => {
    const tables = [tableIn('表3', ['3.00']), tableIn('表4', ['50000.00'], { unit: '元' })];
    expect(becomes(['表3.甲 = 表4.甲'], tables, '表4.甲：-19000', 4)).toEqual([0, 1, 0, 1]);
  });
});

const same = (rows: string, column = ''): string[] =>
  [...rows].map((r) => `表3.${r}${column} = 表4.${r}${column}`);

describe('整张表的单位', () => {
  const tables = (one: readonly string[], other: readonly string[], own: Partial<Table> = {}) => [
    tableIn('表3', one, own),
    tableIn('表4', other),
  ];

  it.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    ['都对', ['1.00', '2.00', '3.00'], ['1.00', '2.00', '3.00'], []],
    [
      '按元填了，也可能是另一张错了',
      ['12000.00', '21000.00', '33000.00'],
      ['1.20', '2.10', '3.30'],
      [
        'unit 3：表3.甲-11998.8 表3.乙-20997.9 表3.丙-32996.7',
        'unit 3：表4.甲11998.8 表4.乙20997.9 表4.丙32996.7',
      ],
    ],
    [
      '差一千倍',
      ['1200.00', '2100.00', '3300.00'],
      ['1.20', '2.10', '3.30'],
      [
        'unit 3：表3.甲-1198.8 表3.乙-2097.9 表3.丙-3296.7',
        'unit 3：表4.甲1198.8 表4.乙2097.9 表4.丙3296.7',
      ],
    ],
    [
      '差十倍，最大的改后恰有一角',
      ['1.00', '1.00', '1.00'],
      ['0.10', '0.10', '0.10'],
      ['unit 3：表3.甲-0.9 表3.乙-0.9 表3.丙-0.9', 'unit 3：表4.甲0.9 表4.乙0.9 表4.丙0.9'],
    ],
    [
      '另一张四舍五入过',
      ['123456.00', '210047.00', '333351.00'],
      ['12.35', '21.00', '33.34'],
      [
        'unit 3：表3.甲-123443.6544 表3.乙-210025.9953 表3.丙-333317.6649',
        'unit 3：表4.甲123487.65 表4.乙209979 表4.丙333366.66',
      ],
    ],
    ['三处里有一处不是', ['12000.00', '21000.00', '34000.00'], ['1.20', '2.10', '3.30'], []],
    ['只有两处', ['12000.00', '21000.00'], ['1.20', '2.10'], []],
    [
      '空着的、为零的、没有的不改',
      ['12000.00', '21000.00', '33000.00', '0.00', '_', '无'],
      ['1.20', '2.10', '3.30', '0.00', '_', '无'],
      [
        'unit 3：表3.甲-11998.8 表3.乙-20997.9 表3.丙-32996.7',
        'unit 3：表4.甲11998.8 表4.乙20997.9 表4.丙32996.7',
      ],
    ],
  ])('%s', (_, one, other, expected) => {
    const rows = [...ROWS].slice(0, one.filter((x) => x !== '无').length).join('');
    expect(found(wholeTables, same(rows), tables(one, other))).toEqual(expected);
  });

  it('上年的表不看', () => {
    const own = { source: { period: '上年' } } as const;
    const all = tables(['12000.00', '21000.00', '33000.00'], ['1.20', '2.10', '3.30'], own);
    expect(found(wholeTables, same('甲乙丙'), all)).toEqual([
      'unit 3：表4.甲11998.8 表4.乙20997.9 表4.丙32996.7',
    ]);
  });

  it('一张表至少要有两个数', () => {
    const says = ['表3.甲 = 表4.甲', '表3.甲 = 表4.乙', '表3.甲 = 表4.丙'];
    const other = ['1.20', '1.20', '1.20'];
    const raised = 'unit 3：表4.甲11998.8 表4.乙11998.8 表4.丙11998.8';
    expect(found(wholeTables, says, tables(['12000.00'], other))).toEqual([raised]);
    const two = found(wholeTables, says, tables(['12000.00', '9.00'], other));
    expect(two).toEqual(['unit 3：表3.甲-11998.8 表3.乙-8.9991', raised]);
  });

  it('改成几乎没有，与不要它一样，不算', () => {
    const says = [...'甲乙丙'].map((r) => `表4.${r} = 表4.丁 + 表3.${r}`);
    const all = tables(['3.00', '5.00', '4.00'], ['50.00', '50.00', '50.00', '50.00']);
    expect(found(wholeTables, says, all)).toEqual([]);
  });

  it('光是上限不算，要有加得上的', () => {
    const all = tables(['12000.00', '21000.00', '33000.00'], ['1.20', '2.10', '3.30']);
    const most = [...'甲乙丙'].map((r) => `表3.${r} ≤ 表4.${r}`);
    expect(found(wholeTables, most, all)).toEqual([]);
    const mixed = [...most.slice(0, 2), '表3.丙 = 表4.丙'];
    expect(found(wholeTables, mixed, all)).toHaveLength(2);
  });

  const FIVE = ['12000.00', '21000.00', '33000.00', '44000.00', '55000.00'];
  const RIGHT = ['1.20', '2.10', '3.30', '4.40', '5.50'];
  it.each<readonly [string, string, string, number]>([
    ['表里自己的差错，换小了就看不见，不算改平', '表3.丁 = 表3.甲 + 表3.丙', '甲乙丙丁', 0],
    ['多出四倍以上的才算', '表3.丁 = 表3.甲 + 表3.丙', '甲乙丙丁戊', 1],
    ['还有一处不平的', '表3.乙 = 表4.丁', '甲乙丙丁', 0],
    ['还有一处不平的，多出四倍以上', '表3.乙 = 表4.丁', '甲乙丙丁戊', 1],
  ])('%s', (_, besides, rows, count) => {
    const own = tables(
      [...FIVE.slice(0, 3), '45100.00', '55000.00'],
      [...RIGHT.slice(0, 3), '4.51', '5.50'],
    );
    const lines = found(wholeTables, [...same(rows), besides], own);
    expect(lines.filter((line) => line.includes('表3.甲'))).toHaveLength(count);
  });
});

describe('整列的单位', () => {
  const wrong = ['1.00 12000.00', '2.00 21000.00', '3.00 33000.00', '4.00 44000.00'];
  const right = ['1.00 1.20', '2.00 2.10', '3.00 3.30', '4.00 4.40'];
  const seen = (rows: string) =>
    found(
      wholeColumns,
      ['·子', '·丑'].flatMap((column) => same(rows, column)),
      [tableIn('表3', wrong), tableIn('表4', right)],
    );

  it('四处都说得通的才算', () => {
    expect(seen('甲乙丙丁')).toEqual([
      'unit 4：表3.甲.丑-11998.8 表3.乙.丑-20997.9 表3.丙.丑-32996.7 表3.丁.丑-43995.6',
      'unit 4：表4.甲.丑11998.8 表4.乙.丑20997.9 表4.丙.丑32996.7 表4.丁.丑43995.6',
    ]);
    expect(seen('甲乙丙')).toEqual([]);
  });
});

describe('对调的行列', () => {
  const seen = (one: readonly string[], other: readonly string[], says: readonly string[]) =>
    found(exchangedLines, says, [
      tableIn('表3', one, {}),
      tableIn('表4', other, { source: { period: '上年' } }),
    ]);

  it('两行对调，一样的格不改', () => {
    const says = ['·子', '·丑'].flatMap((column) => same('甲乙丙', column));
    expect(
      seen(['5.00 1.00', '3.00 1.00', '7.00 2.00'], ['3.00 1.00', '5.00 1.00', '7.00 2.00'], says),
    ).toEqual(['neighbour 2：表3.甲.子-2 表3.乙.子2']);
  });

  it('两列对调', () => {
    const says = ['·子', '·丑', '·寅'].flatMap((column) => same('甲乙', column));
    const lines = seen(
      ['4.00 1.00 9.00', '6.00 2.00 9.00'],
      ['1.00 4.00 9.00', '2.00 6.00 9.00'],
      says,
    );
    expect(lines).toEqual(['neighbour 4：表3.甲.子-3 表3.甲.丑3 表3.乙.子-4 表3.乙.丑4']);
  });

  it('少了一格的，只换都有的', () => {
    const says = [...same('甲乙', '·子'), '表3.甲·丑 = 表4.甲·丑'];
    expect(seen(['5.00 1.00', '3.00 无'], ['3.00 1.00', '5.00 无'], says)).toEqual([
      'neighbour 2：表3.甲.子-2 表3.乙.子2',
    ]);
    const other = [...same('甲乙', '·子'), '表3.乙·丑 = 表4.乙·丑'];
    expect(seen(['5.00 无', '3.00 1.00'], ['3.00 无', '5.00 1.00'], other)).toEqual([
      'neighbour 2：表3.甲.子-2 表3.乙.子2',
    ]);
  });

  it('同样的几行各换各的，一行只换一次', () => {
    expect(
      seen(['5.00', '3.00', '5.00', '3.00'], ['3.00', '5.00', '3.00', '5.00'], same('甲乙丙丁')),
    ).toEqual(['neighbour 2：表3.甲-2 表3.乙2', 'neighbour 2：表3.丙-2 表3.丁2']);
  });

  it('只改好一处的、改了还不平的、别处又不平的，都不算', () => {
    const wrong = ['5.00', '3.00', '8.00'];
    const right = ['3.00', '5.00', '8.00', '9.00'];
    expect(seen(wrong, right, same('甲'))).toEqual([]);
    expect(seen(wrong, right, [...same('甲乙'), '表3.甲 = 表4.丁'])).toEqual([]);
    expect(seen(wrong, right, [...same('甲乙'), '表3.丙 = 表3.甲 + 表4.甲'])).toEqual([]);
    expect(seen(wrong, right, same('甲乙丙'))).toEqual(['neighbour 2：表3.甲-2 表3.乙2']);
  });

  it('没有不符的行不拿来换', () => {
    const says = ['表3.甲 = 表4.甲', '表3.甲 = 表4.乙'];
    expect(seen(['3.00', '5.00'], ['5.00', '5.00'], says)).toEqual([]);
  });

  it('一行按元填了，这一行不再换', () => {
    const says = ['·子', '·丑'].flatMap((column) => same('甲乙', column));
    expect(seen(['12000.00 21000.00', '3.00 4.00'], ['1.20 2.10', '3.00 4.00'], says)).toEqual([
      'unit 2：表3.甲.子-11998.8 表3.甲.丑-20997.9',
    ]);
  });
});
