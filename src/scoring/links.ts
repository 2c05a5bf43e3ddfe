// 关联: what the figures of one 自评表 have to agree with, as conditions over values that may be supposed: sums,
// rates, points of execution and of indicators, limits. Knows judged checks; blames nobody.
import type { MoneyRow } from '../facts/evaluation.ts';
import type { Fact } from '../facts/fact.ts';
import { printPath } from '../formula/print.ts';
import {
  compare,
  divide,
  type Exact,
  isZero,
  minus,
  parseExact,
  plus,
  round,
  shift,
  sign,
  times,
  ZERO,
} from '../measure/exact.ts';
import { type Interval, point } from '../measure/interval.ts';
import { quantity, valueOf } from '../measure/quantity.ts';
import { budgetOf, type Case, type ReadIndicator } from './case.ts';
import { isLenient } from './checks/leniency.ts';
import { type Judged, valueIn } from './finding.ts';
import { judgeRate, judgeScore, quotientOf, rateInterval } from './judge.ts';
import { type Names, named, namedParameters, rightOf } from './names.ts';
import { isFull, pointsOf } from './points.ts';

/** Values of figures, as printed or as supposed. */
export type Values = (fact: Fact) => Exact;
/** 数 as printed, nothing supposed: a cell without a number counts 0. */
export const printedValues: Values = (fact) => (fact.quantity ? valueOf(fact.quantity) : ZERO);
/** 关联: figures that agree or do not; what one of them ought to be by the others. */
export interface Link {
  readonly rule: string;
  readonly facts: readonly Fact[];
  /** How much it says: relations that people may bend say less. */
  readonly weight: number;
  readonly holds: (v: Values) => boolean;
  readonly ought: (fact: Fact, v: Values) => readonly Exact[];
}

const NOTHING: readonly Exact[] = [];
/** A score below its weight needs a reason, an amount above its budget is told: both happen. */
const [HARD, SOFT] = [1, 0.4];

const figures = (all: readonly (Fact | undefined)[]): Fact[] =>
  all.filter((f) => valueIn(f)) as Fact[];
const summed = (facts: readonly Fact[], v: Values): Exact =>
  facts.reduce((a, f) => plus(a, v(f)), ZERO);

/** whole = Σ parts; the whole may be a number that no cell holds. */
function sumLink(rule: string, whole: Fact | Exact, parts: readonly Fact[]): Link {
  const cell = 'column' in whole ? whole : undefined;
  const total = (v: Values): Exact => (cell ? v(cell) : (whole as Exact));
  return {
    rule,
    facts: cell ? [cell, ...parts] : parts,
    weight: HARD,
    holds: (v) => compare(total(v), summed(parts, v)) === 0,
    ought: (fact, v) =>
      fact === cell
        ? [summed(parts, v)]
        : [
            minus(
              total(v),
              summed(
                parts.filter((p) => p !== fact),
                v,
              ),
            ),
          ],
  };
}

function rateLink(rate: Fact, spent: Fact, budget: Fact): Link {
  const like = (f: Fact, value: Exact) => quantity(value, f.quantity!.unit, f.quantity!.decimals);
  const share = (v: Values) => {
    const [b, a] = [like(spent, v(spent)), like(budget, v(budget))];
    return a && b && quotientOf(b, a);
  };
  return {
    rule: 'S02',
    facts: [rate, spent, budget],
    weight: HARD,
    holds: (v) => {
      const [r, q] = [like(rate, v(rate)), share(v)];
      return r !== undefined && q !== undefined && judgeRate(r, q).verdict !== 'broken';
    },
    ought: (fact, v) => {
      const q = fact === rate ? share(v) : undefined;
      return q ? [round(shift(q.value, 2), Math.max(2, rate.quantity!.decimals))] : NOTHING;
    },
  };
}

