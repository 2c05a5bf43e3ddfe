// One mistake put into small lists that foot: which cell or row is named, and in which words.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/assertions/check.ts';
import { type Decided, diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Table } from '../../../src/facts/fact.ts';
import { assertionOf, type Called, tableOf } from '../../support/table.ts';

/** Code → 基本 and 项目; the levels above are added up. */
const LEAVES: Readonly<Record<string, readonly [number, number]>> = {
  '2010101': [12.34, 0],
  '2010102': [45.61, 7.25],
  '2010301': [31.07, 18.9],
  '2050101': [8.26, 64.53],
  '2050201': [0, 27.18],
  '2080501': [53.79, 0],
};
const LEVELS = { 3: '类', 5: '款', 7: '项' } as const;
const COLUMNS: readonly Called[] = [
  { key: '合', names: ['合计栏'], whole: true },
  { key: '基', names: ['基本'] },
  { key: '项目栏', names: ['项目支出'] },
];
type Lines = Record<string, (string | number)[]>;
/** 合计 first, then each code before what stands below it. */
const inOrder = (codes: readonly string[]): string[] =>
  [...codes].sort((a, b) => (a === '合计' ? -1 : b === '合计' ? 1 : a < b ? -1 : 1));

/** A list that foots, as lines of 合计, 基本 and 项目 by code. */
function footing(leaves = LEAVES): Lines {
  const lines: Lines = {};
  for (const [code, [basic, project]] of Object.entries(leaves))
    for (const above of ['合计', code.slice(0, 3), code.slice(0, 5), code]) {
      const [sum, b, p] = (lines[above] ?? [0, 0, 0]) as number[];
      lines[above] = [sum! + basic + project, b! + basic, p! + project];
    }
  for (const line of Object.values(lines))
    line.forEach((x, i) => {
      line[i] = Number(x).toFixed(2);
    });
  return lines;
}

