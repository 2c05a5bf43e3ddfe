// The comparison. A place says a number, a rule says what it ought to be; here is the verdict, with
// the rules for blanks and bounds. Knows no table by name.

import { type Fact, unitOf } from '../facts/fact.ts';
import {
  evaluate,
  type Lookup,
  linear,
  type Outcome,
  type Reference,
} from '../formula/evaluate.ts';
import type { Node } from '../formula/tree.ts';
import { isFigure, obstacle, valueOfCells } from '../formula/value.ts';
import { isZero } from '../measure/exact.ts';
import type { Interval } from '../measure/interval.ts';
import { isMoney, type Unit } from '../measure/quantity.ts';
import { type Assertion, factsIn, hiddenIn } from './assertion.ts';
import { judge } from './compare.ts';
import type { Comparison } from './comparison.ts';
import type { Finding } from './finding.ts';
import { report } from './message.ts';

/** A form without any figure counts as zero only when it is said to be empty. */
function unfilledTable(assertion: Assertion): string | undefined {
  for (const { table } of assertion.targets.values()) {
    if (table?.empty && !table.declaredEmpty) {
      return `“${table.title}”没有填数，也没有“无此项”的说明`;
    }
  }
  return undefined;
}

/** Counts in a condition are counted as they are; everything else in the unit of the stated cell. */
function lookupIn(assertion: Assertion, unit: Unit): Lookup {
  return (reference: Reference, asked): Outcome => {
    const facts = assertion.targets.get(reference)?.facts ?? [];
    const counted = asked && facts.every((f) => !isMoney(unitOf(f)));
    return valueOfCells(facts, counted ? unitOf : () => unit);
  };
}

function sideFacts(assertion: Assertion, node: Node): Fact[] {
  const terms = linear(node);
  if (!terms) return [];
  return terms.flatMap((t) => assertion.targets.get(t.reference)?.facts ?? []);
}

/** A side that is not filled in yet: blank cells, and no figure among them. */
const unfilled = (facts: readonly Fact[]): boolean => facts.length > 0 && !facts.some(isFigure);

function blankSide(assertion: Assertion, left: Interval, right: Interval): string | undefined {
  const { relation } = assertion;
  const lefts = sideFacts(assertion, relation.left);
  const rights = sideFacts(assertion, relation.right);
  const declared = (facts: Fact[]) => facts.every((f) => f.table.declaredEmpty);
  const copy = lefts.length === 1 && rights.length === 1;
  if (unfilled(lefts) && !isZero(right.value) && !declared(lefts))
    return copy ? '这一格还没有填' : '应填的合计还没有填';
  if (unfilled(rights) && !isZero(left.value) && !declared(rights))
    return copy ? '对应的一格还没有填' : '分项都还没有填';
  return undefined;
}

/** Compares an assertion; undefined when none of its cells holds a figure. */
export function compareAssertion(assertion: Assertion): Comparison | undefined {
  const facts = factsIn(assertion);
  const unit = facts[0] ? unitOf(facts[0]) : '万元';
  const stuck = facts.map(obstacle).find((why) => why !== undefined) ?? unfilledTable(assertion);
  if (!facts.some(isFigure) && !facts.some((f) => f.state === 'unread' || f.state === 'uncached')) {
    return undefined;
  }
  if (stuck) return { verdict: 'unknown', unit, why: stuck };
  const lookup = lookupIn(assertion, unit);
  const left = evaluate(assertion.relation.left, lookup);
  const right = evaluate(assertion.relation.right, lookup);
  if (!left.ok) return { verdict: 'unknown', unit, why: left.why };
  if (!right.ok) return { verdict: 'unknown', unit, why: right.why };
  const judgement = judge(left.value, right.value, {
    by: 'stored',
    rel: assertion.relation.rel,
    exact: assertion.exact,
    hidden: hiddenIn(assertion, unit),
  });
  // A blank cell is 0: what holds with it, as printed or within rounding, needs no more.
  if (judgement.verdict !== 'broken') return { ...judgement, unit };
  const why = blankSide(assertion, left.value, right.value);
  return why ? { verdict: 'unknown', unit, why } : { ...judgement, unit };
}

/** 核对: the finding of one assertion; undefined when there is nothing to compare. */
export function check(assertion: Assertion): Finding | undefined {
  const comparison = compareAssertion(assertion);
  return comparison && report(assertion, comparison);
}
