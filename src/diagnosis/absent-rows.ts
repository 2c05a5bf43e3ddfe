// Rows that a list leaves out and other tables have: their cells stand as blanks in the relations they
// would take part in, so that a row left out can be weighed like any other mistake. Knows codes; no table
// by name.
import type { Fact, Item, Table } from '../facts/fact.ts';
import { type Exact, isZero, minus, plus, shift, ZERO } from '../measure/exact.ts';
import { decimalsOfUnit, halfOf } from '../measure/quantity.ts';
import { above, below, type CellsOfRow, codesOf } from './codes.ts';
import {
  cellNumber,
  type EquationTerm,
  type ErrorEquation,
  type Index,
  sumsUp,
} from './equations.ts';
import { indexOf } from './groups.ts';

/** 缺行: a code that other tables list, with the cells it would have. */
export interface AbsentRow {
  readonly table: Table;
  readonly code: string;
  readonly line: CellsOfRow;
}

/** 缺行入式: relations with the cells of rows left out in them, and what they are without. */
export interface Supposed {
  readonly rows: readonly AbsentRow[];
  readonly byName: ReadonlyMap<string, AbsentRow>;
  readonly index: Index;
  /** The same for relations that a blank leaves open. */
  readonly unsettled: Index;
  readonly original: ReadonlyMap<ErrorEquation, ErrorEquation>;
}

const vacancies = new WeakSet<Fact>();

/** A cell of a row that is not there. */
export const isVacant = (fact: Fact): boolean => vacancies.has(fact);

/** Codes with an amount somewhere in the workbook. */
function listed(tables: readonly Table[]): Map<string, Item> {
  const result = new Map<string, Item>();
  for (const table of tables) {
    for (const [code, rows] of codesOf(table).rows) {
      const amounts = rows.flatMap((row) => table.facts[row] ?? []);
      if (result.has(code) || !amounts.some((f) => f?.quantity && !isZero(cellNumber(f)))) continue;
      result.set(code, table.rows[rows[0]!]!);
    }
  }
  return result;
}

/** The cells that a row would have; they are pointed at where the row above it stands. */
function lineFor(table: Table, item: Item, parent: number): CellsOfRow {
  return table.columns.map((column, i) => {
    const beside = table.facts[parent]?.[i];
    if (!beside) return undefined;
    const { location } = beside;
    const fact: Fact = {
      ...{ table, row: item, column, location, state: 'blank', stored: null },
      ...{ shown: '', asText: false },
    };
    vacancies.add(fact);
    return fact;
  });
}

/** Where breaks are: their cells, and the rows whose absence they name. */
interface Trouble {
  readonly cells: ReadonlySet<Fact>;
  readonly named: ReadonlySet<string>;
}
const nameOf = (table: Table, code: string): string => `${table.id}|${code}`;

/** Rows left out above one that is, the nearest first. */
export function vacantAbove(
  { table, code }: AbsentRow,
  { byName }: Pick<Supposed, 'byName'>,
): AbsentRow[] {
  const lengths = [...Array(code.length).keys()].reverse();
  return lengths.flatMap((length) => byName.get(nameOf(table, code.slice(0, length))) ?? []);
}

function vacantIn(table: Table, all: ReadonlyMap<string, Item>, trouble: Trouble): AbsentRow[] {
  const { rows, depth } = codesOf(table);
  const kinds = new Set([...rows.keys()].map((code) => code[0]));
  const result: AbsentRow[] = [];
  for (const [code, item] of all) {
    const foreign = rows.size > 0 && (code.length > depth || !kinds.has(code[0]));
    if (rows.has(code) || foreign) continue;
    const parent = above(table, code)[0];
    if (parent === undefined) continue;
    const near = table.facts[parent]?.some((f) => f && trouble.cells.has(f));
    if (!near && !trouble.named.has(nameOf(table, code))) continue;
    result.push({ table, code, line: lineFor(table, item, parent) });
  }
  return result;
}

/** Half a last digit of a figure that would stand in a table. */
const halfIn = (table: Table): Exact =>
  halfOf({
    units: 0,
    decimals: decimalsOfUnit(table.unit),
    unit: table.unit,
    unrounded: table.unit === '元',
  });

interface Adding {
  readonly terms: Map<ErrorEquation, Map<Fact, EquationTerm>>;
  readonly sums: ErrorEquation[];
}

function addTerm({ terms }: Adding, equation: ErrorEquation, fact: Fact, term: EquationTerm): void {
  terms.set(equation, (terms.get(equation) ?? new Map<Fact, EquationTerm>()).set(fact, term));
}

