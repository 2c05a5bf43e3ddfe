// The nine tables of a department as pages, in the layout asked for.
import { CLASSES } from '../../../src/catalogue/tables/subjects.ts';
import { type Department, type Leaf, SOURCES, sum, type ThreePublic, TYPES } from './model.ts';
import { type Manner, Page, type UnitWord } from './page.ts';
import { ECONOMIC, SUBJECTS } from './subjects.ts';

export interface Layout {
  readonly manner: Manner;
  readonly year: number;
  readonly titles: Titles;
  /** Which of a table's names is used. */
  readonly synonym: number;
  readonly numbers: boolean;
  readonly rowNumbers: boolean;
  /** Rows for classes: as printed in most places, fewer, more, or only those in use. */
  readonly classes: 26 | 24 | 29 | 'used';
  readonly oldForm: boolean;
  readonly totalAtBottom: boolean;
  readonly codes: 'whole' | 'text' | 'split' | 'wide' | 'spaced' | 'steps' | 'joined' | 'numbers';
  /** Length of the longest code that is published. */
  readonly depth: 3 | 5 | 7;
  readonly totalWord: string;
  readonly storeys: 2 | 3;
  readonly names: 'plain' | 'indented' | 'wrapped';
  /** Economic codes in blocks side by side, in one long block, or as a list with amounts across. */
  readonly blocks: 1 | 2 | 3 | 'list';
  readonly splitEconomic: boolean;
  readonly three: 'across' | 'interleaved' | 'list' | 'official';
  readonly capital: 3 | 6;
  /** 表5 as a table of spending, or with income and balances beside it. */
  readonly general: 'spending' | 'balances';
  /** 会议费 and 培训费 beside “三公”. */
  readonly meetings: boolean;
  readonly notes: boolean;
  readonly unitWords: string;
  readonly departmentWord: string;
  /** Units of single tables that differ from the others'. */
  readonly units: Readonly<Record<string, UnitWord>>;
}

const NUMERALS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十'.split(
    ' ',
  );
const [GENERAL, FUND, CAPITAL] = [
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
] as const;

export type Titles =
  | 'plain'
  | 'numbered'
  | 'department'
  | 'yearless'
  | 'unquoted'
  | 'ofUnit'
  | 'ofDepartment'
  | 'spaced'
  | 'book'
  | 'chinese'
  | 'withUnit';

/** Other names of the same tables. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  收入支出决算总表: ['收入支出决算总表', '收支决算总表', '收入支出决算表'],
  收入决算表: ['收入决算表', '收入决算总表'],
  支出决算表: ['支出决算表', '支出决算总表'],
  财政拨款收入支出决算总表: ['财政拨款收入支出决算总表', '财政拨款收支决算总表'],
  一般公共预算财政拨款基本支出决算明细表: [
    '一般公共预算财政拨款基本支出决算明细表',
    '一般公共预算财政拨款基本支出决算表',
  ],
};

const chineseYear = (year: number): string =>
  [...String(year)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('');

/** A title as people set it. */
function wordedTitle(d: Department, l: Layout, title: string): string {
  const own = SYNONYMS[title] ?? [title];
  const bare = own[l.synonym % own.length]!;
  switch (l.titles) {
    case 'unquoted':
      return `${l.year}年度${bare.replace(/[“”]/g, '')}`;
    case 'yearless':
      return bare;
    case 'department':
      return `${d.name}${l.year}年度${bare}`;
    case 'ofUnit':
      return `${l.year}年度单位${bare}`;
    case 'ofDepartment':
      return `${l.year}年度部门${bare}`;
    case 'spaced':
      return `${l.year}年度${[...bare].join(' ')}`;
    case 'book':
      return `${d.name}${l.year}年《${bare}》`;
    case 'chinese':
      return `${chineseYear(l.year)}年度${bare}`;
    case 'withUnit':
      return `${l.year}年度${bare}（单位：${l.manner.unit}）`;
    default:
      return `${l.year}年度${bare}`;
  }
}

