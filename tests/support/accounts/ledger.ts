// The amounts of a department by their meaning, in 分, and the relations they stand in by plain arithmetic. The
// rules of the product have no part in it.
import { type Department, type Leaf, SOURCES, sum, TYPES } from '../department/model.ts';
import { ECONOMIC } from '../department/subjects.ts';

/** 恒等: what the first amount is the sum of. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly (readonly [1 | -1, string])[];
}

/** 账: amounts by key, and relations over keys. */
export interface Ledger {
  readonly of: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly classes: readonly string[];
}

export const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算'] as const;

const generalOf = (l: Leaf) => l.general.basic + l.general.project;
const fundOf = (l: Leaf) => l.fund.basic + l.fund.project;

/** Columns of the tables by code: what a row of leaves amounts to in each. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, (l: Leaf) => number>>>> = {
  '2': {
    合计: (l) => l.general.income + l.fund.income + l.capital.income + sum(Object.values(l.other)),
    财政拨款收入: (l) => l.general.income + l.fund.income + l.capital.income,
    ...Object.fromEntries(SOURCES.map((s) => [s, (l: Leaf) => l.other[s]])),
  },
  '3': {
    合计: (l) => generalOf(l) + fundOf(l) + l.capital.project + sum(Object.values(l.spent)),
    ...Object.fromEntries(
      TYPES.map((t) => [
        t,
        (l: Leaf) =>
          l.spent[t] +
          (t === '基本支出' ? l.general.basic + l.fund.basic : 0) +
          (t === '项目支出' ? l.general.project + l.fund.project + l.capital.project : 0),
      ]),
    ),
  },
  '5': {
    合计: generalOf,
    基本支出: (l) => l.general.basic,
    项目支出: (l) => l.general.project,
  },
  '8': {
    年初: (l) => l.fund.opening,
    收入: (l) => l.fund.income,
    合计: fundOf,
    基本支出: (l) => l.fund.basic,
    项目支出: (l) => l.fund.project,
    年末: (l) => l.fund.closing,
  },
  '9': { 合计: (l) => l.capital.project, 基本支出: () => 0, 项目支出: (l) => l.capital.project },
};

const KEPT: Readonly<Record<string, (l: Leaf) => boolean>> = {
  '2': (l) => COLUMNS['2']!.合计!(l) !== 0,
  '3': (l) => COLUMNS['3']!.合计!(l) !== 0,
  '5': (l) => generalOf(l) !== 0,
  '8': (l) => Object.values(l.fund).some((x) => x !== 0),
  '9': (l) => l.capital.project !== 0,
};

export const columnsOf = (table: string): string[] => Object.keys(COLUMNS[table]!);

class Book {
  readonly of = new Map<string, number>();
  readonly relations: Relation[] = [];
  put(key: string, fen: number): void {
    this.of.set(key, fen);
  }
  equals(total: string, ...parts: readonly string[]): void {
    this.relations.push({ total, parts: parts.map((p) => [1, p] as const) });
  }
}

function codeTable(book: Book, table: string, leaves: readonly Leaf[]): string[] {
  const kept = leaves.filter(KEPT[table]!);
  const codes = [
    ...new Set(kept.flatMap((l) => [l.code.slice(0, 3), l.code.slice(0, 5), l.code])),
  ].sort();
  const columns = Object.entries(COLUMNS[table]!);
  for (const code of ['合计', ...codes]) {
    const own = code === '合计' ? kept : kept.filter((l) => l.code.startsWith(code));
    for (const [column, amount] of columns)
      book.put(`${table}.${code}.${column}`, sum(own.map(amount)));
    const length = code === '合计' ? 3 : code.length + 2;
    const below = codes.filter(
      (c) => c.length === length && (code === '合计' || c.startsWith(code)),
    );
    if (below.length > 0)
      for (const [column] of columns)
        book.equals(`${table}.${code}.${column}`, ...below.map((c) => `${table}.${c}.${column}`));
    const kinds = columns
      .map(([c]) => c)
      .filter((c) => !['合计', '年初', '收入', '年末'].includes(c));
    book.equals(`${table}.${code}.合计`, ...kinds.map((c) => `${table}.${code}.${c}`));
    if (table === '8')
      book.relations.push({
        total: `8.${code}.年末`,
        parts: [
          [1, `8.${code}.年初`],
          [1, `8.${code}.收入`],
          [-1, `8.${code}.合计`],
        ],
      });
  }
  return codes;
}

function summary(book: Book, d: Department, classes: readonly string[], modern: boolean): void {
  const { leaves } = d;
  const income = [
    sum(leaves.map((l) => l.general.income)),
    sum(leaves.map((l) => l.fund.income)),
    sum(leaves.map((l) => l.capital.income)),
  ];
  if (modern) FUNDS.forEach((f, i) => book.put(`1.收入.${f}`, income[i]!));
  else book.put('1.收入.财政拨款', sum(income));
  const fiscal = modern ? FUNDS.map((f) => `1.收入.${f}`) : ['1.收入.财政拨款'];
  for (const s of SOURCES) book.put(`1.收入.${s}`, sum(leaves.map((l) => l.other[s])));
  const fiscalOpening = d.general.opening + sum(leaves.map((l) => l.fund.opening));
  const fiscalClosing = d.general.closing + sum(leaves.map((l) => l.fund.closing));
  book.put('1.收入.本年', sum(income) + sum(SOURCES.map((s) => book.of.get(`1.收入.${s}`)!)));
  book.put('1.收入.使用', d.useOfBalance);
  book.put('1.收入.年初', d.opening + fiscalOpening);
  book.put('1.收入.总计', sum(['本年', '使用', '年初'].map((k) => book.of.get(`1.收入.${k}`)!)));
  for (const c of classes) book.put(`1.支出.${c}`, book.of.get(`3.${c}.合计`) ?? 0);
  book.put('1.支出.本年', book.of.get('3.合计.合计')!);
  book.put('1.支出.分配', d.allocation);
  book.put('1.支出.年末', d.closing + fiscalClosing);
  book.put('1.支出.总计', sum(['本年', '分配', '年末'].map((k) => book.of.get(`1.支出.${k}`)!)));
  book.equals('1.收入.本年', ...fiscal, ...SOURCES.map((s) => `1.收入.${s}`));
  book.equals('1.支出.本年', ...classes.map((c) => `1.支出.${c}`));
  book.equals('1.收入.总计', '1.收入.本年', '1.收入.使用', '1.收入.年初');
  book.equals('1.支出.总计', '1.支出.本年', '1.支出.分配', '1.支出.年末');
  book.equals('1.收入.总计', '1.支出.总计');
  book.equals('1.收入.本年', '2.合计.合计');
  book.equals('1.支出.本年', '3.合计.合计');
  for (const c of classes) book.equals(`1.支出.${c}`, `3.${c}.合计`);
  for (const s of SOURCES) book.equals(`1.收入.${s}`, `2.合计.${s}`);
}

function fiscal(book: Book, d: Department, classes: readonly string[], modern: boolean): void {
  const { leaves } = d;
  const funds = modern ? FUNDS : FUNDS.slice(0, 2);
  const income = [
    sum(leaves.map((l) => l.general.income)),
    sum(leaves.map((l) => l.fund.income)),
    sum(leaves.map((l) => l.capital.income)),
  ];
  const opening = [d.general.opening, sum(leaves.map((l) => l.fund.opening)), 0];
  const closing = [d.general.closing, sum(leaves.map((l) => l.fund.closing)), 0];
  const spent = [generalOf, fundOf, (l: Leaf) => l.capital.project];
  funds.forEach((f, i) => {
    book.put(`4.收入.${f}`, income[i]!);
    book.put(`4.年初.${f}`, opening[i]!);
    for (const c of [...classes, '本年'])
      book.put(
        `4.${c}.${f}`,
        sum(leaves.filter((l) => c === '本年' || l.code.startsWith(c)).map(spent[i]!)),
      );
    book.put(`4.年末.${f}`, closing[i]!);
    book.put(`4.总计.${f}`, book.of.get(`4.本年.${f}`)! + closing[i]!);
    book.equals(`4.本年.${f}`, ...classes.map((c) => `4.${c}.${f}`));
    book.equals(`4.总计.${f}`, `4.本年.${f}`, `4.年末.${f}`);
    if (modern) book.equals(`1.收入.${f}`, `4.收入.${f}`);
  });
  const all = (key: string) => sum(funds.map((f) => book.of.get(`4.${key}.${f}`)!));
  for (const c of [...classes, '本年', '年末', '总计', '收入', '年初']) {
    book.put(`4.${c}.合计`, all(c));
    book.equals(`4.${c}.合计`, ...funds.map((f) => `4.${c}.${f}`));
  }
  book.put('4.收入总计', all('收入') + all('年初'));
  book.equals('4.收入总计', '4.收入.合计', '4.年初.合计');
  book.equals('4.收入总计', '4.总计.合计');
  book.equals('4.收入.合计', '2.合计.财政拨款收入');
  (
    [
      ['一般公共预算', '5'],
      ['政府性基金预算', '8'],
      ['国有资本经营预算', '9'],
    ] as const
  )
    .filter(([f]) => funds.includes(f as never))
    .forEach(([f, table]) => {
      book.equals(`4.本年.${f}`, `${table}.合计.合计`);
      for (const c of classes)
        if (book.of.has(`${table}.${c}.合计`)) book.equals(`4.${c}.${f}`, `${table}.${c}.合计`);
    });
}

/** 经济分类 by 类 with its 款. */
export const ECONOMIC_CLASSES = Object.entries(ECONOMIC).map(([head, items]) => {
  const [code, name] = head.split(' ') as [string, string];
  return { code, name, items };
});

