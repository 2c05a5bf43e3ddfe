// 见过的版面: what a sheet was found to be depends on its labels and on where amounts stand, not on what they are. A
// sheet with the same labels is not read again. Knows cells as labels or amounts; knows no form.
import type { Cell, Grid, Rect, Scalar } from '../facts/grid.ts';
import { Memory } from '../measure/memory.ts';
import { isAmount, type View } from './view.ts';

/** 读过的数: an amount that a reader took for a word: a 行次, a code kept as a number. */
interface Trace {
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
}

interface Known<T> {
  readonly found: T;
  readonly traces: readonly Trace[];
}

/** 同一版面的各种读法: sheets with the same labels whose traces differ stand beside each other. */
interface Beside<T> {
  readonly all: readonly Known<T>[];
  readonly weight: number;
}

const mergesText = (merges: readonly Rect[]): string =>
  merges.map((m) => `${m.row},${m.column},${m.rows},${m.columns}`).join(';');

/** A label with its length, so that whatever stands in it is not taken for the next cell. */
function kindOf(value: Scalar): string {
  if (typeof value === 'number') return '#';
  if (typeof value !== 'string') return value === null ? '' : `=${value}`;
  return isAmount(value) ? '~' : `"${value.length} ${value}`;
}

function cellText({ value, uncached, error, formula }: Cell): string {
  const kind = kindOf(value);
  if (!uncached && !error && (value !== null || !formula)) return kind;
  return `${kind}${uncached ? '?' : ''}${error ? '!' : ''}${value === null && formula ? 'f' : ''}`;
}

/** 版面指纹: labels, merged areas and where amounts stand. */
function labelsOf(grid: Grid): string {
  const { name, hidden, printed, rows, columns, cells, merges } = grid;
  let text = `${name.length} ${name}\n${hidden ? 1 : 0}${printed ? 1 : 0} ${rows} ${columns} ${mergesText(merges)}`;
  for (let row = 0; row < cells.length; row += 1) {
    const line = cells[row];
    text += '\n';
    if (!line) continue;
    for (let column = 0; column < line.length; column += 1) {
      const cell = line[column];
      text += cell ? `\t${cellText(cell)}` : '\t';
    }
  }
  return text;
}

/** A view that notes which amounts are read as if they were words. */
function watched(view: View, traces: Map<number, Trace>): View {
  const note = (row: number, column: number) => {
    const value = view.grid.cells[row]?.[column]?.value;
    if (value !== undefined && isAmount(value))
      traces.set(row * 16384 + column, { row, column, value });
  };
  const noted =
    <T>(read: (row: number, column: number) => T) =>
    (row: number, column: number): T => {
      note(row, column);
      return read(row, column);
    };
  return {
    ...view,
    text: noted(view.text),
    raw: noted(view.raw),
    cell: noted(view.cell),
    label: (row, column) => {
      const at = view.area(row, column);
      note(at.row, at.column);
      return view.label(row, column);
    },
  };
}

/** So many of them are remembered. */
const BESIDE = 4;
/** So many signs of labels are remembered. */
const SIGNS = 250_000;

/** 版面记忆 of one way to read sheets. */
export class Layouts<T> {
  readonly #known = new Memory<Beside<T>>(SIGNS, ({ weight }) => weight);

  /** What a sheet is found to be, or was when its labels were seen before. */
  of(view: View, read: (view: View) => T): T {
    const key = labelsOf(view.grid);
    const beside = this.#known.recall(key)?.all ?? [];
    const isSame = ({ row, column, value }: Trace) =>
      view.grid.cells[row]?.[column]?.value === value;
    const known = beside.find((k) => k.traces.every(isSame));
    if (known) return known.found;
    const traces = new Map<number, Trace>();
    const found = read(watched(view, traces));
    const all = [{ found, traces: [...traces.values()] }, ...beside].slice(0, BESIDE);
    this.#known.keep(key, { all, weight: key.length });
    return found;
  }
}
