// 建议得分: what the rules give for scores, rates and totals that are not filled in, with the computation.
// Knows cases; writes nothing.
import type { Fact } from '../facts/fact.ts';
import { addressOf, type CellLocation } from '../facts/grid.ts';
import { type Exact, plus, round, shift, toText, ZERO } from '../measure/exact.ts';
import { gradeOf } from './book.ts';
import { budgetOf, type Case, earned, quantityIn, type ReadIndicator } from './case.ts';
import { executionBases } from './checks/execution.ts';
import { wantingOf } from './checks/reasons.ts';
import { counts, scaled } from './counted.ts';
import type { Points } from './degree.ts';
import { titleOf, valueIn } from './finding.ts';
import { bandText, rounded } from './indicator.ts';
import { quotientOf } from './judge.ts';

/** 建议填数: a value for an empty cell, and how it comes about; never written without an order. */
export interface Proposal {
  readonly sheet: string;
  readonly address: string;
  /** The double to store: points, or a rate as a fraction. */
  readonly value: Exact;
  readonly percent: boolean;
  readonly label: string;
  readonly explanation: string;
  /** The direction was assumed, not written: to be looked at before it is filled in. */
  readonly assumed: boolean;
}

/** 未能建议: a blank that people have to fill, and why. */
export interface OpenScore {
  readonly sheet: string;
  readonly address: string;
  readonly label: string;
  readonly why: string;
}

const isOpen = (fact: Fact | undefined): fact is Fact => fact?.state === 'blank';
const at = ({ sheet, ...location }: CellLocation) => ({ sheet, address: addressOf(location) });

function rateProposal(own: Case): Proposal[] {
  return own.evaluation.money.flatMap((row): Proposal[] => {
    const [a, b] = [quantityIn(budgetOf(row, own.book)), quantityIn(row.spent)];
    const quotient = a && b && quotientOf(b, a);
    if (!isOpen(row.rate) || !quotient) return [];
    const value = round(quotient.value, 4);
    const explanation = `执行数 ÷ 预算数 = ${toText(shift(value, 2))}%`;
    const label = `${titleOf(own.evaluation)} 执行率`;
    return [{ ...at(row.rate.location), value, percent: true, label, explanation, assumed: false }];
  });
}

function executionProposal(own: Case): Proposal | undefined {
  const score = own.evaluation.whole?.score;
  const bases = executionBases(own);
  const basis = bases.raw ?? bases.printed;
  if (!isOpen(score) || !basis) return undefined;
  return {
    ...at(score.location),
    value: rounded(basis.value, own.book),
    percent: false,
    label: `${titleOf(own.evaluation)} 执行率得分`,
    explanation: bases.steps.join(' '),
    assumed: false,
  };
}

/** Why people decide, and within what limits. */
function judgedWhy({ value, degree }: Extract<Points, { ok: true }>): string {
  const [low, high] = [value.low, value.high].map((x) => toText(round(x, 2)));
  return `按“${degree.rule?.title ?? ''}”由人工评定，应在 ${low}–${high} 分之内`;
}

/** 得分 of one indicator; undefined where people have to say it. */
function indicatorProposal(own: Case, read: ReadIndicator): Proposal | OpenScore | undefined {
  const { score } = read.indicator;
  if (!isOpen(score) || !counts(read)) return undefined;
  const place = at(score.location);
  const label = `${titleOf(own.evaluation)} ${read.name}`;
  if (!read.weight) return { ...place, label, why: '没有分值（权重），请先填写分值' };
  const points = earned(read, read.weight);
  if (!points.ok) return { ...place, label, why: points.why };
  const { band } = points.degree;
  if (band) {
    const why = `定性指标，完成情况为“${band.level}”，应在 ${bandText(band, read.weight)} 之内评定`;
    return { ...place, label, why };
  }
  if (points.judged) return { ...place, label, why: judgedWhy(points) };
  return {
    ...place,
    label,
    value: rounded(points.value.value, own.book),
    percent: false,
    explanation: points.degree.steps.join(' '),
    assumed: read.targets.some((t) => t.confidence !== 'sure'),
  };
}

const isProposal = (x: Proposal | OpenScore | undefined): x is Proposal =>
  x !== undefined && 'value' in x;

function totalProposal(own: Case, scores: readonly Proposal[]): Proposal | undefined {
  const { total, whole } = own.evaluation;
  if (!isOpen(total)) return undefined;
  const rows = own.indicators.filter(counts);
  const facts = [whole?.score, ...rows.map((r) => r.indicator.score)].filter(
    (f) => f !== undefined,
  );
  const values = facts.map((f) => {
    const { sheet, address } = at(f.location);
    const proposed = scores.find((p) => p.sheet === sheet && p.address === address);
    return valueIn(f) ?? proposed?.value;
  });
  if (values.length === 0 || values.some((v) => v === undefined)) return undefined;
  const sum = (values as Exact[]).reduce(plus, ZERO);
  const raised = own.indicators.some((r) => r.void) ? scaled(own, sum) : sum;
  if (!raised) return undefined;
  const value = raised === sum ? sum : rounded(raised, own.book);
  const how = raised === sum ? '各项得分之和' : '扣除不适用的指标后折算，各项得分';
  const explanation = `${how} = ${(values as Exact[]).map((v) => toText(v)).join(' + ')}`;
  const label = `${titleOf(own.evaluation)} 总分`;
  return { ...at(total.location), value, percent: false, label, explanation, assumed: false };
}

/** 建议: every blank of a table that the rules can fill. */
export function proposalsFor(own: Case): Proposal[] {
  const execution = executionProposal(own);
  const indicators = own.indicators.map((r) => indicatorProposal(own, r)).filter(isProposal);
  const scores = [...(execution ? [execution] : []), ...indicators];
  const total = totalProposal(own, scores);
  return [...rateProposal(own), ...scores, ...(total ? [total] : [])];
}

/** 待人工: blanks that the rules leave to people. */
export const openScores = (own: Case): OpenScore[] =>
  own.indicators
    .map((r) => indicatorProposal(own, r))
    .filter((x): x is OpenScore => x !== undefined && !isProposal(x));

/** 待说明: what has to be explained in a table, written or not. */
export function reasonsWanted(own: Case): string[] {
  const { rows, execution } = wantingOf(own);
  return [...(execution ? [execution.what] : []), ...rows.map((r) => r.what)];
}

/** 总分与等级: as printed, else as proposed; the grade by the preset's bounds. */
export function resultOf(own: Case): { total?: Exact; grade?: string; proposed: boolean } {
  const printed = own.evaluation.total && valueIn(own.evaluation.total);
  const total = printed ?? proposalsFor(own).find((p) => p.label.endsWith(' 总分'))?.value;
  const grade = total && own.book.rules.has('等级') ? gradeOf(total, own.book.preset) : undefined;
  return { ...(total && { total }), ...(grade && { grade }), proposed: !printed && Boolean(total) };
}
