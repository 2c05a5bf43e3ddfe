// “三公” unit by unit: the items across, a row a unit, and their sum. Knows rows; items and words are others'.
import type { Item } from '../../../facts/fact.ts';
import { type CellPlace, type Draft, extraItem, itemOf, placeAt } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { yearIn } from '../../names.ts';
import type { Region } from '../../region.ts';
import { dataRows, spendingHead } from './across.ts';
import { columnKindOf, isTotalName, itemNamed } from './words.ts';

/** What a row says that is no unit: a sum of some of them. */
const SUBTOTAL = /小计|汇总|其中|合计|总计/;

/** Reads the table of a form by units whose items `base` declares; undefined with fewer than two units. */
export function readSpendingUnits(form: Form, base: Form, region: Region): Draft | undefined {
  const head = spendingHead(base, region);
  if (!head) return undefined;
  const own = yearIn(region.printedTitle);
  const rows = dataRows(region, head).filter((r) => r.label !== '');
  if (rows.every((r) => !r.filled)) return undefined;
  const isUnit = (label: string) =>
    !isTotalName(label) && !columnKindOf(label, own) && !itemNamed(base, label);
  const units = rows.filter((r) => isUnit(r.label));
  if (units.length < 2 || rows.some((r) => columnKindOf(r.label, own))) return undefined;
  const { columns } = head;
  if (columns.some((c) => columnKindOf(c.words, own) === '预算')) return undefined;
  const items: Item[] = [];
  const cells: CellPlace[][] = [];
  const nested = units.some((r) => SUBTOTAL.test(r.label));
  for (const { row, label } of rows) {
    const total = isTotalName(label) && !items.some((i) => i.level === '合计');
    const unit = { ...extraItem(`单位·${label}@${row}`, label), groups: nested ? [] : ['单位'] };
    items.push(total ? { ...extraItem('合计', label), names: ['合计'], level: '合计' } : unit);
    cells.push(columns.map(({ column }) => placeAt(row, column)));
  }
  const across = columns.map(({ item, ours }): Item => {
    const key = item.key === '合计' ? '三公合计' : item.key;
    const declared = ours ? form.columns.find((d) => d.key === key) : undefined;
    return declared ? itemOf(declared, item.printed, item.number) : item;
  });
  const end = Math.max(...rows.map((r) => r.row)) + 1;
  return { rows: items, columns: across, cells, header: head.top, end };
}
