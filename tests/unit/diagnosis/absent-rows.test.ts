// Rows that a list leaves out: which ones are supposed, and how their cells would count in the relations.
import { describe, expect, it } from 'vitest';
import { isVacant, supposed, vacantAbove } from '../../../src/diagnosis/absent-rows.ts';
import type { ErrorEquation } from '../../../src/diagnosis/equations.ts';
import type { Fact, Table } from '../../../src/facts/fact.ts';
import { addressOf } from '../../../src/facts/grid.ts';
import { toText } from '../../../src/measure/exact.ts';
import { between, down, equationsOf, listOf } from '../../support/lists.ts';

const cell = (fact: Fact): string => {
  const name = `${fact.table.form}.${fact.row.key}·${fact.column.key}`;
  return isVacant(fact) ? `[${name}@${addressOf(fact.location)}]` : name;
};
/** An equation: its terms, what they come to, within how much, and whether that is broken. */
function written({ terms, gap, bound, broken, open, vacant, rel }: ErrorEquation): string {
  const sum = [...terms].map(
    ([f, { sign, shift }]) => `${sign > 0 ? '+' : '-'}${cell(f)}${shift ? `×10^${shift}` : ''}`,
  );
  const marks = `${broken ? ' 不符' : ''}${open ? ' 未定' : ''}${vacant.length > 0 ? ' 缺' : ''}`;
  return `${sum.join(' ')} ${rel} ${toText(gap)} ±${toText(bound)}${marks}`;
}

/** The rows supposed, the relations their cells stand in, and how many stand in the index. */
function seen(says: readonly string[], tables: readonly Table[], exact = false) {
  const found = supposed(equationsOf(says, tables, { exact }));
  if (!found) return undefined;
  const { rows, index, unsettled } = found;
  const cells = rows.flatMap(({ line }) => line.flatMap((f) => f ?? []));
  expect(
    cells.every((f) => f.state === 'blank' && !f.quantity && !f.asText && f.shown === ''),
  ).toBe(true);
  const all = (of: typeof index) =>
    [...new Set(cells.flatMap((f) => of.get(f) ?? []))].map(written);
  return {
    rows: rows.map(({ table, code }) => {
      const above = vacantAbove({ table, code, line: [] }, found).map((v) => v.code);
      return [`${table.form} ${code}`, ...above].join(' 其上 ');
    }),
    relations: [...all(index), ...all(unsettled).map((line) => `等着填：${line}`)],
  };
}

const FULL = '合计 9.00 5.00；201 9.00 5.00；20101 9.00 5.00；2010101 2.00 1.00；2010102 7.00 4.00';
const SUMS = down('表3', '20101', '项', '合基');

const LACKING = FULL.slice(0, FULL.lastIndexOf('；'));

