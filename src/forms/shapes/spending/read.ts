// “三公”经费: one row of figures under a header of several storeys, budget and actual apart or
// interleaved; or a list. Whatever the shape, items become rows and 预算/决算 columns.
import type { Item } from '../../../facts/fact.ts';
import type { CellLocation } from '../../../facts/grid.ts';
import { type Draft, extraItem, itemOf } from '../../draft.ts';
import type { Form, ItemDeclaration } from '../../form.ts';
import { type ColumnLabel, columnLabels, fitsName } from '../../header.ts';
import { endsTable, isTitle, nameOf, yearIn } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText, type View } from '../../view.ts';

const KINDS: readonly [string, RegExp][] = [
  ['预算', /预算数?$|^预算|年初预算|全年预算/],
  ['决算', /决算数?$|^决算|^支出决算|^执行数/],
];
const HEADINGS = /因公出国|公务接待|公务用车|三公/;

/** What was last year's, and how it changed, is neither. */
const FORMER = /上年|去年|增减|增长|比重|占比|完成/;

const kindOf = (labels: readonly string[]): string | undefined =>
  labels.some((l) => FORMER.test(l))
    ? undefined
    : [...labels]
        .reverse()
        .map((l) => KINDS.find(([, r]) => r.test(l))?.[0])
        .find((k) => k);

/** Of figures of several years the latest, or the table's own, are meant. */
function ofYear<T>(all: readonly T[], yearOf: (one: T) => number | undefined, own?: number): T[] {
  const latest = own ?? Math.max(0, ...all.map((one) => yearOf(one) ?? 0));
  return all.filter((one) => [undefined, latest].includes(yearOf(one)));
}

const SUBTOTAL = /^(?:小计|合计)$/;

/** The item a header path or a row name means. */
function itemMeant(form: Form, labels: readonly string[]): ItemDeclaration | undefined {
  const words = labels
    .map((l) => l.replace(/^(?:\d{4}年)?(?:年初|全年|本年)?(?:预算数?|决算数?)$/, ''))
    .filter(Boolean);
  const leaf = words.at(-1);
  if (leaf === undefined) return undefined;
  const own = form.rows?.find(
    (d) => fitsName(d, leaf) && !(SUBTOTAL.test(leaf) && words.length > 1),
  );
  if (own) return own;
  if (SUBTOTAL.test(leaf)) {
    const above = words.at(-2);
    return above ? form.rows?.find((d) => fitsName(d, above)) : undefined;
  }
  return undefined;
}

/** 合计 of a table that has a 小计 of “三公” holds 会议费 and 培训费 as well. */
function isWider(labels: readonly string[], all: readonly ColumnLabel[]): boolean {
  const of = (l: readonly string[]) => l.some((text) => /三公/.test(text));
  const own = all.some((l) => of(l.labels) && SUBTOTAL.test(l.labels.at(-1) ?? ''));
  return (
    own && !of(labels) && SUBTOTAL.test(labels.at(-1) ?? '') && !labels.some((l) => /用车/.test(l))
  );
}

const WIDER = '“三公”经费、会议费、培训费合计';

/** A column that is none of ours, by its own name. */
function otherColumn(l: ColumnLabel, all: readonly ColumnLabel[]): Item {
  const label = isWider(l.labels, all) ? WIDER : l.labels.at(-1)!;
  return extraItem(label, label);
}

const isInteger = (text: string): boolean => /^\d{1,2}$/.test(text);

/** The row of 栏次: 1, 2, 3 … across. */
function numberRow(view: View, from: number, region: Region): number | undefined {
  for (let row = from; row <= Math.min(region.bottom, from + 6); row += 1) {
    const numbers: number[] = [];
    for (let c = region.left; c <= region.right; c += 1) {
      const text = view.text(row, c);
      if (isInteger(text)) numbers.push(Number(text));
      else if (/^\d/.test(text)) return undefined;
    }
    if (numbers.length >= 5 && numbers.every((n, i) => n === i + 1)) return row;
  }
  return undefined;
}

