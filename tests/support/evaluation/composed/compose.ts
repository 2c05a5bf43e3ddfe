// A 自评表 composed from parts: title, names, money, goals, indicators, total and what stands below, in an order
// and in shapes that are drawn. Knows which parts there are; the parts know themselves.
import type { Snapshot } from '../../../../src/facts/grid.ts';
import { random } from '../../department/random.ts';
import type { Canvas } from './canvas.ts';
import { layIndicators } from './indicators.ts';
import { type Look, lookOf } from './look.ts';
import { layMoney, scoresExecution } from './money.ts';
import { type Project, projectOf } from './project.ts';
import { type Figure, type Relation, Sheet } from './sheet.ts';

/** 拼成的自评表: the sheet, every figure on it, and which have to agree. */
export interface Composed {
  readonly seed: number;
  readonly look: Look;
  readonly project: Project;
  readonly snapshot: Snapshot;
  readonly figures: readonly Figure[];
  readonly relations: readonly Relation[];
}

const WIDTH = 9;

function heading(c: Canvas): void {
  const { look, project, sheet, r } = c;
  const line = (text: string) => {
    sheet.put(c.row, 0, text, 1, WIDTH);
    c.row += 1;
  };
  if (look.mark === 'above') line(r.pick(['公开14表', '附件2', '附表3：']));
  const year = look.yearIn === 'title' ? `${project.year}年度` : '';
  const behind = look.mark === 'behind' ? '（公开14表）' : '';
  sheet.put(
    c.row,
    0,
    `${year}${look.title}${behind}`,
    1,
    look.mark === 'beside' ? WIDTH - 1 : WIDTH,
  );
  if (look.mark === 'beside') sheet.put(c.row, WIDTH - 1, '公开14表');
  c.row += 1;
  if (look.yearIn === 'below') line(`（${project.year}年度）`);
  if (look.yearIn === 'label') line(`年度：${project.year}年`);
  if (look.moneyUnit === 'corner') line('单位：万元');
}

function names(c: Canvas): void {
  const { look, project, sheet, r } = c;
  const pair = (column: number, label: string, text: string, columns: number) => {
    sheet.put(c.row, column, label);
    sheet.put(c.row, column + 1, text, 1, columns);
  };
  if (look.overall)
    pair(0, r.pick(['部门名称', '单位名称', '部门（单位）名称']), project.unit, WIDTH - 1);
  else pair(0, r.pick(['项目名称', '项目名称', '专项名称']), project.name || '其他', WIDTH - 1);
  c.row += 1;
  if (!look.overall) {
    pair(0, '主管部门', project.department, 3);
    pair(4, r.pick(['实施单位', '项目实施单位', '预算单位']), project.unit, 3);
    c.row += 1;
  }
  if (look.yearIn === 'head') {
    pair(0, r.pick(['项目年份', '评价年度', '预算年度']), String(project.year), 3);
    pair(4, r.pick(['填报日期', '填报时间']), `${project.year + 1}年3月10日`, 3);
    c.row += 1;
  }
}

/** The total in the head of the table. */
function early(c: Canvas): Figure {
  const { look, sheet, project, r } = c;
  sheet.put(c.row, 0, r.pick(['自评总分', '自评得分', '自评总分（分）', '评价总分']));
  const figure = sheet.figure({ row: c.row, column: 1 }, '总分', project.total, look.typing.points);
  sheet.put(c.row, 3, '联系人');
  sheet.put(c.row, 4, '某某');
  c.row += 1;
  return figure;
}

function goals(c: Canvas): void {
  const { sheet, r } = c;
  const side = r.pick(['年度总体目标', '年度目标完成情况', '总体目标']);
  sheet.put(c.row, 0, side, 2, 1);
  sheet.put(c.row, 1, r.pick(['预期目标', '年初设定目标', '年初目标']), 1, 3);
  sheet.put(
    c.row,
    4,
    r.pick(['实际完成情况', '全年实际完成情况', '目标实际完成情况']),
    1,
    WIDTH - 4,
  );
  c.row += 1;
  sheet.put(c.row, 1, '完成年度任务，改善设施条件。', 1, 3);
  sheet.put(c.row, 4, '年度任务已完成，设施条件改善。', 1, WIDTH - 4);
  c.row += 1;
}

