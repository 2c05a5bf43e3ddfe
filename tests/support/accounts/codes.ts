// Tables by code, put together from their parts: heads, codes, sum, notes, further columns, pages.
import type { Random } from '../department/random.ts';
import { SUBJECTS } from '../department/subjects.ts';
import type { Ledger } from './ledger.ts';
import type { CodeParts } from './parts.ts';
import { broken, type Sheet } from './sheet.ts';

export interface Column {
  readonly key: string;
  readonly label: string;
  /** The head over it; heads of one group stand beside one another. */
  readonly under?: string;
}

interface Frame {
  readonly sheet: Sheet;
  readonly parts: CodeParts;
  readonly table: string;
  readonly columns: readonly Column[];
  readonly ledger: Ledger;
  readonly r: Random;
  /** Columns of codes and names before the amounts. */
  readonly lead: number;
}

const leadOf = ({ lead }: CodeParts): number =>
  lead === 'joined' ? 1 : lead === 'two' ? 2 : lead === 'serial' ? 3 : 4;

/** Width of the whole table. */
export const codesWidth = (parts: CodeParts, columns: readonly Column[]): number =>
  leadOf(parts) + columns.length + parts.extra.length;

function codeCells({ sheet, parts }: Frame, row: number, code: string, n: number): void {
  const pieces = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter(Boolean);
  switch (parts.lead) {
    case 'two':
      sheet.put(row, 0, parts.indent ? code : Number(code));
      break;
    case 'serial':
      sheet.put(row, 0, n);
      sheet.put(row, 1, code);
      break;
    case 'three-whole':
    case 'merged':
      sheet.put(row, 0, code, 1, 3);
      break;
    case 'three-split':
      pieces.forEach((piece, i) => {
        sheet.put(row, i, piece);
      });
      break;
    case 'three-steps':
      sheet.put(row, pieces.length - 1, pieces.at(-1)!);
      break;
    case 'joined':
  }
}

const EXTRA_HEADS = {
  remark: '备注',
  share: '占比（%）',
  last: '上年决算数',
  change: '比上年增减',
} as const;

function heads(f: Frame, top: number): number {
  const { sheet, parts, columns, lead, r } = f;
  const depth = parts.depth;
  const nameAt = lead - 1;
  const joined = parts.lead === 'joined';
  const below = depth === 1 ? top : top + 1;
  if (depth > 1) sheet.put(top, 0, '项目', 1, lead);
  const high = depth === 3 ? 1 : 1;
  if (parts.lead === 'serial') sheet.put(below, 0, '序号', high, 1);
  if (joined) sheet.put(below, 0, '功能分类科目', high, 1);
  else {
    const from = parts.lead === 'serial' ? 1 : 0;
    sheet.put(below, from, parts.codeHead, high, nameAt - from);
    sheet.put(below, nameAt, parts.nameHead, high, 1);
  }
  const all = [...columns, ...parts.extra.map((e): Column => ({ key: e, label: EXTRA_HEADS[e] }))];
  all.forEach((c, i) => {
    const at = lead + i;
    const label = broken(r, c.label);
    if (depth === 1) {
      sheet.put(top, at, c.under ? (c.key === '合计' ? c.under : label) : label);
      return;
    }
    if (c.under === undefined) {
      sheet.put(top, at, label, 2, 1);
      return;
    }
    const group = all.filter((o) => o.under === c.under);
    if (group[0] === c) sheet.put(top, at, c.under, 1, group.length);
    if (!parts.headsInSum) sheet.put(top + 1, at, label);
  });
  let row = below + 1;
  if (depth === 3) {
    columns.forEach((_, i) => sheet.put(row, lead + i, '决算数'));
    row += 1;
  }
  return row;
}

/** Rows of labels, numbers and the sum, as far as they stand above. */
function above(f: Frame, top: number): number {
  const { sheet, parts, columns, lead } = f;
  let row = top;
  const labels = () => ['类', '款', '项'].forEach((w, i) => sheet.put(row, i, w));
  if (parts.labels === 'official') {
    ['类', '款', '项'].forEach((w, i) => sheet.put(row, i, w, 2, 1));
    sheet.put(row, 3, '栏次');
    columns.forEach((_, i) => sheet.put(row, lead + i, i + 1));
    sheet.put(row + 1, 3, parts.sumWord);
    sums(f, row + 1);
    return row + 2;
  }
  if (parts.labels === 'own') {
    labels();
    if (parts.numbers) {
      sheet.put(row, 3, '栏次');
      columns.forEach((_, i) => sheet.put(row, lead + i, i + 1));
    }
    row += 1;
  } else if (parts.numbers) {
    sheet.put(row, lead - 1, '栏次');
    columns.forEach((_, i) => sheet.put(row, lead + i, i + 1));
    row += 1;
  }
  if (parts.sum !== 'above') return row;
  if (parts.labels === 'sum') {
    labels();
    sheet.put(row, 3, parts.sumWord);
  } else if (parts.labels === 'sum-joined') {
    sheet.put(row, 0, '类款项', 1, 3);
    sheet.put(row, 3, parts.sumWord);
  } else sheet.put(row, 0, parts.sumWord, 1, lead);
  sums(f, row);
  return row + 1;
}

