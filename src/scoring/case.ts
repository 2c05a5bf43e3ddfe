// 待核自评表: a table with its rules in force, its targets read and what each indicator earns. Knows
// evaluations and rules; judges nothing.
import type {
  EvaluatedIndicator,
  Evaluation,
  IndicatorValue,
  MoneyRow,
} from '../facts/evaluation.ts';
import type { Fact } from '../facts/fact.ts';
import { divide, type Exact, isZero, ONE, shift, ZERO } from '../measure/exact.ts';
import { type Quantity, valueOf } from '../measure/quantity.ts';
import { parseActual } from '../measure/target/actual.ts';
import { parseTarget } from '../measure/target/parse.ts';
import type { Hints, Target } from '../measure/target/target.ts';
import { bookOf, presetFor, type Rulebook } from './book.ts';
import { valueIn } from './finding.ts';
import { named, namedParameters, numberIn, rightOf } from './names.ts';
import { type Degree, fulfilment, meets, type Points, pointsOf } from './points.ts';
import { overlayOf, rowRule, type Statement, statementsIn } from './printed.ts';
import type { EvaluationCheck, Scored, Scoring, ScoringRule } from './rule.ts';

/** 已读指标: an indicator with its target and actual understood. */
export interface ReadIndicator {
  readonly indicator: EvaluatedIndicator;
  readonly name: string;
  readonly targets: readonly Target[];
  readonly actuals: readonly Target[];
  /** Share of the weight that the rules give; or why it cannot be said. */
  readonly degree: Degree | Extract<Points, { ok: false }>;
  readonly weight?: Exact;
  readonly score?: Exact;
  /** The degree comes from the row's own method or coefficient. */
  readonly by: 'rules' | 'method' | 'coefficient';
}

/** 待核自评表: one table and everything its checks need. */
export interface Case {
  readonly evaluation: Evaluation;
  readonly book: Rulebook;
  readonly statements: readonly Statement[];
  readonly indicators: readonly ReadIndicator[];
  /** Points of execution: printed beside it, in a heading, or the rule's. */
  readonly executionWeight?: { readonly value: Exact; readonly printed: boolean };
  readonly check: (id: string) => EvaluationCheck;
  /** Further rules for the same object, by which a score may be right where the preset is only a guess. */
  readonly otherRules: (rule: ScoringRule) => readonly ScoringRule[];
}

/** 计分选项. */
export interface CaseOptions {
  readonly year?: number | undefined;
  readonly region: readonly string[];
  readonly preset?: string | undefined;
}

const textOf = (value: IndicatorValue | undefined): string => value?.text ?? '';

const hintsFor = (i: EvaluatedIndicator, scanned: boolean): Hints => ({
  name: i.level3.text.replace(/\s+/g, ''),
  level1: i.level1,
  level2: i.level2,
  ...(i.unit?.text && !/^[-—/]*$/.test(i.unit.text) && { unit: i.unit.text.trim() }),
  ...(!i.unit?.text && i.target?.split?.unit?.text && { unit: i.target.split.unit.text.trim() }),
  scanned,
});

/** A target that a scanner certainly misread makes a leading 2 suspect everywhere in the table. */
const isScanned = (indicators: readonly EvaluatedIndicator[]): boolean =>
  indicators.some((i) =>
    parseTarget(i.target?.text ?? '', { name: i.level3.text }).some((t) =>
      t.doubts.some((d) => d.kind === 'scan'),
    ),
  );

function byMethod(
  i: EvaluatedIndicator,
  targets: readonly Target[],
  actuals: readonly Target[],
  book: Rulebook,
): ReadIndicator['degree'] | undefined {
  const text = i.method?.text.trim() ?? '';
  if (text === '') return undefined;
  const own = rowRule(text, book.byRow);
  if (own?.rule.for === '正向' && own.rule.takes === undefined) {
    // 按比例计分: the ratio upwards, whatever the place does otherwise.
    return fulfilment(targets, actuals, {
      ...book,
      rules: new Map([...book.rules, ['正向', own.rule], ['等于', own.rule]]),
    });
  }
  const refusal = {
    ok: false,
    kind: 'ask',
    why: '本行另有评分标准，请按评分标准人工核对',
  } as const;
  const weight = valueIn(i.weight);
  const [target, actual] = [targets[0], actuals[0]];
  if (!own || !weight || isZero(weight) || targets.length !== 1 || !target?.bound || !actual?.bound)
    return refusal;
  if (target.unit !== actual.unit) return refusal;
  const names = {
    ...namedParameters(own.parameters),
    权重: named(weight),
    目标值: named(target.bound),
    完成值: named(actual.bound),
    达到: named(meets(target, target.direction, actual.bound) ? ONE : ZERO),
  };
  const outcome = rightOf(own.rule.says, names);
  if (!outcome.ok) return refusal;
  const share = (x: Exact) => divide(x, weight)!;
  const { value, low, high } = outcome.value;
  return {
    value: { value: share(value), low: share(low), high: share(high) },
    rule: own.rule,
    steps: [text],
  };
}

