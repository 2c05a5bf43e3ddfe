// Money whose sources are headings of one row: 中央 | 省级 | 合计 | 执行数 | 执行率. Knows declared rows and headings.
import type { Form, ItemDeclaration } from '../form.ts';
import { inlineMoney } from './header.ts';
import { figured, type LineCell, type TableBlock, wordsIn } from './lines.ts';
import { cellUnder, noteUnit } from './money-cells.ts';
import { moneyItem, moneyRows } from './money-items.ts';
import type { Row, Sketch, Slot } from './sketch.ts';
import { called, headed, ofGroup, pointsIn } from './words.ts';

const WHOLES = new Set(['年度资金总额', '部门整体支出总额']);

/** 横列的来源: headings from the first source on, and the last row of them. */
interface Heads {
  readonly entries: readonly LineCell[];
  readonly whole: LineCell | undefined;
  readonly bottom: number;
  readonly columns: readonly ItemDeclaration[];
}

function headsIn(block: TableBlock, form: Form, row: number): Heads | undefined {
  const all = wordsIn(block, row);
  const columns = ofGroup(form.columns, '资金');
  const named = (e: LineCell): string => called(moneyRows(form), e.text)?.key ?? '';
  const known = all.findIndex((e) => named(e) !== '' && !WHOLES.has(named(e)));
  // Sources that nobody declared are told by the sum and the spending to their right.
  const sum = all.findIndex((e) => WHOLES.has(named(e)));
  const before = all.slice(1, Math.max(sum, 1));
  const unknown = before.length > 0 && before.every((e) => !headed(columns, e.text)) ? 1 : -1;
  const first =
    known < 0 && !all.slice(0, 1).some((e) => headed(columns, e.text)) ? unknown : known;
  // Sources that nobody declared may stand before the first that is known; the name of the block is none.
  const from = all.findIndex((e, i) => i >= first || !/资金|来源|情况|预算/.test(e.text));
  const entries = first < 0 ? [] : all.slice(from);
  const whole = entries.find((e) => WHOLES.has(named(e)));
  const spent = entries.some((e) => called(columns, e.text)?.key === '执行数');
  const bottom = Math.max(row, ...entries.map((e) => e.bottom));
  return first < 0 || (!whole && !spent) || bottom >= block.bottom
    ? undefined
    : { entries, whole, bottom, columns };
}

function noteHead(sketch: Sketch, e: LineCell): void {
  noteUnit(sketch, e.text);
  const points = pointsIn(e.text);
  if (points) sketch.executionWeight ??= { points, text: e.raw.trim(), location: e.at };
}

/** Sources as headings of one row; the row after it, or nothing where the row is no such heading. */
export function readAcross(
  block: TableBlock,
  form: Form,
  sketch: Sketch,
  row: number,
): number | undefined {
  const heads = headsIn(block, form, row);
  if (!heads || inlineMoney(block, form.columns, row).length > 0) return undefined;
  const { entries, whole, bottom, columns } = heads;
  const under = (e: LineCell) =>
    cellUnder(block, bottom + 1, { key: '', left: e.left, right: e.right, text: '', heading: e });
  if (!entries.some((e) => figured(block, under(e)))) return undefined;
  sketch.header = Math.min(sketch.header, row);
  for (const e of wordsIn(block, row)) noteHead(sketch, e);
  const own: Slot[] = [];
  const parts: Row[] = [];
  for (const e of entries) {
    const cell = under(e);
    if (!cell || cell.top <= bottom) continue;
    const isSource = called(moneyRows(form), e.text) !== undefined && e !== whole;
    const key = e === whole ? '全年预算数' : called(columns, e.text)?.key;
    if (key !== undefined && !isSource)
      own.push({ column: key, at: cell.at, percent: e.text.includes('%') });
    else {
      const item = moneyItem({ ...sketch, money: [...sketch.money, ...parts] }, form, e.text);
      const slots = [{ column: '全年预算数', at: cell.at }];
      parts.push({ item: { ...item, of: '年度资金总额', groups: ['资金', '资金来源'] }, slots });
    }
  }
  const item = moneyItem(sketch, form, '');
  sketch.money.push({ item, slots: own.filter((s) => s.column !== '原因') }, ...parts);
  return bottom + 2;
}
