// The numbers of a performance table as the kernel's table: rows, columns, facts. Knows how each column
// is typed and in what unit; knows no rule.
import type { Fact, FactState, Item, Table } from '../../facts/fact.ts';
import { cellAt } from '../../facts/grid.ts';
import { shownText } from '../../facts/shown.ts';
import type { Exact } from '../../measure/exact.ts';
import { decimalsOfUnit, quantity, type Unit } from '../../measure/quantity.ts';
import type { Amount } from '../amount.ts';
import type { Heading } from '../heading.ts';
import type { Filing } from '../table.ts';
import { moneyIn, percentOf, pointsAmount, type RateBasis, valueSeen } from './numbers.ts';
import type { EvaluationReading } from './read.ts';
import { type Row, type Slot, taskRows } from './sketch.ts';

const ORDER = [
  '金额',
  '年初预算数',
  '调整数额',
  '全年预算数',
  '整合数',
  '扣除后预算数',
  '到位数',
  '到位率',
  '结余数',
  '收回数',
  '执行数',
  '执行率',
  '年初目标值',
  '目标值',
  '完成值',
  '完成率',
  '系数',
  '权重',
  '得分',
  '扣分',
];
const WORDED = new Set(['年初目标值', '目标值', '完成值']);
const POINTS = new Set(['权重', '得分', '扣分']);
const PERCENT = new Set(['执行率', '到位率', '完成率', '系数']);

/** 制表: a table in the making. */
export interface Making {
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
function basisOf(reading: EvaluationReading, row: Row, unit: Unit): RateBasis | undefined {
  const value = (...keys: string[]): Exact | undefined => {
    const slot = keys.map((k) => row.slots.find((s) => s.column === k)).find(Boolean);
    return slot && moneyIn(cellOf(reading, slot.at), unit).value;
  };
  const [budget, spent] = [value('全年预算数', '年初预算数'), value('执行数')];
  return budget && spent ? { budget, spent } : undefined;
}

function ratesOf(reading: EvaluationReading, unit: Unit): number {
  const { sketch } = reading;
  const decimals = [...sketch.money, ...sketch.indicators].flatMap((row) =>
    row.slots
      .filter((s) => PERCENT.has(s.column))
      .map((s) => percentOf(cellOf(reading, s.at), s.percent ?? false, basisOf(reading, row, unit)))
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
  if (POINTS.has(slot.column)) return { amount: pointsAmount(cell), unit: '分', decimals: 2 };
  if (PERCENT.has(slot.column)) {
    const amount = percentOf(cell, slot.percent ?? false, basisOf(reading, row, table.unit));
    return { amount, unit: '%', decimals: rateDecimals };
  }
  return {
    amount: moneyIn(cell, table.unit),
    unit: table.unit,
    decimals: decimalsOfUnit(table.unit),
  };
}

function wordsFact(making: Making, row: Row, slot: Slot, column: Item): Fact {
  const cell = cellOf(making.reading, slot.at);
  const { text, state, value, unit } = valueSeen(cell);
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
  ...taskRows(sketch),
  ...sketch.others,
  ...sketch.indicators,
  ...sketch.subtotals,
  ...(sketch.total ? [sketch.total] : []),
  ...(sketch.earlyTotal ? [sketch.earlyTotal] : []),
];

/** The kernel's table: rows, columns, facts. */
export function frameOf(
  reading: EvaluationReading,
  heading: Heading,
  filing: Filing,
  whose: Pick<Table, 'project' | 'department'>,
): Making {
  const { form, region, block, sketch } = reading;
  const rows = rowsIn(reading);
  const used = new Set(rows.flatMap((r) => r.slots.map((s) => s.column)));
  // 全年预算数·财政拨款: columns that a block of tasks divides an amount into.
  const divided = [...used].filter((k) => k.includes('·'));
  const columns = [...ORDER.filter((k) => used.has(k)), ...divided].map(columnItem);
  const top = block.top === region.body ? Math.max(region.body - 1, 0) : block.top;
  const facts: (Fact | undefined)[][] = [];
  const table: Table = {
    ...filing,
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
    ...(heading.year !== undefined && { year: heading.year }),
    ...whose,
    rows: rows.map((r) => r.item),
    columns,
    facts,
    open: false,
    notes: sketch.notes,
    empty: false,
    declaredEmpty: false,
    partial: false,
  };
  const making = { reading, table, columns, rateDecimals: ratesOf(reading, filing.unit) };
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
