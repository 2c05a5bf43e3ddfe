// 基本支出 by economic code: blocks of code, name and amount side by side, totals below.
import type { Paper } from '../../paper.ts';
import { type BlankRequest, nameIn, TOP } from '../../write/request.ts';

const WIDTH = 3;

interface Line {
  readonly code: string;
  readonly name: string;
}

/** 款 of a 类, after the 类 itself. */
const linesOf = ({ forms, edition }: BlankRequest, classes: readonly string[]): Line[] =>
  classes.flatMap((own) =>
    forms.economic
      .filter((e) => e.code.startsWith(own))
      .map((e) => ({ code: e.code, name: edition.wording[e.code] ?? e.names[0]! })),
  );

/** Which total of the bottom line a block belongs to. */
function groupOf({ form }: BlankRequest, classes: readonly string[]): string {
  const declared = form.codes?.find((d) => d.code === classes[0]);
  return declared?.groups?.[0]?.replace(/类$/, '') ?? '';
}

/** Writes such a form, blocks as the edition sets them side by side, padded to one length. */
export function writeEconomic(paper: Paper, request: BlankRequest): void {
  const blocks = request.edition.economic;
  const groups = blocks.map((classes) => groupOf(request, classes));
  for (const group of new Set(groups)) {
    const own = groups.filter((g) => g === group).length;
    paper.put(TOP, groups.indexOf(group) * WIDTH, group, 'head', 1, own * WIDTH);
  }
  const columns = blocks.map((classes) => linesOf(request, classes));
  const depth = Math.max(...columns.map((c) => c.length));
  const first = TOP + 2;
  paper.head = [TOP, first];
  columns.forEach((lines, b) => {
    const at = b * WIDTH;
    ['经济分类科目编码', '科目名称', '决算数'].forEach((h, i) => {
      paper.put(TOP + 1, at + i, h, 'head');
    });
    for (let i = 0; i < depth; i += 1) {
      const { code, name } = lines[i] ?? { code: '', name: '' };
      const indent = code.length > 3 ? '  ' : '';
      paper.code(first + i, at, code);
      paper.put(first + i, at + 1, name ? indent + name : null, 'name');
      if (code) paper.amount(first + i, at + 2);
      else paper.put(first + i, at + 2, null, 'amount');
    }
  });
  for (const total of request.form.rows ?? []) {
    const own = groups.flatMap((g, b) => (total.key === `${g}合计` ? [b] : []));
    const from = own[0]! * WIDTH;
    const last = own.at(-1)! * WIDTH + WIDTH - 1;
    paper.put(first + depth, from, nameIn(request.edition, total), 'head', 1, last - from);
    paper.amount(first + depth, last);
  }
  paper.widths = blocks.flatMap(() => [11, 30, 13]);
}
