// 科目栏: where codes and names of a table by code stand, before its amounts. Knows how people split, pad,
// number and indent codes; knows no amount.
import type { Level } from '../../../facts/fact.ts';
import { once } from '../../../measure/once.ts';
import { nameOf } from '../../names.ts';
import type { Region } from '../../region.ts';
import type { View } from '../../view.ts';

const CODE_HEADER = /科目编码|科目代码|功能分类|科目编号|^编码$|^代码$|经济分类/;
const NAME_HEADER =
  /^(?:功能分类)?科目(?:\(单位\))?名称$|^(?:支出)?(?:功能)?(?:分类)?科目名称$|^科目$|^名称$|^项目\(?(?:按功能分类)?\)?$|^栏次$/;
const CODE_OR_NAME = /科目|编码|名称|^项目/;
const TOTAL = /^(?:合计|总计|总合计|支出合计|收入合计|本年合计|本年(?:收入|支出)合计)$/;
/** Words over the columns of codes; in some layouts they stand in the row of the sum. */
const LABEL =
  /^(?:[类款项]|类款|款项|类款项|类[、/]款[、/]项|栏次|行次|序号|编号)$|科目|编码|代码|^项目$|^名称$/;

/** 级次 by the length of a code, 3, 5 or 7; undefined of any other. */
export function levelOf(code: string): Level | undefined {
  if (code.length === 3) return '类';
  if (code.length === 5) return '款';
  return code.length === 7 ? '项' : undefined;
}

/** 科目栏: from the first column that may hold codes to the one with names. */
export interface Lead {
  /** Row of the heading over names. */
  readonly row: number;
  readonly left: number;
  readonly name: number;
}

/** 201-03-01, 201.03.01: in a column of amounts it would be one, so only code columns are asked. */
const SEPARATED = /^\d{3}(?:[-.·—]\d{2}){1,3}$/;
/** Code and name in one cell: `2010301 行政运行`, `[2010301]行政运行`, `201-03-01 行政运行`. */
const JOINED =
  /^[[(【]?([23]\d{2}(?:[-.]?\d{2}){0,2})[\])】]?[-—_.、:：]?((?![万元年月日个])\p{Script=Han}.*)$/u;
/** Most labels begin with a Chinese character, as no code does. */
const BEGINS_CODE = "'[(【0123456789";
const mayHoldCode = (text: string): boolean => text !== '' && BEGINS_CODE.includes(text[0]!);

/** 科目栏里的一个词: what a text comes to as a code, as a name, or as both in one cell. */
interface LeadWord {
  /** Its digits, where it is nothing but a code, and where it may be split by signs; empty where it is none. */
  readonly digits: string;
  readonly code: string;
  readonly joined: { readonly code: string; readonly name: string } | undefined;
  readonly name: string;
  readonly kind: 'total' | 'label' | 'name' | 'none';
}

function kindOf(name: string): LeadWord['kind'] {
  if (TOTAL.test(name)) return 'total';
  if (name === '' || /^\d+$/.test(name) || SEPARATED.test(name)) return 'none';
  return LABEL.test(name) ? 'label' : 'name';
}

