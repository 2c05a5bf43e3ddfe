// 年度主要任务 of a performance table: tasks with what they were to cost and what they cost, below or beside the
// money they were paid from. Knows a header and the rows under it; reads no figure.
import type { Item } from '../../facts/fact.ts';
import type { Form } from '../form.ts';
import { indicatorHeader, moneyHeader } from './header.ts';
import { columnsOf, figured, isNumber, type LineCell, type TableBlock, wordsIn } from './lines.ts';
import { cellUnder, noteUnit } from './money-cells.ts';
import { moneyItem } from './money-items.ts';
import { type Row, type Sketch, type Slot, type TasksSketch, wording } from './sketch.ts';
import {
  amountsFrom,
  isTaskAmount,
  isTaskNumber,
  isTaskTotal,
  type TaskHeader,
  taskHeader,
  taskNameIn,
} from './task-header.ts';
import { called, headed, headOf, isGoal, isNoteHead, ofGroup } from './words.ts';

const POINTS = new Set(['权重', '得分']);

/** The cells of a row that hold numbers, and whether an amount is among them. */
function slotsIn(block: TableBlock, header: TaskHeader, row: number) {
  const slots: Slot[] = [];
  let filled = false;
  for (const column of header.columns.filter(isTaskNumber)) {
    const entry = cellUnder(block, row, { ...column, text: column.heading.text });
    if (!entry || entry.top < row || slots.some((s) => s.column === column.key)) continue;
    // A stroke where points would be: the task has none.
    if (POINTS.has(column.key) && !figured(block, entry)) continue;
    const percent = column.heading.text.includes('%');
    slots.push({ column: column.key, at: entry.at, percent });
    filled ||= isTaskAmount(column) && (isNumber(block, entry) || /^-?\d/.test(entry.text));
  }
  return { slots, filled };
}

const moneyColumnOf = (form: Form, text: string) => headed(ofGroup(form.columns, '资金'), text);

/** Whether a row is the head of something else: a goal, a label, a note, another header. */
function leaves(block: TableBlock, form: Form, row: number): boolean {
  const first = wordsIn(block, row)[0];
  if (!first) return false;
  const other = isGoal(first.text) || isNoteHead(first.text);
  return (
    other ||
    called(form.labels, first.text) !== undefined ||
    indicatorHeader(block, form.columns, row) !== undefined ||
    moneyHeader(block, form.columns, row) !== undefined
  );
}

/** A task left open between others: amounts stand below it. */
function goesOn(block: TableBlock, form: Form, header: TaskHeader, from: number): boolean {
  for (let row = from; row <= Math.min(from + 2, block.bottom); row += 1) {
    if (leaves(block, form, row)) return false;
    if (slotsIn(block, header, row).filled) return true;
  }
  return false;
}

function itemFor(sketch: Sketch, name: string, total: boolean, at: number): Item {
  const known = headOf(name) || '任务';
  const key = `任务${sketch.tasks.length + 1}·${known}#${at}`;
  const groups = [total ? '任务合计' : '任务'];
  return { key, names: [known], printed: name, groups, members: {} };
}

/** Sums of a block: one above all of its rows, one below them, or one below each group and one of all. */
function sumsOf(rows: readonly { readonly row: Row; readonly total: boolean }[]) {
  const tasks = rows.filter((r) => !r.total).map((r) => r.row);
  const sums: { total: Row; parts: readonly Row[] }[] = [];
  let from = 0;
  rows.forEach(({ row, total }, i) => {
    if (!total) return;
    const before = rows.slice(from, i).flatMap((r) => (r.total ? [] : [r.row]));
    // Nothing since the last sum: this one is of all rows, those below it where it is the first.
    sums.push({ total: row, parts: before.length > 0 ? before : tasks });
    from = i + 1;
  });
  // 小计 above their groups and 合计 above them: which rows belong to which is not told by the order.
  const above = rows[0]?.total && sums.length > 1;
  return above ? sums.slice(0, 1) : sums;
}

/** Figures under headings of words, such as 完成情况 or 序号, are words. */
function keepWords(block: TableBlock, header: TaskHeader, sketch: Sketch, row: number): void {
  for (const e of wordsIn(block, row)) {
    const column = header.columns.find((c) => c.left <= e.left && e.right <= c.right);
    if (column && !isTaskNumber(column) && figured(block, e)) sketch.worded.push(e.at);
  }
}

