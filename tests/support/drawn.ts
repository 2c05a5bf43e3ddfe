// Sheets drawn as text: one line a row, cells between bars. Knows grids; knows no table.
import type { Cell, Grid, Rect, Scalar, Snapshot } from '../../src/facts/grid.ts';

/**
 * `<` continues the cell on its left and `^` the one above, which makes a merged area; a number is a
 * number, `'12` a text, `12{0.00}` has a number format and `=12` is a formula with its saved result.
 */
function drawnSheet(name: string, lines: readonly string[], hidden = false): Grid {
  const texts = lines.map((line) => line.split('|').map((t) => t.trim()));
  const columns = Math.max(1, ...texts.map((t) => t.length));
  const text = (row: number, column: number): string => texts[row]?.[column] ?? '';
  const cells = texts.map((line) => line.map(cellOf));
  const merges: Rect[] = [];
  texts.forEach((line, row) => {
    line.forEach((_, column) => {
      if (/^[<^]$/.test(text(row, column))) return;
      let [width, height] = [1, 1];
      while (text(row, column + width) === '<') width += 1;
      while (text(row + height, column) === '^') height += 1;
      if (width > 1 || height > 1) merges.push({ row, column, rows: height, columns: width });
    });
  });
  return { name, hidden, protected: false, rows: texts.length, columns, cells, merges };
}

function valueOf(text: string): Scalar {
  if (text.startsWith("'")) return text.slice(1);
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : text.replaceAll('\\n', '\n');
}

function cellOf(text: string): Cell | undefined {
  if (text === '' || text === '<' || text === '^') return undefined;
  const format = /^(.*)\{(.+)\}$/.exec(text);
  const bare = format?.[1] ?? text;
  const styled = format ? { format: format[2]! } : {};
  if (bare === '=?') return { value: null, formula: '=SUM(A1:A2)', uncached: true, ...styled };
  if (/^=-?\d/.test(bare)) return { value: Number(bare.slice(1)), formula: '=X1', ...styled };
  return { value: valueOf(bare), ...styled };
}

/** A workbook of sheets under `## 名称` headings; `## 名称（隐藏）` hides one. */
export function drawnWorkbook(text: string): Snapshot {
  const sheets = text.split(/^## /m).slice(1);
  return {
    sheets: sheets.map((part) => {
      const [head = '', ...lines] = part.replace(/\n+$/, '').split('\n');
      const name = head.replace(/（隐藏）$/, '');
      return drawnSheet(name, lines, name !== head);
    }),
  };
}
