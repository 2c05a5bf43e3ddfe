// Disclosure texts of a department in the manners of several places, as their people write them. None of the
// product's own sentences: the reader must cope with words it did not choose.

import type { Department, Leaf } from './model.ts';
import { SOURCES, sum, TYPES } from './model.ts';
import { digitsOf } from './page.ts';
import { type Random, random } from './random.ts';
import { ECONOMIC, SUBJECTS } from './subjects.ts';
import { incomeOf } from './tables.ts';

export type Manner = '上海' | '四川' | '广东' | '湖南' | '甘肃';
export const MANNERS: readonly Manner[] = ['上海', '四川', '广东', '湖南', '甘肃'];

const rounded = (part: number, whole: number, decimals: number): string => {
  const scale = 10 ** decimals;
  const n = Math.round(((part * 100 * scale) / whole) * (1 + Number.EPSILON));
  return (n / scale).toFixed(decimals);
};

class Writer {
  readonly r: Random;
  readonly percent: number;
  constructor(
    readonly d: Department,
    readonly year: number,
    readonly manner: Manner,
    seed: number,
  ) {
    this.r = random(seed * 101 + 7);
    this.percent = manner === '广东' ? 1 : 2;
  }

  wan = (fen: number): string => `${digitsOf(fen, '万元')}万元`;
  share = (part: number, whole: number): string => `${rounded(part, whole, this.percent)}%`;
  /** Last year's figure: some other amount, never nothing. */
  before = (fen: number): number => Math.max(1_000_00, Math.round(fen * (0.5 + this.r.next())));

  /** 增加12.34万元，增长5.67% or its relatives. */
  change(now: number, before: number): string {
    const delta = now - before;
    if (digitsOf(Math.abs(delta), '万元') === '0.00') return '持平';
    const [up, down] = this.r.pick([
      [
        ['增加', '增长'],
        ['减少', '下降'],
      ],
      [
        ['增加', '上升'],
        ['减少', '降低'],
      ],
    ] as const);
    const [first, second] = delta > 0 ? up : down;
    return `${first}${this.wan(Math.abs(delta))}，${second}${this.share(Math.abs(delta), before)}`;
  }
}

const generalOf = (l: Leaf): number => l.general.basic + l.general.project;
const spentOf = (l: Leaf): number =>
  generalOf(l) + l.fund.basic + l.fund.project + l.capital.project + sum(Object.values(l.spent));

function figures(d: Department) {
  const income = incomeOf(d);
  const spent = sum(d.leaves.map(spentOf));
  const opening = d.opening + d.general.opening + sum(d.leaves.map((l) => l.fund.opening));
  const fiscalOpening = d.general.opening + sum(d.leaves.map((l) => l.fund.opening));
  const typed = (type: (typeof TYPES)[number]): number =>
    sum(d.leaves.map((l) => l.spent[type])) +
    (type === '基本支出'
      ? sum(d.leaves.map((l) => l.general.basic + l.fund.basic))
      : type === '项目支出'
        ? sum(d.leaves.map((l) => l.general.project + l.fund.project + l.capital.project))
        : 0);
  return {
    income,
    spent,
    total: income.all + d.useOfBalance + opening,
    fiscal: income.fiscal + fiscalOpening,
    general: sum(d.leaves.map(generalOf)),
    basic: sum(d.leaves.map((l) => l.general.basic)),
    project: sum(d.leaves.map((l) => l.general.project)),
    types: TYPES.map((t) => [t, typed(t)] as const),
    classes: [...new Set(d.leaves.map((l) => l.code.slice(0, 3)))]
      .map((code) => ({
        code,
        fen: sum(d.leaves.filter((l) => l.code.startsWith(code)).map(generalOf)),
      }))
      .filter((c) => digitsOf(c.fen, '万元') !== '0.00'),
    items: d.leaves
      .map((l) => ({ code: l.code, fen: generalOf(l) }))
      .filter((c) => digitsOf(c.fen, '万元') !== '0.00'),
    fund: {
      income: income.fund,
      spent: sum(d.leaves.map((l) => l.fund.basic + l.fund.project)),
    },
    capital: sum(d.leaves.map((l) => l.capital.project)),
  };
}
type Figures = ReturnType<typeof figures>;

