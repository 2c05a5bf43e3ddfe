// “三公” as a list: items down, figures of several kinds across. Knows names of rows; the words are another's.
import { extraItem, itemOf } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { columnLabels } from '../../header.ts';
import { endsTable, isTitle, nameOf, yearIn } from '../../names.ts';
import type { Region } from '../../region.ts';
import type { Placed, Spending } from './across.ts';
import { isTotalName, itemNamed, type Kind, kindOf } from './words.ts';

/** Counts of people, groups and cars stand below the money in some places; they are no amounts. */
const COUNT =
  /(?:数|数量|批次|人次|人数|保有量)(?:\([个辆批人次台团组]+\))?$|^相关统计数|\((?:个|辆|批次?|人次?|台)\)$/;

const without = (name: string): string => nameOf(nameOf(name).replace(/^其中[:：]?/, ''));

/** The column whose cells name most items, and the row of the first of them. */
function namesDown(form: Form, { view, body, bottom, left, right }: Region) {
  let best: { column: number; first: number; count: number } | undefined;
  for (let column = left; column <= Math.min(right, left + 3); column += 1) {
    const found = new Map<string, number>();
    for (let row = body; row <= bottom; row += 1) {
      const name = view.text(row, column);
      const item = name === '' || isTotalName(name) ? undefined : itemNamed(form, name);
      if (item && !found.has(item.key)) found.set(item.key, row);
    }
    if (found.size >= 3 && found.size > (best?.count ?? 0))
      best = { column, first: Math.min(...found.values()), count: found.size };
  }
  return best;
}

interface Column {
  readonly column: number;
  readonly kind: Kind;
  readonly label: string;
}

/** Kinds of the columns; where none is said, the one column of figures is what was spent. */
function kindsAcross(region: Region, top: number, first: number, name: number, own?: number) {
  const { view, right, bottom, printedTitle } = region;
  const labels = columnLabels(view, top, Math.max(first - 1, top), name + 1, right);
  const years = labels.flatMap((l) => yearIn(l.labels.join(' ')) ?? []);
  const year = own ?? (years.length > 0 ? Math.max(...years) : undefined);
  const kinds = labels.flatMap(({ column, labels: path }): Column[] => {
    const label = path.join(' ');
    const kind = kindOf(label, year);
    return kind ? [{ column, kind, label }] : [];
  });
  if (kinds.some((k) => k.kind === '预算' || k.kind === '决算')) return kinds;
  const filled = labels.filter(({ column }) => {
    if (kinds.some((k) => k.column === column)) return false;
    for (let row = first; row <= bottom; row += 1)
      if (/\d/.test(view.text(row, column))) return true;
    return false;
  });
  const kind = /预算/.test(printedTitle) && !/决算/.test(printedTitle) ? '预算' : '决算';
  const [only] = filled;
  return filled.length === 1
    ? [...kinds, { column: only!.column, kind, label: '' } as Column]
    : kinds;
}

interface Line {
  readonly row: number;
  readonly printed: string;
  readonly name: string;
}

/** Where the total or a group's name stands before the first item. */
function firstLine({ view, body }: Region, name: number, first: number): number {
  let row = first;
  while (row > body) {
    const text = without(view.text(row - 1, name));
    if (text === '' || /^(?:栏次|行次|\d+)$/.test(text) || !isTotalName(text)) break;
    row -= 1;
  }
  return row;
}

/** 三公 as a list; undefined where items do not stand below one another. */
export function downOf(form: Form, region: Region, own?: number): Spending | undefined {
  const { view, bottom } = region;
  const names = namesDown(form, region);
  if (!names) return undefined;
  const first = firstLine(region, names.column, names.first);
  let top = first - 1;
  while (top > region.body && !isHeading(region, top - 1, names.column)) top -= 1;
  top = isHeading(region, top - 1, names.column) && top > region.body ? top - 1 : top;
  const head = Math.max(top, region.body);
  const kinds = kindsAcross(region, head, first, names.column, own);
  if (!kinds.some((k) => k.kind === '预算' || k.kind === '决算')) return undefined;
  const lines: Line[] = [];
  for (let row = first; row <= bottom; row += 1) {
    const words = [view.text(row, region.left), view.text(row, names.column)];
    if (words.some((text) => endsTable(text) || isTitle(text))) break;
    const printed = view.text(row, names.column);
    const name = without(printed);
    if (printed && !/^(?:栏次|项目|行次)$/.test(name)) lines.push({ row, printed, name });
  }
  const placed = placedIn(form, region, lines, kinds);
  const end = (lines.filter((l) => !COUNT.test(l.name)).at(-1)?.row ?? first) + 1;
  return { placed, header: head, end };
}

/** A row of headings: words beside the name, and no number. */
function isHeading({ view, right }: Region, row: number, name: number): boolean {
  let words = 0;
  for (let column = name; column <= right; column += 1) {
    const text = view.label(row, column);
    if (/^-?[\d,]+(?:\.\d+)?%?$/.test(text)) return false;
    if (text !== '') words += 1;
  }
  return words > 0;
}

function placedIn(
  form: Form,
  { view }: Region,
  lines: readonly Line[],
  kinds: readonly Column[],
): Placed[] {
  const totals = lines.filter((l) => isTotalName(l.name));
  const money = kinds.filter((k) => k.kind === '预算' || k.kind === '决算');
  const isFilled = (l: Line) => money.some((c) => /\d/.test(view.text(l.row, c.column)));
  const total = totals.find(isFilled) ?? totals[0];
  const whole = form.rows?.find((d) => d.whole);
  const placed: Placed[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const named = itemNamed(form, line.name);
    const item = isTotalName(line.name) ? (line === total ? whole : undefined) : named;
    const known = /^(?:会议费|培训费)$/.test(line.name);
    const extra = extraItem(known ? line.name : `${line.name}@${line.row}`, line.name);
    const other = COUNT.test(line.name) ? { ...extra, worded: true } : extra;
    const own = item && !seen.has(item.key) ? itemOf(item, line.printed) : other;
    seen.add(own.key);
    for (const { column, kind, label } of kinds)
      placed.push({
        item: own,
        kind,
        label,
        at: { sheet: view.grid.name, row: line.row, column },
      });
  }
  return placed;
}
