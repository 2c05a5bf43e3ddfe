// 另处的同一数: a reading that comes out only because the right number stands elsewhere, where its own is mistyped. It
// shows the slip and clears nothing. Knows equations and slips; knows no word.
import type { Figure } from '../text/figure.ts';
import { digitsOf } from './explained.ts';
import { type Equation, membersOf, type TextRelation } from './relation.ts';
import { mayBeSlip } from './slips.ts';
import { isKept, weigh } from './weigh.ts';

/** Digits that a number must show, so that another is no slip of it by chance. */
const SLIPPED = 4;

/** 25326.05 told before, 255326.05 here: what was meant, mistyped, and no other number. */
export const isItsSlip = (figure: Figure, other: Figure): boolean =>
  digitsOf(figure) >= SLIPPED && mayBeSlip(figure, other.value);

/** The same but for one number, which is a slip of the other's. */
function isTwin(accused: Equation, found: Equation): boolean {
  if (accused.kind !== found.kind) return false;
  const [own, others] = [membersOf(accused), membersOf(found)];
  const lost = own.filter((f) => !others.includes(f));
  const taken = others.filter((f) => !own.includes(f));
  const [a, b] = [lost[0], taken[0]];
  if (!a?.token || !b || lost.length !== 1 || taken.length !== 1) return false;
  return own.length === others.length && isItsSlip(a, b);
}

/** 各关系, without what comes out of the right number told elsewhere. */
export const withoutSlipped = (relations: readonly TextRelation[]): TextRelation[] =>
  relations.map((relation) => {
    const [first] = relation.readings;
    if (!first?.strong || weigh(first.equation) !== 'broken') return relation;
    const meant = relation.readings.filter(
      (r) => r.strong || !isKept(weigh(r.equation)) || !isTwin(first.equation, r.equation),
    );
    return meant.length < relation.readings.length ? { ...relation, readings: meant } : relation;
  });
