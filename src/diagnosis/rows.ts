// 整行: a row left out, a row that stands twice, or a row that was filled in wrong and carried up into the
// totals above it. Knows lists by code and their equations; no table by name.
import type { Fact, Table } from '../facts/fact.ts';
import {
  abs,
  compare,
  type Exact,
  exact,
  minus,
  negate,
  shift,
  toText,
  ZERO,
} from '../measure/exact.ts';
import { type AbsentRow, type Supposed, supposed, vacantAbove } from './absent-rows.ts';
import { outcome, type Try } from './blocks.ts';
import { type Basis, type Chain, triedRows } from './chain.ts';
import { above, below, type CellsOfRow, codesOf } from './codes.ts';
import { cellNumber, type ErrorEquation, type Index, sumsUp } from './equations.ts';

/** 整行的差错: what the row and the rows above it ought to change by. */
export interface RowChange {
  readonly kind: 'missing' | 'twice' | 'carried';
  readonly table: Table;
  readonly code: string;
  readonly line: CellsOfRow;
  readonly changes: ReadonlyMap<Fact, Exact>;
  readonly mends: readonly ErrorEquation[];
  /** The list in which the same rows went wrong alike. */
  readonly twin?: Table;
  /** Another table prints the amounts of a row left out. */
  readonly vouched?: boolean;
  /** A break says itself that the row is not there. */
  readonly named?: boolean;
  /** The row is there, with its name and amounts, under another code. */
  readonly miscoded?: CellsOfRow;
}

/** Equations looked at for one group; beyond it the group is left to others. */
const WORK = 150_000;
/** So many rows left out are named; more are no oversight. */
const MOST = 6;

const tablesOf = (equations: readonly ErrorEquation[]): Table[] => [
  ...new Set(equations.flatMap((e) => [...e.terms.keys()].map((f) => f.table))),
];

/** Lists by code that breaks have cells of. */
const listsIn = (group: readonly ErrorEquation[]): Table[] =>
  tablesOf(group).filter((t) => !t.source && codesOf(t).rows.size > 0);

/** A row whose code stands twice: without it, and its own sum, the others foot. */
function repeatedIn(table: Table, wanted: ReadonlySet<ErrorEquation>, index: Index): RowChange[] {
  return [...codesOf(table).rows].flatMap(([code, rows]) =>
    rows.slice(1).flatMap((row): RowChange[] => {
      const line = table.facts[row]!;
      const changes = new Map<Fact, Exact>();
      for (const fact of line) if (fact?.quantity) changes.set(fact, negate(cellNumber(fact)));
      const others = (fact: Fact) => (index.get(fact) ?? []).filter((e) => !sumsUp(e, fact));
      const reduced: Index = new Map([...changes.keys()].map((f) => [f, others(f)]));
      const found = outcome(changes, undefined, { index: reduced, work: 0 });
      const mends = found.mended.filter((e) => wanted.has(e));
      if (found.stillBroken + found.newlyBroken > 0 || mends.length === 0) return [];
      return [{ kind: 'twice', table, code, line, changes, mends }];
    }),
  );
}

/** 重列的行: rows that stand twice and without which a break would not be. */
export function repeated(group: readonly ErrorEquation[], index: Index): RowChange[] {
  const wanted = new Set(group);
  return listsIn(group).flatMap((table) => repeatedIn(table, wanted, index));
}

/** A row and ever more of the rows above it. */
function chainsOf(table: Table, code: string, base: readonly CellsOfRow[]): Chain[] {
  const own = above(table, code).map((row) => table.facts[row]!);
  return [...Array(own.length + 1).keys()].map((n) => ({
    table,
    lines: [...base, ...own.slice(0, n)],
    parent: own[n],
  }));
}

/** Every row of a list. */
const rowsOf = (table: Table): { code: string; line: CellsOfRow }[] =>
  [...codesOf(table).rows].flatMap(([code, rows]) =>
    rows.map((row) => ({ code, line: table.facts[row]! })),
  );

const keyOf = ({ changes }: RowChange): string =>
  [...changes].map(([f, c]) => `${f.location.row},${f.location.column},${toText(c)}`).join('|');

/** Those that mend most, each once. */
function best(found: readonly RowChange[]): RowChange[] {
  const most = Math.max(0, ...found.map((c) => c.mends.length));
  const kept = found.filter((c) => c.mends.length === most);
  return [...new Map(kept.map((c) => [keyOf(c), c])).values()];
}

/** 错到上级的行: a row with the totals above it, changed alike, mends every break of a group. */
export function carriedRows(
  group: readonly ErrorEquation[],
  basis: Basis,
  search: { halted: boolean },
): RowChange[] {
  const on: Try = { index: basis.index, work: 0 };
  const wanted = new Set(group);
  const cells = new Set(group.flatMap((e) => [...e.terms.keys()]));
  const found: RowChange[] = [];
  for (const table of group.length < 2 ? [] : listsIn(group)) {
    for (const { code, line } of rowsOf(table)) {
      for (const chain of chainsOf(table, code, [line])) {
        if (on.work > WORK) {
          search.halted = true;
          break;
        }
        if (!chain.lines.some((own) => own.some((f) => f && cells.has(f)))) continue;
        for (const { changes, outcome: result } of triedRows(chain, basis, on)) {
          const mends = result.mended.filter((e) => wanted.has(e));
          if (changes.size < 2 || mends.length < group.length) continue;
          found.push({ kind: 'carried', table, code, line, changes, mends });
        }
      }
    }
  }
  return best(found);
}

/** One last digit, up or down: copies of one amount may differ by that. */
const LAST = exact(1, 2);
const isAlike = (a: Exact, b: Exact): boolean => compare(abs(minus(a, b)), LAST) <= 0;

