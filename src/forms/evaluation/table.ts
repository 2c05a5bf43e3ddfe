// From what stands where to a 自评表: rows with their facts, texts with their places. Knows what the
// sections told; knows no rule.
import type {
  EvaluatedIndicator,
  Evaluation,
  IndicatorValue,
  MoneyRow,
  OtherScore,
  PrintedWeight,
  TaskBlock,
  Wording,
} from '../../facts/evaluation.ts';
import type { Fact, Item } from '../../facts/fact.ts';
import { quantity } from '../../measure/quantity.ts';
import type { Heading } from '../heading.ts';
import { plain } from '../names.ts';
import type { Filing } from '../table.ts';
import { frameOf } from './facts.ts';
import type { EvaluationReading } from './read.ts';
import { familyOf, type GoalSketch, type PointsSketch, type Row, type Slot } from './sketch.ts';

type Find = (row: Item, column: string) => Fact | undefined;

const DIVIDED = { initial: '年初预算数·', budget: '全年预算数·', spent: '执行数·' } as const;

/** Columns that an amount of a task is divided into; undefined where none is. */
function dividedOf({ item, slots }: Row, find: Find): MoneyRow['divided'] {
  const found = Object.entries(DIVIDED).flatMap(([key, head]) => {
    const own = slots.filter((s) => s.column.startsWith(head));
    const facts = own.flatMap((s) => find(item, s.column) ?? []);
    return facts.length > 0 ? [[key, facts] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function moneyRow(row: Row, find: Find): MoneyRow {
  const fact = (key: string) => find(row.item, key);
  const all = {
    amount: fact('金额'),
    initial: fact('年初预算数'),
    budget: fact('全年预算数'),
    merged: fact('整合数'),
    net: fact('扣除后预算数'),
    arrived: fact('到位数'),
    arrivalRate: fact('到位率'),
    spent: fact('执行数'),
    rate: fact('执行率'),
    weight: fact('权重'),
    score: fact('得分'),
    reason: row.reason,
    divided: dividedOf(row, find),
  };
  const present = Object.entries(all).filter(([, value]) => value !== undefined);
  return { row: row.item, ...Object.fromEntries(present) };
}

/** The text of a target kept in three cells: ≥ 95 %; 定性 stands for itself. */
function together(split: NonNullable<Slot['split']>, value: string): string {
  const [nature, unit] = [plain(split.nature?.text ?? ''), plain(split.unit?.text ?? '')];
  if (/定性|^[-—/]*$/.test(nature)) return value;
  const own = value.endsWith(unit) || /^[-—/]*$/.test(unit) ? '' : unit;
  return `${/^[≥≤＞＜><=＝]/.test(value) ? '' : nature}${value}${own}`;
}

function valueOf(slot: Slot | undefined, fact: Fact | undefined): IndicatorValue | undefined {
  if (!slot || !fact) return undefined;
  const { lines, split } = slot;
  const text = lines
    ? lines.map((l) => l.text).join('；')
    : split
      ? together(split, split.value ? fact.shown : '')
      : fact.shown;
  return { text, location: slot.at, fact, ...(split && { split }) };
}

function indicatorOf(row: EvaluationReading['sketch']['indicators'][number], find: Find) {
  const { item, slots, level1, level2, level3, goal, reason, method, core, unit } = row;
  const value = (key: string) =>
    valueOf(
      slots.find((s) => s.column === key),
      find(item, key),
    );
  const all = { level1, level2, level3, goal, reason, method, core, unit };
  const [before, target] = [value('年初目标值'), value('目标值')];
  const parts = {
    ...all,
    target,
    initial: before,
    adjusted: before && target,
    actual: value('完成值'),
    weight: find(item, '权重'),
    score: find(item, '得分'),
    completion: find(item, '完成率'),
    coefficient: find(item, '系数'),
    deduction: find(item, '扣分'),
  };
  const present = Object.entries(parts).filter(([, v]) => v !== undefined);
  return { row: item, ...Object.fromEntries(present) } as EvaluatedIndicator;
}

function scoredRow({ item }: Row, find: Find): OtherScore {
  const [weight, score] = [find(item, '权重'), find(item, '得分')];
  return { row: item, ...(weight && { weight }), ...(score && { score }) };
}

const tasksOf = ({ tasks }: EvaluationReading['sketch'], find: Find): TaskBlock[] =>
  tasks.map(({ rows, sums }) => ({
    rows: rows.map((r) => moneyRow(r, find)),
    sums: sums.map(({ total, parts }) => ({
      total: moneyRow(total, find),
      parts: parts.map((r) => moneyRow(r, find)),
    })),
  }));

/** Tasks with points of their own: 分值 10, 得分 9.46. */
const scoredTasks = (sketch: EvaluationReading['sketch']): readonly Row[] =>
  sketch.tasks
    .flatMap((t) => t.rows)
    .filter((r) => r.slots.some((s) => s.column === '得分' || s.column === '权重'));

const weightOf = (sketch: PointsSketch): PrintedWeight => ({
  points: quantity(sketch.points, '分', 2)!,
  text: sketch.text,
  location: sketch.location,
});

const goalOf = ({ weight, ...rest }: GoalSketch) => ({
  ...rest,
  ...(weight && { weight: weightOf(weight) }),
});

/** Rows that execution is scored on. */
const WHOLE = ['年度资金总额', '部门整体支出总额'];
const NAMED = ['项目名称', '主管部门', '实施单位', '未完成原因', '改进措施'];

/** 项目名称 from a title such as 2021年度党建工作经费项目自评表. */
function projectIn(title: string): string {
  const m =
    /^(?:.*?20\d{2}年度?|20\d{2})?(.*?)(?:项目)?(?:支出)?(?:绩效)?(?:目标)?自评(?:情况)?表/.exec(
      plain(title),
    );
  return m?.[1]?.replace(/^[-—_\s]+|附件\d*[:：]?|[《》“”]/g, '') ?? '';
}

function projectOf(
  { sketch, region, block }: EvaluationReading,
  kind: string,
): Wording | undefined {
  const own = sketch.texts.get('项目名称');
  if (own?.text || kind === '整体自评') return own;
  const text = projectIn(region.printedTitle);
  const sheet = region.view.grid.name;
  const location = { sheet, row: Math.max(block.top - 1, 0), column: region.left };
  return text ? { text, location } : own;
}

/** Who an overall table is of: its own unit, else the department over it. */
function departmentOf({ texts }: EvaluationReading['sketch']): string | undefined {
  const words = [texts.get('实施单位'), texts.get('主管部门')].map((w) => plain(w?.text ?? ''));
  return words.find((w) => w !== '');
}

/** The row that execution is scored on, whatever its name. */
const wholeOf = (money: readonly MoneyRow[]): MoneyRow | undefined =>
  money.find((m) => WHOLE.includes(m.row.key) && (m.spent ?? m.budget)) ??
  money.find((m) => m.score?.quantity && m.spent) ??
  (money.length === 1 ? money[0] : undefined);

/** Points that headings and 总分 print, each where it does. */
const pointsPrinted = (sketch: EvaluationReading['sketch'], find: Find) => ({
  executionWeight: sketch.executionWeight && weightOf(sketch.executionWeight),
  executionMethod: sketch.executionMethod,
  indicatorWeight: sketch.indicatorWeight && weightOf(sketch.indicatorWeight),
  indicatorWeightAgain: sketch.indicatorWeightAgain && weightOf(sketch.indicatorWeightAgain),
  total: sketch.total && find(sketch.total.item, '得分'),
  totalWeight: sketch.total && find(sketch.total.item, '权重'),
  totalAbove: sketch.earlyTotal && find(sketch.earlyTotal.item, '得分'),
});

/** 自评表 from a reading, in the unit given. */
export function evaluationOf(
  reading: EvaluationReading,
  heading: Heading,
  filing: Filing,
): Evaluation {
  const { sketch, form, region } = reading;
  const kind = form.id === '整体自评' ? '整体自评' : '项目自评';
  const project = projectOf(reading, kind);
  const whose = kind === '整体自评' ? departmentOf(sketch) : undefined;
  const { table, columns } = frameOf(reading, heading, filing, {
    ...(project?.text && { project: project.text }),
    ...(whose && { department: whose }),
  });
  const find: Find = (row, key) =>
    table.facts[table.rows.indexOf(row)]?.[columns.findIndex((c) => c.key === key)];
  const money = sketch.money.map((m) => moneyRow(m, find));
  const whole = wholeOf(money);
  const text = (key: string): Wording | undefined => sketch.texts.get(key);
  const optional = {
    project,
    department: text('主管部门'),
    unit: text('实施单位'),
    whole,
    ...pointsPrinted(sketch, find),
    reasons: text('未完成原因'),
    measures: text('改进措施'),
  };
  return {
    table,
    kind,
    family: familyOf(sketch, kind, region.printedTitle),
    money,
    tasks: tasksOf(sketch, find),
    goals: sketch.goals.map(goalOf),
    levelWeights: sketch.levelWeights.map((l) => ({ ...l, weight: weightOf(l.weight) })),
    indicators: sketch.indicators.map((i) => indicatorOf(i, find)),
    subtotals: sketch.subtotals.map((s) => ({ ...scoredRow(s, find), from: s.from, to: s.to })),
    others: [...sketch.others, ...scoredTasks(sketch)].map((o) => scoredRow(o, find)),
    remarks: [...sketch.texts].flatMap(([name, wording]) =>
      NAMED.includes(name) ? [] : { name, wording },
    ),
    choices: sketch.choices,
    notes: sketch.notes,
    doubts: sketch.doubts,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<Evaluation>),
  };
}
