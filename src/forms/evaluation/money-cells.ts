// Cells of the money block under its headings, and the unit that a heading says. Knows headers and cells.
import type { ColumnSpan, Header } from './header.ts';
import type { LineCell, TableBlock } from './lines.ts';
import type { Sketch, Slot } from './sketch.ts';

const MONEY_UNIT = /\((元|千元|万元|亿元)[,，)]|单位[:：](元|千元|万元|亿元)/;

/** 计量单位 that a heading says, kept unless one was found before. */
export function noteUnit(sketch: Sketch, text: string): void {
  const unit = MONEY_UNIT.exec(text);
  if (unit) sketch.moneyUnit ??= unit[1] ?? unit[2]!;
}

/**
 * The cell of a row under a heading: the first with content, else the first; undefined where none begins
 * there.
 */
export function cellUnder(block: TableBlock, row: number, span: ColumnSpan): LineCell | undefined {
  let first: LineCell | undefined;
  for (let column = span.left; column <= span.right; column += 1) {
    const entry = block.entry(row, column);
    if (entry.left < span.left) continue;
    first ??= entry;
    if (entry.text !== '') return entry;
  }
  return first;
}

/** Columns that only count rows or name them. */
export const IDLE = new Set(['行次', '子项']);

/** The cells of a row, and the one that says why. */
export function slotsOf(
  block: TableBlock,
  header: Header,
  row: number,
): { slots: Slot[]; reason?: LineCell } {
  const slots: Slot[] = [];
  let reason: LineCell | undefined;
  for (const span of header.spans) {
    const entry = cellUnder(block, row, span);
    if (!entry || entry.top < row || slots.some((s) => s.column === span.key)) continue;
    if (span.key === '原因') reason = entry;
    else if (!IDLE.has(span.key))
      slots.push({ column: span.key, at: entry.at, percent: span.text.includes('%') });
  }
  return { slots, ...(reason && { reason }) };
}