function titled(d: Department, l: Layout, title: string, form: number, width: number): Page {
  const page = new Page(l.manner);
  const own = wordedTitle(d, l, title);
  page.put(0, 0, l.titles === 'numbered' ? `${own}（表 ${form}）` : own, 1, width);
  if (l.titles !== 'numbered') page.put(1, width - 1, `公开0${form}表`);
  page.put(2, 0, `${l.departmentWord}：${d.name}`);
  if (l.titles !== 'withUnit') page.put(2, width - 1, l.unitWords.replace('?', l.manner.unit));
  return page;
}

const written = (l: Layout, name: string, depth = 0): string => {
  if (l.names === 'indented') return `${'　'.repeat(depth)}${name}`;
  return l.names === 'wrapped' && name.length > 8 ? `${name.slice(0, 7)}\n${name.slice(7)}` : name;
};

/** Classes in print: 24 rows lack 债务还本 and 债务付息, longer lists have 预备费 and transfers too. */
function classRows(d: Department, l: Layout): { code: string; name: string }[] {
  const out = new Set([
    '209',
    ...(l.classes === 29 ? [] : ['227', '230', '233']),
    ...(l.classes === 24 ? ['231', '232'] : []),
    ...(l.oldForm ? ['234', '223'] : []),
  ]);
  return CLASSES.filter((c) => !out.has(c.code))
    .filter((c) => l.classes !== 'used' || sum(under(d, c.code).map(spentOf)) > 0)
    .map((c) => ({ code: c.code, name: c.names[l.year <= 2018 && c.names.length > 1 ? 1 : 0]! }));
}

interface Side {
  readonly label: string;
  readonly amounts: readonly number[];
}

function sidesPage(
  page: Page,
  l: Layout,
  left: Side[],
  right: Side[],
  heads: { left: string[]; right: string[] },
): void {
  const number = l.rowNumbers ? 1 : 0;
  const second = 1 + number + heads.left.length;
  const storeys = heads.right.length > 1 ? 2 : 1;
  page.put(3, 0, '收入', 1, second);
  page.put(3, second, '支出', 1, 1 + number + heads.right.length);
  for (const [at, list] of [
    [0, heads.left],
    [second, heads.right],
  ] as const) {
    page.put(4, at, '项目', storeys, 1);
    if (number) page.put(4, at + 1, '行次', storeys, 1);
    if (storeys === 1 || list.length === 1) page.put(4, at + 1 + number, list[0]!, storeys, 1);
    else {
      page.put(4, at + 1 + number, '决算数', 1, list.length);
      list.forEach((h, i) => page.put(5, at + 1 + number + i, h));
    }
  }
  let row = 4 + storeys;
  if (l.numbers) {
    page.put(row, 0, '栏次');
    page.put(row, 1 + number, 1);
    page.put(row, second, '栏次');
    heads.right.forEach((_, i) => page.put(row, second + 1 + number + i, i + 2));
    row += 1;
  }
  const count = Math.max(left.length, right.length);
  for (let i = 0; i < count; i += 1) {
    [left[i], right[i]].forEach((side, s) => {
      const at = s === 0 ? 0 : second;
      if (number) page.put(row + i, at + 1, s * count + i + 1);
      if (!side || side.label === '') return;
      page.put(row + i, at, side.label);
      side.amounts.forEach((a, j) => page.amount(row + i, at + 1 + number + j, a));
    });
  }
}

/** The named rows at the end of both sides stand on the same lines. */
function aligned(left: Side[], right: Side[], leftEnd: Side[], rightEnd: Side[]): [Side[], Side[]] {
  const body = Math.max(left.length, right.length);
  const pad = (list: Side[], to: number) => [
    ...list,
    ...Array.from({ length: to - list.length }, () => ({ label: '', amounts: [] })),
  ];
  const tail = Math.max(leftEnd.length, rightEnd.length);
  const end = (list: Side[]) => [
    ...list.slice(0, -1),
    ...pad([], tail - list.length),
    list.at(-1)!,
  ];
  return [
    [...pad(left, body), ...end(leftEnd)],
    [...pad(right, body), ...end(rightEnd)],
  ];
}

