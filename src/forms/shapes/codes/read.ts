// Tables by code: codes and names down, amounts across, rows an open list. Knows how people split,
// pad and indent codes.
import type { Item, Level } from '../../../facts/fact.ts';
import type { CellLocation } from '../../../facts/grid.ts';
import { type Draft, extraItem, itemOf } from '../../draft.ts';
import type { Form } from '../../form.ts';
import { columnLabels, columnMeant, fitsName } from '../../header.ts';
import { endsTable, nameOf } from '../../names.ts';
import type { Region } from '../../region.ts';
import { firstText, type View } from '../../view.ts';

const CODE_HEADER = /科目编码|科目代码|功能分类|科目编号|^编码$|^代码$|经济分类/;
const NAME_HEADER =
  /^(?:功能分类)?科目(?:\(单位\))?名称$|^(?:支出)?(?:功能)?(?:分类)?科目名称$|^科目$|^名称$|^项目\(?(?:按功能分类)?\)?$|^栏次$/;
const CODE_OR_NAME = /科目|编码|名称|^项目/;
const TOTAL = /^(?:合计|总计|总合计|支出合计|收入合计|本年合计)$/;

/** 级次 by the length of a code. */
export function levelOf(code: string): Level | undefined {
  if (code.length === 3) return '类';
  if (code.length === 5) return '款';
  return code.length === 7 ? '项' : undefined;
}

interface Frame {
  readonly header: number;
  readonly first: number;
  readonly name: number;
}

