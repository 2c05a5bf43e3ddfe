// What a cell shows, where its host does not say. Knows number formats; knows no sheet and no host.
import { format as formatted } from 'numfmt';
import type { Cell } from './grid.ts';

export { shownScale } from '../measure/shown.ts';

/** Excel's `!x` is its `\x`; the formatter knows only the second. */
function portable(code: string): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const character = code[i]!;
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '!' && i + 1 < code.length) {
      out += `\\${code[++i]}`;
    } else if (!quoted && (character === '\\' || character === '_' || character === '*')) {
      out += character + (code[++i] ?? '');
    } else out += character;
  }
  return out;
}

/** A cell's words in a sentence: enough to find it by, whatever stands in it. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 24 ? `${line.slice(0, 24)}…` : line}”`;
};

/** 显示文本. A format that cannot be read shows the value as General does. */
export function shownText(cell: Cell): string {
  if (cell.text !== undefined) return cell.text;
  if (cell.error !== undefined) return cell.error;
  const { value } = cell;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const code = portable(cell.format ?? 'General');
  try {
    return formatted(code, value, { throws: true });
  } catch {
    return formatted('General', value, { throws: false });
  }
}
