// Tables by code: codes and names down, amounts across, rows an open list. Knows which rows are heads and which
// are items, and what the columns over the amounts mean.
import type { Item } from '../../../facts/fact.ts';
import {
  type CellPlace,
  codedItem,
  type Draft,
  extraItem,
  itemOf,
  placeAt,
  Taken,
} from '../../draft.ts';
import type { Form } from '../../form.ts';
import { columnLabels, columnMeant, isColumnWord } from '../../header.ts';
import { endsTable } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText } from '../../view.ts';
import { codeAt, codeLead, type Lead, levelOf, type RowLabel, rowLabel } from './lead.ts';

export { levelOf, rowCode as codeIn } from './lead.ts';

interface Frame extends Lead {
  readonly header: number;
  /** First row with an item of the list. */
  readonly first: number;
}

const labelAt = ({ view, left }: Region, row: number, { name }: Lead): RowLabel =>
  rowLabel(view, row, left, name);

/** Notes stand above the head in some places, and are no part of it. */
const noteAt = (region: Region, row: number, { name }: Lead): boolean =>
  endsTable(firstText(region.view, row, region.left, name));

/** The first row of items; of an empty form the row below its heads. */
function firstItem(region: Region, lead: Lead, form: Form): number {
  const { view, bottom, right } = region;
  let last = '';
  for (let row = lead.row; row <= bottom; row += 1) {
    const code = codeAt(view, row, lead, last);
    if (levelOf(code) || labelAt(region, row, lead).kind === 'sum') return row;
    last = code || last;
  }
  const isHead = (row: number) => {
    const texts = Array.from({ length: Math.max(right - lead.name, 0) }, (_, i) =>
      view.text(row, lead.name + 1 + i),
    ).filter((text) => text !== '');
    return texts.length > 0 && texts.every((t) => /^\d{1,2}$/.test(t) || isColumnWord(form, t));
  };
  let row = lead.row + 1;
  while (row <= bottom && (labelAt(region, row, lead).kind === 'heading' || isHead(row))) row += 1;
  return Math.min(row, bottom + 1);
}

function frameOf(region: Region, form: Form): Frame | undefined {
  const lead = codeLead(region);
  if (!lead) return undefined;
  let header = region.body;
  while (header < lead.row && noteAt(region, header, lead)) header += 1;
  return { ...lead, header, first: firstItem(region, lead, form) };
}

interface Columns {
  readonly items: Item[];
  readonly at: number[];
}

/** 占比, 完成率: numbers of another kind than the amounts beside them. */
const RATE = /%|率|占比|比重|比例|百分/;

function columnsOf(form: Form, region: Region, frame: Frame): Columns {
  const { view, right } = region;
  const items: Item[] = [];
  const at: number[] = [];
  const labels = columnLabels(view, frame.header, frame.first - 1, frame.name + 1, right);
  for (const { column, labels: above, number } of labels) {
    const word = view.word(frame.first, column);
    // The lower heads stand in the row of the sum.
    const path = isColumnWord(form, word) && above.at(-1) !== word ? [...above, word] : above;
    if (path.length === 0) continue;
    const meant = columnMeant(form.columns, path);
    const printed = path.at(-1)!;
    const taken = meant && items.some((i) => i.key === meant.key);
    const extra = extraItem(`${path.join('·')}@${column}`, printed);
    const other = RATE.test(path.join('')) ? { ...extra, worded: true } : extra;
    items.push(meant && !taken ? itemOf(meant, printed, number) : other);
    at.push(column);
  }
  return { items, at };
}

const CODE = /^(?:支出|功能|经济|部门|政府)*(?:分类)?科目(?:编码|代码)$/;

/** 科目编码 | 科目名称 | 决算数 | 科目编码 | …: groups side by side, of which a list would read but the first. */
function isBeside({ view, body, left, right }: Region, first: number): boolean {
  for (let row = body; row < first; row += 1) {
    let groups = 0;
    for (let c = left, before = ''; c <= right; c += 1) {
      const text = view.text(row, c);
      if (CODE.test(text) && text !== before) groups += 1;
      before = text;
    }
    if (groups > 1) return true;
  }
  return false;
}

/** Reads a table by code; undefined when its header is not there. */
export function readCodes(form: Form, region: Region): Draft | undefined {
  const frame = frameOf(region, form);
  if (!frame || isBeside(region, frame.first)) return undefined;
  const { view } = region;
  const columns = columnsOf(form, region, frame);
  const known = columns.items.filter((i) => form.columns.some((d) => d.key === i.key));
  if (known.length < (form.least ?? 2)) return undefined;
  const rows: Item[] = [];
  const taken = new Taken();
  let totalled = false;
  const cells: (CellPlace | undefined)[][] = [];
  let last = '';
  let end = frame.first;
  for (let row = frame.first; row <= region.bottom; row += 1) {
    if (noteAt(region, row, frame)) break;
    const code = codeAt(view, row, frame, last);
    const item = rowItem(code, labelAt(region, row, frame), totalled, taken);
    if (!item) continue;
    taken.add(item);
    totalled ||= item.level === '合计';
    if (item.code) last = item.code;
    rows.push(item);
    cells.push(
      columns.at.map((column) =>
        isColumnWord(form, view.word(row, column)) ? undefined : placeAt(row, column),
      ),
    );
    end = row + 1;
  }
  const items = form.repeats ? withoutRepeated(rows) : rows;
  return { rows: items, columns: columns.items, cells, header: frame.header, end };
}

/** Where codes stand on several lines, those of the lowest level are projects and no parts of a tree. */
function withoutRepeated(rows: readonly Item[]): Item[] {
  const codes = rows.flatMap((r) => r.code ?? []);
  if (new Set(codes).size === codes.length) return [...rows];
  const lowest = Math.max(...codes.map((c) => c.length));
  return rows.map((row) => {
    if (row.code?.length !== lowest) return row;
    const { code: _code, level: _level, ...rest } = row;
    return rest;
  });
}

function rowItem(code: string, label: RowLabel, totalled: boolean, taken: Taken): Item | undefined {
  const { text, kind } = label;
  const level = levelOf(code);
  if (level) return codedItem(taken.fresh(code), code, text, level);
  if (kind === 'sum') {
    // Printed again at the head of a page: it stays, as a row that no rule knows.
    if (totalled) return extraItem(taken.fresh('合计@'), text);
    const names = ['合计'];
    return { key: '合计', names, printed: text, level: '合计', groups: [], members: {} };
  }
  // A code of another length is kept, without a level, for the remark on codes.
  if (code.length >= 3) return codedItem(taken.fresh(code), code, text);
  const isHeading =
    kind !== 'item' || /^栏次$|科目|编码|^项目$|^注|单位|部门|^\(?续表?\)?$/.test(text);
  return isHeading ? undefined : extraItem(taken.fresh(text), text);
}
