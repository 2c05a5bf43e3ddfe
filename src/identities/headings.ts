// Remarks on what stands above the tables: year, unit, department; and on sheets left unchecked.
import type { Finding } from '../assertions/finding.ts';
import type { Table } from '../facts/fact.ts';
import type { Standing, Standings } from '../facts/standing.ts';
import { type Remarks, remark } from './remarks.ts';

/** 所在环境: what the workbook and its place say about itself. */
export interface Surroundings {
  readonly year: number | undefined;
  /** The year was chosen, and no table is of it. */
  readonly chosen: boolean;
  readonly department: string | undefined;
  /** Sheets read from print, where a name may be cut off at the side of its cell. */
  readonly printed: ReadonlySet<string>;
  readonly unreadable: readonly { readonly sheet: string; readonly title: string }[];
  readonly skipped: readonly { readonly sheet: string; readonly cells: number }[];
}

const WHY: Readonly<Record<NonNullable<Standing['why']>, string>> = {
  'last-year': '是其他年度的表',
  duplicate: '与另一张同名表口径不同',
  copy: '是另一张表的副本',
  empty: '没有填数，另有一张已填的同名表',
};

/** Whether one name is the beginning of the other. */
const areOneCut = (a = '', b = ''): boolean => a !== '' && (a.startsWith(b) || b.startsWith(a));

/** A printed sheet with nothing but its page for a name: no title, and so no unit, stands over the rest of a table. */
const UNTITLED = /^第\d+页(?: \d+)?$/;

function headings(table: Table, around: Surroundings, remarks: Remarks): Finding[] {
  const result: Finding[] = [];
  const bare = around.printed.has(table.sheet) && UNTITLED.test(table.sheet);
  if (table.unitFrom !== 'printed' && table.form !== '补充资料' && !table.empty && !bare) {
    const from = table.unitFrom === 'workbook' ? '其他各表' : '通常做法';
    const message = `${table.title}没有写计量单位，已按${from}用“${table.unit}”核对。请在表头补上“单位：${table.unit}”。`;
    result.push(...remark(remarks, 'D05', message, { table }));
  }
  if (table.year !== undefined && around.year !== undefined && table.year !== around.year) {
    const message = `${table.title}的标题写的是 ${table.year} 年度，${around.chosen ? '核对按' : '其他各表是'} ${around.year} 年度。`;
    result.push(...remark(remarks, 'D06', message, { table }));
  }
  const { department } = table;
  const isCut = around.printed.has(table.sheet) && areOneCut(department, around.department);
  if (department && around.department && department !== around.department && !isCut) {
    const message = `${table.title}的部门名称是“${department}”，其他各表是“${around.department}”。`;
    result.push(...remark(remarks, 'D07', message, { table }));
  }
  if (table.hidden) {
    const message = `${table.title}所在的工作表“${table.sheet}”是隐藏的，已一并核对。公开前请确认是否需要隐藏。`;
    result.push(...remark(remarks, 'D08', message, { table, verdict: 'unknown', cause: 'hidden' }));
  }
  return result;
}

/** D05–D08. */
export function headingRemarks(
  standings: Standings,
  around: Surroundings,
  remarks: Remarks,
): Finding[] {
  const result: Finding[] = [];
  const official = [...standings].filter(([t]) => /^表\d$/.test(t.form));
  for (const [table, { checked, why = 'copy' }] of official) {
    if (!checked) {
      const message = `工作表“${table.sheet}”的${table.title}${WHY[why]}，没有核对。`;
      result.push(...remark(remarks, 'D08', message, { table, verdict: 'unknown' }));
      continue;
    }
    result.push(...headings(table, around, remarks));
  }
  for (const { sheet, title } of around.unreadable) {
    const message = `工作表“${sheet}”的标题像“${title}”，但表头不能识别，没有核对。`;
    result.push(...remark(remarks, 'D08', message, { sheet, verdict: 'unknown' }));
  }
  for (const { sheet, cells } of around.skipped) {
    const message = `工作表“${sheet}”有 ${cells.toLocaleString('en-US')} 个单元格，已跳过；它不是决算公开表。`;
    result.push(...remark(remarks, 'D08', message, { sheet, verdict: 'unknown' }));
  }
  return result;
}
