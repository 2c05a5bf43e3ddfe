// What is said of a row left out, a row too many and a row carried up wrong, and in which order.
import { describe, expect, it } from 'vitest';
import type { ErrorEquation } from '../../../src/diagnosis/equations.ts';
import { LISTED } from '../../../src/diagnosis/ranking.ts';
import { listedRows, listedShort } from '../../../src/diagnosis/row-words.ts';
import type { RowChange } from '../../../src/diagnosis/rows.ts';
import type { Fact, Table } from '../../../src/facts/fact.ts';
import { parseExact } from '../../../src/measure/exact.ts';
import { type Called, tableOf } from '../../support/table.ts';

const number = (text: string) => parseExact(text)!;
const row = (code: string): Called => ({ key: code, code, names: [`科目${code}`] });
const ROWS: readonly Called[] = [
  { key: '合计', names: [], printed: '合计' },
  ...['201', '20101', '2010101', '20103'].map(row),
];
const list = (own: Partial<Table> = {}): Table =>
  tableOf(
    ROWS,
    ['基本', { key: '项目', names: [], printed: '项目支出' }],
    ['10.00 4.00', '10.00 4.00', '10.00 4.00', '7.00 2.00', '3.00 _'],
    { title: '支出表', sheet: '表3', ...own },
  );
const table = list();
const lineOf = (code: string, of = table) => of.facts[of.rows.findIndex((r) => r.key === code)]!;

/** Changes of rows, in the order of their cells; `_` leaves a cell as it is. */
function changing(
  given: Readonly<Record<string, string>>,
  of = table,
): Map<Fact, ReturnType<typeof number>> {
  const changes = new Map<Fact, ReturnType<typeof number>>();
  for (const [code, by] of Object.entries(given))
    by.split(' ').forEach((x, i) => {
      if (x !== '_') changes.set(lineOf(code, of)[i]!, number(x));
    });
  return changes;
}
const mended = (...facts: readonly Fact[]): ErrorEquation =>
  ({
    rule: facts.map((f) => f.row.key).join('与'),
    terms: new Map(facts.map((f) => [f, { sign: 1, shift: 0 }])),
  }) as unknown as ErrorEquation;

function change(
  kind: RowChange['kind'],
  code: string,
  given: Readonly<Record<string, string>>,
  more: Partial<RowChange> = {},
): RowChange {
  const of = more.table ?? table;
  return {
    kind,
    table: of,
    code,
    line: lineOf(code, of),
    changes: changing(given, of),
    mends: [],
    ...more,
  };
}
const told = (...found: readonly RowChange[]): string[] =>
  listedRows(found, 3).map(
    (s) => `${s.group}.${s.rank} ${s.slip} ${s.address} ${s.value}→${s.suggested}：${s.message}`,
  );
const sentence = (one: RowChange): string | undefined => listedRows([one], 1)[0]?.message;

describe('怎么说', () => {
  it('列了两行', () => {
    expect(told(change('twice', '2010101', { '2010101': '-7 -2' }))).toEqual([
      '3.1 omitted B9 7.00→0.00：支出表“2010101 科目2010101”列了两行，上级没有重复计算。请核对，删去多余的一行。',
      '3.1 omitted C9 2.00→0.00：支出表“2010101 科目2010101”列了两行，上级没有重复计算。请核对，删去多余的一行。',
    ]);
  });

  it('多了、少了，上级跟着', () => {
    expect(sentence(change('carried', '2010101', { '2010101': '-1 0.5' }))).toBe(
      '支出表“2010101 科目2010101”可能多了：基本 1.00、项目支出 0.50 万元。',
    );
    expect(
      sentence(change('carried', '2010101', { '2010101': '1 0', '20101': '1 _', 合计: '1 1' })),
    ).toBe(
      '支出表“2010101 科目2010101”可能少了：基本 1.00 万元；上级20101、合计跟着少了同样的数。',
    );
    const twin = list({ title: '另一张表' });
    const both = change('carried', '2010101', { '2010101': '1 0' }, { twin });
    const changes = new Map([...both.changes, ...changing({ '2010101': '1 _' }, twin)]);
    expect(sentence({ ...both, changes })).toBe(
      '支出表“2010101 科目2010101”可能少了：基本 1.00 万元；另一张表的同样几行也是。',
    );
  });

  it('漏列了，上级有没有算进去', () => {
    expect(sentence(change('missing', '20103', { '20103': '3 1' }))).toBe(
      '支出表可能漏列了“20103 科目20103”一行：基本 3.00、项目支出 1.00 万元。',
    );
    expect(sentence(change('missing', '20103', { '20103': '_ 1', '201': '_ 1' }))).toBe(
      '支出表可能漏列了“20103 科目20103”一行：项目支出 1.00 万元，上级各行和合计也没有算进去。',
    );
    expect(sentence(change('missing', '20103', { '201': '_ 1' }))).toBe('');
  });

  it('编码写错了，指的是写着的那一行', () => {
    const miscoded = [undefined, ...lineOf('20103')];
    const one = change('missing', '2010101', { '2010101': '3 _', 合计: '3 _' }, { miscoded });
    expect(told(one)).toEqual([
      '3.1 other B10 3.00→3.00：支出表“20103 科目20103”的编码可能写错了，应为 2010101。',
    ]);
  });
});

