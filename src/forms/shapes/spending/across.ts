// “三公” with its items across: kinds of figures in the headings or as rows below one another, or one row of what
// was spent. Knows rows and columns; the words are another's.
import type { Item } from '../../../facts/fact.ts';
import { type CellPlace, itemOf, placeAt } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { columnLabels } from '../../header.ts';
import { endsTable, isTitle, nameOf, yearIn } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText } from '../../view.ts';
import {
  type ColumnKind,
  columnKindOf,
  isOfThree,
  isTotalName,
  isWider,
  itemMeant,
  itemNamed,
  kindWords,
  otherItem,
} from './words.ts';

/** One figure: of which item, and of which kind by its heading. */
export interface PlacedFigure {
  readonly item: Item;
  readonly kind: ColumnKind;
  readonly label: string;
  readonly at: CellPlace;
}

/** 三公的读数 before it becomes a table. */
export interface Spending {
  readonly placed: readonly PlacedFigure[];
  readonly header: number;
  readonly end: number;
}

/** 栏: an item with the kind its headings say, where they do. */
export interface ItemColumn {
  readonly column: number;
  readonly item: Item;
  readonly ours: boolean;
  readonly words: string;
}

/** 表头: its rows, and the columns of items under it. */
export interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly ItemColumn[];
}

/** So many numbers in a row that one of them may be a slip. */
const MANY = 6;

/** 栏次: 1, 2, 3 … across; of many one may be mistyped, which is two steps. */
function isNumbers({ view, left, right }: Region, row: number): boolean {
  const numbers: number[] = [];
  for (let c = left; c <= right; c += 1) {
    const text = view.text(row, c).replace(/=.*$/, '');
    if (/^\d{1,3}$/.test(text)) numbers.push(Number(text));
    else if (/\d/.test(text)) return false;
  }
  const missed = numbers.filter((n, i) => n !== (numbers[i - 1] ?? 0) + 1).length;
  return numbers.length >= 4 && missed <= (numbers.length < MANY ? 0 : 2);
}

const HEADING = /^(?:小计|合计|项目|栏次|行次|年度|单位名称|\S*[预决]算数?)$/;

/** Rows of headings: from the first that names an item to the last before any figure. */
function headRows(form: Form, region: Region): { top: number; bottom: number } | undefined {
  const { view, body, bottom, left, right } = region;
  let top = -1;
  let last = -1;
  let items = 0;
  for (let row = body; row <= Math.min(bottom, body + 12); row += 1) {
    let words = 0;
    let figures = 0;
    for (let c = left; c <= right; c += 1) {
      const text = nameOf(view.text(row, c));
      if (/^-?[\d,]+(?:\.\d+)?%?$/.test(text)) figures += 1;
      if (text === '' || text.length > 30 || /单位[:：]|部门[:：]/.test(text) || isTitle(text))
        continue;
      if (HEADING.test(text) || itemNamed(form, text)) {
        words += 1;
        if (text.length > 2) items += 1;
        last = Math.max(last, row + view.area(row, c).rows - 1);
      }
    }
    // 合计 alone below the items begins a row of figures, filled in or not.
    const begins = figures > 0 || (words === 0 && row > last) || (words === 1 && items > 4);
    if (top >= 0 && begins) {
      last = Math.min(last, row - 1);
      break;
    }
    if (words > 0 && top < 0) top = row;
  }
  return top < 0 ? undefined : { top, bottom: Math.max(last, top) };
}

/** The headings over the items; undefined where fewer than four of them stand across. */
export function spendingHead(form: Form, region: Region): Head | undefined {
  const rows = headRows(form, region);
  if (!rows) return undefined;
  const { view, left, right } = region;
  let { bottom } = rows;
  // A row that begins with 预算数 is one of figures, filled in or not.
  while (bottom > rows.top && isOfKind(region, bottom)) bottom -= 1;
  const labels = columnLabels(view, rows.top, bottom, left, right);
  const all = labels.map((l) => l.labels);
  const seen = new Set<string>();
  const columns = labels.flatMap(({ column, labels: path, number }): ItemColumn[] => {
    if (path.length === 0) return [];
    const wider = isWider(path, all);
    const meant = wider ? undefined : itemMeant(form, path);
    const words = kindWords(form, path);
    if (!meant && isLead(path)) return [];
    const again = seen.has(`${meant?.key}|${words}`);
    seen.add(`${meant?.key}|${words}`);
    const item =
      meant && !again ? itemOf(meant, path.at(-1)!, number) : otherItem(path, wider, column);
    return [{ column, item, ours: meant !== undefined && !again, words }];
  });
  const ours = new Set(columns.map((c) => c.item.key).filter((key) => isOfThree(form, key)));
  return ours.size < 4 ? undefined : { top: rows.top, bottom, columns };
}