function economic(book: Book, d: Department): void {
  for (const { code, items } of ECONOMIC_CLASSES) {
    for (const [item] of items) book.put(`6.${item}`, d.economic.get(item) ?? 0);
    book.put(`6.${code}`, sum(items.map(([item]) => d.economic.get(item) ?? 0)));
    book.equals(`6.${code}`, ...items.map(([item]) => `6.${item}`));
  }
  const personal = ['301', '303'];
  const others = ECONOMIC_CLASSES.map((c) => c.code).filter((c) => !personal.includes(c));
  for (const [key, codes] of [
    ['6.人员', personal],
    ['6.公用', others],
  ] as const) {
    book.put(key, sum(codes.map((c) => book.of.get(`6.${c}`)!)));
    book.equals(key, ...codes.map((c) => `6.${c}`));
  }
  book.equals('5.合计.基本支出', '6.人员', '6.公用');
}

export const THREE = ['出国', '用车', '购置', '运行', '接待'] as const;

function three(book: Book, d: Department): void {
  for (const [kind, t] of [
    ['预算', d.three.budget],
    ['决算', d.three.actual],
  ] as const) {
    const key = (name: string) => `7.${kind}.${name}`;
    book.put(key('出国'), t.abroad);
    book.put(key('购置'), t.purchase);
    book.put(key('运行'), t.running);
    book.put(key('接待'), t.reception);
    book.put(key('用车'), t.purchase + t.running);
    book.put(key('合计'), t.abroad + t.purchase + t.running + t.reception);
    book.equals(key('用车'), key('购置'), key('运行'));
    book.equals(key('合计'), key('出国'), key('用车'), key('接待'));
  }
}

/** The ledger of a department; modern means three kinds of fiscal money in rows of their own. */
export function ledgerOf(d: Department, classes: readonly string[], modern: boolean): Ledger {
  const book = new Book();
  const codes = Object.fromEntries(
    ['2', '3', '5', '8', '9'].map((table) => [table, codeTable(book, table, d.leaves)]),
  );
  summary(book, d, classes, modern);
  fiscal(book, d, classes, modern);
  economic(book, d);
  three(book, d);
  return { of: book.of, relations: book.relations, codes, classes };
}
