// Amounts of a performance table beside their names: 预算数 35 | 执行数 29.45, one below the other, or on two sides
// with the same names. Knows labels and the cell to their right; reads no figure.
import type { Item } from '../../facts/fact.ts';
import type { Form } from '../form.ts';
import { type Header, inlineMoney } from './header.ts';
import {
  cellRightOf,
  figured,
  isNumber,
  type LineCell,
  type TableBlock,
  wordsIn,
} from './lines.ts';
import { noteUnit, slotsOf } from './money-cells.ts';
import { moneyItem, moneyRows } from './money-items.ts';
import type { NameSide, Row, Sketch, Slot } from './sketch.ts';
import { called, headed, headOf, isFigure, isNothing, ofGroup, pointsIn } from './words.ts';

const isName = (text: string): boolean => /\p{Script=Han}{2}/u.test(text) && !/\d/.test(text);

/**
 * 其中：一般公共预算 1432.80 | 其中：基本支出 980.30: names under the headings of amounts say that the row
 * has amounts of its own beside them.
 */
export function readBeside(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  header: Header,
  row: number,
): boolean {
  const { slots } = slotsOf(block, header, row);
  const under = slots.map(({ at }) => block.entry(at.row, at.column));
  if (!under.some((e) => !isNumber(block, e) && called(moneyRows(form), e.text) && isName(e.text)))
    return false;
  sketch.sides = header.spans.filter((span) => span.right > span.left);
  const before = sketch.money.length;
  readInline(block, form, sketch, row);
  // A rate to the right of both sides belongs to the row they share.
  const own = sketch.money[before];
  const narrow = slots.filter(
    ({ at }) => !sketch.sides.some((s) => s.left <= at.column && at.column <= s.right),
  );
  if (own && sketch.sides.length > 1)
    sketch.money[before] = { ...own, slots: [...own.slots, ...narrow] };
  return true;
}

/** A name with an amount, or the place for one, to its right. */
function amountBeside(block: TableBlock, label: LineCell): LineCell | undefined {
  const value = cellRightOf(block, label);
  const there =
    value &&
    (figured(block, value) || isNothing(value.text) || /^(?:万|千|亿)?元$/.test(value.text));
  return there ? value : undefined;
}

const sideOf = (
  sides: readonly NameSide[],
  label: LineCell,
  value: LineCell,
): NameSide | undefined => sides.find((s) => label.left >= s.left && value.right <= s.right);

/** Rows whose amounts stand beside their names; of two sides with the same name it is one row. */
function rowsBeside(block: TableBlock, form: Form, sketch: Sketch, row: number): Row[] {
  const rows: { item: Item; slots: Slot[] }[] = [];
  const sides = sketch.sides.length > 1 ? sketch.sides : [];
  const columns = ofGroup(form.columns, '资金');
  for (const label of wordsIn(block, row)) {
    const known = called(moneyRows(form), label.text);
    if (!known && headed(columns, label.text)) continue;
    const value = amountBeside(block, label);
    const side = value && sideOf(sides, label, value);
    if (!value || !(known || (side && isName(headOf(label.text))))) continue;
    if (value.text !== '' && !/\d/.test(value.text)) continue;
    const slot = { column: side?.key ?? '金额', at: value.at };
    const name = known?.names[0] ?? headOf(label.text);
    const other = side && rows.find((r) => r.item.names[0] === name);
    if (other) other.slots.push(slot);
    else {
      const item = moneyItem({ ...sketch, money: [...sketch.money, ...rows] }, form, label.text);
      rows.push({ item, slots: [slot] });
    }
  }
  return rows;
}

/** Keys of the block and amounts to their right, all of one row without a name. */
function pairsBeside(block: TableBlock, form: Form, sketch: Sketch, row: number): boolean {
  const pairs = inlineMoney(block, form.columns, row).filter(({ key }) => key !== '原因');
  const [whole] = sketch.money;
  const open = whole !== undefined && sketch.money.length === 1 && sketch.sides.length > 0;
  const fresh = open ? pairs.filter((p) => !whole.slots.some((s) => s.column === p.key)) : pairs;
  if (fresh.length === 0 || (!open && pairs.length < 2 && !STARTS.has(pairs[0]!.key))) return false;
  const slots = fresh.map(({ key, value, label }) => ({
    column: key,
    at: value.at,
    percent: label.text.includes('%'),
  }));
  for (const { label } of fresh) {
    const points = pointsIn(label.text);
    if (points) sketch.executionWeight ??= { points, text: label.raw.trim(), location: label.at };
  }
  const sides = fresh.map(({ key, value, label }) => ({
    key,
    left: label.left,
    right: value.right,
  }));
  if (open) {
    sketch.money[0] = { ...whole, slots: [...whole.slots, ...slots] };
    sketch.sides = [...sketch.sides, ...sides];
  } else if (sketch.money.length === 0) {
    sketch.money.push({ item: moneyItem(sketch, form, ''), slots });
    sketch.sides = sides;
  } else return false;
  return true;
}
/** What a block of amounts may begin with, one below the other. */
const STARTS = new Set(['年初预算数', '全年预算数', '执行数']);

/** Amounts beside their labels: 基本支出总额 643.59 项目支出总额 103.92; 预算数 35 执行数 29.45. */
export function readInline(block: TableBlock, form: Form, sketch: Sketch, row: number): boolean {
  const rows = rowsBeside(block, form, sketch, row);
  const found = rows.length > 0 || pairsBeside(block, form, sketch, row);
  if (!found) return false;
  for (const entry of wordsIn(block, row)) {
    noteUnit(sketch, entry.text);
    // Points in the name of the whole block: 预算执行情况（10分）.
    const points = isFigure(entry.text) ? undefined : pointsIn(entry.text);
    if (points && entry.left === wordsIn(block, row)[0]!.left)
      sketch.executionWeight ??= { points, text: entry.raw.trim(), location: entry.at };
  }
  sketch.money.push(...rows);
  return true;
}
