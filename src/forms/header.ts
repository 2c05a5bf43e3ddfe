// Headers of several storeys, read column by column with their merged labels.
import type { Form, ItemDeclaration } from './form.ts';
import { nameOf } from './names.ts';
import type { View } from './view.ts';

/** 栏目路径: labels above a column from the top down, and its 栏次. */
export interface ColumnLabel {
  readonly column: number;
  readonly labels: readonly string[];
  readonly number: number | undefined;
}

const NOISE =
  /^(?:栏次|行次|\(?单位[:：].*|金额单位.*|公开\d+表|财决\S*|表\d+|编制单位.*|部门[:：].*|单位名称.*)$/;
/** 决算数（万元）. */
const IN_UNIT = /\((?:单位[:：])?(?:元|千元|万元|亿元)\)$/;

const TOTALS = new Set([
  '小计',
  '合计',
  '计',
  '金额',
  '决算数',
  '支出决算数',
  '金额(万元)',
  '金额(元)',
]);

const AMOUNT = /^-?[\d.,]+$/;

/** 栏目词: a heading of the form, wherever it stands; in a cell of amounts it is none. */
export const isColumnWord = (form: Form, text: string): boolean => {
  if (text === '' || AMOUNT.test(text)) return false;
  const name = nameOf(text);
  return name !== '' && (TOTALS.has(name) || form.columns.some((d) => fitsName(d, name)));
};

const isWord = (text: string): boolean => text !== '' && !/^[\d.]+$/.test(text);

/**
 * Headings set across columns without merging them, or whose merged areas the host cannot tell: a
 * blank cell with a heading below and none above belongs to the heading on its left.
 */
function spreads(view: View, top: number, bottom: number, left: number, right: number) {
  const merged = view.grid.merges.some((m) => m.columns > 1 && m.row >= top && m.row <= bottom);
  return (row: number, column: number): string => {
    if (merged || row >= bottom || isWord(view.text(row, column))) return '';
    const words = (from: number, to: number, c: number): boolean => {
      for (let r = from; r <= to; r += 1) if (isWord(view.text(r, c))) return true;
      return false;
    };
    if (words(top, row - 1, column) || !words(row + 1, bottom, column)) return '';
    for (let c = column - 1; c >= left && c <= right; c -= 1) {
      const text = view.text(row, c);
      if (isWord(text)) return text;
      if (words(top, row - 1, c)) return '';
    }
    return '';
  };
}

/** Labels of the columns from `left` to `right` in header rows `top` … `bottom`. */
export function columnLabels(
  view: View,
  top: number,
  bottom: number,
  left: number,
  right: number,
): ColumnLabel[] {
  const result: ColumnLabel[] = [];
  const spread = spreads(view, top, bottom, left, right);
  for (let column = left; column <= right; column += 1) {
    const labels: string[] = [];
    let number: number | undefined;
    for (let row = top; row <= bottom; row += 1) {
      const label = nameOf(view.label(row, column) || spread(row, column));
      const text = label.replace(IN_UNIT, '') || label;
      if (/^\d{1,2}$/.test(text)) number = Number(text);
      else if (text && !NOISE.test(text) && labels.at(-1) !== text) labels.push(text);
    }
    result.push({ column, labels, number });
  }
  return result;
}

const wordings = new WeakMap<ItemDeclaration, ReadonlySet<string>>();

/** Whether a label, made comparable, is one of the wordings of an item. */
export function fitsName(d: ItemDeclaration, label: string): boolean {
  let own = wordings.get(d);
  if (!own) {
    own = new Set([...d.names, ...(d.printed ?? [])].map(nameOf));
    wordings.set(d, own);
  }
  return own.has(label);
}

/** The declared column a header path means; undefined when it is none of them. */
export function columnMeant(
  declarations: readonly ItemDeclaration[],
  labels: readonly string[],
): ItemDeclaration | undefined {
  const path = [...labels];
  while (path.length > 0) {
    const leaf = path.at(-1)!;
    const above = path.slice(0, -1);
    const own = declarations.find((d) => fitsName(d, leaf) && allowedUnder(d, above, declarations));
    if (own) return own;
    if (!TOTALS.has(leaf)) return undefined;
    path.pop();
  }
  return undefined;
}

/** 基本支出 under 本年收入 is not 基本支出: a heading that is another column of ours must admit it. */
function allowedUnder(
  d: ItemDeclaration,
  above: readonly string[],
  all: readonly ItemDeclaration[],
): boolean {
  return above.every((label) => {
    const other = all.find((o) => o !== d && fitsName(o, label));
    if (!other) return !/年初|年末|上年|本年收入|预算数/.test(label) || fitsName(d, label);
    return d.within?.includes(other.key) ?? false;
  });
}
