// The comparison. A place says a number, a rule says what it ought to be; here is the verdict, with
// the rules for blanks and bounds. Knows no table by name.

import { type Fact, unitOf } from '../facts/fact.ts';
import { quoted } from '../facts/shown.ts';
import {
  evaluate,
  type Lookup,
  linear,
  type Outcome,
  type Reference,
} from '../formula/evaluate.ts';
import type { Node, Relational } from '../formula/tree.ts';
import {
  abs,
  compare,
  type Exact,
  isZero,
  minus,
  negate,
  plus,
  sign,
  ZERO,
} from '../measure/exact.ts';
import { around, convert, type Interval, isMoney, point, type Unit } from '../measure/quantity.ts';
import { type Assertion, factsIn, hiddenIn } from './assertion.ts';
import type { Comparison } from './comparison.ts';
import type { Finding } from './finding.ts';
import { report } from './message.ts';

const figure = (fact: Fact): boolean => fact.state === 'figure';

/** Why a cell cannot take part; undefined when it can. */
function obstacle(fact: Fact): string | undefined {
  if (fact.state === 'unread') return `${quoted(fact.shown)}不是数字，请改为数字`;
  if (fact.state === 'uncached') return '公式没有保存计算结果，请在 Excel 中打开并保存';
  return undefined;
}

/** A form without any figure counts as zero only when it is said to be empty. */
function unfilledTable(assertion: Assertion): string | undefined {
  for (const { table } of assertion.targets.values()) {
    if (table?.empty && !table.declaredEmpty) {
      return `“${table.title}”没有填数，也没有“无此项”的说明`;
    }
  }
  return undefined;
}

/** What one cell is worth in the unit of the stated one: a blank is 0 without width. */
function worth(fact: Fact, unit: Unit): Interval | undefined {
  if (!fact.quantity) return point(ZERO);
  const converted = convert(fact.quantity, unit);
  return converted && around(converted.value, converted.half);
}

function lookupIn(assertion: Assertion, unit: Unit): Lookup {
  return (reference: Reference, asked): Outcome => {
    const target = assertion.targets.get(reference);
    const counted = asked && target?.facts.every((f) => !isMoney(unitOf(f)));
    let value: Interval = point(ZERO);
    for (const fact of target?.facts ?? []) {
      const own = worth(fact, counted ? unitOf(fact) : unit);
      if (!own) return { ok: false, why: `计量单位“${unitOf(fact)}”与“${unit}”不能换算` };
      value = {
        value: plus(value.value, own.value),
        low: plus(value.low, own.low),
        high: plus(value.high, own.high),
      };
    }
    return { ok: true, value, printed: target?.facts.some(figure) ?? false };
  };
}

function sideFacts(assertion: Assertion, node: Node): Fact[] {
  const terms = linear(node);
  if (!terms) return [];
  return terms.flatMap((t) => assertion.targets.get(t.reference)?.facts ?? []);
}

/** A side that is not filled in yet: blank cells, and no figure among them. */
const unfilled = (facts: readonly Fact[]): boolean => facts.length > 0 && !facts.some(figure);

function violation(rel: Relational, left: Interval, right: Interval): Exact {
  const gap = minus(left.value, right.value);
  if (rel === '=') return abs(gap);
  if (rel === '≤') return sign(gap) > 0 ? gap : ZERO;
  if (rel === '≥') return sign(gap) < 0 ? negate(gap) : ZERO;
  if (compare(left.value, right.low) < 0) return minus(right.low, left.value);
  return compare(left.value, right.high) > 0 ? minus(left.value, right.high) : ZERO;
}

const widthOf = (i: Interval, rel: Relational, isRight: boolean): Exact =>
  rel === '∈' && isRight ? ZERO : minus(i.high, i.value);

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
function compareAssertion(assertion: Assertion): Comparison | undefined {
  const facts = factsIn(assertion);
  const unit = facts[0] ? unitOf(facts[0]) : '万元';
  const stuck = facts.map(obstacle).find((why) => why !== undefined) ?? unfilledTable(assertion);
  if (!facts.some(figure) && !facts.some((f) => f.state === 'unread' || f.state === 'uncached')) {
    return undefined;
  }
  if (stuck) return { verdict: 'unknown', unit, why: stuck };
  const lookup = lookupIn(assertion, unit);
  const left = evaluate(assertion.relation.left, lookup);
  const right = evaluate(assertion.relation.right, lookup);
  if (!left.ok) return { verdict: 'unknown', unit, why: left.why };
  if (!right.ok) return { verdict: 'unknown', unit, why: right.why };
  const weighed = weigh(assertion, unit, left.value, right.value);
  // A blank cell is 0: what holds with it, as printed or within rounding, needs no more.
  if (weighed.verdict !== 'broken') return weighed;
  const why = blankSide(assertion, left.value, right.value);
  return why ? { verdict: 'unknown', unit, why } : weighed;
}

function weigh(assertion: Assertion, unit: Unit, left: Interval, right: Interval): Comparison {
  const { rel } = assertion.relation;
  const over = violation(rel, left, right);
  const width = plus(widthOf(left, rel, false), widthOf(right, rel, true));
  const bound = assertion.exact ? ZERO : plus(width, hiddenIn(assertion, unit));
  const verdict = isZero(over) ? 'exact' : compare(over, bound) <= 0 ? 'rounding' : 'broken';
  return {
    verdict,
    unit,
    bound,
    stated: left.value,
    expected: right.value,
    gap: minus(left.value, right.value),
  };
}

/** 核对: the finding of one assertion; undefined when there is nothing to compare. */
export function check(assertion: Assertion): Finding | undefined {
  const comparison = compareAssertion(assertion);
  return comparison && report(assertion, comparison);
}
