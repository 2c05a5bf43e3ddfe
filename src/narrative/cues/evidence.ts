// What makes a claim that does not hold worth telling: one slip of the hand that would mend it. Knows slips.
import { abs, equal } from '../../measure/exact.ts';
import { isExplained, SURE, type Telling } from '../relations/explained.ts';
import {
  type Equation,
  membersOf,
  type Reading,
  type TextRelation,
  type Topic,
} from '../relations/relation.ts';
import { isKept, weigh } from '../relations/weigh.ts';
import type { Told } from './told.ts';

/** 笔误可解释: one of the numbers, mistyped or copied, explains the gap. */
export const isSlipped = (equation: Equation, telling: Telling = SURE): boolean =>
  isKept(weigh(equation)) || isExplained(equation, telling);

/** The same number stands beside it: copied from its neighbour. */
export const isCopied = ({ figure }: Told, near: readonly Told[]): boolean =>
  near.some(
    (t) =>
      t.figure !== figure &&
      t.figure.unit === figure.unit &&
      (t.figure.token?.decimals ?? 0) > 0 &&
      equal(abs(t.figure.value), abs(figure.value)),
  );

/** 应减的也加了: a total that comes out only if what was taken away is added. */
export function addedUp(topic: Topic, { figure }: Told): TextRelation {
  const says = '应减的数也加进去了，请重新计算';
  const equation = { kind: 'never', figures: [figure], says } as const;
  return { topic, about: figure, readings: [{ equation, strong: true, derived: figure }] };
}

/** 一种读法: an equation, and whether the words leave no other. */
export interface Candidate {
  readonly equation: Equation;
  readonly plain: boolean;
  /** What a number must show to be taken for a slip. */
  readonly telling?: Telling;
}

/** 怎样成立: what else is known of a relation. */
interface Manner {
  /** A mistake of another kind than of the hand explains it. */
  readonly copied?: boolean;
  /** What it is about was set, and did not come out. */
  readonly given?: boolean;
  /** Its words leave no other reading. */
  readonly closed?: boolean;
}

/** A relation from its candidates, the likeliest first; undefined where there is none. */
export function relationFrom(
  topic: Topic,
  about: Told,
  candidates: readonly Candidate[],
  { copied = false, given = false, closed = false }: Manner = {},
): TextRelation | undefined {
  const judged = candidates.filter((c) => weigh(c.equation) !== 'none');
  const held = judged.filter((c) => isKept(weigh(c.equation)));
  const meant =
    judged.find((c) => c.plain && (copied || closed || isSlipped(c.equation, c.telling))) ??
    judged[0];
  const kept = held.length > 0 || !meant ? held : [meant];
  const readings = kept.map(({ equation, plain, telling }): Reading => {
    const rough = membersOf(equation).some(
      (f) => f.token?.rough || (f.bound && f !== about.figure && equation.kind !== 'products'),
    );
    const strong = plain && !rough && (copied || closed || isSlipped(equation, telling));
    return { equation, strong, ...(!given && { derived: about.figure }) };
  });
  if (readings.length === 0) return undefined;
  return { topic, about: about.figure, readings, ...(closed && { closed }) };
}