/** A sum that the list itself does not show yet: a whole and its parts. */
function sumOf(pattern: ErrorEquation, whole: Fact, parts: readonly Fact[]): ErrorEquation {
  const terms = new Map<Fact, EquationTerm>([[whole, { sign: 1, shift: 0 }]]);
  let gap = cellNumber(whole);
  for (const part of parts) {
    terms.set(part, { sign: -1, shift: 0 });
    gap = minus(gap, cellNumber(part));
  }
  const bound = [...terms].reduce<Exact>((sum) => plus(sum, halfIn(whole.table)), ZERO);
  const broken = !isZero(gap);
  return { ...pattern, rel: '=', terms, gap, bound, broken, open: false, vacant: [] };
}

/** How a row left out would count in the sums of its column. */
function joinSums(
  vacant: AbsentRow,
  byName: Supposed['byName'],
  index: Index,
  adding: Adding,
): void {
  const { table, code, line } = vacant;
  const parent = above(table, code)[0]!;
  const own = below(table, code);
  const nearest = table.rows[parent]?.code ?? '';
  const inner = vacantAbove(vacant, { byName }).some((v) => v.code.length > nearest.length);
  const [pattern] = index.values().next().value ?? [];
  line.forEach((fact, i) => {
    const whole = table.facts[parent]?.[i];
    if (!fact || !whole || !pattern) return;
    // Rows below it are there already: it only gathers what they hold.
    if (own.length > 0) {
      const parts = own.flatMap((row) => table.facts[row]?.[i] ?? []);
      adding.sums.push(sumOf(pattern, fact, parts));
      return;
    }
    if (inner) return;
    const sums = (index.get(whole) ?? []).filter((e) => sumsUp(e, whole));
    if (sums.length === 0) {
      if (whole.quantity) adding.sums.push(sumOf(pattern, whole, [fact]));
      return;
    }
    for (const equation of sums) {
      const { sign, shift: by } = equation.terms.get(whole)!;
      addTerm(adding, equation, fact, { sign: -sign as 1 | -1, shift: by });
    }
  });
}

/** Its own relations across, after the pattern of the row above. */
function across({ table, code, line }: AbsentRow, index: Index): ErrorEquation[] {
  const parent = table.facts[above(table, code)[0]!] ?? [];
  const own = new Set(parent.flatMap((f) => (f && index.get(f)) ?? []));
  const within = [...own].filter(
    (e) => !e.open && [...e.terms.keys()].every((f) => parent.includes(f)),
  );
  return within.map((equation) => {
    const terms = new Map<Fact, EquationTerm>();
    let { bound } = equation;
    for (const [fact, term] of equation.terms) {
      terms.set(line[parent.indexOf(fact)]!, term);
      // What is found from a sum is as sure as that sum.
      for (const e of (index.get(fact) ?? []).filter((e) => sumsUp(e, fact)))
        bound = plus(bound, e.bound);
    }
    return { ...equation, terms, gap: ZERO, bound, broken: false, vacant: [] };
  });
}

function widened(equation: ErrorEquation, more: ReadonlyMap<Fact, EquationTerm>): ErrorEquation {
  let { bound } = equation;
  if (!equation.assertion.exact)
    for (const [fact, term] of more) bound = plus(bound, shift(halfIn(fact.table), term.shift));
  return { ...equation, terms: new Map([...equation.terms, ...more]), bound };
}

/**
 * 缺行入式: relations with the cells of the rows left out, as far as breaks are about such rows; undefined where
 * none is.
 */
export function supposed(equations: readonly ErrorEquation[]): Supposed | undefined {
  const broken = equations.filter((e) => e.broken);
  const trouble = {
    cells: new Set(broken.flatMap((e) => [...e.terms.keys()])),
    named: new Set(broken.flatMap((e) => e.vacant.map((v) => nameOf(v.table, v.code)))),
  };
  const tables = [...new Set(equations.flatMap((e) => [...e.terms.keys()].map((f) => f.table)))];
  const own = tables.filter((t) => !t.source && t.open);
  const all = listed(own);
  const rows = own.flatMap((table) => vacantIn(table, all, trouble));
  if (rows.length === 0) return undefined;
  const index = indexOf(equations);
  const adding: Adding = { terms: new Map(), sums: [] };
  const byName = new Map(rows.map((row) => [nameOf(row.table, row.code), row]));
  for (const row of rows) joinSums(row, byName, index, adding);
  for (const equation of equations) {
    for (const { table, code, column, term } of equation.vacant) {
      const fact = byName.get(nameOf(table, code))?.line[table.columns.indexOf(column)];
      if (fact) addTerm(adding, equation, fact, term);
    }
  }
  const original = new Map<ErrorEquation, ErrorEquation>();
  for (const equation of equations) {
    const more = adding.terms.get(equation);
    original.set(more ? widened(equation, more) : equation, equation);
  }
  const joined = [...original.keys()];
  const further = [...adding.sums, ...rows.flatMap((row) => across(row, index))];
  return {
    rows,
    byName,
    index: indexOf([...joined.filter((e) => !e.open), ...further]),
    unsettled: indexOf(joined.filter((e) => e.open)),
    original,
  };
}