const leadWord = once((text): LeadWord => {
  const name = nameOf(text);
  const kind = kindOf(name);
  if (!mayHoldCode(text)) return { digits: '', code: '', joined: undefined, name, kind };
  const bare = text.replace(/^'/, '');
  const digits = /^\d{1,9}$/.test(bare) ? bare : '';
  const code = SEPARATED.test(bare) ? bare.replace(/\D/g, '') : digits;
  const both = JOINED.exec(text);
  const joined = both ? { code: both[1]!.replace(/\D/g, ''), name: both[2]! } : undefined;
  return { digits, code, joined, name, kind };
}, 4096);

/** What may be a code in a cell; undefined where nothing there is one. */
function wordAt(view: View, row: number, column: number): LeadWord | undefined {
  const text = view.text(row, column);
  return mayHoldCode(text) ? leadWord(text) : undefined;
}

const digitsIn = (view: View, row: number, column: number): string =>
  wordAt(view, row, column)?.digits ?? '';
const codeDigitsIn = (view: View, row: number, column: number): string =>
  wordAt(view, row, column)?.code ?? '';

/** Codes whole, split over columns, indented, or short of their parents. */
export function rowCode(view: View, row: number, from: number, to: number, last: string): string {
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

const joinedIn = (view: View, row: number, column: number): LeadWord['joined'] => {
  const word = view.word(row, column);
  return mayHoldCode(word) ? leadWord(word).joined : undefined;
};

/** The code of a row, beside its name or before it in the same cell. */
export const codeAt = (view: View, row: number, { left, name }: Lead, last: string): string =>
  rowCode(view, row, left, name - 1, last) || (joinedIn(view, row, name)?.code ?? '');

/** What a row of the list is: the sum, an item by its name, or words over the codes alone. */
export interface RowLabel {
  readonly text: string;
  readonly kind: 'sum' | 'item' | 'heading' | 'none';
}

/** The label of a row. A word of the heading beside 合计 makes no heading of the row. */
export function rowLabel(view: View, row: number, from: number, name: number): RowLabel {
  const own = joinedIn(view, row, name)?.name;
  if (own) return { text: nameOf(own), kind: 'item' };
  let item = '';
  let heading = false;
  for (let c = name; c >= from; c -= 1) {
    const { name: text, kind } = leadWord(view.text(row, c));
    if (kind === 'total') return { text, kind: 'sum' };
    if (kind === 'label') heading = true;
    else if (kind === 'name') item ||= text;
  }
  if (item) return { text: item, kind: 'item' };
  return { text: '', kind: heading ? 'heading' : 'none' };
}

/** The column whose cells hold code and name together. */
function joinedColumn(region: Region): number | undefined {
  const { view } = region;
  for (let column = region.left; column < region.right; column += 1)
    for (let row = region.body; row <= region.bottom; row += 1)
      if (joinedIn(view, row, column)) return column;
  return undefined;
}

interface At {
  readonly row: number;
  readonly column: number;
}

function columnBesideCodes(region: Region): At | undefined {
  const { view } = region;
  for (let column = region.left; column < region.right; column += 1) {
    let codes = 0;
    let first = -1;
    for (let row = region.body; row <= region.bottom; row += 1) {
      const digits = digitsIn(view, row, column);
      if (levelOf(digits) && digits.startsWith('2')) {
        codes += 1;
        if (first < 0) first = row;
      }
    }
    if (codes >= 2) return { row: Math.max(first - 1, region.body), column: column + 1 };
  }
  return undefined;
}

/** An empty form whose one heading over the subjects is 项目. */
function emptyForm({ view, body, bottom, left, right }: Region): At | undefined {
  for (let row = body; row <= Math.min(bottom, body + 6); row += 1)
    for (let column = left; column < right; column += 1)
      if (/^项目$|^(?:支出)?功能分类科目$/.test(nameOf(view.word(row, column))))
        return { row, column };
  return undefined;
}

/** The column of names: by its heading, else the first column of words beside codes. */
function nameColumn(region: Region): At | undefined {
  const { view } = region;
  const joined = joinedColumn(region);
  const stop = Math.min(region.bottom, region.body + 14);
  let fallback: At | undefined;
  for (let row = region.body; row <= stop; row += 1) {
    for (let column = region.left; column <= region.right; column += 1) {
      const text = nameOf(view.word(row, column));
      if (joined === column && CODE_OR_NAME.test(text)) return { row, column };
      if (joined === undefined && /名称$/.test(text) && NAME_HEADER.test(text))
        return { row, column };
      if (CODE_HEADER.test(text) && !fallback) {
        const area = view.area(row, column);
        fallback = { row, column: area.column + area.columns };
      }
    }
  }
  return fallback ?? columnBesideCodes(region) ?? emptyForm(region);
}

/** 序号: 1, 2, 3 … down a column is no part of the codes beside it. */
function isCounted({ view, body, bottom }: Region, column: number): boolean {
  let last = 0;
  for (let row = body; row <= bottom; row += 1) {
    const text = nameOf(view.text(row, column));
    if (/^(?:序号|行次|编号)$/.test(text)) return true;
    if (!/^\d{1,4}$/.test(text)) continue;
    if (Number(text) !== last + 1) return false;
    last += 1;
  }
  return last > 1;
}

/** Where codes begin: words and counts may stand further to the left. */
function firstCodeColumn(region: Region, from: number, name: number): number {
  const { view, left, bottom } = region;
  for (let column = left; column < name; column += 1) {
    if (isCounted(region, column)) continue;
    for (let row = from; row <= bottom; row += 1)
      if (codeDigitsIn(view, row, column) !== '') return column;
  }
  return left;
}

/** 科目栏 of a region; undefined where neither headings nor codes tell. */
export function codeLead(region: Region): Lead | undefined {
  const at = nameColumn(region);
  if (!at) return undefined;
  return { row: at.row, left: firstCodeColumn(region, at.row, at.column), name: at.column };
}