const generalOf = (l: Leaf) => l.general.basic + l.general.project;
const fundOf = (l: Leaf) => l.fund.basic + l.fund.project;
const otherOf = (l: Leaf) => sum(Object.values(l.spent));
const spentOf = (l: Leaf) => generalOf(l) + fundOf(l) + l.capital.project + otherOf(l);
const under = (d: Department, code: string) => d.leaves.filter((l) => l.code.startsWith(code));

export function incomeOf(d: Department) {
  const general = sum(d.leaves.map((l) => l.general.income));
  const fund = sum(d.leaves.map((l) => l.fund.income));
  const capital = sum(d.leaves.map((l) => l.capital.income));
  const sources = SOURCES.map((s) => sum(d.leaves.map((l) => l.other[s])));
  return {
    general,
    fund,
    capital,
    fiscal: general + fund + capital,
    sources,
    all: general + fund + capital + sum(sources),
  };
}
const fundOpening = (d: Department) => sum(d.leaves.map((l) => l.fund.opening));
const fundClosing = (d: Department) => sum(d.leaves.map((l) => l.fund.closing));

function summary(d: Department, l: Layout): Page {
  const page = titled(d, l, '收入支出决算总表', 1, l.rowNumbers ? 6 : 4);
  const income = incomeOf(d);
  const one = (label: string, amount: number): Side => ({ label, amounts: [amount] });
  const fiscal = l.oldForm
    ? [one('一、财政拨款收入', income.fiscal), one('　　其中：政府性基金预算财政拨款', income.fund)]
    : [
        one(`一、${GENERAL}收入`, income.general),
        one(`二、${FUND}收入`, income.fund),
        one(`三、${CAPITAL}收入`, income.capital),
      ];
  const sources = SOURCES.map((s, i) =>
    one(`${NUMERALS[(l.oldForm ? 1 : 3) + i]}、${s}`, income.sources[i]!),
  );
  const classes = classRows(d, l).map((c, i) =>
    one(`${NUMERALS[i]}、${c.name}`, sum(under(d, c.code).map(spentOf))),
  );
  const spent = sum(d.leaves.map(spentOf));
  const opening = d.opening + d.general.opening + fundOpening(d);
  const closing = d.closing + d.general.closing + fundClosing(d);
  const gap = l.oldForm
    ? '用事业基金弥补收支差额'
    : l.year >= 2022
      ? '使用非财政拨款结余（含专用结余）'
      : '使用非财政拨款结余';
  const [left, right] = aligned(
    [...fiscal, ...sources],
    classes,
    [
      one('本年收入合计', income.all),
      one(gap, d.useOfBalance),
      one('年初结转和结余', opening),
      one('总计', income.all + d.useOfBalance + opening),
    ],
    [
      one('本年支出合计', spent),
      one('结余分配', d.allocation),
      one('年末结转和结余', closing),
      one('总计', spent + d.allocation + closing),
    ],
  );
  sidesPage(page, l, left, right, { left: ['决算数'], right: ['决算数'] });
  return page;
}

function fiscalTable(d: Department, l: Layout): Page {
  const page = titled(
    d,
    l,
    '财政拨款收入支出决算总表',
    4,
    (l.rowNumbers ? 9 : 7) - (l.oldForm ? 1 : 0),
  );
  const income = incomeOf(d);
  const left = (label: string, amount: number): Side => ({ label, amounts: [amount] });
  const right = (label: string, g: number, f: number, c: number): Side => ({
    label,
    amounts: l.oldForm ? [g + f, g, f] : [g + f + c, g, f, c],
  });
  const classes = classRows(d, l).map((c, i) => {
    const own = under(d, c.code);
    return right(
      `${NUMERALS[i]}、${c.name}`,
      sum(own.map(generalOf)),
      sum(own.map(fundOf)),
      sum(own.map((x) => x.capital.project)),
    );
  });
  const [g, f, c] = [
    sum(d.leaves.map(generalOf)),
    sum(d.leaves.map(fundOf)),
    sum(d.leaves.map((x) => x.capital.project)),
  ];
  const opening = d.general.opening + fundOpening(d);
  const [leftRows, rightRows] = aligned(
    [
      left(`一、${GENERAL}`, income.general),
      left(`二、${FUND}`, income.fund),
      ...(l.oldForm ? [] : [left(`三、${CAPITAL}`, income.capital)]),
    ],
    classes,
    [
      left('本年收入合计', income.fiscal),
      left('年初财政拨款结转和结余', opening),
      left(GENERAL, d.general.opening),
      left(FUND, fundOpening(d)),
      ...(l.oldForm ? [] : [left(CAPITAL, 0)]),
      left('总计', income.fiscal + opening),
    ],
    [
      right('本年支出合计', g, f, c),
      right('年末财政拨款结转和结余', d.general.closing, fundClosing(d), 0),
      right('总计', g + d.general.closing, f + fundClosing(d), c),
    ],
  );
  sidesPage(page, l, leftRows, rightRows, {
    left: ['决算数'],
    right: ['合计', GENERAL, FUND, ...(l.oldForm ? [] : [CAPITAL])],
  });
  return page;
}

