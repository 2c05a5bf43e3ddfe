// The money of a table in the shapes that places print beside rows under headings: names beside amounts, sources
// as headings of one row. Knows where figures stand and what they come to.
import {
  type Canvas,
  type Column,
  figureAt,
  type Line,
  relations,
  share,
  unitWord,
  wrapped,
} from './canvas.ts';
import type { Look, MoneyShape } from './look.ts';
import { noNames, rows } from './money-rows.ts';
import type { Kind } from './sheet.ts';

/** 预算数 12.5 执行数 10 执行率 80% in one row. */
function pairs(c: Canvas): void {
  const { sheet, look, project } = c;
  const put: [string, Kind, number, Column][] = [
    [`预算数${unitWord(c, 'heading')}`, '金额', project.whole.budget, 'budget'],
    [`执行数${unitWord(c, 'heading')}`, '金额', project.whole.spent, 'spent'],
    ['执行率', '执行率', share(project.whole), 'rate'],
  ];
  if (look.executionScored)
    put.push([
      `得分（${project.executionWeight / 100}分）`,
      '得分',
      project.executionScore,
      'score',
    ]);
  const line: Line = {};
  sheet.put(c.row, 0, `预算执行情况${unitWord(c, 'side')}`);
  put.forEach(([label, kind, value, key], i) => {
    sheet.put(c.row, 1 + i * 2, label);
    line[key] = figureAt(c, 2 + i * 2, kind, value);
  });
  c.row += 1;
  relations(c, line, []);
}

/** 预算数 over 执行数, the rate beside both. */
function twoRows(c: Canvas): void {
  const { sheet, look, project, r } = c;
  sheet.put(c.row, 0, wrapped(`预算执行情况${unitWord(c, 'side')}`, look), 2, 1);
  const line: Line = {};
  sheet.put(
    c.row,
    1,
    r.pick(['预算数（A）', '全年预算数', '转移支付预算数（A）']) + unitWord(c, 'heading'),
  );
  line.budget = figureAt(c, 2, '金额', project.whole.budget);
  sheet.put(c.row, 3, r.pick(['执行率', '预算执行率（B/A）']), 2, 1);
  line.rate = figureAt(c, 4, '执行率', share(project.whole), 1, 2);
  if (look.executionScored) {
    sheet.put(c.row, 5, `得分（${project.executionWeight / 100}分）`, 2, 1);
    line.score = figureAt(c, 6, '得分', project.executionScore, 1, 2);
  }
  c.row += 1;
  sheet.put(
    c.row,
    1,
    r.pick(['执行数（B）', '全年执行数', '转移支付执行数（B）']) + unitWord(c, 'heading'),
  );
  line.spent = figureAt(c, 2, '金额', project.whole.spent);
  c.row += 1;
  relations(c, line, []);
}

/** 预算数： 40 执行数： 38, and below both 其中：中央补助 …. */
function sides(c: Canvas): void {
  const { sheet, look, project } = c;
  const points = look.executionScored ? `（${project.executionWeight / 100}分）` : '';
  sheet.put(c.row, 0, `预算执行情况${unitWord(c, 'side')}${points}`, project.sources.length + 1, 1);
  const lines = [project.whole, ...project.sources].map((s, i): Line => {
    const line: Line = {};
    const [a, b] =
      i === 0
        ? ['预算数：', '执行数：']
        : [`${i === 1 ? '其中：' : ''}${s.name}`, `${i === 1 ? '其中：' : ''}${s.name}`];
    sheet.put(c.row, 1, a + (i === 0 ? unitWord(c, 'heading') : ''));
    line.budget = figureAt(c, 2, '金额', s.budget);
    sheet.put(c.row, 3, b + (i === 0 ? unitWord(c, 'heading') : ''));
    line.spent = figureAt(c, 4, '金额', s.spent);
    if (i === 0 && look.executionScored) {
      sheet.put(c.row, 5, '得分', 1, 1);
      line.score = figureAt(c, 6, '得分', project.executionScore);
    }
    c.row += 1;
    return line;
  });
  relations(c, lines[0]!, lines.slice(1));
}

/** Sources as headings: 中央 | 省级 | 合计 | 执行数 | 执行率. */
function across(c: Canvas): void {
  const { sheet, look, project } = c;
  const points = look.executionScored ? `（${project.executionWeight / 100}分）` : '';
  sheet.put(c.row, 0, wrapped(`项目资金来源${unitWord(c, 'side')}${points}`, look), 2, 1);
  const unit = unitWord(c, 'heading');
  const heads = [
    ...project.sources.map((s) => s.name),
    '合计',
    '执行数',
    '执行率',
    ...(look.executionScored ? ['得分'] : []),
  ];
  heads.forEach((h, i) =>
    sheet.put(c.row, 1 + i, h + (h === '执行率' || h === '得分' ? '' : unit)),
  );
  c.row += 1;
  const parts = project.sources.map((s, i) => figureAt(c, 1 + i, '金额', s.budget));
  const at = 1 + parts.length;
  const budget = figureAt(c, at, '金额', project.whole.budget);
  const spent = figureAt(c, at + 1, '金额', project.whole.spent);
  const rate = figureAt(c, at + 2, '执行率', share(project.whole));
  const score = look.executionScored
    ? figureAt(c, at + 3, '得分', project.executionScore)
    : undefined;
  sheet.roundedSum('来源之和', budget, parts);
  c.row += 1;
  relations(c, { budget, spent, rate, ...(score && { score }) }, []);
}

/** 计划投资额 300 | 实际到位资金 280 | 实际使用 260, sources below each. */
function beside(c: Canvas): void {
  const { sheet, project, look } = c;
  const unit = look.moneyUnit === 'corner' ? '' : '（万元）';
  const columns = ['initial', 'budget', 'spent'] as const;
  const heads = [`计划投资额${unit}`, `实际到位资金${unit}`, `实际使用情况${unit}`];
  const lines = [project.whole, ...project.sources].map((s, i): Line => {
    const line: Line = {};
    columns.forEach((key, n) => {
      sheet.put(c.row, n * 2, i === 0 ? heads[n]! : `${i === 1 ? '其中：' : ''}${s.name}`);
      line[key] = figureAt(c, n * 2 + 1, '金额', s[key]);
    });
    c.row += 1;
    return line;
  });
  relations(c, lines[0]!, lines.slice(1));
}

const SHAPES: Readonly<Record<MoneyShape, (c: Canvas) => void>> = {
  rows: (c) => rows(c, false),
  lettered: (c) => rows(c, true),
  'no-names': noNames,
  pairs,
  'two-rows': twoRows,
  sides,
  'sources-across': across,
  'columns-beside': beside,
};
/** 资金: lays the block out from the row where the canvas stands. */
export const layMoney = (c: Canvas): void => SHAPES[c.look.money](c);

/** Whether this shape says what execution earned. */
export const scoresExecution = (look: Look): boolean =>
  look.executionScored && look.money !== 'columns-beside';
