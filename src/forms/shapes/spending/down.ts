// “三公” as a list: items down, figures of several kinds across. Knows names of rows; the words are another's.
import { extraItem, itemOf, placeAt } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { columnLabels } from '../../header.ts';
import { endsTable, isTitle, nameOf, yearIn } from '../../names.ts';
import type { Region } from '../../region.ts';
import type { PlacedFigure, Spending } from './across.ts';
import {
  type ColumnKind,
  columnKindOf,
  isOfThree,
  isTotalName,
  itemNamed,
  WIDER,
} from './words.ts';

/** Counts of people, groups and cars stand below the money in some places; they are no amounts. */
const COUNT =
  /(?:数|数量|批次|人次|人数|保有量)(?:\([个辆批人次台团组]+\))?$|^相关统计数|\((?:个|辆|批次?|人次?|台|台、套)\)$|用车$/;

const without = (name: string): string => nameOf(nameOf(name).replace(/^其中[:：]?/, ''));

/** The column whose cells name most items, and the row of the first of them. */
function namesDown(form: Form, { view, body, bottom, left, right }: Region) {
  let best: { column: number; first: number; count: number } | undefined;
  for (let column = left; column <= Math.min(right, left + 3); column += 1) {
    const found = new Map<string, number>();
    for (let row = body; row <= bottom; row += 1) {
      const name = view.text(row, column);
      const item = name === '' || isTotalName(name) ? undefined : itemNamed(form, name);
      const counts = item && (!item.local || form.least !== undefined);
      if (counts && !found.has(item.key)) found.set(item.key, row);
    }
    if (found.size >= 3 && found.size > (best?.count ?? 0))
      best = { column, first: Math.min(...found.values()), count: found.size };
  }
  return best;
}

interface Column {
  readonly column: number;
  readonly kind: ColumnKind;
  readonly label: string;
}

/** Where another list stands beside this one, under a 项目 of its own, its figures are not of these items. */
function blockEnd({ view, right }: Region, top: number, first: number, name: number): number {
  for (let column = name + 1; column <= right; column += 1)
    for (let row = top; row < first; row += 1)
      if (/^项目(?:名称)?$/.test(nameOf(view.word(row, column)))) return column - 1;
  return right;
}

/** Kinds of the columns; where none is said, the one column of figures is what was spent. */
function kindsAcross(region: Region, top: number, first: number, name: number, own?: number) {
  const { view, bottom, printedTitle } = region;
  const last = blockEnd(region, top, first, name);
  const labels = columnLabels(view, top, Math.max(first - 1, top), name + 1, last);
  const years = labels.flatMap((l) => yearIn(l.labels.join(' ')) ?? []);
  const year = own ?? (years.length > 0 ? Math.max(...years) : undefined);
  const kinds = labels.flatMap(({ column, labels: path }): Column[] => {
    const label = path.join(' ');
    const kind = columnKindOf(label, year);
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
  const names = namesDown(form, region);
  if (!names) return undefined;
  const first = firstLine(region, names.column, names.first);
  let top = first - 1;
  while (top > region.body && !isHeading(region, top - 1, names.column)) top -= 1;
  top = isHeading(region, top - 1, names.column) && top > region.body ? top - 1 : top;
  const head = Math.max(top, region.body);
  const kinds = kindsAcross(region, head, first, names.column, own);
  if (!kinds.some((k) => k.kind === '预算' || k.kind === '决算')) return undefined;
  const lines = linesIn(region, first, names.column);
  const placed = placedIn(form, region, lines, kinds);
  const second = blockEnd(region, head, first, names.column) + 1;
  const beside = second <= region.right ? besideIn(form, region, [head, first, second], own) : [];
  const end = (lines.filter((l) => !COUNT.test(l.name)).at(-1)?.row ?? first) + 1;
  return { placed: [...placed, ...beside], header: head, end };
}

/** Names of a block below one another, down to what ends the table. */
function linesIn(region: Region, first: number, column: number): Line[] {
  const lines: Line[] = [];
  for (let row = first; row <= region.bottom; row += 1) {
    const words = [region.view.text(row, region.left), region.view.text(row, column)];
    if (words.some((text) => endsTable(text) || isTitle(text))) break;
    const printed = region.view.text(row, column);
    const name = without(printed);
    if (printed && !/^(?:栏次|项目|行次)$/.test(name)) lines.push({ row, printed, name });
  }
  return lines;
}

/** 机构运行信息: the list beside that of “三公”, of other things under its own 项目. */
function besideIn(
  form: Form,
  region: Region,
  [head, first, column]: readonly [number, number, number],
  own?: number,
): PlacedFigure[] {
  const kinds = kindsAcross(region, head, first, column, own);
  return placedIn(form, region, linesIn(region, first, column), kinds, column).filter(
    ({ item }) => !isOfThree(form, item.key),
  );
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

/** The total of “三公”, and the one that holds 会议费 and 培训费 as well where both are printed. */
function totalOf(form: Form, lines: readonly Line[], filled: readonly Line[]) {
  const [first] = filled;
  if (!first) return undefined;
  const beside = lines.some((l) => itemNamed(form, l.name)?.groups && !isOfThree(form, l.name));
  const own = beside ? filled.find((l) => /三公/.test(l.name)) : undefined;
  const wider = own && filled.find((l) => !/三公/.test(l.name));
  return own && wider ? { total: own, wider } : { total: first };
}

function placedIn(
  form: Form,
  { view }: Region,
  lines: readonly Line[],
  kinds: readonly Column[],
  block = 0,
): PlacedFigure[] {
  const totals = lines.filter((l) => isTotalName(l.name));
  const money = kinds.filter((k) => k.kind === '预算' || k.kind === '决算');
  const isFilled = (l: Line) => money.some((c) => /\d/.test(view.text(l.row, c.column)));
  const { total, wider } = totalOf(form, lines, totals.filter(isFilled)) ?? { total: totals[0] };
  const whole = form.rows?.find((d) => d.whole);
  const placed: PlacedFigure[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const named = itemNamed(form, line.name);
    const item = isTotalName(line.name) ? (line === total ? whole : undefined) : named;
    const key = line === wider ? WIDER : `${line.name}@${line.row}${block > 0 ? `·${block}` : ''}`;
    const extra = extraItem(key, line === wider ? WIDER : line.name);
    const other = COUNT.test(line.name) ? { ...extra, worded: true } : extra;
    const own = item && !seen.has(item.key) ? itemOf(item, line.printed) : other;
    seen.add(own.key);
    for (const { column, kind, label } of kinds)
      placed.push({
        item: own,
        kind,
        label,
        at: placeAt(line.row, column),
      });
  }
  return placed;
}
