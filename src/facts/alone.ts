// Whether a sheet can only change by an edit of its own: then it need not be read again when others were edited.
// Knows formulas as text; knows no host and no table.
import type { Grid } from './grid.ts';

/** Functions whose value comes from elsewhere, or with time. */
const RESTLESS =
  /^(?:INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|INFO|CELL|SHEET|SHEETS|RTD|WEBSERVICE|HYPERLINK|GETPIVOTDATA)$/i;
const TEXT = /"(?:[^"]|"")*"/g;
/** Other sheets, other workbooks, tables of Excel. */
const ELSEWHERE = /[![]/;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\]*(?=(\()?)/gu;
const PLACE = /^(?:[A-Z]{1,3}\d{1,7}|TRUE|FALSE|E\d*)$/i;
const COLUMNS = /\b[A-Z]{1,3}:[A-Z]{1,3}\b/gi;

/** Whether a formula asks for nothing beyond its own sheet; a name may stand for anything. */
function staysHere(formula: string): boolean {
  const plain = formula.replace(TEXT, '').replaceAll('$', '').replace(COLUMNS, '');
  if (ELSEWHERE.test(plain)) return false;
  return [...plain.matchAll(WORD)].every(([word, call]) =>
    call ? !RESTLESS.test(word) : PLACE.test(word),
  );
}

const known = new WeakMap<Grid, boolean>();

/** 独立的工作表: no formula of it depends on another sheet, on a name or on time. */
function standsAlone(grid: Grid): boolean {
  const before = known.get(grid);
  if (before !== undefined) return before;
  const alone =
    grid.skipped === undefined &&
    grid.cells.every((line) => line?.every((c) => !c?.formula || staysHere(c.formula)) ?? true);
  known.set(grid, alone);
  return alone;
}

/** 未改动 without looking at its cells: a sheet that nobody edited, and that nothing else could change. */
export const isAsItWas = (
  grid: Grid,
  now: Pick<Grid, 'name' | 'hidden' | 'protected' | 'rows' | 'columns'>,
): boolean =>
  grid.name === now.name &&
  grid.hidden === now.hidden &&
  grid.protected === now.protected &&
  grid.rows === now.rows &&
  grid.columns === now.columns &&
  standsAlone(grid);
