// 自评文字: what is written of the performance tables of a workbook, from the cases that scored them.
import type { Catalogue } from '../catalogue/index.ts';
import type { Snapshot } from '../facts/grid.ts';
import { settle } from '../forms/candidates.ts';
import { readTables } from '../forms/read.ts';
import { compare, ONE, toText } from '../measure/exact.ts';
import type { Document } from '../narrative/document.ts';
import { type EvaluationMatter, evaluationReport, summaryOf } from '../narrative/evaluation.ts';
import { budgetOf, type Case, quantityIn, type ReadIndicator } from '../scoring/case.ts';
import { judgeRate, quotientOf } from '../scoring/judge.ts';
import { reasonsWanted } from '../scoring/propose.ts';
import type { Performance } from './performance.ts';
import type { ReviewOptions } from './tables.ts';

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

function matterOf(
  own: Case,
  around: Pick<EvaluationMatter, 'year' | 'department' | 'table' | 'titles'>,
): EvaluationMatter {
  const short = own.indicators.filter(fellShort).map((r) => r.indicator.row.key);
  return {
    ...around,
    evaluation: own.evaluation,
    wanting: reasonsWanted(own).length,
    executionPoints: own.executionWeight && toText(own.executionWeight.value),
    printedRate: ratesAgree(own),
    short: new Set(short),
  };
}

/** 综述 of every project, 自评报告 of every overall table. */
export function evaluationTexts(
  performance: Performance,
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): EvaluationWriting[] {
  const settled = settle(readTables(snapshot, catalogue.forms).tables, options.year);
  const around = {
    year: settled.year,
    department: settled.department,
    titles: new Map(catalogue.forms.forms.map((f) => [f.id, f.title])),
    table: (form: string) => settled.tables.find((t) => t.form === form && t.checked),
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