/** Whether another table prints the amount of a row left out under the same code. */
function isVouched(vacant: AbsentRow, changes: ReadonlyMap<Fact, Exact>, all: readonly Table[]) {
  const amounts = vacant.line.flatMap((f) => (f && changes.get(f)) ?? []);
  return all.some(
    (t) =>
      t !== vacant.table &&
      t.unit === vacant.table.unit &&
      (codesOf(t).rows.get(vacant.code) ?? []).some((row) =>
        t.facts[row]!.some((f) => f?.quantity && amounts.some((a) => isAlike(a, cellNumber(f)))),
      ),
  );
}

/** A row of the same name and amounts under a code that no other table knows. */
function miscodedIn(
  { table, line }: AbsentRow,
  changes: ReadonlyMap<Fact, Exact>,
  all: readonly Table[],
): CellsOfRow | undefined {
  const name = line.find((f) => f)?.row.names[0];
  const foreign = (code: string) => !all.some((t) => t !== table && codesOf(t).rows.has(code));
  const same = (row: CellsOfRow) =>
    row.every((fact, i) => {
      const own = line[i];
      return isAlike(fact ? cellNumber(fact) : ZERO, (own && changes.get(own)) ?? ZERO);
    });
  const rows = [...codesOf(table).rows].flatMap(([code, list]) => (foreign(code) ? list : []));
  const found = rows.find((row) => {
    return table.rows[row]!.names[0] === name && same(table.facts[row]!);
  });
  return found === undefined ? undefined : table.facts[found];
}

/** Breaks that name rows below one that is left out: they will be there when it is. */
const namesBelow = (equation: ErrorEquation, { table, code }: AbsentRow): boolean =>
  equation.vacant.some((v) => v.table === table && v.code.startsWith(code));

interface Search {
  readonly clues: Supposed;
  readonly broken: ReadonlySet<ErrorEquation>;
  readonly tables: readonly Table[];
  readonly on: Try;
}

/** What a row left out would mend, alone or with the totals above it. */
function missing(vacant: AbsentRow, search: Search): RowChange[] {
  const { clues, broken, tables, on } = search;
  const { table, code, line } = vacant;
  const between = vacantAbove(vacant, clues).filter((v) => below(table, v.code).length === 0);
  const chains = chainsOf(table, code, [line, ...between.map((v) => v.line)]);
  const results = chains.flatMap((chain) => (on.work > WORK ? [] : triedRows(chain, clues, on)));
  return results.flatMap(({ changes, outcome: result }): RowChange[] => {
    const mended = result.mended.flatMap((e) => clues.original.get(e) ?? []);
    const mends = mended.filter((e) => broken.has(e));
    const named = mends.some((e) => namesBelow(e, vacant));
    if (mends.length === 0 || (mends.length < 2 && !named)) return [];
    const miscoded = miscodedIn(vacant, changes, tables);
    const vouched = miscoded !== undefined || isVouched(vacant, changes, tables);
    const sure = { vouched, named, ...(miscoded && { miscoded }) };
    return [{ kind: 'missing', table, code, line, changes, mends, ...sure }];
  });
}

/** 漏列的行: rows that other tables list and one does not, as far as breaks ask for them. */
export function missingRows(
  equations: readonly ErrorEquation[],
  broken: readonly ErrorEquation[],
  sureOnly: boolean,
): RowChange[][] {
  const clues = supposed(equations);
  if (!clues) return [];
  const tables = tablesOf(equations).filter((t) => !t.source);
  const result: RowChange[][] = [];
  let left = [...broken];
  while (left.length > 0 && result.length < MOST) {
    const on: Try = { index: clues.index, work: 0 };
    const search = { clues, broken: new Set(left), tables, on };
    const all = clues.rows.flatMap((vacant) => missing(vacant, search));
    const found = best(sureOnly ? all.filter((c) => c.vouched || c.named) : all);
    if (found.length === 0) break;
    const sure = found.filter((c) => c.vouched);
    const chosen = sure.length > 0 ? sure : found;
    result.push(chosen);
    const gone = new Set(chosen.flatMap((c) => c.mends));
    const implied = (e: ErrorEquation) => chosen.some((c) => namesBelow(e, c));
    left = left.filter((e) => !gone.has(e) && !implied(e));
  }
  return result;
}

/** Breaks that rows left out account for. */
export const accountedFor = (found: readonly RowChange[]): ((e: ErrorEquation) => boolean) => {
  const gone = new Set(found.flatMap((c) => c.mends));
  const misplaced = new Set(found.flatMap((c) => c.miscoded ?? []));
  return (e) =>
    gone.has(e) ||
    found.some((c) => c.kind === 'missing' && namesBelow(e, c)) ||
    [...e.terms.keys()].some((f) => misplaced.has(f));
};

/**
 * 少列了一行: a total above parts that are all filled in, where its table has one column, and by how much in its
 * own unit. Which row it is no other table tells. Undefined where it is no such total.
 */
export function shortTotal(
  group: readonly ErrorEquation[],
): { whole: Fact; by: Exact } | undefined {
  const [equation] = group;
  if (group.length !== 1 || !equation) return undefined;
  const whole = [...equation.terms.keys()].find((f) => sumsUp(equation, f));
  if (!whole?.table.open || whole.table.columns.length > 1) return undefined;
  const filled = [...equation.terms.keys()].every((f) => f.quantity);
  const own = equation.terms.get(whole)!;
  const by = shift(own.sign > 0 ? equation.gap : negate(equation.gap), -own.shift);
  return filled && compare(by, ZERO) > 0 ? { whole, by } : undefined;
}
