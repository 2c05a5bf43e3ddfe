// Money as rows under headings: the whole first, its sources below, line numbers and letters where a place has
// them. Knows where figures stand.
import {
  type Canvas,
  type Column,
  figureAt,
  HEADS,
  type Line,
  relations,
  saidPoints,
  share,
  unitWord,
  wrapped,
} from './canvas.ts';
import type { Source } from './project.ts';

function columnsOf(c: Canvas): Column[] {
  const { look, r } = c;
  const list: Column[] = [...(look.initial ? (['initial'] as const) : []), 'budget', 'spent'];
  if (look.rateShown) list.push('rate');
  if (look.executionScored) {
    if (look.weights !== 'none' && r.chance(0.85))
      list.splice(
        r.chance(0.5) ? list.length : list.length - (look.rateShown ? 1 : 0),
        0,
        'weight',
      );
    list.push('score');
  }
  if (r.chance(0.2)) list.push('reason');
  return list;
}

function lineAt(
  c: Canvas,
  columns: readonly Column[],
  first: number,
  s: Source,
  isWhole: boolean,
): Line {
  const { look, project } = c;
  const line: Line = {};
  columns.forEach((key, i) => {
    const at = first + i;
    const dash = isWhole ? '' : look.sourceScores === 'again' ? '' : look.sourceScores;
    if (key === 'initial' || key === 'budget' || key === 'spent') {
      if (s[key] > 0 || isWhole) line[key] = figureAt(c, at, '金额', s[key]);
    } else if (key === 'rate') {
      if (s.budget > 0 && (isWhole || look.sourceRates))
        line.rate = figureAt(c, at, '执行率', share(s));
    } else if (key === 'weight' && isWhole)
      line.weight = figureAt(c, at, '分值', project.executionWeight);
    else if (key === 'score' && isWhole)
      line.score = figureAt(c, at, '得分', project.executionScore);
    else if (key === 'score' && look.sourceScores === 'again' && s === project.sources[0]) {
      figureAt(c, at, '得分', project.executionScore);
    } else if ((key === 'score' || key === 'weight') && dash) c.sheet.put(c.row, at, dash);
    else if (key === 'reason' && isWhole && project.whole.spent < project.whole.budget)
      c.sheet.put(c.row, at, '部分款项跨年支付');
  });
  return line;
}

/** Rows of sources under headings; the whole first. */
export function rows(c: Canvas, lettered: boolean): void {
  const { sheet, look, project, r } = c;
  const columns = columnsOf(c);
  const names = look.moneySide ? 1 : 0;
  const wide = r.pick([1, 2]);
  const first = names + wide + (lettered ? 1 : 0);
  const height = project.sources.length + 2 + (lettered ? 1 : 0);
  const top = c.row;
  const caption = `${r.pick(['预算执行情况', '项目资金', '资金投入情况', '年度资金'])}${unitWord(c, 'side')}${saidPoints(c, columns)}`;
  if (look.moneySide) sheet.put(top, 0, wrapped(caption, look), height, 1);
  else sheet.put(top, 0, r.pick(['资金来源', '项目资金', '']) + unitWord(c, 'side'), 1, wide);
  if (lettered) sheet.put(top, first - 1, '行次');
  columns.forEach((key, i) => {
    const head = r.pick(HEADS[key]);
    const amount = key === 'initial' || key === 'budget' || key === 'spent';
    const said = key === 'score' && !look.moneySide ? saidPoints(c, columns) : '';
    sheet.put(top, first + i, wrapped(head + (amount ? unitWord(c, 'heading') : '') + said, look));
  });
  c.row += 1;
  if (lettered) {
    columns.forEach((_, i) => sheet.set(c.row, first + i, { value: i + 1 }));
    sheet.put(c.row, names, '栏次', 1, wide);
    c.row += 1;
  }
  const lines = [project.whole, ...project.sources].map((s, i) => {
    const name =
      i === 0
        ? r.pick(['年度资金总额', '年度资金总额：', '资金总额', '合计'])
        : `${i === 1 ? '其中：' : ''}${s.name}`;
    sheet.put(c.row, names, name, 1, wide);
    if (lettered) sheet.set(c.row, first - 1, { value: i + 1 });
    const line = lineAt(c, columns, first, s, i === 0);
    c.row += 1;
    return line;
  });
  relations(c, lines[0]!, lines.slice(1));
}

/** One row of amounts without a name. */
export function noNames(c: Canvas): void {
  const { sheet, project, r } = c;
  const columns = columnsOf(c);
  sheet.put(
    c.row,
    0,
    `${r.pick(['当年预算执行情况', '预算执行情况'])}${unitWord(c, 'side')}${saidPoints(c, columns)}`,
    2,
    1,
  );
  columns.forEach((key, i) =>
    sheet.put(
      c.row,
      1 + i,
      r.pick(HEADS[key]) + (key === 'budget' || key === 'spent' ? unitWord(c, 'heading') : ''),
    ),
  );
  c.row += 1;
  const line = lineAt(c, columns, 1, project.whole, true);
  c.row += 1;
  relations(c, line, []);
}