/** What execution earns by the rule in force, on the printed rate and on the raw quotient, for values supposed. */
function executionBases(own: Case, whole: MoneyRow, says: string, points: Exact) {
  const { rate, spent, weight } = whole;
  const budget = budgetOf(whole, own.book);
  const known = (...facts: readonly (Fact | undefined)[]): boolean =>
    figures(facts).length === facts.length;
  return (v: Values): Interval[] => {
    const w = known(weight) ? v(weight!) : points;
    const names = (r: Interval): Names => ({
      ...namedParameters(own.book.parameters),
      权重: named(w),
      执行率: { value: r },
      执行数: known(spent) ? named(v(spent!)) : undefined,
      预算数: known(budget) ? named(v(budget!)) : undefined,
    });
    const printed = known(rate)
      ? rateInterval({ ...rate!.quantity!, ...quantity(v(rate!), '%', rate!.quantity!.decimals) })
      : undefined;
    const raw =
      known(spent, budget) && sign(v(budget!)) > 0
        ? point(divide(v(spent!), v(budget!))!)
        : undefined;
    return [printed, raw].flatMap((r) => {
      const outcome = r && rightOf(says, names(r));
      return outcome?.ok ? [outcome.value] : [];
    });
  };
}

function executionLink(own: Case): Link[] {
  const { whole } = own.evaluation;
  const rule = own.book.rules.get('执行率');
  const [score, weight] = [whole?.score, whole?.weight];
  const points = own.executionWeight?.value;
  if (!whole || !rule || !score || !points) return [];
  const bases = executionBases(own, whole, rule.says, points);
  const facts = figures([score, weight, whole.rate, whole.spent, budgetOf(whole, own.book)]);
  return [
    {
      rule: 'S04',
      facts,
      weight: HARD,
      holds: (v) => {
        const all = bases(v);
        return all.length > 0 && judgeScore(v(score), all).verdict !== 'broken';
      },
      ought: (fact, v) => {
        const [first] = bases(v);
        if (!first) return NOTHING;
        if (fact === score) return [round(first.value, 2)];
        const w = weight && v(weight);
        const own_ =
          fact === weight && w && !isZero(first.value) && divide(times(v(score), w), first.value);
        return own_ ? [round(own_, 1)] : NOTHING;
      },
    },
  ];
}

/** 得分 = 权重 × 完成程度, within a band where people decide, never above the weight. */
function indicatorLinks(own: Case, read: ReadIndicator, undecided: ReadonlySet<Fact>): Link[] {
  const { score, weight } = read.indicator;
  if (!valueIn(score) || !valueIn(weight) || !score || !weight) return [];
  const limit: Link = {
    rule: 'S06',
    facts: [score, weight],
    weight: HARD,
    holds: (v) => compare(v(score), v(weight)) <= 0,
    ought: () => NOTHING,
  };
  const { degree } = read;
  const open =
    'ok' in degree || degree.band !== undefined || read.lost !== undefined || undecided.has(score);
  if (open) {
    const full = {
      ...limit,
      rule: 'S08',
      weight: SOFT,
      holds: (v: Values) => compare(v(score), v(weight)) === 0,
    };
    return [limit, full];
  }
  const earned = (v: Values) => pointsOf(degree, v(weight));
  return [
    limit,
    {
      rule: 'S07',
      facts: [score, weight],
      weight: HARD,
      holds: (v) => {
        const points = earned(v);
        if (!points.ok || points.judged) return true;
        const met = judgeScore(v(score), [points.value]).verdict !== 'broken';
        return met || (isFull(degree) && isLenient(own, v(score), v(weight)));
      },
      ought: (fact, v) => {
        const points = earned(v);
        if (!points.ok) return NOTHING;
        if (fact === score) return [round(points.value.value, 2)];
        const share = degree.value.value;
        const back = isZero(share) ? undefined : divide(v(score), share);
        return back ? [round(back, 1)] : NOTHING;
      },
    },
  ];
}

const byName = ({ assertion }: Judged): ReadonlyMap<string, readonly Fact[]> =>
  new Map(
    [...assertion.targets].map(([ref, t]) => [
      ref.kind === 'path' ? printPath(ref) : '',
      figures(t.facts),
    ]),
  );