function sums(f: Frame, row: number): void {
  const { sheet, parts, columns, lead } = f;
  columns.forEach((c, i) => {
    if (parts.headsInSum && c.under !== undefined) sheet.put(row, lead + i, c.label);
    else amount(f, row, lead + i, '合计', c);
  });
  extras(f, row, '合计');
}

function amount(
  { sheet, ledger, table }: Frame,
  row: number,
  column: number,
  code: string,
  c: Column,
): void {
  const key = `${table}.${code}.${c.key}`;
  sheet.money(row, column, key, ledger.of.get(key) ?? 0);
}

function extras(
  { sheet, parts, columns, lead, ledger, table, r }: Frame,
  row: number,
  code: string,
): void {
  const fen = ledger.of.get(`${table}.${code}.合计`) ?? 0;
  const whole = ledger.of.get(`${table}.合计.合计`) || 1;
  const items = ledger.codes[table]!.filter(
    (c) => c.length === 7 && (code === '合计' || c.startsWith(code)),
  );
  const last = items.reduce(
    (sum, c) => sum + Math.floor((ledger.of.get(`${table}.${c}.合计`) ?? 0) * 0.9),
    0,
  );
  parts.extra.forEach((e, i) => {
    const at = lead + columns.length + i;
    if (e === 'remark') sheet.put(row, at, r.chance(0.1) ? '含追加' : '');
    else if (e === 'share') sheet.put(row, at, `${((fen * 100) / whole).toFixed(2)}%`);
    else if (e === 'last') sheet.money(row, at, `last.${table}.${code}`, last);
    else sheet.money(row, at, `change.${table}.${code}`, fen - last);
  });
}

const NOTE: Readonly<Record<string, string>> = {
  2: '注：本表反映部门本年度取得的各项收入情况。',
  3: '注：本表反映部门本年度各项支出情况。',
  5: '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
  8: '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
  9: '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
};

/** Writes the table from a row on; gives the first row below it. */
export function putCodes(
  sheet: Sheet,
  top: number,
  parts: CodeParts,
  table: string,
  columns: readonly Column[],
  ledger: Ledger,
  r: Random,
): number {
  const f: Frame = { sheet, parts, table, columns, ledger, r, lead: leadOf(parts) };
  const codes = ledger.codes[table]!;
  let row = top;
  if (parts.note === 'above') sheet.put(row++, 0, NOTE[table]!, 1, f.lead + columns.length);
  row = above(f, heads(f, row));
  codes.forEach((code, i) => {
    if (parts.page > 0 && i > 0 && i % parts.page === 0) row = heads(f, row);
    if (parts.blanks === 'between' && code.length === 3 && i > 0) row += 1;
    const name = `${parts.indent ? '　'.repeat((code.length - 3) / 2) : ''}${SUBJECTS[code]!}`;
    codeCells(f, row, code, i + 1);
    sheet.put(
      row,
      f.lead - 1,
      parts.lead === 'joined' ? `${code} ${name.trim()}` : broken(r, name),
    );
    columns.forEach((c, j) => amount(f, row, f.lead + j, code, c));
    extras(f, row, code);
    row += 1;
  });
  if (parts.sum === 'below') {
    sheet.put(row, 0, parts.sumWord, 1, f.lead);
    sums(f, row++);
  }
  if (parts.blanks === 'end') row += 3;
  if (parts.note === 'below') sheet.put(row++, 0, NOTE[table]!, 1, f.lead + columns.length);
  if (parts.note === 'inside') sheet.put(row++, f.lead - 1, NOTE[table]!);
  if (codes.length === 0)
    sheet.put(
      row++,
      0,
      `说明：本部门本年度没有${table === '8' ? '政府性基金' : '国有资本经营'}预算财政拨款收入，也没有支出，故本表无数据。`,
    );
  return row;
}
