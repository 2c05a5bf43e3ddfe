// Assertions: rules with nothing left open. Knows formulas and the cells they mean.
import type { Fact } from '../facts/fact.ts';
import type { Reference } from '../formula/evaluate.ts';
import type { Target } from '../formula/resolve.ts';
import type { Relation } from '../formula/tree.ts';
import { abs, type Exact, plus, ZERO } from '../measure/exact.ts';
import { convert, type Unit } from '../measure/quantity.ts';
import type { Declaration } from './declaration.ts';

/** 认定: one relation over particular cells. */
export interface Assertion {
  readonly declaration: Declaration;
  /** The relation as the rule prints it. */
  readonly says: string;
  /** The n-th relation of the rule, from 1; absent when it has only one. */
  readonly part?: number | undefined;
  readonly relation: Relation;
  /** What each reference of the relation means here. */
  readonly targets: ReadonlyMap<Reference, Target>;
  /** No rounding is allowed for (总计 = 总计). */
  readonly exact: boolean;
  /** Figures a condition found to be nothing, where they may hide something within their rounding. */
  readonly supposed?: readonly Fact[];
  /** Every cell, the stated side first, where that is known without the targets. */
  readonly facts?: readonly Fact[];
}

/** Every cell of an assertion, the stated side first. */
export const factsIn = (assertion: Assertion): readonly Fact[] =>
  assertion.facts ?? [...assertion.targets.values()].flatMap((t) => t.facts);

/** What the conditions may hide, in a unit: it widens the bound, as any figure does. */
export function hiddenIn({ supposed = [] }: Assertion, unit: Unit): Exact {
  let hidden: Exact = ZERO;
  for (const { quantity } of supposed) {
    const half = quantity && convert(quantity, unit)?.half;
    if (half) hidden = plus(hidden, abs(half));
  }
  return hidden;
}