function headerRows(region: Region): { top: number; bottom: number } | undefined {
  const { view } = region;
  let top = -1;
  let bottom = -1;
  for (let row = region.body; row <= Math.min(region.bottom, region.body + 12); row += 1) {
    for (let c = region.left; c <= region.right; c += 1) {
      const text = nameOf(view.text(row, c));
      if (text.length > 30 || /单位[:：]/.test(text) || isTitle(text)) continue;
      if (
        HEADINGS.test(text) ||
        KINDS.some(([, r]) => r.test(text)) ||
        /^(?:小计|合计|项目)$/.test(text)
      ) {
        if (top < 0) top = row;
        bottom = Math.max(bottom, row + view.area(row, c).rows - 1);
      }
    }
    if (bottom >= 0 && row > bottom) break;
  }
  return top < 0 ? undefined : { top, bottom };
}

interface Placed {
  readonly item: Item;
  readonly kind: string;
  readonly at: CellLocation;
}

function draftOf(
  form: Form,
  placed: readonly Placed[],
  header: number,
  end: number,
): Draft | undefined {
  const rows = [...new Map(placed.map((p) => [p.item.key, p.item])).values()];
  const kinds = form.columns.filter((d) => placed.some((p) => p.kind === d.key));
  if (rows.length < 3 || kinds.length === 0) return undefined;
  const cells = rows.map((row) =>
    kinds.map((kind) => placed.find((p) => p.item.key === row.key && p.kind === kind.key)?.at),
  );
  return { rows, columns: kinds.map((k) => itemOf(k, k.names[0]!)), cells, header, end };
}

function dataRow(
  view: View,
  region: Region,
  from: number,
  columns: readonly ColumnLabel[],
): number {
  let first = -1;
  for (let row = from; row <= region.bottom; row += 1) {
    const filled = columns.filter(
      (c) =>
        typeof view.cell(row, c.column)?.value === 'number' || view.cell(row, c.column)?.formula,
    );
    const texts = columns.filter((c) => view.text(row, c.column) !== '');
    if (endsTable(view.text(row, region.left))) break;
    const total = /^合计$/.test(nameOf(view.text(row, region.left)));
    if (total && filled.length > 0) return row;
    if (first < 0 && (filled.length > 0 || texts.length > columns.length / 2)) first = row;
  }
  return first < 0 ? Math.min(from, region.bottom + 1) : first;
}

function readAcross(form: Form, region: Region, top: number, bottom: number): Draft | undefined {
  const { view } = region;
  const numbered = numberRow(view, bottom + 1, region);
  const labels = columnLabels(view, top, numbered ?? bottom, region.left, region.right);
  const meant = labels.map((l) => ({
    l,
    kind: kindOf(l.labels),
    item: isWider(l.labels, labels) ? undefined : itemMeant(form, l.labels),
  }));
  const columns = meant.filter((m) => m.kind && m.item).map((m) => m.l);
  if (columns.length < 6) return undefined;
  const row = dataRow(view, region, (numbered ?? bottom) + 1, columns);
  const placed: Placed[] = [];
  for (const { l, kind, item } of meant) {
    if (!kind || placed.some((p) => p.item.key === item?.key && p.kind === kind)) continue;
    const at = { sheet: view.grid.name, row, column: l.column };
    const own = item ? itemOf(item, l.labels.at(-1)!, l.number) : otherColumn(l, labels);
    const known = placed.find((p) => p.item.key === own.key);
    placed.push({ item: known?.item ?? own, kind, at });
  }
  return draftOf(form, placed, top, row + 1);
}

/** Rows of 预算 and of 决算, one of each. */
function kindsDown(region: Region, from: number, columns: readonly ColumnLabel[]) {
  const { view } = region;
  const own = yearIn(region.printedTitle);
  const found: { kind: string; row: number; year: number | undefined }[] = [];
  for (let row = from; row <= region.bottom; row += 1) {
    const label = nameOf(firstText(view, row, region.left, columns[0]!.column - 1));
    if (endsTable(label)) break;
    const kind = kindOf([label]);
    if (kind) found.push({ kind, row, year: yearIn(label) });
  }
  const meant = ofYear(found, (f) => f.year, own);
  return meant.filter(({ kind }, i) => meant.findIndex((f) => f.kind === kind) === i);
}

