// What a department's people have before them when they write: its figures in 分, last year's, budgets and
// counts, and the workbook that holds all of them.
import type { Snapshot } from '../../../src/facts/grid.ts';
import { arrangement, layOut } from '../department/layout.ts';
import { type Department, makeDepartment, SOURCES, sum, TYPES } from '../department/model.ts';
import { digitsOf } from '../department/page.ts';
import { random } from '../department/random.ts';
import { ECONOMIC, SUBJECTS } from '../department/subjects.ts';
import { incomeOf } from '../department/tables.ts';
import { type SupplementRow, withSupplement } from '../supplement.ts';

/** An amount with its budget and last year's. */
export interface Told {
  readonly now: number;
  readonly last: number;
  readonly budget: number;
}
export interface ClassTold extends Told {
  readonly code: string;
  /** Without 支出 at the end. */
  readonly name: string;
}
export interface ItemTold extends Told {
  readonly code: string;
  readonly names: readonly [string, string, string];
}

const shown = (fen: number): number => Math.floor((fen * 2 + 10_000) / 20_000) * 10_000;

export class Book {
  readonly r;
  readonly d: Department;
  readonly workbook: Snapshot;
  readonly total: Told;
  readonly fiscal: Told;
  readonly general: Told;
  readonly three: Readonly<
    Record<'all' | 'abroad' | 'cars' | 'purchase' | 'running' | 'reception', Told>
  >;
  readonly office: Told;
  readonly income;
  readonly types: readonly (readonly [string, number])[];
  readonly classes: readonly ClassTold[];
  readonly items: readonly ItemTold[];
  readonly counts = { groups: 2, people: 6, bought: 1, kept: 13, visits: 47, guests: 386 };
  readonly purchases: {
    all: number;
    goods: number;
    works: number;
    services: number;
    small: number;
    tiny: number;
  };

  constructor(
    readonly seed: number,
    readonly y: number,
    unit: '元' | '万元' = '万元',
    form: 'old' | 'new' = 'new',
  ) {
    this.r = random(seed * 313 + 5);
    const old = form === 'old';
    this.d = readable(makeDepartment(seed, { capital: !old }));
    const { d } = this;
    const t = (now: number): Told => ({ now, last: this.near(now), budget: this.near(now) });
    this.income = incomeOf(d);
    const fiscalOpening = d.general.opening + sum(d.leaves.map((l) => l.fund.opening));
    this.total = t(this.income.all + d.useOfBalance + d.opening + fiscalOpening);
    this.fiscal = t(this.income.fiscal + fiscalOpening);
    const own = d.leaves.filter((l) => l.general.basic + l.general.project > 0);
    this.items = own.map((l) => ({
      ...t(l.general.basic + l.general.project),
      code: l.code,
      names: [SUBJECTS[l.code.slice(0, 3)]!, SUBJECTS[l.code.slice(0, 5)]!, SUBJECTS[l.code]!],
    }));
    const codes = [...new Set(this.items.map((i) => i.code.slice(0, 3)))];
    this.classes = codes.map((code) => {
      const parts = this.items.filter((i) => i.code.startsWith(code));
      const of = (key: keyof Told) => sum(parts.map((p) => p[key]));
      const told = { now: of('now'), last: of('last'), budget: of('budget') };
      return { ...told, code, name: SUBJECTS[code]!.replace(/支出$/, '') };
    });
    this.general = {
      now: sum(this.classes.map((c) => c.now)),
      last: sum(this.classes.map((c) => c.last)),
      budget: sum(this.classes.map((c) => c.budget)),
    };
    this.types = TYPES.map((type) => [type, this.spentOn(type)] as const);
    const { actual, budget } = d.three;
    const three = (key: keyof typeof actual): Told => ({
      now: actual[key],
      last: actual[key] === 0 ? 0 : this.near(actual[key]),
      budget: budget[key],
    });
    const parts = {
      abroad: three('abroad'),
      purchase: three('purchase'),
      running: three('running'),
      reception: three('reception'),
    };
    const add = (...list: Told[]): Told => ({
      now: sum(list.map((x) => x.now)),
      last: sum(list.map((x) => x.last)),
      budget: sum(list.map((x) => x.budget)),
    });
    const cars = add(parts.purchase, parts.running);
    this.three = { ...parts, cars, all: add(parts.abroad, cars, parts.reception) };
    this.office = t(this.public);
    const [goods, works, services] = [1, 2, 3].map(() => this.r.integer(200, 90_000) * 10_000);
    const all = goods! + works! + services!;
    const small = shown(Math.floor(all * 0.8));
    const tiny = shown(Math.floor(small * 0.35));
    this.purchases = { all, goods: goods!, works: works!, services: services!, small, tiny };
    const a = arrangement(seed, {
      year: y,
      depth: 7,
      oldForm: old,
      manner: { unit, blank: 'empty', typing: 'number' },
      units: {},
    });
    const plain = { ...a, lastYear: false, sheets: 'each' as const };
    this.workbook = withSupplement(layOut(d, plain).snapshot, this.supplement());
  }