/** Of a key: the code that stands there, and after `名` the one whose name it bears; `'` is a second row of a code. */
const partsOf = (key: string): [code: string, named: string] => {
  const [code = '', named = code] = key.replace(/'$/, '').split('名');
  return [code, named];
};

function itemFor(key: string): Called {
  if (key === '合计') return { key, level: '合计' };
  const [code, named] = partsOf(key);
  return { key, code, names: [`科目${named}`], level: LEVELS[code.length as 3] };
}

function listOf(form: string, lines: Lines, own: Partial<Table> = {}): Table {
  const codes = inOrder(Object.keys(lines));
  return tableOf(
    codes.map(itemFor),
    COLUMNS,
    codes.map((c) => lines[c]!.join(' ')),
    { id: form, form, title: `支出${form}`, sheet: form, ...own },
  );
}

const parentOf = (code: string) => (code.length > 3 ? code.slice(0, -2) : '合计');
const named = (code: string) => (code === '合计' ? code : `${code}类`);

/** Every row across, and every level down, of one list. */
function within(form: string, codes: readonly string[]): string[] {
  const across = codes.map(
    (c) => `${form}.${named(c)}·合 = ${form}.${named(c)}·基 + ${form}.${named(c)}·项目栏`,
  );
  const down = codes
    .filter((c) => codes.some((other) => other !== '合计' && parentOf(other) === c))
    .flatMap((c) =>
      ['合', '基', '项目栏'].map((column) => {
        const level = c === '合计' ? '类' : LEVELS[(c.length + 2) as 5];
        return `${form}.${named(c)}·${column} = ${form}.${named(c)}·Σ${level}·${column}`;
      }),
    );
  return [...across, ...down];
}
/** The same cells of two lists. */
const between = (one: string, other: string, codes: readonly string[]): string[] =>
  codes.flatMap((c) =>
    ['合', '基', '项目栏'].map(
      (column) => `${one}.${named(c)}·${column} = ${other}.${named(c)}·${column}`,
    ),
  );

function judged(says: readonly string[], tables: readonly Table[], more: object): Decided[] {
  return says.flatMap((text, i) => {
    const id = `A${String(i + 1).padStart(3, '0')}`;
    const own = assertionOf(text, tables, more);
    const assertion = { ...own, declaration: { ...own.declaration, id } };
    const finding = check(assertion);
    return finding ? [{ assertion, place: '', ...finding }] : [];
  });
}
/** So many cells of a line are written out. */
const FEW = 12;
/** A line for each group, rank and sentence: which cells, with what they ought to hold, and which slip. */
function told(says: readonly string[], tables: readonly Table[], more: object = {}): string[] {
  const lines = new Map<string, string[]>();
  for (const s of diagnose(judged(says, tables, more)).suspects) {
    const key = `${s.group}.${s.rank} ${s.slip}|${s.message ?? ''}`;
    lines.set(key, [
      ...(lines.get(key) ?? []),
      `${s.sheet}!${s.address} ${s.value}→${s.suggested}`,
    ]);
  }
  return [...lines].map(([key, cells]) => {
    const [head, message] = key.split('|');
    const more = cells.length > FEW ? ` …共 ${cells.length} 格` : '';
    return `${head} ${cells.slice(0, FEW).join(' ')}${more}${message && `：${message}`}`;
  });
}
const CODES = inOrder(Object.keys(footing()));
/** One list with some of its cells changed: code → values for 合计, 基本, 项目; `=` leaves one as it is. */
function changed(changes: Lines, lines = footing()): Lines {
  const result = { ...lines };
  for (const [code, values] of Object.entries(changes))
    result[code] = values.map((v, i) => (v === '=' ? lines[code]![i]! : v));
  return result;
}
const alone = (changes: Lines) => told(within('表3', CODES), [listOf('表3', changed(changes))]);

/** Cells of a table with a formula, by address of row and column key. */
const live = (table: Table, ...keys: string[]): Table => {
  const own = { ...table, facts: [] as Table['facts'] };
  own.facts = table.facts.map((line) =>
    line.map(
      (f) =>
        f && {
          ...f,
          table: own,
          ...(keys.includes(`${f.row.key}/${f.column.key}`) && { formula: '=1' }),
        },
    ),
  );
  return own;
};
/** Rows from one on hold the amounts of the row before (or behind). */
function moved(from: string, by: number, lines = footing()): Lines {
  const at = CODES.indexOf(from);
  const result: Lines = {};
  CODES.forEach((c, i) => {
    result[c] =
      i < at
        ? lines[c]!
        : ((i - by >= at || by < 0 ? lines[CODES[i - by] ?? ''] : undefined) ?? ['_', '_', '_']);
  });
  return result;
}
/** One column alone moved in the same way. */
const slipped = (column: number, from: string, by: number, lines = footing()): Lines =>
  Object.fromEntries(
    Object.entries(moved(from, by, lines)).map(([c, line]) => [
      c,
      lines[c]!.map((own, i) => (i === column ? line[i]! : own)),
    ]),
  );
const without = (...gone: string[]): Lines =>
  Object.fromEntries(Object.entries(footing()).filter(([c]) => !gone.includes(c)));
/** One row under another key. */
const recoded = (code: string, key: string): Lines =>
  Object.fromEntries(Object.entries(footing()).map(([c, line]) => [c === code ? key : c, line]));
const times = (lines: Lines, by: number, only?: number): Lines =>
  Object.fromEntries(
    Object.entries(lines).map(([c, line]) => [
      c,
      line.map((x, i) => (only === undefined || only === i ? (Number(x) * by).toFixed(2) : x)),
    ]),
  );
/** Both lists in themselves, and against each other. */
function both(one: Lines, other: Lines, own: Partial<Table> = {}, more: object = {}): string[] {
  const of = (lines: Lines) => [...new Set(Object.keys(lines).map((key) => partsOf(key)[0]))];
  const all = inOrder([...new Set([...of(one), ...of(other)])]);
  return told(
    [...within('表3', of(one)), ...within('表4', of(other)), ...between('表3', '表4', all)],
    [listOf('表3', one, own), listOf('表4', other)],
    more,
  );
}
const simple = (
  says: readonly string[],
  figures: string,
  own: Partial<Table> = {},
  keys: readonly string[] = [...'总甲乙丙丁'],
) =>
  told(says, [
    tableOf(keys, ['金额'], figures.split(' '), {
      id: '表1',
      form: '表1',
      title: '收支表',
      sheet: '表1',
      ...own,
    }),
  ]);

const SCENES: readonly (readonly [string, () => string[], readonly string[]])[] = [
  ['都相符', () => alone({}), []],
  [
    '一位数字写错',
    () => alone({ '2010102': ['=', '45.67', '='] }),
    ['1.1 one-digit 表3!C10 45.67→45.61'],
  ],
  [
    '相邻两位颠倒',
    () => alone({ '2010102': ['=', '45.16', '='] }),
    ['1.1 swapped-digits 表3!C10 45.16→45.61'],
  ],
  [
    '小数点错位',
    () => alone({ '2010102': ['=', '456.10', '='] }),
    ['1.1 decimal-point 表3!C10 456.10→45.61'],
  ],
  [
    '一格按元填',
    () => alone({ '2010102': ['=', '456100', '='] }),
    ['1.1 unit 表3!C10 456100.00→45.61'],
  ],
  [
    '正负号写反',
    () => alone({ '2010102': ['=', '-45.61', '='] }),
    ['1.1 sign 表3!C10 -45.61→45.61'],
  ],
  ['空着没填', () => alone({ '2010102': ['=', '_', '='] }), ['1.1 omitted 表3!C10 →45.61']],
  [
    '抄了旁边一格',
    () => alone({ '2010102': ['=', '31.07', '='] }),
    ['1.1 neighbour 表3!C10 31.07→45.61'],
  ],
  [
    '看不出怎么错的',
    () => alone({ '2010102': ['=', '40.00', '='] }),
    ['1.1 other 表3!C10 40.00→45.61'],
  ],
  ['总数写错', () => alone({ 合计: ['261.00', '=', '='] }), ['1.1 other 表3!B6 261.00→268.93']],
  ['总数少加一项', () => alone({ '201': ['=', '=', '7.25'] }), ['1.1 omitted 表3!D7 7.25→26.15']],
  [
    '两处各错一格',
    () => alone({ '2010102': ['=', '45.67', '='], '2080501': ['53.97', '=', '='] }),
    ['1.1 one-digit 表3!C10 45.67→45.61', '2.1 swapped-digits 表3!B20 53.97→53.79'],
  ],
  [
    '同一行错两格',
    () => alone({ '2010102': ['=', '45.67', '7.52'] }),
    [
      '1.1 one-digit 表3!C10 45.67→45.61 表3!D10 7.52→7.25：支出表3“2010102 科目2010102”可能多了：基本 0.06、项目支出 0.27 万元。',
    ],
  ],
  [
    '同一列错两格',
    () => alone({ '2010102': ['=', '45.67', '='], '2010101': ['=', '12.43', '='] }),
    ['1.1 swapped-digits 表3!C9 12.43→12.34', '1.1 one-digit 表3!C10 45.67→45.61'],
  ],
  [
    '末级错了，一直加到类',
    () =>
      alone({
        '2050201': ['29.18', '0.00', '29.18'],
        '20502': ['29.18', '0.00', '29.18'],
        '205': ['101.97', '=', '93.71'],
      }),
    [
      '1.1 one-digit 表3!B10 52.86→50.86 表3!D10 7.25→5.25 表3!B8 65.20→63.20 表3!D8 7.25→5.25 表3!B7 115.17→113.17 表3!D7 26.15→24.15：支出表3“2010102 科目2010102”可能多了：合计栏 2.00、项目支出 2.00 万元；上级20101、201跟着多了同样的数。',
      '1.1 one-digit 表3!B12 49.97→47.97 表3!D12 18.90→16.90 表3!B11 49.97→47.97 表3!D11 18.90→16.90 表3!B7 115.17→113.17 表3!D7 26.15→24.15：支出表3“2010301 科目2010301”可能多了：合计栏 2.00、项目支出 2.00 万元；上级20103、201跟着多了同样的数。',
      '1.1 one-digit 表3!B15 72.79→70.79 表3!D15 64.53→62.53 表3!B14 72.79→70.79 表3!D14 64.53→62.53 表3!B13 101.97→99.97 表3!D13 93.71→91.71：支出表3“2050101 科目2050101”可能多了：合计栏 2.00、项目支出 2.00 万元；上级20501、205跟着多了同样的数。',
      '1.1 one-digit 表3!B17 29.18→27.18 表3!D17 29.18→27.18 表3!B16 29.18→27.18 表3!D16 29.18→27.18 表3!B13 101.97→99.97 表3!D13 93.71→91.71：支出表3“2050201 科目2050201”可能多了：合计栏 2.00、项目支出 2.00 万元；上级20502、205跟着多了同样的数。',
    ],
  ],
  [
    '两行对调',
    () => alone({ '2010102': ['49.97', '31.07', '18.90'], '2010301': ['52.86', '45.61', '7.25'] }),
    [
      '1.1 other 表3!B10 49.97→52.86 表3!C10 31.07→45.61 表3!D10 18.90→7.25：支出表3“2010102 科目2010102”可能少了：合计栏 2.89、基本 14.54、项目支出 11.65 万元。',
      '1.2 other 表3!B8 65.20→62.31 表3!C8 57.95→43.41 表3!D8 7.25→18.90 表3!B7 115.17→112.28 表3!C7 89.02→74.48 表3!D7 26.15→37.80 表3!B6 268.93→266.04 表3!C6 151.07→136.53 表3!D6 117.86→129.51：支出表3“20101 科目20101”可能多了：合计栏 2.89、基本 14.54、项目支出 11.65 万元；上级201、合计跟着多了同样的数。',
      '2.1 other 表3!B12 52.86→49.97 表3!C12 45.61→31.07 表3!D12 7.25→18.90：支出表3“2010301 科目2010301”可能多了：合计栏 2.89、基本 14.54、项目支出 11.65 万元。',
      '2.2 other 表3!B11 49.97→52.86 表3!C11 31.07→45.61 表3!D11 18.90→7.25 表3!B7 115.17→118.06 表3!C7 89.02→103.56 表3!D7 26.15→14.50 表3!B6 268.93→271.82 表3!C6 151.07→165.61 表3!D6 117.86→106.21：支出表3“20103 科目20103”可能少了：合计栏 2.89、基本 14.54、项目支出 11.65 万元；上级201、合计跟着少了同样的数。',
    ],
  ],
  [
    '两行对调，对照另一张表',
    () =>
      both(
        changed({ '2010102': ['49.97', '31.07', '18.90'], '2010301': ['52.86', '45.61', '7.25'] }),
        footing(),
      ),
    [
      '1.1 other 表3!B10 49.97→52.86 表3!C10 31.07→45.61 表3!D10 18.90→7.25：支出表3“2010102 科目2010102”可能少了：合计栏 2.89、基本 14.54、项目支出 11.65 万元。',
      '2.1 other 表3!B12 52.86→49.97 表3!C12 45.61→31.07 表3!D12 7.25→18.90：支出表3“2010301 科目2010301”可能多了：合计栏 2.89、基本 14.54、项目支出 11.65 万元。',
    ],
  ],
  [
    '错一格，另一张表也印着',
    () => both(changed({ '2010102': ['=', '45.67', '='] }), footing()),
    ['1.1 one-digit 表3!C10 45.67→45.61'],
  ],
  [
    '漏列一行末级',
    () => both(without('2050201'), footing()),
    [
      '1.1 omitted 表3!B16 →27.18 表3!D16 →27.18：支出表3可能漏列了“2050201 科目2050201”一行：合计栏 27.18、项目支出 27.18 万元。',
    ],
  ],
  [
    '漏列一行，上级也没有',
    () => both(without('2050201', '20502'), footing()),
    [
      '1.1 omitted 表3!B13 →27.18 表3!D13 →27.18 表3!B13 →27.18 表3!D13 →27.18：支出表3可能漏列了“2050201 科目2050201”一行（连同上级“20502 科目20502”）：合计栏 27.18、项目支出 27.18 万元。',
    ],
  ],
  [
    '漏列一类，合计没有算进去',
    () =>
      both(
        footing(Object.fromEntries(Object.entries(LEAVES).filter(([c]) => !c.startsWith('208')))),
        footing(),
      ),
    [
      '1.1 omitted 表3!B6 →53.79 表3!C6 →53.79 表3!B6 →53.79 表3!C6 →53.79 表3!B6 →53.79 表3!C6 →53.79 表3!B6 215.14→268.93 表3!C6 97.28→151.07：支出表3可能漏列了“2080501 科目2080501”一行（连同上级“20805 科目20805”、“208 科目208”）：合计栏 53.79、基本 53.79 万元，上级各行和合计也没有算进去。',
    ],
  ],
  [
    '漏列一行，各级都没有算进去',
    () =>
      both(
        footing(Object.fromEntries(Object.entries(LEAVES).filter(([c]) => c !== '2010102'))),
        footing(),
      ),
    [
      '1.1 omitted 表3!B8 →52.86 表3!C8 →45.61 表3!D8 →7.25 表3!B8 12.34→65.20 表3!C8 12.34→57.95 表3!D8 0.00→7.25 表3!B7 62.31→115.17 表3!C7 43.41→89.02 表3!D7 18.90→26.15 表3!B6 216.07→268.93 表3!C6 105.46→151.07 表3!D6 110.61→117.86：支出表3可能漏列了“2010102 科目2010102”一行：合计栏 52.86、基本 45.61、项目支出 7.25 万元，上级各行和合计也没有算进去。',
    ],
  ],
  ['另一张表没有印那个数', () => both(without('2050201'), without('2050201')), []],
  [
    '一行列了两遍',
    () => both({ ...footing(), "2010102'": footing()['2010102']! }, footing()),
    [
      '1.1 omitted 表3!B11 52.86→0.00 表3!C11 45.61→0.00 表3!D11 7.25→0.00：支出表3“2010102 科目2010102”列了两行，上级没有重复计算。请核对，删去多余的一行。',
    ],
  ],
  [
    '一行的编码写错',
    () => both(recoded('2010102', '2020102名2010102'), footing()),
    [
      '1.1 other 表3!B12 52.86→52.86 表3!C12 45.61→45.61 表3!D12 7.25→7.25：支出表3“2020102 科目2010102”的编码可能写错了，应为 2010102。',
    ],
  ],
  [
    '编码和名称都是别的，是漏了一行、多了一行',
    () => both(recoded('2010102', '2020102'), footing()),
    [
      '1.1 omitted 表3!B8 →52.86 表3!C8 →45.61 表3!D8 →7.25：支出表3可能漏列了“2010102 科目2010102”一行：合计栏 52.86、基本 45.61、项目支出 7.25 万元。',
      '2.1 other 表3!B12 52.86→0.00 表3!C12 45.61→0.00 表3!D12 7.25→0.00：支出表3“2020102 科目2020102”可能多了：合计栏 52.86、基本 45.61、项目支出 7.25 万元。',
    ],
  ],
  [
    '整张表按元填',
    () => both(times(footing(), 10000), footing()),
    [
      '1.1 unit 表3!B6 2689300.00→268.93 表3!C6 1510700.00→151.07 表3!D6 1178600.00→117.86 表3!B7 1151700.00→115.17 表3!C7 890200.00→89.02 表3!D7 261500.00→26.15 表3!B8 652000.00→65.20 表3!C8 579500.00→57.95 表3!D8 72500.00→7.25 表3!B9 123400.00→12.34 表3!C9 123400.00→12.34 表3!B10 528600.00→52.86 …共 39 格',
      '2.1 unit 表4!B6 268.93→2689300.00 表4!C6 151.07→1510700.00 表4!D6 117.86→1178600.00 表4!B7 115.17→1151700.00 表4!C7 89.02→890200.00 表4!D7 26.15→261500.00 表4!B8 65.20→652000.00 表4!C8 57.95→579500.00 表4!D8 7.25→72500.00 表4!B9 12.34→123400.00 表4!C9 12.34→123400.00 表4!B10 52.86→528600.00 …共 39 格',
    ],
  ],
  [
    '整张表按千元填',
    () => both(times(footing(), 10), footing()),
    [
      '1.1 unit 表3!B6 2689.30→268.93 表3!C6 1510.70→151.07 表3!D6 1178.60→117.86 表3!B7 1151.70→115.17 表3!C7 890.20→89.02 表3!D7 261.50→26.15 表3!B8 652.00→65.20 表3!C8 579.50→57.95 表3!D8 72.50→7.25 表3!B9 123.40→12.34 表3!C9 123.40→12.34 表3!B10 528.60→52.86 …共 39 格',
      '2.1 unit 表4!B6 268.93→2689.30 表4!C6 151.07→1510.70 表4!D6 117.86→1178.60 表4!B7 115.17→1151.70 表4!C7 89.02→890.20 表4!D7 26.15→261.50 表4!B8 65.20→652.00 表4!C8 57.95→579.50 表4!D8 7.25→72.50 表4!B9 12.34→123.40 表4!C9 12.34→123.40 表4!B10 52.86→528.60 …共 39 格',
    ],
  ],
  [
    '一栏按元填',
    () => both(times(footing(), 10000, 2), footing()),
    [
      '1.1 unit 表3!D6 1178600.00→117.86 表3!D7 261500.00→26.15 表3!D8 72500.00→7.25 表3!D10 72500.00→7.25 表3!D11 189000.00→18.90 表3!D12 189000.00→18.90 表3!D13 917100.00→91.71 表3!D14 645300.00→64.53 表3!D15 645300.00→64.53 表3!D16 271800.00→27.18 表3!D17 271800.00→27.18',
    ],
  ],
  [
    '一行按元填',
    () => both(changed({ '2010102': ['528600', '456100', '72500'] }), footing()),
    [
      '1.1 unit 表3!B10 528600.00→52.86 表3!C10 456100.00→45.61 表3!D10 72500.00→7.25：支出表3“2010102 科目2010102”可能多了：合计栏 528547.14、基本 456054.39、项目支出 72492.75 万元。',
    ],
  ],
  [
    '自某行起下移一行',
    () => both(moved('2010102', 1), footing()),
    [
      '1.1 neighbour 表3!B10 →52.86 表3!C10 →45.61 表3!D10 →7.25 表3!B11 52.86→49.97 表3!C11 45.61→31.07 表3!D11 7.25→18.90 表3!B13 49.97→99.97 表3!C13 31.07→8.26 表3!D13 18.90→91.71 表3!B14 99.97→72.79 表3!D14 91.71→64.53 表3!B16 72.79→27.18 …共 17 格：支出表3自第 10 行起金额下移一行，与科目错位（对照支出表4可知）。请把这几行的金额整体移回原位，再核对首尾两行。',
    ],
  ],
  [
    '自某行起上移一行',
    () => both(moved('20103', -1), footing()),
    [
      '1.1 neighbour 表3!B12 99.97→49.97 表3!C12 8.26→31.07 表3!D12 91.71→18.90 表3!B13 72.79→99.97 表3!D13 64.53→91.71 表3!B15 27.18→72.79 表3!C15 0.00→8.26 表3!D15 27.18→64.53 表3!B17 53.79→27.18 表3!C17 53.79→0.00 表3!D17 0.00→27.18 表3!B20 →53.79 …共 13 格：支出表3自第 11 行起金额上移一行，与科目错位（对照支出表4可知）。请把这几行的金额整体移回原位，再核对首尾两行。',
    ],
  ],
  [
    '自某行起下移两行',
    () => both(moved('2010102', 2), footing()),
    [
      '1.1 neighbour 表3!B10 →52.86 表3!C10 →45.61 表3!D10 →7.25 表3!B11 →49.97 表3!C11 →31.07 表3!D11 →18.90 表3!B12 52.86→49.97 表3!C12 45.61→31.07 表3!D12 7.25→18.90 表3!B13 49.97→99.97 表3!C13 31.07→8.26 表3!D13 18.90→91.71 …共 26 格：支出表3自第 10 行起金额下移两行，与科目错位（对照支出表4可知）。请把这几行的金额整体移回原位，再核对首尾两行。',
    ],
  ],
  [
    '一列自某行起下移一行',
    () => both(slipped(1, '2010102', 1), footing()),
    [
      '1.1 neighbour 表3!C10 →45.61 表3!C11 45.61→31.07 表3!C13 31.07→8.26 表3!C16 8.26→0.00 表3!C18 0.00→53.79：支出表3 C 列（基本）一列数字错行：原在第 10 至 18 行的数下移一行（对照支出表4可知）。请只把这一列的这几个数整体移回原位，再核对首尾两行。',
    ],
  ],
  [
    '一列自某行起上移两行',
    () => both(slipped(2, '20103', -2), footing()),
    [
      '1.1 neighbour 表3!D13 64.53→91.71 表3!D14 27.18→64.53 表3!D15 27.18→64.53 表3!D16 0.00→27.18 表3!D17 0.00→27.18 表3!D11 91.71→18.90 表3!D12 64.53→18.90：支出表3 D 列（项目支出）一列数字错行：原在第 13 至 17 行的数上移两行（对照支出表4可知）。请只把这一列的这几个数整体移回原位，再核对首尾两行。',
    ],
  ],
  [
    '另一张表整套改过',
    () => both(footing({ ...LEAVES, '2010101': [19.34, 0], '2050101': [8.26, 60.13] }), footing()),
    [
      '1.1 other 表3!B6 271.53→268.93 表3!C6 158.07→151.07 表3!D6 113.46→117.86 表3!B7 122.17→115.17 表3!C7 96.02→89.02 表3!B8 72.20→65.20 表3!C8 64.95→57.95 表3!B9 19.34→12.34 表3!C9 19.34→12.34 表3!B13 95.57→99.97 表3!D13 87.31→91.71 表3!B14 68.39→72.79 …共 15 格：支出表3自身相符，却有 15 处与支出表4对不上：可能改了这张表，其他表没有跟着改，或者相反。请先确定以哪张表为准。',
      '1.1 other 表4!B6 268.93→271.53 表4!C6 151.07→158.07 表4!D6 117.86→113.46 表4!B7 115.17→122.17 表4!C7 89.02→96.02 表4!B8 65.20→72.20 表4!C8 57.95→64.95 表4!B9 12.34→19.34 表4!C9 12.34→19.34 表4!B13 99.97→95.57 表4!D13 91.71→87.31 表4!B14 72.79→68.39 …共 15 格：支出表4自身相符，却有 15 处与支出表3对不上：可能改了这张表，其他表没有跟着改，或者相反。请先确定以哪张表为准。',
    ],
  ],
  [
    '一张表的末级错了，一直加到合计，另一张没有错',
    () => both(footing({ ...LEAVES, '2010102': [47.61, 7.25] }), footing()),
    [
      '1.1 one-digit 表3!B10 54.86→52.86 表3!C10 47.61→45.61 表3!B8 67.20→65.20 表3!C8 59.95→57.95 表3!B7 117.17→115.17 表3!C7 91.02→89.02 表3!B6 270.93→268.93 表3!C6 153.07→151.07：支出表3“2010102 科目2010102”可能多了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着多了同样的数。',
      '1.1 one-digit 表4!B10 52.86→54.86 表4!C10 45.61→47.61 表4!B8 65.20→67.20 表4!C8 57.95→59.95 表4!B7 115.17→117.17 表4!C7 89.02→91.02 表4!B6 268.93→270.93 表4!C6 151.07→153.07：支出表4“2010102 科目2010102”可能少了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着少了同样的数。',
      '2.1 one-digit 表3!B10 54.86→52.86 表3!C10 47.61→45.61 表3!B8 67.20→65.20 表3!C8 59.95→57.95 表3!B7 117.17→115.17 表3!C7 91.02→89.02 表3!B6 270.93→268.93 表3!C6 153.07→151.07：支出表3“2010102 科目2010102”可能多了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着多了同样的数。',
      '2.1 one-digit 表4!B10 52.86→54.86 表4!C10 45.61→47.61 表4!B8 65.20→67.20 表4!C8 57.95→59.95 表4!B7 115.17→117.17 表4!C7 89.02→91.02 表4!B6 268.93→270.93 表4!C6 151.07→153.07：支出表4“2010102 科目2010102”可能少了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着少了同样的数。',
      '3.1 one-digit 表3!B10 54.86→52.86 表3!C10 47.61→45.61 表3!B8 67.20→65.20 表3!C8 59.95→57.95 表3!B7 117.17→115.17 表3!C7 91.02→89.02 表3!B6 270.93→268.93 表3!C6 153.07→151.07：支出表3“2010102 科目2010102”可能多了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着多了同样的数。',
      '3.1 one-digit 表4!B10 52.86→54.86 表4!C10 45.61→47.61 表4!B8 65.20→67.20 表4!C8 57.95→59.95 表4!B7 115.17→117.17 表4!C7 89.02→91.02 表4!B6 268.93→270.93 表4!C6 151.07→153.07：支出表4“2010102 科目2010102”可能少了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着少了同样的数。',
      '4.1 one-digit 表3!B10 54.86→52.86 表3!C10 47.61→45.61 表3!B8 67.20→65.20 表3!C8 59.95→57.95 表3!B7 117.17→115.17 表3!C7 91.02→89.02 表3!B6 270.93→268.93 表3!C6 153.07→151.07：支出表3“2010102 科目2010102”可能多了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着多了同样的数。',
      '4.1 one-digit 表4!B10 52.86→54.86 表4!C10 45.61→47.61 表4!B8 65.20→67.20 表4!C8 57.95→59.95 表4!B7 115.17→117.17 表4!C7 89.02→91.02 表4!B6 268.93→270.93 表4!C6 151.07→153.07：支出表4“2010102 科目2010102”可能少了：合计栏 2.00、基本 2.00 万元；上级20101、201、合计跟着少了同样的数。',
    ],
  ],
  [
    '与上年的表不符，上年的不用改',
    () =>
      both(changed({ '2010102': ['=', '45.67', '='] }), footing(), { source: { period: '上年' } }),
    [],
  ],
  [
    '错很多处',
    () =>
      alone({
        '2010102': ['=', '45.67', '='],
        '2010301': ['49.79', '=', '='],
        合计: ['=', '151.70', '='],
        '205': ['99.07', '=', '='],
        '20805': ['=', '53.97', '='],
      }),
    [
      '1.1 one-digit 表3!C10 45.67→45.61',
      '2.1 swapped-digits 表3!B12 49.79→49.97',
      '3.1 one-digit 表3!B13 99.07→99.97',
      '3.1 swapped-digits 表3!C19 53.97→53.79',
      '4.1 swapped-digits 表3!C19 53.97→53.79',
      '5.1 swapped-digits 表3!C6 151.70→151.07',
    ],
  ],
  [
    '总数是公式',
    () =>
      told(within('表3', CODES), [
        live(listOf('表3', changed({ '2010102': ['=', '45.67', '='] })), '20101/基', '2010102/合'),
      ]),
    ['1.1 one-digit 表3!C10 45.67→45.61'],
  ],
  [
    '错的一格是公式',
    () =>
      told(within('表3', CODES), [
        live(listOf('表3', changed({ '2010102': ['=', '45.67', '='] })), '2010102/基'),
      ]),
    ['1.1 one-digit 表3!C10 45.67→45.61'],
  ],
  [
    '各级合计都是公式',
    () =>
      told(within('表3', CODES), [
        live(
          listOf(
            '表3',
            changed({
              '2010102': ['=', '45.67', '='],
              '20101': ['=', '58.01', '='],
              '201': ['=', '89.08', '='],
            }),
          ),
          ...['合计', '201', '20101'].flatMap((c) =>
            ['合', '基', '项目栏'].map((k) => `${c}/${k}`),
          ),
        ),
      ]),
    [
      '1.1 one-digit 表3!C10 45.67→45.61：支出表3“2010102 科目2010102”可能多了：基本 0.06 万元；上级20101、201跟着多了同样的数。',
      '2.1 one-digit 表3!C10 45.67→45.61：支出表3“2010102 科目2010102”可能多了：基本 0.06 万元；上级20101、201跟着多了同样的数。',
    ],
  ],
  [
    '只有一条加法',
    () => simple(['总 = 甲 + 乙 + 丙'], '60.00 10.00 20.00 40.00 0'),
    ['1.1 one-digit 表1!B6 60.00→70.00 表1!B7 10.00→0.00 表1!B8 20.00→10.00 表1!B9 40.00→30.00'],
  ],
  [
    '只有一条加法，少加一项',
    () => simple(['总 = 甲 + 乙 + 丙'], '30.00 10.00 20.00 40.00 0'),
    ['1.1 one-digit 表1!B6 30.00→70.00 表1!B9 40.00→0.00'],
  ],
  [
    '减法',
    () => simple(['总 = 甲 - 乙'], '60.00 100.00 20.00 40.00 0'),
    ['1.1 one-digit 表1!B6 60.00→80.00 表1!B8 20.00→40.00', '1.2 omitted 表1!B7 100.00→80.00'],
  ],
  [
    '应不大于',
    () => simple(['总 ≤ 甲'], '60.00 50.00 0 0 0'),
    ['1.1 one-digit 表1!B6 60.00→50.00 表1!B7 50.00→60.00'],
  ],
  [
    '应不小于',
    () => simple(['总 ≥ 甲', '总 = 乙 + 丙'], '40.00 50.00 30.00 20.00 0'),
    ['1.1 one-digit 表1!B6 40.00→50.00'],
  ],
  [
    '加法和上限一起不符',
    () => simple(['总 = 甲 + 乙', '丙 ≤ 甲', '丙 ≤ 丁'], '60.00 10.00 20.00 40.00 30.00'),
    ['1.1 one-digit 表1!B6 60.00→30.00 表1!B7 10.00→40.00 表1!B8 20.00→50.00'],
  ],
  [
    '差在尾数以内的加法不算',
    () => simple(['总 = 甲 + 乙', '总 = 丙'], '30.01 10.00 20.00 36.00 0'),
    ['1.1 one-digit 表1!B9 36.00→30.00'],
  ],
  [
    '空格等着填',
    () => simple(['总 = 甲 + 乙', '总 = 丙', '丙 = 丁'], '30.00 10.00 20.00 _ 36.00'),
    [],
  ],
  [
    '结转可以是负的',
    () => simple(['总 = 甲 + 年初结转'], '10.00 30.00 20.00', {}, ['总', '甲', '年初结转']),
    ['1.1 one-digit 表1!B6 10.00→50.00', '1.2 sign 表1!B8 20.00→-20.00'],
  ],
  [
    '不会是负的',
    () => simple(['总 = 甲 + 乙', '甲 = 丙'], '10.00 30.00 5.00 30.00 0'),
    ['1.1 other 表1!B6 10.00→35.00'],
  ],
  [
    '只要说明原因的',
    () =>
      told(
        ['总 = 甲'],
        [tableOf(['总', '甲'], ['金额'], ['3.00', '5.00'], { title: '收支表', sheet: '表1' })],
        { severity: 'warning' },
      ),
    ['1.1 one-digit 表1!B6 3.00→5.00 表1!B7 5.00→3.00'],
  ],
  [
    '不许尾差的',
    () =>
      told(
        ['总 = 甲'],
        [tableOf(['总', '甲'], ['金额'], ['3.00', '3.01'], { title: '收支表', sheet: '表1' })],
        { exact: true },
      ),
    ['1.1 one-digit 表1!B6 3.00→3.01 表1!B7 3.01→3.00'],
  ],
  [
    '单位不同的两格',
    () =>
      told(
        ['总 = 甲', '甲 = 乙'],
        [
          tableOf(
            ['总', { key: '甲', unit: '元' }, { key: '乙', unit: '元' }],
            ['金额'],
            ['3.00', '50000.00', '30000.00'],
            { title: '收支表', sheet: '表1' },
          ),
        ],
      ),
    ['1.1 one-digit 表1!B7 50000.00→30000.00'],
  ],
  [
    '只有一栏的清单，合计多于各行',
    () =>
      told(
        ['合计 = Σ类'],
        [
          tableOf(['合计', '201', '205'].map(itemFor), ['金额'], ['61.00', '10.00', '20.00'], {
            title: '清单',
            sheet: '表5',
          }),
        ],
      ),
    [
      '1.1 other 表5!B6 61.00→30.00 表5!B7 10.00→41.00 表5!B8 20.00→51.00',
      '1.1 omitted 表5!B6 →31.00：清单“合计”下可能漏列了一行：31.00 万元。',
    ],
  ],
  [
    '只有一栏的清单，合计少于各行',
    () =>
      told(
        ['合计 = Σ类'],
        [
          tableOf(['合计', '201', '205'].map(itemFor), ['金额'], ['27.00', '10.00', '20.00'], {
            title: '清单',
            sheet: '表5',
          }),
        ],
      ),
    ['1.1 other 表5!B6 27.00→30.00 表5!B7 10.00→7.00 表5!B8 20.00→17.00'],
  ],
];

describe('归因', () => {
  it.each(SCENES)('%s', (_, seen, expected) => {
    expect(seen()).toEqual(expected);
  });

  it('没有不符的，什么也不指', () => {
    expect(diagnose([])).toEqual({ suspects: [], halted: false });
  });
});
