// Tables with two sides: 收入 on the left, 支出 with its 类 on the right, both as long as the other.
import { chineseOrdinal } from '../../../measure/ordinal.ts';
import type { ItemDeclaration } from '../../form.ts';
import type { Paper } from '../../paper.ts';
import { type BlankRequest, nameIn, printedIn, TOP } from '../../write/request.ts';

interface Line {
  readonly label: string;
  readonly total: boolean;
}
const EMPTY: Line = { label: '', total: false };

const numbered = (names: readonly string[]): Line[] =>
  names.map((name, i) => ({ label: `${chineseOrdinal(i + 1)}、${name}`, total: false }));

/** Parts of a total that is not itself a sum over the whole side stand in deeper. */
const endLine = (request: BlankRequest, d: ItemDeclaration): Line => ({
  label: `${d.of ? '  ' : ''}${nameIn(request.edition, d)}`,
  total: /合计$|^总计$/.test(d.names[0]!),
});

/** Names of one side: the numbered ones, and the totals at its end. */
function sideOf(request: BlankRequest, side: '收入' | '支出'): [Line[], Line[]] {
  const { form, forms, edition } = request;
  const rows = printedIn(request, form.rows ?? []).filter((d) => d.side === side);
  const end = rows.findIndex((d) => d.names[0] === `本年${side}合计`);
  const classes = edition.classes.map((code) => {
    const known = forms.classes.find((c) => c.code === code);
    return edition.wording[code] ?? known?.names[0] ?? code;
  });
  const first = side === '支出' ? classes : rows.slice(0, end).map((d) => nameIn(edition, d));
  return [numbered(first), rows.slice(end).map((d) => endLine(request, d))];
}

const padded = (lines: readonly Line[], count: number): Line[] => [
  ...lines,
  ...Array.from({ length: count - lines.length }, () => EMPTY),
];

/** The last total of both sides stands on the last line. */
function ended(lines: readonly Line[], count: number): Line[] {
  return [...padded(lines.slice(0, -1), count - 1), lines.at(-1)!];
}

interface Block {
  readonly at: number;
  readonly lines: readonly Line[];
  readonly columns: readonly ItemDeclaration[];
  readonly firstLine: number;
  readonly firstColumn: number;
}

function headings(paper: Paper, request: BlankRequest, blocks: readonly Block[]): number {
  const storeys = blocks.some((b) => b.columns.length > 1) ? 2 : 1;
  const number = request.edition.numbered ? 1 : 0;
  blocks.forEach((block, i) => {
    const { at, columns } = block;
    paper.put(TOP, at, i === 0 ? '收入' : '支出', 'head', 1, 1 + number + columns.length);
    paper.put(TOP + 1, at, '项目', 'head', storeys, 1);
    if (number) paper.put(TOP + 1, at + 1, '行次', 'head', storeys, 1);
    const paths = columns.map((d) => {
      const name = nameIn(request.edition, d);
      return columns.length > 1 ? ['决算数', name] : [name];
    });
    paper.headings(TOP + 1, at + 1 + number, paths, storeys);
  });
  const row = TOP + 1 + storeys;
  if (!number) return row;
  for (const block of blocks) {
    paper.put(row, block.at, '栏次', 'head');
    paper.put(row, block.at + 1, null, 'head');
    block.columns.forEach((_, i) => {
      paper.put(row, block.at + 2 + i, block.firstColumn + i, 'centre');
    });
  }
  return row + 1;
}

function lines(paper: Paper, request: BlankRequest, block: Block, first: number): void {
  const number = request.edition.numbered ? 1 : 0;
  block.lines.forEach((line, i) => {
    const row = first + i;
    const n = block.firstLine + i;
    paper.put(row, block.at, line.label || null, line.total ? 'head' : 'name');
    if (number) paper.put(row, block.at + 1, n, 'centre');
    block.columns.forEach((_, c) => {
      const at = block.at + 1 + number + c;
      if (line.label === '') paper.put(row, at, null, 'amount');
      else paper.amount(row, at, number ? { line: n, column: block.firstColumn + c } : {});
    });
  });
}

/** Writes such a form, the shorter side padded with blank rows above its totals. */
export function writeSides(paper: Paper, request: BlankRequest): void {
  const [left, leftEnd] = sideOf(request, '收入');
  const [right, rightEnd] = sideOf(request, '支出');
  const long = Math.max(left.length, right.length);
  const end = Math.max(leftEnd.length, rightEnd.length);
  const columns = printedIn(request, request.form.columns);
  const [own, other] = [
    columns.filter((d) => d.side === '收入'),
    columns.filter((d) => d.side === '支出'),
  ];
  const number = request.edition.numbered ? 1 : 0;
  const blocks: Block[] = [
    {
      at: 0,
      lines: [...padded(left, long), ...ended(leftEnd, end)],
      columns: own,
      firstLine: 1,
      firstColumn: 1,
    },
    {
      at: 1 + number + own.length,
      lines: [...padded(right, long), ...ended(rightEnd, end)],
      columns: other,
      firstLine: long + end + 1,
      firstColumn: own.length + 1,
    },
  ];
  const first = headings(paper, request, blocks);
  paper.head = [TOP, first];
  for (const block of blocks) lines(paper, request, block, first);
  paper.widths = blocks.flatMap(({ columns: c }) => [
    36,
    ...(number ? [6] : []),
    ...c.map(() => 14),
  ]);
}