type Amounts = (leaves: readonly Leaf[]) => number[];
interface Heading {
  readonly label: string;
  readonly under?: string;
}

/** A table by code: headings over amounts, rows from 类 to 项. */
function codesPage(
  d: Department,
  l: Layout,
  title: string,
  form: number,
  headings: Heading[],
  keep: (leaf: Leaf) => boolean,
  amounts: Amounts,
): Page {
  const split = ['split', 'steps', 'numbers'].includes(l.codes);
  const name = split ? 3 : l.codes === 'joined' ? 0 : 1;
  const page = titled(d, l, title, form, name + 1 + headings.length);
  const high = l.storeys - 1;
  page.put(3, 0, '项目', 1, name + 1);
  if (name > 0) page.put(4, 0, '功能分类科目编码', high, name);
  page.put(4, name, name > 0 ? '科目名称' : '功能分类科目', high, 1);
  headings.forEach((h, i) => {
    if (h.under === undefined) page.put(3, name + 1 + i, h.label, l.storeys, 1);
    else {
      const group = headings.filter((o) => o.under === h.under).length;
      if (headings.findIndex((o) => o.under === h.under) === i)
        page.put(3, name + 1 + i, h.under, 1, group);
      page.put(4, name + 1 + i, h.label, high, 1);
    }
  });
  let row = 3 + l.storeys;
  if (split) ['类', '款', '项'].forEach((s, i) => page.put(row, i, s));
  if (l.numbers) {
    page.put(row, name, '栏次');
    headings.forEach((_, i) => page.put(row, name + 1 + i, i + 1));
  }
  if (split || l.numbers) row += 1;
  const own = d.leaves.filter(keep);
  const total = () => {
    page.put(row, 0, l.totalWord, 1, name + 1);
    amounts(own).forEach((a, i) => page.amount(row, name + 1 + i, a));
    row += 1;
  };
  if (!l.totalAtBottom) total();
  const codes = [
    ...new Set(own.flatMap((x) => [x.code.slice(0, 3), x.code.slice(0, 5), x.code])),
  ].sort();
  for (const code of codes.filter((c) => c.length <= l.depth)) {
    const printed = written(l, SUBJECTS[code]!, (code.length - 3) / 2);
    codeCells(page, l, row, code);
    page.put(row, name, l.codes === 'joined' ? `${code} ${printed.trim()}` : printed);
    amounts(own.filter((x) => x.code.startsWith(code))).forEach((a, i) =>
      page.amount(row, name + 1 + i, a),
    );
    row += 1;
  }
  if (l.totalAtBottom) total();
  return page;
}

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

function codeCells(page: Page, l: Layout, row: number, code: string): void {
  const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  switch (l.codes) {
    case 'joined':
      return;
    case 'split':
    case 'numbers':
      parts.forEach((part, i) => {
        if (part) page.put(row, i, l.codes === 'split' ? part : Number(part));
      });
      return;
    case 'steps': {
      const depth = parts.filter(Boolean).length - 1;
      page.put(row, depth, parts[depth]!);
      return;
    }
    case 'whole':
      page.put(row, 0, Number(code));
      return;
    case 'spaced':
      page.put(row, 0, `${parts.filter(Boolean).join(' ')} `);
      return;
    default:
      page.put(row, 0, l.codes === 'text' ? code : fullWidth(code));
  }
}

