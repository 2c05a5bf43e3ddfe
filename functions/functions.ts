// Custom functions of the namespace GJ: thin, stateless, ranges in. Descriptions become functions.json.
import { minus, shift, toDouble, toText } from '../src/measure/exact.ts';
import {
  chineseAmount,
  executionRate,
  growth,
  share,
  total,
  totals,
  weightedMean,
} from '../src/measure/ratios.ts';
import { gradeOf, type Rulebook } from '../src/scoring/book.ts';
import { executionScore } from '../src/scoring/execution.ts';
import { indicatorScore, qualityScore } from '../src/scoring/indicator.ts';
import { printDue } from '../src/scoring/target/dates.ts';
import { parseTarget } from '../src/scoring/target/parse.ts';
import type { Direction, ScoringTarget } from '../src/scoring/target/target.ts';
import {
  actualText,
  cellText,
  decimalsIn,
  invalid,
  numberOf,
  numericArguments,
  pairsOf,
  rateOf,
  required,
  requiredText,
  result,
  unavailable,
  weightOf,
} from './arguments.ts';
import { bookNamed, RULE_NAMES, VOCABULARY } from './rulebook.ts';

/**
 * 执行率：执行数 ÷ 预算数。预算数为零时显示 #DIV/0!（没有预算，不计算执行率）。
 * @customfunction EXECRATE
 * @param {any} budget 预算数（全年预算数或年初预算数）
 * @param {any} actual 执行数
 * @param {number} [decimals] 保留小数位数，不填则不四舍五入
 * @returns {number} 执行率，小数形式
 */
export function execRate(budget: any, actual: any, decimals?: number): number {
  return result(executionRate(numberOf(budget, '预算数'), numberOf(actual, '执行数')), decimals);
}

/**
 * 合计核对：合计是否等于各分项之和。按存储的数精确比较；填小数位数表示各数已四舍五入，按区间比较。
 * @customfunction CHECKTOTAL
 * @param {any} total 合计数
 * @param {any[][]} parts 各分项所在区域
 * @param {number} [decimals] 各数已四舍五入到几位小数
 * @returns {boolean} 相符为 TRUE
 */
export function checkTotal(total: any, parts: any[][], decimals?: number): boolean {
  return totals(numberOf(total, '合计数'), numericArguments(parts, '分项'), decimalsIn(decimals));
}

/**
 * 合计差额：合计数减各分项之和，精确到存储的数。
 * @customfunction TOTALDIFF
 * @param {any} sum 合计数
 * @param {any[][]} parts 各分项所在区域
 * @returns {number} 差额，合计多则为正
 */
export function totalDiff(sum: any, parts: any[][]): number {
  return toDouble(minus(numberOf(sum, '合计数'), total(numericArguments(parts, '分项'))));
}

/**
 * 占比：分项 ÷ 合计。合计为零时显示 #DIV/0!。
 * @customfunction SHARE
 * @param {any} part 分项
 * @param {any} whole 合计
 * @param {number} [decimals] 保留小数位数
 * @returns {number} 占比，小数形式
 */
export function shareOf(part: any, whole: any, decimals?: number): number {
  return result(share(numberOf(part, '分项'), numberOf(whole, '合计')), decimals);
}

/**
 * 增长率：（本年 − 上年）÷ 上年。上年为零时显示 #DIV/0!（上年为零，不可比）。
 * @customfunction GROWTH
 * @param {any} current 本年数
 * @param {any} previous 上年数
 * @param {number} [decimals] 保留小数位数
 * @returns {number} 增长率，小数形式，下降为负
 */
export function growthOf(current: any, previous: any, decimals?: number): number {
  return result(growth(numberOf(current, '本年数'), numberOf(previous, '上年数')), decimals);
}

/**
 * 元换算为万元，四舍五入。
 * @customfunction TOWANYUAN
 * @param {any} yuan 以元为单位的金额
 * @param {number} [decimals] 保留小数位数，默认 2
 * @returns {number} 以万元为单位的金额
 */
export function toWanYuan(yuan: any, decimals?: number): number {
  return result(shift(numberOf(yuan, '金额'), -4), decimalsIn(decimals) ?? 2);
}

/**
 * 人民币大写。
 * @customfunction CHINESEAMOUNT
 * @param {any} yuan 以元为单位的金额
 * @returns {string} 大写金额
 */
export function chineseAmountOf(yuan: any): string {
  const words = chineseAmount(numberOf(yuan, '金额'));
  if (words === undefined) throw invalid('金额过大，不能写成大写');
  return words;
}

/**
 * 加权平均得分：Σ 得分 × 资金 ÷ Σ 资金。
 * @customfunction WEIGHTEDSCORE
 * @param {any[][]} scores 各项目得分
 * @param {any[][]} money 各项目资金
 * @returns {number} 加权平均得分
 */
export function weightedScore(scores: any[][], money: any[][]): number {
  const [values, weights] = pairsOf([scores, money], ['得分', '资金']);
  return result(weightedMean(values, weights));
}

/** Rules by the name a cell gives them; refused with the names there are. */
function ruleNamed(rule: string | undefined, fallback: string): Rulebook {
  const name = cellText(rule) || fallback;
  const book = bookNamed(name);
  if (!book) throw invalid(`没有“${name}”这种计分办法；可以写 ${RULE_NAMES.join('、')}`);
  return book;
}