  get name(): string {
    return this.d.name;
  }
  get spent(): number {
    return sum(this.types.map(([, fen]) => fen));
  }
  get basic(): number {
    return sum(this.d.leaves.map((l) => l.general.basic));
  }
  get project(): number {
    return sum(this.d.leaves.map((l) => l.general.project));
  }
  get personal(): number {
    return sum([...this.d.economic].filter(([c]) => /^30[13]/.test(c)).map(([, fen]) => fen));
  }
  get public(): number {
    return this.basic - this.personal;
  }
  get fund() {
    const { leaves } = this.d;
    return {
      opening: sum(leaves.map((l) => l.fund.opening)),
      income: this.income.fund,
      spent: sum(leaves.map((l) => l.fund.basic + l.fund.project)),
      closing: sum(leaves.map((l) => l.fund.closing)),
    };
  }
  get capital(): number {
    return sum(this.d.leaves.map((l) => l.capital.project));
  }
  get opening(): number {
    return this.d.opening + this.d.general.opening + this.fund.opening;
  }
  get closing(): number {
    return this.d.closing + this.d.general.closing + this.fund.closing;
  }
  get sources(): readonly (readonly [string, number])[] {
    return SOURCES.map((s, i) => [s, this.income.sources[i]!] as const);
  }

  /** Names of 款 that hold an amount, 人员经费 or 公用经费. */
  economic(personal: boolean): string[] {
    return Object.values(ECONOMIC)
      .flat()
      .filter(([code]) => /^30[13]/.test(code) === personal && (this.d.economic.get(code) ?? 0) > 0)
      .map(([, name]) => name);
  }

  private near(fen: number): number {
    return shown(Math.round(fen * (0.55 + this.r.next() * 0.9))) + 20_000;
  }

  private spentOn(type: (typeof TYPES)[number]): number {
    const own = sum(this.d.leaves.map((l) => l.spent[type]));
    if (type === '基本支出')
      return own + sum(this.d.leaves.map((l) => l.general.basic + l.fund.basic));
    if (type !== '项目支出') return own;
    return (
      own + sum(this.d.leaves.map((l) => l.general.project + l.fund.project + l.capital.project))
    );
  }

  private supplement(): SupplementRow[] {
    const wan = (name: string, fen: number): SupplementRow => [name, fen / 1_000_000, '万元'];
    const { three, purchases: p, counts } = this;
    const lasting = {
      '因公出国（境）费': three.abroad,
      公务用车购置费: three.purchase,
      公务用车运行维护费: three.running,
      公务接待费: three.reception,
    };
    return [
      wan('上年·收入支出总计', this.total.last),
      wan('上年·财政拨款收入支出总计', this.fiscal.last),
      wan('上年·一般公共预算财政拨款支出', this.general.last),
      wan('上年·“三公”经费支出', three.all.last),
      ...Object.entries(lasting).map(([name, told]) => wan(`上年·${name}`, told.last)),
      wan('上年·机关运行经费', this.office.last),
      wan('机关运行经费', this.office.now),
      wan('年初预算·合计', this.general.budget),
      ...this.classes.map((c) => wan(`年初预算·${c.code}`, c.budget)),
      ...this.items.map((i) => wan(`年初预算·${i.code}`, i.budget)),
      wan('政府采购·总额', p.all),
      wan('政府采购·货物', p.goods),
      wan('政府采购·工程', p.works),
      wan('政府采购·服务', p.services),
      wan('政府采购·授予中小企业', p.small),
      wan('政府采购·授予小微企业', p.tiny),
      ['因公出国（境）团组数', three.abroad.now > 0 ? counts.groups : 0, '个'],
      ['因公出国（境）人次', three.abroad.now > 0 ? counts.people : 0, '人次'],
      ['公务用车购置数', three.purchase.now > 0 ? counts.bought : 0, '辆'],
      ['公务用车保有量', counts.kept, '辆'],
      ['国内公务接待批次', three.reception.now > 0 ? counts.visits : 0, '批次'],
      ['国内公务接待人次', three.reception.now > 0 ? counts.guests : 0, '人次'],
      ['车辆·合计', 17, '辆'],
      ['车辆·机要通信用车', 3, '辆'],
      ['车辆·应急保障用车', 4, '辆'],
      ['车辆·执法执勤用车', 8, '辆'],
      ['车辆·其他用车', 2, '辆'],
      ['单价100万元以上设备', 5, '台（套）'],
    ];
  }

