// Cells of one indicator under the headings: texts of several rows put together, targets in one cell or three,
// numbers. Knows columns; reads no figure.
import type { ColumnSpan, Header } from './header.ts';
import type { Columns } from './indicator-columns.ts';
import type { LineCell, TableBlock } from './lines.ts';
import { cellUnder } from './money-cells.ts';
import { type Slot, wording } from './sketch.ts';
import { isNothing } from './words.ts';

const NUMBERS = ['完成率', '系数', '权重', '得分', '扣分'] as const;
/** 指标行所在: the page, its columns and their header. */
export interface IndicatorPage {
  readonly block: TableBlock;
  readonly columns: Columns;
  readonly header: Header;
}

/** Rows of one indicator: as many as its name or its score is merged over. */
export function indicatorHeight({ block, columns }: IndicatorPage, row: number): number {
  const name = columns.levels[2] && cellUnder(block, row, columns.levels[2]);
  const score = columns.one.get('得分') ?? columns.one.get('权重');
  const cell = score && cellUnder(block, row, score);
  const alone = columns.levels[2] === undefined;
  const down = (e: LineCell | undefined): number => (e && e.top === row ? e.bottom : row);
  return Math.max(alone ? row : down(name), down(cell));
}

/** Texts under a heading over the rows of one indicator; the first cell when all are blank. */
export function textsUnder(
  block: TableBlock,
  span: ColumnSpan | undefined,
  row: number,
  last: number,
): LineCell[] {
  if (!span) return [];
  const entries: LineCell[] = [];
  for (let r = row; r <= last; r += 1) {
    const entry = cellUnder(block, r, span);
    if (entry && !entries.some((e) => e.top === entry.top)) entries.push(entry);
  }
  const filled = entries.filter((e) => e.text !== '');
  return filled.length > 0 ? filled : entries.slice(0, 1);
}

/** Targets and actuals. */
export function wordSlots({ block, columns }: IndicatorPage, row: number, last: number): Slot[] {
  const { one } = columns;
  const under = (key: string) => textsUnder(block, one.get(key), row, last);
  const slot = (column: string, entries: readonly LineCell[], split?: Slot['split']): Slot[] =>
    entries.length === 0
      ? []
      : [
          {
            column,
            at: entries[0]!.at,
            ...(entries.length > 1 && { lines: entries.map(wording) }),
            ...(split && { split }),
          },
        ];
  const nature = under('指标性质')[0];
  const unit = under('度量单位')[0];
  const splitOf = (entries: readonly LineCell[]): Slot['split'] =>
    nature
      ? {
          nature: wording(nature),
          ...(entries[0] && { value: wording(entries[0]) }),
          ...(unit && { unit: wording(unit) }),
        }
      : undefined;
  const [initial, adjusted, plainTarget] = [
    under('年初目标值'),
    under('调整目标值'),
    under('目标值'),
  ];
  const result: Slot[] = [];
  // An adjusted target that was left blank leaves the first one in force.
  const changed = adjusted.some((e) => !isNothing(e.text)) || initial.length === 0 ? adjusted : [];
  const target = plainTarget.length > 0 ? plainTarget : changed.length > 0 ? changed : initial;
  const later = target !== initial ? initial : [];
  result.push(...slot('年初目标值', later, splitOf(later)));
  result.push(...slot('目标值', target, splitOf(target)));
  if (target.length === 0 && nature) result.push(...slot('目标值', [nature], splitOf([])));
  result.push(...slot('完成值', under('完成值')));
  return result;
}

/** Weights, scores, rates of one row. */
export function numberSlots({ block, columns }: IndicatorPage, row: number, last: number): Slot[] {
  return NUMBERS.flatMap((column) => {
    const span = columns.one.get(column);
    const entry = textsUnder(block, span, row, last)[0];
    if (!span || !entry || entry.top < row) return [];
    return [{ column, at: entry.at, percent: span.text.includes('%') }];
  });
}

const POINTS = new Set(['权重', '得分', '扣分']);
/**
 * 不计分的行: neither weight nor score stands in it, because both are struck out, because it names a part of the row
 * above, or because nothing was aimed at and nothing done. What only waits for its points keeps its cells.
 */
export function withoutPoints(
  block: TableBlock,
  slots: readonly Slot[],
  isPart: boolean,
): readonly Slot[] {
  const text = (s: Slot): string => block.entry(s.at.row, s.at.column).text;
  const own = slots.filter((s) => POINTS.has(s.column));
  const open = own.every((s) => s.within === undefined && isNothing(text(s)));
  const struck = own.length > 0 && own.every((s) => text(s) !== '');
  const idle = slots.every((s) => isNothing(text(s)));
  return open && (struck || isPart || idle) ? slots.filter((s) => !POINTS.has(s.column)) : slots;
}
