// 核对文稿: the text beside the workbook it speaks of, read by the rules in force. Pure and repeatable.

import { inForce } from '../assertions/declaration.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Table } from '../facts/fact.ts';
import type { Snapshot } from '../facts/grid.ts';
import { settle } from '../forms/candidates.ts';
import { readTables } from '../forms/read.ts';
import { readText } from '../narrative/reading.ts';
import type { TieReport } from '../narrative/tie/report.ts';
import { type ForeignText, tieOut } from '../narrative/tie/tie.ts';
import type { Holdings } from '../narrative/tie/worth.ts';
import { textClaims } from '../scoring/text.ts';
import { withClaims } from './claimed.ts';
import { materialOf } from './narrative.ts';
import { readOthers } from './others.ts';
import { performanceOf } from './performance.ts';
import { placeOf } from './place.ts';
import type { ReviewOptions } from './tables.ts';
import { vouched } from './vouched.ts';

const NOTHING: Holdings = { year: undefined, department: undefined, table: () => undefined };

/** Tables a text is held against; of two equal copies neither. */
function holdingsOf(
  workbook: Snapshot,
  catalogue: Catalogue,
  options: ReviewOptions,
): { holdings: Holdings; region: readonly string[] } {
  const settled = settle(readTables(workbook, catalogue.forms).tables, options.year);
  const { last } = readOthers(catalogue, options, settled.year);
  const checked = (tables: readonly Table[], form: string): Table | undefined => {
    const [only, ...others] = tables.filter((t) => t.form === form && t.checked);
    return others.length > 0 ? undefined : only;
  };
  const holdings: Holdings = {
    year: settled.year,
    department: settled.department,
    table: (form, scope) => (scope ? checked(last, form) : checked(settled.tables, form)),
  };
  return { holdings, region: placeOf(settled, catalogue, options)?.path ?? [] };
}

/** 核对文稿: `workbook` absent means the text against itself only. */
export function tie(
  workbook: Snapshot | undefined,
  given: ForeignText,
  catalogue: Catalogue,
  options: ReviewOptions = {},
): TieReport {
  const { holdings, region } = workbook
    ? holdingsOf(workbook, catalogue, options)
    : { holdings: { ...NOTHING, year: options.year }, region: options.region?.path ?? [] };
  const { dictionary, forms } = catalogue;
  const heads = inForce(dictionary.checks, { year: holdings.year, region });
  const checks = new Map(heads.map((h) => [h.id, h]));
  const report = tieOut({ given, dictionary, holdings, checks, classes: forms.classes });
  if (!workbook) return report;
  const { source, sentences } = materialOf(workbook, catalogue, options);
  const read = readText(given.text, sentences.values(), source, given.broken);
  const { cases, accounts } = performanceOf(workbook, catalogue, options);
  const claims = textClaims(given.text, cases, accounts);
  return withClaims(vouched(report, read, checks), claims);
}