  n = (fen: number): string => digitsOf(fen, '万元');
  w = (fen: number): string => `${this.n(fen)}万元`;
  pct(part: number, whole: number, decimals = 2): string {
    const scale = 10 ** decimals;
    return `${(Math.round((part * 100 * scale) / whole) / scale).toFixed(decimals)}%`;
  }
  /** 增加12.34万元，增长5.67% in the words given; `between` stands before the rate. */
  moved(
    { now, last }: { now: number; last: number },
    words: readonly [string, string, string, string] = ['增加', '增长', '减少', '下降'],
    between = '，',
  ): string {
    const [more, up, less, down] = words;
    const delta = now - last;
    if (delta === 0) return '与上年持平';
    const [first, second] = delta > 0 ? [more, up] : [less, down];
    return `${first}${this.w(Math.abs(delta))}${between}${second}${this.pct(Math.abs(delta), last)}`;
  }
  done = ({ now, budget }: Told): string => this.pct(now, budget);
}

/** All amounts on the grid of 0.01 万元 and large enough to be read; every part has something. */
function readable(d: Department): Department {
  const sized = (fen: number): number => (fen === 0 ? 0 : Math.max(20_000, shown(fen)));
  const each = <T extends object>(o: T): T =>
    Object.fromEntries(Object.entries(o).map(([k, v]) => [k, sized(v as number)])) as T;
  const leaves = d.leaves.map((l) => ({
    ...l,
    general: each(l.general),
    fund: each(l.fund),
    capital: each(l.capital),
    other: each(l.other),
    spent: each(l.spent),
  }));
  for (const l of leaves) {
    l.general.income = l.general.basic + l.general.project;
    l.fund.income = l.fund.project + l.fund.basic + l.fund.closing - l.fund.opening;
    if (l.fund.income < 0) {
      l.fund.closing -= l.fund.income;
      l.fund.income = 0;
    }
    l.capital.income = l.capital.project;
  }
  const general = each(d.general);
  const first = leaves.find((l) => l.general.income > 0)!;
  general.opening = Math.min(general.opening, first.general.income);
  first.general.income += general.closing - general.opening;
  const allocation = sized(d.allocation);
  const opening = sized(d.opening);
  let closing = sized(d.closing);
  const income = sum(leaves.flatMap((l) => Object.values(l.other)));
  const spent = sum(leaves.flatMap((l) => Object.values(l.spent)));
  let useOfBalance = spent + allocation + closing - income - opening;
  if (useOfBalance < 0) {
    closing -= useOfBalance;
    useOfBalance = 0;
  }
  const economic = new Map([...d.economic].map(([code, fen]) => [code, sized(fen)]));
  const basic = sum(leaves.map((l) => l.general.basic));
  const [largest] = [...economic].sort((a, b) => b[1] - a[1])[0]!;
  economic.set(largest, economic.get(largest)! + basic - sum(economic.values()));
  const least = (code: string, fen: number): number => Math.max(fen, economic.get(code) ?? 0);
  const actual = each(d.three.actual);
  const three = {
    budget: each(d.three.budget),
    actual: {
      abroad: least('30212', actual.abroad),
      purchase: least('31013', actual.purchase),
      running: least('30231', actual.running),
      reception: least('30217', actual.reception),
    },
  };
  return { ...d, leaves, general, allocation, opening, closing, useOfBalance, economic, three };
}
