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
import { holdsFigure, obstacle, valueOfCells } from '../formula/value.ts';
import { isZero } from '../measure/exact.ts';
import type { Interval } from '../measure/interval.ts';
import { isMoney, type Unit } from '../measure/quantity.ts';
import { type Assertion, factsIn, hiddenIn } from './assertion.ts';
import type { Cause } from './cause.ts';
import { causeOf, type Judgement, judge } from './compare.ts';
import type { Comparison } from './comparison.ts';
import type { Finding } from './finding.ts';
import { report } from './message.ts';
import { unnamedPart } from './unnamed.ts';

/** 不能判定: why, as a code and a Chinese clause. */
interface Doubt {
  readonly why: string;
  readonly cause: Cause;
}

/** A form without any figure counts as zero only when it is said to be empty. */
function unfilledTable(assertion: Assertion): Doubt | undefined {
  for (const { table } of assertion.targets.values()) {
    if (table?.empty && !table.declaredEmpty) {
      return { why: `“${table.title}”没有填数，也没有“无此项”的说明`, cause: 'table-unfilled' };
    }
  }
  return undefined;
}

/** Counts in a condition are counted as they are; everything else in the unit of the stated cell. */
function lookupIn(assertion: Assertion, unit: Unit): Lookup {
  return (reference: Reference, asked): Outcome => {
    const facts = assertion.targets.get(reference)?.facts ?? [];
    const counted = asked && facts.every((f) => !isMoney(unitOf(f)));
    // A share is of amounts in the unit they are printed in.
    const apart = (f: Fact) => counted || (unit === '%' && isMoney(unitOf(f)));
    return valueOfCells(facts, (f) => (apart(f) ? unitOf(f) : unit));
  };
}

function sideFacts(assertion: Assertion, node: Node): Fact[] {
  const terms = linear(node);
  if (!terms) return [];
  return terms.flatMap((t) => assertion.targets.get(t.reference)?.facts ?? []);
}

/** A side that is not filled in yet: blank cells, and no figure among them. */
const unfilled = (facts: readonly Fact[]): boolean => facts.length > 0 && !facts.some(holdsFigure);

function blankSide(
  assertion: Assertion,
  left: Interval,
  right: Interval,
  noughts: ReadonlySet<Fact>,
): Doubt | undefined {
  const { relation } = assertion;
  const lefts = sideFacts(assertion, relation.left);
  const rights = sideFacts(assertion, relation.right);
  const declared = (facts: Fact[]) => facts.every((f) => f.table.declaredEmpty || noughts.has(f));
  const copy = lefts.length === 1 && rights.length === 1;
  if (unfilled(lefts) && !isZero(right.value) && !declared(lefts))
    return { why: copy ? '这一格还没有填' : '应填的合计还没有填', cause: 'cell-unfilled' };
  if (unfilled(rights) && !isZero(left.value) && !declared(rights))
    return { why: copy ? '对应的一格还没有填' : '分项都还没有填', cause: 'parts-unfilled' };
  return undefined;
}

/** Compares an assertion; undefined when none of its cells holds a figure. `noughts`: blanks known to be 0. */
export function compareAssertion(
  assertion: Assertion,
  noughts: ReadonlySet<Fact> = new Set(),
): Comparison | undefined {
  const facts = factsIn(assertion);
  const unit = facts[0] ? unitOf(facts[0]) : '万元';
  const stuck = facts.map(obstacle).find((own) => own !== undefined) ?? unfilledTable(assertion);
  if (
    !facts.some(holdsFigure) &&
    !facts.some((f) => f.state === 'unread' || f.state === 'uncached')
  ) {
    return undefined;
  }
  const open = (doubt: Doubt): Comparison => ({ verdict: 'unknown', unit, ...doubt });
  if (stuck) return open(stuck);
  const lookup = lookupIn(assertion, unit);
  const left = evaluate(assertion.relation.left, lookup);
  const right = evaluate(assertion.relation.right, lookup);
  if (!left.ok) return open({ why: left.why, cause: left.cause ?? 'undecided' });
  if (!right.ok) return open({ why: right.why, cause: right.cause ?? 'undecided' });
  const judged = (expected: Interval): Judgement =>
    judge(left.value, expected, {
      by: 'stored',
      rel: assertion.relation.rel,
      exact: assertion.exact,
      hidden: hiddenIn(assertion, unit),
    });
  const judgement = judged(right.value);
  const unnamed =
    judgement.verdict === 'broken' &&
    unnamedPart(assertion, right.value, unit, (sum) => judged(sum).verdict !== 'broken');
  if (unnamed) return open({ why: unnamed, cause: 'part-unclear' });
  // A blank cell is 0: what holds with it, as printed or within rounding, needs no more.
  const blank =
    judgement.verdict === 'broken' && blankSide(assertion, left.value, right.value, noughts);
  return blank
    ? open(blank)
    : { ...judgement, unit, cause: causeOf(judgement.verdict, assertion.relation.rel) };
}

/** 核对: the finding of one assertion; undefined when there is nothing to compare. */
export function check(assertion: Assertion): Finding | undefined {
  const comparison = compareAssertion(assertion);
  return comparison && report(assertion, comparison);
}