const reasonIn = (block: TableBlock, header: TaskHeader, row: number): LineCell | undefined => {
  const column = header.columns.find((c) => c.key === '原因');
  return column && cellUnder(block, row, { ...column, text: '' });
};

/** Rows of tasks from `from` on under a header; the row after them. Undefined where no amount follows. */
export function readTaskRows(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  header: TaskHeader,
  from: number,
): number | undefined {
  const rows: { row: Row; total: boolean }[] = [];
  let row = from;
  for (; row <= block.bottom && !leaves(block, form, row); row += 1) {
    const { slots, filled } = slotsIn(block, header, row);
    if (!filled) {
      if (wordsIn(block, row).length > 0 && !goesOn(block, form, header, row + 1)) break;
      continue;
    }
    const name = taskNameIn(block, header, row);
    const before = wordsIn(block, row).filter((e) => e.right < amountsFrom(header));
    const sum = before.find((e) => isTaskTotal(e.text));
    const printed = (sum ?? name)?.raw.trim() ?? '';
    const item = itemFor(sketch, printed, sum !== undefined, rows.length + 1);
    const reason = reasonIn(block, header, row);
    rows.push({
      row: { item, slots, ...(reason && { reason: wording(reason) }) },
      total: sum !== undefined,
    });
    keepWords(block, header, sketch, row);
  }
  if (rows.length === 0) return undefined;
  const tasks = rows.filter((r) => !r.total).map((r) => r.row);
  sketch.tasks.push({ rows: tasks, sums: sumsOf(rows) });
  return row;
}

/** 年度主要任务 under a header of its own that begins in this row; the row after them, undefined where none does. */
export function readTasks(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  row: number,
): number | undefined {
  const header = taskHeader(block, form, row, sketch.money.length > 0);
  if (!header) return undefined;
  const next = readTaskRows(block, form, sketch, header, header.bottom + 1);
  if (next === undefined) return undefined;
  sketch.header = Math.min(sketch.header, row);
  for (const e of wordsIn(block, row)) noteUnit(sketch, e.text);
  return next;
}

/**
 * 左右并排: money in some columns of these rows, tasks in the others; both end where either does. Undefined where
 * they do not stand so.
 */
export function besideMoney(
  block: TableBlock,
  form: Form,
  row: number,
): { readonly money: TableBlock; readonly tasks: TableBlock } | undefined {
  const heads = wordsIn(block, row);
  const names = (e: LineCell): boolean => moneyColumnOf(form, e.text) === undefined;
  for (const { left } of heads.slice(1).filter(names)) {
    let bottom = row;
    while (bottom < block.bottom && (bottom === row || !leaves(block, form, bottom + 1)))
      bottom += 1;
    const cut = (from: number, to: number): TableBlock => ({
      ...columnsOf(block, from, to),
      bottom,
    });
    const [one, two] = [cut(block.left, left - 1), cut(left, block.right)];
    for (const [money, tasks] of [
      [one, two],
      [two, one],
    ] as const) {
      const found = taskHeader(tasks, form, row, false) && moneyHeader(money, form.columns, row);
      if (found && !taskHeader(money, form, row, false)) return { money, tasks };
    }
  }
  return undefined;
}

/** Where tasks are all the money of a table there is, their 合计, or the one task, is what execution is scored on. */
export function adoptTasks(form: Form, sketch: Sketch): void {
  const [first, ...others] = sketch.tasks;
  if (!first || others.length > 0 || sketch.money.length > 0) return;
  const whole = first.sums.at(-1)?.total ?? (first.rows.length === 1 ? first.rows[0] : undefined);
  if (!whole) return;
  const money: Row = { ...whole, item: moneyItem(sketch, form, '') };
  const swap = (r: Row): Row => (r === whole ? money : r);
  const tasks: TasksSketch = {
    rows: first.rows.filter((r) => r !== whole),
    sums: first.sums.map((s) => ({ total: swap(s.total), parts: s.parts.map(swap) })),
  };
  sketch.money.push(money);
  sketch.tasks.splice(0, 1, tasks);
}
