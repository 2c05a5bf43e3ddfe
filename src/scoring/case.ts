// 待核自评表: a table with its rules in force, its targets read and what each indicator earns. Knows
// evaluations and rules; judges nothing.
import type {
  EvaluatedIndicator,
  Evaluation,
  IndicatorValue,
  MoneyRow,
} from '../facts/evaluation.ts';
import type { Fact } from '../facts/fact.ts';
import { abs, type Exact, toText } from '../measure/exact.ts';
import { type Quantity, valueOf } from '../measure/quantity.ts';
import { bookOf, presetFor, type Rulebook } from './book.ts';
import { degreeFor } from './degree-of-row.ts';
import { valueIn } from './finding.ts';
import { mentions, named, numberIn, rightOf } from './names.ts';
import { type Degree, type Points, pointsOf } from './points.ts';
import { overlayOf, statementsIn, type TableStatement } from './printed.ts';
import type { EvaluationCheck, Scored, Scoring, ScoringRule } from './rule.ts';
import { parseActual } from './target/actual.ts';
import { parseTarget } from './target/parse.ts';
import type { Hints, ScoringTarget } from './target/target.ts';
import type { TargetVocabulary } from './target/words.ts';

/** 已读指标: an indicator with its target and actual understood. */
export interface ReadIndicator {
  readonly indicator: EvaluatedIndicator;
  readonly name: string;
  readonly targets: readonly ScoringTarget[];
  readonly actuals: readonly ScoringTarget[];
  /** Share of the weight that the rules give; or why it cannot be said. */
  readonly degree: Degree | Extract<Points, { ok: false }>;
  readonly weight?: Exact;
  readonly score?: Exact;
  /** The degree comes from the row's own method or coefficient. */
  readonly by: 'rules' | 'method' | 'coefficient';
  /** The row does not count: 不适用. */
  readonly void?: true;
  /** 扣分 that the rule in force takes off what was earned. */
  readonly lost?: { readonly rule: ScoringRule; readonly points: Exact };
}

/** 待核自评表: one table and everything its checks need. */
export interface Case {
  readonly evaluation: Evaluation;
  readonly book: Rulebook;
  readonly statements: readonly TableStatement[];
  readonly indicators: readonly ReadIndicator[];
  /** Points of execution: printed beside it, in a heading, or the rule's. */
  readonly executionWeight?: { readonly value: Exact; readonly printed: boolean };
  /** The rules were chosen, or are the user's own: no other is guessed at. */
  readonly settled: boolean;
  readonly check: (id: string) => EvaluationCheck;
  /** 权重 × 执行率: how execution is scored where nothing else is said. */
  readonly plainExecution?: ScoringRule;
  /** Further rules for the same object, by which a score may be right where the preset is only a guess. */
  readonly otherRules: (rule: ScoringRule) => readonly ScoringRule[];
}

/** 计分选项: year, place (from 省 to 区), and the preset that the user chose. */
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
const isScanned = (indicators: readonly EvaluatedIndicator[], words: TargetVocabulary): boolean =>
  indicators.some((i) =>
    parseTarget(i.target?.text ?? '', words, { name: i.level3.text }).some((t) =>
      t.doubts.some((d) => d.kind === 'scan'),
    ),
  );

function readIndicator(i: EvaluatedIndicator, book: Rulebook, scanned: boolean): ReadIndicator {
  const hints = hintsFor(i, scanned);
  const targets = parseTarget(textOf(i.target), book.words, hints);
  const actuals = parseActual(textOf(i.actual), targets, book.words, hints);
  const [weight, score] = [valueIn(i.weight), valueIn(i.score)];
  const settled = degreeFor({ indicator: i, targets, actuals, weight }, book);
  const lost = book.rules.get('扣分');
  const deduction = lost && valueIn(i.deduction);
  return {
    indicator: i,
    name: hints.name || i.level2 || i.level1,
    targets,
    actuals,
    ...settled,
    ...(weight && { weight }),
    ...(score && { score }),
    ...(lost && deduction && { lost: { rule: lost, points: abs(deduction) } }),
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
  const year = evaluation.table.year ?? options.year;
  const rules = bookOf(scoring, preset, overlayOf(statements));
  const book = { ...rules, ...(year !== undefined && { year }) };
  const settled = options.preset !== undefined || preset.own === true;
  const scanned = isScanned(evaluation.indicators, book.words);
  const checks = new Map(scoring.checks.map((c) => [c.id, { says: '', ...c }]));
  const weight = executionWeight(evaluation, book);
  const plainExecution = scoring.rules.find((r) => r.for === '执行率' && r.plain);
  return {
    evaluation,
    book,
    statements,
    indicators: evaluation.indicators.map((i) => readIndicator(i, book, scanned)),
    ...(weight && { executionWeight: weight }),
    settled,
    check: (id) => checks.get(id)!,
    ...(plainExecution && { plainExecution }),
    otherRules: (rule) =>
      settled || book.printed.has(rule.for)
        ? []
        : scoring.rules.filter(
            (r) => r !== rule && !r.takes && COMPARABLE[rule.for]?.includes(r.for),
          ),
  };
}

/**
 * A of B ÷ A: the adjusted budget, unless the rule in force or the form says 年初预算数; undefined where neither
 * has a column.
 */
export function budgetOf(row: MoneyRow, book: Rulebook): Fact | undefined {
  const basis = book.rules.get('预算口径');
  const initial = basis !== undefined && mentions(basis.says, '年初预算数');
  return initial ? (row.initial ?? row.budget) : (row.net ?? row.budget ?? row.initial);
}

/** 数值 of a cell; undefined where it is missing, blank or no number. */
export const quantityIn = (fact: Fact | undefined): Quantity | undefined =>
  fact?.state === 'figure' ? fact.quantity : undefined;

/** Points by the rules at a weight, less what the table takes off. */
export function earned(read: ReadIndicator, weight: Exact): Points {
  if ('ok' in read.degree) return read.degree;
  const points = pointsOf(read.degree, weight);
  if (!points.ok || !read.lost) return points;
  const { rule, points: off } = read.lost;
  const names = { 应得分: { value: points.value }, 扣分: named(off) };
  const left = rightOf(rule.says, names);
  const steps = [...read.degree.steps, `扣分 ${toText(off)}`];
  const degree = { ...read.degree, steps };
  return left.ok ? { ...points, degree, value: left.value } : points;
}

/** Whether nothing is written: no text, a stroke, or 无 and its like. */
export const isBlank = (text: string | undefined): boolean =>
  text === undefined || /^[\s/\\—–\-。.]*$|^\s*(?:无|不适用|没有)\s*[。.]?$/.test(text);
