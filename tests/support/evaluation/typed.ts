// A performance table typed as lines of cells, a bar between two: small tables for single rules.
import type { Cell, Snapshot } from '../../../src/facts/grid.ts';

function cellOf(text: string): Cell | undefined {
  const words = text.trim();
  if (words === '') return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(words)) return { value: Number(words) };
  return { value: words };
}

/** Sheets, the first called 表, others by their title: `项目资金 | | 全年预算数 | 全年执行数`. */
export function typedTable(...sheets: readonly string[]): Snapshot {
  return {
    sheets: sheets.map((text, i) => {
      const lines = text.trim().split('\n');
      const cells = lines.map((line) => line.split('|').map(cellOf));
      const columns = Math.max(...cells.map((line) => line.length));
      const name = i === 0 ? '表' : lines[0]!.trim().slice(0, 30);
      const size = { rows: cells.length, columns };
      return { name, hidden: false, protected: false, ...size, cells, merges: [] };
    }),
  };
}
