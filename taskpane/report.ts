// 体检报告: a review as a sheet to read, print and pass on, and as text for the clipboard.
import {
  type Finding,
  SEVERITY_NAMES,
  SLIP_NAMES,
  VERDICT_NAMES,
} from '../src/assertions/finding.ts';
import { columnName } from '../src/facts/grid.ts';
import type { Look, PageCell } from '../src/facts/page.ts';
import { type Host, HostError, type SheetWrite } from '../src/hosts/port.ts';
import { parseExact, toDouble } from '../src/measure/exact.ts';
import { spoken, type Titles, titlesOf } from '../src/review/spoken.ts';
import type { Review } from '../src/review.ts';
import { suspectsOf } from './session.ts';

export const REPORT = '体检报告';
const HEAD = ['结论', '程度', '单元格', '问题', '表内数', '应为', '差额', '依据', '可能的原因'];
const WIDTHS = [9, 6, 16, 52, 14, 14, 12, 34, 26];
const LAST = columnName(HEAD.length - 1);
const FILL = 'F2F2F2';
const AMOUNT = '0.00';

const wanted = (review: Review): Finding[] => review.findings.filter((f) => f.verdict !== 'exact');

const placeOf = (f: Finding): string =>
  f.cells[0] ? `${f.cells[0].sheet}!${f.cells[0].address}` : '';

const reasonOf = (f: Finding, review: Review): string =>
  suspectsOf(f, review.suspects)
    .slice(0, 3)
    .map((s) => `${s.sheet}!${s.address} → ${s.suggested}（${SLIP_NAMES[s.slip]}）`)
    .join('；');

/** One finding, in the order of the head. */
function rowOf(f: Finding, review: Review, titles: Titles): string[] {
  return [
    VERDICT_NAMES[f.verdict],
    f.explained ? '已说明' : f.verdict === 'broken' ? SEVERITY_NAMES[f.severity] : '',
    placeOf(f),
    f.stated === undefined ? f.message : `${f.title}。${f.message}`,
    f.stated ?? '',
    f.expected ?? '',
    f.gap ?? '',
    `${spoken(f.says, titles, f.table)}（${f.basis}，${f.rule}）`,
    reasonOf(f, review),
  ];
}

/** Findings by the table they are listed under, in the workbook's order. */
function groupsOf(review: Review): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const f of wanted(review)) {
    const name = f.table ? `${f.table}（${f.sheet}）` : (f.sheet ?? '整个工作簿');
    groups.set(name, [...(groups.get(name) ?? []), f]);
  }
  return groups;
}

/** A link inside the workbook, from a formula: it needs no style and survives a copy. */
const linkTo = (sheet: string, address: string): string =>
  `=HYPERLINK("#'${sheet.replaceAll("'", "''").replaceAll('"', '""')}'!${address}","${sheet.replaceAll('"', '""')}!${address}")`;

function cellOf(f: Finding, text: string, column: number): Omit<PageCell, 'address'> {
  const look: Look = { border: true, wrap: true };
  const [first] = f.cells;
  if (column === 2 && first)
    return { ...look, value: text, formula: linkTo(first.sheet, first.address) };
  const amount = column >= 4 && column <= 6 ? parseExact(text) : undefined;
  if (amount) {
    const decimals = text.split('.')[1]?.length ?? 0;
    const format = decimals === 2 ? AMOUNT : decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
    return { ...look, value: toDouble(amount), format, horizontal: 'right' };
  }
  return { ...look, value: text, format: '@', ...(column < 2 && { horizontal: 'center' }) };
}

function summaryLines(review: Review, at: Date): string[] {
  const { counts, tables, missing, figures } = review;
  const where = [review.department, review.year && `${review.year} 年度`, review.region];
  const read = tables.filter((t) => t.checked).length;
  return [
    where.filter(Boolean).join(' · '),
    `已识别 ${read} 张表${missing.length > 0 ? `，缺 ${missing.length} 张` : ''}；相符 ${counts.exact} · 尾差 ${counts.rounding} · 不符 ${counts.broken} · 无法核对 ${counts.unknown}`,
    `共 ${figures.total} 个数，其中 ${figures.covered} 个至少有一条规则核对。体检时间 ${at.toLocaleString('zh-CN', { hour12: false })}。点“单元格”可跳转。`,
  ].filter(Boolean);
}

export function reportSheet(review: Review, name: string, at: Date): SheetWrite {
  const titles = titlesOf(review.tables);
  const cells: PageCell[] = [];
  const merges: string[] = [];
  const heights: number[] = [];
  let row = 0;
  const across = (value: string, look: Look, height: number) => {
    row += 1;
    cells.push({ address: `A${row}`, value, format: '@', ...look });
    merges.push(`A${row}:${LAST}${row}`);
    heights[row - 1] = height;
  };
  across(REPORT, { bold: true, size: 16, horizontal: 'center' }, 28);
  for (const line of summaryLines(review, at)) across(line, { horizontal: 'left' }, 18);
  const groups = groupsOf(review);
  if (groups.size === 0) across('勾稽关系全部相符，没有需要处理的问题。', { bold: true }, 20);
  for (const [title, findings] of groups) {
    across(`${title}：${findings.length} 项`, { bold: true, fill: FILL, horizontal: 'left' }, 20);
    row += 1;
    const head = row;
    HEAD.forEach((value, c) => {
      const address = `${columnName(c)}${head}`;
      cells.push({ address, value, bold: true, border: true, horizontal: 'center' });
    });
    for (const f of findings) {
      row += 1;
      rowOf(f, review, titles).forEach((text, c) => {
        cells.push({ address: `${columnName(c)}${row}`, ...cellOf(f, text, c) });
      });
    }
  }
  return { name, cells, merges, heights, widths: WIDTHS, landscape: true };
}

/** Adds the report under the first name that is free: a report of the day before stays. */
export async function addReport(host: Host, review: Review, at: Date): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? REPORT : `${REPORT}（${n}）`;
    try {
      await host.addSheet(reportSheet(review, name, at));
      return name;
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'refused' || n > 50) throw error;
    }
  }
}

export function reportText(review: Review): string {
  const titles = titlesOf(review.tables);
  return [
    ['表', ...HEAD],
    ...wanted(review).map((f) => [f.table ?? f.sheet ?? '', ...rowOf(f, review, titles)]),
  ]
    .map((row) => row.join('\t'))
    .join('\n');
}