/** Wholes and their parts, by the names that the relations of the checks use. */
const SUMS: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['资金总额', ['Σ资金来源']],
  ['构成合计', ['Σ资金构成']],
  ['任务合计', ['Σ任务']],
  ['整体资金', ['Σ任务资金']],
  ['部门整体支出总额', ['基本支出总额', '项目支出总额']],
  ['全年预算数', ['扣除后预算数', '整合数']],
  ['总分', ['Σ得分']],
  ['应有权重', ['Σ权重']],
];

/** The link of one judged relation; none where it is no sum and no rate. */
function linkOf(judged: Judged): Link[] {
  const { finding } = judged;
  const names = byName(judged);
  const one = (name: string): Fact | undefined => names.get(name)?.[0];
  const [rate, spent, budget] = [
    one('执行率') ?? one('到位率'),
    one('执行数') ?? one('到位数'),
    one('预算数'),
  ];
  if (finding.rule === 'S02') return rate && spent && budget ? [rateLink(rate, spent, budget)] : [];
  if (finding.rule === 'S03' && spent && one('预算数'))
    return [
      {
        rule: 'S03',
        facts: [spent, budget!],
        weight: SOFT,
        holds: (v) => compare(v(spent), v(budget!)) <= 0,
        ought: () => NOTHING,
      },
    ];
  if (!['S01', 'S05', 'S09'].includes(finding.rule)) return [];
  for (const [whole, parts] of SUMS) {
    const facts = parts.flatMap((p) => names.get(p) ?? []);
    const cell = one(whole);
    // 基本 and 项目, or tasks, against the whole differ by scope as often as by a slip.
    const weight = whole.includes('整体') && finding.severity !== 'error' ? SOFT : HARD;
    if (cell && facts.length > 0) return [{ ...sumLink(finding.rule, cell, facts), weight }];
  }
  const [weights = [], promised] = [names.get('Σ权重'), parseExact(finding.stated ?? '')];
  return finding.rule === 'S05' && weights.length > 0 && promised
    ? [sumLink('S05', promised, weights)]
    : [];
}

/** A score whose weight no cell holds: it is what its row was judged to be worth, or it is not. */
function worthLinks(judged: Judged): Link[] {
  const { finding } = judged;
  const names = byName(judged);
  const [score] = names.get('得分') ?? [];
  const expected = parseExact(finding.expected ?? '');
  const weighed = (names.get('权重') ?? []).length > 0 || finding.part !== undefined;
  if (finding.rule !== 'S07' || weighed || !score || !expected) return [];
  const right = finding.verdict === 'broken' ? expected : printedValues(score);
  const holds = (v: Values): boolean => compare(v(score), right) === 0;
  return [{ rule: 'S07', facts: [score], weight: HARD, holds, ought: () => [expected] }];
}

/** 决算表 say what the spending was. */
function accountLinks(judged: Judged): Link[] {
  const { finding } = judged;
  const [fact] = [...byName(judged).values()].flat();
  const expected = parseExact(finding.expected ?? '');
  if (finding.rule !== 'S15' || !fact || !expected) return [];
  const holds = (v: Values): boolean => compare(v(fact), expected) === 0;
  return [{ rule: 'S15', facts: [fact], weight: SOFT, holds, ought: () => [expected] }];
}

/** 关联 of a table: what was judged, and the rows' own rules. */
export function linksOf(own: Case, judged: readonly Judged[]): Link[] {
  const decided = judged.filter(({ finding: f }) => f.verdict !== 'unknown');
  const undecided = new Set(
    judged.filter((j) => !decided.includes(j)).flatMap((j) => byName(j).get('得分') ?? []),
  );
  const execution = decided.find((j) => j.finding.rule === 'S04')?.finding.verdict;
  // Where the check found another usual way by which the score is right, the rule in force says nothing.
  const executed = (execution ? executionLink(own) : []).filter(
    (l) => execution === 'broken' || l.holds(printedValues),
  );
  return [
    ...decided.flatMap(linkOf),
    ...decided.flatMap(worthLinks),
    ...decided.flatMap(accountLinks),
    ...executed,
    ...own.indicators.flatMap((read) => indicatorLinks(own, read, undecided)),
  ];
}
