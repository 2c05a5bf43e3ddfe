// The sample workbooks, opened once, and copies of them with cells changed.
import { readFileSync } from 'node:fs';
import { type Cell, parseAddress, type Scalar, type Snapshot } from '../../src/facts/grid.ts';
import { openWorkbook } from '../../src/hosts/xlsx/open.ts';

const folder = new URL('../cases/samples/', import.meta.url);
const opened = new Map<string, Snapshot>();

export const sampleBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`${name}.xlsx`, folder));

export async function sample(name: string): Promise<Snapshot> {
  const known = opened.get(name);
  if (known) return known;
  const result = await openWorkbook(sampleBytes(name), `${name}.xlsx`);
  if (!result.ok) throw new Error(result.error.message);
  opened.set(name, result.snapshot);
  return result.snapshot;
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
