// Cell formats between Excel's words and Univer's, both ways.
import type { Rect } from '../../src/facts/grid.ts';
import { type FormatKey, NO_LINE, type RuleBorder, type RuleStyle } from '../emulator/book.ts';

// Univer's cell styles are loose records; the library types them as such too.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Loose = Record<string, any>;

export const toRange = (r: Rect): Loose => ({
  startRow: r.row,
  endRow: r.row + r.rows - 1,
  startColumn: r.column,
  endColumn: r.column + r.columns - 1,
});
export const toRect = (x: Loose): Rect => ({
  row: x.startRow,
  column: x.startColumn,
  rows: x.endRow - x.startRow + 1,
  columns: x.endColumn - x.startColumn + 1,
});

/** `#aabbcc` or `rgb(1,2,3)` as `#AABBCC`. */
export function hex(color: string | undefined | null): string | undefined {
  const m = color && /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(color);
  if (!m) return color?.toUpperCase() || undefined;
  const parts = m.slice(1, 4).map((n) => Number(n).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`.toUpperCase();
}

const ALIGN = ['General', 'Left', 'Center', 'Right', 'Justify', 'Justify', 'Distributed'];
const LINES: Readonly<Record<string, number>> = {
  Continuous: 1,
  Dot: 3,
  Dash: 4,
  DashDot: 5,
  DashDotDot: 6,
};
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
type Side = keyof typeof SIDES;

const VERTICAL = ['Bottom', 'Top', 'Center', 'Bottom'];
interface Format {
  readonly get: (s: Loose | undefined) => unknown;
  /** The style patch that sets it; undefined means the default. */
  readonly set: (v: unknown) => Loose;
}
const colour = (key: string) => (v: unknown) => ({ [key]: v === undefined ? null : { rgb: v } });

const edge = (side: Side): Format => ({
  get: (s) => lineOf(s?.bd?.[SIDES[side]]) ?? NO_LINE,
  set: (v) => {
    const line = v as RuleBorder | undefined;
    const none = !line || line.style === 'None';
    const bd = none ? null : { s: LINES[line.style] ?? 1, cl: { rgb: line.color } };
    return { bd: { [SIDES[side]]: bd } };
  },
});
function lineOf(bd: Loose | undefined): RuleBorder | undefined {
  if (!bd) return undefined;
  const style = Object.keys(LINES).find((l) => LINES[l] === bd.s) ?? 'Continuous';
  return { style, color: hex(bd.cl?.rgb) ?? '#000000' };
}

export const FORMATS: Readonly<Record<Exclude<FormatKey, 'columnWidth' | 'rowHeight'>, Format>> = {
  top: edge('top'),
  bottom: edge('bottom'),
  left: edge('left'),
  right: edge('right'),
  valign: {
    get: (s) => VERTICAL[s?.vt ?? 0],
    set: (v) => ({ vt: Math.max(0, VERTICAL.lastIndexOf(String(v))) }),
  },
  fill: { get: (s) => hex(s?.bg?.rgb) ?? '#FFFFFF', set: colour('bg') },
  color: { get: (s) => hex(s?.cl?.rgb) ?? '#000000', set: colour('cl') },
  bold: { get: (s) => s?.bl === 1, set: (v) => ({ bl: v ? 1 : 0 }) },
  italic: { get: (s) => s?.it === 1, set: (v) => ({ it: v ? 1 : 0 }) },
  font: { get: (s) => s?.ff ?? 'Arial', set: (v) => ({ ff: v }) },
  size: { get: (s) => s?.fs ?? 11, set: (v) => ({ fs: v }) },
  wrap: { get: (s) => s?.tb === 3, set: (v) => ({ tb: v ? 3 : 1 }) },
  align: {
    get: (s) => ALIGN[s?.ht ?? 0],
    set: (v) => ({ ht: Math.max(0, ALIGN.indexOf(String(v))) }),
  },
};

export function toRuleStyle(style: RuleStyle): Loose {
  const result: Loose = {};
  if (style.fill) result.bg = { rgb: style.fill };
  if (style.color) result.cl = { rgb: style.color };
  if (style.bold) result.bl = 1;
  if (style.italic) result.it = 1;
  for (const [side, key] of Object.entries(SIDES)) {
    const border = style.border?.[side as Side];
    if (!border || border.style === 'None') continue;
    result.bd = { ...result.bd, [key]: { s: LINES[border.style] ?? 1, cl: { rgb: border.color } } };
  }
  return result;
}

export function fromRuleStyle(style: Loose | undefined): RuleStyle {
  const border: NonNullable<RuleStyle['border']> = {};
  for (const [side, key] of Object.entries(SIDES)) {
    const line = lineOf(style?.bd?.[key]);
    if (line) border[side as Side] = line;
  }
  const [fill, color] = [hex(style?.bg?.rgb), hex(style?.cl?.rgb)];
  return {
    ...(fill && { fill }),
    ...(color && { color }),
    bold: style?.bl === 1,
    italic: style?.it === 1,
    ...(Object.keys(border).length > 0 && { border }),
  };
}
