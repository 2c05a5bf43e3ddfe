// Broken and holding relations as linear equations over cells: what diagnosis reasons about.

import { type Assertion, factsIn, hiddenIn } from '../assertions/assertion.ts';
import { exceeds } from '../assertions/compare.ts';
import type { Finding } from '../assertions/finding.ts';
import { type Fact, factsOf, type Item, type Table, unitOf } from '../facts/fact.ts';
import { linear } from '../formula/evaluate.ts';
import { isNought } from '../formula/value.ts';
import { compare, type Exact, isZero, minus, negate, plus, shift, ZERO } from '../measure/exact.ts';
import { convert, powerBetween, type Unit, valueOf } from '../measure/quantity.ts';

/** 等式: Σ coefficient × cell = gap, which ought to be 0 within a bound. */
export interface ErrorEquation {
  readonly rule: string;
  readonly assertion: Assertion;
  readonly rel: '=' | '≤' | '≥';
  readonly terms: ReadonlyMap<Fact, EquationTerm>;
  readonly gap: Exact;
  readonly bound: Exact;
  readonly broken: boolean;
  /** 核实: it may have its reason, and stay as it is when the cell at fault is put right. */
  readonly mayStay: boolean;
  /** Undecided because a cell is blank: it proves nothing, but tells what the blank ought to hold. */
  readonly open: boolean;
  /** 无尾差: other sums hold to the last digit, so that a repair leaves no residue here either. */
  readonly footed: boolean;
  /** Rows that a list leaves out, where a cell of theirs would count. */
  readonly vacant: readonly VacantTerm[];
}
/** 缺行的算项: how the cell of a row that is not there would count. */
export interface VacantTerm {
  readonly table: Table;
  readonly code: string;
  readonly column: Item;
  readonly term: EquationTerm;
}
/** 算项: how a cell counts: its sign, and the power of ten into the equation's unit. */
export interface EquationTerm {
  readonly sign: 1 | -1;
  readonly shift: number;
}

interface Terms {
  readonly terms: Map<Fact, EquationTerm>;
  readonly vacant: VacantTerm[];
}

function termsOf(assertion: Assertion, unit: Unit): Terms | undefined {
  const terms = new Map<Fact, EquationTerm>();
  const vacant: VacantTerm[] = [];
  for (const [node, side] of [
    [assertion.relation.left, 1],
    [assertion.relation.right, -1],
  ] as const) {
    const list = linear(node);
    if (!list) return undefined;
    for (const { reference, sign } of list) {
      const target = assertion.targets.get(reference);
      const own = (sign * side) as 1 | -1;
      if (target?.vacant && target.table) {
        const { table } = target;
        const term = { sign: own, shift: powerBetween(table.unit, unit) };
        vacant.push({ ...target.vacant, table, term });
      }
      for (const fact of target?.facts ?? []) {
        if (terms.has(fact)) return undefined;
        terms.set(fact, { sign: own, shift: powerBetween(unitOf(fact), unit) });
      }
    }
  }
  return { terms, vacant };
}

/** A cell's number in its own table's unit. */
export const cellNumber = (fact: Fact): Exact => (fact.quantity ? valueOf(fact.quantity) : ZERO);

const isCounted = ({ state, table }: Fact): boolean =>
  (state === 'figure' || state === 'blank') && (!table.empty || table.declaredEmpty);

/** Cells of a sum that print 0.00 beside other amounts: they hide nothing. */
const noughtsIn = ({ targets }: Assertion): ReadonlySet<Fact> =>
  new Set([...targets.values()].flatMap((t) => t.facts.filter((f) => isNought(f, t.facts))));

/** 等式 of a judged assertion; undefined when it is not linear or was not decided. */
export function equationOf(
  assertion: Assertion,
  finding: Pick<Finding, 'verdict' | 'severity'>,
): ErrorEquation | undefined {
  const { rel } = assertion.relation;
  const facts = factsIn(assertion);
  const open = finding.verdict === 'unknown';
  if (rel === '∈' || (open && !facts.every(isCounted))) return undefined;
  const unit = facts[0] ? unitOf(facts[0]) : '万元';
  const found = termsOf(assertion, unit);
  if (!found) return undefined;
  const { terms, vacant } = found;
  let gap: Exact = ZERO;
  let bound = assertion.exact ? ZERO : hiddenIn(assertion, unit);
  const noughts = noughtsIn(assertion);
  for (const [fact, term] of terms) {
    const { quantity } = fact;
    if (!quantity) continue;
    const value = shift(valueOf(quantity), term.shift);
    gap = term.sign > 0 ? plus(gap, value) : minus(gap, value);
    const open = !assertion.exact && !noughts.has(fact);
    const half = open ? convert(quantity, unit)?.half : undefined;
    if (half) bound = plus(bound, half);
  }
  return {
    rule: assertion.declaration.id,
    assertion,
    rel,
    terms,
    gap,
    bound,
    broken: finding.verdict === 'broken',
    mayStay: (finding.verdict === 'broken' ? finding : assertion.declaration).severity !== 'error',
    open,
    footed: false,
    vacant,
  };
}

