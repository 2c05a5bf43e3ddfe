// From what stands where to a 自评表: numbers read into facts, the facts into rows. Knows units of its
// columns; knows no rule.
import type {
  EvaluatedIndicator,
  Evaluation,
  IndicatorValue,
  MoneyRow,
  PrintedWeight,
  Wording,
} from '../../facts/evaluation.ts';
import type { Fact, FactState, Item, Table } from '../../facts/fact.ts';
import { cellAt } from '../../facts/grid.ts';
import { shownText } from '../../facts/shown.ts';
import type { Exact } from '../../measure/exact.ts';
import { decimalsOfUnit, quantity, type Unit } from '../../measure/quantity.ts';
import { type Amount, amountIn } from '../amount.ts';
import { plain } from '../names.ts';
import type { Heading } from '../region.ts';
import { type Basis, percentOf, pointsOf, valueIn } from './numbers.ts';
import type { EvaluationReading } from './read.ts';
import { familyOf, type GoalSketch, type PointsSketch, type Row, type Slot } from './sketch.ts';

const ORDER = [
  '金额',
  '年初预算数',
  '全年预算数',
  '执行数',
  '执行率',
  '年初目标值',
  '目标值',
  '完成值',
  '系数',
  '权重',
  '得分',
  '扣分',
];
const WORDED = new Set(['年初目标值', '目标值', '完成值']);
const POINTS = new Set(['权重', '得分', '扣分']);
const PERCENT = new Set(['执行率', '系数']);

interface Making {
  readonly reading: EvaluationReading;
  readonly table: Table;
  readonly columns: readonly Item[];
  /** Decimals of printed rates: the most that any of them has. */
  readonly rateDecimals: number;
}

const columnItem = (key: string): Item => ({
  key,
  names: [key],
  printed: key,
  groups: [],
  members: {},
  ...(WORDED.has(key) && { worded: true }),
});

const cellOf = (reading: EvaluationReading, at: { row: number; column: number }) =>
  cellAt(reading.region.view.grid, at.row, at.column);

/** A and B of a row, where both are numbers. */
function basisOf(reading: EvaluationReading, row: Row): Basis | undefined {
  const value = (...keys: string[]): Exact | undefined => {
    const slot = keys.map((k) => row.slots.find((s) => s.column === k)).find(Boolean);
    return slot && amountIn(cellOf(reading, slot.at)).value;
  };
  const [budget, spent] = [value('全年预算数', '年初预算数'), value('执行数')];
  return budget && spent ? { budget, spent } : undefined;
}

function ratesOf(reading: EvaluationReading): number {
  const { sketch } = reading;
  const decimals = [...sketch.money, ...sketch.indicators].flatMap((row) =>
    row.slots
      .filter((s) => PERCENT.has(s.column))
      .map((s) => percentOf(cellOf(reading, s.at), s.percent ?? false, basisOf(reading, row)))
      .filter((a) => a.value)
      .map((a) => a.decimals),
  );
  return Math.min(Math.max(0, ...decimals), 2);
}

interface Printed {
  readonly amount: Amount;
  readonly unit: Unit;
  readonly decimals: number;
}

function numberIn(making: Making, row: Row, slot: Slot): Printed {
  const { reading, table, rateDecimals } = making;
  const cell = cellOf(reading, slot.at);
  if (slot.within) {
    const amount: Amount = { state: 'figure', value: slot.within, asText: false };
    return { amount, unit: '分', decimals: 2 };
  }
  if (POINTS.has(slot.column)) return { amount: pointsOf(cell), unit: '分', decimals: 2 };
  if (PERCENT.has(slot.column)) {
    const amount = percentOf(cell, slot.percent ?? false, basisOf(reading, row));
    return { amount, unit: '%', decimals: rateDecimals };
  }
  return { amount: amountIn(cell), unit: table.unit, decimals: decimalsOfUnit(table.unit) };
}

function wordsFact(making: Making, row: Row, slot: Slot, column: Item): Fact {
  const cell = cellOf(making.reading, slot.at);
  const { text, state, value, unit } = valueIn(cell);
  const several = slot.lines !== undefined;
  const own = value && !several ? quantity(value, unit, 0) : undefined;
  const settled: FactState = state === 'figure' && !own ? 'words' : state;
  return {
    table: making.table,
    row: row.item,
    column,
    location: slot.at,
    state: settled,
    ...(own && { quantity: own }),
    stored: cell?.value ?? null,
    shown: text,
    asText: false,
    ...(cell?.formula && { formula: cell.formula }),
  };
}

function factOf(making: Making, row: Row, slot: Slot): Fact {
  const column = making.columns.find((c) => c.key === slot.column)!;
  if (WORDED.has(slot.column)) return wordsFact(making, row, slot, column);
  const { amount, unit, decimals } = numberIn(making, row, slot);
  const cell = cellOf(making.reading, slot.at);
  const own = amount.value && quantity(amount.value, unit, decimals);
  const state = amount.state === 'figure' && !own ? 'unread' : amount.state;
  return {
    table: making.table,
    row: row.item,
    column,
    location: slot.at,
    state,
    ...(own && { quantity: own }),
    ...(amount.rounded && { rounded: amount.rounded }),
    stored: cell?.value ?? null,
    shown: cell ? shownText(cell) : '',
    asText: amount.asText && state === 'figure',
    ...(cell?.formula && { formula: cell.formula }),
  };
}