const column = (f: (leaf: Leaf) => number) => (list: readonly Leaf[]) => sum(list.map(f));
const across =
  (...fs: ((leaf: Leaf) => number)[]): Amounts =>
  (list) =>
    fs.map((f) => column(f)(list));
const plain = (labels: readonly string[]): Heading[] => labels.map((label) => ({ label }));
const spending = (whole: string): Heading[] =>
  [whole, '基本支出', '项目支出'].map((label) => ({ label, under: '本年支出' }));

function income(d: Department, l: Layout): Page {
  const fiscal = (x: Leaf) => x.general.income + x.fund.income + x.capital.income;
  const others = (x: Leaf) => sum(Object.values(x.other));
  return codesPage(
    d,
    l,
    '收入决算表',
    2,
    plain(['本年收入合计', '财政拨款收入', ...SOURCES]),
    (x) => fiscal(x) + others(x) > 0,
    across((x) => fiscal(x) + others(x), fiscal, ...SOURCES.map((s) => (x: Leaf) => x.other[s])),
  );
}
function spendingTable(d: Department, l: Layout): Page {
  return codesPage(
    d,
    l,
    '支出决算表',
    3,
    plain(['本年支出合计', ...TYPES]),
    (x) => spentOf(x) > 0,
    across(
      spentOf,
      (x) => x.general.basic + x.fund.basic + x.spent.基本支出,
      (x) => x.general.project + x.fund.project + x.capital.project + x.spent.项目支出,
      (x) => x.spent.上缴上级支出,
      (x) => x.spent.经营支出,
      (x) => x.spent.对附属单位补助支出,
    ),
  );
}
function generalWithBalances(d: Department, l: Layout): Page {
  const first = d.leaves.find((x) => x.general.income > 0);
  const opening = (x: Leaf) => (x === first ? d.general.opening : 0);
  const closing = (x: Leaf) => (x === first ? d.general.closing : 0);
  return codesPage(
    d,
    l,
    '一般公共预算财政拨款收入支出决算表',
    5,
    balance('合计'),
    (x) => generalOf(x) + x.general.income > 0,
    across(
      opening,
      (x) => x.general.income,
      generalOf,
      (x) => x.general.basic,
      (x) => x.general.project,
      closing,
    ),
  );
}
const general = (d: Department, l: Layout): Page =>
  l.general === 'balances'
    ? generalWithBalances(d, l)
    : codesPage(
        d,
        l,
        '一般公共预算财政拨款支出决算表',
        5,
        spending(l.totalAtBottom ? '合计' : '小计'),
        (x) => generalOf(x) > 0,
        across(
          generalOf,
          (x) => x.general.basic,
          (x) => x.general.project,
        ),
      );
const balance = (whole: string): Heading[] => [
  { label: '年初结转和结余' },
  { label: '本年收入' },
  ...spending(whole),
  { label: '年末结转和结余' },
];
function funds(d: Department, l: Layout): Page {
  const page = codesPage(
    d,
    l,
    '政府性基金预算财政拨款收入支出决算表',
    8,
    balance('小计'),
    (x) => x.fund.income + x.fund.opening > 0,
    across(
      (x) => x.fund.opening,
      (x) => x.fund.income,
      fundOf,
      (x) => x.fund.basic,
      (x) => x.fund.project,
      (x) => x.fund.closing,
    ),
  );
  if (page.amounts.length === 0)
    page.put(
      page.rows,
      0,
      '本部门没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出。',
      1,
      8,
    );
  return page;
}
function capital(d: Department, l: Layout): Page {
  const keep = (x: Leaf) => x.capital.income > 0;
  const page =
    l.capital === 3
      ? codesPage(
          d,
          l,
          '国有资本经营预算财政拨款支出决算表',
          9,
          spending('合计'),
          keep,
          across(
            (x) => x.capital.project,
            () => 0,
            (x) => x.capital.project,
          ),
        )
      : codesPage(
          d,
          l,
          '国有资本经营预算财政拨款收入支出决算表',
          9,
          balance('小计'),
          keep,
          across(
            () => 0,
            (x) => x.capital.income,
            (x) => x.capital.project,
            () => 0,
            (x) => x.capital.project,
            () => 0,
          ),
        );
  if (page.amounts.length === 0)
    page.put(
      page.rows,
      0,
      '本部门没有国有资本经营预算财政拨款收入，也没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。',
      1,
      5,
    );
  return page;
}