const visible = (fen: number): boolean => digitsOf(fen, '万元') !== '0.00';
const bare = (code: string): string => SUBJECTS[code]!.replace(/支出$/, '');

function overall(w: Writer, f: Figures): string {
  const { year: y } = w;
  const change = w.change(f.total, w.before(f.total));
  return {
    上海: `${y}年度收入总计${w.wan(f.total)}、支出总计${w.wan(f.total)}。与${y - 1}年度相比，收入总计、支出总计各${change}。主要原因：人员增加，新增专项工作。`,
    四川: `${y}年度收、支总计均为${w.wan(f.total)}。与${y - 1}年相比，收、支总计各${change}。主要变动原因是政策性增资。`,
    广东: `${d(w)}${y}年度收入总计${w.wan(f.total)}，支出总计${w.wan(f.total)}，与上年相比${change}，主要原因是：项目经费调整。`,
    湖南: `${y}年度收、支总计${w.wan(f.total)}。与上年相比，${change}，主要是因为机构人员变动。`,
    甘肃: `${y}年度收入支出总计${w.wan(f.total)}，比上年${change}，增减变化的主要原因是项目资金结转。`,
  }[w.manner];
}
const d = (w: Writer): string => w.d.name;

function income(w: Writer, f: Figures): string {
  const { all, general, fund, capital, fiscal, sources } = f.income;
  const own = SOURCES.map((s, i) => [s, sources[i]!] as const);
  const fiscals =
    w.manner === '上海' || w.manner === '湖南'
      ? [['财政拨款收入', fiscal] as const]
      : ([
          ['一般公共预算财政拨款收入', general],
          ['政府性基金预算财政拨款收入', fund],
          ['国有资本经营预算财政拨款收入', capital],
        ] as const);
  const parts = [...fiscals, ...own].filter(([, fen]) => w.manner === '甘肃' || visible(fen));
  const clause = ([name, fen]: readonly [string, number]): string =>
    `${name}${w.wan(fen)}，占${w.r.pick(['', '本年收入合计的', '总收入的'])}${w.share(fen, all)}`;
  return `${w.year}年度本年收入合计${w.wan(all)}，其中：${parts.map(clause).join('；')}。`;
}

function spending(w: Writer, f: Figures): string {
  const parts = f.types.filter(([, fen]) => w.manner === '甘肃' || visible(fen));
  const clause = ([name, fen]: readonly [string, number]): string =>
    `${name}${w.wan(fen)}，占${w.share(fen, f.spent)}`;
  const names = parts.map(([n]) => n);
  if (w.manner === '湖南' && parts.length > 1) {
    return `本年支出合计${w.wan(f.spent)}。其中：${names.join('、')}分别为${parts.map(([, x]) => digitsOf(x, '万元')).join('、')}万元，占比分别为${parts.map(([, x]) => w.share(x, f.spent)).join('、')}。`;
  }
  return `${w.year}年度本年支出合计${w.wan(f.spent)}，其中：${parts.map(clause).join('；')}。`;
}

function fiscal(w: Writer, f: Figures): string {
  const change = w.change(f.fiscal, w.before(f.fiscal));
  return w.manner === '上海'
    ? `${w.year}年度财政拨款收入总计${w.wan(f.fiscal)}、支出总计${w.wan(f.fiscal)}。与${w.year - 1}年度相比，财政拨款收入总计、支出总计各${change}。主要原因：年中追加。`
    : `${w.year}年度财政拨款收、支总计${w.wan(f.fiscal)}，比上年${change}。主要原因是上级专项增加。`;
}

function structure(w: Writer, f: Figures): string {
  const clauses = f.classes.map(
    ({ code, fen }) => `${bare(code)}（类）支出${w.wan(fen)}，占${w.share(fen, f.general)}`,
  );
  return `${w.year}年度一般公共预算财政拨款支出${w.wan(f.general)}，主要用于以下方面：${clauses.join('；')}。`;
}

