// 一行指标的完成程度: by its coefficient, its own method, or the rules in force; rows that do not count and
// costs without a target have rules of their own. Knows rows and rules; judges nothing.
import type { EvaluatedIndicator } from '../facts/evaluation.ts';
import { divide, type Exact, isZero, least, ONE, shift, ZERO } from '../measure/exact.ts';
import { point } from '../measure/interval.ts';
import type { Rulebook } from './book.ts';
import { type Degree, type Unscored, unscored } from './degree.ts';
import { valueIn } from './finding.ts';
import { namedParameters, rightOf } from './names.ts';
import { fulfilment } from './points.ts';
import { rowRule } from './printed.ts';
import type { Scored } from './rule.ts';
import type { ScoringTarget } from './target/target.ts';

/** 指标行内容: its targets and actuals as they were read, its weight in 分. */
export interface RowMatter {
  readonly indicator: EvaluatedIndicator;
  readonly targets: readonly ScoringTarget[];
  readonly actuals: readonly ScoringTarget[];
  readonly weight: Exact | undefined;
}
/** 完成程度及其由来: by the rules in force, the row's own method, or its coefficient. */
export interface RowDegree {
  readonly degree: Degree | Unscored;
  readonly by: 'rules' | 'method' | 'coefficient';
  readonly void?: true;
}

/** What a row's own method is in place of. */
const INSTEAD: Readonly<Partial<Record<Scored, readonly Scored[]>>> = {
  正向: ['正向', '等于'],
  反向: ['反向', '零目标'],
  是否: ['正向', '反向', '等于', '区间', '零目标'],
};
const IN_PERCENT = /每[^，,。；;]{0,8}?(?:%|百分点)/;

function byMethod({ indicator, targets, actuals, weight }: RowMatter, book: Rulebook) {
  const text = indicator.method?.text.normalize('NFKC').trim() ?? '';
  if (text === '') return undefined;
  const refusal = unscored('ask', '本行另有评分标准，请按评分标准人工核对');
  const own = rowRule(text, book.byRow);
  const kinds = own && INSTEAD[own.rule.for];
  if (!own || !kinds) return refusal;
  const ratio = own.rule.for === '正向' && !own.rule.inPoints;
  const single = targets.length === 1 && targets[0]!.bound && actuals[0]?.bound;
  if (!ratio && !single) return refusal;
  if (own.rule.inPoints && IN_PERCENT.test(text) && targets[0]!.unit !== '%') return refusal;
  const rules = new Map(book.rules);
  for (const kind of kinds) rules.set(kind, own.rule);
  if (!ratio) rules.delete('超额');
  const parameters = { ...book.parameters, ...own.parameters };
  const degree = fulfilment(targets, actuals, { ...book, rules, parameters }, { weight });
  if (ratio) return degree;
  return 'ok' in degree || degree.rule !== own.rule ? refusal : { ...degree, steps: [text] };
}

function byCoefficient(i: EvaluatedIndicator, book: Rulebook): Degree | undefined {
  const value = valueIn(i.coefficient);
  const rule = book.rules.get('系数');
  if (!value || !rule) return undefined;
  const share = shift(value, -2);
  return {
    value: point(share),
    rule,
    steps: [`系数 ${i.coefficient!.shown}`],
  };
}

const isCost = ({ level1, level2, level3 }: EvaluatedIndicator, { words }: Rulebook): boolean =>
  /成本/.test(`${level1}${level2}`) && !/效益/.test(level2) && !words.isSaving(level3.text);

/** A cost for which nothing was aimed at: at most so many points, and people say how many. */
function withoutCostTarget(
  { indicator, targets, weight }: RowMatter,
  book: Rulebook,
): Degree | undefined {
  const rule = book.rules.get('成本');
  const none = targets.every((t) => t.direction === '无');
  if (!rule || !weight || isZero(weight) || !none || !isCost(indicator, book)) return undefined;
  const most = rightOf(rule.says, namedParameters(book.parameters));
  if (!most.ok) return undefined;
  const share = least(ONE, divide(most.value.value, weight)!);
  return { value: { value: share, low: ZERO, high: share }, rule, steps: [rule.title] };
}

const NOT_APPLICABLE = /^(?:本年度?|本项目)?(?:不适用|不涉及)[。.]?$/;

/** 完成程度 of a row; `void` where the rule in force leaves it out. */
export function degreeFor(matter: RowMatter, book: Rulebook): RowDegree {
  const { indicator, targets, actuals, weight } = matter;
  const texts = [indicator.target?.text, indicator.actual?.text].map((t) => t?.trim() ?? '');
  if (book.rules.has('不适用') && texts.some((t) => NOT_APPLICABLE.test(t)))
    return { degree: unscored('ask', '指标不适用，不计入总分'), by: 'rules', void: true };
  const coefficient = byCoefficient(indicator, book);
  if (coefficient) return { degree: coefficient, by: 'coefficient' };
  const method = byMethod(matter, book);
  if (method) return { degree: method, by: 'method' };
  const capped = withoutCostTarget(matter, book);
  return { degree: capped ?? fulfilment(targets, actuals, book, { weight }), by: 'rules' };
}
