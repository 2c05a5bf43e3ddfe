// 空格即零: blanks that a relation which holds leaves no room for. Knows relations and cells; judges none.
import { type Fact, mayBeNegative } from '../facts/fact.ts';
import { linear } from '../formula/evaluate.ts';
import type { Assertion } from './assertion.ts';

const isBlank = (fact: Fact): boolean => fact.state === 'blank';
const isSolid = (fact: Fact): boolean =>
  fact.state === 'figure' && fact.quantity !== undefined && fact.quantity.units !== 0;

/** Cells of one side of a relation that holds, where the other side holds a figure. */
function blanksOf(assertion: Assertion): readonly Fact[] {
  const { relation } = assertion;
  if (relation.rel !== '=') return [];
  const sides = [relation.left, relation.right].map((node) => {
    const terms = linear(node);
    if (!terms) return undefined;
    return terms.flatMap(({ reference, sign }) =>
      (assertion.targets.get(reference)?.facts ?? []).map((fact) => ({ fact, sign })),
    );
  });
  const [left, right] = sides;
  if (!left || !right) return [];
  const blanks = [
    ...left.map(({ fact, sign }) => ({ fact, sign })),
    ...right.map(({ fact, sign }) => ({ fact, sign: -sign })),
  ].filter(({ fact }) => isBlank(fact));
  if (![left, right].every((side) => side.some(({ fact }) => isSolid(fact)))) return [];
  // Several that add up to nothing are nothing each, as long as none may be negative.
  const sure = blanks.length === 1 || blanks.every((b) => b.sign === blanks[0]!.sign);
  return sure && !blanks.some(({ fact }) => mayBeNegative(fact)) ? blanks.map((b) => b.fact) : [];
}

/** 证明为零的空格: where a total equals the other parts to the digit, what is left blank is nothing. */
export function provenNoughts(holding: Iterable<Assertion>): ReadonlySet<Fact> {
  const proven = new Set<Fact>();
  for (const assertion of holding) for (const fact of blanksOf(assertion)) proven.add(fact);
  return proven;
}
