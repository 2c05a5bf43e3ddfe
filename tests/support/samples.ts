// The sample workbooks, opened once, and copies of them with cells changed.
import { existsSync, readFileSync } from 'node:fs';
import { type Cell, parseAddress, type Scalar, type Snapshot } from '../../src/facts/grid.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';

const folder = new URL('../cases/samples/', import.meta.url);
const opened = new Map<string, Snapshot>();

export const sampleBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`${name}.xlsx`, folder));

export async function sample(name: string): Promise<Snapshot> {
  const known = opened.get(name);
  if (known) return known;
  const typed = new URL(`${name}.tsv`, folder);
  if (existsSync(typed)) {
    opened.set(name, typedIn(readFileSync(typed, 'utf8')));
    return opened.get(name)!;
  }
  const result = await openWorkbook(sampleBytes(name), `${name}.xlsx`);
  if (!result.ok) throw new Error(result.error.message);
  opened.set(name, result.snapshot);
  return result.snapshot;
}

/** One sheet 表 typed as text, a line a row, a tab a cell; numbers are numbers, 95.00% a share. */
function typedIn(text: string): Snapshot {
  const cells = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').map(typedCell));
  const columns = Math.max(...cells.map((line) => line.length));
  const size = { rows: cells.length, columns };
  const sheet = { name: '表', hidden: false, protected: false, ...size, cells, merges: [] };
  return { sheets: [sheet] };
}

function typedCell(text: string): Cell | undefined {
  if (text === '') return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { value: Number(text) };
  const rate = /^(\d+(?:\.\d+)?)%$/.exec(text);
  return rate ? { value: Number(rate[1]) / 100, format: '0.00%' } : { value: text };
}

export interface CellChange {
  readonly sheet: string;
  readonly address: string;
  readonly value: Scalar;
}

/** A copy of a workbook with some cells changed, formats kept. */
export function changed(snapshot: Snapshot, changes: readonly CellChange[]): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const own = changes.filter((c) => c.sheet === sheet.name);
    if (own.length === 0) return sheet;
    const cells: (Cell | undefined)[][] = sheet.cells.map((line) => [...(line ?? [])]);
    for (const { address, value } of own) {
      const at = parseAddress(address)!;
      cells[at.row] ??= [];
      const { formula: _formula, text: _text, ...kept } = cells[at.row]![at.column] ?? {};
      cells[at.row]![at.column] = { ...kept, value };
    }
    return { ...sheet, cells };
  });
  return { ...snapshot, sheets };
}
