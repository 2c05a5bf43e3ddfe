// Changes of the parts and of their whole: the total change is the sum of the items' changes. Knows
// partitions; knows no table.
import { isZero, minus, plus } from '../../measure/exact.ts';
import type { Interval } from '../../measure/interval.ts';
import { calledBy, stated } from './amounts.ts';
import type { Desk } from './desk.ts';
import type { Partition } from './dictionary.ts';
import type { Bond } from './judge.ts';
import type { Mention } from './mention.ts';
import { asPrinted, meets, signed, zeroInterval } from './printed.ts';
import { leftOf } from './sums.ts';

const add = (a: Interval, b: Interval): Interval => ({
  value: plus(a.value, b.value),
  low: plus(a.low, b.low),
  high: plus(a.high, b.high),
});

/** Changes of the parts told after the change of the whole. */
function changesAfter(whole: Mention, { parts }: Partition, desk: Desk): Mention[] {
  const from = desk.mentions.indexOf(whole);
  const found: Mention[] = [];
  for (const m of desk.mentions.slice(from + 1)) {
    const again = m.role === 'change' && m.subject.key === whole.subject.key;
    if (m.section !== whole.section || again) break;
    if (m.role !== 'change' || m.base !== whole.base || !parts.includes(m.subject.key)) continue;
    if (found.some((f) => f.subject.key === m.subject.key)) break;
    found.push(m);
  }
  return found;
}

function bondOf(whole: Mention, partition: Partition, desk: Desk): Bond | undefined {
  const parts = changesAfter(whole, partition, desk);
  if (parts.length === 0) return undefined;
  const sum = parts.map((p) => signed(desk.interval(p), p.sign)).reduce(add, zeroInterval);
  const stands = signed(desk.interval(whole), whole.sign);
  const match = isZero(minus(sum.value, stands.value))
    ? 'exact'
    : meets(sum, stands)
      ? 'rounding'
      : 'broken';
  // Items that stayed the same have no figure: only all of them together must come to the total.
  if (match === 'broken' && parts.length < partition.parts.length) return undefined;
  return {
    rule: 'C13',
    about: whole,
    members: parts,
    match,
    cells: [],
    ought: (m) =>
      asPrinted(
        m === whole
          ? sum.value
          : plus(minus(stands.value, sum.value), signed(desk.interval(m), m.sign).value),
        m.token,
        desk.decimals,
      ),
    room: (m) => (m === whole ? sum : leftOf(stands, sum, signed(desk.interval(m), m.sign))),
    says: (m) =>
      match === 'broken'
        ? `${calledBy(m)}写“${stated(m)}”，合计增减与各项增减之和不一致`
        : '与各项增减之和一致',
  };
}

/** 合计增减 = Σ各项增减. */
export function movementBonds(desk: Desk): Bond[] {
  return desk.mentions.flatMap((m) => {
    if (m.role !== 'change') return [];
    const own = desk.dictionary.partitions.filter(
      (p) => p.of === m.subject.key && p.rule === 'C11',
    );
    return own.flatMap((p) => bondOf(m, p, desk) ?? []);
  });
}