const LEAD =
  /^(?:“?三公”?经费)?项目$|^三公经费项目$|^(?:年度|栏次|行次|序号|名称|类别)$|^(?:预算|所属|填报)?(?:单位|部门)(?:名称)?$/;
const isLead = (path: readonly string[]): boolean => LEAD.test(path.at(-1) ?? '');

function isOfKind(region: Region, row: number): boolean {
  const { view, left, right } = region;
  const first = firstText(view, row, left, right);
  const others = Array.from({ length: right - left + 1 }, (_, i) => view.text(row, left + i));
  const words = others.filter((t) => t !== '' && !/^[-—/\d.,]+$/.test(t));
  return words.length === 1 && columnKindOf(first, undefined) !== undefined && words[0] === first;
}

/** 数据行: what stands before the first item, and whether figures follow. */
export interface DataRow {
  readonly row: number;
  readonly label: string;
  readonly filled: boolean;
}

/** Rows below the headings, 栏次 apart. */
export function dataRows(region: Region, { bottom, columns }: Head): DataRow[] {
  const { view, left } = region;
  const from = Math.min(...columns.map((c) => c.column));
  const rows: DataRow[] = [];
  for (let row = bottom + 1; row <= region.bottom; row += 1) {
    const label = nameOf(from > left ? firstText(view, row, left, from - 1) : '');
    const words = view.text(row, left);
    if (endsTable(label) || endsTable(words) || isTitle(words)) break;
    if (isNumbers(region, row) || /^(?:栏次|行次)$/.test(label)) continue;
    const texts = columns.map((c) => view.text(row, c.column)).filter((t) => t !== '');
    const filled = texts.some((t) => /\d/.test(t));
    if (texts.length > 0 || label !== '') rows.push({ row, label, filled });
  }
  return rows;
}

/** Where nothing is filled in: the row below the headings and 栏次; a note under them is none. */
function below(region: Region, { bottom }: Head): number {
  let row = bottom + 1;
  const isNote = () => endsTable(region.view.text(row, region.left));
  while (row <= region.bottom && (isNumbers(region, row) || isNote())) row += 1;
  return Math.min(row, region.bottom + 1);
}

/** The row of figures of the department: its 合计, else the first that holds any. */
const ownRow = (rows: readonly DataRow[]): DataRow | undefined =>
  rows.find((r) => r.filled && r.label !== '' && isTotalName(r.label)) ??
  rows.find((r) => r.filled) ??
  rows[0];

/** 三公 with items across; undefined where no heading names them. */
export function acrossOf(form: Form, region: Region, own?: number): Spending | undefined {
  const head = spendingHead(form, region);
  if (!head) return undefined;
  const { printedTitle } = region;
  const rows = dataRows(region, head);
  const years = rows.flatMap((r) => yearIn(r.label) ?? []);
  const year = own ?? (years.length > 0 ? Math.max(...years) : undefined);
  const kinds = head.columns.map((c) => columnKindOf(c.words, year));
  const spread = kinds.some((k) => k === '预算' || k === '决算');
  const ofKind = rows.map((r) => ({ ...r, kind: columnKindOf(r.label, year) }));
  const placed: PlacedFigure[] = [];
  if (!spread && ofKind.some((r) => r.kind)) {
    for (const { row, label, kind } of ofKind) {
      if (!kind) continue;
      for (const { column, item } of head.columns)
        placed.push({ item, kind, label, at: placeAt(row, column) });
    }
    const end = Math.max(...ofKind.filter((r) => r.kind).map((r) => r.row)) + 1;
    return { placed, header: head.top, end };
  }
  const row = ownRow(rows)?.row ?? below(region, head);
  const usual = /预算/.test(printedTitle) && !/决算/.test(printedTitle) ? '预算' : '决算';
  head.columns.forEach(({ column, item }, i) => {
    const kind = kinds[i] ?? (spread ? undefined : usual);
    if (!kind) return;
    const known = placed.find((p) => p.item.key === item.key)?.item ?? item;
    placed.push({ item: known, kind, label: kind, at: placeAt(row, column) });
  });
  return { placed, header: head.top, end: row + 1 };
}
