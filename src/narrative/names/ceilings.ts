// What is part of something is at most the whole of it: 授予小微企业 ≤ 授予中小企业 ≤ 政府采购支出总额; and what the
// kinds granted, told by their shares, adds up to what was granted. Knows the dictionary's wholes; judges nothing.

import {
  abs,
  compare,
  type Exact,
  isZero,
  minus,
  plus,
  shift,
  times,
  ZERO,
} from '../../measure/exact.ts';
import { isMoney } from '../../measure/quantity.ts';
import { NAME_RULES } from '../register.ts';
import type { TextRelation } from '../relations/relation.ts';
import type { Figure } from '../text/figure.ts';
import type { Desk } from './desk.ts';

/** Of purchases the law itself sets the parts beside the whole. */
const PURCHASES = /^采购/;
const RULE = NAME_RULES.ceilings;
const KINDS = ['货物', '工程', '服务'];

/** Amounts told of purchases, by key: where one is told twice and differs, nothing is known. */
type Told = ReadonlyMap<string, Figure | undefined>;

function toldOf(desk: Desk, figures: ReadonlyMap<number, Figure>): Told {
  const told = new Map<string, Figure | undefined>();
  for (const { subject, role, token, index } of desk.mentions) {
    const figure = figures.get(index);
    if (!figure || role !== 'amount' || !isMoney(token.unit) || token.rough) continue;
    if (!PURCHASES.test(subject.key)) continue;
    const { key } = subject;
    const before = told.has(key) ? told.get(key) : figure;
    told.set(key, before && compare(before.value, figure.value) === 0 ? before : undefined);
  }
  return told;
}

/** 部分不大于整体. */
function ceilings(desk: Desk, figures: ReadonlyMap<number, Figure>, told: Told): TextRelation[] {
  return desk.mentions.flatMap((m): TextRelation[] => {
    const whole = m.subject.indicators[0]?.of;
    const part = figures.get(m.index);
    if (!whole || !part || m.role !== 'amount' || !PURCHASES.test(m.subject.key)) return [];
    // A name carried from the sentence before: another thing may be meant.
    if (!m.named || !isMoney(m.token.unit) || m.token.rough) return [];
    const all = told.get(whole);
    if (!all || compare(minus(part.value, part.half), plus(all.value, all.half)) <= 0) return [];
    const form = [
      [part, 1],
      [all, -1],
    ] as const;
    const equation = { kind: 'most', form } as const;
    return [{ topic: 'part', about: part, readings: [{ equation, strong: true }], rule: RULE }];
  });
}

interface Granted {
  readonly rate: Figure;
  readonly value: Exact;
  readonly slack: Exact;
}

/** 货物支出40万元，占其100%: what a kind granted, with the room that printing leaves. */
function grantedOf(
  desk: Desk,
  figures: ReadonlyMap<number, Figure>,
  amount: Figure | undefined,
  kind: string,
): Granted | undefined {
  const shares = desk.mentions.filter(
    (m) => m.subject.key === `采购·${kind}中小企业` && m.role === 'share' && m.token.unit === '%',
  );
  const rate = shares.length === 1 ? figures.get(shares[0]!.index) : undefined;
  if (!amount || !rate) return undefined;
  const value = shift(times(amount.value, rate.value), -2);
  const room = plus(times(amount.value, rate.half), times(amount.half, rate.value));
  return { rate, value, slack: shift(room, -2) };
}

/** 货物、工程、服务各按比例授予的，合计应为授予总额. */
function grantedInAll(
  desk: Desk,
  figures: ReadonlyMap<number, Figure>,
  told: Told,
): TextRelation[] {
  const total = told.get('采购·中小企业');
  const kinds = KINDS.map((kind) => {
    const amount = told.get(`采购·${kind}`);
    return { amount, granted: grantedOf(desk, figures, amount, kind) };
  });
  const granted = kinds.flatMap((k) => k.granted ?? []);
  // A kind that nothing is told of may have been granted anything, unless nothing was bought.
  const open = kinds.some((k) => !k.granted && !(k.amount && isZero(k.amount.value)));
  if (!total || granted.length === 0 || open) return [];
  const sum = granted.reduce((s, g) => plus(s, g.value), ZERO);
  const slack = granted.reduce((s, g) => plus(s, g.slack), total.half);
  if (compare(abs(minus(sum, total.value)), slack) <= 0) return [];
  const rates = granted.map((g) => g.rate);
  const says = '与货物、工程、服务各自的金额相乘，合计不等于授予中小企业合同金额';
  const equation = { kind: 'never', figures: rates, says } as const;
  return [{ topic: 'total', about: total, readings: [{ equation, strong: true }], rule: RULE }];
}

/** 采购各数之间的大小与合计: parts that are at most their whole, and what was granted by its kinds. */
export function ceilingsOf(desk: Desk, figures: ReadonlyMap<number, Figure>): TextRelation[] {
  const told = toldOf(desk, figures);
  return [...ceilings(desk, figures, told), ...grantedInAll(desk, figures, told)];
}
