// Columns of the indicators by what they are for, and a column of points that no heading names. Knows headers.
import type { ColumnSpan, Header } from './header.ts';
import { figured, type TableBlock, wordsIn } from './lines.ts';
import { headOf } from './words.ts';

const LEVEL_KEYS = ['一级指标', '二级指标', '三级指标'] as const;
/** 指标栏: the spans of one header by what they are for. */
export interface Columns {
  readonly levels: readonly (ColumnSpan | undefined)[];
  /** Points of the first and second level in columns of their own. */
  readonly levelPoints: readonly (ColumnSpan | undefined)[];
  readonly one: ReadonlyMap<string, ColumnSpan>;
}

/** What the spans of a header are for. */
export function indicatorColumns(header: Header): Columns {
  const levels = LEVEL_KEYS.map((key) => {
    const own = header.spans.filter((s) => s.key === key);
    return own.find((s) => headOf(s.heading.text) === key) ?? own.at(-1);
  });
  const last = levels[2] ?? levels[1] ?? levels[0]!;
  const weights = header.spans.filter((s) => s.key === '权重');
  const weight = weights.find((s) => s.left > last.left) ?? weights.at(-1);
  const levelPoints = levels.slice(0, 2).map((level, i) => {
    const next = levels[i + 1];
    return weights.find(
      (s) => s !== weight && level && next && s.left > level.left && s.left < next.left,
    );
  });
  const one = new Map<string, ColumnSpan>();
  for (const span of header.spans) {
    if (span.key === '权重' || LEVEL_KEYS.some((k) => k === span.key) || one.has(span.key))
      continue;
    one.set(span.key, span);
  }
  if (weight) one.set('权重', weight);
  return { levels, levelPoints, one };
}

/**
 * 无表头的得分栏: places print the points of a block where its heading of 得分 would stand, or nothing. One column
 * right of the names that holds numbers in most rows is taken for them; the rightmost where there are several.
 */
export function withScores(block: TableBlock, header: Header, last: number): Header {
  if (header.spans.some((s) => s.key === '得分' || s.key === '扣分')) return header;
  const left = Math.max(
    ...header.spans.filter((s) => LEVEL_KEYS.some((k) => k === s.key)).map((s) => s.right),
  );
  const rows: number[] = [];
  for (let row = header.bottom + 1; row <= last; row += 1)
    if (wordsIn(block, row).length > 2) rows.push(row);
  for (let column = block.right; column > left; column -= 1) {
    if (header.spans.some((s) => s.left <= column && column <= s.right)) continue;
    const heading = block.entry(header.top, column);
    if (heading.text !== '' && !figured(block, heading)) continue;
    const filled = rows.filter((row) => figured(block, block.entry(row, column)));
    if (filled.length === 0 || filled.length * 2 < rows.length) continue;
    const span = { key: '得分', left: heading.left, right: heading.right, text: '', heading };
    return { ...header, spans: [...header.spans, span] };
  }
  return header;
}
