// 归因 of a 自评表: which number is wrong — weight, score, rate, amount or total — by what agrees with it and what
// speaks against it. Knows links; changes no verdict.
import type { Slip, Suspect } from '../assertions/finding.ts';
import { labelOf } from '../assertions/message.ts';
import { SLIP_ORDER, slipOf, slipsFrom } from '../diagnosis/slip.ts';
import type { Fact } from '../facts/fact.ts';
import { addressOf } from '../facts/grid.ts';
import { compare, type Exact, isZero, parseExact, sign, toText } from '../measure/exact.ts';
import type { Case } from './case.ts';
import { inDigits, type Judged, titleOf } from './finding.ts';
import { type Link, linksOf, printedValues, type Values } from './links.ts';

/** 设想: one figure replaced, what that mends, and how well it fits with the rest. */
interface Supposed {
  readonly fact: Fact;
  readonly value: Exact;
  readonly mends: readonly Link[];
  readonly score: number;
  readonly slip: Slip;
}

const supposing =
  (fact: Fact, value: Exact): Values =>
  (f) =>
    f === fact ? value : printedValues(f);

/** What every form prints alike is seldom what was mistyped: 100 of the total row, points in a heading. */
function prior(own: Case, fact: Fact, against: readonly Link[]): number {
  const { totalWeight } = own.evaluation;
  const full = parseExact(own.book.parameters.满分 ?? '');
  if (fact === totalWeight && full && compare(printedValues(fact), full) === 0) return 0.7;
  if (typeof fact.stored === 'string' && fact.column.key === '分值') return 0.3;
  // A rate that its own amounts bear out.
  if (fact.column.key === '执行率' && !against.some((l) => l.rule === 'S02')) return 0.2;
  return fact.column.key === '权重' ? 0.15 : 0;
}

/** A digit or two exchanged, or a point moved, happen; other values need other reasons. */
const handOf = (slip: Slip): number =>
  slip === 'one-digit' || slip === 'swapped-digits'
    ? 0
    : slip === 'decimal-point' || slip === 'unit'
      ? 1
      : 2;

function supposed(
  own: Case,
  links: readonly Link[],
  broken: readonly Link[],
  fact: Fact,
): Supposed[] {
  const value = printedValues(fact);
  const against = broken.filter((l) => l.facts.includes(fact));
  const touched = links.filter((l) => l.facts.includes(fact));
  const ought = against.flatMap((l) => l.ought(fact, printedValues));
  const slips = slipsFrom(value).filter((x) => against.some((l) => l.holds(supposing(fact, x))));
  const seen = new Set<string>();
  return [...ought, ...slips].flatMap((x): Supposed[] => {
    const key = toText(x);
    const wanted = sign(x) > 0 || (isZero(x) && fact.column.key !== '权重');
    if (seen.has(key) || !wanted || compare(x, value) === 0) return [];
    seen.add(key);
    const then = supposing(fact, x);
    const mends = against.filter((l) => l.holds(then));
    if (mends.length === 0) return [];
    const harms = touched.filter((l) => !broken.includes(l) && !l.holds(then));
    const worth = (list: readonly Link[]): number => list.reduce((n, l) => n + l.weight, 0);
    const slip = slipOf(value, x, { neighbours: [], addends: [] });
    return [
      {
        fact,
        value: x,
        mends,
        slip,
        score: worth(mends) - worth(harms) - prior(own, fact, against),
      },
    ];
  });
}

const better = (a: Supposed, b: Supposed): number =>
  b.score - a.score ||
  handOf(a.slip) - handOf(b.slip) ||
  b.mends.length - a.mends.length ||
  SLIP_ORDER.indexOf(a.slip) - SLIP_ORDER.indexOf(b.slip);
const alike = (a: Supposed, b: Supposed): boolean =>
  Math.abs(a.score - b.score) < 1e-9 && handOf(a.slip) === handOf(b.slip);

/** So many are named; who needs more is told by the finding itself. */
const NAMED = 6;
const GROUPS = 12;

function suspectOf(own: Case, s: Supposed, group: number, rank: number): Suspect {
  const { sheet, ...at } = s.fact.location;
  const unit = s.fact.quantity!.unit;
  return {
    group,
    rank,
    sheet,
    address: addressOf(at),
    value: inDigits(printedValues(s.fact), unit),
    suggested: inDigits(s.value, unit),
    slip: s.slip,
    rules: [...new Set(s.mends.map((l) => l.rule))],
    label: `${titleOf(own.evaluation)} ${labelOf(s.fact)}`,
  };
}

/** One suggestion a cell: the best of it. */
function oneEach(list: readonly Supposed[]): Supposed[] {
  const seen = new Set<Fact>();
  return list.filter((s) => !seen.has(s.fact) && seen.add(s.fact));
}

/** 疑似错误 of one table, from its judged checks; groups are numbered from `first`. */
export function suspectsIn(own: Case, judged: readonly Judged[], first: number): Suspect[] {
  const links = linksOf(own, judged);
  let broken = links.filter((l) => l.weight === 1 && !l.holds(printedValues));
  const result: Suspect[] = [];
  for (let group = first; broken.length > 0 && group < first + GROUPS; group += 1) {
    const open = broken;
    const facts = [...new Set(open.flatMap((l) => l.facts))];
    const all = oneEach(facts.flatMap((f) => supposed(own, links, open, f)).sort(better));
    const [best] = all;
    if (!best) break;
    const likeliest = all.filter((s) => alike(s, best)).slice(0, NAMED);
    // Another suggestion is worth a second look only where it mends as much.
    const further = all
      .filter((s) => !likeliest.includes(s) && s.mends.includes(best.mends[0]!))
      .slice(0, 2);
    result.push(
      ...likeliest.map((s) => suspectOf(own, s, group, 1)),
      ...further.map((s, i) => suspectOf(own, s, group, i + 2)),
    );
    broken = open.filter((l) => !best.mends.includes(l));
  }
  return result;
}
