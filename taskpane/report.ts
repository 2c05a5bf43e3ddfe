// 体检报告: a review as a sheet of plain cells, and as text for the clipboard.
import { SEVERITY_NAMES, SLIP_NAMES, VERDICT_NAMES } from '../src/assertions/finding.ts';
import { columnName } from '../src/facts/grid.ts';
import type { CellWrite, SheetWrite } from '../src/hosts/port.ts';
import type { Review } from '../src/review.ts';
import { suspectsOf } from './session.ts';

const HEAD = [
  '结论',
  '程度',
  '表',
  '单元格',
  '问题',
  '表内数',
  '应为',
  '差额',
  '规则',
  '依据',
  '可能的原因',
];

/** Rows of the report, head first. */
export function reportRows(review: Review): string[][] {
  const wanted = review.findings.filter((f) => f.verdict !== 'exact');
  return [
    HEAD,
    ...wanted.map((f) => [
      VERDICT_NAMES[f.verdict],
      f.verdict === 'broken' ? SEVERITY_NAMES[f.severity] : '',
      f.table ?? f.sheet ?? '',
      f.cells[0] ? `${f.cells[0].sheet}!${f.cells[0].address}` : '',
      f.message,
      f.stated ?? '',
      f.expected ?? '',
      f.gap ?? '',
      f.says,
      `${f.basis}（${f.rule}）`,
      suspectsOf(f, review.suspects)
        .map((s) => `${s.address} → ${s.suggested}（${SLIP_NAMES[s.slip]}）`)
        .join('；'),
    ]),
  ];
}

export function reportSheet(review: Review, name: string): SheetWrite {
  const { counts } = review;
  const title = `${review.year ?? ''}体检报告：相符 ${counts.exact} · 尾差 ${counts.rounding} · 不符 ${counts.broken} · 无法核对 ${counts.unknown}`;
  const cells: CellWrite[] = [{ sheet: name, address: 'A1', value: title }];
  reportRows(review).forEach((row, r) => {
    row.forEach((value, c) => {
      if (value)
        cells.push({ sheet: name, address: `${columnName(c)}${r + 3}`, value, format: '@' });
    });
  });
  return { name, cells, widths: [8, 6, 24, 14, 60, 14, 14, 12, 36, 30, 30] };
}

export const reportText = (review: Review): string =>
  reportRows(review)
    .map((row) => row.join('\t'))
    .join('\n');