function below(c: Canvas, where: { weight: number | undefined; score: number }): Figure[] {
  const { look, sheet, project, r } = c;
  const { total } = look;
  if (total === 'head' || total === 'none') return [];
  if (total === 'below-in-words') {
    sheet.put(c.row, 0, `总分：${project.total / 100}分`, 1, WIDTH);
    c.row += 1;
    return [];
  }
  const labels = where.weight === undefined ? where.score : Math.min(where.weight, where.score);
  sheet.put(
    c.row,
    0,
    r.pick(['总分', '合计', '总计', '自评总分', '自评得分合计']),
    1,
    Math.max(1, labels),
  );
  if (where.weight !== undefined && r.chance(0.85)) {
    const all = sheet.figure(
      { row: c.row, column: where.weight },
      '分值',
      10_000,
      look.typing.points,
    );
    sheet.sum('分值合计', all, c.weights);
  }
  const score = sheet.figure(
    { row: c.row, column: where.score },
    '总分',
    project.total,
    look.typing.points,
  );
  c.row += 1;
  return [score];
}

function tail(c: Canvas): void {
  const { look, sheet, project } = c;
  const box = (label: string, text: string) => {
    sheet.put(c.row, 0, label);
    sheet.put(c.row, 1, text, 1, WIDTH - 1);
    c.row += 1;
  };
  if (look.tail.includes('reasons')) box('偏差大或目标未完成原因分析', '部分设备到货较晚');
  if (look.tail.includes('grade'))
    box(
      '自评等级',
      project.total >= 9000
        ? '优'
        : project.total >= 8000
          ? '良'
          : project.total >= 6000
            ? '中'
            : '差',
    );
  if (look.tail.includes('notes')) box('备注', '无');
  if (look.tail.includes('signed')) {
    sheet.put(c.row, 0, '填表人：某某');
    sheet.put(c.row, 4, '联系电话：00000000');
    c.row += 1;
  }
}

/** All points there are to earn make a hundred, whether or not a total row says so. */
function hundred({ sheet, look, project, weights }: Canvas): void {
  const rows = weights.filter((w) => w.kind === '分值');
  const columns =
    look.weights === 'column' ||
    look.weights === 'column-first' ||
    look.weights === 'level-columns';
  if (!columns || rows.length < project.rows.length) return;
  const own = rows.length - project.rows.length;
  const rest = own > 0 ? 0 : project.executionWeight;
  sheet.agree('满分', rows, (v) => rows.reduce((n, w) => n + v(w), rest) === 10_000);
}

/** Composes the table of a seed. */
export function composed(seed: number): Composed {
  const r = random(seed * 911 + 17);
  const look = lookOf(r);
  const executionWeight = scoresExecution(look) ? r.pick([1000, 1000, 1000, 2000]) : 0;
  const project = projectOf(r, executionWeight);
  const sheet = new Sheet(look.merged);
  const c: Canvas = { sheet, project, look, r, width: WIDTH, row: 0, scores: [], weights: [] };
  heading(c);
  names(c);
  const totals: Figure[] = [];
  if (look.total === 'head' || look.total === 'both') totals.push(early(c));
  for (const part of look.order) {
    if (part === 'money') layMoney(c);
    else if (part === 'goals') goals(c);
    else {
      const where = layIndicators(c);
      if (look.extra.includes('remark')) {
        sheet.put(
          c.row,
          0,
          r.pick(['其他需要说明的事项', '其他说明的问题', '需要说明的问题']),
          1,
          3,
        );
        sheet.put(c.row, 3, '无', 1, WIDTH - 3);
        c.row += 1;
      }
      totals.push(...below(c, where));
    }
  }
  for (const total of totals) sheet.sum('总分', total, c.scores);
  hundred(c);
  tail(c);
  return {
    seed,
    look,
    project,
    snapshot: { sheets: [sheet.grid('表')] },
    figures: sheet.figures,
    relations: sheet.relations,
  };
}

/** The table as lines of text, for the eye. */
export const drawn = ({ snapshot }: Composed): string =>
  Array.from(snapshot.sheets[0]!.cells, (line) =>
    Array.from(line ?? [], (cell) => String(cell?.value ?? '').replace(/\n/g, '⏎')).join('|'),
  ).join('\n');
