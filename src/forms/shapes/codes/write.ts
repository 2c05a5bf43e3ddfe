// Tables by code: 合计, then one row for each code, or blank rows for the user's.
import { widthOf } from '../../../facts/page.ts';
import type { ItemDeclaration } from '../../form.ts';
import type { Paper } from '../../paper.ts';
import { type BlankRequest, nameIn, printedIn, TOP } from '../../write/request.ts';

/** Blank rows where codes are not known beforehand. */
const OPEN = 12;
const NAMES = 2;

/** 栏的标题 from the top down: the names that the edition prints. */
export const codeHeading = (request: BlankRequest, d: ItemDeclaration): readonly string[] =>
  (d.heading ?? [d.key]).map((part) => {
    const own = [...(request.form.rows ?? []), ...request.form.columns].find((o) => o.key === part);
    return own ? nameIn(request.edition, own) : part;
  });

function headings(paper: Paper, request: BlankRequest, paths: readonly (readonly string[])[]) {
  paper.put(TOP, 0, '项目', 'head', 1, NAMES);
  paper.put(TOP + 1, 0, '功能分类科目编码', 'head');
  paper.put(TOP + 1, 1, '科目名称', 'head');
  paper.headings(TOP, NAMES, paths, 2);
  if (!request.edition.numbered) return TOP + 2;
  paper.put(TOP + 2, 0, '栏次', 'head', 1, NAMES);
  paths.forEach((_, i) => {
    paper.put(TOP + 2, NAMES + i, i + 1, 'centre');
  });
  return TOP + 3;
}

/** Writes such a form: 12 blank rows where the request names no codes. */
export function writeCodes(paper: Paper, request: BlankRequest): void {
  const columns = printedIn(request, request.form.columns);
  const paths = columns.map((d) => codeHeading(request, d));
  paper.widths = [16, 34, ...paths.map((p) => Math.max(14, widthOf(p.at(-1)!) > 14 ? 16 : 14))];
  let row = headings(paper, request, paths);
  paper.head = [TOP, row];
  const amounts = () => {
    columns.forEach((_, i) => {
      paper.amount(row, NAMES + i, request.edition.numbered ? { column: i + 1 } : {});
    });
    row += 1;
  };
  paper.put(row, 0, '合计', 'head', 1, NAMES);
  amounts();
  const codes = request.codes ?? Array.from({ length: OPEN }, () => ({ code: '', name: '' }));
  for (const { code, name } of codes) {
    // A code is a word: typed as text, also where the user fills it in.
    paper.code(row, 0, code);
    const indent = '  '.repeat(Math.max(0, (code.length - 3) / 2));
    paper.put(row, 1, name ? indent + name : null, 'name');
    amounts();
  }
}