/** Items across, and 预算 and 决算 as two rows. */
function readRows(form: Form, region: Region, top: number): Draft | undefined {
  const { view } = region;
  const isKind = (row: number) =>
    kindOf([nameOf(firstText(view, row, region.left, region.right))]) !== undefined;
  let bottom = top;
  while (bottom < region.bottom && !isKind(bottom + 1)) bottom += 1;
  const labels = columnLabels(view, top, bottom, region.left, region.right);
  const items = labels.flatMap((l): { l: ColumnLabel; item: Item; ours: boolean }[] => {
    const label = l.labels.at(-1);
    if (label === undefined || kindOf(l.labels) || l.column === region.left) return [];
    const own = isWider(l.labels, labels) ? undefined : itemMeant(form, l.labels);
    const item = own ? itemOf(own, label, l.number) : otherColumn(l, labels);
    return [{ l, item, ours: own !== undefined }];
  });
  const once = items.filter(({ item }, i) => items.findIndex((o) => o.item.key === item.key) === i);
  if (once.filter((o) => o.ours).length < 4) return undefined;
  const columns = once.map((o) => o.l);
  const kinds = kindsDown(region, bottom + 1, columns);
  const placed = kinds.flatMap(({ kind, row }): Placed[] =>
    once.map(({ l, item }) => ({
      item,
      kind,
      at: { sheet: view.grid.name, row, column: l.column },
    })),
  );
  return draftOf(form, placed, top, Math.max(top, ...kinds.map((k) => k.row)) + 1);
}

/** Numbers of people, groups and cars stand beside the money in some places; they are no amounts. */
const COUNT = /(?:数|数量|批次|人次|人数|保有量)(?:\([个辆批人次台]+\))?$|^相关统计数/;
const TOTAL = /^(?:财政拨款|一般公共预算财政拨款)?(?:三公经费)?(?:支出)?(?:合计|总计|小计|总额)?$/;

interface Line {
  readonly row: number;
  readonly printed: string;
  readonly name: string;
}

/** Names down the list, and which of them is the total: of several the one that is filled. */
function linesDown(region: Region, top: number, name: number, columns: readonly number[]) {
  const { view } = region;
  const lines: Line[] = [];
  for (let row = top + 1; row <= region.bottom; row += 1) {
    if (endsTable(view.text(row, region.left))) break;
    const printed = view.text(row, name);
    const own = nameOf(nameOf(printed).replace(/^其中[:：]?/, ''));
    if (!printed || /^(?:栏次|项目)$/.test(own) || COUNT.test(own)) continue;
    lines.push({ row, printed, name: own });
  }
  const totals = lines.filter((l) => TOTAL.test(l.name));
  const isFilled = (l: Line) => columns.some((c) => /\d/.test(view.text(l.row, c)));
  return { lines, total: totals.find(isFilled) ?? totals[0] };
}

function readDown(form: Form, region: Region, top: number): Draft | undefined {
  const { view } = region;
  const labels = columnLabels(view, top, top, region.left, region.right);
  const name =
    labels.find((l) => /^项目$|^“?三公|^经费项目$|^支出项目$/.test(l.labels.at(-1) ?? ''))
      ?.column ?? region.left;
  const all = labels.flatMap((l) => {
    const kind = l.column > name ? kindOf(l.labels) : undefined;
    return kind ? [{ column: l.column, kind, year: yearIn(l.labels.join(' ')) }] : [];
  });
  const kinds = ofYear(all, (k) => k.year, yearIn(region.printedTitle));
  if (kinds.length === 0) return undefined;
  const columns = kinds.map((k) => k.column);
  const { lines, total } = linesDown(region, top, name, columns);
  const whole = form.rows?.find((d) => d.whole);
  const placed: Placed[] = [];
  for (const line of lines) {
    const item = TOTAL.test(line.name)
      ? line === total
        ? whole
        : undefined
      : itemMeant(form, [line.name]);
    const own = item
      ? itemOf(item, line.printed)
      : extraItem(`${line.name}@${line.row}`, line.name);
    if (placed.some((p) => p.item.key === own.key)) continue;
    for (const { column, kind } of kinds) {
      placed.push({ item: own, kind, at: { sheet: view.grid.name, row: line.row, column } });
    }
  }
  return draftOf(form, placed, top, (lines.at(-1)?.row ?? top) + 1);
}

/** Reads “三公”经费 in any of its shapes; undefined when no header of it is there. */
export function readSpending(form: Form, region: Region): Draft | undefined {
  const header = headerRows(region);
  if (!header) return undefined;
  const { top, bottom } = header;
  return (
    readAcross(form, region, top, bottom) ??
    readDown(form, region, top) ??
    readRows(form, region, top)
  );
}