describe('缺哪几行', () => {
  type Case = readonly [
    string,
    string,
    readonly string[],
    Partial<Table>,
    readonly string[] | undefined,
  ];
  it.each<Case>([
    ['不缺', FULL.replace('7.00', '7.50'), SUMS, {}, undefined],
    ['一行末级', LACKING, SUMS, {}, ['表3 2010102']],
    ['没有不符的，不找', LACKING, ['表3.201类·合 = 表3.20101类·合'], {}, undefined],
    ['上年的表', LACKING, SUMS, { source: { period: '上年' } }, undefined],
    ['不能加行的表', LACKING, SUMS, { open: false }, undefined],
    [
      '比这张表的编码长的，不是它的',
      '合计 8.00 5.00；201 7.00 5.00；20101 9.00 5.00',
      ['表3.201类·合 = 表3.20101类·合'],
      {},
      undefined,
    ],
    [
      '没有这一类编码的表',
      '合计 9.00 5.00；1010101 8.00 5.00',
      ['表3.合计·合 = 表3.1010101类·合'],
      {},
      undefined,
    ],
    [
      '只有合计的表，什么编码都可能缺',
      '合计 8.00 5.00',
      ['表3.合计·合 = 表4.合计·合'],
      {},
      [
        '表3 201',
        '表3 20101 其上 201',
        '表3 2010101 其上 20101 其上 201',
        '表3 2010102 其上 20101 其上 201',
      ],
    ],
    [
      '上级没有不符，也没有说到它',
      LACKING,
      ['表3.201类·合 = 表3.合计·合', '表3.2010101类·合 = 表4.2010102类·合'],
      {},
      undefined,
    ],
    ['没有上级的', '2010101 2.00 1.00', ['表3.2010101类·合 = 表4.2010102类·合'], {}, undefined],
    [
      '上级没有不符，但说到了它',
      LACKING,
      ['表3.201类·合 = 表3.合计·合', ...between('合基', '2010102')],
      {},
      ['表3 2010102'],
    ],
    [
      '连上级也没有',
      '合计 9.00 5.00；201 7.00 5.00；20102 0.00 0.00；2010201 0.00 0.00',
      ['表3.201类·合 = 表3.合计·合'],
      {},
      ['表3 20101', '表3 2010101 其上 20101', '表3 2010102 其上 20101'],
    ],
  ])('%s', (_, lines, says, own, expected) => {
    const tables = [listOf('表3', lines, own), listOf('表4', FULL)];
    expect(seen([...says, '表4.合计·合 = 表4.201类·合'], tables)?.rows).toEqual(expected);
  });

  it('别的表也没有数的编码，不算', () => {
    const none = FULL.replace('7.00 4.00', '0.00 _');
    const says = [...SUMS, '表4.合计·合 = 表4.201类·合'];
    expect(seen(says, [listOf('表3', LACKING), listOf('表4', none)])).toBeUndefined();
    const half = FULL.replace('7.00 4.00', '无 4.00');
    expect(seen(says, [listOf('表3', LACKING), listOf('表4', half)])?.rows).toEqual([
      '表3 2010102',
    ]);
  });
});

