// Assertions: rules with nothing left open. Knows formulas and the cells they mean.
import type { Fact } from '../facts/fact.ts';
import type { Reference } from '../formula/evaluate.ts';
import type { Target } from '../formula/resolve.ts';
import type { Relation } from '../formula/tree.ts';
import type { Declaration } from './declaration.ts';

/** 认定: one relation over particular cells. */
export interface Assertion {
  readonly declaration: Declaration;
  /** The relation as the rule prints it. */
  readonly says: string;
  /** The n-th relation of the rule, from 1; absent when it has only one. */
  readonly part?: number;
  readonly relation: Relation;
  /** What each reference of the relation means here. */
  readonly targets: ReadonlyMap<Reference, Target>;
  /** No rounding is allowed for (总计 = 总计). */
  readonly exact: boolean;
}

/** Every cell of an assertion, the stated side first. */
export function factsIn(assertion: Assertion): Fact[] {
  return [...assertion.targets.values()].flatMap((t) => t.facts);
}
