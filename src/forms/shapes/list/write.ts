// 补充资料: one row for each thing that the official tables do not hold.
import { isMoney } from '../../../measure/quantity.ts';
import type { ItemDeclaration } from '../../form.ts';
import type { Paper } from '../../paper.ts';
import { type BlankRequest, nameIn, TOP } from '../../write/request.ts';

const HEADINGS = ['项目', '数值', '单位', '说明（原因）'];

const exampleOf = (d: ItemDeclaration): string => d.key.replace(/[^·]*$/, '2010101');

/** Writes such a form, a row for each declared item in its own unit. */
export function writeList(paper: Paper, request: BlankRequest): void {
  HEADINGS.forEach((heading, i) => {
    paper.put(TOP, i, heading, 'head');
  });
  (request.form.rows ?? []).forEach((d, i) => {
    const row = TOP + 1 + i;
    const money = d.unit !== undefined && isMoney(d.unit);
    paper.put(row, 0, nameIn(request.edition, d), 'name');
    if (money) paper.amount(row, 1);
    else paper.count(row, 1);
    paper.put(row, 2, money ? request.unit : (d.unit ?? null), 'centre');
    paper.put(row, 3, null, 'name');
    if (d.hint)
      paper.hint(row, 4, d.byCode ? `${d.hint}；分科目的另起行，如 ${exampleOf(d)}` : d.hint);
  });
  paper.head = [TOP, TOP + 1];
  paper.widths = [38, 16, 10, 40, 34];
}