describe('缺的行怎么算', () => {
  it.each<readonly [string, string, readonly string[], Partial<Table>, boolean, readonly string[]]>(
    [
      [
        '加进上级的合计、别表的同一格，自己横着也要平',
        LACKING,
        [...SUMS, '表3.20101类·合 ≥ 表3.20101类·基', ...between('合基', '20101', '2010102')],
        {},
        false,
        [
          '+表3.20101·合 -表3.2010101·合 -[表3.2010102·合@B8] = 7 ±0.015 不符',
          '-表4.2010102·合 +[表3.2010102·合@B8] = -7 ±0.01 不符 缺',
          '+[表3.2010102·合@B8] -[表3.2010102·基@C8] ≥ 0 ±0.03',
          '+表3.20101·基 -表3.2010101·基 -[表3.2010102·基@C8] = 4 ±0.015 不符',
          '-表4.2010102·基 +[表3.2010102·基@C8] = -4 ±0.01 不符 缺',
        ],
      ],
      [
        '不许尾差的，不放宽',
        LACKING,
        [...SUMS, '表3.20101类·合 ≥ 表3.20101类·基', ...between('合基', '20101', '2010102')],
        {},
        true,
        [
          '+表3.20101·合 -表3.2010101·合 -[表3.2010102·合@B8] = 7 ±0 不符',
          '-表4.2010102·合 +[表3.2010102·合@B8] = -7 ±0 不符 缺',
          '+[表3.2010102·合@B8] -[表3.2010102·基@C8] ≥ 0 ±0',
          '+表3.20101·基 -表3.2010101·基 -[表3.2010102·基@C8] = 4 ±0 不符',
          '-表4.2010102·基 +[表3.2010102·基@C8] = -4 ±0 不符 缺',
        ],
      ],
      [
        '按元填的表没有尾数',
        LACKING,
        [...SUMS, ...between('合基', '2010102')],
        { unit: '元' },
        false,
        [
          '+表3.20101·合 -表3.2010101·合 -[表3.2010102·合@B8] = 7 ±0 不符',
          '-表4.2010102·合 +[表3.2010102·合@B8]×10^-4 = -7 ±0.005 不符 缺',
          '+表3.20101·基 -表3.2010101·基 -[表3.2010102·基@C8] = 4 ±0 不符',
          '-表4.2010102·基 +[表3.2010102·基@C8]×10^-4 = -4 ±0.005 不符 缺',
        ],
      ],
      [
        '有未定的',
        LACKING.replace('20101 9.00 5.00', '20101 9.00 _'),
        [...SUMS, '表3.20101类·合 = 表3.20101类·基'],
        {},
        false,
        [
          '+表3.20101·合 -表3.2010101·合 -[表3.2010102·合@B8] = 7 ±0.015 不符',
          '等着填：+表3.20101·基 -表3.2010101·基 -[表3.2010102·基@C8] = -1 ±0.01 未定',
        ],
      ],
      [
        '上级没有列过合计，自己就是它的下级',
        '合计 9.00 5.00；201 9.00 5.00；20102 0.00 0.00',
        ['表3.201类·合 = 表3.合计·基', '表3.201类·合 = 表4.20101类·合'],
        {},
        false,
        [
          '+表3.201·合 -[表3.20101·合@B7] = 9 ±0.01 不符',
          '+表3.201·基 -[表3.20101·基@C7] = 5 ±0.01 不符',
        ],
      ],
      [
        '上级空着，不成合计',
        '合计 9.00 5.00；201 9.00 _；20102 0.00 0.00',
        ['表3.201类·合 = 表3.合计·基'],
        {},
        false,
        ['+表3.201·合 -[表3.20101·合@B7] = 9 ±0.01 不符'],
      ],
      [
        '它的下级都在',
        '合计 9.00 5.00；201 9.00 5.00；2010101 2.00 1.00；2010102 7.00 4.00',
        ['表3.201类·合 = 表3.合计·基'],
        {},
        false,
        [
          '+[表3.20101·合@B7] -表3.2010101·合 -表3.2010102·合 = -9 ±0.015 不符',
          '+[表3.20101·基@C7] -表3.2010101·基 -表3.2010102·基 = -5 ±0.015 不符',
        ],
      ],
      [
        '下级都在，加起来是零',
        '合计 9.00 5.00；201 9.00 5.00；2010101 2.00 _；2010102 -2.00 _',
        ['表3.201类·合 = 表3.合计·基'],
        {},
        false,
        [
          '+[表3.20101·合@B7] -表3.2010101·合 -表3.2010102·合 = 0 ±0.015',
          '+[表3.20101·基@C7] -表3.2010101·基 -表3.2010102·基 = 0 ±0.015',
        ],
      ],
      [
        '上级也缺的，加在上级里',
        '合计 9.00 5.00；201 9.00 5.00；2010201 0.00 0.00',
        ['表3.201类·合 = 表3.合计·基'],
        {},
        false,
        [
          '+表3.201·合 -[表3.20101·合@B7] = 9 ±0.01 不符',
          '+表3.201·基 -[表3.20101·基@C7] = 5 ±0.01 不符',
        ],
      ],
      [
        '上级的一格没有',
        '合计 9.00 5.00；201 9.00 5.00；20101 9.00 无；2010101 2.00 无',
        [SUMS[0]!],
        {},
        false,
        ['+表3.20101·合 -表3.2010101·合 -[表3.2010102·合@B8] = 7 ±0.015 不符'],
      ],
      [
        '减去的合计',
        LACKING,
        ['表3.2010101类·合 = 表3.20101类·合'],
        {},
        false,
        [
          '+表3.2010101·合 -表3.20101·合 +[表3.2010102·合@B8] = -7 ±0.015 不符',
          '+表3.20101·基 -[表3.2010102·基@C8] = 5 ±0.01 不符',
        ],
      ],
      [
        '只有合计的表',
        '合计 8.00',
        ['表3.合计·合 = 表4.合计·合'],
        {},
        false,
        ['+表3.合计·合 -[表3.201·合@B6] = 8 ±0.01 不符'],
      ],
    ],
  )('%s', (_, lines, says, own, exact, expected) => {
    const tables = [listOf('表3', lines, own), listOf('表4', FULL)];
    expect(seen([...says, '表4.合计·合 = 表4.201类·合'], tables, exact)?.relations).toEqual(
      expected,
    );
  });
});
