// The workbooks that the contract of all hosts is run on.
import { readFileSync } from 'node:fs';
import type { Cell, Grid, Snapshot } from '../../src/facts/grid.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';

function grid(name: string, lines: (Cell | undefined)[][], more: Partial<Grid> = {}): Grid {
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const head = { name, hidden: false, protected: false, merges: [] };
  return { ...head, rows: lines.length, columns, cells: lines, ...more };
}
export const MONEY = '#,##0.00';
export const workbook: Snapshot = {
  name: '决算.xlsx',
  sheets: [
    grid(
      '表1',
      [
        [],
        [undefined, { value: '收入支出决算总表' }],
        [undefined, { value: '财政拨款' }, { value: 837.33, format: MONEY }],
        [undefined, { value: '其他收入' }, { value: 0.06, format: MONEY }],
        [undefined, { value: '合计' }, { value: 837.39, format: MONEY, formula: '=SUM(C3:C4)' }],
        [undefined, { value: true }, { value: null, error: '#REF!' }, { value: '00123' }],
      ],
      { merges: [{ row: 1, column: 1, rows: 1, columns: 3 }] },
    ),
    grid('说明, 附 注', [[{ value: '=不是公式' }, { value: '2021年度' }]]),
    grid('锁定', [[{ value: 1 }, { value: '甲' }]], { protected: true }),
    grid('隐藏', [[{ value: 2 }]], { hidden: true }),
    grid('空', []),
  ],
};
/** Shown text is a host's own affair; blank cells too. */
export function plain({ sheets }: Snapshot): unknown {
  return sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    protected: sheet.protected,
    merges: sheet.merges,
    cells: sheet.cells.flatMap((line, row) =>
      (line ?? []).flatMap((cell, column) => {
        if (!cell || (cell.value === null && !cell.formula && !cell.error)) return [];
        const { text: _, format = 'General', ...rest } = cell;
        return [[row, column, format, rest]];
      }),
    ),
  }));
}
export const SAMPLES = ['hanyang-2021.xlsx', 'example-2023-yuan.xlsx'];
export async function sample(file: string): Promise<Snapshot> {
  const bytes = new Uint8Array(readFileSync(`tests/cases/samples/${file}`));
  const opened = await openWorkbook(bytes, file);
  if (!opened.ok) throw opened.error;
  return opened.snapshot;
}
