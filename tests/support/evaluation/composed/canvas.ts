// The sheet being filled and what its money has to agree with. Knows headings and relations; lays nothing out.
import type { Random } from '../../department/random.ts';
import type { Look } from './look.ts';
import type { Project, Source } from './project.ts';
import type { Figure, Kind, Sheet } from './sheet.ts';

/** 版面: a sheet being filled from the top, so many columns wide. */
export interface Canvas {
  readonly sheet: Sheet;
  readonly project: Project;
  readonly look: Look;
  readonly r: Random;
  readonly width: number;
  row: number;
  /** Scores that the total is made of. */
  readonly scores: Figure[];
  readonly weights: Figure[];
}

export const wrapped = (text: string, look: Look): string =>
  look.wrapped && text.length > 4 ? `${text.slice(0, 3)}\n${text.slice(3)}` : text;

export type Column = 'initial' | 'budget' | 'spent' | 'rate' | 'weight' | 'score' | 'reason';
export type Line = Partial<Record<Column, Figure>>;
export const HEADS: Readonly<Record<Column, readonly string[]>> = {
  initial: ['年初预算数', '年初预算', '年初批复数'],
  budget: ['全年预算数', '全年预算数（A）', '调整后预算数', '预算数（A）', '全年（调整）预算数'],
  spent: ['全年执行数', '全年执行数（B）', '执行数（B）', '预算执行数', '实际支出数'],
  rate: ['执行率', '执行率（B/A）', '预算执行率', '执行率（%）'],
  weight: ['分值', '权重', '标准分'],
  score: ['得分', '自评得分', '自评分'],
  reason: ['备注', '原因分析', '偏差原因分析及改进措施'],
};

export const share = (s: Source): number =>
  Math.floor((s.spent * 20_000 + s.budget) / (s.budget * 2));

export function figureAt(
  c: Canvas,
  column: number,
  kind: Kind,
  value: number,
  columns = 1,
  rows = 1,
): Figure {
  const { typing } = c.look;
  const how = kind === '金额' ? typing.money : kind === '执行率' ? typing.rate : typing.points;
  return c.sheet.figure({ row: c.row, column, rows, columns }, kind, value, how);
}

/** 执行率 = 执行数 ÷ 预算数, as far as rounded amounts and a rounded rate can tell. */
function rated(c: Canvas, rate: Figure, spent: Figure, budget: Figure): void {
  c.sheet.agree('执行率', [rate, spent, budget], (v) => {
    if (v(budget) <= 0) return false;
    const low = ((v(spent) - 0.5) / (v(budget) + 0.5)) * 10_000;
    const high = ((v(spent) + 0.5) / (v(budget) - 0.5)) * 10_000;
    return v(rate) + rate.step / 2 >= low - 0.01 && v(rate) - rate.step / 2 <= high + 0.01;
  });
}

/** Points of execution; a tenth is left to rounding. */
export function executed(c: Canvas, line: Line): void {
  const { score, weight, spent, budget } = line;
  if (!score || !spent || !budget) return;
  const own = weight ? [weight] : [];
  c.sheet.agree('执行得分', [score, spent, budget, ...own], (v) => {
    const points = weight ? v(weight) : c.project.executionWeight;
    return (
      v(budget) > 0 &&
      Math.abs(v(score) - points * Math.min(1, v(spent) / v(budget))) <= 8 + points / 200
    );
  });
}

export function relations(c: Canvas, whole: Line, parts: readonly Line[]): void {
  for (const key of ['initial', 'budget', 'spent'] as const) {
    const own = parts.flatMap((p) => p[key] ?? []);
    if (whole[key] && own.length > 0) c.sheet.roundedSum('来源之和', whole[key], own);
  }
  for (const { rate, spent, budget } of [whole, ...parts])
    if (rate && spent && budget) rated(c, rate, spent, budget);
  executed(c, whole);
  if (whole.score) c.scores.push(whole.score);
  if (whole.weight) c.weights.push(whole.weight);
  if (whole.score && whole.weight) {
    const { score, weight } = whole;
    c.sheet.agree('得分不超过分值', [score, weight], (v) => v(score) <= v(weight));
  }
}

/** Points that are said in the label, where no column holds them. */
export const saidPoints = (c: Canvas, columns: readonly Column[]): string =>
  c.look.executionScored && !columns.includes('weight')
    ? `（${c.project.executionWeight / 100}分）`
    : '';

export const unitWord = (c: Canvas, place: Look['moneyUnit']): string =>
  c.look.moneyUnit === place ? '（万元）' : '';
