// 补充资料: rows found by name, whatever their order; value, unit and reason beside them.
import type { Item } from '../facts/fact.ts';
import type { CellLocation } from '../facts/grid.ts';
import { type Draft, itemOf } from './draft.ts';
import type { Form } from './form.ts';
import { plain } from './names.ts';
import type { Region } from './region.ts';

/** Reads a list of names and values; undefined when its heading is not there. */
export function readList(form: Form, region: Region): Draft | undefined {
  const { view } = region;
  for (let row = region.body; row <= Math.min(region.bottom, region.body + 6); row += 1) {
    const headings = new Map<string, number>();
    for (let c = region.left; c <= region.right; c += 1) headings.set(plain(view.raw(row, c)), c);
    const name = headings.get('项目');
    const value = headings.get('数值');
    if (name === undefined || value === undefined) continue;
    return listBelow(form, region, row, name, value);
  }
  return undefined;
}

function listBelow(form: Form, region: Region, header: number, name: number, value: number): Draft {
  const { view } = region;
  const rows: Item[] = [];
  const cells: CellLocation[][] = [];
  for (let row = header + 1; row <= region.bottom; row += 1) {
    const printed = plain(view.raw(row, name))
      .replace(/\(/g, '（')
      .replace(/\)/g, '）')
      .replace(/["“”]/g, (q, i: number) => (q === '"' ? (i % 2 ? '”' : '“') : q));
    if (!printed || rows.some((r) => r.key === printed)) continue;
    const parts = printed.split('·');
    const code = parts.at(-1)!;
    rows.push({
      key: printed,
      names: [printed, ...(parts.length > 1 ? [parts.slice(1).join('·')] : [])],
      printed,
      groups: parts.length > 1 ? [parts[0]!] : [],
      members: {},
      ...(/^\d{3,7}$/.test(code) && { code }),
    });
    cells.push([{ sheet: view.grid.name, row, column: value }]);
  }
  const end = (cells.at(-1)?.[0]?.row ?? header) + 1;
  return { rows, columns: [itemOf(form.columns[0]!, '数值')], cells, header, end };
}
