// 错位: from some row on the amounts of a list stand beside the names of other rows, moved up or down together. Knows
// lists by code and their equations; no table by name.
import type { Suspect } from '../assertions/finding.ts';
import type { Fact, Item, Table } from '../facts/fact.ts';
import { type Exact, isZero, minus, negate, plus, shift } from '../measure/exact.ts';
import type { Basis } from './chain.ts';
import { cellNumber, type ErrorEquation, type Index, isBroken } from './equations.ts';
import { LISTED, suspect } from './ranking.ts';

/** 错位的一段: what its cells ought to hold, from which row on, and by how many rows they were moved. */
export interface Displaced {
  readonly table: Table;
  readonly from: number;
  readonly rows: number;
  readonly changes: ReadonlyMap<Fact, Exact>;
  readonly mends: readonly ErrorEquation[];
  /** Everything broken in the displaced rows. */
  readonly covers: readonly ErrorEquation[];
  /** Where one column alone was moved: which, down to which row, and whether others about it may be. */
  readonly column?: {
    readonly letters: string;
    readonly item: Item;
    readonly to: number;
    readonly about: boolean;
  };
}

type Line = readonly (Fact | undefined)[];

/** 错位的行数, the likeliest first: the amounts stand so many rows too low (or, below nothing, too high). */
export const ROW_MOVES = [1, -1, 2, -2, 3, -3];
/** Fewer breaks than this are slips of single cells. */
const LEAST = 6;
/** Equations looked at for one table; beyond it the table is left to others. */
const WORK = 400_000;

interface Moved {
  readonly changes: Map<Fact, Exact>;
  /** Cells whose own amount was moved out of the list. */
  readonly gone: ReadonlySet<Fact>;
}

/** What the rows from one on would hold if their amounts were moved back. */
function movedBack(lines: readonly Line[], from: number, by: number): Moved {
  const changes = new Map<Fact, Exact>();
  const gone = new Set<Fact>();
  for (let i = from; i < lines.length; i += 1) {
    const source = i + by >= from ? lines[i + by] : undefined;
    lines[i]!.forEach((fact, column) => {
      if (!fact) return;
      const own = source?.[column];
      if (!own) gone.add(fact);
      else {
        const change = minus(cellNumber(own), cellNumber(fact));
        if (!isZero(change)) changes.set(fact, change);
      }
    });
  }
  return { changes, gone };
}

function hasAny({ terms }: ErrorEquation, facts: ReadonlySet<Fact>): boolean {
  for (const fact of terms.keys()) if (facts.has(fact)) return true;
  return false;
}

/** Breaks that a move mends; undefined where it breaks what held, or leaves too much broken. */
function mendedBy({ changes, gone }: Moved, index: Index, on: { work: number }) {
  const gaps = new Map<ErrorEquation, Exact>();
  for (const [fact, change] of changes) {
    for (const equation of index.get(fact) ?? []) {
      on.work += 1;
      const term = equation.terms.get(fact)!;
      const moved = shift(change, term.shift);
      const gap = gaps.get(equation) ?? equation.gap;
      gaps.set(equation, plus(gap, term.sign > 0 ? moved : negate(moved)));
    }
  }
  const mends: ErrorEquation[] = [];
  let still = 0;
  for (const [equation, gap] of gaps) {
    if (hasAny(equation, gone)) continue;
    const after = isBroken(equation, gap);
    if (after && !equation.broken) return undefined;
    if (after) still += 1;
    else if (equation.broken) mends.push(equation);
  }
  return mends.length >= LEAST && mends.length > 4 * still ? mends : undefined;
}

function displacedIn(table: Table, broken: readonly ErrorEquation[], index: Index) {
  const lines = table.rows.flatMap((row, i) => {
    const cells = table.facts[i]!;
    return row.code && row.level && cells.some((f) => f) ? [cells] : [];
  });
  const accused = new Set(broken.flatMap((e) => [...e.terms.keys()]));
  const on = { work: 0 };
  let best: Displaced | undefined;
  for (let from = 0; from < lines.length - 2; from += 1) {
    const near = lines.slice(from, from + 3).some((line) => line.some((f) => f && accused.has(f)));
    for (const by of near ? ROW_MOVES : []) {
      if (on.work > WORK) return best;
      const moved = movedBack(lines, from, by);
      const mends = moved.changes.size < LEAST ? undefined : mendedBy(moved, index, on);
      const better = mends && (!best || mends.length > best.mends.length);
      if (!better) continue;
      const cells = new Set([...moved.changes.keys(), ...moved.gone]);
      const covers = broken.filter((e) => [...e.terms.keys()].some((f) => cells.has(f)));
      const first = lines[from]!.find((f) => f !== undefined)!;
      const { row } = first.location;
      best = { table, from: row, rows: by, changes: moved.changes, mends, covers };
    }
  }
  return best;
}

/** 错位的各段 of the lists that many breaks have to do with. */
export function displaced(
  broken: readonly ErrorEquation[],
  { index }: Pick<Basis, 'index'>,
): Displaced[] {
  const tables = new Set(broken.flatMap((e) => [...e.terms.keys()].map((f) => f.table)));
  return [...tables].flatMap((table) => {
    if (table.source || !table.rows.some((r) => r.code && r.level)) return [];
    const own = broken.filter((e) => [...e.terms.keys()].some((f) => f.table === table));
    const found = own.length < LEAST ? undefined : displacedIn(table, own, index);
    return found ? [found] : [];
  });
}

const NUMBERS = '一两三';

/** What happened, and what to do, in one sentence each. */
function wordsOf({ table, from, rows, mends, column }: Displaced): string {
  const moved = `${rows > 0 ? '下移' : '上移'}${NUMBERS[Math.abs(rows) - 1]}行`;
  const others = [
    ...new Set(mends.flatMap((e) => [...e.terms.keys()].map((f) => f.table.title))),
  ].filter((title) => title !== table.title);
  const against = others.length > 0 ? `（对照${others.join('、')}可知）` : '';
  if (!column) {
    return `${table.title}自第 ${from + 1} 行起金额${moved}，与科目错位${against}。请把这几行的金额整体移回原位，再核对首尾两行。`;
  }
  const name = column.item.names[0] ?? column.item.printed;
  const where = `原在第 ${from + 1} 至 ${column.to + 1} 行${column.about ? '一带' : ''}的数${moved}${against}`;
  const rest = column.about ? '从哪一行错起、到哪一行为止，请对着项目名称看；' : '请';
  return `${table.title} ${column.letters} 列（${name}）一列数字错行：${where}。${rest}只把这一列的这几个数整体移回原位，再核对首尾两行。`;
}

/** Every displaced cell with what it ought to hold; one sentence tells what happened. */
export function listedDisplaced(one: Displaced, group: number): Suspect[] {
  const message = wordsOf(one);
  return [...one.changes].slice(0, LISTED).map(([fact, change]) => {
    const own = one.mends.filter((e) => e.terms.has(fact));
    const hypothesis = { fact, change, mends: own.length > 0 ? own : one.mends };
    return { ...suspect({ hypothesis, slip: 'neighbour', score: 0 }, group, 1), message };
  });
}
