// Remarks on performance tables as sheets: which were not looked at, and what in them could not be
// read. Knows tables as read; judges no score.
import type { Finding } from '../assertions/finding.ts';
import type { Evaluation } from '../facts/evaluation.ts';
import { addressOf } from '../facts/grid.ts';
import type { Standing, Standings } from '../facts/standing.ts';
import { type Remarks, remark } from './remarks.ts';

/** What people call one of several tables of a form. */
const called = ({ table }: Evaluation): string =>
  table.project ? `${table.title}（${table.project}）` : table.title;

function unchecked(own: Evaluation, standing: Standing | undefined, remarks: Remarks): Finding[] {
  const { table } = own;
  const why = standing?.why === 'copy' ? '与另一张完全相同' : '是其他年度的表';
  const message = `工作表“${table.sheet}”的${called(own)}${why}，没有核对。`;
  return remark(remarks, 'D08', message, { table, verdict: 'unknown' });
}

function hidden(own: Evaluation, remarks: Remarks): Finding[] {
  const { table } = own;
  if (!table.hidden) return [];
  const message = `${called(own)}所在的工作表“${table.sheet}”是隐藏的，已一并核对。公开前请确认是否需要隐藏。`;
  return remark(remarks, 'D08', message, { table, verdict: 'unknown' });
}

function doubtful(own: Evaluation, remarks: Remarks): Finding[] {
  const { table } = own;
  return own.doubts.flatMap(({ location, why }) => {
    const message = `${called(own)}（${addressOf(location)}）${why}，没有核对。请核对这一处的填写位置。`;
    const cell = {
      sheet: location.sheet,
      address: addressOf(location),
      value: '',
      role: 'stated',
      label: called(own),
    } as const;
    return remark(remarks, 'D11', message, { table, verdict: 'unknown', cells: [cell] });
  });
}

/** D08, D11 of performance tables. */
export const evaluationRemarks = (
  all: readonly Evaluation[],
  standings: Standings,
  remarks: Remarks,
): Finding[] =>
  all.flatMap((own) => {
    const standing = standings.get(own.table);
    return standing?.checked
      ? [...hidden(own, remarks), ...doubtful(own, remarks)]
      : unchecked(own, standing, remarks);
  });

/** D08 of titles whose header could not be made out, where no official table stands beside them. */
export const unreadableRemarks = (
  places: readonly { readonly sheet: string; readonly title: string }[],
  remarks: Remarks,
): Finding[] =>
  places.flatMap(({ sheet, title }) => {
    const message = `工作表“${sheet}”的标题像“${title.replace(/\s+/g, '')}”，但表头不能识别，没有核对。`;
    return remark(remarks, 'D08', message, { sheet, verdict: 'unknown' });
  });