/** One list: code, name, then one amount, or 合计, 人员经费 and 公用经费. */
function economicList(d: Department, l: Layout): Page {
  const kinds = l.blocks === 'list';
  const page = titled(d, l, '一般公共预算财政拨款基本支出决算明细表', 6, kinds ? 5 : 3);
  page.put(3, 0, '经济分类科目', 1, 2);
  if (kinds) page.put(3, 2, '基本支出', 1, 3);
  const heads = kinds ? ['合计', '人员经费', '公用经费'] : ['决算数'];
  ['科目编码', '科目名称', ...heads].forEach((h, c) => page.put(4, c, h));
  let row = 5;
  const line = (staff: boolean, fen: number) => {
    page.amount(row, 2, fen);
    if (kinds) page.amount(row, staff ? 3 : 4, fen);
    row += 1;
  };
  const all = Object.entries(ECONOMIC).sort(([a], [b]) => (a < b ? -1 : 1));
  const totals = { staff: 0, office: 0 };
  const first = row;
  if (!l.totalAtBottom) row += 1;
  for (const [head, items] of all) {
    const [code, name] = head.split(' ') as [string, string];
    const staff = ['301', '303'].includes(code);
    const own = items.map(([c, n]) => [c, n, d.economic.get(c) ?? 0] as const);
    const total = sum(own.map(([, , fen]) => fen));
    totals[staff ? 'staff' : 'office'] += total;
    for (const [c, n, fen] of [[code, name, total] as const, ...own]) {
      page.put(row, 0, c);
      page.put(row, 1, written(l, n));
      line(staff, fen);
    }
  }
  const at = l.totalAtBottom ? row : first;
  page.put(at, 0, '合计', 1, 2);
  page.amount(at, 2, totals.staff + totals.office);
  if (kinds) {
    page.amount(at, 3, totals.staff);
    page.amount(at, 4, totals.office);
  }
  return page;
}

function economic(d: Department, l: Layout): Page {
  if (l.blocks === 'list' || l.blocks === 1) return economicList(d, l);
  const blocks = l.blocks;
  const width = l.splitEconomic ? 4 : 3;
  const page = titled(d, l, '一般公共预算财政拨款基本支出决算明细表', 6, width * blocks);
  page.put(3, 0, '人员经费', 1, width);
  page.put(3, width, '公用经费', 1, width * (blocks - 1));
  const groups =
    blocks === 3
      ? [['301', '303'], ['302'], ['307', '310', '399']]
      : [
          ['301', '303'],
          ['302', '307', '310', '399'],
        ];
  const totals: number[] = [];
  let depth = 0;
  groups.forEach((classes, b) => {
    const at = b * width;
    page.put(4, at, '经济分类科目编码', 1, width - 2);
    page.put(4, at + width - 2, '科目名称');
    page.put(4, at + width - 1, '决算数');
    let row = 5;
    for (const [head, items] of Object.entries(ECONOMIC)) {
      const [code, name] = head.split(' ') as [string, string];
      if (!classes.includes(code)) continue;
      const total = sum(items.map(([c]) => d.economic.get(c) ?? 0));
      totals[b] = (totals[b] ?? 0) + total;
      for (const [c, n, fen] of [
        [code, name, total] as const,
        ...items.map(([c2, n2]) => [c2, n2, d.economic.get(c2) ?? 0] as const),
      ]) {
        page.put(row, at, l.splitEconomic ? c.slice(0, 3) : c);
        if (l.splitEconomic && c.length === 5) page.put(row, at + 1, c.slice(3));
        page.put(row, at + width - 2, written(l, n));
        page.amount(row, at + width - 1, fen);
        row += 1;
      }
    }
    depth = Math.max(depth, row);
  });
  page.put(depth, 0, '人员经费合计', 1, width - 1);
  page.amount(depth, width - 1, totals[0] ?? 0);
  page.put(depth, width, '公用经费合计', 1, width * (blocks - 1) - 1);
  page.amount(depth, width * blocks - 1, sum(totals.slice(1)));
  return page;
}