const rowsIn = ({ sketch }: EvaluationReading): readonly Row[] => [
  ...sketch.money,
  ...sketch.indicators,
  ...(sketch.total ? [sketch.total] : []),
];

/** The kernel's table: rows, columns, facts. */
function frameOf(
  reading: EvaluationReading,
  heading: Heading,
  id: string,
  unit: Unit,
  unitFrom: Table['unitFrom'],
): Making {
  const { form, region, block, sketch } = reading;
  const rows = rowsIn(reading);
  const used = new Set(rows.flatMap((r) => r.slots.map((s) => s.column)));
  const columns = ORDER.filter((k) => used.has(k)).map(columnItem);
  const top = block.top === region.body ? Math.max(region.body - 1, 0) : block.top;
  const facts: (Fact | undefined)[][] = [];
  const table: Table = {
    id,
    form: form.id,
    title: form.title,
    printedTitle: region.printedTitle.replace(/\s+/g, ''),
    sheet: region.view.grid.name,
    hidden: region.view.grid.hidden,
    range: {
      row: top,
      column: region.left,
      rows: Math.max(sketch.end - top, 1),
      columns: region.right - region.left + 1,
    },
    unit,
    unitFrom,
    ...(heading.year !== undefined && { year: heading.year }),
    rows: rows.map((r) => r.item),
    columns,
    facts,
    open: false,
    notes: sketch.notes,
    empty: false,
    declaredEmpty: false,
    partial: false,
    checked: true,
  };
  const making = { reading, table, columns, rateDecimals: ratesOf(reading) };
  for (const row of rows) {
    facts.push(
      columns.map((c) => {
        const slot = row.slots.find((s) => s.column === c.key);
        return slot && factOf(making, row, slot);
      }),
    );
  }
  const filled = facts.flat().some((f) => f?.state === 'figure' && !f.column.worded);
  return { ...making, table: Object.assign(table, { empty: !filled }) };
}

type Find = (row: Item, column: string) => Fact | undefined;

function moneyRow(row: Row, find: Find): MoneyRow {
  const fact = (key: string) => find(row.item, key);
  const all = {
    amount: fact('金额'),
    initial: fact('年初预算数'),
    budget: fact('全年预算数'),
    spent: fact('执行数'),
    rate: fact('执行率'),
    weight: fact('权重'),
    score: fact('得分'),
    reason: row.reason,
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
    coefficient: find(item, '系数'),
    deduction: find(item, '扣分'),
  };
  const present = Object.entries(parts).filter(([, v]) => v !== undefined);
  return { row: item, ...Object.fromEntries(present) } as EvaluatedIndicator;
}

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
  const m = /^(?:.*?20\d{2}年度?|20\d{2})?(.*?)(?:项目)?(?:支出)?(?:绩效)?(?:目标)?自评(?:情况)?表/.exec(plain(title));
  return m?.[1]?.replace(/^[-—_\s]+|附件\d*[:：]?|[《》“”]/g, '') ?? '';
}

/** 自评表 from a reading, in the unit given. */
export function evaluationOf(
  reading: EvaluationReading,
  heading: Heading,
  id: string,
  unit: Unit,
  unitFrom: Table['unitFrom'],
): Evaluation {
  const { sketch, form, region } = reading;
  const { table, columns } = frameOf(reading, heading, id, unit, unitFrom);
  const find: Find = (row, key) =>
    table.facts[table.rows.indexOf(row)]?.[columns.findIndex((c) => c.key === key)];
  const kind = form.id === '整体自评' ? '整体自评' : '项目自评';
  const money = sketch.money.map((m) => moneyRow(m, find));
  const whole =
    money.find((m) => WHOLE.includes(m.row.key) && (m.spent ?? m.budget)) ??
    (money.length === 1 ? money[0] : undefined);
  const text = (key: string): Wording | undefined => sketch.texts.get(key);
  const named = kind === '项目自评' ? projectIn(region.printedTitle) : '';
  const titled = named && {
    text: named,
    location: { sheet: table.sheet, row: table.range.row, column: region.left },
  };
  const optional = {
    project: text('项目名称') ?? (titled || undefined),
    department: text('主管部门'),
    unit: text('实施单位'),
    whole,
    executionWeight: sketch.executionWeight && weightOf(sketch.executionWeight),
    executionMethod: sketch.executionMethod,
    indicatorWeight: sketch.indicatorWeight && weightOf(sketch.indicatorWeight),
    total: sketch.total && find(sketch.total.item, '得分'),
    totalWeight: sketch.total && find(sketch.total.item, '权重'),
    reasons: text('未完成原因'),
    measures: text('改进措施'),
  };
  return {
    table,
    kind,
    family: familyOf(sketch, kind, region.printedTitle),
    money,
    goals: sketch.goals.map(goalOf),
    levelWeights: sketch.levelWeights.map((l) => ({ ...l, weight: weightOf(l.weight) })),
    indicators: sketch.indicators.map((i) => indicatorOf(i, find)),
    remarks: [...sketch.texts]
      .filter(([key]) => !NAMED.includes(key))
      .map(([name, wording]) => ({ name, wording })),
    choices: sketch.choices,
    notes: sketch.notes,
    doubts: sketch.doubts,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<Evaluation>),
  };
}