/** A sum of so many figures seldom comes out to the last digit where each was rounded for itself. */
const FIGURES = 4;
/** So many of them that do are no chance. */
const PROOF = 12;

/** 无尾差: whether the figures of a workbook add up to the last digit wherever they add up. */
export function footing(equations: readonly ErrorEquation[]): boolean {
  const sums = equations.filter((e) => {
    const figures = [...e.terms.keys()].filter((f) => f.quantity && !isZero(cellNumber(f)));
    return e.rel === '=' && !e.broken && !e.open && figures.length >= FIGURES;
  });
  return sums.length >= PROOF && sums.every((e) => isZero(e.gap));
}

/** 等式索引: equations by the cells that stand in them. */
export type Index = ReadonlyMap<Fact, readonly ErrorEquation[]>;

/**
 * Whether an equation is broken by a gap in its own unit, beyond what rounding allows for; by ≤ and ≥ only in
 * the one direction.
 */
export const isBroken = (equation: ErrorEquation, gap: Exact, bound = equation.bound): boolean =>
  exceeds(equation.rel, gap, bound);

/** 可行区间: changes of a cell, in its own unit, with which an equation is not broken. */
export interface Range {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

/**
 * 可行区间 of a cell for one equation, in the cell's own unit, from the gap as it is; the cell has to stand in
 * the equation. A bound that ≤ or ≥ leaves open is undefined.
 */
export function rangeFor(equation: ErrorEquation, fact: Fact, gap = equation.gap): Range {
  const term = equation.terms.get(fact)!;
  const own = (x: Exact) => shift(term.sign > 0 ? x : negate(x), -term.shift);
  const lowest = minus(negate(equation.bound), gap);
  const highest = minus(equation.bound, gap);
  const range = (low: Exact | undefined, high: Exact | undefined): Range =>
    term.sign > 0
      ? { low: low && own(low), high: high && own(high) }
      : { low: high && own(high), high: low && own(low) };
  if (equation.rel === '=') return range(lowest, highest);
  return equation.rel === '≤' ? range(undefined, highest) : range(lowest, undefined);
}

/** Changes that both ranges allow; undefined where there is none. */
export function meet(a: Range, b: Range): Range | undefined {
  const low = !a.low ? b.low : !b.low ? a.low : compare(a.low, b.low) >= 0 ? a.low : b.low;
  const high = !a.high ? b.high : !b.high ? a.high : compare(a.high, b.high) <= 0 ? a.high : b.high;
  return low && high && compare(low, high) > 0 ? undefined : { low, high };
}

/**
 * The change of a cell, in its own unit, that brings an equation to exactly nothing; the cell has to stand in
 * it.
 */
export function remedy(equation: ErrorEquation, fact: Fact, gap = equation.gap): Exact {
  const term = equation.terms.get(fact)!;
  return shift(term.sign > 0 ? negate(gap) : gap, -term.shift);
}

const places = new WeakMap<Table, ReadonlyMap<string, Fact>>();
const placeOf = (sheet: string, row: number, column: number) => `${sheet}|${row}|${column}`;

function byPlace(table: Table): ReadonlyMap<string, Fact> {
  let known = places.get(table);
  if (!known) {
    known = new Map(
      [...factsOf(table)].map((f) => [
        placeOf(f.location.sheet, f.location.row, f.location.column),
        f,
      ]),
    );
    places.set(table, known);
  }
  return known;
}

/** Numbers in the cells above, below and beside, as far as the table has them, in its unit. */
export function neighboursOf(fact: Fact): Exact[] {
  const { row, column, sheet } = fact.location;
  const around = byPlace(fact.table);
  return [
    [row - 1, column],
    [row + 1, column],
    [row, column - 1],
    [row, column + 1],
  ].flatMap(([r, c]) => {
    const other = around.get(placeOf(sheet, r!, c!));
    return other?.quantity ? [cellNumber(other)] : [];
  });
}

/** The others of an equation that this cell is the total of; nothing when it is a part. */
export function partsBelow(equation: ErrorEquation, fact: Fact): Fact[] {
  const own = equation.terms.get(fact)!;
  const others = [...equation.terms].filter(([f]) => f !== fact);
  return others.every(([, t]) => t.sign !== own.sign) ? others.map(([f]) => f) : [];
}

/** Whether an equation sums up, in a cell's own column, the rows that stand below it by their codes. */
export function sumsUp(equation: ErrorEquation, whole: Fact): boolean {
  const { table, column, row } = whole;
  const under = (item: Item) =>
    row.level === '合计' || (item !== row && item.code?.startsWith(row.code ?? '?') === true);
  const parts = partsBelow(equation, whole);
  return (
    parts.length > 0 && parts.every((f) => f.table === table && f.column === column && under(f.row))
  );
}