describe('怎么排', () => {
  it('列了两遍、有别的表为证的漏行在前，没有为证的在后', () => {
    const found = [
      change('missing', '20103', { '20103': '1 _' }),
      change('missing', '20101', { '20101': '1 _' }, { vouched: true }),
      change('twice', '2010101', { '2010101': '-7 _' }),
    ];
    expect(told(...found).map((s) => s.slice(0, 15))).toEqual([
      ...['3.1 omitted B8 ', '3.1 omitted B9 ', '3.2 omitted B10'],
    ]);
    expect(found[0]!.code).toBe('20103');
  });

  it('错了的行按它最像手误的一格排，连着上级的、是公式的靠后', () => {
    const ranks = (...found: readonly RowChange[]) =>
      listedRows(found, 1).map((s) => `${s.rank} ${s.slip} ${s.address}`);
    const digit = change('carried', '2010101', { '2010101': '1.23 1' });
    const other = change('carried', '20103', { '20103': '1.23 _' });
    expect(ranks(other, digit)).toEqual(['1 one-digit B9', '1 one-digit C9', '2 other B10']);
    const reached = change('carried', '2010101', { '2010101': '1 _', '20101': '2.22 _' });
    const swapped = change('carried', '20103', { '20103': '27 _' });
    expect(ranks(reached, swapped)).toEqual([
      ...['1 swapped-digits B10', '2 one-digit B8', '2 one-digit B9'],
    ]);
    const live = list();
    const formulas = (...codes: readonly string[]): Table => {
      const own = { ...live, facts: [] as Table['facts'] };
      own.facts = live.facts.map((line) =>
        line.map(
          (f) => f && { ...f, table: own, ...(codes.includes(f.row.key) && { formula: '=1' }) },
        ),
      );
      return own;
    };
    // A total that is a formula follows by itself.
    const follows = { '2010101': '1 _', '20101': '2.22 _' };
    expect(
      ranks(swapped, change('carried', '2010101', follows, { table: formulas('20101') })),
    ).toEqual(['1 one-digit B9', '2 swapped-digits B10']);
    const own = change('carried', '2010101', { '2010101': '1 _' }, { table: formulas('2010101') });
    expect(ranks(own, other)).toEqual(['1 other B10', '2 one-digit B9']);
    expect(ranks(change('carried', '20103', { '2010101': '1 _' }))).toEqual(['1 other B9']);
  });

  it('每一格的规则是它自己的，没有的用整行的；太多的不列', () => {
    const [a, b] = lineOf('2010101');
    const [above] = lineOf('20101');
    const mends = [mended(a!, above!), mended(above!)];
    const one = change('carried', '2010101', { '2010101': '1 1', '20101': '1 _' }, { mends });
    expect(listedRows([one], 1).map((s) => `${s.address} ${s.rules.join()}`)).toEqual([
      ...['B8 2010101与20101,20101', 'B9 2010101与20101', 'C9 2010101与20101,20101'],
    ]);
    expect(b!.quantity).toBeDefined();
    expect(
      listedRows(
        Array.from({ length: 30 }, () => one),
        1,
      ),
    ).toHaveLength(LISTED);
  });

  it('合计之下漏了一行', () => {
    const [whole] = lineOf('合计');
    expect(listedShort({ whole: whole!, by: number('3.5') }, 'A1', 2)).toEqual({
      ...{ group: 2, rank: 1, sheet: '表3', address: 'B6', value: '', suggested: '3.50' },
      ...{ slip: 'omitted', rules: ['A1'], label: '支出表 合计' },
      message: '支出表“合计”下可能漏列了一行：3.50 万元。',
    });
  });
});
