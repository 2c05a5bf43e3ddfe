// Tables by unit: units down instead of subjects, the amounts across as in the table by subject. Knows what
// the column of units is called; the amounts come as the form declares them.
import type { Item } from '../../../facts/fact.ts';
import { type CellPlace, type Draft, extraItem, itemOf, placeAt, Taken } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { columnLabels, columnMeant } from '../../header.ts';
import { endsTable, nameOf } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText } from '../../view.ts';

const UNIT = /^(?:预算|所属|填报|基层)?(?:单位|部门)(?:\(单位\))?(?:名称)?$/;
const CODE = /科目|功能分类|经济分类|^类$|^款$|^项$/;
const TOTAL = /^(?:合计|总计|总合计|部门合计|本部门合计)$/;
/** A line that sums up others: which ones, nobody says. */
const SUBTOTAL = /小计|汇总|其中|合计|总计/;

/** The heading over the units; undefined where subjects stand beside them. */
function headingOf({ view, body, bottom, left, right }: Region) {
  const stop = Math.min(bottom, body + 10);
  let found: { row: number; column: number } | undefined;
  for (let row = body; row <= stop; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const text = nameOf(view.word(row, column));
      if (CODE.test(text)) return undefined;
      if (!found && UNIT.test(text)) found = { row, column };
    }
  }
  return found;
}

/** Whether a table lists units rather than subjects. */
export const listsUnits = (region: Region): boolean => headingOf(region) !== undefined;

const isNumbers = (region: Region, row: number, from: number): boolean => {
  let last = 0;
  for (let column = from; column <= region.right; column += 1) {
    const text = region.view.text(row, column);
    if (text === '') continue;
    if (Number.parseInt(text, 10) !== last + 1 || !/^\d{1,2}$/.test(text)) return false;
    last += 1;
  }
  return last > 2;
};

function rowItem(label: string, taken: Taken): Item {
  if (TOTAL.test(label) && !taken.hasKey('合计'))
    return { ...extraItem('合计', label), names: ['合计'], level: '合计' };
  return { ...extraItem(taken.fresh(`单位·${label}`), label), groups: ['单位'] };
}

/** Reads a table by unit; undefined when its header is not there. */
export function readUnits(form: Form, region: Region): Draft | undefined {
  const at = headingOf(region);
  if (!at) return undefined;
  const { view, left, right } = region;
  // The name stands beside a 序号, but 合计 over both.
  const labelOf = (row: number) =>
    nameOf(view.text(row, at.column)) || nameOf(firstText(view, row, left, at.column));
  let first = at.row + view.area(at.row, at.column).rows;
  while (first <= region.bottom) {
    const label = labelOf(first);
    if (label !== '' && label !== '栏次' && !UNIT.test(label) && !/^\d+$/.test(label)) break;
    first += 1;
  }
  const labels = columnLabels(view, at.row, first - 1, at.column + 1, right);
  const columns = labels.flatMap(({ column, labels: path, number }) => {
    if (path.length === 0) return [];
    const meant = columnMeant(form.columns, path);
    const extra = extraItem(`${path.join('·')}@${column}`, path.at(-1)!);
    return [{ column, item: meant ? itemOf(meant, path.at(-1)!, number) : extra }];
  });
  if (columns.filter((c) => form.columns.some((d) => d.key === c.item.key)).length < 2)
    return undefined;
  const rows: Item[] = [];
  const taken = new Taken();
  const cells: CellPlace[][] = [];
  let end = first;
  for (let row = first; row <= region.bottom; row += 1) {
    if (endsTable(firstText(view, row, left, at.column))) break;
    const label = labelOf(row);
    if (label === '' || /^\d+$/.test(label) || isNumbers(region, row, at.column + 1)) continue;
    const item = rowItem(label, taken);
    taken.add(item);
    rows.push(item);
    cells.push(columns.map(({ column }) => placeAt(row, column)));
    end = row + 1;
  }
  if (rows.length === 0) return undefined;
  const nested = rows.some((r) => r.level !== '合计' && SUBTOTAL.test(r.printed));
  const plain = nested ? rows.map((r): Item => ({ ...r, groups: [] })) : rows;
  return { rows: plain, columns: columns.map((c) => c.item), cells, header: at.row, end };
}