function items(w: Writer, f: Figures): string {
  const lines = f.items.map(({ code, fen }, i) => {
    const path = `${SUBJECTS[code.slice(0, 3)]}（类）${SUBJECTS[code.slice(0, 5)]}（款）${SUBJECTS[code]}（项）`;
    const budget = w.before(fen);
    const why =
      digitsOf(budget, '万元') === digitsOf(fen, '万元')
        ? ''
        : `决算数${fen > budget ? '大于' : '小于'}年初预算数的主要原因是年中调整。`;
    if (w.manner === '四川')
      return `${i + 1}.${path}：支出决算为${w.wan(fen)}，完成预算${w.share(fen, fen)}。`;
    return `${i + 1}.${path}。\n年初预算为${w.wan(budget)}，支出决算为${w.wan(fen)}，完成年初预算的${w.share(fen, budget)}${why ? `，${why}` : '。'}`;
  });
  const budget = w.before(f.general);
  const whole = `${w.year}年度一般公共预算财政拨款支出年初预算为${w.wan(budget)}，支出决算为${w.wan(f.general)}，完成年初预算的${w.share(f.general, budget)}。其中：基本支出${w.wan(f.basic)}，项目支出${w.wan(f.project)}。`;
  return [whole, ...lines].join('\n');
}

function basic(w: Writer, f: Figures): string {
  const codes = (personal: boolean) =>
    Object.values(ECONOMIC)
      .flat()
      .filter(([code]) => /^30[13]/.test(code) === personal)
      .map(([code, name]) => ({ name, fen: w.d.economic.get(code) ?? 0 }));
  const text = (personal: boolean, label: string): string => {
    const own = codes(personal);
    const names = own.filter((c) => visible(c.fen)).map((c) => c.name);
    const total = sum(own.map((c) => c.fen));
    return `${label}${w.wan(total)}${names.length > 0 ? `，主要包括：${names.join('、')}` : ''}`;
  };
  return `${w.year}年度一般公共预算财政拨款基本支出${w.wan(f.basic)}，其中：\n${text(true, '人员经费')}。\n${text(false, '公用经费')}。`;
}

function three(w: Writer): string {
  const { actual, budget } = w.d.three;
  const cars = (t: typeof actual): number => t.purchase + t.running;
  const all = (t: typeof actual): number => cars(t) + t.abroad + t.reception;
  const rate = (a: number, b: number): string =>
    visible(b) ? `，完成${WORD[w.manner]}的${w.share(a, b)}` : '';
  const budgeted = (b: number): string =>
    visible(b) || w.manner !== '广东' ? `${WORD[w.manner]}为${w.wan(b)}，` : '';
  const trips = visible(actual.abroad) ? `全年安排因公出国（境）团组2个，累计6人次。` : '';
  const bought = visible(actual.purchase) ? '本年度购置公务用车1辆' : '本年度购置公务用车0辆';
  const share = (part: number): string =>
    all(actual) > 0 ? `，占${w.share(part, all(actual))}` : '';
  return [
    `${w.year}年度“三公”经费财政拨款支出${WORD[w.manner]}为${w.wan(all(budget))}，支出决算为${w.wan(all(actual))}${rate(all(actual), all(budget))}。`,
    `1.因公出国（境）费支出${budgeted(budget.abroad)}支出决算为${w.wan(actual.abroad)}${rate(actual.abroad, budget.abroad)}。${trips}`,
    `2.公务用车购置及运行维护费支出决算为${w.wan(cars(actual))}${share(cars(actual))}。其中：`,
    `公务用车购置支出${w.wan(actual.purchase)}，${bought}。`,
    `公务用车运行维护费支出${w.wan(actual.running)}，主要用于燃料、维修、保险。截至${w.year}年12月31日，开支财政拨款的公务用车保有量3辆。`,
    `3.公务接待费支出决算为${w.wan(actual.reception)}${share(actual.reception)}。${visible(actual.reception) ? '国内公务接待12批次，130人次。' : ''}`,
  ].join('\n');
}
const WORD: Readonly<Record<Manner, string>> = {
  上海: '年初预算数',
  四川: '全年预算',
  广东: '全年预算',
  湖南: '年初预算数',
  甘肃: '年初预算数',
};

