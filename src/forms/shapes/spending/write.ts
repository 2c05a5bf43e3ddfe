// “三公”经费 in its three shapes: budget and actual apart, side by side, or as a list.
import type { ItemDeclaration } from '../../form.ts';
import type { Paper } from '../../paper.ts';
import { type BlankRequest, nameIn, printedIn, TOP } from '../../write/request.ts';
import { codeHeading } from '../codes/write.ts';

const STOREYS = 2;

interface Frame {
  readonly rows: readonly ItemDeclaration[];
  readonly paths: readonly (readonly string[])[];
  readonly kinds: readonly string[];
}

function frameOf(request: BlankRequest): Frame {
  const rows = printedIn(request, request.form.rows ?? []);
  return {
    rows,
    paths: rows.map((d) => codeHeading(request, d)),
    kinds: request.form.columns.filter((d) => !d.local).map((d) => `${d.names[0]!}数`),
  };
}

/** One row of figures under its 栏次. */
function figures(paper: Paper, request: BlankRequest, row: number, count: number): void {
  const { numbered } = request.edition;
  for (let i = 0; i < count; i += 1) {
    if (numbered) paper.put(row, i, i + 1, 'centre');
    paper.amount(row + (numbered ? 1 : 0), i, numbered ? { column: i + 1 } : {});
  }
  paper.head = [TOP, row + (numbered ? 1 : 0)];
  paper.widths = Array.from({ length: count }, () => 13);
}

function across(paper: Paper, request: BlankRequest, { paths, kinds }: Frame): void {
  kinds.forEach((kind, k) => {
    paper.put(TOP, k * paths.length, kind, 'head', 1, paths.length);
    paper.headings(TOP + 1, k * paths.length, paths, STOREYS);
  });
  figures(paper, request, TOP + 1 + STOREYS, paths.length * kinds.length);
}

function interleaved(paper: Paper, request: BlankRequest, { paths, kinds }: Frame): void {
  paper.headings(TOP, 0, paths, STOREYS, kinds.length);
  const row = TOP + STOREYS;
  paths.forEach((_, i) => {
    kinds.forEach((kind, k) => {
      paper.put(row, i * kinds.length + k, kind, 'head');
    });
  });
  figures(paper, request, row + 1, paths.length * kinds.length);
}

/** 合计; 1. 2. 3. for its parts; （1）（2） for theirs. */
function labels(request: BlankRequest, { rows, paths }: Frame): string[] {
  let outer = 0;
  let inner = 0;
  return rows.map((d, i) => {
    const name = nameIn(request.edition, d);
    if (d.whole) return name;
    const isPart = paths[i]!.length > 1 && paths[i - 1]?.[0] === paths[i]![0];
    if (isPart) {
      inner += 1;
      return `  （${inner}）${name}`;
    }
    outer += 1;
    inner = 0;
    return `${outer}.${name}`;
  });
}

function list(paper: Paper, request: BlankRequest, frame: Frame): void {
  ['项目', ...frame.kinds].forEach((h, i) => {
    paper.put(TOP, i, h, 'head');
  });
  labels(request, frame).forEach((label, i) => {
    paper.put(TOP + 1 + i, 0, label, 'name');
    frame.kinds.forEach((_, k) => {
      paper.amount(TOP + 1 + i, 1 + k);
    });
  });
  paper.head = [TOP, TOP + 1];
  paper.widths = [40, 20, 20];
}

/** Writes such a form in the shape that the edition asks for. */
export function writeSpending(paper: Paper, request: BlankRequest): void {
  const frame = frameOf(request);
  if (request.edition.three === 'across') across(paper, request, frame);
  else if (request.edition.three === 'interleaved') interleaved(paper, request, frame);
  else list(paper, request, frame);
}