function byCoefficient(i: EvaluatedIndicator, book: Rulebook): Degree | undefined {
  const value = valueIn(i.coefficient);
  const rule = book.rules.get('系数');
  if (!value || !rule) return undefined;
  const share = shift(value, -2);
  return {
    value: { value: share, low: share, high: share },
    rule,
    steps: [`系数 ${i.coefficient!.shown}`],
  };
}

function readIndicator(i: EvaluatedIndicator, book: Rulebook, scanned: boolean): ReadIndicator {
  const hints = hintsFor(i, scanned);
  const targets = parseTarget(textOf(i.target), hints);
  const actuals = parseActual(textOf(i.actual), targets, hints);
  const method = byMethod(i, targets, actuals, book);
  const coefficient = byCoefficient(i, book);
  const [weight, score] = [valueIn(i.weight), valueIn(i.score)];
  return {
    indicator: i,
    name: hints.name || i.level2 || i.level1,
    targets,
    actuals,
    degree: coefficient ?? method ?? fulfilment(targets, actuals, book),
    by: coefficient ? 'coefficient' : method ? 'method' : 'rules',
    ...(weight && { weight }),
    ...(score && { score }),
  };
}

function executionWeight(e: Evaluation, book: Rulebook): Case['executionWeight'] {
  const own = valueIn(e.whole?.weight);
  if (own) return { value: own, printed: true };
  if (e.executionWeight) return { value: valueOf(e.executionWeight.points), printed: true };
  const parameter = book.parameters.执行分值;
  const printed = book.printed.has('执行率');
  if (parameter === undefined || !e.whole?.score) return undefined;
  return { value: numberIn(parameter), printed };
}

/** All or nothing is met in place of every ratio. */
const COMPARABLE: Readonly<Partial<Record<Scored, readonly Scored[]>>> = {
  正向: ['正向', '是否'],
  反向: ['反向', '是否'],
  等于: ['等于', '是否'],
  区间: ['区间', '是否'],
};

/** Reads a table's targets and settles which rules are in force for it. */
export function caseOf(evaluation: Evaluation, scoring: Scoring, options: CaseOptions): Case {
  const preset = presetFor(scoring, {
    year: evaluation.table.year ?? options.year,
    region: options.region,
    family: evaluation.family,
    id: options.preset,
  });
  const statements = statementsIn(evaluation);
  const book = bookOf(scoring, preset, overlayOf(statements));
  const scanned = isScanned(evaluation.indicators);
  const checks = new Map(scoring.checks.map((c) => [c.id, c]));
  const weight = executionWeight(evaluation, book);
  return {
    evaluation,
    book,
    statements,
    indicators: evaluation.indicators.map((i) => readIndicator(i, book, scanned)),
    ...(weight && { executionWeight: weight }),
    check: (id) => checks.get(id)!,
    otherRules: (rule) =>
      options.preset !== undefined || book.printed.has(rule.for)
        ? []
        : scoring.rules.filter(
            (r) => r !== rule && !r.takes && COMPARABLE[rule.for]?.includes(r.for),
          ),
  };
}

/** A of B ÷ A: the adjusted budget, unless the rule in force or the form says 年初预算数. */
export function budgetOf(row: MoneyRow, book: Rulebook): Fact | undefined {
  const initial = book.rules.get('预算口径')?.id === 'SX10';
  return initial ? (row.initial ?? row.budget) : (row.budget ?? row.initial);
}

export const quantityIn = (fact: Fact | undefined): Quantity | undefined =>
  fact?.state === 'figure' ? fact.quantity : undefined;

/** Points by the rules at a weight. */
export const earned = (read: ReadIndicator, weight: Exact): Points =>
  'ok' in read.degree ? read.degree : pointsOf(read.degree, weight);

export const isBlank = (text: string | undefined): boolean =>
  text === undefined || /^[\s/\\—–\-。.]*$|^\s*(?:无|不适用|没有)\s*[。.]?$/.test(text);