const cars = (t: ThreePublic) => t.purchase + t.running;
const six = (t: ThreePublic) => [
  t.abroad + cars(t) + t.reception,
  t.abroad,
  cars(t),
  t.purchase,
  t.running,
  t.reception,
];

/** The list of 机构运行信息: money, and numbers of groups, people and cars. */
function officialThree(page: Page, l: Layout, budget: number[], actual: number[]): Page {
  ['项  目', '行次', '预算数', '决算统计数'].forEach((h, c) => page.put(3, c, h));
  page.put(4, 0, '栏  次');
  [1, 2].forEach((n, i) => page.put(4, 2 + i, n));
  const names = [
    '（一）支出合计',
    '  1．因公出国（境）费',
    '  2．公务用车购置及运行维护费',
    '    （1）公务用车购置费',
    `    （2）公务用车运行${l.year >= 2022 ? '维护' : ''}费`,
    '  3．公务接待费',
  ];
  page.put(5, 0, '一、“三公”经费支出');
  page.put(5, 2, '—');
  names.forEach((name, i) => {
    page.put(6 + i, 0, name);
    page.put(6 + i, 1, 2 + i);
    page.amount(6 + i, 2, budget[i]!);
    page.amount(6 + i, 3, actual[i]!);
  });
  page.put(12, 0, '（二）相关统计数');
  ['1．因公出国（境）团组数（个）', '4．公务用车保有量（辆）', '6．国内公务接待人次（人）'].forEach(
    (name, i) => {
      page.put(13 + i, 0, `  ${name}`);
      page.put(13 + i, 2, '—');
      page.put(13 + i, 3, 3 + 40 * i);
    },
  );
  return page;
}

function three(d: Department, l: Layout): Page {
  const scope = l.year >= 2022 ? '财政拨款' : '一般公共预算财政拨款';
  const title = `${scope}“三公”经费${l.meetings ? '及会议费、培训费' : ''}支出决算表`;
  const [budget, actual] = [six(d.three.budget), six(d.three.actual)];
  const page = titled(
    d,
    l,
    title,
    l.year >= 2022 ? 9 : 7,
    l.three === 'list' ? 3 : l.three === 'official' ? 4 : 12 + (l.meetings ? 4 : 0),
  );
  if (l.three === 'official') return officialThree(page, l, budget, actual);
  if (l.three === 'list') {
    ['项目', '预算数', '决算数'].forEach((h, i) => page.put(3, i, h));
    [
      '合计',
      '1.因公出国（境）费',
      '2.公务用车购置及运行维护费',
      '（1）公务用车购置费',
      '（2）公务用车运行维护费',
      '3.公务接待费',
    ].forEach((name, i) => {
      page.put(4 + i, 0, name);
      page.amount(4 + i, 1, budget[i]!);
      page.amount(4 + i, 2, actual[i]!);
    });
    if (l.meetings) ['二、会议费', '三、培训费'].forEach((name, i) => page.put(10 + i, 0, name));
    return page;
  }
  const leaf = ['小计', '公务用车购置费', l.year >= 2022 ? '公务用车运行维护费' : '公务用车运行费'];
  const group = l.year >= 2022 ? '公务用车购置及运行维护费' : '公务用车购置及运行费';
  const width = l.meetings && l.three === 'across' ? 8 : 6;
  if (l.three === 'across') {
    ['预算数', '决算数'].forEach((kind, k) => {
      const at = k * width;
      page.put(3, at, kind, 1, width);
      if (l.meetings) {
        page.put(4, at + 6, '会议费', 2, 1);
        page.put(4, at + 7, '培训费', 2, 1);
      }
      page.put(4, at, '合计', 2, 1);
      page.put(4, at + 1, '因公出国（境）费', 2, 1);
      page.put(4, at + 2, group, 1, 3);
      leaf.forEach((h, i) => page.put(5, at + 2 + i, h));
      page.put(4, at + 5, '公务接待费', 2, 1);
    });
  } else {
    page.put(3, 0, '合计', 2, 2);
    page.put(3, 2, '因公出国（境）费', 2, 2);
    page.put(3, 4, group, 1, 6);
    leaf.forEach((h, i) => page.put(4, 4 + 2 * i, h, 1, 2));
    page.put(3, 10, '公务接待费', 2, 2);
    for (let i = 0; i < 6; i += 1)
      ['预算数', '决算数'].forEach((k, j) => page.put(5, 2 * i + j, k));
  }
  if (l.numbers) for (let i = 0; i < 2 * width; i += 1) page.put(6, i, i + 1);
  const row = l.numbers ? 7 : 6;
  for (let i = 0; i < 6; i += 1) {
    page.amount(row, l.three === 'across' ? i : 2 * i, budget[i]!);
    page.amount(row, l.three === 'across' ? width + i : 2 * i + 1, actual[i]!);
  }
  return page;
}

