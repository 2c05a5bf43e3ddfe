// 自评表, blank: lines of cells as a place prints them. Knows no indicator and no score.
import type { Declaration } from '../../assertions/declaration.ts';
import type { Page } from '../../facts/page.ts';
import { Paper } from '../paper.ts';
import { type Lines, layOut } from '../write/lines.ts';

/** 自评表版式: the lines of one form in a place. */
export interface EvaluationEdition extends Declaration, Lines {
  readonly form: string;
  /** Title behind the year. */
  readonly printed: string;
}

/** First row below the title. */
const TOP = 1;
const TALL = 40;

/**
 * 写空白自评表 of a year as one sheet; a line that does not fill its row is a fault of the catalogue and throws.
 */
export function writeEvaluation(edition: EvaluationEdition, year: number, sheet: string): Page {
  const paper = new Paper();
  paper.widths = [...edition.widths];
  paper.put(0, 0, `${year}年度${edition.printed}`, 'title', 1, paper.width);
  paper.height(0, TALL);
  layOut(paper, TOP, edition.lines);
  paper.head = [TOP, TOP];
  paper.notes(edition.notes ?? []);
  return paper.page(sheet, false, true);
}
