// Cells that went wrong together: a table, row or column in another unit, or two lines exchanged. Such a
// mistake breaks many relations at once and no single cell mends it. Knows equations; no table by name.
import type { Fact, Table } from '../facts/fact.ts';
import { type Exact, exact, isZero, minus, negate, plus, shift, ZERO } from '../measure/exact.ts';
import { type Equation, type Index, isBroken, numberIn } from './equations.ts';
import type { Slip } from './finding.ts';

/** 成块的差错: the changes of all its cells, and the breaks they mend. */
export interface Block {
  readonly slip: Slip;
  readonly changes: ReadonlyMap<Fact, Exact>;
  readonly mends: readonly Equation[];
}

/** Powers of ten between units of money that are confused. */
const SCALES = [-4, 4, -3, 3, -1, 1];
/** Equations looked at for one group; beyond it the group stays undecided. */
const WORK = 60_000;

interface Try {
  readonly group: readonly Equation[];
  readonly index: Index;
  work: number;
}

/** Whether the changes mend every break of the group and break nothing else. */
function mends(changes: ReadonlyMap<Fact, Exact>, blur: number | undefined, on: Try): boolean {
  const touched = new Map<Equation, { gap: Exact; bound: Exact }>();
  for (const [fact, change] of changes) {
    for (const equation of on.index.get(fact) ?? []) {
      on.work += 1;
      const term = equation.terms.get(fact)!;
      const moved = shift(change, term.shift);
      const now = touched.get(equation) ?? { gap: equation.gap, bound: equation.bound };
      // Figures given in a larger unit stand for more than the smaller unit lets them.
      const wide = blur === undefined ? ZERO : shift(exact(5, 3), blur + term.shift);
      touched.set(equation, {
        gap: plus(now.gap, term.sign > 0 ? moved : negate(moved)),
        bound: plus(now.bound, wide),
      });
    }
  }
  return (
    on.group.every((e) => touched.has(e)) &&
    [...touched].every(([equation, { gap, bound }]) => !isBroken(equation, gap, bound))
  );
}

const figures = (line: readonly (Fact | undefined)[]): Fact[] =>
  line.filter((f): f is Fact => f?.quantity !== undefined && !isZero(numberIn(f)));

const scaled = (facts: readonly Fact[], by: number): Map<Fact, Exact> =>
  new Map(facts.map((f) => [f, minus(shift(numberIn(f), by), numberIn(f))]));

function inAnotherUnit(facts: readonly Fact[], on: Try): Block | undefined {
  if (facts.length < 2) return undefined;
  for (const by of SCALES) {
    const changes = scaled(facts, by);
    if (mends(changes, by > 0 ? by : undefined, on))
      return { slip: 'unit', changes, mends: on.group };
  }
  return undefined;
}

type Line = readonly (Fact | undefined)[];

function exchanged(one: Line, other: Line, on: Try): Block | undefined {
  const changes = new Map<Fact, Exact>();
  one.forEach((a, i) => {
    const b = other[i];
    if (!a || !b) return;
    const gap = minus(numberIn(b), numberIn(a));
    if (isZero(gap)) return;
    changes.set(a, gap);
    changes.set(b, negate(gap));
  });
  if (changes.size === 0 || !mends(changes, undefined, on)) return undefined;
  return { slip: 'neighbour', changes, mends: on.group };
}

const columnsOf = (table: Table): Line[] =>
  table.columns.map((_, column) => table.facts.map((line) => line[column]));

/** Lines of a table in which a break of the group has a cell. */
function affected(lines: readonly Line[], group: readonly Equation[]): Line[] {
  const cells = new Set(group.flatMap((e) => [...e.terms.keys()]));
  return lines.filter((line) => line.some((f) => f && cells.has(f)));
}

function inTable(table: Table, on: Try): Block | undefined {
  const whole = inAnotherUnit(figures(table.facts.flat()), on);
  if (whole) return whole;
  for (const lines of [table.facts, columnsOf(table)]) {
    const own = affected(lines, on.group);
    for (const line of own) {
      const found = on.work < WORK ? inAnotherUnit(figures(line), on) : undefined;
      if (found) return found;
    }
    for (const [i, one] of own.entries()) {
      for (const other of own.slice(i + 1)) {
        const found = on.work < WORK ? exchanged(one, other, on) : undefined;
        if (found) return found;
      }
    }
  }
  return undefined;
}

/** 成块归因: the block that explains a whole group of breaks, when one does. */
export function blockOf(group: readonly Equation[], index: Index): Block | undefined {
  if (group.length < 2) return undefined;
  const tables = new Set(group.flatMap((e) => [...e.terms.keys()].map((f) => f.table)));
  const on: Try = { group, index, work: 0 };
  for (const table of tables) {
    const found = table.source ? undefined : inTable(table, on);
    if (found) return found;
  }
  return undefined;
}