const NOTES: Readonly<Record<string, string>> = {
  表2: '注：本表反映部门本年度取得的各项收入情况。\n1 栏各行＝（2＋3＋4＋5＋6＋7）栏各行。',
  表3: '1栏各行=（2+3+…+6）栏各行。',
  表8: '6 栏各行＝（1＋2－3）栏各行；3栏各行＝（4＋5）栏各行。',
};

/** 附表 of some places: codes down, kinds of spending across, totals that agree with the nine. */
export function detailPages(d: Department, l: Layout): [string, Page][] {
  const kinds = plain(['合计', '工资福利支出', '商品和服务支出', '资本性支出']);
  const basic = (x: Leaf) => x.general.basic;
  const fiscal = (x: Leaf) => generalOf(x) + fundOf(x) + x.capital.project;
  return [
    [
      '附表5',
      codesPage(
        d,
        l,
        '财政拨款支出决算明细表',
        5,
        kinds,
        (x) => fiscal(x) > 0,
        across(
          fiscal,
          basic,
          (x) => x.general.project + fundOf(x),
          (x) => x.capital.project,
        ),
      ),
    ],
    [
      '附表7',
      codesPage(
        d,
        l,
        '一般公共预算财政拨款支出决算明细表',
        7,
        kinds,
        (x) => generalOf(x) > 0,
        across(
          generalOf,
          basic,
          (x) => x.general.project,
          () => 0,
        ),
      ),
    ],
    [
      '附表9',
      codesPage(
        d,
        l,
        '一般公共预算财政拨款项目支出决算表',
        9,
        plain(['合计']),
        (x) => x.general.project > 0,
        across((x) => x.general.project),
      ),
    ],
  ];
}

/** 九张表: pages by form, in the order in which the year publishes them. */
export function pagesOf(d: Department, l: Layout): [string, Page][] {
  const makers = {
    表1: summary,
    表2: income,
    表3: spendingTable,
    表4: fiscalTable,
    表5: general,
    表6: economic,
    表7: three,
    表8: funds,
    表9: capital,
  };
  const made: Record<string, Page> = {};
  for (const [form, make] of Object.entries(makers)) {
    const unit = l.units[form] ?? l.manner.unit;
    made[form] = make(d, { ...l, manner: { ...l.manner, unit } });
  }
  if (l.notes && l.numbers)
    for (const [form, note] of Object.entries(NOTES)) made[form]!.put(made[form]!.rows, 0, note);
  const order = l.year >= 2022 ? '1 2 3 4 5 6 8 9 7' : '1 2 3 4 5 6 7 8 9';
  const published = l.oldForm ? '1 2 3 4 5 6 7 8' : order;
  return published.split(' ').map((n) => [`表${n}`, made[`表${n}`]!]);
}
