// 基本支出 as one list: codes and names down, 合计, 人员经费 and 公用经费 across. Knows these columns; the
// codes themselves come as data.
import type { Item } from '../../../facts/fact.ts';
import { type CellPlace, type Draft, extraItem, itemOf, placeAt } from '../../draft.ts';
import type { Form, Forms } from '../../form.ts';
import { endsTable, nameOf } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText } from '../../view.ts';
import { codeIn, levelOf } from '../codes/read.ts';

/** Groups of an economic class, and its official names. */
export function groupsOfCode(
  form: Form,
  forms: Forms,
  code: string,
): Pick<Item, 'groups' | 'names'> {
  const declared = form.codes?.find((d) => d.code === code);
  const known = forms.economic.find((e) => e.code === code);
  return { groups: declared?.groups ?? [], names: known?.names ?? [] };
}

/** 一列到底的表头: where names and amounts stand. */
export interface ListHead {
  readonly row: number;
  readonly name: number;
  readonly total: number | undefined;
  readonly kinds: readonly { readonly key: string; readonly column: number }[];
}

const KINDS = ['人员经费', '公用经费'];
const NAME = /^(?:支出)?(?:经济)?(?:分类)?科目名称$|^名称$/;

/** The header of a list; undefined where blocks stand side by side. */
export function listHeader({ view, body, bottom, left, right }: Region): ListHead | undefined {
  for (let row = body; row <= Math.min(bottom, body + 8); row += 1) {
    let name = -1;
    let total: number | undefined;
    const kinds: { key: string; column: number }[] = [];
    for (let column = left; column <= right; column += 1) {
      const text = nameOf(view.wordLabel(row, column));
      if (NAME.test(text)) name = column;
      else if (name >= 0 && /^(?:合计|小计|基本支出合计)$/.test(text)) total ??= column;
      else if (name >= 0 && KINDS.includes(text)) kinds.push({ key: text, column });
    }
    if (name >= 0 && kinds.length === 2) return { row, name, total, kinds };
  }
  return undefined;
}

interface Lines {
  readonly rows: Item[];
  readonly cells: (CellPlace | undefined)[][];
  end: number;
}

/** 合计 across: what stands under 人员经费 there is 人员经费合计. */
function addTotals(form: Form, head: ListHead, at: (c: number) => CellPlace, lines: Lines) {
  const none = head.kinds.map(() => undefined);
  if (head.total !== undefined) {
    lines.rows.push(itemOf({ key: '合计', names: ['合计'], level: '合计' }, '合计'));
    lines.cells.push([at(head.total), ...none]);
  }
  for (const { key, column } of head.kinds) {
    const declared = form.rows?.find((d) => d.key.startsWith(key));
    if (!declared) continue;
    lines.rows.push(itemOf(declared, declared.names[0]!));
    lines.cells.push([at(column), ...none]);
  }
}

/** Reads the list; undefined when it holds no code. */
export function readEconomicList(
  form: Form,
  region: Region,
  forms: Forms,
  head: ListHead,
): Draft | undefined {
  const { view } = region;
  const lines: Lines = { rows: [], cells: [], end: head.row + 1 };
  let last = '';
  for (let row = head.row + 1; row <= region.bottom; row += 1) {
    if (endsTable(firstText(view, row, region.left, head.name))) break;
    const at = (column: number): CellPlace => placeAt(row, column);
    const code = codeIn(view, row, region.left, head.name - 1, last);
    const level = levelOf(code);
    const printed = nameOf(view.text(row, head.name));
    const label = nameOf(view.label(row, region.left));
    if (!level && [printed, label].some((t) => /^(?:合计|总计)$/.test(t))) {
      if (!lines.rows.some((r) => r.key === '合计')) addTotals(form, head, at, lines);
      lines.end = row + 1;
    }
    if (!level || level === '项' || lines.rows.some((r) => r.code === code)) continue;
    last = code;
    const { groups, names } = groupsOfCode(form, forms, code);
    const all = [...new Set([printed || code, ...names])];
    lines.rows.push({ key: code, names: all, printed, code, level, groups, members: {} });
    const filled = head.kinds.find(({ column }) => view.filled(row, column));
    const whole = head.total ?? filled?.column;
    const own = head.total === undefined ? [] : head.kinds.map(({ column }) => at(column));
    lines.cells.push([whole === undefined ? undefined : at(whole), ...own]);
    lines.end = row + 1;
  }
  if (!lines.rows.some((r) => r.code)) return undefined;
  const columns = [
    itemOf(form.columns[0]!, '决算数'),
    ...head.kinds.map(({ key }) => ({ ...extraItem(key, key), groups: ['经费'] })),
  ];
  return { rows: lines.rows, columns, cells: lines.cells, header: head.row, end: lines.end };
}
