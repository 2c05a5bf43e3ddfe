// The money block of a performance table under its headings: one row a source, or one row without a name; what
// the money was spent on. Knows declared rows; reads no figure.
import type { Form } from '../form.ts';
import { type ColumnSpan, type Header, indicatorHeader } from './header.ts';
import {
  cellRightOf,
  figured,
  isNumber,
  type LineCell,
  strays,
  type TableBlock,
  wordsIn,
} from './lines.ts';
import { readBeside } from './money-beside.ts';
import { cellUnder, IDLE, noteUnit, slotsOf } from './money-cells.ts';
import { moneyItem, moneyRows, partItem } from './money-items.ts';
import { type Row, type Sketch, type Slot, wording } from './sketch.ts';
import { isTaskCaption, taskHeader } from './task-header.ts';
import { readTaskRows } from './tasks.ts';
import { called, isGoal, pointsIn } from './words.ts';

/** Name of a money row: the nearest words left of its figures that begin no higher than the row. */
function labelOf(block: TableBlock, header: Header, row: number): LineCell | undefined {
  const first = Math.min(...header.spans.map((s) => s.left));
  return wordsIn(block, row)
    .filter((e) => e.right < first && !figured(block, e))
    .at(-1);
}

const amountish = (block: TableBlock, slots: readonly Slot[]): boolean =>
  slots.some((s) => {
    const entry = block.entry(s.at.row, s.at.column);
    return isNumber(block, entry) || /\d/.test(entry.text);
  });

/** Unit, points and method that the headings of a block say. */
export function noteHeadings(block: TableBlock, sketch: Sketch, header: Header): void {
  for (const entry of block.line(header.top)) {
    if (entry.text === '') continue;
    noteUnit(sketch, entry.text);
    const span = header.spans.find((s) => s.heading.left === entry.left);
    const points = pointsIn(entry.text);
    if (points) {
      sketch.executionWeight ??= { points, text: entry.raw.trim(), location: entry.at };
    }
    if (span?.key === '得分' && /[*×xX]/.test(entry.text))
      sketch.executionMethod ??= wording(entry);
  }
}

/** Whether a row under a money header still belongs to it. */
function belongs(block: TableBlock, form: Form, label: LineCell | undefined, row: number): boolean {
  const left = wordsIn(block, row)[0];
  if (left && (isGoal(left.text) || called(form.labels, left.text))) return false;
  return !(label && isGoal(label.text));
}

/** A heading above the names of the rows is a caption and no column: 年度预算数（万元）over 总额. */
function withoutCaption(block: TableBlock, form: Form, header: Header): Header {
  const isCaption = (span: ColumnSpan): boolean => {
    const below = cellUnder(block, header.bottom + 1, span);
    if (!below || called(moneyRows(form), below.text) === undefined) return false;
    // With its amounts under the same heading it is one of two sides.
    const beside = cellRightOf(block, below);
    return !beside || beside.right > span.right || !/\d/.test(beside.text);
  };
  return { ...header, spans: header.spans.filter((span) => !isCaption(span)) };
}

/** 栏次 0 1 2 3: a line that only counts columns. */
const countsColumns = (block: TableBlock, row: number): boolean => {
  const words = wordsIn(block, row).filter((e) => !/^(?:栏次|列次|行次|序号)$/.test(e.text));
  return (
    words.length > 1 &&
    words.every(
      (e, i) =>
        /^\d{1,2}$/.test(e.text) && (i === 0 || Number(e.text) === Number(words[i - 1]!.text) + 1),
    )
  );
};

/** A source left open between others: amounts of the block stand below it. */
function goesOn(block: TableBlock, form: Form, header: Header, from: number): boolean {
  for (let row = from; row <= Math.min(from + 2, block.bottom); row += 1) {
    const label = labelOf(block, header, row);
    if (!belongs(block, form, label, row) || indicatorHeader(block, form.columns, row))
      return false;
    if (label && amountish(block, slotsOf(block, header, row).slots)) return true;
  }
  return false;
}

/** A further row without a name adds to the first what it does not have yet: 实际支付数 below 财政拨款数. */
function joined(sketch: Sketch, slots: readonly Slot[]): boolean {
  const [whole] = sketch.money;
  if (!whole || sketch.money.length !== 1) return false;
  const fresh = slots.filter((s) => !whole.slots.some((o) => o.column === s.column));
  if (fresh.length === 0) return false;
  sketch.money[0] = { ...whole, slots: [...whole.slots, ...fresh] };
  return true;
}

function rowUnder(
  form: Form,
  sketch: Sketch,
  label: LineCell | undefined,
  listed: boolean,
): Row['item'] {
  const name = label?.text ?? '';
  if (!listed) return moneyItem(sketch, form, name);
  return partItem(sketch, name, called(moneyRows(form), name)?.key === '年度资金总额');
}

/** 年度主要任务 under the columns of the money, without a header of their own; the row after them. */
function tasksUnder(block: TableBlock, form: Form, sketch: Sketch, header: Header, row: number) {
  const first = wordsIn(block, row)[0];
  const said = first && sketch.money.length > 0 && isTaskCaption(first.text);
  return said
    ? readTaskRows(block, form, sketch, { ...header, columns: header.spans }, row)
    : undefined;
}

/** 资金行 under a header; the first row after them. */
export function readMoney(block: TableBlock, form: Form, whole: Header, sketch: Sketch): number {
  const header = withoutCaption(block, form, whole);
  noteHeadings(block, sketch, header);
  sketch.header = Math.min(sketch.header, header.top);
  for (const span of header.spans) sketch.seen.add(`资金·${span.key}`);
  for (const s of header.spans) if (s.key === '行次') sketch.counters.add(s.left);
  const listed = header.spans.some((s) => s.key === '子项');
  const amounts = { ...header, spans: header.spans.filter((s) => !IDLE.has(s.key)) };
  let row = header.bottom + 1;
  for (; row <= block.bottom; row += 1) {
    if (countsColumns(block, row)) {
      sketch.counted.add(row);
      continue;
    }
    const label = labelOf(block, amounts, row);
    if (!belongs(block, form, label, row) || indicatorHeader(block, form.columns, row)) break;
    if (sketch.money.length > 0 && taskHeader(block, form, row, true)) break;
    const after = tasksUnder(block, form, sketch, amounts, row);
    if (after !== undefined) return after;
    const { slots, reason } = slotsOf(block, amounts, row);
    const known = label && called(moneyRows(form), label.text);
    if (!amountish(block, slots) && !known) {
      const words = label !== undefined || wordsIn(block, row).length > 0;
      if (words && !goesOn(block, form, amounts, row + 1)) break;
      continue;
    }
    if (slots.length === 0) break;
    if (!known && readBeside(block, form, sketch, amounts, row)) continue;
    if (!label && joined(sketch, slots)) continue;
    const item = rowUnder(form, sketch, label, listed);
    for (const { at } of strays(block, row, header.spans, label?.right ?? block.left)) {
      sketch.doubts.push({ location: at, why: '所在的栏没有认出' });
    }
    sketch.money.push({ item, slots, ...(reason && { reason: wording(reason) }) });
  }
  return row;
}
