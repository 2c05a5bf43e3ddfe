// A row wrong alike in two lists, with the rows above it: found where the sums of both break and the lists agree.
import { expect, it } from 'vitest';
import { check } from '../../../src/assertions/check.ts';
import { type ErrorEquation, equationOf } from '../../../src/diagnosis/equations.ts';
import { indexOf } from '../../../src/diagnosis/groups.ts';
import { twinRows } from '../../../src/diagnosis/twins.ts';
import type { Level, Table } from '../../../src/facts/fact.ts';
import { addressOf } from '../../../src/facts/grid.ts';
import { toText } from '../../../src/measure/exact.ts';
import { assertionOf, type Called, tableOf } from '../../support/table.ts';

/** 合计, 基本, 项目 by code; the levels foot. */
const LINES: readonly (readonly [string, readonly number[]])[] = [
  ['合计', [10, 6, 4]],
  ['201', [10, 6, 4]],
  ['20101', [10, 6, 4]],
  ['2010101', [3, 1, 2]],
  ['2010102', [7, 5, 2]],
];
const LEVELS: readonly Level[] = ['合计', '类', '款', '项', '项'];
const kind = (key: string, of: string): Called => ({ key, members: { 支出类型: of } });
/** One list has its columns in another order, and calls them otherwise. */
const COLUMNS: Readonly<Record<string, readonly Called[]>> = {
  表3: ['合', kind('基', '基本支出'), kind('项目栏', '项目支出')],
  表4: [kind('项目数', '项目支出'), kind('基本数', '基本支出'), '合'],
};

/** By code, how much more stands in 合计, 基本 and 项目. */
type More = Readonly<Record<string, readonly [number, number, number?]>>;
type Lines = typeof LINES;
/** A list in which some rows have so much more. */
function listOf(form: string, more: More, own: Partial<Table>, of: Lines): Table {
  const rows = of.map(
    ([key]): Called => ({
      ...{ key, level: LEVELS[LINES.findIndex(([k]) => k === key)]!, names: [key] },
      ...(key !== '合计' && { code: key }),
    }),
  );
  const lines = of.map(([code, [all, basic, project]]) => {
    const [inAll, inBasic, inProject = 0] = more[code] ?? [0, 0];
    const line = [all! + inAll, basic! + inBasic, project! + inProject];
    return (form === '表3' ? line : line.reverse()).map((x) => x.toFixed(2)).join(' ');
  });
  return tableOf(rows, COLUMNS[form]!, lines, { id: form, form, title: form, sheet: form, ...own });
}

function sayings(form: string): string[] {
  const [all, basic, project] =
    form === '表3' ? ['合', '基', '项目栏'] : ['合', '基本数', '项目数'];
  const rows = ['合计', '201类', '20101类', '2010101类', '2010102类'];
  const across = rows.map(
    (r) => `${form}.${r}·${all} = ${form}.${r}·${basic} + ${form}.${r}·${project}`,
  );
  const down = ['类', '款', '项'].flatMap((level, i) =>
    [all, basic, project].map((c) => `${form}.${rows[i]}·${c} = ${form}.${rows[i]}·Σ${level}·${c}`),
  );
  return [...across, ...down];
}

/** Which row it is, what its cells ought to change by, and how many breaks that mends. */
function found(one: More, other = one, own: Partial<Table> = {}, of: Lines = LINES): string[] {
  const tables = [listOf('表3', one, own, of), listOf('表4', other, own, of)];
  const rows = new Set(of.map(([key]) => key));
  const all = tables
    .flatMap((t) => sayings(t.form))
    .filter((says) => rows.has('合计') || !says.includes('合计'))
    .map((says): ErrorEquation => {
      const assertion = assertionOf(says, tables);
      return equationOf(assertion, check(assertion)!)!;
    });
  const broken = all.filter((e) => e.broken);
  const changed = twinRows(broken, { index: indexOf(all), unsettled: new Map() });
  return changed.map(({ code, changes, mends, twin, table, line }) => {
    const cells = [...changes].map(
      ([f, c]) => `${f.table.form}!${addressOf(f.location)}${toText(c)}`,
    );
    expect(line).toBe(table.facts[of.findIndex(([own]) => own === code)]);
    return `${table.form}与${twin?.form} ${code} ${mends.length}：${cells.join(' ')}`;
  });
}

it.each<readonly [string, More, readonly string[]]>([
  ['都没有错', {}, []],
  [
    '一行错了，上级没有跟着',
    { '2010102': [2, 2] },
    ['表3与表4 2010102 4：表3!B10-2 表3!C10-2 表4!D10-2 表4!C10-2'],
  ],
  [
    '跟着错到款',
    { '2010102': [0, 2], '20101': [0, 2] },
    ['表3与表4 2010102 6：表3!C10-2 表4!C10-2 表3!C8-2 表4!C8-2'],
  ],
  [
    '跟着错到类',
    { '2010102': [0, 2], '20101': [0, 2], '201': [0, 2] },
    ['表3与表4 2010102 8：表3!C10-2 表4!C10-2 表3!C8-2 表4!C8-2 表3!C7-2 表4!C7-2'],
  ],
  [
    '两行都说得通的，都列出来',
    { '2010102': [2, 0, 2] },
    [
      '表3与表4 2010101 4：表3!B9-2 表3!D9-2 表4!D9-2 表4!B9-2',
      '表3与表4 2010102 4：表3!B10-2 表3!D10-2 表4!D10-2 表4!B10-2',
    ],
  ],
  ['一直错到合计', { '2010102': [0, 2], '20101': [0, 2], '201': [0, 2], 合计: [0, 2] }, []],
])('%s', (_, more, expected) => {
  expect(found(more)).toEqual(expected);
});

it('只错在一张表里的、上年的，不是同错', () => {
  const more: More = { '2010102': [2, 2] };
  expect(found(more, {})).toEqual([]);
  expect(found({}, more)).toEqual([]);
  expect(found(more, undefined, { source: { period: '上年' } })).toEqual([]);
});

it('没有合计的清单：各级横着都不平，没有一处说得出该改多少', () => {
  const more: More = { '2010102': [0, 2], '20101': [0, 2], '201': [0, 2] };
  expect(found(more, more, {}, LINES.slice(1))).toEqual([]);
});