/**
 * 执行率得分：权重 × 执行率，不超过权重，两位小数。执行率填百分数或小数（80.52% 即 0.8052）；大于 150% 的按写法不明提示，不给满分。
 * @customfunction EXECSCORE
 * @param {any} rate 执行率，例如 80.52% 或 GJ.EXECRATE(预算数, 执行数)
 * @param {number} weight 分值（权重），例如 20
 * @param {string} [rule] 计分预设：武汉（默认）、全国、通用、四川、广西、湖南、自定
 * @returns {number} 得分
 */
export function execScore(rate: any, weight: number, rule?: string): number {
  const book = ruleNamed(rule, '武汉');
  const score = executionScore(rateOf(rate), weightOf(weight), book);
  if (!score.ok) throw invalid(score.why);
  return toDouble(score.points);
}

const DIRECTIONS: readonly Direction[] = ['≥', '>', '≤', '<', '=', '定性'];

function directionOf(text: string): Direction | undefined {
  if (text === '') return undefined;
  const direction = DIRECTIONS.find(
    (d) => d === text || (text === '>=' && d === '≥') || (text === '<=' && d === '≤'),
  );
  if (!direction) throw invalid(`方向“${text}”应为 ≥、≤、= 或 定性`);
  return direction;
}

/**
 * 指标得分：按目标值、实际完成值和权重计分，两位小数。定性目标显示 #N/A，提示应评的分值区间。
 * 没有填的不计分。桌面版 Excel 把空格子当作 0 传来，分不清的显示 #N/A：请写成 IF(A2="","",GJ.INDICATORSCORE(A2,B2,C2))，确是 0 的写成文本 0。
 * @customfunction INDICATORSCORE
 * @param {any} target 目标值，按原样写，例如 100件以内、≥95%、0起
 * @param {any} actual 实际完成值；显示为 96% 的单元格（数值 0.96）按百分数读
 * @param {number} weight 分值（权重）
 * @param {string} [rule] 计分办法：武汉（默认，按比例）、线性、全有全无，或预设名称（全国、通用、四川、广西、湖南）
 * @param {string} [direction] 方向：≥、≤、=、定性；不填则从目标值读出
 * @returns {number} 得分
 */
export function indicatorScoreOf(
  target: any,
  actual: any,
  weight: number,
  rule?: string,
  direction?: string,
): number {
  const book = ruleNamed(rule, '武汉');
  const wanted = directionOf(cellText(direction));
  const points = weightOf(weight);
  const goal = requiredText(target, '目标值');
  requiredText(actual, '实际完成值');
  const done = actualText(actual, parseTarget(goal, book.words));
  const score = indicatorScore(goal, done, points, book, wanted);
  if (score.ok) return toDouble(score.points);
  throw score.kind === 'band' ? unavailable(score.why) : invalid(score.why);
}

/**
 * 定性指标得分：权重 × 档次。达成 100%–80%、部分达成 80%–50%、未达成 50%–0%；不填比例取该档下限。
 * @customfunction QUALSCORE
 * @param {number} weight 分值（权重）
 * @param {string} level 档次：达成、部分达成、未达成
 * @param {number} [share] 在该档内的比例，例如 90%
 * @returns {number} 得分
 */
export function qualScore(weight: number, level: string, share?: number): number {
  const chosen = typeof share === 'number' ? numberOf(share, '比例') : undefined;
  const book = ruleNamed(undefined, '武汉');
  const score = qualityScore(weightOf(weight), requiredText(level, '档次'), book, chosen);
  if (!score.ok) throw invalid(score.why);
  return toDouble(score.points);
}

/**
 * 等级：90 分以上为优，80 分以上为良，60 分以上为中，60 分以下为差（连续划分，89.995 为良）。
 * 没有填的不评等级。桌面版 Excel 把空格子当作 0 传来，分不清的显示 #N/A：请写成 IF(A2="","",GJ.SCOREGRADE(A2))。
 * @customfunction SCOREGRADE
 * @param {any} score 得分
 * @param {any[][]} [bounds] 优、良、中的最低分，默认 90、80、60
 * @returns {string} 优、良、中、差
 */
export function scoreGrade(score: any, bounds?: any[][]): string {
  const { preset } = ruleNamed(undefined, '武汉');
  const own = bounds ? numericArguments(bounds, '分数线') : [];
  const grades = preset.grades.map((g, i) => ({ ...g, from: own[i] ? toText(own[i]) : g.from }));
  const grade = gradeOf(required(score, '得分'), { grades, boundStyle: preset.boundStyle });
  if (!grade) throw invalid('得分不能为负数');
  return grade;
}

function boundOf({ bound, upper, due }: ScoringTarget): string | number {
  if (due) return printDue(due);
  if (!bound) return '';
  return upper ? `${toText(bound)}~${toText(upper)}` : toDouble(bound);
}

/**
 * 目标值识别：每一部分一行，依次为方向、界限、单位、方向的来源。
 * @customfunction TARGET
 * @param {any} text 目标值
 * @returns {any[][]} 每部分一行
 */
export function targetOf(text: any): any[][] {
  return parseTarget(cellText(text), VOCABULARY).map((t) => [
    t.direction,
    boundOf(t),
    t.unit,
    t.source,
  ]);
}
