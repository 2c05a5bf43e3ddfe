// 补充资料: one row for each thing that the official tables do not hold.
import type { Paper } from '../paper.ts';
import { type BlankRequest, TOP } from '../write.ts';

const HEADINGS = ['项目', '数值', '单位', '说明（原因）'];

export function writeList(paper: Paper, request: BlankRequest): void {
  HEADINGS.forEach((heading, i) => {
    paper.put(TOP, i, heading, 'head');
  });
  (request.list ?? []).forEach(({ name, unit, reason }, i) => {
    const row = TOP + 1 + i;
    paper.put(row, 0, name, 'name');
    if (unit === '万元' || unit === '元') paper.amount(row, 1);
    else paper.count(row, 1);
    paper.put(row, 2, unit, 'centre');
    paper.put(row, 3, null, 'name');
    if (reason) paper.hint(row, 4, reason);
  });
  paper.head = [TOP, TOP + 1];
  paper.widths = [38, 16, 10, 40, 34];
}
