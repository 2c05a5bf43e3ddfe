// A department whose accounts agree in every relation, in whole 分. Rounding comes with the layout.
import { type Random, random } from './random.ts';
import { CAPITAL_LEAVES, ECONOMIC, FUND_LEAVES, GENERAL_LEAVES } from './subjects.ts';

export const SOURCES = [
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
] as const;
export const TYPES = [
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
] as const;
export type Source = (typeof SOURCES)[number];
export type Type = (typeof TYPES)[number];

export interface Leaf {
  readonly code: string;
  general: { income: number; basic: number; project: number };
  fund: { opening: number; income: number; basic: number; project: number; closing: number };
  capital: { income: number; project: number };
  other: Record<Source, number>;
  spent: Record<Type, number>;
}
export interface Department {
  readonly seed: number;
  readonly name: string;
  readonly leaves: readonly Leaf[];
  readonly general: { opening: number; closing: number };
  readonly useOfBalance: number;
  readonly allocation: number;
  /** Non-fiscal opening and closing balances. */
  readonly opening: number;
  readonly closing: number;
  /** 款 by economic code. */
  readonly economic: ReadonlyMap<string, number>;
  readonly three: { readonly budget: ThreePublic; readonly actual: ThreePublic };
}
export interface ThreePublic {
  readonly abroad: number;
  readonly purchase: number;
  readonly running: number;
  readonly reception: number;
}
export interface Wishes {
  readonly funds?: boolean;
  readonly carryOver?: boolean;
  readonly nonFiscal?: boolean;
  /** 国有资本经营预算; there was none before 2020. */
  readonly capital?: boolean;
}

const NAMES = [
  '示例市教育局',
  '长沙市财政局',
  '成都市应急管理局',
  '武汉市示例区民政局',
  '上海市示例区司法局',
  '昆明市文化馆',
  '西安市示例中学',
  '广州市水务局',
];

export const sum = (list: Iterable<number>): number => {
  let total = 0;
  for (const n of list) total += n;
  return total;
};

/** An amount in 分, of any size that departments know; sometimes none. */
const money = (r: Random, share = 1): number => {
  if (!r.chance(share)) return 0;
  const magnitude = r.integer(4, 9);
  return r.integer(10 ** (magnitude - 1), 10 ** magnitude) + 1;
};

function leafOf(r: Random, code: string, wishes: Wishes): Leaf {
  const fiscal = GENERAL_LEAVES.includes(code);
  const isFund = FUND_LEAVES.includes(code);
  const basic = fiscal ? money(r, 0.7) : 0;
  const project = fiscal ? money(r, basic === 0 ? 1 : 0.5) : 0;
  const fund = { opening: 0, income: 0, basic: 0, project: 0, closing: 0 };
  if (isFund) {
    fund.opening = wishes.carryOver ? money(r, 0.5) : 0;
    fund.project = money(r);
    fund.basic = money(r, 0.2);
    fund.closing = wishes.carryOver ? money(r, 0.5) : 0;
    const need = fund.project + fund.basic + fund.closing - fund.opening;
    if (need < 0) fund.closing -= need;
    fund.income = fund.project + fund.basic + fund.closing - fund.opening;
  }
  const capital = CAPITAL_LEAVES.includes(code) ? money(r) : 0;
  const others = (share: number) => (wishes.nonFiscal && fiscal ? money(r, share) : 0);
  return {
    code,
    general: { income: basic + project, basic, project },
    fund,
    capital: { income: capital, project: capital },
    other: Object.fromEntries(SOURCES.map((s) => [s, others(0.3)])) as Record<Source, number>,
    spent: Object.fromEntries(TYPES.map((t) => [t, others(0.25)])) as Record<Type, number>,
  };
}

function economicOf(r: Random, total: number): Map<string, number> {
  const codes = Object.values(ECONOMIC)
    .flat()
    .map(([code]) => code);
  const used = r.some(codes, 6, 18);
  const result = new Map<string, number>();
  let left = total;
  used.forEach((code, i) => {
    const part = i === used.length - 1 ? left : Math.floor(left * r.next() * 0.5);
    if (part > 0) result.set(code, part);
    left -= part;
  });
  return result;
}

function threeOf(r: Random, economic: ReadonlyMap<string, number>): Department['three'] {
  const least = (code: string) => (economic.get(code) ?? 0) + money(r, 0.3);
  return {
    budget: {
      abroad: money(r, 0.4),
      purchase: money(r, 0.3),
      running: money(r, 0.8),
      reception: money(r, 0.6),
    },
    actual: {
      abroad: least('30212'),
      purchase: least('31013'),
      running: least('30231'),
      reception: least('30217'),
    },
  };
}

/** A consistent department; the same seed and wishes give the same one. */
export function makeDepartment(seed: number, wanted: Wishes = {}): Department {
  const r = random(seed);
  const wishes: Wishes = {
    funds: wanted.funds ?? r.chance(0.6),
    carryOver: wanted.carryOver ?? r.chance(0.6),
    nonFiscal: wanted.nonFiscal ?? r.chance(0.7),
  };
  const codes = [
    ...r.some(GENERAL_LEAVES, 5, 16),
    ...(wishes.funds ? r.some(FUND_LEAVES, 1, 4) : []),
    ...(wishes.funds && r.chance(0.7) && wanted.capital !== false ? CAPITAL_LEAVES : []),
  ].sort();
  const leaves = codes.map((code) => leafOf(r, code, wishes));
  const first = leaves.find((l) => l.general.income > 0)!;
  const opening = wishes.carryOver ? Math.min(money(r, 0.7), first.general.income) : 0;
  const closing = wishes.carryOver ? money(r, 0.7) : 0;
  first.general.income += closing - opening;
  const income = sum(leaves.flatMap((l) => Object.values(l.other)));
  const spent = sum(leaves.flatMap((l) => Object.values(l.spent)));
  const allocation = wishes.nonFiscal ? money(r, 0.4) : 0;
  const ownOpening = wishes.nonFiscal ? money(r, 0.6) : 0;
  let ownClosing = wishes.nonFiscal ? money(r, 0.6) : 0;
  let useOfBalance = spent + allocation + ownClosing - income - ownOpening;
  if (useOfBalance < 0) {
    ownClosing -= useOfBalance;
    useOfBalance = 0;
  }
  const economic = economicOf(r, sum(leaves.map((l) => l.general.basic)));
  return {
    seed,
    name: r.pick(NAMES),
    leaves,
    general: { opening, closing },
    useOfBalance,
    allocation,
    opening: ownOpening,
    closing: ownClosing,
    economic,
    three: threeOf(r, economic),
  };
}