const fund = (w: Writer, f: Figures): string =>
  visible(f.fund.spent) || visible(f.fund.income)
    ? `${w.year}年度政府性基金预算财政拨款收入${w.wan(f.fund.income)}，支出${w.wan(f.fund.spent)}。`
    : `本部门${w.year}年度没有政府性基金预算财政拨款收入和支出。`;
const capital = (w: Writer, f: Figures): string =>
  visible(f.capital)
    ? `${w.year}年度国有资本经营预算财政拨款支出${w.wan(f.capital)}。`
    : `本部门${w.year}年度没有国有资本经营预算财政拨款收入，也没有支出。`;

function purchases(w: Writer): string {
  const [goods, works, services] = [1, 2, 3].map(() => w.r.integer(0, 90_000) * 100);
  const all = goods! + works! + services!;
  const small = Math.floor(all * 0.8);
  if (!visible(small)) return '本部门没有政府采购支出。';
  return `${w.year}年度政府采购支出总额${w.wan(all)}，其中：政府采购货物支出${w.wan(goods!)}、政府采购工程支出${w.wan(works!)}、政府采购服务支出${w.wan(services!)}。授予中小企业合同金额${w.wan(small)}，占政府采购支出总额的${w.share(small, all)}。`;
}
const assets = (w: Writer): string =>
  `截至${w.year}年12月31日，本部门共有车辆8辆，其中：应急保障用车3辆、执法执勤用车5辆；单价100万元（含）以上设备（不含车辆）2台（套）。`;

const NUMERALS = '一二三四五六七八九十';

/** 一篇情况说明. */
export function disclosure(
  department: Department,
  year: number,
  manner: Manner,
  seed: number,
): string {
  const w = new Writer(department, year, manner, seed);
  const f = figures(department);
  const sections: [string, string][] = [
    ['收入支出决算总体情况说明', overall(w, f)],
    ['收入决算情况说明', income(w, f)],
    ['支出决算情况说明', spending(w, f)],
    ['财政拨款收入支出决算总体情况说明', fiscal(w, f)],
    [
      '一般公共预算财政拨款支出决算情况说明',
      `（一）一般公共预算财政拨款支出决算总体情况\n${w.year}年度一般公共预算财政拨款支出${w.wan(f.general)}，占本年支出合计的${w.share(f.general, f.spent)}。与上年相比，一般公共预算财政拨款支出${w.change(f.general, w.before(f.general))}，主要原因是政策调整。\n（二）一般公共预算财政拨款支出决算结构情况\n${structure(w, f)}\n（三）一般公共预算财政拨款支出决算具体情况\n${items(w, f)}`,
    ],
    ['一般公共预算财政拨款基本支出决算情况说明', basic(w, f)],
    ['财政拨款“三公”经费支出决算情况说明', three(w)],
    ['政府性基金预算财政拨款收入支出决算情况说明', fund(w, f)],
    ['国有资本经营预算财政拨款支出决算情况说明', capital(w, f)],
    ['政府采购支出情况说明', purchases(w)],
    ['国有资产占用情况说明', assets(w)],
  ];
  const order = manner === '甘肃' ? [0, 1, 2, 3, 4, 5, 7, 8, 6, 9, 10] : sections.map((_, i) => i);
  const body = order.map((at, i) => {
    const numeral = i < 10 ? NUMERALS[i] : `十${NUMERALS[i - 10]}`;
    return `${numeral}、${sections[at]![0]}\n${sections[at]![1]}`;
  });
  return `第二部分 ${year}年度部门决算情况说明\n${body.join('\n')}\n`;
}

const wide = (char: string): number => (char.charCodeAt(0) > 0xff ? 1 : 0.5);

/** The same text as a printed page gives it back: lines of one width, blanks between them. */
export function onPaper(text: string, width = 28, cutNumbers = false): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let room = width;
    for (const piece of paragraph.match(cutNumbers ? /[\s\S]/g : /\d[\d.]*%?|[\s\S]/g) ?? []) {
      const need = [...piece].reduce((n, c) => n + wide(c), 0);
      if (need > room && !/^[，。；：、）%]/.test(piece)) {
        lines.push(line);
        line = '';
        room = width;
      }
      line += piece;
      room -= need;
    }
    lines.push(line);
  }
  return lines.join('\n\n');
}
