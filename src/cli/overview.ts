// 体检总览: one line for each workbook of a run. Knows outcomes; knows no folder.
import { columnName } from '../facts/grid.ts';
import { heightOf } from '../facts/page.ts';
import { createWorkbook, type NewSheet } from '../hosts/xlsx/create.ts';
import type { Outcome } from './outcome.ts';

/** 总览的一行: what the overview says of a workbook. */
export interface OverviewRow {
  readonly file: string;
  readonly department: string;
  readonly year: string;
  readonly region: string;
  readonly tables: number;
  readonly counts: readonly number[];
  readonly result: string;
  readonly report: string;
}

export function overviewRow(outcome: Outcome, report = ''): OverviewRow {
  const nothing = { department: '', year: '', region: '', tables: 0, counts: [], report: '' };
  if ('error' in outcome) return { ...nothing, file: outcome.file, result: outcome.error.message };
  const { department, year, region, tables, counts, told } = outcome.review;
  const broken = told.filter((f) => f.verdict === 'broken' && !f.explained);
  const must = broken.filter((f) => f.severity === 'error').length;
  const explain = broken.filter((f) => f.severity === 'warning').length;
  const checked = tables.filter((t) => t.checked).length;
  const wrong = must > 0 ? `须改正 ${must} 处` : explain > 0 ? `须核实 ${explain} 处` : '没有不符';
  return {
    file: outcome.file,
    department: department ?? '',
    year: String(year ?? ''),
    region: region ?? '',
    tables: checked,
    counts: [counts.exact, counts.rounding, must, explain, counts.unknown],
    result: checked === 0 ? '没有找到决算公开表' : wrong,
    report,
  };
}

const HEAD = [
  '序号',
  '工作簿',
  '部门',
  '年度',
  '地区',
  '已核对的表',
  '相符',
  '尾差',
  '不符（强制）',
  '不符（核实）',
  '无法核对',
  '结论',
  '体检报告',
];

const WIDTHS = [6, 36, 28, 8, 16, 10, 8, 8, 10, 10, 10, 20, 36];

function overviewSheet(rows: readonly OverviewRow[]): NewSheet {
  const lines = rows.map((r, i) => [
    i + 1,
    r.file,
    r.department,
    r.year,
    r.region,
    r.tables,
    ...(r.counts.length > 0 ? r.counts : ['', '', '', '', '']),
    r.result,
    r.report,
  ]);
  const cells = [HEAD, ...lines].flatMap((line, row) =>
    line.map((value, column) => ({
      address: `${columnName(column)}${row + 1}`,
      value,
      border: true,
      wrap: true,
      size: 10,
      ...(row === 0 && { bold: true, horizontal: 'center' as const }),
    })),
  );
  const heights = [HEAD, ...lines].map((line) =>
    Math.max(18, ...line.map((value, column) => heightOf(String(value), WIDTHS[column]!))),
  );
  return {
    name: '总览',
    cells,
    heights,
    widths: WIDTHS,
    landscape: true,
    repeated: [0, 0],
    frozen: 1,
  };
}

export const OVERVIEW = '体检总览.xlsx';

/** 体检总览 of a run as a workbook. */
export const overviewFile = (rows: readonly OverviewRow[]): Promise<Uint8Array> =>
  createWorkbook([overviewSheet(rows)]);
