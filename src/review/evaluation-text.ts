// 自评文字: what is written of the performance tables of a workbook, from the cases that scored them.
import type { Table } from '../facts/fact.ts';
import { reasonOf } from '../facts/named.ts';
import { ownIn } from '../facts/own-part.ts';
import { compare, ONE, toText } from '../measure/exact.ts';
import type { Document } from '../narrative/document.ts';
import { type EvaluationMatter, evaluationReport, summaryOf } from '../narrative/evaluation.ts';
import { type Slots, slotsIn } from '../narrative/slots.ts';
import { budgetOf, type Case, quantityIn, type ReadIndicator } from '../scoring/case.ts';
import { valueIn } from '../scoring/finding.ts';
import { judgeRate, quotientOf } from '../scoring/judge.ts';
import { numberIn } from '../scoring/names.ts';
import { reasonsWanted } from '../scoring/propose.ts';
import { tableIn } from './book.ts';
import type { Performance } from './performance.ts';

/** 自评文字 of one table: its id, and the text. */
export interface EvaluationWriting {
  readonly table: string;
  readonly kind: '综述' | '自评报告';
  readonly document: Document;
}

/** Below its target by the rules, or below its weight by the printed score. */
function fellShort({ degree, score, weight }: ReadIndicator): boolean {
  if (score && weight) return compare(score, weight) < 0;
  return !('ok' in degree) && !degree.band && compare(degree.value.high, ONE) < 0;
}

function ratesAgree(own: Case): boolean {
  const { whole } = own.evaluation;
  const budget = whole && quantityIn(budgetOf(whole, own.book));
  const [spent, rate] = [quantityIn(whole?.spent), quantityIn(whole?.rate)];
  const quotient = spent && budget && quotientOf(spent, budget);
  return Boolean(rate && quotient && judgeRate(rate, quotient).verdict !== 'broken');
}

/** Less than the full: whatever lacked it, there is something to say of it. */
function isBelowFull(own: Case): boolean {
  const { whole, total, totalWeight } = own.evaluation;
  const execution = valueIn(whole?.score);
  const [stated, full] = [
    valueIn(total),
    valueIn(totalWeight) ?? numberIn(own.book.parameters.满分 ?? '100'),
  ];
  const weight = own.executionWeight?.value;
  return (
    (stated !== undefined && compare(stated, full) < 0) ||
    (execution !== undefined && weight !== undefined && compare(execution, weight) < 0)
  );
}

/** Names of rows are the same whatever the width of their signs. */
const narrow = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[•・‧∙．.]/g, '·');

/** Words beside a row of 补充资料. */
function writtenFor(supplement: Table | undefined, key: string): string | undefined {
  const row = supplement?.rows.find((r) => narrow(r.printed) === narrow(key));
  return reasonOf(row)?.text;
}

type Around = Pick<
  EvaluationMatter,
  'year' | 'department' | 'table' | 'titles' | 'slots' | 'reason'
>;

function matterOf(own: Case, around: Around): EvaluationMatter {
  const wanted = reasonsWanted(own).length;
  const short = own.indicators.filter(fellShort).map((r) => r.indicator.row.key);
  return {
    ...around,
    evaluation: own.evaluation,
    wanting: wanted === 0 && isBelowFull(own) ? 1 : wanted,
    executionPoints: own.executionWeight && toText(own.executionWeight.value),
    printedRate: ratesAgree(own),
    short: new Set(short),
  };
}

/**
 * 综述 of every project, 自评报告 of every overall table, in the order of the workbook; what is not known is 待填.
 */
export function evaluationTexts(performance: Performance, slots?: Slots): EvaluationWriting[] {
  const { snapshot, catalogue, settled } = performance.book;
  const around = {
    year: settled.year,
    department: settled.department,
    titles: new Map(catalogue.forms.forms.map((f) => [f.id, f.title])),
    table: (form: string) => tableIn(performance.book, form),
    slots: slots ?? slotsIn(ownIn(snapshot.parts).json),
    reason: (key: string) => writtenFor(performance.accounts('补充资料'), key),
  };
  const rules = catalogue.evaluationText;
  return performance.cases.map((own): EvaluationWriting => {
    const matter = matterOf(own, around);
    const { table, kind } = own.evaluation;
    return kind === '整体自评'
      ? { table: table.id, kind: '自评报告', document: evaluationReport(matter, rules) }
      : { table: table.id, kind: '综述', document: summaryOf(matter, rules) };
  });
}
