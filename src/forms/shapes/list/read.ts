// 补充资料: rows found by name, whatever their order; value, unit and reason beside them.
import type { CellWording, Item } from '../../../facts/fact.ts';
import { isMoney } from '../../../measure/quantity.ts';
import { type CellPlace, type Draft, itemOf, placeAt, Taken } from '../../draft.ts';
import type { Form, ItemDeclaration } from '../../form.ts';
import { nameOf, plain } from '../../names.ts';
import type { Region } from '../../region.ts';

/** Columns of the list by what their headings say. */
interface Headings {
  readonly row: number;
  readonly name: number;
  readonly value: number;
  readonly unit?: number;
  readonly reason?: number;
}

const HEADINGS: Readonly<Record<Exclude<keyof Headings, 'row'>, RegExp>> = {
  name: /^项目(?:名称)?$/,
  value: /^(?:数值|金额|数量|金额或数量)$/,
  unit: /^(?:计量)?单位$/,
  reason: /^(?:情况)?(?:说明|原因)/,
};

function headingsIn(region: Region, row: number): Headings | undefined {
  const found: Partial<Record<keyof typeof HEADINGS, number>> = {};
  for (let c = region.left; c <= region.right; c += 1) {
    const text = plain(region.view.raw(row, c));
    for (const [key, pattern] of Object.entries(HEADINGS) as [keyof typeof HEADINGS, RegExp][])
      if (pattern.test(text)) found[key] ??= c;
  }
  const { name, value, ...others } = found;
  return name === undefined || value === undefined ? undefined : { row, name, value, ...others };
}

/** Names are the same whatever the width of their signs, and with or without quotes. */
const listName = (text: string): string =>
  nameOf(text)
    .replace(/[•・‧∙．.]/g, '·')
    .replace(/费用$/, '费');

const CODE = /^\d{3}(?:\d{2}){0,2}$/;

interface Meant {
  readonly declaration: ItemDeclaration;
  readonly key: string;
  readonly code?: string;
}

/** The declared row a name means; rows told apart by a code are declared once for all codes. */
function meantBy(form: Form, name: string): Meant | undefined {
  const rows = form.rows ?? [];
  const named = rows.find((d) => d.names.some((n) => listName(n) === name));
  if (named) return { declaration: named, key: named.key };
  const [group, tail = ''] = name.split('·');
  const code = CODE.exec(tail)?.[0] ?? CODE.exec(/^\d+/.exec(tail)?.[0] ?? '')?.[0];
  const declaration = rows.find((d) => d.byCode && d.groups?.includes(group!));
  if (declaration && code) return { declaration, key: `${group}·${code}`, code };
  const open = rows.find((d) => d.byName && d.groups?.includes(group!));
  return open && tail !== '' ? { declaration: open, key: name } : undefined;
}

const SHORT: Readonly<Record<string, string>> = { 万: '万元', 亿: '亿元', 千: '千元' };

/** The unit of a row and what is odd about it. Counts keep their own, however they are called. */
function unitOf(declared: string, printed: string): Pick<Item, 'unit' | 'doubt'> {
  const written = SHORT[printed] ?? printed;
  if (isMoney(declared)) {
    if (written === '') return {};
    const doubt = `单位写的是“${printed}”，应是元、万元等金额单位`;
    return isMoney(written) ? { unit: written } : { unit: written, doubt };
  }
  const doubt = `单位写的是“${printed}”，应是“${declared}”`;
  return isMoney(written) ? { unit: written, doubt } : { unit: declared };
}

function rowItem(form: Form, printed: string, unit: string, place: number, taken: Taken): Item {
  const shown = plain(printed);
  const meant = meantBy(form, listName(printed));
  const bare = { printed: shown, groups: [], members: {} };
  if (!meant) {
    return { ...bare, key: `?${shown}#${place}`, names: [shown], doubt: '不认识这个项目' };
  }
  const { declaration, key, code } = meant;
  if (taken.hasKey(key)) {
    const names = [`${shown}（重复）`];
    return {
      ...bare,
      key: `?${key}#${place}`,
      names,
      doubt: '前面已有这一行，这一行没有采用',
    };
  }
  const groups = declaration.groups ?? [];
  const own = unitOf(declaration.unit ?? '', plain(unit));
  return { ...bare, key, names: [key], groups, ...(code && { code }), ...own };
}

/** Reads a list of names and values; undefined when its heading is not there. */
export function readList(form: Form, region: Region): Draft | undefined {
  for (let row = region.body; row <= Math.min(region.bottom, region.body + 6); row += 1) {
    const headings = headingsIn(region, row);
    if (headings) return listBelow(form, region, headings);
  }
  return undefined;
}

function listBelow(form: Form, region: Region, at: Headings): Draft {
  const { view } = region;
  const rows: Item[] = [];
  const taken = new Taken();
  const cells: (CellPlace | undefined)[][] = [];
  const wording = (row: number, column: number): CellWording => ({
    text: view.raw(row, column).trim(),
    location: { sheet: view.grid.name, row, column },
  });
  let end = at.row + 1;
  for (let row = at.row + 1; row <= region.bottom; row += 1) {
    const printed = view.raw(row, at.name);
    if (plain(printed) === '' || /^注[:：]/.test(plain(printed))) continue;
    const unit = at.unit === undefined ? '' : view.raw(row, at.unit);
    const texts = {
      ...(at.unit !== undefined && { 单位: wording(row, at.unit) }),
      ...(at.reason !== undefined && { 说明: wording(row, at.reason) }),
    };
    const item = rowItem(form, printed, unit, rows.length, taken);
    taken.add(item);
    rows.push({ ...item, texts });
    // A value not given is a row not given: it is no zero.
    const given = view.filled(row, at.value) || view.cell(row, at.value)?.uncached;
    cells.push([given ? placeAt(row, at.value) : undefined]);
    end = row + 1;
  }
  return { rows, columns: [itemOf(form.columns[0]!, '数值')], cells, header: at.row, end };
}
