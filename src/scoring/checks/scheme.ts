// S05 by the rules chosen: how many points execution, outputs, benefits and satisfaction are worth. Knows
// weights by first level. Only rules that somebody chose are held against a table: places may deviate.

import { judge } from '../../assertions/compare.ts';
import type { Fact } from '../../facts/fact.ts';
import { evaluate, references } from '../../formula/evaluate.ts';
import { printFormula, printPath } from '../../formula/print.ts';
import type { Relation } from '../../formula/tree.ts';
import { type Exact, exact, plus, ZERO } from '../../measure/exact.ts';
import { point } from '../../measure/interval.ts';
import { presetName } from '../book.ts';
import type { Case, ReadIndicator } from '../case.ts';
import { withoutExecution } from '../counted.ts';
import {
  amountSpoken,
  assertionOver,
  factCell,
  findingOf,
  type Judged,
  titleOf,
  valueIn,
  weightFact,
} from '../finding.ts';
import { lookupIn, type Names, named, relationsIn } from '../names.ts';

const SUM = 'Σ指标权重';
const EACH = '指标权重';

/** 权重构成: cells that a name of the scheme stands for. */
type Parts = Readonly<Record<string, readonly Fact[]>>;

/** 产出, 效益 or 满意度 of a row; costs count among the outputs. */
function groupOf({ indicator: { level1, level2 } }: ReadIndicator): string {
  if (/满意/.test(`${level1}${level2}`)) return '满意度';
  const first = level1 || level2;
  if (/效益|效果|影响/.test(first)) return '效益';
  return /产出|成本|过程|投入/.test(first) ? '产出' : '其他';
}

function partsOf(own: Case): Parts | undefined {
  const { evaluation, indicators } = own;
  const weights = indicators.map((r) => r.indicator.weight);
  if (weights.length === 0 || weights.some((w) => valueIn(w) === undefined)) return undefined;
  const heading = evaluation.executionWeight;
  const printed = evaluation.whole?.weight;
  const beside = heading && weightFact(heading, evaluation.table, '预算执行情况');
  const execution = valueIn(printed) ? printed : beside;
  const of = (group: string) =>
    indicators.filter((r) => groupOf(r) === group).map((r) => r.indicator.weight!);
  return {
    执行率: execution && !withoutExecution(own) ? [execution] : [],
    产出: of('产出'),
    效益: of('效益'),
    满意度: of('满意度'),
    Σ指标权重: weights as Fact[],
  };
}

const sumOf = (facts: readonly Fact[]): Exact => facts.map((f) => valueIn(f)!).reduce(plus, ZERO);

/** Cells on the left side of a relation. */
const factsIn = ({ left }: Relation, parts: Parts): Fact[] =>
  [...references(left)].flatMap((r) => (r.kind === 'path' ? (parts[printPath(r)] ?? []) : []));

/** 产出的权重, 各项指标的权重合计: what the left side of a scheme adds up. */
const weightsNamed = (left: string): string =>
  left === SUM ? '各项指标的权重合计' : left === EACH ? '指标的权重' : `${left}的权重`;

function judgedBy(own: Case, relation: Relation, parts: Parts, extra: Names): Judged | undefined {
  const facts = factsIn(relation, parts);
  if (facts.length === 0) return undefined;
  const names: Names = {
    ...Object.fromEntries(Object.entries(parts).map(([k, f]) => [k, { value: point(sumOf(f)) }])),
    ...extra,
  };
  const [left, right] = [relation.left, relation.right].map((n) => evaluate(n, lookupIn(names)));
  if (!left?.ok || !right?.ok) return undefined;
  const ok =
    judge(left.value, right.value, { by: 'stored', rel: relation.rel }).verdict !== 'broken';
  const { preset } = own.book;
  const rule = own.book.rules.get('权重')!;
  const what = `${titleOf(own.evaluation)}${weightsNamed(printFormula(relation.left))}`;
  const stated = `${what}为 ${amountSpoken(left.value.value, '分')}`;
  const message = ok
    ? `${stated}，与${presetName(preset)}一致。`
    : `${stated}，${presetName(preset)}为 ${amountSpoken(right.value.value, '分')}（${rule.title}）。请核对权重，或换用本地的计分预设。`;
  const check = own.check('S05');
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 2,
    verdict: ok ? 'exact' : 'broken',
    stated: left.value.value,
    expected: right.value.value,
    message,
    says: rule.says,
    basis: presetName(preset),
    severity: preset.unconfirmed ? 'note' : rule.severity,
    cells: facts.map((f, i) => factCell(f, i === 0 ? 'stated' : 'part')),
  });
  return { assertion: assertionOver(check, 'Σ权重 = 应有权重', { Σ权重: facts }, 2), finding };
}

/** Names that every table has, whatever groups its indicators stand in. */
const EVERYWHERE = ['执行率', SUM];

/** 成本指标 of their own first level: their points come out of the outputs', and a scheme may not know them. */
const costsApart = (own: Case, relations: readonly Relation[]): boolean =>
  own.indicators.some((r) => /成本/.test(r.indicator.level1)) &&
  !relations.some((r) => /成本/.test(printFormula(r.left)));

/** S05 where a scheme cannot be held against the groups of the table. */
function notCompared(own: Case): Judged {
  const check = own.check('S05');
  const { preset } = own.book;
  const facts = own.indicators.map((r) => r.indicator.weight!);
  const finding = findingOf({
    evaluation: own.evaluation,
    check,
    part: 2,
    verdict: 'unknown',
    message: `${titleOf(own.evaluation)}的成本指标单列，${presetName(preset)}没有成本指标，各类权重没有比。`,
    basis: presetName(preset),
    cells: facts.map((f, i) => factCell(f, i === 0 ? 'stated' : 'part')),
  });
  return { assertion: assertionOver(check, 'Σ权重 = 应有权重', { Σ权重: facts }, 2), finding };
}

/** S05 by the scheme of weights chosen. */
export function weightScheme(own: Case): Judged[] {
  const rule = own.book.rules.get('权重');
  const parts = own.settled && rule ? partsOf(own) : undefined;
  if (!rule || !parts || own.statements.some((s) => s.about === '权重')) return [];
  const count: Names = { 项数: named(exact(own.indicators.length)) };
  const relations = relationsIn(rule.says);
  const rows = own.indicators.map((r) => ({ ...parts, 指标权重: [r.indicator.weight!] }));
  // A group that the table does not have has given its points to the others.
  const apart = costsApart(own, relations);
  const whole = !apart && relations.every((r) => factsIn(r, rows[0]!).length > 0);
  const said = relations.flatMap((r) => {
    const left = printFormula(r.left);
    if (left === EACH) return rows.flatMap((row) => judgedBy(own, r, row, count) ?? []);
    return whole || EVERYWHERE.includes(left) ? (judgedBy(own, r, parts, count) ?? []) : [];
  });
  return apart ? [...said, notCompared(own)] : said;
}
