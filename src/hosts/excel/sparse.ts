// Sheets whose used range is far larger than what they hold: a space in the last row, a cell at the end of the world.
// Excel is asked which areas hold something, and near ones are read together. Knows areas; knows no table.
import type { Rect } from '../../facts/grid.ts';
import { areasOf } from './areas.ts';

/** So many empty rows or columns between two areas part them. */
const APART = 60;
/** More areas than this are no table. */
const MOST_AREAS = 20_000;

interface Line {
  readonly from: number;
  readonly to: number;
}

/** Runs of rows (or columns) that lie near one another. */
function runs(lines: readonly Line[]): Line[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...lines].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last && from - last.to <= APART) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

const touches = (run: Line, from: number, length: number): boolean =>
  from <= run.to && from + length - 1 >= run.from;

/** Boxes around what lies near one another: first by rows, then within them by columns. */
export function clustersOf(areas: readonly Rect[]): Rect[] {
  const rows = runs(areas.map((a) => ({ from: a.row, to: a.row + a.rows - 1 })));
  return rows.flatMap((band) => {
    const own = areas.filter((a) => touches(band, a.row, a.rows));
    return runs(own.map((a) => ({ from: a.column, to: a.column + a.columns - 1 }))).map((run) => ({
      row: band.from,
      rows: band.to - band.from + 1,
      column: run.from,
      columns: run.to - run.from + 1,
    }));
  });
}

/** Areas of a sheet that hold a constant or a formula, once Excel has answered; undefined where it cannot say. */
export function askFilled(used: Excel.Range): () => Rect[] | undefined {
  const kinds = (['Constants', 'Formulas'] as const).map((kind) =>
    used.getSpecialCellsOrNullObject(kind).load('address,areaCount'),
  );
  return () => {
    const given = kinds.filter((k) => !k.isNullObject);
    const areas = given.flatMap((k) => areasOf(k.address));
    // Whole rows and columns are written another way: what is not understood is not left out.
    const all = given.reduce((sum, k) => sum + k.areaCount, 0);
    return areas.length !== all || all > MOST_AREAS ? undefined : clustersOf(areas);
  };
}