const digitsIn = (view: View, row: number, column: number): string => {
  const text = view.text(row, column).replace(/^'/, '');
  return /^\d{1,9}$/.test(text) ? text : '';
};

/** 201-03-01, 201.03.01: in a column of amounts it would be one, so only code columns are asked. */
const SEPARATED = /^\d{3}(?:[-.·—]\d{2}){1,3}$/;
const codeDigitsIn = (view: View, row: number, column: number): string => {
  const text = view.text(row, column).replace(/^'/, '');
  return SEPARATED.test(text) ? text.replace(/\D/g, '') : digitsIn(view, row, column);
};

/** The code of a row, beside its name or before it in the same cell. */
const codeAt = (view: View, row: number, left: number, name: number, last: string): string =>
  codeIn(view, row, left, name - 1, last) ||
  (joinedIn(view, row, name)?.[1]?.replace(/\D/g, '') ?? '');

/** The column of names: by its heading, else the first column of words beside codes. */
function nameColumn(region: Region): { row: number; column: number } | undefined {
  const { view } = region;
  const joined = joinedColumn(region);
  const stop = Math.min(region.bottom, region.body + 14);
  let fallback: { row: number; column: number } | undefined;
  for (let row = region.body; row <= stop; row += 1) {
    for (let column = region.left; column <= region.right; column += 1) {
      const text = nameOf(view.text(row, column));
      if (joined === column && CODE_OR_NAME.test(text)) return { row, column };
      if (joined === undefined && /科目名称|^名称$|单位名称/.test(text) && NAME_HEADER.test(text))
        return { row, column };
      if (CODE_HEADER.test(text) && !fallback) {
        const area = view.area(row, column);
        fallback = { row, column: area.column + area.columns };
      }
    }
  }
  return fallback ?? columnBesideCodes(region) ?? emptyForm(region);
}

/** An empty form whose one heading over the subjects is 项目. */
function emptyForm({ view, body, bottom, left, right }: Region) {
  for (let row = body; row <= Math.min(bottom, body + 6); row += 1)
    for (let column = left; column < right; column += 1)
      if (/^项目$|^(?:支出)?功能分类科目$/.test(nameOf(view.text(row, column))))
        return { row, column };
  return undefined;
}

/** The column whose cells hold code and name together. */
function joinedColumn(region: Region): number | undefined {
  const { view } = region;
  for (let column = region.left; column < region.right; column += 1)
    for (let row = region.body; row <= region.bottom; row += 1)
      if (joinedIn(view, row, column)) return column;
  return undefined;
}

function columnBesideCodes(region: Region): { row: number; column: number } | undefined {
  const { view } = region;
  for (let column = region.left; column < region.right; column += 1) {
    let codes = 0;
    let first = -1;
    for (let row = region.body; row <= region.bottom; row += 1) {
      if (levelOf(digitsIn(view, row, column)) && /^2/.test(digitsIn(view, row, column))) {
        codes += 1;
        if (first < 0) first = row;
      }
    }
    if (codes >= 2) return { row: Math.max(first - 1, region.body), column: column + 1 };
  }
  return undefined;
}

/** Codes whole, split over columns, indented, or short of their parents. */
export function codeIn(view: View, row: number, from: number, to: number, last: string): string {
  const parts: { text: string; index: number }[] = [];
  for (let c = from; c <= to; c += 1) {
    const text = codeDigitsIn(view, row, c);
    if (text && view.area(row, c).column === c) parts.push({ text, index: c - from });
  }
  if (parts.length === 0) return '';
  const [first, ...rest] = parts;
  let code = first!.text;
  if (first!.index > 0 && code.length <= 2) {
    const kept = first!.index === 1 ? last.slice(0, 3) : last.slice(0, 5);
    if (kept.length < 3) return '';
    code = kept + code.padStart(2, '0');
  }
  for (const part of rest) {
    code =
      part.text.startsWith(code) && part.text.length > code.length
        ? part.text
        : code + part.text.padStart(2, '0');
  }
  return code;
}

/** Code and name in one cell: `2010301 行政运行`, `[2010301]行政运行`, `201-03-01 行政运行`. */
const JOINED =
  /^[[(【]?([23]\d{2}(?:[-.]?\d{2}){0,2})[\])】]?[-—_.、:：]?((?![万元年月日个])\p{Script=Han}.*)$/u;

const joinedIn = (view: View, row: number, column: number) => JOINED.exec(view.text(row, column));

function rowLabel(view: View, row: number, left: number, name: number): string {
  const own = joinedIn(view, row, name)?.[2];
  if (own) return nameOf(own);
  for (let c = left; c <= name; c += 1) {
    const text = nameOf(view.text(row, c));
    if (text && !/^\d+$/.test(text) && !SEPARATED.test(text)) return text;
  }
  return '';
}

function frameOf(region: Region): Frame | undefined {
  const at = nameColumn(region);
  if (!at) return undefined;
  const { view } = region;
  let last = '';
  for (let row = at.row; row <= region.bottom; row += 1) {
    const code = codeAt(view, row, region.left, at.column, last);
    const label = rowLabel(view, row, region.left, at.column);
    const isHeading = row === at.row && NAME_HEADER.test(nameOf(view.text(row, at.column)));
    if (!isHeading && (levelOf(code) || TOTAL.test(label))) {
      return { header: region.body, first: row, name: at.column };
    }
    last = code || last;
  }
  // An empty form: nothing below the heading.
  return { header: region.body, first: Math.min(at.row + 1, region.bottom + 1), name: at.column };
}

/**
 * Headings of the lowest storey that stand in the row of the total: an empty form is printed so where
 * its header is one row short. By column; empty where that row holds anything but such headings.
 */
function headsInTotal(form: Form, { view, right }: Region, frame: Frame): Map<number, string> {
  const heads = new Map<number, string>();
  for (let column = frame.name + 1; column <= right; column += 1) {
    const text = nameOf(view.text(frame.first, column));
    if (text === '') continue;
    const isHead = TOTAL.test(text) || form.columns.some((d) => fitsName(d, text));
    if (!isHead) return new Map();
    heads.set(column, text);
  }
  return heads.size > 1 ? heads : new Map();
}

interface Columns {
  readonly items: Item[];
  readonly at: number[];
}

function columnsOf(
  form: Form,
  region: Region,
  frame: Frame,
  heads: ReadonlyMap<number, string>,
): Columns {
  const items: Item[] = [];
  const at: number[] = [];
  const labels = columnLabels(
    region.view,
    frame.header,
    frame.first - 1,
    frame.name + 1,
    region.right,
  );
  for (const { column, labels: above, number } of labels) {
    const path = [...above, ...(heads.has(column) ? [heads.get(column)!] : [])];
    if (path.length === 0) continue;
    const meant = columnMeant(form.columns, path);
    const printed = path.at(-1)!;
    const taken = meant && items.some((i) => i.key === meant.key);
    items.push(
      meant && !taken
        ? itemOf(meant, printed, number)
        : extraItem(`${path.join('·')}@${column}`, printed),
    );
    at.push(column);
  }
  return { items, at };
}

/** Where codes begin: a word may stand further to the left. */
function firstCodeColumn({ view, left, bottom }: Region, { first, name }: Frame): number {
  for (let column = left; column < name; column += 1)
    for (let row = first; row <= bottom; row += 1)
      if (digitsIn(view, row, column) !== '') return column;
  return left;
}

/** Reads a table by code; undefined when its header is not there. */
export function readCodes(form: Form, region: Region): Draft | undefined {
  const frame = frameOf(region);
  if (!frame) return undefined;
  const { view } = region;
  const heads = headsInTotal(form, region, frame);
  const columns = columnsOf(form, region, frame, heads);
  const known = columns.items.filter((i) => form.columns.some((d) => d.key === i.key));
  if (known.length < (form.least ?? 2)) return undefined;
  const left = firstCodeColumn(region, frame);
  const rows: Item[] = [];
  const cells: (CellLocation | undefined)[][] = [];
  let last = '';
  let end = frame.first;
  for (let row = frame.first; row <= region.bottom; row += 1) {
    const code = codeAt(view, row, left, frame.name, last);
    const label = rowLabel(view, row, region.left, frame.name);
    if (endsTable(firstText(view, row, region.left, frame.name))) break;
    const item = rowItem(code, label, rows);
    if (!item) continue;
    if (item.code) last = item.code;
    rows.push(item);
    const isHead = (column: number) => row === frame.first && heads.has(column);
    const { name: sheet } = view.grid;
    cells.push(columns.at.map((column) => (isHead(column) ? undefined : { sheet, row, column })));
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

function rowItem(code: string, label: string, rows: readonly Item[]): Item | undefined {
  const level = levelOf(code);
  const key = (base: string) =>
    rows.some((r) => r.key === base)
      ? `${base}#${rows.filter((r) => r.key.startsWith(base)).length + 1}`
      : base;
  if (level) {
    return {
      key: key(code),
      names: [label || code],
      printed: label,
      code,
      level,
      groups: [],
      members: {},
    };
  }
  if (TOTAL.test(label)) {
    // Printed again at the head of a page: it stays, as a row that no rule knows.
    if (rows.some((r) => r.level === '合计')) return extraItem(key('合计@'), label);
    return { key: '合计', names: ['合计'], printed: label, level: '合计', groups: [], members: {} };
  }
  // A code of another length is kept, without a level, for the remark on codes.
  if (code.length >= 3) {
    return {
      key: key(code),
      names: [label || code],
      printed: label,
      code,
      groups: [],
      members: {},
    };
  }
  const isHeading =
    label === '' || /^栏次$|^[类款项]$|科目|编码|^项目$|^注|单位|部门|^\(?续表?\)?$/.test(label);
  return isHeading ? undefined : extraItem(key(label), label);
}
