// 见过的版面: what a sheet was found to be depends on its labels and on where amounts stand, not on what they are. A
// sheet with the same labels is not read again. Knows cells as labels or amounts; knows no form.
import type { Cell, Grid, Rect, Scalar } from '../facts/grid.ts';
import { Memory } from '../measure/memory.ts';
import { KIND, type Label, labelsIn } from './labels.ts';
import { type Frame, touches, type View, viewOf, type Watch } from './view.ts';

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

function mergesText(merges: readonly Rect[], frame: Frame | undefined): string {
  let text = '';
  for (const m of merges)
    if (!frame || touches(frame, m)) text += `${m.row},${m.column},${m.rows},${m.columns};`;
  return text;
}

/** What stands in a cell, as a number: labels each by their own, amounts all by the same. */
function kindOf(value: Scalar, label: Label | undefined): number {
  if (label) return label.number;
  if (typeof value === 'number') return KIND.number;
  if (value === null) return KIND.nothing;
  return value ? KIND.yes : KIND.no;
}

/** The same with what keeps its value from being known. */
function signOf({ value, uncached, error, formula }: Cell, label: Label | undefined): number {
  const open = (uncached ? 1 : 0) + (error ? 2 : 0) + (value === null && formula ? 4 : 0);
  return kindOf(value, label) * 8 + open;
}

/** A cell's sign takes so many characters. */
const SIGN = 2;
/** Signs on their way to become text. */
const signs = new Uint16Array(8192);

/**
 * 版面指纹: labels by number, merged areas and where amounts stand. Of a part of a sheet its cells alone, and of the
 * line of the department what stands before its name.
 */
function labelsOf(grid: Grid, frame?: Frame): string {
  const { name, hidden, printed, rows, columns, cells, merges } = grid;
  const labels = labelsIn(grid);
  let text = `${name.length} ${name}\n${hidden ? 1 : 0}${printed ? 1 : 0} ${rows} ${columns} ${mergesText(merges, frame)}\n`;
  let filled = 0;
  const put = (sign: number) => {
    signs[filled] = sign >>> 16;
    signs[filled + 1] = sign & 0xffff;
    filled += SIGN;
    if (filled === signs.length) flush();
  };
  const flush = () => {
    text += String.fromCharCode.apply(null, signs.subarray(0, filled) as unknown as number[]);
    filled = 0;
  };
  const last = frame ? Math.min(frame.bottom + 1, cells.length) : cells.length;
  for (let row = frame?.body ?? 0; row < last; row += 1) {
    const line = cells[row] ?? [];
    const own = labels.line(row);
    const end = frame ? Math.min(frame.right + 1, line.length) : line.length;
    put(end);
    for (let column = frame?.left ?? 0; column < end; column += 1) {
      const cell = line[column];
      const label = own[column];
      put(cell ? signOf(cell, frame ? label?.unnamed : label) : KIND.nothing);
    }
  }
  flush();
  return text;
}

/** So many of them are remembered. */
const BESIDE = 4;

/** 版面记忆 of one way to read sheets. */
export class Layouts<T> {
  readonly #known: Memory<Beside<T>>;

  /** So many cells are remembered at most, twice over. */
  constructor(cells: number) {
    this.#known = new Memory(cells, ({ weight }) => weight);
  }

  /** What a sheet is found to be, or was when its labels were seen before. */
  of(view: View, read: (view: View) => T): T {
    return this.#seen(labelsOf(view.grid), view.grid, {}, read).found;
  }

  /**
   * The same of a part of a sheet, which is read alone, by what else is asked; the view of the whole sheet is told
   * which amounts are read as words.
   */
  within<R extends Frame & { readonly view: View }>(
    region: R,
    by: string,
    read: (view: View) => T,
  ): T {
    const { view: whole } = region;
    const key = by + labelsOf(whole.grid, region);
    const { found, traces } = this.#seen(key, whole.grid, { frame: region }, read);
    for (const { row, column } of traces) whole.cell(row, column);
    return found;
  }

  #seen(key: string, grid: Grid, looked: Watch, read: (view: View) => T): Known<T> {
    const { cells } = grid;
    const beside = this.#known.recall(key)?.all ?? [];
    const isSame = ({ row, column, value }: Trace) => cells[row]?.[column]?.value === value;
    const known = beside.find((k) => k.traces.every(isSame));
    if (known) return known;
    const traces = new Map<number, Trace>();
    const note = (row: number, column: number, value: Scalar) => {
      traces.set(row * 16384 + column, { row, column, value });
    };
    const found = read(viewOf(grid, { ...looked, note }));
    const own = { found, traces: [...traces.values()] };
    this.#known.keep(key, { all: [own, ...beside].slice(0, BESIDE), weight: key.length / SIGN });
    return own;
  }
}
